"""Connections that say nothing, or half of it, against a server; honest ones get in meanwhile.

With the guard switched off each attack does its harm: connections and bytes are held without end.
"""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from sync.address import Way
from sync.authority import make_authority
from sync.client import post_once
from sync.guard import Bounds, Guard, GuardedProtocol
from sync.near import serving
from sync.near.serving import NearServer
from tests.sync.test_authority import TlsHub

_PATIENCE = 20.0
_HALF_HEAD = b"POST /v1/near HTTP/1.1\r\nHost: a"
_HEAD = b"POST /v1/near HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"


class _Host:
    """Answers neighbours, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def hello(self, question: bytes) -> bytes:
        """Who answers."""
        return b"\x00hello\xff"

    def exchange(self, content: bytes) -> bytes:
        """The same back."""
        self.asked += 1
        return b"\x00\xff" + content[:10]


class _Served:
    """A server with a guard that can be looked at."""

    def __init__(self, guard: Guard, port: int) -> None:
        self.guard = guard
        self.port = port

    def honest(self) -> bytes:
        """One honest question."""
        return post_once(Way(f"http://127.0.0.1:{self.port}", unencrypted=True), "/v1/near", b"me")

    def connect(self, said: bytes) -> socket.socket:
        """A connection that says so much and no more."""
        made = socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE)
        made.sendall(said)
        return made

    def count(self) -> int:
        """How many are open."""
        return self.guard._count


@contextmanager
def _serving(bounds: Bounds) -> Iterator[_Served]:
    guards: list[Guard] = []

    def made(_bounds: Bounds) -> Guard:
        guards.append(Guard(bounds))
        return guards[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "Guard", made)
        server = NearServer(_Host())
        server.start("127.0.0.1", 0)
    try:
        yield _Served(guards[0], server.port)
    finally:
        server.stop()


def _until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.01)


def _is_ended(connection: socket.socket) -> bool:
    connection.settimeout(1.0)
    try:
        return connection.recv(100) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def _half_said(said: bytes, bounds: Bounds) -> None:
    """Who stops in the middle is waited for, and then no longer."""
    with _serving(bounds) as served, served.connect(said) as half:
        assert served.honest()
        _until(lambda: _is_ended(half), "still open")


def _many(served_bounds: Bounds, said: bytes) -> None:
    """Many that stop in the middle: those that came first make room."""
    with _serving(served_bounds) as served, ExitStack() as stack:
        for place in range(40):
            stack.enter_context(served.connect(said))
            if place % 10 == 9:
                assert served.honest()
        _until(lambda: served.count() <= 8, "too many are open")
        assert served.honest()


def half_a_head() -> None:
    """The head of a request never ends."""
    _half_said(_HALF_HEAD, Bounds(head_seconds=0.2))


def nothing_at_all() -> None:
    """A connection without a word."""
    _half_said(b"", Bounds(head_seconds=0.2))


def half_a_body() -> None:
    """The body never ends."""
    _half_said(_HEAD + b"a" * 1_000, Bounds(stall_seconds=0.2))


def blank_lines_after_an_answer() -> None:
    """An answered connection that goes on with nothing."""
    with _serving(Bounds(head_seconds=0.2)) as served:
        whole = b"POST /v1/near HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nme"
        with served.connect(whole) as half:
            assert half.recv(1_000).startswith(b"HTTP/1.1 200")
            half.sendall(b"POST ")
            _until(lambda: _is_ended(half), "still open")


def drop_by_drop() -> None:
    """A body that comes a byte at a time, never long enough apart to be a stall."""
    with _serving(Bounds(stall_seconds=0.3, rate=100_000)) as served, served.connect(_HEAD) as slow:
        ended = False
        for _ in range(100):
            try:
                slow.sendall(b"a")
            except ConnectionError:
                ended = True
                break
            time.sleep(0.02)
        assert ended


def many_from_one_address() -> None:
    """One address takes all the room."""
    _many(Bounds(of_one=6), _HALF_HEAD)


def many_in_all() -> None:
    """All addresses together take all the room there is."""
    _many(Bounds(connections=6), _HALF_HEAD)


def many_half_bodies() -> None:
    """Half a body each, and all the memory together."""
    with _serving(Bounds(bodies=1 << 20)) as served, ExitStack() as stack:
        for _ in range(12):
            stack.enter_context(served.connect(_HEAD + b"a" * 300_000))
        _until(lambda: served.guard.ended >= 8, "all of it is held")
        assert served.honest()


_NEVER = 1 << 40


def _waits_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(GuardedProtocol, "_wait", lambda _self, _seconds: None)


def _no_rate(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(GuardedProtocol, "_began", 1e12, raising=False)
    real = GuardedProtocol._awaited

    def awaited(self: GuardedProtocol) -> str:
        said = real(self)
        self.held += _NEVER if said == "body" else 0
        return said

    patch.setattr(GuardedProtocol, "_awaited", awaited)


def _nobody_makes_room(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Guard, "_end_oldest", lambda *_rest, **_named: None)


# Attack, and what is switched off; docs/security.md tells them in words.
ATTACKS: dict[str, tuple[Callable[[], None], Callable[[pytest.MonkeyPatch], None]]] = {
    "nothing said": (nothing_at_all, _waits_for_ever),
    "half a head": (half_a_head, _waits_for_ever),
    "half a body": (half_a_body, _waits_for_ever),
    "half a second request": (blank_lines_after_an_answer, _waits_for_ever),
    "a body drop by drop": (drop_by_drop, _no_rate),
    "many from one address": (many_from_one_address, _nobody_makes_room),
    "many in all": (many_in_all, _nobody_makes_room),
    "many half bodies": (many_half_bodies, _nobody_makes_room),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_clean_server_bears_it(name: str) -> None:
    ATTACKS[name][0]()


@pytest.mark.parametrize("name", ATTACKS)
def test_its_guard_is_what_bears_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    attack, off = ATTACKS[name]
    off(monkeypatch)
    monkeypatch.setattr(f"{__name__}._PATIENCE", 2.0)
    with pytest.raises(AssertionError):
        attack()


def test_handshakes_that_never_end_leave_room_for_others(tmp_path: Path) -> None:
    """The guard sees a connection once it is encrypted; before, it costs one open file."""
    folder = tmp_path / "ours"
    make_authority(folder, "ours", ["127.0.0.1"])
    hub = TlsHub(f"sqlite:///{(tmp_path / 'hub.db').as_posix()}", folder)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as silent:
        resource.setrlimit(resource.RLIMIT_NOFILE, (128, hard))
        try:
            silent.enter_context(hub)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        port = int(hub.url.rpartition(":")[2])
        for _ in range(200):
            silent.enter_context(socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE))
        began = time.monotonic()
        way = Way(hub.url, folder / "authority.pem")
        assert len(post_once(way, "/v1/identity", bytes(16))) > 100
        assert time.monotonic() - began < 5
