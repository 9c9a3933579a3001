"""The line that is written into a cash book: the few things of every line, and more when asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit

from desktop.models.fields import Field
from desktop.services.funds.parties import Party
from desktop.services.roles import Right
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField

ENTRY: Final = "fund_entry"
SPECS: Final = (
    FieldSpec("entry_kind", span=2, meaning=Field("code"), required=True),
    FieldSpec("on", span=3, compact=True),
    FieldSpec("amount", span=2),
    FieldSpec("party", span=5, meaning=Field("line")),
    FieldSpec("purpose", span=3),
    FieldSpec("details", span=5),
    FieldSpec("to_fund_id", span=4),
    FieldSpec("number", span=3),
    FieldSpec("happened_on", span=4, compact=True),
    FieldSpec("resolution", span=5),
    FieldSpec("learner_id", span=6, search="user"),
    FieldSpec("by_id", span=6, search="user"),
    FieldSpec("approved_by_id", span=6, search="user"),
    FieldSpec("approval", span=6),
    FieldSpec("anonymous", span=4, tick=True),
    FieldSpec("reason", span=8),
)
_PAYING: Final = frozenset({"approved_by_id", "approval", "reason"})
_MORE: Final = _PAYING | {
    "happened_on", "resolution", "learner_id", "by_id", "number", "anonymous",
}  # fmt: skip
_COUNTING: Final = frozenset({"entry_kind", "on", "amount"})
_ENTERS: Final = ("amount", "party", "details", "number")
MONEY_KINDS: Final = ("receipt", "payment", "transfer", "opening", "count")


class BookForm(EntryForm):
    """Enter in one of its lines gives it; `more_button` shows what is seldom asked."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.more_button = Button("", "link", "chevron-down")
        self._kinds = MONEY_KINDS if Right.MONEY in rights else ("receipt",)
        self._more = False
        self._worded = ""
        self._revealed: set[str] = set()
        self._parties: dict[str, Party] = {}
        super().__init__(ENTRY, SPECS)
        self.more_button.clicked.connect(self._turn)
        for name in _ENTERS:
            field = self.field(name)
            assert isinstance(field, QLineEdit)
            field.returnPressed.connect(self.save)

    @property
    def written_kind(self) -> str:
        """What is being written."""
        kind = self.field("entry_kind")
        assert isinstance(kind, ChoiceField)
        return kind.value() or "receipt"

    def words(self) -> Mapping[str, Words]:
        kind = self.written_kind
        counted = self.tr("นับได้")
        return {
            "party": Words(
                label=self.tr("จ่ายให้") if kind == "payment" else self.tr("รับจาก"),
                example=self.tr("พิมพ์ชื่อคนหรือหน่วยงาน"),
            ),
            "amount": Words(label=counted if kind == "count" else ""),
            "details": Words(example=self.tr("เรื่องอะไร ไม่ต้องเขียนชื่อคน")),
            "number": Words(example=self.tr("เว้นว่าง โปรแกรมให้เลขเอง")),
            "reason": Words(help=self.tr("บอกเมื่อจ่ายเกินยอด หรือมีอะไรผิดปกติ")),
        }

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        self._revealed = set()
        super().begin(values)

    def set_parties(self, parties: Sequence[Party]) -> None:
        """Who is offered while a name is typed."""
        self._parties = {each.name: each for each in parties}
        self.offer("party", list(self._parties))

    def values(self) -> dict[str, Any]:
        found = super().values()
        kind = str(found["entry_kind"] or "receipt")
        given = {name: value for name, value in found.items() if _asked(name, kind)}
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
        if not self.names:
            return
        kind = self.written_kind
        for name in self.names:
            self.row(name).setHidden(not self._wanted(name, kind))
        self.more_button.setHidden(kind == "count")
        if kind != self._worded:
            self._worded = kind
            self.retranslate()

    def retranslate(self) -> None:
        labels = [(code, self.codes.label("fund_entry_kinds", code)) for code in self._kinds]
        self.set_choices("entry_kind", labels)
        super().retranslate()
        self.more_button.setText(self.tr("ย่อ") if self._more else self.tr("เพิ่มเติม"))
        self.save_button.setText(self.tr("ลงสมุด"))

    def _wanted(self, name: str, kind: str) -> bool:
        often = name not in _MORE or self._more or name in self._revealed
        return often and _asked(name, kind)

    def _turn(self) -> None:
        self._more = not self._more
        self._worded = ""
        self.changed()


def _asked(name: str, kind: str) -> bool:
    """Whether a line of this kind says this at all."""
    if kind == "count":
        return name in _COUNTING
    if name == "to_fund_id":
        return kind == "transfer"
    if name == "anonymous":
        return kind == "receipt"
    if name in _PAYING:
        return kind in ("payment", "transfer")
    return name != "party" or kind != "transfer"
