"""What courses bring: what should begin or end, who is not settled, and who waits for a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.courses.reading import found
from desktop.services.courses.records import CourseQuery
from desktop.services.courses.workbook import CourseBook

_CODES: Final = {"start": "course_start", "end": "course_end", "settle": "course_settle"}
_ON: Final = CourseQuery(states=("planned", "open", "running"))


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each course that waits for somebody."""
    for row in found(session, _ON, today):
        if row.due:
            day = row.starts_on if row.due == "start" else row.ends_on
            line = f"course_{row.due}:{row.id}:{day}"
            yield about("course", row, line, _CODES[row.due], 2, day)
        if row.waiting and row.free != 0:
            line = f"course_places:{row.id}:{row.waiting}"
            yield about("course", row, line, "course_places", 2)


COURSES: Final = Brought(
    codes=("course_end", "course_places", "course_settle", "course_start"),
    day=_lines,
    book=CourseBook(),
)
