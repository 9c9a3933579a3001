"""Takes a photograph of a sheet, and gives back what a person saw and decided of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.paper_marks.checking import read_picture
from desktop.paper_marks.proposing import Deciding, SheetPage
from desktop.ui.jobs import Jobs
from desktop.ui.marked_sheets.deciding import DecidingPane
from desktop.ui.marked_sheets.picking import PickingPane
from desktop.ui.marked_sheets.watching import FolderWatch, first_folder
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.pages import Pages
from desktop.ui.widgets.states import LoadingState
from desktop.ui.wording import sentence

Lookup = Callable[[str], SheetPage]
"""What the keeper of the marks knows of a page by its code; runs in a job. Raises a UserError such
as `sheet_page_other` for a page that it does not know."""


class MarksDialog(Adaptive, QDialog):
    """`taken(Proposal)`: to be stored; answer with `accept()`, or with `show_failed(error)`.

    Nothing is given before the person saw the page and decided all that was not sure.
    """

    taken = Signal(object)

    def __init__(
        self, lookup: Lookup, jobs: Jobs, parent: QWidget, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._lookup, self._jobs = lookup, jobs
        self._name = ""
        self._title = ThaiLabel("", "title")
        self.problem = ThaiLabel("", "error")
        self.problem.hide()
        self.picking = PickingPane()
        self.deciding = DecidingPane()
        self._loading = LoadingState()
        self._pages = Pages()
        for part in (self.picking, self._loading, self.deciding):
            self._pages.stack.addWidget(part)
        self.again_button = Button("", "secondary", "camera")
        self.close_button = Button("", "quiet")
        self.take_button = Button("", "primary", "check")
        self._lay_out()
        self.watch = FolderWatch(jobs, self)
        self.watch.found.connect(self.picking.show_pictures)
        self.picking.chosen.connect(self.read)
        self.picking.folder_chosen.connect(self.watch_folder)
        self.deciding.changed.connect(self.retranslate)
        self.deciding.settled.connect(self._on_settled)
        self.again_button.clicked.connect(self.pick_again)
        self.close_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_take)
        self.finished.connect(self.watch.stop)
        self.adapt()
        self.watch_folder(folder or first_folder())
        give_keyboard(self.picking.first_focus())

    def watch_folder(self, folder: Path | None) -> None:
        """Watch a folder for pictures; None for none."""
        self.picking.show_folder(folder)
        if folder is not None:
            self.watch.watch(folder)

    def read(self, path: Path) -> None:
        """Read a photograph in a job, and ask what its page is."""
        self._name, lookup = path.name, self._lookup
        self.problem.hide()
        self.picking.problem.dismiss()
        self._pages.stack.setCurrentWidget(self._loading)
        self.retranslate()

        def work(_progress: object) -> Deciding:
            sheet = read_picture(path)
            return Deciding(sheet, lookup(sheet.code.page))

        self._jobs.run(
            work,
            self._on_read,
            self._on_refused,
            self.pick_again,
            title=self.tr("กำลังอ่านรูปของใบ"),
            owner=self,
            supersedes="marked sheet",
        )

    def pick_again(self) -> None:
        """Go back to choosing a photograph."""
        self.deciding.deciding = None
        self.problem.hide()
        self._pages.stack.setCurrentWidget(self.picking)
        self.retranslate()
        self.picking.first_focus().setFocus()

    def show_failed(self, error: Exception) -> None:
        """Say why nothing was stored; what was decided stays."""
        self.problem.set_text(sentence(error))
        self.problem.show()
        self.take_button.setEnabled(True)
        self.take_button.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("ลงจากรูปถ่าย"))
        self.close_button.setText(self.tr("ยังไม่ลง"))
        self.again_button.setText(self.tr("รูปอื่น"))
        deciding = self.deciding.deciding
        self._title.set_text(deciding.page.title if deciding else self.tr("ลงจากรูปถ่าย"))
        self.again_button.setVisible(deciding is not None)
        self.take_button.setVisible(deciding is not None)
        if deciding is None:
            return
        self.take_button.setEnabled(not deciding.waiting)
        if deciding.waiting:
            self.take_button.setText(self.tr("เหลือตัดสิน %n ช่อง", "", deciding.waiting))
        else:
            count = len(deciding.proposal().marks)
            self.take_button.setText(self.tr("ลงทะเบียน %n ช่อง", "", count))

    def redress(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(
            min(theme().px(1100), screen.width() - 40), min(theme().px(720), screen.height() - 60)
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.again_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.problem)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)

    def _on_read(self, deciding: Deciding) -> None:
        self._pages.stack.setCurrentWidget(self.deciding)
        self.deciding.show_sheet(deciding)
        self.retranslate()
        if deciding.waiting:
            give_keyboard(self.deciding.first_focus())
        else:
            give_keyboard(self.take_button)

    def _on_refused(self, error: Exception) -> None:
        self.pick_again()
        self.picking.show_refused(self._name, sentence(error))

    def _on_settled(self) -> None:
        self.retranslate()
        self.take_button.setFocus()

    def _on_take(self) -> None:
        deciding = self.deciding.deciding
        if deciding is not None and not deciding.waiting:
            self.take_button.setEnabled(False)
            self.taken.emit(deciding.proposal())
