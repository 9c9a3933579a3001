"""Rows of a table that tell of nobody: totals, footers, the name of a village above its people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from desktop.exchange.cells import Cell, CellError, SheetRow
from desktop.exchange.columns import Layout, shown
from desktop.exchange.person_cells import Place, read_place, text_of
from desktop.models.identity import parse_identity
from desktop.models.text import digits, one_line

Reason = Literal["", "total", "section", "footer", "blank"]

_TOTAL: Final = re.compile(
    r"(?:รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน|เป็น|ยอด)?|ยอดรวม|จำนวนรวม|total|sum)"
    r" *(?:(?:หมู่ที่|หมู่|ม\.) ?\d{1,2}|บ้าน[^\d]*)? *[:=]? *[\d,]* *(?:คน|ราย)?"
    r"(?:[ ,(/]*(?:และ)? *(?:เพศ)?(?:ชาย|หญิง|เด็ก|ผู้ใหญ่|male|female)"
    r" *[:=]? *[\d,]+ *(?:คน|ราย)?)*[ )]*",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"\(?(?:ลงชื่อ|ผู้รายงาน|ผู้สำรวจ|ผู้จัดทำ|ผู้รับรอง|ข้อมูล ณ|หมายเหตุ|ที่มา|พิมพ์เมื่อ|หน้า \d|ตำแหน่ง|\.{4,}|…)"
)
# The name below a line for a signature.
_SIGNED: Final = re.compile(r"\([^()]*\)")
_PLACE_IN_TITLE: Final = re.compile(r"(?:หมู่ที่|หมู่|ม\.) ?(\d{1,2})(?![\d]|\s*[-–ถ])")
QUIET: Final = frozenset({"order", "ignore"})
"""Fields of columns that say nothing about a person."""


def reason_to_skip(row: SheetRow, layout: Layout) -> Reason:
    """Why a row tells of nobody, "" for a row that tells of somebody.

    `section` is the name of a place above the people who live there.
    """
    quiet = {column.index for column in layout.columns if column.field in QUIET}
    filled = {place: text for place, cell in enumerate(row.cells) if (text := text_of(cell))}
    told = {place: text for place, text in filled.items() if place not in quiet}
    fields = layout.fields
    who = {fields[name] for name in ("name", "given", "identity") if name in fields}
    if any(isinstance(row.cells[place], CellError) for place in who if place < len(row.cells)):
        return ""  # somebody stands here, and who it is got lost: that is to be said
    if not told:
        # The order column of a total row may say so.
        if any(_TOTAL.fullmatch(digits(text)) for text in filled.values()):
            return "total"
        # A village above its people often stands in the first column, merged over all others.
        if len(filled) == 1 and read_place(text := next(iter(filled.values()))).moo:
            return "blank" if digits(text).replace(".", "").isdigit() else "section"
        return "blank" if all(digits(text).isdigit() for text in filled.values()) else "footer"
    number = told.get(fields.get("identity", -1), "")
    has_number = bool(number) and parse_identity(number).kind in ("national", "g_code")
    if not has_number and any(_TOTAL.fullmatch(digits(text)) for text in filled.values()):
        return "total"
    if len(set(told.values())) == 1:
        text = next(iter(told.values()))
        name_places = {fields.get("name"), fields.get("given")}
        if read_place(text).moo and (not text.isdigit() or not name_places & told.keys()):
            return "section" if not digits(text).isdigit() else "blank"
        if _FOOTER.match(text) or _SIGNED.fullmatch(text):
            return "footer"
        if text.startswith("บ้าน") and not name_places & told.keys():
            return "section"
    elif not has_number and _FOOTER.match(next(iter(told.values()))):
        return "footer"
    return ""


def place_of_titles(layout: Layout, texts: Iterable[str]) -> Place:
    """The one moo that the titles of a table without a village column speak of."""
    if {"moo", "village"} & layout.fields.keys():
        return Place()
    found = {
        str(int(number))
        for text in texts
        for number in _PLACE_IN_TITLE.findall(digits(text))
        if int(number)
    }
    return Place(found.pop()) if len(found) == 1 else Place()


def texts_of(rows: Iterable[SheetRow]) -> list[str]:
    """What stands in these rows, cell by cell."""
    return [text for row in rows for cell in row.cells if (text := held_text(cell))]


def held_text(cell: Cell) -> str:
    """What stands in a cell, "" for nothing; of a failed formula its error."""
    if isinstance(cell, CellError):
        return cell.text
    # Where nothing but a lost letter stood, something did stand.
    lost = "\ufffd" if isinstance(cell, str) and "\ufffd" in cell else ""
    return one_line(shown(cell)) or lost
