"""The line that is written into a cash book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.models.fields import Field
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.funds.line_form import LineForm
from desktop.ui.widgets.showing import show_if

_PAYING: Final = frozenset({"approved_by_id", "approval", "reason"})
_COUNTING: Final = frozenset({"entry_kind", "on", "amount"})


class BookForm(LineForm):
    """Money that came, went, moved, or was counted."""

    record = "fund_entry"
    specs = (
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
        FieldSpec("match_id", span=6, search="merge"),
        FieldSpec("need_id", span=6, search="inbox"),
        FieldSpec("helped_id", span=6, search="user"),
        FieldSpec("by_id", span=6, search="user"),
        FieldSpec("approved_by_id", span=6, search="user"),
        FieldSpec("approval", span=6),
        FieldSpec("anonymous", span=4, tick=True),
        FieldSpec("reason", span=8),
    )
    vocabulary = "fund_entry_kinds"
    kinds = ("receipt", "payment", "transfer", "opening", "count")
    seldom = _PAYING | {
        "happened_on",
        "resolution",
        "helped_id",
        "match_id",
        "need_id",
        "by_id",
        "number",
        "anonymous",
    }
    enters = ("amount", "party", "details", "number")

    def asked(self, name: str, kind: str) -> bool:
        if kind == "count":
            return name in _COUNTING
        if name == "to_fund_id":
            return kind == "transfer"
        if name == "anonymous":
            return kind == "receipt"
        if name in _PAYING:
            return kind in ("payment", "transfer")
        return name != "party" or kind != "transfer"

    def whom(self, kind: str) -> str:
        return self.tr("จ่ายให้") if kind == "payment" else self.tr("รับจาก")

    def words(self) -> Mapping[str, Words]:
        counted = self.written_kind == "count"
        return {
            **super().words(),
            "amount": Words(label=self.tr("นับได้") if counted else ""),
            "reason": Words(help=self.tr("บอกเมื่อจ่ายเกินยอด หรือมีอะไรผิดปกติ")),
        }

    def changed(self) -> None:
        super().changed()
        show_if(self.more_button, self.written_kind != "count")
