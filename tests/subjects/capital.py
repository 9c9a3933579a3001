"""Community capital, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.capital.records import CapitalQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    return services.capital.add({"name": name, **more})


def capital_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked for years whether the trees still stand."""
    _add(Services(workspace), "ป่าต้นน้ำ", {"confirmed_on": "2567"})


def capital_verify(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Somebody told of it years ago, and nobody verified it."""
    _add(Services(workspace), "ลานวัด", {"noted_on": "2567"})


MOVES: tuple[Move, ...] = (
    ("verify", {}), ("end", {"reason": "ป่าถูกไฟไหม้"}), ("restore", {}),
)  # fmt: skip

EXAMPLE = Example(
    kind="capital",
    listed="capitals",
    paper="capital_paper",
    service=lambda services: services.capital,
    add=_add,
    query=lambda words: CapitalQuery(search=words),
    full={
        "capital_type": "nature",
        "text": "น้ำไหลทั้งปี\nมีทางเดินศึกษา",
        "village_id": "3",
        "place": "เหนือบ้านสองกิโลเมตร",
        "capacity_number": 15,
        "capacity_unit": "person",
        "months_open": "11,12,1",
        "groups_served": "TG02,TG12",
        "interest": "3",
        "teaches": True,
        "noted_on": "2569-10",
        "note": "=โทรก่อน",
    },
    begun=("name", "ป่าชุมชน"),
    typed=("place", "ท้ายหมู่บ้าน"),
    moves=MOVES,
    words=(("name=ป่าชุมชน",), "text=น้ำไหลทั้งปี", "place=ท้ายหมู่บ้าน"),
    other="text",
    day={"capital_ask_again": capital_ask_again, "capital_verify": capital_verify},
)
