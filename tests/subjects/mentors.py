"""Mentors, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.mentors.records import MentorQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move

READY = {"screened_on": "2569", "screening": "clear"}


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    """Somebody who may begin: screened, and asked whether they agree to be listed."""
    person = services.persons.add({"given": name})
    services.person_consents.record(person, {"directory": True})
    return services.mentors.add({"person_id": person, **READY, **more})


def mentor_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked a mentor for years whether they still teach."""
    _add(Services(workspace), "หน่อแอริ", {"confirmed_on": "2567"})


def mentor_consent(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """One at work takes back that they may be listed."""
    services = Services(workspace)
    mentor = _add(services, "ประยูร", {})
    services.mentors.move(mentor, "accept")
    person = services.mentors.get(mentor).row.person.id
    (state, *_others) = services.person_consents.states(person)
    assert state.latest is not None
    services.person_consents.withdraw(state.latest.id)


MOVES: tuple[Move, ...] = (
    ("accept", {}), ("pause", {"reason": "เกี่ยวข้าว"}), ("resume", {}), ("end", {"reason": "ย้าย"}),
)  # fmt: skip
EXAMPLE = Example(
    kind="mentor",
    listed="mentors",
    paper="mentor_directory",
    service=lambda services: services.mentors,
    add=_add,
    query=lambda words: MentorQuery(search=words),
    full={
        "ways": "teach,host",
        "skills": "ทอผ้ากี่เอว\nย้อมสี",
        "wisdom": "craft",
        "skill_groups": "technical",
        "groups_served": "TG02,TG12",
        "villages": "3,4",
        "place": "ใต้ถุนบ้าน",
        "months_open": "5,6,7",
        "free_when": "เสาร์บ่าย",
        "capacity_number": 2,
        "screened_on": "2569-10",
        "screening": "accompanied",
        "note": "=โทรก่อน",
    },
    begun=("given", "คำแพง"),
    typed=("free_when", "เสาร์บ่าย"),
    moves=MOVES,
    words=(("given=คำแพง", "screened_on=2569", "screening=clear"), "free_when=เสาร์บ่าย", "place=วัด"),
    ready=(
        ("record", "consent", "add", "person_id={person_id}", "purpose=directory", "granted=ใช่"),
    ),
    day={"mentor_ask_again": mentor_ask_again, "mentor_consent": mentor_consent},
)
