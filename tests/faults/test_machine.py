"""Random lives of four laptops and a hub: whatever happens, all end alike and no word is lost."""

from __future__ import annotations

import os
from contextlib import suppress

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from sync.attachments import PIECE, split
from sync.errors import Offline, Rejected
from sync.hub.projection import differing
from sync.hub.records import all_scopes
from sync.memory import MemoryStore
from sync.merge import RecordState, is_hidden
from sync.protocol import Change
from tests.sync.world import Fault, Laptop, World

TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000
_FIELDS = ("given", "phone", "status", "note")

_laptops = st.integers(0, 3)
_records = st.integers(0, 3)
_fields = st.sampled_from(_FIELDS)
_values = st.sampled_from(["ก", "ข", "ค", 1, None, True])
_faults = st.lists(st.sampled_from(list(Fault)), max_size=3)
_steps = st.sampled_from([0, 1, 700, 60_000, 3_600_000])
_jumps = st.sampled_from([-TEN_YEARS_MS, -3_600_000, -50_000, 0, 0, 50_000, TEN_YEARS_MS])


class SyncMachine(RuleBasedStateMachine):
    """Edits, faults, wrong clocks, restored and cloned copies, in any order."""

    @initialize()
    def begin(self) -> None:
        self.world = World()
        for letters in ("AA", "AB", "AC", "AD"):
            self.world.join(letters)
        self.records = [self.world.record_id() for _ in range(4)]
        self.written: list[Change] = []
        self.forgotten: list[Change] = []
        self.laptop_copies: dict[int, MemoryStore] = {}
        self.hub_copy: bytes | None = None
        self.sticks: list[bytes] = []
        self.on_sticks: set[tuple[bytes, bytes]] = set()
        self.owed = False  # a stick holds what nobody else has
        self.receipts: list[bytes] = []

    def _laptop(self, number: int) -> Laptop:
        return self.world.laptops[number % len(self.world.laptops)]

    def _note(self, change: Change | None) -> None:
        self.world.clock.ms += 1
        if change is not None:
            self.written.append(change)

    @rule(step=_steps)
    def time_passes(self, step: int) -> None:
        self.world.clock.ms += step

    @rule(number=_laptops, error=_jumps)
    def clock_jumps(self, number: int, error: int) -> None:
        self._laptop(number).clock.error_ms = error

    @rule(number=_laptops, record=_records, field=_fields, value=_values)
    def edit(self, number: int, record: int, field: str, value: object) -> None:
        store = self._laptop(number).store
        self._note(store.edit(self.records[record], "learner", {field: value}))

    @rule(number=_laptops, record=_records, gone=st.booleans())
    def delete(self, number: int, record: int, gone: bool) -> None:
        store = self._laptop(number).store
        if self.records[record] in store.states:
            self._note(store.edit(self.records[record], "learner", {"deleted": gone}))

    @rule(number=_laptops, record=_records)
    def add_contact(self, number: int, record: int) -> None:
        store = self._laptop(number).store
        values = {"learner_id": self.records[record], "text": "เยี่ยม"}
        self._note(store.edit(self.world.record_id(), "contact", values))

    @rule(number=_laptops, content=st.binary(min_size=1, max_size=40))
    def add_photo(self, number: int, content: bytes) -> None:
        store = self._laptop(number).store
        for record, fields in split(content, piece_bytes=16):
            self._note(store.edit(record, PIECE, fields))

    @rule(number=_laptops, which=st.integers(0, 5), theirs=st.booleans())
    def decide(self, number: int, which: int, theirs: bool) -> None:
        store = self._laptop(number).store
        if open_ones := store.conflicts():
            conflict = open_ones[which % len(open_ones)]
            chosen = conflict.shown
            if theirs and conflict.field == conflict.other_field:
                chosen = conflict.other
            self._note(store.decide(conflict.record, conflict.field, chosen.value))

    @rule(
        number=_laptops, faults=_faults, record=_records, value=_values, typing=st.booleans(),
        paired=st.booleans(),
    )  # fmt: skip
    def sync(
        self,
        number: int,
        faults: list[Fault],
        record: int,
        value: object,
        typing: bool,
        paired: bool,
    ) -> None:
        laptop = self._laptop(number)

        def typed_meanwhile() -> None:
            laptop.link.while_sending = None
            self._note(laptop.store.edit(self.records[record], "learner", {"note": value}))

        laptop.link.while_sending = typed_meanwhile if typing else None
        with suppress(Offline):
            laptop.sync(*faults, paired=paired)
        laptop.link.while_sending = None

    @rule(number=_laptops, which=st.integers(0, 50))
    def late_duplicate(self, number: int, which: int) -> None:
        laptop = self._laptop(number)
        if laptop.link.requests:
            sealed = laptop.link.requests[which % len(laptop.link.requests)]
            # Answered when its number is still unused, refused otherwise; the end shows if it hurt.
            with suppress(Rejected):
                self.world.hub.sync(sealed)

    @rule(number=_laptops, record=_records, value=_values)
    def newer_program_writes(self, number: int, record: int, value: object) -> None:
        """One laptop was upgraded: a field and a kind that the others do not know."""
        store = self._laptop(number).store
        self._note(store.edit(self.records[record], "learner", {"field_of_2570": value}))
        fields = {"learner_id": self.records[record], "text": value}
        self._note(store.edit(self.world.record_id(), "kind_of_2570", fields))

    @rule(number=_laptops, first=_records, second=_records, undo=st.booleans())
    def join(self, number: int, first: int, second: int, undo: bool) -> None:
        """Two records are said to be one person, or no longer."""
        store = self._laptop(number).store
        if self.records[first] in store.states and first != second:
            into = None if undo else self.records[second]
            self._note(store.edit(self.records[first], "learner", {"merged_into": into}))

    @rule(giver=_laptops, taker=_laptops)
    def visit_a_neighbour(self, giver: int, taker: int) -> None:
        if giver != taker:
            # A receipt for what the neighbour was before it was restored is refused.
            with suppress(Rejected):
                self.world.near_visit(self._laptop(giver), self._laptop(taker))

    @rule(number=_laptops)
    def pass_on(self, number: int) -> None:
        self.world.pass_on(self._laptop(number))

    @rule(number=_laptops)
    def put_on_a_stick(self, number: int) -> None:
        laptop = self._laptop(number)
        self.sticks.append(self.world.bundle(laptop))
        for lane, acknowledged in enumerate(laptop.store.acknowledged()):
            waiting = laptop.store.pending(lane, acknowledged, 1 << 20)
            self.on_sticks.update((each.record, each.stamp) for each in waiting)

    @precondition(lambda self: self.sticks)
    @rule(which=st.integers(0, 9))
    def bring_a_stick(self, which: int) -> None:
        receipt, _answer = self.world.hub.accept_bundle(self.sticks[which % len(self.sticks)])
        self.receipts.append(receipt)

    @precondition(lambda self: self.receipts)
    @rule(number=_laptops, which=st.integers(0, 9))
    def bring_a_receipt_back(self, number: int, which: int) -> None:
        with suppress(Rejected):
            receipt = self.receipts[which % len(self.receipts)]
            self.world.take_receipt(self._laptop(number), receipt)

    @rule(number=_laptops)
    def copy_laptop(self, number: int) -> None:
        number %= len(self.world.laptops)
        self.laptop_copies[number] = self.world.laptops[number].store.copied()

    @precondition(lambda self: self.laptop_copies)
    @rule(sent=st.booleans())
    def restore_laptop(self, sent: bool = True) -> None:
        """What was neither sent nor given is lost with the disk, and no fault of sync."""
        number, copy = self.laptop_copies.popitem()
        laptop = self.world.laptops[number]
        if sent:
            with suppress(Offline):
                laptop.sync()
        laptop.store = copy
        self._forget_what_nobody_has()

    @precondition(lambda self: len(self.world.laptops) < 5)
    @rule(number=_laptops)
    def clone_laptop(self, number: int) -> None:
        self.world.cloned(self._laptop(number))

    @rule()
    def copy_hub(self) -> None:
        self.hub_copy = self.world.hub_copy()

    @precondition(lambda self: self.hub_copy is not None)
    @rule()
    def restore_hub(self) -> None:
        assert self.hub_copy is not None
        self.world.restore_hub(self.hub_copy)
        self._forget_what_nobody_has()

    def _forget_what_nobody_has(self) -> None:
        """Whoever had it went back to before the change: no sync can know of it."""
        kept = {
            (change.record, change.stamp)
            for laptop in self.world.laptops
            for change in laptop.store.log.values()
        }
        for record, state in self.world.hub_states().items():
            for field in state.values():
                kept.update((record, stamp) for stamp in field.covered)
                kept.update((record, head.stamp) for head in field.heads)
        names = {(each.record, each.stamp) for each in self.written}
        self.owed |= not names.isdisjoint(self.on_sticks - kept)
        kept |= self.on_sticks
        # A late duplicate may bring some of it back.
        self.forgotten += [each for each in self.written if (each.record, each.stamp) not in kept]
        self.written = [each for each in self.written if (each.record, each.stamp) in kept]

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            for stick in self.sticks if self.owed else ():
                self.world.hub.accept_bundle(stick)
            self.world.settle()
            self._check_alike()
            self._check_nothing_lost()
        finally:
            self.world.close()

    def _check_alike(self) -> None:
        first = self.world.laptops[0].store
        for laptop in self.world.laptops[1:]:
            assert laptop.store.states == first.states
            assert laptop.store.conflicts() == first.conflicts()
        assert self.world.hub_states() == first.states
        assert self.world.hub_conflicts() == first.conflicts()
        with self.world.hub.database.read() as connection:
            for scope in all_scopes(connection):
                assert differing(connection, scope) == [], "kept with the turns, not as the feed"
        for laptop in self.world.laptops:
            assert laptop.store.waiting() == 0

    def _check_nothing_lost(self) -> None:
        store = self.world.laptops[0].store
        seen_by: dict[tuple[bytes, str], set[bytes]] = {}
        back = [each for each in self.forgotten if _is_known(store, each)]
        for change in (*self.written, *back):
            for name, write in change.fields.items():
                seen_by.setdefault((change.record, name), set()).update(write.bases)
        for change in self.written:
            state: RecordState = store.states[change.record]
            for name in change.fields:
                heads = {head.stamp for head in state[name].heads}
                assert change.stamp in heads | seen_by[change.record, name]
        for record, state in store.states.items():
            for name, field in state.items():
                values = {repr(head.value) for head in field.heads}
                told = [c for c in store.conflicts() if c.record == record and c.field == name]
                # Whatever is not shown can be seen in a conflict.
                assert len(values) <= 1 + len(told) or store.kinds[record] in ("contact", PIECE)
            assert isinstance(is_hidden(state), bool)


