"""What partners bring: their workbook; those to be asked again, and agreements that end soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.partners.reading import found
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.workbook import PartnerBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each partner that waits for somebody, by the day that it is about."""
    for row in found(session, PartnerQuery(), today):
        if row.ask_again:
            yield ask_again("partner", row)
        if row.mou_ending:
            line = f"partner_mou:{row.id}:{row.mou_until}"
            yield about("partner", row, line, "partner_mou", 2, row.mou_until)


PARTNERS: Final = Brought(
    codes=("partner_ask_again", "partner_mou"), day=_lines, book=PartnerBook()
)
