"""How a search goes on and ends."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.models.leads import Lead, LeadMove
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.services.moves import Lifecycle, Transition
from desktop.services.record_values import live

_WAITING: Final = frozenset({"new", "sought", "found"})
SEARCH_ENDED: Final = frozenset({"elsewhere", "moved", "dead", "not_found", "refused"})
"""States in which nobody is looked for any more, and who was no learner."""


def _joins(session: Session, lead: Lead, move: LeadMove) -> None:
    """Say that they are the same human as a learner, who is there."""
    assert move.registered_id is not None  # the course does not let it be without
    learner = live(session, Learner, move.registered_id)
    session.get_one(Person, lead.person_id).same_learner_id = learner.id


_WENT: Final = ("by_id", "note")
"""Who went, and what was found at the house."""

SEARCH: Final = Lifecycle(
    Lead,
    (
        Transition("seek", _WAITING - {"found"}, "sought", takes=_WENT),
        Transition("find", frozenset({"new", "sought", "not_found"}), "found", takes=_WENT),
        Transition("elsewhere", _WAITING, "elsewhere", needs=("institution",), takes=_WENT),
        Transition("move_away", _WAITING, "moved", needs=("place",), takes=_WENT),
        Transition("die", _WAITING, "dead", takes=_WENT),
        Transition("give_up", _WAITING - {"found"}, "not_found", takes=_WENT),
        Transition("refuse", _WAITING, "refused", needs=("reason",), takes=_WENT),
        Transition(
            "enrol",
            _WAITING | SEARCH_ENDED - {"dead"},
            "learner",
            needs=("registered_id",),
            guard=_joins,
        ),
        Transition("reopen", SEARCH_ENDED | {"learner"}, "sought", needs=("reason",)),
    ),
)
