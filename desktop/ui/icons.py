"""Icons from `resources/icons`, drawn in the colour of a role and sharp at any size."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.theme import RESOURCES, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

# 16 to 20 for buttons, 24 for navigation, and the same at 115 and 130 %.
_SIZES = (16, 18, 20, 23, 26, 32)


@cache
def _drawing(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    coloured = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(coloured.encode()))


def icon_pixmap(
    name: str, colour: QColor, size: int, ratio: float = 1.0, gap: float = 0.0
) -> QPixmap:
    """The icon on a transparent square of `size` device-independent pixels, and a gap beside."""
    side = round(size * ratio)
    pixmap = QPixmap(QSize(side + round(side * gap), side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour.name()).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: str, colour: QColor, where: QRect | QRectF) -> None:
    """Paint the icon into `where` of a widget that draws itself."""
    _renderer(name, colour.name()).render(painter, QRectF(where))


# What a button's icon leaves free at its right: Qt sets the word too close.
GAP = 0.35


@cache
def _icon(name: str, colour: str, muted: str, screen_ratio: float, beside_word: bool) -> QIcon:
    icon = QIcon()
    gap = GAP if beside_word else 0.0
    for size in _SIZES:
        for ratio in sorted({1.0, screen_ratio}):
            for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, muted)):
                icon.addPixmap(icon_pixmap(name, QColor(ink), size, ratio, gap), mode)
    return icon


def icon(name: str, role: str = "text", *, beside_word: bool = False) -> QIcon:
    """The icon in the colour of `role` as the theme stands; ask again after `Theme.changed`.

    With `beside_word` it is `GAP` wider than high, so that a button's word keeps its distance.
    """
    look = theme()
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    muted = look.colour("border_strong").name()
    return _icon(name, look.colour(role).name(), muted, ratio, beside_word)
