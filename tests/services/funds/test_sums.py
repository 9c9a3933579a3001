"""However entries, takings back and syncs follow, a balance is the sum of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop.errors import UserError
from desktop.models.funds import FundEntry, GoodsEntry
from desktop.services.all import Services
from desktop.services.funds.sums import available, parts
from desktop.services.workspace import Workspace
from tests.services.sync.test_store import all_changes, exchange, give

PURPOSES = ("", "fees", "meals")
DAYS = ("1/9/2569", "30/9/2569", "5/10/2569", "22/11/2569")
AMOUNTS = some.integers(-(10**9), 10**9)

WRITES = some.tuples(
    some.sampled_from(("receive", "pay", "transfer", "begin_with", "count")),
    some.integers(1, 9_999_999), some.sampled_from(PURPOSES), some.sampled_from(DAYS),
)  # fmt: skip
GOODS = some.tuples(some.sampled_from(("receive", "give", "sell")), some.integers(1, 9))
STEPS = some.one_of(
    some.tuples(some.just("write"), some.booleans(), WRITES),
    some.tuples(some.just("goods"), some.booleans(), GOODS),
    some.tuples(some.just("goods back"), some.booleans(), some.integers(0, 9)),
    some.tuples(some.just("send"), some.booleans(), some.just(None)),
    some.tuples(some.sampled_from(("back", "undo")), some.booleans(), some.integers(0, 9)),
    some.tuples(some.sampled_from(("close", "open")), some.booleans(), some.just(None)),
    some.tuples(some.just("sync"), some.booleans(), some.just(None)),
)


@given(some.dictionaries(some.sampled_from(PURPOSES), AMOUNTS), some.sampled_from(PURPOSES))
def test_the_parts_of_a_balance_are_all_of_it(sums: dict[str, int], purpose: str) -> None:
    assert sum(parts(sums).values()) == sum(sums.values())
    assert all(amount > 0 for name, amount in parts(sums).items() if name)
    assert available(sums, purpose) <= sum(amount for amount in sums.values() if amount > 0)


def test_every_laptop_has_the_sum_of_the_entries_whatever_happened(
    workspace: Workspace, other: Workspace
) -> None:
    laptops = (workspace, other)
    apart = 0

    @settings(
        max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(some.lists(STEPS, max_size=14))
    def check(steps: Sequence[tuple[str, bool, Any]]) -> None:
        first = Services(workspace)
        funds = [first.funds.add({"name": f"กองทุน {number}"}) for number in (1, 2)]
        for fund in funds:
            first.funds.move(fund, "open")
        exchange(*laptops)
        nonlocal apart
        for what, second, more in steps:
            if what in ("sync", "send"):
                apart += told(workspace, funds) != told(other, funds)
                if what == "sync":
                    exchange(*laptops)
                else:
                    give(all_changes(laptops[not second]), laptops[second])
                for laptop in laptops:
                    is_the_sum(laptop, funds)
                continue
            with suppress(UserError):
                take(Services(laptops[second]), funds, what, more)
            for laptop in laptops:
                is_the_sum(laptop, funds)
        exchange(*laptops)
        exchange(*laptops)
        assert told(workspace, funds) == told(other, funds)
        for laptop in laptops:
            is_the_sum(laptop, funds)

    check()
    assert apart > 3, "syncs of books that differ are hardly in it"


def take(services: Services, funds: Sequence[UUID], what: str, more: Any) -> None:
    """Do one thing to the books."""
    entries = services.fund_entries
    if what == "write":
        kind, satang, purpose, day = more
        values = {"amount": satang, "purpose": purpose, "on": day, "reason": "ทดสอบ"}
        if kind == "transfer":
            entries.transfer(funds[0], funds[1], values)
        else:
            getattr(entries, kind)(funds[0], values)
    elif what == "back":
        lines = entries.book(funds[0]).lines
        if lines:
            entries.reverse(lines[more % len(lines)].id, "ทดสอบ")
    elif what == "goods":
        kind, quantity = more
        values = {"item": "ข้าวสาร", "unit": "กก.", "quantity": quantity, "reason": "ทดสอบ"}
        if kind == "sell":
            services.goods.sell(funds[0], "10", values)
        else:
            getattr(services.goods, kind)(funds[0], values)
    elif what == "goods back":
        goods = services.goods.book(funds[0]).lines
        if goods:
            services.goods.reverse(goods[more % len(goods)].id, "ทดสอบ")
    elif what == "undo":
        action = services.undo.last_action()
        if action is not None and services.fund_entries.book(funds[0]).lines:
            services.undo.undo_action(action)
    elif what == "close":
        services.funds.close_month(funds[0], "")
    else:
        services.funds.open_month(funds[0])


def is_the_sum(laptop: Workspace, funds: Sequence[UUID]) -> None:
    """What is told of each fund is the sum of its entries, month by month and in the end."""
    services = Services(laptop)
    with laptop.database.read() as session:
        rows = [row for row in session.query(FundEntry) if not row.deleted]
        goods = [row for row in session.query(GoodsEntry) if not row.deleted]
    for fund in funds:
        effects = [row.effect for row in rows if row.fund_id == fund]
        effects += [-row.effect for row in rows if row.to_fund_id == fund]
        row = services.funds.get(fund).row
        assert row.balance == sum(effects) == sum(row.parts.values())
        in_store = round(sum(row.effect for row in goods if row.fund_id == fund), 3)
        lines = services.goods.book(fund).lines
        assert [each.quantity for each in services.goods.book(fund).stock] == [in_store][
            : bool(in_store)
        ]
        # What was sold and the cash that came for it stand or fall together.
        sold = {each.id: each.taken_back for each in lines if each.goods_kind == "sold"}
        paid = {row.entry_id: sold[row.id] for row in goods if row.id in sold}
        months = services.fund_entries.book(fund).months
        books = [services.fund_entries.book(fund, month) for month in reversed(months)]
        cash = {line.id: line.taken_back for book in books for line in book.lines}
        assert {known: cash[known] for known in paid if known is not None} == paid
        # Each line stands in one month, and the last month ends with all there is.
        assert sum(len(book.lines) for book in books) == len(effects)
        assert books[-1].balance == row.balance
        for before, after in pairwise(books):
            assert before.balance == after.carried
        for book in books:
            assert book.balance == book.carried + book.received - book.paid


def told(laptop: Workspace, funds: Sequence[UUID]) -> list[Any]:
    """What the books say, without what each laptop calls itself."""
    services = Services(laptop)
    entries = services.fund_entries
    books = [entries.book(fund, month) for fund in funds for month in entries.book(fund).months]
    return [books, [services.goods.book(fund) for fund in funds]]
