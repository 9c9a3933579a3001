"""What must be answerable for: audit entries, each carrying the hash of the one before."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Table, write_csv, write_xlsx
from desktop.models.base import from_milliseconds, to_milliseconds
from desktop.models.ids import derived_id
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.program import AuditAnchor, AuditEntry, Change, DeviceState, User
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.same_person import of_person
from desktop.services.workspace import Workspace
from resources.clock import midnight, thai_day
from resources.words.names import is_event

FIRST = bytes(32)
"""What stands for the entry before the first."""

GRAVE = frozenset(
    {
        "audit_exported", "breach_pack", "exported", "erasure_confirmed", "learner_erased",
        "learners_anonymised", "part_erased", "passcode_given", "passcode_recovered",
        "person_record_exported", "recovery_given_to_hub", "recovery_made", "urgent_handed_over",
        "user_activated", "user_added", "user_changed", "user_deactivated",
    }
)  # fmt: skip
"""Events after which an anchor is not left until the next day."""

SET_BACK = frozenset({"restored", "old_copy", "writes_lost"})
"""Events that say, in the chain itself, that an older copy was put back before them."""

# An anchor is to cost a turn little: 96 bits of the hash, half of the laptop's id (the change
# itself names it whole) and whole seconds are enough.
_ANCHORED_BYTES, _DEVICE_LETTERS = 12, 8


@dataclass(frozen=True)
class AuditLine:
    """One entry as it is read; `detail` holds codes and ids, never people's data.

    `subject` is the name of the learner or user that it is about, "" for neither.
    """

    number: int
    at: datetime
    author: UUID | None
    author_name: str
    event: str
    record_id: UUID | None
    detail: dict[str, Any]
    subject: str = ""


@dataclass(frozen=True)
class AuditQuery:
    """Which entries are wanted; what is empty does not narrow.

    Attributes:
        author: who did it.
        events: codes of what was done.
        since: the first day, inclusive.
        until: the last day, inclusive.
        learner_id: entries of this learner, and of what belongs to them.
    """

    author: UUID | None = None
    events: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    learner_id: UUID | None = None


@dataclass(frozen=True)
class ChainState:
    """Whether the entries are as they were written.

    Attributes:
        entries: how many there are.
        broken: number of the first entry that does not follow from the one before, None for none.
        differs: numbers up to which an anchor says something else than the entries do now; a
            number above `entries` means that the last ones were cut off.
        anchors: how many anchors of this laptop were compared.
        anchored: the newest number with an anchor, 0 for none.
        anchored_at: when that was.
    """

    entries: int
    broken: int | None
    differs: tuple[int, ...]
    anchors: int
    anchored: int
    anchored_at: datetime | None

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, taken out or cut off."""
        return self.broken is None and not self.differs


