"""Wrong passwords and codes slow down who sends them, nobody else; kept in memory, never much."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

_FREE: Final = 5
_DELAYS: Final = (5, 15, 60, 300, 900, 3_600)
_FORGOTTEN_SECONDS: Final = 24 * 3_600.0
_MOST_SENDERS: Final = 10_000
# Whoever has one address of the new kind has all of a network of them.
_NETWORK_BITS: Final = 64


class Attempts:
    """Counts wrong attempts by sender. Safe for several threads.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, sender: str) -> int:
        """Return how many seconds this sender must wait before the next attempt; 0 for none."""
        with self._lock:
            wrong, at = self._wrong.get(network_of(sender), (0, 0.0))
            if wrong < _FREE:
                return 0
            delay = _DELAYS[min(wrong - _FREE, len(_DELAYS) - 1)]
            left = at + delay - self._clock()
            return max(0, int(left) + (left > int(left)))

    def failed(self, sender: str) -> int:
        """Note a wrong attempt; returns how many that makes."""
        network, now = network_of(sender), self._clock()
        with self._lock:
            wrong, at = self._wrong.pop(network, (0, now))
            wrong = 1 if now - at > _FORGOTTEN_SECONDS else wrong + 1
            self._wrong[network] = (wrong, now)
            if len(self._wrong) > _MOST_SENDERS:
                self._wrong.popitem(last=False)
            return wrong

    def passed(self, sender: str) -> None:
        """Forget the wrong attempts of a sender who has shown to be right."""
        with self._lock:
            self._wrong.pop(network_of(sender), None)


def network_of(sender: str) -> str:
    """Return what counts as one sender: an address, or a network of the new kind."""
    try:
        address = ipaddress.ip_address(sender.partition("%")[0])
    except ValueError:
        return sender
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
    return str(address)
