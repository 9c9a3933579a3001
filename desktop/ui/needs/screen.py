"""The list of needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.services.roles import Right
from desktop.ui.needs.words import NEED, amount, who
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.table_model import Column

_OVERDUE, _UNASKED, _UNMET = "overdue", "unasked", "unmet"


class NeedsScreen(DirectoryScreen[NeedRow]):
    """What is asked for, by whom, how much, and by when."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("learner", "household", "village", "match", "match_move")
        super().__init__(NEED, rights, NeedsScreen.between, "assistance", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> NeedQuery:
        return NeedQuery(
            search,
            states,
            ask_again=AGAIN in flags,
            kinds=by,
            overdue=_OVERDUE in flags,
            unasked=_UNASKED in flags,
            met=("none", "part") if _UNMET in flags else (),
        )

    def searched(self) -> str:
        return self.tr("ค้นสิ่งที่ขอ หรือชื่อผู้ขอ")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากสิ่งที่ผู้เรียนรู้ขาดแล้วเรียนต่อไม่ได้ เช่น ค่ารถ รองเท้า ที่พัก")

    def flags(self) -> Mapping[str, str]:
        return {
            _UNMET: self.tr("ยังได้ไม่ครบ"),
            _OVERDUE: self.tr("เลยวันแล้ว"),
            _UNASKED: self.tr("ยังไม่ถามว่าเล่าได้ไหม"),
        }

    def help_text(self) -> str:
        return self.tr(
            "สิ่งที่ผู้เรียนรู้ บ้าน หมู่บ้าน หรือวิชาขอ ค้นด้วยสิ่งที่ขอหรือชื่อผู้ขอ\n"
            "กด Enter เพื่อเปิดดูและแก้ กด Ctrl+N เพื่อเพิ่ม\n"
            "รายการที่พิมพ์ไม่มีชื่อคน และมีเฉพาะสิ่งที่เล่าได้"
        )

    def _much(self, row: NeedRow) -> str:
        much = amount(self.codes, row.quantity, row.unit)
        met = self.codes.label("need_met", row.met) if row.met == "met" else ""
        return " · ".join(filter(None, (much, met)))

    def between(self) -> list[Column[NeedRow]]:
        """The columns between the name and how it stands."""
        return [
            self.worded("who", lambda: self.tr("ใครขอ"), who, 190),
            self.coded("assistance", lambda row: row.kind, 150, spare=2),
            self.fact("quantity", self._much, width=150),
            self.fact(
                "needed_by",
                lambda row: shown_iso(row.needed_by) if row.needed_by else "",
                width=150,
                icon=lambda row: ("triangle-alert", "warning") if row.overdue else None,
                spare=1,
            ),
        ]
