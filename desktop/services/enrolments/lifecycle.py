"""How somebody comes into a course, waits for a place, completes it, or leaves."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.services.enrolments.places import check_open, free_places
from desktop.services.enrolments.records import LEARNER
from desktop.services.enrolments.standing import stand_of
from desktop.services.funds.numbers import next_number
from desktop.services.moves import Lifecycle, Transition
from desktop.services.record_values import live

CERTIFICATE: Final = "C"
"""The series of the numbers of certificates."""


def _open(session: Session, enrolment: Enrolment, _move: EnrolmentMove) -> None:
    check_open(session, live(session, Course, enrolment.course_id))


def _place(session: Session, enrolment: Enrolment, _move: EnrolmentMove) -> None:
    """Refuse a learner for whom there is no place: they may wait for one."""
    course = live(session, Course, enrolment.course_id)
    check_open(session, course)
    if enrolment.role == LEARNER and free_places(session, course) == 0:
        raise UserError("course_full", text=course.name)


def _rule(session: Session, enrolment: Enrolment, move: EnrolmentMove) -> None:
    """Refuse a completion that the rule does not allow, unless somebody says why it counts.

    A rule that the teacher decides by needs who decided; one that asks for evidence takes the
    paper itself.
    """
    stand = stand_of(session, enrolment)
    came, said = stand.attended, stand.rule
    if said == "evidence" and move.document_id is not None:
        said = "met"
    if said == "teacher" and move.by_id is not None:
        said = "met"
    if said != "met" and not (move.reason and move.by_id):
        raise UserError(
            "course_rule_not_met",
            field="by_id" if said == "teacher" or move.reason else "reason",
            value=came.percent or 0,
            text=str(came.rule),
        )
    move.percent = came.percent
    move.number = move.number or next_number(session, CERTIFICATE, move.done_on, (EnrolmentMove,))


ENROLLING: Final = Lifecycle(
    Enrolment,
    (
        Transition("invite", frozenset({"interested"}), "invited", guard=_open),
        Transition(
            "enrol",
            frozenset({"interested", "invited", "waiting", "left"}),
            "enrolled",
            guard=_place,
        ),
        Transition(
            "wait", frozenset({"interested", "invited", "enrolled", "left"}), "waiting", guard=_open
        ),
        Transition(
            "complete",
            frozenset({"enrolled"}),
            "completed",
            takes=("reason", "by_id", "document_id", "note"),
            guard=_rule,
        ),
        Transition("not_complete", frozenset({"enrolled"}), "not_completed"),
        Transition(
            "leave",
            frozenset({"interested", "invited", "enrolled", "waiting"}),
            "left",
            needs=("leaving_reason",),
        ),
    ),
)
"""Nobody falls out of a course by time: who stays away is asked, and leaves with a reason."""
