"""A copy of a SQLite hub while it serves, under the same keys; the key file is kept apart."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Final

from sync.errors import SyncError
from sync.hub.database import Database
from sync.hub.encrypted import connect, open_file
from sync.own_files import open_own, sync_folder

_PAGES: Final = 1_000  # copied at once; laptops write in between


def copy_hub(database: Database, out: Path) -> int:
    """Write a copy of the database to a new file; its bytes.

    Raises:
        SyncError: `backup_by_server`, for PostgreSQL. FileExistsError: the file is there.
    """
    if database.file is None:
        raise SyncError("backup_by_server")
    open_own(out, "xb").close()
    try:
        with closing(connect(database.file, database.keys)) as source:
            key = database.keys.page_key(database.keys.numbers[0])
            # One moment for all steps: a turn in between would make the copy begin anew.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with closing(open_file(out, key)) as copy:
                source.backup(copy, pages=_PAGES)
                copy.execute("PRAGMA journal_mode = DELETE")
        with out.open("rb+") as file:
            os.fsync(file.fileno())
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    sync_folder(out.parent)
    return out.stat().st_size
