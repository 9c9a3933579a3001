"""What start lists bring: workbooks; who is to be looked for again, and who is found and waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.tries import ContactTry
from desktop.services.brought import Brought, Found, about
from desktop.services.leads.lists import LeadResults
from desktop.services.leads.reading import by_urgency, found
from desktop.services.leads.records import LeadQuery
from desktop.services.leads.workbook import LeadBook
from desktop.services.tries.reading import due_again, last_tries

_MOST: Final = 12
"""So many a day: a list of hundreds must not hide everything else."""


def _lines(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """Give a line for each who waits for whoever is signed in, or for nobody yet."""
    mine = [
        row
        for row in found(session, LeadQuery(states=("new", "sought", "found")), today)
        if row.facilitator_id in (user, None)
    ]
    waiting = [row for row in by_urgency(mine) if row.state != "found" and row.ask_again]
    for row in waiting[:_MOST]:
        line = f"lead_untried:{row.id}:{row.tried_on}"
        yield about("lead", row, line, "lead_untried", 2, row.tried_on)
    for row in mine:
        if row.state == "found":
            line = f"lead_found:{row.id}:{row.tried_on}"
            yield about("lead", row, line, "lead_found", 1, row.tried_on)
    lines = {row.id: row for row in mine}
    for known, last in last_tries(session, ContactTry, "lead_id", lines).items():
        if due_again(last, today, lines[known].tried_on):
            told = about("lead", lines[known], f"try:{last.id}", "lead_try", 1, last.next_on or "")
            yield replace(told, values={**told.values, "on": last.on})


LEADS: Final = Brought(
    codes=("lead_untried", "lead_found", "lead_try"),
    day=_lines,
    book=LeadBook(),
    more=(LeadResults(),),
)
