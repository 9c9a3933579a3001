"""How an offer rests, is made again, and ends."""

from __future__ import annotations

from typing import Final

from desktop.models.needs import Offer
from desktop.services.moves import Lifecycle, Transition

OFFERING: Final = Lifecycle(
    Offer,
    (
        Transition("pause", frozenset({"open"}), "paused", needs=("reason",)),
        Transition("open", frozenset({"paused", "ended"}), "open"),
        Transition("end", frozenset({"open", "paused"}), "ended", needs=("reason",)),
    ),
)
"""Nothing ends by time: an offer not heard of for long is asked again, and stays."""
