"""Everybody of a course with their key skills: one key writes a level and goes on to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.text import digits, sort_key
from desktop.models.vocabulary import load
from desktop.services.skills.records import Cell, SheetLine
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.keyboard import THAI_DIGITS
from desktop.ui.widgets.table_model import Column, DataclassTableModel

PHASES: Final = ("before", "after")
_CLEARING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NONE: Final = "0จ"
_NAME: Final = "name"


class SkillTable(DataTable[SheetLine]):
    """`put(line, cell, level)` by a key, "" to take back; what is written shows at once."""

    put = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._levels: Sequence[str] = ()
        self.may_write = True
        self._skills = [term.code for term in load("key_skills").terms]
        model = DataclassTableModel(self._columns(), lambda line: line.learner_id)
        super().__init__(model, parent, cells=True)
        self.view.setSortingEnabled(False)
        self.view.installEventFilter(self)

    def show_lines(
        self, lines: Sequence[SheetLine], skills: Sequence[str], levels: Sequence[str]
    ) -> None:
        """Show everybody; the cell that has the keyboard keeps it."""
        self._levels = levels
        cell, current = self.cell(), self.current_id()
        self.show_columns([_NAME, *(_key((each, phase)) for each in skills for phase in PHASES)])
        self.model.set_rows(lines)
        self.show_table()
        if not lines or not skills:
            return
        if cell is None or current is None or not self.go_to(current, _key(cell)):
            first = skills[0], PHASES[0]
            free = next((line for line in lines if first not in line.levels), lines[0])
            self.go_to(free.learner_id, _key(first))

    def line(self) -> SheetLine | None:
        """Whoever has the keyboard."""
        return self.model.row_of(self.current_id())

    def cell(self) -> Cell | None:
        """The skill and the phase that have the keyboard; None on the name."""
        skill, _mark, phase = self.current_key().partition("|")
        return (skill, phase) if phase else None

    def show_level(self, learner_id: UUID, cell: Cell, level: str) -> None:
        """Show what was written."""
        line = self.model.row_of(learner_id)
        if line is not None:
            self.model.put_rows([replace(line, levels=levels_with(line, cell, level))])

    def write(self, level: str) -> None:
        """Write a level into the cell that has the keyboard, and go on."""
        line, cell = self.line(), self.cell()
        if line is not None and cell is not None and self.may_write:
            self.put.emit(line, cell, level)

    def go_on(self) -> None:
        """Go to the next line; from the last one to the first of the next column."""
        place, cell = self.view.currentIndex().row() + 1, self.cell()
        if cell is None:
            return
        if place < self.model.rowCount():
            self.go_to(self.model.id_at(place), _key(cell))
            return
        shown = [
            each.key
            for number, each in enumerate(self.model.columns)
            if not self.view.isColumnHidden(number)
        ]
        following = shown[shown.index(_key(cell)) + 1 :]
        if following and self.model.rowCount():
            self.go_to(self.model.id_at(0), following[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            return True
        if self.cell() is None or not self.may_write:
            return False
        text = digits(event.text())
        if event.key() in _CLEARING or (text and text in _NONE):
            self.write("")
            return True
        number = THAI_DIGITS.get(text, text)
        if not number.isdecimal() or not 1 <= int(number) <= len(self._levels):
            return False
        self.write(self._levels[int(number) - 1])
        return True

    def _columns(self) -> tuple[Column[SheetLine], ...]:
        return (
            Column(
                _NAME,
                lambda: QCoreApplication.translate("SkillTable", "ชื่อ"),
                lambda line: line.name,
                lambda line: sort_key(line.name),
                width=0,
                hint=lambda line: line.name,
            ),
            *(self._column((skill, phase)) for skill in self._skills for phase in PHASES),
        )

    def _column(self, cell: Cell) -> Column[SheetLine]:
        def title() -> str:
            before = QCoreApplication.translate("SkillTable", "{skill} ก่อน")
            after = QCoreApplication.translate("SkillTable", "{skill} หลัง")
            return (before if cell[1] == PHASES[0] else after).replace("{skill}", cell[0])

        return Column(_key(cell), title, lambda line: self._shown(line, cell), width=92)

    def _shown(self, line: SheetLine, cell: Cell) -> str:
        """The number of the level; in brackets what HETT offers where nothing is said."""
        level = line.levels.get(cell, "")
        offer = line.offers.get(cell)
        if level:
            return self._number(level)
        return f"({self._number(offer.level)})" if offer is not None else ""

    def _number(self, level: str) -> str:
        return str(self._levels.index(level) + 1) if level in self._levels else level


def levels_with(line: SheetLine, cell: Cell, level: str) -> Mapping[Cell, str]:
    """The levels of a line with one more, or without one."""
    levels = {known: each for known, each in line.levels.items() if known != cell}
    return {**levels, cell: level} if level else levels


def _key(cell: Cell) -> str:
    return "|".join(cell)
