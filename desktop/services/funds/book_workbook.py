"""Cash books as a workbook."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table
from desktop.models.funds import FundEntry
from desktop.models.money import baht_text
from desktop.services.funds.book import cash_book
from desktop.services.funds.entries import prepared, written
from desktop.services.funds.line_workbook import LinesBook, LinesQuery, NewLine
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.values import CellWords

_OTHER_HEADINGS: Final = {
    "วัน เดือน ปี": "on", "วันที่": "on", "เลขที่": "number", "เลขที่ใบเสร็จ": "number",
    "รายการ": "entry_kind", "กองทุน": "fund", "ผู้ให้": "party", "รับจาก": "party", "จ่ายให้": "party",
}  # fmt: skip


class CashBookBook(LinesBook):
    """Every line of cash books, month by month, with what was left behind it."""

    what = "cash_book"
    word = "cash"
    model = FundEntry
    kind_field = "entry_kind"
    first_kind = "receipt"
    names = (
        "on",
        "entry_kind",
        "number",
        "details",
        "purpose",
        "amount",
        "resolution",
        "reason",
    )
    after = (Column("left", "คงเหลือ", "Balance", width=16, back=False),)
    aliases = _OTHER_HEADINGS

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        query, words = asked.question(LinesQuery), CellWords(session, asked.language)
        rows = []
        for fund in self.funds(session, query):
            months = cash_book(session, fund.id, "", asked.today, people=True).months
            for month in sorted([query.month] if query.month else months):
                for line in cash_book(session, fund.id, month, asked.today, people=True).lines:
                    entry = session.get_one(FundEntry, line.id)
                    left = {"left": baht_text(line.balance)}
                    rows.append(self.row(words, fund, entry, line.party, left))
        return [Table(self.title(asked.language), self.sheet_columns(), rows, frozen=1)]

    def check_kind(self, kind: str) -> None:
        if kind not in ("receipt", "payment", "opening"):
            raise UserError("fund_kind_by_hand", field=self.kind_field)

    def prepared(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        prepared(session, day, user_name, line.fund_id, line.kind, line.values, kept_elsewhere=True)

    def written(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        written(session, day, user_name, line.fund_id, line.kind, line.values, kept_elsewhere=True)
