"""The frame of the way in: a picture at the left, manual and language at the top, one card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.shell.manual import SIGN_IN, ManualDialog
from desktop.ui.sign_in.landscape import Landscape
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.scrolling import Scrolling

_NAMES = {Language.THAI: "ไทย", Language.ENGLISH: "English"}


class EntryFrame(Adaptive, QWidget):
    """Base of sign-in and first run; `language_chosen` carries a `Language`.

    F1 and the link above open the manual at `manual_page`.
    """

    manual_page = SIGN_IN

    language_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._languages: dict[Language, Button] = {}
        self._group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.manual: ManualDialog | None = None
        self.manual_button = Button("", "link", "book-open")
        self.manual_button.clicked.connect(self._open_manual)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._open_manual)
        top.addWidget(self.manual_button)
        top.addStretch(1)
        for each, name in _NAMES.items():
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, wanted=each: self.language_chosen.emit(wanted))
            self._languages[each] = chip
            self._group.addButton(chip)
            top.addWidget(chip)
        self.place = QWidget()
        self.place.setProperty("surface", "scroll")
        self.inside = QVBoxLayout(self.place)
        self.inside.setContentsMargins(24, 8, 24, 24)
        self._scroll = Scrolling(self.place)
        right = QVBoxLayout()
        right.setContentsMargins(0, 16, 0, 0)
        top.setContentsMargins(24, 0, 24, 0)
        right.addLayout(top)
        right.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._landscape = Landscape()
        row.addWidget(self._landscape)
        row.addLayout(right, 1)

    def language_chip(self, wanted: Language) -> Button:
        """The chip of a language."""
        return self._languages[wanted]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scroll.minimumSizeHint().width(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            # The picture goes before anything that is to be read or filled would be cut.
            needed = self._scroll.minimumSizeHint().width() + self._landscape.minimumWidth()
            self._landscape.setVisible(needed <= self.width())
        return super().event(event)

    def retranslate(self) -> None:
        self.manual_button.setText(self.tr("คู่มือ (F1)"))
        for each, chip in self._languages.items():
            chip.setChecked(each is language())
            chip.setAccessibleName(_NAMES[each])

    def _open_manual(self) -> None:
        if self.manual is None:
            self.manual = ManualDialog(self)
        self.manual.open_page(self.manual_page)
