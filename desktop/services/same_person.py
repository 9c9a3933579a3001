"""Records of one person under two ids: what is kept under a joined twin is read with the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.people import Learner


def of_person(column: Any, learner_id: UUID) -> ColumnElement[bool]:
    """Return the condition that a record belongs to a learner or to a twin joined to them.

    Nothing is moved on joining: a visit noted on another laptop under the twin's id arrives
    later, and must be seen all the same.
    """
    return of_twins(Learner, column, learner_id)


def of_twins(cls: Any, column: Any, record_id: UUID) -> ColumnElement[bool]:
    """Return the condition that a link leads to a record or to a twin joined to it."""
    condition: ColumnElement[bool] = column.in_(
        select(cls.id).where(or_(cls.id == record_id, cls.merged_into == record_id))
    )
    return condition


def of_that_learner(column: Any) -> ColumnElement[bool]:
    """Return the same condition for the learner of the query around it."""
    twin = aliased(Learner)
    condition: ColumnElement[bool] = or_(
        column == Learner.id, column.in_(select(twin.id).where(twin.merged_into == Learner.id))
    )
    return condition


def twins_of(session: Session, learner_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the joined twins of these learners: twin to the person who stands for it."""
    rows = session.execute(
        select(Learner.id, Learner.merged_into).where(Learner.merged_into.in_(learner_ids))
    )
    return {row[0]: row[1] for row in rows if row[1] is not None}
