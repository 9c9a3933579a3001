"""Goods: counted in their units, never as money; an auction is goods out and cash in, once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from desktop.services.all import Services
from desktop.services.funds.sums import Stock
from desktop.services.workspace import Workspace
from tests.services.funds.test_cash_book import balance, opened, refused
from tests.services.sync.test_store import exchange

RICE = {"item": "ข้าวสาร", "unit": "กก."}


@pytest.fixture
def fund(services: Services) -> UUID:
    fund = opened(services)
    services.goods.receive(fund, {**RICE, "quantity": "30.5", "party": "สมหวัง ให้ทาน"})
    return fund


def left(services: Services, fund: UUID) -> tuple[Stock, ...]:
    return services.funds.get(fund).goods


def undo(services: Services) -> None:
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)


def test_goods_are_counted_by_thing_and_unit_and_never_in_baht(
    services: Services, fund: UUID
) -> None:
    goods = services.goods
    value = {"estimated_value": "900"}
    goods.receive(fund, {"item": "ข้าวสาร ", "unit": "กก.", "quantity": 10, **value})
    goods.receive(fund, {"item": "ข้าวสาร", "unit": "ถุง", "quantity": 2})
    goods.give(fund, {**RICE, "quantity": "0.25", "party": "โรงเรียนบ้านดอย"})
    assert left(services, fund) == (Stock("ข้าวสาร", "กก.", 40.25), Stock("ข้าวสาร", "ถุง", 2))
    assert balance(services, fund) == 0
    lines = goods.book(fund).lines
    assert [(each.left, each.party) for each in lines] == [
        (40.25, "โรงเรียนบ้านดอย"), (2, ""), (40.5, ""), (30.5, "สมหวัง ให้ทาน"),
    ]  # fmt: skip
    assert lines[2].estimated_value == 90000


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"quantity": "-1"}, "goods_quantity", "quantity"),
        ({"quantity": "0"}, "goods_quantity", "quantity"),
        ({"quantity": "0.0001"}, "goods_quantity", "quantity"),
        ({"quantity": "1", "item": " "}, "field_missing", "item"),
        ({"quantity": "1", "on": "1/1/2599"}, "date_ahead", "on"),
        ({"quantity": "1", "effect": 5}, "unknown_field", "effect"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    services: Services, fund: UUID, values: dict[str, Any], code: str, field: str
) -> None:
    with refused(code, field):
        services.goods.receive(fund, {**RICE, **values})


def test_stock_goes_below_nothing_only_with_a_reason(services: Services, fund: UUID) -> None:
    with refused("goods_not_there", "reason"):
        services.goods.give(fund, {**RICE, "quantity": "30.501"})
    with refused("field_missing", "reason"):
        services.goods.spoil(fund, {**RICE, "quantity": "1"})
    services.goods.give(fund, {**RICE, "quantity": "31", "reason": "รับเพิ่มที่อีกเครื่อง"})
    assert left(services, fund) == (Stock("ข้าวสาร", "กก.", -0.5),)


def test_an_auction_is_one_event_and_is_taken_back_as_one(services: Services, fund: UUID) -> None:
    sold = services.goods.sell(fund, "1,200", {**RICE, "quantity": 20, "party": "ร้านข้าว"})
    line = services.goods.book(fund).lines[0]
    assert (line.id, line.cash, line.left) == (sold, 120000, 10.5)
    (paid,) = services.fund_entries.book(fund).lines
    assert (paid.amount, paid.party, paid.entry_kind) == (120000, "ร้านข้าว", "receipt")
    services.goods.reverse(sold, "ผู้ซื้อไม่มารับ")
    assert (balance(services, fund), left(services, fund)[0].quantity) == (0, 30.5)
    with refused("fund_entry_taken_back"):
        services.fund_entries.reverse(paid.id, "อีกครั้ง")
    undo(services)
    assert (balance(services, fund), left(services, fund)[0].quantity) == (120000, 10.5)
    services.fund_entries.reverse(paid.id, "ยกเลิกจากสมุดเงินสด")
    assert (balance(services, fund), left(services, fund)[0].quantity) == (0, 30.5)


def test_undo_of_an_auction_takes_back_both_once(services: Services, fund: UUID) -> None:
    services.goods.sell(fund, "100", {**RICE, "quantity": 5})
    undo(services)
    assert (balance(services, fund), left(services, fund)[0].quantity) == (0, 30.5)
    assert len(services.fund_entries.book(fund).lines) == 2


def test_two_laptops_that_take_back_one_line_took_it_back_once(
    workspace: Workspace, other: Workspace, services: Services, fund: UUID
) -> None:
    sold = services.goods.sell(fund, "100", {**RICE, "quantity": 5})
    exchange(workspace, other)
    there = Services(other)
    services.goods.reverse(sold, "ที่นี่")
    there.goods.reverse(sold, "ที่โน่น")
    exchange(workspace, other)
    for laptop in (services, there):
        assert (balance(laptop, fund), left(laptop, fund)[0].quantity) == (0, 30.5)
