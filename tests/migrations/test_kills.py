"""Schema steps against a program that is killed: the old schema or the new one, never between.

The short form takes a few moments of a small centre; `MIGRATION_TEST_RECORDS=100000` and
`MIGRATION_TEST_KILLS=250` are the long form.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.database import Database, connect
from desktop.errors import StorageError
from desktop.migrations import NEWEST, revision_of, steps_waiting, upgrade
from desktop.services import opening
from desktop.services.storage.backup_files import kept_backups
from desktop.services.storage.disk_room import DiskRoom
from tests.factories import RULES, make_workspace
from tests.migrations.make_frozen import FROZEN, KEY

RECORDS = int(os.environ.get("MIGRATION_TEST_RECORDS", "500"))
KILLS = int(os.environ.get("MIGRATION_TEST_KILLS", "3"))
STEPS = sorted(path.stem for path in FROZEN.glob("*.db") if path.stem != NEWEST)

_CHILD = """
import sys
from pathlib import Path
from desktop.database import Database
from desktop.migrations import upgrade
from desktop.models.capture import SyncRules
from sync.stamps import next_stamp
database = Database(Path(sys.argv[1]), bytes(range(32)), SyncRules(next_stamp, len, 1))
print("begun", flush=True)
upgrade(database.engine)
print("done", flush=True)
"""


def _grown(step: str, path: Path, records: int) -> None:
    """Copy a frozen database and give it many people, each with a change row of its own."""
    shutil.copy(FROZEN / f"{step}.db", path)
    connection = connect(path, KEY)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(learner)")]
    changes = [row[1] for row in connection.execute("PRAGMA table_info(change)")]
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    connection.execute(f"CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL "
                       f"SELECT i + 1 FROM c WHERE i < {records}) SELECT i FROM c")  # fmt: skip
    (highest,) = connection.execute("SELECT max(number) FROM change").fetchone()
    (record,) = connection.execute("SELECT id FROM learner LIMIT 1").fetchone()
    fresh = "CAST(substr(printf('%016d', n.i), 1, 16) AS BLOB)"
    stamp: dict[str, str] = {
        "number": f"{highest} + n.i", "record_id": fresh, "seq": "1000000 + n.i",
        "stamp": fresh, "action": fresh,
    }  # fmt: skip
    picked = ", ".join(stamp.get(name, f'change."{name}"') for name in changes)
    connection.execute(
        f"INSERT INTO change SELECT {picked} FROM n, change WHERE change.record_id = ? "
        "AND change.created = 1",
        (record,),
    )
    given = {"id": fresh, "last_change": f"{highest} + n.i", "household_id": "NULL"}
    picked = ", ".join(given.get(name, f'learner."{name}"') for name in columns)
    connection.execute(
        f"INSERT INTO learner SELECT {picked} FROM n, learner WHERE learner.id = ?", (record,)
    )
    connection.execute("COMMIT")
    connection.close()


def _facts(path: Path) -> dict[str, Any]:
    database = Database(path, KEY, RULES)
    try:
        with database.engine.connect() as connection:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return {
                "revision": revision,
                "whole": connection.scalar(text("PRAGMA quick_check")),
                "learners": connection.scalar(text("SELECT count(*) FROM learner")),
                "changes": connection.scalar(text("SELECT count(*) FROM change")),
                "schema": tuple(
                    row[0]
                    for row in connection.execute(
                        text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql")
                    )
                ),
            }
    finally:
        database.close()


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_a_released_schema_and_the_next_start_finishes(
    step: str, tmp_path: Path
) -> None:
    grown = tmp_path / "grown.db"
    _grown(step, grown, RECORDS)
    before = _facts(grown)
    assert before["learners"] >= RECORDS
    whole = tmp_path / "whole.db"
    shutil.copy(grown, whole)
    took = _run(whole, None)
    after = _facts(whole)
    assert after["revision"] == NEWEST
    # Every schema that stands between two steps is one that was released.
    released = {step: before["schema"], NEWEST: after["schema"]}
    for between in STEPS:
        if between > step:
            middle = tmp_path / f"{between}.db"
            shutil.copy(grown, middle)
            database = Database(middle, KEY, RULES)
            upgrade(database.engine, between)
            database.close()
            released[between] = _facts(middle)["schema"]
    for number in range(KILLS):
        path = tmp_path / f"killed-{number}.db"
        shutil.copy(grown, path)

        _run(path, took * (number + 1) / (KILLS + 1))

        found = _facts(path)
        assert found["whole"] == "ok"
        assert found["schema"] == released[found["revision"]]
        assert (found["learners"], found["changes"]) == (before["learners"], before["changes"])
        database = Database(path, KEY, RULES)
        upgrade(database.engine)
        database.close()
        assert _facts(path) == after


def _run(path: Path, seconds: float | None) -> float:
    """Upgrade in a process of its own, killed after so many seconds; how long it was at it."""
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "begun"
        began = time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            child.kill()
        child.wait()
        assert seconds is not None or child.returncode == 0
        return time.monotonic() - began


def test_a_snapshot_is_taken_before_a_step_and_none_without_one(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    folder.mkdir()
    shutil.copy(FROZEN / f"{STEPS[0]}.db", folder / "centre.db")
    (folder / "centre.keys").write_text("{}", encoding="utf-8")
    told: list[tuple[int, int, str]] = []

    class Told:
        def step(self, done: int, total: int, doing: str = "") -> None:
            told.append((done, total, doing))

    database = Database(folder / "centre.db", KEY, RULES)
    waiting = steps_waiting(database.engine)

    opening.migrate(database, folder / "centre.keys", Told())
    opening.migrate(database, folder / "centre.keys", Told())

    database.close()
    [kept] = kept_backups(folder)
    assert kept.manifest is not None
    assert kept.manifest.learners == 3
    assert told == [(done, waiting, "migration") for done in range(waiting + 1)]


def test_another_version_of_the_program_begins_on_a_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_workspace(tmp_path / "centre")
    database, key_file = workspace.database, workspace.folder / "centre.keys"
    opening.migrate(database, key_file)
    assert kept_backups(workspace.folder) == ()

    monkeypatch.setattr(opening, "VERSION", "99.0.0")
    opening.migrate(database, key_file)
    opening.migrate(database, key_file)

    assert len(kept_backups(workspace.folder)) == 1
    workspace.close()


def test_a_full_disk_keeps_nobody_from_a_new_version_without_a_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_workspace(tmp_path / "centre")
    monkeypatch.setattr(opening, "VERSION", "99.0.0")
    with monkeypatch.context() as full:
        full.setattr(opening, "DiskRoom", lambda folder: DiskRoom(folder, lambda _folder: 1))
        opening.migrate(workspace.database, workspace.folder / "centre.keys")
    assert kept_backups(workspace.folder) == ()

    opening.migrate(workspace.database, workspace.folder / "centre.keys")

    assert len(kept_backups(workspace.folder)) == 1
    workspace.close()


def test_a_newer_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "centre.db"
    shutil.copy(FROZEN / f"{STEPS[0]}.db", path)
    database = Database(path, KEY, RULES)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StorageError, match="newer_file"):
        opening.migrate(database, tmp_path / "centre.keys")

    assert revision_of(database.engine) == "9999"
    database.close()
    assert not (tmp_path / "backups").exists()


def test_without_room_a_step_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "centre.db"
    shutil.copy(FROZEN / f"{STEPS[0]}.db", path)
    database = Database(path, KEY, RULES)
    monkeypatch.setattr(opening, "DiskRoom", lambda folder: DiskRoom(folder, lambda _folder: 1))

    with pytest.raises(StorageError, match="disk_nearly_full"):
        opening.migrate(database, tmp_path / "centre.keys")

    assert revision_of(database.engine) == STEPS[0]
    database.close()
