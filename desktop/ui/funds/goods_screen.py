"""The register of goods of a fund: what is in store, what came and went, in its own units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.money import baht_text
from desktop.services.funds.goods import GoodsBook, GoodsLine
from desktop.services.funds.records import FundRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.asking_bar import AskingBar
from desktop.ui.funds.goods_form import GoodsForm
from desktop.ui.funds.words import FUND, BookPlace
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import Column, DataclassTableModel

_READS: Final = frozenset({FUND, "fund_move", "goods_entry", "fund_entry", "person", "partner"})


@dataclass(frozen=True)
class ShownGoods:
    """What the screen shows: the register of a fund, and the funds there are."""

    funds: tuple[FundRow, ...]
    fund: FundRow | None
    book: GoodsBook | None
    codes: CodeBook
    today: PartialDate


class GoodsScreen(Screen):
    """`goods_wanted(fund_id or None)`, `given(fund_id, values)`, `drafted(fund_id, content)`,
    `back_wanted(entry_id, reason)`, `print_wanted()`, `voucher_wanted(entry_id)`.
    """

    goods_wanted = Signal(object)
    given = Signal(object, object)
    drafted = Signal(object, object)
    back_wanted = Signal(object, str)
    print_wanted = Signal()
    voucher_wanted = Signal(object)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._rights = rights
        self.shown: ShownGoods | None = None
        self.fund = ChoiceField()
        self.stock = ThaiLabel("", "strong")
        self.fund_button = Button("", "link", "info")
        self.back_button = Button("", "secondary", "undo-2")
        self.voucher_button = Button("", "secondary", "file-check")
        self.print_button = Button("", "secondary", "printer")
        self.bar, self.done_bar = AskingBar(), DoneBar()
        self.table = DataTable(DataclassTableModel(self._columns(), lambda row: row.id))
        self.form = GoodsForm(rights)
        self._writing = Card("")
        self.states = StateStack(self._laid_out())
        self._wire()
        self.adapt()

    @property
    def fund_id(self) -> UUID | None:
        """The fund that is shown."""
        return self.shown.fund.id if self.shown is not None and self.shown.fund else None

    def show_goods(self, shown: ShownGoods) -> None:
        """Show a register; what is being written stays while it is of the same fund."""
        before, self.shown = self.fund_id, shown
        self.form.set_codes(shown.codes)
        if shown.fund is None:
            self.retranslate()
            self.states.show_empty()
            return
        if before != shown.fund.id:
            self.bar.hide()
            self.begin_line()
        self.retranslate()
        self.states.show_content()
        self.table.show_table()
        self.title_changed.emit()

    def begin_line(self, kind: str = "") -> None:
        """Begin the next line, of the kind and under the day of the last one."""
        last = self.form.values()
        today = self.shown.today if self.shown is not None else None
        kind = kind or self.form.written_kind
        self.form.begin({"goods_kind": kind, "on": last["on"] or today})

    def first_line(self) -> None:
        """Put the keyboard into the line that is written."""
        self.form.field("item").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_back(self) -> None:
        """Ask why the chosen line is taken back."""
        known = self.table.current_id()
        if isinstance(known, UUID):
            self.bar.ask_reason(
                self.tr("ยกเลิกเพราะอะไร"),
                self.tr("ยกเลิกรายการ"),
                lambda reason: self.back_wanted.emit(known, reason),
            )

    def show_failed(self, sentence: str) -> None:
        """Say why the register could not be read."""
        self.states.show_failed(sentence)

    def title(self) -> str:
        fund = self.shown.fund if self.shown is not None else None
        return fund.name if fund is not None else self.tr("ทะเบียนสิ่งของ")

    def help_text(self) -> str:
        return self.tr(
            "ของที่มีคนให้นับเป็นหน่วยของมัน ไม่รวมเป็นเงิน มูลค่าที่ใส่เป็นเพียงการประมาณ\n"
            "ขายหรือประมูลได้เงิน เงินเข้าสมุดเงินสดให้เองเป็นเรื่องเดียวกัน ไม่นับซ้ำ\n"
            "ผิดแล้วไม่ลบ เลือกแถวแล้วกด ยกเลิกรายการ"
        )

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def save_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.form.save

    def new_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.first_line

    def first_focus(self) -> QWidget | None:
        return self.table.view if self._writing.isHidden() else self.form.field("item")

    def enter(self, argument: object) -> None:
        """`argument`: a `BookPlace`; without one the fund that was shown last."""
        place = argument if isinstance(argument, BookPlace) else BookPlace()
        self.goods_wanted.emit(place.fund_id or self.fund_id)

    def leave(self) -> None:
        self.form.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            self.goods_wanted.emit(self.fund_id)

    def retranslate(self) -> None:
        self.fund.setAccessibleName(self.tr("กองทุน"))
        self.fund_button.setText(self.tr("รายละเอียดกองทุน"))
        self.back_button.setText(self.tr("ยกเลิกรายการ"))
        self.voucher_button.setText(self.tr("ใบรับ/ใบสำคัญ"))
        self.print_button.setText(self.tr("พิมพ์"))
        self.states.empty.set_words(
            self.tr("ยังไม่มีกองทุน"), self.tr("เพิ่มกองทุนก่อน แล้วจึงลงสิ่งของได้"), self.tr("เพิ่มกองทุน")
        )
        self.table.empty.set_words(
            self.tr("ยังไม่มีสิ่งของ"), self.tr("ลงของที่มีคนให้ที่แถวล่าง นับเป็นหน่วยของมัน")
        )
        self.table.model.retranslate()
        shown = self.shown
        if shown is None or shown.fund is None or shown.book is None:
            return
        self.fund.set_choices([(each.id.hex, each.name) for each in shown.funds])
        self.fund.set_value(shown.fund.id.hex)
        left = "   ".join(f"{each.item} {each.quantity:g} {each.unit}" for each in shown.book.stock)
        nothing = self.tr("ไม่มีของเหลือ")
        self.stock.set_text(self.tr("คงเหลือ: {goods}").replace("{goods}", left or nothing))
        self.back_button.setVisible(Right.MONEY in self._rights)
        for button in (self.print_button, self.voucher_button):
            button.setVisible(Right.PRINT in self._rights)
        self._writing.setVisible(Right.WRITE in self._rights and shown.fund.state == "active")
        self.table.set_name(self.tr("ทะเบียนสิ่งของ"))
        self.table.model.set_rows(shown.book.lines)
        self.form.offer("item", sorted({each.item for each in shown.book.lines}))
        self.form.offer("unit", sorted({each.unit for each in shown.book.lines}))

    def redress(self) -> None:
        self.table.setMinimumHeight(theme().px(170))
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
        codes = self.shown.codes if self.shown is not None else CodeBook()
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

    def _laid_out(self) -> QWidget:
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for button in (self.fund_button, self.back_button):
            acts.addWidget(button)
        head = Folding(12)
        head.add(self.fund, 1, wish=240)
        head.add(acts)
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
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.stock, 1)
        for button in (self.voucher_button, self.print_button):
            line.addWidget(button)
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
        self.fund.chosen.connect(lambda code: self.goods_wanted.emit(UUID(code)))
        self.fund_button.clicked.connect(lambda: self.open_requested.emit(FUND, self.fund_id))
        self.back_button.clicked.connect(self.ask_back)
        self.print_button.clicked.connect(self.print_wanted)
        self.voucher_button.clicked.connect(self._want_voucher)
        self.form.given.connect(lambda values: self.given.emit(self.fund_id, values))
        self.form.drafted.connect(self._draft)

    def _want_voucher(self) -> None:
        known = self.table.current_id()
        if isinstance(known, UUID):
            self.voucher_wanted.emit(known)

    def _draft(self, content: Any) -> None:
        if self.fund_id is not None:
            self.drafted.emit(self.fund_id, content)
