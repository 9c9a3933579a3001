"""The bar at the top: back, search of everything, the centre, who is signed in, lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import IconLabel, OneLine, ThaiLabel


class TopBar(Adaptive, QWidget):
    """Only wishes: the shell does what they say."""

    back_wanted = Signal()
    search_wanted = Signal()
    help_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("arrow-left", "", "text")
        self.search = Button("", "secondary", "search")
        self.search.setObjectName("search_button")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._centre_icon = IconLabel("map-pin", "muted", 18)
        self._centre = OneLine("", "strong")
        self._user_icon = IconLabel("user", "muted", 18)
        self._user = ThaiLabel("", wrap=False)
        self.help = IconButton("circle-help", "", "text")
        self.lock = IconButton("lock", "", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.back)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        for part in (self._centre_icon, self._centre):
            row.addWidget(part)
        row.addSpacing(12)
        for other in (self._user_icon, self._user):
            row.addWidget(other)
        row.addSpacing(6)
        row.addWidget(self.help)
        row.addWidget(self.lock)
        self.back.clicked.connect(self.back_wanted)
        self.search.clicked.connect(self.search_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.lock.clicked.connect(self.lock_wanted)
        self.show_identity("", "")
        self.adapt()

    def show_identity(self, centre: str, user: str) -> None:
        """The centre's name and who is signed in; "" hides the part."""
        self._centre.set_text(centre)
        self._user.set_text(user)
        for text, parts in (
            (centre, (self._centre_icon, self._centre)),
            (user, (self._user_icon, self._user)),
        ):
            for part in parts:
                part.setVisible(bool(text))

    def retranslate(self) -> None:
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setText(f"{self.tr('ค้นหาทุกอย่าง')}  ({keys})")
        self.search.setAccessibleName(self.tr("ค้นหาทุกอย่าง"))
        self.back.set_name(self.tr("ย้อนกลับ"), "Alt+Left")
        self.help.set_name(self.tr("วิธีใช้หน้านี้"), "F1")
        self.lock.set_name(self.tr("ล็อก"), "Ctrl+L")

    def redress(self) -> None:
        self.setFixedHeight(theme().px(56))
        self.search.setMaximumWidth(theme().px(480))
        self._centre.setMaximumWidth(theme().px(330))
