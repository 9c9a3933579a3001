"""ทะเบียนเวลาเรียน: all meetings of a course side by side, by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.roles import Right
from desktop.services.sessions.register_records import Grid
from desktop.ui import file_asking
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.keyed_screen import KeyedScreen, acts_of
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.sessions.grid_table import GridTable
from desktop.ui.sessions.words import (
    BLANK_REGISTER,
    CODES,
    DATE_MARKS,
    REGISTER,
    TIME_REGISTER,
    SessionWords,
)
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel

_READS = frozenset(
    {
        "session", "session_move", "attendance", "enrolment", "enrolment_move", "course",
        "learner", "person",
    }
)  # fmt: skip


class GridScreen(KeyedScreen):
    """`wanted(course)`, `marked(enrolment, meeting, code)`, `paper_wanted(Paper)`.

    `photograph_wanted()` to read marks from one, `export_wanted()` for a workbook;
    `old_sheet_chosen(path)` to take one in.
    """

    reads = _READS
    marked = Signal(object, object, str)
    paper_wanted = Signal(object)
    photograph_wanted = Signal()
    export_wanted = Signal()
    old_sheet_chosen = Signal(object)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._may, self._may_print = Right.WRITE in rights, Right.PRINT in rights
        self._may_export, self._may_import = Right.EXPORT in rights, Right.IMPORT in rights
        self.grid: Grid | None = None
        self.codes = CodeBook()
        self._keys: Mapping[str, str] = {}
        self.heading, self.dates = ThaiLabel("", "title", wrap=False), ThaiLabel("", "strong")
        self.legend, self.done_bar = ThaiLabel("", "caption"), DoneBar()
        self.before_button = Button("", "secondary", "chevron-left")
        self.after_button = Button("", "secondary", "chevron-right")
        self.photograph_button = Button("", "secondary", "camera")
        self.print_button = Button("", "secondary", "printer")
        self.export_button = Button("", "secondary", "file-spreadsheet")
        self.import_button = Button("", "secondary", "upload")
        self.day_button = Button("", "link", "check")
        self.course_button = Button("", "link", "graduation-cap")
        self.menu = QMenu(self.print_button)
        self.print_button.setMenu(self.menu)
        self.table = GridTable()
        self.table.may_mark = self._may
        self._lay_out()
        self.table.marked.connect(self._mark)
        self.table.turned.connect(self.table.turn)
        self.table.dates_changed.connect(self._show_dates)
        self.table.view.selectionModel().currentChanged.connect(lambda *_: self._show_foot())
        self.before_button.clicked.connect(lambda: self.table.turn(-1))
        self.after_button.clicked.connect(lambda: self.table.turn(1))
        self.photograph_button.clicked.connect(self.photograph_wanted)
        self.import_button.clicked.connect(self._choose_sheet)
        self.export_button.clicked.connect(self.export_wanted)
        self.course_button.clicked.connect(lambda: self.open_requested.emit("course", self.known))
        self.day_button.clicked.connect(self._open_day)
        self.adapt()

    def show_grid(
        self,
        grid: Grid,
        today: date,
        codes: CodeBook,
        keys: Mapping[str, str],
        marks: Mapping[str, str],
    ) -> None:
        """Show the register; marks that are not stored yet stay as they were pressed."""
        first = self.grid is None or self.grid.course_id != grid.course_id
        self.grid = replace(grid, marks={**grid.marks, **self._unsaved})
        self.codes, self._keys = codes, keys
        self.table.show_grid(self.grid, today, codes, keys, marks)
        self.banner.dismiss()
        self.retranslate()
        self.title_changed.emit()
        if first:
            self.filled.emit()

    def stored(self, marks: Mapping[UUID, Mapping[UUID, str]]) -> None:
        """These marks are stored now, by meeting and enrolment."""
        for meeting, of_meeting in marks.items():
            for enrolment, code in of_meeting.items():
                self._settle((enrolment, meeting), code)

    def refused(self, marks: Mapping[UUID, Mapping[UUID, str]], text: str) -> None:
        """These marks were not taken, and why."""
        self.stored(marks)
        self.banner.say(text, "danger")

    def title(self) -> str:
        return self.grid.course if self.grid else ""

    def first_focus(self) -> QWidget | None:
        return self.table.view if self.table.model.rowCount() else self.course_button

    def help_text(self) -> str:
        return self.tr(
            "กดเลข 1 ถึง 9 ลงเวลาช่องที่อยู่ แล้วลงไปคนถัดไปเอง ลูกศรไปช่องอื่น 0 หรือ Delete ถอนที่ลงไว้\n"
            "Page Up และ Page Down ไปวันก่อนหน้าและวันถัดไป ทุกการกดเก็บทันที ลงใหม่ทับได้\n"
            "ช่องสีเทาคือยังไม่ได้จัด ก่อนวันที่เข้าร่วม หรือหลังวันที่ออก บรรทัดล่างบอกเหตุ\n"
            "พิมพ์ใบหลายวัน กาด้วยปากกา แล้วอ่านจากภาพถ่ายของใบ"
        )

    def retranslate(self) -> None:
        self.before_button.setText(self.tr("วันก่อนหน้า"))
        self.after_button.setText(self.tr("วันถัดไป"))
        self.photograph_button.setText(self.tr("อ่านจากภาพถ่าย"))
        self.print_button.setText(self.tr("พิมพ์ทะเบียน"))
        self.import_button.setText(self.tr("นำใบเก่าเข้า"))
        self.import_button.setVisible(self.grid is not None and self._may_import)
        self.export_button.setText(self.tr("ส่งออก Excel"))
        self.day_button.setText(self.tr("ใบลงเวลาของวันนี้ที่อยู่"))
        self.course_button.setText(self.tr("หน้ากิจกรรม"))
        self.table.set_name(self.tr("ทะเบียนเวลาเรียน"))
        self.table.empty.set_words(
            self.tr("ยังไม่มีชื่อในกิจกรรมนี้"), self.tr("เพิ่มชื่อที่หน้ากิจกรรม แล้วกลับมาลงเวลา")
        )
        self.menu.clear()
        for paper in (TIME_REGISTER, BLANK_REGISTER, DATE_MARKS):
            act = self.menu.addAction(paper.name())
            act.triggered.connect(lambda _on=False, one=paper: self.paper_wanted.emit(one))
        grid = self.grid
        some = grid is not None and bool(grid.meetings) and bool(grid.lines)
        self.print_button.setVisible(some and self._may_print)
        self.photograph_button.setVisible(some and self._may)
        self.export_button.setVisible(some and self._may_export)
        self.day_button.setVisible(some)
        if grid is None:
            return
        self.heading.set_text(grid.course)
        keys = [
            f"{key} {self.codes.label(CODES, code)}" for key, code in sorted(self._keys.items())
        ]
        self.legend.set_text(" · ".join(keys))
        self.legend.setVisible(some and self._may)
        self._show_dates()
        self._show_foot()

    def _show_dates(self) -> None:
        grid, shown = self.grid, len(self.table.meetings)
        many = grid is not None and len(grid.meetings) > shown
        for button in (self.before_button, self.after_button):
            button.setVisible(many)
        if grid is None:
            return
        first, count = self.table.first, len(grid.meetings)
        self.before_button.setEnabled(first > 0)
        self.after_button.setEnabled(first + shown < count)
        said = self.tr("ครั้งที่ {first}–{last} จาก {count} ครั้ง") if shown else self.tr("ยังไม่ได้กำหนดวัน")
        for name, number in (("first", first + 1), ("last", first + shown), ("count", count)):
            said = said.replace("{" + name + "}", str(number))
        self.dates.set_text(said)

    def _show_foot(self) -> None:
        place = self.table.place()
        if place is None:
            self.foot.set_text("")
            return
        line, meeting = place
        why = "" if line.restricted else self.table.why(line, meeting)
        words = SessionWords()
        parts = (words.when(meeting), why, words.foot(line))
        self.foot.set_text(" · ".join(filter(None, parts)))

    def _mark(self, enrolment_id: UUID, session_id: UUID, code: str) -> None:
        if self.grid is None:
            return
        self._unsaved[enrolment_id, session_id] = code
        marks = {**self.grid.marks, (enrolment_id, session_id): code}
        self.grid = replace(self.grid, marks=marks)
        self.table.put(marks)
        self.marked.emit(enrolment_id, session_id, code)

    def _choose_sheet(self) -> None:
        kinds = self.tr("ตาราง (*.xlsx *.csv)")
        path = file_asking.ask_open(self, self.import_button.text(), kinds)
        if path is not None:
            self.old_sheet_chosen.emit(path)

    def _open_day(self) -> None:
        place = self.table.place()
        if place is not None:
            self.open_requested.emit(REGISTER, place[1].id)

    def _lay_out(self) -> None:
        acts = acts_of(
            self.before_button, self.after_button, self.photograph_button, self.print_button,
            self.export_button, self.import_button, self.day_button, self.course_button,
        )  # fmt: skip
        above = (self.heading, self.banner, acts, self.done_bar, self.dates, self.legend)
        self._lay_under(above, self.table)
