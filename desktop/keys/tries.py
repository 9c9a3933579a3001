"""Wrong passcodes: after five, a growing delay that a restart or another clock does not shorten.

The counts lie in a file beside the key file. Time is the machine's own count since it was started
(the monotonic clock), which no setting of the calendar moves and which every process reads alike:
the difference of two readings is never more than the time that passed. A reading smaller than the
kept one tells that the machine was started anew; then the whole delay begins again.

What it gives: nobody at the screen tries more than a few passcodes an hour. What it does not give:
whoever can write the folder can delete the file, and whoever has a copy of the disk tries as fast
as Argon2id lets them. Against a copied disk only the cost of a try and the passcode itself help.
Nothing is ever destroyed by wrong passcodes, and the recovery words open at once.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import msgspec

from desktop.durable_files import write_durably
from desktop.errors import UserError

logger = logging.getLogger(__name__)

TRIES_FILE: Final = "centre.tries"
FREE_TRIES: Final = 5
# Over all who sign in here: one passcode tried at every name is a guess too.
_FREE_ON_LAPTOP: Final = 15
_DELAYS: Final = (30, 60, 120, 300, 900, 1800, 3600)
_LAPTOP: Final = "laptop"


class Count(msgspec.Struct, frozen=True):
    """Wrong passcodes since the last right one, and the machine's clock at the last, in seconds."""

    wrong: int = 0
    at: float = 0.0


class _Kept(msgspec.Struct):
    format: int = 1
    counts: dict[str, Count] = {}


def delay(wrong: int, free: int = FREE_TRIES) -> int:
    """Return the seconds to wait after so many wrong passcodes, of which `free` cost nothing."""
    if wrong < free:
        return 0
    return _DELAYS[min(wrong - free, len(_DELAYS) - 1)]


class Tries:
    """Counts wrong passcodes by user and for the laptop.

    A try is counted before it is made and taken back when it was right, so that ending the program
    in the middle of a try saves nobody one.

    Args:
        path: the file; a disk that refuses it costs the memory of the counts, not the sign-in.
        clock: seconds since the machine was started.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._unwritten: dict[str, Count] = {}

    def wait(self, user: str) -> int:
        """Return how many seconds must pass before this user may try again; 0 for none."""
        counts = self._read()
        waits = [self._left(counts, user, FREE_TRIES), self._left(counts, _LAPTOP, _FREE_ON_LAPTOP)]
        return max(waits)

    def wrong(self, user: str) -> int:
        """Return how many wrong passcodes this user had since the last right one."""
        return self._read().get(user, Count()).wrong

    def check(self, user: str) -> None:
        """Raise UserError `passcode_wait` (`seconds`) while a delay runs."""
        seconds = self.wait(user)
        if seconds:
            raise UserError("passcode_wait", seconds=seconds)

    def charge(self, users: Iterable[str]) -> Callable[[str], None]:
        """Count a try for these users; call what is returned with the user it was right for."""
        counts = self._read()
        names = [*users, _LAPTOP]
        before = {name: counts.get(name, Count()) for name in names}
        now = self._clock()
        for name in names:
            counts[name] = Count(before[name].wrong + 1, now)
        self._write(counts)

        def right(user: str) -> None:
            now = self._read()
            for name, count in before.items():
                if name in (user, _LAPTOP) or not count.wrong:
                    now.pop(name, None)
                else:
                    now[name] = count
            self._write(now)

        return right

    def forget(self, user: str) -> None:
        """Forget a user's wrong passcodes: a new passcode was set."""
        counts = self._read()
        if counts.pop(user, None) is not None or counts.pop(_LAPTOP, None) is not None:
            counts.pop(_LAPTOP, None)
            self._write(counts)

    def _left(self, counts: dict[str, Count], name: str, free: int) -> int:
        count = counts.get(name)
        whole = delay(count.wrong, free) if count is not None else 0
        if count is None or not whole:
            return 0
        now = self._clock()
        if now < count.at:
            # The machine was started since: how long it was off is not known. From the beginning.
            counts[name] = Count(count.wrong, now)
            self._write(counts)
            return whole
        left = whole - (now - count.at)
        return max(0, int(left) + (left > int(left)))

    def _read(self) -> dict[str, Count]:
        if self._unwritten:
            return dict(self._unwritten)
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=_Kept)
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError):
            logger.warning("the count of wrong passcodes could not be read")
            return {}
        return dict(kept.counts)

    def _write(self, counts: dict[str, Count]) -> None:
        self._unwritten = {}
        try:
            write_durably(self._path, msgspec.json.encode(_Kept(counts=counts)))
        except OSError:
            # Held until the program ends: a full disk locks nobody out, and lets nobody guess.
            self._unwritten = counts
            logger.warning("the count of wrong passcodes could not be written")
