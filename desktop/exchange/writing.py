"""Tables into workbooks and CSV files: Thai headings, text that stays text, nothing that runs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.durable_files import draft_beside, move_durably, refused, sync_file
from desktop.errors import UserError
from desktop.exchange.book_in_memory import begin_sheet, close_sheets, save_book
from desktop.exchange.cells import column_letters, escaped
from desktop.exchange.sheet_look import (
    GREY_FILL,
    HEADING_FILL,
    MARK_FILL,
    OWN_SHEET,
    THAI_DATE,
    WRAPPED,
    alignment,
    real_date,
    refuse_typing,
    set_up_page,
    thai_font,
    use_thai_font,
)
from desktop.models.dates import PartialDate
from desktop.progress import Progress, SilentProgress
from resources.words.names import field_name
from sync.own_files import open_own

Kind = Literal["text", "number", "date", "code"]
Value = str | int | float | PartialDate | date | None

_LONGEST_CELL: Final = 32_767
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_LISTS: Final = "รายการ"
_GUIDE, _GUIDE_EN = "อ่านก่อน", "Read first"
_ROWS_MORE: Final = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an exported table; `key` is the roster field it comes back as.

    `choices` become a drop-down; `hidden` is for ids that only the program reads. What the program
    tells by itself and does not read `back` is grey.
    """

    key: str
    header_th: str
    header_en: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    hidden: bool = False
    width: int = 0
    back: bool = True


def named(
    kind: str,
    field_of_it: str,
    form: Kind = "text",
    *,
    key: str = "",
    width: int = 0,
    back: bool = True,
) -> Column:
    """A column headed as the book of names calls a field of a kind; its `key` is that field."""
    th, en = (field_name(kind, field_of_it, language) for language in ("th", "en"))
    return Column(key or field_of_it, th, en, form, width=width, back=back)


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write; `rows` hold a value for each column. `marks` are (row, column) from 0.

    The first `frozen` columns stay in view; a `view` tells something and is not read back.
    `kept_in` more rows were asked for and may not leave the centre.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    frozen: int = 0
    view: bool = False
    kept_in: int = 0


def date_text(value: PartialDate | date) -> str:
    """A date as it is typed and read back: `22/11/2569`, `11/2569`, `ประมาณ 2569`."""
    partial = value if isinstance(value, PartialDate) else PartialDate.from_date(value)
    return f"ประมาณ {partial.entry()}" if partial.estimated else partial.entry()


def cell_text(value: Value) -> str:
    """A value as it is read back from a cell."""
    if value is None:
        return ""
    if isinstance(value, PartialDate | date):
        return date_text(value)
    if isinstance(value, str):
        return value
    return str(value)


def write_csv(
    path: Path, table: Table, progress: Progress | None = None, *, english: bool = False
) -> None:
    """Write UTF-8 with BOM, as spreadsheets expect of Thai; a leading = + - @ is kept from running.

    Raises:
        UserError: `export_not_writable` with `name`.
        Cancelled: once the person has asked to stop; no file is left.
    """
    progress = progress or SilentProgress()
    with beside(path) as draft, open_own(draft, "w", encoding="utf-8-sig", newline="") as stream:
        # Every field in quotes: a tab or semicolon in a text is then never taken for the divider.
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(
            [column.header_en if english else column.header_th for column in table.columns]
        )
        for number, row in enumerate(table.rows):
            if number % 1_000 == 0:
                progress.step(number, len(table.rows), "writing")
            writer.writerow([escaped(cell_text(value)) for value in row])


def write_xlsx(
    path: Path,
    tables: Table | Sequence[Table],
    progress: Progress | None = None,
    *,
    english: bool = False,
    letterhead: str = "",
    guide: Sequence[str] = (),
) -> None:
    """Write a workbook, a sheet for each table, fit to be filtered, filled in and printed.

    Args:
        path: the file.
        tables: the first one is open when the workbook is opened.
        progress: told per some hundred rows.
        english: headings in English.
        letterhead: whose list and of which day, above each printed page.
        guide: lines of a sheet before all others.

    Raises:
        UserError: `export_not_writable` with `name`; `export_cell_too_long` with `row` and
            `column` (a cell holds 32,767 letters).
        Cancelled: once the person has asked to stop; no file is left.
    """
    progress = progress or SilentProgress()
    tables = [tables] if isinstance(tables, Table) else list(tables)
    book = Workbook(write_only=True)
    use_thai_font(book)
    try:
        if guide:
            _write_guide(book, guide, english=english)
        _fill(book, tables, progress, english, letterhead)
        book.active = 1 if guide else 0
        with beside(path) as draft:
            save_book(book, draft)
    finally:
        close_sheets(book)


def _write_guide(book: Workbook, lines: Sequence[str], *, english: bool) -> None:
    title = _GUIDE_EN if english else _GUIDE
    sheet = cast(Worksheet, begin_sheet(book, title))
    sheet.column_dimensions["A"].width = 110
    sheet.column_dimensions["B"].hidden = True
    set_up_page(sheet, "", title, english=english)
    sheet.protection.sheet = True
    for number, line in enumerate(lines):
        cell = WriteOnlyCell(sheet, _safe(line))
        cell.font = thai_font(bold=number == 0, size=18 if number == 0 else 14)
        cell.alignment = WRAPPED
        sheet.append([cell, OWN_SHEET] if number == 0 else [cell])


