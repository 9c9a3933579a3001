"""Needs and offers side by side: 5,000 needs of 20,000 learners, a fifth as many offers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from desktop.models.capture_new import add_new
from desktop.models.ids import derived_id, new_id
from desktop.models.needs import Match, MatchMove, Need, Offer
from desktop.models.people import Learner
from desktop.services.all import Services
from desktop.services.matches.records import MatchQuery
from desktop.services.needs.records import NeedQuery
from desktop.services.workspace import Workspace
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.benchmarks.people import fill

_KINDS = ("travel", "lodging", "food", "clothes", "tools", "media", "device", "scholarship")
_STEPS = (
    ("propose", "suggested", "proposed", None),
    ("agree", "proposed", "agreed", 4.0),
    ("deliver", "agreed", "delivered", 4.0),
    ("confirm", "delivered", "confirmed", 4.0),
)
_BUDGET_MS = 200
_UNMET = NeedQuery(states=("open",), met=("none", "part"))
_BOARD = replace(_UNMET, most=300)
_SEARCH = MatchQuery(search="17")


def matching_figures(folder: Path, learners: int) -> Iterator[Figure]:
    """What the board reads when it is opened, and when another need is looked at."""
    workspace = new_centre(folder / "centre")
    fill(workspace, learners)
    count = learners // 4
    needs = _ask(workspace, count)
    services = Services(workspace)
    some = random.Random(5).sample(needs, 20)
    for name, calls in (
        (
            f"the board's {count:,} needs, how far each is met",
            [lambda: services.needs.find(_UNMET)] * 7,
        ),
        (
            f"all {count:,} needs, for their directory",
            [services.needs.find] * 5,
        ),
        ("the board's first 300, and how many more", [partial(_board, services)] * 7),
        ("all matches", [services.matches.find] * 5),
        ("a match by a part of its name", [partial(services.matches.find, _SEARCH, 6)] * 5),
        (
            f"who may give one of {count:,} needs, and why",
            [lambda each=each: services.matches.candidates(each) for each in some],
        ),
    ):
        middle, worst = median_ms(calls)
        budget = None if name == "all matches" else _BUDGET_MS
        yield Figure(name, middle, budget, "ms", f"worst {worst:.0f} ms")
    services.close()
    workspace.close()


def _board(services: Services) -> None:
    services.needs.find(_BOARD)
    services.needs.beyond(_BOARD)


def _ask(workspace: Workspace, count: int) -> list[UUID]:
    """Store so many needs, offers and matches the way an import does; return the needs."""
    chance = random.Random(6)
    with workspace.write() as session:
        people = list(session.scalars(select(Learner.id).limit(count)))
        needs = add_new(
            session,
            Need,
            [
                {
                    "name": f"สิ่งที่ขอ {number}", "learner_id": each, "unit": "set", "quantity": 10.0,
                    "assistance": chance.choice(_KINDS), "share": "anonymous",
                    "urgency": chance.choice("123"), "confirmed_on": "2026-11",
                }
                for number, each in enumerate(people)
            ],
        )  # fmt: skip
        offers = add_new(
            session,
            Offer,
            [
                {
                    "name": f"ของ {number}", "unit": "set", "quantity": 40.0,
                    "assistance": chance.choice(_KINDS), "confirmed_on": "2026-11",
                }
                for number in range(count // 5)
            ],
        )  # fmt: skip
        matches: list[dict[str, object]] = []
        moves: list[dict[str, object]] = []
        for place, need in enumerate(needs[: count // 2]):
            offer = offers[place % len(offers)]
            match, last = derived_id(need, "match", offer.hex), None
            for move, before, after, quantity in _STEPS[: chance.randint(1, 4)]:
                moves.append(
                    {
                        "id": new_id(), "match_id": match, "move": move, "from_state": before,
                        "to_state": after, "after_id": last, "quantity": quantity,
                        "done_on": "2026-11-20",
                    }
                )  # fmt: skip
                last = moves[-1]["id"]
            matches.append(
                {
                    "id": match, "need_id": need, "offer_id": offer, "unit": "set",
                    "last_move_id": last,
                }
            )  # fmt: skip
        add_new(session, Match, matches)
        add_new(session, MatchMove, moves)
    return needs
