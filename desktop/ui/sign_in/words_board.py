"""Recovery words on the screen: those of a sheet, or those typed so far, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from desktop.keys.words import COUNT, likely_word, read
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from resources.words import recovery_words

_COLUMNS = 3
State = Literal["shown", "known", "unknown", "empty"]


@dataclass(frozen=True)
class ShownWord:
    """A word and whether it is one of the list; `likely`: what an unknown one should be."""

    text: str
    state: State
    likely: str = ""


class WordsBoard(Adaptive, QFrame):
    """Eighteen places in three columns, read downwards as on the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._signs: list[IconLabel] = []
        self._numbers: list[ThaiLabel] = []
        self._labels: list[ThaiLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        rows = COUNT // _COLUMNS
        for index in range(COUNT):
            sign = IconLabel("circle", "muted", 14)
            number = ThaiLabel(str(index + 1), "caption", wrap=False)
            label = ThaiLabel("", "strong", wrap=False)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(sign)
            row.addWidget(number)
            row.addWidget(label, 1)
            grid.addLayout(row, index % rows, index // rows)
            self._signs.append(sign)
            self._numbers.append(number)
            self._labels.append(label)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._shown: tuple[ShownWord, ...] = ()
        self.show_words(())
        self.adapt()

    @property
    def words(self) -> tuple[ShownWord, ...]:
        """What is shown, without the empty places."""
        return self._shown

    def show_sheet(self, words: Sequence[str]) -> None:
        """Show the words of a sheet; nothing takes them away again."""
        self.show_words([ShownWord(word, "shown") for word in words])

    def show_typed(self, text: str) -> None:
        """Show what is typed so far, and which words are not of the list."""
        found = read(text)
        self.show_words(
            [
                ShownWord(recovery_words()[word.index], "known")
                if word.index is not None
                else ShownWord(word.typed, "unknown", likely_word(word.typed))
                for word in found[:COUNT]
            ]
        )

    def show_words(self, words: Sequence[ShownWord]) -> None:
        """Show these; the places after them are empty."""
        self._shown = tuple(words)
        for index in range(COUNT):
            word = words[index] if index < len(words) else ShownWord("", "empty")
            icon, role = {
                "shown": ("", ""),
                "known": ("check", "success"),
                "unknown": ("triangle-alert", "danger"),
                "empty": ("circle", "muted"),
            }[word.state]
            self._signs[index].setVisible(bool(icon))
            if icon:
                self._signs[index].set_icon(icon, role)
            text = f"{word.text} → {word.likely}?" if word.likely else word.text
            self._labels[index].set_text(text or "…")
            self._labels[index].setAccessibleName(f"{index + 1} {text}")

    def clear(self) -> None:
        """Forget the words."""
        self.show_words(())

    def redress(self) -> None:
        for number in self._numbers:
            number.setFixedWidth(theme().px(22))
