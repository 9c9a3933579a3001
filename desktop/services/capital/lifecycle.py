"""How capital that somebody told of is made sure, is gone, and comes back."""

from __future__ import annotations

from typing import Final

from desktop.models.capital import Capital
from desktop.services.moves import Lifecycle, Transition

KNOWING: Final = Lifecycle(
    Capital,
    (
        Transition(
            "verify", frozenset({"noted"}), "confirmed", takes=("by_id", "institution", "note")
        ),
        Transition("restore", frozenset({"ended"}), "noted"),
        Transition("end", frozenset({"noted", "confirmed"}), "ended", needs=("reason",)),
    ),
)
"""Nothing ends by time. What comes back is verified anew: who has it may be somebody else."""
