"""The schema of a new centre as a copy: made by the real steps once, then copied page by page.

The steps take twenty times what a copy takes, and a suite begins thousands of centres. Each has a
key of its own, so SQLite copies, not the file system; `tests/test_made_schema.py` compares.
"""

from __future__ import annotations

import atexit
import secrets
import tempfile
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import Engine

from desktop import migrations
from desktop.database import translated
from desktop.services.storage import beginning

_kept = tempfile.TemporaryDirectory(prefix="tambon-schema-")
atexit.register(_kept.cleanup)
_COPY = Path(_kept.name) / "schema.db"
_KEY = secrets.token_bytes(32)


def remembered() -> AbstractContextManager[Any]:
    """Within the block, a centre that begins gets a copy of the schema."""
    return patch.object(beginning, "upgrade", again)


def again(engine: Engine) -> None:
    """What `desktop.migrations.upgrade` does to a database without a schema."""
    empty = migrations.revision_of(engine) is None
    if not (empty and _COPY.exists()):
        migrations.upgrade(engine)
        if empty:
            _keep(engine)
        return
    with engine.connect() as connection, closing(_copy()) as kept:
        try:
            kept.backup(connection.connection.dbapi_connection)
        except sqlcipher.Error as error:
            raise translated(error) from error


def _keep(engine: Engine) -> None:
    with engine.connect() as connection, closing(_copy()) as kept:
        raw: Any = connection.connection.dbapi_connection
        raw.backup(kept)


def _copy() -> Any:
    # Opened anew for each: a test may fork, and a connection must not be carried along.
    kept = sqlcipher.connect(str(_COPY), isolation_level=None)
    kept.execute(f"PRAGMA key = \"x'{_KEY.hex()}'\"")
    return kept
