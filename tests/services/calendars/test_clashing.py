"""What clashes, and why: hours that meet, people, places, learners, seasons; and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.calendars.clashing import all_clashes, clashes, minutes
from desktop.services.calendars.records import Planned, Season

VILLAGE, OTHER = uuid4(), uuid4()
ONE = Planned(
    uuid4(), uuid4(), "2026-11-24", "09:00", "12:00", None, VILLAGE, frozenset({VILLAGE}),
    "sala", uuid4(), uuid4(), frozenset({"A", "B", "C"}),
)  # fmt: skip


def another(**changed: Any) -> Planned:
    """A session of another course that shares nothing with ONE but what is given."""
    plain = Planned(uuid4(), uuid4(), ONE.on, "10:00", "11:00")
    return replace(plain, **changed)


@pytest.mark.parametrize(
    ("changed", "reason", "people"),
    [
        ({"teacher_id": ONE.teacher_id}, "teacher", 0),
        ({"responsible_id": ONE.responsible_id}, "responsible", 0),
        ({"place": "sala", "village_id": VILLAGE}, "place", 0),
        ({"learners": frozenset({"B", "C", "D"})}, "learners", 2),
    ],
)
def test_two_at_once_say_what_they_share(changed: dict[str, Any], reason: str, people: int) -> None:
    other = another(**changed)

    found = clashes(ONE, [other], {})

    assert [(each.reason, each.other, each.people) for each in found] == [
        (reason, other.id, people)
    ]
    assert clashes(ONE, [replace(other, from_time="12:00", to_time="15:00")], {}) == ()
    assert clashes(ONE, [replace(other, on="2026-11-25")], {}) == ()


def test_the_same_name_of_a_place_in_another_village_is_another_place() -> None:
    assert clashes(ONE, [another(place="sala", village_id=OTHER)], {}) == ()


def test_two_sessions_of_one_course_share_its_learners_without_a_clash() -> None:
    twin = another(course_id=ONE.course_id, learners=ONE.learners)

    assert clashes(ONE, [twin], {}) == ()


def test_a_session_is_never_in_its_own_way() -> None:
    assert clashes(ONE, [ONE, replace(ONE, from_time="10:00")], {}) == ()


def test_an_unknown_hour_may_be_any_and_an_unknown_end_is_as_long_as_its_hours() -> None:
    same: dict[str, Any] = {"teacher_id": ONE.teacher_id}
    assert clashes(ONE, [another(from_time="", to_time="", **same)], {})
    assert clashes(ONE, [another(from_time="07:00", to_time="", hours=2.5, **same)], {})
    assert not clashes(ONE, [another(from_time="07:00", to_time="", hours=2.0, **same)], {})
    assert not clashes(ONE, [another(from_time="08:00", to_time="", **same)], {})


def test_a_season_says_of_which_village_it_is() -> None:
    flooded = Season(VILLAGE, "4", "", {"flood": frozenset({11}), "work": frozenset({11, 12})})
    busy = Season(OTHER, "5", "", {"festival": frozenset({4}), "income": frozenset({11})})
    seasons: dict[UUID, Season] = {VILLAGE: flooded, OTHER: busy}
    both = replace(ONE, villages=frozenset({VILLAGE, OTHER}))

    found = clashes(both, [], seasons)

    assert [(each.reason, each.village) for each in found] == [
        ("cut_off", VILLAGE), ("work", VILLAGE),
    ]  # fmt: skip
    spring = clashes(replace(both, on="2027-04-13"), [], seasons)
    assert [(each.reason, each.village) for each in spring] == [("festival", OTHER)]


@pytest.mark.parametrize("text", ["", "9", "24:01", "10:60", "a:10", "-1:00"])
def test_what_is_no_time_is_no_time(text: str) -> None:
    assert minutes(text) is None
    assert minutes("9:05") == 545


TIMES = st.integers(0, 23).map(lambda hour: f"{hour:02d}:00")
SESSIONS = st.lists(
    st.builds(
        Planned,
        st.uuids(),
        st.sampled_from([UUID(int=number) for number in range(3)]),
        st.sampled_from(["2026-11-24", "2026-11-25"]),
        st.one_of(st.just(""), TIMES),
        st.one_of(st.just(""), TIMES),
        teacher_id=st.sampled_from([None, UUID(int=7), UUID(int=8)]),
        learners=st.frozensets(st.sampled_from("ABC")),
    ),
    max_size=8,
)


@given(SESSIONS)
def test_a_clash_is_one_for_both(planned: list[Planned]) -> None:
    found = all_clashes(planned, {})

    pairs = {(known, clash.other, clash.reason) for known, told in found.items() for clash in told}
    assert pairs == {(other, known, reason) for known, other, reason in pairs}
