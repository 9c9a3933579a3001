"""What is said of an error in the language of the screens; see `desktop.wording`."""

from __future__ import annotations

from desktop import wording
from desktop.ui.translation import language


def sentence(error: Exception) -> str:
    """What to tell the person about `error`."""
    return wording.sentence(error, language())
