"""Target groups, and the reasons for leaving school with the main one among them.

Those that a code list marks as sensitive are covered until somebody asks, as the sensitive part is.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.learners.records import LearnerDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.field import holds_focus
from desktop.ui.learner.private_card import SHOWN_MILLISECONDS
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField

OTHER = "LR99"


class ReasonsCard(Adaptive, Card):
    """`groups_changed(codes)`, `reasons_changed(codes, main, text)`; `asked` to uncover."""

    asked = Signal()
    groups_changed = Signal(object)
    reasons_changed = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._codes = CodeBook()
        self._allowed = True
        self._shown = False
        # What is stored, whether it is covered or not.
        self._all_groups: tuple[str, ...] = ()
        self._all_reasons: tuple[str, ...] = ()
        self._main = ""
        self._why = ThaiLabel("", "muted")
        self.show_button = Button("", "secondary", "eye")
        self.hide_button = Button("", "quiet", "eye-off")
        self.show_button.clicked.connect(self.asked)
        self.hide_button.clicked.connect(lambda: self.cover(allowed=self._allowed))
        self.header.add_action(self.show_button)
        self.header.add_action(self.hide_button)
        # Somebody else may stand behind the chair by now.
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setInterval(SHOWN_MILLISECONDS)
        self._minute.timeout.connect(lambda: self.cover(allowed=self._allowed))
        self.groups, self.reasons = MultiChoice(), MultiChoice()
        self.main = ChoiceField()
        self.other = TextField()
        self._groups_row, self._reasons_row = FormRow(self.groups), FormRow(self.reasons)
        self._main_row, self._other_row = FormRow(self.main), FormRow(self.other)
        for row in (self._groups_row, self._reasons_row, self._main_row, self._other_row):
            self.body.addWidget(row)
        self.body.addWidget(self._why)
        self.groups.changed.connect(self._on_groups)
        self.reasons.changed.connect(self._on_reasons)
        self.main.chosen.connect(lambda _code: self._tell())
        self.other.autosave.connect(lambda _text: self._tell())
        self.adapt()

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self._codes = codes
        self.retranslate()

    def show_detail(self, detail: LearnerDetail, *, keep: bool) -> None:
        """Show a learner's groups and reasons."""
        self._all_groups = tuple(each.text("code") for each in detail.groups)
        self._all_reasons = tuple(each.text("code") for each in detail.reasons)
        mains = (each.text("code") for each in detail.reasons if each.values.get("main"))
        self._main = next(mains, "")
        self._fill()
        if not (keep and holds_focus(self.other)):
            self.other.set_value(
                next((e.text("text") for e in detail.reasons if e.text("text")), "")
            )

    @property
    def shown(self) -> bool:
        """Whether sensitive groups and reasons can be read now."""
        return self._shown

    def cover(self, *, allowed: bool) -> None:
        """Cover the sensitive ones; `allowed` whether who is signed in may ask for them."""
        self._minute.stop()
        self.flush()
        self._allowed, self._shown = allowed, False
        self.retranslate()

    def uncover(self) -> None:
        """Show the sensitive ones, for a minute without a change."""
        self._shown = True
        self._minute.start()
        self.retranslate()

    def flush(self) -> None:
        """Send what is half typed."""
        self.other.flush()

    def retranslate(self) -> None:
        self.set_title(self.tr("กลุ่มและเหตุที่ไม่ได้เรียน"))
        self._groups_row.set_words(self.tr("กลุ่มเป้าหมาย"))
        self._reasons_row.set_words(self.tr("เหตุที่ไม่ได้เรียน"))
        self._main_row.set_words(self.tr("เหตุหลักหนึ่งข้อ"))
        self._other_row.set_words(self.tr("เหตุอื่น ๆ ตามคำของเขา"))
        self.show_button.setText(self.tr("แสดงข้อที่อ่อนไหว"))
        self.hide_button.setText(self.tr("ปิดไว้เหมือนเดิม"))
        self.show_button.setVisible(self._allowed and not self._shown)
        self.hide_button.setVisible(self._allowed and self._shown)
        self._why.set_text(
            self.tr("ข้อที่อ่อนไหว เช่น คดีความ ความรุนแรง หรือยาเสพติด ปิดไว้ก่อน ทุกครั้งที่เปิดดูจะบันทึกว่าใครดู")
        )
        self._why.setVisible(self._allowed and not self._shown)
        self.groups.set_choices(
            [each for each in self._codes.choices("target_groups") if not self._group(each[0])]
        )
        self.reasons.set_choices(
            [each for each in self._codes.choices("leaving_reasons") if not self._reason(each[0])]
        )
        self._fill()

    def _group(self, code: str) -> bool:
        """Whether a group is covered now."""
        return not self._shown and self._codes.is_sensitive("target_groups", code)

    def _reason(self, code: str) -> bool:
        """Whether a reason is covered now."""
        return not self._shown and self._codes.is_sensitive("leaving_reasons", code)

    def _fill(self) -> None:
        self.groups.set_value([code for code in self._all_groups if not self._group(code)])
        self.reasons.set_value([code for code in self._all_reasons if not self._reason(code)])
        self._show_main(self._main)

    def _show_main(self, main: str) -> None:
        chosen = self.reasons.value()
        self.main.set_choices([(c, self._codes.label("leaving_reasons", c)) for c in chosen])
        self.main.set_value(main if main in chosen else "")
        self._main_row.setVisible(bool(chosen))
        self._other_row.setVisible(OTHER in chosen)

    def _on_groups(self, codes: tuple[str, ...]) -> None:
        covered = tuple(code for code in self._all_groups if self._group(code))
        self._all_groups = (*codes, *covered)
        self._last_while()
        self.groups_changed.emit(self._all_groups)

    def _on_reasons(self, codes: tuple[str, ...]) -> None:
        # A single reason is the main one without asking.
        alone = len(codes) == 1 and not self._covered_reasons()
        self._show_main(codes[0] if alone else self.main.value())
        self._tell()

    def _covered_reasons(self) -> tuple[str, ...]:
        return tuple(code for code in self._all_reasons if self._reason(code))

    def _tell(self) -> None:
        """What is covered goes along as it is stored: nobody unsets what they cannot see."""
        covered = self._covered_reasons()
        main = self.main.value()
        if not main and self._main in covered:
            main = self._main
        self._all_reasons = (*self.reasons.value(), *covered)
        self._main = main
        self._last_while()
        self.reasons_changed.emit(self._all_reasons, main, self.other.value())

    def _last_while(self) -> None:
        if self._shown:
            self._minute.start()
