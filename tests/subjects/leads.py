"""People who are looked for, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.leads.records import LeadQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """Somebody who was looked for today; one not asked for long was never looked for."""
    values = dict(more)
    tried = not values.pop("confirmed_on", "")
    lead = services.leads.add({"given": name, **values})
    if tried:
        services.leads.move(lead, "seek")
    return lead


def lead_untried(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A neighbour told of somebody, and nobody went yet."""
    Services(workspace).leads.add({"given": "หน่อแอริ"})


def lead_found(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Somebody was found and is not registered."""
    services = Services(workspace)
    services.leads.move(services.leads.add({"given": "ประยูร"}), "find")


def lead_try(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered a week ago."""
    services = Services(workspace)
    services.tries.note("lead", services.leads.add({"given": "ประยูร"}))
    clock.now_ms += 7 * 86_400_000


MOVES: tuple[Move, ...] = (
    ("find", {}),
    ("move_away", {"place": "เชียงใหม่"}),
    ("reopen", {"reason": "ญาติบอกว่ากลับมาแล้ว"}),
    ("elsewhere", {"institution": "สกร. อำเภอ"}),
)
EXAMPLE = Example(
    kind="lead",
    listed="leads",
    paper="lead_sheets",
    service=lambda services: services.leads,
    add=_add,
    query=lambda words: LeadQuery(search=words),
    full={
        "source": "school",
        "village_id": "3",
        "hamlet": "ห้วยตัวอย่าง",
        "address": "45/1\nหลังวัด",
        "school": "โรงเรียนบ้านตัวอย่าง",
        "school_class": "p6",
        "left_on": "2568-10",
        "carer": "นางคำ ใจดี",
        "carer_phone": "053111222",
        "says": "ช่วยพ่อแม่เก็บกาแฟ",
        "priority": "high",
        "note": "=โทรก่อน",
    },
    begun=("given", "คำแพง"),
    typed=("school", "วัดป่า"),
    other="carer",
    moves=MOVES,
    words=(("given=คำแพง",), "school=วัดป่า", "carer=ยายคำ"),
    day={"lead_untried": lead_untried, "lead_found": lead_found, "lead_try": lead_try},
    confirmed=False,
    empty="dead",
)
