"""Schema steps shipped inside the program, and how they are run: forward only, on a snapshot."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from desktop.errors import StorageError

HERE = Path(__file__).parent


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def newest() -> str:
    """Return the revision of this program."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def revision_of(engine: Engine) -> str | None:
    """Return the revision of a database, None where it has no schema yet."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring a database to this program's schema.

    Raises:
        StorageError: `newer_file` where a newer program has written it.
    """
    current = revision_of(engine)
    script = ScriptDirectory.from_config(_config())
    if current is not None and current not in {r.revision for r in script.walk_revisions()}:
        raise StorageError("newer_file", file=str(engine.url.database or ""))
    if current == script.get_current_head() and to == "head":
        return
    config = _config()
    with engine.connect() as connection:
        # Rebuilding a table with foreign keys on would delete child rows without a word,
        # and the pragma has no effect inside a transaction.
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
        finally:
            if raw.in_transaction:
                raw.rollback()
            raw.execute("PRAGMA foreign_keys = ON")
