"""ค้นหา: people who should be looked for, beside the learners that they may become."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.services.leads.records import LeadQuery
from desktop.services.roles import Right
from desktop.ui.leads.words import LEAD, LEADS, LISTS, SHEET, TAKING_IN, WALK, LeadWords
from desktop.ui.learners.opening import LEARNERS
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the learners; keying, lists and the wizard below it."""
    services = parts.services

    def walk(context: ShellContext) -> BuiltScreen:
        from desktop.ui.leads.walk import WalkPresenter, WalkScreen

        screen = WalkScreen(services.workspace.today)
        return BuiltScreen(screen, WalkPresenter(screen, services, context.jobs))

    def lists(context: ShellContext) -> BuiltScreen:
        from desktop.ui.leads.lists_screen import ListsPresenter, ListsScreen

        screen = ListsScreen(services.workspace.rights)
        return BuiltScreen(screen, ListsPresenter(screen, services, context.jobs))

    def taking_in(context: ShellContext) -> BuiltScreen:
        from desktop.ui.importing.presenter import ImportPresenter
        from desktop.ui.importing.screen import ImportScreen

        screen = ImportScreen(LEADS)
        presenter = ImportPresenter(
            screen, services, context.jobs, services.lead_imports, TAKING_IN
        )
        return BuiltScreen(screen, presenter)

    def keying() -> str:
        return translate("LeadsCommands", "คีย์ผลการตามหา")

    def results() -> str:
        return translate("LeadsCommands", "บัญชีและผลการตามหา")

    def wizard() -> str:
        return translate("LeadsCommands", "รับบัญชีรายชื่อที่ต้องตามหา")

    made = subject_feature(
        services,
        LEAD,
        LEADS,
        "search",
        lambda: kinds_name(LEAD),
        screens=_screens,
        service=lambda: services.leads,
        directory=lambda: services.lead_sheets,
        question=LeadQuery,
        detail=lambda row: (LeadWords().place(row), row.school),
        paper=SHEET,
        good_for=lambda: translate("LeadsCommands", "ไปเดินหาในหมู่บ้าน แยกใบตามหมู่และผู้ตามหา"),
        also=lambda: translate("LeadsCommands", "เด็กนอกระบบ Zero Dropout ตกหล่น ค้นหาเด็ก"),
        reasons=LeadWords().reasons(),
        place="tab",
        parent=LEARNERS,
        more=[
            ScreenEntry(
                WALK, "pencil", keying, walk, place="none", parent=LEARNERS, right=Right.WRITE
            ),
            ScreenEntry(LISTS, "list", results, lists, place="none", parent=LEARNERS),
            ScreenEntry(
                TAKING_IN, "upload", wizard, taking_in, place="none", parent=LEARNERS,
                right=Right.IMPORT,
            ),
        ],
        commands=[
            Command("pencil", keying, (WALK, None), right=Right.WRITE),
            Command("list", results, (LISTS, None)),
            Command("upload", wizard, (TAKING_IN, None), right=Right.IMPORT),
        ],
    )  # fmt: skip
    wizards = DraftForm("upload", wizard, lambda _file: (TAKING_IN, None), Right.IMPORT)
    return replace(made, drafts={**made.drafts, TAKING_IN: wizards})


def _screens() -> Screens:
    from desktop.ui.leads.new_screen import NewLeadPresenter, NewLeadScreen
    from desktop.ui.leads.page import LeadPresenter, LeadScreen
    from desktop.ui.leads.screen import LeadsPresenter, LeadsScreen

    return Screens(
        LeadsScreen,
        (LeadScreen, LeadPresenter),
        (NewLeadScreen, NewLeadPresenter),
        LeadsPresenter,
    )
