"""Opening the form for a new course: for those who want to learn something, or without anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

NEW: Final = "course_new"
"""The form for a new course."""


@dataclass(frozen=True)
class CourseFor:
    """For whom a course is begun.

    Attributes:
        people: learners who are invited with it.
        name: what they want to learn; what is half written is kept apart for each.
        village_id: where they live.
        source: code of `interest_sources`, "" where several say so.
    """

    people: tuple[UUID, ...] = ()
    name: str = ""
    village_id: UUID | None = None
    source: str = ""

    @property
    def values(self) -> Mapping[str, Any]:
        """What the form begins with."""
        return {"name": self.name, "village_id": self.village_id}

    def kept(self) -> dict[str, Any]:
        """Those who are invited, as a draft keeps them."""
        return {"people": [each.hex for each in self.people], "source": self.source}
