"""Credit items, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.credits.records import CreditQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move

SCHOOL = "สกร.อำเภอตัวอย่าง"


def learnt(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """What somebody learnt, with an assessor and a receiver, and evidence unless it is old."""
    learner = services.learners.add({"given": name}).id
    schools = services.partners.alike(SCHOOL)
    school = schools[0].id if schools else services.partners.add({"name": SCHOOL})
    assessor = services.persons.add({"given": "ปัญญา"})
    known = {"learner_id": learner, "receiver_id": school, "assessor_id": assessor}
    values = {"name": name, **known, **more}
    proven = not values.pop("confirmed_on", "")
    made = services.credits.add(values)
    if proven:
        services.evidence.add({"name": "ภาพชิ้นงาน", "credit_item_id": made})
    return made


def led(services: Services, *moves: Move) -> UUID:
    """One that was led so far."""
    made = learnt(services, "ซ่อมรถ", {"credits": 3, "level": "dole_lower"})
    for code, facts in moves:
        services.credits.move(made, code, facts)
    return made


def credit_returned(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """The institution asks for more."""
    led(Services(workspace), *SUBMITTED, ("return", {"missing": "ชั่วโมงฝึก"}))


def credit_waiting(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered for a month."""
    led(Services(workspace), *SUBMITTED)
    clock.now_ms += 31 * 86_400_000


def credit_unsubmitted(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """It was proposed, and lies here."""
    led(Services(workspace), SUBMITTED[0])
    clock.now_ms += 15 * 86_400_000


SUBMITTED: tuple[Move, ...] = (("propose", {}), ("submit", {}))
MOVES: tuple[Move, ...] = (
    *SUBMITTED,
    ("return", {"missing": "ชั่วโมงฝึก"}),
    ("withdraw", {}),
    ("propose", {}),
)
EXAMPLE = Example(
    kind="credit_item",
    listed="credit_items",
    paper="credit_papers",
    service=lambda services: services.credits,
    add=learnt,
    query=lambda words: CreditQuery(search=words),
    full={
        "origin": "work",
        "provider": "อู่ช่างยูร",
        "hours": 120,
        "starts_on": "2568-06",
        "ends_on": "2569-10-01",
        "text": "ถอดล้างคาร์บูเรเตอร์\nตั้งไฟ",
        "level": "dole_lower",
        "subject": "occupation",
        "credits": 3,
        "note": "=โทรก่อน",
    },
    begun=("name", "ซ่อมรถจักรยานยนต์"),
    whose="คำแพง",
    typed=("text", "ตั้งไฟได้เอง"),
    other="provider",
    moves=MOVES,
    words=(
        (
            "name=ซ่อมรถ",
            "learner_id={learner}",
            "assessor_id={assessor}",
            "receiver_id={school}",
        ),
        "provider=อู่ช่างยูร",
        "text=ตั้งไฟ",
    ),
    first={
        "learner": ("record", "learner", "add", "given=คำแพง"),
        "assessor": ("record", "person", "add", "given=ปัญญา"),
        "school": ("record", "partner", "add", f"name={SCHOOL}"),
    },
    ready=(
        (
            "record",
            "evidence",
            "add",
            "name=สมุดงาน",
            "credit_item_id={id}",
            "learner_id={learner_id}",
        ),
    ),
    before=lambda services: services.learners.add({"given": "คำแพง"}),
    day={
        "credit_returned": credit_returned,
        "credit_waiting": credit_waiting,
        "credit_unsubmitted": credit_unsubmitted,
    },
    confirmed=False,
    empty="accepted",
)
