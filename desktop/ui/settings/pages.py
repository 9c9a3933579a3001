"""The pages of the settings in their order, each with whoever answers it."""

from __future__ import annotations

from desktop.services.audit import AuditService
from desktop.services.centre import CentreService
from desktop.services.hett.framework import FrameworkService
from desktop.services.keeping.backups import BackupService
from desktop.services.keeping.checking import CheckService
from desktop.services.keeping.recovery import RecoveryService
from desktop.services.learners.lists import LearnerLists
from desktop.services.rights import Right, may
from desktop.services.settings import SettingService
from desktop.services.undo import UndoService
from desktop.services.users import UserService
from desktop.ui.jobs import Jobs
from desktop.ui.parts import Parts
from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.audit_page import AuditPage, AuditPresenter
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.hett_page import HettPage
from desktop.ui.settings.look_page import LookPage
from desktop.ui.settings.menu import BACKUP, MENU
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
from desktop.ui.settings.users_page import UsersPage
from desktop.ui.settings.villages_page import VillagesPage
from desktop.ui.settings.word_presenters import HettPresenter, WordsPresenter
from desktop.ui.settings.words_page import WordsPage


def make_pages(parts: Parts, jobs: Jobs) -> list[PageEntry]:
    """Every page over one open centre; a page is built when it is first chosen."""
    workspace = parts.services.workspace
    centre = CentreService(workspace)

    def centre_page() -> tuple[Page, object]:
        page = CentrePage()
        return page, CentrePresenter(page, centre, jobs)

    def villages() -> tuple[Page, object]:
        page = VillagesPage()
        return page, VillagesPresenter(page, centre, UndoService(workspace), jobs)

    def users() -> tuple[Page, object]:
        page = UsersPage()
        return page, UsersPresenter(page, UserService(workspace), workspace.user, jobs)

    def recovery() -> tuple[Page, object]:
        page = RecoveryPage()
        page.settled.connect(parts.wishes.recovery_settled)
        service = RecoveryService(workspace)
        allowed = may(workspace, Right.USERS)
        return page, RecoveryPresenter(page, service, parts.looks, jobs, allowed=allowed)

    def hett() -> tuple[Page, object]:
        page = HettPage()
        return page, HettPresenter(page, FrameworkService(workspace), jobs)

    def words() -> tuple[Page, object]:
        page = WordsPage()
        return page, WordsPresenter(page, centre, jobs)

    def backup() -> tuple[Page, object]:
        page = BackupPage()
        page.restore_wanted.connect(parts.wishes.restore_wanted)
        page.allow(restore=may(workspace, Right.RESTORE))
        services = (BackupService(workspace), CheckService(workspace), SettingService(workspace))
        return page, BackupPresenter(page, *services, workspace.now, jobs)

    def retention() -> tuple[Page, object]:
        page = RetentionPage()
        return page, RetentionPresenter(page, workspace, jobs)

    def look() -> tuple[Page, object]:
        return LookPage(parts.looks), None

    def about() -> tuple[Page, object]:
        status = parts.watch.sync.status()
        return AboutPage(status.letters), None

    def audit() -> tuple[Page, object]:
        page = AuditPage()
        services = (AuditService(workspace), UserService(workspace), LearnerLists(workspace))
        return page, AuditPresenter(page, *services, jobs)

    made = {
        "centre": centre_page,
        "villages": villages,
        "users": users,
        "recovery": recovery,
        "hett": hett,
        "words": words,
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
