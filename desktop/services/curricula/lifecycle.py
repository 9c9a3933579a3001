"""How a curriculum is tried, adopted and retired, and when it may no longer be changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import synced_classes
from desktop.models.curricula import Curriculum
from desktop.models.moves import state_column
from desktop.services.moves import Lifecycle, Transition

COURSE: Final = Lifecycle(
    Curriculum,
    (
        Transition("try", frozenset({"draft"}), "tried", needs=("held",), takes=("note",)),
        Transition(
            "adopt",
            frozenset({"tried"}),
            "adopted",
            needs=((("number",), ("by_id",)),),
            takes=("institution", "note"),
        ),
        Transition("retire", frozenset({"tried", "adopted"}), "retired", needs=("reason",)),
        Transition("restore", frozenset({"retired"}), "tried"),
    ),
)
"""Who tries one says in which course; who adopts one, by which resolution, or who approved it.

What is taken up again is adopted anew; a draft that comes to nothing is taken out of the list.
"""

_RUNNING: Final = frozenset({"open", "running"})


def course_states(session: Session) -> Mapping[UUID, frozenset[str]]:
    """Return the states of the courses that each curriculum has."""
    course: Any = synced_classes().get("course")
    found: dict[UUID, set[str]] = defaultdict(set)
    if course is None:
        return {}
    wanted = select(course.curriculum_id, state_column(course)).where(
        course.curriculum_id.is_not(None), course.deleted.is_(False)
    )
    for curriculum_id, state in session.execute(wanted):
        found[curriculum_id].add(state)
    return {each: frozenset(states) for each, states in found.items()}


def locked(state: str, courses: frozenset[str]) -> bool:
    """Whether what is taught by it stays as it is: it was tried, or a course runs on it."""
    return state != Curriculum.first_state or bool(courses & _RUNNING)
