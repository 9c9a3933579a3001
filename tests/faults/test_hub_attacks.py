"""Attacks on a hub: a clean one bears each, and with its guard switched off each does its harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync import envelope
from sync.envelope import SealedRequest
from sync.hub import holding, turns
from sync.protocol import Change, Room
from tests.faults import hub_attacks
from tests.faults.hub_attacks import Attack
from tests.sync.world import World

_Patch = pytest.MonkeyPatch
_NO_BOUND = 1 << 40


class _Endless(Room):
    """Room for everything."""

    def __init__(self, *_sizes: int, **_named: int) -> None:
        super().__init__(_NO_BOUND, _NO_BOUND, _NO_BOUND)


def _numbers(*names: str, to: int = _NO_BOUND) -> Any:
    def off(patch: _Patch) -> None:
        for name in names:
            patch.setattr(name, to)

    return off


def _rooms(*modules: str) -> Any:
    def off(patch: _Patch) -> None:
        for module in modules:
            patch.setattr(f"{module}.Room", _Endless)

    return off


def _texts(patch: _Patch) -> None:
    patch.setattr("sync.hub.keeping.text_fault", hub_attacks._no_fault)


def _cells(patch: _Patch) -> None:
    patch.setattr("sync.hub.breach.seen", lambda text: text)


def _counting(patch: _Patch) -> None:
    real = holding.list_held

    def opened(connection: Any) -> list[holding.HeldLine]:
        lines = real(connection)
        for line in lines:
            holding.held_changes(connection, bytes.fromhex(line.device))
        return lines

    patch.setattr("sync.hub.service.list_held", opened)


def _read_first(patch: _Patch) -> None:
    """Unpack what arrives before asking who sent it."""
    real = envelope.check_signature

    def unpacked(sealed: SealedRequest, public_key: bytes, hub: bytes) -> None:
        unpack = vars(envelope)["unpack"]  # as the attack has replaced it
        unpack(sealed.payload)
        real(sealed, public_key, hub)

    patch.setattr(envelope, "check_signature", unpacked)
    patch.setattr("sync.hub.service.check_signature", unpacked)


def _everybody_waits(patch: _Patch) -> None:
    patch.setattr("sync.hub.attempts.network_of", lambda _address: "")


def _no_budget(patch: _Patch) -> None:
    patch.setattr(
        "sync.hub.service.values_of",
        lambda work, now_ms: {"work": work, "now_ms": now_ms, "most_work": _NO_BOUND},
    )


def _counts(patch: _Patch) -> None:
    """Believe what a batch says of its size."""

    class One(list[Change]):
        def __len__(self) -> int:
            return 1

    patch.setattr(turns, "list", One, raising=False)


# Attack, its guard, and how that is switched off; docs/security.md tells them in words.
ATTACKS: dict[str, tuple[Attack, Any]] = {
    "many changes in one request": (hub_attacks.one_request_of_many, _rooms("sync.hub.turns")),
    "sizes that are lies": (hub_attacks.a_liar_about_sizes, _counts),
    "a request that unpacks without end": (
        hub_attacks.a_request_that_unpacks_to_much,
        _numbers("sync.envelope.MAX_REQUEST_PLAIN", to=256 << 20),
    ),
    "a million empty lists": (
        hub_attacks.empty_lists,
        _numbers("sync.columns.MAX_CONTAINERS"),
    ),
    "a bundle that unpacks without end": (
        hub_attacks.a_bundle_of_many,
        _numbers("sync.hub.bundles._MOST_PLAIN", "sync.hub.bundles.MAX_CHANGES"),
    ),
    "requests without end": (hub_attacks.requests_without_end, _no_budget),
    "writes of one record without end": (
        hub_attacks.a_record_written_without_end,
        _numbers("sync.hub.keeping.MAX_WRITES"),
    ),
    "a name of 100,000 letters": (hub_attacks.a_name_without_end, _texts),
    "a NUL in a name": (hub_attacks.a_name_with_nothing_in_it, _texts),
    "a NUL that was there before": (hub_attacks.a_name_that_was_there_before, _cells),
    "a revoked laptop that goes on": (
        hub_attacks.a_revoked_laptop_that_goes_on,
        _numbers("sync.hub.service.MAX_CHANGES"),
    ),
    "the staff's page of a flooded hub": (hub_attacks.the_page_of_a_flooded_hub, _counting),
    "guessing codes to join": (hub_attacks.guessing_codes, _everybody_waits),
    "a stranger's request": (hub_attacks.a_stranger, _read_first),
    "a revoked laptop's request": (hub_attacks.one_that_is_known_to_be_revoked, _read_first),
}


@pytest.fixture
def world() -> Iterator[World]:
    """A hub with one centre."""
    made = World()
    try:
        yield made
    finally:
        made.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_a_clean_hub_bears_it(name: str, world: World, tmp_path: Path) -> None:
    attack, _off = ATTACKS[name]
    attack(world, tmp_path)


@pytest.mark.parametrize("name", ATTACKS)
def test_its_guard_is_what_bears_it(
    name: str, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack, off = ATTACKS[name]
    off(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        attack(world, tmp_path)
