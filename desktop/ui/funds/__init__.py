"""กองทุน: funds beside the partners, their cash books and their goods."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.funds.records import FundQuery
from desktop.services.roles import Right
from desktop.ui.funds.words import (
    BOOK,
    DIRECTORY,
    FUND,
    FUNDS,
    GOODS,
    BookPlace,
    FundWords,
    money,
)
from desktop.ui.importing.opening import book_drafts
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners, the page of a fund, and its cash book."""
    services = parts.services
    return subject_feature(
        services,
        FUND,
        FUNDS,
        "book-open",
        lambda: kinds_name(FUND),
        screens=_screens,
        service=lambda: services.funds,
        directory=lambda: services.fund_directory,
        question=FundQuery,
        detail=lambda row: (row.owner, money(row.balance)),
        paper=DIRECTORY,
        good_for=lambda: translate("FundCommands", "ยอดคงเหลือของทุกกองทุน แยกตามเรื่อง"),
        also=lambda: translate("FundCommands", "ตั้งกองทุน ทุนการศึกษา ซะกาต ประมูล"),
        reasons=FundWords().reasons(),
        place="tab",
        parent="partners",
        writes=Right.MONEY,
    )


def books(parts: Parts) -> Feature:
    """The cash book and the goods of a fund, reached from the list, its page, and Ctrl+K."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.funds.book_presenter import CashBookPresenter
        from desktop.ui.funds.book_screen import CashBookScreen

        screen = CashBookScreen(services.workspace.rights)
        return BuiltScreen(screen, CashBookPresenter(screen, services, context.jobs))

    def goods(context: ShellContext) -> BuiltScreen:
        from desktop.ui.funds.goods_presenter import GoodsPresenter
        from desktop.ui.funds.goods_screen import GoodsScreen

        screen = GoodsScreen(services.workspace.rights)
        return BuiltScreen(screen, GoodsPresenter(screen, services, context.jobs))

    def goods_title() -> str:
        return translate("FundCommands", "ทะเบียนสิ่งของ")

    def title() -> str:
        return translate("FundCommands", "สมุดเงินสด")

    return Feature(
        screens=[
            ScreenEntry(BOOK, "book-open", title, build, place="none", parent="partners"),
            ScreenEntry(GOODS, "package", goods_title, goods, place="none", parent="partners"),
        ],
        drafts={
            **book_drafts(BOOK, (BOOK, None)),
            **book_drafts(GOODS, (GOODS, None)),
            BOOK: DraftForm(
                "book-open",
                lambda: translate("FundCommands", "รายการในสมุดเงินสด"),
                lambda subject: (BOOK, BookPlace(UUID(subject))),
            ),
            GOODS: DraftForm(
                "package",
                lambda: translate("FundCommands", "รายการในทะเบียนสิ่งของ"),
                lambda subject: (GOODS, BookPlace(UUID(subject))),
            ),
        },
        commands=[
            Command(
                "book-open",
                title,
                (BOOK, None),
                also=lambda: translate("FundCommands", "บัญชี รายรับ รายจ่าย คงเหลือ"),
            ),
            Command(
                "package",
                goods_title,
                (GOODS, None),
                also=lambda: translate("FundCommands", "ข้าวสาร ของบริจาค พัสดุ ประมูล"),
            ),
            Command(
                "plus",
                lambda: translate("FundCommands", "รับเงินบริจาค"),
                (BOOK, BookPlace(kind="receipt")),
                right=Right.WRITE,
                also=lambda: translate("FundCommands", "ใบรับ ทำบุญ"),
            ),
            Command(
                "minus",
                lambda: translate("FundCommands", "จ่ายเงินกองทุน"),
                (BOOK, BookPlace(kind="payment")),
                right=Right.MONEY,
                also=lambda: translate("FundCommands", "ใบสำคัญ"),
            ),
            Command(
                "check",
                lambda: translate("FundCommands", "นับเงินสด"),
                (BOOK, BookPlace(kind="count")),
                right=Right.MONEY,
                also=lambda: translate("FundCommands", "ตรวจเงิน"),
            ),
        ],
    )


def _screens() -> Screens:
    from desktop.ui.funds.new_screen import NewFundPresenter, NewFundScreen
    from desktop.ui.funds.page import FundPresenter, FundScreen
    from desktop.ui.funds.screen import FundsScreen

    return Screens(FundsScreen, (FundScreen, FundPresenter), (NewFundScreen, NewFundPresenter))
