"""A month of a fund's cash book as it reads on paper: what came and went, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.funds import Fund
from desktop.models.owners import steps
from desktop.models.partners import Partner
from desktop.services.funds.months import (
    Closed,
    closed_months,
    last_day,
    late_ids,
    month_of,
)
from desktop.services.funds.reading import fund_row
from desktop.services.funds.records import BookLine, CashBook
from desktop.services.funds.sums import ENTRY, balance, taken_back
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import live

_TOLD: Final = (
    "id", "fund_id", "to_fund_id", "entry_kind", "on", "number", "purpose", "details", "party_id",
    "partner_id", "anonymous", "amount", "effect", "reverses_id", "happened_on", "reason",
    "first_stamp",
)  # fmt: skip


def cash_book(
    session: Session, fund_id: UUID, month: str, today: date, *, people: bool
) -> CashBook:
    """Return a month of a fund's book; the latest without one.

    Args:
        people: with the names and the words that may tell of somebody.

    Raises:
        UserError: `record_unknown`.
    """
    fund = live(session, Fund, fund_id)
    closed = closed_months(session, fund_id)
    months = _months(session, fund_id, closed, today)
    month = month or months[0]
    rows = entries_of(session, fund_id, month, closed)
    late = late_ids(session, fund_id, closed) if month == closed.first_open else set()
    effects = [_effect(row, fund_id) for row in rows]
    record = closed.months.get(month)
    if record is not None:
        carried = record.balance - sum(effects)
    else:
        before = balance(session, fund_id, last_day(month)) - sum(effects)
        carried = before
    lines = _Lines(session, fund_id, rows, people=people).lines(carried, late)
    row = fund_row(session, fund, today)
    return CashBook(
        fund=row,
        month=month,
        months=months,
        closed_on=record.closed_on if record is not None else "",
        carried=carried,
        lines=lines,
        received=sum(each for each in effects if each > 0),
        paid=-sum(each for each in effects if each < 0),
        balance=carried + sum(effects),
        now=row.balance,
    )


def _months(session: Session, fund_id: UUID, closed: Closed, today: date) -> tuple[str, ...]:
    month = func.substr(ENTRY.on, 1, 7)
    wanted = select(month).where(_in(fund_id), ENTRY.deleted.is_(False)).group_by(month)
    found = {*session.scalars(wanted), *closed.months, month_of(today.isoformat())}
    if closed.first_open:
        found.add(min(closed.first_open, month_of(today.isoformat())))
    return tuple(sorted(found, reverse=True))


def _in(fund_id: UUID) -> Any:
    return or_(ENTRY.fund_id == fund_id, ENTRY.to_fund_id == fund_id)


def _effect(row: Any, fund_id: UUID) -> int:
    effect: int = row.effect
    return effect if row.fund_id == fund_id else -effect


def entries_of(session: Session, fund_id: UUID, month: str, closed: Closed) -> list[Any]:
    """Return the rows that stand in a month: of a closed one those that it was closed with."""
    wanted = _wanted().order_by(ENTRY.on, ENTRY.first_stamp)
    if month <= closed.through:
        return _by_ids(
            session, [each for each in closed.stands_in if closed.stands_in[each] == month]
        )
    inside = ENTRY.on.between(month, last_day(month))
    rows = list(session.execute(wanted.where(_in(fund_id), inside)))
    if month == closed.first_open:
        late = late_ids(session, fund_id, closed)
        rows = [*_by_ids(session, [each.hex for each in late]), *rows]
    return rows


def _wanted() -> Select[Any]:
    return select(*(ENTRY[name] for name in _TOLD)).where(ENTRY.deleted.is_(False))


def _by_ids(session: Session, ids: Sequence[str]) -> list[Any]:
    wanted = _wanted()
    found: list[Any] = []
    for step in steps([UUID(each) for each in ids]):
        found += session.execute(wanted.where(ENTRY.id.in_(step)))
    return sorted(found, key=lambda row: (row.on, row.first_stamp))


class _Lines:
    """Puts names to the rows of a month."""

    def __init__(
        self, session: Session, fund_id: UUID, rows: Sequence[Any], *, people: bool
    ) -> None:
        self._fund_id, self._rows, self._people = fund_id, rows, people
        self._taken_back = taken_back(session, ENTRY, [row.id for row in rows])
        backs = [row.reverses_id for row in rows if row.reverses_id is not None]
        self._numbers = {
            row.id: row.number or row.on
            for step in steps(backs)
            for row in session.execute(
                select(ENTRY.id, ENTRY.number, ENTRY.on).where(ENTRY.id.in_(step))
            )
        }
        funds = {each for row in rows for each in (row.fund_id, row.to_fund_id) if each}
        others = select(Fund.id, Fund.name).where(Fund.id.in_(funds - {fund_id}))
        self._funds: dict[UUID, str] = dict(session.execute(others).all())
        self._names: dict[UUID, str] = {}
        if people:
            persons = {row.party_id for row in rows if row.party_id is not None}
            self._names = {each.id: each.full_name for each in person_rows(session, [*persons])}
            partners = {row.partner_id for row in rows if row.partner_id is not None}
            named = select(Partner.id, Partner.name).where(Partner.id.in_(partners))
            self._names.update((known, name) for known, name in session.execute(named))

    def lines(self, carried: int, late: set[UUID]) -> tuple[BookLine, ...]:
        """Return the lines with what is left behind each."""
        left, lines = carried, []
        for row in self._rows:
            effect = _effect(row, self._fund_id)
            left += effect
            lines.append(self._line(row, effect, left, row.id in late))
        return tuple(lines)

    def _line(self, row: Any, effect: int, left: int, late: bool) -> BookLine:
        names = (self._names.get(each, "") for each in (row.party_id, row.partner_id))
        other = row.to_fund_id if row.fund_id == self._fund_id else row.fund_id
        counted = row.entry_kind == "count"
        return BookLine(
            id=row.id,
            entry_kind=row.entry_kind,
            on=row.on,
            number=row.number or "",
            purpose=row.purpose or "",
            details=(row.details or "") if self._people else "",
            party=next(filter(None, names), ""),
            anonymous=row.anonymous,
            other_fund=self._funds.get(other, "") if other else "",
            amount=row.amount,
            effect=effect,
            balance=left,
            late=late,
            taken_back=row.id in self._taken_back,
            takes_back=self._numbers.get(row.reverses_id, "") if row.reverses_id else "",
            difference=row.amount - left if counted else None,
            happened_on=row.happened_on or "",
            reason=(row.reason or "") if self._people else "",
        )
