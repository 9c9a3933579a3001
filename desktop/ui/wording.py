"""What is said of an error in the language of the screens; see `desktop.wording`."""

from __future__ import annotations

from desktop import wording
from desktop.errors import UserError
from desktop.ui.translation import language


def sentence(error: Exception) -> str:
    """What to tell the person about `error`."""
    return wording.sentence(error, language())


def refusal(error: Exception) -> tuple[str, str]:
    """The field that an error names, "" for none, and what to tell of it."""
    name = ""
    if isinstance(error, UserError):
        name = _FIELDS.get(error.code) or str(error.values.get("field", ""))
    return name, sentence(error)


_FIELDS = {"given_missing": "given", "witnesses_missing": "witnesses"}
"""The fields that codes mean by themselves."""
