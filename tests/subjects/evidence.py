"""Evidence, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def shown(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """Evidence of somebody."""
    learner = services.learners.add({"given": name}).id
    values = {"name": name, "learner_id": learner, **more}
    if not values.pop("confirmed_on", ""):
        values = {"evidence_kind": "observation", **values}
    return services.evidence.add(values)


def evidence_waiting(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Nobody looked at it."""
    Services(workspace).evidence.add({"name": "ตะกร้าหวาย", "learner_id": learner_id})


MOVES: tuple[Move, ...] = (
    ("see", {}), ("doubt", {"reason": "เห็นไม่ชัด"}), ("renew", {}),
)  # fmt: skip
EXAMPLE = Example(
    kind="evidence",
    listed="evidence_list",
    paper="evidence_list",
    service=lambda services: services.evidence,
    add=shown,
    query=lambda words: EvidenceQuery(search=words),
    full={
        "evidence_kind": "work",
        "on": "2569-10",
        "text": "สานลายขัด\nเก็บขอบเรียบ",
        "note": "=โทรก่อน",
    },
    begun=("name", "ตะกร้าหวาย"),
    whose="คำแพง",
    typed=("text", "สานลายขัดได้"),
    other="note",
    moves=MOVES,
    words=(("name=ตะกร้าหวาย", "learner_id={learner}"), "text=ลายขัด", "note=อยู่ที่บ้าน"),
    first={"learner": ("record", "learner", "add", "given=คำแพง")},
    before=lambda services: services.learners.add({"given": "คำแพง"}),
    day={"evidence_waiting": evidence_waiting},
    confirmed=False,
    empty="lacking",
)
