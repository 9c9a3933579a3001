"""What is told of tries to reach somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

AGAIN_DAYS: Final = {"referral": 3, "lead": 7, "urgent_case": 1}
"""After so many days somebody who was not reached is tried again, unless another day is given."""


@dataclass(frozen=True)
class TryLine:
    """A try to reach somebody.

    Attributes:
        way: code of `contact_kinds`.
        whom: code of `contact_whom`, "" where that was not said.
        result: code of `contact_results`.
        reached: somebody was spoken to.
        on: the day, ISO.
        next_on: when it is tried again, "" without a day.
    """

    id: UUID
    way: str
    whom: str
    result: str
    reached: bool
    on: str
    next_on: str
    note: str
    by_name: str
    written_at: datetime
