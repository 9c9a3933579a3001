"""What sync has done here: receipts, laptops seen, visits, and changes set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import from_milliseconds
from desktop.models.program import Change, DeviceState, SetAside, SyncSession, User
from desktop.services.masking import told_kind
from desktop.services.rights import Right, needs
from desktop.services.sync.conflict_rows import learner_of_record, name_of
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.roster import enrolled, laptops
from desktop.services.workspace import Workspace
from sync import protocol
from sync.stamps import stamp_ms


@dataclass(frozen=True)
class ReceiptRow:
    """The hub's word that changes are safe there; `way` is `link`, `stick` or `near`."""

    number: str
    at: datetime
    sent: int
    received: int
    way: str


@dataclass(frozen=True)
class LaptopSeen:
    """A laptop of the centre.

    Attributes:
        device: its id as the commands take it.
        letters: of its local codes; "" for one that is not in the list from the hub.
        name: of who worked there last, as far as heard; "" where nobody is known.
        here: this laptop.
        revoked: shut out by the hub.
        last_edit: by the stamp of its last change known here; None where there is none.
        last_visit: when it last came by the near link; None where it did not.
    """

    device: str
    letters: str
    name: str
    here: bool
    revoked: bool
    last_edit: datetime | None
    last_visit: datetime | None


@dataclass(frozen=True)
class VisitRow:
    """A neighbour that came here, or was visited from here (`outgoing`)."""

    partner: str
    letters: str
    at: datetime
    sent: int
    received: int
    outgoing: bool


@dataclass(frozen=True)
class SetAsideRow:
    """A change that could not be taken; it blocks nothing and nothing of it is lost.

    Attributes:
        own: made here and refused by the hub; else it came here and was not understood.
        reason: a code, after a colon the field.
    """

    record: UUID
    kind: str
    learner: UUID | None
    learner_name: str
    own: bool
    reason: str
    device: str
    at: datetime


class LedgerService:
    """Reads what sync has done, and tries again what was set aside."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.SYNC)
    def receipts(self, limit: int = 50) -> list[ReceiptRow]:
        """Return the last receipts, newest first."""
        with self._workspace.read() as session:
            rows = session.scalars(
                select(SyncSession)
                .where(SyncSession.receipt.is_not(None), SyncSession.receipt != "")
                .order_by(SyncSession.ended_at.desc())
                .limit(limit)
            )
            return [
                ReceiptRow(
                    row.receipt or "", row.ended_at or row.started_at, row.sent, row.received,
                    row.way,
                )
                for row in rows
            ]  # fmt: skip

    @needs(Right.SYNC)
    def visits(self, limit: int = 50) -> list[VisitRow]:
        """Return the last visits over the near link, newest first."""
        names = self._letters()
        with self._workspace.read() as session:
            rows = session.scalars(
                select(SyncSession)
                .where(SyncSession.way == "near", SyncSession.partner.is_not(None))
                .order_by(SyncSession.ended_at.desc())
                .limit(limit)
            )
            return [
                VisitRow(
                    row.partner or "", names.get(row.partner or "", ""),
                    row.ended_at or row.started_at, row.sent, row.received,
                    row.outcome != "visited",
                )
                for row in rows
            ]  # fmt: skip

    @needs(Right.SYNC)
    def laptops(self) -> list[LaptopSeen]:
        """Return the laptops of the centre as far as they are known here, this one first."""
        with self._workspace.read() as session:
            own = session.get_one(DeviceState, 1).device.hex()
            letters = session.get_one(DeviceState, 1).letters
            names = {user.id: user.name for user in session.scalars(select(User))}
            edits, people = {}, {}
            for place, at, author in _last_edits(session):
                edits[place.hex()] = at
                people[place.hex()] = names.get(author, "") if author else ""
            people[own] = people.get(own) or self._workspace.user.name
            visits: dict[str, datetime] = {}
            for row in session.scalars(
                select(SyncSession)
                .where(SyncSession.partner.is_not(None))
                .order_by(SyncSession.ended_at)
            ):
                if row.partner and row.ended_at:
                    visits[row.partner] = row.ended_at
        known = {own: (letters, False)}
        try:
            rows = laptops(enrolled(self._workspace))
        except UserError:
            rows = []
        for each in rows:
            known[each.device] = (each.letters, each.revoked)
        for device in edits:
            known.setdefault(device, ("", False))
        found = [
            LaptopSeen(
                device,
                letters,
                people.get(device, ""),
                device == own,
                revoked,
                edits.get(device),
                visits.get(device),
            )
            for device, (letters, revoked) in known.items()
        ]
        found.sort(key=lambda each: (not each.here, each.revoked, each.letters or "~", each.device))
        return found

    @needs(Right.SYNC)
    def revoked_here(self) -> bool:
        """Tell whether the hub has shut this laptop out, as far as heard."""
        return any(each.here and each.revoked for each in self.laptops())

    @needs(Right.READ)
    def set_aside(self) -> list[SetAsideRow]:
        """Return the changes that were set aside, newest first."""
        with self._workspace.read() as session:
            own = session.get_one(DeviceState, 1).device
            rows = []
            for row in session.scalars(select(SetAside).order_by(SetAside.at.desc())):
                learner = learner_of_record(session, row.kind, row.record_id)
                rows.append(
                    SetAsideRow(
                        record=row.record_id,
                        kind=told_kind(row.kind),
                        learner=learner.id if learner else None,
                        learner_name=name_of(learner),
                        own=row.device == own,
                        reason=row.reason,
                        device=row.device.hex(),
                        at=row.at,
                    )
                )
            return rows

    @needs(Right.SYNC)
    def retry_set_aside(self) -> int:
        """Take in again what came and was not understood, as after an update; how many it now is.

        What this laptop's own changes were refused for stays until the record is saved anew.
        """
        with self._workspace.database.write(applying=True) as session:
            device = session.get_one(DeviceState, 1)
            rows = list(session.scalars(select(SetAside).where(SetAside.device != device.device)))
            changes: dict[bytes, list[protocol.Change]] = {}
            for row in rows:
                change = msgspec.msgpack.decode(row.payload, type=protocol.Change)
                changes.setdefault(change.record, []).append(change)
                session.delete(row)
            session.flush()
            if changes:
                RecordWriter(session, device, self._workspace.now()).take(changes)
            session.flush()
            left = session.scalars(select(SetAside).where(SetAside.device != device.device)).all()
            return len(rows) - len(left)

    def _letters(self) -> dict[str, str]:
        try:
            return {row.device: row.letters for row in laptops(enrolled(self._workspace))}
        except UserError:
            return {}


def _last_edits(session: Session) -> Sequence[tuple[bytes, datetime, UUID | None]]:
    """When each laptop was last worked on and by whom, by steps over the index."""
    found: list[tuple[bytes, datetime, UUID | None]] = []
    place = (Change.device, Change.epoch, Change.lane)
    device = b""
    while True:
        following = session.scalar(
            select(Change.device).where(Change.device > device).order_by(Change.device).limit(1)
        )
        if following is None:
            return found
        device = following
        newest, author = b"", None
        epoch = session.scalar(
            select(Change.epoch)
            .where(Change.device == device)
            .order_by(Change.epoch.desc())
            .limit(1)
        )
        for lane in range(4):
            row = session.execute(
                select(Change.stamp, Change.author)
                .where(place[0] == device, place[1] == epoch, place[2] == lane)
                .order_by(Change.seq.desc())
                .limit(1)
            ).first()
            if row is not None and row.stamp > newest:
                newest, author = row.stamp, row.author
        if newest:
            found.append((device, from_milliseconds(stamp_ms(newest)), author))
