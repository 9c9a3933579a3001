"""ส่งต่อ: what is asked of agencies for learners, until it was served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.referrals.brought import REPLY
from desktop.services.referrals.reading import is_open
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.referrals.words import (
    BOARD,
    FORM,
    REFERRAL,
    REFERRALS,
    SLIPS,
    SUMMARY,
    TAB,
    ReferralWords,
    board_title,
)
from desktop.ui.shell.feature import (
    BuiltScreen,
    Coming,
    DraftForm,
    Feature,
    OnItsWay,
    ScreenEntry,
    ShellContext,
    TabEntry,
)
from desktop.ui.shell.finding import Command
from desktop.ui.shell.offers import Offer, Within, printed
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.reports.paper_data import PaperOptions
    from desktop.services.all import Services
    from desktop.ui.learner.tab import BuiltTab
    from desktop.ui.learner.work import LearnerWork
    from desktop.ui.parts import Parts
    from desktop.ui.printing.presenter import PrintPresenter


def feature(parts: Parts) -> Feature:
    """The board with the list beside it, the page of one referral, the form for a new one."""
    services = parts.services
    blank = printed(
        "form referrals",
        "send",
        FORM,
        lambda: translate("ReferralsCommands", "เขียนด้วยปากกาในบ้าน มีใบตอบรับให้ฉีกส่งคืน"),
        lambda of: of.referral_slips.write_form,
        "blank",
    )

    def reply(context: ShellContext) -> BuiltScreen:
        from desktop.ui.referrals.reply_screen import ReplyPresenter, ReplyScreen

        screen = ReplyScreen()
        return BuiltScreen(screen, ReplyPresenter(screen, services, context.jobs))

    def board(context: ShellContext) -> BuiltScreen:
        from desktop.ui.referrals.board import ReferralBoardScreen
        from desktop.ui.referrals.board_presenter import ReferralBoardPresenter

        screen = ReferralBoardScreen(services.workspace.rights)
        return BuiltScreen(screen, ReferralBoardPresenter(screen, services, context.jobs))

    def summary(printing: PrintPresenter, within: Within) -> None:
        """Of the period and the village that the page of papers counts."""
        asked = within.query

        def work(path: Path, looks: PaperOptions) -> int:
            moos = {each.moo: each.id for each in services.centre.villages()}
            query = ReferralQuery(
                village_id=moos.get(asked.villages[0]) if asked.villages else None,
                sent_since=asked.registered_since,
                sent_until=asked.registered_until,
            )
            return services.referral_summary.write_pdf(path, query, looks)

        printing.print_list(SUMMARY, work)

    slips = Offer(
        "print slips",
        "print",
        "send",
        SLIPS.name,
        lambda: translate("ReferralsCommands", "ทุกใบที่ส่งแล้วยังไม่ตอบ เรียงตามหน่วยงาน ใบละหน้า"),
        Right.PRINT,
        lambda printing, _within: printing.print_lists(
            SLIPS,
            lambda path, looks, told: services.referral_slips.write_slips(
                path, ReferralQuery(states=("sent",)), looks, told
            ),
        ),
    )
    whole = subject_feature(
        services,
        REFERRAL,
        REFERRALS,
        "send",
        lambda: translate("ReferralsCommands", "รายการส่งต่อ"),
        place="tab",
        parent=BOARD,
        screens=_screens,
        service=lambda: services.referrals,
        directory=lambda: services.referral_summary,
        question=ReferralQuery,
        detail=lambda row: (row.receiver, row.number),
        paper=SUMMARY,
        good_for=lambda: translate("ReferralsCommands", "ส่งใครไปไหน ถึงขั้นใด แยกตามหน่วยงาน"),
        also=lambda: translate("ReferralsCommands", "ส่งตัว ประสานหน่วยงาน ใบส่งต่อ"),
        reasons=ReferralWords().reasons(),
        papers=[slips, blank],
    )
    page = ScreenEntry(
        REPLY, "inbox", reply_title, reply, place="tab", parent=BOARD, right=Right.WRITE
    )
    draft = DraftForm("inbox", reply_title, lambda _subject: (REPLY, None))
    command = Command(
        "inbox",
        reply_title,
        (REPLY, None),
        right=Right.WRITE,
        also=lambda: translate("ReferralsCommands", "ใบตอบรับ ตอบกลับ เลขที่ใบส่งต่อ"),
    )
    return replace(
        whole,
        screens=[ScreenEntry(BOARD, "send", board_title, board), *whole.screens, page],
        drafts={**whole.drafts, REPLY: draft},
        commands=[*whole.commands, command],
        tabs=_tabs,
        papers=[
            replace(each, make=summary) if each.key == f"print {REFERRALS}" else each
            for each in whole.papers
        ],
    )


def _tabs() -> Sequence[TabEntry]:
    def build(work: LearnerWork) -> BuiltTab:
        from desktop.ui.learner.tab import BuiltTab
        from desktop.ui.referrals.learner_tab import (
            LearnerReferralsPresenter,
            LearnerReferralsTab,
        )

        tab = LearnerReferralsTab()
        return BuiltTab(tab, LearnerReferralsPresenter(tab, work))

    def ask(services: Services, learner_id: UUID) -> Sequence[ReferralRow]:
        rows = services.referrals.find(ReferralQuery(learner_id=learner_id))
        return [row for row in rows if is_open(row)]

    def word(rows: Sequence[ReferralRow], codes: CodeBook) -> Sequence[Coming]:
        from desktop.ui.referrals.next_step import ReferralStepWords, named_receiver

        words = ReferralStepWords()
        return [
            Coming(
                "send",
                named_receiver(row, codes),
                words.told(row, codes),
                (REFERRAL, row.id),
                mark=words.mark(row).word,
                tone=words.mark(row).tone,
                sign=words.mark(row).icon,
            )
            for row in rows
        ]

    return (
        TabEntry(
            TAB,
            "send",
            board_title,
            build,
            kinds=("referral",),
            on_its_way=OnItsWay(ask, word),
        ),
    )


def reply_title() -> str:
    """What the screen is called on which answers are keyed back."""
    return translate("ReferralsCommands", "คีย์ใบตอบรับ")


def _screens() -> Screens:
    from desktop.ui.referrals.listing import ReferralsPresenter
    from desktop.ui.referrals.new_screen import NewReferralPresenter, NewReferralScreen
    from desktop.ui.referrals.page import ReferralPresenter, ReferralScreen
    from desktop.ui.referrals.screen import ReferralsScreen

    return Screens(
        ReferralsScreen,
        (ReferralScreen, ReferralPresenter),
        (NewReferralScreen, NewReferralPresenter),
        ReferralsPresenter,
    )
