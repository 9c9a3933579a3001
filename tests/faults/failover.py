"""A primary of PostgreSQL killed or frozen under load, a standby lost: no receipt was false.

Two clusters of Debian's packages on this machine. Two minutes, so it is no part of the ordinary
run: `python -m pytest tests/faults/failover.py`.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from sync.errors import SyncError
from sync.hub.keys import FILE_VARIABLE
from tests.sync.hub_process import HubProcess, hub_json
from tests.sync.station import Station

_LAPTOPS = 6
_USER = "tambon"
_OWNER = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    assert found, "PostgreSQL is not installed"
    return found[-1]


class Cluster:
    """One server of PostgreSQL in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()

    @property
    def place(self) -> str:
        """Host and port, as a URL of several hosts has them."""
        return f"127.0.0.1:{self.port}"

    def run(self, program: str, *words: str) -> None:
        """Run one of its programs to its end."""
        done = subprocess.run(
            [_programs() / program, *words],
            user=_OWNER, group=_OWNER, extra_groups=[] if _OWNER else None,
            cwd=self.folder.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        log = self.folder / "server.log"
        assert done.returncode == 0, done.stderr + (log.read_text() if log.exists() else "")

    def make(self) -> None:
        """Begin an empty one."""
        self.run("initdb", "-D", str(self.folder), "-U", _USER, "-A", "trust", "-E", "UTF8")

    def copy_of(self, primary: Cluster, name: str) -> None:
        """Begin as a standby."""
        source = f"host=127.0.0.1 port={primary.port} user={_USER} application_name={name}"
        self.run("pg_basebackup", "-D", str(self.folder), "-R", "-X", "stream", "-d", source)

    def start(self, *settings: str) -> None:
        """Start it and wait until it answers."""
        words = [
            f"port={self.port}", "listen_addresses=127.0.0.1", "max_connections=60",
            "unix_socket_directories=''", *settings,
        ]  # fmt: skip
        self.run(
            "pg_ctl", "-D", str(self.folder), "-l", str(self.folder / "server.log"), "-w",
            "-o", " ".join(f"-c {word}" for word in words), "start",
        )  # fmt: skip

    def promote(self) -> None:
        """Let the standby be the primary."""
        self.run("pg_ctl", "-D", str(self.folder), "-w", "promote")

    def signal(self, what: signal.Signals) -> None:
        """Send all its processes a signal, as far as they are still there."""
        for pid in self._processes():
            try:
                os.kill(pid, what)
            except ProcessLookupError:
                continue

    def _processes(self) -> list[int]:
        file = self.folder / "postmaster.pid"
        if not file.exists():
            return []
        first = int(file.read_text().split("\n", 1)[0])
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True, check=False
        )
        return [first, *map(int, listed.stdout.split())]

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """What the server answers."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=_USER, dbname="postgres", autocommit=True
        ) as connection:
            found = connection.execute(question.encode())
            return found.fetchall() if found.description else []


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _until(met: Callable[[], object], seconds: float) -> float:
    """Wait until something is so; the seconds that took."""
    began = time.monotonic()
    while not met():
        assert time.monotonic() - began < seconds, "it never came about"
        time.sleep(0.05)
    return time.monotonic() - began


class Province:
    """A primary, its synchronous standby, a hub over both, and laptops that never rest."""

    def __init__(self, folder: Path) -> None:
        self.primary, self.standby = Cluster(folder / "one"), Cluster(folder / "two")
        self.log = folder / "hub.log"
        self.primary.make()
        self.primary.start("synchronous_standby_names=second")
        self.standby.copy_of(self.primary, "second")
        self.standby.start("hot_standby=on")
        _until(lambda: self._is_synchronous(), 30)
        self.url = (
            f"postgresql+psycopg://{_USER}@/postgres?host={self.primary.place}"
            f"&host={self.standby.place}&target_session_attrs=read-write"
        )
        self.safe: set[tuple[bytes, bytes]] = set()
        self.last = [0.0] * _LAPTOPS  # when each laptop had its last receipt
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._stations: list[Station] = []

    def _is_synchronous(self) -> bool:
        return self.primary.ask("SELECT sync_state FROM pg_stat_replication") == [("sync",)]

    def stations(self, hub: HubProcess) -> list[Station]:
        """Laptops of one centre."""
        centre = hub_json(self.url, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
        letters = (f"A{letter}" for letter in "ABCDEF"[:_LAPTOPS])
        self._stations = [
            Station(hub.url, hub_json(self.url, "enrol-code", centre)["code"], each)
            for each in letters
        ]
        return self._stations

    def work(self, stations: list[Station]) -> None:
        """Let every laptop write and sync without end, each in its own thread."""
        for number, station in enumerate(stations):
            thread = threading.Thread(target=self._live, args=(number, station))
            thread.start()
            self._threads.append(thread)

    def _live(self, number: int, station: Station) -> None:
        while not self._over.is_set():
            record = os.urandom(16)
            station.store.edit(record, "learner", {"given": "มะลิ"})
            try:
                station.engine.run()
            except SyncError:
                # The hub says that it cannot, or is not reached: what waits goes later.
                self._over.wait(0.1)
            if self.note(station):
                self.last[number] = time.monotonic()

    def note(self, station: Station) -> int:
        """Remember what the laptop holds a receipt for; how much of it is new."""
        store = station.store
        upto = store.acknowledged()
        new = {
            (change.record, change.stamp)
            for change in list(store.log.values())
            if change.device == store.device and change.seq <= upto[change.lane]
        } - self.safe
        self.safe |= new
        return len(new)

    def rest(self) -> None:
        """Let the laptops stop."""
        self._over.set()
        for thread in self._threads:
            thread.join()
        for station in self._stations:
            station.remote.close()

    def all_served_since(self, moment: float) -> bool:
        """Whether every laptop has had a receipt since."""
        return all(last > moment for last in self.last)

    def lacking(self) -> set[tuple[bytes, bytes]]:
        """What a laptop holds a receipt for and the standby does not have."""
        safe = set(self.safe)
        there = {
            (bytes(record), bytes(stamp))  # type: ignore[call-overload]
            for record, stamp in self.standby.ask("SELECT record, stamp FROM change")
        }
        return safe - there

    def end(self) -> None:
        """End both servers."""
        self.rest()
        for cluster in (self.primary, self.standby):
            cluster.signal(signal.SIGCONT)
            cluster.signal(signal.SIGKILL)


@pytest.fixture
def province(monkeypatch: pytest.MonkeyPatch) -> Iterator[Province]:
    """Two servers in a folder that their owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="tambon-failover-"))
    monkeypatch.setenv(FILE_VARIABLE, str(folder / "hub.keys"))
    if _OWNER:
        shutil.chown(folder, _OWNER, _OWNER)
    made = Province(folder)
    try:
        yield made
    finally:
        made.end()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _serving(province: Province) -> Iterator[HubProcess]:
    with HubProcess(province.url, province.log) as hub:
        yield hub


