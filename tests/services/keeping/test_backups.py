"""Backups and putting them back: counted, never overwriting, going on in a new epoch."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.errors import StorageError, TambonError, UserError
from desktop.models.program import DeviceState
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.storage import backup_files
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, RULES, add_learner, open_workspace


def _people(workspace: Workspace) -> list[str]:
    return [row.given for row in LearnerLists(workspace).find(LearnerQuery())]


def test_a_backup_is_counted_and_holds_no_readable_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_learner(workspace, "ดาวเรือง")

    made = BackupService(workspace).make(tmp_path / "a.zip")

    assert made.learners == 1
    assert "ดาวเรือง".encode() not in made.path.read_bytes()
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_backup_is_never_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"kept")

    with pytest.raises(UserError, match="file_exists"):
        BackupService(workspace).make(target)

    assert target.read_bytes() == b"kept"


def test_a_disk_that_fills_up_leaves_no_half_backup(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise sqlcipher.OperationalError("database or disk is full")

    monkeypatch.setattr(backup_files, "copy_database", full)

    with pytest.raises(StorageError, match="disk_full"):
        BackupService(workspace).make(tmp_path / "a.zip")

    assert [path.name for path in tmp_path.iterdir() if "a.zip" in path.name] == []


def test_restoring_keeps_the_present_files_and_begins_an_epoch(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.zip")
    add_learner(workspace, "มานะ")
    with workspace.read() as session:
        present = session.get_one(DeviceState, 1)
    workspace.close()

    restored = restore(workspace.folder, made.path, PASSCODE, key_cost=QUICK)

    assert (restored.learners, restored.changes_lost) == (1, 1)
    again = open_workspace(workspace.folder)
    assert _people(again) == ["ดาวเรือง"]
    with again.read() as session:
        device = session.get_one(DeviceState, 1)
        assert device.epoch == present.epoch + 1
        assert device.acked_seq == [0] * RULES.lanes
        assert device.next_code == present.next_code
        assert device.last_stamp >= present.last_stamp
    add_learner(again, "นภา")
    assert CheckService(again).check().findings == ()
    again.close()
    assert restored.kept is not None
    before = open_workspace(restored.kept)
    assert sorted(_people(before)) == ["ดาวเรือง", "มานะ"]
    before.close()


def test_a_backup_goes_onto_an_empty_laptop(workspace: Workspace, tmp_path: Path) -> None:
    add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.zip")

    restored = restore(tmp_path / "other", made.path, PASSCODE, key_cost=QUICK)

    assert restored.kept is None
    other = open_workspace(tmp_path / "other")
    assert _people(other) == ["ดาวเรือง"]
    other.close()


@pytest.mark.parametrize("damage", ["truncated", "bit", "foreign", "text", "packed"])
def test_what_is_no_whole_backup_is_refused_and_nothing_moves(
    workspace: Workspace, tmp_path: Path, damage: str
) -> None:
    add_learner(workspace, "ดาวเรือง")
    made = BackupService(workspace).make(tmp_path / "a.zip")
    content = bytearray(made.path.read_bytes())
    bad = tmp_path / "bad.zip"
    if damage == "truncated":
        bad.write_bytes(content[: len(content) // 2])
    elif damage == "bit":
        content[len(content) // 2] ^= 1
        bad.write_bytes(content)
    elif damage == "foreign":
        with zipfile.ZipFile(bad, "w") as archive:
            archive.writestr("../centre.db", b"x")
    elif damage == "packed":
        with (
            zipfile.ZipFile(made.path) as whole,
            zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for name in whole.namelist():
                archive.writestr(name, whole.read(name))
    else:
        bad.write_text("ไม่ใช่ไฟล์สำรอง", encoding="utf-8")
    workspace.close()

    with pytest.raises(TambonError, match="backup_unreadable"):
        restore(workspace.folder, bad, PASSCODE, key_cost=QUICK)

    again = open_workspace(workspace.folder)
    assert _people(again) == ["ดาวเรือง"]
    again.close()
    left = [*workspace.folder.glob(".*"), *workspace.folder.glob("before-restore*")]
    assert left == []


def test_a_wrong_passcode_restores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    made = BackupService(workspace).make(tmp_path / "a.zip")

    with pytest.raises(UserError, match="wrong_passcode"):
        restore(tmp_path / "other", made.path, "ไม่ใช่รหัสนี้", key_cost=QUICK)

    left = {path.name for path in (tmp_path / "other").iterdir()}
    assert left == {"centre.tries", "centre.tries.lock"}  # the try was counted
