"""Which conflicts are one fact for a person: they are listed, counted and decided as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.moves import LAST_MOVE
from desktop.models.program import Conflict
from sync.kinds import kind_of
from sync.policy import ENDING_FIELDS

COMPANIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "learner": {
        "birth_estimated": "birth",
        "birth_text": "birth",
        "hamlet_id": "village_id",
        "close_reason": "status",
    },
    "household": {"hamlet_id": "village_id", "longitude": "latitude"},
    "learner_code": {"checksum_confirmed": "value"},
}
"""Fields that say no more than another one beside them, by kind: companion to its main field."""


@dataclass(frozen=True)
class Fact:
    """Conflicts that one answer settles.

    Attributes:
        parts: a conflict for each field of the fact, the main field first.
        again: further conflicts over the same values.
        ending: the end of a record meets edits, each edited field a part.
    """

    parts: tuple[Conflict, ...]
    again: tuple[Conflict, ...]
    ending: bool

    @property
    def main(self) -> Conflict:
        """The conflict that stands for the fact; its id is the fact's."""
        return self.parts[0]

    @property
    def asked(self) -> bool:
        """Whether a person must decide."""
        return any(each.review for each in self.parts)

    @property
    def ids(self) -> tuple[bytes, ...]:
        """The ids of all its conflicts."""
        return tuple(each.id for each in (*self.parts, *self.again))


def main_field(kind: str, field: str) -> str:
    """Return the field that stands for the fact of a field."""
    return COMPANIONS.get(kind, {}).get(field, field)


def companions_of(kind: str, field: str) -> frozenset[str]:
    """Return the fields that go with a main field."""
    return frozenset(name for name, main in COMPANIONS.get(kind, {}).items() if main == field)


def facts(conflicts: Iterable[Conflict]) -> list[Fact]:
    """Return the facts of conflicts, in the order in which each first appears."""
    groups: dict[tuple[UUID, str, bool], list[Conflict]] = {}
    for each in conflicts:
        ending = each.field in ENDING_FIELDS and each.field != each.other_field
        name = each.field if ending else main_field(each.kind, each.field)
        groups.setdefault((each.record_id, name, ending), []).append(each)
    found: list[Fact] = []
    for (_record, name, ending), own in groups.items():
        if ending:
            ordered = sorted(own, key=lambda each: (not each.review, each.other_field))
            found.append(Fact(tuple(ordered), (), True))
        else:
            found.extend(_of_field(own, name))
    return found


def open_facts(session: Session, *records: UUID) -> list[Fact]:
    """Return what is undecided, what asks for a person first, newest first."""
    query = (
        select(Conflict)
        .where(Conflict.settled.is_(False))
        .order_by(Conflict.review.desc(), Conflict.found_at.desc(), Conflict.id)
    )
    if records:
        query = query.where(Conflict.record_id.in_(records))
    found = facts(each for each in session.scalars(query) if told_to(session, each))
    return sorted(found, key=lambda fact: not fact.asked)


def count_asked(session: Session) -> int:
    """Return how many facts wait for a person."""
    return sum(fact.asked for fact in open_facts(session))


def told_to(session: Session, conflict: Conflict) -> bool:
    """Whether it is told to a person at all.

    Of an urgent case only to a session that shows the case; never of what only the program
    writes, such as the place of a goal in its list: one of the two stands, and nobody is asked.
    """
    if _by_program(conflict):
        return False
    if not kind_of(conflict.kind).secret:
        return True
    return session.get(synced_classes()[conflict.kind], conflict.record_id) is not None


def _by_program(conflict: Conflict) -> bool:
    name = conflict.other_field if conflict.field in ENDING_FIELDS else conflict.field
    cls = synced_classes().get(conflict.kind)
    known = fields_of(cls).get(name) if cls is not None else None
    return known is not None and known.machine and name != LAST_MOVE


def _of_field(own: Sequence[Conflict], name: str) -> list[Fact]:
    """One fact for each value that meets the shown one; companions go with the first."""
    mains = [each for each in own if each.field == name] or [own[0]]
    different: dict[str, list[Conflict]] = {}
    for each in mains:
        different.setdefault(repr(each.other), []).append(each)
    beside: dict[str, Conflict] = {}
    more: list[Conflict] = []
    for each in own:
        if each.field == mains[0].field:
            continue
        if each.field in beside:
            more.append(each)
        else:
            beside[each.field] = each
    found = []
    for number, same in enumerate(different.values()):
        parts = (same[0], *(beside.values() if number == 0 else ()))
        again = (*same[1:], *(more if number == 0 else ()))
        found.append(Fact(parts, again, False))
    return found
