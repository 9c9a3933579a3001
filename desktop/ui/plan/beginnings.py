"""How something new begins: an empty line, or a suggestion that is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.plans.suggestions import GoalSuggestion
from desktop.ui.plan.paper_fields import PaperArea
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.hett_style import dimension
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class NewLine(Adaptive, QWidget):
    """A line in which something new is begun: `wanted` by Enter or when it is left.

    `drafted` while it is typed, so that half a line survives a power cut.
    """

    wanted = Signal(str)
    drafted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restored = ""
        self.area = PaperArea(one_line=True)
        self._plus = IconLabel("plus", "primary", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._plus)
        row.addWidget(self.area, 1)
        # While typing it is not yet a record: the pause does not store half a word as a goal.
        self.area.entered.connect(self._give)
        self.area.autosave.connect(self.drafted)
        self.area.installEventFilter(self)
        self.adapt()

    @property
    def draft(self) -> str:
        """What is typed and not given yet."""
        return self.area.value()

    def set_prompt(self, text: str) -> None:
        """What is asked."""
        self.area.setPlaceholderText(text)
        self.area.setAccessibleName(text)

    def restore(self, text: str) -> None:
        """Show what was half typed last time; looking at it alone does not give it."""
        if text and not self.area.value():
            self._restored = text
            self.area.set_value(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.FocusOut and watched is self.area
        if left and self.area.value() != self._restored:
            self._give()
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        text = self.area.value().strip()
        if text:
            self.area.set_value("")
            self.drafted.emit("")
            self.wanted.emit(text)


class SuggestionCard(Adaptive, Card):
    """One suggestion: what it is about, and from where to where."""

    def __init__(self, found: GoalSuggestion, title: str, aim: str) -> None:
        super().__init__("", clickable=True)
        self._code = found.dimension
        self._mark = IconLabel(dimension(self._code).icon if self._code else "star", "primary", 20)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(ThaiLabel(title), 1)
        self.body.addLayout(head)
        if aim:
            self.body.addWidget(ThaiLabel(aim, "caption"))
        self.body.addStretch(1)
        self.setAccessibleName(f"{title} {aim}".strip())
        self.adapt()

    def redress(self) -> None:
        if self._code:
            self._mark.set_colour(dimension(self._code).colour)


class GoalSuggestions(Adaptive, QFrame):
    """What could be aimed at: the learner's own words first, then what the assessment shows."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._found: tuple[GoalSuggestion, ...] = ()
        self._first = True
        self._heading = ThaiLabel("", "strong")
        self._note = ThaiLabel("", "muted")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._note)
        column.addLayout(self._grid)
        self.cards: list[SuggestionCard] = []
        self.adapt()

    def show_suggestions(self, found: Sequence[GoalSuggestion], *, first: bool) -> None:
        """Show these; `first`: the plan has no goal yet, so there is room for more of them."""
        shown = tuple(found) if first else tuple(found)[:2]
        if shown != self._found or first != self._first:
            self._found, self._first = shown, first
            self.retranslate()
        self.setVisible(bool(shown))

    def retranslate(self) -> None:
        self._heading.set_text(
            self.tr("เริ่มจากสิ่งที่เขาสนใจ") if self._first else self.tr("อาจเพิ่มเป้าหมายเรื่องนี้")
        )
        self._note.set_text(self.tr("กดเพื่อเอามาเป็นเป้าหมาย แล้วแก้เป็นคำของเขา"))
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, each in enumerate(self._found):
            card = SuggestionCard(each, self._titled(each), self._aimed(each))
            card.opened.connect(lambda each=each: self.taken.emit(each))
            self._grid.addWidget(card, number // 2, number % 2)
            self.cards.append(card)

    def _titled(self, each: GoalSuggestion) -> str:
        if each.source == "interest":
            return self.tr("เรียนรู้เรื่อง “{text}”").replace("{text}", each.text)
        return each.text

    def _aimed(self, each: GoalSuggestion) -> str:
        if each.source == "interest":
            return self.tr("เขาพูดเองว่าสนใจ")
        said = self.tr("ตอนนี้: {baseline} → ขั้นต่อไป: {target}")
        return said.replace("{baseline}", each.baseline).replace("{target}", each.target)
