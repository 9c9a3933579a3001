"""The lines of a register: one key marks somebody and goes on to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.text import sort_key
from desktop.services.sessions.register_records import RegisterLine
from desktop.ui.code_book import CodeBook
from desktop.ui.record_names import field_name
from desktop.ui.sessions.marking import code_of, is_plain
from desktop.ui.sessions.words import CODES, SessionWords
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel


class RegisterTable(DataTable[RegisterLine]):
    """`marked(line, code)` by a key, "" to take back; what is marked shows at once."""

    marked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._codes = CodeBook()
        self._keys: Mapping[str, str] = {}
        self._marks: Mapping[str, str] = {}
        self._words = SessionWords()
        self.may_mark = True
        model = DataclassTableModel(self._columns(), lambda line: line.enrolment_id)
        super().__init__(model, parent)
        self.view.setSortingEnabled(False)
        self.view.installEventFilter(self)

    def show_lines(
        self,
        lines: Sequence[RegisterLine],
        codes: CodeBook,
        keys: Mapping[str, str],
        marks: Mapping[str, str],
    ) -> None:
        """Show everybody; the line that has the keyboard keeps it."""
        self._codes, self._keys, self._marks = codes, keys, marks
        current = self.current_id()
        self.model.set_rows(lines)
        self.show_table()
        if lines and not (current is not None and self.go_to(current)):
            free = next((each for each in lines if not each.code), lines[0])
            self.go_to(free.enrolment_id)

    def line(self) -> RegisterLine | None:
        """Whoever has the keyboard."""
        return self.model.row_of(self.current_id())

    def put(self, enrolment_id: UUID, code: str) -> None:
        """Show a mark."""
        line = self.model.row_of(enrolment_id)
        if line is not None:
            self.model.put_rows([replace(line, code=code)])

    def go_on(self) -> None:
        """Go to the next line; at the last one stay."""
        place = self.view.currentIndex().row() + 1
        if place < self.model.rowCount():
            self.go_to(self.model.id_at(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if not is_plain(event):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            return True
        code, line = code_of(event, self._keys, self._marks), self.line()
        if code is None or line is None or not self.may_mark:
            return False
        self.marked.emit(line, code)
        return True

    def _shown(self, line: RegisterLine) -> str:
        if not line.code:
            return ""
        said = f"{self._marks.get(line.code, '')} {self._codes.label(CODES, line.code)}".strip()
        if line.minutes is not None:
            said += " · " + self._minutes(line.minutes)
        return said + (" · " + self._advance() if line.advance else "")

    def _columns(self) -> tuple[Column[RegisterLine], ...]:
        return (
            Column(
                "name",
                lambda: QCoreApplication.translate("RegisterTable", "ชื่อ"),
                self._called,
                lambda line: sort_key(line.name),
                width=0,
            ),
            Column(
                "code",
                lambda: field_name("attendance", "code"),
                self._shown,
                width=200,
            ),
            Column(
                "may_miss",
                lambda: QCoreApplication.translate("RegisterTable", "ขาดได้อีก"),
                lambda line: "" if line.staff else self._words.may_miss(line.attended),
                width=150,
                spare=1,
            ),
        )

    def _called(self, line: RegisterLine) -> str:
        """Who it is, and what they are here for where they do not learn."""
        called = f"{line.name} ({line.nickname})" if line.nickname else line.name
        role = self._codes.label("enrolment_roles", line.role) if line.staff else ""
        return " · ".join(filter(None, (called, role)))

    def _minutes(self, minutes: int) -> str:
        return self.tr("%n นาที", "", minutes)

    def _advance(self) -> str:
        return self.tr("บอกไว้ก่อน")
