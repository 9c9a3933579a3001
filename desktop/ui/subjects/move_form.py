"""What a move is told besides its name: asked when its button was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.errors import UserError
from desktop.models.base import synced_classes
from desktop.models.fields import Field, fields_of
from desktop.services.moves import Transition
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.record_names import field_name
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import SearchBox
from desktop.ui.wording import refusal

SEARCHED: Final[Mapping[str, str]] = {
    "learner": "user",
    "partner": "handshake",
    "person": "user",
}
"""Kinds that are found by typing a part of their name, and their icons."""

_SPANS: Final[Mapping[str, int]] = {"day": 6, "plain": 6, "count": 6, "money": 6, "yes_no": 6}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MoveForm(EntryForm):
    """The facts of one move, by what each is. `put_away()` by Escape: what was written stays kept.

    Enter makes the move from every field; Shift+Enter is a new line in a text.

    Args:
        kind: of the moves.
        transition: what is asked for.
    """

    put_away = Signal()

    def __init__(self, kind: str, transition: Transition) -> None:
        self.transition = transition
        self._moves = fields_of(synced_classes()[kind])["move"].vocabulary
        self._title = ThaiLabel("", "strong")
        self.away_button = Button("", "quiet", "x")
        super().__init__(kind, specs_of(kind, transition))
        self.column.insertWidget(0, self._title)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.away_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.away_button.clicked.connect(self.put_away)
        for name in self.names:
            field = self.field(name)
            for part in (field, *field.findChildren(QWidget)):
                if isinstance(part, QLineEdit | QPlainTextEdit | QComboBox):
                    part.installEventFilter(self)

    @property
    def code(self) -> str:
        """Of the move."""
        return self.transition.code

    @property
    def wrong(self) -> str:
        """What was last said to be amiss, beside a field or below them all."""
        said = (self.row(name).problem for name in self.names)
        return next(filter(None, said), self.problem.typed)

    def first(self) -> QWidget:
        """The field of the first fact that it needs and does not have yet."""
        values = self.values()
        either = (name for group in self.transition.alternatives for name in group[0])
        needed = (*self.transition.needed, *either)
        empty = (name for name in needed if values[name] in ("", None, []))
        return self.field(next(empty, self.names[0]))

    def focus_first(self) -> None:
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> Mapping[str, Words]:
        found: dict[str, Words] = {}
        said = self.tr("ให้อย่างใดอย่างหนึ่ง: {either}")
        for group in self.transition.alternatives:
            parts = (
                self.tr(" และ ").join(field_name(self.kind, name) for name in part)
                for part in group
            )
            told = said.replace("{either}", self.tr(" หรือ ").join(parts))
            found[group[0][0]] = Words(help=told, missing=told)
        return found

    def refused(self, error: Exception) -> None:
        """Where one of several would do, say so, and not that the first of them is missing."""
        name, text = refusal(error)
        either = self.words().get(name)
        missing = isinstance(error, UserError) and error.code == "field_missing"
        self.show_problem(name, either.missing if either is not None and missing else text)

    def retranslate(self) -> None:
        super().retranslate()
        said = self.codes.label(self._moves, self.code)
        self._title.set_text(said)
        self.save_button.setText(said)
        self.save_button.setToolTip("Enter")
        self.away_button.setText(self.tr("ยังไม่ทำ"))
        self.away_button.setToolTip("Esc")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        looking = isinstance(watched, SearchBox) and watched.text()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if looking or event.key() not in _ENTER or plain != Qt.KeyboardModifier.NoModifier:
            return False
        self.save()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


def specs_of(kind: str, transition: Transition) -> list[FieldSpec]:
    """The facts of a move as a form lays them out."""
    fields = fields_of(synced_classes()[kind])
    return [_spec(fields[name], transition) for name in transition.facts]


def _spec(meaning: Field, transition: Transition) -> FieldSpec:
    happened = meaning.name == "done_on"
    return FieldSpec(
        meaning.name,
        span=_SPANS.get(meaning.type, 12),
        required=happened or meaning.name in transition.needed,
        compact=True,
        ahead=not happened,
        search=SEARCHED.get(meaning.link, ""),
    )
