"""The parts of an .xlsx file that hold cells, read as a stream with no entities and firm bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from desktop.errors import UserError
from desktop.exchange.cells import (
    NEVER_CALCULATED,
    Cell,
    CellError,
    Sheet,
    SheetRow,
    read_text,
)
from desktop.exchange.limits import Limits
from desktop.exchange.workbook_package import Package
from desktop.progress import Progress

_REFERENCE: Final = re.compile(r"([A-Z]{1,7})(\d{1,10})")
_RANGE: Final = re.compile(r"([A-Z]{1,7})(\d{1,10}):([A-Z]{1,7})(\d{1,10})")
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DATES: Final = frozenset(
    {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)}
)
_NOT_FORMAT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MOST_STRUCK: Final = 100_000
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no zone
_EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - cells know no zone


def read_xlsx(path: Path, progress: Progress, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets of a workbook; cells as text, whole numbers, fractions, dates and booleans.

    Raises:
        UserError: see `desktop.exchange.reading.read_book`.
        BadZipFile: if the file is cut short or no zip at all.
    """
    package = Package(path, limits)
    try:
        main = package.main_part()
        if "xl/workbook.bin" in package or main.endswith(".bin"):
            raise UserError("file_old_excel", name=package.name)
        if "content.xml" in package and "mimetype" in package:
            raise UserError("file_is_opendocument", name=package.name)
        if not main:
            raise UserError("file_not_workbook", name=package.name)
        sheets, since_1904 = _contents(package, main)
        if len(sheets) > limits.sheets:
            raise UserError("file_too_many_sheets", name=package.name, limit=limits.sheets)
        beside = {
            kind.rpartition("/")[2]: name
            for name, kind, _known in package.relations(main)
            if name in package
        }
        styles = _styles(package, beside.get("styles", "xl/styles.xml"))
        shared = _shared_texts(package, beside.get("sharedStrings", "xl/sharedStrings.xml"), limits)
        room = limits.rows
        found: list[Sheet] = []
        for name, part, hidden in sheets:
            if part not in package:
                continue
            _refuse_endless(package, part, limits)
            reader = _SheetReader(
                package.name, shared, styles, _EPOCH_1904 if since_1904 else _EPOCH, limits, room
            )
            reader.progress = progress
            package.parse(part, reader.start, reader.end, reader.text)
            room -= len(reader.rows)
            found.append(reader.sheet(name, hidden))
        return tuple(found)
    finally:
        package.close()


def _refuse_endless(package: Package, part: str, limits: Limits) -> None:
    if package.size(part) < limits.small_part:
        return
    rows, values, inline = package.count(part, (b"<row ", b"<v>", b"<is>"))
    # Rows that only carry a format are common and cost little; rows with values are counted.
    if rows > limits.rows and values + inline >= rows:
        raise UserError("file_too_many_rows", name=package.name, limit=limits.rows)
    if values + inline > limits.cells:
        raise UserError("file_too_large", name=package.name, limit=limits.cells)


def _contents(package: Package, main: str) -> tuple[list[tuple[str, str, bool]], bool]:
    listed: list[tuple[str, str, bool]] = []
    since_1904 = False

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        nonlocal since_1904
        if tag == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            listed.append((attributes.get("name", ""), relation, hidden))
        elif tag == "workbookPr":
            since_1904 = attributes.get("date1904", "0") in ("1", "true")

    package.parse(main, sheet, lambda _tag: None)
    targets = {known: name for name, _kind, known in package.relations(main)}
    sheets = [
        (name, targets.get(relation, f"xl/worksheets/sheet{place}.xml"), hidden)
        for place, (name, relation, hidden) in enumerate(listed, 1)
    ]
    return sheets, since_1904


class _Styles(NamedTuple):
    """Which cell styles mean a date, and which are struck through."""

    dates: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


