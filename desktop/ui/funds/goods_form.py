"""The line that is written into a register of goods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.models.fields import Field
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.funds.line_form import LineForm

_VALUE: Final = frozenset({"estimated_value", "valued_by_id", "anonymous"})


class GoodsForm(LineForm):
    """Goods that came, were given out, spoiled, or sold for cash."""

    record = "goods_entry"
    specs = (
        FieldSpec("goods_kind", span=2, meaning=Field("code"), required=True),
        FieldSpec("on", span=3, compact=True),
        FieldSpec("item", span=3),
        FieldSpec("quantity", span=2),
        FieldSpec("unit", span=2),
        FieldSpec("party", span=5, meaning=Field("line")),
        FieldSpec("purpose", span=4),
        FieldSpec("amount", span=3, of="fund_entry.amount"),
        FieldSpec("reason", span=12, meaning=Field("line")),
        FieldSpec("details", span=6),
        FieldSpec("number", span=3),
        FieldSpec("happened_on", span=3, compact=True),
        FieldSpec("match_id", span=6, search="merge"),
        FieldSpec("need_id", span=6, search="inbox"),
        FieldSpec("helped_id", span=6, search="user"),
        FieldSpec("by_id", span=6, search="user"),
        FieldSpec("estimated_value", span=4),
        FieldSpec("valued_by_id", span=8, search="user"),
        FieldSpec("anonymous", span=4, tick=True),
    )
    vocabulary = "goods_kinds"
    kinds = ("in", "out", "sold", "spoiled")
    seldom = _VALUE | {
        "details",
        "number",
        "happened_on",
        "helped_id",
        "match_id",
        "need_id",
        "by_id",
        "reason",
    }
    enters = ("item", "quantity", "unit", "party", "amount", "reason", "number")

    def asked(self, name: str, kind: str) -> bool:
        if name == "amount":
            return kind == "sold"
        if name in _VALUE:
            return kind == "in"
        if name == "reason":
            return kind != "in"
        return name not in ("party", "purpose") or kind != "spoiled"

    def whom(self, kind: str) -> str:
        told = {"out": self.tr("ให้แก่"), "sold": self.tr("ขายให้")}
        return told.get(kind, self.tr("รับจาก"))

    def words(self) -> Mapping[str, Words]:
        return {
            **super().words(),
            "amount": Words(label=self.tr("ได้เงิน")),
            "reason": Words(example=self.tr("บอกเมื่อเสียหาย หรือของในสมุดไม่พอ")),
            "unit": Words(example=self.tr("กก. ชุด ถุง")),
        }

    def changed(self) -> None:
        if self.written_kind == "spoiled":
            self._revealed.add("reason")
        super().changed()
