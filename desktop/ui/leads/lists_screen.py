"""Source lists with their results, and how the searches stand by village and by source."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.leads.records import Counted, LeadQuery, ListLine
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.leads.words import LEADS, TAKING_IN
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.shell.screens import Screen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.wording import refusal, sentence
from desktop.ui.writes import Writes

_STATES: Final = (
    "new", "sought", "found", "learner", "elsewhere", "moved", "not_found", "refused", "dead",
)  # fmt: skip
_FIELDS: Final = (
    FieldSpec("name", span=5),
    FieldSpec("source", span=4),
    FieldSpec("received_on", span=3, compact=True),
)


@dataclass(frozen=True)
class ListsPage:
    """All that the screen shows; `villages`: names by moo number."""

    lists: Sequence[ListLine] = ()
    villages: Sequence[Counted] = ()
    sources: Sequence[Counted] = ()
    names: tuple[tuple[str, str], ...] = ()


class CountTable(Card):
    """A row for each village or source, a column for each state; each number opens its people."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        self.numbers: dict[tuple[str, str], Button] = {}

    def show_counts(
        self,
        parts: Sequence[tuple[str, Sequence[tuple[str, Counted]]]],
        codes: CodeBook,
        total: str,
    ) -> None:
        """Show rows under the heading of each part."""
        clear_layout(self._grid)
        self.numbers = {}
        middle = Qt.AlignmentFlag.AlignCenter
        line = 0
        for heading, rows in parts:
            self._grid.addWidget(ThaiLabel(heading, "strong"), line, 0)
            words = [*(codes.label("lead_states", each) for each in _STATES), total]
            for column, word in enumerate(words, 1):
                head = ThaiLabel(word, "caption")
                head.setAlignment(middle)
                self._grid.addWidget(head, line, column)
                self._grid.setColumnStretch(column, 2)
            for name, row in rows:
                line += 1
                self._grid.addWidget(ThaiLabel(name), line, 0)
                for column, state in enumerate((*_STATES, ""), 1):
                    number = row.states.get(state, 0) if state else row.total
                    self._add(row, name, state, number, line, column)
            line += 1
        self._grid.setColumnStretch(0, 4)

    def _add(
        self, row: Counted, name: str, state: str, number: int, line: int, column: int
    ) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        if not number:
            self._grid.addWidget(ThaiLabel("–", "muted", wrap=False), line, column, middle)
            return
        button = Button(f"{number:,}", "link" if state else "quiet")
        button.setAccessibleName(f"{name}: {number:,}")
        button.clicked.connect(lambda _on=False: self.wanted.emit(row.query(state)))
        self.numbers[name, state] = button
        self._grid.addWidget(button, line, column, middle)


