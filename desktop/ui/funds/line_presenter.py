"""Answers a book of a fund: reads it, writes lines, takes them back, prints what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.funds.line_workbook import LinesQuery
from desktop.services.funds.parties import Party
from desktop.services.roles import Right
from desktop.ui.forms.entry_form import filled
from desktop.ui.funds.line_screen import LineScreen
from desktop.ui.funds.words import VOUCHER, first_fund
from desktop.ui.importing.books import BookImport
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.needs.finder import match_finder, need_finder
from desktop.ui.persons.opening import finder
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

S = TypeVar("S", bound=LineScreen[Any, Any])


class LinePresenter(QObject, Generic[S]):
    """Every line is stored in its order; what is half written is kept by its fund.

    Override `_found`, `_show`, `_write`, `_reverse`, `print_book`.

    Attributes:
        book: the screen's key, by which drafts are kept; its workbook is called so too.
        people: the fields in which somebody is looked for.
    """

    book: ClassVar[str]
    people: ClassVar[tuple[str, ...]]

    def __init__(self, screen: S, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        for name in self.people:
            screen.form.set_finder(name, finder(services, jobs, screen))
        screen.form.set_finder("helped_id", learner_finder(services, jobs, screen))
        screen.form.set_finder("need_id", need_finder(services, jobs, screen))
        screen.form.set_finder("match_id", match_finder(services, jobs, screen))
        self.books = BookImport(screen, screen.done_bar, services, jobs)
        screen.export_wanted.connect(self.export)
        screen.import_wanted.connect(lambda: self.books.choose(self.book))
        screen.book_wanted.connect(self.read)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.back_wanted.connect(self.take_back)
        screen.print_wanted.connect(self.print_book)
        screen.voucher_wanted.connect(self.print_voucher)

    def _found(self, fund_id: UUID | None, month: str) -> Any:
        """What is shown of a fund; of the first open one without one."""
        raise NotImplementedError

    def _show(self, shown: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def _write(self, fund_id: UUID, kind: str, given: dict[str, Any]) -> UUID:
        """Write a line of this kind."""
        raise NotImplementedError

    def _reverse(self, entry_id: UUID, reason: str) -> UUID:
        """Take a line back."""
        raise NotImplementedError

    def print_book(self) -> None:
        """Ask how, then print what is shown."""
        raise NotImplementedError

    def read(self, fund_id: UUID | None, month: str) -> None:
        """Read the book of a fund, of the first open one without a fund."""
        services = self._services

        def work(_progress: object) -> Any:
            return self._found(fund_id or first_fund(services.funds.find()), month)

        def show(shown: Any) -> None:
            if self.writes.outdated(lambda: self.read(fund_id, month)):
                return
            before = self._screen.fund_id
            self._show(shown)
            now = self._screen.fund_id
            if now is not None and before != now:
                self._begin(now)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=self.book,
        )

    def store(self, fund_id: UUID, values: Mapping[str, Any]) -> None:
        """Write a line and begin the next."""
        services, screen, form = self._services, self._screen, self._screen.form
        given = filled(values)
        kind = str(given.pop(form.specs[0].name))

        def act() -> UUID:
            made = self._write(fund_id, kind, given)
            services.drafts.discard(self.book, fund_id.hex)
            return made

        def done(_made: UUID) -> None:
            screen.begin_line(kind)
            screen.first_line()

        self.writes.do(act, done, form.refused, undo=form.codes.label(form.vocabulary, kind))

    def keep(self, fund_id: UUID, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self.writes.keep_draft(self._services.drafts, self.book, fund_id.hex, content)

    def take_back(self, entry_id: UUID, reason: str) -> None:
        """Take a line back."""
        bar = self._screen.bar
        self.writes.do(
            lambda: self._reverse(entry_id, reason),
            lambda _made: bar.hide(),
            lambda error: bar.refused(sentence(error)),
            undo=self.tr("ยกเลิกรายการแล้ว"),
        )

    def print_voucher(self, entry_id: UUID) -> None:
        """Ask how, then print the receipt or the voucher of a line."""
        papers = self._services.fund_papers
        self.printing.print_list(
            VOUCHER, lambda path, looks: papers.write_entry(path, entry_id, looks)
        )

    def export(self) -> None:
        """Write every line of the fund that is shown into a workbook."""
        if self._screen.fund_id is not None:
            self.printing.export(self.book, LinesQuery(self._screen.fund_id))

    def _begin(self, fund_id: UUID) -> None:
        """Offer who is known, and bring back what was half written of a fund."""
        services, form = self._services, self._screen.form
        if Right.WRITE not in services.workspace.rights:
            return

        def ask() -> tuple[KeptDraft | None, tuple[Party, ...]]:
            return services.drafts.load(self.book, fund_id.hex), services.fund_entries.parties()

        def show(found: tuple[KeptDraft | None, tuple[Party, ...]]) -> None:
            draft, parties = found
            form.set_parties(parties)
            if draft is not None and self._screen.fund_id == fund_id:
                form.show_draft(draft.content)

        self.writes.ask(ask, show)
