"""The rights of people who are not learners: their whole record, correcting, holding still."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.partners import PartnerContact
from desktop.models.program import User
from desktop.services.audit import AuditService
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.history import HistoryService
from desktop.services.learners.people import PeopleService
from desktop.services.persons.service import PersonService
from desktop.services.persons_rights.breach import BreachService
from desktop.services.persons_rights.person_record import PersonRecordService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.workspace import SignedIn, Workspace
from tests.factories import add_learner
from tests.services.test_moves import add_partner, move


@pytest.fixture
def person(workspace: Workspace) -> UUID:
    """A headman who is the contact of a partner, began the work with it, and cares for somebody."""
    made = PersonService(workspace).add(
        {"title": "นาย", "given": "ประยูร", "surname": "ใจดี", "phone": "0800000206"}
    )
    partner = add_partner(workspace, "อู่ช่างยูร")
    with workspace.write() as session:
        contact = ensure(session, PartnerContact, partner_id=partner, person_id=made)
        contact.role = "เจ้าของอู่"
    move(workspace, partner, "begin", {"by_id": made, "number": "ตย 9/2569"})
    PersonConsentService(workspace).record(made, {"directory": True})
    learner = add_learner(workspace, "ดาวเรือง")
    carer = PeopleService(workspace).add_carer(learner, {"name": "ประยูร"})
    PeopleService(workspace).edit_carer(carer, {"person_id": made})
    return made


def _cells(path: Path) -> set[str]:
    return {
        str(cell)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    }


@pytest.mark.parametrize("english", [False, True])
def test_the_whole_record_holds_all_that_names_them(
    workspace: Workspace, person: UUID, tmp_path: Path, english: bool
) -> None:
    RectificationService(workspace).put_right(
        person, {"phone": "0899999999"}, asked_by="เจ้าตัว", reason="เปลี่ยนเบอร์"
    )
    path = tmp_path / "person.xlsx"

    PersonRecordService(workspace).write_xlsx(person, path, english=english)

    cells = _cells(path)
    text = "\n".join(cells)
    for wanted in ("0899999999", "0800000206", "อู่ช่างยูร", "เจ้าของอู่", "ตย 9/2569", "เปลี่ยนเบอร์"):
        assert wanted in text, wanted
    assert "ดาวเรือง" not in text, "somebody else's name"
    for code in ("directory", "person_id", "partner_move", "begin", "active", "consent_recorded"):
        assert code not in cells, code
    assert [each.event for each in AuditService(workspace).entries(1)] == ["person_record_exported"]
    assert AuditService(workspace).entries(1)[0].subject == "ประยูร ใจดี"


def test_it_can_be_printed(workspace: Workspace, person: UUID, tmp_path: Path) -> None:
    written = PersonRecordService(workspace).write_pdf(person, tmp_path / "person.pdf")

    assert written.pages
    assert written.path.read_bytes().startswith(b"%PDF")


def test_a_learners_record_holds_the_person_that_they_are(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ประยูร")
    PersonService(workspace).edit(person, {"same_learner_id": learner})

    PersonRecordService(workspace).write_xlsx(learner, tmp_path / "a.xlsx")

    text = "\n".join(_cells(tmp_path / "a.xlsx"))
    assert "0800000206" in text
    assert "เจ้าของอู่" in text


def test_a_fact_is_put_right_with_who_asked(workspace: Workspace, person: UUID) -> None:
    service = RectificationService(workspace)
    service.put_right(person, {"surname": "ใจงาม"}, asked_by="เจ้าตัว", reason="เขียนผิด")

    (line,) = service.of(person)

    assert (line.field, line.before, line.after) == ("surname", "ใจดี", "ใจงาม")
    assert PersonService(workspace).get(person).row.surname == "ใจงาม"
    with pytest.raises(UserError, match="nothing_to_rectify"):
        service.put_right(person, {"surname": "ใจงาม"}, asked_by="ก", reason="ข")
    with pytest.raises(UserError, match="record_unknown"):
        service.put_right(
            person, {"name": "x"}, asked_by="ก", reason="ข", record_id=add_learner(workspace)
        )


def test_a_restricted_person_is_kept_and_not_used(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    service = RestrictionService(workspace)
    service.restrict(person, "ขอให้หยุดใช้")

    assert [row.restricted for row in PersonService(workspace).find("ประยูร")] == [True]
    with pytest.raises(UserError, match="person_restricted"):
        PersonService(workspace).edit(person, {"nickname": "ยูร"})
    with pytest.raises(UserError, match="person_restricted"):
        PersonRecordService(workspace).write_xlsx(person, tmp_path / "a.xlsx")
    # The rights themselves stay open.
    PersonConsentService(workspace).record(person, {"photo": False})
    RectificationService(workspace).put_right(
        person, {"nickname": "ยูร"}, asked_by="เจ้าตัว", reason="ขอ"
    )
    service.lift(person, "ตกลงกันแล้ว")
    PersonService(workspace).edit(person, {"nickname": "ช่างยูร"})
    with pytest.raises(UserError, match="not_restricted"):
        service.lift(person, "อีกครั้ง")


def test_who_is_held_as_a_learner_is_held_as_a_person(workspace: Workspace, person: UUID) -> None:
    learner = add_learner(workspace, "ประยูร")
    persons = PersonService(workspace)
    persons.edit(person, {"same_learner_id": learner})
    twin = persons.add({"given": "ประยูร"})
    persons.join(person, twin)
    RestrictionService(workspace).restrict(learner, "ขอให้หยุดใช้")

    for each in (person, twin):
        with pytest.raises(UserError, match="person_restricted"):
            persons.edit(each, {"nickname": "ยูร"})
    RestrictionService(workspace).lift(learner, "ตกลงกันแล้ว")
    persons.edit(person, {"nickname": "ยูร"})


def test_a_confidential_contact_is_not_for_who_only_reads(
    workspace: Workspace, person: UUID
) -> None:
    open_one = PersonService(workspace).add({"given": "บุญยืน"})
    partner = add_partner(workspace, "บ้านพักเด็ก")
    with workspace.write() as session:
        contact = ensure(session, PartnerContact, partner_id=partner, person_id=person)
        contact.confidential = True
        ensure(session, PartnerContact, partner_id=partner, person_id=open_one).role = "รับเรื่อง"
        viewer = User(name="ผู้ชม", role="viewer")
        officer = User(name="เจ้าหน้าที่", role="officer")
        session.add_all([viewer, officer])
    persons = PersonService(workspace)

    for user, role, seen in ((officer, "officer", True), (viewer, "viewer", False)):
        workspace.user = SignedIn(user.id, user.name, role)
        found = [row.given for row in persons.find("")]
        assert found == (["บุญยืน", "ประยูร"] if seen else ["บุญยืน"])
        told = repr(HistoryService(workspace).of_record(person))
        assert ("0800000206" in told) == seen
        if not seen:
            with pytest.raises(UserError, match="record_unknown"):
                persons.get(person)
        assert [each.partner for each in persons.get(open_one).contacts] == ["บ้านพักเด็ก"]


def test_a_lost_laptop_held_them_too(workspace: Workspace, person: UUID) -> None:
    from desktop.models.program import DeviceState

    with workspace.read() as session:
        device = session.get_one(DeviceState, 1).device.hex()

    pack = BreachService(workspace).pack(device)

    held = {each.id: each for each in pack.people}
    assert (held[person].name, held[person].carers) == ("นายประยูร ใจดี", "0800000206")
    assert {"person", "partner_contact"} <= {each.kind for each in pack.kinds}
