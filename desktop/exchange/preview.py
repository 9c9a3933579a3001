"""A roster read whole, before anything is stored: its people, its problems, what was left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop.errors import UserError
from desktop.exchange.cells import Sheet, SheetRow
from desktop.exchange.columns import Layout, find_layout, shown
from desktop.exchange.person_cells import Lookup, Place, Words, read_place, text_of
from desktop.exchange.reading import Book, read_book
from desktop.exchange.rows import CellProblem, RosterRow, RowReader
from desktop.models.identity import parse_identity
from desktop.models.text import digits, one_line
from desktop.progress import Progress, SilentProgress

_TOTAL: Final = re.compile(
    r"(?:รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน|เป็น|ยอด)?|ยอดรวม|จำนวนรวม|total|sum)"
    r" *(?:(?:หมู่ที่|หมู่|ม\.) ?\d{1,2}|บ้าน[^\d]*)? *[:=]? *[\d,]* *(?:คน|ราย)?",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"\(?(?:ลงชื่อ|ผู้รายงาน|ผู้สำรวจ|ผู้จัดทำ|ผู้รับรอง|ข้อมูล ณ|หมายเหตุ|ที่มา|พิมพ์เมื่อ|หน้า \d|ตำแหน่ง|\.{4,}|…)"
)
# The name below a line for a signature.
_SIGNED: Final = re.compile(r"\([^()]*\)")
_PLACE_IN_TITLE: Final = re.compile(r"(?:หมู่ที่|หมู่|ม\.) ?(\d{1,2})(?![\d]|\s*[-–ถ])")


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that holds no person: `total`, `repeated_heading`, `section`, `footer`, `blank`."""

    sheet: str
    row: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `mapping` (column label to field) may be corrected, stored under
    `fingerprint`, and given to `read_roster` again.
    """

    file_name: str
    kind: str
    encoding: str
    sheets: tuple[Layout, ...]
    mapping: Mapping[str, str]
    rows: tuple[RosterRow, ...]
    problems: tuple[CellProblem, ...]
    skipped: tuple[SkippedRow, ...]
    fingerprint: str

    @property
    def rows_with_problems(self) -> tuple[RosterRow, ...]:
        """The rows that need a person."""
        return tuple(row for row in self.rows if row.problems)


def read_roster(
    path: Path,
    lookup: Lookup,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    *,
    today: date | None = None,
) -> Preview:
    """Read a roster without storing anything; the same file gives the same preview.

    `mapping` overrules the guessed columns; `today` (else the computer's date) makes birth dates
    after it a problem.

    Raises:
        UserError: `roster_no_headings` if no sheet shows a name or number column; else as
            `desktop.exchange.reading.read_book`.
        Cancelled: once the person has asked to stop.
    """
    progress = progress or SilentProgress()
    book = read_book(path, progress)
    return preview_of(
        book, path.name, lookup, mapping, progress, today or datetime.now().astimezone().date()
    )


def preview_of(
    book: Book,
    file_name: str,
    lookup: Lookup,
    mapping: Mapping[str, str] | None,
    progress: Progress,
    today: date,
) -> Preview:
    """`read_roster` for a book that is already read.

    Raises:
        UserError: `roster_no_headings`.
        Cancelled: once the person has asked to stop.
    """
    words = Words(lookup)
    layouts: list[Layout] = []
    rows: list[RosterRow] = []
    skipped: list[SkippedRow] = []
    problems: list[CellProblem] = []
    total = sum(len(sheet.rows) for sheet in book.sheets)
    for sheet in book.sheets:
        if sheet.hidden or not sheet.rows:
            continue
        layout = find_layout(sheet, mapping)
        layouts.append(layout)
        if not layout.header_row:
            problems.append(CellProblem(sheet.name, 0, "", "sheet_without_headings", sheet.name))
            continue
        _read_sheet(sheet, layout, words, today, rows, skipped, progress, total)
    if not any(layout.header_row for layout in layouts):
        raise UserError("roster_no_headings", name=file_name)
    rows = _with_repeats(rows)
    for row in rows:
        problems.extend(row.problems)
    merged: dict[str, str] = {}
    for layout in layouts:
        merged.update(
            {label: name for label, name in layout.mapping.items() if label not in merged}
        )
    fingerprint = hashlib.sha256(
        "\n".join(dict.fromkeys(layout.fingerprint for layout in layouts)).encode()
    ).hexdigest()[:32]
    return Preview(
        file_name,
        book.kind,
        book.encoding,
        tuple(layouts),
        merged,
        tuple(rows),
        tuple(problems),
        tuple(skipped),
        fingerprint,
    )


def _read_sheet(
    sheet: Sheet,
    layout: Layout,
    words: Words,
    today: date,
    rows: list[RosterRow],
    skipped: list[SkippedRow],
    progress: Progress,
    total: int,
) -> None:
    reader = RowReader(layout, words, today, _place_of_sheet(sheet, layout))
    headings = {
        text for row in sheet.rows if row.number <= layout.header_row for text in _texts(row)
    }
    quiet = {column.index for column in layout.columns if column.field in ("order", "ignore")}
    for row in sheet.rows:
        if row.number <= layout.header_row:
            continue
        reason = _reason_to_skip(row, layout, headings, quiet)
        if reason:
            if reason == "section":
                reader.place = read_place(_texts(row)[0])
            text = " ".join(_texts(row))
            skipped.append(SkippedRow(sheet.name, row.number, reason, text))
            continue
        rows.append(reader.read(row))
        if len(rows) % 500 == 0:
            progress.step(len(rows), total, "reading")


def _place_of_sheet(sheet: Sheet, layout: Layout) -> Place:
    """The one moo that a sheet without a village column speaks of, in its name or its titles."""
    if {"moo", "village"} & layout.fields.keys():
        return Place()
    titles = [sheet.name]
    titles += [
        one_line(shown(cell))
        for row in sheet.rows
        if row.number <= layout.header_row
        for cell in row.cells
        if cell is not None
    ]
    found = {
        str(int(number)) for text in titles for number in _PLACE_IN_TITLE.findall(digits(text))
    }
    return Place(found.pop()) if len(found) == 1 else Place()


def _texts(row: SheetRow) -> list[str]:
    return [text for cell in row.cells if (text := text_of(cell))]


def _reason_to_skip(row: SheetRow, layout: Layout, headings: set[str], quiet: set[int]) -> str:
    filled = {place: text for place, cell in enumerate(row.cells) if (text := text_of(cell))}
    told = {place: text for place, text in filled.items() if place not in quiet}
    if not told:
        # The order column of a total row may say so.
        if any(_TOTAL.fullmatch(digits(text)) for text in filled.values()):
            return "total"
        # A village above its people often stands in the first column, merged over all others.
        if len(filled) == 1 and read_place(text := next(iter(filled.values()))).moo:
            return "blank" if digits(text).replace(".", "").isdigit() else "section"
        return "blank" if all(digits(text).isdigit() for text in filled.values()) else "footer"
    fields = layout.fields
    number = told.get(fields.get("identity", -1), "")
    has_number = bool(number) and parse_identity(number).kind in ("national", "g_code")
    if not has_number and any(_TOTAL.fullmatch(digits(text)) for text in filled.values()):
        return "total"
    same = sum(1 for text in told.values() if text in headings)
    if same >= 2 and same * 2 > len(told):
        return "repeated_heading"
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


def _with_repeats(rows: list[RosterRow]) -> list[RosterRow]:
    """Mark rows whose number, or whose every cell, stood in an earlier row of the file."""
    by_number: dict[str, RosterRow] = {}
    by_cells: dict[tuple[str, ...], RosterRow] = {}
    result: list[RosterRow] = []
    for row in rows:
        person = (
            row.title, row.given, row.surname, row.nickname, row.birth_text, row.moo, row.village,
            row.carer, row.identity.value,
        )  # fmt: skip
        first = by_cells.setdefault(person, row)
        code, earlier = "same_person_again", first
        if first is row and row.identity.kind in ("national", "g_code"):
            earlier = by_number.setdefault(row.identity.value, row)
            code = "number_again"
        if earlier is not row:
            where = f"{earlier.sheet}!{earlier.row}"
            again = CellProblem(row.sheet, row.row, "", code, where, "warning", "identity")
            row = replace(row, problems=(*row.problems, again))
        result.append(row)
    return result
