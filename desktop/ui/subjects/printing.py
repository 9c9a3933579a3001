"""Printing one record from its page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.ui.jobs import Jobs
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.papers import Paper
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.page import D, SubjectPage
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.showing import show_if


class PrintButton(Button):
    """Hidden from those who may not print; `done_bar` says what printing came to."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__("", "secondary", "printer")
        self.done_bar = DoneBar()
        show_if(self, Right.PRINT in rights)


class PrintedPage(SubjectPage[D]):
    """A page with a `print_button`, which prints its record."""

    print_button: PrintButton

    def print_action(self) -> Action | None:
        return self.print_button.click if Right.PRINT in self._rights else None


def printing(
    page: PrintedPage[Any],
    services: Services,
    jobs: Jobs,
    paper: Paper,
    write: Callable[[Any, Path, PaperOptions], int],
) -> PrintPresenter:
    """Let the button of a page ask how, then print what `write` tells of the row shown."""
    made = PrintPresenter(page, page.print_button.done_bar, services, jobs)

    def ask() -> None:
        if page.detail is not None:
            made.print_list(paper, partial(write, page.detail.row))

    page.print_button.clicked.connect(ask)
    return made
