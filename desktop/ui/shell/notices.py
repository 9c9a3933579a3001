"""Something told above the screens: what it is, how grave, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.widgets.cards import BannerTone


@dataclass(frozen=True)
class Notice:
    """`action` is the word of its button, `act` what that does; without one it only tells."""

    text: str
    tone: BannerTone
    action: str = ""
    act: Callable[[], None] | None = None
