"""What is told of funds: a line of the list, one of them whole, a month of its cash book."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.funds.sums import Stock


@dataclass(frozen=True)
class FundQuery(Question):
    """Which funds are wanted.

    Attributes:
        owners: codes of `fund_owners`.
        below_zero: only those of which more was paid than there was.
    """

    owners: tuple[str, ...] = ()
    below_zero: bool = False


@dataclass(frozen=True)
class FundRow(SubjectRow):
    """A fund in a list.

    Attributes:
        balance: satang.
        parts: satang by what they may be used for, "" for anything.
        counted_on: when its cash was last counted.
        closed_through: the last closed month, such as 2026-10.
    """

    owner_kind: str
    owner: str
    balance: int
    parts: dict[str, int]
    counted_on: str
    closed_through: str

    @property
    def below_zero(self) -> bool:
        """More was paid than there was, in all or of what may be used for anything."""
        return any(amount < 0 for amount in self.parts.values())


@dataclass(frozen=True)
class FundDetail(Detail[FundRow]):
    """One fund whole; `goods`: what is in its store."""

    goods: tuple[Stock, ...]


@dataclass(frozen=True)
class BookLine:
    """A line of a cash book.

    Attributes:
        on: the day that it is written under.
        party: from whom, or to whom; "" for whoever may not know.
        anonymous: the giver wishes to stay unnamed.
        other_fund: the fund that the money came from or went to.
        amount: satang, as written.
        effect: what it adds to this fund; less than nothing for what was paid.
        balance: satang in the fund behind it.
        late: it came for a month that was closed by then.
        taken_back: a later line takes it back.
        takes_back: number or day of the line that this one takes back.
        difference: of counted cash: how much more it was than the book says.
    """

    id: UUID
    entry_kind: str
    on: str
    number: str
    purpose: str
    details: str
    party: str
    anonymous: bool
    other_fund: str
    amount: int
    effect: int
    balance: int
    late: bool
    taken_back: bool
    takes_back: str
    difference: int | None
    happened_on: str
    reason: str


@dataclass(frozen=True)
class CashBook:
    """A month of a fund's cash book.

    Attributes:
        month: such as 2026-11.
        months: those that may be looked at, the latest first.
        closed_on: the day on which it was closed, "" while it is open.
        carried: satang brought forward.
        received, paid: satang of the month.
        balance: satang at its end.
        now: satang in the fund now.
    """

    fund: FundRow
    month: str
    months: tuple[str, ...]
    closed_on: str
    carried: int
    lines: tuple[BookLine, ...]
    received: int
    paid: int
    balance: int
    now: int
