"""The hub of a province: a million learners, 300 laptops that send and ask at the same moment."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.columns import pack_changes
from sync.dictionaries.invented import learner, record_id
from sync.envelope import seal_enrolment, seal_request, unpack_answer
from sync.hub import feed
from sync.hub.database import Database
from sync.hub.keeping import keep_changes, raise_accepted
from sync.hub.scope import Caller, Scope
from sync.hub.service import Hub, wall_clock_ms
from sync.kinds import Lane
from sync.protocol import Change, EnrolRequest, FieldWrite, LaneBatch, SyncRequest
from sync.stamps import make_stamp
from tests.benchmarks.measure import Figure
from tests.benchmarks.postgres import server
from tests.sync.hub_process import HubProcess

LAPTOPS = 300
CENTRES = 100
PROCESSES = 2
ROUNDS = 6
_LANE = int(Lane.PEOPLE)
_STEP = 2_000


class Station:
    """One laptop: its key, its place in the feed, what it sends next."""

    def __init__(self, hub: Hub, centre: bytes, letters: str) -> None:
        self.key = Ed25519PrivateKey.generate()
        public = self.key.public_key().public_bytes_raw()
        self.device = os.urandom(8)
        self.cursor = b""
        self.number = self.seq = 0
        self.centre = centre
        code = hub.make_code(centre)
        request = EnrolRequest(code, self.device, public, "เครื่องวัด", letters, b"")
        self.hub = hub.enrol(seal_enrolment(request, self.key)).hub

    def request(self, changes: tuple[Change, ...], news: int) -> bytes:
        """A signed request with these changes."""
        batches: tuple[LaneBatch, ...] = ()
        if changes:
            batches = (LaneBatch(_LANE, changes[0].seq, len(changes), pack_changes(changes)),)
            self.seq = changes[-1].seq
        self.number += 1
        highest = (0, self.seq, 0, 0)
        told = SyncRequest(1, wall_clock_ms(), self.cursor, highest, batches, news)
        return seal_request(told, self.number, self.device, self.key, self.hub)

    def edit(self, record: bytes) -> Change:
        """One changed field of a record."""
        ms = wall_clock_ms()
        fields = {"phone": FieldWrite(f"08{random.randint(0, 99_999_999):08d}")}
        return Change(
            record, "learner", fields, self.device, 1, _LANE, self.seq + 1,
            make_stamp(ms, 0, self.device), ms, 0, b"",
        )  # fmt: skip


def hub_figures(learners: int) -> Iterator[Figure]:
    """Fill a hub on PostgreSQL with so many learners, then let all laptops come at once."""
    with server() as url, ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="tambon-bench-hub-"))
        keys = {"TAMBON_HUB_KEYS": f"{folder}/hub.keys"}
        stack.enter_context(patch.dict(os.environ, keys))
        hub = Hub(Database(url))
        stack.callback(hub.close)
        stations = _stations(hub)
        start = time.perf_counter()
        records = _fill(hub, stations, learners)
        taken = time.perf_counter() - start
        yield Figure(
            f"hub: {learners:,} learners stored by the hub's own code", learners / taken, None,
            "learners/s", f"{CENTRES} centres; {taken:,.0f} s",
        )  # fmt: skip
        _settle(hub)
        hubs = [stack.enter_context(HubProcess(url)) for _ in range(PROCESSES)]
        before, own = sum(map(_processor_ms, hubs)), time.process_time()
        first, later, seconds = asyncio.run(_rounds(stations, records, [each.url for each in hubs]))
        spent = (sum(map(_processor_ms, hubs)) - before) / (len(first) + len(later))
        own = (time.process_time() - own) * 1000 / (len(first) + len(later))
        yield Figure(
            f"hub: {LAPTOPS} laptops at the same moment, 99 of 100 answered in", _part(later, 99),
            1_000, "ms",
            f"half in {_part(later, 50):.0f}, 95 in {_part(later, 95):.0f}, all in "
            f"{max(later):.0f} ms; {ROUNDS} times",
        )  # fmt: skip
        yield Figure(
            "hub: the same, with new connections", _part(first, 99), 1_000, "ms",
            f"half in {_part(first, 50):.0f}, all in {max(first):.0f} ms",
        )  # fmt: skip
        yield Figure(
            "hub: turns a second", len(later) / seconds, None, "turns/s",
            f"{PROCESSES} hub processes, PostgreSQL and the laptops on the same machine; "
            f"others wanted {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores",
        )  # fmt: skip
        yield Figure(
            "hub: its processor time a turn", spent, None, "ms",
            f"{own:.1f} ms more for the laptops of this benchmark, their signing with it",
        )  # fmt: skip


def _settle(hub: Hub) -> None:
    """Do now what PostgreSQL does by itself in the minutes after so many rows were stored."""
    with hub.database.engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        alone.exec_driver_sql("VACUUM ANALYZE")
        alone.exec_driver_sql("CHECKPOINT")


def _processor_ms(hub: HubProcess) -> float:
    """Processor time a hub has used (Linux)."""
    words = Path(f"/proc/{hub.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _part(times: list[float], hundredth: int) -> float:
    return statistics.quantiles(times, n=100)[hundredth - 1]


def _stations(hub: Hub) -> list[Station]:
    stations = []
    for number in range(CENTRES):
        centre = hub.add_centre(f"ศูนย์ {number} {os.urandom(4).hex()}", "580604")
        for place in range(LAPTOPS // CENTRES):
            stations.append(Station(hub, centre, "A" + "ABCDEFGH"[place]))
    return stations


def _fill(hub: Hub, stations: list[Station], learners: int) -> dict[bytes, list[bytes]]:
    """Store the centres' learners as the first laptop of each would have sent them."""
    chance = random.Random(4)
    known: dict[bytes, list[bytes]] = {}
    province = "58"
    for station in stations[:: LAPTOPS // CENTRES]:
        scope = Scope(province, station.centre)
        village = record_id(chance, wall_clock_ms())
        known[station.centre] = []
        for start in range(0, learners // CENTRES, _STEP):
            changes = []
            for number in range(start, min(start + _STEP, learners // CENTRES)):
                ms = wall_clock_ms()
                record, kind, fields = learner(chance, ms, village, number)
                known[station.centre].append(record)
                station.seq += 1
                changes.append(
                    Change(
                        record, kind, {name: FieldWrite(value) for name, value in fields.items()},
                        station.device, 1, _LANE, station.seq,
                        make_stamp(ms, number & 0xFFF, station.device), ms, 0, b"",
                    )
                )  # fmt: skip
            with hub.database.write() as connection:
                caller = Caller(station.device, scope, 1, 0, 0)
                keep_changes(connection, caller, changes, wall_clock_ms())
                raise_accepted(connection, caller, 1, {_LANE: station.seq})
    # Every laptop has read what is there: its next turn is an ordinary one.
    for station in stations:
        _read_all(hub, station)
    return known


def _read_all(hub: Hub, station: Station) -> None:
    """Move to the end of the feed; the news itself is not needed here."""
    with hub.database.read() as connection:
        scope = Scope("58", station.centre)
        _, end, _ = feed._places(connection, scope, set())
        station.cursor = hub._generation + end.packed() * 2


class _Line:
    """A laptop's kept connection."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, body: bytes) -> bytes:
        """Send and wait; connects when it must."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        head = f"POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(answer.partition(b"content-length:")[2].split(b"\r\n")[0])
        content = await reader.readexactly(length)
        assert b" 200 " in answer.split(b"\r\n")[0], content
        return content

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()


async def _rounds(
    stations: list[Station], records: dict[bytes, list[bytes]], addresses: list[str]
) -> tuple[list[float], list[float], float]:
    """Milliseconds of each turn of the first round and of the later ones; seconds of the later."""
    lines = [_Line(addresses[place % len(addresses)]) for place in range(len(stations))]
    chance = random.Random(5)
    first: list[float] = []
    later: list[float] = []
    busy = 0.0
    for round_ in range(ROUNDS + 1):
        bodies = []
        for station in stations:
            edit = station.edit(chance.choice(records[station.centre]))
            bodies.append(station.request((edit,), 16_384))
        start = time.perf_counter()

        async def turn(line: _Line, body: bytes, start: float = start) -> tuple[float, bytes]:
            answer = await line.post(body)
            return (time.perf_counter() - start) * 1000, answer

        told = await asyncio.gather(*map(turn, lines, bodies))
        if round_:
            busy += time.perf_counter() - start
        (later if round_ else first).extend(ms for ms, _ in told)
        for station, (_, packed) in zip(stations, told, strict=True):
            answer = unpack_answer(packed)
            assert answer.accepted[_LANE] == station.seq, "a turn was not taken"
            station.cursor = answer.cursor
    for line in lines:
        line.close()
    return first, later, busy
