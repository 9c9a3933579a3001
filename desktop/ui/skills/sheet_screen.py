"""ทักษะก่อน–หลัง of a course: everybody in one table, by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.services.roles import Right
from desktop.services.skills.records import Cell, SheetLine, SkillSheet
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.keyed_screen import KeyedScreen, acts_of
from desktop.ui.record_names import kinds_name
from desktop.ui.skills.sheet_table import PHASES, SkillTable, levels_with
from desktop.ui.skills.words import MEASURE, MEASURES
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

_COURSE = "course"
_READS = frozenset(
    {
        MEASURE, f"{MEASURE}_move", _COURSE, "enrolment", "enrolment_move", "learner",
        "assessment", "rating", "vocabulary_term",
    }
)  # fmt: skip


class SkillSheetScreen(KeyedScreen):
    """`wanted(course)`, `put(learner, cell, level)`, `offers_wanted()`."""

    reads = _READS
    put = Signal(object, object, str)
    offers_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._may = Right.WRITE in rights
        self.sheet: SkillSheet | None = None
        self.codes = CodeBook()
        self.heading, self.counts = ThaiLabel("", "title"), ThaiLabel("", "strong")
        self.legend = ThaiLabel("", "caption")
        self.day, self.estimated = ThaiDateField(partial=False), QCheckBox()
        self._day_row = FormRow(self.day)
        self.offer_button = Button("", "primary", "check")
        self.course_button = Button("", "link", "graduation-cap")
        self.list_button = Button("", "secondary", "list")
        self.levels: list[Button] = []
        self._level_line, self._settings = QWidget(), QWidget()
        self._level_flow = FlowLayout(self._level_line, 8)
        self.table = SkillTable()
        self._lay_out()
        self.table.put.connect(self._put)
        self.table.view.selectionModel().currentChanged.connect(lambda *_now: self._show_foot())
        self.offer_button.clicked.connect(self.offers_wanted)
        self.list_button.clicked.connect(lambda: self.open_requested.emit(MEASURES, None))
        self.course_button.clicked.connect(lambda: self.open_requested.emit(_COURSE, self.known))
        self.adapt()

    def show_sheet(self, sheet: SkillSheet, codes: CodeBook) -> None:
        """Show the sheet; levels that are not stored yet stay as they were pressed."""
        first = self.sheet is None or self.sheet.course_id != sheet.course_id
        self.codes = codes
        lines = []
        for line in sheet.lines:
            for (learner, cell), level in self._unsaved.items():
                if learner == line.learner_id:
                    line = replace(line, levels=levels_with(line, cell, level))
            lines.append(line)
        self.sheet = replace(sheet, lines=tuple(lines))
        if first:
            self.day.set_value(None)
            self.estimated.setChecked(sheet.over)
        self.banner.dismiss()
        self.table.show_lines(lines, sheet.skills, self._level_codes())
        self.retranslate()
        self.title_changed.emit()
        if first:
            self.filled.emit()

    def stored(self, learner: UUID, cell: Cell, level: str) -> None:
        """This level is stored now."""
        self._settle((learner, cell), level)

    def refused(self, learner: UUID, cell: Cell, level: str, text: str) -> None:
        """This level was not taken, and why."""
        self.stored(learner, cell, level)
        self.banner.say(text, "danger")

    def title(self) -> str:
        return f"{kinds_name(MEASURE)} · {self.sheet.course}" if self.sheet else ""

    def first_focus(self) -> QWidget | None:
        return self.table.view if self.table.model.rowCount() else self.course_button

    def help_text(self) -> str:
        return self.tr(
            "กดเลข 1 ถึง 4 ใส่ระดับในช่องที่อยู่ แล้วลงไปคนถัดไปเอง ลูกศรไปช่องอื่น 0 หรือ Delete เอาออก\n"
            "เลขในวงเล็บคือระดับจาก HETT ที่ยังไม่ได้รับ กดรับระดับจาก HETT เพื่อใส่ทุกช่องที่ว่าง กดคืนได้\n"
            "หลังเรียนใส่ได้เมื่อมีก่อนเรียน ไม่ได้วัดไว้ให้ประมาณแล้วเลือกบอกย้อนหลัง"
        )

    def retranslate(self) -> None:
        self._day_row.set_words(self.tr("วัดเมื่อ ว่างไว้คือวันนี้"))
        self.estimated.setText(self.tr("ก่อนเรียนที่ใส่ตอนนี้ บอกย้อนหลัง"))
        self.list_button.setText(self.tr("ดูรายการ"))
        self.course_button.setText(self.tr("หน้ากิจกรรม"))
        self.table.set_name(kinds_name(MEASURE))
        self.table.may_write = self._may
        self.table.empty.set_words(
            self.tr("ยังไม่มีผู้เรียนรู้ในกิจกรรมนี้"), self.tr("รับคนเข้าเรียนที่หน้ากิจกรรมก่อน")
        )
        self._settings.setVisible(self._may)
        sheet = self.sheet
        self._level_line.setVisible(self._may and sheet is not None and bool(sheet.lines))
        if sheet is None:
            self.offer_button.setVisible(False)
            return
        self.heading.set_text(self.title())
        self.legend.set_text(
            " · ".join(f"{each} {self.codes.label('key_skills', each)}" for each in sheet.skills)
        )
        self._show_levels()
        self._show_counts()
        self._show_foot()

    def _show_levels(self) -> None:
        """A button for each level, which the mouse presses and everybody reads."""
        clear_layout(self._level_flow)
        self.levels = []
        for number, code in enumerate(self._level_codes(), 1):
            button = Button(f"{number} {self.codes.label('skill_levels', code)}", "secondary")
            button.clicked.connect(partial(self._press, code))
            self.levels.append(button)
        clear = Button(self.tr("0 เอาออก"), "secondary")
        clear.clicked.connect(partial(self._press, ""))
        self.levels.append(clear)
        for button in self.levels:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._level_flow.addWidget(button)

    def _show_counts(self) -> None:
        sheet = self.sheet
        assert sheet is not None
        both = sum(
            all((skill, phase) in line.levels for phase in PHASES)
            for line in sheet.lines
            for skill in sheet.skills
        )
        whole = len(sheet.lines) * len(sheet.skills)
        said = self.tr("วัดครบก่อนและหลัง {both} จาก {whole}")
        said = said.replace("{both}", str(both)).replace("{whole}", str(whole))
        unknown = (
            self.tr("อีก %n คนมีแต่ชื่อ ผูกกับทะเบียนก่อนจึงวัดได้", "", sheet.unknown) if sheet.unknown else ""
        )
        self.counts.set_text(" · ".join(filter(None, (said, unknown))))
        offers = sum(len(line.offers) for line in sheet.lines if not line.restricted)
        self.offer_button.setText(self.tr("รับระดับจาก HETT %n ช่อง", "", offers))
        self.offer_button.setVisible(self._may and bool(offers))

    def _show_foot(self) -> None:
        line, cell = self.table.line(), self.table.cell()
        if line is None or cell is None:
            self.foot.set_text("")
            return
        skill, phase = cell
        told = [
            line.name,
            self.codes.label("key_skills", skill),
            self.codes.label("skill_phases", phase),
        ]
        if level := line.levels.get(cell):
            told.append(self.codes.label("skill_levels", level))
        elif offer := line.offers.get(cell):
            words = self.tr("HETT เมื่อ {day} บอก {level}")
            words = words.replace("{day}", shown_iso(offer.on))
            told.append(words.replace("{level}", self.codes.label("skill_levels", offer.level)))
        else:
            told.append(self.tr("ยังไม่วัด"))
        self.foot.set_text(" · ".join(told))

    def _level_codes(self) -> Sequence[str]:
        return [code for code, _words in self.codes.choices("skill_levels") if code]

    def _press(self, level: str) -> None:
        self.table.write(level)
        self.table.view.setFocus()

    def _put(self, line: SheetLine, cell: Cell, level: str) -> None:
        if line.restricted:
            self.banner.say(self.tr("ข้อมูลของคนนี้ถูกระงับ จึงวัดไม่ได้"), "warning")
            return
        self._unsaved[line.learner_id, cell] = level
        self.table.show_level(line.learner_id, cell, level)
        sheet = self.sheet
        if sheet is not None:
            lines = [
                replace(each, levels=levels_with(each, cell, level))
                if each.learner_id == line.learner_id
                else each
                for each in sheet.lines
            ]
            self.sheet = replace(sheet, lines=tuple(lines))
            self._show_counts()
        self.put.emit(line.learner_id, cell, level)
        self.table.go_on()

    def redress(self) -> None:
        self._day_row.setFixedWidth(theme().px(260))

    def _lay_out(self) -> None:
        acts = acts_of(self.offer_button, self.list_button, self.course_button)
        beside = FlowLayout(self._settings, 12)
        beside.addWidget(self._day_row)
        beside.addWidget(self.estimated)
        settings = (self.counts, self._settings, self._level_line, self.legend)
        self._lay_under((self.heading, self.banner, acts, *settings), self.table)
