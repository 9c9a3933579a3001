"""Partners, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    return services.partners.add({"name": name, **more})


def partner_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked a partner for years whether what is written still holds."""
    PartnerService(workspace).add({"name": "อนามัย", "confirmed_on": "2567"})


def partner_mou(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A written agreement ends next week."""
    PartnerService(workspace).add({"name": "วิทยาลัย", "mou_until": "1/12/2569"})


FULL = {
    "sector": "education", "is_school": "ใช่", "tsqm": "", "skills": "สอนทอผ้า\nสอนอ่าน",
    "groups_served": "TG02,TG12", "languages": "", "villages": "3,4", "phone": "053111222",
    "months_open": "5,6,7", "capacity_unit": "คน", "capacity_number": 20, "capacity_free": 4,
    "capacity_on": "2569-10", "mou_number": "12/2569", "mou_from": "1/10/2568",
    "mou_until": "2570", "note": "=พบครูใหญ่",
}  # fmt: skip
MOVES: tuple[Move, ...] = (
    ("begin", {}), ("pause", {"reason": "หน้าน้ำหลาก"}), ("resume", {}), ("end", {"reason": "ย้าย"}),
)  # fmt: skip

EXAMPLE = Example(
    kind="partner",
    listed="partners",
    paper="partner_directory",
    service=lambda services: services.partners,
    add=_add,
    query=lambda words: PartnerQuery(search=words),
    full=FULL,
    begun=("name", "วัดป่า"),
    typed=("phone", "053111222"),
    moves=MOVES,
    words=(("name=กลุ่มทอผ้า",), "phone=053111222", "address=หมู่ 3"),
    day={"partner_ask_again": partner_ask_again, "partner_mou": partner_mou},
)
