"""The rows of a roster in a table, each problem marked at its cell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject

from desktop.exchange.columns import Column, Layout, TableKey
from desktop.exchange.corrections import typed_at
from desktop.exchange.rows import CellProblem, RosterRow
from desktop.models.text import sort_key
from desktop.services.rosters.importing import RowPlan
from desktop.ui import thai_time
from desktop.ui.importing.words import CELL_OF_FIELD, OUTCOME_ICONS, ImportWords
from desktop.ui.record_names import code_name
from desktop.ui.widgets.table_model import Column as TableColumn
from desktop.ui.widgets.table_model import DataclassTableModel

# The columns of the file behind one of the table, in the order in which they are typed in.
_FIELDS_OF_CELL = {
    "name": ("name", "given", "surname"),
    "nickname": ("nickname",),
    "birth": ("birth", "birth_year", "age"),
    "number": ("identity", "g_code"),
    "village": ("moo", "village"),
}
_NAME_WIDTH = 210
# From the richest set of columns to the poorest: names and numbers must be read whole.
_COLUMN_SETS = (
    ("outcome", "sheet", "row", "name", "nickname", "birth", "number", "village", "more"),
    ("outcome", "sheet", "row", "name", "nickname", "birth", "number", "village"),
    ("outcome", "sheet", "row", "name", "birth", "number", "village"),
    ("outcome", "sheet", "row", "name", "birth", "number"),
    ("outcome", "sheet", "row", "name", "number"),
    ("outcome", "row", "name"),
)

Cells = Callable[[RowPlan], str]


class PreviewWords(QObject):
    """Words of the table's cells and headings."""

    def name(self, row: RosterRow) -> str:
        """Title, given name and surname as they were read."""
        return f"{row.title}{row.given} {row.surname}".strip() or self.tr("(ไม่มีชื่อ)")

    def birth(self, row: RosterRow) -> str:
        """The birth as read, else as typed."""
        return thai_time.shown_date(row.birth) or row.birth_text or "–"

    def number(self, row: RosterRow) -> str:
        """The number, else the text that is none."""
        return row.identity.display or "–"

    def village(self, row: RosterRow) -> str:
        """The moo number, else the name of the village."""
        return row.moo or row.village or "–"

    def head(self, key: str) -> str:
        """The heading of a column."""
        return {
            "outcome": self.tr("จะเป็น"),
            "sheet": self.tr("แผ่นงาน"),
            "row": self.tr("แถว"),
            "name": self.tr("ชื่อ–สกุล"),
            "nickname": self.tr("ชื่อเล่น"),
            "birth": self.tr("วันเกิด"),
            "number": self.tr("เลข"),
            "village": self.tr("หมู่"),
            "more": self.tr("อื่น ๆ"),
        }[key]

    def alike(self) -> str:
        """What stands at a row that may be someone known."""
        return self.tr("อาจซ้ำ")

    def was(self, text: str) -> str:
        """What a cell of the file says that a person corrected."""
        return self.tr("แก้แล้ว ในแฟ้มคือ “{text}”").replace("{text}", text)


class PreviewCells:
    """Where the cells of the file stand in the table, and which of its columns are shown."""

    def __init__(self) -> None:
        self.layouts: Mapping[TableKey, Layout] = {}
        self.shown: Collection[str] = _COLUMN_SETS[0]

    def problems(self, plan: RowPlan, key: str) -> list[CellProblem]:
        """The problems that are marked in a column of the table."""
        return [each for each in plan.row.problems if self._key_of(each.field) == key]

    def corrected(self, plan: RowPlan, key: str) -> list[Column]:
        """The columns of the file whose corrected cell is marked in a column of the table."""
        return [
            column for column in self.corrected_columns(plan) if self._key_of(column.field) == key
        ]

    def corrected_columns(self, plan: RowPlan) -> list[Column]:
        """The columns of the file whose cell in this row a person corrected."""
        places = plan.row.corrected
        if not places:
            return []
        return [each for each in self.layouts[plan.row.table].columns if each.index in places]

    def behind(self, plan: RowPlan, key: str) -> Column | None:
        """The column of the file to type in for a column of the table; one in doubt comes first."""
        layout = self.layouts[plan.row.table]
        for problem in self.problems(plan, key):
            found = column_of(problem, layout)
            if found is not None:
                return found
        fields = {column.field: column for column in layout.columns}
        return next((fields[name] for name in _FIELDS_OF_CELL.get(key, ()) if name in fields), None)

    def in_doubt(self, plan: RowPlan) -> str:
        """The first column of the table with a problem that typing can mend, "" for none."""
        found = (self.to_mend(plan, problem) for problem in plan.row.problems)
        return next((key for key, column in found if column is not None), "")

    def to_mend(self, plan: RowPlan, problem: CellProblem) -> tuple[str, Column | None]:
        """The columns of the table and of the file in which to mend a problem.

        None where typing mends nothing.
        """
        return self._key_of(problem.field), column_of(problem, self.layouts[plan.row.table])

    def _key_of(self, field: str) -> str:
        wanted = CELL_OF_FIELD.get(field, "more")
        # Where there is no room for a column, its marks stand at the number of the row.
        return wanted if wanted in self.shown else "row"


