"""Mentors: people who can teach a learner or go along with them, and how it stands with them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates


class Mentor(WithStates, Base):
    """What a person can teach, whom, where and when. One a person, whoever writes them down.

    A `screening` that speaks against children hides the whole record from those who may not know.
    """

    __tablename__ = "mentor"
    kind = "mentor"
    first_state = "candidate"
    move_kind = "mentor_move"
    derived = DerivedId("person_id", ("mentor",))

    person_id: Mapped[UUID] = field.owner("person", index=True)
    ways: Mapped[list[str] | None] = field.coded_list("mentor_ways")
    skills: Mapped[str | None] = field.text()
    wisdom: Mapped[list[str] | None] = field.coded_list("wisdom_branches")
    skill_groups: Mapped[list[str] | None] = field.coded_list("skill_groups")
    groups_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    villages: Mapped[list[str] | None] = field.links("village")
    place: Mapped[str | None] = field.line()
    months_open: Mapped[list[int] | None] = field.months()
    free_when: Mapped[str | None] = field.line()
    capacity_number: Mapped[int | None] = field.count()
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    screened_on: Mapped[str | None] = field.day(part_known=True)
    screening: Mapped[str | None] = field.coded("mentor_screening", guards=True)
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class MentorMove(MoveRecord, Base):
    """One step with a mentor: accepted, paused, taken up again, ended."""

    __tablename__ = "mentor_move"
    kind = "mentor_move"

    mentor_id: Mapped[UUID] = field.owner("mentor", index=True)
    move: Mapped[str] = field.coded("mentor_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("mentor_states", by_hand=False)
    to_state: Mapped[str] = field.coded("mentor_states", by_hand=False)
