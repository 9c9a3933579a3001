"""Mentors: who may begin, who may know of whom, and what goes onto paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.mentors.records import MentorQuery
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed

READY = {"screened_on": "2569", "screening": "clear"}


@pytest.fixture
def weaver(services: Services) -> UUID:
    values = {"title": "นาง", "given": "หน่อแอริ", "surname": "ทอดอยงาม", "phone": "0800000205"}
    return services.persons.add(values)


def test_one_person_is_one_mentor_and_found_by_what_they_can(
    services: Services, weaver: UUID
) -> None:
    mentors = services.mentors
    made = mentors.add({"person_id": weaver, "skills": "ทอผ้ากี่เอว", "villages": "หมู่ 4"})
    assert mentors.add({"person_id": weaver, "ways": "teach", "months_open": "5,6"}) == made
    mentors.add({"given": "ประยูร", "skills": "ซ่อมรถ", "groups_served": "TG02"})

    assert [row.name for row in mentors.find(MentorQuery(search="ทอผ้า"))] == ["นางหน่อแอริ ทอดอยงาม"]
    village = UUID(mentors.get(made).values["villages"][0])
    for query in (
        MentorQuery(search="0800000205"), MentorQuery(ways=("teach",)), MentorQuery(month=6),
        MentorQuery(village_id=village),
    ):  # fmt: skip
        assert [row.id for row in mentors.find(query)] == [made], query
    assert [row.person.given for row in mentors.find(MentorQuery(group="TG02"))] == ["ประยูร"]
    assert services.persons.get(weaver).roles == (("mentor", made),)


@pytest.mark.parametrize(
    ("values", "agrees", "code"),
    [
        ({}, True, "mentor_not_screened"),
        ({"screened_on": "2569"}, True, "mentor_not_screened"),
        ({"screened_on": "2569", "screening": "not_with_children"}, True, "mentor_not_screened"),
        (READY, None, "mentor_no_consent"),
        (READY, False, "mentor_no_consent"),
    ],
)
def test_nobody_begins_before_they_are_screened_and_agreed(
    services: Services, weaver: UUID, values: dict[str, str], agrees: bool | None, code: str
) -> None:
    made = services.mentors.add({"person_id": weaver, **values})
    if agrees is not None:
        services.person_consents.record(weaver, {"directory": agrees})
    with pytest.raises(UserError, match=code):
        services.mentors.move(made, "accept")
    assert services.mentors.get(made).row.state == "candidate"


def test_consent_taken_back_stands_in_the_list_and_stops_the_next_beginning(
    services: Services, weaver: UUID
) -> None:
    mentors, consents = services.mentors, services.person_consents
    (consent,) = consents.record(weaver, {"directory": True})
    made = mentors.add({"person_id": weaver, **READY})
    mentors.move(made, "accept")
    assert mentors.find(MentorQuery(no_consent=True)) == ()
    consents.withdraw(consent)
    assert [row.id for row in mentors.find(MentorQuery(no_consent=True))] == [made]
    mentors.move(made, "pause", {"reason": "ขอถอนชื่อ"})
    with pytest.raises(UserError, match="mentor_no_consent"):
        mentors.move(made, "resume")


def test_whom_a_screening_speaks_against_is_for_those_who_see_sensitive_parts(
    workspace: Workspace, services: Services, weaver: UUID
) -> None:
    made = services.mentors.add({"person_id": weaver, "screening": "not_with_children"})
    assert len(services.mentors.find()) == 1
    workspace.user = replace(workspace.user, role="officer", sees_sensitive=False)
    assert services.mentors.find() == ()
    with pytest.raises(UserError, match="record_unknown"):
        services.mentors.get(made)


def test_the_directory_names_those_only_who_agreed(
    services: Services, weaver: UUID, tmp_path: Path
) -> None:
    services.person_consents.record(weaver, {"directory": True})
    services.mentors.add({"person_id": weaver, "skills": "ทอผ้ากี่เอว", "groups_served": "TG02"})
    services.mentors.add({"given": "ประยูร", "skills": "ซ่อมรถ"})
    services.mentor_directory.write_pdf(tmp_path / "x.pdf")
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    for said in ("ทำเนียบครูพี่เลี้ยง", "หน่อแอริ", "ทอผ้ากี่เอว", "ยังไม่ยินยอม 1 คน"):
        assert squeezed(said) in words, said
    assert "ประยูร" not in words
    assert services.mentor_directory.write_form(tmp_path / "y.pdf") == 1
    assert squeezed("ลงชื่อ") in squeezed(reversed_text(tmp_path / "y.pdf"))


def test_a_row_begins_with_a_person_who_is_known_or_new(
    services: Services, weaver: UUID, tmp_path: Path
) -> None:
    book = tmp_path / "x.csv"
    book.write_text(
        "ชื่อ–สกุล,โทรศัพท์,สิ่งที่สอนหรือทำได้\n"
        "นางหน่อแอริ ทอดอยงาม,,ทอผ้า\nนายประยูร เครือวงค์ใจ,0800000206,ซ่อมรถ\n",
        encoding="utf-8",
    )
    stored = services.workbooks.run(services.workbooks.preview("mentors", book))
    assert stored.new == 2
    rows = {row.person.given: row for row in services.mentors.find()}
    assert rows["หน่อแอริ"].person.id == weaver
    assert (rows["ประยูร"].name, rows["ประยูร"].phone) == ("นายประยูร เครือวงค์ใจ", "0800000206")
    assert rows["ประยูร"].skills == "ซ่อมรถ"


def test_a_mentor_goes_with_the_person_that_they_are(services: Services, weaver: UUID) -> None:
    made = services.mentors.add({"person_id": weaver, "skills": "ทอผ้า"})
    services.mentors.edit(made, {"screened_on": PartialDate(2026)})
    services.erasure.erase(weaver, "ตามคำขอ")
    assert services.mentors.find() == ()
    with pytest.raises(UserError, match="record_unknown"):
        services.mentors.get(made)
