"""Serving the hub over HTTP until it is told to stop."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import ssl
from typing import Final

import msgspec
import uvicorn

from sync.authority import vouching
from sync.errors import SyncError
from sync.hub.app import build_app
from sync.hub.service import Hub

# Laptops keep their connection between turns; a new one costs round trips.
_KEEP_ALIVE_SECONDS: Final = 75
_BACKLOG: Final = 1_024
# Of PostgreSQL, for one answer: a turn takes hundredths of a second, and with every turn waiting
# for a server that is frozen nobody would be served until somebody ends the hub.
_PATIENCE_SECONDS: Final = 10.0


class _Server(uvicorn.Server):
    """Says its address once it answers."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then print the ready line."""
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)  # noqa: T201 - what starts us waits for this line


def serve(hub: Hub, options: argparse.Namespace) -> None:
    """Answer on `options.host` and `options.port` (0: any free one) until interrupted.

    The staff's password comes from TAMBON_HUB_STAFF_PASSWORD; without it only this machine sees
    their page.

    Raises:
        SyncError: `certificate_unreadable`, `port_taken` (`port`), `port_refused` (`host`, `port`,
            `reason`).
    """
    chain = options.certificate.read_bytes() if options.certificate else b""
    authority = vouching(chain) if chain else b""
    config = uvicorn.Config(
        build_app(hub, os.environ.get("TAMBON_HUB_STAFF_PASSWORD", ""), authority),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=10,
        ssl_certfile=options.certificate,
        ssl_keyfile=options.certificate_key,
        lifespan="off",
    )
    hub.database.patience = _PATIENCE_SECONDS
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        config.load()
    except (ssl.SSLError, OSError) as error:
        raise SyncError("certificate_unreadable") from error
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        if os.name != "nt":
            # Elsewhere it would let two hubs share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _bind(listener, options.host, options.port)
        listener.listen(_BACKLOG)
        scheme = "https" if options.certificate else "http"
        host = f"[{options.host}]" if family == socket.AF_INET6 else options.host
        url = f"{scheme}://{host}:{listener.getsockname()[1]}"
        ready = msgspec.json.encode({"url": url}).decode() if options.json else f"ready {url}"
        _Server(config, ready).run(sockets=[listener])


def _bind(listener: socket.socket, host: str, port: int) -> None:
    try:
        listener.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SyncError("port_taken", port=str(port)) from error
        reason = error.strerror or type(error).__name__
        raise SyncError("port_refused", host=host, port=str(port), reason=reason) from error
    except OverflowError as error:
        raise SyncError("port_refused", host=host, port=str(port), reason="0-65535") from error
