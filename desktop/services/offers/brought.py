"""What offers bring: their workbook; which are going stale, and whose last day is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.offers.reading import found
from desktop.services.offers.records import OfferQuery
from desktop.services.offers.workbook import OfferBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each offer that waits for somebody."""
    for row in found(session, OfferQuery(states=("open", "paused")), today):
        if row.ask_again:
            yield ask_again("offer", row)
        if row.over:
            line = f"offer_over:{row.id}:{row.until}"
            yield about("offer", row, line, "offer_over", 3, row.until)


OFFERS: Final = Brought(codes=("offer_ask_again", "offer_over"), day=_lines, book=OfferBook())
