"""What marks come to, against a count of the plainest kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop.services.all import Services
from desktop.services.attendance.counting import (
    Attended,
    Counted,
    attendances,
    attended,
)
from desktop.services.attendance.flags import missed_in_a_row
from desktop.services.workspace import Workspace
from tests.factories import add_learner, make_workspace
from tests.services.attendance.made import course, enrol, meeting

_DAYS = [f"2026-{month:02}-{day:02}" for month in (10, 11) for day in (2, 9, 16, 22, 28)]
_TODAY = date(2026, 11, 22)
_HERE = {"present", "late", "left_early", "for_centre"}
_ASIDE = {"cut_off", "not_expected"}
_CODES = sorted(_HERE | _ASIDE | {"excused", "sick", "absent"})

people = some.lists(
    some.tuples(
        some.sampled_from(["", "2026-10", "2026-10-10", "2026-11-16", "2026-11-01"]),
        some.sampled_from(["", "", "2026-10-22", "2026-11"]),
        some.sampled_from(["enrolled", "enrolled", "completed", "interested", "left"]),
    ),
    min_size=1,
    max_size=4,
)
meetings = some.lists(
    some.tuples(some.sampled_from(_DAYS), some.sampled_from(["planned", "held", "cancelled"])),
    min_size=1,
    max_size=6,
    unique_by=lambda each: each[0],
)
acts = some.lists(
    some.tuples(
        some.sampled_from(["mark", "mark", "mark", "clear", "undo", "all", "join"]),
        some.integers(0, 11),
        some.integers(0, 11),
        some.sampled_from(_CODES),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, meetings, acts, some.sampled_from([60, 80, 100]))
def test_sums_are_those_of_a_plain_count(
    who: list[tuple[str, str, str]],
    on: list[tuple[str, str]],
    done: list[tuple[str, int, int, str]],
    rule: int,
) -> None:
    with TemporaryDirectory() as folder:
        workspace = make_workspace(Path(folder) / "centre")
        try:
            _walk(workspace, who, on, done, rule)
        finally:
            workspace.close()


def _walk(
    workspace: Workspace,
    who: Sequence[tuple[str, str, str]],
    on: Sequence[tuple[str, str]],
    done: Sequence[tuple[str, int, int, str]],
    rule: int,
) -> None:
    services = Services(workspace)
    made = course(workspace, rule_percent=rule)
    learners = [add_learner(workspace, f"คน{number}") for number in range(len(who))]
    enrolments = [
        enrol(
            workspace, made, learner_id=learner, state=state, joined_on=joined or None,
            left_on=left or None,
        )
        for learner, (joined, left, state) in zip(learners, who, strict=True)
    ]  # fmt: skip
    ids = {day: meeting(services, made, day) for day, _state in on}
    own = {each: each for each in enrolments}  # who stands for whom
    marks: dict[tuple[UUID, str], list[tuple[int, UUID, str]]] = {}
    actions: list[tuple[bytes, list[tuple[UUID, str, int]]]] = []
    turn = 0
    for what, one, other, code in done:
        turn += 1
        day = on[other % len(on)][0]
        enrolment = enrolments[one % len(enrolments)]
        if what == "join" and len(enrolments) > 1:
            twin = enrolments[other % len(enrolments)]
            if (
                own[twin] == twin
                and own[enrolment] == enrolment
                and twin != enrolment
                and (twin not in {own[each] for each in own if each != twin})
            ):
                services.learners.join(
                    learners[enrolments.index(enrolment)], learners[enrolments.index(twin)]
                )
                own[twin] = enrolment
            continue
        ahead = date.fromisoformat(day) > _TODAY
        if what == "all":
            if ahead:
                continue
            lines = services.attendance.register(ids[day]).lines
            result = services.attendance.all_came(ids[day])
            new = [
                (line.enrolment_id, day, turn)
                for line in lines
                if not line.code and line.state != "invited"
            ]
            for known, _day, _turn in new:
                marks.setdefault((known, day), []).append((turn, known, "present"))
            if result.action is not None:
                actions.append((result.action, new))
        elif what == "mark" and not (ahead and code in _HERE):
            before = _latest(marks, own, enrolment, day)
            result = services.attendance.mark(ids[day], {enrolment: code})
            if before == code:
                assert result.count == 0
                continue
            marks.setdefault((enrolment, day), []).append((turn, enrolment, code))
            assert result.action is not None
            actions.append((result.action, [(enrolment, day, turn)]))
        elif what == "clear":
            services.attendance.mark(ids[day], {enrolment: ""})
            for each in enrolments:
                if own[each] == own[enrolment]:
                    marks.pop((each, day), None)
        elif what == "undo" and actions:
            action, new = actions.pop()
            services.undo.undo_action(action)
            for known, day_, turn_ in new:
                kept = marks.get((known, day_), [])
                # Only what counts still is taken back; an earlier mark holds again.
                if _top(marks, own, known, day_) == (turn_, known):
                    marks[known, day_] = [each for each in kept if each[0] != turn_]
    states = _settled(services, ids, on)
    with workspace.read() as session:
        found = {each.who: each for each in attendances(session, _TODAY)}
    for each, enrolment in zip(learners, enrolments, strict=True):
        if own[enrolment] != enrolment:
            continue
        theirs = [known for known in enrolments if own[known] == enrolment]
        spans = [who[enrolments.index(known)] for known in theirs]
        plain = _plain(made, each, spans, states, marks, own, enrolment, rule)
        assert _numbers(found[each]) == plain


def _settled(
    services: Services, ids: dict[str, UUID], on: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """Bring the meetings to where they are to be, as far as that can be."""
    states = {}
    for day, wanted in on:
        row = services.sessions.get(ids[day]).row
        if row.state == "planned" and wanted != "planned":
            if wanted == "cancelled":
                services.sessions.move(ids[day], "cancel", {"cancel_reason": "flood"})
            elif date.fromisoformat(day) <= _TODAY:
                services.sessions.move(ids[day], "hold")
        states[day] = services.sessions.get(ids[day]).row.state
    return states


def _of(
    marks: dict[tuple[UUID, str], list[tuple[int, UUID, str]]],
    own: dict[UUID, UUID],
    enrolment: UUID,
    day: str,
) -> list[tuple[int, UUID, str]]:
    return sorted(
        each
        for (known, when), said in marks.items()
        if when == day and own[known] == own[enrolment]
        for each in said
    )


def _latest(marks: Any, own: Any, enrolment: UUID, day: str) -> str:
    said = _of(marks, own, enrolment, day)
    return said[-1][2] if said else ""


def _top(marks: Any, own: Any, enrolment: UUID, day: str) -> tuple[int, UUID] | None:
    said = [each for each in _of(marks, own, enrolment, day) if each[1] == enrolment]
    return said[-1][:2] if said else None


def _plain(
    course_id: UUID,
    learner: UUID,
    spans: Sequence[tuple[str, str, str]],
    states: dict[str, str],
    marks: Any,
    own: dict[UUID, UUID],
    enrolment: UUID,
    rule: int,
) -> dict[str, Any]:
    """Each meeting by itself, as one would with a pencil."""
    del course_id, learner
    present = expected = not_marked = coming = away = minutes = held = 0
    for day, state in states.items():
        code = _latest(marks, own, enrolment, day)
        covered = any(_covers(span, day) for span in spans)
        if state == "held":
            held += 1
            if code in _HERE:
                present, expected, minutes = present + 1, expected + 1, minutes + 120
            elif covered and not code:
                not_marked += 1
            elif covered and code not in _ASIDE:
                expected += 1
        elif state == "planned" and covered and code not in _ASIDE:
            coming += 1
            away += bool(code) and code not in _HERE
    total = expected + not_marked + coming
    may = total - math.ceil(total * rule / 100) - (expected - present) - away
    return {
        "present": present, "expected": expected, "held": held, "not_marked": not_marked,
        "coming": coming, "away": away, "minutes": minutes, "may_miss_more": may,
    }  # fmt: skip


def _covers(span: tuple[str, str, str], day: str) -> bool:
    joined, left, state = span
    if state == "interested":
        return False
    if state == "left" and not left:
        left = "2026-10-01"  # the day of the move
    return day[: len(joined)] >= joined and (not left or day[: len(left)] <= left)


def _numbers(found: Attended) -> dict[str, Any]:
    names = (
        "present", "expected", "held", "not_marked", "coming", "away", "minutes", "may_miss_more",
    )  # fmt: skip
    return {name: getattr(found, name) for name in names}


def test_of_twenty_meetings_four_may_be_missed_at_eighty_percent(
    workspace: Workspace, services: Services
) -> None:
    made = course(workspace)
    one = enrol(workspace, made, name="แดง")
    on = [meeting(services, made, f"2026-11-{day:02}") for day in range(1, 21)]
    for each in on[:3]:
        services.attendance.mark(each, {one: "absent"})

    with workspace.read() as session:
        assert attended(session, [one])[one].may_miss_more == 1  # they said so before
    for each in on[:5]:
        services.sessions.move(each, "hold")
    with workspace.read() as session:
        found = attended(session, [one])[one]
    assert (found.may_miss_more, found.reachable) == (1, True)
    for each in on[3:5]:
        services.attendance.mark(each, {one: "sick"})
    with workspace.read() as session:
        found = attended(session, [one])[one]
    assert (found.may_miss_more, found.reachable, found.percent) == (-1, False, 0)


def test_where_the_way_was_cut_off_nobody_is_punished(
    workspace: Workspace, services: Services
) -> None:
    made = course(workspace)
    one = enrol(workspace, made, name="แดง")
    on = [meeting(services, made, f"2026-11-{day:02}") for day in (2, 9, 16)]
    for each, code in zip(on, ("present", "cut_off", "not_expected"), strict=True):
        services.sessions.move(each, "hold")
        services.attendance.mark(each, {one: code})

    with workspace.read() as session:
        found = attended(session, [one])[one]
    assert (found.present, found.expected, found.held, found.percent) == (1, 1, 3, 100)
    assert found.hours == 2


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        (("absent", "sick", "absent"), True),
        (("present", "absent", "excused", "absent"), True),
        (("absent", "cut_off", "absent", "absent"), True),
        (("absent", "absent", "absent", "present"), False),
        (("absent", "absent"), False),
        (("absent", "", "absent"), False),
    ],
)
def test_three_missed_in_a_row_are_seen_and_go_when_somebody_comes(
    workspace: Workspace, services: Services, said: tuple[str, ...], flagged: bool
) -> None:
    made = course(workspace)
    one = enrol(workspace, made, name="แดง")
    for day, code in enumerate(said, 2):
        on = meeting(services, made, f"2026-11-{day:02}")
        services.sessions.move(on, "hold")
        if code:
            services.attendance.mark(on, {one: code})

    with workspace.read() as session:
        found = list(missed_in_a_row(Counted(session, _TODAY, [made]), 3))
    assert [each.who for each in found] == ([one] if flagged else [])
