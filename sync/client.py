"""The way to the hub over HTTP: few headers, bounded answers, no redirects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER

from sync.connection import Connection
from sync.envelope import seal_enrolment, seal_request, unpack_answer
from sync.errors import Incompatible, Malformed, Offline, Rejected
from sync.protocol import (
    MAX_ANSWER_BYTES,
    Code,
    EnrolAnswer,
    EnrolRequest,
    SyncAnswer,
    SyncRequest,
)

CONNECT_SECONDS: Final = 15.0
# Without a byte for this long the link is taken as dead; a slow but living one may go on.
STALL_SECONDS: Final = 45.0
_PIECE_BYTES: Final = 16 << 10
_MAX_ERROR_BYTES: Final = 4 << 10


class HttpRemote:
    """One hub, one device, one kept-alive connection. Not for two threads at once.

    `authority` is the certificate (PEM) of the province's own authority; None trusts the system's.
    `hub` is the hub's id from the enrolment.
    """

    def __init__(
        self,
        url: str,
        device: bytes,
        key: Ed25519PrivateKey,
        hub: bytes,
        authority: Path | None = None,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self.connection = Connection(
            url,
            authority or Path(DEFAULT_CA_BUNDLE_PATH),
            min(CONNECT_SECONDS, stall_seconds),
            stall_seconds,
        )
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
        ticket = self.connection.send("/v1/sync", sealed)

        def answer() -> SyncAnswer:
            status, body = self.connection.receive(ticket)
            if status != 200:
                raise _refusal(status, body)
            if body.startswith(b"<"):
                # The sign-in page of somebody's network answers 200 to anything.
                raise Rejected("not_a_hub", status=status)
            return unpack_answer(body)

        return answer

    def renew(self) -> None:
        """Make a new connection for the next request; what was awaited is given up."""
        self.connection.close()

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()


def enrol(
    url: str,
    request: EnrolRequest,
    key: Ed25519PrivateKey,
    authority: Path | None = None,
) -> EnrolAnswer:
    """Join a centre with a one-time code; asking again with the same key after a lost answer works.

    Raises:
        sync.errors.Offline, Rejected, Incompatible, Malformed.
    """
    with _session(authority) as session:
        sealed = seal_enrolment(request, key)
        body = _post(
            session, url.rstrip("/") + "/v1/enrol", sealed, (CONNECT_SECONDS, STALL_SECONDS)
        )
    try:
        return msgspec.msgpack.decode(body, type=EnrolAnswer)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None


def post_once(url: str, body: bytes, authority: Path | None = None) -> bytes:
    """Send bytes and give the answer's back, over a connection of its own.

    Raises:
        sync.errors.Offline, Rejected, Incompatible, Malformed.
    """
    with _session(authority) as session:
        return _post(session, url, body, (CONNECT_SECONDS, STALL_SECONDS))


def _session(authority: Path | None) -> requests.Session:
    session = requests.Session()
    session.headers.clear()
    # Every header costs on each turn, and the hub needs none of these.
    session.headers.update({"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER})
    session.trust_env = False
    if authority is not None:
        session.verify = str(authority)
    return session


def _post(session: requests.Session, url: str, body: bytes, timeout: tuple[float, float]) -> bytes:
    try:
        with session.post(
            url, data=body, timeout=timeout, allow_redirects=False, stream=True
        ) as answer:
            limit = MAX_ANSWER_BYTES if answer.status_code == 200 else _MAX_ERROR_BYTES
            content = _bounded(answer, limit)
            status = answer.status_code
    except (requests.exceptions.MissingSchema, requests.exceptions.InvalidURL) as error:
        raise Rejected("bad_address", address=url) from error
    except requests.exceptions.InvalidSchema as error:
        raise Rejected("bad_address", address=url) from error
    except requests.exceptions.SSLError as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise Rejected("untrusted_hub") from error
        raise Offline("offline", reason="tls") from error
    except (requests.exceptions.RequestException, HTTPError, OSError) as error:
        raise Offline("offline", reason=type(error).__name__) from error
    if status == 200:
        if content.startswith(b"<"):
            # The sign-in page of somebody's network answers 200 to anything.
            raise Rejected("not_a_hub", status=status)
        return content
    raise _refusal(status, content)


def _bounded(answer: requests.Response, limit: int) -> bytes:
    """The raw body, read piece by piece and never beyond `limit`; no decoding is done for it."""
    pieces = bytearray()
    while True:
        # The answer as it came: a compressed transfer could unfold without bound.
        piece = answer.raw.read(_PIECE_BYTES, decode_content=False)
        if not piece:
            break
        pieces += piece
        if len(pieces) > limit:
            raise Malformed(Code.TOO_LARGE, bytes=len(pieces))
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) != len(pieces):
        raise Offline("offline", reason="cut short")
    return bytes(pieces)


def _refusal(status: int, content: bytes) -> Exception:
    try:
        told: Any = msgspec.json.decode(content)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        told = None
    code = told.get("error") if isinstance(told, dict) else None
    if not isinstance(code, str) or not code.isascii() or len(code) > 40:
        # A sign-in page of a hotel, a proxy, a hub that is down.
        if status >= 500:
            return Offline("offline", reason=f"status {status}")
        return Rejected("not_a_hub", status=status)
    values = {
        name: value
        for name, value in told.items()
        if name in ("last", "spoken") and isinstance(value, (int, list))
    }
    if code == Code.INCOMPATIBLE:
        return Incompatible(code, **values)
    if code in (Code.BUSY, Code.HUB_FAILED):
        return Offline("offline", reason=code)
    return Rejected(code, **values)
