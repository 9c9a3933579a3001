"""The raw values of one indicator, each with the kind of field it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.framework import Indicator, RawField
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.field import FormField
from desktop.ui.forms.fields import (
    CodeField,
    DayField,
    LineField,
    LinesField,
    ManyField,
    NumberFormField,
    YesNoField,
)
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.layouts import clear_layout


class RawFields(Adaptive, QWidget):
    """`edited(values)` with all raw values by key when one was changed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = CodeBook()
        self._values: dict[str, Any] = {}
        self._fields: dict[str, tuple[RawField, FormField, FormRow]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.adapt()

    def field(self, key: str) -> QWidget:
        """The widget of a raw value."""
        return self._fields[key][1].widget

    def show_indicator(
        self, indicator: Indicator, values: Mapping[str, Any], codes: CodeBook
    ) -> None:
        """Show the fields of an indicator with its values."""
        self._values, self._codes = dict(values), codes
        clear_layout(self._column)
        self._fields = {}
        for raw in indicator.raw:
            field = _made(raw)
            row = FormRow(field.widget)
            self._fields[raw.key] = (raw, field, row)
            self._column.addWidget(row)
        self.retranslate()
        for raw, field, _row in self._fields.values():
            field.put(values.get(raw.key))
            field.settled.connect(lambda raw=raw, field=field: self._take(raw, field))
        self.setVisible(bool(indicator.raw))

    def flush(self) -> None:
        """Send what is half typed."""
        for _raw, field, _row in self._fields.values():
            field.flush()

    def show_problem(self, key: str, text: str) -> None:
        """Say what is wrong with a value."""
        if key in self._fields:
            self._fields[key][2].set_error(text)

    def retranslate(self) -> None:
        for raw, field, row in self._fields.values():
            unit = raw.unit(language().value)
            label = raw.label(language().value)
            row.set_words(f"{label} ({unit})" if unit else label)
            field.set_codes(self._codes)
            if raw.options and isinstance(field, CodeField | ManyField):
                field.set_choices(
                    [(each.code, each.label(language().value)) for each in raw.options]
                )

    def _take(self, raw: RawField, field: FormField) -> None:
        value = field.value()
        if isinstance(value, PartialDate):
            value = value.iso()
        self._fields[raw.key][2].set_error("")
        if value in (None, "", []):
            self._values.pop(raw.key, None)
        else:
            self._values[raw.key] = value
        self.edited.emit(dict(self._values))


def _made(raw: RawField) -> FormField:
    if raw.many:
        return ManyField(raw.vocabulary or "")
    if raw.type == "yes_no":
        return YesNoField()
    if raw.type == "choice":
        return CodeField(raw.vocabulary or "")
    if raw.type == "date":
        return DayField(ThaiDateField(partial=False))
    if raw.type == "list":
        return LinesField(2)
    if raw.type == "number":
        return NumberFormField("amount", least=raw.minimum, most=raw.maximum)
    return LineField()
