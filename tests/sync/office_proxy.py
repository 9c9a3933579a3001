"""An office's proxy: leads connections on where it is asked to, and keeps what it was asked."""

from __future__ import annotations

import select
import socket
import threading
from types import TracebackType
from urllib.parse import urlsplit


class OfficeProxy:
    """Serves between `with` and its end.

    Args:
        refuses: the status line that everybody gets instead, such as "407 Who are you".

    Attributes:
        address: as it is set on a laptop.
        asked: the first line of each request.
        headers: of the last request, as they came.
    """

    def __init__(self, refuses: str = "") -> None:
        self._refuses = refuses
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.asked: list[str] = []
        self.headers = ""

    def __enter__(self) -> OfficeProxy:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _address = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._lead, args=(client,), daemon=True).start()

    def _lead(self, client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(65_536)
                if not piece:
                    return
                head += piece
            first, _, rest = head.partition(b"\r\n")
            self.headers = rest.partition(b"\r\n\r\n")[0].decode()
            if self._refuses:
                self.asked.append(first.decode())
                client.sendall(f"HTTP/1.1 {self._refuses}\r\ncontent-length: 0\r\n\r\n".encode())
                return
            method, target, _version = first.decode().split()
            place = target if method == "CONNECT" else urlsplit(target).netloc
            host, _, port = place.rpartition(":")
            with socket.create_connection((host, int(port)), 10) as hub:
                if method == "CONNECT":
                    self.asked.append(first.decode())
                    client.sendall(b"HTTP/1.1 200 Go on\r\n\r\n")
                else:
                    hub.sendall(self._heard(head, f"http://{place}"))
                while True:
                    ready, _, _ = select.select([client, hub], [], [], 20)
                    for one in ready:
                        piece = one.recv(65_536)
                        if not piece:
                            return
                        if one is hub:
                            client.sendall(piece)
                        else:
                            hub.sendall(self._heard(piece, f"http://{place}"))

    def _heard(self, piece: bytes, place: str) -> bytes:
        """A request as the hub gets it; what is no request stays as it is."""
        first = piece.partition(b"\r\n")[0]
        if f" {place}/".encode() not in first:
            return piece
        self.asked.append(first.decode())
        return piece.replace(place.encode(), b"", 1)