def _check_log(province: Province) -> None:
    """One line for a failure: hundreds of laptops meet it at once."""
    said = province.log.read_text()
    assert "Traceback" not in said, said[-4_000:]
    assert len(said.splitlines()) < 500


def test_a_killed_primary_costs_no_receipt_and_the_hub_goes_on(province: Province) -> None:
    with _serving(province) as hub:
        province.work(province.stations(hub))
        _until(lambda: len(province.safe) > 200, 60)
        province.primary.signal(signal.SIGKILL)
        time.sleep(2)
        before = set(province.safe)
        province.standby.promote()
        promoted = time.monotonic()
        assert before <= province.safe - province.lacking()
        _until(lambda: province.all_served_since(promoted), 30)
        province.rest()
    assert province.lacking() == set()
    _check_log(province)


def test_a_frozen_primary_does_not_hold_the_turns_for_ever(province: Province) -> None:
    with _serving(province) as hub:
        province.work(province.stations(hub))
        _until(lambda: len(province.safe) > 100, 60)
        province.primary.signal(signal.SIGSTOP)
        frozen = time.monotonic()
        time.sleep(3)
        province.standby.promote()
        took = _until(lambda: province.all_served_since(frozen + 3), 60)
        province.rest()
        assert took < 45
    # What froze must not come back as a second primary: the manager of the cluster sees to that.
    province.primary.signal(signal.SIGKILL)
    assert province.lacking() == set()
    _check_log(province)


def test_a_commit_whose_wait_for_the_standby_is_called_off_gives_no_receipt(
    province: Province,
) -> None:
    with _serving(province) as hub:
        (station, *_others) = province.stations(hub)
        station.store.edit(os.urandom(16), "learner", {"given": "ก่อน"})
        station.engine.run()
        province.note(station)
        assert province.lacking() == set()
        province.standby.signal(signal.SIGKILL)
        _until(lambda: not province._is_synchronous(), 30)
        station.store.edit(os.urandom(16), "learner", {"given": "หลัง"})
        stopped: list[SyncError] = []

        def sync() -> None:
            try:
                station.engine.run()
            except SyncError as error:
                stopped.append(error)

        thread = threading.Thread(target=sync)
        thread.start()
        # The laptop hears that its number was used and tries again, and so does the hub.
        cancel = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        cancelled = 0
        while thread.is_alive():
            cancelled += len(province.primary.ask(cancel))
            thread.join(0.2)
        assert cancelled
        assert stopped
        assert station.store.waiting() == 1, "a receipt for what the standby has not"
        # With the standby back the same word is told again, and then it is safe.
        (province.standby.folder / "postmaster.pid").unlink(missing_ok=True)
        province.standby.start("hot_standby=on")
        _until(lambda: province._is_synchronous(), 30)
        station.engine.run()
        assert station.store.waiting() == 0
        province.note(station)
        assert province.lacking() == set()
    _check_log(province)
