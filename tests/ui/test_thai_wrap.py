"""No word of the program is broken inside: on the screen by Qt, on paper by our own breaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop.reports.line_breaking import thai_breaker
from desktop.ui.theme import theme
from resources.words import BREAKING
from resources.words.make_dictionary import make
from tests.shown_texts import shown

PARTED = re.compile(r"(?<![ก-๎])([ก-๎]*(?:ผู้|การ|ความ))\|(?=[ก-๎])")
"""A word that a line ends with, of those that only begin one: ผู้|ดูแล, การ|แก้ไข, ความ|พิการ."""
WHOLE = frozenset(
    (
        *("รายการ", "ข้อความ", "ต้องการ", "ไม่ต้องการ", "ความต้องการ", "บริการ", "สวัสดิการ", "จัดการ"),
        *("ลงรายการ",),
        *("ราชการ", "วิชาการ", "โครงการ", "กรรมการ", "คณะกรรมการ"),
        *("ความพิการ", "พิการ", "อาการ", "ทางการ", "กิจการ", "พัฒนาการ", "แจ้งความ"),
    )
)  # fmt: skip
"""Words of their own that end alike."""


def by_qt(text: str) -> list[str]:
    """The parts that a line of no width leaves: cut wherever Qt may end a line."""
    layout = QTextLayout(text, theme().font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("cut", [by_qt, thai_breaker().pieces], ids=["screen", "paper"])
def test_no_word_of_the_program_is_broken_inside(cut: Callable[[str], list[str]]) -> None:
    broken = {
        f"{match[0]} in {text}"
        for text in shown()
        for match in PARTED.finditer("|".join(cut(text)))
        if match[1] not in WHOLE
    }

    # What is missing goes into resources/words/local_th.txt; then make_dictionary.
    assert not broken


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ผู้ดูแลจริงของผู้เรียนรู้", "ผู้ดูแลจริง|ของ|ผู้เรียนรู้"),
        ("แผนการเรียนรู้รายบุคคลที่ลงนาม", "แผน|การเรียนรู้|รายบุคคล|ที่|ลงนาม"),
        ("ถ้าเป็นรายการใหม่", "ถ้า|เป็น|รายการ|ใหม่"),
        ("หมู่บ้านแม่สวดใหม่", "หมู่บ้าน|แม่สวดใหม่"),
    ],
)
def test_the_screen_breaks_where_the_papers_break(text: str, parts: str) -> None:
    assert "|".join(by_qt(text)) == parts == "|".join(thai_breaker().pieces(text))


def test_the_dictionary_is_made_of_the_lists(tmp_path: Path, qapp: QApplication) -> None:
    made = tmp_path / BREAKING.name

    make(made)

    assert made.read_bytes() == BREAKING.read_bytes()
