"""What competence of the team brings: its workbook; what runs out soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.competences.reading import found
from desktop.services.competences.records import CompetenceQuery
from desktop.services.competences.workbook import CompetenceBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each that ran out, or does within sixty days, and was not renewed."""
    for row in found(session, CompetenceQuery(ask_again=True), today):
        line = f"competence_expires:{row.id}:{row.valid_to}"
        urgency = 2 if row.holds == "expired" else 3
        said = about("competence", row, line, "competence_expires", urgency, row.valid_to)
        yield replace(said, values={**said.values, "kind": row.kind, "holds": row.holds})


COMPETENCES: Final = Brought(codes=("competence_expires",), day=_lines, book=CompetenceBook())
