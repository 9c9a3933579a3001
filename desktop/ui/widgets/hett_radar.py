"""The four dimensions of one person: the first round, the last, and the target."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.hett_style import HIGHEST, Dimension, dimensions, draw_marker

Levels = Mapping[str, float | None]


@dataclass(frozen=True)
class RadarLevels:
    """Level 1 to 4 by dimension code for each of three shapes; a code left out is not known."""

    last: Levels = field(default_factory=dict)
    first: Levels = field(default_factory=dict)
    target: Levels = field(default_factory=dict)


class HettRadar(Adaptive, QWidget):
    """Three shapes told apart by line and marker as well as by colour, with a legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels = RadarLevels()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.adapt()

    def show_levels(self, levels: RadarLevels) -> None:
        """Draw these."""
        self._levels = levels
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(270))

    def retranslate(self) -> None:
        self._words = {
            "last": self.tr("ครั้งล่าสุด"),
            "first": self.tr("ครั้งแรก"),
            "target": self.tr("เป้าหมาย"),
        }
        self._none = self.tr("ยังไม่ประเมิน")
        self.setAccessibleName(self.tr("แผนภาพ HETT"))
        self.setAccessibleDescription(self._spoken())
        self.setToolTip(self._spoken())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        legend = look.px(30)
        across, above = look.px(104), look.px(54)
        room = QRectF(self.rect()).adjusted(across, above, -across, -above - legend)
        radius = max(min(room.width(), room.height()) / 2, look.px(30))
        centre = QPointF(self.width() / 2, (self.height() - legend) / 2)
        self._draw_web(painter, centre, radius)
        self._draw_shape(painter, centre, radius, "target")
        self._draw_shape(painter, centre, radius, "first")
        self._draw_shape(painter, centre, radius, "last")
        for number, part in enumerate(dimensions()):
            self._draw_name(painter, centre, radius, number, part)
        self._draw_legend(painter, legend)
        painter.end()

    def _shape(self, name: str) -> Levels:
        return {"last": self._levels.last, "first": self._levels.first}.get(
            name, self._levels.target
        )

    def _draw_web(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        look = theme()
        painter.setFont(look.font(10))
        for level in range(1, HIGHEST + 1):
            painter.setPen(QPen(look.colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corners = [_place(centre, radius, number, level) for number in range(4)]
            painter.drawPolygon(QPolygonF(corners))
        painter.setPen(QPen(look.colour("border_strong"), 1))
        for number in range(4):
            painter.drawLine(centre, _place(centre, radius, number, HIGHEST))
        painter.setPen(look.colour("muted"))
        for level in range(1, HIGHEST + 1):
            up = _place(centre, radius, 0, level)
            box = QRectF(up.x() + look.px(7), up.y() - look.px(3), look.px(16), look.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, str(level))

    def _draw_shape(self, painter: QPainter, centre: QPointF, radius: float, name: str) -> None:
        levels = self._shape(name)
        points = [
            (number, part, _place(centre, radius, number, float(level)))
            for number, part in enumerate(dimensions())
            if (level := levels.get(part.code)) is not None
        ]
        if not points:
            return
        line, fill = self._dress(name)
        painter.setPen(line)
        painter.setBrush(fill)
        corners = QPolygonF([place for _, _, place in points])
        # With a dimension missing a closed shape would claim a level that nobody gave.
        if len(points) == 4:
            painter.drawPolygon(corners)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for (before, _, start), (after, _, end) in itertools.pairwise(points):
                if after - before == 1:
                    painter.drawLine(start, end)
        for _, part, place in points:
            self._draw_point(painter, name, place, part.colour)

    def _dress(self, name: str) -> tuple[QPen, QBrush]:
        look = theme()
        if name == "last":
            soft = look.colour("primary")
            soft.setAlpha(60)
            return QPen(look.colour("primary"), look.px(3)), QBrush(soft)
        pen = QPen(look.colour("muted" if name == "first" else "warning"), look.px(2))
        pen.setDashPattern([1.5, 2.5] if name == "first" else [5, 3])
        return pen, QBrush(Qt.BrushStyle.NoBrush)

    def _draw_point(self, painter: QPainter, name: str, at: QPointF, colour: QColor) -> None:
        look = theme()
        if name == "last":
            painter.setPen(QPen(look.colour("raised"), 1.5))
            painter.setBrush(colour)
            draw_marker(painter, "circle", at, look.px(6))
        elif name == "first":
            painter.setPen(QPen(look.colour("muted"), 2))
            painter.setBrush(look.colour("raised"))
            draw_marker(painter, "circle", at, look.px(4))
        else:
            painter.setPen(QPen(look.colour("warning"), 2))
            painter.setBrush(look.colour("raised"))
            draw_marker(painter, "diamond", at, look.px(5))

    def _draw_name(
        self, painter: QPainter, centre: QPointF, radius: float, number: int, part: Dimension
    ) -> None:
        look = theme()
        tip = _place(centre, radius, number, HIGHEST)
        wide, high, gap = look.px(96), look.px(42), look.px(8)
        boxes = (
            QRectF(tip.x() - wide, tip.y() - high - gap, wide * 2, high),
            QRectF(tip.x() + gap, tip.y() - high / 2, wide, high),
            QRectF(tip.x() - wide, tip.y() + gap, wide * 2, high),
            QRectF(tip.x() - wide - gap, tip.y() - high / 2, wide, high),
        )
        box = boxes[number]
        side = (
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )[number]
        strong = look.font(12, bold=True)
        painter.setFont(strong)
        painter.setPen(part.colour)
        icon, name = look.px(17), part.name
        taken = icon + look.px(5) + QFontMetricsF(strong).horizontalAdvance(name)
        start = {
            Qt.AlignmentFlag.AlignHCenter: box.center().x() - taken / 2,
            Qt.AlignmentFlag.AlignLeft: box.left(),
            Qt.AlignmentFlag.AlignRight: box.right() - taken,
        }[side]
        half = high / 2
        draw_icon(
            painter,
            part.icon,
            part.colour,
            QRectF(start, box.top() + (half - icon) / 2, icon, icon),
        )
        words = QRectF(start + icon + look.px(5), box.top(), taken, half)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(look.font(10.5))
        painter.setPen(look.colour("muted"))
        under = QRectF(box.left(), box.top() + half, box.width(), half)
        painter.drawText(under, side | Qt.AlignmentFlag.AlignVCenter, self._values(part))

    def _draw_legend(self, painter: QPainter, high: int) -> None:
        look = theme()
        painter.setFont(look.font(10.5))
        metrics = QFontMetricsF(painter.font())
        shown = [name for name in ("first", "last", "target") if self._shape(name)]
        mark, gap = look.px(30), look.px(16)
        widths = [mark + look.px(6) + metrics.horizontalAdvance(self._words[n]) for n in shown]
        x = (self.width() - sum(widths) - gap * max(len(shown) - 1, 0)) / 2
        y = self.height() - high / 2
        for name, width in zip(shown, widths, strict=True):
            painter.setPen(self._dress(name)[0])
            painter.drawLine(QPointF(x, y), QPointF(x + mark, y))
            self._draw_point(painter, name, QPointF(x + mark / 2, y), look.colour("primary"))
            painter.setPen(look.colour("text"))
            box = QRectF(x + mark + look.px(6), y - high / 2, width, high)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words[name]
            )
            x += width + gap

    def _values(self, part: Dimension) -> str:
        first, last = self._levels.first.get(part.code), self._levels.last.get(part.code)
        target = self._levels.target.get(part.code)
        if last is None:
            return self._none if first is None else _level(first)
        text = _level(last) if first is None else f"{_level(first)} → {_level(last)}"
        return text if target is None else f"{text} / {_level(target)}"

    def _spoken(self) -> str:
        lines = []
        for part in dimensions():
            said = [
                f"{self._words[name]} {_level(level)}"
                for name in ("first", "last", "target")
                if (level := self._shape(name).get(part.code)) is not None
            ]
            lines.append(f"{part.name}: {', '.join(said) or self._none}")
        return "\n".join(lines)


def _place(centre: QPointF, radius: float, number: int, level: float) -> QPointF:
    """Where a level lies on the axis of a dimension; the first axis points up."""
    angle = math.radians(-90 + 90 * number)
    length = radius * min(max(level, 0), HIGHEST) / HIGHEST
    return QPointF(centre.x() + length * math.cos(angle), centre.y() + length * math.sin(angle))


def _level(level: float) -> str:
    return f"{level:.1f}".removesuffix(".0")
