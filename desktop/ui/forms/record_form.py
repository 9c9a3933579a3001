"""A form over the fields of one record: each saves itself, and says beside itself what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.forms.field import FormField
from desktop.ui.forms.fields import (
    CodeField,
    HeldField,
    LineField,
    LinesField,
    LinkFormField,
    LinksFormField,
    ManyField,
    made_field,
)
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.record_names import field_name
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.link_field import Finder


@dataclass(frozen=True)
class Words:
    """What a form calls a field otherwise than the record, and more: an example in the empty field,
    a line of help, and what is said when it is asked for and empty.
    """

    label: str = ""
    example: str = ""
    help: str = ""
    missing: str = ""


@dataclass
class _Placed:
    spec: FieldSpec
    field: FormField
    row: FormRow
    required: bool
    words: Words = Words()
    spelling: str = ""


class RecordForm(Adaptive, QWidget):
    """`edited(name, value)` when a field was changed and left, or typing paused; `typed` with each
    key and choice.
    """

    edited = Signal(str, object)
    typed = Signal()

    def __init__(
        self, kind: str, specs: Sequence[FieldSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.codes = CodeBook()
        self._placed: dict[str, _Placed] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        grid = FieldGrid()
        for spec in specs:
            placed = self._place(spec)
            if isinstance(placed.field, HeldField):
                placed.row.setParent(self)
                placed.row.hide()
            if spec.apart or placed.row.parent() is self:
                continue
            grid.add(placed.row, spec.span)
        self.column.addWidget(grid)
        self.adapt()

    def words(self) -> Mapping[str, Words]:
        """What this form words otherwise than the book of names, by field."""
        return {}

    def field(self, name: str) -> QWidget:
        """The widget of a field; KeyError for another."""
        return self._placed[name].field.widget

    def row(self, name: str) -> FormRow:
        """The row of a field."""
        return self._placed[name].row

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of this form."""
        return tuple(self._placed)

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        if codes is not self.codes:
            self.codes = codes
            self.retranslate()

    def set_choices(self, name: str, choices: Sequence[Choice]) -> None:
        """What can be chosen in a field whose meaning names no list; what was chosen stays."""
        field = self._placed[name].field
        if isinstance(field, CodeField | ManyField):
            field.set_choices(choices)

    def offer(self, name: str, texts: Sequence[str]) -> None:
        """Texts that a line offers while it is typed."""
        field = self._placed[name].field
        assert isinstance(field, LineField)
        field.offer(texts)

    def set_finder(self, name: str, finder: Finder) -> None:
        """Who looks for the records of a field that is searched."""
        field = self._placed[name].field
        if isinstance(field, LinkFormField | LinksFormField):
            field.set_finder(finder)

    def show_values(
        self, values: Mapping[str, Any], typed: Mapping[str, str] | None = None, *, keep: bool
    ) -> None:
        """Show what is stored; with `keep`, what is being typed or was refused is left alone."""
        for name, placed in self._placed.items():
            if keep and (placed.field.busy or placed.row.problem):
                continue
            value = values.get(name)
            placed.field.put(value)
            if placed.row.problem:
                placed.row.set_error("")
            spelling = (typed or {}).get(name, "")
            placed.spelling = spelling if isinstance(value, str) and spelling != value else ""
            self._word(placed)

    def put(self, name: str, value: Any) -> None:
        """Show a value in one field."""
        self._placed[name].field.put(value)

    def values(self) -> dict[str, Any]:
        """What stands in the form now, saved or not."""
        return {name: placed.field.value() for name, placed in self._placed.items()}

    def show_error(self, name: str, text: str) -> bool:
        """Say beside a field what is wrong; False when it is not here."""
        placed = self._placed.get(name)
        if placed is None:
            return False
        placed.row.set_error(text)
        return True

    def clear_error(self, name: str) -> None:
        """Take back what was said of a field."""
        if name in self._placed and self._placed[name].row.problem:
            self._placed[name].row.set_error("")

    def lock(self, locked: bool, *, but: Collection[str] = ()) -> None:
        """Let the fields only be read, but for these."""
        for name, placed in self._placed.items():
            placed.field.lock(locked and name not in but)

    def flush(self) -> None:
        """Send what is half typed."""
        for placed in self._placed.values():
            placed.field.flush()

    def retranslate(self) -> None:
        words = self.words()
        for name, placed in self._placed.items():
            placed.field.set_codes(self.codes)
            placed.words = words.get(name, placed.words)
            self._word(placed)

    def _place(self, spec: FieldSpec) -> _Placed:
        meaning = spec.meaning_in(self.kind)
        field = made_field(spec, meaning)
        required = spec.asked_of(meaning)
        placed = _Placed(spec, field, FormRow(field.widget, required=required), required)
        self._placed[spec.name] = placed
        field.settled.connect(lambda: self._settled(placed))
        field.touched.connect(self.typed)
        return placed

    def _settled(self, placed: _Placed) -> None:
        self.edited.emit(placed.spec.name, placed.field.value())

    def _word(self, placed: _Placed) -> None:
        own = placed.words
        label = own.label or field_name(*placed.spec.of_kind(self.kind))
        if isinstance(placed.field, LinesField) and not own.label:
            label = self.tr("{field} (บรรทัดละรายการ)").replace("{field}", label)
        help_text = own.help
        if placed.spelling:
            help_text = self.tr("พิมพ์ไว้เดิมว่า {typed}").replace("{typed}", placed.spelling)
        inside = placed.field.take_label(label)
        placed.row.set_words("" if inside else label, help_text)
        placed.field.set_placeholder(own.example)
