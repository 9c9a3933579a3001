"""Wrong codes to join: they slow down whoever sends them, and nobody else.

A code's secret has 58 bits, so guessing is hopeless without this; it keeps the hub's work and its
log small, and shows that somebody tries.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from sync.errors import Rejected
from sync.protocol import Code

FREE: Final = 5
"""Wrong codes before anybody has to wait: people mistype."""

_LONGEST_SECONDS: Final = 3_600.0
_MOST_SENDERS: Final = 10_000
_IPV6_NETWORK: Final = 64  # what one household or attacker is given


class Tries:
    """How often each sender was wrong lately. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def check(self, address: str) -> None:
        """Let a sender try.

        Raises:
            Rejected: TOO_MANY_TRIES (`wait_s`), and the try was none.
        """
        with self._lock:
            count, last = self._wrong.get(sender(address), (0, 0.0))
            wait = last + _pause(count) - self._clock()
        if count and wait > 0:
            raise Rejected(Code.TOO_MANY_TRIES, wait_s=int(wait) + 1)

    def wrong(self, address: str) -> None:
        """It was a wrong code."""
        with self._lock:
            now = self._clock()
            count, last = self._wrong.pop(sender(address), (0, now))
            if now - last > 2 * _LONGEST_SECONDS:
                count = 0
            self._wrong[sender(address)] = (count + 1, now)
            while len(self._wrong) > _MOST_SENDERS:
                self._wrong.popitem(last=False)

    def right(self, address: str) -> None:
        """It was a right one: that sender only mistyped before."""
        with self._lock:
            self._wrong.pop(sender(address), None)


def sender(address: str) -> str:
    """Who counts as one: an IPv4 address, or the network that an IPv6 address is of."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped is not None:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((int(known), _IPV6_NETWORK), strict=False))
    return str(known)


def _pause(count: int) -> float:
    return 0.0 if count < FREE else min(2.0 ** (count - FREE + 1), _LONGEST_SECONDS)
