"""What sync is doing, brought from its thread to the gui thread, for the status line and screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.services.settings import SettingService
from desktop.services.sync.scheduler import LinkPhase, SchedulerState, SyncScheduler
from desktop.services.sync.service import SyncService, SyncStatus
from desktop.ui import wording
from desktop.ui.jobs import Jobs
from desktop.ui.shell import status_line

METERED = "sync_by_hand_only"
# Many small writes follow each other while somebody types: one look at the database for all.
_GATHER_MILLISECONDS = 400


class SyncWatch(QObject):
    """Owns the scheduler of an open centre.

    `changed` whenever the phase or the counts did; `state` and `status` then hold what is known.
    """

    changed = Signal()
    _heard = Signal(object)

    def __init__(
        self, sync: SyncService, settings: SettingService, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.sync = sync
        self._settings = settings
        self._jobs = jobs
        self.state = SchedulerState(LinkPhase.WAITING)
        self.status: SyncStatus | None = None
        # None until the link was looked at: the status line never says what is not known.
        self.online: bool | None = None
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self.scheduler = SyncScheduler(sync, self._heard.emit)
        self._ended = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MILLISECONDS)
        self._gather.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to talk to the hub whenever there is a link."""

        def begin(metered: bool) -> None:
            if not self._ended:
                self.scheduler.set_metered(metered)
                self.scheduler.start()

        self._jobs.run(lambda _progress: self.read_metered(), begin, owner=self)
        self.look()

    def stop(self) -> None:
        """End the conversation calmly."""
        self._ended = True
        self._gather.stop()
        self.scheduler.stop()

    def look(self) -> None:
        """Count anew what waits; after the end a last word of the conversation may still come."""
        if self._ended:
            return
        self._jobs.run(
            lambda _progress: self.sync.status(),
            self._show,
            owner=self,
            supersedes="sync status",
        )

    def look_soon(self) -> None:
        """Count anew after a moment; many calls count once."""
        if not self._gather.isActive():
            self._gather.start()

    def read_metered(self) -> bool:
        """Return whether it talks only when asked."""
        return bool(self._settings.get(METERED, False, laptop=True))

    def set_metered(self, by_hand_only: bool) -> None:
        """Keep the choice and heed it at once."""
        self._settings.set(METERED, by_hand_only, laptop=True)
        self.scheduler.set_metered(by_hand_only)

    def shown(self) -> status_line.SyncStatus:
        """What the status line says now."""
        known, state = self.status, self.state
        problem = wording.sentence(state.refused) if state.refused is not None else ""
        sending = receiving = None
        if state.phase is LinkPhase.SENDING and state.total:
            moving = (state.done, state.total)
            sending, receiving = (None, moving) if state.receiving else (moving, None)
        return status_line.SyncStatus(
            enrolled=known.enrolled if known else False,
            online=self.online,
            waiting=known.waiting if known else 0,
            last_sent=known.last_sync if known else None,
            receipt=known.receipt if known else "",
            sending=sending,
            receiving=receiving,
            problem=problem,
        )

    def _show(self, status: SyncStatus) -> None:
        self.status = status
        self.changed.emit()

    @Slot(object)
    def _on_heard(self, state: SchedulerState) -> None:
        before = self.state.phase
        self.state = state
        if state.phase is LinkPhase.OFFLINE:
            self.online = False
        elif state.phase in (LinkPhase.SENDING, LinkPhase.WAITING, LinkPhase.REFUSED):
            self.online = True
        else:
            self.online = None
        self.changed.emit()
        if before is not state.phase:
            self.look()
