"""Target groups, and the reasons for leaving school with the main one among them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.learner_records import LearnerDetail
from desktop.ui.learner.codes import CodeBook
from desktop.ui.learner.record_form import holds_focus
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.text_fields import TextField

OTHER = "LR99"


class ReasonsCard(Adaptive, Card):
    """`groups_changed(codes)`, `reasons_changed(codes, main, text)`."""

    groups_changed = Signal(object)
    reasons_changed = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._codes = CodeBook()
        self.groups, self.reasons = MultiChoice(), MultiChoice()
        self.main = ChoiceField()
        self.other = TextField()
        self._groups_row, self._reasons_row = FormRow(self.groups), FormRow(self.reasons)
        self._main_row, self._other_row = FormRow(self.main), FormRow(self.other)
        for row in (self._groups_row, self._reasons_row, self._main_row, self._other_row):
            self.body.addWidget(row)
        self.groups.changed.connect(self.groups_changed)
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
        self.groups.set_value([each.text("code") for each in detail.groups])
        self.reasons.set_value([each.text("code") for each in detail.reasons])
        main = next((each.text("code") for each in detail.reasons if each.values.get("main")), "")
        self._show_main(main)
        if not (keep and holds_focus(self.other)):
            self.other.set_value(
                next((e.text("text") for e in detail.reasons if e.text("text")), "")
            )

    def flush(self) -> None:
        """Send what is half typed."""
        self.other.flush()

    def retranslate(self) -> None:
        self.set_title(self.tr("กลุ่มและเหตุที่ไม่ได้เรียน"))
        self._groups_row.set_words(self.tr("กลุ่มเป้าหมาย"))
        self._reasons_row.set_words(self.tr("เหตุที่ไม่ได้เรียน"))
        self._main_row.set_words(self.tr("เหตุหลักหนึ่งข้อ"))
        self._other_row.set_words(self.tr("เหตุอื่น ๆ ตามคำของเขา"))
        self.groups.set_choices(self._codes.choices("target_groups"))
        self.reasons.set_choices(self._codes.choices("leaving_reasons"))
        self._show_main(self.main.value())

    def _show_main(self, main: str) -> None:
        chosen = self.reasons.value()
        self.main.set_choices([(c, self._codes.label("leaving_reasons", c)) for c in chosen])
        self.main.set_value(main if main in chosen else "")
        self._main_row.setVisible(bool(chosen))
        self._other_row.setVisible(OTHER in chosen)

    def _on_reasons(self, codes: tuple[str, ...]) -> None:
        # A single reason is the main one without asking.
        self._show_main(codes[0] if len(codes) == 1 else self.main.value())
        self._tell()

    def _tell(self) -> None:
        self.reasons_changed.emit(self.reasons.value(), self.main.value(), self.other.value())
