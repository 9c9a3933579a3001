"""The board of referrals: 5,000 of 20,000 learners, each somewhere in its course."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from desktop.models.capture_new import add_new
from desktop.models.ids import new_id
from desktop.models.partners import Partner
from desktop.models.people import Consent, Learner
from desktop.models.referrals import Referral, ReferralMove
from desktop.services.all import Services
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.benchmarks.people import fill
from tests.benchmarks.window import in_process

_SERVICES = ("schooling", "equivalency", "vocation", "work", "health", "welfare", "documents")
_STEPS = (
    ("send", "draft", "sent"),
    ("acknowledge", "sent", "acknowledged"),
    ("accept", "acknowledged", "accepted"),
    ("serve", "accepted", "served"),
    ("close", "served", "closed"),
)
_AGENCIES = 60
_BUDGET_MS = 200


def referring_figures(folder: Path, learners: int) -> Iterator[Figure]:
    """What the board asks when it is opened, narrowed and with all that is done."""
    workspace = new_centre(folder / "centre")
    fill(workspace, learners)
    count = learners // 4
    refer(workspace, count)
    referrals = Services(workspace).referrals
    agency = referrals.board().agencies[0][0]
    for name, budget, call in (
        (f"the board of {count:,} referrals", _BUDGET_MS, referrals.board),
        ("… and of what is done", _BUDGET_MS, lambda: referrals.board(done=True)),
        (
            "… of one agency",
            _BUDGET_MS,
            lambda: referrals.board(ReferralQuery(partner_id=agency)),
        ),
        (f"the list of all {count:,}", None, referrals.find),
    ):
        middle, worst = median_ms([call] * 7)
        yield Figure(name, middle, budget, "ms", f"worst {worst:.0f} ms")
    workspace.close()
    opened = in_process("board_process", folder / "centre")
    drawn = f"of which {opened['drawn']:.0f} ms to draw"
    yield Figure("the board opened: asked and drawn", opened["opened"], _BUDGET_MS, "ms", drawn)


def refer(workspace: Workspace, count: int) -> None:
    """Store so many referrals with their moves and consents the way an import does."""
    chance, today = random.Random(7), workspace.today()
    with workspace.write() as session:
        people = list(session.scalars(select(Learner.id).limit(count)))
        names = [f"หน่วยงาน {number}" for number in range(_AGENCIES)]
        agencies = add_new(session, Partner, [{"name": name} for name in names])
        referrals: list[dict[str, object]] = []
        moves: list[dict[str, object]] = []
        consents: list[dict[str, object]] = []
        for number, learner in enumerate(people):
            referral, place, last = new_id(), number % _AGENCIES, None
            day = today - timedelta(chance.randint(20, 200))
            for move, before, after in _STEPS[: chance.randint(0, len(_STEPS))]:
                moves.append(
                    {
                        "id": new_id(), "referral_id": referral, "move": move,
                        "from_state": before, "to_state": after, "after_id": last,
                        "done_on": day.isoformat(), "number": f"A-{number:04}",
                    }
                )  # fmt: skip
                last, day = moves[-1]["id"], day + timedelta(3)
            referrals.append(
                {
                    "id": referral, "learner_id": learner, "partner_id": agencies[place],
                    "service": chance.choice(_SERVICES), "reason": "ขอให้ช่วย", "last_move_id": last,
                    "urgency": chance.choice(("now", "week", *["ordinary"] * 8)),
                    "confirmed_on": day.isoformat(),
                }
            )  # fmt: skip
            consents.append(
                {
                    "learner_id": learner, "purpose": "referral", "granted": True,
                    "basis": "consent", "recipient": names[place], "signed_on": "2026-01-05",
                }
            )  # fmt: skip
        add_new(session, Referral, referrals)
        add_new(session, ReferralMove, moves)
        add_new(session, Consent, consents)
