"""Erasing people who are not learners, and learners who are both, across laptops and hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.partners import PartnerContact, PartnerMove
from desktop.models.persons import Person
from desktop.models.program import Change, Conflict
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.persons.service import PersonService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, open_workspace
from tests.faults.erasing import CANARY, at_hub, everything, register, sync
from tests.services.near_hub import Laptop, Province
from tests.services.test_moves import add_partner, move, state


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


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
    PersonService(first.workspace).edit(mentor, {"same_learner_id": gone})
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
