"""Where a hub is and how it is reached: what a person types, and what goes over the wire."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sync.errors import Rejected

_PORTS: Final = {"https": 443, "http": 80}
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_.])?")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
# What may stand in a path as it is (RFC 3986); a percent sign there begins an encoded byte.
_PATH_LETTERS: Final = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Way:
    """How a hub, or a neighbour, is reached.

    Attributes:
        address: as typed, or as `hub_address` gives it.
        authority: the certificate (PEM) of the province's own authority; None trusts those that
            browsers trust.
        proxy: whom every connection goes through, as `proxy_address` gives it; "" is straight.
        unencrypted: whether plain http may leave this machine. Somebody allowed it knowingly, or
            what is sent is sealed already.
    """

    address: str
    authority: Path | None = None
    proxy: str = ""
    unencrypted: bool = False


def hub_address(typed: str) -> str:
    """A hub's address as it goes over the wire: https unless said otherwise, ASCII throughout.

    Names outside ASCII become those that the name service knows, letters outside ASCII in a path
    are percent-encoded, and what a browser adds behind the path is left out.

    Raises:
        Rejected: bad_address.
    """
    text = typed.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = _host(parts), parts.port
    except ValueError:
        raise Rejected("bad_address", address=typed) from None
    if parts.scheme not in _PORTS or "@" in parts.netloc or port == 0:
        raise Rejected("bad_address", address=typed)
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(_STRAY_PERCENT.sub("%25", parts.path.rstrip("/")), safe=_PATH_LETTERS)
    return f"{parts.scheme}://{place}{path}"


def is_plain(address: str) -> bool:
    """Tell whether what goes to an address, as `hub_address` gives it, can be read on the way."""
    parts = urlsplit(address)
    return parts.scheme == "http" and not is_here(parts.hostname or "")


def check_encrypted(way: Way) -> None:
    """See that what is said there cannot be read on the way.

    Raises:
        Rejected: bad_address; plain_address where it is http to another machine, and nobody
            allowed that.
    """
    if not way.unencrypted and is_plain(hub_address(way.address)):
        raise Rejected("plain_address", address=way.address)


def proxy_address(typed: str) -> str:
    """A proxy as it is kept, such as `http://proxy.example:8080`; "" for none.

    A name and a password may stand before the host.

    Raises:
        Rejected: bad_proxy.
    """
    text = typed.strip().rstrip("/")
    if not text:
        return ""
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = _host(parts), parts.port
    except ValueError:
        raise Rejected("bad_proxy") from None
    if parts.scheme != "http" or not port or parts.path or parts.query or parts.fragment:
        raise Rejected("bad_proxy")
    who = ""
    if parts.username:
        named = (parts.username, parts.password or "")
        who = ":".join(quote(unquote(each), safe="") for each in named) + "@"
    return f"http://{who}{host}:{port}"


def shown_proxy(proxy: str) -> str:
    """A proxy as people see it: its host and port, without name and password."""
    return urlsplit(proxy).netloc.rpartition("@")[2]


def _host(parts: SplitResult) -> str:
    """The host in ASCII, an IPv6 address in brackets; ValueError where it is none."""
    name = parts.hostname or ""
    if ":" in name:
        return f"[{ipaddress.IPv6Address(name)}]"
    host = name.encode("idna").decode("ascii").lower()  # a UnicodeError is a ValueError
    if not _HOST.fullmatch(host):
        raise ValueError(name)
    return host


def is_here(host: str) -> bool:
    """Tell whether a host is this machine itself, as a name or a number of it says."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
