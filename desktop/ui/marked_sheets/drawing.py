"""The page laid flat with what is proposed drawn on it, and single boxes cut out of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from desktop.paper_marks.layout import BOX
from desktop.paper_marks.proposing import Deciding, Place
from desktop.paper_marks.reading import Cell, Grey, Group
from desktop.paper_marks.straightening import SCALE
from desktop.ui.theme import theme

_ROUND = int((BOX / 2 + 0.9) * SCALE)
_LINE = 5
_NUMBER_POINTS = 15


def image_of(grey: Grey) -> QImage:
    """A grey picture as Qt has it; its own copy."""
    form = QImage.Format.Format_Grayscale8
    return QImage(grey.dots, grey.width, grey.height, grey.width, form).copy()


def page_with_marks(deciding: Deciding, page: QImage, current: Place | None) -> QImage:
    """The page with a ring round each box that would be stored, and round what is asked."""
    drawn = page.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    for group in deciding.sheet.groups:
        place = (group.row, group.number)
        box = deciding.box_of(place)
        if box is not None:
            painter.setPen(QPen(theme().colour("success"), _LINE))
            painter.drawRect(_round(group.cells[box]))
    for asked in deciding.asked:
        here = asked.place == current
        if here or not deciding.is_decided(asked.place):
            pen = QPen(
                theme().colour("danger" if here else "warning"), 2 * _LINE if here else _LINE
            )
            painter.setPen(pen)
            painter.drawRect(round_group(asked.group))
    painter.end()
    return drawn


def round_group(group: Group) -> QRect:
    """The place of a group on the page, in dots."""
    return _round(group.cells[0]).united(_round(group.cells[-1])).adjusted(-8, -8, 8, 8)


def cut_out(deciding: Deciding, group: Group, width: int) -> QPixmap:
    """The boxes of a group alone, as wide as there is room, with the number of each, its key."""
    grey = deciding.sheet.cut_out(group)
    high = round(width * grey.height / grey.width)
    most = theme().px(150)
    if high > most:  # a pair of boxes is narrow: no larger than it says something
        width, high = round(width * most / high), most
    line = theme().px(26)
    drawn = QPixmap(width, high + line)
    drawn.fill(theme().colour("raised"))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(0, 0, width, high), image_of(grey))
    painter.setPen(theme().colour("text"))
    painter.setFont(theme().font(_NUMBER_POINTS))
    first, last = group.cells[0], group.cells[-1]
    share = width / grey.width
    middle = grey.width / 2 - (first.x + last.x) / 2
    for number, cell in enumerate(group.cells, 1):
        x = round((cell.x + middle) * share)
        where = QRect(x - line, high, 2 * line, line)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    return drawn


def _round(cell: Cell) -> QRect:
    return QRect(cell.x - _ROUND, cell.y - _ROUND, 2 * _ROUND, 2 * _ROUND)
