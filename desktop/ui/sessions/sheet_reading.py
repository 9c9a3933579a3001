"""Marks that come into a register from paper: asked for in a dialog, and taken once decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.paper_marks.proposing import Proposal, SheetPage
from desktop.ui.jobs import Jobs
from desktop.ui.marked_sheets.dialog import MarksDialog
from desktop.ui.sessions.marking import MarkQueue
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.writes import Writes


class SheetReading(QObject):
    """`table` gets the keyboard back when the dialog is gone."""

    def __init__(
        self, screen: QWidget, table: QWidget, jobs: Jobs, writes: Writes, marks: MarkQueue
    ) -> None:
        super().__init__(screen)
        self._screen, self._table = screen, table
        self._jobs, self._writes, self._marks = jobs, writes, marks
        self.dialog: QDialog | None = None

    def photograph(
        self, lookup: Callable[[str], SheetPage], take: Callable[[Proposal], object]
    ) -> None:
        """Ask for a photograph of the page that `lookup` knows, and `take` what is decided."""
        self._marks.store()  # what the sheet is compared with
        dialog = MarksDialog(lookup, self._jobs, self._screen)

        def decided(proposal: Proposal) -> None:
            self._writes.do(
                lambda: take(proposal),
                lambda _marked: dialog.accept(),
                dialog.show_failed,
                undo=self.tr("ลงจากภาพถ่ายแล้ว"),
            )

        dialog.taken.connect(decided)
        self.open(dialog)

    def open(self, dialog: QDialog) -> None:
        """Show a dialog until it is done with."""
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        give_keyboard(self._table)
