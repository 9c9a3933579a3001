"""หลักฐานการเรียนรู้: what shows that somebody learnt, beside the credit items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.evidence.records import EvidenceQuery, EvidenceRow
from desktop.ui.credit_items import COURSES
from desktop.ui.evidence.words import EVIDENCE, EVIDENCES, PAPER, EvidenceWords, lacks
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature, LearningPart
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.credit_items.learner_tab import LearningTab
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list, the page of one and the form for a new one; a card on the tab of learning."""
    services = parts.services
    whole = subject_feature(
        services,
        EVIDENCE,
        EVIDENCES,
        "file-check",
        lambda: kinds_name(EVIDENCE),
        screens=_screens,
        service=lambda: services.evidence,
        directory=lambda: services.evidence_list,
        question=EvidenceQuery,
        detail=lambda row: (row.who, row.course, row.shows),
        paper=PAPER,
        good_for=lambda: translate("EvidenceCommands", "แยกตามสถานะ พร้อมสิ่งที่ยังขาด ไม่มีภาพ"),
        also=lambda: translate("EvidenceCommands", "ชิ้นงาน ภาพถ่าย ใบรับรอง แฟ้มสะสมงาน"),
        reasons=EvidenceWords().reasons(),
        place="tab",
        parent=COURSES,
    )
    return replace(whole, learning=[LearningPart("evidence", _ask, _cards)])


def _ask(services: Services, learner_id: UUID) -> Sequence[EvidenceRow]:
    return services.evidence.find(EvidenceQuery(learner_id=learner_id))


def _cards(rows: Sequence[EvidenceRow], tab: LearningTab) -> Sequence[Card]:
    """A card of all of it, each with how it stands and what it lacks."""
    if not rows and not tab.writes:
        return []
    card = Card(kinds_name(EVIDENCE))
    for row in rows:
        state = tab.codes.label("evidence_states", row.state)
        told = " · ".join(filter(None, (row.name, row.course, state, lacks(row.gaps))))
        tab.line(card, told, "file-check", EVIDENCE, row.id)
    if tab.writes:
        new = SubjectWords(EVIDENCE).add()
        tab.line(card, new, "plus", f"{EVIDENCE}_new", {"learner_id": tab.whose})
    return [card]


def _screens() -> Screens:
    from desktop.ui.evidence.new_screen import NewEvidencePresenter, NewEvidenceScreen
    from desktop.ui.evidence.page import EvidencePresenter, EvidenceScreen
    from desktop.ui.evidence.screen import EvidenceListScreen

    return Screens(
        EvidenceListScreen,
        (EvidenceScreen, EvidencePresenter),
        (NewEvidenceScreen, NewEvidencePresenter),
    )
