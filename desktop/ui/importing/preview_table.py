"""The rows of a roster in a table, each problem marked at its cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.exchange.rows import CellProblem, RosterRow
from desktop.models.text import sort_key
from desktop.services.rosters.importing import RowPlan
from desktop.ui import thai_time
from desktop.ui.importing.words import CELL_OF_FIELD, OUTCOME_ICONS, ImportWords
from desktop.ui.record_names import code_name
from desktop.ui.widgets.table_model import Column, DataclassTableModel

_NAME_WIDTH = 210
# From the richest set of columns to the poorest: names and numbers must be read whole.
_COLUMN_SETS = (
    ("outcome", "row", "name", "nickname", "birth", "number", "village", "more"),
    ("outcome", "row", "name", "nickname", "birth", "number", "village"),
    ("outcome", "row", "name", "birth", "number", "village"),
    ("outcome", "row", "name", "birth", "number"),
    ("outcome", "row", "name", "number"),
    ("outcome", "name"),
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


def problems_at(plan: RowPlan, cell: str) -> list[CellProblem]:
    """The problems that are marked at a column of the table."""
    return [
        problem for problem in plan.row.problems if CELL_OF_FIELD.get(problem.field, "more") == cell
    ]


def preview_model(words: PreviewWords) -> DataclassTableModel[RowPlan]:
    """The model; a cell with a problem has its sign, and tells in a tip what to do."""
    says = ImportWords()

    def sign(cell: str) -> Callable[[RowPlan], tuple[str, str] | None]:
        def shown(plan: RowPlan) -> tuple[str, str] | None:
            problems = problems_at(plan, cell)
            if not problems:
                return None
            bad = any(problem.severity == "error" for problem in problems)
            return ("circle-alert", "danger") if bad else ("triangle-alert", "warning")

        return shown

    def tip(cell: str, text: Cells) -> Cells:
        def said(plan: RowPlan) -> str:
            problems = [says.problem(problem) for problem in problems_at(plan, cell)]
            return "\n".join([text(plan), *problems])

        return said

    def column(
        key: str, title: Callable[[], str], text: Cells, width: int, *, order: Cells | None = None
    ) -> Column[RowPlan]:
        return Column[RowPlan](
            key, title, text, order or (lambda plan: sort_key(text(plan))), width,
            icon=sign(key), hint=tip(key, text),
        )  # fmt: skip

    def more(plan: RowPlan) -> str:
        if plan.candidates:
            return words.alike()
        others = problems_at(plan, "more")
        return says.problem(others[0]) if others else ""

    def outcome(plan: RowPlan) -> str:
        return code_name("import_outcome", plan.outcome)

    columns = [
        Column[RowPlan](
            "outcome", lambda: words.head("outcome"), outcome, lambda plan: plan.outcome, 104,
            icon=lambda plan: OUTCOME_ICONS.get(plan.outcome), hint=outcome,
        ),
        Column[RowPlan](
            "row", lambda: words.head("row"), lambda plan: str(plan.row.row),
            lambda plan: plan.row.place, 50, numeric=True,
        ),
        column("name", lambda: words.head("name"), lambda plan: words.name(plan.row), 0),
        column(
            "nickname", lambda: words.head("nickname"), lambda plan: plan.row.nickname or "–", 84
        ),
        column("birth", lambda: words.head("birth"), lambda plan: words.birth(plan.row), 120),
        column("number", lambda: words.head("number"), lambda plan: words.number(plan.row), 182),
        column("village", lambda: words.head("village"), lambda plan: words.village(plan.row), 60),
        column("more", lambda: words.head("more"), more, 100),
    ]  # fmt: skip
    return DataclassTableModel(columns, lambda plan: plan.place)


def fitting_columns(model: DataclassTableModel[RowPlan], width: float) -> tuple[str, ...]:
    """The richest set of columns for a table `width` pixels wide at 100 %."""
    widths = {column.key: column.width for column in model.columns}
    for keys in _COLUMN_SETS:
        if width - sum(widths[key] for key in keys) >= _NAME_WIDTH:
            return keys
    return _COLUMN_SETS[-1]
