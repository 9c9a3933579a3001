"""What stands between a laptop and its hub: sign-in pages, proxies, addresses of others."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import client
from sync.address import Way, proxy_address
from sync.authority import make_authority, vouching
from sync.client import HttpRemote, post_once
from sync.errors import Malformed, Offline, Rejected, SyncError
from sync.identity import NONCE_BYTES, write_code
from sync.joining import join
from sync.protocol import EnrolRequest, SyncRequest
from tests.sync.hub_process import HubProcess, hub_json, no_authority
from tests.sync.office_proxy import OfficeProxy
from tests.sync.test_authority import TlsHub
from tests.sync.test_connection import _Reader, _says, _server

_KEY = Ed25519PrivateKey.generate()
_PUBLIC = _KEY.public_key().public_bytes_raw()


_JOINING = EnrolRequest("", _PUBLIC[:8], _PUBLIC, "ก", "MB", b"")
_CODE = write_code("A" * 12, bytes(32))


def _page(body: bytes, head: bytes = b"", status: bytes = b"200 OK") -> bytes:
    length = b"content-length: %d\r\n" % len(body)
    return b"HTTP/1.1 " + status + b"\r\n" + head + length + b"connection: close\r\n\r\n" + body


def _turn(way: Way) -> None:
    remote = HttpRemote(way, bytes(8), _KEY, bytes(16), stall_seconds=5)
    try:
        remote.turn(SyncRequest(1, 0, b"", (0, 0, 0, 0)), 1)
    finally:
        remote.close()


def _ask(way: Way) -> None:
    post_once(way, "/v1/roster", b"x")


def _join(way: Way) -> None:
    join(way, _CODE, _JOINING, _KEY, no_authority)


_PAGES = [
    _page(b"<html>sign in</html>"),
    _page(b"\xef\xbb\xbf\r\n  <!DOCTYPE html><p>"),
    _page(b"Welcome to the hotel. Please sign in."),
    _page("โปรดลงชื่อเข้าใช้ก่อน ".encode() * 200),
    _page(b"\x1f\x8b" + bytes(60), b"content-encoding: gzip\r\n"),
    _page(b"\x01\x02\x03", b"content-type: text/html; charset=tis-620\r\n"),
    _page("\x01ลงชื่อ<script>".encode("cp874")),
    _page(b'{"login": "http://portal.example"}'),
    _page(b"", b"location: http://portal.example/\r\n", b"302 Found"),
    _page(b"", b"location: http://portal.example/\r\n", b"307 Temporary Redirect"),
    _page(b"sign in", b"", b"511 Network Authentication Required"),
]


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.parametrize("act", [_turn, _ask, _join])
def test_a_networks_sign_in_page_is_told_whatever_it_begins_with(
    act: Callable[[Way], None], page: bytes
) -> None:
    with _server(_says(page)) as url, pytest.raises(Offline, match="network_sign_in"):
        act(Way(url))


@pytest.mark.parametrize(
    ("page", "error", "code"),
    [
        (_page(b"Not Found", b"", b"404 Not Found"), Rejected, "not_a_hub"),
        (_page(b"<html>POST?", b"", b"405 Method Not Allowed"), Rejected, "not_a_hub"),
        (_page(b"<html>https port", b"", b"400 Bad Request"), Rejected, "not_a_hub"),
        (_page(b"<html>later", b"", b"503 Service Unavailable"), Offline, "offline"),
    ],
)
@pytest.mark.parametrize("act", [_turn, _ask, _join])
def test_another_server_is_no_sign_in_page(
    act: Callable[[Way], None], page: bytes, error: type[SyncError], code: str
) -> None:
    with _server(_says(page)) as url, pytest.raises(error, match=code):
        act(Way(url))


def _own(tmp_path: Path, *hosts: str) -> tuple[ssl.SSLContext, Path]:
    """A server's certificates, and the file that makes them believed."""
    folder = tmp_path / "ours"
    make_authority(folder, "ours", hosts or ["localhost"])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "hub.pem", folder / "hub-key.pem")
    authority = tmp_path / "only.pem"
    authority.write_bytes(vouching((folder / "hub.pem").read_bytes()))
    return context, authority


@pytest.mark.parametrize("page", _PAGES[:10])
def test_who_has_proved_to_be_the_server_asked_is_no_sign_in_page(
    tmp_path: Path, page: bytes
) -> None:
    context, authority = _own(tmp_path)
    with (
        _server(_says(page), context) as url,
        pytest.raises(Rejected, match="not_a_hub"),
    ):
        _turn(Way(url, authority))


