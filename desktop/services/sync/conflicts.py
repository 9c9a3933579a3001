"""Conflicts: two edits that did not see each other, shown side by side and decided once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.capture import Editing, from_wire
from desktop.models.moves import LAST_MOVE, WithStates, decide_between, move_class
from desktop.models.program import Change, Conflict, DeviceState
from desktop.services.rights import Right, needs
from desktop.services.sync.conflict_facts import (
    Fact,
    companions_of,
    facts,
    open_facts,
    told_to,
)
from desktop.services.sync.conflict_rows import ConflictPart as ConflictPart
from desktop.services.sync.conflict_rows import ConflictRow as ConflictRow
from desktop.services.sync.conflict_rows import ConflictTeller, is_masked
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.reopening import decision_on, log_of, record_of, reopen, writes_of
from desktop.services.sync.rows import to_protocol
from desktop.services.workspace import Workspace
from sync import merge
from sync.policy import ENDING_FIELDS, MERGED_INTO
from sync.stamps import stamp_device

Choice = Literal["mine", "theirs"]
_SETTLED_SHOWN = 200


class ConflictService:
    """Lists and decides conflicts; a decision is an ordinary change, so it settles everywhere.

    What is one fact for a person is one row here: a birth date and the words it was told in, or
    the end of a record and every edit that met it. One answer settles all of it.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def open(self, *, asked_only: bool = False) -> list[ConflictRow]:
        """Return what is undecided, what asks for a person first, newest first."""
        with self._workspace.read(named=True) as session:
            teller = ConflictTeller(session)
            return [
                teller.row(fact) for fact in open_facts(session) if fact.asked or not asked_only
            ]

    @needs(Right.READ)
    def settled(self) -> list[ConflictRow]:
        """Return what was decided and can still be reopened, newest first."""
        with self._workspace.read(named=True) as session:
            teller = ConflictTeller(session)
            found = session.scalars(
                select(Conflict)
                .where(Conflict.settled.is_(True))
                .order_by(Conflict.found_at.desc(), Conflict.id)
                .limit(_SETTLED_SHOWN)
            )
            rows = []
            for fact in facts(each for each in found if told_to(session, each)):
                decision = decision_on(log_of(session, fact.main.record_id), fact.main)
                if decision is not None:
                    rows.append(teller.row(fact, decision))
            rows.sort(key=lambda row: row.decided_stamp, reverse=True)
            return rows

    @needs(Right.DECIDE)
    def decide(self, ids: Iterable[str], choice: Choice) -> int:
        """Settle conflicts with one of the two values; returns how many facts were.

        Raises:
            UserError: `conflict_unknown`; `not_allowed` where who decides may not see the values.
        """
        ids = self._seen(ids)
        with self._workspace.write() as session:
            device = session.get_one(DeviceState, 1).device
            return self._each(
                session, ids, lambda fact: self._decide(session, device, fact, choice)
            )

    @needs(Right.DECIDE)
    def reopen(self, ids: Iterable[str]) -> int:
        """Take decisions back: both values are to be decided again, on every laptop.

        Returns how many facts are open again; those that are open already are left alone.

        Raises:
            UserError: `conflict_unknown`; `conflict_moved_on` where it was edited since;
                `not_allowed` where who asks may not see the values.
        """
        count = 0
        ids = self._seen(ids)
        with self._workspace.write() as session:
            undone: set[bytes] = set()
            for identity in ids:
                conflict = _find(session, identity)
                if not conflict.settled:
                    continue
                fact = _settled_fact(session, conflict)
                again = False
                for part in fact.parts:
                    decision = decision_on(log_of(session, part.record_id), part)
                    if decision is None and (again or _gone(undone, session, part)):
                        continue
                    undone |= reopen(session, part, self._workspace.now())
                    again = True
                    if fact.ending:
                        break
                count += again
        return count

    def _seen(self, ids: Iterable[str]) -> list[str]:
        """Return conflicts that who is signed in sees; whoever sees no values chooses none."""
        wanted = list(ids)
        with self._workspace.read(named=True) as session:
            for identity in wanted:
                conflict = _find(session, identity)
                if not told_to(session, conflict):
                    raise UserError("conflict_unknown", id=identity)
                if is_masked(session, conflict):
                    raise UserError("not_allowed", what=Right.SENSITIVE.value)
        return wanted

    def _each(self, session: Session, ids: Iterable[str], settle: Any) -> int:
        count = 0
        done: set[bytes] = set()
        for identity in ids:
            conflict = _find(session, identity)
            if conflict.id in done:
                continue
            if conflict.settled:
                if count:
                    continue  # another answer of this call settled it along
                raise UserError("conflict_unknown", id=identity)
            fact = _fact_with(session, conflict)
            settle(fact)
            done.update(fact.ids)
            count += 1
        return count

    def _decide(self, session: Session, device: bytes, fact: Fact, choice: Choice) -> None:
        main = fact.main
        teller = ConflictTeller(session)
        mine_shown = teller.mine_shown(fact)
        take_shown = mine_shown == (choice == "mine")
        won, lost = (
            (main.shown_stamp, main.other_stamp)
            if take_shown
            else (main.other_stamp, main.shown_stamp)
        )
        self._settle(session, main, main.shown if take_shown else main.other, take_shown)
        if fact.ending:
            return
        for part in fact.parts[1:]:
            side = _same_side(part, won, take_shown)
            self._settle(session, part, part.shown if side else part.other, side)
        self._follow(session, fact, lost)

    def _follow(self, session: Session, fact: Fact, lost: bytes) -> None:
        """Put back what the losing side wrote beside its value and nobody contests."""
        main = fact.main
        contested = {part.field for part in fact.parts}
        for name in companions_of(main.kind, main.field) - contested:
            log = log_of(session, main.record_id)
            writes = writes_of(log, name)
            state = merge.fold(map(to_protocol, log)).get(name, merge.EMPTY_FIELD)
            if lost not in {head.stamp for head in state.heads} or len(state.heads) > 1:
                continue
            bases = [writes[stamp] for stamp in writes[lost].fields[name][1] if stamp in writes]
            value = bases[-1].fields[name][0] if bases else None
            record, columns = record_of(session, main)
            setattr(record, name, from_wire(columns[name], value))
            session.flush()

    def _settle(self, session: Session, conflict: Conflict, value: Any, take_shown: bool) -> None:
        editing: Editing = session.info["editing"]
        record_id = conflict.record_id
        record, columns = record_of(session, conflict)
        state = merge.fold(map(to_protocol, log_of(session, record_id)))
        ending = conflict.field != conflict.other_field
        name = conflict.field
        if ending and not take_shown:
            # The edit is worth more than the end: the record lives again.
            value = None if name == MERGED_INTO else False
        write = merge.writes_for_decision(state, name, value)[name]
        editing.bases[record_id, name] = list(write.bases)
        setattr(record, name, from_wire(columns[name], value))
        editing.decided.add((record_id, name))
        session.flush()
        rows = list(session.scalars(select(Change).where(Change.record_id == record_id)))
        writer = RecordWriter(session, editing.device, self._workspace.now())
        writer.refresh(record_id, conflict.kind, rows)
        session.flush()
        if name == LAST_MOVE and isinstance(record, WithStates) and record.last_move_id:
            others = [UUID(bytes=each.value) for each in state[name].heads if each.value]
            decide_between(
                session,
                move_class(type(record)),
                record.last_move_id,
                [each for each in others if each != record.last_move_id],
                self._workspace.today().isoformat(),
            )


