"""A picture with numbered pins: seen large, moved about, and a place on it pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive

WHOLE: Final = 1000
_MOST_ZOOM: Final = 8.0
_STEP: Final = 1.5
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_DRAGGED: Final = 5  # pixels that the mouse moves before it is no click


@dataclass(frozen=True)
class CanvasPin:
    """A pin: whose it is, its number, its place per mille of the picture, what it is called."""

    id: UUID
    number: int
    across: int
    down: int
    name: str


class MapCanvas(Adaptive, QWidget):
    """`pointed(across, down)`: a place was clicked, or taken with Enter under the cross;
    `pin_pressed(id)`: a pin was clicked; `left_off()`: Esc while a cross was there.

    Enter brings the cross, the arrows move it (with Shift by a little), Enter takes its place.
    Without a cross the arrows move the picture; + and - zoom, 0 shows all of it. The mouse drags
    the picture and zooms by its wheel.
    """

    pointed = Signal(int, int)
    pin_pressed = Signal(object)
    left_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._pins: Sequence[CanvasPin] = ()
        self._chosen: UUID | None = None
        self._zoom = 1.0
        self._middle = QPointF(0.5, 0.5)  # what of the picture stands in the middle
        self._cross: tuple[int, int] | None = None
        self._pressed: QPoint | None = None
        self._dragging = False
        self.may_point = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.adapt()

    @property
    def cross(self) -> tuple[int, int] | None:
        """Where the cross stands, per mille; None without one."""
        return self._cross

    @property
    def zoom(self) -> float:
        """How many times larger than the whole picture it is shown."""
        return self._zoom

    @property
    def drawn(self) -> bool:
        """Whether a picture is shown."""
        return not self._picture.isNull()

    def show_picture(self, image: QImage) -> None:
        """Show another picture, all of it; a null image shows none."""
        self._picture = QPixmap.fromImage(image)
        self._cross = None
        self.show_all()

    def show_pins(self, pins: Sequence[CanvasPin]) -> None:
        """Show these pins over it."""
        self._pins = pins
        self.retranslate()

    def choose(self, pin: UUID | None) -> None:
        """Show one pin before the others, and bring it into view."""
        self._chosen = pin
        found = next((each for each in self._pins if each.id == pin), None)
        if found is not None:
            self._bring(found.across, found.down)
        self.update()

    def begin_pointing(self, at: tuple[int, int] | None = None) -> None:
        """Show the cross, in the middle of what is seen or at a place, and take the keyboard."""
        middle = (round(self._middle.x() * WHOLE), round(self._middle.y() * WHOLE))
        self._cross = at or middle
        self._bring(*self._cross)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def end_pointing(self) -> None:
        """Take the cross away."""
        self._cross = None
        self.retranslate()

    def show_all(self) -> None:
        """Show the whole picture."""
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def zoom_by(self, steps: int, about: QPointF | None = None) -> None:
        """Show it larger or smaller; what is under `about` stays there."""
        at = about or QPointF(self.rect().center())
        if self._cross is not None and about is None:
            at = self.place_of(*self._cross)
        before = self._fraction(at)
        self._zoom = min(max(self._zoom * _STEP**steps, 1.0), _MOST_ZOOM)
        moved = self._fraction(at) - before
        self._middle -= moved
        self._hold()

    def place_of(self, across: int, down: int) -> QPointF:
        """Where a place of the picture is on this widget."""
        lies = self._lies()
        return QPointF(
            lies.x() + lies.width() * across / WHOLE, lies.y() + lies.height() * down / WHOLE
        )

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it takes what room there is, and asks for no more

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), theme().px(230))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ภาพแผนที่"))
        said = [self.tr("หมุด %n จุด", "", len(self._pins))]
        if self._cross is not None:
            where = self.tr("กากบาทอยู่จากซ้าย {across} จากบน {down} ในพัน")
            across, down = map(str, self._cross)
            said.append(where.replace("{across}", across).replace("{down}", down))
        self.setAccessibleDescription(" · ".join(said))
        self.update()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _STEPS:
            self._step(*_STEPS[key], fine=fine)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.may_point and self.drawn:
            if self._cross is None:
                self.begin_pointing()
            else:
                self.pointed.emit(*self._cross)
        elif key == Qt.Key.Key_Escape and self._cross is not None:
            self.end_pointing()
            self.left_off.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position().toPoint() - self._pressed
        if self._dragging or moved.manhattanLength() > _DRAGGED:
            self._dragging = True
            self._pressed = event.position().toPoint()
            lies = self._lies()
            if lies.width() and lies.height():
                self._middle -= QPointF(moved.x() / lies.width(), moved.y() / lies.height())
            self._hold()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging or not self.drawn:
            return
        at = event.position()
        pin = self._pin_at(at)
        if pin is not None and self._cross is None:
            self.pin_pressed.emit(pin.id)
            return
        spot = self._fraction(at)
        if self.may_point and 0 <= spot.x() <= 1 and 0 <= spot.y() <= 1:
            self._cross = (round(spot.x() * WHOLE), round(spot.y() * WHOLE))
            self.retranslate()
            self.pointed.emit(*self._cross)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), look.colour("sunken"))
        if self.drawn:
            painter.drawPixmap(self._lies(), self._picture, QRectF(self._picture.rect()))
            last = [each for each in self._pins if each.id == self._chosen]
            for pin in [*(each for each in self._pins if each.id != self._chosen), *last]:
                self._draw_pin(painter, pin)
            if self._cross is not None:
                self._draw_cross(painter, self.place_of(*self._cross))
        edge = "focus" if self.hasFocus() else "border"
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_pin(self, painter: QPainter, pin: CanvasPin) -> None:
        look, chosen = theme(), pin.id == self._chosen
        at, radius = self.place_of(pin.across, pin.down), self._radius(chosen)
        painter.setPen(QPen(QColor("white"), look.px(3) if chosen else look.px(2)))
        painter.setBrush(look.colour("danger" if chosen else "primary"))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(look.colour("on_danger" if chosen else "on_primary"))
        painter.setFont(look.font(10, bold=True))
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(pin.number))

    def _draw_cross(self, painter: QPainter, at: QPointF) -> None:
        arm = theme().px(18)
        for colour, wide in ((QColor("white"), 5), (theme().colour("danger"), 2)):
            painter.setPen(QPen(colour, theme().px(wide)))
            painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
            painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    def _radius(self, chosen: bool) -> int:
        return theme().px(16 if chosen else 12)

    # Where things are

    def _lies(self) -> QRectF:
        """The rectangle that the whole picture would take at this zoom."""
        if self._picture.isNull():
            return QRectF()
        size = self._picture.size()
        scale = min(self.width() / size.width(), self.height() / size.height()) * self._zoom
        wide, high = size.width() * scale, size.height() * scale
        return QRectF(
            self.width() / 2 - self._middle.x() * wide,
            self.height() / 2 - self._middle.y() * high,
            wide,
            high,
        )

    def _fraction(self, at: QPointF) -> QPointF:
        lies = self._lies()
        if not lies.width() or not lies.height():
            return QPointF(0.5, 0.5)
        return QPointF((at.x() - lies.x()) / lies.width(), (at.y() - lies.y()) / lies.height())

    def _pin_at(self, at: QPointF) -> CanvasPin | None:
        for pin in reversed(self._pins):
            away = self.place_of(pin.across, pin.down) - at
            if away.x() ** 2 + away.y() ** 2 <= self._radius(pin.id == self._chosen) ** 2:
                return pin
        return None

    def _step(self, across: int, down: int, *, fine: bool) -> None:
        if self._cross is None:
            far = 0.15 / self._zoom
            self._middle += QPointF(across * far, down * far)
            self._hold()
            return
        far = 1 if fine else max(1, round(20 / self._zoom))
        left, over = self._cross
        self._cross = (
            min(max(left + across * far, 0), WHOLE), min(max(over + down * far, 0), WHOLE)
        )  # fmt: skip
        self._bring(*self._cross)
        self.retranslate()

    def _bring(self, across: int, down: int) -> None:
        """Move the picture so that a place of it is seen."""
        at, edge = self.place_of(across, down), theme().px(24)
        if not QRectF(self.rect()).adjusted(edge, edge, -edge, -edge).contains(at):
            self._middle = QPointF(across / WHOLE, down / WHOLE)
            self._hold()

    def _hold(self) -> None:
        """Keep the picture over the middle: along a side where all of it is seen it stays."""
        lies = self._lies()

        def held(middle: float, seen: float, whole: float) -> float:
            half = min(seen / whole / 2, 0.5) if whole else 0.5
            return min(max(middle, half), 1 - half)

        self._middle = QPointF(
            held(self._middle.x(), self.width(), lies.width()),
            held(self._middle.y(), self.height(), lies.height()),
        )
        self.update()
