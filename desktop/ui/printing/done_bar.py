"""A line that tells which paper or workbook was made, and opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

_WORDS = 180  # at the 100 % size: narrower, the words stand over the buttons


class DoneBar(Adaptive, QFrame):
    """Stays until it is closed: whoever went to the printer finds it again."""

    def __init__(self, places: Places | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Places = places or SystemPlaces()
        self._path: Path | None = None
        self._go_on: Callable[[], None] | None = None
        self.setProperty("surface", "banner")
        self._sign = IconLabel("circle-check", "on_success_soft", 20)
        self._words = ThaiLabel("")
        self.open_file = Button("", "secondary", "external-link")
        self.open_folder = Button("", "secondary", "folder-open")
        self.anyway = Button("", "secondary", "printer")
        self.look_button = Button("", "secondary", "printer")
        self._look: Callable[[Path], None] | None = None
        self._close = IconButton("x", "", "text")
        said, offered = QHBoxLayout(), QWidget()
        said.setSpacing(8)
        said.addWidget(self._sign)
        said.addWidget(self._words, 1)
        buttons = FlowLayout(offered, one_line=True)
        for button in (
            self.anyway, self.look_button, self.open_file, self.open_folder, self._close,
        ):  # fmt: skip
            buttons.addWidget(button)
        row = Folding(8)
        row.add(said, 1, wish=_WORDS)
        row.add(offered, whole=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 6, 6, 6)
        whole.addWidget(row)
        self.open_file.clicked.connect(lambda: self._show(self._path))
        self.open_folder.clicked.connect(self._on_folder)
        self.anyway.clicked.connect(self._on_anyway)
        self.look_button.clicked.connect(self._on_look)
        self._close.clicked.connect(self.hide)
        self.hide()
        self.adapt()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.typed

    def use(self, places: Places, look: Callable[[Path], None]) -> None:
        """Open files and folders through `places`, and look at papers by `look`."""
        self._places = places
        self._look = look

    def say_done(self, text: str, path: Path) -> None:
        """Tell what was made; `path` is a file, or a folder of several."""
        self._say(text, path)
        paper = path.suffix.lower() == ".pdf" and not path.is_dir()
        self.look_button.setVisible(paper and self._look is not None)
        self.open_file.setVisible(not path.is_dir())
        self.open_folder.setVisible(True)
        # Whoever pressed a button for it goes on from here; whoever types is left alone.
        if isinstance(QApplication.focusWidget(), QAbstractButton | None):
            first = self.look_button if paper and self._look is not None else self.open_file
            (self.open_folder if path.is_dir() else first).setFocus()

    def say_failed(self, text: str) -> None:
        """Tell why nothing was made, and what to do."""
        self._say(text)

    def ask(self, text: str, go_on: Callable[[], None]) -> None:
        """Tell what would be amiss on the paper, and offer to print it all the same."""
        self._say(text)
        self._go_on = go_on
        self.anyway.show()
        self.anyway.setFocus()

    def retranslate(self) -> None:
        self.open_file.setText(self.tr("เปิดแฟ้ม"))
        self.open_folder.setText(self.tr("เปิดโฟลเดอร์"))
        self.look_button.setText(self.tr("ดูและพิมพ์"))
        self.anyway.setText(self.tr("พิมพ์โดยมี □"))
        self._close.set_name(self.tr("ปิด"))

    def _say(self, text: str, path: Path | None = None) -> None:
        self._path, self._go_on = path, None
        for button in (self.anyway, self.look_button, self.open_file, self.open_folder):
            button.hide()
        failed = path is None
        tone = "warning" if failed else "success"
        icon = "triangle-alert" if failed else "circle-check"
        self._sign.set_icon(icon, f"on_{tone}_soft")
        self._words.set_text(text)
        self.setAccessibleName(text)
        restyle(self, tone=tone)
        restyle(self._words)
        self.show()

    def _on_anyway(self) -> None:
        go_on = self._go_on
        self.hide()
        if go_on is not None:
            go_on()

    def _on_look(self) -> None:
        if self._path is not None and self._look is not None:
            self._look(self._path)

    def _on_folder(self) -> None:
        if self._path is not None:
            self._show(self._path if self._path.is_dir() else self._path.parent)

    def _show(self, path: Path | None) -> None:
        if path is not None and not self._places.show(path):
            self.say_failed(self.tr("เปิดไม่ได้ แฟ้มอยู่ที่ {path}").replace("{path}", str(path)))
