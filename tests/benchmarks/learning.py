"""Learning: 300 courses that met 6,000 times, and 150,000 marks of 20,000 learners."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from desktop.models.area import Village
from desktop.models.capture_new import add_new
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.derived import id_of
from desktop.models.ids import derived_id, new_id
from desktop.models.people import Learner
from desktop.models.sessions import Attendance, CourseSession, SessionMove
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.benchmarks.people import fill

_COURSES = 300
_MEETINGS = 20
_IN_EACH = 25
_MONTH_MS, _REPORT_MS = 200, 1_000


def learning_figures(folder: Path, learners: int) -> Iterator[Figure]:
    """What the calendar of a month and the reports of learning ask."""
    workspace = new_centre(folder / "centre")
    fill(workspace, learners)
    teach(workspace, max(1, _COURSES * learners // 20_000))
    services, first = Services(workspace), workspace.today().replace(day=1)
    for name, budget, call in (
        ("a month of the calendar", _MONTH_MS, lambda: services.calendar.days(first, 42)),
        ("reports of learning", _REPORT_MS, lambda: services.help_tallies.report("learning")),
    ):
        middle, worst = median_ms([call] * 5)
        yield Figure(name, middle, budget, "ms", f"worst {worst:.0f} ms")
    workspace.close()


def teach(workspace: Workspace, count: int) -> None:
    """Store so many courses of a year, each with its meetings, people and marks."""
    chance, today = random.Random(7), workspace.today()
    with workspace.write() as session:
        people = list(session.scalars(select(Learner.id)))
        villages = list(session.scalars(select(Village.id)))
        courses = add_new(
            session,
            Course,
            [
                {
                    "name": f"กิจกรรม {number}", "village_id": chance.choice(villages or [None]),
                    "place": f"ศาลา {number % 40}", "skill_groups": ["technical"],
                    "responsible_id": workspace.user.user_id,
                }
                for number in range(count)
            ],
        )  # fmt: skip
        meetings: list[dict[str, object]] = []
        held: list[dict[str, object]] = []
        enrolled: list[dict[str, object]] = []
        taken: list[dict[str, object]] = []
        marks: list[dict[str, object]] = []
        for course in courses:
            own = []
            for learner in chance.sample(people, min(_IN_EACH, len(people))):
                who = {
                    "course_id": course, "learner_id": learner, "person_id": None, "name": None,
                }  # fmt: skip
                known, move = id_of(Enrolment, who, course), new_id()
                own.append(known)
                enrolled.append(
                    {
                        **who, "id": known,
                        "joined_on": "2026-01-01", "last_move_id": move,
                    }
                )  # fmt: skip
                taken.append(
                    {
                        "id": move, "enrolment_id": known, "move": "enrol",
                        "from_state": "interested", "to_state": "enrolled",
                        "done_on": "2026-01-01",
                    }
                )  # fmt: skip
            begin = today - timedelta(chance.randint(60, 300))
            for number in range(_MEETINGS):
                day = begin + timedelta(7 * number)
                meeting, last = _meeting(course, day, chance)
                if day <= today:
                    move = new_id()
                    meeting["last_move_id"] = move
                    held.append(
                        {
                            "id": move, "session_id": meeting["id"], "move": "hold",
                            "from_state": "planned", "to_state": "held", "done_on": last,
                        }
                    )  # fmt: skip
                    marks += [
                        {
                            "session_id": meeting["id"], "enrolment_id": each,
                            "code": chance.choice(("present", "present", "late", "absent")),
                        }
                        for each in own
                    ]  # fmt: skip
                meetings.append(meeting)
        for cls, rows in (
            (Enrolment, enrolled), (EnrolmentMove, taken), (CourseSession, meetings),
            (SessionMove, held), (Attendance, marks),
        ):  # fmt: skip
            add_new(session, cls, rows)


def _meeting(course: UUID, day: date, chance: random.Random) -> tuple[dict[str, object], str]:
    on = day.isoformat()
    begins = chance.choice((9, 10, 13))
    values: dict[str, object] = {
        "id": derived_id(course, "session", on, "1"), "course_id": course, "on": on, "number": 1,
        "from_time": f"{begins:02}:00", "to_time": f"{begins + 2:02}:00", "hours": 2.0,
    }  # fmt: skip
    return values, on
