"""What mentors bring: their workbook; who is to be asked again, and whose consent is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.mentors.reading import found
from desktop.services.mentors.records import MentorQuery
from desktop.services.mentors.workbook import MentorBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each mentor who waits for somebody."""
    for row in found(session, MentorQuery(), today):
        if row.ask_again:
            yield ask_again("mentor", row)
        if row.state == "active" and not row.consents:
            yield about("mentor", row, f"mentor_consent:{row.id}", "mentor_consent", 1)


MENTORS: Final = Brought(
    codes=("mentor_ask_again", "mentor_consent"), day=_lines, book=MentorBook()
)
