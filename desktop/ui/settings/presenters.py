"""Answer the pages about the centre, its villages, its people, and keeping it safe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.keeping.checking import CheckReport
from desktop.services.storage.backup_files import BackupMade
from desktop.services.undo import UndoService
from desktop.ui.jobs import Jobs
from desktop.ui.record_names import code_name
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.logo import logo_from
from desktop.ui.settings.page import Page
from desktop.ui.settings.users_page import UsersPage
from desktop.ui.settings.villages_page import VillagesPage
from desktop.ui.writes import Writes
from resources.clock import in_thailand

LAST_BACKUP = "last_backup"
T = TypeVar("T")


class PagePresenter:
    """What they share: run a wish, show the page anew, offer to take it back."""

    def __init__(self, page: Page, jobs: Jobs, undo: UndoService | None = None) -> None:
        self._page = page
        self._jobs = jobs
        self._writes = Writes(page, jobs, undo)
        self._writes.settled.connect(self._on_settled)
        page.entered.connect(self.show)

    def show(self) -> None:
        """Read what the page shows."""
        raise NotImplementedError

    def read(self, ask: Callable[[], T], show: Callable[[T], None]) -> None:
        """Ask for what the page shows, and show it unless it may be older than the page."""

        def done(answer: T) -> None:
            if not self._writes.outdated(self.show):
                show(answer)

        self._jobs.run(lambda _progress: ask(), done, self._page.show_error, owner=self._page)

    def keep(self, act: Callable[[], object], told: str = "") -> None:
        """Store something typed."""
        self._writes.save(act, self._kept, self._page.show_error, told=told)

    def do(
        self,
        act: Callable[[], object],
        done: Callable[[Any], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        """Do what was asked for; `undo` words the offer to take it back."""
        self._writes.do(act, done or self._kept, self._page.show_error, undo=undo, told=told)

    def _kept(self, _result: object) -> None:
        self._page.banner.dismiss()

    def _on_settled(self, stored: bool) -> None:
        # What was refused stays where it was typed.
        if stored:
            self.show()


class CentrePresenter(PagePresenter):
    """The centre's own record."""

    def __init__(self, page: CentrePage, services: Services, jobs: Jobs) -> None:
        self._centre = services.centre
        self._own = page
        super().__init__(page, jobs)
        page.saved.connect(self.save)
        page.logo.chosen.connect(self.take_logo)

    def take_logo(self, path: Path) -> None:
        """Read a picture, and put it at the head of the papers."""
        self._jobs.run(
            lambda _progress: logo_from(path),
            self._own.put_logo,
            self._page.show_error,
            owner=self._page,
        )

    def show(self) -> None:
        self.read(self._centre.get, self._own.show_centre)

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
        self._begun = ""
        super().__init__(page, jobs, services.undo)
        page.village_added.connect(self.add)
        page.village_edited.connect(self.edit)
        page.renumbered.connect(self.renumber)
        page.hide_wanted.connect(self.hide)
        page.hamlet_added.connect(self.add_hamlet)
        page.hamlet_renamed.connect(self.rename_hamlet)
        page.hamlet_hidden.connect(self.hide_hamlet)

    def show(self) -> None:
        def shown(villages: tuple[VillageLine, ...]) -> None:
            self._own.show_villages(villages)
            begun, self._begun = self._begun, ""
            if begun:
                self._own.go_to_moo(begun)

        self.read(self._centre.villages, shown)

    def add(self, moo: str) -> None:
        """Note a village."""

        def saved(village: object) -> None:
            self._kept(village)
            self._begun = moo
            self._own.village_noted(moo)

        told = QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว")
        self._writes.save(
            lambda: self._centre.save_village(moo, {}), saved, self._own.show_error, told=told
        )

    def edit(self, village_id: UUID, values: dict[str, Any]) -> None:
        """Keep what is known of a village."""
        self.keep(
            lambda: self._centre.edit_village(village_id, values),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def renumber(self, village_id: UUID, moo: str) -> None:
        """Give a village another number; everybody who lives there goes with it."""

        def changed(_none: object) -> None:
            self._kept(None)
            self._own.moo_changed()

        text = QCoreApplication.translate("SettingsOutcome", "เปลี่ยนเป็นหมู่ {moo} แล้ว")
        self._writes.do(
            lambda: self._centre.renumber_village(village_id, moo),
            changed,
            self._own.moo_refused,
            undo=text.replace("{moo}", moo),
        )

    def hide(self, village_id: UUID) -> None:
        """Hide a village where nobody lives."""
        self.do(
            lambda: self._centre.hide_village(village_id),
            undo=QCoreApplication.translate("SettingsOutcome", "เอาหมู่บ้านออกแล้ว"),
        )

    def add_hamlet(self, village_id: UUID, name: str) -> None:
        """Note a hamlet."""
        self.do(
            lambda: self._centre.add_hamlet(village_id, {"name": name}),
            lambda _made: self._own.hamlet_noted(name),
            undo=QCoreApplication.translate("SettingsOutcome", "เพิ่มหย่อมบ้านแล้ว"),
        )

    def rename_hamlet(self, hamlet_id: UUID, name: str) -> None:
        """Give a hamlet another name."""
        self.keep(
            lambda: self._centre.edit_hamlet(hamlet_id, {"name": name}),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def hide_hamlet(self, hamlet_id: UUID) -> None:
        """Hide a hamlet where nobody lives."""
        self.do(
            lambda: self._centre.hide_hamlet(hamlet_id),
            undo=QCoreApplication.translate("SettingsOutcome", "เอาหย่อมบ้านออกแล้ว"),
        )


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
        self.read(
            self._users.list,
            lambda found: self._own.show_users(found, self._me.user_id, allowed=allowed),
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
        told = QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว")
        self.do(lambda: change(user_id), told=told)

    def _ask(self, act: Callable[[], object], told: str) -> None:
        self.do(act, lambda _result: self._own.show_saved(told))


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
        now = in_thailand(self._now())
        file = folder / f"tambon-rianru-{now:%Y-%m-%d-%H%M%S}.backup"

        def made(done: BackupMade) -> None:
            count = done.learners  # a plain name, or lupdate passes over the text
            text = QCoreApplication.translate(
                "SettingsOutcome", "สำรองแล้ว เปิดตรวจแล้ว มีผู้เรียนรู้ %n คน", "", count
            )
            self._own.show_outcome(f"{text}\n{done.path}", good=True)
            self._own.wrote.emit(text, done.path.parent)
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
            found = sorted({code_name("finding", each.code) for each in report.findings})
            count = len(report.findings)  # a plain name, or lupdate passes over the text
            text = QCoreApplication.translate(
                "SettingsOutcome", "พบ %n เรื่องที่ควรให้ผู้ดูแลระบบดู", "", count
            )
            self._own.show_outcome("\n".join([text, *found]), good=False)

        self._jobs.run(
            lambda _progress: self._checks.check(),
            checked,
            self._own.show_error,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังตรวจข้อมูล"),
            owner=self._own,
        )
