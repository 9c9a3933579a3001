"""A hub is known by its key: the code to join, what the hub states, and who sits in between."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import certifi
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way
from sync.authority import make_authority
from sync.envelope import open_enrolment
from sync.errors import Rejected, SyncError
from sync.hub.database import Database
from sync.hub.service import Hub
from sync.identity import (
    LETTERS,
    NONCE_BYTES,
    JoinCode,
    code_secret,
    fingerprint,
    read_code,
    state_identity,
    write_code,
)
from sync.joining import Joined, join
from sync.protocol import EnrolAnswer, EnrolRequest
from sync.sealing import public_sealing_key

_HUB_KEY = bytes(range(32))
_KEY = Ed25519PrivateKey.generate()
_PUBLIC = _KEY.public_key().public_bytes_raw()
_REQUEST = EnrolRequest("", _PUBLIC[:8], _PUBLIC, "ก", "MB", b"", public_sealing_key(_KEY))
_OTHER = Ed25519PrivateKey.generate()

Between = Callable[[str, bytes], bytes]
"""What is answered to a body sent to a path."""


def test_a_code_is_read_however_it_was_copied() -> None:
    code = write_code("ABCDEFGHJKMN", _HUB_KEY)
    assert [len(part) for part in code.split("-")] == [5] * 5
    wanted = JoinCode("ABCDEFGHJKMN", fingerprint(_HUB_KEY))
    for text in (code, code.lower(), f" {code.replace('-', ' ')}\n", code.replace("-", "")):
        assert read_code(text) == wanted
        assert code_secret(text) == wanted.secret
    assert fingerprint(_HUB_KEY) == "EP3TFKMZK4WD"


def test_every_slip_of_one_letter_is_noticed() -> None:
    code = write_code("ABCDEFGHJKMN", _HUB_KEY).replace("-", "")
    for place in range(len(code)):
        for letter in set(LETTERS) - {code[place]}:
            with pytest.raises(Rejected, match="code_mistyped"):
                read_code(code[:place] + letter + code[place + 1 :])
    swapped = 0
    for place in range(len(code) - 1):
        pair = code[place + 1] + code[place]
        if pair[0] != pair[1]:
            with pytest.raises(Rejected, match="code_mistyped"):
                read_code(code[:place] + pair + code[place + 2 :])
            swapped += 1
    assert swapped > 15
    for text in ("", code[:-1], code + "A"):
        with pytest.raises(Rejected, match="code_mistyped"):
            read_code(text)


def test_a_code_without_the_hubs_fingerprint_is_refused() -> None:
    for text in ("7KQ2M-X4TBH", "7KQ2M-X4TBH-Q2ZK9-33ZW7-AG3CH-2Y4MN"):
        with pytest.raises(Rejected, match="code_outdated"):
            read_code(text)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub in this process, asked from several threads."""
    made = Hub(Database(f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"))
    yield made
    made.close()


@contextmanager
def _serving(answer: Between, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server that answers as told; over TLS with a context."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            try:
                told, status = answer(self.path, body), 200
            except SyncError as error:
                told, status = msgspec.json.encode({"error": error.code}), 400
            self.send_response(status)
            self.send_header("content-length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    scheme = "https" if context is not None else "http"
    try:
        yield f"{scheme}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """The TLS of somebody in between, with a certificate that this laptop's browser trusts."""
    make_authority(tmp_path / "theirs", "theirs", ["127.0.0.1"])
    monkeypatch.setattr(certifi, "where", lambda: str(tmp_path / "theirs" / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "theirs" / "hub.pem", tmp_path / "theirs" / "hub-key.pem")
    return context


def _code(hub: Hub) -> str:
    return hub.make_code(hub.add_centre("ก", "580604"))


def _honest(hub: Hub, authority: bytes = b"") -> Between:
    def answer(path: str, body: bytes) -> bytes:
        if path == "/v1/identity":
            return hub.state_identity(body, authority)
        return msgspec.msgpack.encode(hub.enrol(body))

    return answer


def _join(url: str, code: str, tmp_path: Path) -> Joined:
    def kept(pem: bytes) -> Path | None:
        if not pem:
            return None
        file = tmp_path / "kept.pem"
        file.write_bytes(pem)
        return file

    return join(Way(url), code, _REQUEST, _KEY, kept)


def test_who_sits_in_between_puts_in_no_key_of_theirs(
    hub: Hub, between: ssl.SSLContext, tmp_path: Path
) -> None:
    """They end the TLS of a laptop that trusts their certificate, and alter what they can."""
    honest = _honest(hub)
    theirs = public_sealing_key(_OTHER)

    def another_hub(path: str, body: bytes) -> bytes:
        return state_identity(body, _OTHER, hub.identity)

    def another_statement(path: str, body: bytes) -> bytes:
        said = bytearray(honest(path, body))
        if path == "/v1/identity":
            own = public_sealing_key(hub._key)
            at = bytes(said).index(own)
            said[at : at + len(own)] = theirs
        return bytes(said)

    def another_answer(path: str, body: bytes) -> bytes:
        said = honest(path, body)
        if path != "/v1/enrol":
            return said
        told = msgspec.msgpack.decode(said, type=EnrolAnswer)
        return msgspec.msgpack.encode(msgspec.structs.replace(told, hub_seal_key=theirs))

    def no_proof(path: str, body: bytes) -> bytes:
        said = honest(path, body)
        if path != "/v1/enrol":
            return said
        told = msgspec.msgpack.decode(said, type=EnrolAnswer)
        return msgspec.msgpack.encode(msgspec.structs.replace(told, proof=b""))

    earlier: dict[str, bytes] = {}

    def an_earlier_answer(path: str, body: bytes) -> bytes:
        return earlier.setdefault(path, honest(path, body))

    code = _code(hub)
    for alter in (another_hub, another_statement, another_answer, no_proof):
        with _serving(alter, between) as url, pytest.raises(Rejected, match="untrusted_hub"):
            _join(url, code, tmp_path)
    with _serving(an_earlier_answer, between) as url:
        assert _join(url, code, tmp_path).answer.hub_seal_key == public_sealing_key(hub._key)
        with pytest.raises(Rejected, match="untrusted_hub"):
            _join(url, code, tmp_path)


def test_who_sits_in_between_reads_no_code(
    hub: Hub, between: ssl.SSLContext, tmp_path: Path
) -> None:
    honest = _honest(hub)
    heard: list[bytes] = []

    def listening(path: str, body: bytes) -> bytes:
        heard.append(body)
        return honest(path, body)

    code = _code(hub)
    with _serving(listening, between) as url:
        assert _join(url, code, tmp_path).answer.centre_name == "ก"
    assert len(heard) == 2
    assert len(heard[0]) == NONCE_BYTES
    assert open_enrolment(heard[1]).code == ""
    assert not any(read_code(code).secret.encode() in body for body in heard)


def test_a_hub_with_its_own_certificates_is_reached_by_nobody_in_between(
    hub: Hub, between: ssl.SSLContext, tmp_path: Path
) -> None:
    """The hub's word names the authority; the one in between can pass it on, and not use it."""
    make_authority(tmp_path / "ours", "ours", ["127.0.0.1"])
    authority = (tmp_path / "ours" / "authority.pem").read_bytes()
    with (
        _serving(_honest(hub, authority), between) as url,
        pytest.raises(Rejected, match="untrusted_hub"),
    ):
        _join(url, _code(hub), tmp_path)


def test_a_sealed_code_counts_for_the_laptop_that_sealed_it(hub: Hub, tmp_path: Path) -> None:
    """What was overheard is of no use to another laptop, with another key."""
    heard: list[bytes] = []

    def listening(path: str, body: bytes) -> bytes:
        heard.append(body)
        return _honest(hub)(path, body)

    with _serving(listening) as url:
        _join(url, _code(hub), tmp_path)
    stolen = open_enrolment(heard[1])
    public = _OTHER.public_key().public_bytes_raw()
    forged = msgspec.structs.replace(stolen, device=public[:8], public_key=public)
    body = msgspec.msgpack.encode(forged)
    with pytest.raises(SyncError, match="damaged_file"):
        hub.enrol(_OTHER.sign(b"tambon-rianru enrol\x00" + body) + body)
