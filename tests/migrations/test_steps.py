"""Each step on a populated database of the step before: rows intact, counted and looked at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from desktop.database import Database
from desktop.migrations import newest, revision_of, upgrade
from desktop.models.base import Base
from tests.factories import RULES
from tests.migrations.make_frozen import FROZEN, KEY

STEPS = sorted(path.stem for path in FROZEN.glob("*.db"))


@pytest.fixture(params=STEPS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A copy of a frozen database."""
    path = tmp_path / "old.db"
    shutil.copy(FROZEN / f"{request.param}.db", path)
    opened = Database(path, KEY, RULES)
    assert revision_of(opened.engine) == request.param
    yield opened
    opened.close()


def _rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.engine.connect() as connection:
        tables = [
            name for name in inspect(connection).get_table_names() if name in Base.metadata.tables
        ]
        return {
            name: sorted(map(tuple, connection.execute(text(f'SELECT * FROM "{name}"'))), key=repr)
            for name in tables
        }


def test_the_first_step_is_frozen() -> None:
    assert "0001" in STEPS


def test_every_row_is_there_after_all_steps(old: Database) -> None:
    before = _rows(old)
    assert len(before["learner"]) == 3
    assert len(before["change"]) > 10

    upgrade(old.engine)

    assert revision_of(old.engine) == newest()
    after = _rows(old)
    assert {name: after[name] for name in before} == before
    with old.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        found = connection.execute(
            text("SELECT count(*) FROM learner_fts WHERE learner_fts MATCH '\"ธารนำเงา\"'")
        ).scalar()
    assert found == 3


def test_the_guards_still_stand_after_all_steps(old: Database) -> None:
    upgrade(old.engine)

    with old.engine.connect() as connection:
        with pytest.raises(Exception, match="without a change row"):
            connection.execute(text("UPDATE learner SET given = 'x'"))
        connection.rollback()


def test_an_upgrade_that_fails_leaves_the_file_usable(
    old: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, step = _rows(old), revision_of(old.engine)

    def fails(*_words: object, **_more: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("alembic.operations.Operations.create_table", fails)
    monkeypatch.setattr("alembic.op.create_table", fails)
    with pytest.raises(OSError, match="no room"):
        upgrade(old.engine)
    monkeypatch.undo()

    assert revision_of(old.engine) == step
    assert _rows(old) == before
    upgrade(old.engine)
    assert revision_of(old.engine) == newest()
