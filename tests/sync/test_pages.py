"""What the hub tells browsers: headers everywhere, by its own names, slowly to guessers."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.authority import make_authority, names_in
from sync.hub import web
from sync.hub.app import build_app
from sync.hub.attempts import Attempts, network_of
from sync.hub.database import Database
from sync.hub.headers import may_ask_by
from sync.hub.service import Hub
from tests.sync.hub_keys import hub_keys
from tests.sync.hub_process import HubProcess, run_hub

_HERE = ("127.0.0.1", 50_000)
_AWAY = ("192.0.2.7", 50_000)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub in this process."""
    made = Hub(Database(f"sqlite:///{(tmp_path / 'hub.db').as_posix()}", hub_keys()))
    yield made
    made.close()


def _ask(
    app: Any,
    path: str = "/",
    *,
    client: tuple[str, int] = _HERE,
    host: str = "localhost",
    password: str = "",
    scheme: str = "http",
    version: str = "1.1",
    method: str = "GET",
    more: dict[str, str] | None = None,
    body: bytes = b"",
) -> tuple[int, dict[str, str]]:
    """What the application answers: status and headers."""
    headers = {"host": host, **(more or {})}
    if password:
        token = base64.b64encode(f"x:{password}".encode()).decode()
        headers["authorization"] = f"Basic {token}"
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": version, "method": method,
        "scheme": scheme, "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "client": client, "server": ("127.0.0.1", 8460),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    said: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    async def once() -> None:
        await app(scope, receive, send)

    asyncio.run(once())
    start = said[0]
    return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}


