"""The hub's database: opened, upgraded, and used in transactions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from sync.errors import SyncError
from sync.hub import moving
from sync.hub.encrypted import begin_sqlite, encrypted_engine, is_other_key, prepare
from sync.hub.keys import HubKeys
from sync.hub.vault import Vault, give_vault

_Result = TypeVar("_Result")

_LOCK_KEY: Final = 0x7461_6D62  # PostgreSQL advisory lock while upgrading
_TRIES: Final = 4
# A lost connection is tried once more: by then another host of the URL may have taken over.
_PAUSE_SECONDS: Final = 0.3
# serialization_failure, deadlock_detected: try the whole transaction again.
_TRY_AGAIN: Final = frozenset({"40001", "40P01"})


class Database:
    """SQLite (an encrypted file) or PostgreSQL, by URL; `postgresql://` is taken with psycopg.

    Several processes may use one PostgreSQL database; one process serves a SQLite file.

    Attributes:
        keys: the hub's keys; without `keys`, those that `HubKeys.found` gives.
        vault: seals and opens what the database keeps.
        file: the SQLite file; None for PostgreSQL and in memory.
        patience: the seconds that one answer of PostgreSQL is waited for, None: as long as it
            takes. A hub that serves sets it; an upgrade or a command may take its time.

    Raises:
        SyncError: of `HubKeys.found`.
    """

    def __init__(self, url: str, keys: HubKeys | None = None) -> None:
        parsed = sa.make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.sqlite = parsed.get_backend_name() == "sqlite"
        self.patience: float | None = None
        self._write_lock = threading.Lock()
        self.file: Path | None = None
        # An error's text must not carry what people typed: parameters stay out of it.
        if not self.sqlite:
            from sync.hub.postgres import connect_patiently, with_time_outs

            self.engine = sa.create_engine(
                with_time_outs(parsed), pool_size=8, max_overflow=8, hide_parameters=True
            )
            connect_patiently(self.engine, lambda: self.patience)
        self.keys = keys if keys is not None else HubKeys.found(parsed)
        self.vault = Vault(self.keys)
        if self.sqlite and parsed.database and parsed.database != ":memory:":
            self.file = Path(parsed.database)
            self.engine = encrypted_engine(self.file, self.keys)
        elif self.sqlite:
            self.engine = sa.create_engine(
                parsed, connect_args={"timeout": 30}, hide_parameters=True
            )
            event.listen(self.engine, "connect", lambda raw, _record: prepare(raw))
        if self.sqlite:
            event.listen(self.engine, "begin", _begin)
        give_vault(self.engine, self.vault)

    def upgrade(self) -> None:
        """Bring the schema to this program's version, and the keys of an older hub to their file.

        Raises:
            SyncError: `hub_keys_missing`: the hub is known and its key file is not there.
        """
        if self.file is not None:
            moving.encrypt_file(self.file, self.keys)
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.engine.connect() as connection:
            if not self.sqlite:
                # Another hub may be upgrading: that is waited for.
                connection.exec_driver_sql("SET lock_timeout = 0")
                connection.execute(sa.select(sa.func.pg_advisory_lock(_LOCK_KEY)))
                connection.commit()
            try:
                if not self.keys.there:
                    before = moving.signing_key(connection)
                    if before is None:
                        raise SyncError("hub_keys_missing", file=str(self.keys.path or ""))
                    self.keys.make(before)
                connection.commit()
                config.attributes["connection"] = connection
                config.attributes["public_key"] = self.vault.signing.public_key().public_bytes_raw()
                command.upgrade(config, "head")
                connection.commit()
            finally:
                # After a failed step nothing can be said in its transaction, and the lock would
                # stay with the pooled connection: every other hub would wait for ever.
                connection.rollback()
                if not self.sqlite:
                    connection.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK_KEY)))
                    connection.exec_driver_sql("RESET lock_timeout")
                    connection.commit()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; commits at the end of the block, rolls back on any exception."""
        # Waiting in a queue here is fairer and quicker than SQLite's own polling.
        with self._write_lock if self.sqlite else nullcontext(), self._begun({}) as connection:
            yield connection
            connection.commit()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that only looks, of one moment."""
        options: dict[str, Any] = {"reading": True}
        if not self.sqlite:
            options["isolation_level"] = "REPEATABLE READ"
        with self._begun(options) as connection:
            yield connection

    @contextmanager
    def _begun(self, options: dict[str, Any]) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(**options)
            try:
                connection.begin()
            except DBAPIError as error:
                if not is_other_key(error):
                    raise
                # The pool is new; so is what it opens the file with.
                connection.rollback()
                connection.begin()
            yield connection

    def retried(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do `work` in one transaction, again from the start when the database asks for it.

        Once more, too, where the connection was lost. Whether the commit had been done is not
        known then, so `work` must find out when it was done before.
        """
        lost = False
        for _ in range(_TRIES - 1):
            try:
                with self.write() as connection:
                    return work(connection)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) in _TRY_AGAIN:
                    continue
                if lost or not self._is_lost(error):
                    raise
                lost = True
                # Other connections may lead to what is a standby by now.
                self.engine.dispose()
                time.sleep(_PAUSE_SECONDS)
        with self.write() as connection:
            return work(connection)

    def _is_lost(self, error: DBAPIError) -> bool:
        if self.sqlite:
            return False
        from sync.hub.postgres import is_lost

        return is_lost(error)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def insert_new(engine: Engine | Connection, table: sa.Table) -> Any:
    """An insert that leaves rows alone whose key is there already, for either database."""
    if engine.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects.postgresql import insert as postgres_insert

    return postgres_insert(table).on_conflict_do_nothing()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    begin_sqlite(connection, "BEGIN" if reading else "BEGIN IMMEDIATE")
