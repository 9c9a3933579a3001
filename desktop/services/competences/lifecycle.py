"""How a competence is withdrawn and counts again. That it ran out is told by the day."""

from __future__ import annotations

from typing import Final

from desktop.models.competences import Competence
from desktop.services.moves import Lifecycle, Transition

HOLDING: Final = Lifecycle(
    Competence,
    (
        Transition("restore", frozenset({"ended"}), "held"),
        Transition("end", frozenset({"held"}), "ended", needs=("reason",)),
    ),
)
