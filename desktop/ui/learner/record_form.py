"""A form over the fields of one record: each saves itself, and says beside itself what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.ui.code_book import CodeBook, yes_no_choices
from desktop.ui.record_names import field_name
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.text_fields import TextArea, TextField

COLUMNS = 12

FieldKind = Literal["text", "area", "lines", "choice", "own", "many", "date", "day", "yes_no"]


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form.

    Attributes:
        name: the field of the record.
        kind: `lines` is a list of texts, one in each line; `own` a choice whose list is set with
            `set_choices`; `date` as far as known, `day` a whole day that may lie ahead.
        vocabulary: the code list of a `choice` or `many`.
        span: how many of the twelve columns it takes.
    """

    name: str
    kind: FieldKind = "text"
    vocabulary: str = ""
    span: int = 4
    required: bool = False
    lines: int = 2


@dataclass
class _Placed:
    spec: FieldSpec
    widget: QWidget
    row: FormRow
    help: str = ""


@dataclass
class _Shown:
    values: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


class RecordForm(Adaptive, QWidget):
    """`edited(name, value)` when a field was changed and left, or typing paused."""

    edited = Signal(str, object)

    def __init__(
        self, kind: str, specs: Sequence[FieldSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._codes = CodeBook()
        self._placed: dict[str, _Placed] = {}
        self._shown = _Shown()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        line, column = 0, 0
        for spec in specs:
            if column + spec.span > COLUMNS:
                line, column = line + 1, 0
            placed = self._place(spec)
            grid.addWidget(placed.row, line, column, 1, spec.span, Qt.AlignmentFlag.AlignTop)
            column += spec.span
        for each in range(COLUMNS):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 20)
        self.adapt()

    def field(self, name: str) -> QWidget:
        """The widget of a field; KeyError for another."""
        return self._placed[name].widget

    def row(self, name: str) -> FormRow:
        """The row of a field."""
        return self._placed[name].row

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of this form."""
        return tuple(self._placed)

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        if codes is not self._codes:
            self._codes = codes
            self.retranslate()

    def set_choices(self, name: str, choices: Sequence[Choice]) -> None:
        """What can be chosen in an `own` field."""
        widget = self._placed[name].widget
        if isinstance(widget, ChoiceField):
            widget.set_choices(choices)

    def show_values(
        self, values: Mapping[str, Any], typed: Mapping[str, str] | None = None, *, keep: bool
    ) -> None:
        """Show what is stored; with `keep`, what is typed or was refused is left alone."""
        self._shown = _Shown(values, typed or {})
        for name, placed in self._placed.items():
            if keep and (holds_focus(placed.widget) or placed.row.problem):
                continue
            self._set(placed, values.get(name))
            if placed.row.problem:
                placed.row.set_error("")
            help_text = self._spelling(name, values.get(name))
            if help_text != placed.help:
                placed.help = help_text
                placed.row.set_words(self._label(placed.spec), help_text)

    def values(self) -> dict[str, Any]:
        """What stands in the form now, saved or not."""
        return {name: self._value(placed) for name, placed in self._placed.items()}

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

    def flush(self) -> None:
        """Send what is half typed."""
        for placed in self._placed.values():
            if isinstance(placed.widget, TextField | TextArea | ThaiDateField):
                placed.widget.flush()

    def retranslate(self) -> None:
        for placed in self._placed.values():
            placed.row.set_words(self._label(placed.spec), placed.help)
            widget, spec = placed.widget, placed.spec
            if isinstance(widget, ChoiceField) and spec.kind == "choice":
                widget.set_choices(self._codes.choices(spec.vocabulary, empty=not spec.required))
            elif isinstance(widget, ChoiceField) and spec.kind == "yes_no":
                widget.set_choices(yes_no_choices())
            elif isinstance(widget, MultiChoice):
                widget.set_choices(self._codes.choices(spec.vocabulary))

    def _place(self, spec: FieldSpec) -> _Placed:
        widget: QWidget
        name = spec.name
        if spec.kind in {"area", "lines"}:
            area = TextArea(spec.lines)
            area.autosave.connect(lambda _text: self._tell(name))
            widget = area
        elif spec.kind in {"choice", "own", "yes_no"}:
            choice = ChoiceField()
            choice.chosen.connect(lambda _code: self._tell(name))
            widget = choice
        elif spec.kind == "many":
            many = MultiChoice()
            many.changed.connect(lambda _codes: self._tell(name))
            widget = many
        elif spec.kind in {"date", "day"}:
            day = ThaiDateField(partial=spec.kind == "date", future=spec.kind == "day")
            day.autosave.connect(lambda _day: self._tell(name))
            widget = day
        else:
            text = TextField()
            text.autosave.connect(lambda _text: self._tell(name))
            widget = text
        placed = _Placed(spec, widget, FormRow(widget, required=spec.required))
        self._placed[name] = placed
        return placed

    def _tell(self, name: str) -> None:
        self.edited.emit(name, self._value(self._placed[name]))

    def _value(self, placed: _Placed) -> Any:
        widget = placed.widget
        if isinstance(widget, TextArea) and placed.spec.kind == "lines":
            return [line.strip() for line in widget.value().splitlines() if line.strip()]
        if isinstance(widget, TextField | TextArea):
            return widget.value()
        if isinstance(widget, ChoiceField):
            code = widget.value()
            return {"yes": True, "no": False}.get(code) if placed.spec.kind == "yes_no" else code
        if isinstance(widget, MultiChoice):
            return list(widget.value())
        if isinstance(widget, ThaiDateField):
            return widget.value()
        raise TypeError(placed.spec.kind)

    def _set(self, placed: _Placed, value: Any) -> None:
        widget = placed.widget
        if isinstance(widget, TextField):
            widget.set_value(_text(value))
        elif isinstance(widget, TextArea):
            widget.set_value(
                "\n".join(map(_line, value)) if isinstance(value, list) else _text(value)
            )
        elif isinstance(widget, ChoiceField):
            widget.set_value(_code(value))
        elif isinstance(widget, MultiChoice):
            widget.set_value(list(value or ()))
        elif isinstance(widget, ThaiDateField):
            if isinstance(value, PartialDate) or value is None:
                widget.set_value(value)
            else:
                widget.set_value(PartialDate.from_iso(str(value)) if value else None)

    def _label(self, spec: FieldSpec) -> str:
        name = field_name(self.kind, spec.name)
        if spec.kind != "lines":
            return name
        return self.tr("{field} (บรรทัดละรายการ)").replace("{field}", name)

    def _spelling(self, name: str, value: object) -> str:
        typed = self._shown.typed.get(name, "")
        if not typed or typed == value or not isinstance(value, str):
            return ""
        return self.tr("พิมพ์ไว้เดิมว่า {typed}").replace("{typed}", typed)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _line(value: object) -> str:
    return str(value.get("name", "")) if isinstance(value, Mapping) else str(value)


def _code(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
