"""Meetings of courses, and who came to them."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Subject, Values, served
from desktop.models.sessions import Attendance, CourseSession
from desktop.services.all import Services
from desktop.services.sessions.lifecycle import MEETING
from desktop.services.sessions.register_records import Mark


def _mark(services: Services, session_id: UUID, values: Values) -> None:
    minutes = values.get("minutes")
    mark = Mark(
        str(values["code"]),
        None if minutes in (None, "") else int(str(minutes)),
        str(values.get("note") or ""),
    )
    services.attendance.mark(session_id, {UUID(str(values["enrolment_id"])): mark})


def _take_back(services: Services, session_id: UUID, values: Values) -> None:
    services.attendance.mark(session_id, {UUID(str(values["enrolment_id"])): ""})


def _all_came(services: Services, session_id: UUID, _values: Values) -> None:
    services.attendance.all_came(session_id)


def _shift(services: Services, session_id: UUID, values: Values) -> UUID:
    return services.sessions.shift(
        session_id, values["on"], str(values["cancel_reason"]), str(values.get("note") or "")
    )


_WHOSE = Argument("enrolment_id", required=True, type="link", link="enrolment")
_CODE = Argument("code", required=True, type="code", list="attendance_codes")

SUBJECTS = (
    served(
        MEETING,
        lambda services: services.sessions,
        acts=(
            Act(
                "shift",
                _shift,
                (
                    Argument("on", required=True, type="day"),
                    Argument(
                        "cancel_reason", required=True, type="code", list="session_cancel_reasons"
                    ),
                    Argument("note"),
                ),
            ),
        ),
        needed=frozenset({"course_id", "on"}),
    ),
    Subject(
        Attendance,
        acts=(
            Act(
                "mark",
                _mark,
                (_WHOSE, _CODE, Argument("minutes", type="count"), Argument("note", type="line")),
                of=CourseSession.kind,
            ),
            Act("take_back", _take_back, (_WHOSE,), of=CourseSession.kind),
            Act("all_came", _all_came, of=CourseSession.kind),
        ),
    ),
)
