"""Funds: finding, writing down, opening and closing them, and closing their months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.funds import Fund, FundEntry, FundMonth, GoodsEntry
from desktop.services.funds import reading
from desktop.services.funds.book import entries_of
from desktop.services.funds.entries import written
from desktop.services.funds.lifecycle import FUNDING
from desktop.services.funds.months import (
    closed_months,
    last_day,
    month_of,
    month_open,
    shown_month,
)
from desktop.services.funds.records import FundDetail, FundQuery, FundRow
from desktop.services.funds.sums import balance
from desktop.services.learners.fields import with_villages
from desktop.services.record_values import live, required, set_values
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_FEW = 6


class FundService(SubjectService[Fund, FundQuery, FundRow, FundDetail]):
    """What can be done with funds; only `name` is required of one.

    A move raises `fund_not_empty`, hiding one `fund_in_use`.
    """

    model = Fund
    lifecycle = FUNDING

    def _found(self, session: Session, query: FundQuery | None) -> list[FundRow]:
        return reading.found(session, query or FundQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> FundDetail:
        return reading.fund_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Fund:
        return Fund(name="")

    def _fill(self, session: Session, thing: Fund, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def named(self, text: str) -> tuple[FundRow, ...]:
        """Return the few funds that a part of a name may mean."""
        return self.find(FundQuery(search=text), _FEW)

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[FundRow, ...]:
        """Return the rows of these funds, in Thai order."""
        wanted = set(ids)
        return tuple(row for row in self.find() if row.id in wanted)

    @needs(Right.MONEY)
    def add(self, values: Mapping[str, Any]) -> UUID:
        return super().add(values)

    @needs(Right.MONEY)
    def edit(self, record_id: UUID, values: Mapping[str, Any]) -> None:
        super().edit(record_id, values)

    @needs(Right.MONEY)
    def confirm(self, record_id: UUID, on: str = "") -> None:
        super().confirm(record_id, on)

    @needs(Right.MONEY)
    def move(
        self,
        record_id: UUID,
        code: str,
        facts: Mapping[str, Any] | None = None,
        seen: UUID | None = None,
    ) -> UUID:
        return super().move(record_id, code, facts, seen)

    @needs(Right.MONEY)
    def hide(self, record_ids: Iterable[UUID]) -> None:
        """Hide those that were written down by mistake, and have no entry yet."""
        with self._workspace.write() as session:
            for record_id in record_ids:
                fund = live(session, Fund, record_id)
                if _in_use(session, record_id):
                    raise UserError("fund_in_use")
                fund.deleted = True

    # Closing months

    @needs(Right.MONEY)
    def close_month(
        self, fund_id: UUID, month: str, counted: Any = None, note: str | None = None
    ) -> UUID:
        """Close a month of a fund's book, and return the closing.

        Args:
            month: such as 2026-10; the first open one that is over without it.
            counted: the cash that was counted, in baht, or whole satang as a number.

        Raises:
            UserError: `fund_month_closed_already`, `fund_month_not_over`,
                `fund_month_earlier_first`; as `FundEntryService.count`.
        """
        today = self._workspace.today()
        with self._workspace.write() as session:
            live(session, Fund, fund_id)
            closed = closed_months(session, fund_id)
            first = month_open(session, fund_id, today)
            month = month or first or closed.first_open or month_of(today.isoformat())
            if month <= closed.through:
                raise UserError("fund_month_closed_already", field="month")
            if month >= month_of(today.isoformat()):
                raise UserError("fund_month_not_over", field="month")
            if first and first < month:
                raise UserError("fund_month_earlier_first", field="month", month=shown_month(first))
            inside = entries_of(session, fund_id, month, closed)
            if counted not in (None, ""):
                counting = written(
                    session,
                    today,
                    self._workspace.user.name,
                    fund_id,
                    "count",
                    {"amount": counted},
                )
                counted = counting.amount
            left = balance(session, fund_id, last_day(month))
            closing = ensure(session, FundMonth, fund_id=fund_id, month=month)
            closing.closed_on, closing.balance = today.isoformat(), left
            closing.counted = counted if isinstance(counted, int) else None
            closing.entries, closing.note = [row.id.hex for row in inside], note
            return closing.id

    @needs(Right.MONEY)
    def open_month(self, fund_id: UUID) -> None:
        """Open the month again that was closed last.

        Raises:
            UserError: `fund_month_not_last` where none is closed.
        """
        with self._workspace.write() as session:
            closed = closed_months(session, fund_id)
            if not closed.through:
                raise UserError("fund_month_not_last")
            closed.months[closed.through].deleted = True

    @needs(Right.READ)
    def month_to_close(self, fund_id: UUID) -> str:
        """Return the first month that is over, has entries and is not closed; "" without one."""
        with self._workspace.read() as session:
            return month_open(session, fund_id, self._workspace.today())


def _in_use(session: Session, fund_id: UUID) -> bool:
    entries = select(FundEntry.id).where(
        or_(FundEntry.fund_id == fund_id, FundEntry.to_fund_id == fund_id)
    )
    goods = select(GoodsEntry.id).where(GoodsEntry.fund_id == fund_id)
    return any(session.scalars(each.limit(1)).first() for each in (entries, goods))


def fill(session: Session, fund: Fund, values: Mapping[str, Any]) -> None:
    """Put values onto a fund, inside the caller's transaction."""
    set_values(session, fund, with_villages(session, values))
    required(fund, "name")
    if fund.approval_limit is not None and fund.approval_limit < 0:
        raise UserError("fund_amount", field="approval_limit")
