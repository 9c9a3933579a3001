"""The same question over the page of a learner or of somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.farewell.card import ERASE, UNKNOWN, FarewellCard
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel


class FarewellDialog(Adaptive, QDialog):
    """`decided(what, reason)`: the dialog stays until it is told that it was done."""

    decided = Signal(str, str)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        choices: Sequence[str] = (UNKNOWN, ERASE),
        also: bool = False,
    ) -> None:
        super().__init__(parent)
        self._heading = ThaiLabel("", "title")
        self._lead = ThaiLabel("", "muted")
        self.card = FarewellCard(choices, also=also)
        self.cancel_button = Button("", "secondary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        # Its own reckoning is made before the width is known, and far too high.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self.card)
        column.addStretch(1)
        column.addLayout(row)
        self.card.show_person(name, "")
        self.card.decided.connect(self.decided)
        self.cancel_button.clicked.connect(self.reject)
        self.setSizeGripEnabled(False)
        self.adapt()

    def retranslate(self) -> None:
        title = self.tr("ลบหรือทำให้ไม่ระบุตัวตน")
        if UNKNOWN not in self.card.choices:
            title = self.tr("ลบถาวร")
        self.setWindowTitle(title)
        self._heading.set_text(title)
        self._lead.set_text(
            self.tr("ใช้เมื่อเจ้าของข้อมูลขอ หรือพ้นเวลาเก็บ ถ้าเพียงไม่ต้องการเห็นในรายชื่อ ให้ซ่อนแทน ซึ่งย้อนกลับได้")
        )
        self.cancel_button.setText(self.tr("ยกเลิก"))
        # Once the words inside have followed.
        QTimer.singleShot(0, self, self._fit)

    def redress(self) -> None:
        self.setFixedWidth(theme().px(680))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need at this width, and no higher."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
