"""Life-quality activities, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.kpc.records import KpcQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def acted(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """What somebody does in a term."""
    learner = services.learners.add({"given": name}).id
    values = {"name": name, "learner_id": learner, **more}
    if not values.pop("confirmed_on", ""):
        whole = {"level": "dole_lower", "term": "1/2569", "part": "knowledge", "hours": 12}
        values = {**whole, **values}
    return services.kpc.add(values)


def kpc_waiting(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Hours were claimed, and nobody approved them yet."""
    services = Services(workspace)
    services.kpc.add({"name": "ซ่อมฝาย", "learner_id": learner_id, "hours": 20})


def kpc_near(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Somebody lacks a few hours only."""
    services = Services(workspace)
    known = {"level": "dole_lower", "term": "1/2569", "part": "knowledge", "hours": 190}
    entry = services.kpc.add({"name": "ซ่อมฝาย", "learner_id": learner_id, **known})
    services.kpc.move(entry, "approve", {"hours": 190, "institution": "สกร.อำเภอ"})


MOVES: tuple[Move, ...] = (
    ("approve", {"hours": 40, "institution": "สกร.อำเภอ"}),
    ("finish", {}),
    ("fail", {"reason": "มาวันเดียว"}),
)
EXAMPLE = Example(
    kind="kpc_entry",
    listed="kpc_entries",
    paper="kpc_papers",
    service=lambda services: services.kpc,
    add=acted,
    query=lambda words: KpcQuery(search=words),
    full={
        "level": "dole_lower",
        "term": "1/2569",
        "part": "own_project",
        "hours": 60,
        "text": "ขนหิน\nก่อฝาย",
        "note": "=โทรก่อน",
    },
    begun=("name", "ซ่อมฝาย"),
    whose="คำแพง",
    typed=("text", "ก่อฝายสองจุด"),
    other="note",
    moves=MOVES,
    words=(("name=ซ่อมฝาย", "learner_id={learner}"), "text=ก่อฝาย", "note=รอหน้าแล้ง"),
    first={"learner": ("record", "learner", "add", "given=คำแพง")},
    before=lambda services: services.learners.add({"given": "คำแพง"}),
    day={"kpc_near": kpc_near, "kpc_waiting": kpc_waiting},
    confirmed=False,
    empty="passed",
)
