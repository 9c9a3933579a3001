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
from desktop.models.persons import Person


def refuse_restricted(
    session: Session, records: Iterable[SyncedRecord], permitted: Callable[[UUID], bool]
) -> None:
    """Refuse an edit of anything that belongs to a restricted person.

    Args:
        session: the write transaction, before its flush.
        records: what is about to be written.
        permitted: says whether this transaction may write of a person all the same.

    Raises:
        UserError: `learner_restricted`, `person_restricted`.
    """
    restricted: frozenset[UUID] | None = None
    persons: frozenset[UUID] = frozenset()
    for record in records:
        if record.open_when_restricted:
            continue
        if restricted is None:
            persons = restricted_persons(session)
            restricted = restricted_ids(session) | persons
        if not restricted:
            return
        owner = owner_of(session, record)
        if owner in restricted and not permitted(owner) and not _new(record):
            if owner in persons:
                raise UserError("person_restricted", person=str(owner))
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


def restricted_persons(session: Session) -> frozenset[UUID]:
    """Return the people, not learners, whose record is restricted, joined twins too.

    Who is held as a learner is held whole: also as the person that they are elsewhere.
    """
    direct = session.execute(
        select(Person.id, Person.merged_into).where(
            or_(
                Person.restricted_on.is_not(None),
                Person.same_learner_id.in_(restricted_ids(session)),
            )
        )
    ).all()
    if not direct:
        return frozenset()
    persons = {kept or own for own, kept in direct}
    twins = session.scalars(
        select(Person.id).where(or_(Person.merged_into.in_(persons), Person.id.in_(persons)))
    )
    return frozenset(persons | {own for own, _ in direct} | set(twins))


def _new(record: SyncedRecord) -> bool:
    """Somebody who comes into being restricted (restored, say) is no edit of one."""
    state: Any = inspect(record)
    return isinstance(record, Learner | Person) and bool(state.pending)
