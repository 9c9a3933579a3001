"""What must be so of an entry before it is written into a book."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.funds import Fund, FundEntry, TakenBack
from desktop.models.money import baht_text
from desktop.models.moves import state_of
from desktop.models.names import split_name
from desktop.models.persons import Person
from desktop.services.funds.months import month_of, shown_month
from desktop.services.funds.sums import available, by_purpose, closed_through
from desktop.services.record_values import live


def open_fund(session: Session, fund_id: UUID) -> Fund:
    """Return a fund that money comes into and goes out of.

    Raises:
        UserError: `record_unknown`, `fund_not_open`.
    """
    fund = live(session, Fund, fund_id)
    if state_of(session, fund) != "active":
        raise UserError("fund_not_open")
    return fund


def taken_back(
    session: Session, cls: type[TakenBack], entry_id: UUID, reason: str, today: date
) -> UUID:
    """Take an entry of an open fund back under today, and return what does so.

    Raises:
        UserError: `field_missing` without a reason, `fund_entry_taken_back`; as `open_fund`.
    """
    if not reason.strip():
        raise UserError("field_missing", field="reason", kind=cls.kind)
    entry = live(session, cls, entry_id)
    open_fund(session, entry.fund_id)
    made = entry.take_back(session, today.isoformat(), reason=reason.strip())
    if made is None:
        raise UserError("fund_entry_taken_back")
    return made.id


def check_days(session: Session, entry: TakenBack, today: date, *funds: UUID) -> None:
    """Refuse a day that lies ahead, or in a month that one of these funds has closed.

    Raises:
        UserError: `date_ahead`, `fund_month_closed`.
    """
    for name in ("on", "happened_on"):
        if (value := getattr(entry, name)) and value > today.isoformat():
            raise UserError("date_ahead", field=name, value=value)
    closed = closed_through(session)
    month = month_of(entry.on)
    if any(month <= closed.get(each, "") for each in funds):
        raise UserError("fund_month_closed", field="on", month=shown_month(month))


def check_purpose(fund: Fund, entry: TakenBack) -> None:
    """Refuse what a fund may not be paid for.

    Raises:
        UserError: `fund_against_purpose`.
    """
    if fund.purposes and entry.purpose not in fund.purposes:
        raise UserError("fund_against_purpose", field="purpose")


def check_balance(session: Session, entry: FundEntry) -> None:
    """Warn of a payment above what there is for it, then and now; a reason confirms it.

    Other laptops may have received what is not known here yet.

    Raises:
        UserError: `fund_over_balance`, with `available`.
    """
    if entry.reason:
        return
    left = min(
        available(sums.get(entry.fund_id, {}), entry.purpose or "")
        for sums in (by_purpose(session, entry.fund_id, until) for until in (entry.on, ""))
    )
    if entry.amount > left:
        raise UserError("fund_over_balance", field="reason", available=baht_text(max(left, 0)))


def check_approval(session: Session, fund: Fund, entry: FundEntry, user_name: str) -> None:
    """Above the limit of its fund somebody else than the payer approves, on paper.

    Raises:
        UserError: `fund_approver_missing`, `fund_payer_approves`.
    """
    limit = fund.approval_limit
    if limit is not None and entry.amount > limit and not (entry.approved_by_id and entry.approval):
        missing = "approval" if entry.approved_by_id else "approved_by_id"
        raise UserError("fund_approver_missing", field=missing, limit=baht_text(limit))
    if entry.approved_by_id is None:
        return
    approver = live(session, Person, entry.approved_by_id)
    user = split_name(user_name)
    same_name = (user.given, user.surname) == (approver.given, approver.surname or "")
    if entry.approved_by_id == entry.by_id or same_name:
        raise UserError("fund_payer_approves", field="approved_by_id")
