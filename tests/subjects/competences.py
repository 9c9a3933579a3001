"""Competence of the team, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.competences.records import CompetenceQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """One not asked for long ran out years ago."""
    values = dict(more)
    if values.pop("confirmed_on", ""):
        values["valid_to"] = "2024-05-01"
    return services.competences.add({"given": name, "competence": "first_aid", **values})


def competence_expires(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A certificate ran out, and nobody renewed it."""
    _add(Services(workspace), "หน่อแอริ", {"valid_to": "2024-05-01"})


MOVES: tuple[Move, ...] = (("end", {"reason": "ออกผิดชื่อ"}), ("restore", {}))

EXAMPLE = Example(
    kind="competence",
    listed="competences",
    paper="competence_paper",
    service=lambda services: services.competences,
    add=_add,
    query=lambda words: CompetenceQuery(search=words),
    full={
        "course": "ปฐมพยาบาลขั้นพื้นฐาน",
        "hours": "12",
        "on": "2568-01",
        "valid_to": "14/1/2570",
        "number": "ฝ 12/2568",
        "note": "=ต้นฉบับอยู่ที่ศูนย์",
    },
    begun=("given", "คำแพง"),
    typed=("course", "กู้ชีพ"),
    other="number",
    moves=MOVES,
    words=(("given=คำแพง", "competence=first_aid"), "course=กู้ชีพ", "number=12"),
    day={"competence_expires": competence_expires},
    confirmed=False,
)
