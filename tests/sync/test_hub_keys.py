"""The hub's key file: where it lies, who may read it, and the hub of before it had one."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.errors import SyncError
from sync.hub.database import Database
from sync.hub.keys import HubKeys, _is_trusted
from sync.hub.service import Hub
from tests.sync.hub_keys import hub_keys

_SQLITE = sa.make_url("sqlite:///hub.db")
_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists instead of modes")


def _made(path: Path) -> HubKeys:
    keys = HubKeys(path)
    keys.make()
    return keys


def _read(path: Path) -> HubKeys:
    keys = HubKeys(path)
    keys.load()
    return keys


def test_what_is_written_is_read(tmp_path: Path) -> None:
    made = _made(tmp_path / "hub.keys")
    assert made.add_root() == 2
    again = _read(tmp_path / "hub.keys")

    assert again.numbers == (2, 1)
    assert again.signing.private_bytes_raw() == made.signing.private_bytes_raw()
    assert again.page_key(1) == made.page_key(1) != again.page_key(2) != again.wrapping_key(2)
    again.drop_roots(2)
    assert _read(tmp_path / "hub.keys").numbers == (2,)


def test_a_key_file_is_never_made_over_another(tmp_path: Path) -> None:
    made = _made(tmp_path / "hub.keys")
    with pytest.raises(FileExistsError):
        HubKeys(tmp_path / "hub.keys").make()
    assert _read(tmp_path / "hub.keys").page_key(1) == made.page_key(1)


@_posix
def test_it_is_for_its_owner_alone_and_refused_otherwise(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "hub.keys"
        _made(path).add_root()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for mode in (0o640, 0o604, 0o620):
        path.chmod(mode)
        with pytest.raises(SyncError, match="hub_keys_open_to_others"):
            _read(path)


@_posix
def test_a_strangers_file_is_refused_and_root_reads_the_services(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path / "hub.keys")
    owner = (tmp_path / "hub.keys").stat().st_uid
    # The file's owner reads as root where the tests are root's: as somebody else instead.
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1 if owner else 0)
    if owner:
        with pytest.raises(SyncError, match="hub_keys_open_to_others"):
            _read(tmp_path / "hub.keys")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert _read(tmp_path / "hub.keys").there
    assert [_is_trusted(*each) for each in ((7, 7), (0, 7), (7, 0), (8, 7))] == [
        True, True, True, False,
    ]  # fmt: skip


@_posix
def test_of_systemds_the_group_may_read(tmp_path: Path) -> None:
    _made(tmp_path / "hub.keys")
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path)}
    (tmp_path / "hub.keys").chmod(0o440)

    keys = HubKeys.found(sa.make_url("postgresql://x"), environment)

    assert keys.there
    with pytest.raises(SyncError, match="hub_keys_fixed"):
        keys.add_root()
    (tmp_path / "hub.keys").chmod(0o444)
    with pytest.raises(SyncError, match="hub_keys_open_to_others"):
        HubKeys.found(sa.make_url("postgresql://x"), environment)


def test_where_it_is_looked_for(tmp_path: Path) -> None:
    made = _made(tmp_path / "named")
    url = sa.make_url(f"sqlite:///{(tmp_path / 'hub.db').as_posix()}")
    text = (tmp_path / "named").read_text("ascii").strip().replace("\n", ";")

    assert HubKeys.found(url, {}).path == tmp_path / "hub.keys"
    named = HubKeys.found(url, {"TAMBON_HUB_KEYS": str(tmp_path / "named")})
    given = HubKeys.found(url, {"TAMBON_HUB_KEYS_TEXT": text})

    assert named.page_key(1) == given.page_key(1) == made.page_key(1)
    assert given.fixed
    assert not named.fixed
    with pytest.raises(SyncError, match="hub_keys_not_named"):
        HubKeys.found(sa.make_url("postgresql://x"), {})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-5],
        lambda text: text.replace("signing", "sighing"),
        lambda text: text + "root 2 ab\n",
        lambda text: text.replace("keys 1", "keys 2"),
        lambda _text: "",
    ],
)
def test_a_damaged_one_is_refused_and_not_replaced(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "hub.keys"
    _made(path)
    assert callable(spoil)
    path.write_text(spoil(path.read_text("ascii")), "ascii")
    with pytest.raises(SyncError, match="hub_keys_damaged"):
        _read(path)


def test_a_hub_without_its_keys_does_not_open_nor_make_others(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    Hub(Database(database)).close()
    kept = (tmp_path / "hub.keys").read_bytes()
    (tmp_path / "hub.keys").unlink()

    with closing(Database(database)) as opened, pytest.raises(SyncError, match="hub_keys_missing"):
        Hub(opened)
    assert not (tmp_path / "hub.keys").exists()

    _made(tmp_path / "hub.keys")
    with closing(Database(database)) as opened, pytest.raises(SyncError, match="hub_keys_foreign"):
        Hub(opened)
    (tmp_path / "hub.keys").write_bytes(kept)
    Hub(Database(database)).close()


def test_a_hub_on_postgresql_refuses_other_keys(postgres_url: str, tmp_path: Path) -> None:
    Hub(Database(postgres_url, hub_keys())).close()
    for keys, code in (
        (HubKeys(tmp_path / "hub.keys"), "hub_keys_missing"),
        (_made(tmp_path / "other.keys"), "hub_keys_foreign"),
    ):
        with closing(Database(postgres_url, keys)) as opened, pytest.raises(SyncError, match=code):
            Hub(opened)


@_posix
def test_a_hubs_files_are_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        hub = Hub(Database(f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"))
        hub.add_centre("แม่สวด", "580604")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        hub.close()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(("hub.db", "hub.db-wal", "hub.db-shm", "hub.keys"), 0o600)


def test_the_key_that_laptops_know_is_the_files(tmp_path: Path) -> None:
    signing = Ed25519PrivateKey.generate().private_bytes_raw()
    keys = HubKeys(tmp_path / "hub.keys")
    keys.make(signing)
    hub = Hub(Database("sqlite://", keys))
    with hub.database.read() as connection:
        row = connection.execute(sa.text("SELECT * FROM hub")).one()
    assert bytes(row.public_key) == keys.signing.public_key().public_bytes_raw()
    assert all(signing not in bytes(each) for each in row if isinstance(each, bytes))
    hub.close()
