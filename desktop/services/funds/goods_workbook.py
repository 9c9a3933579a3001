"""Registers of goods as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, Value
from desktop.models.funds import FundEntry, GoodsEntry
from desktop.models.money import baht_text
from desktop.services.funds.goods import (
    Cash,
    check_sale,
    goods_lines,
    prepared_goods,
    written_goods,
    written_sale,
)
from desktop.services.funds.line_workbook import LinesBook, LinesQuery, NewLine
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.values import CellWords

_CASH, _RECEIPT = "cash", "receipt"
_BROUGHT: Final = "receipts that rows of goods bring"
_OTHER_HEADINGS: Final = {
    "วัน เดือน ปี": "on", "วันที่": "on", "เลขที่": "number", "รายการ": "goods_kind", "กองทุน": "fund",
    "สิ่งของ": "item", "พัสดุ": "item", "หน่วย": "unit", "หน่วยนับ": "unit", "ผู้ให้": "party",
    "รับจาก": "party", "จ่ายให้": "party", "ให้แก่": "party",
}  # fmt: skip


class GoodsBookBook(LinesBook):
    """Every line of the registers, with how much was left behind it, never in baht.

    What was sold comes with the cash that came for it, as one event: cash whose receipt stands in
    the cash book already is not written again.
    """

    what = "goods"
    word = "goods"
    model = GoodsEntry
    kind_field = "goods_kind"
    first_kind = "in"
    begins = ("fund", "party", _CASH, _RECEIPT)
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
    after = (
        Column("left", "คงเหลือ", "Left in store", "number", back=False),
        Column(_CASH, "ได้เงิน", "Cash that came", width=16, back=False),
        Column(_RECEIPT, "เลขที่ใบเสร็จ", "Receipt", width=16, back=False),
    )
    aliases = _OTHER_HEADINGS

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
                paid = session.get(FundEntry, entry.entry_id) if entry.entry_id else None
                receipt = paid.number if paid is not None else None
                told: dict[str, Value] = {"left": line.left, _CASH: cash, _RECEIPT: receipt}
                rows.append(self.row(words, fund, entry, line.party, told))
        return [Table(self.title(asked.language), self.sheet_columns(), rows, frozen=1)]

    def check_kind(self, kind: str) -> None:
        if kind not in ("in", "out", "spoiled", "sold"):
            raise UserError("goods_kind_by_hand", field=self.kind_field)

    def prepared(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        values, cash = _parted(line)
        if cash is None:
            prepared_goods(session, day, line.fund_id, line.kind, values, kept_elsewhere=True)
            return
        with _said_of_cash():
            check_sale(session, day, user_name, line.fund_id, cash, values)
        # No other row of this file may bring the same cash.
        brought = session.info.setdefault(_BROUGHT, set())
        if (line.fund_id, cash.receipt) in brought:
            raise UserError("fund_number_used", field=_RECEIPT, number=cash.receipt)
        if cash.receipt:
            brought.add((line.fund_id, cash.receipt))

    def written(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        values, cash = _parted(line)
        if cash is None:
            written_goods(session, day, line.fund_id, line.kind, values, kept_elsewhere=True)
            return
        fund = line.fund_id
        written_sale(session, day, user_name, fund, cash, values, kept_elsewhere=True)


def _parted(line: NewLine) -> tuple[dict[str, Any], Cash | None]:
    """What a row says of goods, and the cash that came where they were sold.

    Raises:
        UserError: `field_missing` of a sale without cash, `goods_cash_not_sold`.
    """
    values = dict(line.values)
    amount, receipt = values.pop(_CASH, None), str(values.pop(_RECEIPT, None) or "").strip()
    if line.kind == "sold":
        if not amount:
            raise UserError("field_missing", field=_CASH, kind=GoodsEntry.kind)
        return values, Cash(amount, receipt)
    if amount or receipt:
        raise UserError("goods_cash_not_sold", field=_CASH if amount else _RECEIPT)
    return values, None


@contextmanager
def _said_of_cash() -> Iterator[None]:
    """Let what is wrong with the amount be told of the column that it stands in."""
    try:
        yield
    except UserError as error:
        if error.values.get("field") != "amount":
            raise
        raise UserError(error.code, **{**error.values, "field": _CASH}) from None
