"""Conflicts: two edits that did not see each other, shown side by side and decided once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, from_milliseconds, synced_classes
from desktop.models.capture import Editing, field_columns, from_wire
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.program import Change, Conflict, DeviceState, User
from desktop.services.sync_records import RecordWriter
from desktop.services.sync_store import fold, logged
from desktop.services.workspace import Workspace
from sync import merge
from sync.policy import MERGED_INTO
from sync.stamps import stamp_device, stamp_ms

Choice = Literal["mine", "theirs"]


@dataclass(frozen=True)
class ConflictRow:
    """One open conflict.

    Attributes:
        mine: the value of this laptop, or of whoever is shown where neither was made here.
        theirs: the other value.
        mine_shown: whether `mine` is what screens show meanwhile.
        field: the field; `deleted` or `merged_into` where a record's end meets an edit.
        other_field: the edited field in that case, else `field`.
        who: name of the author of `theirs`, "" where unknown.
        when: of `theirs`, by the stamp.
        asked: a person must decide; otherwise it is settled meanwhile and listed.
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


class ConflictService:
    """Lists and decides conflicts; a decision is an ordinary change, so it settles everywhere."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def open(self, *, asked_only: bool = False) -> list[ConflictRow]:
        """Return what is undecided, what asks for a person first, newest first."""
        with self._workspace.read() as session:
            device = session.get_one(DeviceState, 1)
            users = {user.id: user.name for user in session.scalars(select(User))}
            found = session.scalars(
                select(Conflict)
                .where(Conflict.settled.is_(False))
                .order_by(Conflict.review.desc(), Conflict.found_at.desc())
            )
            return [
                self._row(session, device.device, users, conflict)
                for conflict in found
                if conflict.review or not asked_only
            ]

    def decide(self, ids: Iterable[str], choice: Choice) -> int:
        """Settle conflicts with one of the two values; returns how many were.

        Raises:
            UserError: `conflict_unknown`.
        """
        count = 0
        with self._workspace.write() as session:
            device = session.get_one(DeviceState, 1)
            for identity in ids:
                conflict = _find(session, identity)
                mine_shown = _mine_shown(device.device, conflict)
                take_shown = mine_shown == (choice == "mine")
                value = conflict.shown if take_shown else conflict.other
                self._settle(session, conflict, value, take_shown)
                count += 1
        return count

    def decide_with(self, identity: str, value: Any) -> None:
        """Settle a conflict with a third value, in its stored form.

        Raises:
            UserError: `conflict_unknown`.
        """
        with self._workspace.write() as session:
            self._settle(session, _find(session, identity), value, False)

    def _settle(self, session: Session, conflict: Conflict, value: Any, take_shown: bool) -> None:
        editing: Editing = session.info["editing"]
        record_id = conflict.record_id
        log = logged(session, [record_id.bytes])[record_id.bytes]
        state = fold(log)
        cls = synced_classes().get(conflict.kind)
        record: SyncedRecord | None = session.get(cls, record_id) if cls else None
        if cls is None or record is None:
            raise UserError("conflict_unknown", id=conflict.id.hex())
        ending = conflict.field != conflict.other_field
        name = conflict.field
        if ending and not take_shown:
            # The edit is worth more than the end: the record lives again.
            value = None if name == MERGED_INTO else False
        write = merge.writes_for_decision(state, name, value)[name]
        editing.bases[record_id, name] = list(write.bases)
        column = field_columns(cls)[name]
        setattr(record, name, from_wire(column, value))
        editing.decided.add((record_id, name))
        session.flush()
        rows = list(session.scalars(select(Change).where(Change.record_id == record_id)))
        writer = RecordWriter(session, editing.device, self._workspace.now())
        writer.refresh(record_id, conflict.kind, rows)

    def _row(
        self, session: Session, own: bytes, users: dict[UUID, str], conflict: Conflict
    ) -> ConflictRow:
        mine_shown = _mine_shown(own, conflict)
        shown = (conflict.shown, conflict.shown_stamp, conflict.shown_author)
        other = (conflict.other, conflict.other_stamp, conflict.other_author)
        mine, theirs = (shown, other) if mine_shown else (other, shown)
        learner = _learner_of(session, conflict)
        return ConflictRow(
            id=conflict.id.hex(),
            record=conflict.record_id,
            kind=conflict.kind,
            learner=learner.id if learner else None,
            learner_name=_name(learner),
            field=conflict.field,
            other_field=conflict.other_field,
            mine=mine[0],
            theirs=theirs[0],
            base=conflict.base,
            mine_shown=mine_shown,
            who=users.get(theirs[2], "") if theirs[2] else "",
            my_who=users.get(mine[2], "") if mine[2] else "",
            when=_moment(theirs[1]),
            my_when=_moment(mine[1]),
            asked=conflict.review,
        )


def _mine_shown(own: bytes, conflict: Conflict) -> bool:
    # Where neither was made here, what is shown stands for ours.
    return stamp_device(conflict.other_stamp) != own


def _find(session: Session, identity: str) -> Conflict:
    try:
        conflict = session.get(Conflict, bytes.fromhex(identity))
    except ValueError:
        conflict = None
    if conflict is None or conflict.settled:
        raise UserError("conflict_unknown", id=identity)
    return conflict


def _learner_of(session: Session, conflict: Conflict) -> Learner | None:
    if conflict.kind == "learner":
        return session.get(Learner, conflict.record_id)
    cls = synced_classes().get(conflict.kind)
    record = session.get(cls, conflict.record_id) if cls else None
    owner = getattr(record, "learner_id", None)
    return session.get(Learner, owner) if owner else None


def _name(learner: Learner | None) -> str:
    if learner is None:
        return ""
    return full_name(
        learner.title or "", learner.given, learner.surname or "", learner.middle or ""
    )


def _moment(stamp: bytes) -> datetime:
    return from_milliseconds(stamp_ms(stamp))