def _fill(
    book: Workbook, tables: Sequence[Table], progress: Progress, english: bool, letterhead: str
) -> None:
    lists: list[tuple[str, ...]] = []
    names: set[str] = {_LISTS, _GUIDE, _GUIDE_EN.lower()}
    for table in tables:
        sheet = cast(Worksheet, begin_sheet(book, _sheet_name(table.title, names)))
        set_up_page(sheet, letterhead, table.title, english=english)
        _write_sheet(sheet, table, progress, lists, english)
    if lists:
        sheet = cast(Worksheet, begin_sheet(book, _LISTS))
        sheet.sheet_state = "hidden"
        for line in range(max(len(choices) for choices in lists)):
            sheet.append(
                [_safe(choices[line]) if line < len(choices) else None for choices in lists]
            )


def _sheet_name(title: str, names: set[str]) -> str:
    base = re.sub(r"[\[\]:*?/\\'\x00-\x1f]", " ", title).strip()[:28] or "ข้อมูล"
    name = base
    number = 2
    while name.lower() in names:
        name = f"{base} {number}"
        number += 1
    names.add(name.lower())
    return name


def _write_sheet(
    sheet: Worksheet,
    table: Table,
    progress: Progress,
    lists: list[tuple[str, ...]],
    english: bool,
) -> None:
    sheet.freeze_panes = f"{column_letters(table.frozen + 1)}2"
    sheet.protection.sheet = table.view
    last_row = len(table.rows) + 1
    for place, column in enumerate(table.columns, 1):
        letters = column_letters(place)
        heading = column.header_en if english else column.header_th
        across = sheet.column_dimensions[letters]
        across.width = column.width or max(12, min(40, len(heading) + 6))
        across.hidden = column.hidden
        if not column.back and not column.hidden and not table.view:
            across.fill = GREY_FILL
            refuse_typing(sheet, letters, last_row + _ROWS_MORE, english=english)
        if column.choices:
            _add_choices(sheet, column.choices, letters, last_row + _ROWS_MORE - 1, lists)
    headings = []
    for column in table.columns:
        cell = WriteOnlyCell(sheet, _safe(column.header_en if english else column.header_th))
        # A sheet that only tells has nothing to tell its columns apart by.
        own = column.back or table.view
        cell.font = thai_font(bold=True, grey=not own)
        cell.fill = HEADING_FILL if own else GREY_FILL
        cell.alignment = WRAPPED
        headings.append(cell)
    if table.view:
        headings.append(WriteOnlyCell(sheet, OWN_SHEET))
        sheet.column_dimensions[column_letters(len(headings))].hidden = True
    sheet.append(headings)
    cells = [_Cells(sheet, column, grey=not table.view) for column in table.columns]
    for number, row in enumerate(table.rows):
        if number % 500 == 0:
            progress.step(number, len(table.rows), "writing")
        line = [
            cells[place].of(value, marked=(number, place) in table.marks, row=number + 2)
            for place, value in enumerate(row)
        ]
        sheet.append(line)
    if table.columns:
        last = column_letters(len(table.columns))
        sheet.auto_filter.ref = f"A1:{last}{last_row}"


class _Cells:
    """The cells of one column; a cell is written out as it is appended, so one serves them all."""

    def __init__(self, sheet: Worksheet, column: Column, *, grey: bool) -> None:
        grey = grey and not column.back
        self._column = column
        self._plain, self._marked, self._counted = (WriteOnlyCell(sheet) for _each in range(3))
        for cell in (self._plain, self._marked, self._counted):
            cell.font = thai_font(grey=grey)
            cell.alignment = alignment(column.width)
            if grey:
                cell.fill = GREY_FILL
        self._plain.number_format = self._marked.number_format = "@"
        self._marked.fill = MARK_FILL
        self._counted.number_format = THAI_DATE if column.kind == "date" else "General"

    def of(self, value: Value, *, marked: bool, row: int) -> object:
        """What is appended for a value, None for an empty cell."""
        counted: object = None
        if self._column.kind == "date":
            counted = real_date(value)
        elif self._column.kind == "number" and isinstance(value, int | float):
            counted = value
        text = cell_text(value)
        if (not text and not marked) or (counted is not None and marked and not text):
            return None
        if counted is not None and not marked:
            self._counted.value = cast(Any, counted)
            return self._counted
        if len(text) >= _LONGEST_CELL:
            raise UserError("export_cell_too_long", row=row, column=self._column.header_th)
        cell = self._marked if marked else self._plain
        cell.value = _safe(text)
        return cell


def _add_choices(
    sheet: Worksheet,
    choices: tuple[str, ...],
    letters: str,
    last: int,
    lists: list[tuple[str, ...]],
) -> None:
    if choices not in lists:
        lists.append(choices)
    source = column_letters(lists.index(choices) + 1)
    rule = DataValidation(
        type="list",
        formula1=f"'{_LISTS}'!${source}$1:${source}${len(choices)}",
        allow_blank=True,
        # A word that is not in the list may still be typed: import keeps and reports it.
        showErrorMessage=False,
    )
    rule.add(f"{letters}2:{letters}{last}")
    sheet.data_validations.append(rule)


def _safe(text: str) -> str:
    """The text as a cell may hold it: no formula, control letters in the format's own escape."""
    return _UNPRINTABLE.sub(_escape, escaped(text))


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if len(found) == 1:
        return f"_x{ord(found):04X}_"
    return f"_x005F{found}"


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A draft beside the target that takes its name once it is whole, and goes when it is not."""
    draft = draft_beside(path)
    try:
        yield draft
        sync_file(draft)
        move_durably(draft, path)
    except OSError as error:
        raise refused(error, path, UserError("export_not_writable", name=path.name)) from error
    finally:
        draft.unlink(missing_ok=True)
