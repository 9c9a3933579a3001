"""That some learners may be one person, told over the list until it is put away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.cards import Banner


class TwinsBanner(Banner):
    """`acted` leads to them. Put away, it comes again only when there are more of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = self._closed_at = 0
        super().__init__(parent)
        self.closed.connect(self._on_closed)

    def show_count(self, count: int) -> None:
        """Tell how many pairs there are to be decided."""
        self._count = count
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if self._count > self._closed_at:
            text = self.tr("มี %n คู่ที่อาจเป็นคนเดียวกัน", "", self._count)
            self.say(text, "warning", action=self.tr("ดูและตัดสิน"))
        else:
            self.hide()

    def _on_closed(self) -> None:
        self._closed_at = self._count
