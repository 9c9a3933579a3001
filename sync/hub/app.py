"""The hub's HTTP routes: bodies bounded, errors of one JSON shape, few headers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import msgspec
from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sync.bundle import bundle_sender
from sync.envelope import open_request, pack_answer
from sync.errors import Incompatible, Malformed, Rejected, SyncError
from sync.escrow import sender
from sync.hub.headers import BrowserHeaders
from sync.hub.opening import first_line
from sync.hub.service import Hub
from sync.hub.web import staff_routes
from sync.protocol import MAX_REQUEST_BYTES, SPOKEN, Code
from sync.roster import asker

_log = logging.getLogger(__name__)

_STATUS: Final = {
    Code.UNKNOWN_DEVICE: 401,
    Code.BAD_SIGNATURE: 401,
    Code.REVOKED: 403,
    Code.BAD_CODE: 403,
    Code.REPLAYED: 409,
    Code.DEVICE_TAKEN: 409,
    Code.TOO_LARGE: 413,
    Code.TOO_MUCH: 429,
    Code.BUSY: 503,
    Code.INCOMPATIBLE: 426,
    Code.TOO_MANY_TRIES: 429,
    Code.HUB_FAILED: 500,
}
_TURNS_AT_ONCE: Final = 4
# What honest laptops meet on any day: after a lost answer, beside others, after months away.
_ORDINARY: Final = frozenset({Code.REPLAYED, Code.BUSY, Code.INCOMPATIBLE})
# Values of an error that the other side may know.
_TOLD: Final = ("last", "spoken", "wait_s")


class _BareResponse(Response):
    """An answer without a content type: both sides know what it is."""

    media_type = None


def build_app(  # nosec B107 - "" is no password but its absence
    hub: Hub, staff_password: str = "", authority: bytes = b"", names: Sequence[str] = ()
) -> ASGIApp:
    """The application; `staff_password` "" shows the staff's page to this machine only.

    `authority` (PEM) vouches for the hub's certificate by itself; the hub's signature names it.
    `names` are those by which a browser may ask for the page.
    """

    # More at once would only wait for each other, here and in the database: with 300 laptops at
    # the same moment, 99 of 100 were answered in 0.8 s with 4 and in 1.1 s with 12.
    turns_at_once = CapacityLimiter(_TURNS_AT_ONCE)

    async def sync(request: Request) -> Response:
        return await _answered(
            request,
            lambda body: pack_answer(hub.sync(body)),
            "a turn",
            lambda body: open_request(body).device,
            turns_at_once,
        )

    async def enrol(request: Request) -> Response:
        address = _address(request)
        return await _answered(
            request, lambda body: msgspec.msgpack.encode(hub.enrol(body, address)), "an enrolment"
        )

    async def roster(request: Request) -> Response:
        return await _answered(request, hub.roster, "a roster", asker)

    async def bundle(request: Request) -> Response:
        def take(body: bytes) -> bytes:
            receipt, answer = hub.accept_bundle(body)
            return msgspec.msgpack.encode((receipt, answer.accepted))

        # What came to another laptop over the near link, or on a stick, and was passed on.
        return await _answered(
            request, take, "a bundle", lambda body: bundle_sender(body, hub.identity)
        )

    async def recovery(request: Request) -> Response:
        return await _answered(request, hub.keep_recovery, "a recovery secret", sender)

    async def identity(request: Request) -> Response:
        return await _answered(
            request, lambda nonce: hub.state_identity(nonce, authority), "the hub's identity"
        )

    async def own_authority(_request: Request) -> Response:
        # For laptops of earlier versions, whose codes carried its fingerprint.
        return Response(authority, status_code=200 if authority else 404, media_type="text/plain")

    async def probe(_request: Request) -> Response:
        # Empty and without the database: asked often, by laptops that look for a link.
        return Response(status_code=204)

    app = Starlette(
        routes=[
            Route("/v1/sync", sync, methods=["POST"]),
            Route("/v1/enrol", enrol, methods=["POST"]),
            Route("/v1/roster", roster, methods=["POST"]),
            Route("/v1/bundle", bundle, methods=["POST"]),
            Route("/v1/recovery", recovery, methods=["POST"]),
            Route("/v1/identity", identity, methods=["POST"]),
            Route("/v1/authority", own_authority, methods=["GET"]),
            Route("/v1/probe", probe, methods=["GET"]),
            *staff_routes(hub, staff_password, names),
        ],
        exception_handlers={OperationalError: _database_away},
    )
    # Outside of everything: what fails within is answered with them too.
    return BrowserHeaders(app)


def _log_failure(what: str, error: Exception) -> None:
    """One line while the database is away, which hundreds of laptops meet; else the whole story."""
    if isinstance(error, OperationalError):
        _log.error("%s failed: %s", what, first_line(error))
    else:
        _log.exception("%s failed", what)


async def _database_away(_request: Request, error: Exception) -> Response:
    _log_failure("a page", error)
    return Response(status_code=503, headers={"Retry-After": "10"})


async def _answered(
    request: Request,
    work: Callable[[bytes], bytes],
    what: str,
    says_to_be: Callable[[bytes], bytes] | None = None,
    limiter: CapacityLimiter | None = None,
) -> Response:
    body = b""
    try:
        body = await _bounded_body(request)
        answer = await to_thread.run_sync(work, body, limiter=limiter)
    except SyncError as error:
        _note_refusal(request, error, body, says_to_be)
        return _error(error)
    except ClientDisconnect:
        return _error(Malformed(Code.BAD_MESSAGE))
    except Exception as error:  # noqa: BLE001 - the edge: logged, and told as one code
        _log_failure(what, error)
        return _error(SyncError(Code.HUB_FAILED))
    return _BareResponse(answer)


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _note_refusal(
    request: Request,
    error: SyncError,
    body: bytes,
    says_to_be: Callable[[bytes], bytes] | None,
) -> None:
    """One line: code, path, sender, and the id that a laptop says it has; nothing else of it."""
    if error.code in _ORDINARY:
        return
    device = ""
    if says_to_be is not None:
        with suppress(SyncError):
            device = says_to_be(body).hex()
    # The code is part of the text, so that a flood of one kind leaves room for the others.
    _log.warning(
        f"refused as {error.code}: %s from %s, laptop %s",
        request.url.path,
        _address(request),
        device or "unknown",
    )


async def _bounded_body(request: Request) -> bytes:
    """The body; stops reading as soon as it is larger than any honest request."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_REQUEST_BYTES:
            raise Malformed(Code.TOO_LARGE, bytes=len(body))
    return bytes(body)


def _error(error: SyncError) -> Response:
    values: dict[str, object] = {
        name: value for name, value in error.values.items() if name in _TOLD
    }
    if isinstance(error, Incompatible):
        values["spoken"] = sorted(SPOKEN)
    default = 400 if isinstance(error, (Malformed, Rejected, Incompatible)) else 500
    content = msgspec.json.encode({"error": error.code, **values})
    return Response(
        content, status_code=_STATUS.get(error.code, default), media_type="application/json"
    )
