"""Errors into sentences that say what happened and what to do next, for screens and commands."""

from __future__ import annotations

from desktop.errors import Cancelled, StorageError, TambonError
from resources.words import errors


def sentence(error: Exception, language: str) -> str:
    """Return what to tell a person about `error`, in `th` or `en`.

    An error without words of its own is told honestly, with its code for whoever helps.
    """
    if isinstance(error, Cancelled):
        return errors.sentence("cancelled", {}, language)
    if not isinstance(error, TambonError):
        return errors.sentence("general_fault", {"code": type(error).__name__}, language)
    general = "general_storage" if isinstance(error, StorageError) else "general_refused"
    return errors.sentence(error.code, error.values, language) or errors.sentence(
        general, {"code": error.code}, language
    )


def command_sentence(error: TambonError) -> str:
    """Return what a command says of a refusal: a line in Thai and one in English."""
    return "\n".join(
        f"{sentence(error, language)} {errors.addition(error.code, error.values, language)}".strip()
        for language in ("th", "en")
    )
