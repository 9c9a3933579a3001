"""A line that is written into a book: the few things of every line, and more when asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QLineEdit

from desktop.services.funds.parties import Party
from desktop.services.roles import Right
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField


class LineForm(EntryForm):
    """Enter in one of its lines gives it; `more_button` shows what is seldom asked.

    Attributes:
        record: the kind of the lines.
        specs: the fields; the first two are the kind of line and its day.
        vocabulary: the code list of the kinds of lines.
        kinds: the kinds that are written; whoever may not with money writes the first alone.
        seldom: fields that are shown when asked for, or when something is amiss with them.
        enters: fields in which Enter gives the line.
    """

    onward = False
    record: ClassVar[str]
    specs: ClassVar[Sequence[FieldSpec]]
    vocabulary: ClassVar[str]
    kinds: ClassVar[Sequence[str]]
    seldom: ClassVar[frozenset[str]]
    enters: ClassVar[Sequence[str]]

    def __init__(self, rights: Collection[Right]) -> None:
        self.more_button = Button("", "link", "chevron-down")
        self._kinds = self.kinds if Right.MONEY in rights else self.kinds[:1]
        self._more = False
        self._worded = ""
        self._revealed: set[str] = set()
        self._parties: dict[str, Party] = {}
        super().__init__(self.record, self.specs)
        self.more_button.clicked.connect(self._turn)
        for name in self.enters:
            field = self.field(name)
            assert isinstance(field, QLineEdit)
            field.returnPressed.connect(self.save)

    def asked(self, name: str, kind: str) -> bool:
        """Whether a line of this kind says this at all."""
        raise NotImplementedError

    def whom(self, kind: str) -> str:
        """What the other party of a line of this kind is called."""
        raise NotImplementedError

    @property
    def written_kind(self) -> str:
        """What is being written."""
        kind = self.field(self.specs[0].name)
        assert isinstance(kind, ChoiceField)
        return kind.value() or self.kinds[0]

    def words(self) -> Mapping[str, Words]:
        return {
            "party": Words(
                label=self.whom(self.written_kind), example=self.tr("พิมพ์ชื่อคนหรือหน่วยงาน")
            ),
            "details": Words(example=self.tr("เรื่องอะไร ไม่ต้องเขียนชื่อคน")),
            "number": Words(example=self.tr("เว้นว่าง โปรแกรมให้เลขเอง")),
        }

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        self._revealed = set()
        super().begin(values)

    def set_parties(self, parties: Sequence[Party]) -> None:
        """Who is offered while a name is typed."""
        self._parties = {each.name: each for each in parties}
        self.offer("party", list(self._parties))

    def values(self) -> dict[str, Any]:
        found, kind = super().values(), self.written_kind
        given = {name: value for name, value in found.items() if self.asked(name, kind)}
        known = self._parties.get(given.get("party") or "")
        return {**given, "party": known.id} if known is not None else given

    def problems(self) -> dict[str, str]:
        shown = {name for name in self.names if not self.row(name).isHidden()}
        return {name: text for name, text in super().problems().items() if name in shown}

    def show_error(self, name: str, text: str) -> bool:
        if name in self.names and self.row(name).isHidden():
            self._revealed.add(name)
            self.changed()
        return super().show_error(name, text)

    def changed(self) -> None:
        kind = self.written_kind
        for name in self.names:
            often = name not in self.seldom or self._more or name in self._revealed
            self.row(name).setHidden(not (often and self.asked(name, kind)))
        if kind != self._worded:
            self._worded = kind
            self.retranslate()

    def retranslate(self) -> None:
        labels = [(code, self.codes.label(self.vocabulary, code)) for code in self._kinds]
        self.set_choices(self.specs[0].name, labels)
        super().retranslate()
        self.more_button.setText(self.tr("ย่อ") if self._more else self.tr("เพิ่มเติม"))
        self.save_button.setText(self.tr("ลงสมุด"))

    def _turn(self) -> None:
        self._more = not self._more
        self._worded = ""
        self.changed()
