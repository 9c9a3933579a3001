"""The loop: progress, stopping, numbers, and hubs that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from sync import engine
from sync.engine import Engine
from sync.errors import Rejected
from sync.hub import turns
from sync.pace import FIRST_BYTES, LEAST_BYTES, MOST_BYTES, Pace
from sync.protocol import Code, Room, SyncAnswer, SyncRequest
from tests.sync.world import Fault, Laptop, PairedLink, World


class Told:
    """Keeps what it is told, and stops when asked to."""

    def __init__(self, stop_after: int = 1_000) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Note it."""
        self.steps.append((done, total))
        if len(self.steps) > self._stop_after:
            raise KeyboardInterrupt


class Twisted:
    """A link that alters the hub's answers."""

    def __init__(self, laptop: Laptop, twist: Callable[[SyncAnswer], SyncAnswer]) -> None:
        self._link = laptop.link
        self._twist = twist

    @property
    def bytes_up(self) -> int:
        """As the link."""
        return self._link.bytes_up

    @property
    def bytes_down(self) -> int:
        """As the link."""
        return self._link.bytes_down

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """One turn, twisted."""
        return self._twist(self._link.turn(request, request_no))


@pytest.fixture
def busy(world: World) -> Laptop:
    """A laptop with more to send than one turn takes."""
    laptop = world.join("AA")
    for _ in range(400):
        note = world.random.randbytes(60).hex()
        laptop.store.edit(world.record_id(), "learner", {"note": note})
    return laptop


def test_progress_rises_to_everything(busy: Laptop) -> None:
    told = Told()
    Engine(busy.store, busy.link, busy.clock).run(told)
    assert told.steps[0] == (0, 400)
    assert told.steps[-1] == (400, 400)
    assert told.steps == sorted(told.steps)
    assert len(told.steps) > 3


def test_stopping_keeps_what_was_acknowledged(busy: Laptop) -> None:
    with pytest.raises(KeyboardInterrupt):
        Engine(busy.store, busy.link, busy.clock).run(Told(stop_after=2))
    assert 0 < busy.store.waiting() < 400
    summary = Engine(busy.store, busy.link, busy.clock).run()
    assert summary.waiting == 0


def test_time_used_up_ends_a_run_without_an_error(busy: Laptop) -> None:
    summary = Engine(busy.store, busy.link, busy.clock).run(max_seconds=0)
    assert summary.requests == 1
    assert summary.waiting > 0


@pytest.mark.parametrize(
    "twist",
    [
        lambda answer: msgspec.structs.replace(answer, accepted=(0, 0, 0, 0)),
        lambda answer: msgspec.structs.replace(answer, accepted=()),
        lambda answer: msgspec.structs.replace(answer, more=True, cursor=b""),
        lambda answer: msgspec.structs.replace(answer, restart=1),
        lambda answer: msgspec.structs.replace(answer, restart=answer.restart + 7),
    ],
    ids=["takes nothing", "says nothing", "more for ever", "same epoch", "new epoch for ever"],
)
def test_a_hub_that_leads_nowhere_is_left(
    busy: Laptop, twist: Callable[[SyncAnswer], SyncAnswer]
) -> None:
    with pytest.raises(Rejected) as refusal:
        Engine(busy.store, Twisted(busy, twist), busy.clock).run()
    assert refusal.value.code == Code.HUB_FAILED
    assert busy.store.waiting() > 0 or busy.store.acknowledged()[1] == 400


def test_a_hub_cannot_acknowledge_what_was_never_made(busy: Laptop) -> None:
    twisted = Twisted(busy, lambda each: msgspec.structs.replace(each, accepted=(9_999,) * 9))
    Engine(busy.store, twisted, busy.clock).run()
    assert busy.store.acknowledged() == busy.store.highest()


def test_a_forgotten_request_number_is_learnt_from_the_hub(busy: Laptop) -> None:
    Engine(busy.store, busy.link, busy.clock).run()
    forgotten = msgspec.structs.replace(busy.store.link(), request_no=0)
    busy.store._link = forgotten
    summary = Engine(busy.store, busy.link, busy.clock).run()
    assert summary.requests == 2
    assert busy.store.link().request_no > 0


def test_the_pace_grows_on_a_good_link_and_shrinks_on_a_bad_one() -> None:
    pace = Pace()
    assert pace.size == FIRST_BYTES
    for _ in range(40):
        pace.passed(pace.size)
    assert pace.size == MOST_BYTES
    for _ in range(40):
        pace.cut()
    assert pace.size == LEAST_BYTES
    assert Pace(last_size=MOST_BYTES).size == FIRST_BYTES
    assert Pace(last_size=2_000).size == 2_000


def test_work_that_packs_very_well_is_sent_in_turns_that_a_hub_takes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = world.join("AA")
    for place in range(60):
        laptop.store.edit(place.to_bytes(16, "big"), "learner", {"nickname": "ก", "note": "ข"})
    monkeypatch.setattr(engine, "_MOST_ESTIMATED", 1 << 40)
    for module in (engine, turns):
        monkeypatch.setattr(module, "Room", lambda: Room(changes=50, cells=50))
    loop = Engine(laptop.store, laptop.link, laptop.clock)
    loop._ratio = 1e-9
    summary = loop.run()
    assert (summary.sent, summary.waiting, summary.requests) == (60, 0, 3)


def test_two_turns_are_in_flight_and_all_arrives_once(busy: Laptop, world: World) -> None:
    link = PairedLink(busy.link)
    summary = Engine(busy.store, link, busy.clock, sleep=lambda _seconds: None).run()
    assert link.most_in_flight == 2
    assert summary.sent == 400
    assert world.hub_states() == busy.store.states


@pytest.mark.parametrize("fault", [Fault.LOST_REQUEST, Fault.LOST_ANSWER])
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_after_a_failure_one_turn_at_a_time(
    busy: Laptop, world: World, fault: Fault, place: int
) -> None:
    busy.link.faults = [Fault.NONE] * place + [fault]
    link = PairedLink(busy.link)
    pairs: list[int] = []

    def cut(_seconds: float) -> None:
        pairs.append(link.most_in_flight)
        link.most_in_flight = 0

    Engine(busy.store, link, busy.clock, sleep=cut).run()
    assert pairs == [2 if place or fault is Fault.LOST_ANSWER else 1]
    assert link.most_in_flight == 1
    assert busy.store.waiting() == 0
    assert world.hub_states() == busy.store.states


def test_stopping_leaves_nothing_in_flight_for_the_next_run(busy: Laptop, world: World) -> None:
    link = PairedLink(busy.link)
    engine = Engine(busy.store, link, busy.clock)
    with pytest.raises(KeyboardInterrupt):
        engine.run(Told(stop_after=3))
    assert 0 < busy.store.waiting() < 400
    engine.run()
    assert busy.store.waiting() == 0
    assert world.hub_states() == busy.store.states


def test_the_length_at_which_a_link_is_cut_is_learnt() -> None:
    pace = Pace()
    for crossed in (4_000, 8_500, 13_000):
        pace.passed(4_500, crossed)
    pace.cut()
    assert pace.cut_bytes == 13_000
    assert not pace.calm
    size, anew = pace.fit(0)
    assert (size, anew) == (pace.size, False)
    size, anew = pace.fit(11_000)
    assert size <= 2_000 or anew
    size, anew = pace.fit(12_800)
    assert anew
