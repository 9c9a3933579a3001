"""A schema that was said again is the schema that the steps make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import text

from desktop.services.opening import create_centre
from desktop.services.storage.beginning import NewCentre
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, Clock, make_workspace


def _schema(workspace: Workspace) -> list[tuple[Any, ...]]:
    """All that the database says of itself, and its revision."""
    with workspace.database.engine.connect() as connection:
        rows = [
            tuple(row)
            for row in connection.execute(
                text("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")
            )
        ]
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        keys = connection.scalar(text("PRAGMA foreign_keys"))
    return [*rows, (revision, keys)]


def test_said_again_it_is_the_same(tmp_path: Path) -> None:
    # The first of a process takes the steps, unless another test began one before.
    make_workspace(tmp_path / "first").close()
    said = make_workspace(tmp_path / "said")
    new = NewCentre("ศูนย์ตัวอย่าง", "580604", "ครูทดสอบ", PASSCODE)
    stepped = create_centre(tmp_path / "stepped", new, clock=Clock(), key_cost=QUICK)
    try:
        assert _schema(said) == _schema(stepped)
    finally:
        said.close()
        stepped.close()
