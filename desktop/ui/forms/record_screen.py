"""A screen that is one record: asked for by its id, edited in place, read again when it changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.roles import Right
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.layouts import in_reading_order
from desktop.ui.widgets.states import StateStack


class Known(Protocol):
    """What a service tells of one record."""

    @property
    def row(self) -> Any:
        """Its line in a list, with its `id`."""


Detail = TypeVar("Detail", bound=Known)


class RecordScreen(Screen, Generic[Detail]):
    """`record_wanted(id)`, `edited(name, value)`.

    `lay_out` once everything is there. What shows a record begins with `begin` and ends with
    `shown`; override `show_gone` where there may be none to show.
    """

    record_wanted = Signal(object)
    edited = Signal(str, object)

    def __init__(self, rights: Collection[Right], form: RecordForm, reads: frozenset[str]) -> None:
        """`reads`: the kinds that the screen shows; a change of one has it ask again."""
        super().__init__()
        self._rights = rights
        self.form = form
        self._reads = reads
        self.detail: Detail | None = None
        self._wanted: UUID | None = None
        self.states: StateStack
        form.edited.connect(self.edited)

    def lay_out(self, inside: QWidget, right: int = 24, below: int = 16) -> None:
        """Put this on the screen; the margins right and below, for what scrolls to the edge."""
        self.states = StateStack(inside)
        self.states.retried.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, right, below)
        column.addWidget(self.states)

    def ask(self) -> None:
        """Ask for the record."""
        if self._wanted is not None:
            self.record_wanted.emit(self._wanted)
        else:
            self.show_gone()

    def begin(self, detail: Detail) -> bool:
        """Keep what is to be shown; whether it is the record that was shown before."""
        same = self.detail is not None and self.detail.row.id == detail.row.id
        self.detail = detail
        return same

    def shown(self) -> None:
        """Word what was shown, and bring it forward."""
        self.retranslate()
        self.states.show_content()
        self.title_changed.emit()

    def show_failed(self, sentence: str) -> None:
        """The record could not be read."""
        self.states.show_failed(sentence)

    def show_gone(self) -> None:
        """No record is wanted."""

    def enter(self, argument: object) -> None:
        """`argument`: the id of a record; without one it is asked for again."""
        if isinstance(argument, UUID):
            if self.detail is not None and self.detail.row.id != argument:
                self.detail = None
                self.states.show_loading()
            self._wanted = argument
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self._reads:
            self.ask()

    def order_stops(self) -> None:
        """What was made since the screen was laid out came last."""
        in_reading_order(self)

    def focusNextPrevChild(self, onward: bool) -> bool:
        self.order_stops()
        return super().focusNextPrevChild(onward)
