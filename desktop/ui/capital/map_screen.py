"""แผนที่ทุน: how much of each kind every village has, as bars and as a table; numbers open lists."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.capital.records import CapitalTable
from desktop.services.roles import Right
from desktop.ui.capital.words import (
    CAPITAL,
    CAPITALS,
    COUNTS,
    DRAWN,
    CapitalAt,
    drawn_title,
    map_title,
    place_of,
)
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.cross_table import CrossCell, CrossLine, CrossTable
from desktop.ui.widgets.distribution_bars import Bar, BarPart, DistributionBars
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.states import StateStack
from desktop.ui.wording import sentence

_READS = frozenset({CAPITAL, f"{CAPITAL}_move", "village", "vocabulary_term"})


class CapitalMapScreen(Screen):
    """`table_wanted()`, `print_wanted()`."""

    table_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._table: CapitalTable | None = None
        self._codes, self._words = CodeBook(), SubjectWords(CAPITAL)
        self.heading, self.count = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.list_button = Button("", "secondary", "list")
        self.drawn_button = Button("", "secondary", "map-pin")
        self.print_button = Button("", "secondary", "printer")
        self.new_button = Button("", "primary", "plus")
        self.done_bar = DoneBar()
        self.kinds, self.bars, self.villages = Card(""), DistributionBars(), CrossTable()
        self.kinds.body.addWidget(self.bars)
        self.kinds.body.addStretch(1)
        self.state = StateStack(self._laid_out())
        show_if(self.print_button, Right.PRINT in rights)
        show_if(self.new_button, Right.WRITE in rights)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(self.done_bar)
        column.addWidget(self.state, 1)
        self.bars.opened.connect(
            lambda kind, _part: self.open_requested.emit(CAPITALS, CapitalAt(kind=kind))
        )
        self.villages.opened.connect(lambda at: self.open_requested.emit(CAPITALS, at))
        self.drawn_button.clicked.connect(lambda: self.open_requested.emit(DRAWN, None))
        self.list_button.clicked.connect(lambda: self.open_requested.emit(CAPITALS, None))
        self.print_button.clicked.connect(self.print_wanted)
        for begin in (self.new_button.clicked, self.state.empty.started):
            begin.connect(lambda *_on: self.open_requested.emit(f"{CAPITAL}_new", None))
        self.state.retried.connect(self.table_wanted)
        self.adapt()

    def show_table(self, table: CapitalTable, codes: CodeBook) -> None:
        """Show what there is."""
        self._table, self._codes = table, codes
        self.retranslate()
        if table.total:
            self.state.show_content()
        else:
            self.state.show_empty()
        self.filled.emit()

    def show_failed(self, sentence: str) -> None:
        """It could not be read."""
        self.state.show_failed(sentence)

    def enter(self, argument: object) -> None:
        self.table_wanted.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            self.table_wanted.emit()

    def title(self) -> str:
        return map_title()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.villages.numbers), None)

    def new_action(self) -> Action | None:
        return None if self.new_button.isHidden() else self.new_button.click

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def retranslate(self) -> None:
        self.heading.set_text(map_title())
        self.drawn_button.setText(drawn_title())
        self.list_button.setText(self.tr("ดูรายการ"))
        self.print_button.setText(self.tr("พิมพ์ตาราง"))
        self.new_button.setText(self._words.add())
        self.kinds.set_title(self.tr("มีอะไรบ้าง"), self.tr("กดแท่งเพื่อดูรายการ"))
        self.state.empty.set_words(
            self._words.none_yet(),
            self.tr("เริ่มจากคนที่สอนได้ ป่า วัด กลุ่มอาชีพ และที่ว่างของหมู่บ้าน"),
            self._words.add() if not self.new_button.isHidden() else "",
        )
        table = self._table
        if table is None:
            return
        self.count.set_text(self.tr("%n รายการ", "", table.total))
        kinds = [kind for kind in table.kinds if table.of_kind(kind)]
        unit = kinds_name(CAPITAL)
        self.bars.show_bars(
            [
                Bar(kind, self._kind(kind), (BarPart("all", unit, table.of_kind(kind)),))
                for kind in kinds
            ]
        )
        self._show_villages(table, kinds)

    def _show_villages(self, table: CapitalTable, kinds: list[str]) -> None:
        total, words = self.tr("รวม"), PersonWords()
        places = [(place_of(line), line) for line in table.villages]
        lines: list[CrossLine] = []
        for kind in kinds:
            cells = [
                CrossCell(line.counts.get(kind, 0), CapitalAt(place, line.village_id, kind))
                for place, line in places
            ]
            every = CrossCell(table.of_kind(kind), CapitalAt(kind=kind))
            lines.append((self._kind(kind), [*cells, every]))
        sums = [CrossCell(line.total, CapitalAt(place, line.village_id)) for place, line in places]
        lines.append((total, [*sums, CrossCell(table.total, CapitalAt())]))
        # By moo number alone: a tambon has more villages than a small window has room for names.
        heads = [words.village(line.village) if line.village_id else at for at, line in places]
        self.villages.show_table(
            self.tr("หมู่บ้านใดมีอะไร"),
            self.tr("กดตัวเลขเพื่อดูรายการ ขีดคือยังไม่มีใครจด"),
            [*heads, total],
            lines,
        )

    def help_text(self) -> str:
        return self.tr(
            "จำนวนทุนชุมชนที่ยังมีอยู่ ตามประเภทและหมู่บ้าน ที่หมดไปแล้วไม่นับ\n"
            "กด Tab ไปยังแท่งหรือตัวเลข แล้วกด Enter เพื่อดูรายการ\n"
            "หมู่บ้านที่มีแต่ขีดคือยังไม่ได้ถาม ไม่ใช่ว่าไม่มีอะไร"
        )

    def _kind(self, code: str) -> str:
        unsorted = self.tr("ยังไม่ระบุประเภท")
        return self._codes.label("capital_types", code) if code else unsorted

    def _head(self) -> QWidget:
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.heading)
        title.addWidget(self.count, 1)
        acts = QWidget()
        row = FlowLayout(acts, 8, one_line=True)
        for button in (
            self.drawn_button, self.list_button, self.print_button, self.new_button,
        ):  # fmt: skip
            row.addWidget(button)
        head = Folding(12)
        head.add(title, 1)
        head.add(acts, whole=True)
        return head

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.villages)
        column.addWidget(self.kinds)
        column.addStretch(1)
        return Scrolling(whole)


class CapitalMapPresenter(QObject):
    """Reads the table, and prints it."""

    def __init__(self, screen: CapitalMapScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.table_wanted.connect(self.read)
        screen.print_wanted.connect(self.print_counts)

    def read(self) -> None:
        """Read what there is."""
        services = self._services

        def work(_progress: object) -> tuple[CapitalTable, CodeBook]:
            return services.capital.table(), CodeBook(services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_table(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="capital map",
        )

    def print_counts(self) -> None:
        """Ask how, then print the table."""
        self.printing.print_list(COUNTS, self._services.capital_paper.write_counts)
