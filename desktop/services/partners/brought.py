"""What partners bring: their workbook; those to be asked again, and agreements that end soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found
from desktop.services.partners.reading import found
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.workbook import PartnerBook

_WORKING: Final = ("candidate", "active", "paused")


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each partner that waits for somebody, by the day that it is about."""
    for row in found(session, PartnerQuery(states=_WORKING), today):
        told = {"name": row.name}
        if row.ask_again:
            yield Found(
                f"partner_ask:{row.id}:{row.confirmed_on}", "partner_ask_again", 3,
                row.confirmed_on, None, "partner", str(row.id), told,
            )  # fmt: skip
        if row.mou_ending:
            yield Found(
                f"partner_mou:{row.id}:{row.mou_until}", "partner_mou", 2, row.mou_until, None,
                "partner", str(row.id), told,
            )  # fmt: skip


PARTNERS: Final = Brought(
    codes=("partner_ask_again", "partner_mou"), day=_lines, book=PartnerBook()
)
