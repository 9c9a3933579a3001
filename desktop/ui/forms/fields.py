"""The fields of a form: each a widget, with its value as the record holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.models.dates import PartialDate
from desktop.models.fields import Field
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook, yes_no_choices
from desktop.ui.forms.field import FormField
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.choices import ChoiceField, FilterChips, MultiChoice
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.link_field import Finder, LinkField, LinksField
from desktop.ui.widgets.number_field import Number, NumberField, NumberKind
from desktop.ui.widgets.text_fields import TextArea, TextField
from desktop.ui.widgets.tick import Tick


class LineField(FormField):
    """One line; the labels of a vocabulary are offered while typing, and held as their codes."""

    def __init__(self, vocabulary: str = "") -> None:
        self.line = TextField()
        super().__init__(self.line)
        self._vocabulary = vocabulary
        self._labels: dict[str, str] = {}
        self.line.edited.connect(lambda _text: self.touched.emit())
        self.line.autosave.connect(lambda _text: self.settled.emit())

    def value(self) -> str:
        text = self.line.value()
        return next((code for code, label in self._labels.items() if label == text), text)

    def put(self, value: Any) -> None:
        text = "" if value is None else str(value)
        self.line.set_value(self._labels.get(text, text))

    @property
    def busy(self) -> bool:
        return super().busy or self.line.unsaved

    def flush(self) -> None:
        self.line.flush()

    def set_codes(self, codes: CodeBook) -> None:
        if self._vocabulary:
            value = self.value()
            self._labels = dict(codes.choices(self._vocabulary))
            completer = QCompleter(list(self._labels.values()), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.line.setCompleter(completer)
            if not self.busy:
                self.put(value)

    def offer(self, texts: Sequence[str]) -> None:
        """Offer these while typing: Down, Enter and Tab take one."""
        completer = QCompleter(list(texts), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)

    def set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)


class AreaField(FormField):
    """Text of several lines."""

    def __init__(self, lines: int) -> None:
        self.area = TextArea(lines)
        super().__init__(self.area)
        self.area.edited.connect(lambda _text: self.touched.emit())
        self.area.autosave.connect(lambda _text: self.settled.emit())

    def value(self) -> Any:
        return self.area.value()

    def put(self, value: Any) -> None:
        self.area.set_value("" if value is None else str(value))

    @property
    def busy(self) -> bool:
        return super().busy or self.area.unsaved

    def flush(self) -> None:
        self.area.flush()

    def set_placeholder(self, text: str) -> None:
        self.area.setPlaceholderText(text)


class LinesField(AreaField):
    """A list of short texts, one in each line; of a list of named things their names."""

    def value(self) -> list[str]:
        return [line.strip() for line in self.area.value().splitlines() if line.strip()]

    def put(self, value: Any) -> None:
        lines = (each.get("name") if isinstance(each, Mapping) else each for each in value or ())
        super().put("\n".join(map(str, lines)))


class CodeField(FormField):
    """One code of a list, or of the choices that the screen sets."""

    def __init__(self, vocabulary: str = "", *, empty: bool = True) -> None:
        self.choice = ChoiceField()
        # The columns of the form say how wide it is, not its longest label.
        self.choice.setMinimumContentsLength(6)
        super().__init__(self.choice)
        self._vocabulary, self._empty = vocabulary, empty
        self.choice.chosen.connect(lambda _code: self.touched.emit())
        self.choice.chosen.connect(lambda _code: self.settled.emit())

    def value(self) -> Any:
        return self.choice.value()

    def put(self, value: Any) -> None:
        self.choice.set_value("" if value is None else str(value))

    def set_codes(self, codes: CodeBook) -> None:
        if self._vocabulary:
            self.set_choices(codes.choices(self._vocabulary, empty=self._empty))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be chosen where no vocabulary says it."""
        self.choice.set_choices(choices)


class LinkedField(CodeField):
    """The id of one of a few records, which the screen sets as choices."""

    def value(self) -> UUID | None:
        code = self.choice.value()
        return UUID(code) if code else None

    def put(self, value: Any) -> None:
        # With dashes or without, as records and drafts write it: it is the same record.
        super().put(UUID(str(value)).hex if value else "")

    def set_choices(self, choices: Sequence[Choice]) -> None:
        super().set_choices([(UUID(code).hex if code else "", label) for code, label in choices])

    def plain(self) -> str:
        return self.choice.value()


