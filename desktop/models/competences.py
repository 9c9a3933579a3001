"""What those who work with learners were trained in, and until when that holds."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.moves import MoveRecord, WithStates


class Competence(WithStates, Base):
    """Something that a person of the team learnt: where, how long, by which paper.

    Whether it still holds is nowhere written: that follows from `valid_to` and the day. Without
    `valid_to` it does not run out.
    """

    __tablename__ = "competence"
    kind = "competence"
    first_state = "held"
    move_kind = "competence_move"

    person_id: Mapped[UUID] = field.owner("person", index=True)
    competence: Mapped[str | None] = field.coded("competences", index=True)
    course: Mapped[str | None] = field.line()
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    hours: Mapped[float | None] = field.amount()
    on: Mapped[str | None] = field.day(part_known=True)
    valid_to: Mapped[str | None] = field.day(index=True)
    number: Mapped[str | None] = field.plain()
    note: Mapped[str | None] = field.text()


class CompetenceMove(MoveRecord, Base):
    """One step of a competence: it was withdrawn, or counts again."""

    __tablename__ = "competence_move"
    kind = "competence_move"

    competence_id: Mapped[UUID] = field.owner("competence", index=True)
    move: Mapped[str] = field.coded("competence_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("competence_states", by_hand=False)
    to_state: Mapped[str] = field.coded("competence_states", by_hand=False)
