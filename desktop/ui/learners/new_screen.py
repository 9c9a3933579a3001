"""The short form for a new learner: what one knows at the first meeting, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.dates import PartialDate
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.learners.alike_panel import AlikePanel
from desktop.ui.learners.opening import LEARNER, LEARNERS
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.identity_field import IdentityField
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.typing_pause import TypingPause

if TYPE_CHECKING:
    from desktop.services.learners.duplicates import Alike

COMMON_TITLES = ("เด็กชาย", "เด็กหญิง", "นาย", "นางสาว", "นาง", "พระ", "สามเณร", "แม่ชี")
_MALE = frozenset({"เด็กชาย", "นาย", "พระ", "สามเณร"})
_FEMALE = frozenset({"เด็กหญิง", "นางสาว", "นาง", "แม่ชี"})


class NewLearnerScreen(Screen):
    """`save_wanted` carries the form as plain values and whether another person follows."""

    save_wanted = Signal(object, bool)
    draft_changed = Signal(object)
    draft_dropped = Signal()
    alike_wanted = Signal(object)
    entered = Signal()

    def __init__(self, today: Callable[[], date] = thai_time.today) -> None:
        super().__init__()
        self._today = today
        self._codes = CodeBook()
        self._filling = False
        self._sex_by_hand = False
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self.flush)
        self._build()
        self.adapt()

    # What is shown

    def set_choices(self, villages: Sequence[Choice], codes: CodeBook) -> None:
        """Villages as (moo, label) and the centre's code lists."""
        self._codes = codes
        self.village.set_choices([*villages])
        self.retranslate()

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Put back a form that was left half filled; only into an empty one."""
        if not self.is_empty:
            return
        self.fill(content)
        self.banner.say(self.tr("นี่คือแบบที่กรอกค้างไว้ ทำต่อได้เลย"), "info", action=self.tr("เริ่มใหม่"))

    def fill(self, content: Mapping[str, Any]) -> None:
        """Show these values, as `content()` gave them."""
        self._filling = True
        for name, field in self._texts.items():
            field.set_value(str(content.get(name, "")))
        birth = str(content.get("birth", ""))
        self.birth.set_value(
            PartialDate.from_iso(birth, estimated=bool(content.get("birth_estimated")))
            if birth
            else None
        )
        self.number.set_identity(
            str(content.get("identity", "")), confirmed=bool(content.get("confirmed"))
        )
        for name, choice in self._picks.items():
            choice.set_value(str(content.get(name, "")))
        self._sex_by_hand = bool(content.get("sex"))
        self._filling = False

    def content(self) -> dict[str, Any]:
        """The form as plain values; empty parts are left out."""
        values: dict[str, Any] = {name: field.value() for name, field in self._texts.items()}
        values.update({name: choice.value() for name, choice in self._picks.items()})
        birth = self.birth.value()
        if birth is not None:
            values.update(birth=birth.iso(), birth_estimated=birth.estimated)
        values["identity"] = self.number.text().strip()
        values["confirmed"] = self.number.confirmed
        return {name: value for name, value in values.items() if value}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen so far."""
        return not (self.content().keys() - {"village"})

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Show who may be the same person."""
        self.alike.show_alike(found, self._codes, self._today())

    def show_error(self, field: str, sentence: str) -> None:
        """Say beside a field what is wrong with it, or above the form."""
        row = self.rows.get(field)
        if row is not None:
            row.set_error(sentence)
            row.field.setFocus()
        else:
            self.banner.say(sentence, "danger")

    def show_saved(self, learner_id: UUID, name: str, *, another: bool) -> None:
        """Go to the new learner, or begin the next form in the same village."""
        village = self.village.value()
        self.clear()
        if another:
            self.village.set_value(village)
            self.banner.say(
                self.tr("บันทึก {name} แล้ว กรอกคนต่อไปได้เลย").replace("{name}", name), "success"
            )
            self.given.setFocus()
        else:
            self.open_requested.emit(LEARNER, learner_id)

    def clear(self) -> None:
        """Empty the form."""
        self._pause.stop()
        self.fill({})
        for row in self.rows.values():
            row.set_error("")
        self.banner.dismiss()
        self.show_alike(())

    def flush(self) -> None:
        """Send what was typed so far to be kept, and look for people who are like it."""
        self._pause.stop()
        self.draft_changed.emit(self.content())
        self.alike_wanted.emit(self.content())

    # As a screen

    def enter(self, argument: object) -> None:
        self.entered.emit()

    def leave(self) -> None:
        if self._pause.isActive():
            self.flush()

    def first_focus(self) -> QWidget | None:
        return self.given

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
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(LEARNERS, None)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.heading.set_text(self.tr("เพิ่มผู้เรียนรู้"))
        self.lead.set_text(self.tr("ใส่เท่าที่รู้วันนี้ ที่เหลือเติมทีหลังได้"))
        words = {
            "title": (self.tr("คำนำหน้า"), ""),
            "given": (self.tr("ชื่อ"), ""),
            "surname": (self.tr("นามสกุล"), ""),
            "nickname": (self.tr("ชื่อเล่น"), ""),
            "sex": (self.tr("เพศ"), ""),
            "birth": (self.tr("วันเกิด เท่าที่รู้"), ""),
            "identity": (self.tr("เลขประจำตัว"), ""),
            "village": (self.tr("หมู่บ้าน"), ""),
            "carer": (self.tr("ผู้ดูแล"), ""),
            "relation": (self.tr("เกี่ยวข้องเป็น"), ""),
            "phone": (self.tr("โทรศัพท์ของผู้ดูแล"), ""),
        }
        for name, row in self.rows.items():
            row.set_words(*words[name])
        self.sex.set_choices(self._codes.choices("sex"))
        self.relation.set_choices(self._codes.choices("relations"))
        self.save_button.setText(self.tr("บันทึกแล้วเปิดหน้า"))
        self.save_button.setToolTip("Ctrl+S")
        self.another_button.setText(self.tr("บันทึกแล้วเพิ่มคนต่อไป"))
        self.another_button.setToolTip("Ctrl+N")
        self.cancel_button.setText(self.tr("กลับไปรายชื่อ"))
        self.kept_words.set_text(self.tr("สิ่งที่พิมพ์ถูกเก็บไว้เองทุกวินาที"))

    def redress(self) -> None:
        super().redress()
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    # Inside

    def _build(self) -> None:
        self.heading = ThaiLabel("", "title", wrap=False)
        self.lead = ThaiLabel("", "muted", wrap=False)
        self.banner = Banner()
        self.banner.acted.connect(self._on_begin_anew)
        self.title_field = TextField()
        completer = QCompleter(COMMON_TITLES, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.title_field.setCompleter(completer)
        self.given, self.surname, self.nickname = TextField(), TextField(), TextField()
        self.carer, self.phone = TextField(), TextField()
        self.sex, self.relation, self.village = ChoiceField(), ChoiceField(), ChoiceField()
        self.birth = ThaiDateField(today=self._today)
        self.number = IdentityField()
        self._texts = {
            "title": self.title_field, "given": self.given, "surname": self.surname,
            "nickname": self.nickname, "carer": self.carer, "phone": self.phone,
        }  # fmt: skip
        self._picks = {"sex": self.sex, "relation": self.relation, "village": self.village}
        fields: dict[str, QWidget] = {
            "title": self.title_field, "given": self.given, "surname": self.surname,
            "nickname": self.nickname, "sex": self.sex, "birth": self.birth,
            "identity": self.number, "village": self.village, "carer": self.carer,
            "relation": self.relation, "phone": self.phone,
        }  # fmt: skip
        self.rows = {
            name: FormRow(field, required=name == "given") for name, field in fields.items()
        }
        self.alike = AlikePanel()
        self.alike.opened_person.connect(lambda who: self.open_requested.emit(LEARNER, who))
        self.save_button = Button("", "primary", "save")
        self.another_button = Button("", "secondary", "user-plus")
        self.cancel_button = Button("", "quiet", "arrow-left")
        self.kept_words = ThaiLabel("", "caption", wrap=False)
        for choice in self._picks.values():
            choice.setMinimumContentsLength(6)
        self._lay_out()
        for field in self._texts.values():
            field.edited.connect(self._on_edited)
        for choice in self._picks.values():
            choice.chosen.connect(self._on_edited)
        self.birth.changed.connect(self._on_edited)
        self.number.changed.connect(self._on_edited)
        self.title_field.editingFinished.connect(self._guess_sex)
        self.sex.chosen.connect(self._on_sex_chosen)
        self.save_button.clicked.connect(lambda: self._save(another=False))
        self.another_button.clicked.connect(lambda: self._save(another=True))
        self.cancel_button.clicked.connect(lambda: self.open_requested.emit(LEARNERS, None))

    def _lay_out(self) -> None:
        rows, top = self.rows, Qt.AlignmentFlag.AlignTop
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for name, line, column, span in (
            ("title", 0, 0, 3), ("given", 0, 3, 4), ("surname", 0, 7, 5),
            ("nickname", 1, 0, 4), ("sex", 1, 4, 3), ("village", 1, 7, 5),
            ("birth", 2, 0, 12), ("identity", 3, 0, 12),
            ("carer", 4, 0, 5), ("relation", 4, 5, 3), ("phone", 4, 8, 4),
        ):  # fmt: skip
            grid.addWidget(rows[name], line, column, 1, span, top)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        form = Card()
        form.body.addLayout(grid)
        form.body.addStretch(1)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(form, 1)
        across.addWidget(self.alike)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.lead, 1, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.kept_words)
        foot.addStretch(1)
        foot.addWidget(self.another_button)
        foot.addWidget(self.save_button)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(24, 16, 24, 12)
        column_layout.setSpacing(12)
        column_layout.addLayout(head)
        column_layout.addWidget(self.banner)
        column_layout.addWidget(scroll, 1)
        column_layout.addLayout(foot)

    def _give_room(self) -> None:
        # The form comes first: at large text the panel beside it grows narrower.
        self.alike.setFixedWidth(min(theme().px(330), max(round(self.width() * 0.28), 240)))

    def _on_edited(self, _value: object) -> None:
        if self._filling:
            return
        self.rows["given"].set_error("")
        self._pause.touch()

    def _guess_sex(self) -> None:
        """Choose the sex that a title tells, until the person has chosen it."""
        title = self.title_field.text().strip()
        if not self._sex_by_hand and title in _MALE | _FEMALE:
            self.sex.set_value("male" if title in _MALE else "female")

    def _on_sex_chosen(self, _code: str) -> None:
        self._sex_by_hand = True

    def _on_begin_anew(self) -> None:
        self.clear()
        self.draft_dropped.emit()
        self.given.setFocus()

    def _save(self, *, another: bool) -> None:
        self._pause.stop()
        if not self.given.text().strip():
            self.show_error("given", self.tr("พิมพ์ชื่อก่อน นามสกุลเว้นว่างได้"))
            return
        if self.birth.problem:
            self.show_error("birth", self.birth.problem)
            return
        if (self.phone.text().strip() or self.relation.value()) and not self.carer.text().strip():
            self.show_error("carer", self.tr("พิมพ์ชื่อผู้ดูแล หรือลบเบอร์โทรและความเกี่ยวข้องออก"))
            return
        self.save_wanted.emit(self.content(), another)
