"""What every answer to a browser carries, refusals and errors too; and by which name it may ask."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS: Final = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
        b" form-action 'none'",
    ),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_ENCRYPTED_FROM_NOW_ON: Final = (b"strict-transport-security", b"max-age=31536000")
_LAPTOPS: Final = "/v1/"


class BrowserHeaders:
    """Puts the headers on every answer that a browser may show.

    What a laptop asked for goes without: it knows what it gets, and pays for each byte.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        of_laptop = scope["path"].startswith(_LAPTOPS)
        headers = [*_HEADERS]
        # Over plain http a browser must not believe it: anybody in between could have said it.
        if scope["scheme"] == "https":
            headers.append(_ENCRYPTED_FROM_NOW_ON)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start" and not (
                of_laptop and message["status"] < 300
            ):
                own = [each for each in message.get("headers", ()) if each[0] not in dict(headers)]
                message = {**message, "headers": [*own, *headers]}
            await send(message)

        await self._app(scope, receive, with_headers)


def may_ask_by(host: str, names: Iterable[str]) -> bool:
    """Tell whether a browser may ask for the page by this Host header.

    By a number always: no page elsewhere can lead a browser to it under a name of its own. By a
    name only where it is the hub's.
    """
    name = host.rpartition("]")[0][1:] if host.startswith("[") else host.partition(":")[0]
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name.lower().rstrip(".") in {"localhost", *(each.lower() for each in names)}
    return True
