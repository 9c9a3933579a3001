"""How each state of a consent is shown."""

from __future__ import annotations

from typing import Final

from desktop.ui.widgets.labels import Tone

CONSENT_TONES: Final[dict[str, tuple[Tone, str]]] = {
    "given": ("success", ""),
    "refused": ("danger", ""),
    "withdrawn": ("warning", "undo-2"),
    "expired": ("warning", "clock"),
    "outgrown": ("warning", "clock"),
    "other_basis": ("info", "info"),
    "pending": ("neutral", "circle"),
}
