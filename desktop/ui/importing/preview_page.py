"""Third step of the import: the rows, their problems, and decisions about possible duplicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.rows import RowPlace
from desktop.services.learners.records import LearnerDetail
from desktop.services.rosters.importing import ImportPreview, RowDecision, RowPlan
from desktop.ui.importing.preview_table import PreviewWords, fitting_columns, preview_model
from desktop.ui.importing.row_panel import RowPanel
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.flow_layout import FlowLayout

_FILTERS: dict[str, Callable[[RowPlan], bool]] = {
    "all": lambda plan: True,
    "problems": lambda plan: bool(plan.row.problems),
    "twins": lambda plan: bool(plan.candidates),
    "new": lambda plan: plan.outcome == "new",
    "update": lambda plan: plan.outcome == "update",
    "unchanged": lambda plan: plan.outcome in ("unchanged", "repeat", "left_out"),
    "error": lambda plan: plan.outcome == "error",
}


class PreviewPage(Adaptive, QWidget):
    """`decided` carries a row's place and a decision; `known_wanted` learners a row may be."""

    decided = Signal(object, object)
    known_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ImportPreview | None = None
        self._decisions: dict[RowPlace, RowDecision] = {}
        self._known: dict[UUID, LearnerDetail] = {}
        self._filter = "all"
        self.note = Banner()
        chips = QWidget()
        flow = FlowLayout(chips, 8)
        self.chips: dict[str, Button] = {}
        group = QButtonGroup(self)
        for name in _FILTERS:
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, name=name: self.show_filter(name))
            group.addButton(chip)
            self.chips[name] = chip
            flow.addWidget(chip)
        self._words = PreviewWords()
        self.table: DataTable[RowPlan] = DataTable(preview_model(self._words))
        self.panel = RowPanel()
        self.table.current_changed.connect(self._on_current)
        self.panel.decided.connect(self.decided)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.table, 1)
        across.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(chips)
        column.addLayout(across, 1)
        self.adapt()

    def show_preview(
        self, preview: ImportPreview, decisions: Mapping[RowPlace, RowDecision]
    ) -> None:
        """Show what the import would do, with the decisions so far."""
        if self._preview is None or self._preview.roster is not preview.roster:
            self._known = {}
        self._preview = preview
        self._decisions = dict(decisions)
        self._fill()

    def show_known(self, known: Mapping[UUID, LearnerDetail]) -> None:
        """Learners that were asked for."""
        self._known.update(known)
        self._show_panel(self._current())

    def show_filter(self, name: str) -> None:
        """Show only these rows."""
        self._filter = name
        self._fill()

    def redress(self) -> None:
        self._give_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_columns()

    def retranslate(self) -> None:
        words = {
            "all": self.tr("ทั้งหมด"),
            "problems": self.tr("มีจุดให้ตรวจ"),
            "twins": self.tr("อาจซ้ำ"),
            "new": self.tr("คนใหม่"),
            "update": self.tr("ปรับปรุง"),
            "unchanged": self.tr("ไม่เปลี่ยน"),
            "error": self.tr("นำเข้าไม่ได้"),
        }
        icons = {"problems": "triangle-alert", "twins": "users", "error": "circle-alert"}
        rows = self._preview.rows if self._preview else ()
        for name, chip in self.chips.items():
            count = sum(1 for plan in rows if _FILTERS[name](plan))
            chip.setText(f"{words[name]} ({count:,})")
            if name in icons:
                chip.set_icon(icons[name])
            chip.setVisible(name in ("all", "new") or count > 0)
            chip.setChecked(name == self._filter)
        self.table.set_name(self.tr("แถวในแฟ้ม"))
        self.table.empty.set_icon("circle-check", "success")
        self.table.empty.set_words(self.tr("ไม่มีแถวแบบนี้"))
        if self._preview is not None and self._preview.same_as:
            said = self.tr("แฟ้มนี้เคยนำเข้าแล้วในครั้งที่ {number} นำเข้าซ้ำจะไม่เพิ่มคนเดิมอีก")
            self.note.say(said.replace("{number}", str(self._preview.same_as)), "info")
        else:
            self.note.hide()

    def _fill(self) -> None:
        rows = self._preview.rows if self._preview else ()
        if not any(_FILTERS[self._filter](plan) for plan in rows):
            self._filter = "all"
        self.retranslate()
        with QSignalBlocker(self.panel):
            self.table.model.set_rows([plan for plan in rows if _FILTERS[self._filter](plan)])
        self.table.show_table()
        if self.table.current_id() is None and self.table.model.ids:
            self.table.view.selectRow(0)
        # A row that stays current is told of by nobody, and may be another one's now.
        self._on_current(self.table.current_id())

    def _give_columns(self) -> None:
        self.panel.set_room(self.width())
        width = self.width() - self.panel.maximumWidth() - 32
        keys = fitting_columns(self.table.model, width * 100 / theme().scale)
        self.table.show_columns(keys)

    def _current(self) -> RowPlan | None:
        found = self.table.current_id()
        place = self.table.model.place_of(found) if found is not None else -1
        return self.table.model.row_at(place) if place >= 0 else None

    def _on_current(self, found: object) -> None:
        plan = self._current()
        self._show_panel(plan)
        if plan is None or found is None:
            return
        ids = [each.learner_id for each in plan.candidates if each.learner_id is not None]
        wanted = tuple(cast("list[UUID]", [each for each in ids if each not in self._known]))
        if wanted:
            self.known_wanted.emit(wanted)

    def _show_panel(self, plan: RowPlan | None) -> None:
        decision = self._decisions.get(plan.place) if plan is not None else None
        self.panel.show_row(plan, decision, self._known)
