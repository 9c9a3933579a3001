"""The recovery sheet: one page, every word and figure on it, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.reports.paper_data import PaperOptions
from desktop.reports.recovery_sheet import RecoveryPaper, draw_recovery, print_recovery
from desktop.reports.sheet import A4, Sheet
from resources.words.recovery import code_of, secret_of, words_of
from tests.reports.paper_reader import page_count, reversed_text, squeezed

WORDS = words_of(bytes(range(40, 56)))
PAPER = RecoveryPaper(
    "3fa09c1d", WORDS, code_of(WORDS), "ศูนย์แม่สวด", date(2026, 11, 23), "MB", ("ครูดาว", "ครูมะลิ")
)


@pytest.mark.parametrize("language", ["th", "en"])
def test_everything_stands_on_one_page(tmp_path: Path, language: str) -> None:
    pages = print_recovery(PAPER, tmp_path / "sheet.pdf", PaperOptions(language=language))
    text = squeezed(reversed_text(tmp_path / "sheet.pdf"))

    assert pages == page_count(tmp_path / "sheet.pdf") == 1
    for word in WORDS:
        assert squeezed(word) in text
    for figures in PAPER.code.split()[2:]:
        assert figures in text
    for shown in ("3FA09C1D", "MB", "ครูดาว"):
        assert shown in text


@pytest.mark.parametrize("language", ["th", "en"])
def test_many_names_and_a_long_centre_stay_on_the_page(language: str) -> None:
    options = PaperOptions(language=language)
    centre, names = "ศูนย์การเรียนรู้ตำบล" * 8, ("ครูดาวเรือง ธารน้ำเงา",) * 30
    long = replace(PAPER, centre=centre, names=names)

    reached = draw_recovery(Sheet("ใบกู้คืน", "", A4, language), long, options)

    assert reached <= A4[1] - 28


def test_the_code_of_the_sheet_is_the_secret_of_its_words() -> None:
    assert secret_of(PAPER.code) == secret_of(" ".join(PAPER.words)) == bytes(range(40, 56))
