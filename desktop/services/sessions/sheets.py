"""Pages of a register that come back as photographs: who stands on which, by its code alone.

No page is kept: what stood on it is found again from the register, with or without who was taken
in since it was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Enrolment
from desktop.paper_marks.page_codes import MOST_ROWS, derived_code
from desktop.services.attendance.counting import Codes
from desktop.services.sessions.register_records import Register, RegisterLine

Page = tuple[RegisterLine, ...]
_MOST_BOXES: Final = 9


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
