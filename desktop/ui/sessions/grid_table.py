"""Everybody of a course by its meetings, up to ten side by side: one key marks a place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.sessions.records import SessionRow
from desktop.services.sessions.register_records import Grid, RegisterLine
from desktop.ui.code_book import CodeBook
from desktop.ui.sessions.marking import code_of, is_plain
from desktop.ui.sessions.words import CODES, SessionWords
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel

DATES: Final = 10
"""As many as a sheet of paper has."""
_DATE, _NAMES, _PERCENT, _MAY_MISS = 74, 140, 70, 170
_ENOUGH: Final = 6  # dates that are worth more than what one may miss, which the foot says too
_CLOSED: Final = "–"


class GridTable(DataTable[RegisterLine]):
    """`marked(enrolment, meeting, code)`; `turned(by)` to the dates before or after.

    As many dates stand side by side as there is room for, so that names never go out of sight.
    """

    marked = Signal(object, object, str)
    turned = Signal(int)
    dates_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.grid: Grid | None = None
        self.first = 0
        self.may_mark = False
        self._shown = DATES
        self._today = date.min
        self._codes, self._words = CodeBook(), SessionWords()
        self._keys: Mapping[str, str] = {}
        self._marks: Mapping[str, str] = {}
        model = DataclassTableModel(self._columns(), lambda line: line.enrolment_id)
        super().__init__(model, parent, cells=True)
        self.view.setSortingEnabled(False)
        self.view.horizontalHeader().setSectionsMovable(False)
        self.view.installEventFilter(self)
        self.view.resized.connect(self._fit)

    def show_grid(
        self,
        grid: Grid,
        today: date,
        codes: CodeBook,
        keys: Mapping[str, str],
        marks: Mapping[str, str],
    ) -> None:
        """Show everybody; the place that has the keyboard keeps it."""
        same = self.grid is not None and self.grid.course_id == grid.course_id
        self.grid, self._today = grid, today
        self._codes, self._keys, self._marks = codes, keys, marks
        if not same or self.first >= max(1, len(grid.meetings)):
            past = sum(each.on <= today.isoformat() for each in grid.meetings)
            self.first = max(0, past - 1) // self._shown * self._shown
        current, key = self.current_id(), self.current_key()
        self.model.set_rows(grid.lines)
        self.show_table()
        self._fit()
        if grid.lines and not (same and current is not None and self.go_to(current, key)):
            self.go_to(grid.lines[0].enrolment_id, "0")

    @property
    def meetings(self) -> tuple[SessionRow, ...]:
        """Those that are shown."""
        if self.grid is None:
            return ()
        return self.grid.meetings[self.first : self.first + self._shown]

    def put(self, marks: Mapping[tuple[UUID, UUID], str]) -> None:
        """Show these marks."""
        if self.grid is not None:
            self.grid.marks.clear()
            self.grid.marks.update(marks)
            self.model.retranslate()

    def turn(self, by: int) -> None:
        """Show the dates before (-1) or after (1)."""
        count = len(self.grid.meetings) if self.grid is not None else 0
        first = max(0, self.first + by * self._shown)
        if first < count:
            row = self.current_id()
            self.first = first
            self._fit()
            if row is not None:
                self.go_to(row, "0" if by > 0 else str(len(self.meetings) - 1))

    def place(self) -> tuple[RegisterLine, SessionRow] | None:
        """Who and which meeting has the keyboard."""
        line, meetings, key = (
            self.model.row_of(self.current_id()),
            self.meetings,
            self.current_key(),
        )
        if line is None or not key.isdecimal() or int(key) >= len(meetings):
            return None
        return line, meetings[int(key)]

    def why(self, line: RegisterLine, meeting: SessionRow) -> str:
        """Why a place is grey, "" for one that is not."""
        closed = self.grid.closed.get((line.enrolment_id, meeting.id)) if self.grid else None
        if line.restricted:
            return self._words.foot(line)
        if closed == "before":
            return self.tr("ก่อนวันที่เข้าร่วม")
        if closed == "after":
            return self.tr("หลังวันที่ออก")
        if meeting.on > self._today.isoformat():
            return self.tr("ยังไม่ถึงวัน ลงได้เฉพาะที่ลาไว้")
        if meeting.state == "planned":
            return self.tr("ยังไม่ได้จัด ลงคนแรกว่ามาแล้วนับว่าจัด")
        return ""

    def can_mark(self, line: RegisterLine, meeting: SessionRow) -> bool:
        """Whether somebody is expected there."""
        closed = self.grid is None or (line.enrolment_id, meeting.id) in self.grid.closed
        return self.may_mark and not line.restricted and not closed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if not is_plain(event):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_down()
            return True
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return True
        code, place = code_of(event, self._keys, self._marks), self.place()
        if code is None or place is None:
            return False
        if self.can_mark(*place):
            self.marked.emit(place[0].enrolment_id, place[1].id, code)
        self.go_down()
        return True

    def go_down(self) -> None:
        """Go to the next person at the same meeting; at the last one stay."""
        row = self.view.currentIndex().row() + 1
        if row < self.model.rowCount():
            self.go_to(self.model.id_at(row), self.current_key())

    def redress(self) -> None:
        super().redress()
        self._fit()

    def _fit(self) -> None:
        """Show as many dates as there is room for beside names and sums."""
        px, room = theme().px, self.view.viewport().width()
        room -= px(_NAMES) + px(_PERCENT)
        wide = room - px(_MAY_MISS) >= _ENOUGH * px(_DATE)
        room -= px(_MAY_MISS) if wide else 0
        shown = max(1, min(DATES, room // px(_DATE)))
        if shown != self._shown:
            self._shown = shown
            self.first = self.first // shown * shown
        dates = [str(number) for number in range(len(self.meetings))]
        self.show_columns(["name", *dates, "percent", *(["may_miss"] if wide else [])])
        self.model.retranslate()
        self.dates_changed.emit()

    def _columns(self) -> tuple[Column[RegisterLine], ...]:
        dates = tuple(
            Column[RegisterLine](
                str(number),
                partial(self._heading, number),
                partial(self._cell, number),
                width=_DATE,
                hint=partial(self._hint, number),
                dim=partial(self._dim, number),
            )
            for number in range(DATES)
        )
        return (
            Column(
                "name",
                lambda: QCoreApplication.translate("GridTable", "ชื่อ"),
                lambda line: line.name,
                width=0,
            ),
            *dates,
            Column(
                "percent",
                lambda: QCoreApplication.translate("GridTable", "ร้อยละ"),
                lambda line: "" if (found := line.attended.percent) is None else str(found),
                width=_PERCENT,
                numeric=True,
            ),
            Column(
                "may_miss",
                lambda: QCoreApplication.translate("GridTable", "ขาดได้อีก"),
                lambda line: "" if line.staff else self._words.may_miss(line.attended),
                width=_MAY_MISS,
            ),
        )

    def _at(self, number: int) -> SessionRow | None:
        meetings = self.meetings
        return meetings[number] if number < len(meetings) else None

    def _heading(self, number: int) -> str:
        meeting = self._at(number)
        return " ".join(shown_iso(meeting.on).split()[:2]) if meeting is not None else ""

    def _cell(self, number: int, line: RegisterLine) -> str:
        meeting = self._at(number)
        if meeting is None or self.grid is None:
            return ""
        place = (line.enrolment_id, meeting.id)
        code = self.grid.marks.get(place)
        if code:
            return self._marks.get(code) or self._codes.label(CODES, code)
        return _CLOSED if place in self.grid.closed else ""

    def _hint(self, number: int, line: RegisterLine) -> str:
        meeting = self._at(number)
        if meeting is None or self.grid is None:
            return ""
        code = self.grid.marks.get((line.enrolment_id, meeting.id), "")
        said = self._codes.label(CODES, code) if code else self.why(line, meeting)
        return " · ".join(filter(None, (line.name, self._words.when(meeting), said)))

    def _dim(self, number: int, line: RegisterLine) -> bool:
        meeting = self._at(number)
        if meeting is None or self.grid is None:
            return False
        marked = bool(self.grid.marks.get((line.enrolment_id, meeting.id)))
        return not marked and bool(self.why(line, meeting))
