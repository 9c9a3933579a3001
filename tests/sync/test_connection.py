"""The kept connection: order, resumption, stalls, and answers of odd shapes."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way
from sync.authority import make_authority, vouching
from sync.client import HttpRemote
from sync.connection import Connection
from sync.engine import Engine
from sync.errors import Malformed, Offline, Rejected
from sync.hub.service import wall_clock_ms
from sync.joining import join
from sync.memory import MemoryStore
from sync.protocol import EnrolRequest
from tests.sync.hub_process import hub_json
from tests.sync.test_authority import TlsHub

_Serve = Callable[[socket.socket], None]


@contextmanager
def _server(serve: _Serve, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve each connection in turn; `serve` returns when it is done with one."""
    listener = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        while True:
            try:
                plain, _address = listener.accept()
            except OSError:
                return
            plain.settimeout(10)
            try:
                with context.wrap_socket(plain, server_side=True) if context else plain as one:
                    serve(one)
            except OSError:
                continue

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    scheme, host = ("https", "localhost") if context else ("http", "127.0.0.1")
    try:
        yield f"{scheme}://{host}:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=20)
        assert not thread.is_alive()


class _Reader:
    """Requests out of one connection, also when several arrive together."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._held = b""

    def body(self) -> bytes | None:
        """The next request's body; None at the end."""
        while b"\r\n\r\n" not in self._held:
            if not self._more():
                return None
        head, _, rest = self._held.partition(b"\r\n\r\n")
        length = int(head.partition(b"Content-Length: ")[2].split(b"\r\n")[0])
        self._held = rest
        while len(self._held) < length:
            if not self._more():
                return None
        body, self._held = self._held[:length], self._held[length:]
        return body

    def _more(self) -> bool:
        piece = self._connection.recv(65_536)
        self._held += piece
        return bool(piece)


def _ok(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)


def _echo(connection: socket.socket) -> None:
    reader = _Reader(connection)
    while (body := reader.body()) is not None:
        connection.sendall(_ok(body))


def _connection(url: str, stall_seconds: float = 10.0, authority: Path | None = None) -> Connection:
    return Connection(Way(url, authority), 10.0, stall_seconds)


def test_answers_come_in_the_order_of_the_requests() -> None:
    with _server(_echo) as url:
        connection = _connection(url)
        tickets = [connection.send("/v1/sync", body) for body in (b"one", b"two" * 50_000)]
        assert [connection.receive(each) for each in tickets] == [
            (200, b"one"),
            (200, b"two" * 50_000),
        ]
        assert connection.crossed == connection.bytes_up + connection.bytes_down
        connection.close()


def test_an_answer_is_never_taken_for_another_request() -> None:
    with _server(_echo) as url:
        connection = _connection(url)
        first = connection.send("/v1/sync", b"one")
        connection.close()
        second = connection.send("/v1/sync", b"two")
        with pytest.raises(Offline):
            connection.receive(first)
        connection.close()
        third = connection.send("/v1/sync", b"three")
        assert connection.receive(third) == (200, b"three")
        with pytest.raises(Offline):
            connection.receive(second)
        connection.close()


def test_a_connection_ended_while_idle_is_made_anew() -> None:
    def once(connection: socket.socket) -> None:
        connection.sendall(_ok(_Reader(connection).body() or b""))

    with _server(once) as url:
        connection = _connection(url)
        for body in (b"one", b"two", b"three"):
            assert connection.receive(connection.send("/v1/sync", body)) == (200, body)
            _wait_until_ended(connection)
        connection.close()


def _wait_until_ended(connection: Connection) -> None:
    """The other side's end must have arrived, or the test would test nothing."""
    for _ in range(2_000):
        if connection._was_dropped():
            return
        time.sleep(0.005)
    raise AssertionError("the connection never ended")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
         b"3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n",
         (200, b"abcde")),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + _ok(b"later"), (200, b"later")),
        (b"HTTP/1.1 204 No Content\r\n\r\n", (204, b"")),
        (b"HTTP/1.0 200 OK\r\n\r\nto the end", (200, b"to the end")),
        (b"HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno", (403, b"no")),
    ],
)  # fmt: skip
def test_answers_of_other_shapes_are_read(answer: bytes, expected: tuple[int, bytes]) -> None:
    with _server(_says(answer)) as url:
        connection = _connection(url)
        assert connection.receive(connection.send("/v1/sync", b"x")) == expected
        connection.close()


