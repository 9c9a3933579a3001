"""The register of goods of a fund: what is in store, what came and went, in its own units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.models.dates import PartialDate
from desktop.models.money import baht_text
from desktop.services.funds.goods import GoodsBook, GoodsLine
from desktop.services.funds.records import FundRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.goods_form import GoodsForm
from desktop.ui.funds.line_screen import LineScreen
from desktop.ui.funds.words import FUND
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.table_model import Column


@dataclass(frozen=True)
class ShownGoods:
    """What the screen shows: the register of a fund, and the funds there are."""

    funds: tuple[FundRow, ...]
    fund: FundRow | None
    book: GoodsBook | None
    codes: CodeBook
    today: PartialDate


class GoodsScreen(LineScreen[GoodsForm, GoodsLine]):
    """What is in store, and the lines that brought and took it."""

    reads = frozenset({FUND, "fund_move", "goods_entry", "fund_entry", "person", "partner"})
    first = "item"

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(rights, GoodsForm(rights))
        self.book: GoodsBook | None = None
        self.lay_out(self.fund, (), ())
        self.adapt()

    def show_goods(self, shown: ShownGoods) -> None:
        """Show a register."""
        self.book = shown.book
        self.show_lines(shown.funds, shown.fund, shown.codes, shown.today)

    def begin_with(self) -> str:
        return self.tr("เพิ่มกองทุนก่อน แล้วจึงลงสิ่งของได้")

    def title(self) -> str:
        fund = self.shown_fund
        return fund.name if fund is not None else self.tr("ทะเบียนสิ่งของ")

    def help_text(self) -> str:
        return self.tr(
            "ของที่มีคนให้นับเป็นหน่วยของมัน ไม่รวมเป็นเงิน มูลค่าที่ใส่เป็นเพียงการประมาณ\n"
            "ขายหรือประมูลได้เงิน เงินเข้าสมุดเงินสดให้เองเป็นเรื่องเดียวกัน ไม่นับซ้ำ\n"
            "ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ"
        )

    def retranslate(self) -> None:
        self.table.empty.set_words(
            self.tr("ยังไม่มีสิ่งของ"), self.tr("ลงของที่มีคนให้ที่แถวล่าง นับเป็นหน่วยของมัน")
        )
        super().retranslate()

    def _word_lines(self, fund: FundRow) -> None:
        book = self.book
        assert book is not None
        left = "   ".join(f"{each.item} {each.quantity:g} {each.unit}" for each in book.stock)
        nothing = self.tr("ไม่มีของเหลือ")
        self.summary.set_text(self.tr("คงเหลือ: {goods}").replace("{goods}", left or nothing))
        self.table.set_name(self.tr("ทะเบียนสิ่งของ {name}").replace("{name}", fund.name))
        self.table.model.set_rows(book.lines)
        self.form.offer("item", sorted({each.item for each in book.lines}))
        self.form.offer("unit", sorted({each.unit for each in book.lines}))

    def redress(self) -> None:
        super().redress()
        self.fund.setMinimumWidth(theme().px(240))

    def _columns(self) -> Sequence[Column[GoodsLine]]:
        return [
            Column("on", lambda: self.tr("วัน เดือน ปี"), lambda row: shown_iso(row.on), width=125),
            Column("item", lambda: self.tr("สิ่งของ"), lambda row: row.item, width=0),
            Column(
                "what", lambda: self.tr("รายการ"), self._what, width=260, hint=self._what, spare=1
            ),
            Column(
                "number", lambda: self.tr("เลขที่เอกสาร"), lambda row: row.number, width=145, spare=2
            ),
            Column(
                "came",
                lambda: self.tr("รับเข้า"),
                lambda row: f"{row.effect:g}" if row.effect > 0 else "",
                width=85,
                numeric=True,
            ),
            Column(
                "went",
                lambda: self.tr("จ่ายออก"),
                lambda row: f"{-row.effect:g}" if row.effect < 0 else "",
                width=85,
                numeric=True,
            ),
            Column(
                "left",
                lambda: self.tr("คงเหลือ"),
                lambda row: f"{row.left:g} {row.unit}",
                width=110,
                numeric=True,
            ),
            Column(
                "note", lambda: self.tr("หมายเหตุ"), self._note, width=190, hint=self._note, spare=3
            ),
        ]

    def _what(self, line: GoodsLine) -> str:
        codes = self.codes
        whom = line.party or (self.tr("ผู้ไม่ประสงค์ออกนาม") if line.anonymous else "")
        purpose = codes.label("fund_purposes", line.purpose) if line.purpose else ""
        kind = codes.label("goods_kinds", line.goods_kind)
        return " · ".join(filter(None, (kind, whom, purpose, line.details)))

    def _note(self, line: GoodsLine) -> str:
        said = [self.tr("ยกเลิกแล้ว")] if line.taken_back else []
        if line.cash is not None:
            said.append(self.tr("ได้เงิน {amount}").replace("{amount}", baht_text(line.cash)))
        if line.estimated_value is not None:
            value = self.tr("ประมาณ {amount} บาท").replace(
                "{amount}", baht_text(line.estimated_value)
            )
            said.append(" ".join(filter(None, (value, line.valued_by))))
        return " · ".join([*said, *filter(None, [line.reason])])
