"""A form for something new: filled in whole, kept as a draft meanwhile, and given at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QSpacerItem, QWidget

from desktop.errors import UserError
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyboard import show_in_view
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.typing_pause import TypingPause
from desktop.ui.wording import refusal, sentence


class EntryForm(RecordForm):
    """`given(values)` when it is saved and nothing is amiss (its button, Ctrl+S, Ctrl+Enter).

    `drafted(content)` within two seconds of a change: primitives to keep, {} once nothing but
    what it began with stands in it. Screens call `flush` when they are left, and `stored` or
    `show_problem` as the answer to `given`; who stores what was given discards its draft.
    """

    onward = True
    """Whether Enter goes on to the next field."""

    given = Signal(object)
    drafted = Signal(object)

    def __init__(
        self, kind: str, specs: Sequence[FieldSpec], parent: QWidget | None = None
    ) -> None:
        self.note = QWidget()
        self._note_pill = StatusPill("", "info", "history")
        self.anew_button = Button("", "link", "x")
        self.problem = ThaiLabel("", "error")
        self.save_button = Button("", "primary", "check")
        self._first: dict[str, Any] = {}
        self._begun: dict[str, Any] = {}
        self._given: dict[str, Any] = {}
        super().__init__(kind, specs, parent)
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self._send_draft)
        note = FlowLayout(self.note)
        note.addWidget(self._note_pill)
        note.addWidget(self.anew_button)
        self.column.insertWidget(0, self.note)
        self.anew_button.clicked.connect(self._on_anew)
        self.column.addWidget(self.problem)
        # Words that wrap ask for more height than they take; it is left below, not above the note.
        spare = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.column.addItem(spare)
        self.column.setStretch(self.column.count() - 1, 1)
        self.note.hide()
        self.problem.hide()
        for name in self.names:
            self._placed[name].field.touched.connect(partial(self._on_touched, name))
        self.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            send = QShortcut(QKeySequence(keys), self)
            send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            send.activated.connect(self.save)
        self.begin()

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        """Empty it but for these values; what stood in it is let go."""
        self._pause.stop()
        self._first = dict(values or {})
        self.show_values(self._first, keep=False)
        for name in self.names:
            self.clear_error(name)
        self._say("")
        self.note.hide()
        self._begun = self.content()
        self.changed()

    def stored(self) -> None:
        """What was given is stored: ready for the next, but for what was written meanwhile."""
        if self.content() == self._given:
            self.begin()

    def content(self) -> dict[str, Any]:
        """All that stands in it, in primitives, to be shown again by `show_draft`."""
        return {name: placed.field.plain() for name, placed in self._placed.items()}

    @property
    def untouched(self) -> bool:
        """Whether nothing stands in it but what it began with."""
        return self.content() == self._begun

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Bring back what was half written, unless somebody has begun to write meanwhile."""
        if content and self.untouched:
            self.show_values({**self._begun, **content}, keep=False)
            self.note.show()
            self.changed()

    def flush(self) -> None:
        """Send the draft that waits for a pause."""
        if self._pause.isActive():
            self._send_draft()

    def give_up(self) -> None:
        """Let go of what was being written, and of its draft."""
        self.begin()
        self.drafted.emit({})

    def problems(self) -> dict[str, str]:
        """What keeps it from being given, by field: unreadable, or asked for and empty."""
        found = {}
        for name, placed in self._placed.items():
            if placed.field.problem:
                found[name] = placed.field.problem
            elif placed.required and placed.field.value() in ("", None, [], {}):
                missing = UserError("field_missing", field=name, kind=self.kind)
                found[name] = placed.words.missing or sentence(missing)
        return found

    def save(self) -> None:
        """Give what was written, or say what is amiss and go there."""
        offered = QApplication.activePopupWidget()
        if offered is not None:
            offered.hide()  # it would lie over what is said, and keep the keys
        for name in self.names:
            self.clear_error(name)
        self._say("")
        found = self.problems()
        for name, text in found.items():
            self.show_error(name, text)
        if found:
            self.field(next(iter(found))).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._pause.stop()
        self._given = self.content()
        self.given.emit(self.values())

    def show_problem(self, name: str, text: str) -> None:
        """Say why it was not stored, beside its field, which gets the keyboard, or below them all.

        Who pressed Enter far from there would else see nothing happen.
        """
        if self.show_error(name, text):
            self.field(name).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(text)
            show_in_view(self.problem)

    def refused(self, error: Exception) -> None:
        """Say why it was not stored, as an error tells it."""
        self.show_problem(*refusal(error))

    def focus_first(self) -> None:
        """Put the keyboard into the first thing to fill: what is asked for and empty yet."""
        asked = [placed for placed in self._placed.values() if placed.required]
        empty = [placed for placed in asked if placed.field.value() in ("", None, [])]
        first = next(iter(empty or asked or self._placed.values()))
        first.field.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, where a field makes nothing of it, goes on to the next."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.onward:
            self.focusNextChild()

    def touched(self) -> None:
        """The person changed something: a field, or a part that the screen added."""
        self._pause.touch()
        self.changed()

    def changed(self) -> None:
        """Whatever stands in it has changed: show and hide what depends on it."""

    def retranslate(self) -> None:
        super().retranslate()
        self._note_pill.set_state(self.tr("นี่คือร่างที่เขียนค้างไว้"), "info", "history")
        self.anew_button.setText(self.tr("ทิ้งร่าง เริ่มใหม่"))
        self.save_button.setToolTip("Ctrl+S")

    def _on_touched(self, name: str) -> None:
        if not self._placed[name].field.complains:
            self.clear_error(name)
        self.touched()

    def _on_anew(self) -> None:
        self.begin(self._first)
        self.drafted.emit({})
        self.focus_first()

    def _send_draft(self) -> None:
        self._pause.stop()
        self.drafted.emit({} if self.untouched else self.content())

    def _say(self, text: str) -> None:
        self.problem.set_text(text)
        show_if(self.problem, bool(text))


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
