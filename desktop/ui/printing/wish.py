"""What a person chose in the printing dialog, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop.durable_files import LONGEST_NAME
from desktop.reports.line_breaking import clusters
from desktop.reports.paper_data import PaperOptions

Scope = Literal["all", "villages", "selected"]

REMEMBERED = "print_choices"
"""Name of the setting that keeps the choices of a user."""

FOLDER = "print_folder"
"""Name of the setting that keeps where papers were put last."""

_KEPT = ("thai_digits", "cover_list", "signature_sheet", "by_village")


@dataclass(frozen=True)
class PrintWish:
    """Where to, how, and of a paper of many also which.

    Attributes:
        target: the PDF, or the folder with `per_village`.
        scope: `all`, `villages`, or what is `selected` in the list.
        only_changed: leave out plans whose last print still says the same.
        look: show it once it is made.
        begin: a begun sheet for those without a plan too.
    """

    target: Path
    options: PaperOptions = field(default_factory=PaperOptions)
    scope: Scope = "all"
    villages: tuple[str, ...] = ()
    only_changed: bool = False
    begin: bool = False
    per_village: bool = False
    look: bool = False


def remembered(wish: PrintWish) -> dict[str, Any]:
    """What is kept for the next time; never that sensitive parts or numbers were asked for."""
    kept: dict[str, Any] = {name: getattr(wish.options, name) for name in _KEPT}
    return {**kept, "language": wish.options.language, "per_village": wish.per_village}


def options_from(kept: Mapping[str, Any], language: str) -> PaperOptions:
    """The options of the last time; `language` where none is remembered."""
    chosen = kept.get("language")
    return PaperOptions(
        language=chosen if chosen in ("th", "en") else language,
        thai_digits=bool(kept.get("thai_digits", False)),
        cover_list=bool(kept.get("cover_list", True)),
        signature_sheet=bool(kept.get("signature_sheet", True)),
        by_village=bool(kept.get("by_village", True)),
    )


_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """A path in `folder` that is not taken yet: `stem.pdf`, `stem (2).pdf`, ...

    What no file may be called is left out, and a stem too long is cut where writing may part.
    """
    stem = " ".join(stem.translate(_FORBIDDEN).split()).strip(". ")
    stem = _cut(stem, LONGEST_NAME - len(ending) - len(" (9999)"))
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){ending}", number + 1
    return path


def _cut(text: str, room: int) -> str:
    """Leave out what is more than `room` bytes; a mark is not parted from its letter."""
    if len(text.encode()) <= room:
        return text
    kept = ""
    for part in clusters(text):
        if len((kept + part).encode()) > room:
            break
        kept += part
    return kept.rstrip()


def with_ending(path: Path, *endings: str) -> Path:
    """A path as the person named it, with the first ending where it has none of them.

    A dot inside a name (ม.3) is no ending.
    """
    if path.suffix.lower() in endings:
        return path
    return path.with_name(path.name + endings[0])
