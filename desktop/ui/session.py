"""An open centre with its frame: from the moment somebody signs in until they leave."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject, Qt

from desktop.services.all import Services
from desktop.services.entries import Entry
from desktop.services.rights import Right
from desktop.ui.data_changes import DataChanges
from desktop.ui.features import all_features
from desktop.ui.jobs import WRITES, JobRunner, Jobs
from desktop.ui.looks import Looks
from desktop.ui.parts import Parts, Wishes
from desktop.ui.safekeeping import Safekeeping
from desktop.ui.settings.recovery_page import RecoveryReminder
from desktop.ui.shell.shell import Shell
from desktop.ui.sync_watch import SyncWatch
from desktop.ui.widgets.hett_style import name_dimensions
from desktop.ui.writes import Writes

_LAST_JOBS_MILLISECONDS = 5_000
_STEP_MILLISECONDS = 20


class Session(QObject):
    """Owns what lives as long as the open centre: its shell, its sync, its changes."""

    def __init__(self, services: Services, jobs: Jobs, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self.services, self.workspace = services, services.workspace
        self._jobs = jobs
        self.changes = DataChanges(self.workspace, self)
        self.watch = SyncWatch(services.sync, services.settings, jobs, self)
        self.wishes = Wishes(self)
        self.wishes.recovery_settled.connect(self._on_recovery_settled)
        parts = Parts(services, self.watch, looks, self.wishes)
        features = all_features(parts)
        self.shell = Shell(features, jobs, self.changes)
        self.shell.setWindowFlags(Qt.WindowType.Widget)
        self.changes.announced.connect(self._on_changes)
        self.watch.changed.connect(self._on_sync)
        self.safekeeping = Safekeeping(services, jobs, features, self)
        self.safekeeping.told.connect(self.shell.show_notice)
        self.changes.announced.connect(self.safekeeping.look_what_is_left)
        self.shell.worded.connect(self.safekeeping.tell)
        self.safekeeping.open_wanted.connect(self.shell.open)
        self.safekeeping.restore_wanted.connect(self.wishes.restore_wanted)
        self._on_sync()
        self._show_identity()
        self._name_dimensions()

    def start(self) -> None:
        """Show the first screen and begin to talk to the hub."""
        self.shell.open(next(iter(self.shell.entries)))
        self.watch.start()
        self.safekeeping.start()
        self.remind()

    def remind(self) -> None:
        """Say where it matters that no recovery sheet lies in a safe place yet."""
        if Right.USERS not in self.workspace.rights:
            return

        def missing() -> bool:
            centre = self.services.centre.get()
            if centre is not None and centre.values.get("sample"):
                return False
            sheet = self.services.recovery.status().sheet
            return sheet is None or not sheet.put_away

        def suggest(wanted: bool) -> None:
            if wanted:
                self.shell.suggest(
                    RecoveryReminder().text(),
                    RecoveryReminder().action(),
                    lambda: self.shell.open("settings", "recovery"),
                )

        self._jobs.run(lambda _progress: missing(), suggest, owner=self)

    def _on_recovery_settled(self) -> None:
        self.shell.suggestion.withdraw(RecoveryReminder().text())

    def end(self, *, closing: bool = False) -> None:
        """Keep what is half typed, end sync, close the services and the database.

        Args:
            closing: the program ends, and not only this person's work: a backup may be due.
        """
        self.safekeeping.stop()
        self.shell.close()
        self._wait_for_jobs()
        if closing:
            self.safekeeping.back_up_at_closing()
        self.watch.stop()
        name_dimensions({})
        self.services.close()
        self.workspace.close()

    def store_all(self) -> int:
        """Store what was typed, what is held once more; returns what the disk could not take."""
        if self.shell.current is not None:
            self.shell.current.leave()
        self._jobs.finish(WRITES)
        everywhere = self.shell.findChildren(Writes)
        for writes in everywhere:
            writes.retry()
        self._jobs.finish(WRITES)
        return sum(writes.waiting for writes in everywhere)

    def give_up(self) -> None:
        """Forget what was typed and cannot be stored: the person said so."""
        for writes in self.shell.findChildren(Writes):
            writes.give_up()

    def _wait_for_jobs(self) -> None:
        """Let what was half typed reach the disk before the database is closed, and jobs end."""
        jobs = self._jobs
        self.store_all()
        if not isinstance(jobs, JobRunner):
            return
        waited = QElapsedTimer()
        waited.start()
        while jobs.running and waited.elapsed() < _LAST_JOBS_MILLISECONDS:
            QCoreApplication.processEvents(
                QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _STEP_MILLISECONDS
            )

    def _on_changes(self, kinds: frozenset[str]) -> None:
        self.watch.look_soon()
        if kinds & {"centre", "user"}:
            self._show_identity()
        if "hett_dimension" in kinds:
            self._name_dimensions()

    def _on_sync(self) -> None:
        self.shell.status_line.show_sync(self.watch.shown())

    def _name_dimensions(self) -> None:
        def name(own: dict[str, tuple[str, str]]) -> None:
            if name_dimensions(own):
                QCoreApplication.sendEvent(self.shell, QEvent(QEvent.Type.LanguageChange))

        self._jobs.run(
            lambda _progress: self.services.framework.own_dimensions(),
            name,
            owner=self,
            supersedes="dimensions",
        )

    def _show_identity(self) -> None:
        def show(centre: Entry | None) -> None:
            name = centre.text("name") if centre else ""
            self.shell.show_identity(name, self.workspace.user.name)

        self._jobs.run(
            lambda _progress: self.services.centre.get(), show, owner=self, supersedes="identity"
        )
