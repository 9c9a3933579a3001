"""How a measure is withdrawn and counts again, and what must be measured first."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.moves import state_column
from desktop.models.people import Learner
from desktop.models.skills import SkillMeasure
from desktop.services.moves import Lifecycle, Transition
from desktop.services.same_person import of_person

BEFORE: Final = "before"
COUNTS: Final = "counts"


def check_before(session: Session, measure: SkillMeasure, *, gone: bool = False) -> None:
    """Refuse a level afterwards without one before, and to take away what a later one rests on.

    `gone`: the measure does not count any more, whatever level it says.

    Raises:
        UserError: `skill_no_before`, `skill_after_stands`, with the `field`.
    """
    first = measure.phase == BEFORE
    stands = not gone and measure.level is not None
    if first == stands:  # what is first may always be said, what is later may always go
        return
    others = select(SkillMeasure.id).where(
        SkillMeasure.id != measure.id,
        SkillMeasure.phase != BEFORE if first else SkillMeasure.phase == BEFORE,
        SkillMeasure.skill == measure.skill,
        SkillMeasure.level.is_not(None),
        _same_course(measure),
        of_person(SkillMeasure.learner_id, _stands_for(session, measure)),
        SkillMeasure.deleted.is_(False),
        state_column(SkillMeasure) == COUNTS,
    )
    found = session.scalars(others.limit(1)).first()
    if first and found is not None:
        raise UserError("skill_after_stands", field="level")
    if not first and found is None:
        raise UserError("skill_no_before", field="level")


def _same_course(measure: SkillMeasure) -> ColumnElement[bool]:
    if measure.course_id is None:
        return SkillMeasure.course_id.is_(None)
    return SkillMeasure.course_id == measure.course_id


def _stands_for(session: Session, measure: SkillMeasure) -> UUID:
    learner = session.get_one(Learner, measure.learner_id)
    return learner.merged_into or learner.id


MEASURING: Final = Lifecycle(
    SkillMeasure,
    (
        Transition("restore", frozenset({"withdrawn"}), COUNTS),
        Transition("withdraw", frozenset({COUNTS}), "withdrawn", needs=("reason",)),
    ),
)
"""A measure that was wrong stays as it was written, and is not counted."""
