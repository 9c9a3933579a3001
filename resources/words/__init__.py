"""Thai words and place names that tell where a line may break."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def common_words() -> list[str]:
    """Return the general word list (about 60,000 words)."""
    return _lines("words_th.txt")


def place_names() -> list[str]:
    """Return names of provinces, districts, tambons and the villages known by name."""
    return [*_lines("places_th.txt"), *_lines("local_th.txt")]


def _lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
