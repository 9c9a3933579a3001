"""The way to the hub over HTTP: few headers, bounded answers, no redirects."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way, hub_address
from sync.connection import Connection
from sync.envelope import seal_request, unpack_answer
from sync.errors import Incompatible, Malformed, Offline, Rejected, SyncError
from sync.protocol import Code, SyncAnswer, SyncRequest

CONNECT_SECONDS: Final = 15.0
# Without a byte for this long the link is taken as dead; a slow but living one may go on.
STALL_SECONDS: Final = 45.0

# Where browsers look whether a network wants to be signed in to.
_SIGN_IN_PORT: Final = 80
_SIGN_IN_SECONDS: Final = 5.0
_SIGN_IN_STATUS: Final = 511
_PAGE_BYTES: Final = 2_048
_PAGE_MARKS: Final = (b"<html", b"<!doctype", b"<head", b"<meta", b"<body", b"<script")


class HttpRemote:
    """One hub, one device, one kept-alive connection. Not for two threads at once.

    `hub` is the hub's id from the enrolment.
    """

    def __init__(
        self,
        way: Way,
        device: bytes,
        key: Ed25519PrivateKey,
        hub: bytes,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self.connection = Connection(way, min(CONNECT_SECONDS, stall_seconds), stall_seconds)
        self._way = way
        self._device = device
        self._key = key
        self._hub = hub

    @property
    def bytes_up(self) -> int:
        """Bytes sent in requests, heads included."""
        return self.connection.bytes_up

    @property
    def bytes_down(self) -> int:
        """Bytes received in answers, heads included."""
        return self.connection.bytes_down

    @property
    def crossed(self) -> int:
        """Bytes that went through the present connection, both ways."""
        return self.connection.crossed

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """Send one request; errors as in `sync.ports.Remote`."""
        return self.start(request, request_no)()

    def start(self, request: SyncRequest, request_no: int) -> Callable[[], SyncAnswer]:
        """Send one request, behind one whose answer is still awaited; as in `PairedRemote`."""
        sealed = seal_request(request, request_no, self._device, self._key, self._hub)
        ticket = _send(self.connection, self._way, "/v1/sync", sealed)

        def answer() -> SyncAnswer:
            status, body = self.connection.receive(ticket)
            if status != 200:
                raise _refusal(self.connection, status, body)
            try:
                return unpack_answer(body)
            except (Malformed, Incompatible):
                if _is_page(self.connection, body):
                    raise _no_hub(self.connection, status) from None
                raise

        return answer

    def renew(self) -> None:
        """Make a new connection for the next request; what was awaited is given up."""
        self.connection.close()

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()


def post_once(way: Way, path: str, body: bytes) -> bytes:
    """Send bytes and give the answer's back, over a connection of its own.

    Raises:
        sync.errors.Offline, Rejected, Incompatible, Malformed.
    """
    with closing(Connection(way, CONNECT_SECONDS, STALL_SECONDS)) as connection:
        return asked(connection, way, path, body)


def asked(connection: Connection, way: Way, path: str, body: bytes) -> bytes:
    """Send bytes over a connection along `way`; errors as `post_once`."""
    status, content = connection.receive(_send(connection, way, path, body))
    if status != 200:
        raise _refusal(connection, status, content)
    if _is_page(connection, content):
        raise _no_hub(connection, status)
    return content


def _send(connection: Connection, way: Way, path: str, body: bytes) -> int:
    try:
        return connection.send(path, body)
    except Rejected:
        # Who answers is not the hub, or does not encrypt: so do networks that want a sign-in first.
        if _wants_sign_in(way):
            raise Offline("network_sign_in") from None
        raise


def _wants_sign_in(way: Way) -> bool:
    """Whether the network leads elsewhere what is asked in the clear, as browsers find out."""
    host = urlsplit(hub_address(way.address)).hostname or ""
    place = f"[{host}]" if ":" in host else host
    if way.proxy or not host.strip("0123456789.:abcdef"):
        return False  # a proxy would be asked instead; a number is often led on to a name
    plain = Way(f"http://{place}:{_SIGN_IN_PORT}", unencrypted=True)
    try:
        with closing(Connection(plain, _SIGN_IN_SECONDS, _SIGN_IN_SECONDS)) as connection:
            status, _body = connection.receive(connection.send("/", b"", "GET"))
            to = urlsplit(connection.headers.get("location", "")).hostname
    except (SyncError, ValueError):
        return False
    return status == _SIGN_IN_STATUS or (300 <= status < 400 and to not in (None, host))


def _refusal(connection: Connection, status: int, content: bytes) -> SyncError:
    """What an answer means that is not the one hoped for."""
    try:
        told: Any = msgspec.json.decode(content)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        told = None
    code = told.get("error") if isinstance(told, dict) else None
    if not isinstance(code, str) or not code.isascii() or len(code) > 40:
        return _no_hub(connection, status)
    values = {
        name: value
        for name, value in told.items()
        if name in ("last", "spoken", "wait_s") and isinstance(value, (int, list))
    }
    if code == Code.INCOMPATIBLE:
        return Incompatible(code, **values)
    if code in (Code.BUSY, Code.HUB_FAILED):
        return Offline("offline", reason=code)
    return Rejected(code, **values)


def _no_hub(connection: Connection, status: int) -> SyncError:
    """Somebody else than a hub answered: the network, a proxy, another server, a hub that is down.

    Who has proved to be who was asked is no sign-in page, whatever is said there.
    """
    if status == 407:
        return Offline("proxy_sign_in")
    if status == _SIGN_IN_STATUS or (status < 400 and not connection.proven):
        return Offline("network_sign_in")
    if status >= 500:
        return Offline("offline", reason=f"status {status}")
    if status == 403 and connection.through_proxy and not connection.proven:
        return Offline("proxy_refused", status=status)
    return Rejected("not_a_hub", status=status)


def _is_page(connection: Connection, body: bytes) -> bool:
    """Whether an answer is something for people to read, whatever it begins with."""
    headers, start = connection.headers, body[:_PAGE_BYTES]
    if "html" in headers.get("content-type", "") or "content-encoding" in headers:
        return True
    return any(mark in start.lower() for mark in _PAGE_MARKS) or _is_text(start)


def _is_text(start: bytes) -> bool:
    try:
        text = start.decode()
    except UnicodeDecodeError as error:
        if error.start < len(start) - 3:
            return False
        text = start[: error.start].decode()  # a letter was cut in two
    return bool(text) and all(letter >= " " or letter in "\r\n\t\f" for letter in text)
