"""กิจกรรม: what is taught, who takes part, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.courses.records import CourseQuery
from desktop.services.enrolments.records import EnrolmentQuery, EnrolmentRow
from desktop.services.roles import Right
from desktop.ui.courses.words import (
    COURSE,
    COURSES,
    ENROLMENT,
    FORM,
    PAPER,
    CourseWords,
    activities,
    shown_days,
)
from desktop.ui.record_names import kind_name
from desktop.ui.shell.feature import (
    BuiltScreen,
    DraftForm,
    Feature,
    LearningPart,
    ScreenEntry,
    ShellContext,
)
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.credit_items.learner_tab import LearningTab
    from desktop.ui.parts import Parts

_ICON = "graduation-cap"


def feature(parts: Parts) -> Feature:
    """The list of courses, the page of one, the form for a new one."""
    services = parts.services
    whole = subject_feature(
        services,
        COURSE,
        COURSES,
        _ICON,
        activities,
        screens=_screens,
        service=lambda: services.courses,
        directory=lambda: services.course_list,
        question=CourseQuery,
        detail=lambda row: (row.teacher, shown_days(row)),
        paper=PAPER,
        good_for=lambda: translate("CourseCommands", "เรียนอะไร ที่ไหน ใครสอน กี่คน"),
        also=lambda: translate("CourseCommands", "วิชา กลุ่มสนใจ ฝึกอบรม เปิดสอน เปิดรุ่น ห้องเรียน"),
        reasons=CourseWords().reasons(),
        form=(FORM, lambda: translate("CourseCommands", "ถามในเวทีหมู่บ้านว่าใครอยากเรียนอะไร ว่างเมื่อใด")),
    )
    return replace(whole, learning=[LearningPart("courses", _ask_learnt, _learnt_cards)])


def _ask_learnt(services: Services, learner_id: UUID) -> Sequence[EnrolmentRow]:
    return services.enrolments.find(EnrolmentQuery(learner_id=learner_id))


def _learnt_cards(rows: Sequence[EnrolmentRow], tab: LearningTab) -> Sequence[Card]:
    """What a learner took part in: how far each is, how often they came, for how long."""
    if not rows:
        return []
    words = CourseWords()
    card = Card(translate("CourseCommands", "กิจกรรมที่เข้าร่วม"))
    if hours := sum(row.hours for row in rows):
        card.body.addWidget(ThaiLabel(words.hours(hours), "strong"))
    for row in rows:
        state = tab.codes.label("enrolment_states", row.state)
        told = (state, words.came(row), words.stands(row), row.number)
        tab.line(card, row.course, _ICON, ENROLMENT, row.id)
        card.body.addWidget(ThaiLabel(" · ".join(filter(None, told)), "muted"))
    return [card]


def enrolments(parts: Parts) -> Feature:
    """The page of somebody in a course."""
    services = parts.services

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.courses.enrolment_page import EnrolmentPresenter, EnrolmentScreen

        screen = EnrolmentScreen(services.workspace.rights)
        return BuiltScreen(screen, EnrolmentPresenter(screen, services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(
                ENROLMENT,
                "user-check",
                lambda: kind_name(ENROLMENT),
                page,
                place="none",
                parent=COURSES,
            )
        ],
        drafts={
            f"{ENROLMENT}_move": DraftForm(
                "user-check",
                lambda: kind_name(f"{ENROLMENT}_move"),
                lambda known: (ENROLMENT, UUID(known)),
                Right.WRITE,
            )
        },
    )


def _screens() -> Screens:
    from desktop.ui.courses.new_screen import NewCoursePresenter, NewCourseScreen
    from desktop.ui.courses.page import CoursePresenter, CourseScreen
    from desktop.ui.courses.screen import CoursesScreen

    return Screens(
        CoursesScreen, (CourseScreen, CoursePresenter), (NewCourseScreen, NewCoursePresenter)
    )
