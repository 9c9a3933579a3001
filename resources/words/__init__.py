"""Thai words and place names that tell where a line may break."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
BREAKING = FOLDER / "thbrk" / "thbrk.tri"
THAI_WORD = re.compile("[ก-ฮะ-ฺเ-์]{2,40}")


def common_words() -> list[str]:
    """Return the general word list (about 60,000 words)."""
    return _lines(FOLDER / "words_th.txt")


def place_names() -> list[str]:
    """Return names of provinces, districts and tambons, and villages and terms kept by hand."""
    rows = (line.split("\t") for line in _lines(FOLDER.parent / "areas" / "areas.tsv"))
    names = {row[2 if row[0] in ("P", "D") else 1] for row in rows}
    places = [name for name in sorted(names) if THAI_WORD.fullmatch(name)]
    return [*places, *_lines(FOLDER / "local_th.txt")]


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def recovery_words() -> tuple[str, ...]:
    """Return the 512 words of the recovery sheet, whose places in the list never change."""
    return tuple(_lines(FOLDER / "recovery_th.txt"))
