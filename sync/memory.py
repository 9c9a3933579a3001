"""A laptop's store kept in memory: for tests, and the reference for real ones."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence

import msgspec

from sync import merge
from sync.kinds import lane as lane_of
from sync.merge import Conflict, RecordState
from sync.ports import LANES, Identity, Incoming, LinkState, Receipt
from sync.protocol import Change, FieldWrite, Refusal, Value, without_values
from sync.stamps import (
    ZERO_STAMP,
    corrected_ms,
    merge_seen,
    next_stamp,
    settle_clock,
)

Key = tuple[bytes, int, int, int]


class MemoryStore:
    """Records, change log and link state of one laptop; every public call is one transaction.

    Attributes:
        log: every change known, own and received, by (device, epoch, lane, seq).
        states: merged state of each record.
        kinds: kind of each record.
    """

    def __init__(
        self,
        device: bytes,
        clock: Callable[[], int],
        hub: bytes = bytes(16),
        author: bytes = b"",
    ) -> None:
        self.device = device
        self.hub = hub
        self.author = author
        self.clock = clock
        self.epoch = 1
        self.last = ZERO_STAMP
        self.log: dict[Key, Change] = {}
        self.states: dict[bytes, RecordState] = {}
        self.kinds: dict[bytes, str] = {}
        self.receipts: list[Receipt] = []
        self.refused: list[Refusal] = []
        self._on_hub: dict[tuple[bytes, bytes], tuple[Change, ...]] = {}  # by record and stamp
        self._made = [0] * len(LANES)
        self._acknowledged = [0] * len(LANES)
        self._link = LinkState()

    # --- what people do ------------------------------------------------------------------

    def edit(self, record: bytes, kind: str, values: Mapping[str, Value]) -> Change | None:
        """Save values to a record, making it if need be; None when nothing is another."""
        return self._write(record, kind, merge.writes_for_edit(self.state(record), values))

    def decide(self, record: bytes, field: str, value: Value) -> Change | None:
        """Settle the conflicts of a field."""
        writes = merge.writes_for_decision(self.state(record), field, value)
        return self._write(record, self.kinds[record], writes)

    def state(self, record: bytes) -> RecordState:
        """What is known of a record, empty if nothing."""
        return self.states.get(record, {})

    def values(self, record: bytes) -> dict[str, Value]:
        """The shown value of each field."""
        return {name: field.value for name, field in self.state(record).items()}

    def conflicts(self) -> list[Conflict]:
        """Every open conflict, by id."""
        found = [
            conflict
            for record, state in self.states.items()
            for conflict in merge.conflicts(self.kinds[record], record, state)
        ]
        return sorted(found, key=lambda conflict: conflict.id)

    def copied(self) -> MemoryStore:
        """The store as a backup or a cloned disk would have it."""
        other = copy.copy(self)
        other.log = dict(self.log)
        other.states = {record: dict(state) for record, state in self.states.items()}
        other.kinds = dict(self.kinds)
        other.receipts = list(self.receipts)
        other.refused = list(self.refused)
        other._on_hub = dict(self._on_hub)
        other._made = list(self._made)
        other._acknowledged = list(self._acknowledged)
        return other

    # --- LocalStore ----------------------------------------------------------------------

    def identity(self) -> Identity:
        """Who this laptop is."""
        return Identity(self.device, self.epoch, self.hub)

    def link(self) -> LinkState:
        """The state last stored."""
        return self._link

    def highest(self) -> tuple[int, ...]:
        """Highest own seq per lane."""
        return tuple(self._made)

    def acknowledged(self) -> tuple[int, ...]:
        """Highest confirmed seq per lane."""
        return tuple(self._acknowledged)

    def pending(self, lane: int, after: int, max_bytes: int) -> Sequence[Change]:
        """Own changes after a seq, about as many bytes as asked for."""
        found: list[Change] = []
        size = 0
        for seq in range(after + 1, self._made[lane] + 1):
            change = self.log[self.device, self.epoch, lane, seq]
            size += len(msgspec.msgpack.encode(change))
            if found and size > max_bytes:
                break
            found.append(change)
        return found

    def waiting(self) -> int:
        """Own changes not yet confirmed."""
        return sum(self._made) - sum(self._acknowledged)

    def visible(self) -> int:
        """Records that are not hidden."""
        return sum(not merge.is_hidden(state) for state in self.states.values())

    def count_hiding(self, changes: Sequence[Change]) -> int:
        """Records that these changes would hide."""
        after: dict[bytes, RecordState] = {}
        for change in changes:
            state = after.get(change.record, self.state(change.record))
            after[change.record] = merge.apply_change(state, change).state
        return sum(
            merge.is_hidden(state) and not merge.is_hidden(self.states[record])
            for record, state in after.items()
            if record in self.states
        )

    def apply(self, incoming: Incoming) -> None:
        """Take an answer whole."""
        if incoming.reset:
            self._forget_hub()
        if incoming.at_hub:
            for change in incoming.changes:
                self._make_room(change)
                self._take(change)
                _add(self._on_hub, change)
        else:
            self.take_from_neighbour(incoming.changes)
        for lane, seq in incoming.doubtful:
            key = (self.device, self.epoch, lane, seq)
            if key in self.log:
                self._take(msgspec.structs.replace(self.log[key], doubtful=True))
        if incoming.seen:
            self.last = merge_seen(self.last, incoming.seen, self.device)
        self.last = settle_clock(self.last, incoming.hub_ms, self.device)
        self._acknowledged = list(incoming.acknowledged)
        if incoming.receipt is not None:
            self.receipts.append(incoming.receipt)
        self.refused.extend(incoming.refused)
        self._link = incoming.link
        if incoming.offer_again:
            self._offer_again()

    def take_from_neighbour(self, changes: Sequence[Change]) -> int:
        """Merge changes that another laptop gave; how many were new.

        They do not count as being at the hub: one that was restored is offered them again. One
        whose number is another change's here becomes a change of this laptop.
        """
        new = 0
        for change in changes:
            stands = self.log.get(_key(change))
            if stands is None:
                self._take(change)
            elif merge.same_change(stands, change) or self._has(change):
                continue
            else:
                self._take_as_own(change)
            new += 1
        return new

    def take_over(self, changes: Sequence[Change]) -> None:
        """Make changes one's own that the hub does not take as their author signed them."""
        for change in changes:
            stands = self.log.get(_key(change))
            if stands is not None and merge.same_change(stands, change):
                self._offer(change)

    def known_at_hub(self, changes: Sequence[Change]) -> bool:
        """Whether the hub's own news has said of each that it is there."""
        return all(_is_among(self._on_hub, each) for each in changes)

    def restart(self, epoch: int, link: LinkState, confirmed: bool = True) -> None:
        """Give the unconfirmed changes new numbers in a new epoch."""
        made = [0] * len(LANES)
        for lane in LANES:
            for seq in range(self._acknowledged[lane] + 1, self._made[lane] + 1):
                change = self.log.pop((self.device, self.epoch, lane, seq))
                made[lane] += 1
                moved = msgspec.structs.replace(change, epoch=epoch, seq=made[lane])
                self.log[self.device, epoch, lane, made[lane]] = moved
        if confirmed:
            self._note_acknowledged()
        else:
            self._forget_hub()
        self.epoch = epoch
        self._made = made
        self._acknowledged = [0] * len(LANES)
        self._link = link

    # --- inside --------------------------------------------------------------------------

    def _write(self, record: bytes, kind: str, writes: dict[str, FieldWrite]) -> Change | None:
        if not writes:
            return None
        wall_ms = self.clock()
        offset_ms = self._link.offset_ms
        self.last = next_stamp(self.last, corrected_ms(wall_ms, offset_ms), self.device)
        lane = int(lane_of(kind))
        self._made[lane] += 1
        change = Change(
            record=record,
            kind=kind,
            fields=writes,
            device=self.device,
            epoch=self.epoch,
            lane=lane,
            seq=self._made[lane],
            stamp=self.last,
            wall_ms=wall_ms,
            offset_ms=offset_ms,
            author=self.author,
        )
        self._take(change)
        return change

    def _forget_hub(self) -> None:
        """Nothing counts as being at the hub, nor as doubted there, until its news says so."""
        self._on_hub.clear()
        doubted = {change.record for change in self.log.values() if change.doubtful}
        for key, change in self.log.items():
            if change.doubtful:
                self.log[key] = msgspec.structs.replace(change, doubtful=False)
        for record in doubted:
            known = (change for change in self.log.values() if change.record == record)
            self.states[record] = merge.fold(known)

    def _note_acknowledged(self) -> None:
        for lane in LANES:
            for seq in range(1, self._acknowledged[lane] + 1):
                change = self.log[self.device, self.epoch, lane, seq]
                _add(self._on_hub, change)

    def _offer_again(self) -> None:
        self._note_acknowledged()
        known = dict(self._on_hub)
        for key, change in list(self.log.items()):
            own = key[:2] == (self.device, self.epoch)
            if own or _is_among(known, change):
                continue
            _add(known, change)
            self._take_as_own(change)

    def _take(self, change: Change) -> None:
        key = _key(change)
        if key in self.log and self.log[key].doubtful:
            change = msgspec.structs.replace(change, doubtful=True)
        self.log[key] = change
        self.kinds.setdefault(change.record, change.kind)
        before = self.state(change.record)
        after = merge.apply_change(before, change).state
        self.states[change.record] = after
        if merge.is_erased(after):
            self._erase_log(change.record)

    def _make_room(self, change: Change) -> None:
        """Keep what bears the number that the hub gives to another change.

        Only a neighbour can have brought it, of a copy of its author.
        """
        other = self.log.get(_key(change))
        if other is not None and not merge.same_change(other, change):
            self._offer(self.log.pop(_key(change)))

    def _offer(self, change: Change) -> None:
        """Make a change an own one too, unless it is at the hub or waits here already."""
        own = (each for key, each in self.log.items() if key[:2] == (self.device, self.epoch))
        if not (
            _is_among(self._on_hub, change) or any(merge.same_change(each, change) for each in own)
        ):
            self._take_as_own(change)

    def _take_as_own(self, change: Change) -> None:
        lane = change.lane if change.lane in LANES else int(LANES[-1])
        self._made[lane] += 1
        number = {"epoch": self.epoch, "lane": lane, "seq": self._made[lane]}
        self._take(msgspec.structs.replace(change, device=self.device, **number))

    def _has(self, change: Change) -> bool:
        """Whether a change is in the log, under whatever number."""
        return any(merge.same_change(each, change) for each in self.log.values())

    def _erase_log(self, record: bytes) -> None:
        for key, change in self.log.items():
            if change.record == record:
                self.log[key] = without_values(change)


def _key(change: Change) -> Key:
    return (change.device, change.epoch, change.lane, change.seq)


def _add(known: dict[tuple[bytes, bytes], tuple[Change, ...]], change: Change) -> None:
    if not _is_among(known, change):
        key = (change.record, change.stamp)
        known[key] = (*known.get(key, ()), change)


def _is_among(known: Mapping[tuple[bytes, bytes], tuple[Change, ...]], change: Change) -> bool:
    those = known.get((change.record, change.stamp), ())
    return any(merge.same_change(each, change) for each in those)