class AuditService:
    """Reads the audit entries, checks their chain, and anchors it away from this laptop."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.AUDIT)
    def entries(
        self,
        limit: int = 500,
        record_id: UUID | None = None,
        query: AuditQuery | None = None,
        before: int | None = None,
    ) -> tuple[AuditLine, ...]:
        """Return entries, newest first; `before` goes on below a number already shown."""
        with self._workspace.read() as session:
            names = {user.id: user.name for user in session.scalars(select(User))}
            wanted = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(limit)
            if record_id is not None:
                wanted = wanted.where(AuditEntry.record_id == record_id)
            if before is not None:
                wanted = wanted.where(AuditEntry.number < before)
            if query is not None:
                wanted = wanted.where(*_conditions(query))
            found = list(session.scalars(wanted))
            whose = _people(session, {each.record_id for each in found if each.record_id})
            return tuple(
                AuditLine(
                    number=each.number,
                    at=each.at,
                    author=each.author,
                    author_name=names.get(each.author, "") if each.author else "",
                    event=each.event,
                    record_id=each.record_id,
                    detail=each.detail,
                    subject=(
                        whose.get(each.record_id) or names.get(each.record_id, "")
                        if each.record_id
                        else ""
                    ),
                )
                for each in found
            )

    @needs(Right.AUDIT)
    def events(self) -> tuple[str, ...]:
        """Return the codes of what has happened here, for a filter."""
        with self._workspace.read() as session:
            return tuple(
                session.scalars(select(AuditEntry.event).distinct().order_by(AuditEntry.event))
            )

    @needs(Right.AUDIT)
    def export(self, path: Path, table: Table, *, english: bool = False) -> None:
        """Write entries as they are shown into a workbook or .csv, by the file's name."""
        if path.suffix.lower() == ".csv":
            write_csv(path, table)
        else:
            write_xlsx(path, [table], english=english)
        with self._workspace.write() as session:
            note(session, self._workspace, "audit_exported", count=len(list(table.rows)))

    @needs(Right.COUNT)
    def first_broken(self) -> int | None:
        """Return the number of the first entry that does not follow from the one before it."""
        with self._workspace.read() as session:
            return first_broken(session)

    @needs(Right.COUNT)
    def state(self) -> ChainState:
        """Check the chain, and compare it with every anchor that this laptop has set."""
        with self._workspace.read() as session:
            return chain_state(session)

    @open_to_all
    def anchor(self) -> bool:
        """Set an anchor where one is due; returns whether one was set.

        One is due when entries were added since the last one, and that is of another day or the
        entries say something grave: at most one a day else, so that a turn stays small. It goes
        to the hub and the centre's laptops as any change does.
        """
        with self._workspace.database.read() as session:
            if not _due(session, self._workspace.today()):
                return False
        # In nobody's name: it is no action of a person, and cannot be taken back.
        with self._workspace.database.write() as session:
            if not _due(session, self._workspace.today()):
                return False
            session.add(_anchor(session, to_milliseconds(self._workspace.now())))
        return True


def note(
    session: Session,
    workspace: Workspace,
    event: str,
    record_id: UUID | None = None,
    **detail: Any,
) -> None:
    """Add an entry inside the transaction of what it records; `detail` holds primitives.

    Raises:
        ValueError: the event has no words in `resources/words/names.json`, so that nobody could
            read the entry; a mistake of the caller.
    """
    if not is_event(event):
        raise ValueError(f"the book has no words for the event {event}")
    add_entry(session, workspace, event, record_id, **detail)


def add_entry(
    session: Session,
    workspace: Workspace,
    event: str,
    record_id: UUID | None = None,
    **detail: Any,
) -> None:
    """Add an entry as `note` does, also of an event that only a newer version has words for."""
    session.flush()
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).first()
    entry = AuditEntry(
        number=last.number + 1 if last else 1,
        at=workspace.now(),
        author=workspace.user.user_id,
        event=event,
        record_id=record_id,
        detail=detail,
    )
    entry.chain = _chain(last.chain if last else FIRST, entry)
    session.add(entry)
    session.flush()


def first_broken(session: Session) -> int | None:
    """Return the number of the first entry that was changed, or stands where one is missing."""
    before, expected = FIRST, 1
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.number)):
        if entry.number != expected or entry.chain != _chain(before, entry):
            return entry.number
        before, expected = entry.chain, expected + 1
    return None


def chain_state(session: Session) -> ChainState:
    """Check the chain and compare it with every anchor of this laptop."""
    device = session.get_one(DeviceState, 1)
    chains = {
        number: bytes(chain)
        for number, chain in session.execute(select(AuditEntry.number, AuditEntry.chain))
    }
    set_back = list(
        session.scalars(select(AuditEntry.number).where(AuditEntry.event.in_(SET_BACK)))
    )
    anchors = [
        (epoch, number, chain, at)
        for epoch, number, chain, at in _told_anchors(
            session, device.device.hex()[:_DEVICE_LETTERS]
        )
    ]
    differs = sorted(
        {
            number
            for epoch, number, chain, _ in anchors
            if _short(chains.get(number, b"")) != chain
            # Entries of a time that an older copy took the place of: the chain tells of it.
            and not (epoch < device.epoch and any(each <= number for each in set_back))
        }
    )
    newest = max(((number, at) for _, number, _, at in anchors), default=(0, 0))
    return ChainState(
        entries=len(chains),
        broken=first_broken(session),
        differs=tuple(differs),
        anchors=len(anchors),
        anchored=newest[0],
        anchored_at=from_milliseconds(newest[1] * 1000) if newest[0] else None,
    )


