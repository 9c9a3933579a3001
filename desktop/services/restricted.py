"""Whose record is restricted: asked before a name leaves the centre."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.errors import UserError
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids, restricted_persons


def refuse(session: Session, whose: UUID) -> None:
    """Refuse to use a restricted record; UserError `learner_restricted`, `person_restricted`."""
    if whose in restricted_ids(session):
        raise UserError("learner_restricted", learner=str(whose))
    if whose in restricted_persons(session):
        raise UserError("person_restricted", person=str(whose))


def usable(session: Session, learner_ids: Iterable[UUID]) -> list[UUID]:
    """Return these learners without the restricted ones, in the same order."""
    held = restricted_ids(session)
    return [each for each in learner_ids if each not in held]


def is_restricted() -> ColumnElement[bool]:
    """Return the condition that the learner of a query, or a twin joined to them, is held."""
    twin = aliased(Learner)
    return or_(
        Learner.restricted_on.is_not(None),
        exists().where(twin.merged_into == Learner.id, twin.restricted_on.is_not(None)),
    )


def held(session: Session) -> Sequence[UUID]:
    """Return the restricted learners that lists show, longest held first."""
    return session.scalars(
        select(Learner.id)
        .where(
            Learner.restricted_on.is_not(None),
            Learner.deleted.is_(False),
            Learner.merged_into.is_(None),
        )
        .order_by(Learner.restricted_on, Learner.id)
    ).all()
