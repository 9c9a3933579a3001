"""How the four dimensions look: colour, icon, marker and dash from `hett.json`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.framework import load
from desktop.ui.theme import RESOURCES, theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

HIGHEST = 4

_own_names: dict[str, tuple[str, str]] = {}


@dataclass(frozen=True)
class Dimension:
    """One of H, E, T and D (Tradition); `letter` is what is printed."""

    code: str
    letter: str
    icon: str
    marker: str
    dash: tuple[float, ...]
    colours: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The name in the language of the screens, the centre's own where it has one."""
        thai = language() is Language.THAI
        own = _own_names.get(self.code, ("", ""))[0 if thai else 1]
        return own or load().dimension(self.code).label("th" if thai else "en")

    @property
    def colour(self) -> QColor:
        """Its colour in the scheme in force."""
        return QColor(dict(self.colours)[theme().scheme.value])

    def pen(self, width: float = 2.0) -> QPen:
        """A line that is known by its dashes too."""
        pen = QPen(self.colour, width)
        if any(self.dash[1::2]):
            pen.setDashPattern(self.dash)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


@cache
def dimensions() -> tuple[Dimension, ...]:
    """The four, in the order H, E, T, D."""
    text = (RESOURCES / "styles" / "hett.json").read_text(encoding="utf-8")
    return tuple(
        Dimension(
            part["code"], part["letter"], part["icon"], part["marker"],
            tuple(part["dash"]),
            tuple((scheme, part[scheme]) for scheme in ("light", "dark", "contrast")),
        )
        for part in json.loads(text)["dimensions"]
    )  # fmt: skip


def dimension(code: str) -> Dimension:
    """The dimension with `code`; KeyError for another."""
    for known in dimensions():
        if known.code == code:
            return known
    raise KeyError(code)


def name_dimensions(names: Mapping[str, tuple[str, str]]) -> bool:
    """Call dimensions as the centre does, by code in Thai and English ("": as ever).

    Returns whether anything is called otherwise now; then it must be shown anew.
    """
    changed = _own_names != names
    _own_names.clear()
    _own_names.update(names)
    return changed


def draw_marker(painter: QPainter, marker: str, at: QPointF, radius: float) -> None:
    """A point of a chart, with the pen and brush of the painter."""
    if marker == "circle":
        painter.drawEllipse(at, radius, radius)
    elif marker == "square":
        side = radius * 1.8
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    else:
        corners, turn = (3, -90) if marker == "triangle" else (4, 0)
        grown = radius * 1.25
        points = [
            QPointF(
                at.x() + grown * math.cos(math.radians(turn + 360 / corners * number)),
                at.y() + grown * math.sin(math.radians(turn + 360 / corners * number)),
            )
            for number in range(corners)
        ]
        painter.drawPolygon(QPolygonF(points))


class DimensionMark(Adaptive, QWidget):
    """Icon, letter and name of a dimension, in its colour."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension(code)
        self._icon = IconLabel(self._dimension.icon, "text", 18)
        self._name = ThaiLabel("", "strong", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._name)
        row.addStretch(1)
        self.adapt()

    def retranslate(self) -> None:
        self._name.set_text(f"{self._dimension.letter} · {self._dimension.name}")
        self.setAccessibleName(self._dimension.name)

    def redress(self) -> None:
        self._icon.set_colour(self._dimension.colour)
        self._name.setStyleSheet(f"color: {self._dimension.colour.name()};")
