"""The shipped typefaces: one Thai family for screen and paper, one for Karen and Burmese script."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent

FAMILY = "Tambon Sarabun"
"""Family name for `QFont`; Regular, Medium, SemiBold and Bold with their italics."""

MYANMAR_FAMILY = "Noto Sans Myanmar"
"""Family name of the fallback for Karen and Burmese writing."""


def font_files() -> tuple[Path, ...]:
    """Return every shipped typeface, in a stable order."""
    return tuple(sorted(FOLDER.glob("*.ttf")))
