"""People who are not learners: found as a name is typed, joined, linked, hidden."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.partners import Partner, PartnerContact
from desktop.models.persons import Person
from desktop.services.history import HistoryService
from desktop.services.learners.people import PeopleService
from desktop.services.persons.service import PersonService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner


@pytest.fixture
def persons(workspace: Workspace) -> PersonService:
    return PersonService(workspace)


def _names(persons: PersonService, text: str, limit: int = 20) -> list[str]:
    return [row.full_name for row in persons.find(text, limit)]


def test_found_while_typing_in_thai_order(persons: PersonService) -> None:
    for values in (
        {"title": "นาย", "given": "แสงเดือน", "surname": "ใจดี", "position": "ผู้ใหญ่บ้าน หมู่ 3"},
        {"given": "กมล", "surname": "ใจดี", "phone": "081-234 5678"},
        {"given": "พระครูบุญยืน", "nickname": "หลวงพ่อต้น", "other_contact": "LINE boonyuen"},
        {"given": "เกศินี", "former_names": ["สมศรี ดีงาม"]},
    ):
        persons.add(values)

    assert _names(persons, "") == ["กมล ใจดี", "เกศินี", "พระครูบุญยืน", "นายแสงเดือน ใจดี"]
    assert _names(persons, "ใจดี") == ["กมล ใจดี", "นายแสงเดือน ใจดี"]
    assert _names(persons, "ใจดี", limit=1) == ["กมล ใจดี"]
    assert _names(persons, "แสงเดือนใจ") == ["นายแสงเดือน ใจดี"]
    assert _names(persons, "๐๘๑ ๒๓๔") == _names(persons, "2345678") == ["กมล ใจดี"]
    assert _names(persons, "ผู้ใหญ่") == ["นายแสงเดือน ใจดี"]
    assert _names(persons, "ต้น") == _names(persons, "BOON") == ["พระครูบุญยืน"]
    assert _names(persons, "สมศรี") == ["เกศินี"]
    assert _names(persons, "100%") == []
    assert persons.count("ใจดี") == 2


def test_only_a_given_name_is_needed(persons: PersonService) -> None:
    with pytest.raises(UserError, match="field_missing"):
        persons.add({"surname": "ใจดี"})
    with pytest.raises(UserError, match="unknown_code"):
        persons.add({"given": "ก", "languages": ["ภาษาดาวอังคาร"]})
    with pytest.raises(UserError, match="unknown_field"):
        persons.add({"given": "ก", "merged_into": "x"})
    with pytest.raises(UserError, match="unknown_field"):
        persons.add({"given": "ก", "sort_key": "x"})

    person = persons.add({"given": "พอคี", "birth": "2520", "village": "หมู่ 3", "title": "น.ส."})

    row = persons.get(person).row
    assert (row.village, row.birth, row.full_name) == ("3", "1977", "นางสาวพอคี")


def test_an_edit_finds_the_new_name_and_not_the_old(persons: PersonService) -> None:
    person = persons.add({"given": "ดาว", "phone": "0811111111"})

    persons.edit(person, {"given": "เดือน", "phone": ""})

    assert _names(persons, "ดาว") == _names(persons, "0811") == []
    assert _names(persons, "เดือน") == ["เดือน"]
    with pytest.raises(UserError, match="field_missing"):
        persons.edit(person, {"given": " "})


def test_hidden_and_taken_back(workspace: Workspace, persons: PersonService) -> None:
    person = persons.add({"given": "ดาว"})
    persons.hide([person])
    assert _names(persons, "") == []
    with pytest.raises(UserError, match="record_unknown"):
        persons.get(person)

    persons.bring_back([person])
    assert _names(persons, "") == ["ดาว"]
    action = UndoService(workspace).last_action()
    assert action is not None
    UndoService(workspace).undo_action(action)
    assert _names(persons, "") == []


def test_twins_are_one_and_part_again(workspace: Workspace, persons: PersonService) -> None:
    keep = persons.add({"given": "แสงเดือน", "surname": "ใจดี"})
    twin = persons.add({"given": "แสงเดือน", "phone": "0899999999"})
    learner = add_learner(workspace)
    persons.edit(twin, {"same_learner_id": learner})
    with workspace.write() as session:
        partner = Partner(name="วัดห้วยปูลิง")
        session.add(partner)
        ensure(session, PartnerContact, partner_id=partner.id, person_id=twin).role = "ไวยาวัจกร"

    persons.join(keep, twin, {"phone": "0899999999"})

    assert [row.phone for row in persons.find("")] == ["0899999999"]
    detail = persons.get(twin)
    assert detail.row.id == keep
    assert [(each.partner, each.role) for each in detail.contacts] == [("วัดห้วยปูลิง", "ไวยาวัจกร")]
    assert detail.learner is not None
    with pytest.raises(UserError, match="same_person"):
        persons.join(keep, keep)
    persons.separate(twin)
    assert len(persons.find("")) == 2


def test_joining_on_leads_earlier_twins_along(workspace: Workspace, persons: PersonService) -> None:
    first, second, third = (persons.add({"given": "แสง"}) for _ in range(3))
    persons.join(second, first)
    persons.join(third, second)

    with workspace.read() as session:
        leads = {each.id: each.merged_into for each in session.scalars(select(Person))}
    assert leads == {first: third, second: third, third: None}
    with pytest.raises(UserError, match="same_person"):
        persons.join(first, third)


def test_a_person_is_a_learner_too_and_no_longer(
    workspace: Workspace, persons: PersonService
) -> None:
    learner = add_learner(workspace, "พอคี")
    person = persons.add({"given": "พอคี", "same_learner_id": learner})
    assert persons.of_learner(learner) == person
    told = persons.get(person).learner
    assert told is not None
    assert told.id == learner
    persons.edit(person, {"same_learner_id": ""})
    assert persons.get(person).learner is None


def test_a_carer_who_is_known_as_a_person(workspace: Workspace, persons: PersonService) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    people = PeopleService(workspace)
    carer = people.add_carer(learner, {"name": "ยายคำ"})
    person = persons.add({"given": "คำ"})

    people.edit_carer(carer, {"person_id": person})

    assert [row.id for row in persons.get(person).cares_for] == [learner]


def test_who_may_be_meant_is_offered_while_typing(persons: PersonService) -> None:
    known = persons.add({"given": "แสงเดือน", "surname": "ใจดี", "phone": "081-234-5678"})
    persons.add({"given": "แสงเดือน", "surname": "ใจงาม"})

    assert [row.id for row in persons.alike({"given": "แสงเดือน", "surname": "ใจดี"})] == [known]
    assert [row.id for row in persons.alike({"phone": "0812345678"})] == [known]
    assert persons.alike({"given": "แสงเดือน"}) == persons.alike({"phone": "081"}) == ()


def test_a_person_has_a_history(workspace: Workspace, persons: PersonService) -> None:
    person = persons.add({"given": "ดาว"})
    persons.edit(person, {"position": "ครู"})

    first, last = reversed(HistoryService(workspace).of_record(person))

    assert first.label == "ดาว"
    assert [(each.field, each.after) for each in last.fields] == [("position", "ครู")]
