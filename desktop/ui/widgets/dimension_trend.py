"""A line for each dimension over the rounds of assessment."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.hett_style import HIGHEST, Dimension, dimensions, draw_marker


@dataclass(frozen=True)
class Round:
    """One assessment: its date as shown, and the mean level by dimension code (None: not known)."""

    label: str
    levels: Mapping[str, float | None]


class DimensionTrend(Adaptive, QWidget):
    """Lines differ in colour, dash and marker, and carry their name at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[Round, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.adapt()

    def show_rounds(self, rounds: Sequence[Round]) -> None:
        """Draw these, oldest first, evenly apart: what counts is the order, not the days."""
        self._rounds = tuple(rounds)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ระดับแต่ละมิติในแต่ละรอบ"))
        lines = []
        for part in dimensions():
            said = [
                f"{one.label} {level:.1f}"
                for one in self._rounds
                if (level := one.levels.get(part.code)) is not None
            ]
            lines.append(f"{part.name}: {', '.join(said) or '–'}")
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(460), theme().px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = QFontMetricsF(look.font(11, bold=True))
        widest = max(names.horizontalAdvance(f"T · {part.name}") for part in dimensions())
        plot = QRectF(self.rect()).adjusted(
            look.px(28), look.px(10), -widest - look.px(26), -look.px(30)
        )
        self._draw_grid(painter, plot)
        ends: list[tuple[float, Dimension]] = []
        for part in dimensions():
            end = self._draw_line(painter, plot, part)
            if end is not None:
                ends.append((end, part))
        self._draw_names(painter, plot, ends)
        painter.end()

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        look = theme()
        painter.setFont(look.font(10))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for level in range(1, HIGHEST + 1):
            y = _height(plot, level)
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.colour("muted"))
            box = QRectF(0, y - look.px(10), plot.left() - look.px(8), look.px(20))
            painter.drawText(box, right, str(level))
        wide = look.px(110)
        for number, one in enumerate(self._rounds):
            x = self._across(plot, number)
            box = QRectF(x - wide / 2, plot.bottom() + look.px(6), wide, look.px(22))
            side = Qt.AlignmentFlag.AlignHCenter
            if number == 0 and len(self._rounds) > 1:
                box.moveLeft(plot.left() - look.px(8))
                side = Qt.AlignmentFlag.AlignLeft
            # With many rounds only every second or third date has room.
            step = max(1, round(wide * len(self._rounds) / max(plot.width(), 1)))
            if (len(self._rounds) - 1 - number) % step == 0:
                painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, one.label)

    def _draw_line(self, painter: QPainter, plot: QRectF, part: Dimension) -> float | None:
        look = theme()
        points = [
            (number, QPointF(self._across(plot, number), _height(plot, level)))
            for number, one in enumerate(self._rounds)
            if (level := one.levels.get(part.code)) is not None
        ]
        painter.setPen(part.pen(look.px(2)))
        for (_, start), (_, end) in itertools.pairwise(points):
            painter.drawLine(start, end)
        painter.setPen(QPen(look.colour("raised"), 1.5))
        painter.setBrush(part.colour)
        for _, place in points:
            draw_marker(painter, part.marker, place, look.px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return points[-1][1].y() if points else None

    def _draw_names(
        self, painter: QPainter, plot: QRectF, ends: list[tuple[float, Dimension]]
    ) -> None:
        """Names at the ends of the lines, pushed apart where the lines meet."""
        look = theme()
        high = look.px(24)
        painter.setFont(look.font(11, bold=True))
        lowest = self.height() - high / 2
        places = sorted(ends, key=lambda end: end[0])
        heights = [height for height, _ in places]
        for number in range(1, len(heights)):
            heights[number] = max(heights[number], heights[number - 1] + high)
        for number in range(len(heights) - 1, -1, -1):
            limit = lowest if number == len(heights) - 1 else heights[number + 1] - high
            heights[number] = min(heights[number], limit)
        x = plot.right() + look.px(12)
        for y, (_, part) in zip(heights, places, strict=True):
            painter.setPen(part.colour)
            box = QRectF(x, y - high / 2, self.width() - x, high)
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                f"{part.letter} · {part.name}",
            )

    def _across(self, plot: QRectF, number: int) -> float:
        if len(self._rounds) < 2:
            return plot.center().x()
        return plot.left() + plot.width() * number / (len(self._rounds) - 1)


def _height(plot: QRectF, level: float) -> float:
    return plot.bottom() - plot.height() * (level - 1) / (HIGHEST - 1)
