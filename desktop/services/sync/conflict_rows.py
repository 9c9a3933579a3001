"""Conflicts as screens and commands show them: whose values they are, and names for ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, field_of, from_milliseconds, synced_classes
from desktop.models.capture import to_wire
from desktop.models.fields import fields_of
from desktop.models.moves import LAST_MOVE, MoveRecord, WithStates, move_class
from desktop.models.owners import owner_of
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.program import Change, Conflict, DeviceState, User
from desktop.services.masking import may_hide
from desktop.services.sync.conflict_facts import Fact
from desktop.services.sync.reopening import bases_of, log_of, writes_of
from sync import merge
from sync.stamps import stamp_device, stamp_ms


@dataclass(frozen=True)
class ConflictPart:
    """One field of a fact in conflict; the names are those of records that the values point at.

    `kind` is "" for a field of the record itself. Where two moves meet, each part is a fact of
    the moves, and `kind` is theirs.
    """

    field: str
    mine: Any
    theirs: Any
    base: Any
    mine_name: str = ""
    theirs_name: str = ""
    base_name: str = ""
    kind: str = ""


@dataclass(frozen=True)
class ConflictRow:
    """One fact in conflict.

    Attributes:
        about: what the record is called where it is no learner's, such as a partner's name, or that
            of the person whom it belongs to; else "".
        mine: the value of this laptop, or of whoever is shown where neither was made here.
        theirs: the other value.
        mine_shown: whether `mine` is what screens show meanwhile.
        field: the field; `deleted` or `merged_into` where a record's end meets an edit.
        other_field: the edited field in that case, else `field`.
        who: name of the author of `theirs`, "" where unknown.
        when: of `theirs`, by the stamp.
        asked: a person must decide; otherwise it is settled meanwhile and listed.
        parts: every field of the fact, the one above first.
        decided: for a settled one what was chosen: `mine`, `theirs`, or `other`; else "".
        decided_by: by whom.
        decided_stamp: orders what was decided; b"" for what is open.
        masked: the values are of a sensitive kind and not for who is signed in; all are None.
    """

    id: str
    record: UUID
    kind: str
    learner: UUID | None
    learner_name: str
    field: str
    other_field: str
    mine: Any
    theirs: Any
    base: Any
    mine_shown: bool
    who: str
    my_who: str
    when: datetime
    my_when: datetime
    asked: bool
    parts: tuple[ConflictPart, ...] = ()
    decided: str = ""
    decided_by: str = ""
    decided_stamp: bytes = b""
    masked: bool = False
    about: str = ""


@dataclass(frozen=True)
class _Side:
    value: Any
    stamp: bytes
    author: UUID | None


class ConflictTeller:
    """Tells conflicts to people; one serves one session, which may hide sensitive records."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._device = session.get_one(DeviceState, 1).device
        self._users = {user.id: user.name for user in session.scalars(select(User))}
        self._logs: dict[UUID, list[Change]] = {}

    def row(self, fact: Fact, decision: Change | None = None) -> ConflictRow:
        """Return a fact as it is shown; `decision` settled it."""
        main = fact.main
        mine_shown = self.mine_shown(fact)
        shown, other = self._sides(main)
        mine, theirs = (shown, other) if mine_shown else (other, shown)
        learner = learner_of(self._session, main)
        masked = is_masked(self._session, main)
        parts = tuple(part for each in fact.parts for part in self._parts(each, mine_shown))
        if masked:
            parts = tuple(ConflictPart(each.field, None, None, None) for each in parts)
        return ConflictRow(
            id=main.id.hex(),
            record=main.record_id,
            kind=main.kind,
            learner=learner.id if learner else None,
            learner_name=name_of(learner),
            about=self._about(main) if learner is None and not masked else "",
            field=main.field,
            other_field=main.other_field,
            mine=None if masked else mine.value,
            theirs=None if masked else theirs.value,
            base=parts[0].base,
            mine_shown=mine_shown,
            who=self._who(theirs),
            my_who=self._who(mine),
            when=from_milliseconds(stamp_ms(theirs.stamp)),
            my_when=from_milliseconds(stamp_ms(mine.stamp)),
            asked=fact.asked,
            parts=parts,
            decided=_chosen(main, decision, mine_shown),
            decided_by=self._users.get(decision.author, "")
            if decision is not None and decision.author
            else "",
            decided_stamp=decision.stamp if decision is not None else b"",
            masked=masked,
        )

    def mine_shown(self, fact: Fact) -> bool:
        """Whether this laptop's value is the shown one; where neither is its own, that is."""
        return not any(
            stamp_device(self._sides(each)[1].stamp) == self._device for each in fact.parts
        )

    def _about(self, conflict: Conflict) -> str:
        cls = synced_classes().get(conflict.kind)
        record = self._session.get(cls, conflict.record_id) if cls is not None else None
        if record is None:
            return ""
        owner = owner_of(self._session, record)
        person = self._session.get(Person, owner) if owner is not None else None
        return called(person) if person is not None else record_name(record)

    def _parts(self, conflict: Conflict, mine_shown: bool) -> Iterator[ConflictPart]:
        """A field; or both moves whole, where two laptops moved a thing on."""
        cls = synced_classes().get(conflict.kind)
        if conflict.other_field != LAST_MOVE or cls is None or not issubclass(cls, WithStates):
            yield self._part(conflict, mine_shown)
            return
        shown, other = self._sides(conflict)
        sides = (shown, other) if mine_shown else (other, shown)
        moves = move_class(cls)
        both = [self._move(moves, side.value) for side in sides]
        for name, field in fields_of(moves).items():
            mine, theirs = (getattr(each, name) if each else None for each in both)
            if name == "deleted" or field.owner or not field.told or not (mine or theirs):
                continue
            yield ConflictPart(
                name,
                to_wire(field, mine),
                to_wire(field, theirs),
                None,
                self._name(field.link, mine),
                self._name(field.link, theirs),
                kind=moves.kind,
            )

    def _move(self, cls: type[MoveRecord], value: Any) -> MoveRecord | None:
        known = isinstance(value, bytes) and len(value) == 16
        return self._session.get(cls, UUID(bytes=value)) if known else None

    def _name(self, kind: str, linked: UUID | None) -> str:
        cls = synced_classes().get(kind)
        record = self._session.get(cls, linked) if cls and linked else None
        return record_name(record) if record is not None else ""

    def _part(self, conflict: Conflict, mine_shown: bool) -> ConflictPart:
        shown, other = self._sides(conflict)
        mine, theirs = (shown, other) if mine_shown else (other, shown)
        base = self._base(conflict, shown, other)
        return ConflictPart(
            field=conflict.other_field,
            mine=mine.value,
            theirs=theirs.value,
            base=base,
            mine_name=self._linked(conflict, mine.value),
            theirs_name=self._linked(conflict, theirs.value),
            base_name=self._linked(conflict, base),
        )

    def _sides(self, conflict: Conflict) -> tuple[_Side, _Side]:
        """Both values, of a reopened conflict with those who wrote them at first."""
        shown = _Side(conflict.shown, conflict.shown_stamp, conflict.shown_author)
        other = _Side(conflict.other, conflict.other_stamp, conflict.other_author)
        if conflict.field != conflict.other_field:
            return shown, other
        log = self._log(conflict.record_id)
        writes = writes_of(log, conflict.field)
        return self._first(writes, conflict.field, shown), self._first(
            writes, conflict.field, other
        )

    def _first(self, writes: dict[bytes, Change], field: str, side: _Side) -> _Side:
        row = writes.get(side.stamp)
        while row is not None and (before := _put_back(writes, field, row)) is not None:
            row = before
        if row is None or row.stamp == side.stamp:
            return side
        return _Side(side.value, row.stamp, row.author)

    def _base(self, conflict: Conflict, shown: _Side, other: _Side) -> Any:
        if (shown.stamp, other.stamp) == (conflict.shown_stamp, conflict.other_stamp):
            return conflict.base
        writes = writes_of(self._log(conflict.record_id), conflict.field)
        bases = {stamp: bases_of(row, conflict.field) for stamp, row in writes.items()}
        found = merge.common_bases(bases, shown.stamp, [other.stamp])
        row = writes.get(found[other.stamp])
        return row.fields[conflict.field][0] if row is not None else None

    def _log(self, record_id: UUID) -> list[Change]:
        if record_id not in self._logs:
            self._logs[record_id] = log_of(self._session, record_id)
        return self._logs[record_id]

    def _who(self, side: _Side) -> str:
        return self._users.get(side.author, "") if side.author else ""

    def _users_of(self, value: Any) -> list[str]:
        known = {user_id.hex: name for user_id, name in self._users.items()}
        return [known[each] for each in value or () if each in known]

    def _linked(self, conflict: Conflict, value: Any) -> str:
        field = field_of(conflict.kind, conflict.other_field)
        if field is not None and field.type == "links":
            return ", ".join(self._users_of(value))
        cls = synced_classes().get(field.link) if field is not None else None
        if cls is None or not isinstance(value, bytes) or len(value) != 16:
            return ""
        record = self._session.get(cls, UUID(bytes=value))
        return record_name(record) if record is not None else ""


