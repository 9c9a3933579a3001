"""The picture beside the way in: hills, a rising sun and a path, drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel

# Each hill as heights at equal steps over the width, from the lower edge, in parts of the height.
_HILLS = (
    (0.42, 0.50, 0.40, 0.52, 0.46, 0.40),
    (0.30, 0.26, 0.38, 0.30, 0.24, 0.33),
    (0.16, 0.22, 0.15, 0.12, 0.20, 0.14),
)


class Landscape(Adaptive, QWidget):
    """A quiet picture with the program's name; what stands on it is decoration and is not read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ThaiLabel("", "title")
        self._line = ThaiLabel("")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 48, 32, 24)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._line)
        column.addStretch(1)
        self.adapt()

    def retranslate(self) -> None:
        self._name.set_text(self.tr("ตำบลเรียนรู้"))
        self._line.set_text(self.tr("เห็นคนทีละคน วางแผนทีละก้าว\nไม่ทิ้งใครไว้ข้างหลัง"))

    def redress(self) -> None:
        look = theme()
        self.setFixedWidth(look.px(400))
        for label, points, bold in ((self._name, 26.0, True), (self._line, 13.0, False)):
            # A style of its own, in a role's colour: these words stand on the picture.
            size = max(10.0, points) * look.scale / 100
            weight = 700 if bold else 400
            colour = look.colour("on_rail").name()
            label.setStyleSheet(f"color: {colour}; font-size: {size:g}pt; font-weight: {weight};")
        restyle(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("rail"))
        width, height = self.width(), self.height()
        light = look.colour("on_rail")
        painter.setPen(Qt.PenStyle.NoPen)
        centre = QPointF(width * 0.70, height * 0.45)
        for radius, strength in ((150, 0.05), (105, 0.07), (62, 0.75)):
            painter.setBrush(_mixed(look.colour("rail"), look.colour("warning_soft"), strength))
            painter.drawEllipse(centre, look.px(radius), look.px(radius))
        for number, hill in enumerate(_HILLS):
            painter.setBrush(_mixed(look.colour("rail"), light, (0.16, 0.10, 0.04)[number]))
            painter.drawPath(_hill(hill, width, height))
        path = QPainterPath(QPointF(width * 0.30, height))
        path.cubicTo(
            QPointF(width * 0.62, height * 0.93),
            QPointF(width * 0.24, height * 0.89),
            QPointF(width * 0.50, height * 0.845),
        )
        pen = QPen(_mixed(look.colour("rail"), look.colour("warning_soft"), 0.55), look.px(5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()


def _hill(heights: tuple[float, ...], width: int, height: int) -> QPainterPath:
    step = width / (len(heights) - 1)
    path = QPainterPath(QPointF(0, height))
    path.lineTo(0, height * (1 - heights[0]))
    for number in range(1, len(heights)):
        before = QPointF((number - 1) * step, height * (1 - heights[number - 1]))
        after = QPointF(number * step, height * (1 - heights[number]))
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    path.lineTo(width, height)
    path.closeSubpath()
    return path


def _mixed(first: QColor, second: QColor, part: float) -> QColor:
    """A colour `part` of the way from one to the other."""
    return QColor(
        *(
            round(a + (b - a) * part)
            for a, b in (
                (first.red(), second.red()),
                (first.green(), second.green()),
                (first.blue(), second.blue()),
            )
        )
    )
