"""One thing has one word, wherever it is told."""

from __future__ import annotations

import re

import pytest

from tests.shown_texts import shown

OTHERWISE = {
    "ผู้เรียนรู้": r"ผู้เรียน(?!รู้)|ผู้ร่วมเรียนรู้",
    "วิชาการ, of the four dimensions": "สุขภาพ,? การ(?:เรียน|ศึกษา),? อาชีพ",
    "ผู้ดูแลจริง": "ผู้ปกครองจริง|ผู้เลี้ยงดูจริง",
}  # fmt: skip
"""By the word that is used: other words for the same."""


@pytest.mark.parametrize("used", OTHERWISE)
def test_one_thing_has_one_word(used: str) -> None:
    other = re.compile(OTHERWISE[used])

    assert not [text for text in shown() if other.search(text)]
