"""Answer the pages about the centre, its villages, its people, and keeping it safe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.services.all import Services
from desktop.services.keeping.checking import CheckReport
from desktop.services.storage.backup_files import BackupMade
from desktop.services.undo import UndoService
from desktop.ui.jobs import Jobs
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.page import Page
from desktop.ui.settings.users_page import UsersPage
from desktop.ui.settings.villages_page import VillagesPage

LAST_BACKUP = "last_backup"


class PagePresenter:
    """What they share: run a wish, show the page anew, offer to take it back."""

    def __init__(self, page: Page, jobs: Jobs, undo: UndoService | None = None) -> None:
        self._page = page
        self._jobs = jobs
        self._undo = undo
        page.entered.connect(self.show)

    def show(self) -> None:
        """Read what the page shows."""
        raise NotImplementedError

    def keep(self, act: Callable[[], object], told: str = "", *, undoable: str = "") -> None:
        """Do `act` and show the page anew; `undoable` words the offer to take it back."""

        def work() -> bytes | None:
            act()
            return self._undo.last_action() if undoable and self._undo is not None else None

        def kept(action: bytes | None) -> None:
            self._page.banner.dismiss()
            if told:
                self._page.told.emit(told)
            if action is not None:
                self._page.undo_offered.emit(undoable, lambda: self._take_back(action))
            self.show()

        self._jobs.run(lambda _progress: work(), kept, self._page.show_error, owner=self._page)

    def _take_back(self, action: bytes) -> None:
        undo = self._undo
        if undo is not None:
            self.keep(lambda: undo.undo_action(action))


class CentrePresenter(PagePresenter):
    """The centre's own record."""

    def __init__(self, page: CentrePage, services: Services, jobs: Jobs) -> None:
        self._centre = services.centre
        self._own = page
        super().__init__(page, jobs)
        page.saved.connect(self.save)

    def show(self) -> None:
        self._jobs.run(lambda _progress: self._centre.get(), self._own.show_centre, owner=self._own)

    def save(self, values: dict[str, Any]) -> None:
        """Keep what was typed."""
        self.keep(
            lambda: self._centre.save(values),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )


