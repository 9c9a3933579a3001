"""ทักษะก่อน–หลัง: the four key skills of learners, beside the activities; a course's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.skills.records import SkillQuery, SkillRow
from desktop.ui.credit_items import COURSES
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import (
    BuiltScreen,
    Feature,
    LearningPart,
    ScreenEntry,
    ShellContext,
)
from desktop.ui.skills.words import MEASURE, MEASURES, PAPER, SHEET, SkillWords
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.credit_items.learner_tab import LearningTab
    from desktop.ui.parts import Parts

_ICON = "trending-up"


def feature(parts: Parts) -> Feature:
    """The list, the page of one, the form for a new one, and the sheet of a course."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.skills.sheet_presenter import SheetPresenter
        from desktop.ui.skills.sheet_screen import SkillSheetScreen

        screen = SkillSheetScreen(services.workspace.rights)
        return BuiltScreen(screen, SheetPresenter(screen, services, context.jobs))

    whole = subject_feature(
        services,
        MEASURE,
        MEASURES,
        _ICON,
        lambda: kinds_name(MEASURE),
        screens=_screens,
        service=lambda: services.skills,
        directory=lambda: services.skill_paper,
        question=SkillQuery,
        detail=lambda row: (row.course, row.skill),
        paper=PAPER,
        good_for=lambda: translate("SkillCommands", "ใครทำได้แค่ไหนก่อนและหลังเรียน"),
        also=lambda: translate("SkillCommands", "K1 K2 K3 K4 วัดผล ประเมิน พัฒนาการ"),
        reasons={},
        place="tab",
        parent=COURSES,
        more=[
            ScreenEntry(
                SHEET, _ICON, lambda: kinds_name(MEASURE), build, place="none", parent=COURSES
            )
        ],
    )
    return replace(whole, learning=[LearningPart("skills", _ask, _cards)])


def _ask(services: Services, learner_id: UUID) -> Sequence[SkillRow]:
    return services.skills.find(SkillQuery(learner_id=learner_id))


def _cards(rows: Sequence[SkillRow], tab: LearningTab) -> Sequence[Card]:
    """A card with what became of each skill; each measure opens its page."""
    if not rows and not tab.writes:
        return []
    words, card = SkillWords(), Card(kinds_name(MEASURE))
    for _same, each in groupby(rows, lambda row: (row.course_id, row.skill)):
        mine = list(each)
        skill = tab.codes.label("key_skills", mine[0].skill)
        told = " · ".join(filter(None, (skill, mine[0].course, words.way(mine))))
        card.body.addWidget(ThaiLabel(told, "strong"))
        for row in mine:
            tab.line(card, words.step(row, tab.codes), _ICON, MEASURE, row.id)
    if tab.writes:
        new = SubjectWords(MEASURE).add()
        tab.line(card, new, "plus", f"{MEASURE}_new", {"learner_id": tab.whose})
    return [card]


def _screens() -> Screens:
    from desktop.ui.skills.new_screen import NewSkillPresenter, NewSkillScreen
    from desktop.ui.skills.page import SkillPresenter, SkillScreen
    from desktop.ui.skills.screen import SkillsScreen

    return Screens(SkillsScreen, (SkillScreen, SkillPresenter), (NewSkillScreen, NewSkillPresenter))
