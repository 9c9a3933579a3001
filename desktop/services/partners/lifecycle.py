"""How working with a partner begins, pauses and ends."""

from __future__ import annotations

from typing import Final

from desktop.models.partners import Partner
from desktop.services.moves import Lifecycle, Transition

PARTNERSHIP: Final = Lifecycle(
    Partner,
    (
        Transition("begin", frozenset({"candidate"}), "active", takes=("by_id", "number", "note")),
        Transition("pause", frozenset({"active"}), "paused", needs=("reason",)),
        Transition("resume", frozenset({"paused", "ended"}), "active"),
        Transition("end", frozenset({"candidate", "active", "paused"}), "ended", needs=("reason",)),
    ),
)
"""Nothing ends by time: a partner not heard of for long is asked again, and stays."""
