"""How a written sheet looks and prints: what an office can use, read and put on paper as it is."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.models.dates import PartialDate

OWN_SHEET: Final = "แผ่นงานของโปรแกรม"
"""Stands hidden in the first row of sheets that tell something and are not read back."""

HEADING_FILL: Final = PatternFill("solid", fgColor="FFD9ECEA")
GREY_FILL: Final = PatternFill("solid", fgColor="FFEDEDED")
MARK_FILL: Final = PatternFill("solid", fgColor="FFFFE08A")
THAI_DATE: Final = "[$-107041E]d/mm/yyyy"
_FONT: Final = "TH Sarabun New"
_SIZE: Final = 14
_A4: Final = 9
_INCH: Final = 2.54
_WRAPPED_FROM: Final = 24
# Spreadsheets know no day before this one.
_FIRST_DAY: Final = date(1900, 3, 1)

TOP: Final = Alignment(vertical="top")
WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


def use_thai_font(book: Workbook) -> None:
    """Give every cell of a new workbook a font whose Thai is of a readable size."""
    inside: Any = book
    inside._fonts = IndexedList([thai_font()])


def thai_font(*, bold: bool = False, grey: bool = False, size: int = _SIZE) -> Font:
    """The font of cells; grey for what is not read back."""
    return Font(name=_FONT, size=size, bold=bold, color="FF5F6B6B" if grey else None)


def alignment(width: int) -> Alignment:
    """Long texts go on below; short ones stay on one line."""
    return WRAPPED if width >= _WRAPPED_FROM else TOP


def set_up_page(sheet: Worksheet, letterhead: str, title: str, *, english: bool) -> None:
    """A4 across, as wide as the page, headings on each page, who and when above, pages below."""
    # The library's types say that these parts may be absent; a new sheet has them all.
    parts: Any = sheet
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    parts.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 1.0 / _INCH
    margins.top, margins.bottom = 1.8 / _INCH, 1.5 / _INCH
    margins.header = margins.footer = 0.7 / _INCH
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    for part, text in (
        (parts.HeaderFooter.oddHeader.left, title.replace("&", "&&")),
        (parts.HeaderFooter.oddHeader.right, letterhead.replace("&", "&&")),
        (parts.HeaderFooter.oddFooter.center, "Page &P of &N" if english else "หน้า &P จาก &N"),
    ):
        part.text, part.font, part.size = text, _FONT, _SIZE


def real_date(value: object) -> date | None:
    """The day as a spreadsheet counts it; None for one of which a part is not known."""
    if isinstance(value, PartialDate):
        if value.estimated or not value.month or not value.day:
            return None
        value = date(value.year, value.month, value.day)
    return value if isinstance(value, date) and value >= _FIRST_DAY else None


def refuse_typing(sheet: Worksheet, letters: str, last: int, *, english: bool) -> None:
    """Let nobody type in a column that is not read back; sorting and deleting rows still work."""
    rule = DataValidation(type="custom", formula1="FALSE", showErrorMessage=True)
    rule.errorTitle = "Not read back" if english else "ช่องนี้ไม่นำกลับเข้า"
    rule.error = (
        "The program tells this by itself. Change it in the program."
        if english
        else "โปรแกรมเป็นผู้กำหนดค่านี้ ให้แก้ในโปรแกรม"
    )
    rule.add(f"{letters}2:{letters}{last}")
    sheet.data_validations.append(rule)
