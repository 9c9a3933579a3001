"""What matches bring: what waits for an answer, is due, is not confirmed, or may not be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.needs import Need
from desktop.services.brought import Brought, Found, about
from desktop.services.details import known_before
from desktop.services.matches.reading import found
from desktop.services.matches.records import MatchQuery
from desktop.services.matches.workbook import MatchExport
from desktop.services.needs.outside import need_may_be_told

_SOON: Final = timedelta(3)
_ANSWER: Final = timedelta(7)
_CONFIRM: Final = timedelta(3)
_OPEN: Final = MatchQuery(states=("proposed", "agreed", "delivered"))


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each match that waits for somebody."""
    for row in found(session, _OPEN, today):
        need = session.get(Need, row.need_id) if row.need_id else None
        if need is not None and not need_may_be_told(session, need):
            yield about("match", row, f"match_consent:{row.id}", "match_consent", 1)
        elif row.state == "agreed" and row.due_on and known_before(row.due_on, today + _SOON):
            urgency = 1 if known_before(row.due_on, today) else 2
            line = f"match_due:{row.id}:{row.due_on}"
            yield about("match", row, line, "match_due", urgency, row.due_on)
        elif row.state == "delivered" and known_before(row.moved_on, today - _CONFIRM):
            line = f"match_unconfirmed:{row.id}:{row.moved_on}"
            yield about("match", row, line, "match_unconfirmed", 2, row.moved_on)
        elif row.state == "proposed" and known_before(row.moved_on, today - _ANSWER):
            line = f"match_waits:{row.id}:{row.moved_on}"
            yield about("match", row, line, "match_waits", 3, row.moved_on)


MATCHES: Final = Brought(
    codes=("match_consent", "match_due", "match_unconfirmed", "match_waits"),
    day=_lines,
    book=MatchExport(),
)