def test_a_sign_in_page_in_the_place_of_an_encrypted_hub(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a network answers with a certificate of its own; in the clear it leads elsewhere."""
    context, _authority = _own(tmp_path)
    leads_on = _page(b"", b"location: https://portal.example/in\r\n", b"302 Found")
    with _server(_says(leads_on)) as plain, _server(_says(b""), context) as url:
        monkeypatch.setattr(client, "_SIGN_IN_PORT", int(plain.rpartition(":")[2]))
        with pytest.raises(Offline, match="network_sign_in"):
            _turn(Way(url))
    here = _page(b"", b"location: https://localhost/\r\n", b"301 Moved Permanently")
    with _server(_says(here)) as plain, _server(_says(b""), context) as url:
        monkeypatch.setattr(client, "_SIGN_IN_PORT", int(plain.rpartition(":")[2]))
        with pytest.raises(Rejected, match="untrusted_hub"):
            _turn(Way(url))


def test_https_where_nobody_encrypts_is_said_so() -> None:
    def speaks_at_once(connection: socket.socket) -> None:
        connection.sendall(_page(b"", b"", b"400 Bad Request"))
        connection.recv(65_536)

    with _server(speaks_at_once) as url, pytest.raises(Rejected, match="not_encrypted"):
        _turn(Way(url.replace("http:", "https:")))


def test_plain_http_to_another_machine_is_not_even_begun() -> None:
    for act in (_turn, _ask, _join):
        with pytest.raises(Rejected, match="plain_address"):
            act(Way("http://192.0.2.1:9"))


def test_a_hub_of_an_earlier_version_is_told_from_another_server() -> None:
    asked: list[bytes] = []

    def older(connection: socket.socket) -> None:
        asked.append(connection.recv(65_536).partition(b" HTTP")[0])
        found = asked[-1] == b"GET /v1/probe"
        status = b"204 No Content" if found else b"404 Not Found"
        connection.sendall(_page(b"" if found else b"Not Found", b"", status))

    with _server(older) as url, pytest.raises(Rejected, match="outdated"):
        _join(Way(url))
    assert asked == [b"POST /v1/identity", b"GET /v1/probe"]


def test_a_code_is_sent_to_nobody_but_a_hub() -> None:
    heard: list[bytes] = []

    def taking(connection: socket.socket) -> None:
        heard.append(_Reader(connection).body() or b"")
        connection.sendall(_page(b"\x81\xa3abc\xc4\x10" + bytes(16)))

    with _server(taking) as url, pytest.raises(Malformed):
        _join(Way(url))
    assert [len(body) for body in heard] == [NONCE_BYTES]


def test_a_hub_behind_a_path_in_thai(tmp_path: Path) -> None:
    """What a web server in front of the hub gets is ASCII, and leads back to the letters."""
    asked: list[bytes] = []

    def serve(connection: socket.socket) -> None:
        asked.append(connection.recv(65_536).partition(b"\r\n")[0])
        connection.sendall(_page(b'{"error": "revoked"}', b"", b"403 Forbidden"))

    with _server(serve) as url, pytest.raises(Rejected, match="revoked"):
        _turn(Way(f"{url}/ศูนย์/"))
    assert asked == [b"POST /%E0%B8%A8%E0%B8%B9%E0%B8%99%E0%B8%A2%E0%B9%8C/v1/sync HTTP/1.1"]


def _served(tmp_path: Path) -> tuple[str, str]:
    """A hub's database with a centre, and a code to join it."""
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    return database, hub_json(database, "enrol-code", centre)["code"]


def test_everything_goes_through_a_proxy_that_was_set(tmp_path: Path) -> None:
    database, code = _served(tmp_path)
    with HubProcess(database) as hub, OfficeProxy() as proxy:
        way = Way(hub.url, proxy=proxy_address(f"ครู:ลับ@{proxy.address}"))
        answer = join(way, code, _JOINING, _KEY, no_authority).answer
        remote = HttpRemote(way, _PUBLIC[:8], _KEY, answer.hub)
        remote.turn(SyncRequest(1, 0, b"", (0, 0, 0, 0)), 1)
        remote.close()
    assert answer.centre_name == "ก"
    paths = ("identity", "enrol", "sync")
    assert proxy.asked == [f"POST {hub.url}/v1/{path} HTTP/1.1" for path in paths]
    assert "Proxy-Authorization: Basic 4LiE4Lij4Li5OuC4peC4seC4mg==" in proxy.headers


def test_a_proxy_leads_to_an_encrypted_hub_and_sees_nothing(tmp_path: Path) -> None:
    database, code = _served(tmp_path)
    _context, authority = _own(tmp_path, "127.0.0.1")
    with TlsHub(database, tmp_path / "ours") as hub, OfficeProxy() as proxy:
        way = Way(hub.url, proxy=proxy_address(proxy.address))
        joined = join(way, code, _JOINING, _KEY, lambda _pem: authority)
    assert joined.answer.centre_name == "ก"
    assert joined.authority == authority.read_bytes()
    assert proxy.asked == [f"CONNECT {hub.url.removeprefix('https://')} HTTP/1.1"] * 2


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("refuses", "code"), [("407 Who are you", "proxy_sign_in"), ("403 No", "proxy_refused")]
)
def test_a_proxy_that_refuses_is_told_apart(scheme: str, refuses: str, code: str) -> None:
    with OfficeProxy(refuses) as proxy, pytest.raises(Offline, match=code):
        _join(Way(f"{scheme}://127.0.0.1:9", proxy=proxy_address(proxy.address)))


def test_a_proxy_that_is_not_there_is_named() -> None:
    with pytest.raises(Offline, match=r"proxy_unreachable.*127.0.0.1:9") as refusal:
        _join(Way("https://hub.example", proxy=proxy_address("a:b@127.0.0.1:9")))
    assert "b@" not in str(refusal.value)
