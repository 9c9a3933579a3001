"""Fetching a province's own authority, believed for its fingerprint and nothing else."""

from __future__ import annotations

import http.client
import ssl
from typing import Final
from urllib.parse import urlsplit

from sync.authority import fingerprint, same_fingerprint
from sync.errors import Offline, Rejected

_TIMEOUT_SECONDS: Final = 15.0
_MOST_BYTES: Final = 16 << 10


def fetch_authority(url: str, expected: str) -> bytes:
    """The authority (PEM) that the hub at `url` names, if its fingerprint is the expected one.

    The connection itself is not believed: nothing is sent over it, and what comes back is
    checked against what was given on paper.

    Raises:
        Offline: not reached. Rejected: untrusted_hub, bad_address.
    """
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        raise Rejected("bad_address", address=url) from None
    if parts.scheme != "https" or not parts.hostname:
        raise Rejected("untrusted_hub")
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    connection = http.client.HTTPSConnection(
        parts.hostname, port, timeout=_TIMEOUT_SECONDS, context=context
    )
    try:
        connection.request("GET", parts.path.rstrip("/") + "/v1/authority")
        answer = connection.getresponse()
        pem = answer.read(_MOST_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise Offline("offline", reason=type(error).__name__) from error
    finally:
        connection.close()
    if answer.status != 200 or not pem.startswith(b"-----BEGIN CERTIFICATE-----"):
        raise Rejected("untrusted_hub")
    if not same_fingerprint(fingerprint(pem), expected):
        raise Rejected("untrusted_hub")
    return pem
