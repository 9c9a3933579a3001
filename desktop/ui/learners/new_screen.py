"""The short form for a new learner, with those beside it who may be the same person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.learners.alike_panel import AlikePanel
from desktop.ui.learners.new_form import NewLearnerForm
from desktop.ui.learners.opening import LEARNER, LEARNERS
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from resources import clock

if TYPE_CHECKING:
    from desktop.services.learners.duplicates import Alike


class NewLearnerScreen(Screen):
    """`save_wanted` carries what was filled in and whether another person follows; `alike_wanted`
    what stands there at a pause; `entered` who was looked for and is registered now, None for
    anybody.
    """

    save_wanted = Signal(object, bool)
    alike_wanted = Signal(object)
    entered = Signal(object)

    def __init__(self, today: Callable[[], date] = clock.today) -> None:
        super().__init__()
        self._today = today
        self._codes = CodeBook()
        self._another = False
        self.form = NewLearnerForm()
        self._build()
        self.form.given.connect(self._on_given)
        self.form.drafted.connect(lambda _content: self._look_for_alike())
        self.adapt()

    # What is shown

    def set_choices(self, villages: Sequence[Choice], codes: CodeBook) -> None:
        """Villages as (moo, label) and the centre's code lists."""
        self._codes = codes
        self.form.set_codes(codes)
        self.form.set_choices("village", villages)

    def begin_with(self, values: Mapping[str, Any]) -> None:
        """Begin the form with what is known of somebody who was looked for."""
        self.form.begin(values)
        self._look_for_alike()

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Put back a form that was left half filled; only into an empty one."""
        self.form.show_draft(content)
        self._look_for_alike()

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Show who may be the same person."""
        self.alike.show_alike(found, self._codes, self._today())

    def show_saved(self, learner_id: UUID, name: str, *, another: bool) -> None:
        """Go to the new learner, or begin the next form in the same village."""
        self.form.begin({"village": self.form.values()["village"]} if another else None)
        self.show_alike(())
        self.banner.dismiss()
        if another:
            self.banner.say(
                self.tr("บันทึก {name} แล้ว กรอกคนต่อไปได้เลย").replace("{name}", name), "success"
            )
            self.form.focus_first()
        else:
            self.open_requested.emit(LEARNER, learner_id)

    # As a screen

    def enter(self, argument: object) -> None:
        self.entered.emit(argument if isinstance(argument, UUID) else None)

    def leave(self) -> None:
        self.form.flush()

    def first_focus(self) -> QWidget | None:
        return self.form.field("given")

    def save_action(self) -> Action | None:
        return lambda: self._save(another=False)

    def new_action(self) -> Action | None:
        return lambda: self._save(another=True)

    def help_text(self) -> str:
        return "\n\n".join(
            (
                self.tr("ใส่เท่าที่รู้ ขอแค่ชื่อ ที่เหลือเติมทีหลังได้ในหน้าของคนนั้น"),
                self.tr("Enter ไปช่องต่อไป Ctrl+S บันทึกแล้วเปิดหน้า Ctrl+N บันทึกแล้วเพิ่มคนต่อไป"),
                self.tr("สิ่งที่พิมพ์ถูกเก็บไว้เอง แม้ไฟดับหรือออกไปหน้าอื่น"),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(LEARNERS, None)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.heading.set_text(self.tr("เพิ่มผู้เรียนรู้"))
        self.lead.set_text(self.tr("ใส่เท่าที่รู้วันนี้ ที่เหลือเติมทีหลังได้"))
        self.form.save_button.setText(self.tr("บันทึกแล้วเปิดหน้า"))
        self.another_button.setText(self.tr("บันทึกแล้วเพิ่มคนต่อไป"))
        self.another_button.setToolTip("Ctrl+N")
        self.cancel_button.setText(self.tr("กลับไปรายชื่อ"))
        self.kept_words.set_text(self.tr("สิ่งที่พิมพ์ถูกเก็บไว้เองทุกวินาที"))

    # Inside

    def _build(self) -> None:
        self.heading = ThaiLabel("", "title", wrap=False)
        self.lead = ThaiLabel("", "muted", wrap=False)
        self.banner = Banner()
        self.alike = AlikePanel()
        self.alike.opened_person.connect(lambda who: self.open_requested.emit(LEARNER, who))
        self.another_button = Button("", "secondary", "user-plus")
        self.another_button.clicked.connect(lambda: self._save(another=True))
        self.cancel_button = Button("", "quiet", "arrow-left")
        self.cancel_button.clicked.connect(lambda: self.open_requested.emit(LEARNERS, None))
        self.kept_words = ThaiLabel("", "caption", wrap=False)
        card = Card()
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        inside = Folding()
        inside.setProperty("surface", "scroll")
        inside.add(card, 1, wish=460)
        inside.add_side(self.alike, 330, 0.3)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.lead, 1, Qt.AlignmentFlag.AlignBottom)
        back, go_on = QHBoxLayout(), QHBoxLayout()
        for row in (back, go_on):
            row.setSpacing(8)
        back.addWidget(self.cancel_button)
        back.addWidget(self.kept_words, 1)
        go_on.addStretch(1)
        go_on.addWidget(self.another_button)
        go_on.addWidget(self.form.save_button)
        foot = Folding(8)
        foot.add(back, 1)
        foot.add(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(Scrolling(inside), 1)
        column.addWidget(foot)

    def _look_for_alike(self) -> None:
        self.alike_wanted.emit(filled(self.form.values()))

    def _save(self, *, another: bool) -> None:
        self._another = another
        self.form.save()
        self._another = False

    def _on_given(self, values: dict[str, Any]) -> None:
        self.save_wanted.emit(filled(values), self._another)
