"""A match, for checks that go through everything the program has."""

from __future__ import annotations

from uuid import UUID

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.subjects import Arise

_DAY = 86_400_000


def proposed(services: Services) -> UUID:
    """Propose one of a village's need."""
    need = services.needs.add({"name": "หนังสือนิทาน", "village_id": "3"})
    return services.matches.propose(need, services.offers.add({"name": "หนังสือ"}))


def agreed(services: Services) -> UUID:
    """Let both sides say yes."""
    match = proposed(services)
    facts = {"quantity": 3, "receiver": "headman", "how": "phone"}
    giver = services.persons.add({"given": "คำมูล"})
    services.matches.move(match, "agree", {**facts, "by_id": giver})
    return match


def match_waits(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody has answered for ten days."""
    proposed(Services(workspace))
    clock.now_ms += 10 * _DAY


def match_due(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """It should have been delivered last month."""
    services = Services(workspace)
    services.matches.edit(agreed(services), {"due_on": "2569-10"})


def match_unconfirmed(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """It was delivered, and no receiver was asked for ten days."""
    services = Services(workspace)
    services.matches.move(agreed(services), "deliver", {"quantity": 3, "how": "seen"})
    clock.now_ms += 10 * _DAY


def match_consent(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """The village takes back that it may be told."""
    services = Services(workspace)
    need = services.matches.get(proposed(services)).row.need_id
    assert need is not None
    services.needs.edit(need, {"share": "none"})


MATCH_DAY: dict[str, Arise] = {
    each.__name__: each for each in (match_waits, match_due, match_unconfirmed, match_consent)
}
"""What makes each of its reasons of the day arise."""
