"""Tests of the test: faults that other programs are known for, each of which must be caught."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from sync import memory, merge
from sync.engine import Engine
from sync.errors import SyncError
from sync.hub import feed, keeping, turns
from sync.hub.feed import News, change_of
from sync.hub.scope import Caller, within
from sync.hub.tables import change as change_table
from sync.memory import MemoryStore
from sync.merge import FieldState, Outcome
from sync.pace import FIRST_BYTES, Pace
from sync.ports import Incoming
from sync.protocol import Change, Refusal, SyncAnswer, SyncRequest
from sync.stamps import stamp_ms
from tests.faults.test_machine import SyncMachine
from tests.sync.test_turns import (
    test_a_clock_ten_years_ahead_does_not_win_and_does_not_stay as a_wrong_clock,
)
from tests.sync.test_turns import test_a_cloned_laptop_loses_nothing as a_clone
from tests.sync.world import World

_Patch = pytest.MonkeyPatch


def _whole_records(patch: _Patch) -> None:
    """The later change of a record wins, whatever fields the two were about."""
    real = merge.apply_change

    def apply(state: Mapping[str, FieldState], change: Change) -> Outcome:
        newest = max((head.stamp for field in state.values() for head in field.heads), default=b"")
        if change.stamp < newest:
            return Outcome(dict(state), {}, True)
        return real(state, change)

    patch.setattr(merge, "apply_change", apply)


def _acknowledged_before_the_answer(patch: _Patch) -> None:
    real = Engine._started

    def started(self: Engine, request: SyncRequest) -> Callable[[], SyncAnswer]:
        store = self._store
        assert isinstance(store, MemoryStore)
        for batch in request.batches:
            store._acknowledged[batch.lane] = batch.from_seq + batch.count - 1
        return real(self, request)

    patch.setattr(Engine, "_started", started)


def _cursor_by_clock(patch: _Patch) -> None:
    """What is new is what carries a later time than the newest that was read."""

    def read(
        connection: sa.Connection, scope: Any, generation: bytes, cursor: bytes, *_more: Any
    ) -> News:
        rows = connection.execute(sa.select(change_table).where(within(change_table, scope))).all()
        since = int.from_bytes(cursor, "big")
        found = [change_of(connection, row) for row in rows if stamp_ms(row.stamp) > since]
        newest = max([since, *(stamp_ms(each.stamp) for each in found)])
        return News(tuple(found), newest.to_bytes(7, "big"), False, False)

    patch.setattr(turns, "read_news", read)


def _entries_cleared_that_were_edited_meanwhile(patch: _Patch) -> None:
    real = MemoryStore.apply

    def apply(self: MemoryStore, incoming: Incoming) -> None:
        real(self, incoming)
        self._acknowledged = list(self._made)

    patch.setattr(MemoryStore, "apply", apply)


def _last_to_sync_wins(patch: _Patch) -> None:
    patch.setattr(merge, "_rank", lambda _version: 0)


def _tombstones_revived(patch: _Patch) -> None:
    """An edit of a deleted record brings it back, and nobody is told."""
    real = merge.apply_change

    def apply(state: Mapping[str, FieldState], change: Change) -> Outcome:
        living = dict(state)
        if "deleted" not in change.fields:
            living.pop("deleted", None)
        return real(living, change)

    patch.setattr(merge, "apply_change", apply)


def _clashes_dropped(patch: _Patch) -> None:
    """A second record with a value that must be unique is left out."""
    real = keeping.keep_changes

    def keep(
        connection: sa.Connection, caller: Caller, changes: Sequence[Change], hub_ms: int
    ) -> list[Refusal]:
        known = {
            (write.value, each.record)
            for row in connection.execute(sa.select(change_table)).all()
            for each in [change_of(connection, row)]
            for name, write in each.fields.items()
            if name == "given"
        }
        left = [
            each
            for each in changes
            if "given" not in each.fields
            or all(
                value != each.fields["given"].value or record == each.record
                for value, record in known
            )
        ]
        return real(connection, caller, left, hub_ms)

    patch.setattr(turns, "keep_changes", keep)


def _conflicts_dropped(patch: _Patch) -> None:
    """The later of two edits stays, and the other is thrown away."""
    real = merge.merge_field

    def merge_field(current: FieldState | None, *rest: Any) -> FieldState:
        merged = real(current, *rest)
        return FieldState(merged.heads[-1:], merged.covered)

    patch.setattr(merge, "merge_field", merge_field)


def _repetitions_taken_for_new(patch: _Patch) -> None:
    """The hub forgets how far it holds a device's changes."""
    patch.setattr(turns, "raise_accepted", lambda *_everything: None)


