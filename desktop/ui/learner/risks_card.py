"""Risk flags of a learner: raised with a reason, cleared with one, and those that have passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.entries import Entry
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.fields import HeldField
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.learner.page import LearnerPage
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if
from resources import clock

_RAISING, _CLEARING = ("code", "raised_on"), ("cleared_on",)


class RiskForm(EntryForm):
    """A flag to be raised, or why one that is up may come down; the draft of either."""

    def __init__(self) -> None:
        self.cancel_button = Button("", "quiet")
        self._clearing = False
        super().__init__(
            "risk_flag",
            (
                FieldSpec("code", 12),
                FieldSpec("note", 12),
                FieldSpec("raised_on", 12),
                FieldSpec("cleared_on", 12),
                FieldSpec("clears", 12, slot=HeldField),
            ),
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self.column.addLayout(foot)

    @property
    def clears(self) -> UUID | None:
        """The flag that shall come down, None where one is to be raised."""
        kept = self.values()["clears"]
        return UUID(str(kept)) if kept else None

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        today = PartialDate.from_date(clock.today())
        super().begin({"raised_on": today, "cleared_on": today, **(values or {})})

    def clear_one(self, flag: Entry) -> None:
        """Begin to say why a flag may come down; what is half written comes first."""
        if self.isHidden() or self.untouched:
            self.begin({"code": flag.text("code"), "clears": flag.id})
        else:
            self.show_problem("", self.tr("บันทึกสิ่งที่เขียนค้างไว้ก่อน"))

    def focus_first(self) -> None:
        if self.clears is None:
            super().focus_first()
        else:
            self.field("note").setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self) -> None:
        if self._clearing != (self.clears is not None):
            self.retranslate()

    def words(self) -> Mapping[str, Words]:
        if self.clears is None:
            return {
                "code": Words(self.tr("เห็นอะไร"), missing=self.tr("เลือกว่าเห็นสัญญาณอะไร")),
                "note": Words(self.tr("เหตุที่ยกสัญญาณ"), self.tr("เช่น ไม่มาเรียนตั้งแต่แม่ป่วย")),
            }
        return {"note": Words(self.tr("คลี่คลายอย่างไร"), self.tr("เช่น แม่หายแล้ว กลับมาเรียนทุกวัน"))}

    def retranslate(self) -> None:
        self._clearing = clearing = self.clears is not None
        super().retranslate()
        for names, shown in ((_RAISING, not clearing), (_CLEARING, clearing)):
            for name in names:
                show_if(self.row(name), shown)
        self.cancel_button.setText(self.tr("ยกเลิก"))
        self.save_button.setText(self.tr("คลี่คลายแล้ว") if clearing else self.tr("ยกสัญญาณ"))


class RisksCard(Adaptive, Card):
    """`raised(values)`, `cleared(flag id, values)`; what is half written by `form.drafted`."""

    raised = Signal(object)
    cleared = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self.clear_buttons: dict[UUID, Button] = {}
        self.raise_button = Button("", "link", "flag")
        self.raise_button.clicked.connect(self.begin)
        self.header.add_action(self.raise_button)
        self.form = RiskForm()
        self.form.given.connect(self._on_given)
        self.form.cancel_button.clicked.connect(self._on_cancel)
        self.past_button = Button("", "link", "history")
        self.past_button.setCheckable(True)
        self.past_button.toggled.connect(lambda _on: self.retranslate())
        self._here, self._past = QVBoxLayout(), QVBoxLayout()
        for column in (self._here, self._past):
            column.setSpacing(8)
        self.body.addLayout(self._here)
        self.body.addWidget(self.form)
        self.body.addWidget(self.past_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._past)
        self.form.hide()
        self.adapt()

    @property
    def any_up(self) -> bool:
        """Whether a flag is up, or being written."""
        return bool(self._flags(cleared=False)) or not self.form.isHidden()

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner's flags; what is being written of the same learner stays."""
        another = self._page is not None and self._page.id != page.id
        self._page, self._codes = page, codes
        if another:
            self._close()
            self.past_button.setChecked(False)
        self.form.set_codes(codes)
        self.retranslate()

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Bring back what was half written when the power went."""
        if self._editable:
            self.form.show_draft(content)
            self.form.show()

    def begin(self) -> None:
        """Write down a flag, or go on with what is half written."""
        if self.form.isHidden():
            self.form.begin()
            self.form.show()
        self.form.focus_first()

    def go_to(self, flag: str) -> bool:
        """Put the keyboard to clearing a flag that is up, "" to writing one down.

        False where that cannot be done.
        """
        button = next((b for known, b in self.clear_buttons.items() if str(known) == flag), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not flag and self._editable:
            self.begin()
        else:
            return False
        return True

    def stored(self) -> None:
        """What was given is stored: the keyboard goes back to where one begins."""
        self.form.stored()
        if self.form.untouched:
            self._close()
            self.raise_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what is half written."""
        self.form.flush()

    def retranslate(self) -> None:
        self.set_title(self.tr("สัญญาณเสี่ยง"))
        self.raise_button.setText(self.tr("ยกสัญญาณเสี่ยง"))
        self.raise_button.setVisible(self._editable)
        self._fill()

    @property
    def _editable(self) -> bool:
        page = self._page
        return page is not None and page.may_edit and not page.restricted

    def _flags(self, *, cleared: bool) -> list[Entry]:
        flags = self._page.detail.risks if self._page is not None else ()
        return [flag for flag in flags if bool(flag.text("cleared_on")) == cleared]

    def _fill(self) -> None:
        clear_layout(self._here)
        clear_layout(self._past)
        self.clear_buttons = {}
        here, past = self._flags(cleared=False), self._flags(cleared=True)
        for flag in here:
            self._here.addLayout(self._line(flag))
        if not here:
            self._here.addWidget(ThaiLabel(self.tr("ไม่มีสัญญาณเสี่ยงตอนนี้"), "muted"))
        self.past_button.setText(self.tr("ที่คลี่คลายแล้ว %n เรื่อง", "", len(past)))
        self.past_button.setVisible(bool(past))
        if self.past_button.isChecked():
            for flag in reversed(past):
                self._past.addLayout(self._line(flag))

    def _line(self, flag: Entry) -> QHBoxLayout:
        cleared = shown_iso(flag.text("cleared_on"))
        tone: Tone = "danger" if flag.text("code") == "urgent" else "warning"
        colour = "muted" if cleared else "on_danger_soft" if tone == "danger" else "warning"
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("flag", colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = self._codes.label("risk_flags", flag.text("code"))
        words.addWidget(ThaiLabel(label, "muted" if cleared else "strong"))
        when = self.tr("ตั้งแต่ {date}").replace("{date}", shown_iso(flag.text("raised_on")))
        if cleared:
            when = self.tr("{since} คลี่คลาย {date}").replace("{since}", when)
            when = when.replace("{date}", cleared)
        if flag.text("note"):
            words.addWidget(ThaiLabel(flag.text("note")))
        words.addWidget(ThaiLabel("  ·  ".join(filter(None, (when, self._who(flag)))), "caption"))
        line.addLayout(words, 1)
        if not cleared and self._editable:
            button = Button(self.tr("คลี่คลายแล้ว…"), "link", "check")
            button.setAccessibleName(self.tr("คลี่คลายแล้ว: {risk}").replace("{risk}", label))
            button.clicked.connect(lambda _on=False: self._clear(flag))
            self.clear_buttons[flag.id] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _who(self, flag: Entry) -> str:
        users = self._page.users if self._page is not None else ()
        return next((user.name for user in users if user.id == flag.created_by), "")

    def _clear(self, flag: Entry) -> None:
        self.form.clear_one(flag)
        self.form.show()
        self.form.focus_first()

    def _close(self) -> None:
        self.form.begin()
        self.form.hide()

    def _on_cancel(self) -> None:
        self.form.give_up()
        self._close()
        self.raise_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self, values: dict[str, Any]) -> None:
        clears = self.form.clears
        names = ("note", *(_RAISING if clears is None else _CLEARING))
        said = {name: values[name] for name in names}
        if clears is None:
            self.raised.emit(filled(said))
        else:
            self.cleared.emit(clears, filled(said))
