"""Serving the hub over HTTP until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import os
import socket
import ssl
import sys
from functools import partial
from pathlib import Path
from typing import Final

import msgspec
import uvicorn

from sync.address import is_here
from sync.authority import (
    AUTHORITY_FILE,
    SERVER_FILE,
    SERVER_KEY_FILE,
    make_authority,
    names_in,
    vouching,
)
from sync.errors import SyncError
from sync.guard import MOST_HEAD_BYTES, Bounds, Guard
from sync.hub.app import build_app
from sync.hub.service import Hub
from sync.sparing import Sparing

# Laptops keep their connection between turns; a new one costs round trips.
_KEEP_ALIVE_SECONDS: Final = 75
_BACKLOG: Final = 1_024
_HANDSHAKE_SECONDS: Final = 10.0
_OPEN_FILES: Final = 16_384
_LOG_FORM: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
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
        if self.config.is_ssl:
            loop = asyncio.get_running_loop()
            create_server = partial(loop.create_server, ssl_handshake_timeout=_HANDSHAKE_SECONDS)
            loop.create_server = create_server  # type: ignore[method-assign]
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)  # noqa: T201 - what starts us waits for this line


def serve(hub: Hub, options: argparse.Namespace) -> None:
    """Answer on `options.host` and `options.port` (0: any free one) until interrupted.

    The staff's password comes from TAMBON_HUB_STAFF_PASSWORD; without it only this machine sees
    their page. TAMBON_HUB_NAMES are more names by which browsers may ask for it. What is not
    encrypted is answered to this machine alone, where a server in front of the hub may stand,
    unless `options.unencrypted` says that others may read it.

    Raises:
        SyncError: `certificate_unreadable`, `plain_refused` (`host`), `port_taken` (`port`),
            `port_refused` (`host`, `port`, `reason`).
    """
    if options.tls is not None:
        options.certificate, options.certificate_key = _own_certificate(options)
    if not options.certificate and not options.unencrypted and not is_here(options.host):
        raise SyncError("plain_refused", host=options.host)
    chain = options.certificate.read_bytes() if options.certificate else b""
    authority = vouching(chain) if chain else b""
    names = os.environ.get("TAMBON_HUB_NAMES", "").replace(",", " ").split()
    names += names_in(chain) if chain else ()
    config = uvicorn.Config(
        build_app(hub, os.environ.get("TAMBON_HUB_STAFF_PASSWORD", ""), authority, names),
        http=Guard(Bounds(trusted=frozenset(options.behind))).protocol(),
        ws="none",
        h11_max_incomplete_event_size=MOST_HEAD_BYTES,
        # Who comes is whoever is connected, unless a server in front is named.
        proxy_headers=bool(options.behind),
        forwarded_allow_ips=list(options.behind),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=10,
        ssl_certfile=options.certificate,
        ssl_keyfile=options.certificate_key,
        lifespan="off",
    )
    written = logging.StreamHandler()
    written.addFilter(Sparing())
    logging.basicConfig(handlers=[written], level=logging.WARNING, format=_LOG_FORM)
    hub.database.patience = _PATIENCE_SECONDS
    _bear_many()
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


def _bear_many() -> None:
    """Let this process hold as many connections as it may.

    One whose handshake is not finished is not seen by the guard: with the thousand files that a
    process usually gets, a few hundred of them would keep everybody out.
    """
    if sys.platform == "win32":
        return
    import resource  # not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _own_certificate(options: argparse.Namespace) -> tuple[Path, Path]:
    """The hub's certificate in the folder of `--tls`, made with its authority where there is none.

    Laptops know the hub by its key, so nobody has to be asked for it.
    """
    folder: Path = options.tls
    if not (folder / AUTHORITY_FILE).exists():
        here = {socket.gethostname(), socket.getfqdn(), "localhost", "127.0.0.1", "::1"}
        names = sorted({*options.name, *(each for each in here if each.isascii())} - {""})
        make_authority(folder, "tambon-hub", names)
    return folder / SERVER_FILE, folder / SERVER_KEY_FILE


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
