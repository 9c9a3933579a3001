"""The list of offers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.offers.records import OfferQuery, OfferRow
from desktop.services.roles import Right
from desktop.ui.needs.words import amount
from desktop.ui.offers.words import OFFER
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.table_model import Column

_OVER = "over"


class OffersScreen(DirectoryScreen[OfferRow]):
    """What would be given, by whom, how much, and until when."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("partner", "person", "village")
        super().__init__(OFFER, rights, OffersScreen.between, "assistance", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> OfferQuery:
        return OfferQuery(search, states, ask_again=AGAIN in flags, kinds=by, over=_OVER in flags)

    def searched(self) -> str:
        return self.tr("ค้นสิ่งที่เสนอ หรือชื่อผู้ให้")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากสิ่งที่วัด อบต. ร้านค้า และคนในหมู่บ้านเคยให้")

    def flags(self) -> Mapping[str, str]:
        return {_OVER: self.tr("พ้นวันแล้ว")}

    def help_text(self) -> str:
        return self.tr(
            "สิ่งที่ภาคีหรือคนในหมู่บ้านเสนอให้ ค้นด้วยสิ่งที่เสนอหรือชื่อผู้ให้\n"
            "ข้อเสนอที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน"
        )

    def between(self) -> list[Column[OfferRow]]:
        """The columns between the name and how it stands."""
        return [
            self.worded("giver", lambda: self.tr("ใครให้"), lambda row: row.giver, 190),
            self.coded("assistance", lambda row: row.kind, 150, spare=2),
            self.fact(
                "quantity", lambda row: amount(self.codes, row.quantity, row.unit), width=110
            ),
            self.fact(
                "until",
                lambda row: shown_iso(row.until) if row.until else "",
                width=150,
                icon=lambda row: ("triangle-alert", "warning") if row.over else None,
                spare=1,
            ),
        ]
