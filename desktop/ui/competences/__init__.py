"""สมรรถนะทีมงาน: what the team was trained in, beside the activities, and who can do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.competences.records import CompetenceQuery
from desktop.ui.competences.words import (
    COMPETENCE,
    COMPETENCES,
    MATRIX,
    PAPER,
    CompetenceWords,
    matrix_title,
    team_title,
)
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab of the activities; one whole, the form for a new one, the matrix."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.competences.matrix_screen import MatrixScreen
        from desktop.ui.subjects.counts import CountsPresenter

        screen = MatrixScreen(services.workspace.rights)
        presenter = CountsPresenter(
            screen, services, context.jobs, lambda: services.competences.matrix()
        )
        return BuiltScreen(screen, presenter)

    return subject_feature(
        services,
        COMPETENCE,
        COMPETENCES,
        "shield-check",
        team_title,
        screens=_screens,
        service=lambda: services.competences,
        directory=lambda: services.competence_paper,
        question=CompetenceQuery,
        detail=lambda row: (row.course, row.provider),
        paper=PAPER,
        good_for=lambda: translate("CompetenceCommands", "ใครอบรมอะไร ใช้ได้ถึงเมื่อใด เลขที่อะไร"),
        also=lambda: translate("CompetenceCommands", "อบรม ใบรับรอง วุฒิบัตร บุคลากร หมดอายุ"),
        reasons=CompetenceWords().reasons(),
        place="tab",
        parent="courses",
        more=[
            ScreenEntry(MATRIX, "layout-grid", matrix_title, build, place="none", parent="courses")
        ],
        commands=[
            Command(
                "layout-grid",
                matrix_title,
                (MATRIX, None),
                also=lambda: translate("CompetenceCommands", "ตารางสมรรถนะ ทีมงาน"),
            )
        ],
    )


def _screens() -> Screens:
    from desktop.ui.competences.new_screen import NewCompetencePresenter, NewCompetenceScreen
    from desktop.ui.competences.page import CompetencePresenter, CompetenceScreen
    from desktop.ui.competences.screen import CompetencesScreen

    return Screens(
        CompetencesScreen,
        (CompetenceScreen, CompetencePresenter),
        (NewCompetenceScreen, NewCompetencePresenter),
    )