def _same_side(part: Conflict, won: bytes, take_shown: bool) -> bool:
    """Whether the shown value of a part is of the side that won."""
    for stamp, shown in ((part.shown_stamp, True), (part.other_stamp, False)):
        if stamp == won:
            return shown
    devices = (stamp_device(part.shown_stamp), stamp_device(part.other_stamp))
    if devices[0] != devices[1] and stamp_device(won) in devices:
        return devices[0] == stamp_device(won)
    return take_shown


def _find(session: Session, identity: str) -> Conflict:
    try:
        conflict = session.get(Conflict, bytes.fromhex(identity))
    except ValueError:
        conflict = None
    if conflict is None:
        raise UserError("conflict_unknown", id=identity)
    return conflict


def _fact_with(session: Session, conflict: Conflict) -> Fact:
    for fact in open_facts(session, conflict.record_id):
        if conflict.id in fact.ids:
            return fact
    raise UserError("conflict_unknown", id=conflict.id.hex())


def _settled_fact(session: Session, conflict: Conflict) -> Fact:
    own = session.scalars(
        select(Conflict)
        .where(Conflict.record_id == conflict.record_id, Conflict.settled.is_(True))
        .order_by(Conflict.found_at.desc(), Conflict.id)
    )
    log = log_of(session, conflict.record_id)
    standing = [each for each in own if decision_on(log, each) is not None]
    for fact in facts(standing):
        if conflict.id in fact.ids:
            return fact
    return Fact((conflict,), (), conflict.field in ENDING_FIELDS)


def _gone(undone: set[bytes], session: Session, part: Conflict) -> bool:
    """Whether the decision on a part was taken back in this very call already."""
    both = {part.shown_stamp, part.other_stamp}
    rows = writes_of(log_of(session, part.record_id), part.field)
    return any(
        row.stamp in undone and both.issubset(row.fields[part.field][1]) for row in rows.values()
    )
