"""The pages of the settings in their order, each with whoever answers it."""

from __future__ import annotations

from desktop.services.rights import Right, may
from desktop.ui.jobs import Jobs
from desktop.ui.parts import Parts
from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.audit_page import AuditPage, AuditPresenter
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.field_forms_page import FieldFormsPage, FieldFormsPresenter
from desktop.ui.settings.hett_page import HettPage
from desktop.ui.settings.look_page import LookPage
from desktop.ui.settings.menu import BACKUP, FIELD_FORMS, HETT, MENU, URGENT_HOURS, VILLAGES
from desktop.ui.settings.page import Page
from desktop.ui.settings.presenters import (
    BackupPresenter,
    CentrePresenter,
    UsersPresenter,
    VillagesPresenter,
)
from desktop.ui.settings.recovery_page import RecoveryPage, RecoveryPresenter
from desktop.ui.settings.retention_page import RetentionPage
from desktop.ui.settings.retention_presenter import RetentionPresenter
from desktop.ui.settings.screen import PageEntry
from desktop.ui.settings.urgent_hours_page import UrgentHoursPage, UrgentHoursPresenter
from desktop.ui.settings.users_page import UsersPage
from desktop.ui.settings.villages_page import VillagesPage
from desktop.ui.settings.word_presenters import HettPresenter, WordsPresenter
from desktop.ui.settings.words_page import WordsPage
from resources import shipped


def make_pages(parts: Parts, jobs: Jobs) -> list[PageEntry]:
    """Every page over one open centre; a page is built when it is first chosen."""
    services = parts.services
    workspace = services.workspace

    def centre_page() -> tuple[Page, object]:
        page = CentrePage()
        return page, CentrePresenter(page, services, jobs)

    def villages() -> tuple[Page, object]:
        page = VillagesPage()
        return page, VillagesPresenter(page, services, jobs)

    def users() -> tuple[Page, object]:
        page = UsersPage()
        return page, UsersPresenter(page, services, jobs)

    def recovery() -> tuple[Page, object]:
        page = RecoveryPage()
        page.settled.connect(parts.wishes.recovery_settled)
        return page, RecoveryPresenter(page, services, parts.looks, jobs)

    def hett() -> tuple[Page, object]:
        page = HettPage()
        return page, HettPresenter(page, services, jobs)

    def field_forms() -> tuple[Page, object]:
        page = FieldFormsPage()
        return page, FieldFormsPresenter(page, services, jobs)

    def words() -> tuple[Page, object]:
        page = WordsPage()
        return page, WordsPresenter(page, services, jobs)

    def urgent_hours() -> tuple[Page, object]:
        page = UrgentHoursPage()
        return page, UrgentHoursPresenter(page, services, jobs)

    def backup() -> tuple[Page, object]:
        page = BackupPage()
        page.restore_wanted.connect(parts.wishes.restore_wanted)
        page.allow(restore=may(workspace, Right.RESTORE))
        return page, BackupPresenter(page, services, jobs)

    def retention() -> tuple[Page, object]:
        page = RetentionPage()
        return page, RetentionPresenter(page, services, jobs)

    def look() -> tuple[Page, object]:
        return LookPage(parts.looks), None

    def about() -> tuple[Page, object]:
        page = AboutPage()
        jobs.run(lambda _progress: parts.watch.sync.status().letters, page.show_device, owner=page)
        jobs.run(
            lambda _progress: (shipped.components(), str(shipped.list_file() or "")),
            lambda found: page.show_components(*found),
            page.show_error,
            owner=page,
        )
        return page, None

    def audit() -> tuple[Page, object]:
        page = AuditPage()
        return page, AuditPresenter(page, services, jobs)

    made = {
        "centre": centre_page,
        VILLAGES: villages,
        "users": users,
        "recovery": recovery,
        HETT: hett,
        FIELD_FORMS: field_forms,
        "words": words,
        URGENT_HOURS: urgent_hours,
        BACKUP: backup,
        "retention": retention,
        "look": look,
        "audit": audit,
        "about": about,
    }
    return [
        PageEntry(line.key, line.icon, line.name, made[line.key])
        for line in MENU
        if may(workspace, line.right)
    ]
