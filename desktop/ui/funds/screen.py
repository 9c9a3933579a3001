"""The list of funds, with what is in each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from desktop.models.money import baht_text
from desktop.services.funds.records import FundQuery, FundRow
from desktop.services.roles import Right
from desktop.ui.funds.words import BOOK, FUND, BookPlace, rights_with_money
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.table_model import Column

_BELOW = "below"


class FundsScreen(DirectoryScreen[FundRow]):
    """With the way to the cash book of the fund that is chosen."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.book_button = Button("", "secondary", "book-open")
        super().__init__(
            FUND,
            rights_with_money(rights),
            FundsScreen.between,
            "owner_kind",
            ("fund_entry", "fund_month", "partner"),
        )
        self.head.add_action(self.book_button)
        self.book_button.clicked.connect(self.open_book)

    def open_book(self) -> None:
        """Open the cash book of the fund that is chosen, or of the one that was opened last."""
        known = self.table.current_id()
        place = BookPlace(known) if isinstance(known, UUID) else None
        self.open_requested.emit(BOOK, place)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> FundQuery:
        return FundQuery(
            search, states, ask_again=AGAIN in flags, owners=by, below_zero=_BELOW in flags
        )

    def counted(self, count: int) -> str:
        return self.tr("%n กองทุน", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อกองทุน เจ้าของ หรือตั้งขึ้นเพื่ออะไร")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากเงินที่ชุมชนมีอยู่แล้ว เช่น ตู้บริจาค ซะกาต เงินประมูลพืชผล")

    def flags(self) -> Mapping[str, str]:
        return {_BELOW: self.tr("ยอดติดลบ")}

    def help_text(self) -> str:
        return self.tr(
            "เงินของชุมชนที่ใช้ช่วยการเรียนรู้ กด Enter ที่กองทุนเพื่อดูรายละเอียด หรือกด สมุดเงินสด\n"
            "ยอดแยกตามเรื่องดูได้ที่หน้าของกองทุน สมุดนี้เป็นของชุมชน ไม่ใช่บัญชีของ อปท."
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.book_button.setText(self.tr("สมุดเงินสด"))

    def between(self) -> list[Column[FundRow]]:
        """The columns between the name and how it stands."""
        return [
            Column(
                "owner",
                lambda: self.tr("เจ้าของ"),
                lambda row: row.owner or self.codes.label("fund_owners", row.owner_kind),
                width=170,
                hint=lambda row: row.owner,
                spare=1,
            ),
            Column(
                "balance",
                lambda: field_name("fund_month", "balance"),
                lambda row: baht_text(row.balance),
                width=125,
                numeric=True,
                icon=lambda row: ("triangle-alert", "danger") if row.below_zero else None,
            ),
        ]