def column_of(problem: CellProblem, layout: Layout) -> Column | None:
    """The column of the file in which a problem can be mended, None for the row as a whole."""
    if problem.column:
        return next((each for each in layout.columns if each.letters == problem.column), None)
    wanted = ("name", "given") if problem.code == "no_name" else (problem.field,)
    return next((each for each in layout.columns if each.field and each.field in wanted), None)


def preview_model(words: PreviewWords, cells: PreviewCells) -> DataclassTableModel[RowPlan]:
    """The model; a cell with a problem has its sign, and tells in a tip what to do."""
    says = ImportWords()

    def sign(key: str) -> Callable[[RowPlan], tuple[str, str] | None]:
        def shown(plan: RowPlan) -> tuple[str, str] | None:
            problems = cells.problems(plan, key)
            if not problems:
                return ("pencil", "primary") if cells.corrected(plan, key) else None
            bad = any(problem.severity == "error" for problem in problems)
            return ("circle-alert", "danger") if bad else ("triangle-alert", "warning")

        return shown

    def tip(key: str, text: Cells) -> Cells:
        def said(plan: RowPlan) -> str:
            lines = [says.problem(problem) for problem in cells.problems(plan, key)]
            before = plan.row.as_read
            if before is not None:
                lines += [
                    words.was(typed_at(before, column.index))
                    for column in cells.corrected(plan, key)
                ]
            return "\n".join([text(plan), *lines])

        return said

    def column(
        key: str, text: Cells, width: int, *, order: Callable[[RowPlan], object] | None = None,
        numeric: bool = False,
    ) -> TableColumn[RowPlan]:  # fmt: skip
        return TableColumn[RowPlan](
            key, lambda: words.head(key), text, order or (lambda plan: sort_key(text(plan))),
            width, numeric, icon=sign(key), hint=tip(key, text),
        )  # fmt: skip

    def more(plan: RowPlan) -> str:
        if plan.candidates:
            return words.alike()
        others = cells.problems(plan, "more")
        return says.problem(others[0]) if others else ""

    def outcome(plan: RowPlan) -> str:
        return code_name("import_outcome", plan.outcome)

    columns = [
        TableColumn[RowPlan](
            "outcome", lambda: words.head("outcome"), outcome, lambda plan: plan.outcome, 104,
            icon=lambda plan: OUTCOME_ICONS.get(plan.outcome), hint=outcome,
        ),
        column("sheet", lambda plan: plan.row.sheet, 96),
        column(
            "row", lambda plan: str(plan.row.row), 64, order=lambda plan: plan.row.place,
            numeric=True,
        ),
        column("name", lambda plan: words.name(plan.row), 0),
        column("nickname", lambda plan: plan.row.nickname or "–", 84),
        column("birth", lambda plan: words.birth(plan.row), 120),
        column("number", lambda plan: words.number(plan.row), 182),
        column("village", lambda plan: words.village(plan.row), 60),
        column("more", more, 100),
    ]  # fmt: skip
    return DataclassTableModel(columns, lambda plan: plan.place)


def fitting_columns(
    model: DataclassTableModel[RowPlan], width: float, *, sheets: bool
) -> tuple[str, ...]:
    """The richest set of columns for a table `width` pixels wide at 100 %."""
    widths = {column.key: column.width for column in model.columns}
    sets = [tuple(key for key in keys if sheets or key != "sheet") for keys in _COLUMN_SETS]
    for keys in sets:
        if width - sum(widths[key] for key in keys) >= _NAME_WIDTH:
            return keys
    return sets[-1]
