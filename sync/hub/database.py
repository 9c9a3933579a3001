"""The hub's database: opened, upgraded, and used in transactions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

_Result = TypeVar("_Result")

_LOCK_KEY: Final = 0x7461_6D62  # PostgreSQL advisory lock while upgrading
_TRIES: Final = 4
# serialization_failure, deadlock_detected: try the whole transaction again.
_TRY_AGAIN: Final = frozenset({"40001", "40P01"})


class Database:
    """SQLite (a file) or PostgreSQL, by URL; `postgresql://` is taken with psycopg.

    Several processes may use one PostgreSQL database; one process owns a SQLite file.
    """

    def __init__(self, url: str) -> None:
        # An error's text must not carry what people typed: parameters stay out of it.
        parsed = sa.make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.sqlite = parsed.get_backend_name() == "sqlite"
        self._write_lock = threading.Lock()
        if self.sqlite:
            self.engine = sa.create_engine(
                parsed, connect_args={"timeout": 30}, hide_parameters=True
            )
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_immediately)
        else:
            self.engine = sa.create_engine(
                parsed, pool_size=8, max_overflow=8, hide_parameters=True
            )

    def upgrade(self) -> None:
        """Bring the schema to this program's version."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.engine.connect() as connection:
            if not self.sqlite:
                connection.execute(sa.select(sa.func.pg_advisory_lock(_LOCK_KEY)))
                connection.commit()
            try:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                connection.commit()
            finally:
                # After a failed step nothing can be said in its transaction, and the lock would
                # stay with the pooled connection: every other hub would wait for ever.
                connection.rollback()
                if not self.sqlite:
                    connection.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK_KEY)))
                    connection.commit()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; commits at the end of the block, rolls back on any exception."""
        if self.sqlite:
            # Waiting in a queue here is fairer and quicker than SQLite's own polling.
            with self._write_lock, self.engine.begin() as connection:
                yield connection
        else:
            with self.engine.begin() as connection:
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that only looks, of one moment."""
        options: dict[str, Any] = {"reading": True}
        if not self.sqlite:
            options["isolation_level"] = "REPEATABLE READ"
        with self.engine.connect() as connection:
            yield connection.execution_options(**options)

    def retried(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do `work` in one transaction, again from the start when the database asks for it."""
        for _ in range(_TRIES - 1):
            try:
                with self.write() as connection:
                    return work(connection)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _TRY_AGAIN:
                    raise
        with self.write() as connection:
            return work(connection)

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


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # pysqlite's own transactions begin too late; `_begin_immediately` begins them instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin_immediately(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
