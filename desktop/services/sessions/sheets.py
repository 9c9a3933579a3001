"""Pages of a register that come back as photographs: who stands on which, by its code alone.

No page is kept: what stood on it is found again from the register, with or without who was taken
in since it was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Enrolment, EnrolmentMove
from desktop.models.moves import MoveRecord, WithStates, state_of
from desktop.models.sessions import CourseSession, SessionMove
from desktop.paper_marks.page_codes import MOST_ROWS, derived_code
from desktop.services.attendance.counting import Codes
from desktop.services.sessions import registers
from desktop.services.sessions.reading import found
from desktop.services.sessions.records import SessionQuery, SessionRow
from desktop.services.sessions.register_records import Register, RegisterLine

Page = tuple[RegisterLine, ...]
_MOST_BOXES: Final = 9
DATES: Final = 10
"""Of a sheet of many dates."""
CAME: Final = ("present", "absent")
"""What the two boxes of a date stand for."""
What = TypeVar("What", RegisterLine, SessionRow)


def boxes(codes: Codes) -> tuple[str, ...]:
    """Return what the boxes of a row stand for: the codes that have a key, in its order."""
    return tuple(code for _key, code in sorted(codes.keys.items()))[:_MOST_BOXES]


def pages(session_id: UUID, lines: Sequence[RegisterLine]) -> Iterator[tuple[str, Page]]:
    """Return the code and the people of each page; whose record may not be used is on none."""
    shown = [line for line in lines if not line.restricted]
    for number, first in enumerate(range(0, len(shown), MOST_ROWS)):
        page = tuple(shown[first : first + MOST_ROWS])
        yield derived_code(session_id, number, [line.enrolment_id for line in page]), page


def printed_page(session: Session, register: Register, code: str) -> Page:
    """Return who stands on a page of a register, in the order in which they were printed.

    Tried are those who are on the register now, then always less the one who came in last.

    Raises:
        UserError: `sheet_page_other` (`page`) for a page of another meeting or another centre,
            or where somebody who stood on it is called otherwise or left since.
    """
    lines = list(register.lines)
    wanted = (
        select(Enrolment.id)
        .where(Enrolment.id.in_([line.enrolment_id for line in lines]))
        .order_by(Enrolment.first_stamp.desc(), Enrolment.id.desc())
    )
    newest = iter(session.scalars(wanted).all())
    while lines:
        for known, page in pages(register.meeting.id, lines):
            if known == code:
                return page
        last = next(newest)
        lines = [line for line in lines if line.enrolment_id != last]
    raise UserError("sheet_page_other", page=code)


@dataclass(frozen=True)
class DatePage:
    """A page of the sheet with many dates, and its code."""

    code: str
    lines: Page
    meetings: tuple[SessionRow, ...]


class DateSheets:
    """The sheets of a course with ten dates each, as they are printed now and as they once were.

    A page is known by its code alone. Who came in or left since, or a meeting that was added or
    called off, does not spoil a page that was printed before: it is looked for among all pages that
    the course ever had.
    """

    def __init__(self, session: Session, course_id: UUID, today: date) -> None:
        """Read who is and was in the course; UserError `record_unknown`."""
        self._course_id = course_id
        self.grid = registers.grid(session, course_id, today)
        known = {line.enrolment_id: line for line in self.grid.lines}
        self._people = [
            _Since(known[each.id], each.first_stamp, _moved(session, EnrolmentMove, each, "left"))
            for each in session.scalars(select(Enrolment).where(Enrolment.id.in_(known)))
        ]
        order = {each: place for place, each in enumerate(known)}
        self._people.sort(key=lambda each: order[each.what.enrolment_id])
        rows = found(session, SessionQuery(course_id=course_id), today)
        met = {
            each.id: each
            for each in session.scalars(
                select(CourseSession).where(CourseSession.course_id == course_id)
            )
        }
        self._meetings = [
            _Since(
                row, met[row.id].first_stamp, _moved(session, SessionMove, met[row.id], "cancelled")
            )
            for row in rows
        ]

    def pages(self, until: bytes | None = None, *, free: bool = True) -> Iterator[DatePage]:
        """Return the pages as they are printed now, or were when this stamp was the last.

        `free`: without those whose record may not be used now.
        """
        standing = (each.what for each in self._people if each.stood(until))
        people = [line for line in standing if not (free and line.restricted)]
        meetings = [each.what for each in self._meetings if each.stood(until)]
        number = 0
        for start in range(0, len(meetings), DATES):
            dates = tuple(meetings[start : start + DATES])
            for first in range(0, len(people), MOST_ROWS):
                lines = tuple(people[first : first + MOST_ROWS])
                rows = [*(each.id for each in dates), *(each.enrolment_id for each in lines)]
                yield DatePage(derived_code(self._course_id, number, rows), lines, dates)
                number += 1

    def printed(self, code: str) -> DatePage:
        """Return the page of a code.

        Raises:
            UserError: `sheet_page_other` (`page`) for a page of another course or another centre,
                or where somebody who stood on it is called otherwise since.
        """
        spans = [(each.began, each.ended) for each in self._people]
        spans += [(each.began, each.ended) for each in self._meetings]
        moments = {stamp for span in spans for stamp in span if stamp is not None}
        for free in (True, False):
            for until in (None, *sorted(moments, reverse=True)):
                for page in self.pages(until, free=free):
                    if page.code == code:
                        return page
        raise UserError("sheet_page_other", page=code)


@dataclass(frozen=True)
class _Since(Generic[What]):
    """Something that stood on sheets from a stamp on, until another where it stands no more."""

    what: What
    began: bytes
    ended: bytes | None

    def stood(self, until: bytes | None) -> bool:
        if until is None:
            return self.ended is None
        return self.began <= until and (self.ended is None or self.ended > until)


def _moved(
    session: Session, moves: type[MoveRecord], thing: WithStates, state: str
) -> bytes | None:
    """The stamp of the move that brought a thing into this state; None if it is in another."""
    if state_of(session, thing) != state:
        return None
    move = session.get(moves, thing.last_move_id)
    return move.first_stamp if move is not None else None
