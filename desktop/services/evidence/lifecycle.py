"""How evidence is looked at: it is enough, or it is not and is brought again."""

from __future__ import annotations

from typing import Final

from desktop.models.credits import Evidence
from desktop.services.moves import Lifecycle, Transition

SEEING: Final = Lifecycle(
    Evidence,
    (
        Transition("see", frozenset({"waiting", "lacking"}), "seen", takes=("by_id", "note")),
        Transition(
            "doubt", frozenset({"waiting", "seen"}), "lacking", needs=("reason",),
            takes=("by_id", "note"),
        ),
        Transition("renew", frozenset({"lacking", "seen"}), "waiting"),
    ),
)  # fmt: skip
"""Whoever looks is whoever is signed in; `by_id` is a person who did so with them."""
