"""The rights of whom the record is about: a copy of it all, putting right, restriction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.fields import Field
from desktop.services.persons_rights.rectifying import PutRight
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.record_names import field_name
from desktop.ui.thai_time import shown_iso
from desktop.ui.value_words import ValueWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import Separator, ThaiLabel
from desktop.ui.widgets.text_fields import TextField


@dataclass(frozen=True)
class Held:
    """How things stand with a record, and what who is signed in may do with it.

    Attributes:
        since: the day since which it is closed to use, "" where it is open.
        reason: why it was closed.
        elsewhere: it is closed because the same human is, in the register of learners.
    """

    since: str
    reason: str
    may_restrict: bool
    may_print: bool
    may_edit: bool
    elsewhere: bool = False

    @property
    def closed(self) -> bool:
        """Whether it is closed to use."""
        return bool(self.since) or self.elsewhere


class RectifyForm(EntryForm):
    """A fact, the right value, and who asked for it.

    Args:
        of: the kind that the fact is of.
        facts: its fields that can be chosen.
    """

    def __init__(self, of: str, facts: Sequence[str]) -> None:
        self._choices = [(of, name) for name in facts]
        super().__init__(
            "rectification",
            (
                FieldSpec("field", required=True, meaning=Field("code")),
                FieldSpec("value", 8, required=True, meaning=Field("line")),
                FieldSpec("asked_by"),
                FieldSpec("asked_on", required=False),
                FieldSpec("reason", lines=1),
            ),
        )

    def words(self) -> Mapping[str, Words]:
        return {"field": Words(missing=self.tr("เลือกก่อนว่าจะแก้เรื่องใด"))}

    def retranslate(self) -> None:
        super().retranslate()
        self.save_button.setText(self.tr("แก้ให้ถูก"))
        self.set_choices("field", [(name, field_name(of, name)) for of, name in self._choices])


class OwnRightsCard(Adaptive, Card):
    """Of a person of any kind; `of` and `facts` as the form takes them.

    `paper_wanted`, `book_wanted`, `restrict_wanted(reason)`, `lift_wanted(reason)`,
    `rectified(field, value, asked by, asked on, reason)`.
    """

    paper_wanted = Signal()
    book_wanted = Signal()
    restrict_wanted = Signal(str)
    lift_wanted = Signal(str)
    rectified = Signal(str, str, str, object, str)

    def __init__(self, of: str, facts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._facts = tuple(facts)
        self._held: Held | None = None
        self._codes = CodeBook()
        self._done: tuple[PutRight, ...] = ()
        self.paper = Button("", "secondary", "printer")
        self.book = Button("", "secondary", "file-spreadsheet")
        self.about_copy = ThaiLabel("", "muted")
        self.state = ThaiLabel("", "strong")
        self.about_restriction = ThaiLabel("", "muted")
        self.reason = TextField()
        self.reason_row = FormRow(self.reason, required=True)
        self.restrict = Button("", "danger", "lock")
        self.lift = Button("", "secondary", "undo-2")
        self.about_rectifying = ThaiLabel("", "strong")
        self.form = RectifyForm(of, facts)
        self.history = ThaiLabel("")
        copies = QHBoxLayout()
        copies.addWidget(self.paper)
        copies.addWidget(self.book)
        copies.addStretch(1)
        hold = QHBoxLayout()
        hold.addWidget(self.reason_row, 1)
        for button in (self.restrict, self.lift):
            hold.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.form.save_button)
        self.body.addWidget(self.about_copy)
        self.body.addLayout(copies)
        self.body.addWidget(Separator())
        self.body.addWidget(self.about_rectifying)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self.body.addWidget(self.history)
        self.body.addWidget(Separator())
        self.body.addWidget(self.state)
        self.body.addWidget(self.about_restriction)
        self.body.addLayout(hold)
        self.paper.clicked.connect(self.paper_wanted)
        self.book.clicked.connect(self.book_wanted)
        self.restrict.clicked.connect(lambda: self.restrict_wanted.emit(self.reason.value()))
        self.lift.clicked.connect(lambda: self.lift_wanted.emit(self.reason.value()))
        self.form.given.connect(self._on_given)
        self.adapt()

    def show_held(self, held: Held, codes: CodeBook, *, keep: bool) -> None:
        """Show how things stand; with `keep` what is being typed is left alone."""
        self._held, self._codes = held, codes
        if not keep:
            self.clear()
        self.retranslate()

    def show_done(self, done: Sequence[PutRight]) -> None:
        """Show what was put right before."""
        self._done = tuple(done)
        self.retranslate()

    def clear(self) -> None:
        """Empty the forms."""
        self._done = ()
        self.held()
        self.form.begin()

    def held(self) -> None:
        """The record was closed to use, or opened: the reason is not asked any more."""
        self.reason.set_value("")
        self.reason_row.set_error("")

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong, beside its field."""
        if name == "restricted_reason":
            self.reason_row.set_error(text)
        else:
            self.form.show_problem("value" if name in self._facts else name, text)

    def retranslate(self) -> None:
        self.set_title(
            self.tr("สิทธิของเจ้าของข้อมูล"),
            self.tr("ขอดู ขอสำเนา ขอแก้ให้ถูก และขอระงับการใช้ได้ ทุกครั้งถูกบันทึกว่าใครทำเมื่อไร"),
        )
        self.about_copy.set_text(
            self.tr("สำเนาทั้งหมดที่ศูนย์มี รวมประวัติการแก้ไข ความยินยอม และใครเปิดดู ส่วนอ่อนไหวอยู่ด้วยถ้ามีสิทธิ์")
        )
        self.paper.setText(self.tr("พิมพ์ข้อมูลทั้งหมด"))
        self.book.setText(self.tr("ส่งออกข้อมูลทั้งหมด"))
        self.about_rectifying.set_text(self.tr("แก้ให้ถูกตามคำขอ"))
        self.reason_row.set_words(self.tr("เหตุผล"), "")
        self.restrict.setText(self.tr("ระงับการใช้"))
        self.lift.setText(self.tr("ยกเลิกการระงับ"))
        self.about_restriction.set_text(
            self.tr("ระหว่างระงับ ข้อมูลยังอยู่และยังส่งถึงจังหวัด แต่แก้ พิมพ์ ส่งออก หรือนับในรายงานนอกศูนย์ไม่ได้")
        )
        self.history.set_text("\n".join(self._told(each) for each in self._done))
        self.history.setVisible(bool(self._done))
        if self._held is None:
            return
        since = self._held.since
        held = self.tr("ระงับการใช้ตั้งแต่ {date}: {reason}").replace("{date}", shown_iso(since))
        held = held.replace("{reason}", self._held.reason)
        if not since:
            held = (
                self.tr("ระงับการใช้อยู่ในฐานะผู้เรียนรู้ ยกเลิกได้ที่หน้าผู้เรียนรู้")
                if self._held.elsewhere
                else self.tr("ใช้ข้อมูลได้ตามปกติ")
            )
        self.state.set_text(held)
        self.restrict.setVisible(not self._held.closed and self._held.may_restrict)
        self.lift.setVisible(bool(since) and self._held.may_restrict)
        asked = self._held.may_restrict and (bool(since) or not self._held.elsewhere)
        self.reason_row.setVisible(asked)
        for button in (self.paper, self.book):
            button.setEnabled(not self._held.closed)
            button.setVisible(self._held.may_print)
        for part in (self.about_rectifying, self.form, self.form.save_button):
            part.setVisible(self._held.may_edit)

    def _told(self, done: PutRight) -> str:
        kind, words = done.record_kind, ValueWords(self._codes)
        text = self.tr("{date}  {field}: {before} → {after}  ตามคำขอของ {who} ({reason})")
        for name, value in (
            ("date", shown_iso(done.asked_on)),
            ("field", field_name(kind, done.field)),
            ("before", words.value(kind, done.field, done.before) or "–"),
            ("after", words.value(kind, done.field, done.after) or "–"),
            ("who", done.asked_by),
            ("reason", done.reason),
        ):
            text = text.replace("{" + name + "}", value)
        return f"•  {text}"

    def _on_given(self, values: dict[str, Any]) -> None:
        self.rectified.emit(*(values[name] for name in self.form.names))
