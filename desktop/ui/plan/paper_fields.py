"""Fields that read like words on paper until they are touched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.plan.words import PlanWords
from desktop.ui.record_names import field_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextArea

_LABEL = 158
_SPARE = 20


class PaperArea(TextArea):
    """Text as long as it is, without a frame; `entered` by Enter where one line is meant."""

    entered = Signal()

    def __init__(self, *, one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(1, "", parent)
        self._one_line = one_line
        self.document().setDocumentMargin(2)
        self.setProperty("look", "paper")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that has not been sent to be saved."""
        return self.toPlainText() != self._saved

    def show_value(self, text: str) -> None:
        """Show what is stored, unless the person is in the middle of it."""
        if not (self.hasFocus() or self.unsaved):
            self.set_value(text)

    def show_prompt(self, text: str) -> None:
        """What is asked while nothing is written; nothing is asked of who may not write."""
        self.setPlaceholderText("" if self.isReadOnly() else text)

    def set_editable(self, editable: bool) -> None:
        """Whether it may be written in."""
        self.setReadOnly(not editable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.ClickFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _grow(self) -> None:
        """As high as its words, however many lines they take at this width."""
        layout, block = self.document().documentLayout(), self.document().begin()
        words = 0.0
        while block.isValid():
            words += layout.blockBoundingRect(block).height()
            block = block.next()
        words = max(words, self.fontMetrics().lineSpacing())
        height = round(words + 2 * self.document().documentMargin()) + 4
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.flush()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class FieldLines(Adaptive, QWidget):
    """Several fields under one another, labels at the left as on the paper.

    `edited(name, text)` when the person pauses or leaves a field.
    """

    edited = Signal(str, object)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.areas = {name: PaperArea() for name in names}
        self._labels = {name: ThaiLabel("", "muted") for name in names}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(1, 1)
        # Spare height goes below the last line instead of between the lines.
        self.grid.setRowStretch(_SPARE, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, (name, area) in enumerate(self.areas.items()):
            self.grid.addWidget(self._labels[name], line, 0, top)
            self.grid.addWidget(area, line, 1)
            area.autosave.connect(lambda text, name=name: self.edited.emit(name, text))
        self.adapt()

    def add_line(self, name: str, field: QWidget) -> None:
        """Put another kind of field under the others."""
        label = ThaiLabel("", "muted")
        self._labels[name] = label
        line = len(self._labels) - 1
        self.grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(field, line, 1)
        self.retranslate()
        self.redress()

    def show_values(self, values: dict[str, str], *, editable: bool, running: bool) -> None:
        """Show what is stored. `running`: comments may be noted in a signed plan too."""
        for name, area in self.areas.items():
            comment = name in ("learner_comment", "guardian_comment")
            area.set_editable(editable or (comment and running))
            area.show_value(values.get(name, ""))
        self.retranslate()

    def retranslate(self) -> None:
        prompts = PlanWords().prompts()
        for name, label in self._labels.items():
            label.set_text(field_name("plan", name))
        for name, area in self.areas.items():
            area.setAccessibleName(field_name("plan", name))
            area.show_prompt(prompts.get(name, ""))

    def redress(self) -> None:
        for label in self._labels.values():
            label.setFixedWidth(theme().px(_LABEL))
            label.setContentsMargins(0, 4, 0, 0)
