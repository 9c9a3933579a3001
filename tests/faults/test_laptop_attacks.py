"""Attacks of one laptop of a centre on another, with no hub between that would see them first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from desktop.models.program import Change as ChangeRow
from desktop.models.program import SetAside
from desktop.services.sync.roster import enrolled, kept_roster
from sync import merge
from sync.columns import pack_changes
from sync.envelope import seal_request
from sync.errors import Malformed
from sync.parcel import Parcel, seal_parcel
from sync.protocol import Change, FieldWrite, LaneBatch, SyncRequest, Value
from sync.stamps import make_stamp
from tests.services.near_hub import Laptop, Province

_LANE = 1
_MOST_NEAR, _MOST_WRITES = 1_000, 400
_SEQ = 10_000  # beyond what the laptop has made itself


def _writes(laptop: Laptop, count: int, value: Value = "ก", first: int = 0) -> list[Change]:
    """Writes of one record, each of which saw the one before."""
    device, ms = bytes.fromhex(laptop.id), laptop.workspace.database.clock()
    stamps = [make_stamp(ms + place, 0, device) for place in range(first, first + count + 1)]
    return [
        Change(
            bytes(range(16)), "learner",
            {"nickname": FieldWrite(value, (stamps[place - 1],) if place else ())}, device, 1,
            _LANE, _SEQ + first + place, stamps[place], ms + first + place, 0, b"",
        )
        for place in range(count)
    ]  # fmt: skip


def _give(giver: Laptop, taker: Laptop, requests: Sequence[Sequence[Change]]) -> None:
    """What a neighbour would be sent over the near link."""
    own = enrolled(giver.workspace)
    roster = kept_roster(own)
    assert roster is not None
    reader = bytes.fromhex(taker.id)
    sealed = []
    for changes in requests:
        batch = LaneBatch(_LANE, changes[0].seq, len(changes), pack_changes(changes))
        asked = SyncRequest(1, changes[0].wall_ms, b"", (0, 0, 0, 0), (batch,), 0)
        sealed.append(seal_request(asked, 0, own.device, own.key, own.hub))
    seal_key = roster.find(reader).seal_key
    parcel = Parcel(own.roster, tuple(sealed))
    taker.carrying.take_parcel(seal_parcel(parcel, own.key, own.hub, own.device, reader, seal_key))


def _kept(laptop: Laptop, table: type, **where: object) -> int:
    with laptop.workspace.read() as session:
        query = select(func.count()).select_from(table).filter_by(**where)
        return session.scalar(query) or 0


def parcel_without_end(giver: Laptop, taker: Laptop) -> None:
    """Requests that are small each, and many."""
    before = _kept(taker, ChangeRow)
    with pytest.raises(Malformed):
        _give(giver, taker, [_writes(giver, 200, first=200 * place) for place in range(6)])
    assert _kept(taker, ChangeRow) == before


def name_without_end(giver: Laptop, taker: Laptop) -> None:
    """A name that no page and no cell can hold."""
    _give(giver, taker, [_writes(giver, 1, "ก" * 100_000)])
    assert _kept(taker, SetAside, reason="too_long:nickname") == 1


def name_with_nothing(giver: Laptop, taker: Laptop) -> None:
    """A NUL in a name, that no workbook can hold."""
    _give(giver, taker, [_writes(giver, 1, "มะ\x00ลิ")])
    assert _kept(taker, SetAside, reason="bad_text:nickname") == 1


def record_without_end(giver: Laptop, taker: Laptop) -> None:
    """More writes of one record than any hub takes."""
    _give(giver, taker, [_writes(giver, 1)])
    _give(giver, taker, [_writes(giver, _MOST_WRITES + 49, first=1)])
    assert _kept(taker, SetAside, reason="too_many_writes") == 50


def record_written_often(giver: Laptop, taker: Laptop) -> None:
    """As many writes as are taken: each field is built once, not once for each of them."""
    _give(giver, taker, [_writes(giver, 1)])
    built: list[int] = []

    class Counted(merge.FieldState, frozen=True, array_like=True):
        def __post_init__(self) -> None:
            built.append(len(self.covered))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merge, "FieldState", Counted)
        _give(giver, taker, [_writes(giver, 300)])
    assert len(built) < 20


_Patch = pytest.MonkeyPatch


def _no_end(patch: _Patch) -> None:
    patch.setattr("desktop.services.sync.carrying._MOST_NEAR", 1 << 40)


def _any_text(patch: _Patch) -> None:
    for module in ("values", "arrivals"):
        patch.setattr(f"desktop.services.sync.{module}.text_fault", lambda *_told: "")


def _any_writes(patch: _Patch) -> None:
    patch.setattr("desktop.services.sync.records._MOST_WRITES", 1 << 40)


def _one_by_one(patch: _Patch) -> None:
    def fold(changes: Any, state: Any = None) -> merge.RecordState:
        merged: merge.RecordState = dict(state or {})
        for change in changes:
            merged = merge.apply_change(merged, change).state
        return merged

    patch.setattr(merge, "fold", fold)


# Attack, and how its guard is switched off; docs/security.md tells them in words.
ATTACKS: dict[str, tuple[Callable[[Laptop, Laptop], None], Callable[[_Patch], None]]] = {
    "a neighbour's parcel without end": (parcel_without_end, _no_end),
    "a neighbour's name of 100,000 letters": (name_without_end, _any_text),
    "a neighbour's NUL in a name": (name_with_nothing, _any_text),
    "a neighbour's writes without end": (record_without_end, _any_writes),
    "one record written often": (record_written_often, _one_by_one),
}


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Laptop, Laptop]]:
    """Two laptops that know each other."""
    # A tenth of what is borne, so that the tests stay small.
    monkeypatch.setattr("desktop.services.sync.carrying._MOST_NEAR", _MOST_NEAR)
    monkeypatch.setattr("desktop.services.sync.records._MOST_WRITES", _MOST_WRITES)
    province = Province(tmp_path)
    giver, taker = province.join(), province.join()
    for each in (giver, taker):
        each.carrying.find((taker if each is giver else giver).id)
    yield giver, taker
    province.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_a_laptop_bears_it(name: str, laptops: tuple[Laptop, Laptop]) -> None:
    ATTACKS[name][0](*laptops)


@pytest.mark.parametrize("name", ATTACKS)
def test_its_guard_is_what_bears_it(
    name: str, laptops: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    attack, off = ATTACKS[name]
    off(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        attack(*laptops)