def _says(answer: bytes) -> _Serve:
    def serve(connection: socket.socket) -> None:
        _Reader(connection).body()
        connection.sendall(answer)

    return serve


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffff\r\n", Malformed),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnot hex\r\n", Offline),
        (b"HTTP/1.1 500 Oops\r\ncontent-length: 5000\r\n\r\n" + bytes(5000), Malformed),
        (b"HTTP/1.1 100 Wait\r\n\r\n" * 20, Offline),
        (b"SSH-2.0-OpenSSH\r\n\r\n", Offline),
        (b"HTTP/1.1 200 OK\r\nx: " + bytes(40_000), Offline),
    ],
)
def test_answers_that_are_none_are_refused(answer: bytes, error: type[Exception]) -> None:
    with _server(_says(answer)) as url:
        connection = _connection(url)
        with pytest.raises(error):
            connection.receive(connection.send("/v1/sync", b"x"))


@pytest.mark.parametrize(
    "url", ["", "ftp://hub.example", "http://", "http://h:x", "hub example", "https://a@hub"]
)
def test_an_address_that_is_none_is_said_so(url: str) -> None:
    with pytest.raises(Rejected, match="bad_address"):
        _connection(url)


def test_slow_is_not_stalled() -> None:
    """All of it takes far longer than the limit, which is for each wait."""

    def drip(connection: socket.socket) -> None:
        _Reader(connection).body()
        for byte in _ok(b"slowly"):
            time.sleep(0.03)
            connection.sendall(bytes([byte]))

    with _server(drip) as url:
        connection = _connection(url, stall_seconds=1.0)
        assert connection.receive(connection.send("/v1/sync", b"x")) == (200, b"slowly")
        connection.close()


def test_silence_is_stalled() -> None:
    def silent(connection: socket.socket) -> None:
        reader = _Reader(connection)
        while reader.body() is not None:
            continue

    with _server(silent) as url:
        connection = _connection(url, stall_seconds=0.2)
        with pytest.raises(Offline):
            connection.receive(connection.send("/v1/sync", b"x"))


def test_a_second_connection_resumes_the_session_and_repeats_no_body(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    make_authority(folder, "ours", ["localhost"])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "hub.pem", folder / "hub-key.pem")
    bodies: list[bytes] = []
    handshakes: list[bool] = []

    def serve(connection: socket.socket) -> None:
        assert isinstance(connection, ssl.SSLSocket)
        handshakes.append(connection.session_reused or False)
        reader = _Reader(connection)
        while (body := reader.body()) is not None:
            bodies.append(body)
            connection.sendall(_ok(body))

    authority = tmp_path / "only.pem"
    authority.write_bytes(vouching((folder / "hub.pem").read_bytes()))
    with _server(serve, context) as url:
        connection = _connection(url, authority=authority)
        for place, body in enumerate((b"one", b"two", b"three")):
            assert connection.receive(connection.send("/v1/sync", body)) == (200, body)
            assert connection.resumed == (place > 0)
            connection.close()
    assert handshakes == [False, True, True]
    assert bodies == [b"one", b"two", b"three"]


def test_the_real_hub_resumes_sessions(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    make_authority(folder, "ours", ["127.0.0.1"])
    authority = tmp_path / "only.pem"
    authority.write_bytes(vouching((folder / "hub.pem").read_bytes()))
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    code = hub_json(database, "enrol-code", centre)["code"]
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    with TlsHub(database, folder) as hub:
        way = Way(hub.url, authority)
        request = EnrolRequest("", public[:8], public, "ก", "MB", b"")
        joined = join(way, code, request, key, lambda _pem: authority).answer
        store = MemoryStore(public[:8], wall_clock_ms, joined.hub)
        remote = HttpRemote(way, store.device, key, joined.hub)
        seen = []
        for number in range(3):
            store.edit(bytes(15) + bytes([number]), "learner", {"given": "มะลิ"})
            assert Engine(store, remote, wall_clock_ms).run().requests == 1
            seen.append(remote.connection.resumed)
            remote.renew()
    assert seen == [False, True, True]
    assert len(hub_json(database, "export")["records"]) == 3
