"""The rows of a book that comes back: whose each is, and what it changes.

A row is known by its hidden id and by what its identity columns say, together; where they part it
is asked about and not stored. Of a row that carries its mark only the edited cells count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.cells import Cell, CellError, Sheet, column_letters
from desktop.exchange.columns import shown
from desktop.exchange.marks import (
    EMPTIES,
    Checked,
    checked,
    read_mark,
    stray_cells,
    torn_columns,
)
from desktop.exchange.name_cells import several_people
from desktop.exchange.rows import CellProblem
from desktop.exchange.sheet_look import OWN_SHEET
from desktop.models.base import SyncedRecord
from desktop.models.owners import owner_of
from desktop.models.restriction import restricted_ids, restricted_persons
from desktop.models.text import one_line
from desktop.services.workbooks.declared import (
    FITS_SEVERAL,
    MARK,
    RECORD_ID,
    Book,
    BookDecision,
    BookLine,
    BookPlace,
    Outcome,
    plain,
)
from desktop.services.workbooks.headings import Headings
from desktop.services.workbooks.namesakes import Namesakes
from desktop.services.workbooks.values import CellWords, same_value


@dataclass
class _Row:
    """A row below headings: its cells by key, what stands `beside` them, and how it compares with
    its mark.

    One that a person decided is taken whole, whatever its mark says.
    """

    sheet: str
    number: int
    cells: dict[str, Cell]
    letters: Mapping[str, str]
    check: Checked | None
    beside: list[str] = field(default_factory=list)
    torn: str = ""
    decided: bool = False

    def text(self, key: str) -> str:
        """What a cell holds in one line."""
        return one_line(shown(self.cells.get(key)))

    @property
    def texts(self) -> dict[str, str]:
        """What its cells hold."""
        return {key: self.text(key) for key in self.cells}

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
        self._namesakes = Namesakes(session, book, self._known)
        self._held = restricted_ids(session) | restricted_persons(session)
        self._columns = {each.key: each for each in book.columns()}
        self._headings = Headings(book)
        self._words = CellWords(session, "th")
        self._rows: list[_Row] = []
        self._problems: list[CellProblem] = []
        self._taken: dict[object, _Row] = {}
        self._decided: set[UUID] = set()
        self._not_read: set[tuple[str, str]] = set()
        self.headed = False

    def take(self, sheet: Sheet) -> None:
        """Read one sheet; nothing is taken where no row holds the headings, or it is hidden."""
        if not sheet.rows or any(cell == OWN_SHEET for cell in sheet.rows[0].cells):
            return
        if sheet.hidden:
            if any(self._headings.columns_of(line.cells) for line in sheet.rows):
                self._problems.append(
                    CellProblem(sheet.name, 0, "", "left_out_hidden_sheet", sheet.name)
                )
            return
        columns: dict[int, str] = {}
        letters: dict[str, str] = {}
        others: list[tuple[int, str]] = []
        rows: list[_Row] = []
        for line in sheet.rows:
            if not columns:
                columns = self._headings.columns_of(line.cells)
                letters = {name: column_letters(place + 1) for place, name in columns.items()}
                others = list(self._headings.others(line.cells, columns)) if columns else []
                self.headed = self.headed or bool(columns)
                self._unknown_columns(sheet.name, line.number, others)
                continue
            cells = _cells(line.cells, columns)
            texts = {name: one_line(shown(cell)) for name, cell in cells.items()}
            mark = read_mark(texts.pop(MARK.key, ""))
            check = checked(mark, texts) if mark and mark.what == self._book.what else None
            beside = [
                f"{heading}: {text}"
                for place, heading in others
                if place < len(line.cells) and (text := one_line(shown(line.cells[place])))
            ]
            row = _Row(sheet.name, line.number, cells, letters, check, beside)
            if mark is None and self._headings.tells_of_nothing(line.cells, texts):
                said = " ".join(text for cell in line.cells if (text := one_line(shown(cell))))
                self._note(row, self._book.identity[0], "line_left_out", said)
            elif row.says:
                rows.append(row)
        self._note_tears(sheet.name, letters, rows)
        self._rows += rows

    def told(self) -> tuple[tuple[BookLine, ...], tuple[CellProblem, ...]]:
        """What becomes of each row, and what is to be looked at."""
        lines = tuple(self._line(row) for row in self._rows)
        return lines, tuple(self._problems)

    def _unknown_columns(self, sheet: str, number: int, others: list[tuple[int, str]]) -> None:
        code = "column_kept" if "note" in self._columns else "column_unknown"
        self._problems += [
            CellProblem(sheet, number, column_letters(place + 1), code, heading)
            for place, heading in others
        ]

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
        needed = (key for key in book.identity if key not in book.may_lack)
        lacking = next((key for key in needed if not row.text(key)), "")
        said = BookLine((row.sheet, row.number), name, "asked")
        meant, outcome = self._whose(row)
        if outcome == "asked":
            code, candidates = self._problems[-1].code, self._candidates(row, meant)
            said = replace(said, question=code, candidates=candidates)
            decided = self._decision(said.place)
            if decided is not None:
                # What was asked is answered: the row is read as that record's, cell by cell.
                self._problems.pop()
                row = replace(row, decided=True)
                meant = decided.record_id
                outcome = "left_out" if decided.kind == "leave_out" else None
                if outcome is None and meant in self._decided:
                    # One record cannot be two rows, whatever was answered for all of them.
                    self._note(row, book.identity[0], f"{book.word}_twice", name)
                    outcome = "repeat"
                if meant is not None:
                    self._decided.add(meant)
        if outcome is None and lacking:
            self._note(row, lacking, f"{book.word}_no_name", "", "error")
            outcome = "error"
        record = self._known.get(meant) if meant else None
        if outcome is not None:
            return replace(said, outcome=outcome, record_id=record.id if record else None)
        return self._read(row, said, record, meant)

    def _decision(self, place: BookPlace) -> BookDecision | None:
        """What was decided of a row; None where it can be that no more, and is asked again."""
        decided = self._decisions.get(place)
        if decided is None or decided.kind == "leave_out":
            return decided
        if decided.kind == "new":
            return decided if self._book.new_rows else None
        return decided if decided.record_id in self._namesakes else None

    def _read(
        self, row: _Row, said: BookLine, record: SyncedRecord | None, meant: UUID | None
    ) -> BookLine:
        """What a row stores; `meant` is the record, or whose new one it is."""
        book = self._book
        values = self._values(row, record, meant)
        if (meant if record is None else owner_of(self._session, record)) in self._held:
            self._note(row, book.identity[0], f"{book.word}_restricted", said.name, "error")
            return replace(said, outcome="error")
        if record is None:
            owner = {book.owner: meant} if meant is not None else {}
            try:
                book.check_new(self._session, values)
            except UserError as error:
                key = str(error.values["field"])
                self._note(row, key, f"{book.word}_{error.code}", said.name, "error")
                return replace(said, outcome="error")
            return replace(said, outcome="new", values={**values, **owner})
        said = replace(said, record_id=record.id)
        changed = {
            key: value
            for key, value in values.items()
            if not same_value(getattr(record, key), value)
        }
        if not changed:
            return replace(said, outcome="unchanged")
        try:
            book.check(self._session, record, changed)
        except UserError as error:
            self._note(row, min(changed), f"{book.word}_{error.code}", said.name, "error")
            return replace(said, outcome="error")
        return replace(said, outcome="update", values=changed)

    def _candidates(self, row: _Row, by_id: UUID | None) -> tuple[tuple[UUID, str], ...]:
        """The records that the row's id and its identity columns mean."""
        ids = [*([by_id] if by_id else []), *self._namesakes.of(row.texts)]
        return self._namesakes.names(list(dict.fromkeys(ids)))

    def _whose(self, row: _Row) -> tuple[UUID | None, Outcome | None]:
        """The record that a row means, or whose it is, and its outcome where that is settled."""
        book, check = self._book, row.check
        record = self._by_id(row)
        by_id = record.id if record is not None else None
        if record is not None and check is not None and not check.moved:
            return by_id, "unchanged"
        if row.torn:
            return by_id, self._asked(row, "row_torn", row.torn)
        if record is not None and not self._fits(row, record):
            namesakes = self._namesakes.of(row.texts)
            part = next((each for each in book.identity if self._parts(row, record, each)), "")
            copied = book.new_rows and not namesakes and self._stands_elsewhere(row, record)
            if not copied:
                code = "row_torn" if namesakes else f"{book.word}_renamed"
                return by_id, self._asked(row, code, part)
            by_id = None
        elif record is not None and (check is None or check.new) and self._rivals(row, record):
            changed = min(check.new) if check is not None else book.identity[0]
            return by_id, self._asked(row, "row_copied", changed)
        if by_id is not None:
            return by_id, self._again(row, by_id)
        return self._by_name(row)

    def _by_name(self, row: _Row) -> tuple[UUID | None, Outcome | None]:
        """Whom a row without an id means."""
        book, key = self._book, self._book.called(row.texts)
        name = book.identity[0]
        if book.owner and (doubt := several_people(shown(row.cells.get(name)))):
            code = "two_people" if doubt == "error" else "maybe_two_people"
            return None, self._asked(row, code, name)
        likely = self._namesakes.likely(row.texts)
        if len(likely) > 1:
            return None, self._asked(row, FITS_SEVERAL, book.identity[0])
        meant = likely[0] if likely else None
        if meant is not None and (against := self._namesakes.against(meant, row.texts)):
            return None, self._asked(row, "row_says_another", against)
        again = self._again(row, *([meant] if meant else []), *([key] if any(key) else []))
        if again is None and meant is None and not book.new_rows:
            self._note(row, book.identity[0], f"{book.word}_unknown", "", "error")
            again = "error"
        return meant, again

    def _again(self, row: _Row, *marks: object) -> Outcome | None:
        """What becomes of a row that tells once more of what an earlier one told of."""
        earlier = next((self._taken[each] for each in marks if each in self._taken), None)
        for each in marks:
            self._taken.setdefault(each, row)
        if earlier is None:
            return None
        name = self._book.identity[0]
        if any(row.text(key) not in ("", earlier.text(key)) for key in row.cells):
            return self._asked(row, "row_name_again", name)
        self._note(row, name, f"{self._book.word}_twice", row.text(name))
        return "repeat"

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
        return plain(row.text(key)) != plain(self._namesakes.told(record.id).get(key, ""))

    def _of_id(self, row: _Row, record_id: UUID) -> list[_Row]:
        others = [each for each in self._rows if each is not row]
        return [each for each in others if each.text(RECORD_ID.key) == str(record_id)]

    def _stands_elsewhere(self, row: _Row, record: SyncedRecord) -> bool:
        return any(self._fits(each, record) for each in self._of_id(row, record.id))

    def _rivals(self, row: _Row, record: SyncedRecord) -> bool:
        """Whether another row of this id is the record's as well, and says something else."""
        return any(
            self._fits(each, record) and each.cells != row.cells
            for each in self._of_id(row, record.id)
        )

    def _values(self, row: _Row, record: SyncedRecord | None, meant: UUID | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        kept = list(row.beside)
        # Of a record that is known, a cell which still says what was exported is nobody's word.
        check = row.check if record is not None and not row.decided else None
        exported = row.cells.keys() - row.check.new if row.check is not None else set()
        for key, cell in row.cells.items():
            column = self._columns.get(key)
            if column is None or (check is not None and key not in check.new):
                continue
            if isinstance(cell, CellError):
                self._note(row, key, "cell_error", cell.text)
                continue
            text = shown(cell).strip()
            emptied = check is not None and key in check.emptied
            if not text or (text in EMPTIES and not emptied):
                continue
            if key in self._book.begins and check is None:
                if meant is None:
                    values[key] = text
                elif plain(text) != plain(self._namesakes.told(meant).get(key, "")):
                    # Of somebody known it is not taken, and not lost either.
                    kept.append(self._book.kept(key, text))
                continue
            if not column.back:
                if check is not None:
                    self._note(row, key, "column_not_read_back", text)
                elif key in self._book.identity:
                    continue
                elif record is None:
                    kept.append(self._book.kept(key, text))
                elif key not in exported and (row.sheet, key) not in self._not_read:
                    self._not_read.add((row.sheet, key))
                    self._note(row, key, "column_not_read_back", text)
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


def _cells(line: Sequence[Cell], columns: Mapping[int, str]) -> dict[str, Cell]:
    """The cells of a line by key; a name in several columns is one."""
    cells: dict[str, Cell] = {}
    for place, name in columns.items():
        cell = line[place] if place < len(line) else None
        before = cells.get(name)
        if before is None or cell is None:
            cells[name] = cell if before is None else before
        elif shown(before) != shown(cell):
            cells[name] = f"{shown(before)} {shown(cell)}"
    return cells
