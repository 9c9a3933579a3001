"""Hubs of before: the private key out of the database, and a SQLite file encrypted."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy.engine import Connection

from sync.errors import SyncError
from sync.hub.keys import HubKeys
from sync.own_files import sync_folder, touch_own

_PLAIN: Final = b"SQLite format 3\x00"
_PIECE: Final = 1 << 20


def encrypt_file(file: Path, keys: HubKeys) -> None:
    """Make the keys of a SQLite file where there are none, and encrypt one that is not.

    The file of before is overwritten and taken away last: cut off anywhere, the next start ends it.

    Raises:
        SyncError: `hub_keys_missing`, `database_refused`. OSError: the disk refused.
    """
    try:
        _encrypt_file(file, keys)
    except sqlcipher.Error as error:
        raise SyncError("database_refused", reason=str(error)) from error


def _encrypt_file(file: Path, keys: HubKeys) -> None:
    begins = _beginning(file)
    if not keys.there:
        if begins not in (b"", _PLAIN):
            raise SyncError("hub_keys_missing", file=str(keys.path or ""))
        keys.make(_signing_key_in(file) if begins else b"")
    old = file.with_name(f"{file.name}.before")
    if begins == _PLAIN:
        _encrypt(file, old, keys.page_key(keys.numbers[0]))
    if old.exists():
        _destroy(old)


def signing_key(connection: Connection) -> bytes | None:
    """The private key that an older hub kept in its database; b"" for a new hub.

    None for a hub that has a key file.
    """
    known = sa.inspect(connection)
    if not known.has_table("hub"):
        return b""
    if "private_key" in {column["name"] for column in known.get_columns("hub")}:
        found = connection.execute(sa.text("SELECT private_key FROM hub")).scalar_one_or_none()
        return bytes(found or b"")
    known_hubs = connection.execute(sa.text("SELECT count(*) FROM hub")).scalar_one()
    return None if known_hubs else b""


def _beginning(file: Path) -> bytes:
    if not file.exists():
        return b""
    with file.open("rb") as opened:
        return opened.read(len(_PLAIN))


def _opened(file: Path) -> Any:
    return closing(sqlcipher.connect(str(file), isolation_level=None))


def _signing_key_in(file: Path) -> bytes:
    with _opened(file) as connection:
        tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'hub'").fetchall()
        rows = connection.execute("SELECT private_key FROM hub").fetchall() if tables else []
    return bytes(rows[0][0]) if rows else b""


def _encrypt(file: Path, old: Path, key: bytes) -> None:
    made = file.with_name(f"{file.name}.sealed")
    made.unlink(missing_ok=True)
    touch_own(made)
    with _opened(file) as connection:
        # Brings what still lies in the WAL into the file; refused while another has it open.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(made),))
        connection.execute("SELECT sqlcipher_export('sealed')")
        connection.execute("DETACH DATABASE sealed")
    with made.open("rb+") as written:
        os.fsync(written.fileno())
    # A second name, by which it is overwritten once the new one has the first.
    old.unlink(missing_ok=True)
    os.link(file, old)
    os.replace(made, file)
    sync_folder(file.parent)


def _destroy(old: Path) -> None:
    left = old.stat().st_size
    with old.open("rb+") as file:
        while left > 0:
            left -= file.write(bytes(min(left, _PIECE)))
        file.flush()
        os.fsync(file.fileno())
    old.unlink()
    sync_folder(old.parent)
