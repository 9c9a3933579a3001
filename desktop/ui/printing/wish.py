"""What a person chose in the printing dialog, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop.reports.paper_data import PaperOptions

Paper = Literal["plan", "plans", "register", "summary", "list", "form"]
Scope = Literal["all", "villages", "selected"]

REMEMBERED = "print_choices"
"""Name of the setting that keeps the choices of a user."""

FOLDER = "print_folder"
"""Name of the setting that keeps where papers were put last."""

_KEPT = ("thai_digits", "cover_list", "signature_sheet")


@dataclass(frozen=True)
class PrintWish:
    """Where to, how, and for `plans` also which.

    Attributes:
        target: the PDF, or the folder with `per_village`.
        scope: `all`, `villages`, or what is `selected` in the list.
        only_changed: leave out plans whose last print still says the same.
        begin: a begun sheet for those without a plan too.
    """

    target: Path
    options: PaperOptions = field(default_factory=PaperOptions)
    scope: Scope = "all"
    villages: tuple[str, ...] = ()
    only_changed: bool = False
    begin: bool = False
    per_village: bool = False


def remembered(wish: PrintWish) -> dict[str, Any]:
    """What is kept for the next time; never that sensitive parts were asked for."""
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
    )


def free_name(folder: Path, name: str) -> Path:
    """A path in `folder` that is not taken yet: `name.pdf`, `name (2).pdf`, ..."""
    stem, suffix = Path(name).stem, Path(name).suffix
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){suffix}", number + 1
    return path
