"""Money, goods and people to be looked for: 20,000 lines of three funds, 20,000 leads."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.models.area import Village
from desktop.models.capture_new import add_new
from desktop.models.funds import FundEntry, GoodsEntry
from desktop.models.ids import derived_id, new_id
from desktop.models.leads import Lead
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.services.all import Services
from desktop.services.leads.records import LeadQuery
from desktop.services.workspace import Workspace
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.benchmarks.people import fill

_BUDGET_MS = 200
_MONTHS = tuple(f"2026-{number:02d}" for number in range(1, 12))
_PURPOSES = ("fees", "meals", "travel", None)


def book_figures(folder: Path, learners: int) -> Iterator[Figure]:
    """What a cash book, a register of goods and the list of leads read when they are opened."""
    workspace = new_centre(folder / "centre")
    fill(workspace, learners)
    services = Services(workspace)
    fund, somebody = _books(workspace, services, learners)
    entries = services.fund_entries
    for name, call in (
        (f"a month of a fund's book, of {learners:,} lines", lambda: entries.book(fund)),
        ("a closed month", lambda: entries.book(fund, _MONTHS[3])),
        ("the month that is to be closed", lambda: services.funds.month_to_close(fund)),
        ("the list of funds", services.funds.find),
        (f"a register of {learners // 4:,} goods", lambda: services.goods.book(fund)),
        ("what was paid and given for somebody", lambda: entries.given_to(somebody)),
    ):
        middle, worst = median_ms([call] * 7)
        yield Figure(name, middle, _BUDGET_MS, "ms", f"worst {worst:.0f} ms")
    village = _leads(workspace, learners)
    leads = services.leads
    for name, query in (
        (f"all {learners:,} leads", LeadQuery()),
        ("the leads of a village", LeadQuery(village_id=village)),
        ("a lead by a part of the name", LeadQuery(search="คำมูล 19")),
    ):
        middle, worst = median_ms([partial(leads.find, query)] * 5)
        yield Figure(name, middle, _BUDGET_MS, "ms", f"worst {worst:.0f} ms")
    services.close()
    workspace.close()


def _books(workspace: Workspace, services: Services, count: int) -> tuple[UUID, UUID]:
    """Write so many lines, most of them of one fund, and close half of its months."""
    chance = random.Random(7)
    funds = [services.funds.add({"name": f"กองทุน {number}"}) for number in (1, 2, 3)]
    for fund in funds:
        services.funds.move(fund, "open")
    with workspace.write() as session:
        people = list(session.scalars(select(Learner.id).limit(count // 4)))
        givers = add_new(session, Person, [{"given": f"ผู้ให้ {n}"} for n in range(200)])

        def line(number: int) -> dict[str, Any]:
            return {
                "id": new_id(), "fund_id": funds[0] if number % 5 else funds[1 + number % 2],
                "on": f"{chance.choice(_MONTHS)}-{chance.randint(1, 28):02d}",
                "purpose": chance.choice(_PURPOSES), "party_id": chance.choice(givers),
                "helped_id": chance.choice(people) if number % 2 else None, "anonymous": False,
                "number": f"MB-X-{number:05d}/2569",
            }  # fmt: skip

        def money(number: int) -> dict[str, Any]:
            kind = ("receipt", "payment")[number % 2]
            amount = chance.randint(1, 99) * 100
            effect = amount if kind == "receipt" else -amount
            return {**line(number), "entry_kind": kind, "amount": amount, "effect": effect}

        def goods(number: int) -> dict[str, Any]:
            kind = ("in", "out")[number % 2]
            quantity = float(chance.randint(1, 9))
            return {
                **line(number), "goods_kind": kind, "item": f"ของ {number % 40}", "unit": "ชุด",
                "quantity": quantity, "effect": quantity if kind == "in" else -quantity,
            }  # fmt: skip

        add_new(session, FundEntry, [money(number) for number in range(count)])
        add_new(session, GoodsEntry, [goods(number) for number in range(count // 4)])
    for month in _MONTHS[:5]:
        services.funds.close_month(funds[0], month)
    return funds[0], people[1]


def _leads(workspace: Workspace, count: int) -> UUID:
    """Store so many people who are to be looked for; return one of their villages."""
    with workspace.write() as session:
        villages = list(session.scalars(select(Village.id)))
        people = add_new(
            session,
            Person,
            [{"given": f"คำมูล {number}", "surname": "ตัวอย่าง"} for number in range(count)],
        )
        add_new(
            session,
            Lead,
            [
                {
                    "id": derived_id(each, "lead"), "person_id": each, "source": "school",
                    "village_id": villages[place % len(villages)], "says": "ออกกลางคัน",
                }
                for place, each in enumerate(people)
            ],
        )  # fmt: skip
    return villages[0]
