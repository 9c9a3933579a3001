"""Cash books as a workbook: every line goes out; a line of a number not known yet comes in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, Value, named
from desktop.models.base import SyncedRecord, from_milliseconds
from desktop.models.capture import Editing
from desktop.models.dates import PartialDate
from desktop.models.fields import fields_of
from desktop.models.funds import Fund, FundEntry
from desktop.models.money import baht_text
from desktop.models.program import User
from desktop.models.search import key_of
from desktop.services.funds.book import cash_book
from desktop.services.funds.entries import prepared, written
from desktop.services.funds.records import BookLine
from desktop.services.roles import Right
from desktop.services.workbooks.declared import Asked, Book, field_columns
from desktop.services.workbooks.values import CellWords
from resources.clock import thai_day, today

_FIELDS: Final = (
    "on",
    "entry_kind",
    "number",
    "details",
    "purpose",
    "amount",
    "resolution",
    "reason",
)
_COMES_IN: Final = frozenset({"receipt", "payment", "opening"})
_OTHER_HEADINGS: Final = {
    "วัน เดือน ปี": "on", "วันที่": "on", "เลขที่": "number", "เลขที่ใบเสร็จ": "number",
    "รายการ": "entry_kind", "กองทุน": "fund", "ผู้ให้": "party", "รับจาก": "party", "จ่ายให้": "party",
}  # fmt: skip


@dataclass(frozen=True)
class LinesQuery:
    """Which lines are wanted: of a fund and a month, of all without."""

    fund_id: UUID | None = None
    month: str = ""


class CashBookBook(Book):
    """Lines stay as they were written: a row of a known number changes nothing and adds nothing."""

    what = "cash_book"
    word = "cash"
    model = FundEntry
    asks = LinesQuery
    identity = ("number",)
    may_lack = frozenset({"number"})
    begins = ("fund", "party")
    right = Right.MONEY

    def columns(self) -> tuple[Column, ...]:
        return (
            named(FundEntry.kind, "fund_id", key="fund", width=28, back=False),
            *field_columns(FundEntry, _FIELDS),
            Column("party", "รับจาก / จ่ายให้", "From / to", width=28, back=False),
            Column("left", "คงเหลือ", "Balance", width=16, back=False),
        )

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def kept(self, key: str, text: str) -> str:
        return "" if key == "left" else super().kept(key, text)

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        wanted = select(FundEntry).where(FundEntry.deleted.is_(False))
        return {each.id: each for each in session.scalars(wanted)}

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        return {each: {"number": session.get_one(FundEntry, each).number or ""} for each in ids}

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        query, words = asked.question(LinesQuery), CellWords(session, asked.language)
        funds = select(Fund).where(Fund.deleted.is_(False)).order_by(Fund.sort_key, Fund.id)
        if query.fund_id is not None:
            funds = funds.where(Fund.id == query.fund_id)
        rows = []
        for fund in session.scalars(funds).all():
            months = cash_book(session, fund.id, "", asked.today, people=True).months
            for month in sorted([query.month] if query.month else months):
                book = cash_book(session, fund.id, month, asked.today, people=True)
                rows += [self._row(session, words, fund, each) for each in book.lines]
        return [Table(self.title(asked.language), self.sheet_columns(), rows, frozen=1)]

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        raise UserError("fund_entry_stays", field=min(values))

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        fund_id, kind, given = _given(session, values)
        prepared(session, today(), "", fund_id, kind, given, kept_elsewhere=True)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        if record is not None:
            raise UserError("fund_entry_stays", field=min(values))
        editing: Editing = session.info["editing"]
        user = session.get(User, editing.author) if editing.author is not None else None
        fund_id, kind, given = _given(session, values)
        given["party"] = values.get("party")
        name = user.name if user is not None else ""
        written(session, _day(editing), name, fund_id, kind, given, kept_elsewhere=True)

    def _row(self, session: Session, words: CellWords, fund: Fund, line: BookLine) -> list[Value]:
        entry, fields = session.get_one(FundEntry, line.id), fields_of(FundEntry)
        value: dict[str, Value] = {
            name: words.value(fields[name], getattr(entry, name)) for name in _FIELDS
        }
        unnamed = "ไม่ประสงค์ออกนาม" if line.anonymous else ""
        told = {"fund": fund.name, "party": line.party or unnamed, "left": baht_text(line.balance)}
        return self.line(line.id, {**value, "on": PartialDate.from_iso(line.on), **told})


def _day(editing: Editing) -> date:
    return thai_day(from_milliseconds(editing.now_ms))


def _given(session: Session, values: Mapping[str, Any]) -> tuple[UUID, str, dict[str, Any]]:
    """The fund and the kind of a new line, and what else is said of it."""
    given = {name: each for name, each in values.items() if name not in ("fund", "party")}
    kind = str(given.pop("entry_kind", None) or "receipt")
    if kind not in _COMES_IN:
        raise UserError("fund_kind_by_hand", field="entry_kind")
    if kept := given.pop("note", None):
        given["reason"] = "\n".join(filter(None, (given.get("reason"), kept)))
    name = key_of(str(values.get("fund") or ""))
    known = session.scalars(select(Fund).where(Fund.deleted.is_(False))).all()
    found = [each.id for each in known if not name or key_of(each.name) == name]
    if len(found) != 1:
        raise UserError("fund_unknown", field="fund")
    return found[0], kind, given
