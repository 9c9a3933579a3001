"""What community capital brings: its workbook; what is to be asked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.capital.reading import found
from desktop.services.capital.records import CapitalQuery
from desktop.services.capital.workbook import CapitalBook
from desktop.services.details import known_before

VERIFY_DAYS: Final = 60


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for what was confirmed long ago, and for what nobody verified for long."""
    long_ago = today - timedelta(VERIFY_DAYS)
    for row in found(session, CapitalQuery(states=("noted", "confirmed")), today):
        if row.ask_again:
            yield ask_again("capital", row)
        elif row.state == "noted" and known_before(row.noted_on, long_ago):
            line = f"capital_verify:{row.id}:{row.noted_on}"
            yield about("capital", row, line, "capital_verify", 3, row.noted_on)


CAPITAL: Final = Brought(
    codes=("capital_ask_again", "capital_verify"), day=_lines, book=CapitalBook()
)
