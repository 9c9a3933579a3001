"""บันทึก/เยี่ยมบ้าน: writing down a meeting in seconds, and all that was written before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.learners.contacts import ContactLine
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.visit_row import VisitRow
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane
from desktop.ui.widgets.text_fields import TextArea, TextField
from desktop.ui.widgets.typing_pause import TypingPause

QUICK_KINDS = ("home_visit", "phone", "centre_visit", "school_visit")
# Half of what is promised at most: a pause of a second and a half, then it is kept.


class VisitsTab(Adaptive, QWidget):
    """`saved(values, corrects)`; `draft_changed(content)` a second after the last key."""

    saved = Signal(object, object)
    draft_changed = Signal(object)
    draft_dropped = Signal()
    earlier_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._kind = QUICK_KINDS[0]
        self._corrects: UUID | None = None
        self._restoring = False
        self.rows: dict[UUID, VisitRow] = {}
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self._send_draft)
        self._lay_out()
        self.adapt()

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner's entries; what is being written stays."""
        if self._page is not None and self._page.id != page.id:
            self._clear_form()
        self._page, self._codes = page, codes
        self._entry.setVisible(page.may_edit)
        self.private.setVisible(page.may_see_sensitive)
        self.retranslate()
        self._fill(page)

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Bring back what was half written when the power went."""
        if self.text.value() or self._corrects is not None:
            return
        self._restoring = True
        self._kind = str(content.get("contact_kind") or QUICK_KINDS[0])
        self.text.set_value(str(content.get("text") or ""))
        self.place.set_value(str(content.get("place") or ""))
        self.next_text.set_value(str(content.get("next_text") or ""))
        self.private.setChecked(bool(content.get("private")))
        for field, name in ((self.day, "on"), (self.next_day, "next_on")):
            kept = content.get(name)
            if kept:
                field.set_value(PartialDate.from_iso(str(kept)))
        corrects = content.get("corrects")
        self._corrects = UUID(corrects) if corrects else None
        self._restoring = False
        self._note.setVisible(True)
        self.retranslate()

    def show_earlier(self, contact_id: UUID, lines: Sequence[ContactLine]) -> None:
        """Show what an entry said before it was corrected."""
        self.rows[contact_id].show_earlier(lines, self._codes)

    def begin(self) -> None:
        """Put the keyboard where one writes."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def stored(self) -> None:
        """The entry was stored: ready for the next."""
        self._clear_form()
        self.draft_dropped.emit()

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong with the entry."""
        rows = {"on": self._day_row, "next_on": self._next_row, "text": self._text_row}
        rows.get(name, self._text_row).set_error(text)

    def save(self) -> None:
        """Store the entry (Ctrl+S, Ctrl+Enter)."""
        if not self.text.value().strip():
            self._text_row.set_error(self.tr("เขียนสั้น ๆ ว่าพบอะไร คุยเรื่องอะไร"))
            self.begin()
            return
        self._text_row.set_error("")
        self._pause.stop()
        values = {name: value for name, value in self._content().items() if name != "corrects"}
        if self._corrects is None:
            values = {name: value for name, value in values.items() if value}
        self.saved.emit(values, self._corrects)

    def flush(self) -> None:
        """Keep what is half written."""
        if self._pause.isActive():
            self._pause.stop()
            self._send_draft()

    def retranslate(self) -> None:
        correcting = self._corrects is not None
        self._title.set_text(self.tr("แก้คำบันทึก") if correcting else self.tr("บันทึกการพบ"))
        self._why.set_text(
            self.tr("คำเดิมยังอยู่ใต้รายการที่แก้ ไม่มีอะไรหาย")
            if correcting
            else self.tr("เขียนเท่าที่มีเวลา ร่างเก็บให้เองทุกวินาที")
        )
        self._note.set_state(self.tr("นี่คือร่างที่เขียนค้างไว้"), "info", "history")
        self._text_row.set_words(self.tr("พบอะไร คุยเรื่องอะไร"))
        self.text.setPlaceholderText(self.tr("เช่น น้องเดินได้ไกลขึ้น ยายอยากให้ครูมาทุกวันพุธ"))
        self._day_row.set_words(self.tr("วันที่พบ"))
        self._place_row.set_words(self.tr("ที่ไหน"))
        self._next_row.set_words(self.tr("นัดครั้งต่อไป"))
        self._next_text_row.set_words(self.tr("นัดเรื่องอะไร"))
        self.private.setText(self.tr("เห็นได้เฉพาะผู้ที่ดูข้อมูลอ่อนไหวได้"))
        self._other_row.set_words(self.tr("วิธีพบแบบอื่น"))
        self.save_button.setText(self.tr("บันทึก"))
        self.save_button.setToolTip("Ctrl+Enter")
        self._cancel.setText(self.tr("เลิกแก้"))
        self._cancel.setVisible(correcting)
        self._list_title.set_text(self.tr("ที่ผ่านมา"))
        for code, chip in self.kinds.items():
            chip.setText(self._codes.label("contact_kinds", code))
            chip.setChecked(code == self._kind)
        others = [
            each for each in self._codes.choices("contact_kinds") if each[0] not in QUICK_KINDS
        ]
        self._other.set_choices(others)
        self._other.set_value("" if self._kind in QUICK_KINDS else self._kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._entry.setFixedWidth(max(theme().px(380), round(self.width() * 0.42)))

    def _lay_out(self) -> None:
        self._entry = QFrame()
        self._entry.setProperty("surface", "card")
        self._title, self._why = ThaiLabel("", "section"), ThaiLabel("", "caption")
        self._note = StatusPill("", "info", "history")
        chips = QWidget()
        flow = FlowLayout(chips, 6)
        self.kinds: dict[str, Button] = {}
        for code in QUICK_KINDS:
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on=False, code=code: self._choose_kind(code))
            self.kinds[code] = chip
            flow.addWidget(chip)
        self.private = QCheckBox()
        self.private.toggled.connect(self._on_typed)
        self._other = ChoiceField()
        self._other.chosen.connect(self._choose_kind)
        self._other_row = FormRow(self._other)
        self.text = TextArea(4)
        self._text_row = FormRow(self.text)
        self.day = ThaiDateField(partial=False)
        self._day_row = FormRow(self.day)
        self.place = TextField()
        self._place_row = FormRow(self.place)
        self.next_day = ThaiDateField(partial=False, future=True)
        self._next_row = FormRow(self.next_day)
        self.next_text = TextField()
        self._next_text_row = FormRow(self.next_text)
        self.save_button = Button("", "primary", "check")
        self.save_button.clicked.connect(self.save)
        self._cancel = Button("", "quiet")
        self._cancel.clicked.connect(self.stored)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self._day_row, 1, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self._place_row, 1, Qt.AlignmentFlag.AlignTop)
        promise = QHBoxLayout()
        promise.setSpacing(12)
        promise.addWidget(self._next_row, 1, Qt.AlignmentFlag.AlignTop)
        promise.addWidget(self._next_text_row, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._why, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.save_button)
        form = Pane()
        form.body.setContentsMargins(16, 10, 12, 8)
        form.body.setSpacing(8)
        for part in (self._title, self._note, chips, self._text_row):
            form.body.addWidget(part)
        form.body.addLayout(when)
        form.body.addLayout(promise)
        form.body.addWidget(self.private)
        form.body.addWidget(self._other_row)
        form.body.addStretch(1)
        foot.setContentsMargins(16, 4, 16, 12)
        whole = QVBoxLayout(self._entry)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(form, 1)
        whole.addLayout(foot)
        self._pane = Pane()
        self._list_title = ThaiLabel("", "section")
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._pane.body.setContentsMargins(0, 0, 8, 16)
        self._pane.body.addWidget(self._list_title)
        self._pane.body.addLayout(self._list)
        self._pane.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(16)
        row.addWidget(self._entry)
        row.addWidget(self._pane, 1)
        self._note.hide()
        self.text.edited.connect(self._on_typed)
        self.place.edited.connect(self._on_typed)
        self.next_text.edited.connect(self._on_typed)
        self.day.changed.connect(self._on_typed)
        self.next_day.changed.connect(self._on_typed)
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.save)
        self.day.set_value(PartialDate.from_date(thai_time.today()))

    def _fill(self, page: LearnerPage) -> None:
        clear_layout(self._list)
        self.rows = {}
        for line in page.contacts:
            row = VisitRow(line, self._codes, page.today)
            row.correct.setVisible(page.may_edit)
            row.correct_wanted.connect(lambda line=line: self._correct(line))
            row.earlier_wanted.connect(lambda line=line: self.earlier_wanted.emit(line))
            self.rows[line.id] = row
            self._list.addWidget(row)
        if not page.contacts:
            self._list.addWidget(
                ThaiLabel(self.tr("ยังไม่มีบันทึก การพบครั้งแรกเขียนไว้ทางซ้ายได้เลย"), "muted")
            )

    def _content(self) -> dict[str, Any]:
        on, next_on = self.day.value(), self.next_day.value()
        return {
            "contact_kind": self._kind,
            "text": self.text.value(),
            "place": self.place.value(),
            "on": on.iso() if on else "",
            "next_on": next_on.iso() if next_on else "",
            "next_text": self.next_text.value(),
            "private": self.private.isChecked(),
            "corrects": str(self._corrects) if self._corrects else "",
        }

    def _choose_kind(self, code: str) -> None:
        self._kind = code
        self.retranslate()
        self._on_typed()
        self.begin()

    def _on_typed(self, *_value: object) -> None:
        if not self._restoring:
            self._pause.touch()

    def _send_draft(self) -> None:
        content = self._content()
        if content["text"].strip() or content["next_text"].strip():
            self.draft_changed.emit(content)
        else:
            self.draft_dropped.emit()

    def _correct(self, line: ContactLine) -> None:
        self.flush()
        self._restoring = True
        self._corrects, self._kind = line.id, line.contact_kind
        self.private.setChecked(line.private)
        self.text.set_value(line.text)
        self.place.set_value(line.place)
        self.next_text.set_value(line.next_text)
        self.day.set_value(PartialDate.from_iso(line.on))
        self.next_day.set_value(PartialDate.from_iso(line.next_on) if line.next_on else None)
        self._restoring = False
        self.retranslate()
        self.begin()

    def _clear_form(self) -> None:
        self._pause.stop()
        self._restoring = True
        self._corrects, self._kind = None, QUICK_KINDS[0]
        self.private.setChecked(False)
        for field in (self.text, self.place, self.next_text):
            field.set_value("")
        self.day.set_value(PartialDate.from_date(thai_time.today()))
        self.next_day.set_value(None)
        self._restoring = False
        self._note.hide()
        self._text_row.set_error("")
        self.retranslate()
