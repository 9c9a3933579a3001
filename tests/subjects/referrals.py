"""Referrals, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move

AGENCY = "รพ.สต. ตัวอย่าง"
BORN = "1990-05-05"


def refer(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """Somebody grown up, who agreed to be referred to the agency, and what is asked of it."""
    learner = services.learners.add({"given": name, "birth": BORN}).id
    services.consents.record(learner, {"referral": True}, {"recipient": AGENCY})
    agencies = services.partners.alike(AGENCY)
    agency = agencies[0].id if agencies else services.partners.add({"name": AGENCY})
    asked = {"learner_id": learner, "partner_id": agency, "reason": "ตรวจสายตา"}
    if more.get("service") == "protection":
        asked["receiver_id"] = services.persons.add({"given": "ปกป้อง"})
    return services.referrals.add({**asked, **more})


def answered(services: Services, code: str, facts: Mapping[str, Any]) -> UUID:
    """One that was sent and acknowledged, and what the agency said then."""
    made = refer(services, "ดอกแก้ว", {})
    services.referrals.move(made, "send", {"channel": "slip"})
    services.referrals.move(made, "acknowledge", {"channel": "phone", "institution": "ห้องบัตร"})
    services.referrals.move(made, code, facts)
    return made


def referral_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered for long."""
    refer(Services(workspace), "ดอกแก้ว", {"confirmed_on": "2567"})


def referral_waiting(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """The day passed that the agency asked to wait for."""
    answered(Services(workspace), "waitlist", {"until": workspace.today().replace(day=25)})
    clock.now_ms += 5 * 86_400_000


def referral_declined(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody decided what follows."""
    answered(Services(workspace), "decline", {"decline_reason": "full"})


def referral_consent(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """The learner takes back that the agency may be told."""
    services = Services(workspace)
    made = refer(services, "ดอกแก้ว", {})
    services.referrals.move(made, "send", {"channel": "slip"})
    learner = services.referrals.get(made).row.learner_id
    (state,) = [each for each in services.consents.states(learner) if each.purpose == "referral"]
    assert state.latest is not None
    services.consents.withdraw(state.latest.id)


def referral_check(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """A month passed since somebody was served."""
    closed(Services(workspace))
    clock.now_ms += 31 * 86_400_000


def referral_reply_waiting(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """An agency answers a slip that another laptop sent, and that has not come."""
    Services(workspace).referrals.answer("ZZ-0404", "accept", {"institution": "ห้องบัตร"})


def referral_try(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered three days ago."""
    services = Services(workspace)
    services.tries.note("referral", refer(services, "ดอกแก้ว", {}))
    clock.now_ms += 3 * 86_400_000


def closed(services: Services) -> UUID:
    """One that was served, and closed by what the learner says."""
    made = answered(services, "accept", {})
    served = {
        "extent": "whole",
        "served_what": "แว่นตา",
        "known_by": "agency",
        "institution": "ห้องบัตร",
    }
    services.referrals.move(made, "serve", served)
    learner = services.referrals.get(made).row.learner_id
    services.contacts.add(learner, {"contact_kind": "home_visit", "text": "ได้แว่นแล้ว"})
    services.referrals.move(made, "close", {"result": "entered", "known_by": "learner_says"})
    return made


MOVES: tuple[Move, ...] = (
    ("send", {"channel": "slip"}),
    ("acknowledge", {"channel": "phone", "institution": "ห้องบัตร"}),
    ("decline", {"decline_reason": "full"}),
    ("decide", {"decision": "unmet"}),
    ("reopen", {"reason": "มีที่ว่างแล้ว"}),
)
EXAMPLE = Example(
    kind="referral",
    listed="referrals",
    paper="referral_summary",
    service=lambda services: services.referrals,
    add=refer,
    query=lambda words: ReferralQuery(search=words),
    full={
        "service": "health",
        "urgency": "week",
        "reason": "มองกระดานไม่เห็น\nปวดหัวบ่อย",
        "done_already": "วัดสายตาที่โรงเรียน",
        "asked": "ตรวจและตัดแว่น",
        "language": "ksw",
        "cautions": "=กลัวเข็ม",
        "enter_by": "1/12/2569",
        "stay_until": "2570",
        "work_by": "2571",
        "note": "=โทรก่อน",
    },
    begun=("learner_id", "คำแพง"),
    before=lambda services: services.learners.add({"given": "คำแพง"}),
    other="cautions",
    typed=("asked", "ตรวจสายตา"),
    moves=MOVES,
    words=(
        ("learner_id={learner}", f"partner_id={AGENCY}", "reason=ตรวจสายตา"),
        "asked=ตัดแว่น",
        "cautions=กลัวเข็ม",
    ),
    first={
        "learner": ("record", "learner", "add", "given=คำแพง", f"birth={BORN}"),
        "agency": ("record", "partner", "add", f"name={AGENCY}"),
    },
    ready=(
        (
            "record", "consent", "add", "learner_id={learner_id}", "purpose=referral",
            "granted=ใช่", f"recipient={AGENCY}",
        ),
    ),
    day={
        "referral_ask_again": referral_ask_again,
        "referral_waiting": referral_waiting,
        "referral_declined": referral_declined,
        "referral_consent": referral_consent,
        "referral_check": referral_check,
        "referral_reply_waiting": referral_reply_waiting,
        "referral_try": referral_try,
    },
)  # fmt: skip
