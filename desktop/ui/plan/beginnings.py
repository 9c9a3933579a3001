"""How something new begins: an empty line, or a suggestion that is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.plan_suggestions import GoalSuggestion
from desktop.ui.plan.paper_fields import PaperArea
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
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
        """Show what was half typed last time."""
        if text and not self.area.value():
            self.area.set_value(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.area:
            self._give()
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        text = self.area.value().strip()
        if text:
            self.area.set_value("")
            self.drafted.emit("")
            self.wanted.emit(text)


class GoalSuggestions(Adaptive, QFrame):
    """What could be aimed at: the learner's own words first, then what the assessment shows."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._heading = ThaiLabel("", "strong")
        self._note = ThaiLabel("", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._note)
        self.buttons: list[Button] = []
        self._first = True
        self.adapt()

    def show_suggestions(self, found: Sequence[GoalSuggestion], *, first: bool) -> None:
        """Show these; `first`: the plan has no goal yet."""
        self._first = first
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for each in found:
            icon = dimension(each.dimension).icon if each.dimension else "star"
            button = Button(self._worded(each), "link", icon)
            button.clicked.connect(lambda _checked=False, each=each: self.taken.emit(each))
            self._column.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(found))
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.set_text(
            self.tr("เริ่มจากสิ่งที่เขาสนใจ") if self._first else self.tr("อาจเพิ่มเป้าหมายเรื่องนี้")
        )
        self._note.set_text(self.tr("กดเพื่อเอามาเป็นเป้าหมาย แล้วแก้เป็นคำของเขา"))

    def _worded(self, each: GoalSuggestion) -> str:
        if each.source == "interest":
            return self.tr("เรียนรู้เรื่อง “{text}”").replace("{text}", each.text)
        said = self.tr("{text}: จาก “{baseline}” ให้ถึง “{target}”")
        for name in ("text", "baseline", "target"):
            said = said.replace("{" + name + "}", getattr(each, name))
        return said
