"""A forgotten passcode: the words of the recovery sheet, then a name and a new passcode."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.keys.words import COUNT
from desktop.ui import wording
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.sign_in.name_chips import NameChips, Person
from desktop.ui.sign_in.words_board import WordsBoard
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import PasscodeField, TextArea


class RecoverScreen(EntryFrame):
    """`words_given(text)`, then `recover_requested(text, user id, passcode)`; `left` to go back."""

    words_given = Signal(str)
    recover_requested = Signal(str, object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._lead = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.words = TextArea(3)
        self.words_row = FormRow(self.words)
        self.board = WordsBoard()
        self.count = ThaiLabel("", "caption")
        self._pick = ThaiLabel("", "field")
        self.names = NameChips()
        self.names.picked.connect(self.choose)
        self.passcode, self.again = PasscodeField(), PasscodeField()
        self.passcode_row, self.again_row = FormRow(self.passcode), FormRow(self.again)
        self.back_button = Button("", "quiet", "arrow-left")
        self.next_button = Button("", "primary", "check")
        self._card = Card()
        self._first, self._second = QWidget(), QWidget()
        self._lay_out()
        self.words.edited.connect(self._on_typed)
        self.words.textChanged.connect(self._on_typed)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self._on_next)
        self.passcode.returnPressed.connect(self._on_next)
        self.again.returnPressed.connect(self._on_next)
        self.setFocusProxy(self.words)
        self._turn_to(self._first)
        self.adapt()

    @property
    def choosing(self) -> bool:
        """Whether the words were right, and a name and a passcode are asked."""
        return not self._second.isHidden()

    def show_people(self, people: Sequence[Person], last: UUID | None = None) -> None:
        """The words were right: ask for a name and a new passcode."""
        self.names.show_people(people, last)
        self.show_busy(False)
        self._turn_to(self._second)
        self.retranslate()
        self.passcode.setFocus()

    def choose(self, user_id: UUID) -> None:
        """Whose passcode is set anew."""
        self.names.choose(user_id)
        self.passcode.setFocus()

    def show_refused(self, sentence: str, likely: str = "", number: int = 0) -> None:
        """Say what is not right; what was typed stays."""
        self.show_busy(False)
        if self.choosing:
            self.passcode_row.set_error(sentence)
            self.passcode.setFocus()
            return
        if likely:
            hint = self.tr("คำที่ {number} น่าจะเป็น “{word}” ดูในใบว่าใช่ไหม แล้วแก้")
            sentence = hint.replace("{number}", str(number)).replace("{word}", likely)
        self.words_row.set_error(sentence)
        self.words.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Something is being tried, or no more."""
        self.next_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self._word_next(busy)

    def go_back(self) -> None:
        """Back to the words, and from there to sign-in; the secrets leave the fields."""
        if not self.next_button.isEnabled():
            return
        if self.choosing:
            self._turn_to(self._first)
            self.retranslate()
            self.words.setFocus()
        else:
            self.forget()
            self.left.emit()

    def forget(self) -> None:
        """Take every secret out of the fields."""
        self.words.set_value("")
        self.words.document().clearUndoRedoStacks()
        self.board.clear()
        for field, row in ((self.passcode, self.passcode_row), (self.again, self.again_row)):
            field.clear()
            row.set_error("")
        self.words_row.set_error("")
        self._turn_to(self._first)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.set_text(self.tr("ลืมรหัสผ่าน"))
        self._lead.set_text(
            self.tr("คำกู้คืนถูกต้อง ตั้งรหัสผ่านใหม่ได้เลย ข้อมูลอยู่ครบ")
            if self.choosing
            else self.tr("ใช้ใบกู้คืนที่พิมพ์ไว้ตอนตั้งศูนย์ หรือให้จังหวัดอ่านคำกู้คืนของเครื่องนี้ให้ฟัง")
        )
        self.words_row.set_words(
            self.tr("คำในใบกู้คืน 18 คำ"),
            self.tr("เว้นวรรคระหว่างคำ หรือพิมพ์เลขสามตัวใต้คำ อ่านไม่ออกให้พิมพ์ ?"),
        )
        self._pick.set_text(self.tr("คุณคือใคร"))
        self.passcode_row.set_words(self.tr("รหัสผ่านใหม่"), wording.passcode_rule())
        self.again_row.set_words(self.tr("รหัสใหม่อีกครั้ง"))
        self.back_button.setText(self.tr("ย้อนกลับ"))
        self._word_next(not self.next_button.isEnabled())
        self._show_count()

    def redress(self) -> None:
        super().redress()
        self._card.setFixedWidth(theme().px(620))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _lay_out(self) -> None:
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(10)
        first.addWidget(self.words_row)
        first.addWidget(self.board)
        first.addWidget(self.count)
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(12)
        second.addWidget(self._pick)
        second.addWidget(self.names)
        second.addWidget(self.passcode_row)
        second.addWidget(self.again_row)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        body = self._card.body
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(self._first)
        body.addWidget(self._second)
        body.addLayout(foot)
        self.inside.addStretch(1)
        self.inside.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(2)

    def _turn_to(self, page: QWidget) -> None:
        self._first.setVisible(page is self._first)
        self._second.setVisible(page is self._second)

    def _word_next(self, busy: bool) -> None:
        if busy:
            self.next_button.setText(self.tr("กำลังตรวจ…"))
        else:
            self.next_button.setText(
                self.tr("ตั้งรหัสและเข้าใช้งาน") if self.choosing else self.tr("ตรวจคำ")
            )

    def _on_typed(self, *_text: object) -> None:
        self.board.show_typed(self.words.value())
        self.words_row.set_error("")
        self._show_count()

    def _show_count(self) -> None:
        text = self.tr("ได้แล้ว {given} จาก {wanted} คำ")
        given = str(len(self.board.words))
        self.count.set_text(text.replace("{given}", given).replace("{wanted}", str(COUNT)))

    def _on_next(self) -> None:
        if not self.next_button.isEnabled():
            return
        if not self.choosing:
            if not self.words.value().strip():
                self.words_row.set_error(self.tr("พิมพ์คำในใบกู้คืนก่อน"))
                self.words.setFocus()
                return
            self.show_busy(True)
            self.words_given.emit(self.words.value())
            return
        new = self.passcode.value()
        self.passcode_row.set_error("" if new else self.tr("ตั้งรหัสผ่านใหม่ก่อน"))
        differ = bool(new) and new != self.again.value()
        self.again_row.set_error(self.tr("สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่") if differ else "")
        if new and not differ and self.names.chosen is not None:
            self.show_busy(True)
            self.recover_requested.emit(self.words.value(), self.names.chosen, new)
