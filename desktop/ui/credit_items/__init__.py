"""สิ่งที่เทียบโอน: what was learnt and may be credited, and the learner's tab of learning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.credits.lifecycle import WAITING
from desktop.services.credits.records import CreditBook, CreditQuery, CreditRow
from desktop.ui.code_book import CodeBook
from desktop.ui.credit_items.words import (
    CREDIT_ITEM,
    CREDIT_ITEMS,
    FORM,
    PAPER,
    REQUESTS,
    CreditWords,
)
from desktop.ui.learner_place import LEARNING
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Coming, Feature, LearningPart, OnItsWay, TabEntry
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.subjects.words import state_tone
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.credit_items.learner_tab import LearningTab
    from desktop.ui.learner.tab import BuiltTab
    from desktop.ui.learner.work import LearnerWork
    from desktop.ui.parts import Parts

COURSES = "courses"
"""The screen of the rail beside which these lists stand."""


def feature(parts: Parts) -> Feature:
    """The list, the page of one and the form for a new one; the learner's tab with the book."""
    services = parts.services
    requests = printed(
        "print credit_requests",
        "graduation-cap",
        REQUESTS,
        lambda: translate("CreditCommands", "คนละหน้า ทุกคนที่รอผล มีที่ลงชื่อกรรมการสี่คน"),
        lambda of: lambda path, looks: of.credit_papers.write_requests(path, None, looks),
    )
    whole = subject_feature(
        services,
        CREDIT_ITEM,
        CREDIT_ITEMS,
        "graduation-cap",
        lambda: kinds_name(CREDIT_ITEM),
        screens=_screens,
        service=lambda: services.credits,
        directory=lambda: services.credit_papers,
        question=CreditQuery,
        detail=lambda row: (row.who, row.receiver),
        paper=PAPER,
        good_for=lambda: translate("CreditCommands", "แยกตามสถานะ รอมากี่วัน เสนอและรับแล้วคนละช่อง"),
        also=lambda: translate("CreditCommands", "เทียบโอน หน่วยกิต ธนาคารหน่วยกิต คลังหน่วยกิต"),
        reasons=CreditWords().reasons(),
        place="tab",
        parent=COURSES,
        papers=[requests],
        form=(FORM, lambda: translate("CreditCommands", "เขียนด้วยปากกา แนบหลักฐาน แล้วยื่นสถานศึกษา")),
    )
    book = LearningPart("credits", _ask_book, _book_cards)
    return replace(whole, tabs=_tabs, learning=[book])


def _ask_book(services: Services, learner_id: UUID) -> CreditBook:
    return services.credits.book(learner_id)


def _book_cards(book: CreditBook, tab: LearningTab) -> Sequence[Card]:
    from desktop.ui.credit_items.learner_tab import book_cards

    return book_cards(book, tab)


def _tabs() -> Sequence[TabEntry]:
    def build(work: LearnerWork) -> BuiltTab:
        from desktop.ui.credit_items.learner_tab import LearningPresenter, LearningTab
        from desktop.ui.learner.tab import BuiltTab

        tab = LearningTab(work.screen.learning)
        return BuiltTab(tab, LearningPresenter(tab, work))

    def ask(services: Services, learner_id: UUID) -> Sequence[CreditRow]:
        query = CreditQuery(states=tuple(sorted(WAITING)), learner_id=learner_id)
        return services.credits.find(query)

    def word(rows: Sequence[CreditRow], codes: CodeBook) -> Sequence[Coming]:
        words = CreditWords()
        return [
            Coming(
                "graduation-cap",
                " · ".join(filter(None, (row.name, row.receiver))),
                row.missing or words.waits(row),
                (CREDIT_ITEM, row.id),
                mark=codes.label("credit_states", row.state),
                tone=state_tone(row.state)[0],
                sign=state_tone(row.state)[1],
            )
            for row in rows
        ]

    return (
        TabEntry(
            LEARNING,
            "graduation-cap",
            lambda: translate("CreditCommands", "การเรียนรู้"),
            build,
            kinds=("credit_item", "evidence", "kpc_entry"),
            on_its_way=OnItsWay(ask, word),
        ),
    )


def _screens() -> Screens:
    from desktop.ui.credit_items.new_screen import NewCreditItemPresenter, NewCreditItemScreen
    from desktop.ui.credit_items.page import CreditItemPresenter, CreditItemScreen
    from desktop.ui.credit_items.screen import CreditItemsScreen

    return Screens(
        CreditItemsScreen,
        (CreditItemScreen, CreditItemPresenter),
        (NewCreditItemScreen, NewCreditItemPresenter),
    )
