"""What lies at the hub tells of nobody: file, dump, and the hub of before the step."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.errors import Rejected, SyncError
from sync.hub import moving
from sync.hub.database import Database
from sync.hub.keys import HubKeys
from sync.hub.overview import read_devices
from sync.hub.projection import differing
from sync.hub.records import read_records
from sync.hub.rotation import rotate
from sync.hub.scope import Scope
from sync.hub.service import Hub
from sync.hub.tables import change, device, held, record
from sync.hub.vault import is_sealed
from sync.ids import new_id
from tests.sync.hub_process import HubProcess, hub_json, run_hub
from tests.sync.make_older_hub import older_hub, populated
from tests.sync.station import Station
from tests.sync.world import Laptop, World

_CANARIES = ("มะลิ", "มาลี", "ดาว", "พบที่บ้าน", "เครื่องที่บ้าน", "ลืมรหัส")
_ENCODINGS = ("utf-8", "utf-16-le", "cp874", "unicode_escape")
# Shorter ones stand in sealed bytes by chance.
_NEEDLES = tuple(
    needle
    for needle in (word.encode(name) for word in _CANARIES for name in _ENCODINGS)
    if len(needle) > 5
)


def _told(content: bytes) -> list[bytes]:
    """The canaries in a file's bytes, also where they are written as hex, as dumps do."""
    low = content.lower()
    return [each for each in _NEEDLES if each in content or each.hex().encode("ascii") in low]


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _url(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def _filled(hub: Hub, world: World, laptops: list[Laptop]) -> None:
    """Let a world's laptops go on at another hub that has the same keys and rows."""
    for laptop in laptops:
        laptop.link._hub = hub
    world.hub = hub


def _plain(path: Path) -> sa.Engine:
    return sa.create_engine(_url(path), poolclass=sa.NullPool)


def test_the_search_finds_what_an_older_hub_told(tmp_path: Path) -> None:
    world, laptops = populated()
    with pytest.raises(Rejected):
        laptops[2].sync()
    older_hub(world, _plain(tmp_path / "hub.db"))
    content = (tmp_path / "hub.db").read_bytes()
    assert {"มะลิ".encode(), "พบที่บ้าน".encode(), "ดาว".encode()} <= set(_told(content))
    assert _told("มะลิ".encode().hex().upper().encode())
    world.close()


@pytest.mark.parametrize("cut", ["", "written", "linked", "moved"])
def test_a_sqlite_hub_of_before_is_encrypted_and_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    world, laptops = populated()
    with pytest.raises(Rejected):
        laptops[2].sync()
    states = world.hub_states()
    path = tmp_path / "hub.db"
    older_hub(world, _plain(path))
    with closing(sqlite3.connect(path)) as raw:
        signing = raw.execute("SELECT private_key FROM hub").fetchone()[0]
        # As a hub that was killed leaves it: not all is in the file itself.
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE centre SET name = name || ''")
        raw.commit()
    if cut:
        patched = {
            "written": (os, "link"),
            "linked": (os, "replace"),
            "moved": (moving, "_destroy"),
        }
        with monkeypatch.context() as patch:

            def stop(*_more: object) -> None:
                raise OSError("cut off")

            patch.setattr(*patched[cut], stop)
            with closing(Database(_url(path))) as opened, pytest.raises(OSError, match="cut off"):
                Hub(opened)

    hub = Hub(Database(_url(path)))

    assert {each.name for each in tmp_path.iterdir()} >= {"hub.db", "hub.keys"}
    assert not {"hub.db.before", "hub.db.sealed"} & {each.name for each in tmp_path.iterdir()}
    _same(hub, world, states)
    _goes_on(hub, world, laptops)
    hub.close()
    (tmp_path / "hub.keys").rename(tmp_path.parent / f"{tmp_path.name}.keys")
    content = _files(tmp_path)
    assert _told(content) == []
    assert signing not in content
    assert b"learner" not in content


def test_a_postgresql_hub_of_before_is_sealed(postgres_url: str, tmp_path: Path) -> None:
    world, laptops = populated()
    with pytest.raises(Rejected):
        laptops[2].sync()
    states = world.hub_states()
    engine = sa.create_engine(postgres_url, poolclass=sa.NullPool)
    older_hub(world, engine)
    assert _told(_dump(engine))

    keys = HubKeys(tmp_path / "hub.keys")
    hub = Hub(Database(postgres_url, keys))

    assert keys.path is not None
    assert keys.path.exists()
    dump = _dump(engine)
    assert _told(dump) == []
    assert keys.signing.private_bytes_raw().hex().encode() not in dump
    _same(hub, world, states)
    _goes_on(hub, world, laptops)
    assert _told(_dump(engine)) == []
    hub.close()


def _dump(engine: sa.Engine) -> bytes:
    """Every row of the schema as text, as a dump writes it; by pg_dump itself where it is."""
    with engine.connect() as connection:
        schema = connection.execute(sa.text("SELECT current_schema()")).scalar_one()
        tables = sa.inspect(connection).get_table_names()
        content = "\n".join(
            str(row[0])
            for name in tables
            for row in connection.execute(sa.text(f'SELECT t::text FROM "{name}" t'))
        ).encode()
    program = shutil.which("pg_dump")
    if program is None:
        return content
    url = engine.url
    done = subprocess.run(
        [program, "--schema", schema, "--dbname",
         url.set(drivername="postgresql").difference_update_query(["options"])
         .render_as_string(hide_password=False)],
        capture_output=True, check=True,
    )  # fmt: skip
    return content + done.stdout


def _same(hub: Hub, world: World, states: object) -> None:
    with hub.database.read() as connection:
        assert {each.record: each.state for each in read_records(connection)} == states
        assert differing(connection, Scope("58", world.centre)) == []
        assert {line.name for line in read_devices(connection)} == {"เครื่องครูดาว"}
        for column in (change.c.fields, held.c.body, device.c.name):
            assert all(map(is_sealed, connection.execute(sa.select(column)).scalars()))
        columns = {each["name"] for each in sa.inspect(connection).get_columns("hub")}
    assert "private_key" not in columns


def _goes_on(hub: Hub, world: World, laptops: list[Laptop]) -> None:
    one, two, third = laptops
    before = len(hub.held())
    _filled(hub, world, laptops)
    identity = world.record_id()
    one.store.edit(identity, "learner", {"given": "มะลิซ้อน"})
    one.sync()
    two.sync()
    assert two.store.values(identity)["given"] == "มะลิซ้อน"
    assert before == 1
    assert [each.fields["given"] for each in hub.show_held(third.store.device)] == ["ดาว"]
    assert [line.opened for line in hub.recoveries() if line.opened] == [1]


def test_something_sealed_opens_in_its_own_place_only(world: World) -> None:
    laptop = world.join("AA")
    for given in ("มะลิ", "มาลี"):
        laptop.store.edit(world.record_id(), "learner", {"given": given})
    laptop.sync()
    with world.hub.database.write() as connection:
        one, two = connection.execute(sa.select(change.c.record, change.c.fields)).all()
        connection.execute(
            sa.update(change).where(change.c.record == one.record).values(fields=two.fields)
        )
    with pytest.raises(SyncError, match="hub_data_damaged"):
        world.hub_states()


def test_what_is_not_sealed_is_not_believed_any_more(world: World) -> None:
    laptop = world.join("AA")
    laptop.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    laptop.sync()
    with world.hub.database.write() as connection:
        connection.execute(sa.update(change).values(fields=b"\x81\xa5given\x92\xa1x\x90"))
    with pytest.raises(SyncError, match="hub_data_damaged"):
        world.hub_states()
    with pytest.raises(SyncError, match="hub_data_damaged"):
        rotate(world.hub.database, world.clock())
    with world.hub.database.read() as connection:
        assert connection.execute(sa.select(record.c.kind)).scalar_one() == "learner"


def test_a_backup_opens_with_its_keys_alone_and_tells_nothing(tmp_path: Path) -> None:
    database, backup = _url(tmp_path / "hub.db"), tmp_path / "copy.db"
    hub_json(database, "centre", "add", "--name", "แม่สวด", "--tambon", "580604")
    with HubProcess(database) as served:
        station = Station(served.url, hub_json(database, "enrol-code", "แม่สวด")["code"])
        station.store.edit(new_id(), "learner", {"given": "มะลิ", "sex": "female"})
        station.engine.run()
        told = hub_json(database, "backup", str(backup))
        station.remote.close()

    assert told == {"file": str(backup), "bytes": backup.stat().st_size}
    assert _told(backup.read_bytes()) == []
    assert b"SQLite format" not in backup.read_bytes()
    if os.name != "nt":
        assert backup.stat().st_mode & 0o777 == 0o600
    assert run_hub(database, "backup", str(backup)).returncode == 1, "never over another"
    refused = run_hub(_url(backup), "export")
    assert "hub_keys" not in refused.stderr
    assert str(tmp_path / "copy.keys") in refused.stderr
    shutil.copyfile(tmp_path / "hub.keys", tmp_path / "copy.keys")
    (tmp_path / "copy.keys").chmod(0o600)
    assert [each["fields"]["given"] for each in hub_json(_url(backup), "export")["records"]] == [
        "มะลิ"
    ]


def test_the_commands_about_keys_tell_their_numbers_and_no_key(tmp_path: Path) -> None:
    database = _url(tmp_path / "hub.db")
    hub_json(database, "centre", "add", "--name", "แม่สวด", "--tambon", "580604")
    keys = HubKeys(tmp_path / "hub.keys")
    keys.load()

    shown = hub_json(database, "keys", "show")
    assert shown["roots"] == [1]
    assert shown["file"] == str(tmp_path / "hub.keys")
    assert [(each["key"], each["root"]) for each in shown["keys"]] == [(1, 1)]
    assert hub_json(database, "keys", "rotate", "--keep-root")["key"] == 2
    assert hub_json(database, "projection", "check") == {"differing": []}
    assert hub_json(database, "projection", "rebuild") == {"records": 0}
    text = run_hub(database, "keys", "show").stdout
    assert keys.signing.private_bytes_raw().hex() not in text
