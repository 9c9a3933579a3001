"""A level 1 to 4 by one key or one click, with the wording of the level beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.hett_style import Dimension, dimension
from desktop.ui.widgets.labels import ThaiLabel

Rating = int | Literal["not_applicable"] | None

# Arabic and Thai digits, and what the same keys type on the Thai (Kedmanee) layout: a person
# who forgot to switch the layout still presses "1".
_KEYS: dict[str, Rating] = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "๑": 1,
    "๒": 2,
    "๓": 3,
    "๔": 4,
    "ๅ": 1,
    "/": 2,
    "-": 3,
    "ภ": 4,
    "9": "not_applicable",
    "๙": "not_applicable",
    "ต": "not_applicable",
    "0": None,
    "๐": None,
    "จ": None,
}


@dataclass(frozen=True)
class Step:
    """One button: the rating it gives, as it is found in the row."""

    rating: Rating
    button: QPushButton


class LevelPicker(Adaptive, QWidget):
    """Keys 1 to 4, 0 not assessed, 9 not applicable; Left and Right step, Up and Down go on.

    `rated` carries 1 to 4, "not_applicable" or None (not assessed), once per choice of the person.
    `advanced` after a key, so that a form can bring the next indicator into view.
    """

    rated = Signal(object)
    advanced = Signal()

    def __init__(
        self,
        name: str = "",
        wordings: Sequence[str] = ("", "", "", ""),
        dimension_code: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dimension: Dimension | None = dimension(dimension_code) if dimension_code else None
        self._rating: Rating = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = ThaiLabel("", "strong")
        self._wording = ThaiLabel("", "muted")
        self._steps = [Step(rating, QPushButton()) for rating in (1, 2, 3, 4, "not_applicable")]
        row = QHBoxLayout()
        row.setSpacing(6)
        for step in self._steps:
            step.button.setCheckable(True)
            step.button.setProperty("kind", "level")
            # One stop for Tab per indicator: the picker itself takes the keys.
            step.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.button.clicked.connect(lambda _on, rating=step.rating: self._choose(rating))
            row.addWidget(step.button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._wording)
        row.addStretch(1)
        line = Folding(upwards=True)
        line.add(row)
        line.add(words, 1, wish=200)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("surface", "level")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_words(name, wordings)
        self.adapt()

    def set_words(self, name: str, wordings: Sequence[str]) -> None:
        """The indicator and the wording of its four levels, in the language of the moment."""
        self._called = name
        self._wordings = tuple(wordings)
        self._name.set_text(name)
        for step, wording in zip(self._steps, wordings, strict=False):
            step.button.setToolTip(wording)
        self._show()

    def value(self) -> Rating:
        """The rating shown."""
        return self._rating

    def set_value(self, rating: Rating) -> None:
        """Show a stored rating; says nothing to `rated`."""
        self._rating = rating
        self._show()

    def retranslate(self) -> None:
        for step in self._steps:
            known = step.rating == "not_applicable"
            step.button.setText(self.tr("ไม่เกี่ยวข้อง") if known else str(step.rating))
        self._show()

    def redress(self) -> None:
        for step in self._steps[:4]:
            step.button.setFixedSize(QSize(theme().px(40), theme().px(36)))
        aside = self._steps[4].button
        aside.setMinimumSize(QSize(theme().px(112), theme().px(36)))
        aside.setMaximumHeight(theme().px(36))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed, key = event.text(), event.key()
        if typed in _KEYS:
            self._choose(_KEYS[typed])
            self._go_on()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            now = self._rating if isinstance(self._rating, int) else 0
            self._choose(min(max(now + (1 if key == Qt.Key.Key_Right else -1), 1), 4))
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        elif key == Qt.Key.Key_Up:
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self.focusNextPrevChild(True)
        self.advanced.emit()

    def _choose(self, rating: Rating) -> None:
        changed = rating != self._rating
        self._rating = rating
        self._show()
        if changed:
            self.rated.emit(rating)

    def _show(self) -> None:
        if self._rating is None:
            said = self.tr("ยังไม่ประเมิน · กด 1–4")
        elif self._rating == "not_applicable":
            said = self.tr("ไม่เกี่ยวข้องกับคนนี้")
        else:
            said = self._wordings[self._rating - 1]
        self._wording.set_text(said)
        for step in self._steps:
            step.button.setChecked(step.rating == self._rating)
        self.setAccessibleName(self._called)
        chosen = f"{self._rating}: {said}" if isinstance(self._rating, int) else said
        self.setAccessibleDescription(chosen)
