"""Matches as a workbook, which only goes out: how one stands is told by moves, not by a table."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value, named
from desktop.models.dates import PartialDate
from desktop.models.needs import Match
from desktop.models.restriction import restricted_ids
from desktop.services.matches.reading import found
from desktop.services.matches.records import MatchQuery
from desktop.services.workbooks.declared import Asked, Export
from desktop.services.workbooks.values import CellWords

_COLUMNS: Final = (
    Column("name", "ขออะไร", "What is needed", width=28),
    Column("who", "ใครขอ", "Who asks", width=28),
    Column("giver", "ใครให้", "Who gives", width=28),
    named(Match.kind, "assistance", "text"),
    Column("agreed", "ตกลง", "Agreed", "number"),
    Column("delivered", "ส่งแล้ว", "Delivered", "number"),
    Column("confirmed", "ผู้รับยืนยัน", "Confirmed", "number"),
    named(Match.kind, "unit", "text"),
    named(Match.kind, "due_on", "date"),
    Column("state", "สถานะ", "State", width=24),
)


class MatchExport(Export):
    """Every match; of whoever's record may not be used now none."""

    what = "matches"
    model = Match
    asks = MatchQuery

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        words, held = CellWords(session, asked.language), restricted_ids(session)
        kinds, units, states = (
            words.lookup.vocabulary(name) for name in ("assistance", "need_units", "match_states")
        )
        language = asked.language
        rows = found(session, asked.question(MatchQuery), asked.today)
        lines: list[list[Value]] = [
            [
                row.name,
                row.who,
                row.giver,
                kinds.label(row.kind, language) if row.kind else "",
                row.agreed,
                row.delivered,
                row.confirmed,
                units.worded(row.unit, language) if row.unit else "",
                PartialDate.from_iso(row.due_on) if row.due_on else "",
                states.label(row.state, language),
            ]
            for row in rows
            if row.learner_id not in held
        ]
        return [
            Table(self.title(language), _COLUMNS, lines, frozen=1, kept_in=len(rows) - len(lines))
        ]
