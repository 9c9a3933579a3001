"""Copies of a centre that went out of its folder: noted, so that they are found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from desktop.models.program import Setting

COPIES_ELSEWHERE: Final = "backups.elsewhere"
"""The laptop's setting that lists copies made outside the centre's folder: their paths."""

_LAST_BACKUP: Final = "last_backup"
_MOST: Final = 100  # the newest; whoever makes more has other cares


def remember_copy(session: Session, path: Path) -> None:
    """Note where a copy outside the centre's folder went, for when somebody is erased."""
    listed = session.get(Setting, ("", COPIES_ELSEWHERE))
    if listed is None:
        listed = Setting(user="", name=COPIES_ELSEWHERE, value=[])
        session.add(listed)
    listed.value = [*(each for each in listed.value if each != str(path)), str(path)][-_MOST:]


def copies_elsewhere(session: Session, folder: Path) -> Iterator[str]:
    """Return the copies of a centre that were made outside its folder, as far as noted."""
    listed = session.get(Setting, ("", COPIES_ELSEWHERE))
    last = session.get(Setting, ("", _LAST_BACKUP))
    found = [str(each) for each in (listed.value if listed is not None else ())]
    if last is not None and isinstance(last.value, dict) and last.value.get("file"):
        found.append(str(last.value["file"]))
    for each in dict.fromkeys(found):
        if folder not in Path(each).parents:
            yield each
