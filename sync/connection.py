"""One kept-alive HTTP connection: few bytes, bounded answers, a second request behind the first."""

from __future__ import annotations

import base64
import select
import socket
import ssl
from collections import deque
from contextlib import suppress
from typing import Final
from urllib.parse import unquote, urlsplit

import certifi

from sync.address import Way, check_encrypted, hub_address, shown_proxy
from sync.errors import Malformed, Offline, Rejected, SyncError
from sync.protocol import MAX_ANSWER_BYTES, Code

_PIECE_BYTES: Final = 16 << 10
_MAX_HEAD_BYTES: Final = 16 << 10
_MAX_ERROR_BYTES: Final = 4 << 10
_MAX_INTERIM: Final = 8  # answers of the kind "wait a little" before the real one
# What OpenSSL says where the other side speaks, and does not encrypt.
_NOT_TLS: Final = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL"})


class Connection:
    """Requests to one address; their answers come in the same order, over the same connection.

    It is made at the first request, kept, and made anew after an error. TLS resumes the session of
    the connection before. Not for two threads at once.

    Args:
        way: where it leads, and through whom; a path in its address stands before each request's.
        connect_seconds: to wait for a connection.
        stall_seconds: without a byte for this long the link is taken as dead.
        believed: False where whoever answers is looked at before anything is believed.

    Attributes:
        bytes_up, bytes_down: what went through all connections so far, heads included.
        crossed: what went through the present connection, both ways.
        resumed: whether the present connection took up an earlier TLS session.
        proven: whether who answers has proved by a certificate to be who was asked.
        through_proxy: whether a proxy is asked for it.
        headers: of the answer last received, names in small letters.

    Raises:
        Rejected: bad_address, plain_address.
    """

    def __init__(
        self, way: Way, connect_seconds: float, stall_seconds: float, *, believed: bool = True
    ) -> None:
        check_encrypted(way)
        parts = urlsplit(hub_address(way.address))
        encrypted = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if encrypted else 80)
        self._name = parts.netloc
        self._path = parts.path
        self._proxy = urlsplit(way.proxy) if way.proxy else None
        self._proxy_words = _proxy_words(way.proxy)
        if self._proxy is not None and not encrypted:
            # Without a tunnel the proxy is told whom the request is for, with each of them.
            self._path = f"http://{self._name}{self._path}"
        self._connect_seconds = connect_seconds
        self._stall_seconds = stall_seconds
        self._context: ssl.SSLContext | None = None
        if encrypted:
            self._context = ssl.create_default_context(cafile=str(way.authority or certifi.where()))
            self._context.minimum_version = ssl.TLSVersion.TLSv1_2
            if not believed:
                self._context.check_hostname = False
                self._context.verify_mode = ssl.CERT_NONE
        self.proven = encrypted and believed
        self.through_proxy = bool(way.proxy)
        self.headers: dict[str, str] = {}
        self._session: ssl.SSLSession | None = None
        self._socket: socket.socket | None = None
        self._unread = bytearray()
        self._awaited: deque[int] = deque()
        self._sent = 0
        self.bytes_up = 0
        self.bytes_down = 0
        self.crossed = 0
        self.resumed = False

    def send(self, path: str, body: bytes, method: str = "POST") -> int:
        """Send a request; returns a ticket for `receive`.

        Raises:
            Offline: not reached, or lost while sending; proxy_unreachable, proxy_refused,
                proxy_sign_in.
            Rejected: untrusted_hub; not_encrypted where https was asked for.
        """
        try:
            if self._socket is None or (not self._awaited and self._was_dropped()):
                self._connect()
            words = self._proxy_words if self._context is None else ""
            head = (
                f"{method} {self._path}{path} HTTP/1.1\r\nHost: {self._name}\r\n{words}"
                f"Content-Length: {len(body)}\r\n\r\n"
            )
            self._send_all(head.encode("ascii") + body)
        except SyncError:
            self.close()
            raise
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise Rejected("untrusted_hub") from error
        except ssl.SSLError as error:
            self.close()
            if error.reason in _NOT_TLS:
                raise Rejected("not_encrypted") from error
            raise Offline("offline", reason="tls") from error
        except OSError as error:
            self.close()
            raise Offline("offline", reason=type(error).__name__) from error
        self._sent += 1
        self._awaited.append(self._sent)
        return self._sent

    def receive(self, ticket: int) -> tuple[int, bytes]:
        """Wait for the answer to the oldest request: its status and its body.

        Raises:
            Offline: lost or stalled; also when the connection of the request is no more.
            Malformed: larger than an answer may be.
        """
        if not self._awaited or self._awaited.popleft() != ticket:
            raise Offline("offline", reason="connection lost")
        try:
            status, self.headers, body, last = self._answer()
        except OSError as error:
            self.close()
            raise Offline("offline", reason=type(error).__name__) from error
        except (Offline, Malformed):
            self.close()
            raise
        if isinstance(self._socket, ssl.SSLSocket):
            # Tickets come after the handshake, with the first answer.
            self._session = self._socket.session
        if last:
            self.close()
        return status, body

    def close(self) -> None:
        """Give the connection back; the next request makes a new one."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.close()
        self._socket = None
        self._awaited.clear()
        self._unread.clear()

    def _connect(self) -> None:
        self.close()
        self.crossed = 0
        self.resumed = False
        plain = self._reach()
        try:
            # Else a request behind another waits for the other's acknowledgement.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket = plain
            if self._context is not None:
                if self._proxy is not None:
                    self._ask_proxy()
                secured = self._context.wrap_socket(
                    plain, server_hostname=self._host, session=self._session
                )
                self._socket = secured
                self.resumed = bool(secured.session_reused)
        except BaseException:
            plain.close()
            raise
        self._socket.settimeout(self._stall_seconds)

    def _reach(self) -> socket.socket:
        if self._proxy is None:
            return socket.create_connection((self._host, self._port), self._connect_seconds)
        there = (self._proxy.hostname or "", self._proxy.port or 80)
        try:
            return socket.create_connection(there, self._connect_seconds)
        except OSError as error:
            name = shown_proxy(self._proxy.geturl())
            raise Offline("proxy_unreachable", proxy=name) from error

    def _ask_proxy(self) -> None:
        """Have the proxy lead this connection on to the hub, unseen by it."""
        place = self._name if urlsplit(f"//{self._name}").port else f"{self._name}:{self._port}"
        words = f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{self._proxy_words}\r\n"
        self._send_all(words.encode("ascii"))
        status, _headers, _old = self._head()
        if status == 407:
            raise Offline("proxy_sign_in")
        if not 200 <= status < 300:
            raise Offline("proxy_refused", status=status)

    def _was_dropped(self) -> bool:
        """Whether the other side ended the connection while nothing was awaited."""
        assert self._socket is not None
        readable, _, _ = select.select([self._socket], [], [], 0)
        if readable and isinstance(self._socket, ssl.SSLSocket):
            # It may be no more than a new ticket for the session.
            return self._has_more_to_say()
        return bool(readable)

    def _has_more_to_say(self) -> bool:
        assert self._socket is not None
        self._socket.settimeout(0)
        try:
            self._socket.recv(1)
            return True  # the end, or words that nobody asked for
        except ssl.SSLWantReadError:
            return False
        except OSError:
            return True
        finally:
            self._socket.settimeout(self._stall_seconds)

    def _send_all(self, data: bytes) -> None:
        assert self._socket is not None
        rest = memoryview(data)
        while rest:
            # Piece by piece: the time limit is for each, not for the whole.
            sent = self._socket.send(rest[:_PIECE_BYTES])
            self.bytes_up += sent
            self.crossed += sent
            rest = rest[sent:]

    def _answer(self) -> tuple[int, dict[str, str], bytes, bool]:
        for _ in range(_MAX_INTERIM):
            status, headers, old = self._head()
            if status >= 200:
                break
        else:
            raise Offline("offline", reason="no answer")
        limit = MAX_ANSWER_BYTES if status == 200 else _MAX_ERROR_BYTES
        last = old or "close" in headers.get("connection", "").lower()
        if status == 204 or status == 304:
            return status, headers, b"", last
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return status, headers, self._chunks(limit), last
        length = headers.get("content-length", "")
        if length.isascii() and length.isdecimal():
            return status, headers, self._exactly(int(length), limit), last
        return status, headers, self._to_the_end(limit), True

    def _head(self) -> tuple[int, dict[str, str], bool]:
        """The status, the headers, and whether the other side speaks HTTP/1.0."""
        lines = self._until(b"\r\n\r\n", _MAX_HEAD_BYTES).decode("latin-1").split("\r\n")
        version, _, rest = lines[0].partition(" ")
        if not version.startswith("HTTP/1.") or not rest[:3].isdecimal():
            raise Offline("offline", reason="not http")
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        return int(rest[:3]), headers, version == "HTTP/1.0"

    def _until(self, mark: bytes, limit: int) -> bytes:
        start = 0
        while (at := self._unread.find(mark, start)) < 0:
            if len(self._unread) > limit:
                raise Offline("offline", reason="not http")
            start = max(len(self._unread) - len(mark), 0)
            self._more()
        taken = bytes(self._unread[:at])
        del self._unread[: at + len(mark)]
        return taken

    def _exactly(self, length: int, limit: int) -> bytes:
        if length > limit:
            raise Malformed(Code.TOO_LARGE, bytes=length)
        while len(self._unread) < length:
            self._more()
        taken = bytes(self._unread[:length])
        del self._unread[:length]
        return taken

    def _chunks(self, limit: int) -> bytes:
        body = b""
        while True:
            size = self._until(b"\r\n", 64).partition(b";")[0].strip()
            try:
                length = int(size, 16)
            except ValueError:
                raise Offline("offline", reason="not http") from None
            if length == 0:
                # Whatever follows as a trailer ends with an empty line.
                while self._until(b"\r\n", _MAX_HEAD_BYTES):
                    continue
                return body
            body += self._exactly(length, limit - len(body))
            self._exactly(2, 2)

    def _to_the_end(self, limit: int) -> bytes:
        with suppress(Offline):
            while len(self._unread) <= limit:
                self._more()
        if len(self._unread) > limit:
            raise Malformed(Code.TOO_LARGE, bytes=len(self._unread))
        return bytes(self._unread)

    def _more(self) -> None:
        assert self._socket is not None
        piece = self._socket.recv(_PIECE_BYTES)
        if not piece:
            raise Offline("offline", reason="cut short")
        self.bytes_down += len(piece)
        self.crossed += len(piece)
        self._unread += piece


def _proxy_words(proxy: str) -> str:
    """The header that tells a proxy who asks; "" where nobody has to be told."""
    parts = urlsplit(proxy)
    if not parts.username:
        return ""
    named = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Proxy-Authorization: Basic {base64.b64encode(named.encode()).decode()}\r\n"
