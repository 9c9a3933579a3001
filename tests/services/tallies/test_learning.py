"""Reports of learning: people, hours and attendance; who met whom; nothing small goes outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_tables import HelpTable
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.courses.scene import course, mark, meet
from tests.services.tallies.test_help import ids_of, numbers

DAYS = ("2026-11-20", "2026-11-21")


def told(services: Services, within: LearnerQuery | None = None) -> dict[str, HelpTable]:
    return {each.name: each for each in services.help_tallies.report("learning", within)}


def taught(workspace: Workspace, services: Services) -> tuple[UUID, dict[str, UUID]]:
    """Weaving, twice: an elder and a youth at the first, the youth alone at the second."""
    made = course(services, "ทอผ้า", skill_groups="technical, soft")
    people = {
        "elder": add_learner(workspace, "สมร", birth="2500-01-01", village="4"),
        "youth": add_learner(workspace, "ต้น", birth="2553-01-01", village="4"),
        "child": add_learner(workspace, "มะลิ", birth="2560-01-01"),
    }
    enrolled = services.enrolments.enrol(made, list(people.values())).enrolled
    who = dict(zip(people, enrolled, strict=True))
    first, second = (meet(workspace, made, day, 3) for day in DAYS)
    mark(workspace, first, who["elder"])
    mark(workspace, first, who["youth"])
    mark(workspace, first, who["child"], "cut_off")
    mark(workspace, second, who["youth"])
    mark(workspace, second, who["elder"], "absent")
    mark(workspace, second, who["elder"])
    mark(workspace, second, who["elder"], "cut_off")
    return made, people


def test_present_stands_beside_what_was_expected_and_all_that_was_held(
    workspace: Workspace, services: Services
) -> None:
    made, people = taught(workspace, services)
    tables = told(services)

    table = tables["learning_by_course"]
    assert numbers(table, "ทอผ้า") == {
        "people": 3, "hours": 9, "present": 3, "expected": 3, "all_held": 6,
        "reached": 2, "below": 0, "not_counted": 1,
    }  # fmt: skip
    assert ids_of(table, "reached") == {made}
    skills = tables["learning_by_skill"]
    assert len(skills.rows) == 2
    assert numbers(skills)["people"] == 6
    villages = tables["learning_by_village"]
    assert numbers(villages) == {
        "people": 3, "hours": 9, "child": 1, "youth": 1, "adult": 0, "elder": 1, "age_unknown": 0,
    }  # fmt: skip
    assert ids_of(villages, "youth") == {people["youth"]}


def test_old_and_young_met_where_both_came(workspace: Workspace, services: Services) -> None:
    taught(workspace, services)
    assert numbers(told(services)["learning_mixed"]) == {"came_to": 2, "mixed": 1, "not_mixed": 1}


def test_a_period_counts_the_courses_that_met_in_it(
    workspace: Workspace, services: Services
) -> None:
    taught(workspace, services)
    later = LearnerQuery(registered_since=date(2026, 11, 22))
    second = LearnerQuery(registered_since=date(2026, 11, 21))

    assert told(services, later)["learning_by_course"].rows == ()
    assert numbers(told(services, second)["learning_mixed"])["came_to"] == 1
    assert (
        numbers(told(services, LearnerQuery(villages=("4",)))["learning_by_course"])["people"] == 2
    )


def test_somebody_who_is_no_learner_is_counted_apart(
    workspace: Workspace, services: Services
) -> None:
    made, _people = taught(workspace, services)
    person = services.persons.add({"given": "คำมูล"})
    services.enrolments.add({"course_id": made, "person_id": person, "role": "guardian"})
    services.enrolments.add({"course_id": made, "name": "ป้าแดง", "role": "helper"})
    joined = [each for each in services.enrolments.find() if each.state == "interested"]
    for each in joined:
        services.enrolments.move(each.id, "enrol")

    villages = told(services)["learning_by_village"]
    assert numbers(villages, "ผู้ร่วมที่ไม่ใช่ผู้เรียนรู้")["people"] == 1
    assert numbers(villages)["people"] == 4
    assert len(ids_of(villages, "people")) == 3


def test_small_numbers_stay_inside_on_paper_and_in_excel(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    taught(workspace, services)
    skills, villages, _mixed = services.help_tallies.report("learning", hidden=True)
    for table in (skills, villages):
        for row in (*table.rows,):
            assert all(each.hidden for each in row.figures if each.number in (None, 1, 2, 3, 4))
            assert not any(each.ids for each in row.figures)
    services.help_reports.write_pdf(tmp_path / "x.pdf", "learning")
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    assert squeezed("ข้ามวัย") in words
    assert "ทอผ้า" not in words
    services.exporting.export("help_learning", tmp_path / "x.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
    assert len(sheets) >= 3
