"""A log that a flood cannot fill: what is said again and again is counted instead."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

_MINUTE: Final = 60.0
_MOST_KINDS: Final = 1_000


class Sparing(logging.Filter):
    """Lets so many records of one kind through in a minute; the next one later says how many more.

    A kind is a logger, a level and a text before it is filled in. Of an error the first record of
    a minute has its traceback, those after it its name.
    """

    def __init__(self, most: int = 10, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[tuple[str, int, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be written; it may be shortened, or say what was left out."""
        kind = (record.name, record.levelno, str(record.msg))
        now = self._clock()
        with self._lock:
            since, count = self._seen.get(kind, (now, 0))
            left_out = 0
            if now - since >= _MINUTE:
                left_out = max(count - self._most, 0)
                since, count = now, 0
            if len(self._seen) >= _MOST_KINDS:
                self._seen.clear()
            self._seen[kind] = (since, count + 1)
        if count >= self._most:
            return False
        if count and record.exc_info and record.exc_info[0] is not None:
            record.msg = f"{record.msg}: {record.exc_info[0].__name__}"
            record.exc_info = record.exc_text = None
        if left_out:
            record.msg = f"{record.msg} (and {left_out} more within a minute)"
        return True
