"""Finding funds, and one of them whole."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.models.funds import Fund
from desktop.models.moves import state_of
from desktop.models.partners import Partner
from desktop.models.search import key_of
from desktop.services.details import Stands, asked_for, empty_of, stands, told_of
from desktop.services.funds.lifecycle import FUNDING
from desktop.services.funds.records import FundDetail, FundQuery, FundRow
from desktop.services.funds.sums import by_purpose, closed_through, counted_on, parts, stock
from desktop.services.record_values import live

WORTH_ASKING: Final = ("owner_kind", "fund_kind", "purpose", "signatories", "approval_limit")


def found(session: Session, query: FundQuery, today: date) -> list[FundRow]:
    """Return the rows of the funds that a question finds, in Thai order."""
    rows = _Rows(session)
    told = [
        rows.row(fund, how)
        for fund, how in asked_for(session, _narrowed(query), Fund, query, today)
    ]
    return [row for row in told if row.below_zero or not query.below_zero]


def _narrowed(query: FundQuery) -> Select[Any]:
    wanted = select(Fund).where(Fund.deleted.is_(False))
    for term in filter(None, map(key_of, query.search.split())):
        wanted = wanted.where(Fund.search_key.contains(term, autoescape=True))
    if query.owners:
        wanted = wanted.where(Fund.owner_kind.in_(query.owners))
    return wanted.order_by(Fund.sort_key, Fund.id)


class _Rows:
    """Makes rows over sums that are asked for once, of all funds or of one."""

    def __init__(self, session: Session, fund_id: UUID | None = None) -> None:
        self._sums = by_purpose(session, fund_id)
        self._counted = counted_on(session)
        self._closed = closed_through(session)
        owners = select(Partner.id, Partner.name).join(Fund, Fund.partner_id == Partner.id)
        self._partners: dict[UUID, str] = dict(session.execute(owners).all())

    def row(self, fund: Fund, how: Stands) -> FundRow:
        sums = self._sums.get(fund.id, {})
        return FundRow(
            **how,
            name=fund.name,
            owner_kind=fund.owner_kind or "",
            owner=self._owner(fund),
            balance=sum(sums.values()),
            parts=parts(sums),
            counted_on=self._counted.get(fund.id, ""),
            closed_through=self._closed.get(fund.id, ""),
        )

    def _owner(self, fund: Fund) -> str:
        partner = self._partners.get(fund.partner_id, "") if fund.partner_id is not None else ""
        return partner or fund.owner_name or ""


def fund_row(session: Session, fund: Fund, today: date) -> FundRow:
    """Return the line of one fund."""
    return _Rows(session, fund.id).row(fund, stands(fund, state_of(session, fund), today))


def fund_detail(session: Session, fund_id: UUID, today: date) -> FundDetail:
    """Return a fund whole; UserError `record_unknown`."""
    fund = live(session, Fund, fund_id)
    told = told_of(session, FUNDING, fund, state_of(session, fund))
    return FundDetail(
        row=fund_row(session, fund, today),
        goods=tuple(stock(session, fund.id)),
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful={},
        **told,
    )
