"""The everyday run draws the same examples wherever and in whatever order it runs."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def _drawn() -> list[tuple[int, str]]:
    seen = []

    @settings(settings.get_profile("tambon"), max_examples=300)
    @given(st.integers(), st.text(max_size=40))
    def draw(number: int, text: str) -> None:
        seen.append((number, text))

    draw()
    return seen


def test_what_is_drawn_hangs_on_nothing_that_ran_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _drawn()
    (tmp_path / "just_loaded.py").write_text(
        f"NUMBERS = {[*range(7_000_000, 7_000_300)]}\nWORD = 'just loaded'\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("just_loaded")
    random.seed(7)
    assert _drawn() == first


def test_who_searches_draws_something_else() -> None:
    assert settings.get_profile("tambon").derandomize
    search = settings.get_profile("search")
    assert not search.derandomize
    assert search.database is None