def is_masked(session: Session, conflict: Conflict) -> bool:
    """Whether the values are of a record that the session leaves out."""
    cls = synced_classes().get(conflict.kind)
    if cls is None or not may_hide(conflict.kind):
        return False
    return session.get(cls, conflict.record_id) is None


def record_name(record: SyncedRecord) -> str:
    """Return what a record is called in a few words, "" where it has no name."""
    if isinstance(record, Learner | Person):
        return called(record)
    for name in ("name", "title", "text", "house_number", "code"):
        value = getattr(record, name, None)
        if value:
            moo = getattr(record, "moo", None)
            return f"{moo} {value}" if moo else str(value)
    return ""


def learner_of(session: Session, conflict: Conflict) -> Learner | None:
    """Return whom a conflict is about."""
    return learner_of_record(session, conflict.kind, conflict.record_id)


def learner_of_record(session: Session, kind: str, record_id: UUID) -> Learner | None:
    """Return the learner that a record is about, None where it is about none."""
    cls = synced_classes().get(kind)
    record = session.get(cls, record_id) if cls else None
    owner = owner_of(session, record) if record is not None else None
    return session.get(Learner, owner) if owner else None


def name_of(learner: Learner | None) -> str:
    """Return a learner's full name."""
    return "" if learner is None else called(learner)


def _put_back(writes: dict[bytes, Change], field: str, row: Change) -> Change | None:
    """Return the write whose value this one put back beside another, None where it did not."""
    bases = bases_of(row, field)
    beside = any(
        each.stamp != row.stamp and each.device == row.device and bases_of(each, field) == bases
        for each in writes.values()
    )
    if not beside or len(bases) != 1 or bases[0] not in writes:
        return None
    value = row.fields[field][0]
    alike = [
        writes[stamp]
        for stamp in bases_of(writes[bases[0]], field)
        if stamp in writes and merge.same_value(writes[stamp].fields[field][0], value)
    ]
    return max(alike, key=lambda each: each.stamp, default=None)


def _chosen(conflict: Conflict, decision: Change | None, mine_shown: bool) -> str:
    if decision is None:
        return ""
    value = decision.fields[conflict.field][0]
    shown, other = conflict.shown, conflict.other
    if conflict.field != conflict.other_field:
        shown_won = bool(value)
    elif merge.same_value(value, shown):
        shown_won = True
    elif merge.same_value(value, other):
        shown_won = False
    else:
        return "other"
    return "mine" if shown_won == mine_shown else "theirs"
