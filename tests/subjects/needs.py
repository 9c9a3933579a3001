"""Needs, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.needs.records import NeedQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    return services.needs.add({"name": name, **more})


def need_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked for years whether it is still needed."""
    _add(Services(workspace), "รองเท้านักเรียน", {"confirmed_on": "2567"})


def need_overdue(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """It was needed last year."""
    _add(Services(workspace), "เสื้อกันหนาว", {"needed_by": "2568"})


def need_consent(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Nobody asked the learner whether it may be told."""
    _add(Services(workspace), "ค่ารถ", {"learner_id": learner_id})


MOVES: tuple[Move, ...] = (
    ("pause", {"reason": "ปิดเทอม"}), ("open", {}), ("end", {"reason": "ซื้อเองแล้ว"}),
)  # fmt: skip

EXAMPLE = Example(
    kind="need",
    listed="needs",
    paper="need_list",
    service=lambda services: services.needs,
    add=_add,
    query=lambda words: NeedQuery(search=words),
    full={
        "village_id": "3",
        "course": "กลุ่มทอผ้า",
        "assistance": "clothes",
        "text": "เดินขึ้นดอย\nพื้นรองเท้าหลุด",
        "quantity": 10,
        "unit": "pair",
        "urgency": "2",
        "needed_by": "2570-05",
        "repeats": "yearly",
        "share": "anonymous",
        "note": "=โทรก่อน",
    },
    begun=("name", "รองเท้านักเรียน"),
    typed=("text", "พื้นหลุด"),
    moves=MOVES,
    words=(("name=รองเท้านักเรียน",), "text=พื้นหลุด", "course=กลุ่มทอผ้า"),
    other="course",
    day={
        "need_ask_again": need_ask_again,
        "need_overdue": need_overdue,
        "need_consent": need_consent,
    },
)
