"""The cash book of a fund: what comes in and goes out is written once, and taken back by a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.funds import FundEntry
from desktop.services.funds.book import cash_book
from desktop.services.funds.given import Given, Known, given_to
from desktop.services.funds.guards import (
    check_approval,
    check_balance,
    check_days,
    check_purpose,
    open_fund,
    taken_back,
)
from desktop.services.funds.numbers import SERIES, next_number, number_used
from desktop.services.funds.parties import (
    Party,
    check_people,
    known_parties,
    put_helped,
    put_party,
)
from desktop.services.funds.records import CashBook
from desktop.services.record_values import required, set_values
from desktop.services.rights import Right, may, needs
from desktop.services.workspace import Workspace

_BY_RULE: Final = ("entry_kind", "to_fund_id")
_OF_GIFT: Final = (*_BY_RULE, "approved_by_id", "approval")
_NO_RULE: Final = frozenset({"opening", "count"})


class FundEntryService:
    """Writes and reads cash books; each method is one transaction.

    Values are given by field name as a person writes them; `party` is the id of a partner or a
    person, or a name. `on` is today and `number` the next one unless they are given. All raise
    UserError `record_unknown`, `fund_not_open`, `date_ahead`, `fund_month_closed`, `fund_amount`,
    `fund_number_used`, `fund_party_unclear`, and the codes of `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def book(self, fund_id: UUID, month: str = "") -> CashBook:
        """Return a month of a fund's cash book, the latest without one.

        Whoever may not write sees amounts and balances, and nobody's name.
        """
        people = may(self._workspace, Right.WRITE)
        with self._workspace.read() as session:
            return cash_book(session, fund_id, month, self._workspace.today(), people=people)

    @needs(Right.WRITE)
    def parties(self) -> tuple[Party, ...]:
        """Return every partner and person, called so that each is told from the others."""
        with self._workspace.read() as session:
            return known_parties(session)

    @needs(Right.READ)
    def given_to(self, learner_id: UUID) -> tuple[Given, ...]:
        """Return what was paid and given for a learner; nothing for whoever only reads.

        Amounts are told to whoever handles money, and of the gifts that one received oneself.
        """
        with self._workspace.read() as session:
            user = self._workspace.user.user_id
            return given_to(session, learner_id, user, known(self._workspace))

    @needs(Right.WRITE)
    def receive(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down money that came, against a receipt.

        Raises:
            UserError: `fund_against_purpose` besides.
        """
        return self._write(fund_id, "receipt", values, _OF_GIFT)

    @needs(Right.MONEY)
    def pay(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down money that was paid.

        Raises:
            UserError: `fund_against_purpose`, `fund_over_balance` without a `reason`,
                `fund_approver_missing`, `fund_payer_approves` besides.
        """
        return self._write(fund_id, "payment", values)

    @needs(Right.MONEY)
    def transfer(self, fund_id: UUID, to_fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Move money to another fund, as one line of both books.

        Raises:
            UserError: as `pay`; `fund_same`.
        """
        return self._write(fund_id, "transfer", values, to_fund_id=to_fund_id)

    @needs(Right.MONEY)
    def begin_with(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down what was in the fund when its book was begun here."""
        return self._write(fund_id, "opening", values, _OF_GIFT)

    @needs(Right.MONEY)
    def count(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down the cash that was counted; what it differs by is shown, and nothing moved."""
        return self._write(fund_id, "count", values, _OF_GIFT)

    @needs(Right.MONEY)
    def reverse(self, entry_id: UUID, reason: str) -> UUID:
        """Take an entry back by a further one under today, and return that.

        Money that was moved is taken back in both books, goods that were sold come back.

        Raises:
            UserError: `field_missing` without a reason, `fund_entry_taken_back`.
        """
        with self._workspace.write() as session:
            return taken_back(session, FundEntry, entry_id, reason, self._workspace.today())

    def _write(
        self,
        fund_id: UUID,
        kind: str,
        values: Mapping[str, Any],
        not_taken: tuple[str, ...] = _BY_RULE,
        to_fund_id: UUID | None = None,
    ) -> UUID:
        with self._workspace.write() as session:
            today, name = self._workspace.today(), self._workspace.user.name
            made = written(session, today, name, fund_id, kind, values, not_taken, to_fund_id)
            return made.id


def known(workspace: Workspace) -> Known:
    """Return of whose lines whoever is signed in may know all."""
    return "all" if may(workspace, Right.MONEY) else "own"


def prepared(
    session: Session,
    today: date,
    user_name: str,
    fund_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    not_taken: tuple[str, ...] = _BY_RULE,
    to_fund_id: UUID | None = None,
    *,
    kept_elsewhere: bool = False,
) -> FundEntry:
    """Return an entry that is checked, in no session yet; see `FundEntryService`.

    `kept_elsewhere`: it stands in another book already, so that it is taken in above the balance
    too, which the day then tells.
    """
    fund = open_fund(session, fund_id)
    entry = FundEntry(
        fund_id=fund_id, entry_kind=kind, on=today.isoformat(), amount=0, to_fund_id=to_fund_id
    )
    set_values(session, entry, values, *not_taken)
    required(entry, "on")
    if entry.amount < (0 if kind == "count" else 1):
        raise UserError("fund_amount", field="amount")
    funds = (fund_id,) if to_fund_id is None else (fund_id, to_fund_id)
    check_days(session, entry, today, *funds)
    if to_fund_id is not None:
        if to_fund_id == fund_id:
            raise UserError("fund_same", field="to_fund_id")
        open_fund(session, to_fund_id)
    if kind not in _NO_RULE:
        check_purpose(fund, entry)
    check_people(session, entry)
    put_helped(session, entry)
    if kind in ("payment", "transfer"):
        check_approval(session, fund, entry, user_name)
        if not kept_elsewhere:
            check_balance(session, entry)
    entry.number = (entry.number or "").strip() or None
    of_kind = FundEntry.entry_kind == kind
    if entry.number and number_used(session, FundEntry, fund_id, of_kind, entry.number):
        raise UserError("fund_number_used", field="number", number=entry.number)
    entry.effect = _EFFECTS[kind] * entry.amount
    return entry


def written(
    session: Session,
    today: date,
    user_name: str,
    fund_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    not_taken: tuple[str, ...] = _BY_RULE,
    to_fund_id: UUID | None = None,
    *,
    kept_elsewhere: bool = False,
) -> FundEntry:
    """Write an entry inside the caller's transaction; see `prepared`."""
    given = dict(values)
    party = given.pop("party", None)
    entry = prepared(
        session,
        today,
        user_name,
        fund_id,
        kind,
        given,
        not_taken,
        to_fund_id,
        kept_elsewhere=kept_elsewhere,
    )
    put_party(session, entry, party)
    if entry.number is None and kind in SERIES:
        entry.number = next_number(session, SERIES[kind], entry.on)
    session.add(entry)
    session.flush()
    return entry


_EFFECTS: Final = {"receipt": 1, "opening": 1, "payment": -1, "transfer": -1, "count": 0}
