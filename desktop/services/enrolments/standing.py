"""How somebody stands to the rule of their course: what of the expected sessions they are at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.courses import Course, Enrolment
from desktop.services.attendance.counting import Attended, attended
from desktop.services.enrolments.records import Rule
from desktop.services.record_values import live


@dataclass(frozen=True)
class Stand:
    """How somebody stands to the rule of their course."""

    attended: Attended
    rule: Rule


def stand(finish_rule: str | None, came: Attended, *, evidence: bool) -> Stand:
    """Return how somebody stands to a rule; while sessions are still to come it is not met.

    Args:
        finish_rule: code of `course_rules`, `attendance` without.
        evidence: there is evidence of what they learnt.
    """
    return Stand(came, _rule(finish_rule or "", came, evidence=evidence))


def _rule(finish_rule: str, came: Attended, *, evidence: bool) -> Rule:
    if finish_rule == "teacher":
        return "teacher"
    if came.coming:
        return "reachable" if came.reachable else "missed"
    if not came.expected or came.present * 100 < came.expected * came.rule:
        return "missed"
    return "met" if finish_rule != "attendance_evidence" or evidence else "evidence"


def stand_of(session: Session, enrolment: Enrolment) -> Stand:
    """Return how somebody stands to the rule of their course."""
    course = live(session, Course, enrolment.course_id)
    known = attended(session, [enrolment.id])
    came = known.get(enrolment.id) or Attended(course.id, enrolment.id)
    evidence = enrolment.id in evidenced(session, [enrolment])
    return stand(course.finish_rule, came, evidence=evidence)


def evidenced(session: Session, enrolments: Iterable[Any]) -> frozenset[UUID]:
    """Return those of these enrolments whose learning there is evidence of."""
    del session, enrolments
    return frozenset()
