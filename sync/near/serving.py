"""Serving neighbours over HTTP: two routes, bounded bodies, all sealed, strangers ignored."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from typing import Final, Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sync.errors import SyncError
from sync.guard import MOST_HEAD_BYTES, Bounds, Guard
from sync.protocol import MAX_REQUEST_BYTES, Code
from sync.sparing import Sparing

_log = logging.getLogger(__name__)
_SPARING: Final = Sparing()

DEFAULT_PORT: Final = 8461
_START_SECONDS: Final = 20.0
# The laptops of a centre are a few.
_BOUNDS: Final = Bounds(connections=64, of_one=16, bodies=16 << 20)
# Met only behind a signature of the centre; everything else is answered with silence.
_TOLD: Final = frozenset({"mass_deletion", Code.BUSY})


class NearHost(Protocol):
    """What answers the neighbours. Called from one thread at a time."""

    def hello(self, question: bytes) -> bytes:
        """Who answers here, sealed to who asks (`sync.near.greeting`).

        Raises:
            sync.errors.SyncError: the asker is not of the centre.
        """

    def exchange(self, content: bytes) -> bytes:
        """Take a parcel and give one back.

        Raises:
            sync.errors.SyncError: nothing was taken then.
        """


def build_near_app(host: NearHost) -> Starlette:
    """The application over a host."""
    lock = threading.Lock()

    async def answered(work: Callable[[], bytes]) -> Response:
        def one_at_a_time() -> bytes:
            with lock:
                return work()

        try:
            return Response(await run_in_threadpool(one_at_a_time))
        except SyncError as error:
            if error.code in _TOLD:
                return JSONResponse({"error": error.code}, status_code=400)
            _log.info("a neighbour was not answered: %s", error.code)
        except Exception:  # noqa: BLE001 - the edge: logged
            _log.exception("a neighbour was not answered")
        return _silence()

    def route(path: str, work: Callable[[bytes], bytes]) -> Route:
        async def answer(request: Request) -> Response:
            body = bytearray()
            try:
                async for piece in request.stream():
                    body += piece
                    if len(body) > MAX_REQUEST_BYTES:
                        return _silence()
            except ClientDisconnect:
                return _silence()
            return await answered(lambda: work(bytes(body)))

        return Route(path, answer, methods=["POST"])

    async def nothing(_request: Request, _error: Exception) -> Response:
        return _silence()

    return Starlette(
        routes=[
            route("/v1/near/hello", host.hello),
            route("/v1/near", host.exchange),
        ],
        exception_handlers={404: nothing, 405: nothing},
    )


def _silence() -> Response:
    """What whoever has not shown to belong gets, whatever they asked: as where nothing is."""
    return Response(status_code=404)


class NearServer:
    """Serves from a thread of its own between `start` and `stop`.

    Attributes:
        port: where it listens, once started.
    """

    def __init__(self, near: NearHost) -> None:
        self._near = near
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.port = 0

    def start(self, host: str, port: int = DEFAULT_PORT) -> None:
        """Answer on an address, every one without (port 0: any free one).

        Raises:
            OSError: the address is not to be had.
        """
        listener = _listener(host, port)
        for log in (_log, logging.getLogger("uvicorn.error")):
            log.addFilter(_SPARING)
        self.port = int(listener.getsockname()[1])
        config = uvicorn.Config(
            build_near_app(self._near),
            http=Guard(_BOUNDS).protocol(),
            ws="none",
            h11_max_incomplete_event_size=MOST_HEAD_BYTES,
            proxy_headers=False,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=5,
            lifespan="off",
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="near", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End calmly: what is being answered is answered."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(_START_SECONDS)
        self._server = self._thread = None


def _listener(host: str, port: int) -> socket.socket:
    if not host and socket.has_dualstack_ipv6():
        try:
            return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
        except OSError:
            # A machine may know IPv6 and have none; a port that is taken is taken below as well.
            return socket.create_server(("", port))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
