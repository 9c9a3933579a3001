"""A SQLite file whose pages are encrypted: opened with the newest root, or with one before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sync.errors import SyncError
from sync.hub.keys import HubKeys
from sync.own_files import touch_own

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-16384",  # each page that is not there is decrypted anew
)
_OTHER_KEY: Final = "not a database"
_PATIENCE_SECONDS: Final = 30


def encrypted_engine(file: Path, keys: HubKeys) -> Engine:
    """The engine over a file, which is made for its owner alone when it is first needed."""
    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(file, keys),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=8,
    )
    event.listen(engine, "handle_error", _note_other_key)
    return engine


def connect(file: Path, keys: HubKeys) -> Any:
    """Open the file with one of the roots, the newest first.

    Raises:
        SyncError: `hub_keys_foreign`, when none opens it. sqlcipher.Error: of the disk.
    """
    touch_own(file)
    for again in (False, True):
        if again:
            keys.load()  # another process has given the file a newer root's key
        for root in keys.numbers:
            connection = open_file(file, keys.page_key(root))
            if connection is not None:
                prepare(connection)
                return connection
    raise SyncError("hub_keys_foreign")


def open_file(file: Path, key: bytes) -> Any:
    """A connection to a file with this key of its pages; None when it has another."""
    connection = sqlcipher.connect(
        str(file), timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.Error as error:
        connection.close()
        if _OTHER_KEY in str(error):
            return None
        raise
    return connection


def prepare(connection: Any) -> None:
    """Set up a connection; its transactions begin where `begin_sqlite` says."""
    # The driver's own transactions begin too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def begin_sqlite(connection: Connection, how: str) -> None:
    """Begin a transaction and look at the file once, so that another key is noticed here."""
    connection.exec_driver_sql(how)
    if how == "BEGIN":
        connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1")


def _note_other_key(context: ExceptionContext) -> None:
    """A file that has another key since: every connection is opened anew, and the work repeated."""
    if _OTHER_KEY in str(context.original_exception):
        context.is_disconnect = True


def is_other_key(error: DBAPIError) -> bool:
    """Whether a transaction met a file whose key was changed since it was opened."""
    return error.connection_invalidated and _OTHER_KEY in str(error.orig)
