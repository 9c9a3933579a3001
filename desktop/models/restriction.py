"""Restriction of a person's record: no write on this laptop gets past it, whatever service asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord
from desktop.models.owners import owner_links, owner_of
from desktop.models.people import Learner


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
        if record.open_when_restricted:
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
    names = [each.name for each in owner_links(cls) if each.link == Learner.kind]
    if cls.open_when_restricted or not names:
        return
    restricted = restricted_ids(session)
    for row in rows if restricted else ():
        for name in names:
            if row.get(name) in restricted:
                raise UserError("learner_restricted", learner=str(row[name]))


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


def _new(record: SyncedRecord) -> bool:
    """A learner that comes into being restricted (restored, say) is no edit of one."""
    return isinstance(record, Learner) and bool(inspect(record).pending)
