"""What a subject brings to what gathers from all of them, declared in its own room.

A room that has it says so in its module `brought`; `desktop.services.subjects` has a line for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.details import SubjectRow
from desktop.services.workbooks.declared import Export


@dataclass(frozen=True)
class Found:
    """A matter of the day as its source found it, before names are put to it; see `TodayLine`."""

    line: str
    code: str
    urgency: int
    due: str
    learner_id: UUID | None
    screen: str
    subject: str
    values: dict[str, Any] = field(default_factory=dict)


def about(kind: str, row: SubjectRow, line: str, code: str, urgency: int, due: str = "") -> Found:
    """A matter of the day about a record of a subject, which opens its page."""
    return Found(line, code, urgency, due, None, kind, str(row.id), {"name": row.name})


def ask_again(kind: str, row: SubjectRow) -> Found:
    """That what is written of it was confirmed long ago, or never."""
    day = row.confirmed_on
    return about(kind, row, f"{kind}_ask:{row.id}:{day}", f"{kind}_ask_again", 3, day)


Source = Callable[[Session, date, UUID], Iterator[Found]]
"""Given the session, the day and who is signed in: what needs a person."""


HourSource = Callable[[Session, datetime, UUID], Iterator[Found]]
"""The same where the hour matters: given the moment."""


@dataclass(frozen=True)
class Brought:
    """What a subject brings.

    Attributes:
        codes: the reasons that its lines of the day can have.
        day: where they come from.
        hours: where those come from that hang on the hour.
        book: its list as a workbook.
        more: other workbooks that only go out.
    """

    codes: tuple[str, ...] = ()
    day: Source | None = None
    hours: HourSource | None = None
    book: Export | None = None
    more: tuple[Export, ...] = ()
