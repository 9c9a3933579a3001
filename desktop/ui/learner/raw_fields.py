"""The raw values of one indicator, each with the kind of field it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.framework import Indicator, RawField
from desktop.models.text import digits
from desktop.ui.code_book import CodeBook, yes_no_choices
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import TextArea, TextField


class RawFields(Adaptive, QWidget):
    """`edited(values)` with all raw values by key when one was changed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = CodeBook()
        self._indicator: Indicator | None = None
        self._values: dict[str, Any] = {}
        self._fields: dict[str, tuple[RawField, QWidget, FormRow]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.adapt()

    def field(self, key: str) -> QWidget:
        """The widget of a raw value."""
        return self._fields[key][1]

    def show_indicator(
        self, indicator: Indicator, values: Mapping[str, Any], codes: CodeBook
    ) -> None:
        """Show the fields of an indicator with its values."""
        self._indicator, self._values, self._codes = indicator, dict(values), codes
        clear_layout(self._column)
        self._fields = {}
        for raw in indicator.raw:
            widget = self._made(raw)
            row = FormRow(widget)
            self._fields[raw.key] = (raw, widget, row)
            self._column.addWidget(row)
        self.retranslate()
        self.setVisible(bool(indicator.raw))

    def flush(self) -> None:
        """Send what is half typed."""
        for _, widget, _ in self._fields.values():
            if isinstance(widget, TextField | TextArea | ThaiDateField):
                widget.flush()

    def show_problem(self, key: str, text: str) -> None:
        """Say what is wrong with a value."""
        if key in self._fields:
            self._fields[key][2].set_error(text)

    def retranslate(self) -> None:
        for raw, widget, row in self._fields.values():
            unit = raw.unit(language().value)
            label = raw.label(language().value)
            row.set_words(f"{label} ({unit})" if unit else label)
            if isinstance(widget, ChoiceField | MultiChoice):
                widget.set_choices(self._choices(raw))

    def _choices(self, raw: RawField) -> list[Choice]:
        if raw.type == "yes_no":
            return yes_no_choices()
        if raw.vocabulary:
            return self._codes.choices(raw.vocabulary, empty=not raw.many)
        return [(option.code, option.label(language().value)) for option in raw.options]

    def _made(self, raw: RawField) -> QWidget:
        value = self._values.get(raw.key)
        if raw.type in {"choice", "yes_no"} and not raw.many:
            choice = ChoiceField(self._choices(raw))
            if raw.type == "yes_no":
                value = "" if value is None else "yes" if value else "no"
            choice.set_value(str(value or ""))
            choice.chosen.connect(lambda code: self._take(raw, code))
            return choice
        if raw.many:
            many = MultiChoice(self._choices(raw))
            many.set_value(list(value or ()))
            many.changed.connect(lambda codes: self._take(raw, list(codes)))
            return many
        if raw.type == "date":
            day = ThaiDateField(partial=False)
            day.set_value(PartialDate.from_iso(value) if value else None)
            day.autosave.connect(lambda picked: self._take(raw, picked.iso() if picked else None))
            return day
        if raw.type == "list":
            lines = TextArea(2)
            lines.set_value("\n".join(map(str, value or ())))
            lines.autosave.connect(
                lambda text: self._take(raw, [x.strip() for x in text.splitlines() if x.strip()])
            )
            return lines
        line = TextField()
        line.set_value(_shown(value))
        line.autosave.connect(lambda text: self._take(raw, text))
        return line

    def _take(self, raw: RawField, value: Any) -> None:
        row = self._fields[raw.key][2]
        if raw.type == "yes_no":
            value = {"yes": True, "no": False}.get(value)
        if raw.type == "number":
            try:
                value = _number(str(value))
            except ValueError:
                row.set_error(self.tr("พิมพ์เป็นตัวเลข"))
                return
            low, high = raw.minimum, raw.maximum
            if value is not None and (
                (low is not None and value < low) or (high is not None and value > high)
            ):
                text = self.tr("ค่าที่เป็นไปได้คือ {least} ถึง {most}")
                text = text.replace("{least}", _shown(low)).replace("{most}", _shown(high))
                row.set_error(text)
                return
        row.set_error("")
        if value in (None, "", []):
            self._values.pop(raw.key, None)
        else:
            self._values[raw.key] = value
        self.edited.emit(dict(self._values))


def _number(text: str) -> float | int | None:
    plain = digits(text).replace(",", "").strip()
    if not plain:
        return None
    value = float(plain)
    return int(value) if value.is_integer() else value


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
