"""The scheduler: quiet when offline, at once when a link appears, longer after each refusal."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from desktop.errors import Cancelled, TambonError, UserError
from desktop.services.sync.scheduler import (
    LONGEST_PAUSE_SECONDS,
    PROBE_SECONDS,
    LinkPhase,
    SchedulerState,
    SyncScheduler,
    answers,
)


@dataclass
class FakeStatus:
    """As much of a status as the scheduler reads."""

    enrolled: bool = True
    first_hop: str = "http://hub.invalid"


@dataclass
class FakeService:
    """Talks to nobody; may refuse."""

    status_now: FakeStatus = field(default_factory=FakeStatus)
    talks: int = 0
    refusal: TambonError | None = None
    talking: threading.Event = field(default_factory=threading.Event)
    steps: int = 1
    agreed: list[bool] = field(default_factory=list)

    def status(self) -> FakeStatus:
        return self.status_now

    def sync_now(self, progress: Any, *, allow_mass_deletion: bool = False) -> None:
        self.talks += 1
        self.agreed.append(allow_mass_deletion)
        self.talking.set()
        for step in range(self.steps):
            progress.step(step, self.steps)
        if self.refusal is not None:
            raise self.refusal


def scheduler(service: FakeService, reachable: list[bool]) -> tuple[SyncScheduler, list[LinkPhase]]:
    phases: list[LinkPhase] = []
    made = SyncScheduler(
        service,  # type: ignore[arg-type]
        lambda state: phases.append(state.phase),
        probe=lambda _url: reachable[0],
        chance=lambda: 1.0,
    )
    return made, phases


def test_offline_is_quiet_and_a_link_is_used_at_once() -> None:
    service, reachable = FakeService(), [False]
    made, phases = scheduler(service, reachable)

    made.look()
    assert service.talks == 0
    assert made.state == SchedulerState(LinkPhase.OFFLINE)
    assert made.next_pause() == PROBE_SECONDS

    reachable[0] = True
    made.look()
    assert service.talks == 1
    assert phases[-1] is LinkPhase.WAITING


def test_without_a_hub_nothing_is_tried() -> None:
    service = FakeService(FakeStatus(enrolled=False))
    made, phases = scheduler(service, [True])

    made.look()

    assert service.talks == 0
    assert phases == [LinkPhase.NOT_ENROLLED]


def test_pauses_grow_with_each_refusal_and_end() -> None:
    service = FakeService(refusal=UserError("hub_busy"))
    made, _ = scheduler(service, [True])
    pauses = []
    for _ in range(12):
        made.look()
        pauses.append(made.next_pause())

    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[3] < pauses[-1] == LONGEST_PAUSE_SECONDS
    assert made.state == SchedulerState(LinkPhase.REFUSED, refused=service.refusal)

    service.refusal = None
    made.look()
    assert made.next_pause() < LONGEST_PAUSE_SECONDS


def test_a_link_lost_midway_is_no_refusal() -> None:
    made, _ = scheduler(FakeService(refusal=UserError("offline")), [True])

    made.look()

    assert made.state == SchedulerState(LinkPhase.OFFLINE)


def test_a_metered_link_is_used_only_when_asked() -> None:
    service = FakeService()
    made, _ = scheduler(service, [True])
    made.set_metered(True)

    made.look()
    assert service.talks == 0
    made.sync_soon()
    made.look()
    assert service.talks == 1


def test_paused_keeps_quiet() -> None:
    service = FakeService()
    made, phases = scheduler(service, [True])
    made.pause(True)

    made.look()

    assert service.talks == 0
    assert phases == [LinkPhase.PAUSED]


def test_cancelling_stops_between_turns() -> None:
    stopped: list[bool] = []

    class Slow(FakeService):
        def sync_now(self, progress: Any, *, allow_mass_deletion: bool = False) -> None:
            made.cancel()
            try:
                progress.step(0, 2)
            except Cancelled:
                stopped.append(True)
                raise

    made, _ = scheduler(Slow(), [True])
    made.look()

    assert stopped == [True]
    assert made.state.phase is LinkPhase.WAITING


def test_the_thread_starts_talks_and_ends() -> None:
    service = FakeService()
    made, _ = scheduler(service, [True])

    made.start()
    assert service.talking.wait(10)
    made.stop()

    assert service.talks >= 1
    assert not any(thread.name == "sync" for thread in threading.enumerate())


def test_the_probe_knows_who_listens() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert answers(f"http://127.0.0.1:{port}")
    assert not answers(f"http://127.0.0.1:{port}")


def test_what_a_person_agreed_to_holds_for_one_conversation() -> None:
    service = FakeService()
    made, _ = scheduler(service, [True])

    made.agree()
    made.look()
    made.look()

    assert service.agreed == [True, False]


def test_what_comes_from_the_hub_is_told_apart() -> None:
    states: list[SchedulerState] = []
    made = SyncScheduler(
        Receiving(),  # type: ignore[arg-type]
        states.append,
        probe=lambda _url: True,
        chance=lambda: 1.0,
    )

    made.look()

    assert SchedulerState(LinkPhase.SENDING, 3, 12, receiving=True) in states


class Receiving(FakeService):
    """Takes in what the hub has."""

    def sync_now(self, progress: Any, *, allow_mass_deletion: bool = False) -> None:
        progress.step(3, 12, "receiving")
