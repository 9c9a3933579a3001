"""What evidence brings: its workbook; what nobody looked at yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.evidence.reading import found
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.evidence.workbook import EvidenceBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each piece of evidence that waits for somebody."""
    for row in found(session, EvidenceQuery(states=("waiting",)), today):
        line = about("evidence", row, f"evidence_waiting:{row.id}", "evidence_waiting", 3)
        yield replace(line, values={**line.values, "who": row.who, "shows": row.shows})


EVIDENCE: Final = Brought(codes=("evidence_waiting",), day=_lines, book=EvidenceBook())
