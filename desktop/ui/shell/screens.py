"""What a screen is to the shell: how it is named, built, entered and left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.adaptive import Adaptive

Action = Callable[[], None]


class Screen(Adaptive, QWidget):
    """Base of every screen. Override what the screen has; call `adapt()` when it is built.

    Wishes go out as signals: `open_requested(key, argument)` to another screen,
    `told(text)` for a small outcome on the status line, `wrote(text, path)` after a file was
    written that one may want to open, `undo_offered(text, undo)` after something that can be
    undone (`undo` takes nothing). `filled` when what was read in the background is shown: only
    now `first_focus` may be what it is.
    """

    open_requested = Signal(str, object)
    told = Signal(str)
    wrote = Signal(str, object)
    undo_offered = Signal(str, object)
    title_changed = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        # A subclass of QWidget paints no background of a style sheet unless it is told to.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def heightForWidth(self, width: int) -> int:
        """As low as it can be read: lists and tabs in it scroll by themselves, not the page."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().heightForWidth(width)
        return layout.minimumHeightForWidth(width)

    def title(self) -> str:
        """What stands in the window title and in "back"; "" takes the title of the entry."""
        return ""

    def help_text(self) -> str:
        """A few plain sentences for F1: what this screen is for and its main steps."""
        return ""

    def save_action(self) -> Action | None:
        """What Ctrl+S does here."""
        return None

    def new_action(self) -> Action | None:
        """What Ctrl+N does here."""
        return None

    def print_action(self) -> Action | None:
        """What Ctrl+P does here."""
        return None

    def order_stops(self) -> None:
        """Let the keyboard go as one reads, where parts were made since the screen was laid out."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the screen opens; None for its first field or button."""
        return None

    def enter(self, argument: object) -> None:
        """The screen is shown, perhaps for something (a learner's id); None from the rail."""

    def leave(self) -> None:
        """The screen is about to be hidden, locked or closed: save what is half typed."""

    def tour(self) -> Sequence[tuple[str, Action]]:
        """More pictures for `python -m tests.tour`: a name for the file, and how to show it."""
        return ()

    def refresh(self, kinds: frozenset[str]) -> None:
        """These kinds of data were changed, here or elsewhere; called also while hidden."""


@dataclass
class Visit:
    """A place in the history of navigation."""

    key: str
    argument: object = field(default=None)
