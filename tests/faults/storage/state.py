"""What a database holds, as one short text: two that are equal hold the same, row for row."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

from desktop.services.keeping.checking import CheckService
from desktop.services.workspace import Workspace

# The search index: its own check says whether it agrees with its rows.
_DERIVED = "learner_fts"


def digest(connection: Any, only: tuple[str, ...] = ()) -> str:
    """Read every row of every table over a raw connection, or of some tables only."""
    found = blake2b(digest_size=12)
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for name, sql in tables:
        if name.startswith(_DERIVED) or (only and name not in only):
            continue
        found.update(repr((name, sql)).encode())
        for row in sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))):
            found.update(row.encode())
    return found.hexdigest()


def digest_of(workspace: Workspace, only: tuple[str, ...] = ()) -> str:
    """The same of an open centre."""
    with workspace.database.engine.connect() as connection:
        return digest(connection.connection.dbapi_connection, only)


def amiss(workspace: Workspace) -> list[str]:
    """What the program's own check finds."""
    report = CheckService(workspace).check()
    return [f"{finding.code} {finding.detail}" for finding in report.findings]


def pages_amiss(workspace: Workspace) -> list[str]:
    """What SQLite and SQLCipher find in the file, quicker than the whole check."""
    with workspace.database.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        lines = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        lines += [line for line in raw.execute("PRAGMA integrity_check(5)") if line[0] != "ok"]
    return [str(line[0]) for line in lines]


def on_commits(counts: Callable[[str], bool], tell: Callable[[str, str], None]) -> None:
    """Tell of each commit of a watched database: that it begins, and that it came back.

    Told are `begins` and `done`, with what the database holds afterwards: known before, since the
    rows are read inside the transaction. Stays for the life of the process.
    """
    real: Any = DefaultDialect.do_commit

    def commit(self: DefaultDialect, connection: Any) -> None:
        if not counts(_path(connection)):
            real(self, connection)
            return
        held = digest(connection)
        tell("begins", held)
        real(self, connection)
        tell("done", held)

    DefaultDialect.do_commit = commit  # type: ignore[method-assign]


def _path(connection: Any) -> str:
    return str(connection.execute("PRAGMA database_list").fetchall()[0][2])


def files_below(root: Path) -> dict[str, bytes]:
    """Every lasting file below a folder."""
    return {
        str(path): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.endswith("-shm")
    }
