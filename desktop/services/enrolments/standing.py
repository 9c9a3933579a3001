"""How somebody stands to the rule of their course: what of the expected sessions they are at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.courses import Course, Enrolment
from desktop.models.credits import Evidence
from desktop.models.moves import state_column
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.services.attendance.counting import Attended, attended
from desktop.services.enrolments.records import Rule, Shown
from desktop.services.record_values import live

WITH_EVIDENCE: Final = "attendance_evidence"
"""The code of the rule that asks for evidence beside attendance."""
_ENOUGH: Final = "seen"
_LOOKED_FOR: Final = (_ENOUGH, "waiting")


@dataclass(frozen=True)
class Stand:
    """How somebody stands to the rule of their course."""

    attended: Attended
    rule: Rule


def stand(finish_rule: str | None, came: Attended, *, evidence: bool) -> Stand:
    """Return how somebody stands to a rule; while sessions are still to come it is not met.

    Args:
        finish_rule: code of `course_rules`, `attendance` without.
        evidence: there is evidence of what they learnt, and somebody saw that it is enough.
    """
    return Stand(came, _rule(finish_rule or "", came, evidence=evidence))


def _rule(finish_rule: str, came: Attended, *, evidence: bool) -> Rule:
    if finish_rule == "teacher":
        return "teacher"
    if came.coming:
        return "reachable" if came.reachable else "missed"
    if not came.expected or came.present * 100 < came.expected * came.rule:
        return "missed"
    return "met" if finish_rule != WITH_EVIDENCE or evidence else "evidence"


def stand_of(session: Session, enrolment: Enrolment) -> Stand:
    """Return how somebody stands to the rule of their course."""
    course = live(session, Course, enrolment.course_id)
    known = attended(session, [enrolment.id])
    came = known.get(enrolment.id) or Attended(course.id, enrolment.id)
    evidence = evidenced(session, [enrolment]).get(enrolment.id) == _ENOUGH
    return stand(course.finish_rule, came, evidence=evidence)


def evidenced(session: Session, enrolments: Iterable[Any]) -> Mapping[UUID, Shown]:
    """Return how far there is evidence of each enrolment whose course asks for it.

    Evidence of a learner in a course counts for them, joined twins as one.

    Args:
        enrolments: whatever has their `id` and `course_id`.
    """
    ids = {each.id: each.course_id for each in enrolments}
    courses = sorted(set(ids.values()))
    asking: set[UUID] = set()
    for step in steps(courses):
        rule = select(Course.id).where(Course.id.in_(step), Course.finish_rule == WITH_EVIDENCE)
        asking.update(session.scalars(rule))
    if not asking:
        return {}
    who = func.coalesce(Learner.merged_into, Learner.id)
    state = state_column(Evidence)
    known: dict[tuple[UUID, UUID], Shown] = {}
    for step in steps(sorted(asking)):
        wanted = (
            select(Evidence.course_id, who, state)
            .join(Learner, Learner.id == Evidence.learner_id)
            .where(
                Evidence.course_id.in_(step), Evidence.deleted.is_(False), state.in_(_LOOKED_FOR)
            )
        )
        for course_id, learner_id, said in session.execute(wanted):
            assert course_id is not None
            if said == _ENOUGH:
                known[course_id, learner_id] = "seen"
            else:
                known.setdefault((course_id, learner_id), "waiting")
    found: dict[UUID, Shown] = {}
    for step in steps([each for each, course_id in ids.items() if course_id in asking]):
        whose = (
            select(Enrolment.id, who)
            .outerjoin(Learner, Learner.id == Enrolment.learner_id)
            .where(Enrolment.id.in_(step))
        )
        for enrolment_id, learner_id in session.execute(whose):
            found[enrolment_id] = known.get((ids[enrolment_id], learner_id), "none")
    return found
