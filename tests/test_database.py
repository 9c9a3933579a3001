"""The encrypted database: pragmas, transactions, refusals."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from desktop.database import Database, connect
from desktop.errors import StorageError, UserError
from desktop.models.people import Learner
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, RULES, add_learner, make_workspace, open_workspace


def test_the_pragmas_hold_on_every_connection(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    wanted = {
        "foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "secure_delete": 1,
        "busy_timeout": 5000,
    }  # fmt: skip

    with workspace.read() as one, workspace.read() as two:
        for session in (one, two):
            found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
            assert found == wanted
    workspace.close()


def test_nothing_readable_lies_on_the_disk(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    add_learner(workspace, "นกเงือกลับลับ", phone="0812345678")

    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert "นกเงือกลับลับ".encode() not in content
        assert b"0812345678" not in content
        assert not content.startswith(b"SQLite format 3")
    workspace.close()


def test_a_centre_opens_again_with_its_passcode(tmp_path: Path) -> None:
    first = make_workspace(tmp_path)
    learner_id = add_learner(first)
    first.close()

    again = open_workspace(tmp_path)

    assert LearnerLists(again).ids(LearnerQuery()) == [learner_id]
    assert again.user == first.user
    again.close()


def test_a_wrong_passcode_is_a_sentence(tmp_path: Path) -> None:
    make_workspace(tmp_path).close()

    with pytest.raises(UserError, match="wrong_passcode"):
        open_workspace(tmp_path, PASSCODE + "x")


def test_another_key_does_not_open_it(tmp_path: Path) -> None:
    make_workspace(tmp_path).close()

    with pytest.raises(StorageError, match="not_our_database"):
        connect(tmp_path / "centre.db", os.urandom(32))


def test_a_second_centre_in_the_folder_is_refused(tmp_path: Path) -> None:
    make_workspace(tmp_path).close()
    before = (tmp_path / "centre.keys").read_bytes()

    with pytest.raises(UserError, match="centre_exists"):
        make_workspace(tmp_path)
    assert (tmp_path / "centre.keys").read_bytes() == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"tambon": "999999"}, "tambon_unknown"),
        ({"passcode": "123"}, "passcode_too_short"),
    ],
)
def test_a_refused_beginning_leaves_nothing(
    tmp_path: Path, values: dict[str, Any], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        make_workspace(tmp_path / "new", **values)
    assert not (tmp_path / "new").exists()


def test_a_reader_sees_one_moment_while_another_writes(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    add_learner(workspace, "หนึ่ง")
    with workspace.read() as session:
        assert len(session.scalars(select(Learner.id)).all()) == 1
        writer = threading.Thread(target=add_learner, args=(workspace, "สอง"))
        writer.start()
        writer.join()
        assert len(session.scalars(select(Learner.id)).all()) == 1
    with workspace.read() as session:
        assert len(session.scalars(select(Learner.id)).all()) == 2
    workspace.close()


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    threads = [
        threading.Thread(target=add_learner, args=(workspace, f"คน{number}")) for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    rows = LearnerLists(workspace).find(LearnerQuery())

    assert len({row.code for row in rows}) == 6
    workspace.close()


def test_listeners_hear_what_kinds_changed_after_commit_only(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    heard: list[frozenset[str]] = []
    workspace.database.add_listener(heard.append)

    add_learner(workspace, village="1")
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(workspace)

    assert heard == [frozenset({"learner", "village"})]
    workspace.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"hello" * 1000)

    with pytest.raises(StorageError):
        connect(path, os.urandom(32))
    assert path.read_bytes() == b"hello" * 1000


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot_open"):
        connect(tmp_path, os.urandom(32))


def test_the_oldest_allowed_sqlite_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.database._OLDEST_SQLITE", (999, 0, 0))

    with pytest.raises(StorageError, match="sqlite_too_old"):
        Database(tmp_path / "a.db", os.urandom(32), RULES)


def _fail_half_way(workspace: Workspace) -> None:
    with workspace.write() as session:
        session.add(Learner(code="x", given="ก"))
        raise ZeroDivisionError


def test_an_error_does_not_carry_what_was_to_be_stored(tmp_path: Path) -> None:
    database = Database(tmp_path / "centre.db", os.urandom(32), RULES)
    try:
        with database.engine.connect() as connection, pytest.raises(DBAPIError) as refused:
            connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "ดาวเรือง"})
    finally:
        database.close()
    assert "ดาวเรือง" not in str(refused.value)
