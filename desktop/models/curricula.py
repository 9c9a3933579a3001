"""Local curricula: what a village teaches, in which units, and how far it was tried and adopted."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord


class Curriculum(NamedRecord, WithStates, Base):
    """One version of a local curriculum. What was tried or adopted is changed in a new version.

    Attributes:
        version: 1 for the first; `previous_id` leads to the one that it was copied from.
        problem, outcomes: what it answers, and what is learnt by it.
        hours: all of it, where its units do not say.
        capital: what of the community's capital it draws on.
        village_id, community: where its knowledge comes from.
        shareable: its community agrees that others use it; None where nobody asked.
    """

    __tablename__ = "curriculum"
    kind = "curriculum"
    first_state = "draft"
    move_kind = "curriculum_move"
    found_by = ("problem", "outcomes", "community")

    name: Mapped[str] = field.line()
    version: Mapped[int] = field.count(by_hand=False, default=1)
    previous_id: Mapped[UUID | None] = field.link("curriculum", by_hand=False, index=True)
    problem: Mapped[str | None] = field.text()
    principles: Mapped[str | None] = field.text()
    outcomes: Mapped[str | None] = field.text()
    groups_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    key_skills: Mapped[list[str] | None] = field.coded_list("key_skills")
    skill_groups: Mapped[list[str] | None] = field.coded_list("skill_groups")
    dimensions: Mapped[list[str] | None] = field.coded_list("hett_dimensions")
    hours: Mapped[float | None] = field.amount()
    method: Mapped[str | None] = field.text()
    materials: Mapped[str | None] = field.text()
    measuring: Mapped[str | None] = field.text()
    completion: Mapped[str | None] = field.text()
    transfer: Mapped[str | None] = field.text()
    months_open: Mapped[list[int] | None] = field.months()
    languages: Mapped[list[str] | None] = field.coded_list("languages")
    capital: Mapped[list[str] | None] = field.links("capital")
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    community: Mapped[str | None] = field.line()
    shareable: Mapped[bool | None] = field.yes_no()
    written_on: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()


class CurriculumUnit(SyncedRecord, Base):
    """A unit of a curriculum: what is learnt, how long, and how."""

    __tablename__ = "curriculum_unit"
    kind = "curriculum_unit"

    curriculum_id: Mapped[UUID] = field.owner("curriculum", index=True)
    number: Mapped[int | None] = field.count()
    name: Mapped[str] = field.line()
    hours: Mapped[float | None] = field.amount()
    method: Mapped[str | None] = field.text()


class CurriculumMove(MoveRecord, Base):
    """One step of a curriculum: tried with learners, adopted, retired.

    Attributes:
        held: the course that it was tried in: which, where, for whom.
    """

    __tablename__ = "curriculum_move"
    kind = "curriculum_move"

    curriculum_id: Mapped[UUID] = field.owner("curriculum", index=True)
    move: Mapped[str] = field.coded("curriculum_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("curriculum_states", by_hand=False)
    to_state: Mapped[str] = field.coded("curriculum_states", by_hand=False)
    held: Mapped[str | None] = field.line()
