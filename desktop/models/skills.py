"""The four key skills of a learner, as they were measured before and after."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates


class SkillMeasure(WithStates, Base):
    """How far somebody is in one key skill, before or after a course, or outside of any.

    There is one of each: two laptops that measure the same person alike write one record.

    Attributes:
        level, self_level: as somebody else saw it, and as the learner sees it; codes of
            `skill_levels`, whose order is that of the list.
        estimated: it was said later how it had been, and not measured then.
        instrument: with what it was measured, or in which words.
        rater_id: who measured, where that was not whoever wrote it down.
        assessment_id: the HETT assessment that it rests on.
    """

    __tablename__ = "skill_measure"
    kind = "skill_measure"
    first_state = "counts"
    move_kind = "skill_measure_move"
    derived = DerivedId("learner_id", ("skill", "{course_id}", "{skill}", "{phase}"))

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    course_id: Mapped[UUID | None] = field.link("course", by_hand=False, index=True)
    skill: Mapped[str] = field.coded("key_skills", by_hand=False)
    phase: Mapped[str] = field.coded("skill_phases", by_hand=False)
    level: Mapped[str | None] = field.coded("skill_levels")
    self_level: Mapped[str | None] = field.coded("skill_levels")
    on: Mapped[str | None] = field.day()
    estimated: Mapped[bool | None] = field.yes_no()
    instrument: Mapped[str | None] = field.line()
    rater_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    assessment_id: Mapped[UUID | None] = field.link("assessment", by_hand=False)
    note: Mapped[str | None] = field.text()


class SkillMeasureMove(MoveRecord, Base):
    """One step of a measure: it was withdrawn, or counts again."""

    __tablename__ = "skill_measure_move"
    kind = "skill_measure_move"

    skill_measure_id: Mapped[UUID] = field.owner("skill_measure", index=True)
    move: Mapped[str] = field.coded("skill_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("skill_states", by_hand=False)
    to_state: Mapped[str] = field.coded("skill_states", by_hand=False)
