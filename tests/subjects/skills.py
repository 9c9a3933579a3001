"""Key skills, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.skills.records import SkillQuery
from tests.subjects import Example, Move


def measured(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """A skill of somebody, before anything was taught."""
    learner = services.learners.add({"given": name}).id
    values = {"learner_id": learner, "skill": "K2", "phase": "before", **more}
    if not values.pop("confirmed_on", ""):
        values = {"level": "1", "on": "2026-11-01", "instrument": "ใบงาน", **values}
    return services.skills.add(values)


MOVES: tuple[Move, ...] = (("withdraw", {"reason": "วัดผิดคน"}), ("restore", {}))
EXAMPLE = Example(
    kind="skill_measure",
    listed="skill_measures",
    paper="skill_paper",
    service=lambda services: services.skills,
    add=measured,
    query=lambda words: SkillQuery(search=words),
    full={
        "level": "2",
        "self_level": "3",
        "on": "2569-11-02",
        "instrument": "สังเกตตอนลงมือ",
        "estimated": "1",
        "note": "=โทรก่อน",
    },
    begun=("learner_id", "คำแพง"),
    typed=("instrument", "ถามตัวต่อตัว"),
    other="note",
    moves=MOVES,
    words=(
        ("learner_id={learner}", "skill=K2", "phase=before"), "instrument=ใบงาน", "note=ที่ศูนย์",
    ),
    first={"learner": ("record", "learner", "add", "given=คำแพง")},
    before=lambda services: services.learners.add({"given": "คำแพง"}),
    confirmed=False,
    empty="withdrawn",
)  # fmt: skip
