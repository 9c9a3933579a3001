"""How a thing stands: the moves that may be made now, what each asks, and those made before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.base import synced_classes
from desktop.models.dates import PartialDate
from desktop.models.fields import fields_of
from desktop.models.moves import WithStates, state_lists
from desktop.services.moves import Lifecycle, MoveLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.field import holds_focus
from desktop.ui.record_names import kinds_name
from desktop.ui.subjects.move_form import MoveForm
from desktop.ui.subjects.move_words import told
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Finder
from resources import clock

Drafts = Mapping[str, Mapping[str, Any]]
"""What is half told of moves, by their codes."""


class MovesCard(Adaptive, Card):
    """`moved(code, facts)`; `drafted(drafts)` while facts are written that are not given yet.

    A move is asked about by a form that takes the place of the buttons. Who made one, or put its
    form away, goes on at the buttons.

    Args:
        kind: of the thing that moves.
        history: whether the moves that were made stand below the buttons.
    """

    moved = Signal(str, object)
    drafted = Signal(object)

    def __init__(self, kind: str, parent: QWidget | None = None, *, history: bool = True) -> None:
        super().__init__(parent=parent)
        self._tells = history
        cls = synced_classes()[kind]
        assert issubclass(cls, WithStates)
        self._kind = cls.move_kind
        _states, self._list = state_lists(kind)
        self._course: Lifecycle | None = None
        self._today = clock.today
        self._codes = CodeBook()
        self._finders: Mapping[str, Finder] = {}
        self._choices: Mapping[str, Sequence[Choice]] = {}
        self._drafts: dict[str, Mapping[str, Any]] = {}
        self._likely: Mapping[str, Mapping[str, Any]] = {}
        self._unit = ""
        self.form: MoveForm | None = None
        self.buttons: dict[str, Button] = {}
        self._place = QWidget()
        self._buttons, self._history = FlowLayout(self._place), QVBoxLayout()
        self.body.addWidget(self._place)
        self.body.addLayout(self._history)
        self.adapt()

    def set_course(
        self, course: Lifecycle, finders: Mapping[str, Finder], today: Callable[[], date]
    ) -> None:
        """What each move asks, who looks for the records it may lead to, by their kinds, and the
        day that it happened unless another is told.
        """
        self._course, self._finders, self._today = course, finders, today

    def set_choices(self, choices: Mapping[str, Sequence[Choice]]) -> None:
        """The records that a move may lead to where they are few, by their kinds."""
        self._choices = choices

    def set_likely(self, facts: Mapping[str, Mapping[str, Any]], unit: str = "") -> None:
        """What each move is most likely told, by its code: it stands there to be changed.

        Args:
            unit: what the amounts of the moves are counted in, as it is shown.
        """
        self._likely, self._unit = facts, unit

    def show_drafts(self, drafts: Drafts, *, keep: bool) -> None:
        """Bring back what was half told; the form of the last of them lies open.

        Args:
            keep: it is the same thing as before: what is being told of it stays.
        """
        if not keep:
            self._let_go()
            self._drafts = dict(drafts)
        if self.form is None and self._drafts:
            self._open(next(reversed(self._drafts)))

    def show_moves(
        self, possible: Sequence[str], lines: Sequence[MoveLine], codes: CodeBook
    ) -> None:
        """Show what may be done, nothing to who may only look, and what was done, latest first."""
        at_it = holds_focus(self._place)
        self._codes = codes
        clear_layout(self._buttons)
        clear_layout(self._history)
        self.buttons = {}
        for code in possible:
            button = Button(codes.label(self._list, code), "secondary", "arrow-right")
            button.clicked.connect(partial(self.begin, code))
            self.buttons[code] = button
            self._buttons.addWidget(button)
            # A layout shows what it takes only later, and what is not shown takes no keyboard.
            button.show()
        if self.form is not None:
            self.form.set_codes(codes)
        elif at_it:
            self._go_on("")
        for line in lines if self._tells else ():
            values = line.move.values
            said = codes.label(self._list, values["move"])
            parts = [
                shown_iso(values["done_on"]),
                said,
                *told(self._kind, line, self._codes, self._unit),
            ]
            if not line.stands:
                parts.append(self.tr("(ถอนแล้ว)"))
            self._history.addWidget(ThaiLabel("  ·  ".join(part for part in parts if part), "body"))

    def made(self, code: str) -> None:
        """A move was made: what was told of it stands in the history now."""
        self._drafts.pop(code, None)
        if self.form is not None and self.form.code == code:
            self._let_go()
            self._go_on(code)

    def others(self, code: str) -> Drafts:
        """What is half told of other moves than this one."""
        return {each: content for each, content in self._drafts.items() if each != code}

    def refused(self, error: Exception) -> None:
        """Say why a move was not made, beside what is amiss."""
        if self.form is not None:
            self.form.refused(error)

    def press_last(self) -> None:
        """Press the last button, as it is now: they are made anew whenever a move is shown."""
        for button in [*self.buttons.values()][-1:]:
            button.click()

    def flush(self) -> None:
        """Send what waits for a pause."""
        if self.form is not None:
            self.form.flush()

    def retranslate(self) -> None:
        self.set_title(kinds_name(self._kind))

    @property
    def problem(self) -> str:
        """Why the last move was not made."""
        return self.form.wrong if self.form is not None else ""

    def begin(self, code: str, _on: bool = False) -> None:
        """Ask what a move needs, in the place of the buttons; what was half told stays."""
        if self.form is not None and self.form.code != code:
            self.form.flush()
            self._let_go()
        if self.form is None:
            self._open(code)
        assert self.form is not None
        self.form.focus_first()

    def _open(self, code: str) -> None:
        assert self._course is not None
        form = MoveForm(self._kind, self._course.transition(code))
        form.set_codes(self._codes)
        fields = fields_of(synced_classes()[self._kind])
        for name in form.names:
            kind = fields[name].link
            if kind in self._finders:
                form.set_finder(name, self._finders[kind])
            elif kind:
                form.set_choices(name, [("", ""), *self._choices.get(kind, ())])
        today = PartialDate.from_date(self._today())
        form.begin({"done_on": today, **self._likely.get(code, {})})
        form.show_draft(self._drafts.get(code, {}))
        form.given.connect(lambda facts: self.moved.emit(code, facts))
        form.drafted.connect(partial(self._on_drafted, code))
        form.put_away.connect(self._on_away)
        self.form = form
        self.body.insertWidget(self.body.indexOf(self._place), form)
        form.show()
        self._place.hide()

    def _on_drafted(self, code: str, content: Mapping[str, Any]) -> None:
        self._drafts.pop(code, None)
        if content:
            self._drafts[code] = content
        self.drafted.emit(dict(self._drafts))

    def _on_away(self) -> None:
        if self.form is not None:
            code = self.form.code
            self.form.flush()
            self._let_go()
            self._go_on(code)

    def _let_go(self) -> None:
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._place.show()

    def _go_on(self, code: str) -> None:
        button = self.buttons.get(code) or next(iter(self.buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
