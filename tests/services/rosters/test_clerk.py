"""Whatever a clerk does with an exported list, nobody is changed whom the clerk did not touch."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.learner_columns import FEW_VALUES, learner_columns
from desktop.services.rosters.importing import ImportPreview, ImportService
from desktop.services.workspace import Workspace
from tests.services.rosters.test_exported_hands import export, people

CODE, NUMBER, GIVEN = "รหัสผู้เรียน", "เลขประจำตัวประชาชน", "ชื่อ"
# A heading, the fields of the preview that it may change, and what a clerk may type.
EDITS = {
    "ชื่อเล่น": ("nickname", "ตุ๊กตา"),
    "เบอร์โทร": ("phone", "0877777777"),
    "หมู่ที่": ("village", "9"),
    "สถานะ": ("status", "กำลังเรียน"),
    "หมายเหตุ": ("note", "พบแล้ว"),
    "ผู้ปกครอง": ("carer", "ลุงทอง ใจดี"),
    "วันเกิด": ("birth", "3/3/2550"),
}
NEW_NAMES = ("อรุณี", "วิเชียร", "สุดารัตน์", "ประเสริฐ")


@dataclass(eq=False)
class Cell:
    """A cell, whose it was as it was exported (-1 for nobody's), and whether a clerk typed it."""

    value: object
    whose: int
    typed: bool = False


class Clerk:
    """Does things with the rows of a list, as they occur in offices."""

    def __init__(
        self, headings: list[str], rows: list[list[object]], chance: random.Random
    ) -> None:
        self.headings = headings
        self.rows = [[Cell(value, whose) for value in row] for whose, row in enumerate(rows)]
        self._exported = rows
        self._chance = chance

    def act(self) -> None:
        """Do one thing."""
        acts: list[Callable[[], None]] = [
            self._sort_all, self._sort_some, self._edit, self._edit, self._copy, self._new_child,
            self._delete, self._type_row, self._swap_cells, self._insert_cell, self._fill_down,
        ]  # fmt: skip
        self._chance.choice(acts)()

    def others(self, row: list[Cell]) -> list[str]:
        """The headings below which stands what was somebody else's, told by the row's id."""
        whose = row[self.headings.index("รหัสระเบียน")].whose
        return [
            heading
            for heading, cell, own in zip(self.headings, row, self._exported[whose], strict=True)
            if not cell.typed and cell.value is not None and cell.value != own
        ]

    def save(self, path: Path) -> None:
        """Write the list down."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = "ผู้เรียนรู้"
        sheet.append(self.headings)
        for row in self.rows:
            sheet.append([cell.value for cell in row])
        book.save(path)

    def _row(self) -> list[Cell]:
        return self._chance.choice(self.rows)

    def _type(self, row: list[Cell], heading: str, value: object) -> None:
        row[self.headings.index(heading)] = Cell(value, -1, typed=True)

    def _sort_all(self) -> None:
        self._chance.shuffle(self.rows)

    def _sort_some(self) -> None:
        first = self._chance.randrange(len(self.headings))
        end = self._chance.randrange(first + 1, len(self.headings) + 1)
        parts = [row[first:end] for row in self.rows]
        self._chance.shuffle(parts)
        for row, part in zip(self.rows, parts, strict=True):
            row[first:end] = part

    def _edit(self) -> None:
        heading = self._chance.choice(list(EDITS))
        self._type(self._row(), heading, EDITS[heading][1])

    def _copy(self) -> None:
        self.rows.append([Cell(cell.value, cell.whose, cell.typed) for cell in self._row()])

    def _new_child(self) -> None:
        self._copy()
        for heading in (CODE, NUMBER):
            self._type(self.rows[-1], heading, None)
        self._type(self.rows[-1], GIVEN, self._chance.choice(NEW_NAMES))

    def _delete(self) -> None:
        """Delete a row; one whose cells were moved elsewhere first is not told from typing."""
        row = self._row()
        elsewhere = {cell.whose for other in self.rows if other is not row for cell in other}
        if len(self.rows) > 3 and elsewhere.isdisjoint({cell.whose for cell in row} - {-1}):
            self.rows.remove(row)

    def _type_row(self) -> None:
        self.rows.append([Cell(None, -1) for _heading in self.headings])
        self._type(self.rows[-1], GIVEN, self._chance.choice(NEW_NAMES))

    def _telling_column(self) -> int:
        """A column whose values tell people apart; elsewhere one moved cell is as good as typed."""
        few = {column.header_th for column in learner_columns() if column.key in FEW_VALUES}
        telling = [place for place, name in enumerate(self.headings) if name not in few]
        return self._chance.choice(telling)

    def _swap_cells(self) -> None:
        place = self._telling_column()
        one, other = self._row(), self._row()
        one[place], other[place] = other[place], one[place]

    def _insert_cell(self) -> None:
        """Insert one cell in a column; what stood below moves down, the last one falls out."""
        place = self._telling_column()
        at = self._chance.randrange(len(self.rows))
        column = [row[place] for row in self.rows]
        column.insert(at, Cell(None, -1))
        for row, cell in zip(self.rows, column[:-1], strict=True):
            row[place] = cell

    def _fill_down(self) -> None:
        heading = self._chance.choice(list(EDITS))
        place = self.headings.index(heading)
        at = self._chance.randrange(len(self.rows))
        for row in self.rows[at + 1 : at + 4]:
            row[place] = Cell(self.rows[at][place].value, -1, typed=True)


def offences(clerk: Clerk, found: ImportPreview) -> list[str]:
    """What an import would do to people whom the clerk did not touch."""
    told = []
    by_number = {plan.row.row: plan for plan in found.rows}
    for number, row in enumerate(clerk.rows, 2):
        plan = by_number.get(number)
        if plan is None:
            continue
        typed = {clerk.headings[place] for place, cell in enumerate(row) if cell.typed}
        others = clerk.others(row)
        if plan.outcome == "new" and not typed:
            told.append(f"{number}: somebody new, whom nobody typed")
        if plan.outcome != "update":
            continue
        if others:
            told.append(f"{number}: taken in with {others} of others: {plan.changes}")
        may = {EDITS[heading][0] for heading in typed & EDITS.keys()} | {"former_names"}
        if GIVEN in typed:
            may |= {"given"}
        if beyond := {change.field for change in plan.changes} - may:
            told.append(f"{number}: changes {beyond} where {typed} was typed")
    return told


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None
)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def _never_changes_others(
    imports: ImportService, path: Path, chance: random.Random, acts: int
) -> None:
    book = load_workbook(path)
    assert isinstance(book.active, Worksheet)
    cells: list[list[object]] = [[cell.value for cell in row] for row in book.active.iter_rows()]
    clerk = Clerk([str(each) for each in cells[0]], cells[1:], chance)
    for _act in range(acts):
        clerk.act()
    clerk.save(path.with_name("clerk.xlsx"))
    assert offences(clerk, imports.preview(path.with_name("clerk.xlsx"))) == []


def test_a_clerk_never_changes_whom_they_did_not_touch(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace, 12)
    path = export(workspace, tmp_path)
    _never_changes_others(ImportService(workspace), path)
