"""What an old attendance sheet would write, before anything is stored, and what it asks."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.sessions.old_sheets import OldAnswers, OldDoubt, OldSheet, Place
from desktop.ui.code_book import CodeBook
from desktop.ui.sessions.words import CODES
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.wording import sentence

_MOST: Final = 60
"""Questions that are shown one by one; further ones are answered with all of their kind."""
_LATER, _NEW, _LEAVE = "later", "new", "leave"


class OldSheetDialog(Adaptive, QDialog):
    """`taken(OldAnswers)` once all is decided; answer with `accept()` or `show_failed(error)`."""

    taken = Signal(object)

    def __init__(self, sheet: OldSheet, codes: CodeBook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.sheet, self._codes = sheet, codes
        self._people = {n: _LATER for n, line in enumerate(sheet.lines) if line.asked}
        self._cells = {doubt.place: _LATER for doubt in sheet.doubts}
        self.summary, self.missing = ThaiLabel("", "strong"), ThaiLabel("", "body")
        self.problem = ThaiLabel("", "error")
        self.problem.hide()
        self.all_people, self.all_cells = ChoiceField(), ChoiceField()
        self.people = {n: ChoiceField() for n in list(self._people)[:_MOST]}
        self.cells = {place: ChoiceField() for place in list(self._cells)[:_MOST]}
        self.take_button, self.close_button = Button("", "primary", "check"), Button("", "quiet")
        self._rows: dict[ChoiceField, FormRow] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        for field in (
            self.all_people, *self.people.values(), self.all_cells, *self.cells.values()
        ):  # fmt: skip
            self._rows[field] = FormRow(field)
            column.addWidget(self._rows[field])
        column.addStretch(1)
        self._rows[self.all_people].setVisible(len(self._people) > 1)
        self._rows[self.all_cells].setVisible(len(self._cells) > 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        for widget in (self.summary, self.missing, self.problem):
            whole.addWidget(widget)
        whole.addWidget(Scrolling(inside), 1)
        whole.addLayout(foot)
        self._connect()
        self.adapt()
        self._show_answers()
        (self.take_button if not self.waiting else next(iter(self._rows))).setFocus()

    @property
    def waiting(self) -> int:
        """How many questions are still to be decided."""
        return [*self._people.values(), *self._cells.values()].count(_LATER)

    def answers(self) -> OldAnswers:
        """What is decided."""
        people: dict[int, UUID | str | None] = {}
        for place, answer in self._people.items():
            if answer == _NEW:
                people[place] = ""
            elif answer in (_LEAVE, _LATER):
                people[place] = None
            else:
                people[place] = UUID(answer)
        cells = {
            place: "" if answer in (_LEAVE, _LATER) else answer
            for place, answer in self._cells.items()
        }
        return OldAnswers(people, cells)

    def show_failed(self, error: Exception) -> None:
        """Say why nothing was stored; what was decided stays."""
        self.problem.set_text(sentence(error))
        self.problem.show()
        self.take_button.setEnabled(True)

    def retranslate(self) -> None:
        sheet = self.sheet
        self.setWindowTitle(self.tr("นำใบเก่าเข้า"))
        said = self.tr("{title}: {days} วัน {people} คน {marks} ช่องที่อ่านได้")
        for name, text in (
            ("title", sheet.title), ("days", str(len(sheet.days))),
            ("people", str(len(sheet.lines))), ("marks", str(len(sheet.marks))),
        ):  # fmt: skip
            said = said.replace("{" + name + "}", text)
        self.summary.set_text(said)
        new = [shown_iso(day.on) for day in sheet.days if day.meeting_id is None]
        days = self.tr("วันที่กิจกรรมยังไม่มี จะเพิ่มเมื่อมีคนลง: {days}").replace("{days}", ", ".join(new))
        self.missing.set_text(days)
        self.missing.setVisible(bool(new))
        later = (_LATER, self.tr("ยังไม่ตัดสิน"))
        someone = [(_NEW, self.tr("คนใหม่ เพิ่มชื่อในกิจกรรม")), (_LEAVE, self.tr("ไม่นำเข้าแถวนี้"))]
        self.all_people.set_choices([later, *someone])
        self._rows[self.all_people].set_words(
            self.tr("ชื่อที่ไม่แน่ใจทั้ง %n แถว", "", len(self._people)),
            self.tr("แต่ละแถวยังเปลี่ยนเองได้"),
        )
        for place, field in self.people.items():
            line = sheet.lines[place]
            same = [
                (known.hex, self.tr("คือ {name}").replace("{name}", name))
                for known, name in line.candidates
            ]
            field.set_choices([later, *same, *someone])
            row = self.tr("แถว {row}: {name}").replace("{row}", str(line.row))
            self._rows[field].set_words(row.replace("{name}", line.name))
        leave = (_LEAVE, self.tr("คงไว้ตามเดิม"))
        self.all_cells.set_choices([later, leave])
        self._rows[self.all_cells].set_words(
            self.tr("ช่องที่ไม่แน่ใจทั้ง %n ช่อง", "", len(self._cells)),
            self.tr("แต่ละช่องยังเปลี่ยนเองได้"),
        )
        doubts = {doubt.place: doubt for doubt in sheet.doubts}
        codes = self._codes.choices(CODES)
        for cell, field in self.cells.items():
            field.set_choices([later, leave, *codes])
            self._rows[field].set_words(*self._asked(doubts[cell]))
        self.close_button.setText(self.tr("ยังไม่นำเข้า"))
        self._show_take()

    def redress(self) -> None:
        self.resize(theme().px(640), theme().px(480))

    def _asked(self, doubt: OldDoubt) -> tuple[str, str]:
        line, day = self.sheet.lines[doubt.place[0]], self.sheet.days[doubt.place[1]]
        where = f"{line.name} · {shown_iso(day.on)}: {doubt.text}"
        if doubt.why == "unclear":
            return where, self.tr("อ่านไม่ออกว่ามาหรือไม่มา")
        now = self._codes.label(CODES, doubt.now)
        return where, self.tr("ในทะเบียนตอนนี้: {code}").replace("{code}", now)

    def _connect(self) -> None:
        self.all_people.chosen.connect(self._on_all_people)
        self.all_cells.chosen.connect(self._on_all_cells)
        for place, field in self.people.items():
            field.chosen.connect(lambda code, of=place: self._on_person(of, code))
        for cell, field in self.cells.items():
            field.chosen.connect(lambda code, of=cell: self._on_cell(of, code))
        self.take_button.clicked.connect(self._on_take)
        self.close_button.clicked.connect(self.reject)

    def _on_all_people(self, code: str) -> None:
        self._people = dict.fromkeys(self._people, code)
        self._show_answers()

    def _on_all_cells(self, code: str) -> None:
        self._cells = dict.fromkeys(self._cells, code)
        self._show_answers()

    def _on_person(self, place: int, code: str) -> None:
        self._people[place] = code
        self._show_take()

    def _on_cell(self, place: Place, code: str) -> None:
        self._cells[place] = code
        self._show_take()

    def _show_answers(self) -> None:
        for place, field in self.people.items():
            field.set_value(self._people[place])
        for cell, field in self.cells.items():
            field.set_value(self._cells[cell])
        for field, answers in ((self.all_people, self._people), (self.all_cells, self._cells)):
            of_all = set(answers.values())
            field.set_value(of_all.pop() if len(of_all) == 1 else _LATER)
        self._show_take()

    def _show_take(self) -> None:
        waiting = self.waiting
        self.take_button.setEnabled(not waiting)
        if waiting:
            self.take_button.setText(self.tr("เหลือตัดสิน %n ข้อ", "", waiting))
        else:
            self.take_button.setText(self.tr("นำเข้า"))

    def _on_take(self) -> None:
        self.take_button.setEnabled(False)
        self.taken.emit(self.answers())
