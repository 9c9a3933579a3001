"""The sample centre with a life round it, so that no screen is looked at only when it is empty.

On top of the shipped sample: a province's hub in a process of its own, two laptops and one that was
lost, values that disagree, a person registered twice, sessions with receipts and one without a
link, a change set aside, a roster taken in, an urgent case, consents, somebody erased, and forms
left half filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.errors import TambonError
from desktop.keys import KeyCost
from desktop.models.program import SetAside
from desktop.services.all import Services
from desktop.services.enrolments.records import EnrolmentQuery
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.records import PlanQuery
from desktop.services.sessions.records import SessionQuery
from desktop.services.sign_in import Beginning, Joining, SignInService
from desktop.services.sync.roster import refresh_roster
from desktop.services.workspace import Workspace
from tests.end_to_end.hub_process import HubProcess
from tests.subjects import EXAMPLES

CENTRE = "ศูนย์การเรียนรู้ตำบลตัวอย่าง"
USER = "ครูดาว"
PASSCODE = "ตัวอย่าง1234"
# Argon2id's smallest: no secret lies in the sample centre.
QUICK = KeyCost(memory_kib=8, passes=1, lanes=1)
ROSTER = Path(__file__).parents[1] / "samples" / "roster-school-60.xlsx"


@dataclass(frozen=True)
class Story:
    """What the screens are opened with.

    Attributes:
        learner: somebody with a full story, and forms left half filled.
        plan: that person's plan.
        subjects: of each subject one that is to be asked again, by its kind.
        person: somebody to ask at a partner.
        counts: how much of each thing there is, by name.
    """

    learner: UUID
    plan: UUID
    subjects: dict[str, UUID]
    person: UUID
    counts: Mapping[str, int]


def tell(here: SignInService, folder: Path) -> Story:
    """Begin the centre of `here` and let all of it happen; the others lie in `folder`."""
    workspace = here.begin(Beginning(CENTRE, "", USER, PASSCODE, sample=True))
    first = Services(workspace)
    hub = HubProcess(folder / "hub")
    hub.start()
    try:
        first.users.add("ครูมาลี", "facilitator", PASSCODE, PASSCODE)
        _be_one_of_three(first, hub, folder)
    finally:
        hub.kill()
    _find_no_link(first)
    story = _work_alone(first, folder)
    first.close()
    workspace.close()
    return story


def _be_one_of_three(first: Services, hub: HubProcess, folder: Path) -> None:
    """Sync with a second laptop, disagree with it, and lose a third."""
    centre = hub.new_centre()
    first.sync.enrol(hub.url, hub.code(centre))
    first.sync.sync_now()
    second, lost = (
        _joined(folder / name, hub, centre, user)
        for name, user in (("second", "ครูหล้า"), ("lost", "ครูคำปัน"))
    )
    ids = first.lists.ids(LearnerQuery(), 12)
    _disagree(first, second, ids)
    _register_twice(first, second)
    lost.learners.edit(ids[9], {"note": "งานที่ยังอยู่ในเครื่องที่หาย"})
    hub.run("revoke", lost.sync.status().device)
    try:
        lost.sync.sync_now()
    except TambonError as error:
        if error.code != "hub_revoked":
            raise
    for laptop in (second, first, second, first):
        laptop.sync.sync_now()
    settled = [row for row in first.conflicts.open() if row.field == "note"]
    first.conflicts.decide([row.id for row in settled], "mine")
    first.sync.sync_now()
    refresh_roster(first.workspace)
    for laptop in (second, lost):
        laptop.close()
        laptop.workspace.close()


def _joined(folder: Path, hub: HubProcess, centre: str, user: str) -> Services:
    joining = Joining(hub.url, hub.code(centre), user, PASSCODE)
    laptop = Services(SignInService(folder, QUICK).join(joining))
    laptop.sync.sync_now()
    return laptop


def _disagree(first: Services, second: Services, ids: list[UUID]) -> None:
    for learner, mine, theirs in (
        (ids[3], {"nickname": "น้อย"}, {"nickname": "หน่อย"}),
        (ids[4], {"birth": "9/11/2554"}, {"birth": "19/11/2554"}),
        (ids[5], {"phone": "0800000881"}, {"phone": "0800000882"}),
        (ids[6], {"note": "อยู่กับยาย"}, {"note": "อยู่กับป้าที่หมู่ 4"}),
    ):
        first.learners.edit(learner, mine)
        second.learners.edit(learner, theirs)


def _register_twice(first: Services, second: Services) -> None:
    """Let both laptops register one person, twice over; one pair is known to be one."""
    person = {"given": "หน่อแอริ", "surname": "ไพรวัลย์งามดี", "village": "2", "birth": "2551"}
    here = first.learners.add({**person, "nickname": "จุ๋ม", "title": "นางสาว"})
    there = second.learners.add({**person, "nickname": "จุ๋ม", "phone": "0800000777"})
    second.sync.sync_now()
    first.sync.sync_now()
    first.duplicates.suspect(here.id, there.id, ("given", "surname", "birth_year"))
    other = {"given": "พอวา", "surname": "คีรีพนาสุข", "village": "5", "birth": "2556"}
    kept, twin = (first.learners.add({**other, "nickname": name}).id for name in ("วา", "พอ"))
    first.duplicates.join(kept, twin, {})


def _find_no_link(first: Services) -> None:
    """Try to sync while the hub cannot be reached: a session that says so."""
    try:
        first.sync.sync_now()
    except TambonError as error:
        if error.code != "offline":
            raise


def _work_alone(first: Services, folder: Path) -> Story:
    """Do the rest of a week's work without a link."""
    plan = first.plan_lists.find(PlanQuery(), 1)[0]
    ids = [each for each in first.lists.ids(LearnerQuery(), 20) if each != plan.learner_id]
    for learner in ids[10::3]:
        first.learners.edit(learner, {"note": "ชอบช่วยงานครัวของศูนย์"})
    preview = first.imports.preview(ROSTER)
    first.imports.run(preview)
    _care(first, plan.learner_id, ids)
    _consent(first, plan.learner_id)
    first.backups.keep()
    first.bundles.write(folder / "แท่งของศูนย์.tbr")
    first.erasure.erase(ids[-1], "ครอบครัวขอให้ลบ ย้ายไปต่างประเทศ")
    first.restrictions.restrict(ids[-2], "ยายขอให้หยุดใช้ก่อน จนกว่าจะคุยกันอีกครั้ง")
    _set_aside(first.workspace, ids[0])
    drafts = _leave_half_done(first, plan.learner_id, plan.id)
    counts = {
        "conflicts": len(first.conflicts.open()),
        "settled": len(first.conflicts.settled()),
        "pairs": len(first.duplicates.pairs()),
        "joined": len(first.duplicates.joined()),
        "sessions": len(first.sync.sessions()),
        "receipts": len(first.ledger.receipts()),
        "waiting": first.sync.status().waiting,
        "set_aside": len(first.ledger.set_aside()),
        "laptops": len(first.ledger.laptops()),
        "revoked": sum(each.revoked for each in first.ledger.laptops()),
        "imports": len(first.imports.runs()),
        "urgent": len(first.urgent.mine()),
        "consents": len(first.consents.history(plan.learner_id)),
        "erasure_places": len(first.erasure.places()),
        "drafts": drafts,
    }
    subjects = {
        each.kind: min(each.service(first).find(), key=lambda row: not row.ask_again).id
        for each in EXAMPLES
    }
    subjects["match"] = next(row.id for row in first.matches.find() if row.state == "agreed")
    (person,) = first.persons.find(limit=1)
    taken = SessionQuery(states=("held",))
    subjects["session"] = max(first.sessions.find(taken), key=lambda row: row.listed).id
    subjects["register"] = subjects["session_documents"] = subjects["session"]
    measured = first.skills.find()
    subjects["skill_sheet"] = next(row.course_id for row in measured if row.course_id is not None)
    met = first.sessions.get(subjects["session"]).row.course_id
    subjects["course_register"] = met
    (someone, *_others) = first.enrolments.find(EnrolmentQuery(states=("enrolled",)))
    subjects["enrolment"] = someone.id
    return Story(plan.learner_id, plan.id, subjects, person.id, counts)


