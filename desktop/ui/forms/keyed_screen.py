"""A page whose table is filled key by key: registers, and sheets of levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel


class KeyedScreen(Screen):
    """`wanted(id)` to read what it is about, on entering and when `reads` changed.

    What was pressed stays as it was pressed until it is stored (`_unsaved`, by place); it is of
    what the page is about, and goes with it: the presenter has it too, and stores it.
    """

    wanted = Signal(object)
    reads: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.known: UUID | None = None
        self._unsaved: dict[Any, str] = {}
        self.banner, self.foot = Banner(), ThaiLabel("", "body")

    def enter(self, argument: object) -> None:
        """`argument`: the id of what it is about."""
        if isinstance(argument, UUID) and argument != self.known:
            self.known = argument
            self._unsaved.clear()
        self._ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self.reads and self.isVisible():
            self._ask()

    def show_failed(self, text: str) -> None:
        """It could not be read."""
        self.banner.say(text, "danger")

    def _ask(self) -> None:
        if self.known is not None:
            self.wanted.emit(self.known)

    def _settle(self, place: object, code: str) -> None:
        """What was pressed at a place came to its end, unless something else was pressed since."""
        if self._unsaved.get(place) == code:
            del self._unsaved[place]

    def _lay_under(
        self, above: Sequence[QWidget], table: QWidget, below: Sequence[QWidget] = ()
    ) -> None:
        """Heads, the table, its foot, and what stands below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(table, 1)
        for widget in (self.foot, *below):
            column.addWidget(widget)
        self.foot.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)


def acts_of(*parts: QWidget) -> QWidget:
    """What can be done, in one line where there is room."""
    acts = QWidget()
    flow = FlowLayout(acts, 8)
    for part in parts:
        flow.addWidget(part)
    return acts
