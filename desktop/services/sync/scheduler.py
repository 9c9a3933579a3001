"""When to talk to the hub: a cheap probe, back-off with jitter, at once when a link appears."""

from __future__ import annotations

import logging
import random
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final
from urllib.parse import urlsplit

from desktop.errors import Cancelled, StorageError, TambonError, UserError
from desktop.services.sync.service import SyncReport, SyncService

_log = logging.getLogger(__name__)

PROBE_SECONDS: Final = 15.0
FIRST_PAUSE_SECONDS: Final = 20.0
LONGEST_PAUSE_SECONDS: Final = 15 * 60.0
QUIET_PAUSE_SECONDS: Final = 5 * 60.0
_PROBE_TIMEOUT: Final = 4.0


class LinkPhase(Enum):
    """What the scheduler is doing; the status line says it in words."""

    NOT_ENROLLED = "not_enrolled"
    OFFLINE = "offline"
    WAITING = "waiting"
    SENDING = "sending"
    PAUSED = "paused"
    REFUSED = "refused"


@dataclass(frozen=True)
class SchedulerState:
    """The phase, how far a running conversation is, and the last refusal.

    `receiving`: what is counted comes from the hub.
    """

    phase: LinkPhase
    done: int = 0
    total: int = 0
    refused: TambonError | None = None
    receiving: bool = False


Listener = Callable[[SchedulerState], None]


class _Told:
    """A progress that passes on to the scheduler and stops when asked to."""

    def __init__(self, scheduler: SyncScheduler) -> None:
        self._scheduler = scheduler

    def step(self, done: int, total: int, doing: str = "") -> None:
        self._scheduler._on_step(done, total, doing == "receiving")


class SyncScheduler:
    """Talks to the hub from a thread of its own whenever that makes sense.

    It waits on an event, never on the database, so no screen waits for it.

    Args:
        service: does the talking.
        listener: told of each change of state, on the scheduler's thread.
        probe: tells cheaply whether the hub's address, or the proxy before it, answers.
        chance: a number from 0 to 1 for the jitter.
    """

    def __init__(
        self,
        service: SyncService,
        listener: Listener,
        probe: Callable[[str], bool] | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._service = service
        self._listener = listener
        self._probe = probe or answers
        self._chance = chance
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._cancelled = threading.Event()
        self._asked = self._agreed = False
        self._by_hand_only = False
        self._paused = False
        self._failures = 0
        self._reachable = False
        self._state = SchedulerState(LinkPhase.WAITING)
        self._thread: threading.Thread | None = None
        # Seconds of the wall clock, for people to see; None while it looks or stands still.
        self.next_look: float | None = None

    @property
    def state(self) -> SchedulerState:
        """The state last told."""
        return self._state

    def start(self) -> None:
        """Begin; calling it again does nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
            self._thread.start()

    def stop(self, timeout_seconds: float = 10.0) -> None:
        """End calmly: a running conversation stops after its turn."""
        self._stopping.set()
        self._cancelled.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout_seconds)
            self._thread = None

    def sync_soon(self) -> None:
        """Somebody asked, or something urgent was saved: do not wait for the next turn."""
        self._asked = True
        self._wake.set()

    def agree(self) -> None:
        """A person agreed that many records are hidden; holds for the next conversation."""
        self._agreed = True
        self.sync_soon()

    def cancel(self) -> None:
        """Stop the running conversation after its turn; what was acknowledged stays so."""
        self._cancelled.set()

    def set_metered(self, by_hand_only: bool) -> None:
        """On a metered link only talk when asked."""
        self._by_hand_only = by_hand_only
        self._wake.set()

    def pause(self, paused: bool) -> None:
        """Keep quiet until told otherwise."""
        self._paused = paused
        if paused:
            self._cancelled.set()
        self._wake.set()

    def next_pause(self) -> float:
        """Seconds until the next look, longer after each failure, never quite the same."""
        if self._failures == 0:
            return QUIET_PAUSE_SECONDS if self._reachable else PROBE_SECONDS
        doubled = FIRST_PAUSE_SECONDS * 2.0 ** min(self._failures - 1, 10)
        pause = min(doubled, LONGEST_PAUSE_SECONDS)
        return pause * (0.5 + self._chance() / 2)

    def look(self) -> None:
        """Look once at the link and talk if there is reason to (the thread's one step)."""
        self._cancelled.clear()
        asked, self._asked = self._asked, False
        status = self._service.status()
        if not status.enrolled:
            self._tell(SchedulerState(LinkPhase.NOT_ENROLLED))
            return
        if self._paused and not asked:
            self._tell(SchedulerState(LinkPhase.PAUSED))
            return
        if not self._probe(status.first_hop):
            self._reachable = False
            # The probe costs next to nothing: a link that appears is noticed within seconds.
            self._failures = 0
            self._tell(SchedulerState(LinkPhase.OFFLINE))
            return
        self._reachable = True
        if self._by_hand_only and not asked:
            self._tell(SchedulerState(LinkPhase.WAITING))
            return
        self._talk()

    def _talk(self) -> SyncReport | None:
        self._tell(SchedulerState(LinkPhase.SENDING))
        agreed, self._agreed = self._agreed, False
        try:
            report = self._service.sync_now(_Told(self), allow_mass_deletion=agreed)
        except UserError as error:
            self._failures += 1
            offline = error.code == "offline"
            phase = LinkPhase.OFFLINE if offline else LinkPhase.REFUSED
            self._reachable = not offline
            self._tell(SchedulerState(phase, refused=None if offline else error))
            return None
        except Cancelled:
            self._tell(SchedulerState(LinkPhase.WAITING))
            return None
        except StorageError as error:
            self._failures += 1
            _log.warning("sync stopped by the database: %s", error.code)
            self._tell(SchedulerState(LinkPhase.REFUSED, refused=error))
            return None
        self._failures = 0
        self._tell(SchedulerState(LinkPhase.WAITING))
        return report

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.look()
            except Exception:  # noqa: BLE001 - the edge of the thread: it must go on
                self._failures += 1
                _log.exception("the sync scheduler met a fault")
            pause = self.next_pause()
            self.next_look = time.time() + pause
            self._wake.wait(pause)
            self.next_look = None
            self._wake.clear()

    def _on_step(self, done: int, total: int, receiving: bool) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(SchedulerState(LinkPhase.SENDING, done, total, receiving=receiving))

    def _tell(self, state: SchedulerState) -> None:
        if state != self._state:
            self._state = replace(state)
            self._listener(state)


def answers(url: str) -> bool:
    """Tell whether something listens at a hub's address: one TCP handshake, no data."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        with socket.create_connection((parts.hostname or "", port), timeout=_PROBE_TIMEOUT):
            return True
    except OSError:
        return False
