"""Funds as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.funds import Fund
from desktop.models.money import baht_text
from desktop.services.funds.reading import found
from desktop.services.funds.records import FundQuery, FundRow
from desktop.services.funds.service import fill
from desktop.services.funds.sums import balance
from desktop.services.roles import Right
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = ("ชื่อ", "กองทุน", "name")


class FundBook(SubjectBook):
    """The list of funds, with what is in each."""

    what = "funds"
    word = "fund"
    model = Fund
    asks = FundQuery
    find = staticmethod(found)
    identity = ("name",)
    right = Right.MONEY
    left_out = frozenset({"partner_id", "signatories"})
    after = (Column("balance", "ยอดคงเหลือ", "Balance", width=16, back=False),)
    aliases = dict.fromkeys(_OTHER_HEADINGS, "name")

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        return {each: {"name": session.get_one(Fund, each).name} for each in ids}

    def more(self, session: Session, record: Fund, row: FundRow) -> Mapping[str, Value]:
        del row
        return {"balance": baht_text(balance(session, record.id))}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        fund = record if isinstance(record, Fund) else Fund(name="")
        fill(session, fund, values)
        session.add(fund)
