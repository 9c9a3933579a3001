"""A look at one row beside its list, without leaving the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import StatusPill, ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if

Fact = tuple[str, str]
Pill = tuple[str, Tone]


class QuickLook(Adaptive, QFrame):
    """Title, pills and facts of one row; `opened` to go there, `closed` by the cross or Esc."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._title = ThaiLabel("", "section")
        self._subtitle = ThaiLabel("", "muted")
        self._close = IconButton("x")
        self._close.clicked.connect(self._on_closed)
        self.open_button = Button("", "primary", "arrow-right")
        self.open_button.clicked.connect(self.opened)
        self._pills = QWidget()
        self._pill_flow = FlowLayout(self._pills, 6)
        facts = QWidget()
        facts.setProperty("surface", "scroll")
        self._facts = QVBoxLayout(facts)
        self._facts.setContentsMargins(0, 0, 8, 0)
        self._facts.setSpacing(2)
        self.facts_room = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(facts)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.extra = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._subtitle)
        column.addWidget(self._pills)
        column.addWidget(scroll, 1)
        column.addLayout(self.extra)
        column.addWidget(self.open_button)
        self.adapt()

    def show_row(
        self, title: str, subtitle: str, facts: Sequence[Fact], pills: Sequence[Pill] = ()
    ) -> None:
        """Show one row from its top; facts with an empty value are said to be missing."""
        if title != self._title.typed:
            self.facts_room.verticalScrollBar().setValue(0)
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)
        show_if(self._subtitle, bool(subtitle))
        self.setAccessibleName(title)
        clear_layout(self._pill_flow)
        for text, tone in pills:
            self._pill_flow.addWidget(StatusPill(text, tone))
        show_if(self._pills, bool(pills))
        clear_layout(self._facts)
        for label, value in facts:
            self._facts.addWidget(ThaiLabel(label, "caption"))
            shown = ThaiLabel(value or self.tr("ยังไม่มีข้อมูล"), "body" if value else "muted")
            shown.setContentsMargins(0, 0, 0, 6)
            self._facts.addWidget(shown)
        self._facts.addStretch(1)

    def retranslate(self) -> None:
        self._close.set_name(self.tr("ปิดแผงดูเร็ว"), "Esc")
        self.open_button.setText(self.tr("เปิดหน้านี้"))

    def redress(self) -> None:
        self.setFixedWidth(theme().px(330))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