class YesNoField(CodeField):
    """Yes and no; not known is a third answer where the record has room for it."""

    def value(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.choice.value())

    def put(self, value: Any) -> None:
        self.choice.set_value("" if value is None else "yes" if value else "no")

    def set_codes(self, codes: CodeBook) -> None:
        self.set_choices(yes_no_choices()[0 if self._empty else 1 :])


class TickField(FormField):
    """True where it is ticked; its label stands beside the box."""

    def __init__(self) -> None:
        self.tick = Tick()
        super().__init__(self.tick)
        self.tick.ticked.connect(lambda _on: self.touched.emit())
        self.tick.ticked.connect(lambda _on: self.settled.emit())

    def value(self) -> bool:
        return self.tick.value()

    def put(self, value: Any) -> None:
        self.tick.set_value(bool(value))

    def take_label(self, label: str) -> bool:
        self.tick.set_text(label)
        return True


class ManyField(FormField):
    """Several of a list, or of the choices that the screen sets."""

    def __init__(self, vocabulary: str = "", chips: MultiChoice | None = None) -> None:
        self.chips = chips or MultiChoice()
        super().__init__(self.chips)
        self._vocabulary = vocabulary
        self.chips.changed.connect(lambda _codes: self.touched.emit())
        self.chips.changed.connect(lambda _codes: self.settled.emit())

    def value(self) -> list[Any]:
        return list(self.chips.value())

    def put(self, value: Any) -> None:
        self.chips.set_value([str(each) for each in value or ()])

    def set_codes(self, codes: CodeBook) -> None:
        if self._vocabulary:
            self.set_choices(codes.choices(self._vocabulary))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be chosen where no vocabulary says it."""
        self.chips.set_choices(choices)


class MonthsField(ManyField):
    """Months of the year, 1 to 12, all seen at a glance."""

    def __init__(self) -> None:
        super().__init__("", FilterChips())

    def value(self) -> list[int]:
        return [int(month) for month in self.chips.value()]

    def set_codes(self, codes: CodeBook) -> None:
        months = range(1, 13)
        self.set_choices([(str(each), thai_time.month_name(each, short=True)) for each in months])


class DayField(FormField):
    """A day, to the day or as far as it is known."""

    complains = True

    def __init__(self, day: ThaiDateField) -> None:
        self.day = day
        super().__init__(self.day)
        self.day.edited.connect(lambda _text: self.touched.emit())
        self.day.changed.connect(lambda _day: self.touched.emit())
        self.day.autosave.connect(lambda _day: self.settled.emit())

    def value(self) -> PartialDate | None:
        return self.day.value()

    def put(self, value: Any) -> None:
        if isinstance(value, str) and value:
            text = value.removesuffix("~")
            try:
                value = PartialDate.from_iso(text, estimated=text != value)
            except ValueError:  # letters that were no date yet when a draft was kept
                self.day.set_text(value)
                return
        self.day.set_value(value or None)

    def plain(self) -> str:
        day = self.day.value()
        return self.day.text.strip() if day is None else day.iso() + "~" * day.estimated

    @property
    def problem(self) -> str:
        return self.day.unreadable

    def flush(self) -> None:
        self.day.flush()


class NumberFormField(FormField):
    """A count, an amount, or money."""

    complains = True

    def __init__(
        self, kind: NumberKind, *, least: Number | None = 0, most: Number | None = None
    ) -> None:
        self.number = NumberField(kind, least=least, most=most)
        super().__init__(self.number)
        self.number.edited.connect(lambda _text: self.touched.emit())
        self.number.settled.connect(lambda _number: self.settled.emit())

    def value(self) -> int | float | None:
        return self.number.number()

    def put(self, value: Any) -> None:
        if isinstance(value, str):
            self.number.set_value(value)
        else:
            self.number.set_number(value)

    def plain(self) -> Any:
        return self.number.value() if self.problem else self.value()

    @property
    def problem(self) -> str:
        return self.number.problem

    @property
    def busy(self) -> bool:
        return super().busy or self.number.unsaved

    def flush(self) -> None:
        self.number.flush()


class LinkFormField(FormField):
    """The id of a record that is searched for."""

    def __init__(self, icon: str) -> None:
        self.link = LinkField(icon)
        super().__init__(self.link)
        self.link.chosen.connect(lambda _code: self.touched.emit())
        self.link.chosen.connect(lambda _code: self.settled.emit())

    def value(self) -> UUID | None:
        code = self.link.value()
        return UUID(code) if code else None

    def put(self, value: Any) -> None:
        self.link.set_value(UUID(str(value)).hex if value else "")

    def plain(self) -> str:
        return self.link.value()

    def set_finder(self, finder: Finder) -> None:
        """Who looks for records."""
        self.link.set_finder(finder)


class LinksFormField(FormField):
    """The ids of several records that are searched for, as 32 hex digits each."""

    def __init__(self, icon: str) -> None:
        self.links = LinksField(icon)
        super().__init__(self.links)
        self.links.changed.connect(lambda _codes: self.touched.emit())
        self.links.changed.connect(lambda _codes: self.settled.emit())

    def value(self) -> list[str]:
        return [UUID(code).hex for code in self.links.value()]

    def put(self, value: Any) -> None:
        self.links.set_value([UUID(str(each)).hex for each in value or ()])

    def set_finder(self, finder: Finder) -> None:
        """Who looks for records."""
        self.links.set_finder(finder)


class HeldField(FormField):
    """What a form carries along and does not show, such as the entry that another corrects."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._value: Any = None

    def value(self) -> Any:
        return self._value

    def put(self, value: Any) -> None:
        self._value = value or None

    def plain(self) -> Any:
        return str(self._value) if self._value else None


