"""A roster read whole, before anything is stored: its people, its problems, what was left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal

from desktop.errors import UserError
from desktop.exchange.cells import Cell, Sheet, SheetRow, column_letters
from desktop.exchange.columns import PROGRAMS_OWN, Layout
from desktop.exchange.exported_rows import with_tears
from desktop.exchange.person_cells import Lookup, Words, read_place
from desktop.exchange.reading import Book, read_book
from desktop.exchange.regions import Region, TableRow, regions_of
from desktop.exchange.rows import CellProblem, RosterRow, RowReader
from desktop.exchange.second_rows import rows_of_people
from desktop.exchange.sheet_look import OWN_SHEET
from desktop.exchange.skipping import QUIET, held_text, place_of_titles, reason_to_skip, texts_of
from desktop.models.dates import PartialDate
from desktop.progress import Progress, SilentProgress
from resources import clock

# Before the program was written no roster was read with it, and it is not read in fifty years.
_FIRST_DAY, _LAST_DAY = date(2026, 1, 1), date(2076, 1, 1)
# The first heading rows of a sheet tell its layout; what stands further down may grow.
_TOP_ROWS: Final = 40
_REPEATED: Final = ("same_person_again", "number_again")

Hidden = Literal["", "take", "leave"]
"""What becomes of hidden rows and columns, and of hidden sheets: "" leaves it open, and then rows
and columns are read and sheets are not."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that end in no person, and why.

    Attributes:
        sheet: its name.
        row: counted from 1; 0 for a whole column or a whole sheet.
        column: letters of the first cell; "" for a whole sheet.
        reason: `total`, `footer`, `blank` (only a number in order), `order` (a column of numbers
            in order), `ignore` (a column for signatures and the like), `hidden_row`,
            `hidden_column`, `hidden_sheet`, `sheet_without_headings`.
        held: each cell that holds something: its row, its column's letters and its text.
    """

    sheet: str
    row: int
    column: str
    reason: str
    held: tuple[tuple[int, str, str], ...]

    @property
    def cells(self) -> int:
        """How many cells hold something."""
        return len(self.held)

    @property
    def text(self) -> str:
        """What stands there, shortened."""
        return _short([text for _row, _letters, text in self.held])


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A row of titles or headings, or the name of a place between people; `cells` as `LeftOut`."""

    sheet: str
    row: int
    text: str
    cells: int


