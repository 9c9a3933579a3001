"""The seasons of the villages by month: when roads are cut, fields are worked, festivals are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.calendars.records import SEASON_KINDS, Season, SeasonKind
from desktop.ui.thai_time import month_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive

_INKS: Mapping[SeasonKind, tuple[str, str]] = {
    "flood": ("danger_soft", "on_danger_soft"),
    "work": ("warning_soft", "on_warning_soft"),
    "festival": ("primary_soft", "on_primary_soft"),
    "income": ("success_soft", "on_success_soft"),
}
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SeasonBand(Adaptive, QWidget):
    """A row for each kind of season that any village has, the numbers of the villages in its
    months; `month_wanted(1 to 12)` by a click.
    """

    month_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.month = 1
        self._seasons: Sequence[Season] = ()
        self._labels: Mapping[str, str] = {}
        self._whole = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.adapt()

    @property
    def kinds(self) -> list[SeasonKind]:
        """The kinds that have a row."""
        return [
            kind for kind in SEASON_KINDS if any(each.months.get(kind) for each in self._seasons)
        ]

    def show_seasons(
        self, seasons: Sequence[Season], month: int, labels: Mapping[str, str], *, whole: bool
    ) -> None:
        """Draw the seasons of these villages, one month of the year standing out.

        `whole`: of every village, else of the one that is looked at.
        """
        self._seasons, self.month, self._labels, self._whole = seasons, month, labels, whole
        self.setVisible(bool(self.kinds))
        self.retranslate()
        self.updateGeometry()
        self.update()

    def cell(self, kind: SeasonKind, month: int) -> str:
        """Which villages it touches in a month: their numbers."""
        moos = [each.moo for each in self._seasons if month in each.months.get(kind, ())]
        if not moos:
            return ""
        if not self._whole:
            return "●"
        return ", ".join(moos) if len(moos) < len(self._seasons) else self.tr("ทุกหมู่")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(500), theme().px(19) * (len(self.kinds) + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ฤดูของหมู่บ้าน"))
        villages = self.tr("หมู่ {moos}")
        told = [
            f"{self._labels.get(kind, kind)}: {villages.replace('{moos}', cell)}"
            for kind in self.kinds
            if (cell := self.cell(kind, self.month))
        ]
        self.setAccessibleDescription(" · ".join(told))
        self.setToolTip("\n".join(told))

    def redress(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(10))
        for month in range(1, 13):
            box = self._box(-1, month)
            here = month == self.month
            painter.setFont(look.font(10, bold=here))
            painter.setPen(look.colour("text" if here else "muted"))
            painter.drawText(box, _CENTRE, month_name(month, short=True))
        painter.setFont(look.font(10))
        for row, kind in enumerate(self.kinds):
            soft, ink = _INKS[kind]
            label = QRect(0, self._box(row, 1).top(), self._label_width() - look.px(6), look.px(19))
            painter.setPen(look.colour("muted"))
            cut = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(self._labels.get(kind, ""), cut, label.width())
            painter.drawText(label, _LEFT, text)
            for month in range(1, 13):
                said = self.cell(kind, month)
                if said:
                    box = self._box(row, month).adjusted(1, 1, -1, -1)
                    painter.fillRect(box, look.colour(soft))
                    painter.setPen(look.colour(ink))
                    shown = painter.fontMetrics().elidedText(said, cut, box.width())
                    painter.drawText(box, _CENTRE, shown)
        frame = self._box(-1, self.month)
        frame.setBottom(self._box(len(self.kinds) - 1, 1).bottom())
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.drawRoundedRect(frame.adjusted(0, 1, -1, -1), look.px(4), look.px(4))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        across = event.position().x() - self._label_width()
        if across >= 0:
            wide = (self.width() - self._label_width()) / 12
            self.month_wanted.emit(min(12, int(across / wide) + 1))

    def _label_width(self) -> int:
        return theme().px(120)

    def _box(self, row: int, month: int) -> QRect:
        high = theme().px(19)
        wide = (self.width() - self._label_width()) / 12
        left = self._label_width() + round(wide * (month - 1))
        right = self._label_width() + round(wide * month)
        return QRect(left, (row + 1) * high, right - left, high)
