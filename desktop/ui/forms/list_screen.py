"""A screen that is a list: its head over its table, a new one, printing, and the keys of these."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.forms.list_head import ListHead
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.data_table import DataTable

Row = TypeVar("Row")


class ListScreen(Screen, Generic[Row]):
    """`new_wanted()`, `print_wanted()`; a row opens the screen of its record.

    Override `ask`, which asks for the list. `lay_out` once the buttons that the screen adds are
    there; a button that is hidden is not offered by its key either.
    """

    new_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        table: DataTable[Row],
        opens: str,
        new_button: Button | None = None,
        print_button: Button | None = None,
    ) -> None:
        super().__init__()
        self.table = table
        self.head = ListHead(self, table)
        self.new_button = new_button or Button("", "primary", "plus")
        self.print_button = print_button or Button("", "secondary", "printer")
        self.done_bar = DoneBar()
        self.head.asked.connect(self.ask)
        self.head.begun.connect(self.new_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        table.row_opened.connect(lambda known: self.open_requested.emit(opens, known))

    def lay_out(self, *buttons: Button) -> None:
        """Put these into the head, and all of it on the screen."""
        for button in buttons:
            self.head.add_action(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.done_bar)
        column.addWidget(self.table, 1)

    def ask(self) -> None:
        """Ask for the list."""
        raise NotImplementedError

    def show_failed(self, sentence: str) -> None:
        """Say why the list could not be read."""
        self.table.show_failed(sentence)

    def new_action(self) -> Action | None:
        return None if self.new_button.isHidden() else self.new_button.click

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def first_focus(self) -> QWidget | None:
        return self.head.search
