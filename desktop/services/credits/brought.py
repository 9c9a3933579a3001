"""What credit items bring: their workbook; what waits for an answer, and what came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.credits.lifecycle import ANSWER_DAYS, SUBMIT_DAYS, WAITING
from desktop.services.credits.reading import found
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.credits.workbook import CreditItemBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each item that waits for somebody."""
    for row in found(session, CreditQuery(states=tuple(sorted(WAITING))), today):
        if line := _line(row):
            told = {"who": row.who, "receiver": row.receiver, "days": row.days}
            yield replace(line, values={**line.values, **told, "missing": row.missing})


def _line(row: CreditRow) -> Found | None:
    at = f"{row.id}:{row.since}"
    if row.state == "returned":
        code = "credit_returned"
        return about("credit_item", row, f"{code}:{at}", code, 1, row.since)
    if row.state == "submitted" and row.days >= ANSWER_DAYS:
        code = "credit_waiting"
        return about("credit_item", row, f"{code}:{at}", code, 2, row.since)
    if row.state == "proposed" and row.days >= SUBMIT_DAYS:
        code = "credit_unsubmitted"
        return about("credit_item", row, f"{code}:{at}", code, 3, row.since)
    return None


CREDITS: Final = Brought(
    codes=("credit_returned", "credit_waiting", "credit_unsubmitted"),
    day=_lines,
    book=CreditItemBook(),
)
