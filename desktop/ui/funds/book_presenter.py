"""Answers the cash book: reads a month, writes lines, takes them back, closes months."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.funds.book_workbook import LinesQuery
from desktop.services.funds.parties import Party
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.funds.book_screen import CashBookScreen, Shown
from desktop.ui.funds.words import BOOK, CASH_BOOK, VOUCHER, first_fund
from desktop.ui.importing.books import BookImport
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.persons.opening import finder
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class CashBookPresenter(QObject):
    """Every line is stored in its order; what is half written is kept by its fund."""

    def __init__(self, screen: CashBookScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.books = BookImport(screen, screen.done_bar, services, jobs)
        for name in ("by_id", "approved_by_id"):
            screen.form.set_finder(name, finder(services, jobs, screen))
        screen.form.set_finder("helped_id", learner_finder(services, jobs, screen))
        screen.book_wanted.connect(self.read)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.back_wanted.connect(self.take_back)
        screen.close_wanted.connect(self.close_month)
        screen.print_wanted.connect(self.print_book)
        screen.voucher_wanted.connect(self.print_voucher)
        screen.export_wanted.connect(self.export)
        screen.import_wanted.connect(lambda: self.books.choose(BOOK))

    def read(self, fund_id: UUID | None, month: str) -> None:
        """Read a month of a fund's book, of the first open one without a fund."""
        services = self._services

        def work(_progress: object) -> Shown:
            funds = services.funds.find()
            known = fund_id or first_fund(funds)
            return Shown(
                funds=funds,
                book=services.fund_entries.book(known, month) if known is not None else None,
                to_close=services.funds.month_to_close(known) if known is not None else "",
                codes=CodeBook(services.centre.own_words()),
                today=PartialDate.from_date(services.workspace.today()),
            )

        def show(shown: Shown) -> None:
            if self.writes.outdated(lambda: self.read(fund_id, month)):
                return
            before = self._screen.fund_id
            self._screen.show_book(shown)
            if shown.book is not None and before != shown.book.fund.id:
                self._begin(shown.book.fund.id)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=BOOK,
        )

    def store(self, fund_id: UUID, values: Mapping[str, Any]) -> None:
        """Write a line and begin the next."""
        services, screen, form = self._services, self._screen, self._screen.form
        given = filled(values)
        kind = str(given.pop("entry_kind"))
        entries = services.fund_entries

        def act() -> UUID:
            match kind:
                case "payment":
                    made = entries.pay(fund_id, given)
                case "transfer":
                    to_fund = given.pop("to_fund_id", None)
                    made = entries.transfer(fund_id, UUID(str(to_fund or fund_id)), given)
                case "opening":
                    made = entries.begin_with(fund_id, given)
                case "count":
                    made = entries.count(fund_id, given)
                case _:
                    made = entries.receive(fund_id, given)
            services.drafts.discard(BOOK, fund_id.hex)
            return made

        def done(_made: UUID) -> None:
            screen.begin_line(kind)
            screen.first_line()

        told = form.codes.label("fund_entry_kinds", kind)
        self.writes.do(act, done, form.refused, undo=told)

    def keep(self, fund_id: UUID, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self.writes.keep_draft(self._services.drafts, BOOK, fund_id.hex, content)

    def take_back(self, entry_id: UUID, reason: str) -> None:
        """Take a line back."""
        bar = self._screen.bar
        self.writes.do(
            lambda: self._services.fund_entries.reverse(entry_id, reason),
            lambda _made: bar.hide(),
            lambda error: bar.refused(sentence(error)),
            undo=self.tr("ยกเลิกรายการแล้ว"),
        )

    def close_month(self, fund_id: UUID, month: str, counted: object, note: str) -> None:
        """Close a month."""
        bar = self._screen.bar
        self.writes.do(
            lambda: self._services.funds.close_month(fund_id, month, counted, note or None),
            lambda _made: bar.hide(),
            lambda error: bar.refused(sentence(error)),
            undo=self.tr("ปิดเดือนแล้ว"),
        )

    def print_book(self) -> None:
        """Ask how, then print the month that is shown."""
        book, papers = self._screen.book, self._services.fund_papers
        if book is not None:
            fund_id, month = book.fund.id, book.month
            self.printing.print_list(
                CASH_BOOK, lambda path, looks: papers.write_book(path, fund_id, month, looks)
            )

    def export(self) -> None:
        """Write every line of the fund that is shown into a workbook."""
        book = self._screen.book
        if book is not None:
            self.printing.export(BOOK, LinesQuery(book.fund.id))

    def print_voucher(self, entry_id: UUID) -> None:
        """Ask how, then print the receipt or the voucher of a line."""
        papers = self._services.fund_papers
        self.printing.print_list(
            VOUCHER, lambda path, looks: papers.write_entry(path, entry_id, looks)
        )

    def _begin(self, fund_id: UUID) -> None:
        """Offer who is known, and bring back what was half written of a fund."""
        services, form = self._services, self._screen.form
        if Right.WRITE not in services.workspace.rights:
            return

        def ask() -> tuple[KeptDraft | None, tuple[Party, ...]]:
            return services.drafts.load(BOOK, fund_id.hex), services.fund_entries.parties()

        def show(found: tuple[KeptDraft | None, tuple[Party, ...]]) -> None:
            draft, parties = found
            form.set_parties(parties)
            if draft is not None and self._screen.fund_id == fund_id:
                form.show_draft(draft.content)

        self.writes.ask(ask, show)
