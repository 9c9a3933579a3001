"""Meetings of courses, and who came to them."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.cli.printed import Paper
from desktop.cli.subjects.subject import Act, Argument, Subject, Values, served
from desktop.models.sessions import Attendance, CourseSession
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed
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


def _activity(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """The record of a meeting, of all of a course, or blank."""
    papers, out = services.activity_papers, options.out
    if options.session:
        return Printed(out, papers.write_sessions(out, [UUID(options.session)], looks))
    if options.course:
        return Printed(out, papers.write_course(out, UUID(options.course), looks))
    return Printed(out, papers.write_form(out, looks))


def _add_activity(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--session", metavar="ID", default="", help="ครั้งเดียว / of one session")
    which.add_argument("--course", metavar="ID", default="", help="ทุกครั้งที่จัด / of every one held")


PAPERS = (Paper("activity", "บันทึกกิจกรรม / record of a session", _activity, _add_activity),)

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
