"""How large the next turn is to be, learnt from what the link lets through."""

from __future__ import annotations

from typing import Final

# Sizes of one turn on the wire, compressed (the first is some 12 kB of changes). Fixed large
# batches never finish on a link that is cut often.
FIRST_BYTES: Final = 4 << 10
LEAST_BYTES: Final = 1 << 9
MOST_BYTES: Final = 256 << 10
# A turn is this fraction of what has passed unharmed: a cut then costs little of it.
_SHARE: Final = 3
_SHARE_AFTER_CUT: Final = 4
# The answer to a turn takes about this much.
_AROUND: Final = 200
# Connections given up unharmed before the limit is tried for more.
_UNHARMED: Final = 4


class Pace:
    """Turn sizes of one run.

    A cut costs the turns that are under way, so a turn stays a fraction of what passed unharmed.
    Links that are cut are often cut at much the same length, so what a connection carried before
    a cut is remembered: the next ones are given up for a new one just before.

    Attributes:
        size: bytes of the next turn.
        cut_bytes: about what a connection carries before it is cut, 0 while not known.
        calm: no connection was lost so far.
    """

    def __init__(self, last_size: int = 0, cut_bytes: int = 0, first: int = FIRST_BYTES) -> None:
        self._least = min(LEAST_BYTES, first)
        self.size = min(max(last_size, self._least), first) if last_size else first
        self.cut_bytes = cut_bytes
        self.calm = not cut_bytes
        self._unharmed = 0
        self._whole = 0  # bytes of the present connection that were answered
        self._given_up = 0

    def passed(self, crossed: int, on_connection: int = 0) -> None:
        """A turn of so many bytes, both ways, went well; so many on its connection so far."""
        self._unharmed += crossed
        self._whole = on_connection
        share = self._unharmed // (_SHARE if self.calm else _SHARE_AFTER_CUT)
        self.size = min(max(self.size, share), MOST_BYTES)

    def cut(self) -> None:
        """The link was lost in the middle of a turn."""
        self.calm = False
        least = self._unharmed // _SHARE_AFTER_CUT or self.size // 2
        self.size = max(min(self.size, least), self._least)
        # Lost before that length: it was no length that decided, or it is a shorter one.
        likely = self._whole or self.cut_bytes // 2
        self.cut_bytes = likely if likely >= LEAST_BYTES + _AROUND else 0
        self._unharmed = self._whole = self._given_up = 0

    def fit(self, on_connection: int) -> tuple[int, bool]:
        """The size for a turn on a connection that carried so much; whether to make a new one."""
        if not self.cut_bytes:
            return self.size, False
        room = self.cut_bytes - on_connection - _AROUND
        if room >= min(self.size, self.cut_bytes // 4):
            return min(self.size, room), False
        self._given_up += 1
        if self._given_up % _UNHARMED == 0:
            # It may have become better: a little more is tried now and then.
            self.cut_bytes += self.cut_bytes // 2
        return min(self.size, max(self.cut_bytes - _AROUND, self._least)), True
