"""What needs bring: their workbook; whose day is past, who was not asked, what is to be renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.needs.reading import found
from desktop.services.needs.records import NeedQuery
from desktop.services.needs.workbook import NeedBook

_OPEN: Final = NeedQuery(states=("open",))


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each need that waits for somebody."""
    for row in found(session, _OPEN, today):
        if row.ask_again:
            yield ask_again("need", row)
        if row.overdue:
            line = f"need_overdue:{row.id}:{row.needed_by}"
            yield about("need", row, line, "need_overdue", 1, row.needed_by)
        if not row.share and (row.learner_id or row.household_id):
            yield about("need", row, f"need_consent:{row.id}", "need_consent", 2)


NEEDS: Final = Brought(
    codes=("need_ask_again", "need_overdue", "need_consent"), day=_lines, book=NeedBook()
)
