"""Key skills: what is first measured first, one of each on all laptops, and what HETT offers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.skills.records import SheetLine, SkillQuery
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.courses.scene import course
from tests.services.sync.test_store import exchange

BEFORE, AFTER = ("K2", "before"), ("K2", "after")


@pytest.fixture
def place(workspace: Workspace, services: Services) -> tuple[UUID, dict[str, UUID]]:
    """A course of K2 and K4 with two who learn in it."""
    made = course(services, "ทอผ้า", key_skills="K4, K2", starts_on="2026-11-10")
    people = {name: add_learner(workspace, name) for name in ("กานดา", "ขวัญ")}
    services.enrolments.enrol(made, list(people.values()))
    return made, people


def line(services: Services, course_id: UUID, learner: UUID) -> SheetLine:
    lines = services.skills.sheet(course_id).lines
    return next(each for each in lines if each.learner_id == learner)


def rate(services: Services, learner: UUID, on: str, **levels: int) -> UUID:
    made = services.hett.start(learner, on=on)
    for indicator, level in levels.items():
        services.hett.rate(made, indicator, level)
    return made


def undo(services: Services) -> None:
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)


def test_the_sheet_lists_who_learns_and_the_skills_of_the_course(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    services.enrolments.walk_in(made, "คนที่เพิ่งมา")
    services.enrolments.walk_in(made, "คนช่วย", {"role": "helper"})
    services.enrolments.invite(made, [services.learners.add({"given": "ชวนไว้"}).id])
    sheet = services.skills.sheet(made)
    assert (sheet.skills, sheet.unknown, sheet.over) == (("K2", "K4"), 1, False)
    assert [each.learner_id for each in sheet.lines] == [people["กานดา"], people["ขวัญ"]]
    services.courses.edit(made, {"key_skills": ""})
    assert services.skills.sheet(made).skills == ("K1", "K2", "K3", "K4")


def test_levels_are_written_for_many_at_once_and_taken_back_as_one(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    levels = {each: {AFTER: "3", BEFORE: "1"} for each in people.values()}
    assert services.skills.put(made, levels, "2026-11-12", estimated=True) == 4
    assert line(services, made, people["ขวัญ"]).levels == {BEFORE: "1", AFTER: "3"}
    rows = services.skills.find(SkillQuery(course_id=made, learner_id=people["ขวัญ"]))
    assert [(row.phase, row.order, row.estimated, row.on) for row in rows] == [
        ("before", 1, True, "2026-11-12"), ("after", 3, False, "2026-11-12"),
    ]  # fmt: skip
    assert services.skills.put(made, levels) == 0
    assert services.skills.put(made, {people["ขวัญ"]: {("K4", "before"): ""}}) == 0
    undo(services)
    assert line(services, made, people["ขวัญ"]).levels == {}


def test_nothing_is_measured_after_that_was_not_measured_before(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    who = people["ขวัญ"]
    with pytest.raises(UserError, match="skill_no_before"):
        services.skills.put(made, {who: {AFTER: "3"}})
    # Before another course, or outside of any, is not before this one.
    services.skills.add({"learner_id": who, "skill": "K2", "phase": "before", "level": "1"})
    with pytest.raises(UserError, match="skill_no_before"):
        services.skills.put(made, {who: {AFTER: "3"}})
    services.skills.put(made, {who: {BEFORE: "2"}})
    services.skills.put(made, {who: {AFTER: "3"}})
    with pytest.raises(UserError, match="skill_after_stands"):
        services.skills.put(made, {who: {BEFORE: ""}})
    (first, _after) = services.skills.find(SkillQuery(course_id=made))
    with pytest.raises(UserError, match="skill_after_stands"):
        services.skills.move(first.id, "withdraw", {"reason": "วัดผิด"})
    with pytest.raises(UserError, match="skill_after_stands"):
        services.skills.edit(first.id, {"level": ""})
    assert line(services, made, who).levels == {BEFORE: "2", AFTER: "3"}


def test_what_was_withdrawn_does_not_count_until_it_is_measured_again(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    who = people["ขวัญ"]
    services.skills.put(made, {who: {BEFORE: "2"}})
    (row,) = services.skills.find(SkillQuery(course_id=made))
    services.skills.move(row.id, "withdraw", {"reason": "วัดผิดคน"})
    assert line(services, made, who).levels == {}
    with pytest.raises(UserError, match="skill_no_before"):
        services.skills.put(made, {who: {AFTER: "3"}})
    services.skills.put(made, {who: {BEFORE: "2"}})
    assert line(services, made, who).levels == {BEFORE: "2"}
    (again,) = services.skills.find(SkillQuery(course_id=made))
    assert (again.id, again.state) == (row.id, "counts")
    assert [each.move.values["move"] for each in services.skills.get(row.id).moves] == [
        "restore", "withdraw",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"on": "1/1/2599"}, "date_ahead"),
        ({"level": "9"}, "unknown_code"),
        ({"skill": ""}, "field_missing"),
        ({"phase": "soon"}, "unknown_code"),
    ],
)
def test_what_cannot_be_is_refused(
    services: Services,
    place: tuple[UUID, dict[str, UUID]],
    values: dict[str, Any],
    code: str,
) -> None:
    _made, people = place
    whole = {"learner_id": people["ขวัญ"], "skill": "K2", "phase": "before", **values}
    with pytest.raises(UserError, match=code):
        services.skills.add(whole)


def test_hett_offers_what_was_rated_and_nothing_that_is_sensitive(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    who = people["ขวัญ"]
    services.courses.edit(made, {"key_skills": "K1, K2"})
    rate(services, who, "2026-10-01", T2=1, T3=1)
    first = rate(services, who, "2026-11-01", T2=1, T3=2, H7=1)
    last = rate(services, who, "2026-11-20", T2=3, T3=4, T4=4)
    offers = line(services, made, who).offers
    assert {cell: (each.level, each.assessment_id) for cell, each in offers.items()} == {
        BEFORE: ("2", first), AFTER: ("4", last),
    }  # fmt: skip
    services.skills.put(made, {who: {BEFORE: "1"}})
    assert set(line(services, made, who).offers) == {AFTER}
    assert services.skills.take_offers(made) == 1
    rows = services.skills.find(SkillQuery(course_id=made))
    after = services.skills.get(rows[-1].id).values
    assert (after["level"], after["on"], after["assessment_id"]) == ("4", "2026-11-20", last)
    assert services.skills.take_offers(made) == 0


def test_nobody_is_measured_whose_record_may_not_be_used(
    services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    rate(services, people["ขวัญ"], "2026-11-01", T2=3)
    services.restrictions.restrict(people["ขวัญ"], "ตามคำขอ")
    with pytest.raises(UserError, match="learner_restricted"):
        services.skills.put(made, {people["ขวัญ"]: {BEFORE: "2"}})
    assert services.skills.take_offers(made) == 0


def test_two_laptops_that_measure_the_same_write_one(
    workspace: Workspace,
    other: Workspace,
    services: Services,
    place: tuple[UUID, dict[str, UUID]],
) -> None:
    made, people = place
    who = people["ขวัญ"]
    exchange(workspace, other)
    there = Services(other)
    services.skills.put(made, {who: {BEFORE: "2"}})
    there.skills.put(made, {who: {BEFORE: "2", AFTER: "3"}})
    exchange(workspace, other)
    for each in (services, there):
        assert line(each, made, who).levels == {BEFORE: "2", AFTER: "3"}
        assert len(each.skills.find()) == 2


def test_what_a_joined_twin_was_measured_is_the_persons(
    workspace: Workspace, services: Services, place: tuple[UUID, dict[str, UUID]]
) -> None:
    made, people = place
    twin = add_learner(workspace, "ขวัญ")
    services.skills.add(
        {"learner_id": twin, "course_id": made, "skill": "K2", "phase": "before", "level": "1"}
    )
    services.duplicates.join(people["ขวัญ"], twin, {})
    assert line(services, made, people["ขวัญ"]).levels == {BEFORE: "1"}
    services.skills.put(made, {people["ขวัญ"]: {AFTER: "2"}})
    rows = services.skills.find(SkillQuery(learner_id=people["ขวัญ"]))
    assert [row.phase for row in rows] == ["before", "after"]
