"""Competence of the team: what holds today, what is to be renewed, who can do what."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.competences.reading import current_of, holds
from desktop.services.competences.records import CompetenceQuery
from desktop.services.competences.service import CompetenceService
from tests.reports.paper_reader import poppler_text, squeezed


@pytest.fixture
def competences(services: Services) -> CompetenceService:
    return services.competences


@pytest.fixture
def nurse(services: Services) -> UUID:
    return services.persons.add({"given": "ศรีวรรณ"})


@pytest.fixture
def today(services: Services) -> date:
    return services.workspace.today()


def add(competences: CompetenceService, person: UUID, kind: str = "first_aid", **more: Any) -> UUID:
    return competences.add({"person_id": person, "competence": kind, **more})


def test_its_last_day_still_counts_and_two_months_before_it_is_to_be_renewed() -> None:
    today = date(2026, 11, 30)
    told = {
        days: holds("held", (today + timedelta(days)).isoformat(), today)
        for days in (-1, 0, 60, 61)
    }
    assert told == {-1: "expired", 0: "expiring", 60: "expiring", 61: "current"}
    assert holds("held", None, today) == "current"
    assert holds("ended", None, today) == "ended"


def test_what_ran_out_is_shown_and_grants_nothing(
    services: Services, competences: CompetenceService, nurse: UUID, today: date
) -> None:
    over = add(competences, nurse, valid_to=today - timedelta(1))
    row = competences.get(over).row
    assert (row.holds, row.grants, row.ask_again) == ("expired", False, True)
    assert [each.id for each in competences.find()] == [over]
    assert competences.find(CompetenceQuery(current=True)) == ()
    with services.workspace.read() as session:
        assert current_of(session, nurse, today) == ()


def test_what_was_renewed_is_not_asked_again_until_that_runs_out_too(
    competences: CompetenceService, nurse: UUID, today: date
) -> None:
    old = add(competences, nurse, valid_to=today - timedelta(400))
    new = add(competences, nurse, valid_to=today + timedelta(300))
    assert competences.find(CompetenceQuery(ask_again=True)) == ()
    competences.move(new, "end", {"reason": "ออกผิดชื่อ"})
    assert [row.id for row in competences.find(CompetenceQuery(ask_again=True))] == [old]
    competences.move(new, "restore")
    competences.edit(new, {"valid_to": today + timedelta(30)})
    assert [row.id for row in competences.find(CompetenceQuery(ask_again=True))] == [new]
    # One without an end renews all.
    add(competences, nurse)
    assert competences.find(CompetenceQuery(ask_again=True)) == ()


def test_a_withdrawn_one_is_neither_asked_again_nor_in_the_matrix(
    competences: CompetenceService, nurse: UUID, today: date
) -> None:
    known = add(competences, nurse, valid_to=today - timedelta(1))
    competences.move(known, "end", {"reason": "ออกผิดชื่อ"})
    assert competences.find(CompetenceQuery(ask_again=True)) == ()
    assert competences.matrix().members == ()


def test_the_matrix_has_the_longest_of_each_and_counts_what_holds(
    services: Services, competences: CompetenceService, nurse: UUID, today: date
) -> None:
    weaver = services.persons.add({"given": "หน่อแอริ"})
    add(competences, nurse, valid_to=today - timedelta(9))
    best = add(competences, nurse, valid_to=today + timedelta(90))
    over = add(competences, weaver, valid_to=today - timedelta(3))
    teaches = add(competences, weaver, "teaching")
    matrix = competences.matrix()
    assert matrix.kinds == ("first_aid", "teaching")
    assert [each.person.given for each in matrix.members] == ["ศรีวรรณ", "หน่อแอริ"]
    cells = [{kind: row.id for kind, row in each.has.items()} for each in matrix.members]
    assert cells == [{"first_aid": best}, {"first_aid": over, "teaching": teaches}]
    assert matrix.able("first_aid") == (best,)
    assert matrix.able("teaching") == (teaches,)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"hours": "0"}, "quantity_not_positive"),
        ({"on": "1/1/2599"}, "date_ahead"),
    ],
)
def test_facts_that_cannot_be_are_refused(
    competences: CompetenceService, nurse: UUID, values: dict[str, Any], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        competences.edit(add(competences, nurse), values)


def test_an_end_before_its_beginning_is_doubted(
    competences: CompetenceService, nurse: UUID
) -> None:
    known = add(competences, nurse, on="2569", valid_to="1/5/2568")
    assert competences.get(known).doubtful == {"valid_to": "competence_ends_first"}
    competences.edit(known, {"valid_to": "1/5/2569"})
    assert competences.get(known).doubtful == {}


def test_a_mentor_shows_what_holds_today(
    services: Services, competences: CompetenceService, nurse: UUID, today: date
) -> None:
    mentor = services.mentors.add({"person_id": nurse})
    add(competences, nurse, "hett", valid_to=today - timedelta(1))
    known = add(competences, nurse)
    assert [row.id for row in services.mentors.get(mentor).competences] == [known]


def test_it_goes_where_its_person_goes(
    services: Services, competences: CompetenceService, nurse: UUID
) -> None:
    add(competences, nurse)
    services.persons.hide([nurse])
    assert competences.find() == ()


def test_the_paper_says_who_can_what_and_what_ran_out(
    services: Services, competences: CompetenceService, nurse: UUID, today: date, tmp_path: Path
) -> None:
    add(competences, nurse, number="ฝ 12/2568", valid_to=today - timedelta(1))
    gone = add(competences, nurse, "hett")
    competences.move(gone, "end", {"reason": "ออกผิดชื่อ"})
    services.competence_paper.write_pdf(tmp_path / "a.pdf")
    said = squeezed(poppler_text(tmp_path / "a.pdf"))
    assert "ศรีวรรณ" in said
    assert "หมดอายุแล้ว" in said
    assert "12/2568" in said
    assert "HETT" not in said


def test_two_of_one_person_go_out_and_come_back(
    services: Services, competences: CompetenceService, nurse: UUID, tmp_path: Path
) -> None:
    known = [add(competences, nurse), add(competences, nurse, "hett")]
    services.exporting.export("competences", tmp_path / "a.xlsx", english=True)
    preview = services.workbooks.preview("competences", tmp_path / "a.xlsx")
    assert [line.outcome for line in preview.lines] == ["unchanged"] * 2
    competences.hide(known)
    assert (
        services.workbooks.run(services.workbooks.preview("competences", tmp_path / "a.xlsx")).new
        == 2
    )
    assert {row.person.id for row in competences.find()} == {nurse}


def test_one_of_nothing_stated_yet_is_kept_asked_for_and_in_no_column(
    competences: CompetenceService, nurse: UUID, today: date
) -> None:
    known = competences.add({"person_id": nurse, "valid_to": today - timedelta(1)})
    detail = competences.get(known)
    assert "competence" in detail.missing
    assert detail.row.ask_again
    assert competences.matrix().kinds == ()
