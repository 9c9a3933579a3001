"""Whose a record is, and what belongs to a record: by the links that its fields call owners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import HUMANS, Field, fields_of
from desktop.models.people import Household, Learner
from desktop.models.persons import Person

_STEP: Final = 400


def owner_links(cls: type[SyncedRecord]) -> list[Field]:
    """Return the links by which a kind of record belongs to others, to somebody first."""
    links = [each for each in fields_of(cls).values() if each.owner]
    return sorted(links, key=lambda each: each.link not in HUMANS)


def erased_with(cls: type[SyncedRecord]) -> list[Field]:
    """Return the links that take a record along when what they lead to is destroyed."""
    return [each for each in fields_of(cls).values() if each.on_erase == "follow"]


def cut_links(cls: type[SyncedRecord]) -> list[Field]:
    """Return the links that are emptied, and the record stays, when what they lead to is gone."""
    return [each for each in fields_of(cls).values() if each.on_erase == "cut"]


def owner_of(session: Session, record: SyncedRecord) -> UUID | None:
    """Return the learner or person a record belongs to; a house has one who lives there alone."""
    if isinstance(record, Learner | Person):
        return record.id
    if isinstance(record, Household):
        return _only_member(session, record.id)
    for link in owner_links(type(record)):
        value: UUID | None = getattr(record, link.name)
        if value is None:
            continue
        if link.link in HUMANS:
            return value
        with session.no_autoflush:
            parent = session.get(synced_classes()[link.link], value)
        return owner_of(session, parent) if parent is not None else None
    return None


def belonging_to(
    session: Session,
    owners: Mapping[type[SyncedRecord], Iterable[UUID]],
    links: Callable[[type[SyncedRecord]], Iterable[Field]] = owner_links,
) -> dict[type[SyncedRecord], set[UUID]]:
    """Return these records with all that belongs to them, and what belongs to that.

    `links` says by which links: `owner_links`, or `erased_with`.
    """
    found: dict[type[SyncedRecord], set[UUID]] = defaultdict(set)
    waiting = [(cls, set(ids)) for cls, ids in owners.items()]
    for cls, ids in waiting:
        found[cls] |= ids
    while waiting:
        owner, ids = waiting.pop()
        for cls in synced_classes().values():
            for link in links(cls):
                if link.link != owner.kind:
                    continue
                column: Any = getattr(cls, link.name)
                parts: set[UUID] = set()
                for step in steps(sorted(ids)):
                    parts.update(session.scalars(select(cls.id).where(column.in_(step))))
                parts -= found[cls]
                if parts:
                    found[cls] |= parts
                    waiting.append((cls, parts))
    return found


def steps(ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    """Cut ids into pieces that one statement takes."""
    for start in range(0, len(ids), _STEP):
        yield list(ids[start : start + _STEP])


def _only_member(session: Session, household_id: UUID) -> UUID | None:
    members = list(
        session.scalars(
            select(Learner.id)
            .where(Learner.household_id == household_id, Learner.deleted.is_(False))
            .limit(2)
        )
    )
    return members[0] if len(members) == 1 else None
