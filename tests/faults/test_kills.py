"""Laptop and hub killed at random moments: nothing acknowledged is lost, nothing is there twice.

Twenty kills; `SYNC_TEST_KILLS=200` for the long form.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import sys
import time
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from uuid import UUID

from desktop.services.learners.service import LearnerService
from desktop.services.sync.service import SyncService
from sync.hub.database import Database
from sync.hub.service import Hub
from tests.factories import make_workspace, open_workspace
from tests.faults.kill_laptop import serve, work
from tests.sync.hub_keys import open_hub_file

_KILLS = int(os.environ.get("SYNC_TEST_KILLS", "20"))
_READY_SECONDS = 60.0


def _spawner() -> multiprocessing.context.BaseContext:
    """Processes of their own; forked off one that has the program read in, where that is had."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.kill_laptop"])
    return context


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _until_it_answers(port: int) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the hub does not answer")


def _kill(process: BaseProcess) -> None:
    """As a power cut would."""
    assert process.is_alive(), "it ended by itself"
    process.kill()
    process.join()
    process.close()


def _said(journal: Path) -> tuple[set[bytes], set[bytes]]:
    """Learners the laptop said are stored, and those it said are at the hub."""
    stored: set[bytes] = set()
    safe: set[bytes] = set()
    if journal.exists():
        for line in journal.read_text().splitlines():
            word, _, rest = line.partition(" ")
            assert word != "failed", rest
            if word == "stored":
                stored.add(bytes.fromhex(rest))
            else:
                safe |= stored
    return stored, safe


def _learners(path: Path) -> set[bytes]:
    """The learners at the hub."""
    with closing(open_hub_file(path)) as connection:
        rows = connection.execute("SELECT record, stamp FROM change").fetchall()
        kept = connection.execute("SELECT record FROM record WHERE kind = 'learner'").fetchall()
    assert len(set(rows)) == len(rows), "a change is there twice"
    return {record for (record,) in kept}


def test_kills_at_random_moments(tmp_path: Path) -> None:
    path, journal = tmp_path / "hub.db", tmp_path / "journal"
    database = f"sqlite:///{path.as_posix()}"
    hub = Hub(Database(database))
    code = hub.make_code(hub.add_centre("ก", "580604"))
    hub.close()
    spawner, port = _spawner(), _free_port()

    def start_hub() -> BaseProcess:
        process = spawner.Process(target=serve, args=(database, port))  # type: ignore[attr-defined]
        process.start()
        _until_it_answers(port)
        return process  # type: ignore[no-any-return]

    serving = start_hub()
    workspace = make_workspace(tmp_path / "centre")
    service = SyncService(workspace)
    service.enrol(f"http://127.0.0.1:{port}", code)
    service.sync_now()
    service.close()
    workspace.close()
    random = Random(3)
    for number in range(_KILLS):
        if number % 2 == 0:
            laptop = spawner.Process(target=work, args=(str(tmp_path / "centre"), str(journal)))  # type: ignore[attr-defined]
            laptop.start()
        time.sleep(random.uniform(0.0, 0.8))
        if number % 2 == 0:
            _kill(serving)
            assert _said(journal)[1] <= _learners(path)
            serving = start_hub()
        else:
            _kill(laptop)
            assert _said(journal)[1] <= _learners(path)

    again = open_workspace(tmp_path / "centre")
    service = SyncService(again)
    assert service.sync_now().waiting == 0
    service.close()
    _kill(serving)
    stored, safe = _said(journal)
    at_hub = _learners(path)
    assert safe
    assert stored <= at_hub
    learners = LearnerService(again)
    for record in at_hub:
        assert learners.get(UUID(bytes=record)).row
    again.close()
