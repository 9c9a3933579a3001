"""Third step of the import: the rows, their problems, and decisions about possible duplicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast
from uuid import UUID

from PySide6.QtCore import QRect, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.columns import Column
from desktop.exchange.corrections import typed_at
from desktop.exchange.rows import CellProblem, RowPlace
from desktop.services.rosters.compared import KnownPerson
from desktop.services.rosters.importing import ImportPreview, RowDecision, RowPlan
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.cell_editor import CellEditor, EditedCell
from desktop.ui.importing.left_table import LeftCell, LeftWords, left_cells, left_model
from desktop.ui.importing.preview_table import (
    PreviewCells,
    PreviewWords,
    fitting_columns,
    preview_model,
)
from desktop.ui.importing.row_panel import RowPanel
from desktop.ui.importing.words import ImportWords
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel

# Fields whose words come from a code list.
_LIST_OF_FIELD = {
    "sex": "sex", "level": "levels", "status": "status", "reasons": "leaving_reasons",
    "groups": "target_groups",
}  # fmt: skip
_LEFT = "left"

_FILTERS: dict[str, Callable[[RowPlan], bool]] = {
    "all": lambda plan: True,
    "problems": lambda plan: bool(plan.row.problems),
    "asked": lambda plan: plan.outcome == "asked",
    "twins": lambda plan: bool(plan.candidates) and plan.outcome != "asked",
    "new": lambda plan: plan.outcome == "new",
    "update": lambda plan: plan.outcome == "update",
    "unchanged": lambda plan: plan.outcome in ("unchanged", "repeat", "left_out"),
    "error": lambda plan: plan.outcome == "error",
    "corrected": lambda plan: plan.row.as_read is not None,
}


class PreviewPage(Adaptive, QWidget):
    """`decided` carries a decision, or None for none, by each row's place; `known_wanted` learners
    a row may be.

    `corrected` carries the place of a cell of the file and what is to stand there, `typed` the
    same while somebody types, None once they gave it up.
    """

    decided = Signal(object)
    known_wanted = Signal(object)
    corrected = Signal(object, str)
    typed = Signal(object, object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ImportPreview | None = None
        self._decisions: dict[RowPlace, RowDecision] = {}
        self._known: dict[UUID, KnownPerson] = {}
        self._left: list[LeftCell] = []
        self._codes = CodeBook()
        self._filter = "all"
        # The row decided last, and what was asked there.
        self._answered: tuple[RowPlace, str] | None = None
        self.note = Banner()
        self.balance = ThaiLabel("", "strong")
        self.problems_button = Button("", "link", "file-spreadsheet")
        chips = QWidget()
        flow = FlowLayout(chips, 8)
        self.chips: dict[str, Button] = {}
        group = QButtonGroup(self)
        for name in (*_FILTERS, _LEFT):
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, name=name: self.show_filter(name))
            group.addButton(chip)
            self.chips[name] = chip
            flow.addWidget(chip)
        self._words, self._cells = PreviewWords(), PreviewCells()
        model = preview_model(self._words, self._cells)
        self.table: DataTable[RowPlan] = DataTable(model, cells=True)
        self._left_words = LeftWords()
        self.left_table: DataTable[LeftCell] = DataTable(left_model(self._left_words))
        self.panel = RowPanel(self._cells)
        self.editor = CellEditor(self)
        self._people = QWidget()
        across = QHBoxLayout(self._people)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.table, 1)
        across.addWidget(self.panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._people)
        self._stack.addWidget(self.left_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.balance, 1)
        head.addWidget(self.problems_button)
        column.addLayout(head)
        column.addWidget(chips)
        column.addWidget(self._stack, 1)
        self._connect()
        self.adapt()

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current)
        self.table.row_opened.connect(self._on_opened)
        self.table.typing_wanted.connect(lambda _row, key: self.type_in(key))
        # The buttons of the panel go with the answer: the keyboard goes back to the row.
        for answered in (self.panel.decided, self.panel.repeated, self.panel.restored):
            answered.connect(lambda *_what: self.table.view.setFocus())
        self.panel.decided.connect(self._on_decided)
        self.panel.repeated.connect(self._on_repeated)
        self.panel.restored.connect(self.corrected)
        self.panel.typing_wanted.connect(self.type_in)
        self.editor.kept.connect(self.corrected)
        self.editor.typed.connect(self.typed)
        self.editor.closed.connect(self.table.view.setFocus)

    def set_codes(self, codes: CodeBook) -> None:
        """The centre's code lists, whose words are offered while typing."""
        self._codes = self.panel.codes = codes

    def show_preview(
        self, preview: ImportPreview, decisions: Mapping[RowPlace, RowDecision]
    ) -> None:
        """Show what the import would do, with the decisions so far."""
        if self._preview is None or self._preview.sha256 != preview.sha256:
            self._known = {}
        if self._preview is None or self._preview.roster.left_out != preview.roster.left_out:
            self._left = left_cells(preview.roster.left_out)
            self.left_table.model.set_rows(self._left)
            self.left_table.show_table()
        self._preview = preview
        self._decisions = dict(decisions)
        self._cells.layouts = {layout.key: layout for layout in preview.roster.tables}
        self._fill()
        self._give_columns()

    def show_known(self, known: Mapping[UUID, KnownPerson]) -> None:
        """Learners that were asked for."""
        self._known.update(known)
        self._show_panel(self._current())

    def show_filter(self, name: str) -> None:
        """Show only these rows, or what was left out."""
        self._filter = name
        self._fill()

    def first_focus(self) -> QWidget:
        """The list that is shown."""
        return self.left_table.view if self._filter == _LEFT else self.table.view

    def type_in(self, key: str, column: Column | None = None) -> None:
        """Type in the cell of the file behind a column of the table, in the current row."""
        plan = self._current()
        if plan is None:
            return
        found = column or self._cells.behind(plan, key)
        if found is None and (key := self._cells.in_doubt(plan)):
            found = self._cells.behind(plan, key)
        if found is None:
            self.told.emit(self.tr("แฟ้มนี้ไม่มีคอลัมน์ของช่องนี้ จึงแก้ที่นี่ไม่ได้"))
            return
        # The marks of a column that has no room stand at the number of the row.
        self.table.go_to(plan.place, key if key in self._cells.shown else "row")
        before = plan.row.as_read or plan.row
        listed = _LIST_OF_FIELD.get(found.field, "")
        index = self.table.view.currentIndex()
        over = self.table.view.visualRect(index)
        corner = self.table.view.viewport().mapTo(self, over.topLeft())
        self.editor.open(
            EditedCell(
                (plan.row.sheet, plan.row.row, found.index),
                f"{found.letters}{plan.row.row}",
                found.heading or self._words.head(key),
                typed_at(plan.row, found.index),
                typed_at(before, found.index),
                [label for _code, label in self._codes.choices(listed)] if listed else (),
            ),
            QRect(corner, over.size()),
        )

    def redress(self) -> None:
        self._give_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_columns()

    def retranslate(self) -> None:
        words = {
            "all": self.tr("ทั้งหมด"),
            "problems": self.tr("มีจุดให้ตรวจ"),
            "asked": self.tr("รอตัดสิน"),
            "twins": self.tr("อาจซ้ำ"),
            "new": self.tr("คนใหม่"),
            "update": self.tr("ปรับปรุง"),
            "unchanged": self.tr("ไม่เปลี่ยน"),
            "error": self.tr("นำเข้าไม่ได้"),
            "corrected": self.tr("แก้แล้ว"),
            _LEFT: self.tr("ช่องที่ไม่ได้อ่าน"),
        }
        icons = {
            "problems": "triangle-alert", "asked": "circle-help", "twins": "users",
            "error": "circle-alert", "corrected": "pencil",
        }  # fmt: skip
        rows = self._preview.rows if self._preview else ()
        for name, chip in self.chips.items():
            count = len(self._left)
            if name != _LEFT:
                count = sum(1 for plan in rows if _FILTERS[name](plan))
            chip.setText(f"{words[name]} ({count:,})")
            if name in icons:
                chip.set_icon(icons[name])
            chip.setVisible(name in ("all", "new") or count > 0)
            chip.setChecked(name == self._filter)
        self.table.set_name(self.tr("แถวในแฟ้ม"))
        self.table.empty.set_icon("circle-check", "success")
        self.table.empty.set_words(self.tr("ไม่มีแถวแบบนี้"))
        self.left_table.set_name(words[_LEFT])
        self.balance.set_text(self._balance())
        unsure = len(self._preview.roster.rows_with_problems) if self._preview else 0
        self.problems_button.setVisible(unsure > 0)
        self.problems_button.setText(self.tr("บันทึก %n แถวที่ต้องแก้เป็นแฟ้ม", "", unsure))
        torn = [each for each in self._problems() if each.code == "sheet_sorted_in_part"]
        if torn:
            sheets = " · ".join(f"{each.sheet}: {each.text}" for each in torn)
            self.note.say(f"{ImportWords().problem(torn[0])} ({sheets})", "warning")
        elif self._preview is not None and self._preview.same_as:
            said = self.tr("แฟ้มนี้เคยนำเข้าแล้วในครั้งที่ {number} นำเข้าซ้ำจะไม่เพิ่มคนเดิมอีก")
            self.note.say(said.replace("{number}", str(self._preview.same_as)), "info")
        elif self._preview is not None and self._preview.roster.clock_suspected:
            self.note.say(self.tr("วันที่ของเครื่องไม่น่าถูก จึงไม่ได้เทียบวันเกิดกับวันนี้"), "warning")
        else:
            self.note.hide()

    def _problems(self) -> tuple[CellProblem, ...]:
        return self._preview.problems if self._preview is not None else ()

    def _balance(self) -> str:
        """All rows below headings, and where they end: none is missing from the sum."""
        if self._preview is None:
            return ""
        preview = self._preview
        beside = sum(1 for part in preview.roster.left_out if part.row)
        further = sum(len(plan.row.source.more) for plan in preview.rows)
        said = [self.tr("%n คน", "", preview.count("new", "update", "unchanged"))]
        parts = (
            (preview.count("asked"), self.tr("รอตัดสิน {count} แถว")),
            (preview.count("repeat"), self.tr("ซ้ำกับแถวก่อน {count} แถว")),
            (preview.count("error"), self.tr("นำเข้าไม่ได้ {count} แถว")),
            (preview.count("left_out"), self.tr("เลือกไม่นำเข้า {count} แถว")),
            (further, self.tr("บอกต่อของคนแถวบน {count} แถว")),
            (beside, self.tr("ไม่ใช่รายชื่อ {count} แถว")),
        )
        said += [words.replace("{count}", f"{count:,}") for count, words in parts if count]
        total = self.tr("%n แถว", "", len(preview.rows) + further + beside)
        return f"{total}: {' · '.join(said)}"

    def _fill(self) -> None:
        rows = self._preview.rows if self._preview else ()
        shown = [plan for plan in rows if _FILTERS.get(self._filter, _FILTERS["all"])(plan)]
        if not shown or (self._filter == _LEFT and not self._left):
            self._filter, shown = "all", list(rows)
        self.retranslate()
        self._stack.setCurrentWidget(self.left_table if self._filter == _LEFT else self._people)
        place, key = self.table.view.currentIndex().row(), self.table.current_key()
        with QSignalBlocker(self.panel):
            self.table.model.set_rows(shown)
        self.table.show_table()
        if self.table.current_id() is None and shown:
            # The row that was mended may be gone from this list: the next one is in its place.
            self.table.go_to(shown[min(max(place, 0), len(shown) - 1)].place, key)
        # A row that stays current is told of by nobody, and may be another one's now.
        self._on_current(self.table.current_id())

    def _give_columns(self) -> None:
        self.panel.set_room(self.width())
        width = self.width() - self.panel.maximumWidth() - 32
        sheets = self._preview is not None and self._sheets() > 1
        keys = fitting_columns(self.table.model, width * 100 / theme().scale, sheets=sheets)
        self._cells.shown = keys
        self.table.show_columns(keys)

    def _sheets(self) -> int:
        assert self._preview is not None
        return len({layout.sheet for layout in self._preview.roster.tables})

    def _current(self) -> RowPlan | None:
        found = self.table.current_id()
        return self.table.model.row_of(found)

    def _on_current(self, found: object) -> None:
        plan, typing = self._current(), self.editor.place
        if plan is None or typing is None or typing[:2] != plan.place[:2]:
            self.editor.finish()
        self._show_panel(plan)
        if plan is None or found is None:
            return
        ids = [each.learner_id for each in plan.candidates if each.learner_id is not None]
        wanted = tuple(cast("list[UUID]", [each for each in ids if each not in self._known]))
        if wanted:
            self.known_wanted.emit(wanted)

    def _on_decided(self, place: RowPlace, decision: RowDecision | None) -> None:
        plan = self._current()
        question = plan.question if plan is not None and plan.place == place else ""
        self._answered = (place, question) if decision is not None and question else None
        self.decided.emit({place: decision})

    def _on_repeated(self) -> None:
        if self._answered is not None:
            decision = self._decisions[self._answered[0]]
            self.decided.emit({plan.place: plan.alike(decision) for plan in self._asking_alike()})

    def _asking_alike(self) -> list[RowPlan]:
        """The undecided rows that ask what was asked of the row decided last."""
        if self._preview is None or self._answered is None:
            return []
        place, question = self._answered
        decision = self._decisions.get(place)
        return [
            plan
            for plan in self._preview.rows
            if plan.question == question
            and plan.place not in self._decisions
            and decision is not None
            and plan.alike(decision) is not None
        ]

    def _on_opened(self, _row: object) -> None:
        """Enter goes on to what the row needs: a value to mend, else whose it is."""
        plan = self._current()
        if plan is None:
            return
        key = self.table.current_key()
        if self._cells.problems(plan, key) or self._cells.in_doubt(plan):
            self.type_in(key if self._cells.problems(plan, key) else self._cells.in_doubt(plan))
        elif self.panel.buttons:
            next(iter(self.panel.buttons.values())).setFocus()

    def _show_panel(self, plan: RowPlan | None) -> None:
        decision = self._decisions.get(plan.place) if plan is not None else None
        like, answer = 0, None
        if plan is not None and self._answered is not None:
            place, question = self._answered
            if plan.place == place or (plan.question == question and decision is None):
                like, answer = len(self._asking_alike()), self._decisions.get(place)
        self.panel.show_row(plan, decision, self._known, answer if like else None, like)
