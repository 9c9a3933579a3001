"""What local curricula bring: their workbook; which have waited long for their next step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.curricula.reading import found
from desktop.services.curricula.records import CurriculumQuery
from desktop.services.curricula.workbook import CurriculumBook


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each that waits to be tried, adopted, or to give way to a newer version."""
    for row in found(session, CurriculumQuery(ask_again=True), today):
        code = f"curriculum_{row.waits}"
        line = f"{code}:{row.id}:{row.confirmed_on}"
        yield about("curriculum", row, line, code, 3, row.confirmed_on)


CURRICULA: Final = Brought(
    codes=("curriculum_try", "curriculum_adopt", "curriculum_newer"),
    day=_lines,
    book=CurriculumBook(),
)
