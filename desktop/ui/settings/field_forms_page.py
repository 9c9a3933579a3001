"""Forms for telephones: made here for ODK and KoBo, and their answers taken in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.rosters.field_forms import WHATS, FieldAnswer, What
from desktop.ui import file_asking
from desktop.ui.jobs import Jobs
from desktop.ui.settings.page import Page
from desktop.ui.settings.presenters import PagePresenter
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.wording import sentence

_KINDS = "XLSForm (*.xlsx)"
_ANSWERS = "Excel, CSV (*.xlsx *.csv)"


class _AnswerTable(DataTable[FieldAnswer]):
    def __init__(self) -> None:
        columns: list[Column[FieldAnswer]] = [
            Column("row", lambda: self.tr("แถว"), lambda row: str(row.row), width=60),
            Column("name", lambda: self.tr("ผู้เรียนรู้"), lambda row: row.name, width=220),
            Column("on", lambda: self.tr("วันที่"), lambda row: _day(row.on), width=120),
            Column("what", lambda: self.tr("จะเป็นอย่างไร"), self.becomes, width=0),
        ]
        super().__init__(DataclassTableModel(columns, lambda row: row.row))

    def becomes(self, row: FieldAnswer) -> str:
        """What a row would become, or why it cannot."""
        if row.taken:
            return self.tr("เคยนำเข้าแล้ว ไม่เก็บซ้ำ")
        if row.problem is not None:
            return sentence(row.problem)
        if row.what == "visit":
            return self.tr("บันทึกการพบใหม่")
        return self.tr("รอบ HETT ใหม่ ให้ระดับ %n ตัวชี้วัด", "", row.rated)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("คำตอบในแฟ้ม"))
        self.empty.set_words(self.tr("ไม่มีคำตอบในแฟ้มนี้"), "", "")


class FieldFormsPage(Page):
    """`form_wanted(what)`, `file_wanted()`, `take_wanted()`."""

    form_wanted = Signal(str)
    file_wanted = Signal()
    take_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answers: Sequence[FieldAnswer] = ()
        self._forms, self._back = Card(""), Card("")
        self._forms_lead, self._back_lead = ThaiLabel("", "muted"), ThaiLabel("", "muted")
        self.form_buttons = {what: Button("", "secondary", "download") for what in WHATS}
        place = QWidget()
        row = FlowLayout(place)
        for what, button in self.form_buttons.items():
            button.clicked.connect(partial(self._on_form, what))
            row.addWidget(button)
        self._forms.body.addWidget(self._forms_lead)
        self._forms.body.addWidget(place)
        self.choose_button = Button("", "secondary", "upload")
        self.counted, self.table = ThaiLabel("", "strong"), _AnswerTable()
        self.take_button = Button("", "primary", "check")
        self._back.body.addWidget(self._back_lead)
        self._back.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._back.body.addWidget(self.counted)
        self._back.body.addWidget(self.table)
        self._back.body.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.setMinimumHeight(220)
        for card in (self._forms, self._back):
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.choose_button.clicked.connect(self.file_wanted)
        self.take_button.clicked.connect(self.take_wanted)
        self._shown = False
        self.adapt()

    def show_answers(self, answers: Sequence[FieldAnswer]) -> None:
        """Show what a file holds, before anything is stored."""
        self.answers, self._shown = answers, True
        self.banner.dismiss()
        self.table.model.set_rows(list(answers))
        self.table.show_table()
        self.retranslate()
        if self.new:
            self.take_button.setFocus()

    def close_answers(self) -> None:
        """The file was taken in, or could not be read."""
        self.answers, self._shown = (), False
        self.retranslate()

    @property
    def new(self) -> int:
        """How many of them would be stored."""
        return sum(each.problem is None and not each.taken for each in self.answers)

    def first_focus(self) -> QWidget | None:
        return self.form_buttons["hett"]

    def retranslate(self) -> None:
        self.set_words(
            self.tr("แบบบนโทรศัพท์"),
            self.tr("ถามและตอบบนโทรศัพท์ด้วย ODK Collect หรือ KoBoCollect แล้วนำคำตอบกลับเข้ามา"),
        )
        self._forms.set_title(self.tr("ทำแบบ"))
        self._forms_lead.set_text(
            self.tr("มีทั้งไทยและอังกฤษ ไม่มีชื่อใคร ไม่มีตัวชี้วัดอ่อนไหว เปลี่ยนคำ HETT แล้วทำแบบใหม่")
        )
        self.form_buttons["hett"].setText(self.tr("ทำแบบ HETT"))
        self.form_buttons["visit"].setText(self.tr("ทำแบบเยี่ยมบ้าน"))
        self._back.set_title(self.tr("นำคำตอบเข้า"))
        self._back_lead.set_text(
            self.tr("เลือกแฟ้มที่ส่งออกจาก ODK Central หรือ KoBo แบบ XML values ดูก่อน แล้วค่อยเก็บ")
        )
        self.choose_button.setText(self.tr("เลือกแฟ้มคำตอบ"))
        left = len(self.answers) - self.new
        told = self.tr("ใหม่ %n คำตอบ", "", self.new)
        self.counted.set_text(
            " · ".join((told, self.tr("ไม่เก็บ %n คำตอบ", "", left))) if left else told
        )
        self.take_button.setText(self.tr("เก็บ %n คำตอบ", "", self.new))
        for part in (self.counted, self.table):
            show_if(part, self._shown)
        show_if(self.take_button, self._shown and self.new > 0)

    def _on_form(self, what: What, _on: bool = False) -> None:
        self.form_wanted.emit(what)


class FieldFormsPresenter(PagePresenter):
    """Asks for files; answers are looked at before they are stored."""

    def __init__(self, page: FieldFormsPage, services: Services, jobs: Jobs) -> None:
        super().__init__(page, jobs, services.undo)
        self._own, self._services = page, services
        self._path: Path | None = None
        page.form_wanted.connect(self.ask_form)
        page.file_wanted.connect(self.ask_answers)
        page.take_wanted.connect(self.take)

    def show(self) -> None:
        """Nothing is read before a file is chosen."""
        self._own.filled.emit()

    def ask_form(self, what: What) -> None:
        """Ask where a form is to lie, and write it."""
        name = {"hett": "HETT.xlsx", "visit": "home-visit.xlsx"}[what]
        title = QCoreApplication.translate("FieldFormsCommands", "เก็บแบบไว้ที่")
        path = file_asking.ask_save(self._own, title, name, _KINDS)
        if path is not None:
            self.write(what, path)

    def write(self, what: What, path: Path) -> None:
        """Write a form, and offer to open where it lies."""
        forms, page = self._services.field_forms, self._own

        def done(version: str) -> None:
            said = QCoreApplication.translate("FieldFormsCommands", "ทำแบบแล้ว รุ่น {version}")
            page.banner.dismiss()
            page.wrote.emit(said.replace("{version}", version), path)

        self._jobs.run(lambda _progress: forms.write(what, path), done, page.show_error, owner=page)

    def ask_answers(self) -> None:
        """Ask for the file of answers."""
        path = file_asking.ask_open(self._own, self._own.choose_button.text(), _ANSWERS)
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Show what a file holds."""
        forms, page = self._services.field_forms, self._own
        self._path = path

        def failed(error: Exception) -> None:
            page.close_answers()
            page.show_error(error)

        self._jobs.run(lambda _progress: forms.preview(path), page.show_answers, failed, owner=page)

    def take(self) -> None:
        """Store what was looked at."""
        path, forms, page = self._path, self._services.field_forms, self._own
        if path is None:
            return
        told = QCoreApplication.translate("FieldFormsCommands", "เก็บคำตอบจากโทรศัพท์แล้ว")
        self.do(lambda: forms.take(path), lambda _taken: page.close_answers(), undo=told)


def _day(on: str) -> str:
    return shown_iso(on) if on else ""
