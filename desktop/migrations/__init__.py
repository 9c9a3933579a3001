"""Schema steps shipped inside the program, and how they are run: forward only, on a snapshot."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from desktop.database import translated, translating
from desktop.errors import StorageError
from desktop.progress import Progress

HERE: Final = Path(__file__).parent
# By their file names (a test compares): Alembic takes a quarter of a second to load, which a start
# whose database is current need not wait for.
NEWEST: Final = max(path.name[:4] for path in (HERE / "versions").glob("[0-9]*.py"))


def newest() -> str:
    """Return the revision of this program."""
    return NEWEST


def revision_of(engine: Engine) -> str | None:
    """Return the revision of a database, None where it has no schema yet.

    Raises:
        StorageError: the file is damaged, or cannot be read.
    """
    with translating(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision


def steps_waiting(engine: Engine) -> int:
    """Return how many steps an existing database lacks; 0 for a new one or a current one.

    Raises:
        StorageError: `newer_file` where a newer program has written it.
    """
    current = revision_of(engine)
    if current in (None, NEWEST):
        return 0
    known = [step.revision for step in _steps(_config())]  # the newest first
    if current not in known:
        raise StorageError("newer_file", file=str(engine.url.database or ""))
    return known.index(current)


def upgrade(engine: Engine, to: str = "head", told: Progress | None = None) -> None:
    """Bring a database to this program's schema; each step is one transaction.

    Killed in the middle of a step, that step is undone and taken again at the next start.

    Raises:
        StorageError: `newer_file` where a newer program has written it; what the disk refused.
    """
    current = revision_of(engine)
    if current == NEWEST and to == "head":
        return
    from alembic import command

    config = _config()
    known = [step.revision for step in _steps(config)]
    if current is not None and current not in known:
        raise StorageError("newer_file", file=str(engine.url.database or ""))
    with engine.connect() as connection:
        # Rebuilding a table with foreign keys on would delete child rows without a word,
        # and the pragma has no effect inside a transaction.
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            config.attributes["connection"] = connection
            config.attributes["told"] = told
            config.attributes["waiting"] = known.index(current) if current else len(known)
            command.upgrade(config, to)
        except DBAPIError as error:
            raise translated(error.orig or error) from error
        finally:
            if raw.in_transaction:
                raw.rollback()
            raw.execute("PRAGMA foreign_keys = ON")


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _steps(config: Any) -> list[Any]:
    from alembic.script import ScriptDirectory

    return list(ScriptDirectory.from_config(config).walk_revisions())