def _styles(package: Package, part: str) -> _Styles:
    if part not in package:
        return _Styles()
    formats: dict[int, str] = {}
    fonts: list[bool] = []
    styles: list[tuple[int, int]] = []
    inside = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "fonts"):
            inside = tag
        elif tag == "font" and inside == "fonts":
            fonts.append(False)
        elif tag == "strike" and inside == "fonts" and fonts:
            fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif tag == "xf" and inside == "cellXfs":
            font = int(attributes.get("fontId", "0"))
            styles.append((int(attributes.get("numFmtId", "0")), font))

    def end(tag: str) -> None:
        nonlocal inside
        if tag == inside:
            inside = ""

    package.parse(part, start, end)

    def is_date(number: int) -> bool:
        if number in formats:
            bare = _NOT_FORMAT.sub("", formats[number].split(";", 1)[0]).lower()
            return bare != "general" and ("y" in bare or "d" in bare or "ป" in bare)
        return number in _BUILT_IN_DATES

    struck = {place for place, line in enumerate(fonts) if line}
    return _Styles(
        frozenset(place for place, (number, _font) in enumerate(styles) if is_date(number)),
        frozenset(place for place, (_number, font) in enumerate(styles) if font in struck),
    )


def _shared_texts(package: Package, part: str, limits: Limits) -> list[str]:
    if part not in package:
        return []
    texts: list[str] = []
    pieces: list[str] = []
    state = {"t": False, "phonetic": False}
    size = 0

    def start(tag: str, _attributes: dict[str, str]) -> None:
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            state["phonetic"] = True
        elif tag == "t":
            state["t"] = not state["phonetic"]

    def end(tag: str) -> None:
        nonlocal size
        if tag == "t":
            state["t"] = False
        elif tag == "rPh":
            state["phonetic"] = False
        elif tag == "si":
            text = "".join(pieces)
            size += len(text) + 60
            if len(text) > limits.text:
                raise UserError("file_cell_too_long", name=package.name, limit=limits.text)
            if size > limits.shared_text:
                raise UserError("file_too_large", name=package.name, limit=limits.shared_text)
            texts.append(text)

    def content(text: str) -> None:
        if state["t"]:
            pieces.append(text)

    package.parse(part, start, end, content)
    return texts


def _text(text: str) -> Cell:
    """A text without the `_x000D_` escapes of the format and without our own apostrophe."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
    return read_text(text)


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or column is not shown: said so, or drawn without any size."""
    if attributes.get("hidden", "0") in ("1", "true"):
        return True
    try:
        return float(attributes.get(size, "1")) == 0
    except ValueError:
        return False


