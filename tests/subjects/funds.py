"""Funds, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.funds.records import FundQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    return services.funds.add({"name": name, **more})


def _open(services: Services, name: str, on: str, amount: str = "100") -> UUID:
    fund = _add(services, name, {})
    services.funds.move(fund, "open", {"done_on": "2569-01"})
    services.fund_entries.receive(fund, {"amount": amount, "on": on})
    return fund


def fund_ask_again(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody asked for years whether the same people sign for a fund."""
    _add(Services(workspace), "กองทุนเก่า", {"confirmed_on": "2567"})


def fund_below_zero(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """More was paid than there was, with a reason."""
    services = Services(workspace)
    fund = _open(services, "กองทุนติดลบ", "22/11/2569")
    services.fund_entries.pay(fund, {"amount": "150", "reason": "อีกเครื่องรับเงินไว้แล้ว"})


def fund_count(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """Nobody counted the cash."""
    _open(Services(workspace), "กองทุนไม่ได้นับ", "22/11/2569")


def fund_month(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A month is over for weeks and not closed."""
    _open(Services(workspace), "กองทุนไม่ได้ปิดเดือน", "1/10/2569")


MOVES: tuple[Move, ...] = (("open", {}), ("close", {"reason": "งานเสร็จแล้ว"}))
EXAMPLE = Example(
    kind="fund",
    listed="funds",
    paper="fund_directory",
    service=lambda services: services.funds,
    add=_add,
    query=lambda words: FundQuery(search=words),
    full={
        "owner_kind": "mosque", "owner_name": "มัสยิดบ้านตัวอย่าง", "fund_kind": "giving",
        "purpose": "ช่วยเด็กเรียนต่อ\nและค่าเดินทาง", "purposes": "fees,travel", "villages": "3,4",
        "approval_limit": "2000", "note": "=ถามอิหม่าม",
    },
    begun=("name", "กองทุนน้ำใจ"),
    typed=("owner_name", "วัดป่า"),
    other="purpose",
    moves=MOVES,
    words=(("name=กองทุนน้ำใจ",), "owner_name=วัดป่า", "purpose=ค่าเดินทาง"),
    day={
        "fund_ask_again": fund_ask_again, "fund_below_zero": fund_below_zero,
        "fund_count": fund_count, "fund_month": fund_month,
    },
)  # fmt: skip
