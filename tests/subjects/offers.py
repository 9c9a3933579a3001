"""Offers, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.offers.records import OfferQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    return services.offers.add({"name": name, **more})


def offer_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked for years whether it is still given."""
    _add(Services(workspace), "จักรยาน", {"confirmed_on": "2567"})


def offer_over(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """It was given until last year."""
    _add(Services(workspace), "ข้าวสาร", {"until": "2568"})


MOVES: tuple[Move, ...] = (
    ("pause", {"reason": "ของหมด"}), ("open", {}), ("end", {"reason": "ย้ายร้าน"}),
)  # fmt: skip

EXAMPLE = Example(
    kind="offer",
    listed="offers",
    paper="offer_list",
    service=lambda services: services.offers,
    add=_add,
    query=lambda words: OfferQuery(search=words),
    full={
        "assistance": "clothes",
        "text": "ของใหม่\nเลือกเบอร์ได้",
        "quantity": 12,
        "unit": "pair",
        "conditions": "มารับเองที่ร้าน",
        "since": "2569-11",
        "until": "2570-03-31",
        "months_open": "11,12,1",
        "villages": "3,4",
        "languages": "",
        "note": "=โทรก่อน",
    },
    begun=("name", "รองเท้านักเรียน"),
    typed=("conditions", "มารับเอง"),
    moves=MOVES,
    words=(("name=รองเท้านักเรียน",), "text=ของใหม่", "conditions=มารับเอง"),
    other="text",
    day={"offer_ask_again": offer_ask_again, "offer_over": offer_over},
)