def _is_known(store: MemoryStore, change: Change) -> bool:
    fields = store.state(change.record).values()
    stamps = {stamp for field in fields for stamp in field.covered}
    return change.stamp in stamps.union(head.stamp for field in fields for head in field.heads)


_LONG = int(os.environ.get("SYNC_TEST_SEQUENCES", "0"))

SyncMachine.TestCase.settings = settings(
    max_examples=_LONG or 300,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestSyncMachine = SyncMachine.TestCase


def test_a_doubt_that_a_restored_hub_does_not_share_is_forgotten_everywhere() -> None:
    """Judged anew from a neighbour's hand, the change is believed: on its author's laptop too."""
    life = SyncMachine()
    life.begin()
    life.copy_hub()
    life.add_contact(number=1, record=0)
    life.clock_jumps(number=1, error=-TEN_YEARS_MS)
    life.visit_a_neighbour(giver=1, taker=0)
    life.sync(number=1, faults=[], record=0, value=None, typing=False, paired=False)
    (change,) = life.world.laptops[1].store.log.values()
    assert change.doubtful
    life.restore_hub()
    life.teardown()


def test_a_copy_that_makes_a_stamp_of_the_lost_disk_again_loses_nothing() -> None:
    """The clock stands far back, so both count on from one moment, for one record and number."""
    life = SyncMachine()
    life.begin()
    life.edit(number=3, record=2, field="phone", value=None)
    life.copy_laptop(number=3)
    life.clock_jumps(number=3, error=-TEN_YEARS_MS)
    life.edit(number=3, record=3, field="given", value="ก")
    life.restore_laptop()
    life.newer_program_writes(number=3, record=3, value=True)
    assert len({change.stamp for change in life.written if "given" in change.fields}) == 1
    life.teardown()


def test_a_doubt_out_of_an_old_receipt_is_not_taken() -> None:
    """The hub said it before it was put back; by now it has the change from a neighbour's hand."""
    life = SyncMachine()
    life.begin()
    life.copy_hub()
    life.clock_jumps(number=1, error=3_600_000)
    life.add_contact(number=1, record=0)
    life.visit_a_neighbour(giver=1, taker=0)
    life.put_on_a_stick(number=1)
    life.bring_a_stick(which=0)
    life.restore_hub()
    life.time_passes(step=3_600_000)
    life.pass_on(number=0)
    life.world.settle()
    life.bring_a_receipt_back(number=1, which=0)
    life.teardown()


def test_what_a_lost_laptop_gave_a_neighbour_reaches_everybody() -> None:
    """Put back, it gives the same numbers to other changes, and the hub takes those."""
    life = SyncMachine()
    life.begin()
    life.copy_laptop(number=1)
    life.newer_program_writes(number=1, record=0, value="ก")
    life.visit_a_neighbour(giver=1, taker=0)
    life.restore_laptop(sent=False)
    life.newer_program_writes(number=1, record=0, value="ข")
    life.visit_a_neighbour(giver=1, taker=0)
    assert len(life.written) == 4
    life.teardown()
    assert len(life.world.laptops[2].store.state(life.records[0])["field_of_2570"].heads) == 2


def test_what_is_left_of_a_lost_laptop_on_a_stick_is_taken_in() -> None:
    """The hub has other changes under the stick's first numbers, and nothing before its last."""
    life = SyncMachine()
    life.begin()
    life.copy_hub()
    life.copy_laptop(number=1)
    life.edit(number=1, record=0, field="phone", value=1)
    life.put_on_a_stick(number=1)
    life.sync(number=1, faults=[], record=0, value=None, typing=False, paired=False)
    life.edit(number=1, record=1, field="phone", value=1)
    life.put_on_a_stick(number=1)
    life.restore_hub()
    life.bring_a_stick(which=1)
    life.restore_laptop(sent=False)
    life.newer_program_writes(number=1, record=0, value="ก")
    life.sync(number=1, faults=[], record=0, value=None, typing=False, paired=False)
    life.bring_a_stick(which=0)
    feed = life.world.hub_states()
    life.bring_a_stick(which=0)
    assert life.world.hub_states() == feed
    assert len(life.written) == 4
    life.teardown()


def test_what_a_lost_laptop_gave_a_neighbour_behind_a_gap_reaches_everybody() -> None:
    """What came before it went to the hub alone, and that was put back."""
    life = SyncMachine()
    life.begin()
    life.copy_hub()
    life.copy_laptop(number=1)
    life.edit(number=1, record=0, field="phone", value=1)
    life.sync(number=1, faults=[], record=0, value=None, typing=False, paired=False)
    life.edit(number=1, record=1, field="phone", value=1)
    life.restore_hub()
    life.sync(number=0, faults=[], record=0, value=None, typing=False, paired=False)
    life.visit_a_neighbour(giver=1, taker=0)
    life.restore_laptop(sent=False)
    assert [each.record for each in life.written] == [life.records[1]]
    life.teardown()
