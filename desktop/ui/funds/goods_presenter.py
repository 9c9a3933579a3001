"""Answers the register of goods: reads it, writes lines, takes them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.funds.parties import Party
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.funds.goods_screen import GoodsScreen, ShownGoods
from desktop.ui.funds.words import GOODS, REGISTER, VOUCHER, first_fund
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.persons.opening import finder
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class GoodsPresenter(QObject):
    """Every line is stored in its order; what is half written is kept by its fund."""

    def __init__(self, screen: GoodsScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        for name in ("by_id", "valued_by_id"):
            screen.form.set_finder(name, finder(services, jobs, screen))
        screen.form.set_finder("helped_id", learner_finder(services, jobs, screen))
        screen.goods_wanted.connect(self.read)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.back_wanted.connect(self.take_back)
        screen.print_wanted.connect(self.print_register)
        screen.voucher_wanted.connect(self.print_voucher)

    def read(self, fund_id: UUID | None) -> None:
        """Read the register of a fund, of the first open one without a fund."""
        services = self._services

        def work(_progress: object) -> ShownGoods:
            funds = services.funds.find()
            known = fund_id or first_fund(funds)
            return ShownGoods(
                funds=funds,
                fund=next((each for each in funds if each.id == known), None),
                book=services.goods.book(known) if known is not None else None,
                codes=CodeBook(services.centre.own_words()),
                today=PartialDate.from_date(services.workspace.today()),
            )

        def show(shown: ShownGoods) -> None:
            if self.writes.outdated(lambda: self.read(fund_id)):
                return
            before = self._screen.fund_id
            self._screen.show_goods(shown)
            if shown.fund is not None and before != shown.fund.id:
                self._begin(shown.fund.id)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=GOODS,
        )

    def store(self, fund_id: UUID, values: Mapping[str, Any]) -> None:
        """Write a line and begin the next."""
        services, screen, form = self._services, self._screen, self._screen.form
        given = filled(values)
        kind = str(given.pop("goods_kind"))

        def act() -> UUID:
            goods = services.goods
            match kind:
                case "out":
                    made = goods.give(fund_id, given)
                case "spoiled":
                    made = goods.spoil(fund_id, given)
                case "sold":
                    amount = given.pop("amount", None)
                    made = goods.sell(fund_id, amount, given)
                case _:
                    made = goods.receive(fund_id, given)
            services.drafts.discard(GOODS, fund_id.hex)
            return made

        def done(_made: UUID) -> None:
            screen.begin_line(kind)
            screen.first_line()

        told = form.codes.label("goods_kinds", kind)
        self.writes.do(act, done, form.refused, undo=told)

    def keep(self, fund_id: UUID, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self.writes.keep_draft(self._services.drafts, GOODS, fund_id.hex, content)

    def take_back(self, entry_id: UUID, reason: str) -> None:
        """Take a line back."""
        bar = self._screen.bar
        self.writes.do(
            lambda: self._services.goods.reverse(entry_id, reason),
            lambda _made: bar.hide(),
            lambda error: bar.refused(sentence(error)),
            undo=self.tr("ยกเลิกรายการแล้ว"),
        )

    def print_register(self) -> None:
        """Ask how, then print the register that is shown."""
        fund_id, papers = self._screen.fund_id, self._services.fund_papers
        if fund_id is not None:
            self.printing.print_list(
                REGISTER, lambda path, looks: papers.write_goods(path, fund_id, looks)
            )

    def print_voucher(self, entry_id: UUID) -> None:
        """Ask how, then print the receipt or the voucher of a line."""
        papers = self._services.fund_papers
        self.printing.print_list(
            VOUCHER, lambda path, looks: papers.write_entry(path, entry_id, looks)
        )

    def _begin(self, fund_id: UUID) -> None:
        services, form = self._services, self._screen.form
        if Right.WRITE not in services.workspace.rights:
            return

        def ask() -> tuple[KeptDraft | None, tuple[Party, ...]]:
            return services.drafts.load(GOODS, fund_id.hex), services.fund_entries.parties()

        def show(found: tuple[KeptDraft | None, tuple[Party, ...]]) -> None:
            draft, parties = found
            form.set_parties(parties)
            if draft is not None and self._screen.fund_id == fund_id:
                form.show_draft(draft.content)

        self.writes.ask(ask, show)
