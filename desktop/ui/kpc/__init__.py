"""กพช.: life-quality activities of learners, beside the credit items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.kpc.records import KpcBook, KpcQuery
from desktop.ui.credit_items import COURSES
from desktop.ui.kpc.words import FORM, KPC_ENTRIES, KPC_ENTRY, PAPER, REPORTS, KpcWords, hours
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature, LearningPart
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.credit_items.learner_tab import LearningTab
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list, the page of one and the form for a new one; a card on the tab of learning."""
    services = parts.services
    reports = printed(
        "print kpc_reports",
        "clock",
        REPORTS,
        lambda: translate("KpcCommands", "คนละหน้า รวมชั่วโมงที่อนุมัติ เทียบกับที่ระดับนั้นขอ"),
        lambda of: lambda path, looks: of.kpc_papers.write_reports(path, None, looks),
    )
    whole = subject_feature(
        services,
        KPC_ENTRY,
        KPC_ENTRIES,
        "clock",
        lambda: kinds_name(KPC_ENTRY),
        screens=_screens,
        service=lambda: services.kpc,
        directory=lambda: services.kpc_papers,
        question=KpcQuery,
        detail=lambda row: (row.who, row.term),
        paper=PAPER,
        good_for=lambda: translate("KpcCommands", "ทุกคน ทุกภาคเรียน เรียงตามชื่อ"),
        also=lambda: translate("KpcCommands", "กิจกรรมพัฒนาคุณภาพชีวิต จิตอาสา ชั่วโมง"),
        reasons=KpcWords().reasons(),
        place="tab",
        parent=COURSES,
        papers=[reports],
        form=(FORM, lambda: translate("KpcCommands", "ให้ผู้เรียนรู้เขียนเองทั้งภาคเรียน")),
    )
    return replace(whole, learning=[LearningPart("kpc", _ask, _cards)])


def _ask(services: Services, learner_id: UUID) -> KpcBook:
    return services.kpc.book(learner_id)


def _cards(book: KpcBook, tab: LearningTab) -> Sequence[Card]:
    """A card with the hours by level, and each activity."""
    if not book.entries and not tab.writes:
        return []
    words, card = KpcWords(), Card(kinds_name(KPC_ENTRY))
    for level in book.levels:
        card.body.addWidget(ThaiLabel(words.level(level, tab.codes), "strong"))
    for row in book.entries:
        state = tab.codes.label("kpc_states", row.state)
        told = (row.name, row.term, f"{hours(row.claimed)} / {hours(row.approved)}", state)
        tab.line(card, " · ".join(filter(None, told)), "clock", KPC_ENTRY, row.id)
    if tab.writes:
        new = SubjectWords(KPC_ENTRY).add()
        tab.line(card, new, "plus", f"{KPC_ENTRY}_new", {"learner_id": tab.whose})
    return [card]


def _screens() -> Screens:
    from desktop.ui.kpc.new_screen import NewKpcEntryPresenter, NewKpcEntryScreen
    from desktop.ui.kpc.page import KpcEntryPresenter, KpcEntryScreen
    from desktop.ui.kpc.screen import KpcEntriesScreen

    return Screens(
        KpcEntriesScreen,
        (KpcEntryScreen, KpcEntryPresenter),
        (NewKpcEntryScreen, NewKpcEntryPresenter),
    )
