"""Something told above the screens: what it is, how grave, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.widgets.cards import BannerTone

DAMAGED = "damaged"
"""The kind that is said again after it was closed, as long as it holds."""


@dataclass(frozen=True)
class Notice:
    """`kind` tells one from another; `action` is the word of its button, `act` what that does."""

    kind: str
    text: str
    tone: BannerTone
    action: str = ""
    act: Callable[[], None] | None = None
