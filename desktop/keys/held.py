"""The database key while a centre is open: one place in memory, overwritten when it closes.

What this gives: after the last use the program keeps no copy of its own, so that a memory picture
taken later, a swap file or a crash dump does not hold it there. What Python cannot take back: the
short-lived copies handed to AES and to SQLCipher (as bytes and as the text of a PRAGMA), the
passcode as the text field gave it, and what the operating system paged out meanwhile. They go with
the memory that is used anew, at the latest with the process.
"""

from __future__ import annotations

from desktop.errors import StorageError


class HeldKey:
    """A key that can be wiped."""

    __slots__ = ("_bytes",)

    def __init__(self, key: bytes) -> None:
        self._bytes = bytearray(key)

    def plain(self) -> bytes:
        """Return a copy for one use; StorageError `centre_closed` once it was wiped."""
        if self.wiped:
            raise StorageError("centre_closed")
        return bytes(self._bytes)

    def wipe(self) -> None:
        """Overwrite the key."""
        for at in range(len(self._bytes)):
            self._bytes[at] = 0

    @property
    def wiped(self) -> bool:
        """Whether nothing is left of the key."""
        return not any(self._bytes)
