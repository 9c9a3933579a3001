"""Closing a month: what is in it then stays in it, what comes later is kept and said so."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.models.capture_new import add_new
from desktop.models.funds import FundEntry
from desktop.services.all import Services
from desktop.services.plans.records import PlanQuery
from desktop.services.workspace import Workspace
from tests.services.funds.test_cash_book import balance, opened, refused
from tests.services.sync.test_store import exchange


@pytest.fixture
def fund(services: Services) -> UUID:
    fund = opened(services)
    for amount, on in (("100", "1/9/2569"), ("20", "30/10/2569"), ("3", "2/11/2569")):
        services.fund_entries.receive(fund, {"amount": amount, "on": on})
    return fund


def test_months_are_closed_in_their_order_once_they_are_over(
    services: Services, fund: UUID
) -> None:
    assert services.funds.month_to_close(fund) == "2026-09"
    with refused("fund_month_earlier_first", "month"):
        services.funds.close_month(fund, "2026-10")
    with refused("fund_month_not_over", "month"):
        services.funds.close_month(fund, "2026-11")
    services.funds.close_month(fund, "")
    with refused("fund_month_closed_already", "month"):
        services.funds.close_month(fund, "2026-09")
    services.funds.close_month(fund, "", counted="120.50", note="กรรมการสามคนนับ")
    assert services.funds.month_to_close(fund) == ""
    book = services.fund_entries.book(fund, "2026-10")
    assert (book.closed_on, book.carried, book.balance) == ("2026-11-22", 10000, 12000)
    count = services.fund_entries.book(fund).lines[-1]
    assert (count.entry_kind, count.amount, count.difference) == ("count", 12050, -250)


def test_an_entry_in_a_closed_month_is_refused_with_the_way_out(
    services: Services, fund: UUID
) -> None:
    services.funds.close_month(fund, "2026-09")
    with refused("fund_month_closed", "on"):
        services.fund_entries.receive(fund, {"amount": "7", "on": "15/9/2569"})
    services.fund_entries.receive(fund, {"amount": "7", "happened_on": "15/9/2569"})
    line = services.fund_entries.book(fund).lines[-1]
    assert (line.on, line.happened_on) == ("2026-11-22", "2026-09-15")


def test_the_last_closed_month_is_opened_again(services: Services, fund: UUID) -> None:
    services.funds.close_month(fund, "")
    services.funds.close_month(fund, "")
    services.funds.open_month(fund)
    assert services.funds.get(fund).row.closed_through == "2026-09"
    services.fund_entries.receive(fund, {"amount": "5", "on": "10/10/2569"})
    services.funds.close_month(fund, "2026-10")
    assert services.fund_entries.book(fund, "2026-10").balance == 12500
    for _month in range(2):
        services.funds.open_month(fund)
    with refused("fund_month_not_last"):
        services.funds.open_month(fund)


def test_what_comes_late_from_another_laptop_is_kept_in_the_first_open_month(
    workspace: Workspace, other: Workspace, services: Services, fund: UUID
) -> None:
    exchange(workspace, other)
    there = Services(other)
    there.fund_entries.receive(fund, {"amount": "50", "on": "15/9/2569", "party": "สมหวัง"})
    services.funds.close_month(fund, "")
    exchange(workspace, other)

    for laptop in (services, there):
        closed = laptop.fund_entries.book(fund, "2026-09")
        assert (len(closed.lines), closed.balance) == (1, 10000)
        late, own = laptop.fund_entries.book(fund, "2026-10").lines
        assert (late.late, late.on, late.amount) == (True, "2026-09-15", 5000)
        assert not own.late
        assert balance(laptop, fund) == 17300
    services.funds.close_month(fund, "2026-10")
    assert services.fund_entries.book(fund, "2026-10").balance == 17000


def test_two_laptops_that_close_a_month_apart_have_closed_it_once(
    workspace: Workspace, other: Workspace, services: Services, fund: UUID
) -> None:
    exchange(workspace, other)
    there = Services(other)
    there.fund_entries.receive(fund, {"amount": "50", "on": "15/9/2569"})
    services.funds.close_month(fund, "2026-09")
    there.funds.close_month(fund, "2026-09")
    exchange(workspace, other)
    books = [
        laptop.fund_entries.book(fund, month)
        for laptop in (services, there)
        for month in ("2026-09", "2026-10")
    ]
    assert books[:2] == books[2:]
    assert sum(len(book.lines) for book in books[:2]) == 3
    assert services.conflicts.open() == []


def test_a_fund_written_on_two_laptops_keeps_both_and_says_that_it_is_below_zero(
    workspace: Workspace, other: Workspace, services: Services, fund: UUID
) -> None:
    exchange(workspace, other)
    there = Services(other)
    for laptop in (services, there):
        laptop.fund_entries.pay(fund, {"amount": "100"})
    exchange(workspace, other)
    for laptop in (services, there):
        assert balance(laptop, fund) == -7700
        assert "fund_below_zero" in {line.code for line in laptop.today.get().lines}


def test_a_month_of_many_lines_is_closed(
    workspace: Workspace, services: Services, fund: UUID
) -> None:
    line = {
        "fund_id": fund, "entry_kind": "receipt", "on": "2026-10-05", "amount": 100, "effect": 100,
        "anonymous": False,
    }  # fmt: skip
    with workspace.write() as session:
        add_new(session, FundEntry, [dict(line) for _number in range(1_200)])
    services.funds.close_month(fund, "2026-09")
    services.funds.close_month(fund, "2026-10")
    book = services.fund_entries.book(fund, "2026-10")
    assert (len(book.lines), book.balance) == (1_201, 132_000)


def test_the_sample_shows_closed_months_a_late_line_and_what_carries_out_a_plan(
    services: Services,
) -> None:
    services.sample.load()
    books = [services.fund_entries.book(each.id) for each in services.funds.find()]
    closed = [book for book in books if book.fund.closed_through]
    assert len(closed) == 2
    lines = [line for book in books for line in book.lines]
    assert [line.late for line in lines].count(True) == 1
    assert any(line.difference for line in lines)
    for book in closed:
        before = services.fund_entries.book(book.fund.id, book.fund.closed_through)
        assert before.balance == book.carried
    plans = services.plan_lists.lines(services.plan_lists.ids(PlanQuery()))
    carried = [services.plan_carriers.of_plan(each.id).of_action for each in plans]
    found = {one.kind for each in carried for links in each.values() for one in links}
    assert found == {"referral", "fund_entry"}
