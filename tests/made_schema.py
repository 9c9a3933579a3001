"""The schema of a new centre out of memory: made by the real steps once, then said again.

Alembic takes half of what beginning a centre costs, and a suite begins a thousand. The statements
and the commits between them are the steps' own; `tests/test_made_schema.py` compares the outcome.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from desktop import migrations
from desktop.database import translated
from desktop.services.storage import beginning

# Statements with their values, and None for a commit.
_said: list[tuple[str, Any] | None] = []
# Looking, and the beginning of a transaction, which the engine says itself.
_NOT_KEPT = ("SELECT", "PRAGMA", "BEGIN")


def remembered() -> AbstractContextManager[Any]:
    """Within the block, a centre that begins gets its schema said again."""
    return patch.object(beginning, "upgrade", again)


def again(engine: Engine) -> None:
    """What `desktop.migrations.upgrade` does to a database without a schema."""
    if migrations.revision_of(engine) is not None:
        migrations.upgrade(engine)
        return
    if not _said:
        _said.extend(_listened(engine))
        return
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            for each in _said:
                if each is None:
                    connection.commit()
                else:
                    connection.exec_driver_sql(*each)
        except DBAPIError as error:
            raise translated(error.orig or error) from error
        finally:
            connection.rollback()
            raw.execute("PRAGMA foreign_keys = ON")


def _listened(engine: Engine) -> list[tuple[str, Any] | None]:
    """Take the real steps; what they said."""
    said: list[tuple[str, Any] | None] = []

    def hear(
        _connection: Connection, _cursor: Any, statement: str, values: Any, *_more: Any
    ) -> None:
        if not statement.lstrip().upper().startswith(_NOT_KEPT):
            said.append((statement, values))

    def commit(_connection: Connection) -> None:
        said.append(None)

    event.listen(engine, "before_cursor_execute", hear)
    event.listen(engine, "commit", commit)
    try:
        migrations.upgrade(engine)
    finally:
        event.remove(engine, "before_cursor_execute", hear)
        event.remove(engine, "commit", commit)
    return said