@dataclass(frozen=True, slots=True)
class HiddenParts:
    """What a spreadsheet does not show: how many rows and columns with something in them, and the
    names of sheets that hold people.
    """

    rows: int = 0
    columns: int = 0
    sheets: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns or self.sheets)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `mapping` (column label to field) may be corrected, stored under
    `fingerprint`, and given to `read_roster` again.

    Every cell of the file that holds something stands in a row, in a heading line or in what was
    left out. `today` is the day that births were compared with, None where it cannot be trusted.
    """

    file_name: str
    kind: str
    encoding: str
    tables: tuple[Layout, ...]
    mapping: Mapping[str, str]
    rows: tuple[RosterRow, ...]
    problems: tuple[CellProblem, ...]
    headings: tuple[HeadingLine, ...]
    left_out: tuple[LeftOut, ...]
    hidden: HiddenParts
    fingerprint: str
    today: date | None = None

    @property
    def clock_suspected(self) -> bool:
        """Whether the computer shows a day that cannot be, and nobody said that it is so."""
        return self.today is None

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
    hidden: Hidden = "",
    clock_right: bool = False,
) -> Preview:
    """Read a roster without storing anything; the same file gives the same preview.

    `mapping` overrules the guessed columns; `today` (else the day in Thailand) makes birth dates
    after it a problem. A day that cannot be right does so only with `clock_right`.

    Raises:
        UserError: `roster_no_headings` if no sheet shows a name or number column; else as
            `desktop.exchange.reading.read_book`.
        Cancelled: once the person has asked to stop.
    """
    progress = progress or SilentProgress()
    book = read_book(path, progress)
    day = today or clock.today()
    return preview_of(
        book, path.name, lookup, mapping, progress, day, hidden=hidden, clock_right=clock_right
    )


def preview_of(
    book: Book,
    file_name: str,
    lookup: Lookup,
    mapping: Mapping[str, str] | None,
    progress: Progress,
    today: date,
    *,
    hidden: Hidden = "",
    clock_right: bool = False,
) -> Preview:
    """`read_roster` for a book that is already read.

    Raises:
        UserError: `roster_no_headings`.
        Cancelled: once the person has asked to stop.
    """
    believed = today if clock_right or _FIRST_DAY <= today < _LAST_DAY else None
    total = sum(len(sheet.rows) for sheet in book.sheets)
    taking = _Taking(Words(lookup), believed, progress, hidden, total)
    if believed is None:
        said = PartialDate.from_date(today).entry()
        taking.problems.append(CellProblem("", 0, "", "clock_suspected", said))
    for sheet in book.sheets:
        if sheet.rows:
            taking.take(sheet, mapping)
    if not taking.tables:
        raise UserError("roster_no_headings", name=file_name)
    rows, torn = with_tears(taking.tables, with_repeats(taking.rows))
    merged: dict[str, str] = {}
    for layout in taking.tables:
        merged = {**layout.mapping, **merged}
    marks = (layout.fingerprint for layout in taking.tables if layout.header_row <= _TOP_ROWS)
    fingerprint = hashlib.sha256("\n".join(dict.fromkeys(marks)).encode()).hexdigest()[:32]
    return Preview(
        file_name,
        book.kind,
        book.encoding,
        tuple(taking.tables),
        merged,
        tuple(rows),
        (*taking.problems, *torn, *(problem for row in rows for problem in row.problems)),
        tuple(taking.headings),
        tuple(taking.left_out),
        HiddenParts(
            taking.hidden_rows, len(taking.hidden_columns), tuple(taking.hidden_sheets)
        ),
        fingerprint,
        believed,
    )  # fmt: skip


@dataclass
class _Taking:
    """Goes through the sheets of a book and puts each cell somewhere."""

    words: Words
    today: date | None
    progress: Progress
    hidden: Hidden
    total: int
    tables: list[Layout] = field(default_factory=list)
    rows: list[RosterRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    headings: list[HeadingLine] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: set[tuple[str, int]] = field(default_factory=set)
    hidden_sheets: list[str] = field(default_factory=list)

    def take(self, sheet: Sheet, mapping: Mapping[str, str] | None) -> None:
        """Read one sheet with all its tables; one in which the program only tells is a heading."""
        if any(cell == OWN_SHEET for cell in sheet.rows[0].cells):
            for row in sheet.rows:
                self._head(sheet.name, row)
            return
        regions = regions_of(sheet, mapping)
        if sheet.hidden and regions:
            self.hidden_sheets.append(sheet.name)
        if sheet.hidden and self.hidden != "take":
            self._leave_sheet(sheet, "hidden_sheet")
            return
        if not regions:
            self.problems.append(
                CellProblem(sheet.name, 0, "", "sheet_without_headings", sheet.name)
            )
            self._leave_sheet(sheet, "sheet_without_headings")
            return
        for region in regions:
            self.tables.append(region.layout)
            self._take_region(self._without_hidden(region, sheet), sheet)

    def _without_hidden(self, region: Region, sheet: Sheet) -> Region:
        """Count what is hidden; leave it out where that was decided."""
        rows = [row for row in region.rows if row.number in sheet.hidden_rows]
        self.hidden_rows += sum(1 for row in rows if not reason_to_skip(_own(row), region.layout))
        columns = [
            column
            for column in region.layout.columns
            # The program's own marks are hidden in every list it writes.
            if column.index in sheet.hidden_columns and column.field not in PROGRAMS_OWN
        ]
        self.hidden_columns.update((sheet.name, column.index) for column in columns)
        if self.hidden != "leave":
            return region
        for row in rows:
            self._leave(sheet.name, _own(row), "hidden_row")
        places = {column.index for column in columns}
        kept = [row for row in region.rows if row.number not in sheet.hidden_rows]
        for column in columns:
            self._leave_column(sheet.name, column.index, kept, "hidden_column")
        layout = replace(
            region.layout,
            columns=tuple(c for c in region.layout.columns if c.index not in places),
        )
        blanked = tuple(
            replace(row, own=_blanked(row.own, places), cells=_blanked(row.cells, places))
            for row in kept
        )
        return replace(region, layout=layout, rows=blanked)

    def _take_region(self, region: Region, sheet: Sheet) -> None:
        layout = region.layout
        for line in (*region.titles, *region.headings):
            self._head(sheet.name, line)
        titles = texts_of((*region.titles, *region.headings))
        place = place_of_titles(layout, titles)
        if not place.moo:
            place = place_of_titles(layout, [sheet.name])
        for line in region.titles:
            # The last name of a place above the headings is where the people below them live.
            if reason_to_skip(line, layout) == "section" and not place.moo:
                place = read_place(texts_of([line])[0])
        # A clock that cannot be right says nothing about births.
        reader = RowReader(layout, self.words, self.today, place)
        people: list[TableRow] = []
        for row, reason in rows_of_people(region.rows, layout):
            own = _own(row)
            if reason == "section":
                reader.place = read_place(texts_of([own])[0])
                self._head(sheet.name, own)
            elif reason == "group":
                self._head(sheet.name, own)
            elif reason:
                self._leave(sheet.name, own, reason)
            else:
                people += (row, *row.more)
                self.rows.append(reader.read(row))
            if len(self.rows) % 500 == 0:
                self.progress.step(len(self.rows), self.total, "reading")
        for column in layout.columns:
            if column.field in QUIET:
                self._leave_column(sheet.name, column.index, people, column.field)

    def _head(self, sheet: str, row: SheetRow) -> None:
        texts = texts_of([row])
        if texts:
            self.headings.append(HeadingLine(sheet, row.number, _short(texts), len(texts)))

    def _leave(self, sheet: str, row: SheetRow, reason: str) -> None:
        held = _held([row])
        if held:
            self.left_out.append(LeftOut(sheet, row.number, held[0][1], reason, held))

    def _leave_column(self, sheet: str, place: int, rows: list[TableRow], reason: str) -> None:
        letters = column_letters(place + 1)
        held = tuple(
            (row.number, letters, text)
            for row in rows
            if place < len(row.own) and (text := held_text(row.own[place]))
        )
        if held:
            self.left_out.append(LeftOut(sheet, 0, letters, reason, held))

    def _leave_sheet(self, sheet: Sheet, reason: str) -> None:
        self.left_out.append(LeftOut(sheet.name, 0, "", reason, _held(sheet.rows)))


def _held(rows: Iterable[SheetRow]) -> tuple[tuple[int, str, str], ...]:
    """Each cell of these rows that holds something."""
    return tuple(
        (row.number, column_letters(place + 1), text)
        for row in rows
        for place, cell in enumerate(row.cells)
        if (text := held_text(cell))
    )


def _own(row: TableRow) -> SheetRow:
    return SheetRow(row.number, row.own)


def _blanked(cells: tuple[Cell, ...], places: set[int]) -> tuple[Cell, ...]:
    return tuple(None if place in places else cell for place, cell in enumerate(cells))


def _short(texts: list[str]) -> str:
    shown = " ".join(texts[:12])
    return shown if len(shown) <= 120 and len(texts) <= 12 else f"{shown[:119]}…"


def with_repeats(rows: Iterable[RosterRow]) -> list[RosterRow]:
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
        problems = [problem for problem in row.problems if problem.code not in _REPEATED]
        if earlier is not row:
            where = f"{earlier.sheet}!{earlier.row}"
            problems.append(CellProblem(row.sheet, row.row, "", code, where, "warning", "identity"))
        result.append(
            row if problems == list(row.problems) else replace(row, problems=tuple(problems))
        )
    return result
