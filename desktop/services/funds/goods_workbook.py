"""Registers of goods as a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, Value
from desktop.models.funds import GoodsEntry
from desktop.models.money import baht_text
from desktop.services.funds.goods import goods_lines, prepared_goods, written_goods
from desktop.services.funds.line_workbook import LinesBook, LinesQuery, NewLine
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.values import CellWords

_OTHER_HEADINGS: Final = {
    "วัน เดือน ปี": "on", "วันที่": "on", "เลขที่": "number", "รายการ": "goods_kind", "กองทุน": "fund",
    "สิ่งของ": "item", "พัสดุ": "item", "หน่วย": "unit", "หน่วยนับ": "unit", "ผู้ให้": "party",
    "รับจาก": "party", "จ่ายให้": "party", "ให้แก่": "party",
}  # fmt: skip


class GoodsBookBook(LinesBook):
    """Every line of the registers, with how much was left behind it, never in baht.

    What was sold is told with the cash that came, and is written in the program: it stands in the
    cash book too.
    """

    what = "goods"
    word = "goods"
    model = GoodsEntry
    kind_field = "goods_kind"
    first_kind = "in"
    names = (
        "on",
        "goods_kind",
        "number",
        "item",
        "quantity",
        "unit",
        "details",
        "purpose",
        "estimated_value",
        "reason",
    )

    def after(self) -> tuple[Column, ...]:
        return (
            Column("left", "คงเหลือ", "Left in store", "number", back=False),
            Column("cash", "ได้เงิน", "Cash that came", width=16, back=False),
        )

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        query, words = asked.question(LinesQuery), CellWords(session, asked.language)
        rows = []
        for fund in self.funds(session, query):
            for line in goods_lines(session, fund.id, people=True):
                if not line.on.startswith(query.month):
                    continue
                cash = baht_text(line.cash) if line.cash is not None else ""
                entry = session.get_one(GoodsEntry, line.id)
                told: dict[str, Value] = {"left": line.left, "cash": cash}
                rows.append(self.row(words, fund, entry, line.party, told))
        return [Table(self.title(asked.language), self.sheet_columns(), rows, frozen=1)]

    def check_kind(self, kind: str) -> None:
        if kind not in ("in", "out", "spoiled"):
            raise UserError("goods_kind_by_hand", field=self.kind_field)

    def prepared(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        prepared_goods(session, day, line.fund_id, line.kind, line.values, kept_elsewhere=True)

    def written(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        written_goods(session, day, line.fund_id, line.kind, line.values, kept_elsewhere=True)
