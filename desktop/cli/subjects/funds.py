"""Funds, their cash books and their goods."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from uuid import UUID

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import Act, Argument, Subject, Values, hide, served, split
from desktop.models.funds import FundEntry, FundMonth, GoodsEntry
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.funds.lifecycle import FUNDING
from desktop.services.papers.printing import Printed


def _of_fund(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fund", type=UUID, metavar="FUND")


def _of_month(parser: argparse.ArgumentParser) -> None:
    _of_fund(parser)
    parser.add_argument("--month", metavar="YYYY-MM", default="")


def _of_entry(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("entry", type=UUID, metavar="ENTRY")


def _cash_book(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    pages = services.fund_papers.write_book(options.out, options.fund, options.month, looks)
    return Printed(options.out, pages)


def _goods(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    return Printed(options.out, services.fund_papers.write_goods(options.out, options.fund, looks))


def _entry(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    return Printed(options.out, services.fund_papers.write_entry(options.out, options.entry, looks))


PAPERS = (
    directory("funds", "กองทุน / funds", lambda services: services.fund_directory),
    Paper("cash-book", "สมุดเงินสด / cash book of a month", _cash_book, _of_month),
    Paper("goods", "ทะเบียนสิ่งของ / register of goods", _goods, _of_fund),
    Paper("voucher", "ใบรับบริจาค ใบสำคัญ / receipt or voucher", _entry, _of_entry),
)

_ON = (Argument("on", type="day"), Argument("happened_on", type="day"))
_GIFT = (
    *_ON,
    Argument("party", type="line"),
    Argument("anonymous", type="yes_no"),
    Argument("purpose", type="code", list="fund_purposes"),
    Argument("number", type="plain"),
    Argument("details", type="line"),
    Argument("helped_id", type="link", link="learner"),
    Argument("need_id", type="link", link="need"),
    Argument("match_id", type="link", link="match"),
    Argument("by_id", type="link", link="person"),
)
_APPROVED = (
    Argument("approved_by_id", type="link", link="person"),
    Argument("approval", type="plain"),
    Argument("reason"),
)
_AMOUNT = Argument("amount", required=True, type="plain")
_MONEY = (_AMOUNT, *_GIFT, Argument("resolution", type="line"))
_GOODS = (
    Argument("item", required=True, type="line"),
    Argument("quantity", required=True, type="plain"),
    Argument("unit", required=True, type="line"),
    *_GIFT,
    Argument("estimated_value", type="plain"),
    Argument("valued_by_id", type="link", link="person"),
    Argument("reason"),
)
_REASON = (Argument("reason", required=True),)

Write = Callable[[Services, UUID, Values], UUID]


def _transfer(services: Services, fund_id: UUID, values: Values) -> UUID:
    own, rest = split(values, "to_fund_id")
    return services.fund_entries.transfer(fund_id, own["to_fund_id"], rest)


def _sell(services: Services, fund_id: UUID, values: Values) -> UUID:
    own, rest = split(values, "amount")
    return services.goods.sell(fund_id, own["amount"], rest)


def _close_month(services: Services, fund_id: UUID, values: Values) -> None:
    services.funds.close_month(
        fund_id, values.get("month") or "", values.get("counted"), values.get("note")
    )


_TO = Argument("to_fund_id", required=True, type="link", link="fund")


def _in_fund(name: str, write: Write, arguments: tuple[Argument, ...]) -> Act:
    """Writing into the book of the fund whose id is given."""
    return Act(name, write, arguments, of=FUNDING.thing.kind)


def _reverse_money(services: Services, entry_id: UUID, values: Values) -> UUID:
    return services.fund_entries.reverse(entry_id, values["reason"])


def _reverse_goods(services: Services, entry_id: UUID, values: Values) -> UUID:
    return services.goods.reverse(entry_id, values["reason"])


SUBJECTS = (
    served(
        FUNDING,
        lambda services: services.funds,
        acts=(
            Act(
                "close_month",
                _close_month,
                (
                    Argument("month", type="plain"),
                    Argument("counted", type="plain"),
                    Argument("note"),
                ),
            ),
            hide(lambda services, fund_id: services.funds.open_month(fund_id), "open_month"),
        ),
    ),
    Subject(
        FundEntry,
        acts=(
            _in_fund(
                "receive",
                lambda services, fund, values: services.fund_entries.receive(fund, values),
                _MONEY,
            ),
            _in_fund(
                "pay",
                lambda services, fund, values: services.fund_entries.pay(fund, values),
                (*_MONEY, *_APPROVED),
            ),
            _in_fund("transfer", _transfer, (*_MONEY, *_APPROVED, _TO)),
            _in_fund(
                "begin_with",
                lambda services, fund, values: services.fund_entries.begin_with(fund, values),
                _MONEY,
            ),
            _in_fund(
                "count",
                lambda services, fund, values: services.fund_entries.count(fund, values),
                (_AMOUNT, *_ON),
            ),
            Act("reverse", _reverse_money, _REASON),
        ),
    ),
    Subject(
        GoodsEntry,
        acts=(
            _in_fund(
                "receive",
                lambda services, fund, values: services.goods.receive(fund, values),
                _GOODS,
            ),
            _in_fund(
                "give", lambda services, fund, values: services.goods.give(fund, values), _GOODS
            ),
            _in_fund(
                "spoil", lambda services, fund, values: services.goods.spoil(fund, values), _GOODS
            ),
            _in_fund("sell", _sell, (_AMOUNT, *_GOODS)),
            Act("reverse", _reverse_goods, _REASON),
        ),
    ),
    Subject(FundMonth),
)
