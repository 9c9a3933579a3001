"""Answers the cash book: reads a month, writes lines, takes them back, closes months."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.book_screen import CashBookScreen, Shown
from desktop.ui.funds.line_presenter import LinePresenter
from desktop.ui.funds.words import BOOK, CASH_BOOK
from desktop.ui.jobs import Jobs
from desktop.ui.wording import sentence


class CashBookPresenter(LinePresenter[CashBookScreen]):
    """Beside what every book asks it closes months."""

    book = BOOK
    people = ("by_id", "approved_by_id")

    def __init__(self, screen: CashBookScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs)
        screen.close_wanted.connect(self.close_month)

    def _found(self, fund_id: UUID | None, month: str) -> Shown:
        services = self._services
        return Shown(
            funds=services.funds.find(),
            book=services.fund_entries.book(fund_id, month) if fund_id is not None else None,
            to_close=services.funds.month_to_close(fund_id) if fund_id is not None else "",
            codes=CodeBook(services.centre.own_words()),
            today=PartialDate.from_date(services.workspace.today()),
        )

    def _show(self, shown: Shown) -> None:
        self._screen.show_book(shown)

    def _write(self, fund_id: UUID, kind: str, given: dict[str, Any]) -> UUID:
        entries = self._services.fund_entries
        match kind:
            case "payment":
                return entries.pay(fund_id, given)
            case "transfer":
                to_fund = given.pop("to_fund_id", None)
                return entries.transfer(fund_id, UUID(str(to_fund or fund_id)), given)
            case "opening":
                return entries.begin_with(fund_id, given)
            case "count":
                return entries.count(fund_id, given)
            case _:
                return entries.receive(fund_id, given)

    def _reverse(self, entry_id: UUID, reason: str) -> UUID:
        return self._services.fund_entries.reverse(entry_id, reason)

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
