"""What urgent cases bring to the day, for those who are named in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentCase
from desktop.services.brought import Brought, Found
from desktop.services.tries.reading import due_again, last_tries
from desktop.services.vocabularies import CentreLookup


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give the lines of the cases that the session shows: no name, since a screen is seen."""
    wanted = select(UrgentCase).where(UrgentCase.deleted.is_(False), UrgentCase.state != "closed")
    cases = {case.id: case for case in session.scalars(wanted.order_by(UrgentCase.opened_on))}
    words = CentreLookup(session)
    for known, last in last_tries(session, UrgentTry, "case_id", cases).items():
        if due_again(last, today):
            kind = words.term("urgent_kinds", cases[known].case_kind)
            yield Found(
                f"try:{last.id}", "urgent_try", 0, last.next_on or "", None, "urgent", str(known),
                {"kind": kind, "on": last.on},
            )  # fmt: skip


URGENT: Final = Brought(codes=("urgent_try",), day=_lines)
