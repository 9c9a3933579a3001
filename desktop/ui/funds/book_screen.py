"""The cash book of a fund, month by month, as it reads on paper; a line is written at its foot."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.money import baht_text
from desktop.services.funds.records import CashBook, FundRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.asking_bar import AskingBar
from desktop.ui.funds.book_form import BookForm
from desktop.ui.funds.book_words import BookWords, Written
from desktop.ui.funds.words import FUND, BookPlace, month_words
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import Column, DataclassTableModel

_READS: Final = frozenset({FUND, "fund_move", "fund_entry", "fund_month", "person", "partner"})
CARRIED: Final = "carried"


@dataclass(frozen=True)
class Shown:
    """What the screen shows: the month of a fund, the funds there are, what is to be closed."""

    funds: tuple[FundRow, ...]
    book: CashBook | None
    to_close: str
    codes: CodeBook
    today: PartialDate


class CashBookScreen(Screen):
    """`book_wanted(fund_id or None, month)`, `given(fund_id, values)`, `drafted(fund_id, content)`,
    `back_wanted(entry_id, reason)`, `close_wanted(fund_id, month, counted, note)`,
    `print_wanted()`, `voucher_wanted(entry_id)`, `export_wanted()`, `import_wanted()`.
    """

    book_wanted = Signal(object, str)
    given = Signal(object, object)
    drafted = Signal(object, object)
    back_wanted = Signal(object, str)
    close_wanted = Signal(object, str, object, str)
    print_wanted = Signal()
    voucher_wanted = Signal(object)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._rights = rights
        self.shown: Shown | None = None
        self._place = BookPlace()
        self._words = BookWords()
        self.fund, self.month = ChoiceField(), ChoiceField()
        self.earlier, self.later = IconButton("chevron-left"), IconButton("chevron-right")
        self.summary = ThaiLabel("", "strong")
        self.closed = StatusPill("", "neutral", "lock")
        self.fund_button = Button("", "link", "info")
        self.back_button = Button("", "secondary", "undo-2")
        self.voucher_button = Button("", "secondary", "file-check")
        self.print_button = Button("", "secondary", "printer")
        self.export_button = Button("", "quiet", "download")
        self.import_button = Button("", "quiet", "upload")
        self.close_button = Button("", "secondary", "lock")
        self.bar = AskingBar()
        self.done_bar = DoneBar()
        self.table = DataTable(DataclassTableModel(self._columns(), lambda row: row.id))
        self.form = BookForm(rights)
        self._writing = Card("")
        self.states = StateStack(self._laid_out())
        self._wire()
        self.adapt()

    @property
    def book(self) -> CashBook | None:
        """The month that is shown."""
        return self.shown.book if self.shown is not None else None

    @property
    def fund_id(self) -> UUID | None:
        """The fund that is shown."""
        return self.book.fund.id if self.book is not None else None

    def show_book(self, shown: Shown) -> None:
        """Show a month; what is being written stays while it is of the same fund."""
        before = self.fund_id
        self.shown = shown
        self.form.set_codes(shown.codes)
        if shown.book is None:
            self.retranslate()
            self.states.show_empty()
            return
        if before != shown.book.fund.id:
            self.bar.hide()
            self.begin_line(self._place.kind)
        elif self._place.kind:
            self.form.put("entry_kind", self._place.kind)
            self.form.changed()
        self._place = BookPlace()
        self.retranslate()
        self.states.show_content()
        self.table.show_table()
        self.title_changed.emit()
        rows = self.table.model.rowCount()
        if rows:
            self.table.view.scrollToBottom()

    def begin_line(self, kind: str = "") -> None:
        """Begin the next line, of the kind and under the day of the last one."""
        last = self.form.values()
        kind = kind or str(last["entry_kind"] or "receipt")
        today = self.shown.today if self.shown is not None else None
        self.form.begin({"entry_kind": kind, "on": last["on"] or today})

    def show_failed(self, sentence: str) -> None:
        """Say why the book could not be read."""
        self.states.show_failed(sentence)

    def title(self) -> str:
        return self.book.fund.name if self.book is not None else self.tr("สมุดเงินสด")

    def help_text(self) -> str:
        return self.tr(
            "ลงรายการที่แถวล่าง: ชนิด วันที่ จำนวนเงิน ชื่อ แล้วกด Enter เลขที่โปรแกรมให้เอง\n"
            "ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ จะมีบรรทัดกลับรายการให้เห็น\n"
            "นับเงินสดเทียบสมุดได้ทุกเมื่อ ปิดเดือนแล้วรายการในเดือนนั้นไม่เปลี่ยนอีก"
        )

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def save_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.form.save

    def new_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.first_line

    def first_line(self) -> None:
        """Put the keyboard into the line that is written."""
        self.form.field("amount").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_focus(self) -> QWidget | None:
        return self.table.view if self._writing.isHidden() else self.form.field("amount")

    def enter(self, argument: object) -> None:
        """`argument`: a `BookPlace`; without one the fund that was shown last."""
        self._place = argument if isinstance(argument, BookPlace) else BookPlace()
        self.book_wanted.emit(self._place.fund_id or self.fund_id, self._place.month)

    def leave(self) -> None:
        self.form.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            month = self.month.value() if self.book is not None else ""
            self.book_wanted.emit(self.fund_id, month)

    def retranslate(self) -> None:
        self.earlier.set_name(self.tr("เดือนก่อน"))
        self.later.set_name(self.tr("เดือนถัดไป"))
        self.fund.setAccessibleName(self.tr("กองทุน"))
        self.month.setAccessibleName(self.tr("เดือน"))
        self.fund_button.setText(self.tr("รายละเอียดกองทุน"))
        self.back_button.setText(self.tr("ยกเลิกรายการ"))
        self.voucher_button.setText(self.tr("ใบรับ/ใบสำคัญ"))
        self.print_button.setText(self.tr("พิมพ์"))
        self.export_button.setText(self.tr("ส่งออก"))
        self.import_button.setText(self.tr("นำเข้า"))
        self.states.empty.set_words(
            self.tr("ยังไม่มีกองทุน"), self.tr("เพิ่มกองทุนก่อน แล้วจึงลงรับจ่ายได้"), self.tr("เพิ่มกองทุน")
        )
        self.table.model.retranslate()
        if self.shown is not None and self.shown.book is not None:
            self._word_book(self.shown, self.shown.book)

    def redress(self) -> None:
        self.table.setMinimumHeight(theme().px(170))
        self.fund.setMinimumWidth(theme().px(200))
        self.month.setMinimumWidth(theme().px(130))

    def ask_back(self) -> None:
        """Ask why the chosen line is taken back."""
        known = self.table.current_id()
        if isinstance(known, UUID):
            self.bar.ask_reason(
                self.tr("ยกเลิกเพราะอะไร"),
                self.tr("ยกเลิกรายการ"),
                lambda reason: self.back_wanted.emit(known, reason),
            )

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

    def _word_book(self, shown: Shown, book: CashBook) -> None:
        self.fund.set_choices([(each.id.hex, each.name) for each in shown.funds])
        self.fund.set_value(book.fund.id.hex)
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
                if each.state == "active" and each.id != book.fund.id
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
        may = Right.MONEY in self._rights
        self.back_button.setVisible(may)
        for button in (self.print_button, self.voucher_button):
            button.setVisible(Right.PRINT in self._rights)
        self.export_button.setVisible(Right.EXPORT in self._rights)
        self.import_button.setVisible(may and Right.IMPORT in self._rights)
        self.close_button.setVisible(may and bool(shown.to_close))
        if shown.to_close:
            self.close_button.setText(
                self.tr("ปิดเดือน {month}").replace("{month}", month_words(shown.to_close))
            )
        self._writing.setVisible(Right.WRITE in self._rights and book.fund.state == "active")
        self.table.set_name(self.tr("สมุดเงินสด {name}").replace("{name}", book.fund.name))
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

    def _laid_out(self) -> QWidget:
        months = QHBoxLayout()
        months.setSpacing(4)
        for each in (self.fund, self.earlier, self.month, self.later):
            months.addWidget(each)
        months.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for button in (self.fund_button, self.back_button, self.close_button):
            acts.addWidget(button)
        head = Folding(12)
        head.add(months, 1)
        head.add(acts)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.summary, 1)
        for part in (
            self.closed,
            self.import_button,
            self.export_button,
            self.voucher_button,
            self.print_button,
        ):
            line.addWidget(part)
        self._writing.body.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(self.form.more_button)
        foot.addStretch(1)
        foot.addWidget(self.form.save_button)
        self._writing.body.addLayout(foot)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(line)
        column.addWidget(self.done_bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        column.addWidget(self._writing)
        return whole

    def _wire(self) -> None:
        self.bar.hide()
        self.table.view.setSortingEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(self.states)
        self.states.retried.connect(lambda: self.enter(None))
        self.states.empty.started.connect(lambda: self.open_requested.emit(f"{FUND}_new", None))
        self.fund.chosen.connect(lambda code: self.book_wanted.emit(UUID(code), ""))
        self.month.chosen.connect(lambda month: self.book_wanted.emit(self.fund_id, month))
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))
        self.fund_button.clicked.connect(lambda: self.open_requested.emit(FUND, self.fund_id))
        self.back_button.clicked.connect(self.ask_back)
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.voucher_button.clicked.connect(self._want_voucher)
        self.close_button.clicked.connect(self.ask_close)
        self.form.given.connect(lambda values: self.given.emit(self.fund_id, values))
        self.form.drafted.connect(self._draft)

    def _want_voucher(self) -> None:
        known = self.table.current_id()
        if isinstance(known, UUID):
            self.voucher_wanted.emit(known)

    def _draft(self, content: Any) -> None:
        if self.fund_id is not None:
            self.drafted.emit(self.fund_id, content)

    def _step(self, by: int) -> None:
        book = self.book
        if book is not None and book.month in book.months:
            place = book.months.index(book.month) + by
            if 0 <= place < len(book.months):
                self.book_wanted.emit(self.fund_id, book.months[place])
