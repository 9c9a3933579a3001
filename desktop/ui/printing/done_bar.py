"""A line that tells which paper or workbook was made, and opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class DoneBar(Adaptive, QFrame):
    """Stays until it is closed: whoever went to the printer finds it again."""

    def __init__(self, places: Places | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Places = places or SystemPlaces()
        self._path: Path | None = None
        self._text = ""
        self._failed = False
        self.setProperty("surface", "banner")
        self._sign = IconLabel("circle-check", "on_success_soft", 20)
        self._words = ThaiLabel("")
        self.open_file = Button("", "secondary", "external-link")
        self.open_folder = Button("", "secondary", "folder-open")
        self._close = IconButton("x", "", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for button in (self.open_file, self.open_folder, self._close):
            row.addWidget(button)
        self.open_file.clicked.connect(lambda: self._show(self._path))
        self.open_folder.clicked.connect(self._on_folder)
        self._close.clicked.connect(self.hide)
        self.hide()
        self.adapt()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.typed

    def use(self, places: Places) -> None:
        """Open files and folders through `places`."""
        self._places = places

    def say_done(self, text: str, path: Path) -> None:
        """Tell what was made; `path` is a file, or a folder of several."""
        self._path = path
        self._say(text, failed=False)
        self.open_file.setVisible(not path.is_dir())
        self.open_folder.setVisible(True)

    def say_failed(self, text: str) -> None:
        """Tell why nothing was made, and what to do."""
        self._path = None
        self._say(text, failed=True)
        self.open_file.hide()
        self.open_folder.hide()

    def retranslate(self) -> None:
        self.open_file.setText(self.tr("เปิดแฟ้ม"))
        self.open_folder.setText(self.tr("เปิดโฟลเดอร์"))
        self._close.set_name(self.tr("ปิด"))

    def _say(self, text: str, *, failed: bool) -> None:
        tone = "warning" if failed else "success"
        icon = "triangle-alert" if failed else "circle-check"
        self._sign.set_icon(icon, f"on_{tone}_soft")
        self._words.set_text(text)
        self.setAccessibleName(text)
        restyle(self, tone=tone)
        restyle(self._words)
        self.show()

    def _on_folder(self) -> None:
        if self._path is not None:
            self._show(self._path if self._path.is_dir() else self._path.parent)

    def _show(self, path: Path | None) -> None:
        if path is not None and not self._places.show(path):
            self.say_failed(self.tr("เปิดไม่ได้ แฟ้มอยู่ที่ {path}").replace("{path}", str(path)))
