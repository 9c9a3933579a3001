"""The report of credits: each item stands in one place, and only what was accepted is summed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_tables import HelpTable
from tests.services.tallies.test_help import ids_of, numbers
from tests.subjects.credits import learnt

ACCEPT: Final[Mapping[str, Any]] = {"institution": "สกร.", "number": "45/2569"}
Step = tuple[str, Mapping[str, Any]]
SUBMITTED: Final[tuple[Step, ...]] = (("propose", {}), ("submit", {}))
PATHS: Final[Mapping[str, tuple[tuple[Step, ...], str]]] = {
    "noted": ((), "not_proposed"),
    "withdrawn": ((("withdraw", {}),), "not_proposed"),
    "proposed": (SUBMITTED[:1], "proposed"),
    "submitted": (SUBMITTED, "submitted"),
    "returned": ((*SUBMITTED, ("return", {"missing": "ชั่วโมง"})), "returned"),
    "refused": ((*SUBMITTED, ("refuse", {"reason": "ไม่ตรง"})), "refused"),
    "accepted": ((*SUBMITTED, ("accept", {"credits": 3, **ACCEPT})), "credits_taken"),
    "part": ((*SUBMITTED, ("accept", {"credits": 1.5, **ACCEPT})), "credits_taken"),
    "taken_back": ((*SUBMITTED, ("accept", {"credits": 2, **ACCEPT})), "submitted"),
}
"""How each is led, and the column that it stands in then."""

COLUMNS: Final = ("not_proposed", "proposed", "submitted", "returned", "refused", "credits_taken")
VILLAGES: Final = {"1": "หมู่ 1 ห้วยใส", "2": "หมู่ 2 ดอยงาม", "": "ไม่ระบุหมู่บ้าน"}
STRANDS: Final = {"occupation": "การประกอบอาชีพ", "": "ยังไม่ระบุสาระ"}
SCHOOLS: Final = ("วิทยาลัยชุมชน", "สกร.ตัวอย่าง")


def told(
    services: Services, within: LearnerQuery | None = None, *, hidden: bool = False
) -> dict[str, HelpTable]:
    tables = services.help_tallies.report("credits", within, hidden=hidden)
    return {each.name: each for each in tables}


def make(services: Services, one: Mapping[str, str]) -> None:
    """One item of somebody, led as far as its path."""
    schools = services.partners.alike(one["school"])
    school = schools[0].id if schools else services.partners.add({"name": one["school"]})
    more = {"credits": 3, "subject": one["strand"], "receiver_id": school}
    made = learnt(services, "ซ่อมรถ", more)
    learner = services.credits.get(made).row.learner_id
    services.learners.edit(learner, {"village": one["village"]})
    for code, facts in PATHS[one["path"]][0]:
        services.credits.move(made, code, facts)
    if one["path"] == "taken_back":
        action = services.undo.last_action()
        assert action is not None
        services.undo.undo_action(action)


def recounted(made: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """What the figures of these items are, counted one by one."""
    worth = {"accepted": 3.0, "part": 1.5}
    where = [PATHS[each["path"]][1] for each in made]
    return {
        "credit_items": len(made),
        **{column: where.count(column) for column in COLUMNS},
        "credits_accepted": sum(worth.get(each["path"], 0) for each in made),
    }


@pytest.fixture
def villages(services: Services) -> None:
    services.centre.save_village("1", {"name": "ห้วยใส"})
    services.centre.save_village("2", {"name": "ดอยงาม"})


DRAWN = st.fixed_dictionaries(
    {
        "path": st.sampled_from(sorted(PATHS)),
        "village": st.sampled_from(sorted(VILLAGES)),
        "strand": st.sampled_from(sorted(STRANDS)),
        "school": st.sampled_from(SCHOOLS),
    }
)


@pytest.mark.usefixtures("villages")
def test_every_figure_is_what_a_plain_count_gives(services: Services) -> None:
    made: list[Mapping[str, str]] = []

    @settings(
        max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(DRAWN, min_size=1, max_size=4))
    def check(more: list[dict[str, str]]) -> None:
        for one in more:
            make(services, one)
            made.append(one)
        tables = told(services)
        ways: dict[str, Callable[[Mapping[str, str]], str]] = {
            "credits_by_institution": lambda one: one["school"],
            "credits_by_village": lambda one: VILLAGES[one["village"]],
            "credits_by_strand": lambda one: STRANDS[one["strand"]],
        }
        for name, by in ways.items():
            assert numbers(tables[name]) == recounted(made)
            assert len(tables[name].rows) == len(set(map(by, made)))
            for word in set(map(by, made)):
                assert numbers(tables[name], word) == recounted(
                    [one for one in made if by(one) == word]
                )

    check()


@pytest.mark.usefixtures("villages")
def test_a_period_and_a_village_narrow_and_numbers_open_their_items(services: Services) -> None:
    make(services, {"path": "accepted", "village": "1", "strand": "", "school": SCHOOLS[0]})
    make(services, {"path": "noted", "village": "2", "strand": "", "school": SCHOOLS[0]})
    here = told(services, LearnerQuery(villages=("1",)))["credits_by_village"]
    accepted = {row.id for row in services.credits.find() if row.accepted}
    assert numbers(here)["credit_items"] == 1
    assert here.opens == "credit_item"
    assert ids_of(here, "credits_taken") == ids_of(here, "credits_accepted") == accepted
    later = LearnerQuery(registered_since=date(2099, 1, 1))
    assert told(services, later)["credits_by_village"].rows == ()
    before = LearnerQuery(registered_until=date(2099, 1, 1))
    assert numbers(told(services, before)["credits_by_village"])["credit_items"] == 2


@pytest.mark.usefixtures("villages")
def test_small_numbers_and_what_they_came_to_stay_inside(services: Services) -> None:
    for path in ("accepted", "part", *["submitted"] * 6):
        make(services, {"path": path, "village": "1", "strand": "", "school": SCHOOLS[0]})
    for table in told(services, hidden=True).values():
        for row in table.rows:
            figures = dict(zip(table.columns, row.figures, strict=True))
            assert figures["credits_taken"].hidden
            assert figures["credits_accepted"].hidden
            assert not any(each.ids for each in row.figures)
