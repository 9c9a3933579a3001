"""What is told of the roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

SPANS: Final = ("day", "night")


@dataclass(frozen=True)
class DutyLine:
    """A day or a night, also one that nobody has taken.

    Attributes:
        id: of its record, None before there is one.
        on: ISO; a night belongs to the day on which it begins.
        who: the name, "" where nobody answers.
        phone: where they answer: what was written for this time, else theirs.
        own_phone: what was written for this time.
        may_hide: somebody is there whom who asks may not know.
    """

    id: UUID | None
    on: str
    span: str
    user_id: UUID | None = None
    person_id: UUID | None = None
    who: str = ""
    phone: str = ""
    own_phone: str = ""
    area: str = ""
    note: str = ""
    may_hide: bool = False

    @property
    def taken(self) -> bool:
        """Whether somebody answers."""
        return self.user_id is not None or self.person_id is not None


@dataclass(frozen=True)
class OnDuty:
    """Who answers now, or from this evening on.

    Attributes:
        used: the centre keeps a roster; without one nothing is missing.
    """

    line: DutyLine
    used: bool


@dataclass(frozen=True)
class CanAnswer:
    """Somebody who can be put on the roster: a user or a person; `key` tells which."""

    key: str
    name: str
    phone: str
