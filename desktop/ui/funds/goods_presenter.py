"""Answers the register of goods: reads it, writes lines, takes them back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.dates import PartialDate
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.goods_screen import GoodsScreen, ShownGoods
from desktop.ui.funds.line_presenter import LinePresenter
from desktop.ui.funds.words import GOODS, REGISTER


class GoodsPresenter(LinePresenter[GoodsScreen]):
    """What is sold brings its money into the cash book, one event with it."""

    book = GOODS
    people = ("by_id", "valued_by_id")

    def _found(self, fund_id: UUID | None, _month: str) -> ShownGoods:
        services = self._services
        funds = services.funds.find()
        return ShownGoods(
            funds=funds,
            fund=next((each for each in funds if each.id == fund_id), None),
            book=services.goods.book(fund_id) if fund_id is not None else None,
            codes=CodeBook(services.centre.own_words()),
            today=PartialDate.from_date(services.workspace.today()),
        )

    def _show(self, shown: ShownGoods) -> None:
        self._screen.show_goods(shown)

    def _write(self, fund_id: UUID, kind: str, given: dict[str, Any]) -> UUID:
        goods = self._services.goods
        match kind:
            case "out":
                return goods.give(fund_id, given)
            case "spoiled":
                return goods.spoil(fund_id, given)
            case "sold":
                return goods.sell(fund_id, given.pop("amount", None), given)
            case _:
                return goods.receive(fund_id, given)

    def _reverse(self, entry_id: UUID, reason: str) -> UUID:
        return self._services.goods.reverse(entry_id, reason)

    def print_book(self) -> None:
        """Ask how, then print the register that is shown."""
        fund_id, papers = self._screen.fund_id, self._services.fund_papers
        if fund_id is not None:
            self.printing.print_list(
                REGISTER, lambda path, looks: papers.write_goods(path, fund_id, looks)
            )
