"""A backup that was altered is refused, and restoring is no way round the delay or the roles."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.database import DATABASE_FILE, connect
from desktop.errors import StorageError, UserError
from desktop.keys import KEY_FILE, KeyRing
from desktop.services.keeping.backups import BackupService, preview, restore
from desktop.services.opening import open_centre
from desktop.services.storage.backup_files import check_seal, sha256, unpacked
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, add_learner, make_workspace

_MANIFEST = "backup.json"
Alter = Callable[[dict[str, Any], dict[str, Any]], None]


def _rewritten(file: Path, alter: Alter) -> Path:
    """A backup whose note and key file were edited by hand."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    note, keys = json.loads(parts[_MANIFEST]), json.loads(parts[KEY_FILE])
    alter(note, keys)
    parts[_MANIFEST], parts[KEY_FILE] = json.dumps(note).encode(), json.dumps(keys).encode()
    target = file.with_name("altered.backup")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target


def _role(note: dict[str, Any], keys: dict[str, Any]) -> None:
    keys["users"][0]["role"] = "viewer"


def _name(note: dict[str, Any], keys: dict[str, Any]) -> None:
    keys["users"][0]["name"] = "คนอื่น"


def _cost(note: dict[str, Any], keys: dict[str, Any]) -> None:
    keys["users"].append({**keys["users"][0], "user": "0" * 32})


def _time(note: dict[str, Any], keys: dict[str, Any]) -> None:
    note["made_ms"] += 86_400_000


def _no_seal(note: dict[str, Any], keys: dict[str, Any]) -> None:
    del note["seal"]


def _both(note: dict[str, Any], keys: dict[str, Any]) -> None:
    _role(note, keys)
    _no_seal(note, keys)


@pytest.mark.parametrize("alter", [_role, _name, _cost, _time, _no_seal, _both])
def test_an_altered_backup_is_refused(workspace: Workspace, tmp_path: Path, alter: Alter) -> None:
    add_learner(workspace)
    made = BackupService(workspace).make(tmp_path / "a.backup")
    altered = _rewritten(made.path, alter)

    with pytest.raises(StorageError, match="backup_altered"):
        preview(workspace.folder, altered, PASSCODE)
    with pytest.raises(StorageError, match="backup_altered"):
        restore(tmp_path / "other", altered, PASSCODE, key_cost=QUICK)
    assert not (tmp_path / "other" / DATABASE_FILE).exists()
    assert preview(workspace.folder, made.path, PASSCODE).same_centre


def test_a_backup_of_before_there_were_seals_is_taken(workspace: Workspace, tmp_path: Path) -> None:
    add_learner(workspace)
    made = BackupService(workspace).make(tmp_path / "a.backup")
    folder = tmp_path / "old"
    unpacked(made.path, folder)
    key = workspace.database.key.plain()
    connection = connect(folder / DATABASE_FILE, key)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with zipfile.ZipFile(made.path) as archive:
        note = json.loads(archive.read(_MANIFEST))
    del note["seal"]
    note["database_sha256"] = sha256(folder / DATABASE_FILE)
    (folder / _MANIFEST).write_text(json.dumps(note))
    old = tmp_path / "old.backup"
    with zipfile.ZipFile(old, "w", zipfile.ZIP_STORED) as archive:
        for name in (_MANIFEST, KEY_FILE, DATABASE_FILE):
            archive.write(folder / name, name)

    assert restore(tmp_path / "other", old, PASSCODE, key_cost=QUICK).learners == 1


def test_parts_of_two_backups_make_none(workspace: Workspace, tmp_path: Path) -> None:
    """The key file of a day when somebody had another role, put into a later backup."""
    service = BackupService(workspace)
    early = service.make(tmp_path / "early.backup")
    UserService(workspace).add("ครูมะลิ", "facilitator", "ดาวเหนือ77", PASSCODE)
    late = service.make(tmp_path / "late.backup")
    with zipfile.ZipFile(early.path) as archive:
        keys = json.loads(archive.read(KEY_FILE))

    def of_early(_note: dict[str, Any], now: dict[str, Any]) -> None:
        now.clear()
        now.update(keys)

    with pytest.raises(StorageError, match="backup_altered"):
        preview(workspace.folder, _rewritten(late.path, of_early), PASSCODE)


def test_the_database_says_who_may_restore(workspace: Workspace, tmp_path: Path) -> None:
    """Not the key file of the backup, and not the role of the day it was made."""
    users = UserService(workspace)
    officer = users.add("ครูมะลิ", "administrator", "ดาวเหนือ77", PASSCODE)
    made = BackupService(workspace).make(tmp_path / "a.backup")
    users.edit(officer, {"role": "facilitator"})
    workspace.close()

    with pytest.raises(UserError, match="not_allowed"):
        restore(workspace.folder, made.path, "ดาวเหนือ77", key_cost=QUICK)
    assert restore(workspace.folder, made.path, PASSCODE, key_cost=QUICK).kept is not None


def test_restoring_is_no_way_round_the_delay(workspace: Workspace, tmp_path: Path) -> None:
    made = BackupService(workspace).make(tmp_path / "a.backup")
    folder = workspace.folder
    workspace.close()
    for number in range(5):
        with pytest.raises(UserError, match="wrong_passcode"):
            (preview if number % 2 else restore)(folder, made.path, "ผิด")
    for act in (preview, restore):
        with pytest.raises(UserError, match="passcode_wait"):
            act(folder, made.path, PASSCODE)
    with pytest.raises(UserError, match="passcode_wait"):
        open_centre(folder, PASSCODE, key_cost=QUICK)


def test_a_backup_of_ones_own_making_forgives_no_tries(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Its passcode is known to whoever made it, and its users may be called as one likes."""
    own = make_workspace(tmp_path / "own")
    file = BackupService(own).make(tmp_path / "own.backup").path
    own.close()
    keys = KeyRing.of_folder(workspace.folder, QUICK)
    (user,) = [each.user_id for each in keys.names()]
    for _ in range(4):
        with pytest.raises(UserError, match="wrong_passcode"):
            keys.unlock(user, "ผิด")
    preview(workspace.folder, file, PASSCODE)
    assert keys.tries is not None
    assert (keys.tries.wrong(user.hex), keys.tries.wrong("laptop")) == (4, 4)
    with pytest.raises(UserError, match="wrong_passcode"):
        keys.unlock(user, "ผิด")
    with pytest.raises(UserError, match="passcode_wait"):
        keys.unlock(user, PASSCODE)


def test_what_is_restored_is_for_its_owner_alone(workspace: Workspace, tmp_path: Path) -> None:
    made = BackupService(workspace).make(tmp_path / "a.backup")
    before = os.umask(0)
    try:
        restore(tmp_path / "other", made.path, PASSCODE, key_cost=QUICK)
    finally:
        os.umask(before)
    for name in (DATABASE_FILE, KEY_FILE):
        mode = (tmp_path / "other" / name).stat().st_mode
        assert os.name == "nt" or mode & 0o077 == 0, name


def test_a_seal_is_asked_for_by_the_copy_itself(workspace: Workspace, tmp_path: Path) -> None:
    made = BackupService(workspace).make(tmp_path / "a.backup")
    manifest = unpacked(made.path, tmp_path / "x")
    check_seal(manifest, tmp_path / "x", workspace.database.key.plain())
    with pytest.raises(StorageError, match="backup_altered"):
        check_seal(
            unpacked(_rewritten(made.path, _no_seal), tmp_path / "y"),
            tmp_path / "y",
            workspace.database.key.plain(),
        )
