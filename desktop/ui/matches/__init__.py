"""พื้นที่กลาง: needs and offers side by side, the page of a match, and a learner's tab of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.matches.records import MatchQuery, MatchRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.matches.words import BOARD, MATCH, MatchWords, board_title
from desktop.ui.record_names import kind_name, kinds_name
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
from desktop.ui.shell.offers import Offer
from desktop.ui.subjects.words import state_tone
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.learner.tab import BuiltTab
    from desktop.ui.learner.work import LearnerWork
    from desktop.ui.parts import Parts

TAB = "needs"
"""Of the learner's page: what is asked, promised, given and stuck."""


def feature(parts: Parts) -> Feature:
    """The board as a tab beside needs and offers; the page of one match; the learner's tab."""
    services = parts.services

    def board(context: ShellContext) -> BuiltScreen:
        from desktop.ui.matches.board import BoardScreen
        from desktop.ui.matches.board_presenter import BoardPresenter

        screen = BoardScreen(services.workspace.rights)
        return BuiltScreen(screen, BoardPresenter(screen, services, context.jobs))

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.matches.page import MatchPresenter, MatchScreen

        screen = MatchScreen(services.workspace.rights)
        return BuiltScreen(screen, MatchPresenter(screen, services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(BOARD, "merge", board_title, board, place="tab", parent="partners"),
            ScreenEntry(
                MATCH, "merge", lambda: kind_name(MATCH), page, place="none", parent="partners"
            ),
        ],
        drafts={
            f"{MATCH}_move": DraftForm(
                "merge", lambda: kind_name(f"{MATCH}_move"), lambda known: (MATCH, UUID(known))
            )
        },
        reasons=MatchWords().reasons(),
        commands=[
            Command(
                "merge",
                board_title,
                (BOARD, None),
                also=lambda: translate("MatchesCommands", "จับคู่ เวทีสานฝันเพื่อน้อง ผู้ให้ผู้รับ"),
            )
        ],
        papers=[
            Offer(
                "export matches",
                "export",
                "merge",
                lambda: kinds_name(MATCH),
                lambda: translate("MatchesCommands", "ใครให้อะไรแก่ใคร ตกลง ส่ง และรับแล้วเท่าใด"),
                Right.EXPORT,
                lambda printing, _within: printing.export("matches"),
            )
        ],
        tabs=_tabs,
    )


_GONE_ON = frozenset({"proposed", "agreed", "delivered"})
"""States in which something is promised and not received yet."""


def _tabs() -> Sequence[TabEntry]:
    def build(work: LearnerWork) -> BuiltTab:
        from desktop.ui.learner.tab import BuiltTab
        from desktop.ui.matches.learner_tab import LearnerNeedsPresenter, LearnerNeedsTab

        tab = LearnerNeedsTab()
        return BuiltTab(tab, LearnerNeedsPresenter(tab, work))

    def ask(services: Services, learner_id: UUID) -> Sequence[MatchRow]:
        query = MatchQuery(learner_id=learner_id)
        return [each for each in services.matches.find(query) if each.state in _GONE_ON]

    def word(rows: Sequence[MatchRow], codes: CodeBook) -> Sequence[Coming]:
        words = MatchWords()
        return [
            Coming(
                "package",
                " · ".join(filter(None, (row.name, row.giver))),
                words.sums(row, codes),
                (MATCH, row.id),
                mark=codes.label("match_states", row.state),
                tone=state_tone(row.state)[0],
                sign=state_tone(row.state)[1],
            )
            for row in rows
        ]

    return (
        TabEntry(
            TAB,
            "inbox",
            lambda: translate("MatchesCommands", "ที่ขอและที่ได้"),
            build,
            kinds=("need", "match", "fund_entry", "goods_entry"),
            on_its_way=OnItsWay(ask, word),
        ),
    )