class _SheetReader:
    """Handlers for one sheet part; believes no `dimension` and counts for itself."""

    def __init__(
        self,
        file_name: str,
        shared: list[str],
        styles: _Styles,
        epoch: datetime,
        limits: Limits,
        room: int,
    ) -> None:
        self.rows: list[SheetRow] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.progress: Progress | None = None
        self._file_name = file_name
        self._shared = shared
        self._styles = styles
        self._epoch = epoch
        self._limits = limits
        self._room = room
        self._row = 0
        self._column = 0
        self._cells: dict[int, Cell] = {}
        self._type = "n"
        self._style = 0
        self._value: list[str] = []
        self._has_formula = False
        self._calculated = False
        self._size = 0
        self._into: list[str] | None = None
        self._phonetic = False
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[tuple[int, int]] = []
        self._row_hidden = False
        self._struck: set[tuple[int, int]] = set()

    def sheet(self, name: str, hidden: bool) -> Sheet:
        """What was read, once the part has ended."""
        columns = {
            place - 1
            for first, last in self._hidden_columns
            for place in range(first, min(last, self._limits.columns) + 1)
        }
        return Sheet(
            name,
            tuple(self.rows),
            tuple(self.merged),
            hidden,
            frozenset(self._hidden_rows),
            frozenset(columns),
            frozenset(self._struck),
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a row, a cell or the part of a cell that holds its value."""
        if tag == "c":
            reference = attributes.get("r")
            match = _REFERENCE.fullmatch(reference) if reference else None
            self._column = _column_number(match.group(1)) if match else self._column + 1
            self._type = attributes.get("t", "n")
            style = attributes.get("s", "0")
            self._style = int(style) if style.isdigit() else 0
            self._value = []
            self._calculated = False
            self._has_formula = False
            self._size = 0
        elif tag == "v":
            self._into = self._value
            self._calculated = True
        elif tag == "t":
            self._into = None if self._phonetic else self._value
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() else self._row + 1
            self._column = 0
            self._cells = {}
            self._row_hidden = _is_hidden(attributes, "ht")
        elif tag == "col":
            self._hide(attributes)
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell" and len(self.merged) < 10_000:
            self._merge(attributes.get("ref", ""))

    def text(self, content: str) -> None:
        """Collect the characters of a value."""
        if self._into is not None:
            self._size += len(content)
            if self._size > self._limits.text:
                raise UserError("file_cell_too_long", name=self._file_name, limit=self._limits.text)
            self._into.append(content)

    def end(self, tag: str) -> None:
        """Close a value, a cell or a row."""
        if tag in ("v", "t"):
            self._into = None
        elif tag == "c":
            if self._value or self._has_formula:
                self._finish_cell()
        elif tag == "row":
            self._finish_row()
        elif tag == "rPh":
            self._phonetic = False

    def _finish_cell(self) -> None:
        cell = self._cell("".join(self._value))
        if cell is None or cell == "":
            return
        if self._column > self._limits.columns:
            raise UserError(
                "file_too_many_columns", name=self._file_name, limit=self._limits.columns
            )
        self._cells[self._column] = cell
        if self._style in self._styles.struck and len(self._struck) < _MOST_STRUCK:
            self._struck.add((self._row, self._column - 1))

    def _cell(self, raw: str) -> Cell:
        kind = self._type
        if not raw:
            # A kept result that is empty is an empty cell. A formula that was never calculated
            # says nothing either, and its text is no word of anybody's: it is only noted.
            if self._has_formula and not (self._calculated and kind == "str"):
                return CellError(NEVER_CALCULATED)
            return None
        if kind == "e":
            return CellError(raw.strip())
        if kind == "s":
            place = int(raw) if raw.isdigit() else -1
            text = self._shared[place] if 0 <= place < len(self._shared) else None
            return None if text is None else _text(text)
        if kind in ("inlineStr", "str"):
            return _text(raw)
        if kind == "b":
            return raw.strip() in ("1", "true")
        if kind == "d":
            return raw
        try:
            number = int(raw) if raw.lstrip("-").isdigit() else float(raw)
        except (ValueError, OverflowError):
            return raw
        if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
            number = int(number)
        # A birth year converted twice (CE 1481) lies before the first day a spreadsheet counts.
        if self._style in self._styles.dates and (
            1 <= number < 2_958_466 or -200_000 < number < -100_000
        ):
            return self._epoch + timedelta(seconds=round(number * 86_400))
        return number

    def _finish_row(self) -> None:
        if not self._cells:
            return
        if len(self.rows) >= self._room:
            raise UserError("file_too_many_rows", name=self._file_name, limit=self._limits.rows)
        if self._row_hidden:
            self._hidden_rows.add(self._row)
        width = max(self._cells)
        self.rows.append(
            SheetRow(self._row, tuple(self._cells.get(place) for place in range(1, width + 1)))
        )
        self._cells = {}
        if self.progress is not None and len(self.rows) % 1_000 == 0:
            self.progress.step(len(self.rows), 0, "reading")

    def _hide(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        numbers = first.isdigit() and last.isdigit()
        if numbers and _is_hidden(attributes, "width") and len(self._hidden_columns) < 1_000:
            self._hidden_columns.append((int(first), int(last)))

    def _merge(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match:
            left, top, right, bottom = match.groups()
            self.merged.append((int(top), _column_number(left), int(bottom), _column_number(right)))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
