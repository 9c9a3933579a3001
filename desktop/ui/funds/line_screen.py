"""A book of a fund on the screen: its lines, and one that is written at the foot of them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.funds.records import FundRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.asking_bar import AskingBar
from desktop.ui.funds.line_form import LineForm
from desktop.ui.funds.words import FUND, BookPlace
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import Column, DataclassTableModel


class Line(Protocol):
    """A row of a book."""

    @property
    def id(self) -> Hashable: ...


Form = TypeVar("Form", bound=LineForm)
Row = TypeVar("Row", bound=Line)


class LineScreen(Screen, Generic[Form, Row]):
    """`book_wanted(fund_id or None, month or "")`, `given(fund_id, values)`,
    `drafted(fund_id, content)`, `back_wanted(entry_id, reason)`, `print_wanted()`,
    `voucher_wanted(entry_id)`, `export_wanted()`, `import_wanted()`.

    Override `_columns`, `_word_lines`, `begin_with`; call `lay_out` and `adapt` once the widgets of
    one's own are there.

    Attributes:
        reads: the kinds that it shows.
        first: the field in which the keyboard begins.
        summary: what is in the fund.
    """

    book_wanted = Signal(object, str)
    given = Signal(object, object)
    drafted = Signal(object, object)
    back_wanted = Signal(object, str)
    print_wanted = Signal()
    voucher_wanted = Signal(object)
    export_wanted = Signal()
    import_wanted = Signal()

    reads: ClassVar[frozenset[str]]
    first: ClassVar[str]

    def __init__(self, rights: Collection[Right], form: Form) -> None:
        super().__init__()
        self._rights = rights
        self._today: PartialDate | None = None
        self._funds: Sequence[FundRow] = ()
        self.shown_fund: FundRow | None = None
        self.codes = CodeBook()
        self.fund = ChoiceField()
        self.summary = ThaiLabel("", "strong")
        self.fund_button = Button("", "link", "info")
        self.back_button = Button("", "secondary", "undo-2")
        self.voucher_button = Button("", "secondary", "file-check")
        self.print_button = Button("", "secondary", "printer")
        self.export_button = Button("", "quiet", "download")
        self.import_button = Button("", "quiet", "upload")
        self.bar, self.done_bar = AskingBar(), DoneBar()
        self.table = DataTable(DataclassTableModel(self._columns(), lambda row: row.id))
        self.form = form
        self._writing = Card("")

    def _columns(self) -> Sequence[Column[Row]]:
        """The columns of the book."""
        raise NotImplementedError

    def _word_lines(self, fund: FundRow) -> None:
        """Word what is shown of this fund."""
        raise NotImplementedError

    def begin_with(self) -> str:
        """How to begin while there is no fund."""
        raise NotImplementedError

    @property
    def fund_id(self) -> UUID | None:
        """The fund that is shown."""
        return self.shown_fund.id if self.shown_fund is not None else None

    def show_lines(
        self,
        funds: Sequence[FundRow],
        fund: FundRow | None,
        codes: CodeBook,
        today: PartialDate,
        kind: str = "",
    ) -> None:
        """Show a book; what is being written stays while it is of the same fund.

        Args:
            kind: of the line that is begun, "" for one like the last.
        """
        before, self.shown_fund = self.fund_id, fund
        self._funds, self.codes, self._today = funds, codes, today
        self.form.set_codes(codes)
        if fund is None:
            self.retranslate()
            self.states.show_empty()
            return
        if before != fund.id:
            self.bar.hide()
            self.begin_line(kind)
        elif kind:
            self.form.put(self.form.specs[0].name, kind)
            self.form.changed()
        self.retranslate()
        self.states.show_content()
        self.table.show_table()
        self.title_changed.emit()

    def begin_line(self, kind: str = "") -> None:
        """Begin the next line, of the kind and under the day of the last one."""
        last = self.form.values()
        kind = kind or self.form.written_kind
        self.form.begin({self.form.specs[0].name: kind, "on": last["on"] or self._today})

    def first_line(self) -> None:
        """Put the keyboard into the line that is written."""
        self.form.field(self.first).setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        """Say why the book could not be read."""
        self.states.show_failed(sentence)

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def save_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.form.save

    def new_action(self) -> Action | None:
        return None if self._writing.isHidden() else self.first_line

    def first_focus(self) -> QWidget | None:
        return self.table.view if self._writing.isHidden() else self.form.field(self.first)

    def enter(self, argument: object) -> None:
        """`argument`: a `BookPlace`; without one the fund that was shown last."""
        place = argument if isinstance(argument, BookPlace) else BookPlace()
        self.book_wanted.emit(place.fund_id or self.fund_id, place.month)

    def leave(self) -> None:
        self.form.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self.reads:
            self.book_wanted.emit(self.fund_id, self.month_shown)

    @property
    def month_shown(self) -> str:
        """The month that is looked at, "" where all of them are."""
        return ""

    def retranslate(self) -> None:
        self.fund.setAccessibleName(self.tr("กองทุน"))
        self.fund_button.setText(self.tr("รายละเอียดกองทุน"))
        self.back_button.setText(self.tr("ยกเลิกรายการ"))
        self.voucher_button.setText(self.tr("ใบรับ/ใบสำคัญ"))
        self.print_button.setText(self.tr("พิมพ์"))
        self.export_button.setText(self.tr("ส่งออก"))
        self.import_button.setText(self.tr("นำเข้า"))
        self.states.empty.set_words(self.tr("ยังไม่มีกองทุน"), self.begin_with(), self.tr("เพิ่มกองทุน"))
        self.table.model.retranslate()
        fund = self.shown_fund
        if fund is None:
            return
        self.fund.set_choices([(each.id.hex, each.name) for each in self._funds])
        self.fund.set_value(fund.id.hex)
        self.back_button.setVisible(Right.MONEY in self._rights)
        self.export_button.setVisible(Right.EXPORT in self._rights)
        self.import_button.setVisible({Right.MONEY, Right.IMPORT} <= set(self._rights))
        for button in (self.print_button, self.voucher_button):
            button.setVisible(Right.PRINT in self._rights)
        self._writing.setVisible(Right.WRITE in self._rights and fund.state == "active")
        self._word_lines(fund)

    def redress(self) -> None:
        self.table.setMinimumHeight(theme().px(170))

    def lay_out(
        self, chosen: QLayout | QWidget, acts: Sequence[QWidget], beside: Sequence[QWidget]
    ) -> None:
        """Lay all out, and connect it.

        Args:
            chosen: what the book is chosen by.
            acts: further buttons beside it.
            beside: what stands beside the sums.
        """
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for each in (self.fund_button, self.back_button, *acts):
            buttons.addWidget(each)
        head = Folding(12)
        head.add(chosen, 1, wish=240)
        head.add(buttons)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.summary, 1)
        for each in (
            *beside,
            self.import_button,
            self.export_button,
            self.voucher_button,
            self.print_button,
        ):
            line.addWidget(each)
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
        self.bar.hide()
        self.table.view.setSortingEnabled(False)
        self.states = StateStack(whole)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(24, 16, 24, 16)
        outside.addWidget(self.states)
        self._wire()

    def _wire(self) -> None:
        self.states.retried.connect(lambda: self.enter(None))
        self.states.empty.started.connect(lambda: self.open_requested.emit(f"{FUND}_new", None))
        self.fund.chosen.connect(lambda code: self.book_wanted.emit(UUID(code), ""))
        self.fund_button.clicked.connect(lambda: self.open_requested.emit(FUND, self.fund_id))
        self.back_button.clicked.connect(self.ask_back)
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
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
