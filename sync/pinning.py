"""Fetching a province's own authority, believed for its fingerprint and nothing else."""

from __future__ import annotations

from contextlib import closing
from typing import Final
from urllib.parse import urlsplit

from sync.address import Way, hub_address
from sync.authority import fingerprint, same_fingerprint
from sync.connection import Connection
from sync.errors import Offline, Rejected

_TIMEOUT_SECONDS: Final = 15.0


def fetch_authority(way: Way, expected: str) -> bytes:
    """The authority (PEM) that the hub there names, if its fingerprint is the expected one.

    The connection itself is not believed: nothing is sent over it, and what comes back is
    checked against what was given on paper.

    Raises:
        Offline: not reached, or network_sign_in. Rejected: untrusted_hub, bad_address.
    """
    if urlsplit(hub_address(way.address)).scheme != "https":
        raise Rejected("untrusted_hub")
    with closing(Connection(way, _TIMEOUT_SECONDS, _TIMEOUT_SECONDS, believed=False)) as connection:
        status, pem = connection.receive(connection.send("/v1/authority", b"", "GET"))
    if 300 <= status < 400 or status == 511:
        raise Offline("network_sign_in")
    if status != 200 or not pem.startswith(b"-----BEGIN CERTIFICATE-----"):
        raise Rejected("untrusted_hub")
    if not same_fingerprint(fingerprint(pem), expected):
        raise Rejected("untrusted_hub")
    return pem
