"""Little room, no room, a disk that refuses: what is large stays out, words are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.database import translated
from desktop.errors import StorageError
from desktop.services.documents.service import DocumentService
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService
from desktop.services.keeping.checking import CheckService
from desktop.services.rosters.importing import ImportService
from desktop.services.storage import disk_room
from desktop.services.storage.disk_room import FULL, LOW, OK, DiskRoom
from desktop.services.storage.drafts_aside import FILE, DraftsAside
from desktop.services.workspace import Workspace
from sync.texts import TEXT_LETTERS
from tests.factories import add_learner, open_workspace, picture
from tests.services.rosters.test_importing import SAMPLES

MB = 1_000_000
PNG = picture()


class Disk:
    """A disk whose free bytes a test sets."""

    def __init__(self, free: int) -> None:
        self.free = free

    def __call__(self, _folder: Path) -> int:
        return self.free


@pytest.fixture
def disk(workspace: Workspace) -> Disk:
    """The disk of the workspace."""
    made = Disk(10_000 * MB)
    workspace.room._free = made
    return made


@pytest.mark.parametrize(
    ("free", "level"), [(201, OK), (199, LOW), (50, LOW), (49, FULL), (0, FULL)]
)
def test_levels(tmp_path: Path, free: int, level: str) -> None:
    assert DiskRoom(tmp_path, Disk(free * MB)).look().level == level


def test_the_reserve_is_real_is_given_back_in_time_and_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_room, "RESERVE_BYTES", 2 * 1024 * 1024)
    free = Disk(500 * MB)
    room = DiskRoom(tmp_path, free)
    file = tmp_path / disk_room.RESERVE_FILE

    assert room.keep_reserve()
    assert file.stat().st_size == 2 * 1024 * 1024
    if hasattr(file.stat(), "st_blocks"):
        assert file.stat().st_blocks * 512 >= 2 * 1024 * 1024
    room.before_write()
    assert file.exists()
    free.free = 19 * MB
    room.before_write()
    assert not file.exists()
    assert not room.keep_reserve()
    free.free = 500 * MB
    assert room.keep_reserve()


def test_what_is_large_is_refused_and_words_are_not(workspace: Workspace, disk: Disk) -> None:
    learner = add_learner(workspace)
    imports = ImportService(workspace)
    preview = imports.preview(SAMPLES / "roster-plain-30.csv")
    disk.free = 49 * MB

    with pytest.raises(StorageError, match="disk_nearly_full"):
        imports.run(preview)
    with pytest.raises(StorageError, match="disk_nearly_full"):
        DocumentService(workspace).add(learner, PNG, {"title": "ภาพ"})
    with pytest.raises(StorageError, match="disk_nearly_full"):
        BackupService(workspace).keep()
    add_learner(workspace, "มานะ")

    assert list((workspace.folder / "backups").iterdir()) == []
    assert CheckService(workspace).check().counts["learner"] == 2


def test_a_full_disk_gives_the_reserve_back_and_the_next_save_works(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_room, "RESERVE_BYTES", 1024 * 1024)
    assert workspace.room.keep_reserve()
    with workspace.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    full = True

    def limit(raw: object) -> None:
        most = pages if full else 1_000_000
        raw.execute(f"PRAGMA max_page_count = {most}")  # type: ignore[attr-defined]

    _each_connection(workspace, limit)
    long = {"note": "ย" * TEXT_LETTERS, "interests": "ก" * TEXT_LETTERS}

    with pytest.raises(StorageError, match="disk_full"):
        add_learner(workspace, "มานะ", **long)

    assert not (workspace.folder / disk_room.RESERVE_FILE).exists()
    full = False
    _each_connection(workspace, limit)
    add_learner(workspace, "มานะ", **long)
    assert CheckService(workspace).check().findings == ()


def _each_connection(workspace: Workspace, act: object) -> None:
    workspace.database.engine.dispose()
    real = workspace.database.connect_to

    def connect(path: Path) -> object:
        raw = real(path)
        act(raw)  # type: ignore[operator]
        return raw

    workspace.database.engine.pool._creator = lambda: connect(workspace.database.path)  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("attempt to write a readonly database", "database_read_only"),
        ("disk I/O error", "disk_error"),
        ("database is locked", "database_locked"),
    ],
)
def test_a_form_that_the_database_cannot_take_is_kept_and_stored_later(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, said: str, code: str
) -> None:
    drafts = DraftService(workspace)

    def store(_self: DraftService, _forms: object) -> None:
        raise translated(sqlcipher.OperationalError(said))

    with monkeypatch.context() as patch:
        patch.setattr(DraftService, "_store", store)
        with pytest.raises(StorageError, match=code):
            drafts.save("visit", "7", {"text": "พบที่บ้าน"})
        with pytest.raises(StorageError, match=code):
            drafts.save("learner_new", "", {"given": "มานะ"})
    kept = drafts.load("visit", "7")
    assert kept is not None
    assert kept.content == {"text": "พบที่บ้าน"}
    aside = workspace.folder / FILE
    assert "พบที่บ้าน".encode() not in aside.read_bytes()
    # The program is killed here: what lies beside the database is found again.
    found = DraftsAside(workspace.folder, workspace.database)
    assert len(found) == 2

    drafts.save("visit", "7", {"text": "พบที่บ้านแล้ว"})

    assert not aside.exists()
    assert {(d.form, d.content.get("text") or d.content["given"]) for d in drafts.list()} == {
        ("visit", "พบที่บ้านแล้ว"),
        ("learner_new", "มานะ"),
    }


def test_forms_kept_aside_are_offered_at_the_next_sign_in(workspace: Workspace) -> None:
    user = workspace.user.user_id.bytes
    workspace.aside.keep((user, "visit", "9"), {"text": "ค้าง"}, 1_795_323_600_000)
    workspace.close()

    again = open_workspace(workspace.folder)

    assert [kept.content for kept in DraftService(again).list()] == [{"text": "ค้าง"}]
    DraftService(again).discard("visit", "9")
    assert DraftService(again).list() == ()
    again.close()


def test_memory_holds_a_form_where_the_disk_takes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("desktop.services.storage.drafts_aside.write_durably", refuse)
    workspace.aside.keep((bytes(16), "visit", "9"), {"text": "ค้าง"}, 0)

    assert workspace.aside.get((bytes(16), "visit", "9")) == ({"text": "ค้าง"}, 0)
