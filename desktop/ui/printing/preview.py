"""Looking at a finished paper page by page, and printing it: the file itself, not a likeness."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.reports.rendering import PageSize, page_sizes
from desktop.ui.jobs import Jobs
from desktop.ui.printing.direct import picture_of, print_file
from desktop.ui.printing.places import Places
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.wording import sentence

_ZOOMS = (1.0, 1.5, 2.0, 3.0)
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SIZES = {Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1}


class PreviewDialog(Adaptive, QDialog):
    """Shows a PDF; `told(text)` once it was given to a printer."""

    told = Signal(str)

    def __init__(self, path: Path, jobs: Jobs, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._path, self._jobs, self._places = path, jobs, places
        self._sizes: tuple[PageSize, ...] = ()
        self._page = self._zoom = 0
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.picture)
        self._name = ThaiLabel(path.name, "strong")
        self.place = ThaiLabel("", "body", wrap=False)
        self.problem = ThaiLabel("", "warning")
        self.problem.hide()
        self.back = Button("", "secondary", "chevron-left")
        self.forward = Button("", "secondary", "chevron-right")
        self.smaller = Button("", "secondary", "minus")
        self.larger = Button("", "secondary", "plus")
        self.print_button = Button("", "primary", "printer")
        self.close_button = Button("", "secondary")
        self._lay_out()
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        self.adapt()
        self.print_button.setFocus()
        self._jobs.run(
            lambda _progress: page_sizes(path), self._on_sizes, self._on_failed, owner=self
        )

    @property
    def page(self) -> int:
        """The page that is shown, 1 the first."""
        return self._page + 1

    def turn(self, step: int) -> None:
        """Show another page."""
        page = min(max(self._page + step, 0), max(len(self._sizes) - 1, 0))
        if page != self._page:
            self._page = page
            self._draw()

    def zoom(self, step: int) -> None:
        """Show it larger or smaller."""
        zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        if zoom != self._zoom:
            self._zoom = zoom
            self._draw()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("ดูก่อนพิมพ์"))
        self.back.setText(self.tr("หน้าก่อน"))
        self.forward.setText(self.tr("หน้าถัดไป"))
        self.smaller.setText(self.tr("ย่อ"))
        self.larger.setText(self.tr("ขยาย"))
        self.print_button.setText(self.tr("พิมพ์ออกเครื่องพิมพ์"))
        self.close_button.setText(self.tr("ปิด"))
        self._say_place()

    def redress(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(
            min(theme().px(900), screen.width() - 40), min(theme().px(860), screen.height() - 60)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn, + and - zoom, Ctrl+P prints."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turn(_TURNS[key])
        elif key in _SIZES:
            self.zoom(_SIZES[key])
        elif event.matches(QKeySequence.StandardKey.Print):
            self._on_print()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        turning = QHBoxLayout()
        turning.setSpacing(8)
        for part in (self.back, self.place, self.forward):
            turning.addWidget(part)
        turning.addStretch(1)
        turning.addWidget(self.smaller)
        turning.addWidget(self.larger)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (self._name, self.problem):
            column.addWidget(part)
        column.addWidget(self._room, 1)
        column.addLayout(turning)
        column.addLayout(foot)

    def _on_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        self._sizes = sizes
        self._draw()
        self.print_button.setFocus()

    def _draw(self) -> None:
        """Ask for the page as large as there is room for it."""
        self._say_place()
        if not self._sizes:
            return
        path, number = self._path, self._page
        size, room = self._sizes[number], self._room.viewport().size()
        whole = min((room.width() - 12) / size.width, (room.height() - 12) / size.height)
        scale = max(whole, 0.2) * _ZOOMS[self._zoom] * self.devicePixelRatioF()
        self._jobs.run(
            lambda _progress: picture_of(path, number, scale),
            self._show,
            self._on_failed,
            owner=self,
            supersedes="preview",
        )

    def _show(self, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(QPixmap.fromImage(image))

    def _say_place(self) -> None:
        said = self.tr("หน้า {page} จาก {pages}").replace("{page}", str(self._page + 1))
        self.place.set_text(said.replace("{pages}", str(len(self._sizes))) if self._sizes else "")
        self.picture.setAccessibleName(self.place.typed)
        self.back.setEnabled(self._page > 0)
        self.forward.setEnabled(self._page + 1 < len(self._sizes))
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom + 1 < len(_ZOOMS))
        self.print_button.setEnabled(bool(self._sizes))

    def _on_failed(self, error: Exception) -> None:
        self.problem.set_text(sentence(error))
        self.problem.show()

    def _on_print(self) -> None:
        if not self._sizes:
            return
        self.problem.hide()
        printer = self._places.ask_printer(self, len(self._sizes))
        if printer is None:
            return
        path = self._path

        def work(progress: Progress) -> int:
            return print_file(path, printer, progress)

        self._jobs.run(
            work, self._on_printed, self._on_failed, title=self.tr("กำลังส่งไปเครื่องพิมพ์"), owner=self
        )

    def _on_printed(self, pages: int) -> None:
        self.told.emit(self.tr("ส่งไปเครื่องพิมพ์แล้ว %n หน้า", "", pages))
        self.accept()
