"""The shipped typefaces: one Thai family for screen and paper, and those for other scripts."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent

FAMILY = "Tambon Sarabun"
"""Family name for `QFont`; Regular, Medium, SemiBold and Bold with their italics."""

OTHER_FAMILIES = (
    "Noto Sans Myanmar",
    "Noto Sans Lao",
    "Noto Sans Tai Tham",
    "Noto Sans Khmer",
    "Noto Sans Lisu",
    "Noto Sans Kayah Li",
    "Noto Sans New Tai Lue",
    "Noto Sans Tai Le",
    "Noto Sans Tai Viet",
    "Noto Sans SC",
    "Noto Emoji",
    "Noto Sans Symbols2",
)
"""Families of the scripts that Sarabun cannot write, in the order in which they are asked."""


def font_files() -> tuple[Path, ...]:
    """Return every shipped typeface, in a stable order."""
    return tuple(sorted(FOLDER.glob("*.ttf")))