def test_what_is_refused_to_laptops_is_logged_by_code_and_id(
    hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    app = build_app(hub)
    device, secret = bytes(range(8)), "ชื่อของใคร".encode() * 20
    _ask(app, "/v1/sync", method="POST", client=_AWAY, body=b"\x01" + device + secret)
    _ask(app, "/v1/roster", method="POST", client=_AWAY, body=device + bytes(64))
    _ask(app, "/v1/enrol", method="POST", client=_AWAY, body=secret)
    _ask(app, "/v1/sync", method="POST", body=b"\x63" + secret)
    _ask(app, "/v1/probe")
    told = [record.getMessage() for record in caplog.records]
    assert told == [
        f"refused as unknown_device: /v1/sync from 192.0.2.7, laptop {device.hex()}",
        f"refused as unknown_device: /v1/roster from 192.0.2.7, laptop {device.hex()}",
        "refused as bad_message: /v1/enrol from 192.0.2.7, laptop unknown",
    ]


def test_every_answer_to_a_browser_carries_the_same_headers(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = build_app(hub, "ลับมากพอ")
    asked = [
        _ask(app, password="ลับมากพอ"),
        _ask(app),
        _ask(app, host="evil.example"),
        _ask(app, "/nothing"),
        _ask(app, "/", method="PUT"),
        _ask(app, "/v1/sync", method="POST"),
        _ask(build_app(hub), client=_AWAY),
    ]
    assert [status for status, _headers in asked] == [200, 401, 421, 404, 405, 400, 403]
    for status, headers in asked:
        assert "frame-ancestors 'none'" in headers["content-security-policy"], status
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert "strict-transport-security" not in headers
    assert _ask(app, "/v1/probe") == (204, {})


def test_what_fails_carries_them_too(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> str:
        raise RuntimeError("broken")

    monkeypatch.setattr(web, "render", broken)
    app = build_app(hub)

    async def swallowed(scope: Any, receive: Any, send: Any) -> None:
        # Starlette raises it again for the server to log, after it has answered.
        try:
            await app(scope, receive, send)
        except RuntimeError:
            return

    status, headers = _ask(swallowed)
    assert status == 500
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_only_over_tls_browsers_are_told_to_stay_there(hub: Hub) -> None:
    app = build_app(hub, "ลับมากพอ")
    for status, headers in (_ask(app, scheme="https"), _ask(app, "/nothing", scheme="https")):
        assert headers["strict-transport-security"] == "max-age=31536000", status
    assert "strict-transport-security" not in _ask(app, "/v1/probe", scheme="https")[1]


def test_the_page_is_asked_for_by_the_hubs_own_names(hub: Hub, tmp_path: Path) -> None:
    make_authority(tmp_path / "tls", "ours", ["hub.example", "127.0.0.1"])
    names = names_in((tmp_path / "tls" / "hub.pem").read_bytes())
    assert names == ("hub.example",)
    app = build_app(hub, "", b"", names)
    for host in ("localhost", "LOCALHOST:8460", "127.0.0.1:8460", "[::1]:8460", "hub.example:1"):
        assert _ask(app, host=host)[0] == 200, host
    # A name of somebody else's that leads here, as a page elsewhere can have it.
    for host in ("evil.example", "hub.example.evil", "", "127.0.0.1.evil.example"):
        assert _ask(app, host=host)[0] == 421, host
        assert not may_ask_by(host, names)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
def test_through_a_server_in_front_nobody_is_here(hub: Hub, header: str) -> None:
    app = build_app(hub)
    assert _ask(app)[0] == 200
    assert _ask(app, more={header.lower(): "192.0.2.7"})[0] == 403
    assert _ask(app, version="1.0")[0] == 403


def test_guessing_the_staffs_password_slows_its_sender_alone(
    hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    app = build_app(hub, "ลับมากพอ")
    assert _ask(app, client=_AWAY)[0] == 401
    for _ in range(5):
        assert _ask(app, client=_AWAY, password="ผิดแน่นอน")[0] == 401
    status, headers = _ask(app, client=_AWAY, password="ลับมากพอ")
    assert status == 429
    assert 1 <= int(headers["retry-after"]) <= 5
    assert _ask(app, client=("192.0.2.8", 1), password="ลับมากพอ")[0] == 200

    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 5
    assert "192.0.2.7" in told[0]
    assert not any("ผิดแน่นอน" in each or "ลับมากพอ" in each for each in told)


def test_behind_a_server_that_nobody_named_one_guesser_slows_not_everybody(hub: Hub) -> None:
    app = build_app(hub, "ลับมากพอ")
    for number in range(5):
        forged = f"192.0.2.{number}, 198.51.100.9"
        assert _ask(app, password="ผิดแน่นอน", more={"x-forwarded-for": forged})[0] == 401
    asked = {"x-forwarded-for": "192.0.2.99, 198.51.100.9"}
    assert _ask(app, password="ลับมากพอ", more=asked)[0] == 429
    assert _ask(app, password="ลับมากพอ", more={"x-forwarded-for": "198.51.100.10"})[0] == 200
    # From elsewhere nobody's word about others counts.
    for _ in range(5):
        _ask(app, client=_AWAY, password="ผิดแน่นอน", more={"x-forwarded-for": "127.0.0.1"})
    asked = {"x-forwarded-for": "198.51.100.11"}
    assert _ask(app, client=_AWAY, password="ลับมากพอ", more=asked)[0] == 429


def test_the_delay_grows_is_forgotten_and_stays_small() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    waits = []
    for _ in range(13):
        attempts.failed("192.0.2.7")
        waits.append(attempts.wait("192.0.2.7"))
        now[0] += waits[-1]
    assert waits == [0, 0, 0, 0, 5, 15, 60, 300, 900, 3600, 3600, 3600, 3600]
    attempts.passed("192.0.2.7")
    assert attempts.failed("192.0.2.7") == 1
    now[0] += 25 * 3600
    assert attempts.failed("192.0.2.7") == 1
    for number in range(20_000):
        attempts.failed(f"10.{number // 65_536}.{number // 256 % 256}.{number % 256}")
    assert len(attempts._wrong) == 10_000


def test_a_network_of_the_new_kind_is_one_sender() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1") == "2001:db8::/64"
    assert network_of("2001:db8:0:1::1") != network_of("2001:db8::1")
    assert network_of("::ffff:192.0.2.7") == network_of("192.0.2.7")
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert network_of("testclient") == "testclient"


def test_what_is_not_encrypted_is_served_to_this_machine_alone(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    done = run_hub(database, "serve", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 1
    assert "--unencrypted" in done.stderr
    assert "ไม่เข้ารหัส" in done.stderr


class _OwnTls(HubProcess):
    """A hub that makes its certificates itself."""

    def __init__(self, database: str, folder: Path) -> None:
        super().__init__(database)
        self._folder = folder

    def arguments(self) -> tuple[str, ...]:
        """More for `serve`."""
        return "--tls", str(self._folder), "--name", "hub.example", "--host", "0.0.0.0"


def test_a_hub_makes_its_own_certificate_once(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    folder = tmp_path / "tls"
    with _OwnTls(database, folder) as hub:
        assert hub.url.startswith("https://")
        made = (folder / "hub.pem").read_bytes()
    assert {"hub.example", "localhost"} <= set(names_in(made))
    with _OwnTls(database, folder):
        assert (folder / "hub.pem").read_bytes() == made
