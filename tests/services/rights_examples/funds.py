"""Examples of funds: money and goods that come and go, and a month that is over."""

from __future__ import annotations

from typing import Any

from desktop.services.funds.entries import FundEntryService
from desktop.services.funds.goods import GoodsService
from desktop.services.funds.records import FundQuery
from desktop.services.funds.service import FundService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

LAST_MONTH = "30/10/2569"
RICE = {"item": "ข้าวสาร", "unit": "กก."}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down an open fund with entries of last month, and others."""
    funds, entries, goods = (
        FundService(workspace), FundEntryService(workspace), GoodsService(workspace)
    )  # fmt: skip
    ids["fund"] = funds.add({"name": "กองทุนน้ำใจ"})
    ids["fund_other"] = funds.add({"name": "กองทุนพืชผล"})
    ids["fund_new"] = funds.add({"name": "กองทุนใหม่"})
    ids["fund_gone"] = funds.add({"name": "เขียนผิด"})
    for name in ("fund", "fund_other"):
        funds.move(ids[name], "open")
    entries.receive(ids["fund"], {"amount": "500", "on": LAST_MONTH, "party": "สมหวัง ให้ทาน"})
    ids["paid"] = entries.receive(ids["fund"], {"amount": "20"})
    goods.receive(ids["fund"], {**RICE, "quantity": 30})
    ids["rice"] = goods.receive(ids["fund"], {**RICE, "quantity": 1})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    fund = place.ids["fund"]
    return {
        "FundService.find": call(FundQuery(search="น้ำใจ")),
        "FundService.get": call(fund),
        "FundService.named": call("น้ำใจ"),
        "FundService.rows": call([fund]),
        "FundService.month_to_close": call(fund),
        "FundEntryService.book": call(fund),
        "FundEntryService.given_to": call(place.ids["learner"]),
        "FundEntryService.parties": call(),
        "GoodsService.book": call(fund),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    fund = ids["fund"]
    return {
        "FundService.add": call({"name": "กองทุนวัดใหม่"}),
        "FundService.edit": call(fund, {"note": "ถามกรรมการ"}),
        "FundService.confirm": call(fund),
        "FundService.move": call(ids["fund_new"], "open"),
        "FundService.hide": call([ids["fund_gone"]]),
        "FundService.close_month": call(fund, "2026-10"),
        "FundService.open_month": call(fund),
        "FundEntryService.receive": call(fund, {"amount": "100"}),
        "FundEntryService.pay": call(fund, {"amount": "10"}),
        "FundEntryService.transfer": call(fund, ids["fund_other"], {"amount": "10"}),
        "FundEntryService.begin_with": call(ids["fund_other"], {"amount": "10"}),
        "FundEntryService.count": call(fund, {"amount": "10"}),
        "FundEntryService.reverse": call(ids["paid"], "เขียนผิด"),
        "GoodsService.receive": call(fund, {**RICE, "quantity": 2}),
        "GoodsService.give": call(fund, {**RICE, "quantity": 2}),
        "GoodsService.spoil": call(fund, {**RICE, "quantity": 2, "reason": "ขึ้นรา"}),
        "GoodsService.sell": call(fund, "50", {**RICE, "quantity": 2}),
        "GoodsService.reverse": call(ids["rice"], "เขียนผิด"),
    }
