"""Erasing a person against every place that holds them: laptops, hub, copies, files on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.errors import StorageError
from desktop.models.people import Contact, Learner
from desktop.models.program import Attachment, Change, Erasure
from desktop.services.documents.service import DocumentService
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.erasing_list import FILE
from desktop.services.persons_rights.retention import RetentionService
from desktop.services.sync.bundles import BundleService
from desktop.services.today.service import TodayService
from tests.factories import PASSCODE, QUICK, add_learner, open_workspace, picture
from tests.faults.erasing import CANARY, at_hub, erase, everything, register, sync
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def test_nothing_is_left_on_either_laptop_nor_at_the_hub(province: Province) -> None:
    first, second = province.join(), province.join()
    gone = register(first.workspace)
    sync(first, second)
    DraftService(second.workspace).save("visit", str(gone), {"text": CANARY})
    half = {"text": CANARY}
    first.workspace.aside.keep((b"u" * 16, "visit", str(gone)), half, 0)
    second.workspace.aside.keep((b"u" * 16, "visit", gone.hex), half, 0)
    DraftService(second.workspace).save("plan", "x", {"learner": gone.hex, "text": CANARY})
    TodayService(second.workspace).dismiss(f"silent:{gone}:2026", CANARY)
    LearnerService(second.workspace).edit(gone, {"nickname": CANARY + "สอง"})
    LearnerService(first.workspace).edit(gone, {"nickname": CANARY + "หนึ่ง"})
    sync(first, second)
    assert all(CANARY.encode() in everything(each.workspace) for each in (first, second))
    assert CANARY.encode() in at_hub(province)

    erase(first, gone)
    sync(first, second)

    assert CANARY.encode() not in everything(first.workspace)
    assert CANARY.encode() not in everything(second.workspace)
    assert CANARY.encode() not in at_hub(province)
    for each in (first, second):
        assert CheckService(each.workspace).check().findings == ()
        assert len(each.workspace.aside) == 0
        with each.workspace.read() as session:
            assert session.query(Attachment).count() == 0


def test_a_part_is_listed_until_every_copy_is_without_it(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    known = register(first.workspace)
    DocumentService(first.workspace).add(known, picture(CANARY.encode() * 51), {"title": CANARY})
    sync(first, second)
    copy = second.workspace.folder / "backups" / "one.backup"
    copy.parent.mkdir(exist_ok=True)
    BackupService(second.workspace).make(copy)

    assert RetentionService(first.workspace).erase_part(known, "document", "ครบกำหนด") == 2

    def places(laptop: Laptop) -> set[str]:
        return {each.place for each in ErasureService(laptop.workspace).places()}

    assert places(first) == {"hub", "device"}
    first.sync.sync_now()
    assert places(first) == {"device"}
    second.sync.sync_now(allow_mass_deletion=True)
    assert places(second) == {"backup"}
    sync(first, second)
    assert places(first) == set()
    for each in (first, second):
        assert CheckService(each.workspace).check().findings == ()
        assert LearnerService(each.workspace).get(known).row.given == CANARY
        with each.workspace.read() as session:
            assert session.query(Attachment).count() == 0
    with first.workspace.read() as session:
        told = session.query(Change).filter(Change.kind == "document", Change.remote).count()
    assert told == 1, "one tombstone told it for the whole part"


def test_places_are_listed_until_they_are_done(province: Province, tmp_path: Path) -> None:
    first, second = province.join(), province.join()
    gone = register(first.workspace)
    sync(first, second)
    service = ErasureService(first.workspace)
    BackupService(first.workspace).make(tmp_path / "stick.backup")
    copy = first.workspace.folder / "backups" / "one.backup"
    copy.parent.mkdir(exist_ok=True)
    BackupService(first.workspace).make(copy)
    province.wire.up = False

    erase(first, gone)

    def places() -> set[str]:
        return {each.place for each in service.places(gone)}

    (stick,) = [each for each in service.places(gone) if each.place == "elsewhere"]
    assert stick.by_hand
    assert stick.name.endswith("stick.backup")
    service.confirm_gone(gone, stick.place, stick.name)
    assert places() == {"backup", "hub", "device"}
    province.wire.up = True
    first.sync.sync_now()
    assert places() == {"backup", "device"}
    second.sync.sync_now()
    assert places() == {"backup", "device"}, "it has not said so yet"
    sync(second, first)
    assert places() == {"backup"}
    copy.unlink()
    assert places() == set()


def test_an_old_copy_put_back_does_not_bring_the_person_back(
    province: Province, tmp_path: Path
) -> None:
    first = province.join()
    gone = register(first.workspace)
    folder = first.workspace.folder
    BackupService(first.workspace).make(tmp_path / "old.backup")
    erase(first, gone)
    first.workspace.close()

    restore(folder, tmp_path / "old.backup", PASSCODE, key_cost=QUICK)
    with_person = open_workspace(folder)
    ErasureService(with_person).settle()

    assert CANARY.encode() not in everything(with_person)
    assert CheckService(with_person).check().findings == ()
    laptop = Laptop(with_person, province.wire)
    laptop.sync.sync_now()
    assert CANARY.encode() not in at_hub(province)
    with_person.close()


def test_a_forged_line_of_the_list_destroys_nobody(province: Province) -> None:
    first = province.join()
    kept = add_learner(first.workspace, "มานะ")
    forged = f"learner {kept.hex} 2026-11-22 {'0' * 32}\n"
    (first.workspace.folder / FILE).write_text(forged, encoding="ascii")

    assert ErasureService(first.workspace).settle().records == 0

    with first.workspace.read() as session:
        assert session.get_one(Learner, kept).given == "มานะ"


def test_what_somebody_wrote_meanwhile_goes_too(province: Province) -> None:
    first, second = province.join(), province.join()
    gone = register(first.workspace)
    sync(first, second)
    ContactService(second.workspace).add(gone, {"text": CANARY, "contact_kind": "home_visit"})

    erase(first, gone)
    sync(first, second, first)

    for each in (first, second):
        assert CANARY.encode() not in everything(each.workspace)
        with each.workspace.read() as session:
            assert session.query(Contact).filter(Contact.erased.is_(None)).count() == 0
    assert CANARY.encode() not in at_hub(province)


def test_files_written_before_bring_nobody_back(province: Province, tmp_path: Path) -> None:
    first, second, third = province.join(), province.join(), province.join()
    for each in (first, second):
        each.carrying.find(third.id)
    province.wire.up = False
    gone = register(first.workspace)
    bundle = BundleService(first.workspace).write(tmp_path / "hub.bundle")
    first.carrying.write_for(second.id, tmp_path / "second.bundle")
    second.carrying.take(tmp_path / "second.bundle")
    second.carrying.write_for(third.id, tmp_path / "third.bundle")
    province.wire.up = True
    erase(first, gone)
    sync(first, second)
    assert CANARY.encode() not in everything(second.workspace), "also not in what it carries"

    province.hub.accept_bundle(bundle.path.read_bytes())
    third.carrying.take(tmp_path / "third.bundle")
    second.carrying.take(tmp_path / "second.bundle")
    sync(third, second, first)

    for each in (first, second, third):
        assert CANARY.encode() not in everything(each.workspace)
    assert CANARY.encode() not in at_hub(province)


def test_an_erasure_is_caught_up_with_after_a_cut(province: Province) -> None:
    """The tombstone arrived and the power went before the rest was done."""
    first, second = province.join(), province.join()
    gone = register(first.workspace)
    sync(first, second)
    DraftService(second.workspace).save("visit", str(gone), {"text": CANARY})
    erase(first, gone)
    first.sync.sync_now()
    second.sync.sync_now()
    with second.workspace.database.write(erasing=True) as session:
        # As it was before: nothing noted, and something left.
        session.query(Erasure).delete()
        session.execute(text("DELETE FROM setting WHERE name = 'erasing.settled'"))
    DraftService(second.workspace).save("visit", str(gone), {"text": CANARY})

    ErasureService(second.workspace).settle()

    assert CANARY.encode() not in everything(second.workspace)


def test_a_copied_folder_with_the_list_stays_quiet(province: Province, tmp_path: Path) -> None:
    """Settling twice, or without news, writes nothing."""
    first = province.join()
    erase(first, register(first.workspace))
    sync(first)
    with first.workspace.read() as session:
        before = session.query(Change).count()
    for _ in range(3):
        assert ErasureService(first.workspace).settle().records == 0
    with first.workspace.read() as session:
        assert session.query(Change).count() == before
    shutil.copyfile(first.workspace.folder / FILE, tmp_path / FILE)
    assert CANARY not in (tmp_path / FILE).read_text(encoding="ascii")


def test_a_disk_that_takes_nothing_keeps_nobody_out(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = province.join()
    gone = register(first.workspace)
    folder = first.workspace.folder
    BackupService(first.workspace).make(tmp_path / "old.backup")
    erase(first, gone)
    first.workspace.close()
    restore(folder, tmp_path / "old.backup", PASSCODE, key_cost=QUICK)

    def full(_service: ErasureService) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(ErasureService, "settle", full)
        open_workspace(folder).close()

    workspace = open_workspace(folder)
    assert CANARY.encode() not in everything(workspace)
    workspace.close()


# --- people who are not learners, and what stays without them -------------------------------
