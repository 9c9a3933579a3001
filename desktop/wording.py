"""Errors into sentences that say what happened and what to do next, for screens and commands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from desktop.durable_files import name_too_long, refused
from desktop.errors import Cancelled, StorageError, TambonError, UserError
from resources.words import codes, errors, names

_SECONDS_A_MINUTE: Final = 60


def sentence(error: Exception, language: str) -> str:
    """Return what to tell a person about `error`, in `th` or `en`.

    An error without words of its own is told honestly, with its code for whoever helps. Where the
    hub said how long to wait (`wait_s`), that is told in minutes.
    """
    if isinstance(error, Cancelled):
        return errors.sentence("cancelled", {}, language)
    if isinstance(error, OSError) and error.filename:
        path = Path(os.fsdecode(error.filename))
        if name_too_long(error, path):
            error = refused(error, path, UserError("file_missing", name=path.name))
    if not isinstance(error, TambonError):
        return errors.sentence("general_fault", {"code": type(error).__name__}, language)
    said = _said(error, language)
    wait_s = error.values.get("wait_s")
    if isinstance(wait_s, int) and wait_s > 0:
        minutes = -(-wait_s // _SECONDS_A_MINUTE)
        said = f"{said} {errors.sentence('general_wait', {'minutes': minutes}, language)}"
    return said


def _said(error: TambonError, language: str) -> str:
    general = "general_storage" if isinstance(error, StorageError) else "general_refused"
    return errors.sentence(error.code, error.values, language) or errors.sentence(
        general, {"code": error.code}, language
    )


def command_sentence(error: Exception) -> str:
    """Return what a command says of a refusal: a line in Thai and one in English."""
    return "\n".join(
        f"{sentence(error, language)} {_addition(error, language)}".strip()
        for language in ("th", "en")
    )


def _addition(error: Exception, language: str) -> str:
    if not isinstance(error, TambonError):
        return ""
    return errors.addition(error.code, error.values, language)


def outcome(code: str, language: str) -> str:
    """Return how a conversation of sync ended: a code of the list, or of what the hub refused."""
    if code in codes.codes_of("session_outcome"):
        return codes.said("session_outcome", code, language)
    return errors.sentence(f"hub_{code}", {}, language) or names.of_newer(code, language)


def set_aside(kind: str, reason: str, language: str) -> str:
    """Return why a change was set aside; `reason` is a code, after a colon the field."""
    why, _, field = reason.partition(":")
    return codes.said(
        "set_aside", why, language, field=names.field_name(kind, field, language) if field else ""
    )
