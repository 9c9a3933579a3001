"""Parts side by side, and below one another where their window is too narrow for that."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.showing import was_shown

_UNBOUND = 16_777_215  # Qt's own widest


@dataclass(frozen=True)
class _Part:
    """A part: the width, at the 100 % size, that it had better have; at the side, its share.

    What is `whole` has all the width that it asks for while it lies beside others.
    """

    widget: QWidget
    wish: int
    share: float = 0.0
    whole: bool = False

    def least(self, whole: int) -> int:
        """What it takes beside the others, of the whole."""
        least = max(self.widget.minimumSizeHint().width(), 0)
        if self.share:
            return max(least, min(theme().px(self.wish), round(whole * self.share)))
        if self.whole:
            least = max(least, self.widget.sizeHint().width())
        return max(least, self.widget.minimumWidth(), theme().px(self.wish))


class Folding(Adaptive, QWidget):
    """A row that becomes a column where the least widths of its parts do not fit beside one
    another. A part that is given a width has it only in the row.
    """

    def __init__(self, gap: int = 16, *, upwards: bool = False) -> None:
        """`upwards`: the last part becomes the upper one."""
        super().__init__()
        way = QBoxLayout.Direction
        self._column_way = way.BottomToTop if upwards else way.TopToBottom
        self._row = QBoxLayout(way.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._parts: list[_Part] = []
        self._folded = False
        self.adapt()

    @property
    def folded(self) -> bool:
        """Whether the parts lie below one another."""
        return self._folded

    def add(
        self, part: QWidget | QLayout, stretch: int = 0, *, wish: int = 0, whole: bool = False
    ) -> None:
        """Add a part that takes what room there is, by its stretch.

        `wish`: the width, at the 100 % size, below which words that wrap had better stand alone;
        `whole`: that is the width it asks for.
        """
        if isinstance(part, QLayout):
            inside, part = part, QWidget()
            inside.setContentsMargins(0, 0, 0, 0)
            part.setLayout(inside)
        self._parts.append(_Part(part, wish, whole=whole))
        self._row.addWidget(part, stretch)

    def add_side(self, part: QWidget, widest: int, share: float = 1.0) -> None:
        """Add a part of a width of its own: `widest` at the 100 % size, or its share if less."""
        self._parts.append(_Part(part, widest, share))
        self._row.addWidget(part)

    def minimumSizeHint(self) -> QSize:
        widths = [self._alone(part) for part in self._shown()]
        return QSize(max(widths, default=0), self._row.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def redress(self) -> None:
        self._fit()

    def _shown(self) -> list[_Part]:
        return [part for part in self._parts if part.widget.isVisibleTo(self)]

    def _alone(self, part: _Part) -> int:
        least = part.widget.minimumSizeHint().width()
        return least if part.share else max(least, part.widget.minimumWidth())

    def _fit(self) -> None:
        if not was_shown(self):
            return
        shown, whole = self._shown(), self.width()
        needed = sum(part.least(whole) for part in shown)
        self._folded = needed + self._row.spacing() * max(len(shown) - 1, 0) > whole
        for part in self._parts:
            if part.share and self._folded:
                part.widget.setMinimumWidth(0)
                part.widget.setMaximumWidth(_UNBOUND)
            elif part.share:
                part.widget.setFixedWidth(part.least(whole))
        wanted = self._column_way if self._folded else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
