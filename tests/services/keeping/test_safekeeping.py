"""Marks, tiers, restore with preview, salvage: what keeps words when files go wrong."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.database import DATABASE_FILE, Database
from desktop.errors import StorageError
from desktop.models.people import Learner
from desktop.models.program import AuditEntry, Change, DeviceState, Setting
from desktop.services.drafts import DraftService
from desktop.services.keeping import marks
from desktop.services.keeping.backups import BackupService, preview, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.opening import centre_exists
from desktop.services.sign_in import SignInService
from desktop.services.storage import restore_journal
from desktop.services.storage.high_water import MARK_FILE, HighWater, outer_file
from desktop.services.storage.salvage import PAGE, salvage
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, RULES, Clock, add_learner, open_workspace

DAY = timedelta(days=1)


def _people(workspace: Workspace) -> list[str]:
    return sorted(row.given for row in LearnerLists(workspace).find(LearnerQuery()))


def _device(workspace: Workspace) -> DeviceState:
    with workspace.read() as session:
        return session.get_one(DeviceState, 1)


def _notices(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        kept = session.get(Setting, ("", marks.NOTICES))
        return [] if kept is None else [entry[0] for entry in kept.value]


def _key(workspace: Workspace) -> bytes:
    return workspace.keys.open_with(PASSCODE)[1]


def _copy(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to


# Tiers and schedule


# The high-water mark


def test_opening_again_and_copies_elsewhere_are_no_loss(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_learner(workspace)
    epoch = _device(workspace).epoch
    workspace.close()

    again = open_workspace(workspace.folder)
    assert (_notices(again), _device(again).epoch) == ([], epoch)
    again.close()
    elsewhere = open_workspace(_copy(workspace.folder, tmp_path / "elsewhere"))
    assert (_notices(elsewhere), _device(elsewhere).epoch) == ([], epoch)
    elsewhere.close()


@pytest.mark.parametrize("what", ["learner", "draft"])
def test_a_lost_wal_is_noticed_and_no_number_is_given_twice(
    workspace: Workspace, tmp_path: Path, what: str
) -> None:
    add_learner(workspace, "ดาวเรือง")
    with workspace.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    if what == "learner":
        add_learner(workspace, "มานะ")
    else:
        DraftService(workspace).save("learner_new", "", {"given": "มานะ"})
    before = _device(workspace)
    # As after a power cut on a disk that lied: the file without its WAL, the mark beside it.
    torn = tmp_path / "torn"
    torn.mkdir()
    for name in (DATABASE_FILE, "centre.keys", MARK_FILE):
        shutil.copy(workspace.folder / name, torn / name)

    opened = open_workspace(torn)

    after = _device(opened)
    assert _notices(opened) == [marks.WRITES_LOST]
    assert after.epoch == before.epoch + 1
    assert after.next_number >= before.next_number
    assert after.next_code == before.next_code
    assert after.last_stamp >= before.last_stamp
    with opened.read() as session:
        assert session.scalar(
            select(func.count()).select_from(AuditEntry).where(AuditEntry.event == "writes_lost")
        )
    opened.close()
    once_more = open_workspace(torn)
    assert _notices(once_more) == [marks.WRITES_LOST]
    assert _device(once_more).epoch == after.epoch
    once_more.close()


def test_a_whole_folder_put_back_is_noticed_by_the_outer_mark(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = workspace.folder
    add_learner(workspace, "ดาวเรือง")
    workspace.close()
    old = _copy(folder, tmp_path / "old")
    again = open_workspace(folder)
    add_learner(again, "มานะ")
    again.close()
    shutil.rmtree(folder)
    _copy(old, folder)

    opened = open_workspace(folder)

    assert _notices(opened) == [marks.OLD_COPY]
    assert _people(opened) == ["ดาวเรือง"]
    opened.close()


def test_forged_torn_or_missing_marks_accuse_nobody(workspace: Workspace) -> None:
    add_learner(workspace)
    workspace.close()
    mark = workspace.folder / MARK_FILE
    content = bytearray(mark.read_bytes())
    for at in (3, 4096 + 3):
        content[at] ^= 0xFF
    mark.write_bytes(content)
    outer_file(workspace.folder).write_bytes(b"\xff" * 9000)

    opened = open_workspace(workspace.folder)

    assert _notices(opened) == []
    opened.close()


def test_the_mark_of_another_key_is_no_mark(workspace: Workspace, tmp_path: Path) -> None:
    add_learner(workspace)
    state = workspace.database.standing()
    other = Database(tmp_path / "x.db", bytes(range(32)), RULES)
    marks = HighWater(workspace.folder, other)
    marks.note(state)
    marks.close()
    assert marks.read()[0] is not None
    assert HighWater(workspace.folder, workspace.database).read()[0] is not None
    other.close()


# Restore


def test_a_preview_tells_what_would_be_set_aside_and_changes_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.backup")
    add_learner(workspace, "มานะ")
    LearnerService(workspace).edit(first, {"nickname": "ดาว"})
    before = _device(workspace).epoch

    seen = preview(workspace.folder, made.path, PASSCODE)

    assert (seen.learners, seen.same_centre) == (1, True)
    assert seen.later is not None
    assert (seen.later.readable, seen.later.learners, seen.later.changes) == (True, 1, 2)
    assert seen.later.kinds == {"learner": 2}
    assert seen.later.unsent == {"learner": 2}
    assert _device(workspace).epoch == before
    assert sorted(_people(workspace)) == ["ดาวเรือง", "มานะ"]


def test_a_restore_is_refused_while_the_centre_is_open(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_learner(workspace)
    made = BackupService(workspace).make(tmp_path / "a.backup")

    with workspace.read() as session:
        session.scalar(select(func.count()).select_from(Learner))
        with pytest.raises(StorageError, match="database_locked"):
            restore(workspace.folder, made.path, PASSCODE, key_cost=QUICK)

    assert _people(workspace) == ["ดาวเรือง"]


def test_a_restore_brings_unsent_changes_along_where_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.backup")
    add_learner(workspace, "มานะ")
    LearnerService(workspace).edit(first, {"nickname": "ดาว"})
    DraftService(workspace).save("learner_new", "", {"given": "นภา"})
    workspace.close()

    done = restore(
        workspace.folder, made.path, PASSCODE, key_cost=QUICK, salvaging=True, clock=Clock()
    )

    assert (done.salvaged, done.changes_lost) == (2, 0)
    again = open_workspace(workspace.folder)
    assert _people(again) == ["ดาวเรือง", "มานะ"]
    assert LearnerService(again).get(first).values["nickname"] == "ดาว"
    kept = DraftService(again).load("learner_new")
    assert kept is not None
    assert kept.content == {"given": "นภา"}
    assert CheckService(again).check().findings == ()
    with again.read() as session:
        own = session.scalars(select(Change).where(Change.at_hub.is_(True))).all()
    assert own == []
    again.close()


class _Stop(BaseException):
    """The power goes."""


@pytest.mark.parametrize("moment", range(12))
def test_a_restore_that_is_cut_off_leaves_the_old_or_the_new_centre(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.backup")
    add_learner(workspace, "มานะ")
    workspace.close()
    left = [moment]

    def counted(real: object, name: str) -> None:
        def step(*given: object) -> object:
            if left[0] == 0:
                raise _Stop
            left[0] -= 1
            return real(*given)  # type: ignore[operator]

        monkeypatch.setattr(restore_journal, name, step)

    for name in ("move_durably", "remove_durably", "write_durably", "sync_folder"):
        counted(getattr(restore_journal, name), name)
    finished = False
    try:
        restore(workspace.folder, made.path, PASSCODE, key_cost=QUICK, clock=Clock())
        finished = True
    except _Stop:
        pass
    monkeypatch.undo()
    journal = (workspace.folder / restore_journal.JOURNAL).exists()

    assert SignInService(workspace.folder).begun()
    again = open_workspace(workspace.folder)

    new = finished or journal
    assert _people(again) == (["ดาวเรือง"] if new else ["ดาวเรือง", "มานะ"])
    assert CheckService(again).check().findings == ()
    assert [*workspace.folder.glob(".*")] == []
    again.close()


def test_a_journal_that_cannot_be_read_is_told(workspace: Workspace) -> None:
    workspace.close()
    (workspace.folder / restore_journal.JOURNAL).write_bytes(b"{")

    with pytest.raises(StorageError, match="restore_unfinished"):
        centre_exists(workspace.folder)


# Salvage


def _flip(path: Path, page: int) -> None:
    with path.open("rb+") as file:
        file.seek((page - 1) * PAGE + 1000)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def test_everything_is_read_from_a_whole_file_and_its_wal(workspace: Workspace) -> None:
    for number in range(40):
        add_learner(workspace, f"คน{number}", interests="ย" * 3000 if number == 7 else "วาดรูป")
    key = _key(workspace)
    with workspace.read() as session:
        wanted = {
            (row.record_id.bytes, row.stamp): row.fields for row in session.scalars(select(Change))
        }

    found = salvage(workspace.folder / DATABASE_FILE, key)

    assert {(row.record_id, row.stamp) for row in found.changes} == wanted.keys()
    assert {
        (row.record_id, row.stamp): {name: list(entry) for name, entry in row.fields.items()}
        for row in found.changes
    } == wanted
    assert found.unreadable == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pages_that_were_flipped_take_only_themselves(
    workspace: Workspace, tmp_path: Path, seed: int
) -> None:
    add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.backup")
    for number in range(120):
        add_learner(workspace, f"คน{number}")
    key = _key(workspace)
    workspace.close()
    database = workspace.folder / DATABASE_FILE
    pages = database.stat().st_size // PAGE
    whole = len(salvage(database, key).changes)
    for page in [1, *random.Random(seed).sample(range(2, pages + 1), 5)]:
        _flip(database, page)
    left = salvage(database, key)
    assert left.unreadable == 6
    assert whole - 100 < len(left.changes) <= whole
    with pytest.raises(StorageError):
        open_workspace(workspace.folder)
    seen = preview(workspace.folder, made.path, PASSCODE)
    assert seen.later is not None
    assert not seen.later.readable
    assert seen.later.unsent["learner"] > 20

    done = restore(
        workspace.folder, made.path, PASSCODE, key_cost=QUICK, salvaging=True, clock=Clock()
    )

    again = open_workspace(workspace.folder)
    assert done.salvaged == seen.later.changes
    assert CheckService(again).check().findings == ()
    assert len(_people(again)) == 1 + seen.later.kinds["learner"]
    again.close()
