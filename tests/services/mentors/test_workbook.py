"""Rows of a table of mentors: whose each is, and who is asked about."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from desktop.services.all import Services
from desktop.services.workbooks.declared import BookDecision, BookPreview
from tests.services.rosters.clerk import Sheet, by_clerk

HEADINGS = "ชื่อ–สกุล,โทรศัพท์,สิ่งที่สอนหรือทำได้"


def person(services: Services, phone: str = "", title: str = "นาย") -> UUID:
    values = {"title": title, "given": "คำ", "surname": "ใจดี", "phone": phone}
    return services.persons.add(values)


def preview(services: Services, folder: Path, *rows: str) -> BookPreview:
    path = folder / "x.csv"
    path.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    return services.workbooks.preview("mentors", path)


def asked(found: BookPreview) -> list[tuple[str, str]]:
    return [(line.outcome, line.question) for line in found.lines]


def test_a_name_of_several_people_is_asked_about(services: Services, tmp_path: Path) -> None:
    first, second = person(services, "0810000001"), person(services)
    found = preview(services, tmp_path, "นายคำ ใจดี,,จักสาน")
    assert asked(found) == [("asked", "row_fits_several")]
    (line,) = found.lines
    assert dict(line.candidates) == {first: "นายคำ ใจดี 0810000001", second: "นายคำ ใจดี"}
    assert services.workbooks.run(found).new == 0

    decided = services.workbooks.decided(found, {line.place: BookDecision("same", second)})
    assert services.workbooks.run(decided).new == 1
    (mentor,) = services.mentors.find()
    assert (mentor.person.id, mentor.skills) == (second, "จักสาน")
    assert len(services.persons.find()) == 2


def test_a_new_one_of_a_known_name_is_somebody_of_their_own(
    services: Services, tmp_path: Path
) -> None:
    known = {person(services), person(services)}
    found = preview(services, tmp_path, "คำ ใจดี,0810000003,จักสาน")
    decided = services.workbooks.decided(found, {found.lines[0].place: BookDecision("new")})
    assert services.workbooks.run(decided).new == 1
    (mentor,) = services.mentors.find()
    assert mentor.person.id not in known
    assert mentor.phone == "0810000003"


def test_a_telephone_tells_two_of_one_name_apart(services: Services, tmp_path: Path) -> None:
    person(services, "0810000001")
    second = person(services, "0810000002")
    found = preview(services, tmp_path, "คำ ใจดี,+66 81-000-0002,จักสาน")
    assert asked(found) == [("new", "")]
    services.workbooks.run(found)
    assert [row.person.id for row in services.mentors.find()] == [second]


def test_another_telephone_may_be_another_person(services: Services, tmp_path: Path) -> None:
    known = person(services, "0810000001")
    found = preview(services, tmp_path, "คำ ใจดี,0810000002,จักสาน")
    assert asked(found) == [("asked", "row_says_another")]
    (line,) = found.lines
    decided = services.workbooks.decided(found, {line.place: BookDecision("same", known)})
    services.workbooks.run(decided)
    (mentor,) = services.mentors.find()
    assert "0810000002" in str(services.mentors.get(mentor.id).values["note"])


def test_a_mentor_is_known_whatever_their_title(services: Services, tmp_path: Path) -> None:
    services.mentors.add({"person_id": person(services), "skills": "ทอผ้า"})
    assert asked(preview(services, tmp_path, "น.ส.คำ  ใจดี,,จักสาน")) == [("update", "")]


def test_a_mentor_and_a_namesake_who_is_none_are_both_offered(
    services: Services, tmp_path: Path
) -> None:
    mentor = services.mentors.add({"person_id": person(services), "skills": "ทอผ้า"})
    other = person(services)
    found = preview(services, tmp_path, "คำ ใจดี,,จักสาน")
    assert asked(found) == [("asked", "row_fits_several")]
    assert {each for each, _name in found.lines[0].candidates} == {mentor, other}


def test_a_restricted_person_keeps_their_row_alone_out(services: Services, tmp_path: Path) -> None:
    held = person(services)
    services.restrictions.restrict(held, "ขอให้ระงับ")
    found = preview(services, tmp_path, "คำ ใจดี,,จักสาน", "แก้ว ใจดี,,ทอผ้า")
    assert [line.outcome for line in found.lines] == ["error", "new"]
    assert [each.code for each in found.problems] == ["mentor_restricted"]
    services.workbooks.run(found)
    assert [row.person.given for row in services.mentors.find()] == ["แก้ว"]


def test_telephones_sorted_alone_tear_the_sheet(services: Services, tmp_path: Path) -> None:
    for number in range(6):
        who = {"given": f"ครู{number}", "surname": "ใจดี", "phone": f"081000000{number}"}
        services.mentors.add({**who, "skills": f"ทำ {number}"})
    services.exporting.export("mentors", tmp_path / "x.xlsx")

    def sort(sheet: Sheet) -> None:
        phone = sheet.place("โทรศัพท์")
        sheet.sort(lambda part: -int(str(part[0])[-1]), phone, phone + 1)
        sheet.put(0, "สิ่งที่สอนหรือทำได้", "จักสาน")

    found = services.workbooks.preview("mentors", by_clerk(tmp_path / "x.xlsx", sort))
    assert found.problems[0].code == "sheet_sorted_in_part"
    assert {line.outcome for line in found.lines} == {"asked"}
