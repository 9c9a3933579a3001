"""How a need rests, is asked again, and ends."""

from __future__ import annotations

from typing import Final

from desktop.models.needs import Need
from desktop.services.moves import Lifecycle, Transition

NEEDING: Final = Lifecycle(
    Need,
    (
        Transition("pause", frozenset({"open"}), "paused", needs=("reason",)),
        Transition("open", frozenset({"paused", "ended"}), "open"),
        Transition("end", frozenset({"open", "paused"}), "ended", needs=("reason",)),
    ),
)
"""A need is asked for as soon as it is written down. Being met does not end it: a person does."""