class ListCard(Card):
    """One source list: what it is, and its results as a workbook."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__("")
        self.line: ListLine | None = None
        self.form = RecordForm("lead_list", _FIELDS)
        self.form.setEnabled(Right.WRITE in rights)
        self.about = ThaiLabel("", "muted")
        self.back_button = Button("", "secondary", "download")
        self.back_button.setVisible(Right.EXPORT in rights)
        self.open_button = Button("", "link", "users")
        self.body.addWidget(self.form)
        self.body.addWidget(self.about)
        for button in (self.back_button, self.open_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class ListsScreen(Screen):
    """`page_wanted()`, `results_wanted(list id)`, `edited(list id, name, value)`."""

    page_wanted = Signal()
    results_wanted = Signal(object)
    edited = Signal(object, str, object)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._rights = rights
        self.codes = CodeBook()
        self.page = ListsPage()
        self.done_bar = DoneBar()
        self.counts = CountTable()
        self.take_in_button = Button("", "primary", "upload")
        show_if(self.take_in_button, Right.IMPORT in rights)
        self.cards: dict[UUID, ListCard] = {}
        self._heading, self._nothing = ThaiLabel("", "title"), ThaiLabel("", "muted")
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(self._heading)
        column.addWidget(self.take_in_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.counts)
        column.addWidget(self._nothing)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        column.addLayout(self._lists)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 16, 8)
        outer.addWidget(self.done_bar)
        outer.addWidget(Scrolling(inside), 1)
        self.counts.wanted.connect(lambda query: self.open_requested.emit(LEADS, query))
        self.take_in_button.clicked.connect(lambda: self.open_requested.emit(TAKING_IN, None))
        self.adapt()

    def show_page(self, page: ListsPage, codes: CodeBook) -> None:
        """Show the lists and the counts; what is being typed stays."""
        self.page, self.codes = page, codes
        known = {each.id for each in page.lists}
        for gone in set(self.cards) - known:
            card = self.cards.pop(gone)
            self._lists.removeWidget(card)
            card.deleteLater()
        for line in page.lists:
            card = self.cards.get(line.id) or self._new_card(line.id)
            card.form.set_codes(codes)
            values = {"name": line.name, "source": line.source, "received_on": line.received_on}
            card.form.show_values(values, keep=card.line is not None)
            card.line = line
        self.retranslate()

    def title(self) -> str:
        return self.tr("บัญชีและผลการตามหา")

    def enter(self, argument: object) -> None:
        self.page_wanted.emit()

    def leave(self) -> None:
        for card in self.cards.values():
            card.form.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"lead", "lead_move", "lead_list", "lead_row"} and self.isVisible():
            self.page_wanted.emit()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.counts.numbers.values()), self.take_in_button)

    def help_text(self) -> str:
        return self.tr(
            "ทุกตัวเลขกดเปิดรายชื่อได้\n"
            "ผลกลับไปหน่วยงานเป็น Excel มีแถวและคอลัมน์เดิมของเขา ต่อท้ายด้วยผล วันที่ และไปที่ไหน"
        )

    def retranslate(self) -> None:
        page = self.page
        self._heading.set_text(self.title())
        self.take_in_button.setText(self.tr("รับบัญชีใหม่จากหน่วยงาน"))
        self.counts.set_title(self.tr("ผลการตามหา แยกหมู่บ้านและที่มา"))
        names, nowhere = dict(page.names), self.tr("ไม่รู้หมู่บ้าน")
        unknown = self.tr("ไม่ระบุที่มา")
        villages = [
            (PersonWords().village(each.name, names.get(each.name, "")) if each.name else nowhere,
             each)
            for each in page.villages
        ]  # fmt: skip
        sources = [
            (self.codes.label("lead_sources", each.name) if each.name else unknown, each)
            for each in page.sources
        ]
        self.counts.show_counts(
            [(self.tr("หมู่บ้าน"), villages), (self.tr("ที่มา"), sources)],
            self.codes,
            self.tr("รวม"),
        )
        self.counts.setVisible(bool(page.villages))
        self._nothing.set_text(self.tr("ยังไม่มีบัญชีรายชื่อ รับบัญชีแรกด้วยปุ่มด้านบน"))
        self._nothing.setVisible(not page.lists)
        for card in self.cards.values():
            self._word(card)

    def _word(self, card: ListCard) -> None:
        line = card.line
        if line is None:
            return
        card.set_title(line.name)
        said = self.tr("{rows} คน ยังรออยู่ {waiting} · แฟ้ม {file}")
        told = said.replace("{rows}", f"{line.rows:,}").replace("{waiting}", f"{line.waiting:,}")
        told = told.replace("{file}", line.file_name or "–")
        if line.received_on:
            received = self.tr("ได้รับ {day}").replace("{day}", shown_iso(line.received_on))
            told = f"{told} · {received}"
        if line.left_out:
            left = self.tr("ไม่ได้รับเข้า %n แถว: {rows}", "", len(line.left_out))
            told = f"{told}\n{left.replace('{rows}', ', '.join(line.left_out[:12]))}"
        card.about.set_text(told)
        card.back_button.setText(self.tr("ส่งผลกลับเป็น Excel"))
        card.open_button.setText(self.tr("ดูรายชื่อในบัญชีนี้"))

    def _new_card(self, list_id: UUID) -> ListCard:
        card = ListCard(self._rights)
        card.back_button.clicked.connect(lambda: self.results_wanted.emit(list_id))
        card.open_button.clicked.connect(
            lambda: self.open_requested.emit(LEADS, LeadQuery(list_id=list_id))
        )
        card.form.edited.connect(lambda name, value: self.edited.emit(list_id, name, value))
        self.cards[list_id] = card
        self._lists.addWidget(card)
        return card


class ListsPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(self, screen: ListsScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.page_wanted.connect(self.read)
        screen.edited.connect(self.edit)
        screen.results_wanted.connect(
            lambda known: self.printing.export("lead_results", LeadQuery(list_id=known))
        )

    def read(self) -> None:
        """Read the lists and count."""
        services = self._services

        def work(_progress: object) -> tuple[ListsPage, CodeBook]:
            lists = services.lead_lists
            names = tuple((each.moo, each.name) for each in services.centre.villages())
            page = ListsPage(lists.lists(), lists.counts(), lists.counts("source"), names)
            return page, CodeBook(services.centre.own_words())

        def show(found: tuple[ListsPage, CodeBook]) -> None:
            if not self._writes.outdated(self.read):
                self._screen.show_page(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.done_bar.say_failed(sentence(error)),
            owner=self._screen,
            supersedes="lead lists",
        )

    def edit(self, list_id: UUID, name: str, value: Any) -> None:
        """Store one field of a list."""
        form = self._screen.cards[list_id].form

        def failed(error: Exception) -> None:
            field, text = refusal(error)
            form.show_error(field or name, text)

        self._writes.save(
            lambda: self._services.lead_lists.edit(list_id, {name: value}),
            lambda _none: form.clear_error(name),
            failed,
            told=self.tr("บันทึกแล้ว"),
        )
