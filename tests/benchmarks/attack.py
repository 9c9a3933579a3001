"""What attacks cost others: honest turns beside a flood, a record that was written very often."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from desktop.models.ids import new_id
from desktop.services.sync.store import DesktopStore
from sync import merge
from sync.ports import Incoming, LinkState
from sync.protocol import MAX_WRITES, Change, FieldWrite
from sync.stamps import make_stamp
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms
from tests.sync.hub_process import HubProcess
from tests.sync.station import Station, joined

HALF_OPEN = 320
HALF_BODIES = 100
_TURNS = 50
_BODY_BYTES = 20_000
_MS = 1_795_000_000_000


def attack_figures(folder: Path, scale: int) -> Iterator[Figure]:
    """Honest turns beside half-said connections; merging one record, up to `scale` writes."""
    yield from _turns_beside(folder)
    for saw, name in ((True, "each after the one before"), (False, "none having seen another")):
        for count in (scale // 100, scale // 10, scale):
            log = writes(count, saw)
            start = time.process_time()
            merge.conflicts("learner", log[0].record, merge.fold(log))
            yield Figure(
                f"one record, {count:,} writes merged, {name}",
                (time.process_time() - start) * 1_000, None, "ms", "processor time",
            )  # fmt: skip
        workspace = new_centre(folder / f"laptop-{saw}")
        store = DesktopStore(workspace)
        log = writes(MAX_WRITES, saw)
        start = time.process_time()
        for at in range(0, len(log), len(log) // 4):
            arrived = tuple(log[at : at + len(log) // 4])
            store.apply(Incoming(LinkState(), store.acknowledged(), arrived))
        yield Figure(
            f"the most that a hub passes on, {MAX_WRITES:,}, taken in by a laptop, {name}",
            (time.process_time() - start) * 1_000, 1_000, "ms", "processor time, in 4 turns",
        )  # fmt: skip
        workspace.close()


def writes(count: int, saw: bool) -> list[Change]:
    """Writes of one field of one record, by one laptop."""
    device, record = b"ABCDEFGH", new_id().bytes
    stamps = [make_stamp(_MS + place, 0, device) for place in range(count)]
    return [
        Change(
            record, "learner",
            {"nickname": FieldWrite(f"{place}", (stamps[place - 1],) if place and saw else ())},
            device, 1, 1, place + 1, stamps[place], _MS + place, 0, b"",
        )
        for place in range(count)
    ]  # fmt: skip


@contextmanager
def half_said(url: str) -> Iterator[None]:
    """Connections that end in the middle of a head, and of a body, as long as the block lasts."""
    address = (urlsplit(url).hostname or "", urlsplit(url).port or 0)
    head = f"POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Length: {2 * _BODY_BYTES}\r\n\r\n"
    half_body = head.encode() + b"a" * _BODY_BYTES
    with ExitStack() as stack:
        for place in range(HALF_OPEN + HALF_BODIES):
            made = stack.enter_context(socket.create_connection(address, timeout=20))
            made.sendall(b"POST /v1/sy" if place < HALF_OPEN else half_body)
        yield


def honest_turns(station: Station, count: int) -> tuple[float, float]:
    """Milliseconds of turns that bring one word each, over a new connection; median and worst."""

    def turn() -> None:
        station.store.edit(new_id().bytes, "learner", {"given": "มะลิ"})
        station.engine.run()
        station.remote.close()

    return median_ms([turn] * count)


def _turns_beside(folder: Path) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        database = f"sqlite:///{(Path(place) / 'hub.db').as_posix()}"
        with HubProcess(database) as hub:
            station = joined(database, hub.url)
            alone, worst = honest_turns(station, _TURNS)
            yield Figure(
                "an honest turn, nobody else there", alone, None, "ms", f"worst {worst:.0f}"
            )
            with half_said(hub.url):
                beside, worst = honest_turns(station, _TURNS)
            yield Figure(
                f"the same beside {HALF_OPEN} half-open connections and {HALF_BODIES} half bodies",
                beside, 1_000, "ms", f"worst {worst:.0f}",
            )  # fmt: skip
