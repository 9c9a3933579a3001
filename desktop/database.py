"""The encrypted database: engine, key, pragmas, and read() and write() transactions."""

from __future__ import annotations

import contextlib
import hmac
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from desktop.errors import StorageError
from desktop.keys.held import HeldKey
from desktop.models import (
    search,
    tables,  # noqa: F401 - all of them
)
from desktop.models.capture import Editing, SyncRules, watch
from desktop.models.program import DeviceState
from sync.own_files import touch_own

DATABASE_FILE: Final = "centre.db"
"""The name of a centre's database in its folder."""

# SQLite before 3.51.3 can corrupt a database when a WAL is reset (fixed upstream).
_OLDEST_SQLITE = (3, 51, 3)

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # on macOS fsync alone leaves the bytes in the drive's own memory
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16384",
    "PRAGMA wal_autocheckpoint = 1000",
)

ChangeListener = Callable[[frozenset[str]], None]


@dataclass(frozen=True)
class Committed:
    """How far the database has come: what the high-water mark notes after a commit.

    `commits` counts write transactions of an epoch's database, `audit` is the last entry's number.
    """

    device: bytes
    epoch: int
    commits: int
    next_number: int
    next_code: int
    last_stamp: bytes
    audit: int
    at_ms: int


def wall_ms() -> int:
    """Return the laptop's clock in milliseconds since 1970, right or wrong."""
    return time.time_ns() // 1_000_000


def connect(path: Path, key: bytes) -> Any:
    """Open one encrypted connection with the program's pragmas.

    Raises:
        StorageError: `not_our_database` (wrong key or no database), `cannot_open`.
    """
    with contextlib.suppress(OSError):  # what the disk refuses is said below
        touch_own(path)
    try:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    except sqlcipher.Error as error:
        raise StorageError("cannot_open", file=str(path)) from error
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.Error as error:
        connection.close()
        if "not a database" in str(error):
            raise StorageError("not_our_database", file=str(path)) from error
        raise translated(error) from error
    return connection


def translated(error: Exception) -> StorageError:
    """Return what a database error means to a person: full, locked, read-only, damaged."""
    text = str(error).lower()
    for part, code in (
        ("full", "disk_full"),
        ("locked", "database_locked"),
        ("readonly", "database_read_only"),
        ("read-only", "database_read_only"),
        ("malformed", "database_damaged"),
        ("vtable constructor failed", "database_damaged"),  # the search index's own pages
        ("not a database", "not_our_database"),
        ("disk i/o", "disk_error"),
        ("unable to open", "cannot_open"),
    ):
        if part in text:
            return StorageError(code)
    return StorageError("database_error", detail=type(error).__name__)


class Database:
    """One centre's database. `read()` and `write()` are its transactions.

    `connect_to` opens another file under the same key: a copy of this database. `derive` makes
    another key of 32 bytes from the database's, for what lies beside it.

    `before_write`, `after_commit` and `on_full` are what keeping room and the high-water mark
    hook in: called before each write begins, after each that stored something, and when the disk
    was found full.

    Args:
        path: the database file.
        key: the 32-byte database key.
        rules: stamps and lanes of changes made here (wired from the sync package).
        clock: milliseconds since 1970; a test may give its own.
    """

    def __init__(
        self, path: Path, key: bytes, rules: SyncRules, clock: Callable[[], int] = wall_ms
    ) -> None:
        if tuple(map(int, sqlcipher.sqlite_version.split("."))) < _OLDEST_SQLITE:
            raise StorageError("sqlite_too_old", version=sqlcipher.sqlite_version)
        self.path = path
        self.clock = clock
        self.key = held = HeldKey(key)
        self.connect_to: Callable[[Path], Any] = lambda file: connect(file, held.plain())
        self.derive: Callable[[bytes], bytes] = lambda label: hmac.digest(
            held.plain(), label, "sha256"
        )
        self.before_write: Callable[[], None] | None = None
        self.after_commit: Callable[[Committed], None] | None = None
        self.on_full: Callable[[], object] | None = None
        self._rules = rules
        self._listeners: list[ChangeListener] = []
        self.engine: Engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=lambda: self.connect_to(path),
            # An error's text must never carry what people are called.
            hide_parameters=True,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=8,
        )
        event.listen(self.engine, "begin", _begin)
        self._sessions = sessionmaker(self.engine, autoflush=False, expire_on_commit=False)
        watch(self._sessions)

    def add_listener(self, listener: ChangeListener) -> None:
        """Call `listener` with the kinds that changed after each committed write, on its thread."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session over one consistent snapshot; nothing it does is kept."""
        with self._sessions() as session, translating():
            yield session

    @contextmanager
    def write(
        self,
        author: UUID | None = None,
        *,
        run_id: UUID | None = None,
        applying: bool = False,
        erasing: bool = False,
    ) -> Iterator[Session]:
        """Give a session that holds the write lock; commits at the end, or rolls back whole.

        Args:
            author: the user whose edit it is.
            run_id: the import that it belongs to.
            applying: changes received from elsewhere, which bring their own change rows.
            erasing: destroying on request; the only way a synced row may leave.
        """
        if self.before_write is not None:
            self.before_write()
        committed: Committed | None = None
        with self._sessions() as session, self._noticing_full(), translating():
            connection = session.connection(execution_options={"immediate": True})
            raw: Any = connection.connection.dbapi_connection
            before = raw.total_changes
            device = session.get_one(DeviceState, 1)
            editing = Editing(
                author, self.clock(), self._rules, device, run_id=run_id,
                applying=applying, erasing=erasing,
            )  # fmt: skip
            session.info["editing"] = editing
            yield session
            # Counted in the row that nearly every save writes anyway.
            counted = bool(session.new or session.dirty or session.deleted)
            if counted:
                device.commits += 1
            session.flush()
            if editing.learners:
                search.refresh(session, list(editing.learners))
            if raw.total_changes != before:
                if not counted:
                    device.commits += 1
                    session.flush()
                committed = _standing(session, device, self.clock())
            session.commit()
        if committed is not None and self.after_commit is not None:
            self.after_commit(committed)
        if editing.kinds:
            kinds = frozenset(editing.kinds)
            for listener in self._listeners:
                listener(kinds)

    def standing(self) -> Committed:
        """Return how far the database has come."""
        with self.read() as session:
            return _standing(session, session.get_one(DeviceState, 1), self.clock())

    def close(self) -> None:
        """Close every connection, the last one folds the WAL into the file, and wipe the key."""
        self.engine.dispose()
        self.key.wipe()

    @contextmanager
    def _noticing_full(self) -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            if error.code == "disk_full" and self.on_full is not None:
                self.on_full()
            raise


def _standing(session: Session, device: DeviceState, now_ms: int) -> Committed:
    audit = session.connection().exec_driver_sql("SELECT max(number) FROM audit_entry").scalar()
    return Committed(
        device.device,
        device.epoch,
        device.commits,
        device.next_number,
        device.next_code,
        device.last_stamp,
        audit or 0,
        now_ms,
    )


@contextmanager
def translating() -> Iterator[None]:
    """Raise what SQLite says of the disk and the file as a StorageError with its code."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlcipher.OperationalError | sqlcipher.DatabaseError) and not (
            isinstance(error.orig, sqlcipher.IntegrityError | sqlcipher.ProgrammingError)
        ):
            raise translated(error.orig) from error
        raise


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
