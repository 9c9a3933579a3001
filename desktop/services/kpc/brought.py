"""What life-quality activities bring: their workbook; hours that wait, and those near the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about
from desktop.services.kpc.reading import found
from desktop.services.kpc.records import KpcQuery
from desktop.services.kpc.sums import standing
from desktop.services.kpc.workbook import KpcBookOf

NEAR: Final = 0.1
"""What share of a level's hours may lack at most for a learner to be told of as near."""


def _lines(session: Session, _today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each entry whose hours wait, and each learner who is nearly there."""
    for row in found(session, KpcQuery(states=("proposed",))):
        if row.claimed and not row.restricted:
            line = about("kpc_entry", row, f"kpc_waiting:{row.id}", "kpc_waiting", 3)
            yield replace(line, values={**line.values, "who": row.who, "hours": row.claimed})
    for learner_id, level in standing(session):
        left = max(0.0, (level.asked or 0) - level.approved)
        own_left = max(0.0, (level.own_asked or 0) - level.own)
        if not level.asked or left > level.asked * NEAR or not (left or own_left):
            continue
        yield Found(
            f"kpc_near:{learner_id}:{level.level}:{level.approved:g}/{level.own:g}",
            "kpc_near",
            3,
            "",
            learner_id,
            "learning",
            str(learner_id),
            {"approved": level.approved, "asked": level.asked, "left": left, "own_left": own_left},
        )


KPC: Final = Brought(codes=("kpc_near", "kpc_waiting"), day=_lines, book=KpcBookOf())
