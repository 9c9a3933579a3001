"""Opening the hub's database for a command, or saying in words why it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from sync.errors import SyncError
from sync.hub.database import Database
from sync.hub.service import Hub


def open_hub(url: str, made: Callable[[Path], None] | None = None) -> Hub:
    """Return the hub over the database at `url`.

    Args:
        url: as given; empty where nobody named one.
        made: called with a file that was not there and was made. Without it none is made: a
            mistyped name would look like a province without centres.

    Raises:
        SyncError: `database_not_named`, `database_url_wrong`, `database_in_memory`,
            `database_missing` (`file`), `database_no_folder` (`folder`), `database_driver`
            (`kind`), `database_refused` (`reason`); of the keys as `HubKeys.found` and
            `rotation.prepare`.
    """
    if not url:
        raise SyncError("database_not_named")
    try:
        parsed = sa.make_url(url)
    except ArgumentError as error:
        raise SyncError("database_url_wrong") from error
    new = _missing_file(parsed, made is not None) if parsed.get_backend_name() == "sqlite" else None
    try:
        database = Database(url)
    except (NoSuchModuleError, ImportError) as error:
        raise SyncError("database_driver", kind=parsed.drivername) from error
    try:
        hub = Hub(database)
    except SyncError:
        database.close()
        raise
    except SQLAlchemyError as error:
        database.close()
        raise SyncError("database_refused", reason=first_line(error)) from error
    if new is not None and made is not None:
        made(new)
    return hub


def _missing_file(parsed: sa.URL, may_make: bool) -> Path | None:
    """The file that is to be made; None where there is one."""
    if not parsed.database or parsed.database == ":memory:":
        raise SyncError("database_in_memory")
    path = Path(parsed.database).resolve()
    if path.exists():
        return None
    if not may_make:
        raise SyncError("database_missing", file=str(path))
    if not path.parent.is_dir():
        raise SyncError("database_no_folder", folder=str(path.parent))
    return path


def first_line(error: SQLAlchemyError) -> str:
    """What the driver says; it names hosts and users, never passwords or what people typed."""
    lines = str(getattr(error, "orig", None) or "").strip().splitlines()
    return lines[0] if lines else type(error).__name__
