"""The rows of a book that comes back: whose each is, and what it changes.

A row is known by its hidden id and by what its identity columns say, together; where they part it
is asked about and not stored. Of a row that carries its mark only the edited cells count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.cells import Cell, CellError, Sheet, column_letters
from desktop.exchange.columns import shown
from desktop.exchange.headers import header_key
from desktop.exchange.marks import (
    Checked,
    checked,
    read_mark,
    stray_cells,
    torn_columns,
)
from desktop.exchange.rows import CellProblem
from desktop.exchange.sheet_look import OWN_SHEET
from desktop.models.base import SyncedRecord
from desktop.models.text import normalise, one_line
from desktop.services.workbooks.declared import (
    MARK,
    RECORD_ID,
    Book,
    BookDecision,
    BookLine,
    BookPlace,
    Outcome,
)
from desktop.services.workbooks.values import CellWords, same_value


@dataclass
class _Row:
    """A row below headings: its cells by key, and how it compares with its mark."""

    sheet: str
    number: int
    cells: dict[str, Cell]
    letters: Mapping[str, str]
    check: Checked | None
    torn: str = ""

    def text(self, key: str) -> str:
        """What a cell holds in one line."""
        return one_line(shown(self.cells.get(key)))

    @property
    def says(self) -> bool:
        """Whether anything stands in it."""
        return any(self.text(key) for key in self.cells)


class BookReading:
    """Reads the sheets of a workbook as a book."""

    def __init__(
        self,
        session: Session,
        book: Book,
        decisions: Mapping[BookPlace, BookDecision] | None = None,
    ) -> None:
        self._session = session
        self._book = book
        self._decisions = decisions or {}
        self._known = book.known(session)
        self._told = book.told(session, self._known)
        self._by_identity: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
        for each, texts in self._told.items():
            self._by_identity[self._key(texts)].append(each)
        self._columns = {each.key: each for each in book.columns()}
        self._meant = _headings(book)
        self._words = CellWords(session, "th")
        self._rows: list[_Row] = []
        self._problems: list[CellProblem] = []
        self._taken: set[tuple[str, ...]] = set()
        self._decided: set[UUID] = set()
        self.headed = False

    def take(self, sheet: Sheet) -> None:
        """Read one sheet; nothing is taken where no row holds the headings."""
        if not sheet.rows or any(cell == OWN_SHEET for cell in sheet.rows[0].cells):
            return
        columns: dict[int, str] = {}
        letters: dict[str, str] = {}
        rows: list[_Row] = []
        for line in sheet.rows:
            if not columns:
                columns = self._columns_of(line.cells)
                letters = {name: column_letters(place + 1) for place, name in columns.items()}
                if columns:
                    self.headed = True
                    self._unknown_columns(sheet.name, line.number, line.cells, columns)
                continue
            cells = {
                name: line.cells[place] if place < len(line.cells) else None
                for place, name in columns.items()
            }
            texts = {name: one_line(shown(cell)) for name, cell in cells.items()}
            mark = read_mark(texts.pop(MARK.key, ""))
            check = checked(mark, texts) if mark and mark.what == self._book.what else None
            row = _Row(sheet.name, line.number, cells, letters, check)
            if row.says:
                rows.append(row)
        self._note_tears(sheet.name, letters, rows)
        self._rows += rows

    def told(self) -> tuple[tuple[BookLine, ...], tuple[CellProblem, ...]]:
        """What becomes of each row, and what is to be looked at."""
        lines = tuple(self._line(row) for row in self._rows)
        return lines, tuple(self._problems)

    def _columns_of(self, cells: Sequence[Cell]) -> dict[int, str]:
        found = {
            place: self._meant[key]
            for place, cell in enumerate(cells)
            if (key := header_key(shown(cell))) in self._meant
        }
        return found if set(self._book.identity) <= set(found.values()) else {}

    def _unknown_columns(
        self, sheet: str, number: int, cells: Sequence[Cell], columns: Mapping[int, str]
    ) -> None:
        for place, cell in enumerate(cells):
            if place not in columns and one_line(shown(cell)):
                self._problems.append(
                    CellProblem(
                        sheet, number, column_letters(place + 1), "column_unknown",
                        one_line(shown(cell)),
                    )
                )  # fmt: skip

    def _note_tears(self, sheet: str, letters: Mapping[str, str], rows: Sequence[_Row]) -> None:
        exported = [
            (row.check.mark if row.check else None, {key: row.text(key) for key in row.cells})
            for row in rows
        ]
        few = self._book.few()
        torn = torn_columns(exported, few)
        if torn:
            said = ", ".join(letters[key] for key in torn)
            self._problems.append(CellProblem(sheet, 0, "", "sheet_sorted_in_part", said))
            for row in rows:
                moved = row.check.moved if row.check is not None else frozenset(torn)
                row.torn = next((key for key in torn if key in moved), min(moved, default=""))
            return
        for row, key in zip(rows, stray_cells(exported, few), strict=True):
            row.torn = key

    def _line(self, row: _Row) -> BookLine:
        book = self._book
        name = " ".join(row.text(key) for key in book.identity if row.text(key))
        lacking = next((key for key in book.identity if not row.text(key)), "")
        said = BookLine((row.sheet, row.number), name, "asked")
        record, outcome = self._whose(row)
        if outcome == "asked":
            said = replace(
                said, question=self._problems[-1].code, candidates=self._candidates(row, record)
            )
            decided = self._decisions.get(said.place)
            if decided is not None:
                # What was asked is answered: the row is read as that record's, cell by cell.
                self._problems.pop()
                row = replace(row, check=None)
                record = self._known.get(decided.record_id) if decided.record_id else None
                known = record is not None or decided.kind == "new"
                outcome = None if known and decided.kind != "leave_out" else "left_out"
                if outcome is None and record is not None and record.id in self._decided:
                    # One record cannot be two rows, whatever was answered for all of them.
                    self._note(row, book.identity[0], f"{book.word}_twice", name)
                    outcome = "repeat"
                if record is not None:
                    self._decided.add(record.id)
        if outcome is None and lacking:
            self._note(row, lacking, f"{book.word}_no_name", "", "error")
            outcome = "error"
        if outcome is not None:
            return replace(said, outcome=outcome, record_id=record.id if record else None)
        values = self._values(row, record)
        if record is None:
            return replace(said, outcome="new", values=values)
        said = replace(said, record_id=record.id)
        changed = {
            key: value
            for key, value in values.items()
            if not same_value(getattr(record, key), value)
        }
        if not changed:
            return replace(said, outcome="unchanged")
        try:
            self._book.check(self._session, record, changed)
        except UserError as error:
            self._note(row, min(changed), f"{self._book.word}_{error.code}", name, "error")
            return replace(said, outcome="error")
        return replace(said, outcome="update", values=changed)

    def _candidates(self, row: _Row, by_id: SyncedRecord | None) -> tuple[tuple[UUID, str], ...]:
        """The records that the row's id and its identity columns mean."""
        key = self._key({each: row.text(each) for each in self._book.identity})
        ids = [*([by_id.id] if by_id is not None else []), *self._by_identity.get(key, ())]
        return tuple(
            (each, " ".join(text for text in self._told[each].values() if text))
            for each in dict.fromkeys(ids)
        )

    def _whose(self, row: _Row) -> tuple[SyncedRecord | None, Outcome | None]:
        """The record that a row means, and its outcome where that is settled."""
        book, check = self._book, row.check
        by_id = self._by_id(row)
        key = self._key({each: row.text(each) for each in book.identity})
        namesakes = self._by_identity.get(key, [])
        if check is not None and not check.moved and by_id is not None:
            return by_id, "unchanged"
        if row.torn:
            return by_id, self._asked(row, "row_torn", row.torn)
        if by_id is not None and not self._fits(row, by_id):
            part = next((each for each in book.identity if self._parts(row, by_id, each)), "")
            copied = book.new_rows and not namesakes and self._stands_elsewhere(row, by_id.id)
            if not copied:
                code = "row_torn" if namesakes else f"{book.word}_renamed"
                return by_id, self._asked(row, code, part)
            by_id = None
        elif by_id is not None and (check is None or check.new) and self._rivals(row, by_id.id):
            changed = min(check.new) if check is not None else book.identity[0]
            return by_id, self._asked(row, "row_copied", changed)
        if any(key) and key in self._taken:
            self._note(row, book.identity[0], f"{book.word}_twice", row.text(book.identity[0]))
            return None, "repeat"
        self._taken.add(key)
        if by_id is None and len(namesakes) == 1:
            return self._known[namesakes[0]], None
        if by_id is None and not book.new_rows:
            self._note(row, book.identity[0], f"{book.word}_unknown", "", "error")
            return None, "error"
        return by_id, None

    def _asked(self, row: _Row, code: str, key: str) -> Outcome:
        self._note(row, key, code, row.text(key))
        return "asked"

    def _by_id(self, row: _Row) -> SyncedRecord | None:
        try:
            return self._known.get(UUID(row.text(RECORD_ID.key)))
        except ValueError:
            return None

    def _fits(self, row: _Row, record: SyncedRecord) -> bool:
        own_id = row.check is not None and RECORD_ID.key in row.check.moved
        return not own_id and not any(self._parts(row, record, key) for key in self._book.identity)

    def _parts(self, row: _Row, record: SyncedRecord, key: str) -> bool:
        """Whether an identity column says another than the record's id."""
        if row.check is not None and key not in row.check.moved:
            return False
        return _plain(row.text(key)) != _plain(self._told[record.id].get(key, ""))

    def _of_id(self, row: _Row, record_id: UUID) -> list[_Row]:
        others = [each for each in self._rows if each is not row]
        return [each for each in others if each.text(RECORD_ID.key) == str(record_id)]

    def _stands_elsewhere(self, row: _Row, record_id: UUID) -> bool:
        record = self._known[record_id]
        return any(self._fits(each, record) for each in self._of_id(row, record_id))

    def _rivals(self, row: _Row, record_id: UUID) -> bool:
        """Whether another row of this id is the record's as well, and says something else."""
        record = self._known[record_id]
        return any(
            self._fits(each, record) and each.cells != row.cells
            for each in self._of_id(row, record_id)
        )

    def _key(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(_plain(texts.get(key, "")) for key in self._book.identity)

    def _values(self, row: _Row, record: SyncedRecord | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        kept: list[str] = []
        # Of a record that is known, a cell which still says what was exported is nobody's word.
        check = row.check if record is not None else None
        for key, cell in row.cells.items():
            column = self._columns.get(key)
            if column is None or (check is not None and key not in check.new):
                continue
            if isinstance(cell, CellError):
                self._note(row, key, "cell_error", cell.text)
                continue
            text = shown(cell).strip()
            emptied = check is not None and key in check.emptied
            if not text:
                continue
            if record is None and key in self._book.begins:
                values[key] = text
                continue
            if not column.back:
                if check is not None:
                    self._note(row, key, "column_not_read_back", text)
                elif record is None and key not in self._book.identity:
                    kept.append(self._book.kept(key, text))
                continue
            try:
                values[key] = self._words.read(self._book.model, key, "" if emptied else text)
            except UserError as error:
                self._note(row, key, f"{self._book.word}_{error.code}", text)
                kept.append(self._book.kept(key, text))
        if kept and "note" in self._columns:
            before = str(values.get("note") or getattr(record, "note", None) or "")
            new = [each for each in kept if each and each not in before]
            if new:
                values["note"] = "\n".join([*([before] if before else []), *new])
        return values

    def _note(
        self,
        row: _Row,
        key: str,
        code: str,
        text: str,
        severity: Literal["error", "warning"] = "warning",
    ) -> None:
        letters = row.letters.get(key, "")
        self._problems.append(
            CellProblem(row.sheet, row.number, letters, code, one_line(text), severity, key)
        )


def _headings(book: Book) -> dict[str, str]:
    """The key of each column by its headings, in both languages."""
    meant: dict[str, str] = {}
    for column in book.sheet_columns():
        for heading in (column.header_th, column.header_en):
            meant.setdefault(header_key(heading), column.key)
    for heading, key in book.aliases().items():
        meant.setdefault(header_key(heading), key)
    return meant


def _plain(text: str) -> str:
    return "".join(normalise(text).split()).casefold()