def made_field(spec: FieldSpec, meaning: Field) -> FormField:
    """The field that a meaning asks for, as the form lays it out.

    Raises:
        TypeError: of a meaning that nobody types, such as a moment.
    """
    if spec.slot is not None:
        return spec.slot()
    make = _MAKERS.get(meaning.type)
    if make is None:
        raise TypeError(f"{spec.name}: a form has no field for {meaning.type}")
    return make(spec, meaning)


def _code(spec: FieldSpec, meaning: Field) -> FormField:
    return CodeField(meaning.vocabulary, empty=not spec.asked_of(meaning))


def _yes_no(spec: FieldSpec, meaning: Field) -> FormField:
    return TickField() if spec.tick else YesNoField(empty=meaning.nullable)


def _day(spec: FieldSpec, meaning: Field) -> FormField:
    part = meaning.part_known
    day = ThaiDateField(
        partial=part and not spec.compact,
        future=spec.ahead,
        whole=not part,
        ages=spec.name == "birth",
    )
    return DayField(day)


def _link(spec: FieldSpec, _meaning: Field) -> FormField:
    return LinkFormField(spec.search) if spec.search else LinkedField()


def _links(spec: FieldSpec, _meaning: Field) -> FormField:
    return LinksFormField(spec.search) if spec.search else ManyField()


_MAKERS: Mapping[str, Callable[[FieldSpec, Field], FormField]] = {
    "line": lambda _spec, meaning: LineField(meaning.vocabulary),
    "plain": lambda _spec, _meaning: LineField(),
    "phone": lambda _spec, _meaning: LineField(),
    "text": lambda spec, _meaning: AreaField(spec.lines),
    "lines": lambda spec, _meaning: LinesField(spec.lines),
    "code": _code,
    "codes": lambda _spec, meaning: ManyField(meaning.vocabulary),
    "yes_no": _yes_no,
    "day": _day,
    "count": lambda _spec, _meaning: NumberFormField("count"),
    "amount": lambda _spec, _meaning: NumberFormField("amount", least=None),
    "money": lambda _spec, meaning: NumberFormField(
        "satang" if meaning.unit == "satang" else "baht"
    ),
    "months": lambda _spec, _meaning: MonthsField(),
    "link": _link,
    "links": _links,
}
