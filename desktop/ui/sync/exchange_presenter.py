"""Answers the panes of stick, near link and laptops."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtNetwork import QNetworkInterface

from desktop.progress import Progress
from desktop.services.all import Services
from desktop.services.sync.ledger import LaptopSeen, VisitRow
from desktop.services.sync.near import NearReport, addresses
from desktop.services.sync.service import SyncStatus
from desktop.services.sync.sticks import StickTaken
from desktop.ui import wording
from desktop.ui.jobs import WRITES, Job, Jobs
from desktop.ui.sync.drives import Drive, removable_drives
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync_watch import SyncWatch

_Seen = tuple[SyncStatus, list[LaptopSeen], list[VisitRow], tuple[str, ...]]


class ExchangePresenter:
    """Sticks, neighbours and laptops; nothing here waits on the window.

    Args:
        screen: shows it.
        services: does it.
        watch: is told to count anew; goes to the hub when a neighbour has brought something.
        jobs: runs it.
        drives: which sticks are plugged in.
        own: the addresses of this machine.
    """

    def __init__(
        self,
        screen: SyncScreen,
        services: Services,
        watch: SyncWatch,
        jobs: Jobs,
        drives: Callable[[], list[Drive]] = removable_drives,
        own: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        self._screen = screen
        self._services = services
        self._watch = watch
        self._jobs = jobs
        self._drives = drives
        self._own = own or _own_addresses
        self._visit: Job | None = None
        services.near.brought = watch.scheduler.sync_soon
        screen.entered.connect(self.show)
        screen.data_changed.connect(lambda _kinds: self.show())
        screen.stick.look_wanted.connect(self.look_for)
        screen.stick.write_wanted.connect(self.write)
        screen.stick.take_wanted.connect(self.take)
        screen.near.serve_wanted.connect(self.serve)
        screen.near.visit_wanted.connect(self.visit)
        screen.near.stop_wanted.connect(self._stop_visit)
        screen.laptops.preview_wanted.connect(self.preview)
        screen.laptops.save_wanted.connect(self.save)

    def show(self) -> None:
        """Read what the panes show."""
        services = self._services

        def gather() -> _Seen:
            return (
                self._watch.sync.status(),
                services.ledger.laptops(),
                services.ledger.visits(),
                services.near.remembered() if self._screen.may_visit else (),
            )

        def show(
            found: tuple[SyncStatus, list[LaptopSeen], list[VisitRow], tuple[str, ...]],
        ) -> None:
            status, laptops, visits, remembered = found
            self._screen.stick.show_waiting(status.waiting, enrolled=status.enrolled)
            self._screen.stick.show_laptops(laptops)
            self._screen.laptops.show_laptops(laptops)
            self._screen.near.show_enrolled(status.enrolled)
            self._screen.near.show_visits(visits)
            self._screen.near.show_remembered(remembered)
            self._show_serving()

        self._jobs.run(
            lambda _progress: gather(), show, owner=self._screen, supersedes="sync exchange"
        )

    # The stick

    def look_for(self, way: str) -> None:
        """Look which sticks are there, and which files can be taken in."""

        def look() -> tuple[list[Drive], list[Path]]:
            drives = self._drives()
            found = [
                file
                for drive in drives
                for file in (self._services.sticks.found(drive.path) if way == "in" else ())
            ]
            return drives, found

        def show(found: tuple[list[Drive], list[Path]]) -> None:
            if self._screen.stick.way == way:
                self._screen.stick.show_places(*found)

        self._jobs.run(
            lambda _progress: look(),
            show,
            self._stick_refused,
            owner=self._screen,
            supersedes="sync sticks",
        )

    def write(self, folder: Path, laptop: str) -> None:
        """Write what waits into a folder; for the province, or for a laptop."""
        self._screen.stick.show_busy()
        self._jobs.run(
            lambda _progress: self._services.sticks.write(folder, laptop),
            self._screen.stick.show_done,
            self._stick_refused,
            owner=self._screen,
            lane=WRITES,
        )

    def take(self, file: Path) -> None:
        """Take a file in by what it is."""

        def taken(done: StickTaken) -> None:
            self._screen.stick.show_done(done)
            self._watch.look()

        self._screen.stick.show_busy()
        self._jobs.run(
            lambda _progress: self._services.sticks.take(file),
            taken,
            self._stick_refused,
            owner=self._screen,
            lane=WRITES,
        )

    def _stick_refused(self, error: Exception) -> None:
        self._screen.stick.show_refused(wording.sentence(error))

    # Neighbours

    def serve(self, on: bool) -> None:
        """Let neighbours in, or no longer."""
        near = self._services.near

        def switch() -> None:
            if on:
                near.start()
            else:
                near.stop()

        self._jobs.run(
            lambda _progress: switch(),
            lambda _none: self._show_serving(),
            lambda error: self._screen.near.show_not_served(wording.sentence(error)),
            owner=self._screen,
            lane="network",
        )

    def visit(self, address: str) -> None:
        """Go to a neighbour and exchange."""
        pane = self._screen.near

        def go(progress: Progress) -> NearReport:
            return self._services.near.visit(address, progress)

        def went(report: NearReport) -> None:
            pane.show_visited(report)
            self._watch.look()
            self.show()

        pane.show_visiting(0)
        self._visit = self._jobs.run(
            go,
            went,
            lambda error: pane.show_refused(wording.sentence(error)),
            pane.show_stopped,
            owner=self._screen,
            lane="network",
        )
        if not self._visit.ended:
            self._visit.progressed.connect(lambda done, _total, _doing: pane.show_visiting(done))

    def _stop_visit(self) -> None:
        if self._visit is not None and not self._visit.ended:
            self._visit.cancel()

    def _show_serving(self) -> None:
        port = self._services.near.port
        found = addresses(port, self._own) if port else ()
        self._screen.near.show_serving(found, serving=bool(port))

    # The diagnostic file

    def preview(self) -> None:
        """Show what would be in the file."""
        self._jobs.run(
            lambda _progress: self._services.diagnostics.gather(),
            self._screen.laptops.show_preview,
            owner=self._screen,
        )

    def save(self, path: Path) -> None:
        """Write the file."""
        self._jobs.run(
            lambda _progress: self._services.diagnostics.write(path),
            lambda written: self._screen.wrote.emit(
                self._screen.laptops.saved_words(written.path.name), written.path
            ),
            lambda error: self._screen.laptops.show_failed(wording.sentence(error)),
            owner=self._screen,
        )


def _own_addresses() -> list[str]:
    """Every address of this machine, IPv4 first: those are the ones people type."""
    found = [each.toString() for each in QNetworkInterface.allAddresses()]
    return sorted(found, key=lambda each: (":" in each, each.startswith("172."), each))
