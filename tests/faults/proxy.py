"""A TCP proxy that counts bytes and misbehaves as real links do."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self


class Proxy:
    """Passes bytes on to one port until told to fail.

    `cut_after` ends a connection for good after that many bytes, both ways together (0: never);
    `swallow_answers` ends that many connections when the first bytes of an answer arrive;
    `bytes_per_second` and `delay_seconds` slow each direction down.

    Attributes:
        up: bytes that came from the laptops.
        down: bytes that went to them.
    """

    def __init__(
        self,
        port: int,
        cut_after: int = 0,
        swallow_answers: int = 0,
        bytes_per_second: float = 0,
        delay_seconds: float = 0,
    ) -> None:
        self._target = port
        self.cut_after = cut_after
        self.swallow_answers = swallow_answers
        self._pace = bytes_per_second
        self._delay = delay_seconds
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.up = 0
        self.down = 0
        self.cuts = 0

    @property
    def url(self) -> str:
        """Where laptops connect."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._spawn(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Wakes the accepting thread, which closing alone does not.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for each in self._open:
                _end(each)
        for thread in self._threads:
            thread.join(timeout=10)

    def _spawn(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target), timeout=10)
            except OSError:
                _end(near)
                continue
            far.settimeout(None)
            for each in (near, far):
                # Else a head and its body, passed on one by one, wait 40 ms for each other.
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open += [near, far]
            passed = [0]
            self._spawn(self._pump, near, far, True, passed)
            self._spawn(self._pump, far, near, False, passed)

    def _pump(
        self, source: socket.socket, sink: socket.socket, upward: bool, passed: list[int]
    ) -> None:
        with suppress(OSError):
            while data := source.recv(2_048):
                if self._delay:
                    time.sleep(self._delay)
                if self._pace:
                    time.sleep(len(data) / self._pace)
                with self._lock:
                    if upward:
                        self.up += len(data)
                    elif self.swallow_answers:
                        self.swallow_answers -= 1
                        break
                    else:
                        self.down += len(data)
                    passed[0] += len(data)
                    if self.cut_after and passed[0] > self.cut_after:
                        self.cuts += 1
                        break
                sink.sendall(data)
        _end(source)
        _end(sink)


def _end(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
