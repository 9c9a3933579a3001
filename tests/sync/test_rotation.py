"""Keys changed while laptops sync, and cut off in the midst of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from sync.dictionaries.invented import learner
from sync.errors import SyncError
from sync.hub import rotation
from sync.hub.database import Database
from sync.hub.encrypted import open_file
from sync.hub.keys import HubKeys
from sync.hub.projection import differing
from sync.hub.records import all_scopes, read_records
from sync.hub.rotation import rotate
from sync.hub.service import Hub, wall_clock_ms
from sync.hub.tables import (
    change,
    device,
    held,
    record,
    recovery_opened,
    sealing_key,
    set_aside,
)  # fmt: skip
from sync.hub.vault import head_of
from tests.sync.hub_keys import hub_keys
from tests.sync.hub_process import HubProcess, hub_json
from tests.sync.station import Station
from tests.sync.world import World

_SEALED = (
    change.c.fields, record.c.state, set_aside.c.body, held.c.body, device.c.name,
    recovery_opened.c.opened_by, recovery_opened.c.reason,
)  # fmt: skip


def _heads(database: Database) -> set[bytes]:
    """What everything that is sealed begins with."""
    found: set[bytes] = set()
    with database.read() as connection:
        for column in _SEALED:
            values = connection.execute(sa.select(column)).scalars()
            found.update(bytes(value)[:6] for value in values if value)
    return found


def _keys(database: Database) -> list[tuple[int, int]]:
    with database.read() as connection:
        rows = connection.execute(
            sa.select(sealing_key.c.number, sealing_key.c.root).order_by(sealing_key.c.number)
        )
        return [(row.number, row.root) for row in rows]


def _work(world: World, count: int = 3) -> None:
    for laptop in world.laptops:
        for _ in range(count):
            laptop.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
        first = sorted(laptop.store.states)[0]
        laptop.store.edit(first, "learner", {"given": str(world.random.random())})
    world.settle()


def _whole(world: World) -> None:
    with world.hub.database.read() as connection:
        for scope in all_scopes(connection):
            assert differing(connection, scope) == []
    states = world.hub_states()
    for laptop in world.laptops:
        assert {name: world.hub_states()[name] for name in laptop.store.states} == states


def test_everything_is_under_the_new_key_and_the_old_one_gone(world: World) -> None:
    for letters in ("AA", "AB"):
        world.join(letters)
    _work(world)
    old = world.hub.database.keys.wrapping_key(1)

    done = rotate(world.hub.database, world.clock())

    assert done.key == done.root == 2
    assert done.fields > 8
    assert _heads(world.hub.database) == {head_of(2)}
    assert _keys(world.hub.database) == [(2, 2)]
    assert world.hub.database.keys.numbers == (2,)
    assert world.hub.database.keys.wrapping_key(2) != old
    _work(world)
    _whole(world)


def test_only_the_data_key(world: World) -> None:
    world.join("AA")
    _work(world)
    assert rotate(world.hub.database, world.clock(), keep_root=True)[:2] == (2, 1)
    assert world.hub.database.keys.numbers == (1,)
    assert _heads(world.hub.database) == {head_of(2)}
    _whole(world)


def test_keys_given_from_outside_are_not_changed() -> None:
    world = World()
    world.hub.database.keys.fixed = True
    with pytest.raises(SyncError, match="hub_keys_fixed"):
        rotate(world.hub.database, world.clock())
    assert rotate(world.hub.database, world.clock(), keep_root=True).key == 2
    world.close()


@pytest.mark.parametrize("at", [0, 1, 2, 4, 8])
def test_cut_off_anywhere_the_same_command_ends_it(
    world: World, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    world.join("AA")
    _work(world, 5)
    monkeypatch.setattr(rotation, "_ROWS", 2)
    real = Database.retried
    left = at

    def retried(self: Database, work: Callable[[sa.Connection], Any]) -> Any:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        return real(self, work)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "retried", retried)
        with pytest.raises(KeyboardInterrupt):
            rotate(world.hub.database, world.clock())
    # In between laptops go on, with both keys.
    _work(world)
    _whole(world)

    done = rotate(world.hub.database, world.clock())

    assert done.key == done.root == 2, "another one was begun"
    assert _heads(world.hub.database) == {head_of(2)}
    assert _keys(world.hub.database) == [(2, 2)]
    _work(world)
    _whole(world)


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_killed_and_ended_while_laptops_sync(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    database = (
        f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
        if kind == "sqlite"
        else request.getfixturevalue("postgres_url")
    )
    monkeypatch.setenv("TAMBON_HUB_KEYS", str(tmp_path / "hub.keys"))
    hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")
    keys = HubKeys(tmp_path / "hub.keys")
    keys.load()
    pages = keys.page_key(1)
    random = Random(6)
    with HubProcess(database) as served:
        code = hub_json(database, "enrol-code", "ก")["code"]
        station = Station(served.url, code)
        for number in range(300):
            station.store.edit(*learner(random, wall_clock_ms(), bytes(16), number))
        station.engine.run()
        stop, failed, made = threading.Event(), [], [300]

        def work() -> None:
            try:
                while not stop.is_set():
                    station.store.edit(*learner(random, wall_clock_ms(), bytes(16), made[0]))
                    made[0] += 1
                    station.engine.run()
            except BaseException as error:  # noqa: BLE001 - told below
                failed.append(error)

        working = threading.Thread(target=work)
        working.start()
        try:
            for seconds in (1.5, 2.0, 2.5):
                process = subprocess.Popen(
                    [sys.executable, "-m", "sync.hub", "keys", "rotate"],
                    cwd=Path(__file__).parents[2],
                    env={**os.environ, "TAMBON_HUB_DATABASE": database},
                    stdout=subprocess.DEVNULL,
                )
                try:
                    process.wait(timeout=seconds)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            ended = hub_json(database, "keys", "rotate")
        finally:
            stop.set()
            working.join()
        assert not failed, failed
        station.engine.run()
        station.remote.close()

    keys.load()
    assert keys.numbers == (ended["root"],)
    assert ended["root"] >= 2
    hub = Hub(Database(database, keys))
    assert _heads(hub.database) == {head_of(ended["key"])}
    with hub.database.read() as connection:
        assert [differing(connection, scope) for scope in all_scopes(connection)] == [[]]
        found = {each.record for each in read_records(connection)}
    assert found == set(station.store.states)
    assert len(found) == made[0] > 300
    hub.close()
    if kind == "sqlite":
        assert open_file(tmp_path / "hub.db", pages) is None


def test_a_serving_hub_meets_keys_it_has_not_seen(postgres_url: str, tmp_path: Path) -> None:
    world = World(postgres_url)
    world.join("AA")
    _work(world)
    other = Hub(Database(postgres_url, hub_keys()), world.clock)
    rotate(other.database, world.clock(), keep_root=True)
    _work(world)
    assert _heads(world.hub.database) == {head_of(2)}
    _whole(world)
    other.close()
    world.close()
