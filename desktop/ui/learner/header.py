"""Who this is, at the head of every tab: name, face, state, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.portrait import Portrait
from desktop.ui.person_words import STATUS_TONES, PersonWords
from desktop.ui.record_names import code_name
from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel


class LearnerHeader(Adaptive, QFrame):
    """Signals carry what is wished: `missing_chosen(code)` leads to the field."""

    edit_wanted = Signal()
    print_wanted = Signal()
    visit_wanted = Signal()
    photo_wanted = Signal()
    missing_chosen = Signal(str)
    conflicts_wanted = Signal()
    twins_wanted = Signal()
    title_taken = Signal(str)
    title_kept = Signal()
    farewell_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self.setProperty("surface", "card")
        self.portrait = Portrait(64)
        self.name = ThaiLabel("", "title")
        self.facts = ThaiLabel("", "muted", wrap=False)
        self._pills = QWidget()
        self._flow = FlowLayout(self._pills, 6)
        self.visit = Button("", "primary", "notebook-pen")
        self.print = Button("", "secondary", "printer")
        self.edit = Button("", "secondary", "pencil")
        self.visit.clicked.connect(self.visit_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.more = Button("", "secondary", "ellipsis")
        self.menu = QMenu(self.more)
        # Made here and not by the menu, which would own it: it lives as long as its words are set.
        self.farewell = QAction(self)
        self.menu.addAction(self.farewell)
        self.farewell.triggered.connect(lambda _on=False: self.farewell_wanted.emit())
        self.more.setMenu(self.menu)
        self._flow.addWidget(self.facts)
        first = Folding(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.more, self.edit, self.print, self.visit):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        first.add(self.name, 1, wish=260)
        first.add(buttons)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(first)
        words.addWidget(self._pills)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._title_line = self._make_title_line()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._title_line)
        self.adapt()

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show one learner."""
        self._page, self._codes = page, codes
        self.portrait.show_person(page.detail.row.given, page.photo)
        self.retranslate()

    def ask_title(self) -> bool:
        """Put the keyboard to the title that is proposed; False where none is."""
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self._title_line.isHidden()

    def set_compact(self, compact: bool) -> None:
        """With `compact` only the name and what can be done: other tabs need the room."""
        self._pills.setHidden(compact)
        self.portrait.setHidden(compact)

    def redress(self) -> None:
        restyle(self.name, words="title" if theme().scale == 100 else "section")

    def retranslate(self) -> None:
        self.visit.setText(self.tr("บันทึกการพบ"))
        self.print.setText(self.tr("พิมพ์แผน"))
        self.edit.setText(self.tr("แก้ข้อมูล"))
        self.more.setText(self.tr("อื่น ๆ"))
        self.farewell.setText(self.tr("ลบหรือทำให้ไม่ระบุตัวตน…"))
        self._keep.setText(self.tr("ยังใช้คำเดิม"))
        page = self._page
        if page is None:
            return
        row, words = page.detail.row, PersonWords()
        nickname = f" ({row.nickname})" if row.nickname else ""
        self.name.set_text(f"{row.full_name}{nickname}")
        facts = [words.age(page.age), words.village(row.village, row.village_name), row.code]
        self.facts.set_text("  ·  ".join(fact for fact in facts if fact))
        self.visit.setVisible(page.may_edit)
        self.edit.setVisible(page.may_edit)
        self.farewell.setVisible(page.may_erase)
        self.more.setVisible(any(each.isVisible() for each in self.menu.actions()))
        self.print.setVisible(page.may_print)
        self.print.setEnabled(page.plan is not None and page.may_print and not page.restricted)
        self.print.setToolTip("" if page.plan else self.tr("ยังไม่มีแผนให้พิมพ์"))
        self._fill_pills(page)
        proposed = page.proposed_title
        self._title_line.setVisible(bool(proposed) and page.may_edit)
        if proposed:
            text = self.tr("อายุครบ 15 ปีแล้ว จะเปลี่ยนคำนำหน้าจาก {old} เป็น {new} ไหม")
            self._title_text.set_text(text.replace("{old}", row.title).replace("{new}", proposed))
            self._take.setText(self.tr("ใช้ {new}").replace("{new}", proposed))

    def _make_title_line(self) -> QFrame:
        line = QFrame()
        line.setProperty("surface", "banner")
        line.setProperty("tone", "info")
        self._title_text = ThaiLabel("")
        self._take = Button("", "secondary")
        self._keep = Button("", "quiet")
        self._take.clicked.connect(self._on_take)
        self._keep.clicked.connect(self.title_kept)
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(IconLabel("info", "on_primary_soft", 18))
        row.addWidget(self._title_text, 1)
        row.addWidget(self._take)
        row.addWidget(self._keep)
        line.hide()
        return line

    def _on_take(self) -> None:
        if self._page is not None:
            self.title_taken.emit(self._page.proposed_title)

    def _fill_pills(self, page: LearnerPage) -> None:
        while (item := self._flow.takeAt(1)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        row = page.detail.row
        if page.restricted:
            reason = str(page.detail.values.get("restricted_reason") or "")
            text = self.tr("ระงับการใช้: {reason}").replace("{reason}", reason[:60])
            self._flow.addWidget(StatusPill(text, "danger", "lock"))
        if row.status:
            tone = STATUS_TONES.get(row.status, "neutral")
            self._flow.addWidget(StatusPill(self._codes.label("status", row.status), tone))
        if row.case_step:
            step = self.tr("ขั้น: {step}")
            step = step.replace("{step}", self._codes.label("case_steps", row.case_step))
            self._flow.addWidget(StatusPill(step, "neutral", "footprints"))
        if row.waiting:
            self._flow.addWidget(StatusPill(self.tr("รอส่งจังหวัด"), "neutral", "cloud-upload"))
        else:
            self._flow.addWidget(StatusPill(self.tr("ส่งถึงจังหวัดแล้ว"), "success"))
        detail = page.detail
        if detail.conflicts:
            text = self.tr("ข้อมูลขัดกัน %n จุด", "", detail.conflicts)
            self._add_chip(text, "git-merge", self.conflicts_wanted.emit)
        if detail.possible_duplicates:
            self._add_chip(self.tr("อาจซ้ำกับคนอื่น"), "copy", self.twins_wanted.emit)
        for code in detail.missing:
            text = self.tr("ยังขาด{field}").replace("{field}", code_name("missing", code))
            self._add_chip(
                text, "plus", lambda _on=False, code=code: self.missing_chosen.emit(code)
            )
        self._pills.updateGeometry()

    def _add_chip(self, text: str, icon: str, act: object) -> None:
        chip = Button(text, "chip", icon)
        chip.clicked.connect(act)
        self._flow.addWidget(chip)
