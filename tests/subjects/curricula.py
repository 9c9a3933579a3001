"""Local curricula, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.curricula.records import CurriculumQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """One not asked for long is a draft of years ago."""
    values = dict(more)
    written = values.pop("confirmed_on", "")
    if written:
        values["written_on"] = written
    return services.curricula.add({"name": name, **values})


def curriculum_try(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A draft of years ago that nobody tried."""
    _add(Services(workspace), "เพลงธา", {"written_on": "2567"})


def curriculum_adopt(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """It was tried years ago, and no meeting adopted it."""
    services = Services(workspace)
    known = _add(services, "ทอผ้า", {})
    services.curricula.move(known, "try", {"held": "รุ่นแรก", "done_on": "2567"})


def curriculum_newer(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Its newer version was adopted, and the old one still stands."""
    curricula = Services(workspace).curricula
    old = curricula.add({"name": "จักสาน"})
    curricula.move(old, "try", {"held": "รุ่นแรก"})
    new = curricula.new_version(old)
    curricula.move(new, "try", {"held": "รุ่นที่สอง"})
    curricula.move(new, "adopt", {"number": "2/2569"})


MOVES: tuple[Move, ...] = (
    ("try", {"held": "รุ่นแรก ศาลาหมู่ 4"}),
    ("adopt", {"number": "3/2569"}),
    ("retire", {"reason": "ใช้หลักสูตรอื่นแทน"}),
    ("restore", {}),
)

EXAMPLE = Example(
    kind="curriculum",
    listed="curricula",
    paper="curriculum_papers",
    service=lambda services: services.curricula,
    add=_add,
    query=lambda words: CurriculumQuery(search=words),
    full={
        "problem": "ลายเก่าใกล้หาย\nเหลือคนทอสามคน",
        "principles": "เรียนกับแม่ครู",
        "outcomes": "ทอได้หนึ่งผืน",
        "groups_served": "TG02,TG12",
        "key_skills": "K2,K4",
        "skill_groups": "technical,financial",
        "dimensions": "T,D",
        "hours": "30",
        "method": "ฝึกทำทีละขั้น",
        "materials": "กี่เอว",
        "measuring": "ดูผลงาน",
        "completion": "มีผลงานหนึ่งผืน",
        "transfer": "วิชาเลือก",
        "months_open": "11,12,1",
        "languages": "ksw,tha",
        "village_id": "4",
        "community": "กลุ่มแม่บ้าน",
        "shareable": True,
        "written_on": "2569-10",
        "note": "=ถามแม่ครูก่อน",
    },
    begun=("name", "ทอผ้ากี่เอว"),
    typed=("community", "กลุ่มแม่บ้าน"),
    other="problem",
    moves=MOVES,
    words=(("name=ทอผ้ากี่เอว",), "problem=ลายเก่าใกล้หาย", "community=กลุ่มแม่บ้าน"),
    day={
        "curriculum_try": curriculum_try,
        "curriculum_adopt": curriculum_adopt,
        "curriculum_newer": curriculum_newer,
    },
    confirmed=False,
    empty="retired",
)
