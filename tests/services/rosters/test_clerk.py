"""Whatever a clerk does with an exported list, nobody is changed whom the clerk did not touch."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.learner_columns import FEW_VALUES, learner_columns
from desktop.services.mentors.service import MentorService
from desktop.services.partners.service import PartnerService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportPreview, ImportService
from desktop.services.rosters.plan_book import PLANS
from desktop.services.rosters.workbooks import BOOKS, WorkbookService
from desktop.services.workbooks.declared import Book, BookPreview
from desktop.services.workspace import Workspace
from tests.services.rosters.clerk import Sheet, by_clerk
from tests.services.rosters.test_exported_hands import export, people

CODE, NUMBER, GIVEN = "รหัสผู้เรียนรู้", "เลขประจำตัวประชาชน", "ชื่อ"
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

    # What is typed below which heading; what tells who it is; which columns repeat their values.
    edits: ClassVar[Mapping[str, str]] = {name: text for name, (_field, text) in EDITS.items()}
    emptied: ClassVar[tuple[str, ...]] = (CODE, NUMBER)
    name: ClassVar[str] = GIVEN
    few: ClassVar[frozenset[str]] = frozenset(
        column.header_th for column in learner_columns() if column.key in FEW_VALUES
    )

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

    def typed(self, row: list[Cell]) -> set[str]:
        """The headings below which a clerk typed, here or elsewhere the same in the column."""
        said = [{each[at].value for each in self.rows if each[at].typed} for at in range(len(row))]
        return {
            heading
            for heading, cell, values in zip(self.headings, row, said, strict=True)
            if cell.typed or (cell.value is not None and cell.value in values)
        }

    def others(self, row: list[Cell]) -> list[str]:
        """The headings below which stands what was somebody else's.

        Whose the row is tells its id, and where that was pushed away, its name.
        """
        parts = [row[self.headings.index(each)] for each in ("รหัสระเบียน", self.name)]
        whose = next((each.whose for each in parts if each.value is not None), -1)
        if whose < 0:
            return []
        typed = self.typed(row)
        return [
            heading
            for heading, cell, own in zip(self.headings, row, self._exported[whose], strict=True)
            if heading not in typed and cell.value is not None and cell.value != own
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
        heading = self._chance.choice(list(self.edits))
        self._type(self._row(), heading, self.edits[heading])

    def _copy(self) -> None:
        self.rows.append([Cell(cell.value, cell.whose, cell.typed) for cell in self._row()])

    def _new_child(self) -> None:
        self._copy()
        for heading in self.emptied:
            self._type(self.rows[-1], heading, None)
        self._type(self.rows[-1], self.name, self._chance.choice(NEW_NAMES))

    def _delete(self) -> None:
        """Delete a row; one whose cells were moved elsewhere first is not told from typing."""
        row = self._row()
        elsewhere = {cell.whose for other in self.rows if other is not row for cell in other}
        if len(self.rows) > 3 and elsewhere.isdisjoint({cell.whose for cell in row} - {-1}):
            self.rows.remove(row)

    def _type_row(self) -> None:
        self.rows.append([Cell(None, -1) for _heading in self.headings])
        self._type(self.rows[-1], self.name, self._chance.choice(NEW_NAMES))

    def _telling_column(self) -> int:
        """A column whose values tell people apart; elsewhere one moved cell is as good as typed."""
        telling = [place for place, name in enumerate(self.headings) if name not in self.few]
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
        heading = self._chance.choice(list(self.edits))
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
        typed = clerk.typed(row)
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


ACTS = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
SomeClerk = TypeVar("SomeClerk", bound=Clerk)


def handed(path: Path, chance: random.Random, acts: int, kind: type[SomeClerk]) -> SomeClerk:
    """A clerk who has done so many things with the open list, saved beside it as `clerk.xlsx`."""
    book = load_workbook(path)
    assert isinstance(book.active, Worksheet)
    cells: list[list[object]] = [[cell.value for cell in row] for row in book.active.iter_rows()]
    clerk = kind([str(each) for each in cells[0]], cells[1:], chance)
    for _act in range(acts):
        clerk.act()
    clerk.save(path.with_name("clerk.xlsx"))
    return clerk


@ACTS
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def _never_changes_others(
    imports: ImportService, path: Path, chance: random.Random, acts: int
) -> None:
    clerk = handed(path, chance, acts, Clerk)
    assert offences(clerk, imports.preview(path.with_name("clerk.xlsx"))) == []


def test_a_clerk_never_changes_whom_they_did_not_touch(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace, 12)
    path = export(workspace, tmp_path)
    _never_changes_others(ImportService(workspace), path)


def test_a_name_pushed_below_the_list_is_nobody_new(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    path = export(workspace, tmp_path)

    def push_down(sheet: Sheet) -> None:
        sheet.rows.append([None] * len(sheet.headings))
        names = [row[sheet.place(GIVEN)] for row in sheet.rows]
        for number, name in enumerate([*names[:8], None, *names[8:-1]]):
            sheet.put(number, GIVEN, name)

    found = ImportService(workspace).preview(by_clerk(path, push_down))
    assert [row.outcome for row in found.rows[-3:]] == ["error", "asked", "asked"]
    assert found.rows[-1].question == "row_torn"


class PlanClerk(Clerk):
    """One with a table of plans."""

    edits: ClassVar[Mapping[str, str]] = {"ความฝัน": "เป็นช่าง", "ทุนเดิม": "ขยัน", "ความสนใจ": "ทำครัว"}
    emptied: ClassVar[tuple[str, ...]] = (CODE,)
    name: ClassVar[str] = "ชื่อ-สกุล"
    few: ClassVar[frozenset[str]] = frozenset(
        column.header_th for column in PLANS.columns() if column.key in PLANS.few()
    )


class PartnerClerk(Clerk):
    """One with the directory of partners."""

    edits: ClassVar[Mapping[str, str]] = {"โทรศัพท์": "053999999", "หมายเหตุ": "พบแล้ว"}
    emptied: ClassVar[tuple[str, ...]] = ("โทรศัพท์",)
    name: ClassVar[str] = "ชื่อภาคี"
    few: ClassVar[frozenset[str]] = frozenset(
        column.header_th
        for column in BOOKS["partners"].columns()
        if column.key in BOOKS["partners"].few()
    )


class MentorClerk(Clerk):
    """One with the directory of mentors."""

    edits: ClassVar[Mapping[str, str]] = {"สิ่งที่สอนหรือทำได้": "จักสาน", "หมายเหตุ": "พบแล้ว"}
    emptied: ClassVar[tuple[str, ...]] = ("โทรศัพท์",)
    name: ClassVar[str] = "ชื่อ–สกุล"
    few: ClassVar[frozenset[str]] = frozenset(
        column.header_th
        for column in BOOKS["mentors"].columns()
        if column.key in BOOKS["mentors"].few()
    )


def book_offences(clerk: Clerk, book: Book, found: BookPreview) -> list[str]:
    """What an import would do to records that the clerk did not touch."""
    keys = {column.header_th: column.key for column in book.sheet_columns()}
    lines = {line.place[1]: line for line in found.lines}
    told = []
    for number, row in enumerate(clerk.rows, 2):
        line = lines.get(number)
        typed = {keys[heading] for heading in clerk.typed(row)}
        if line is None or line.outcome not in ("new", "update"):
            continue
        if line.outcome == "new" and not typed:
            told.append(f"{number}: something new that nobody typed")
        elif line.outcome == "update" and clerk.others(row):
            told.append(f"{number}: taken in with {clerk.others(row)} of others")
        elif line.outcome == "update" and not set(line.values) <= typed:
            told.append(f"{number}: changes {set(line.values)} where {typed} was typed")
    return told


@ACTS
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def _never_changes_other_records(
    books: WorkbookService,
    path: Path,
    what: str,
    kind: type[Clerk],
    chance: random.Random,
    acts: int,
) -> None:
    clerk = handed(path, chance, acts, kind)
    found = books.preview(what, path.with_name("clerk.xlsx"))
    assert book_offences(clerk, BOOKS[what], found) == []


@pytest.mark.parametrize(
    ("what", "kind"),
    [("plans", PlanClerk), ("partners", PartnerClerk), ("mentors", MentorClerk)],
)
def test_a_clerk_never_changes_a_record_they_did_not_touch(
    workspace: Workspace, tmp_path: Path, what: str, kind: type[Clerk]
) -> None:
    plans, partners = PlanService(workspace), PartnerService(workspace)
    mentors = MentorService(workspace)
    for number, learner_id in enumerate(people(workspace)):
        plan = plans.start(learner_id)
        plans.save(plan, {"dream": f"ฝัน {number}", "strengths": f"ทุน {number}"})
        partners.add(
            {"name": f"กลุ่มที่ {number}", "phone": f"05300{number}", "note": f"บันทึก {number}"}
        )
        who = {"given": f"ครู{number}", "surname": "ใจดี", "phone": f"08100000{number:02d}"}
        mentors.add({**who, "skills": f"ทำ {number}", "note": f"บันทึก {number}"})
    ExportService(workspace).export(what, tmp_path / "x.xlsx")
    _never_changes_other_records(WorkbookService(workspace), tmp_path / "x.xlsx", what, kind)


def test_a_cell_of_anothers_row_is_asked_about_where_the_mark_is_gone(
    workspace: Workspace, tmp_path: Path
) -> None:
    plans = PlanService(workspace)
    for number, learner_id in enumerate(people(workspace)):
        plans.save(plans.start(learner_id), {"dream": f"ฝัน {number}"})
    path = tmp_path / "x.xlsx"
    ExportService(workspace).export("plans", path)
    book = load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    headings = [str(cell.value) for cell in sheet[1]]
    dream, mark = headings.index("ความฝัน") + 1, headings.index("รอยตรวจ") + 1
    sheet.cell(4, dream).value = sheet.cell(2, dream).value
    sheet.cell(2, dream).value = "เป็นช่าง"
    sheet.cell(4, mark).value = None
    book.save(path)

    lines = {
        line.place[1]: line for line in WorkbookService(workspace).preview("plans", path).lines
    }
    assert (lines[2].outcome, lines[4].outcome) == ("update", "asked")
