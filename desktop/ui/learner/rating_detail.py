"""Beside the indicator that is being rated: its level wordings, raw values, own view, evidence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.framework import Indicator
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.hett_data import HettRound, wordings
from desktop.ui.learner.raw_fields import RawFields
from desktop.ui.theme import restyle
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.panes import Pane
from desktop.ui.widgets.text_fields import TextArea


class _Wording(QFrame):
    """One level: its number and what can be seen at it."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level
        self._number = ThaiLabel(str(level), "strong", wrap=False)
        self.text = ThaiLabel("")
        self._mark = ThaiLabel("", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(10)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, *, chosen: bool, mark: str) -> None:
        self.setProperty("surface", "banner" if chosen else "")
        restyle(self, tone="info" if chosen else "")
        self._mark.set_text(mark)
        self._mark.setVisible(bool(mark))
        for label in (self._number, self.text, self._mark):
            restyle(label)


class RatingDetail(Adaptive, QFrame):
    """`edited(code, what)`: `what` holds `self_level`, `raw` or `evidence`. Esc: `left`."""

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._indicator: Indicator | None = None
        self._round: HettRound | None = None
        self._title = ThaiLabel("", "section")
        self._help = ThaiLabel("", "muted")
        self._levels = [_Wording(level) for level in (1, 2, 3, 4)]
        self.own = QWidget()
        self._own_row = FormRow(self.own)
        self._own_buttons = QButtonGroup(self)
        self._own_buttons.setExclusive(False)
        own = QHBoxLayout(self.own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(6)
        for level in (1, 2, 3, 4):
            button = QPushButton(str(level))
            button.setCheckable(True)
            button.setProperty("kind", "level")
            self._own_buttons.addButton(button, level)
            own.addWidget(button)
        own.addStretch(1)
        self._own_buttons.idClicked.connect(self._on_own)
        self.evidence = TextArea(2)
        self._evidence_row = FormRow(self.evidence)
        self.evidence.autosave.connect(lambda text: self._tell("evidence", text))
        self.raw = RawFields()
        self.raw.edited.connect(lambda values: self._tell("raw", values))
        pane = Pane()
        pane.body.setContentsMargins(16, 12, 12, 16)
        pane.body.setSpacing(10)
        pane.body.addWidget(self._title)
        pane.body.addWidget(self._help)
        levels = QVBoxLayout()
        levels.setSpacing(2)
        for each in self._levels:
            levels.addWidget(each)
        pane.body.addLayout(levels)
        pane.body.addWidget(self._own_row)
        pane.body.addWidget(self._evidence_row)
        pane.body.addWidget(self.raw)
        pane.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(pane)
        self.adapt()

    def show_indicator(self, code: str, shown: HettRound, codes: CodeBook) -> None:
        """Show one indicator; what is half typed about the one before is sent first."""
        indicator = shown.framework.indicator(code)
        fresh = self._indicator is None or self._indicator.code != code
        if fresh:
            self.flush()
        self._indicator, self._round = indicator, shown
        rating = shown.rating(code)
        if fresh:
            self.evidence.set_value(rating.evidence if rating else "")
            self.raw.show_indicator(indicator, rating.raw if rating else {}, codes)
        self.show_ratings(shown)

    def show_ratings(self, shown: HettRound) -> None:
        """Mark what was chosen, and what it was the round before."""
        self._round = shown
        self.retranslate()

    def flush(self) -> None:
        """Send what is half typed."""
        if self._indicator is not None:
            self.evidence.flush()
            self.raw.flush()

    def retranslate(self) -> None:
        self._own_row.set_words(self.tr("เจ้าตัวให้ตัวเอง"))
        self._evidence_row.set_words(self.tr("หลักฐานหรือสิ่งที่เห็น"))
        indicator, shown = self._indicator, self._round
        if indicator is None or shown is None:
            return
        self._title.set_text(f"{indicator.code} · {indicator.label(language().value)}")
        self._help.set_text(indicator.help(language().value))
        self._help.setVisible(bool(self._help.typed))
        rating, before = shown.rating(indicator.code), shown.earlier(indicator.code)
        for line, words in zip(self._levels, wordings(indicator), strict=True):
            line.text.set_text(words)
            was = before is not None and before.level == line.level
            line.show_state(
                chosen=rating is not None and rating.level == line.level,
                mark=self.tr("รอบก่อน") if was else "",
            )
        for button in self._own_buttons.buttons():
            level = self._own_buttons.id(button)
            button.setChecked(rating is not None and rating.self_level == level)
            button.setAccessibleName(f"{self.tr('เจ้าตัวให้ตัวเอง')} {level}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_own(self, level: int) -> None:
        taken = self._own_buttons.button(level).isChecked()
        self._tell("self_level", level if taken else 0)

    def _tell(self, name: str, value: Any) -> None:
        if self._indicator is not None:
            self.edited.emit(self._indicator.code, {name: value})
