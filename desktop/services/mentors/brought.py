"""What mentors bring: their workbook; who is to be asked again, and whose consent is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found
from desktop.services.mentors.reading import found
from desktop.services.mentors.records import MentorQuery
from desktop.services.mentors.workbook import MentorBook

_WORKING: Final = ("candidate", "active", "paused")


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each mentor who waits for somebody."""
    for row in found(session, MentorQuery(states=_WORKING), today):
        told = {"name": row.name}
        if row.ask_again:
            yield Found(
                f"mentor_ask:{row.id}:{row.confirmed_on}", "mentor_ask_again", 3,
                row.confirmed_on, None, "mentor", str(row.id), told,
            )  # fmt: skip
        if row.state == "active" and not row.consents:
            yield Found(
                f"mentor_consent:{row.id}", "mentor_consent", 1, "", None, "mentor", str(row.id),
                told,
            )  # fmt: skip


MENTORS: Final = Brought(
    codes=("mentor_ask_again", "mentor_consent"), day=_lines, book=MentorBook()
)
