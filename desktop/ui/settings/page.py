"""What a page of the settings shares: a title, a line of help, content that scrolls, its news."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import wording
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextArea, TextField


class Page(Adaptive, QWidget):
    """Base of each page; build into `content` and call `adapt()` last.

    `entered` when it is shown, `filled` when what was read for it is there; `told`,
    `wrote` and `undo_offered` go to the shell.
    """

    entered = Signal()
    filled = Signal()
    told = Signal(str)
    wrote = Signal(str, object)
    undo_offered = Signal(str, object)

    def __init__(self, *, scrolls: bool = True) -> None:
        super().__init__()
        self._scrolls = scrolls
        self.heading = ThaiLabel("", "section")
        self.lead = ThaiLabel("", "muted")
        self.banner = Banner()
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, 12 if scrolls else 0, 0)
        self.content.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.lead)
        column.addWidget(self.banner)
        if scrolls:
            column.addWidget(Scrolling(inside), 1)
        else:
            column.addWidget(inside, 1)

    def set_words(self, heading: str, lead: str) -> None:
        """What the page is and what it is for."""
        self.heading.set_text(heading)
        self.lead.set_text(lead)

    def give_room(self, *, narrow: bool) -> None:
        """Where the menu lies over the page it says the heading; a table then needs the room."""
        self.heading.setHidden(narrow)
        self.lead.setHidden(narrow and not self._scrolls)

    def show_error(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""
        self.banner.say(wording.sentence(error), "danger")

    def show_done(self, text: str) -> None:
        """Say that it worked."""
        self.banner.dismiss()
        self.told.emit(text)

    def flush(self) -> None:
        """Keep what is half typed."""

    def first_focus(self) -> QWidget | None:
        """What is to be done first; None while there is nothing: the rail keeps the keyboard.

        A field that has the keyboard keeps what stands in it, so none may be named before it is
        filled.
        """
        return None

    def do(self, what: str) -> None:
        """Do at once what the screen was entered for."""


def put(field: TextField | TextArea, text: str) -> None:
    """Show what is stored, unless somebody is typing there: no reload takes a word away."""
    if not field.hasFocus() and not field.unsaved:
        field.set_value(text)
