"""Schema steps shipped inside the program, and how they are run: forward only, on a snapshot."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Engine, inspect, text

from desktop.errors import StorageError

HERE: Final = Path(__file__).parent
# Kept beside the steps (a test compares): Alembic takes a quarter of a second to load, which a
# start whose database is current need not wait for.
NEWEST: Final = "0003"


def newest() -> str:
    """Return the revision of this program."""
    return NEWEST


def revision_of(engine: Engine) -> str | None:
    """Return the revision of a database, None where it has no schema yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring a database to this program's schema.

    Raises:
        StorageError: `newer_file` where a newer program has written it.
    """
    current = revision_of(engine)
    if current == NEWEST and to == "head":
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config).walk_revisions()
    if current is not None and current not in {step.revision for step in steps}:
        raise StorageError("newer_file", file=str(engine.url.database or ""))
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
