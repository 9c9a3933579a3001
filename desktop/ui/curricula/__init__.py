"""Local curricula: what is taught here, beside the courses that are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.curricula.records import CurriculumQuery
from desktop.ui.curricula.words import (
    ALL,
    CURRICULA,
    CURRICULUM,
    FORM,
    LIST,
    CurriculumWords,
    village_of,
)
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list in the rail; the page of one, and the form for a new one below it."""
    services = parts.services
    whole = printed(
        "print curriculum_whole",
        "book-open",
        ALL,
        lambda: translate("CurriculumCommands", "ทุกฉบับ ครบทุกหัวข้อ ฉบับละหน้าใหม่"),
        lambda of: lambda path, looks: of.curriculum_papers.write_all(path, None, looks),
    )
    return subject_feature(
        services,
        CURRICULUM,
        CURRICULA,
        "book-open",
        lambda: kinds_name(CURRICULUM),
        screens=_screens,
        service=lambda: services.curricula,
        directory=lambda: services.curriculum_papers,
        question=CurriculumQuery,
        detail=lambda row: (CurriculumWords().version(row), row.community or village_of(row)),
        paper=LIST,
        good_for=lambda: translate("CurriculumCommands", "มีหลักสูตรอะไร ของชุมชนใด ถึงขั้นไหน"),
        also=lambda: translate("CurriculumCommands", "รายวิชา เนื้อหา ภูมิปัญญา แผนการสอน"),
        reasons=CurriculumWords().reasons(),
        place="tab",
        parent="courses",
        papers=[whole],
        form=(FORM, lambda: translate("CurriculumCommands", "เขียนกับปราชญ์และชุมชน ครบทุกหัวข้อ")),
    )


def _screens() -> Screens:
    from desktop.ui.curricula.new_screen import NewCurriculumPresenter, NewCurriculumScreen
    from desktop.ui.curricula.page import CurriculumPresenter, CurriculumScreen
    from desktop.ui.curricula.screen import CurriculaPresenter, CurriculaScreen

    return Screens(
        CurriculaScreen,
        (CurriculumScreen, CurriculumPresenter),
        (NewCurriculumScreen, NewCurriculumPresenter),
        CurriculaPresenter,
    )
