"""Answers the sync screen: status, what waits, past conversations, joining a hub."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.services.all import Services
from desktop.services.sync.hub_link import HubLink
from desktop.services.sync.ledger import SetAsideRow
from desktop.services.sync.scheduler import LinkPhase
from desktop.services.sync.service import SessionRow, SyncStatus
from desktop.ui import wording
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync.words import SyncWords
from desktop.ui.sync_watch import SyncWatch

_CLOCK_MILLISECONDS = 2_000
_Seen = tuple[
    SyncStatus, Mapping[str, int], list[SessionRow], bool, list[SetAsideRow], bool, HubLink
]


class SyncPresenter:
    """The scheduler does the talking; this shows it and passes wishes on."""

    def __init__(
        self, screen: SyncScreen, services: Services, watch: SyncWatch, jobs: Jobs
    ) -> None:
        self._screen = screen
        self._ledger, self._hub_link = services.ledger, services.hub_link
        self._revoked = False
        self._clock = QTimer(screen)
        self._clock.setInterval(_CLOCK_MILLISECONDS)
        self._clock.timeout.connect(self._show_next)
        self._clock.start()
        self._watch = watch
        self._jobs = jobs
        self._phase = watch.state.phase
        screen.entered.connect(self.show)
        screen.data_changed.connect(lambda _kinds: self.show())
        screen.status.send_wanted.connect(self.send)
        screen.status.agreed.connect(self.agree)
        screen.status.stop_wanted.connect(watch.scheduler.cancel)
        screen.status.metered_changed.connect(self.set_metered)
        screen.revoked.retry_wanted.connect(self.send)
        screen.set_aside.retry_wanted.connect(self.retry)
        screen.enrol.enrol_wanted.connect(self.enrol)
        screen.hub.move_wanted.connect(self.move_hub)
        screen.hub.proxy_wanted.connect(self.set_proxy)
        watch.changed.connect(self._on_watched)

    def show(self) -> None:
        """Read everything that the screen shows."""

        def gather() -> _Seen:
            sync, ledger = self._watch.sync, self._ledger
            return (
                sync.status(),
                sync.waiting_by_kind(),
                sync.sessions(60),
                self._watch.read_metered(),
                ledger.set_aside(),
                ledger.revoked_here(),
                self._hub_link.now(),
            )

        def show(found: _Seen) -> None:
            status, waiting, sessions, metered, aside, self._revoked, link = found
            self._screen.show_waiting(waiting, enrolled=status.enrolled)
            self._screen.show_sessions(sessions)
            self._screen.status.show_metered(metered)
            self._screen.set_aside.show_rows(aside)
            self._screen.hub.show_link(link)
            self._show_state(status)

        self._jobs.run(
            lambda _progress: gather(), show, owner=self._screen, supersedes="sync screen"
        )

    def send(self) -> None:
        """Talk to the hub now, whatever the back-off says."""
        self._watch.scheduler.sync_soon()
        self._screen.told.emit(QCoreApplication.translate("SyncOutcome", "จะส่งทันทีที่เครือข่ายพร้อม"))

    def agree(self) -> None:
        """Let the next conversation hide as many records as it was stopped for."""
        self._watch.scheduler.agree()

    def set_metered(self, by_hand_only: bool) -> None:
        """Talk only when asked, or whenever there is a link."""
        self._jobs.run(
            lambda _progress: self._watch.set_metered(by_hand_only),
            lambda _nothing: None,
            owner=self._screen,
            lane=WRITES,
        )

    def retry(self) -> None:
        """Take in again what came from elsewhere and was not understood."""
        self._jobs.run(
            lambda _progress: self._ledger.retry_set_aside(),
            self._retried,
            owner=self._screen,
            lane=WRITES,
        )

    def _retried(self, count: int) -> None:
        self._screen.told.emit(SyncWords().taken_after_all(count))
        self.show()

    def enrol(self, url: str, code: str, proxy: str, unencrypted: bool) -> None:
        """Join the hub; the first sending begins at once."""

        def joined(status: SyncStatus) -> None:
            self._screen.enrol.show_busy(False)
            self._screen.told.emit(QCoreApplication.translate("SyncOutcome", "เชื่อมกับจังหวัดแล้ว"))
            self._watch.scheduler.sync_soon()
            self._watch.look()
            self.show()

        self._jobs.run(
            lambda _progress: self._watch.sync.enrol(
                url, code, proxy=proxy, unencrypted=unencrypted
            ),
            joined,
            lambda error: self._screen.enrol.show_refused(*_told(error)),
            owner=self._screen,
            lane="network",
        )

    def move_hub(self, url: str, unencrypted: bool) -> None:
        """Reach the hub at its new address, if it is the same hub."""
        self._jobs.run(
            lambda _progress: self._hub_link.move(url, unencrypted=unencrypted),
            self._on_way_changed,
            lambda error: self._screen.hub.show_refused(*_told(error)),
            owner=self._screen,
            lane="network",
        )

    def set_proxy(self, proxy: str) -> None:
        """Go through a proxy, or straight with ""."""
        self._jobs.run(
            lambda _progress: self._hub_link.set_proxy(proxy),
            self._on_way_changed,
            lambda error: self._screen.hub.show_refused(*_told(error)),
            owner=self._screen,
            lane=WRITES,
        )

    def _on_way_changed(self, link: HubLink) -> None:
        self._screen.hub.show_done(link)
        self._screen.told.emit(
            QCoreApplication.translate("SyncOutcome", "เปลี่ยนแล้ว กำลังติดต่อจังหวัดทางใหม่")
        )
        self._watch.scheduler.sync_soon()
        self._watch.look()

    def _on_watched(self) -> None:
        if not self._screen.isVisible():
            return
        phase = self._watch.state.phase
        if self._watch.status is not None:
            self._show_state(self._watch.status)
        if self._phase is LinkPhase.SENDING and phase is not LinkPhase.SENDING:
            self.show()
        self._phase = phase

    def _show_state(self, status: SyncStatus) -> None:
        state = self._watch.state
        refused = state.refused if state.phase is LinkPhase.REFUSED else None
        problem = wording.sentence(refused) if refused is not None else ""
        shut_out = refused.code == "hub_revoked" if refused is not None else self._revoked
        self._screen.show_status(status, revoked=shut_out)
        self._screen.status.show_state(status, state, self._watch.online, problem)
        self._show_next()

    def _show_next(self) -> None:
        if self._screen.isVisible():
            at = self._watch.scheduler.next_look
            self._screen.status.show_next(datetime.fromtimestamp(at, UTC) if at else None)


def _told(error: Exception) -> tuple[str, str]:
    """The code of an error, "" where it has none, and its sentence."""
    return getattr(error, "code", ""), wording.sentence(error)
