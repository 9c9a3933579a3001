"""The cash book of a fund, month by month, as it reads on paper; a line is written at its foot."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.models.dates import PartialDate
from desktop.models.money import baht_text
from desktop.services.funds.records import CashBook, FundRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.book_form import BookForm
from desktop.ui.funds.book_words import BookWords, Written
from desktop.ui.funds.line_screen import LineScreen
from desktop.ui.funds.words import FUND, BookPlace, month_words
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.labels import StatusPill
from desktop.ui.widgets.table_model import Column

CARRIED: Final = "carried"


@dataclass(frozen=True)
class Shown:
    """What the screen shows: the month of a fund, the funds there are, what is to be closed."""

    funds: tuple[FundRow, ...]
    book: CashBook | None
    to_close: str
    codes: CodeBook
    today: PartialDate


class CashBookScreen(LineScreen[BookForm, Written]):
    """Beside what every book wants `close_wanted(fund_id, month, counted, note)`."""

    close_wanted = Signal(object, str, object, str)

    reads = frozenset({FUND, "fund_move", "fund_entry", "fund_month", "person", "partner"})
    first = "amount"

    def __init__(self, rights: Collection[Right]) -> None:
        self._words = BookWords()
        super().__init__(rights, BookForm(rights))
        self.shown: Shown | None = None
        self._place = BookPlace()
        self.month = ChoiceField()
        self.earlier, self.later = IconButton("chevron-left"), IconButton("chevron-right")
        self.closed = StatusPill("", "neutral", "lock")
        self.close_button = Button("", "secondary", "lock")
        months = QHBoxLayout()
        months.setSpacing(4)
        for each in (self.fund, self.earlier, self.month, self.later):
            months.addWidget(each)
        months.addStretch(1)
        self.lay_out(months, (self.close_button,), (self.closed,))
        self.month.chosen.connect(lambda month: self.book_wanted.emit(self.fund_id, month))
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))
        self.close_button.clicked.connect(self.ask_close)
        self.adapt()

    @property
    def book(self) -> CashBook | None:
        """The month that is shown."""
        return self.shown.book if self.shown is not None else None

    @property
    def month_shown(self) -> str:
        return self.month.value() if self.book is not None else ""

    def show_book(self, shown: Shown) -> None:
        """Show a month."""
        self.shown = shown
        fund = shown.book.fund if shown.book is not None else None
        self.show_lines(shown.funds, fund, shown.codes, shown.today, self._place.kind)
        self._place = BookPlace()
        if self.table.model.rowCount():
            self.table.view.scrollToBottom()

    def begin_with(self) -> str:
        return self.tr("เพิ่มกองทุนก่อน แล้วจึงลงรับจ่ายได้")

    def title(self) -> str:
        return self.book.fund.name if self.book is not None else self.tr("สมุดเงินสด")

    def help_text(self) -> str:
        return self.tr(
            "ลงรายการที่แถวล่าง: ชนิด วันที่ จำนวนเงิน ชื่อ แล้วกด Enter เลขที่โปรแกรมให้เอง\n"
            "ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ จะมีบรรทัดกลับรายการให้เห็น\n"
            "นับเงินสดเทียบสมุดได้ทุกเมื่อ ปิดเดือนแล้วรายการในเดือนนั้นไม่เปลี่ยนอีก"
        )

    def enter(self, argument: object) -> None:
        self._place = argument if isinstance(argument, BookPlace) else BookPlace()
        super().enter(argument)

    def retranslate(self) -> None:
        self.earlier.set_name(self.tr("เดือนก่อน"))
        self.later.set_name(self.tr("เดือนถัดไป"))
        self.month.setAccessibleName(self.tr("เดือน"))
        super().retranslate()

    def redress(self) -> None:
        super().redress()
        self.fund.setMinimumWidth(theme().px(200))
        self.month.setMinimumWidth(theme().px(130))

    def ask_close(self) -> None:
        """Ask how much cash was counted before the month is closed."""
        shown, fund_id = self.shown, self.fund_id
        if shown is None or fund_id is None:
            return
        month = shown.to_close
        self.bar.ask_amount(
            self.tr("ปิดเดือน {month} นับเงินสดได้ (บาท)").replace("{month}", month_words(month)),
            self.tr("ปิดเดือน"),
            lambda counted, note: self.close_wanted.emit(fund_id, month, counted, note),
        )

    def _word_lines(self, fund: FundRow) -> None:
        shown, book = self.shown, self.book
        assert shown is not None
        assert book is not None
        self.month.set_choices([(each, month_words(each)) for each in book.months])
        self.month.set_value(book.month)
        place = book.months.index(book.month) if book.month in book.months else 0
        self.later.setEnabled(place > 0)
        self.earlier.setEnabled(place + 1 < len(book.months))
        self.form.set_choices(
            "to_fund_id",
            [
                (each.id.hex, each.name)
                for each in shown.funds
                if each.state == "active" and each.id != fund.id
            ],
        )
        said = (
            (self.tr("ยกมา"), book.carried),
            (self.tr("รับ"), book.received),
            (self.tr("จ่าย"), book.paid),
            (self.tr("คงเหลือ"), book.balance),
        )
        self.summary.set_text("   ".join(f"{word} {baht_text(amount)}" for word, amount in said))
        self.closed.set_state(
            self.tr("ปิดเมื่อ {day}").replace("{day}", shown_iso(book.closed_on)), "neutral", "lock"
        )
        self.closed.setVisible(bool(book.closed_on))
        self.close_button.setVisible(Right.MONEY in self._rights and bool(shown.to_close))
        if shown.to_close:
            self.close_button.setText(
                self.tr("ปิดเดือน {month}").replace("{month}", month_words(shown.to_close))
            )
        self.table.set_name(self.tr("สมุดเงินสด {name}").replace("{name}", fund.name))
        rows = [self._carried(book), *(self._words.line(each, shown.codes) for each in book.lines)]
        self.table.model.set_rows(rows)

    def _carried(self, book: CashBook) -> Written:
        return Written(CARRIED, what=self.tr("ยอดยกมา"), left=baht_text(book.carried))

    def _columns(self) -> Sequence[Column[Written]]:
        return [
            Column("on", lambda: self.tr("วัน เดือน ปี"), lambda row: row.on, width=125),
            Column(
                "what",
                lambda: self.tr("รายการ"),
                lambda row: row.what,
                width=0,
                icon=lambda row: row.icon,
                hint=lambda row: row.what,
            ),
            Column(
                "number", lambda: self.tr("เลขที่เอกสาร"), lambda row: row.number, width=155, spare=1
            ),
            Column(
                "received", lambda: self.tr("รับ"), lambda row: row.received, width=105, numeric=True
            ),
            Column("paid", lambda: self.tr("จ่าย"), lambda row: row.paid, width=105, numeric=True),
            Column(
                "left", lambda: self.tr("คงเหลือ"), lambda row: row.left, width=115, numeric=True
            ),
            Column(
                "note",
                lambda: self.tr("หมายเหตุ"),
                lambda row: row.note,
                width=150,
                hint=lambda row: row.note,
                spare=2,
            ),
        ]

    def _step(self, by: int) -> None:
        book = self.book
        if book is not None and book.month in book.months:
            place = book.months.index(book.month) + by
            if 0 <= place < len(book.months):
                self.book_wanted.emit(self.fund_id, book.months[place])
