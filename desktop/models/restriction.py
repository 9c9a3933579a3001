"""Restriction of a person's record: no write on this laptop gets past it, whatever service asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.people import Household, Learner

FREE = frozenset({"consent", "rectification", "urgent_case", "urgent_note", "plan_print"})
"""Kinds that a restriction leaves open: the person's own rights, and help in danger."""

_OWNERS = ("learner_id", "plan_id", "assessment_id", "goal_id")


def refuse_restricted(
    session: Session, records: Iterable[SyncedRecord], permitted: Callable[[UUID], bool]
) -> None:
    """Refuse an edit of anything that belongs to a restricted person.

    Args:
        session: the write transaction, before its flush.
        records: what is about to be written.
        permitted: says whether this transaction may write of a person all the same.

    Raises:
        UserError: `learner_restricted`.
    """
    restricted: frozenset[UUID] | None = None
    for record in records:
        if record.kind in FREE:
            continue
        if restricted is None:
            restricted = restricted_ids(session)
        if not restricted:
            return
        owner = owner_of(session, record)
        if owner in restricted and not permitted(owner) and not _new(record):
            raise UserError("learner_restricted", learner=str(owner))


def refuse_restricted_rows(
    session: Session, cls: type[SyncedRecord], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Refuse rows of one kind that are to be stored at once; see `refuse_restricted`."""
    if cls.kind in FREE or not hasattr(cls, "learner_id"):
        return
    restricted = restricted_ids(session)
    for row in rows if restricted else ():
        if row.get("learner_id") in restricted:
            raise UserError("learner_restricted", learner=str(row["learner_id"]))


def restricted_ids(session: Session) -> frozenset[UUID]:
    """Return the learners whose record is restricted, the joined twins of such a person too."""
    direct = session.execute(
        select(Learner.id, Learner.merged_into).where(Learner.restricted_on.is_not(None))
    ).all()
    if not direct:
        return frozenset()
    persons = {kept or own for own, kept in direct}
    twins = session.scalars(
        select(Learner.id).where(
            Learner.merged_into.is_not(None),
            or_(Learner.merged_into.in_(persons), Learner.id.in_(persons)),
        )
    )
    return frozenset(persons | {own for own, _ in direct} | set(twins))


def owner_of(session: Session, record: SyncedRecord) -> UUID | None:
    """Return the person a record belongs to; a house belongs to whoever lives there alone."""
    if isinstance(record, Learner):
        return record.id
    if isinstance(record, Household):
        return _only_member(session, record.id)
    for name in _OWNERS:
        value = getattr(record, name, None)
        if value is None:
            continue
        if name == "learner_id":
            found: UUID = value
            return found
        parent = _parent(session, name, value)
        return owner_of(session, parent) if parent is not None else None
    return None


def _new(record: SyncedRecord) -> bool:
    """A learner that comes into being restricted (restored, say) is no edit of one."""
    return isinstance(record, Learner) and bool(inspect(record).pending)


def _parent(session: Session, name: str, value: UUID) -> SyncedRecord | None:
    cls = synced_classes().get(name.removesuffix("_id"))
    with session.no_autoflush:
        return session.get(cls, value) if cls is not None else None


def _only_member(session: Session, household_id: UUID) -> UUID | None:
    members = list(
        session.scalars(
            select(Learner.id)
            .where(Learner.household_id == household_id, Learner.deleted.is_(False))
            .limit(2)
        )
    )
    return members[0] if len(members) == 1 else None