def _restored_hubs_not_noticed(patch: _Patch) -> None:
    def claimed(_generation: bytes, cursor: bytes) -> tuple[feed._Place, ...]:
        return tuple(
            feed._Place(int.from_bytes(cursor[at : at + 6], "big"), cursor[at + 6 : at + 10])
            for at in (4, 14)
        )

    patch.setattr(feed, "_claimed", claimed)
    patch.setattr(feed, "_believed", lambda claims, _there: claims)


def _clones_not_noticed(patch: _Patch) -> None:
    patch.setattr(turns, "_compare", lambda *_everything: None)


def _clocks_always_believed(patch: _Patch) -> None:
    patch.setattr(memory, "settle_clock", lambda last, *_rest: last)
    patch.setattr(turns, "clock_doubtful", lambda *_everything: False)


_FAULTS: list[Callable[[_Patch], None]] = [
    _whole_records,
    _acknowledged_before_the_answer,
    _cursor_by_clock,
    _entries_cleared_that_were_edited_meanwhile,
    _last_to_sync_wins,
    _conflicts_dropped,
    _repetitions_taken_for_new,
    _restored_hubs_not_noticed,
    _tombstones_revived,
    _clashes_dropped,
]


# The ways in which a spoilt program shows it; the unspoilt one passes in test_machine.
_BREAKS = (AssertionError, KeyError, SyncError, sa.exc.SQLAlchemyError, ExceptionGroup)


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_the_machine_catches(fault: Callable[[_Patch], None], monkeypatch: _Patch) -> None:
    fault(monkeypatch)
    lives = settings(
        max_examples=300,
        stateful_step_count=40,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with pytest.raises(_BREAKS):
        run_state_machine_as_test(SyncMachine, settings=lives)


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        (_clocks_always_believed, a_wrong_clock),
        (_clones_not_noticed, a_clone),
    ],
)
def test_rare_faults_are_caught_by_a_test_of_their_own(
    fault: Callable[[_Patch], None], check: Callable[[World], None], monkeypatch: _Patch
) -> None:
    fault(monkeypatch)
    world = World()
    try:
        with pytest.raises(_BREAKS):
            check(world)
    finally:
        world.close()


def _bytes_to_finish(pace: Pace, cut_every: int, to_send: int) -> int:
    """Bytes that cross a link, cut after so many, until everything is over; 0 if it never is."""
    crossed = 0
    left = to_send
    for _ in range(2_000):
        room = cut_every
        while left > 0:
            turn = min(pace.size, left)
            if turn > room:
                crossed += room
                pace.cut()
                break
            crossed += turn
            room -= turn
            left -= turn
            pace.passed(turn)
        if left <= 0:
            return crossed
    return 0


@pytest.mark.parametrize("cut_every", [2_000, 20_000, 60_000])
def test_fixed_batches_never_finish_and_ours_do(cut_every: int) -> None:
    class Fixed(Pace):
        def passed(self, crossed: int, on_connection: int = 0) -> None:
            """Learn nothing."""

        def cut(self) -> None:
            """Learn nothing."""

    fixed = Fixed()
    fixed.size = 500 * 138
    assert _bytes_to_finish(fixed, cut_every, 1_300_000) == 0
    crossed = _bytes_to_finish(Pace(), cut_every, 1_300_000)
    assert 0 < crossed < 1_300_000 * (1.3 if cut_every > FIRST_BYTES else 2.1)