def _told_anchors(session: Session, device: str) -> set[tuple[int, int, str, int]]:
    """Return the anchors of a laptop: the records, and every version that ever came or went."""
    found = {
        (each.epoch, each.number, each.chain, each.at)
        for each in session.scalars(select(AuditAnchor).where(AuditAnchor.device == device))
    }
    # One id twice with different words: the records keep one of them, the change log both.
    known: dict[UUID, dict[str, Any]] = {}
    anchors = select(Change).where(Change.kind == AuditAnchor.kind).order_by(Change.number)
    for change in session.scalars(anchors):
        values = known.setdefault(change.record_id, {})
        values.update({name: edit[0] for name, edit in change.fields.items()})
        epoch, number, chain, at = (values.get(n) for n in ("epoch", "number", "chain", "at"))
        if values.get("device") == device and isinstance(chain, str):
            found.add((int(epoch or 0), int(number or 0), chain, int(at or 0)))
    return found


def _short(chain: bytes) -> str:
    return base64.b64encode(chain[:_ANCHORED_BYTES]).decode("ascii")


def _conditions(query: AuditQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.author is not None:
        conditions.append(AuditEntry.author == query.author)
    if query.events:
        conditions.append(AuditEntry.event.in_(query.events))
    if query.since is not None:
        conditions.append(AuditEntry.at >= midnight(query.since))
    if query.until is not None:
        conditions.append(AuditEntry.at < midnight(query.until + timedelta(days=1)))
    if query.learner_id is not None:
        conditions.append(of_person(AuditEntry.record_id, query.learner_id))
    return conditions


def _people(session: Session, ids: Collection[UUID]) -> dict[UUID, str]:
    return {
        each: f"{given} {surname or ''}".strip()
        for cls in (Learner, Person)
        for each, given, surname in session.execute(
            select(cls.id, cls.given, cls.surname).where(cls.id.in_(ids))
        )
    }


def _due(session: Session, today: date) -> bool:
    device = session.get_one(DeviceState, 1)
    last = session.scalars(
        select(AuditAnchor)
        .where(
            AuditAnchor.device == device.device.hex()[:_DEVICE_LETTERS],
            AuditAnchor.epoch == device.epoch,
        )
        .order_by(AuditAnchor.number.desc())
        .limit(1)
    ).first()
    since = last.number if last is not None else 0
    fresh = list(session.scalars(select(AuditEntry.event).where(AuditEntry.number > since)))
    if not fresh:
        return False
    if last is None or thai_day(from_milliseconds(last.at * 1000)) != today:
        return True
    return any(event in GRAVE for event in fresh)


def _anchor(session: Session, at: int) -> AuditAnchor:
    device = session.get_one(DeviceState, 1)
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()
    return AuditAnchor(
        id=derived_id(device.centre_id, "anchor", device.device.hex(), str(device.epoch),
                      str(last.number)),
        device=device.device.hex()[:_DEVICE_LETTERS],
        epoch=device.epoch,
        number=last.number,
        chain=_short(last.chain),
        at=at // 1000,
    )  # fmt: skip


def _chain(before: bytes, entry: AuditEntry) -> bytes:
    content = msgspec.msgpack.encode(
        [
            entry.number,
            to_milliseconds(entry.at),
            entry.author.bytes if entry.author else None,
            entry.event,
            entry.record_id.bytes if entry.record_id else None,
            sorted(entry.detail.items()),
        ]
    )
    return hashlib.sha256(before + content).digest()
