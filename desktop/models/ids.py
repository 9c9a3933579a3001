"""Record ids: UUIDv7 made on the laptop, and ids derived from what they stand for."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final
from uuid import UUID, uuid5

_NAMESPACE = UUID("7b0c6f0e-5f0a-5d0e-9a53-74616d626f6e")
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): later calls in one process sort later, even within a millisecond.

    The sub-millisecond bits carry a counter, so a burst of imports keeps its order.
    """
    global _last
    with _lock:
        ticks = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = ticks
    milliseconds, counter = ticks >> 12, ticks & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail
    return UUID(int=value)


CENTRE: Final = "centre_id"
"""The owner of what a centre has only one of."""


def derived_id(owner: UUID, *parts: str) -> UUID:
    """Return the id of what is one thing by what it is, such as (learner, target group).

    Two laptops that make the same thing offline make the same record, so they converge
    instead of leaving a twin.
    """
    return uuid5(_NAMESPACE, "\x1f".join((owner.hex, *parts)))


def derived_ids(owner: UUID, *parts: str) -> Iterator[UUID]:
    """Return the ids that a thing may have, in order: the next is taken where one is used up.

    An id is used up by a record that became another thing (a village that was renumbered) or
    whose content was destroyed for good. Every laptop that knows of it takes the same next one.
    """
    yield derived_id(owner, *parts)
    for number in count(2):
        yield derived_id(owner, *parts, f"again {number}")


@dataclass(frozen=True)
class DerivedId:
    """How the id of a kind of record follows from what the record is of.

    Attributes:
        owner: the field that holds the id of the record it belongs to; `CENTRE`.
        parts: words, and in braces the fields that tell two such records apart.
        fixed: whether these fields never change. Where they may (a village's number), a record
            is looked for by its fields before its id.
        key: what two spellings of a part share, where a part is a person's words.
    """

    owner: str
    parts: tuple[str, ...]
    fixed: bool = True
    key: Callable[[str], str] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that make the id, without the centre."""
        owner = () if self.owner == CENTRE else (self.owner,)
        return (*owner, *(part[1:-1] for part in self.parts if part.startswith("{")))

    def ids(self, values: Mapping[str, Any], centre_id: UUID) -> Iterator[UUID]:
        """Return the ids that a record with these values may have, the usual one first."""
        owner = centre_id if self.owner == CENTRE else values[self.owner]
        return derived_ids(owner, *(self._said(part, values) for part in self.parts))

    def same(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        """Whether two records are the same thing, by the values of their fields."""
        return all(self._key(one[name]) == self._key(other[name]) for name in self.fields)

    def _said(self, part: str, values: Mapping[str, Any]) -> str:
        return self._key(values[part[1:-1]]) if part.startswith("{") else part

    def _key(self, value: object) -> str:
        if isinstance(value, UUID):
            return value.hex
        return self.key(str(value)) if self.key is not None else str(value)
