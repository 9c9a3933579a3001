"""What `record` and `records` can do with each kind: its fields, and the acts of its own service.

A kind is added with one `Subject`; reading, the words of `--kinds` and the shape of the answers
follow from the declaration of its fields. A module here is found by being here.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from desktop.cli.printed import Paper
from desktop.cli.subjects.subject import Act, Argument, Subject

__all__ = ["PAPERS", "SUBJECTS", "Act", "Argument", "Subject"]

_FIRST = "learners"


def _rooms() -> list[ModuleType]:
    names = sorted((each.name for each in pkgutil.iter_modules(__path__)), key=_order)
    return [import_module(f"{__name__}.{name}") for name in names if name != "subject"]


def _order(name: str) -> tuple[bool, str]:
    return name != _FIRST, name


_ROOMS = _rooms()
SUBJECTS: dict[str, Subject] = {
    subject.kind: subject for room in _ROOMS for subject in room.SUBJECTS
}
PAPERS: tuple[Paper, ...] = tuple(paper for room in _ROOMS for paper in getattr(room, "PAPERS", ()))
"""What rooms print, as each declares it beside its subjects."""
