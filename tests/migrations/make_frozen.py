"""Freezes a populated database of a step, once, when the step is released.

`python -m tests.migrations.make_frozen 0001` needs the program of that step: the file is kept, so
that later programs prove they can open it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from desktop.database import Database
from desktop.keys import KeyRing
from desktop.migrations import upgrade
from desktop.models.carried import CarriedReceipt, CarriedRequest
from desktop.models.ids import new_id
from desktop.models.program import DeviceState
from desktop.services.all import Services
from desktop.services.consent.service import ConsentService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.mentors.service import MentorService
from desktop.services.partners.service import PartnerService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.plans.service import PlanService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import SignedIn, Workspace
from tests.factories import QUICK, RULES, Clock, picture

FROZEN = Path(__file__).parent / "frozen"
KEY = bytes(range(32))


def main(step: str) -> None:
    """Write `frozen/STEP.db` with a few invented people and what hangs on them."""
    path = FROZEN / f"{step}.db"
    if path.exists():
        raise SystemExit(f"{path} is frozen already")
    database = Database(path, KEY, RULES, Clock())
    upgrade(database.engine, step)
    with database.engine.begin() as connection:
        connection.execute(
            insert(DeviceState),
            {
                "id": 1, "device": os.urandom(8), "epoch": 1, "letters": "MB", "next_code": 1,
                "centre_id": new_id(), "signing_key": os.urandom(32), "last_stamp": bytes(16),
                "next_number": 1, "next_seq": [1] * RULES.lanes, "acked_seq": [0] * RULES.lanes,
                "link": b"",
            },
        )  # fmt: skip
    keys = KeyRing(FROZEN / "unused.keys", QUICK)
    workspace = Workspace(FROZEN, database, keys, SignedIn(new_id(), "ครู", "administrator"))
    learners = LearnerService(workspace)
    for given, number in (("ดาวเรือง", "1999900000013"), ("นํ้าใส", "2999900000020"), ("พอคี", "")):
        learner = learners.add(
            {"given": given, "surname": "ธารน้ำเงา", "national_id": number, "village": "3"}
        ).id
        learners.edit(learner, {"nickname": "ต้น"})
        ContactService(workspace).add(
            learner, {"contact_kind": "home_visit", "text": "พบที่บ้าน", "on": "20/11/2569"}
        )
        PlanService(workspace).start(learner)
    learners.set_groups(learner, ["TG02"])
    _papers(workspace, learner)
    _carried(workspace, step)
    _law(workspace, learner, step)
    _helpers(workspace, step)
    _help(workspace, learner, step)
    _learning(workspace, learner, step)
    workspace.close()


def _papers(workspace: Workspace, learner: UUID) -> None:
    """Consents, the sensitive part, a household and an action for the audit entries."""
    people = PeopleService(workspace)
    people.add_carer(learner, {"name": "ยายคำ", "relation": "ยาย"})
    consents = ConsentService(workspace)
    adult = {"situation": "adult", "signer_power": "self", "read_aloud": True}
    consents.record(learner, {"plan": True}, adult)
    (photo,) = consents.record(
        learner, {"photo": True}, {**adult, "thumbprint": True, "witnesses": ["นายหนึ่ง", "นายสอง"]}
    )
    consents.withdraw(photo, note="เปลี่ยนใจ")
    people.save_private(learner, {"health_note": "แพ้ยา"})
    people.save_household(learner, {"members": 5})
    people.raise_risk(learner, "absent")


def _carried(workspace: Workspace, step: str) -> None:
    if step < "0002":
        return
    with workspace.write() as session:
        session.add(
            CarriedRequest(
                device=bytes(8), epoch=1, lane=1, from_seq=1, to_seq=3, body=b"signed",
                records=bytes(32), at=workspace.now(),
            )
        )  # fmt: skip
        session.add(CarriedReceipt(device=bytes(8), body=b"receipt", at=workspace.now()))


def _law(workspace: Workspace, learner: UUID, step: str) -> None:
    if step < "0003":
        return
    RectificationService(workspace).put_right(
        learner, {"nickname": "น้ำ"}, asked_by="ยายคำ", reason="เขียนผิด"
    )
    case = UrgentService(workspace).open({"learner_id": learner, "case_kind": "at_risk"})
    UrgentService(workspace).add_note(case, "โทรแล้ว")
    RestrictionService(workspace).restrict(learner, "ตามคำขอ")
    RestrictionService(workspace).lift(learner, "ตกลงกันแล้ว")


def _helpers(workspace: Workspace, step: str) -> None:
    if step < "0004":
        return
    partners = PartnerService(workspace)
    school = partners.add({"name": "โรงเรียนบ้านตัวอย่าง", "sector": "education"})
    partners.add_new_contact(school, {"given": "คำมูล", "phone": "0800000208"})
    partners.move(school, "begin", {"number": "3/2568"})
    if step < "0005":
        return
    MentorService(workspace).add(
        {"given": "บุญมา", "surname": "ธารน้ำเงา", "skills": "จักสาน", "villages": ["3"]}
    )


def _help(workspace: Workspace, learner: UUID, step: str) -> None:
    """Something of each room of help, taken one step where it has steps."""
    if step < "0006":
        return
    services = Services(workspace)
    agency = services.partners.add({"name": "รพ.สต. บ้านตัวอย่าง"})
    services.consents.record(
        learner,
        {"referral": True},
        {"recipient": "รพ.สต. บ้านตัวอย่าง", "situation": "adult", "signer_power": "self"},
    )
    asked = {"learner_id": learner, "partner_id": agency, "reason": "ตรวจสายตา"}
    referral = services.referrals.add(asked)
    services.tries.note("referral", referral)
    services.referrals.move(referral, "send", {"channel": "slip"})
    services.referrals.answer("ZZ-0404", "accept", {"institution": "ห้องบัตร"})
    need = services.needs.add({"name": "รองเท้า", "learner_id": learner, "quantity": 1})
    services.needs.move(need, "pause", {"reason": "ปิดเทอม"})
    offer = services.offers.add({"name": "รองเท้า", "partner_id": agency, "quantity": 3})
    services.offers.move(offer, "pause", {"reason": "ของหมด"})
    services.matches.add({"need_id": need, "offer_id": offer})
    fund = services.funds.add({"name": "กองทุนน้ำใจ"})
    services.funds.move(fund, "open", {"done_on": "2569-01"})
    services.fund_entries.receive(fund, {"amount": "100.50"})
    services.goods.receive(fund, {"item": "ข้าวสาร", "unit": "กก.", "quantity": 2})
    lead = services.leads.add({"given": "คำแพง"})
    services.leads.move(lead, "seek")
    capital = services.capital.add({"name": "ป่าชุมชน", "village_id": "3"})
    services.capital.move(capital, "verify", {})
    services.duty.set(
        workspace.today(), "night", {"person_id": services.persons.add({"given": "เวร"})}
    )
    services.urgent_chain.set_step("amphoe", {"phone": "053111222"})
    services.close()


def _learning(workspace: Workspace, learner: UUID, step: str) -> None:
    """Something of each room of learning, taken one step where it has steps."""
    if step < "0007":
        return
    services = Services(workspace)
    curriculum = services.curricula.add({"name": "ทอผ้าบ้านเรา"})
    services.curricula.add_unit(curriculum, {"name": "ขึ้นเครือ", "hours": 6})
    services.curricula.move(curriculum, "try", {"held": "รุ่นแรก"})
    course = services.courses.add(
        {"name": "ทอผ้ารุ่นแรก", "curriculum_id": curriculum, "key_skills": ["K1"]}
    )
    services.courses.move(course, "open")
    (enrolled,) = services.enrolments.enrol(course, [learner]).enrolled
    meeting = services.sessions.add({"course_id": course, "on": workspace.today(), "hours": 3})
    services.attendance.mark(meeting, {enrolled: "present"})
    services.attendance.mark(meeting, {enrolled: "late"})
    services.attendance.walk_in(meeting, "คนที่เพิ่งมา")
    services.competences.add({"given": "หน่อแอริ", "competence": "first_aid"})
    item = services.credits.add({"name": "ทอผ้า", "learner_id": learner, "hours": 40})
    photo = services.documents.add(learner, picture(b"1"), {"title": "ผ้า", "document_kind": "work"})
    shown = services.evidence.add({"name": "ผ้า", "credit_item_id": item, "document_id": photo})
    services.evidence.move(shown, "see")
    entry = services.kpc.add({"name": "ซ่อมฝาย", "learner_id": learner, "term": "1/2569"})
    approver = services.persons.add({"given": "ปัญญา"})
    services.kpc.move(entry, "approve", {"hours": 40, "by_id": approver})
    (forest,) = (each.id for each in services.capital.named("ป่าชุมชน"))
    services.maps.put(services.maps.add(picture(b"2"), {"title": "แผนที่"}), forest, 300, 400)
    services.close()


if __name__ == "__main__":
    main(sys.argv[1])
