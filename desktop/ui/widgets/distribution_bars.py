"""Counts as bars; each part opens the list of the people it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.hett_style import dimension


@dataclass(frozen=True)
class BarPart:
    """A count within a bar; `hidden` for a small cell that must not be told outside."""

    key: str
    label: str
    count: int
    hidden: bool = False


@dataclass(frozen=True)
class Bar:
    """One line: a label and its parts, drawn in the colour of a dimension or the primary one."""

    key: str
    label: str
    parts: tuple[BarPart, ...]
    dimension: str = ""


class DistributionBars(Adaptive, QWidget):
    """`opened(bar key, part key)` by click or Enter; arrows move between the parts.

    Parts of one bar differ in depth of colour, in pattern and by the number within.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._at = (0, 0)
        self._hovered: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.adapt()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these, in this order."""
        self._bars = tuple(bars)
        self._at = (0, 0)
        self._hovered = None
        self._tell()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        self._hidden = self.tr("น้อยกว่า 5")
        self.setAccessibleName(self.tr("แผนภูมิแท่ง กด Enter เพื่อดูรายชื่อ"))
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(_LINE) * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), self.sizeHint().height())

    def redress(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        label_width = self._label_width()
        for line, bar in enumerate(self._bars):
            top = line * look.px(_LINE)
            painter.setFont(look.font(12))
            painter.setPen(look.colour("text"))
            words = QRectF(0, top, label_width - look.px(10), look.px(_LINE))
            cut = painter.fontMetrics().elidedText(
                bar.label, Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, left, cut)
            boxes = self._boxes(line)
            for number, (part, box) in enumerate(zip(bar.parts, boxes, strict=True)):
                self._draw_part(painter, bar, part, number, box)
                if self._hovered == (line, number):
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.colour("text"), 1))
                    painter.drawRect(box)
                if self.hasFocus() and self._at == (line, number):
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.colour("focus"), 2))
                    painter.drawRect(box.adjusted(-2, -2, 2, 2))
            if len(bar.parts) == 1:
                end = boxes[0].right() + look.px(8)
                painter.setPen(look.colour("text"))
                painter.setFont(look.font(12, bold=True))
                room = QRectF(end, top, look.px(90), look.px(_LINE))
                painter.drawText(room, left, self._count(bar.parts[0]))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._part_at(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._hovered else Qt.CursorShape.ArrowCursor
        )
        if self._hovered is not None:
            bar = self._bars[self._hovered[0]]
            part = bar.parts[self._hovered[1]]
            text = f"{bar.label} · {part.label}: {self._count(part)}"
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._part_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = found
            self._open()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, part = self._at
        steps = {
            Qt.Key.Key_Up: (line - 1, part),
            Qt.Key.Key_Down: (line + 1, part),
            Qt.Key.Key_Left: (line, part - 1),
            Qt.Key.Key_Right: (line, part + 1),
        }
        key = Qt.Key(event.key())
        if key in steps and self._bars:
            line = min(max(steps[key][0], 0), len(self._bars) - 1)
            part = min(max(steps[key][1], 0), max(len(self._bars[line].parts) - 1, 0))
            self._at = (line, part)
            self._tell()
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        line, number = self._at
        if line < len(self._bars) and number < len(self._bars[line].parts):
            bar = self._bars[line]
            self.opened.emit(bar.key, bar.parts[number].key)

    def _tell(self) -> None:
        line, number = self._at
        if line < len(self._bars) and number < len(self._bars[line].parts):
            bar = self._bars[line]
            part = bar.parts[number]
            said = f"{bar.label}, {part.label}, {self._count(part)}"
            self.setAccessibleDescription(said)

    def _count(self, part: BarPart) -> str:
        return self._hidden if part.hidden else f"{part.count:,}"

    def _label_width(self) -> float:
        metrics = QFontMetricsF(theme().font(12))
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0.0)
        return min(widest + theme().px(14), self.width() * 0.42)

    def _boxes(self, line: int) -> list[QRectF]:
        look = theme()
        most = max((sum(map(_drawn, bar.parts)) for bar in self._bars), default=0)
        start = self._label_width()
        room = self.width() - start - look.px(96 if len(self._bars[line].parts) == 1 else 8)
        x, boxes = start, []
        for part in self._bars[line].parts:
            # Even one person of a thousand must be seen and clicked.
            count = _drawn(part)
            wide = max(room * count / most, look.px(4)) if most and count else 0.0
            boxes.append(
                QRectF(x, line * look.px(_LINE) + look.px(6), wide, look.px(_LINE) - look.px(12))
            )
            x += wide + (look.px(2) if wide else 0)
        return boxes

    def _draw_part(
        self, painter: QPainter, bar: Bar, part: BarPart, number: int, box: QRectF
    ) -> None:
        look = theme()
        if not box.width():
            return
        colour = dimension(bar.dimension).colour if bar.dimension else look.colour("primary")
        single = len(bar.parts) == 1
        depth = 1.0 if single else 0.22 + 0.78 * number / max(len(bar.parts) - 1, 1)
        fill = _mixed(look.colour("raised"), colour, depth)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(fill))
        painter.drawRect(box)
        if not single and number % 2 == 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(_mixed(fill, colour, 0.35), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)
        if single:
            return
        painter.setFont(look.font(10.5, bold=True))
        text = self._count(part)
        if QFontMetricsF(painter.font()).horizontalAdvance(text) + look.px(6) <= box.width():
            painter.setPen(_readable_on(fill))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _part_at(self, place: QPointF) -> tuple[int, int] | None:
        line = int(place.y() // theme().px(_LINE))
        if 0 <= line < len(self._bars):
            for number, box in enumerate(self._boxes(line)):
                if box.width() and box.contains(place):
                    return line, number
        return None


_LINE = 34
# A hidden small count is drawn as the largest it can be: its length must not tell it.
_SMALL_CELL = 4


def _drawn(part: BarPart) -> int:
    return _SMALL_CELL if part.hidden else part.count


def _mixed(ground: QColor, ink: QColor, depth: float) -> QColor:
    return QColor(
        *(
            round(one + (other - one) * depth)
            for one, other in zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )


def _readable_on(ground: QColor) -> QColor:
    dark, light = QColor("#10201E"), QColor("#FFFFFF")
    return dark if _luminance(ground) > 0.2 else light


def _luminance(colour: QColor) -> float:
    parts = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
