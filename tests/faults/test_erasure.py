"""Erasing a person against every place that holds them: laptops, hub, copies, files on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from desktop.errors import StorageError, UserError
from desktop.models.derived import ensure
from desktop.models.partners import PartnerContact, PartnerMove
from desktop.models.people import Contact, Learner
from desktop.models.persons import Person
from desktop.models.plan import Goal, Plan
from desktop.models.program import Attachment, Change, Conflict, Erasure
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.documents import DocumentService
from desktop.services.learners.service import LearnerService
from desktop.services.persons.service import PersonService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.erasing_list import FILE
from desktop.services.persons_rights.retention import RetentionService
from desktop.services.sync.bundles import BundleService
from desktop.services.today.service import TodayService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, add_learner, national_number, open_workspace, picture
from tests.services.near_hub import Laptop, Province
from tests.services.test_moves import add_partner, move, state

CANARY = "กระรอกบินลายจุด"
PHOTO = picture(CANARY.encode() * 50)


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def everything(workspace: Workspace) -> bytes:
    """Every value of every table, the index's own included."""
    found = bytearray()
    with workspace.database.read() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for table in list(tables.scalars()):
            for row in session.execute(text(f'SELECT * FROM "{table}"')):
                for value in row:
                    found += value if isinstance(value, bytes) else str(value).encode()
    return bytes(found)


def at_hub(province: Province) -> bytes:
    """Every value that the hub holds."""
    found = bytearray()
    with province.hub.database.read() as connection:
        for table in ("change", "record", "set_aside", "held"):
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                for value in row:
                    found += value if isinstance(value, bytes) else str(value).encode()
    return bytes(found)


def register(workspace: Workspace) -> UUID:
    """Somebody with all that a person can have."""
    learner_id = add_learner(
        workspace, CANARY, nickname=CANARY, national_id=national_number(), note=CANARY, village="3"
    )
    with workspace.write() as session:
        plan = Plan(learner_id=learner_id, dream=CANARY)
        session.add_all([plan, Goal(plan_id=plan.id, text=CANARY)])
    DocumentService(workspace).add(learner_id, PHOTO, {"title": CANARY}, as_photo=True)
    LearnerService(workspace).edit(learner_id, {"note": CANARY + "อีกครั้ง"})
    return learner_id


def sync(*laptops: Laptop) -> None:
    for _ in range(2):
        for each in laptops:
            each.sync.sync_now(allow_mass_deletion=True)


def erase(laptop: Laptop, learner_id: UUID) -> None:
    ErasureService(laptop.workspace).erase(learner_id, "ผู้ปกครองขอให้ลบ")


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


def befriend(laptop: Laptop) -> tuple[UUID, UUID]:
    """A person with all that hangs on them, and the partner whose contact they are."""
    workspace = laptop.workspace
    persons = PersonService(workspace)
    person = persons.add({"given": CANARY, "surname": CANARY, "phone": CANARY, "note": CANARY})
    persons.join(person, persons.add({"given": CANARY, "nickname": CANARY}))
    PersonConsentService(workspace).record(person, {"directory": True}, {"note": CANARY})
    partner = add_partner(workspace)
    with workspace.write() as session:
        contact = ensure(session, PartnerContact, partner_id=partner, person_id=person)
        contact.role = CANARY
    move(workspace, partner, "begin", {"by_id": person, "number": "ตย 1/2569"})
    return person, partner


def moved_by(workspace: Workspace) -> list[tuple[str | None, UUID | None]]:
    """The moves of partners: their number, and who made them."""
    with workspace.read() as session:
        moves = session.query(PartnerMove).order_by(PartnerMove.first_stamp)
        return [(each.number, each.by_id) for each in moves]


def test_a_person_goes_and_what_they_did_stays_without_them(province: Province) -> None:
    first, second = province.join(), province.join()
    person, partner = befriend(first)
    sync(first, second)
    assert CANARY.encode() in everything(second.workspace)
    assert moved_by(second.workspace) == [("ตย 1/2569", person)]

    erased = ErasureService(first.workspace).erase(person, "ขอให้ลบ")
    sync(first, second)
    sync(first)

    assert erased.cut == 1
    for each in (first, second):
        assert CANARY.encode() not in everything(each.workspace)
        assert moved_by(each.workspace) == [("ตย 1/2569", None)]
        assert state(each.workspace, partner) == "active"
        with each.workspace.read() as session:
            contacts = session.query(PartnerContact).filter(PartnerContact.erased.is_(None))
            assert contacts.all() == []
            assert session.query(Conflict).count() == 0
        assert CheckService(each.workspace).check().findings == ()
        assert ErasureService(each.workspace).places(person) == ()
    assert CANARY.encode() not in at_hub(province)


