"""The register of goods: what came, was given out, spoiled or sold, each in its own unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.funds import FundEntry, GoodsEntry, stock_key
from desktop.models.money import baht_text
from desktop.models.partners import Partner
from desktop.services.funds.entries import prepared as prepared_money
from desktop.services.funds.entries import written as write_money
from desktop.services.funds.guards import check_days, open_fund, taken_back
from desktop.services.funds.numbers import GOODS_SERIES, next_number, number_used
from desktop.services.funds.parties import check_people, put_helped, put_party
from desktop.services.funds.sums import ENTRY, GOODS, Stock, stock
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import read_value, required, set_values
from desktop.services.rights import Right, may, needs
from desktop.services.workspace import Workspace

_EFFECTS: Final = {"in": 1, "out": -1, "spoiled": -1, "sold": -1}
_DECIMALS: Final = 3
_TOLD: Final = (
    "id", "goods_kind", "on", "number", "item", "unit", "quantity", "effect", "purpose", "details",
    "party_id", "partner_id", "anonymous", "estimated_value", "valued_by_id", "entry_id",
    "reverses_id", "reason", "search_key",
)  # fmt: skip
_FOR_MONEY: Final = ("on", "purpose", "details", "happened_on", "party")
"""What the cash that comes for goods says as they do."""


@dataclass(frozen=True)
class GoodsLine:
    """A line of the register.

    Attributes:
        effect: what it adds to the store.
        left: how much of it there is behind this line.
        party: from whom, or to whom; "" for whoever may not know.
        estimated_value: satang that somebody thought it worth; it is no money.
        cash: satang that came for what was sold.
        taken_back: a later line takes it back.
    """

    id: UUID
    goods_kind: str
    on: str
    number: str
    item: str
    unit: str
    quantity: float
    effect: float
    left: float
    purpose: str
    details: str
    party: str
    anonymous: bool
    estimated_value: int | None
    valued_by: str
    cash: int | None
    taken_back: bool
    reason: str


@dataclass(frozen=True)
class GoodsBook:
    """The register of a fund, the latest line first, and what is in store."""

    lines: tuple[GoodsLine, ...]
    stock: tuple[Stock, ...]


@dataclass(frozen=True)
class Cash:
    """The cash that came for goods.

    Attributes:
        amount: in baht, as text.
        receipt: its number in the cash book; the next one where it has none yet.
    """

    amount: Any
    receipt: str = ""


class GoodsService:
    """Writes and reads registers of goods; each method is one transaction.

    Values are given as `FundEntryService` takes them; `item`, `quantity` and `unit` are needed.
    All raise UserError as that does, and `goods_quantity`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def book(self, fund_id: UUID) -> GoodsBook:
        """Return the register of a fund; without names for whoever may not write."""
        people = may(self._workspace, Right.WRITE)
        with self._workspace.read() as session:
            return GoodsBook(
                lines=tuple(reversed(goods_lines(session, fund_id, people=people))),
                stock=tuple(stock(session, fund_id)),
            )

    @needs(Right.WRITE)
    def receive(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down goods that came, against a receipt."""
        return self._write(fund_id, "in", values)

    @needs(Right.MONEY)
    def give(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down goods that were given out.

        Raises:
            UserError: `goods_not_there` besides, without a `reason`.
        """
        return self._write(fund_id, "out", values)

    @needs(Right.MONEY)
    def spoil(self, fund_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Write down goods that can be used no more; a `reason` is asked for."""
        return self._write(fund_id, "spoiled", values)

    @needs(Right.MONEY)
    def sell(self, fund_id: UUID, amount: Any, values: Mapping[str, Any]) -> UUID:
        """Write down goods that were sold or auctioned and the cash that came, as one event.

        Args:
            amount: of the cash, in baht as text.
            values: of the goods.
        """
        with self._workspace.write() as session:
            day, name = self._workspace.today(), self._workspace.user.name
            return written_sale(session, day, name, fund_id, Cash(amount), values).id

    @needs(Right.MONEY)
    def reverse(self, entry_id: UUID, reason: str) -> UUID:
        """Take a line back by a further one under today, and the cash that came for it.

        Raises:
            UserError: `field_missing` without a reason, `fund_entry_taken_back`.
        """
        with self._workspace.write() as session:
            return taken_back(session, GoodsEntry, entry_id, reason, self._workspace.today())

    def _write(self, fund_id: UUID, kind: str, values: Mapping[str, Any]) -> UUID:
        with self._workspace.write() as session:
            return written_goods(session, self._workspace.today(), fund_id, kind, values).id


def prepared_goods(
    session: Session,
    today: date,
    fund_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    *,
    kept_elsewhere: bool = False,
) -> GoodsEntry:
    """Return a line that is checked, in no session yet; see `GoodsService`.

    `kept_elsewhere`: it stands in another register already, so that it is taken in though there is
    less in store.
    """
    open_fund(session, fund_id)
    goods = GoodsEntry(
        fund_id=fund_id, goods_kind=kind, on=today.isoformat(), item="", unit="", quantity=0.0
    )
    set_values(session, goods, values, "goods_kind")
    required(goods, "on", "item", "unit")
    if goods.quantity <= 0 or round(goods.quantity, _DECIMALS) != goods.quantity:
        raise UserError("goods_quantity", field="quantity")
    check_days(session, goods, today)
    check_people(session, goods, "valued_by_id")
    put_helped(session, goods)
    if kind == "spoiled" and not goods.reason:
        raise UserError("field_missing", field="reason", kind=GoodsEntry.kind)
    if kind != "in" and not goods.reason and not kept_elsewhere:
        _check_stock(session, goods)
    goods.number = (goods.number or "").strip() or None
    of_kind = GoodsEntry.goods_kind == kind
    if goods.number and number_used(session, GoodsEntry, fund_id, of_kind, goods.number):
        raise UserError("fund_number_used", field="number", number=goods.number)
    goods.effect = _EFFECTS[kind] * goods.quantity
    return goods


def written_goods(
    session: Session,
    today: date,
    fund_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    *,
    kept_elsewhere: bool = False,
) -> GoodsEntry:
    """Write a line inside the caller's transaction; see `prepared_goods`."""
    goods = _made(session, today, fund_id, kind, values, kept_elsewhere=kept_elsewhere)
    session.add(goods)
    session.flush()
    return goods


def _made(
    session: Session,
    today: date,
    fund_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    *,
    kept_elsewhere: bool = False,
) -> GoodsEntry:
    """Return a line with its number and its party, in no session yet."""
    given = dict(values)
    party = given.pop("party", None)
    goods = prepared_goods(session, today, fund_id, kind, given, kept_elsewhere=kept_elsewhere)
    put_party(session, goods, party)
    if goods.number is None:
        goods.number = next_number(session, GOODS_SERIES, goods.on)
    return goods


def check_sale(
    session: Session,
    today: date,
    user_name: str,
    fund_id: UUID,
    cash: Cash,
    values: Mapping[str, Any],
) -> None:
    """Check a sale that stands in another register already; nothing is written.

    Raises:
        UserError: as `written_sale`.
    """
    prepared_goods(session, today, fund_id, "sold", values, kept_elsewhere=True)
    if _standing(session, fund_id, cash) is None:
        money = _money(cash, values)
        prepared_money(session, today, user_name, fund_id, "receipt", money, kept_elsewhere=True)


def written_sale(
    session: Session,
    today: date,
    user_name: str,
    fund_id: UUID,
    cash: Cash,
    values: Mapping[str, Any],
    *,
    kept_elsewhere: bool = False,
) -> GoodsEntry:
    """Write a sale inside the caller's transaction.

    Cash that stands in the book under its receipt already is not written again.

    Raises:
        UserError: as `GoodsService`; `fund_number_used` of a receipt that another sale has or that
            was taken back, `goods_cash_differs`.
    """
    goods = _made(session, today, fund_id, "sold", values, kept_elsewhere=kept_elsewhere)
    paid = _standing(session, fund_id, cash)
    if paid is None:
        said = f"{goods.item} {goods.quantity:g} {goods.unit}"
        money = {"details": said, **_money(cash, values)}
        paid = write_money(session, today, user_name, fund_id, "receipt", money)
    goods.entry_id = paid.id
    session.add(goods)
    session.flush()
    return goods


def _money(cash: Cash, values: Mapping[str, Any]) -> dict[str, Any]:
    """What the line of the cash book says."""
    money = {name: values[name] for name in _FOR_MONEY if name in values}
    return {**money, "amount": cash.amount, "number": cash.receipt or None}


def _standing(session: Session, fund_id: UUID, cash: Cash) -> FundEntry | None:
    """The line of the cash book that a receipt is of, where there is one."""
    if not cash.receipt:
        return None
    wanted = select(FundEntry).where(
        FundEntry.fund_id == fund_id,
        FundEntry.number == cash.receipt,
        FundEntry.entry_kind == "receipt",
        FundEntry.deleted.is_(False),
    )
    paid = session.scalars(wanted).first()
    if paid is None:
        return None
    if not paid.in_effect(session) or any(paid.one_event_with(session)):
        raise UserError("fund_number_used", field="receipt", number=cash.receipt)
    if paid.amount != read_value(session, FundEntry, "amount", cash.amount):
        raise UserError("goods_cash_differs", field="amount", amount=baht_text(paid.amount))
    return paid


def _check_stock(session: Session, goods: GoodsEntry) -> None:
    found = stock(session, goods.fund_id, stock_key(goods.item, goods.unit))
    left = found[0].quantity if found else 0.0
    if goods.quantity > left:
        raise UserError(
            "goods_not_there", field="reason", item=goods.item, unit=goods.unit, left=f"{left:g}"
        )


def goods_lines(session: Session, fund_id: UUID, *, people: bool) -> list[GoodsLine]:
    """Return the register of a fund, the earliest line first; see `GoodsService.book`."""
    wanted = (
        select(*(GOODS[name] for name in _TOLD))
        .where(GOODS.fund_id == fund_id, GOODS.deleted.is_(False))
        .order_by(GOODS.on, GOODS.first_stamp)
    )
    rows = list(session.execute(wanted))
    names: dict[UUID, str] = {}
    if people:
        persons = {each for row in rows for each in (row.party_id, row.valued_by_id) if each}
        names = {each.id: each.full_name for each in person_rows(session, [*persons])}
        partners = {row.partner_id for row in rows if row.partner_id is not None}
        named = select(Partner.id, Partner.name).where(Partner.id.in_(partners))
        names.update((known, name) for known, name in session.execute(named))
    backs = {row.reverses_id: row.id for row in rows if row.reverses_id is not None}
    paid = select(ENTRY.id, ENTRY.amount).where(
        ENTRY.fund_id == fund_id,
        ENTRY.id.in_(select(GOODS.entry_id).where(GOODS.fund_id == fund_id)),
    )
    cash: dict[UUID, int] = dict(session.execute(paid).all())
    left: dict[str, float] = {}
    lines = []
    for row in rows:
        left[row.search_key] = round(left.get(row.search_key, 0.0) + row.effect, _DECIMALS)
        parties = (names.get(each, "") for each in (row.party_id, row.partner_id))
        lines.append(
            GoodsLine(
                id=row.id,
                goods_kind=row.goods_kind,
                on=row.on,
                number=row.number or "",
                item=row.item,
                unit=row.unit,
                quantity=row.quantity,
                effect=row.effect,
                left=left[row.search_key],
                purpose=row.purpose or "",
                details=(row.details or "") if people else "",
                party=next(filter(None, parties), ""),
                anonymous=row.anonymous,
                estimated_value=row.estimated_value,
                valued_by=names.get(row.valued_by_id, "") if row.valued_by_id else "",
                cash=cash.get(row.entry_id) if row.entry_id else None,
                taken_back=not _counts(row.id, backs),
                reason=(row.reason or "") if people else "",
            )
        )
    return lines


def _counts(entry_id: UUID, backs: Mapping[UUID, UUID]) -> bool:
    back = backs.get(entry_id)
    return back is None or not _counts(back, backs)