class VillagesPresenter(PagePresenter):
    """Villages and hamlets."""

    def __init__(self, page: VillagesPage, services: Services, jobs: Jobs) -> None:
        self._centre = services.centre
        self._own = page
        super().__init__(page, jobs, services.undo)
        page.village_saved.connect(self.save)
        page.hide_wanted.connect(self.hide)
        page.hamlet_added.connect(self.add_hamlet)
        page.hamlet_renamed.connect(self.rename_hamlet)
        page.hamlet_hidden.connect(self.hide_hamlet)

    def show(self) -> None:
        self._jobs.run(
            lambda _progress: self._centre.villages(), self._own.show_villages, owner=self._own
        )

    def save(self, moo: str, values: dict[str, Any]) -> None:
        """Note a village, or what is known of it."""

        def saved(_village: object) -> None:
            self._own.banner.dismiss()
            self._own.told.emit(QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"))
            self._jobs.run(
                lambda _progress: self._centre.villages(),
                lambda found: self._show_and_go(found, "" if values else moo),
                owner=self._own,
            )

        self._jobs.run(
            lambda _progress: self._centre.save_village(moo, values),
            saved,
            self._own.show_error,
            owner=self._own,
        )

    def hide(self, village_id: UUID) -> None:
        """Hide a village where nobody lives."""
        self.keep(
            lambda: self._centre.hide_village(village_id),
            undoable=QCoreApplication.translate("SettingsOutcome", "เอาหมู่บ้านออกแล้ว"),
        )

    def add_hamlet(self, village_id: UUID, name: str) -> None:
        """Note a hamlet."""
        self.keep(
            lambda: self._centre.add_hamlet(village_id, {"name": name}),
            undoable=QCoreApplication.translate("SettingsOutcome", "เพิ่มหย่อมบ้านแล้ว"),
        )

    def rename_hamlet(self, hamlet_id: UUID, name: str) -> None:
        """Give a hamlet another name."""
        self.keep(
            lambda: self._centre.edit_hamlet(hamlet_id, {"name": name}),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def hide_hamlet(self, hamlet_id: UUID) -> None:
        """Hide a hamlet where nobody lives."""
        self.keep(
            lambda: self._centre.hide_hamlet(hamlet_id),
            undoable=QCoreApplication.translate("SettingsOutcome", "เอาหย่อมบ้านออกแล้ว"),
        )

    def _show_and_go(self, found: Any, moo: str) -> None:
        self._own.show_villages(found)
        if moo:
            self._own.go_to_moo(moo)


class UsersPresenter(PagePresenter):
    """Users and passcodes."""

    def __init__(self, page: UsersPage, services: Services, jobs: Jobs) -> None:
        self._users = services.users
        self._me = services.workspace.user
        self._own = page
        super().__init__(page, jobs)
        page.added.connect(self.add)
        page.passcode_given.connect(self.give)
        page.own_changed.connect(self.change_own)
        page.edited.connect(self.edit)
        page.active_changed.connect(self.set_active)

    def show(self) -> None:
        allowed = self._me.role == "administrator"
        self._jobs.run(
            lambda _progress: self._users.list(),
            lambda found: self._own.show_users(found, self._me.user_id, allowed=allowed),
            owner=self._own,
        )

    def add(self, name: str, role: str, passcode: str, own: str) -> None:
        """Let somebody new in."""
        self._ask(
            lambda: self._users.add(name, role, passcode, own),
            QCoreApplication.translate("SettingsOutcome", "เพิ่ม {name} แล้ว").replace("{name}", name),
        )

    def give(self, user_id: UUID, passcode: str, own: str) -> None:
        """A new passcode for somebody who forgot theirs."""
        self._ask(
            lambda: self._users.let_sign_in(user_id, passcode, own),
            QCoreApplication.translate("SettingsOutcome", "ตั้งรหัสผ่านใหม่แล้ว"),
        )

    def change_own(self, old: str, new: str) -> None:
        """One's own passcode."""
        self._ask(
            lambda: self._users.change_passcode(old, new),
            QCoreApplication.translate("SettingsOutcome", "เปลี่ยนรหัสผ่านแล้ว"),
        )

    def edit(self, user_id: UUID, values: dict[str, Any]) -> None:
        """Role, position, phone."""
        self.keep(
            lambda: self._users.edit(user_id, values),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def set_active(self, user_id: UUID, active: bool) -> None:
        """Let somebody in no longer, or again."""
        change = self._users.activate if active else self._users.deactivate
        self.keep(lambda: change(user_id), QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"))

    def _ask(self, act: Callable[[], object], told: str) -> None:
        def done(_result: object) -> None:
            self._own.show_saved(told)
            self.show()

        self._jobs.run(lambda _progress: act(), done, self._own.show_error, owner=self._own)


class BackupPresenter(PagePresenter):
    """Backups, the check, and putting a backup back."""

    def __init__(self, page: BackupPage, services: Services, jobs: Jobs) -> None:
        self._backups, self._checks = services.backups, services.checks
        self._settings, self._now = services.settings, services.workspace.now
        self._own = page
        super().__init__(page, jobs)
        page.backup_wanted.connect(self.make)
        page.keep_wanted.connect(self.keep_here)
        page.check_wanted.connect(self.check)

    def show(self) -> None:
        def show(kept: dict[str, str] | None) -> None:
            if kept:
                self._own.show_last(datetime.fromisoformat(kept["at"]), kept["file"])

        self._jobs.run(
            lambda _progress: self._settings.get(LAST_BACKUP, None, laptop=True),
            show,
            owner=self._own,
        )
        self._jobs.run(lambda _progress: self._backups.kept(), self._own.show_kept, owner=self._own)

    def keep_here(self) -> None:
        """Write a backup into the centre's own folder."""

        def kept(done: BackupMade) -> None:
            count = done.learners  # a plain name, or lupdate passes over the text
            text = QCoreApplication.translate(
                "SettingsOutcome", "สำรองแล้ว เปิดตรวจแล้ว มีผู้เรียนรู้ %n คน", "", count
            )
            self._own.show_outcome(text, good=True)
            self.show()

        self._jobs.run(
            lambda progress: self._backups.renew(progress),
            kept,
            self._own.show_error,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังสำรองข้อมูล"),
            owner=self._own,
        )

    def make(self, folder: Path) -> None:
        """Write a backup into a folder under a name that tells its day."""
        now = self._now().astimezone()
        file = folder / f"tambon-rianru-{now:%Y-%m-%d-%H%M%S}.backup"

        def made(done: BackupMade) -> None:
            count = done.learners  # a plain name, or lupdate passes over the text
            text = QCoreApplication.translate(
                "SettingsOutcome", "สำรองแล้ว เปิดตรวจแล้ว มีผู้เรียนรู้ %n คน", "", count
            )
            self._own.show_outcome(f"{text}\n{done.path}", good=True)
            self.show()

        def work(progress: Any) -> BackupMade:
            done = self._backups.make(file, progress)
            kept = {"at": now.isoformat(), "file": str(done.path)}
            self._settings.set(LAST_BACKUP, kept, laptop=True)
            return done

        self._jobs.run(
            work,
            made,
            self._own.show_error,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังสำรองข้อมูล"),
            owner=self._own,
        )

    def check(self) -> None:
        """Check that everything is whole."""

        def checked(report: CheckReport) -> None:
            if report.whole:
                self._own.show_outcome(
                    QCoreApplication.translate("SettingsOutcome", "ข้อมูลสมบูรณ์ดี ไม่มีอะไรขาดหาย"),
                    good=True,
                )
                return
            codes = ", ".join(sorted({finding.code for finding in report.findings}))
            count = len(report.findings)  # a plain name, or lupdate passes over the text
            text = QCoreApplication.translate(
                "SettingsOutcome", "พบ %n เรื่องที่ควรให้ผู้ดูแลระบบดู", "", count
            )
            self._own.show_outcome(f"{text} ({codes})", good=False)

        self._jobs.run(
            lambda _progress: self._checks.check(),
            checked,
            self._own.show_error,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังตรวจข้อมูล"),
            owner=self._own,
        )