def test_what_was_written_of_them_meanwhile_is_cut_or_goes(province: Province) -> None:
    first, second = province.join(), province.join()
    person, partner = befriend(first)
    sync(first, second)
    move(second.workspace, partner, "pause", {"by_id": person, "reason": "น้ำท่วม", "number": "2"})
    other = add_partner(second.workspace, "โรงเรียนบ้านบน")
    with second.workspace.write() as session:
        ensure(session, PartnerContact, partner_id=other, person_id=person).note = CANARY
    PersonService(second.workspace).edit(person, {"note": CANARY + "สอง"})

    ErasureService(first.workspace).erase(person, "ขอให้ลบ")
    sync(first, second, first)

    for each in (first, second):
        assert CANARY.encode() not in everything(each.workspace)
        assert moved_by(each.workspace) == [("ตย 1/2569", None), ("2", None)]
        assert state(each.workspace, partner) == "paused"
        with each.workspace.read() as session:
            assert session.query(PartnerContact).filter(PartnerContact.erased.is_(None)).all() == []
    assert CANARY.encode() not in at_hub(province)


def test_a_move_written_meanwhile_is_cut_where_nothing_else_is_left(province: Province) -> None:
    first, second = province.join(), province.join()
    person, partner = befriend(first)
    sync(first, second)
    move(second.workspace, partner, "pause", {"by_id": person, "reason": "น้ำท่วม"})

    ErasureService(first.workspace).erase(person, "ขอให้ลบ")
    sync(first, second, first)

    for each in (first, second):
        assert [by for _number, by in moved_by(each.workspace)] == [None, None]


@pytest.mark.parametrize("as_person", [False, True])
def test_a_learner_goes_and_the_person_stays_unless_asked(
    province: Province, as_person: bool
) -> None:
    first, second = province.join(), province.join()
    gone = register(first.workspace)
    mentor = PersonService(first.workspace).add({"given": "ประยูร"})
    PersonService(first.workspace).link_learner(mentor, gone)
    sync(first, second)

    ErasureService(first.workspace).erase(gone, "ขอให้ลบ", as_person=as_person)
    sync(first, second)

    for each in (first, second):
        assert CANARY.encode() not in everything(each.workspace)
        with each.workspace.read() as session:
            kept = [row.same_learner_id for row in session.query(Person) if not row.deleted]
        assert kept == ([] if as_person else [None])


def test_taking_an_erasure_back_brings_no_link_back(province: Province) -> None:
    first = province.join()
    person, _partner = befriend(first)
    ErasureService(first.workspace).erase(person, "ขอให้ลบ")
    action = UndoService(first.workspace).last_action()
    assert action is not None

    UndoService(first.workspace).undo_action(action)

    assert moved_by(first.workspace) == [("ตย 1/2569", None)]
    with first.workspace.read() as session:
        log = session.query(Change).filter(Change.kind == "partner_move").all()
        assert person.bytes not in [entry[0] for row in log for entry in row.fields.values()]


def test_an_old_copy_put_back_brings_neither_person_nor_link_back(
    province: Province, tmp_path: Path
) -> None:
    first = province.join()
    person, _partner = befriend(first)
    folder = first.workspace.folder
    BackupService(first.workspace).make(tmp_path / "old.backup")
    ErasureService(first.workspace).erase(person, "ขอให้ลบ")
    first.workspace.close()

    restore(folder, tmp_path / "old.backup", PASSCODE, key_cost=QUICK)
    with_person = open_workspace(folder)

    assert CANARY.encode() not in everything(with_person)
    assert moved_by(with_person) == [("ตย 1/2569", None)]
    with_person.close()


def test_a_reason_that_names_the_person_is_refused(province: Province) -> None:
    first = province.join()
    person, _partner = befriend(first)
    with pytest.raises(UserError, match="reason_names_person"):
        ErasureService(first.workspace).erase(person, f"ลบ {CANARY}")
    with pytest.raises(UserError, match="learner_unknown"):
        ErasureService(first.workspace).erase(UUID(int=7), "ลบ")
