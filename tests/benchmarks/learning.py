"""Learning: 300 courses that met 6,000 times, and 150,000 marks of 20,000 learners."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.capture_new import add_new
from desktop.models.courses import Course, CourseMove, Enrolment, EnrolmentMove
from desktop.models.ids import derived_id, new_id
from desktop.models.people import Learner
from desktop.models.sessions import Attendance, CourseSession, SessionMove
from desktop.services.all import Services
from desktop.services.attendance.counting import attendances
from desktop.services.sessions.brought import SESSIONS
from desktop.services.workspace import Workspace
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.benchmarks.people import fill

_COURSES = 300
_MEETINGS = 20
_IN_EACH = 25
_MONTH_MS, _EVERYBODY_MS = 200, 1_000


def learning_figures(folder: Path, learners: int) -> Iterator[Figure]:
    """What the calendar of a month, the day and the reports ask of learning."""
    workspace = new_centre(folder / "centre")
    fill(workspace, learners)
    teach(workspace, max(1, _COURSES * learners // 20_000))
    services, today = Services(workspace), workspace.today()
    first = today.replace(day=1)
    with workspace.read() as session:
        on = session.scalars(select(CourseSession.id).order_by(CourseSession.on)).first()
    brings = SESSIONS.day
    assert on is not None
    assert brings is not None
    reports = services.help_tallies

    def everybody() -> None:
        with workspace.read() as session:
            attendances(session, today)

    def day() -> None:
        with workspace.read() as session:
            list(brings(session, today, workspace.user.user_id))

    for name, budget, call in (
        ("a month of the calendar", _MONTH_MS, lambda: services.calendar.days(first, 42)),
        ("a register", _MONTH_MS, lambda: services.attendance.register(on)),
        ("what meetings bring to the day", _MONTH_MS, day),
        ("counts of everybody", _EVERYBODY_MS, everybody),
        ("reports of learning", _EVERYBODY_MS, lambda: reports.report("learning")),
    ):
        middle, worst = median_ms([call] * 5)
        yield Figure(f"{name}, {learners:,}", middle, budget, "ms", f"worst {worst:.0f} ms")
    services.close()
    workspace.close()


def teach(workspace: Workspace, count: int) -> None:
    """Store the courses of a year, each of twenty weeks, with its meetings, people and marks.

    A transaction is of one course, as somebody would enter it. Those whose weeks are over ended.
    """
    chance = random.Random(7)
    with workspace.read() as session:
        people = list(session.scalars(select(Learner.id).order_by(Learner.code)))
        villages = list(session.scalars(select(Village.id).order_by(Village.moo)))
    for number in range(count):
        with workspace.write() as session:
            begin = workspace.today() - timedelta(chance.randint(0, 364))
            over = begin + timedelta(7 * _MEETINGS) <= workspace.today()
            moves = [new_id() for _each in ("start", "end")[: 1 + over]]
            name = {
                "name": f"กิจกรรม {number}", "village_id": chance.choice(villages or [None]),
                "place": f"ศาลา {number % 40}", "skill_groups": ["technical"],
                "responsible_id": workspace.user.user_id, "last_move_id": moves[-1],
            }  # fmt: skip
            (course,) = add_new(session, Course, [name])
            steps = zip(moves, ("start", "end"), strict=False)
            day = begin.isoformat()
            said = [_moved(move, "course_id", course, step, day) for move, step in steps]
            add_new(session, CourseMove, said)
            whose = chance.sample(people, min(_IN_EACH, len(people)))
            own = _enrol(session, course, whose, begin.isoformat())
            _meet(session, course, own, begin, chance, workspace.today())


def _enrol(session: Session, course: UUID, learners: Sequence[UUID], day: str) -> list[UUID]:
    moves = [new_id() for _each in learners]
    people = [
        {
            "course_id": course, "learner_id": learner, "person_id": None, "name": None,
            "joined_on": day, "last_move_id": move,
        }
        for learner, move in zip(learners, moves, strict=True)
    ]  # fmt: skip
    own = add_new(session, Enrolment, people)
    taken = [
        _moved(move, "enrolment_id", each, "enrol", day)
        for each, move in zip(own, moves, strict=True)
    ]
    add_new(session, EnrolmentMove, taken)
    return own


def _meet(
    session: Session,
    course: UUID,
    own: Sequence[UUID],
    begin: date,
    chance: random.Random,
    today: date,
) -> None:
    meetings: list[dict[str, object]] = []
    held: list[dict[str, object]] = []
    marks: list[dict[str, object]] = []
    for week in range(_MEETINGS):
        day = begin + timedelta(7 * week)
        meeting = _meeting(course, day, chance)
        if day <= today:
            move = meeting["last_move_id"] = new_id()
            held.append(_moved(move, "session_id", meeting["id"], "hold", day.isoformat()))
            marks += [
                {
                    "session_id": meeting["id"], "enrolment_id": each,
                    "code": chance.choice(("present", "present", "late", "absent")),
                }
                for each in own
            ]  # fmt: skip
        meetings.append(meeting)
    for cls, rows in ((CourseSession, meetings), (SessionMove, held), (Attendance, marks)):
        add_new(session, cls, rows)


_STEPS = {
    "start": ("open", "running"), "end": ("running", "ended"),
    "enrol": ("interested", "enrolled"), "hold": ("planned", "held"),
}  # fmt: skip


def _moved(known: UUID, link: str, thing: object, move: str, day: str) -> dict[str, object]:
    before, after = _STEPS[move]
    return {
        "id": known, link: thing, "move": move, "from_state": before, "to_state": after,
        "done_on": day,
    }  # fmt: skip


def _meeting(course: UUID, day: date, chance: random.Random) -> dict[str, object]:
    on = day.isoformat()
    begins = chance.choice((9, 10, 13))
    return {
        "id": derived_id(course, "session", on, "1"), "course_id": course, "on": on, "number": 1,
        "from_time": f"{begins:02}:00", "to_time": f"{begins + 2:02}:00", "hours": 2.0,
        "last_move_id": None,
    }  # fmt: skip