def _care(first: Services, learner: UUID, ids: list[UUID]) -> None:
    """Open two urgent cases, and write down what was promised."""
    case = first.urgent.open(
        {
            "learner_id": learner,
            "case_kind": "at_risk",
            "summary": "ไม่มาสองสัปดาห์ ยายบอกว่าไปอยู่กับพ่อที่สวน ขอให้ช่วยตาม",
            "protected": True,
        }
    )
    first.urgent.add_note(case, "โทรหาพ่อแล้ว นัดเยี่ยมวันเสาร์")
    first.urgent.open(
        {
            "person_note": "เด็กหญิงราวแปดขวบ ที่ตลาดเช้า",
            "case_kind": "missing",
            "summary": "มาคนเดียวสามวันแล้ว",
        }
    )
    today = first.workspace.today()
    first.contacts.add(
        learner,
        {"text": "พบที่บ้าน คุยเรื่องเรียนต่อ", "next_on": (today + timedelta(days=3)).isoformat(),
         "next_text": "พาไปดูศูนย์ฝึก"},
    )  # fmt: skip
    first.contacts.add(ids[1], {"text": "โทรคุยกับป้า สัญญาณขาดบ่อย"})


def _consent(first: Services, learner: UUID) -> None:
    """Take consents, one of them back again."""
    name = first.learners.get(learner).row.given
    signing = first.consents.signing(learner)
    values: dict[str, Any] = {"signer": name, "signer_relation": "self", "signer_power": "self"}
    if signing.situation in ("child_10", "minor"):
        values = {
            "signer": "แม่ของ" + name,
            "signer_relation": "mother",
            "signer_power": "parental_power",
            "child_agrees": True,
        }
    made = first.consents.record(learner, {"plan": True, "photo": True, "report": False}, values)
    first.consents.withdraw(made[1], note="ไม่อยากให้ลงรูปแล้ว")


def _set_aside(workspace: Workspace, learner: UUID) -> None:
    """Keep a change of another laptop that this program cannot read, as the store does."""
    with workspace.database.write(applying=True) as session:
        session.add(
            SetAside(
                device=b"elsewhe.", epoch=1, lane=1, seq=9, record_id=learner, kind="learner",
                reason="wrong_type:given", payload=b"", at=workspace.now(),
            )
        )  # fmt: skip


def _leave_half_done(first: Services, learner: UUID, plan: UUID) -> int:
    """Leave a form of each kind as a power cut would; returns how many."""
    who = str(learner)
    left: dict[tuple[str, str], Mapping[str, Any]] = {
        ("contact", who): {"text": "แวะเยี่ยมตอนเย็น ฝนตก คุยได้ครู่เดียว"},
        ("consent", f"{who}:referral"): {"signer": "ยายบุญยืน"},
        ("urgent", ""): {"case_kind": "harmed", "person_note": "", "summary": "ครูประจำชั้นโทรมาว่า"},
        ("learner_new", ""): {"given": "ปวีณา", "surname": "ใจคำหล้า", "village": "2"},
        ("plan_review", str(plan)): {"text": "อ่านได้คล่องขึ้น ยังไม่ชอบเลข", "goals": {}},
    }
    for (form, subject), content in left.items():
        first.drafts.save(form, subject, content)
    return len(left)
