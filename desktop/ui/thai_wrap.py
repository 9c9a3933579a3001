"""Lines of Thai break between words: by libthai over our own words, else at marks we put in."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QTextLayout, QTextOption

from desktop.ui.theme import theme
from resources.words import BREAKING

Breaker = Callable[[str], str]

ZERO_WIDTH_SPACE = "\u200b"
_SAMPLE = "ผู้เรียนรู้ตำบลเรียนรู้ตลอดชีวิต"


def give_own_words() -> None:
    """Let libthai read the program's words; it looks for them when Qt first lays out Thai.

    Its own would end lines inside ผู้ดูแล and ลงนาม, and know none of the field's terms.
    """
    os.environ["LIBTHAI_DICTDIR"] = str(BREAKING.parent)


@cache
def qt_breaks_thai() -> bool:
    """Whether Qt itself knows Thai words here; it asks libthai at run time and bundles none."""
    layout = QTextLayout(_SAMPLE, theme().font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(layout.font().pointSizeF() * 8)
    broken = first.textLength() < len(_SAMPLE)
    layout.endLayout()
    return broken


def wrapped(text: str) -> str:
    """`text` ready for a label that wraps: unchanged where Qt can break it by itself."""
    if qt_breaks_thai():
        return text
    # Only then: the word list takes its time.
    from desktop.reports.line_breaking import thai_breaker

    return ZERO_WIDTH_SPACE.join(thai_breaker().pieces(text))
