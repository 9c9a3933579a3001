"""A proxy that counts bytes both ways and can be slow, far, or cut after so many bytes."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Link:
    """What the link is like; None means no limit. Latency is one way.

    All connections share the bytes a second of a direction; each pays for its handshake.
    """

    bytes_per_second: int | None = None
    latency_seconds: float = 0.0
    cut_after: int | None = None


class CountingProxy:
    """Forwards one address to another over loopback.

    Attributes:
        url: where to talk to instead.
        up, down: bytes since the last reset, headers included.
        requests: POSTs seen since then.
        link: may be changed between two conversations.
    """

    def __init__(self, target: str, link: Link | None = None) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.link = link or Link()
        self.up = self.down = self.requests = 0
        self._counting = threading.Lock()
        self._sending = {True: threading.Lock(), False: threading.Lock()}
        self._server = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> CountingProxy:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for each in list(self._open):
            _close(each)

    def reset(self) -> None:
        """Count from nothing."""
        with self._counting:
            self.up = self.down = self.requests = 0

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
                far = socket.create_connection(self._target)
            except OSError:
                return
            for each in (near, far):
                # Else a head and its body, passed on one by one, wait 40 ms for each other.
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            conversation = _Conversation(self.link)
            self._open += [near, far]
            for source, sink, up in ((near, far, True), (far, near, False)):
                way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
                for work, end in ((self._take_up, source), (_put_down, sink)):
                    threading.Thread(
                        target=work, args=(end, way, conversation, up), daemon=True
                    ).start()

    def _take_up(
        self,
        source: socket.socket,
        way: SimpleQueue[tuple[float, bytes]],
        conversation: _Conversation,
        up: bool,
    ) -> None:
        """Read at the speed of the link; what has been read is under way, and can be cut off."""
        link = conversation.link
        if link.latency_seconds and up:
            time.sleep(2 * link.latency_seconds)  # the handshake
        while not conversation.cut:
            try:
                piece = source.recv(1024 if link.bytes_per_second else 65_536)
            except OSError:
                break
            if not piece:
                break
            if link.bytes_per_second:
                # All connections share the link.
                with self._sending[up]:
                    time.sleep(len(piece) / link.bytes_per_second)
            with self._counting:
                conversation.passed += len(piece)
                if up:
                    self.up += len(piece)
                    self.requests += piece.count(b"POST /")
                else:
                    self.down += len(piece)
                if link.cut_after is not None and conversation.passed > link.cut_after:
                    conversation.cut = True
                    break
            way.put((time.monotonic() + link.latency_seconds, piece))
        way.put((time.monotonic() + link.latency_seconds, b""))


class _Conversation:
    """One connection through the proxy."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.passed = 0
        self.cut = False


def _put_down(
    sink: socket.socket,
    way: SimpleQueue[tuple[float, bytes]],
    conversation: _Conversation,
    _up: bool,
) -> None:
    """Write each piece when it has arrived at the far end."""
    while True:
        due, piece = way.get()
        if not piece:
            break
        if not conversation.cut:
            time.sleep(max(due - time.monotonic(), 0))
        try:
            sink.sendall(piece)
        except OSError:
            break
    _close(sink)


def _close(each: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it may be closed already, by the other side
        each.shutdown(socket.SHUT_RDWR)
    each.close()
