"""What was erased, kept beside the database: an old copy put back must not bring a person back."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.durable_files import sync_folder
from sync.own_files import open_own

FILE: Final = "erased.list"
"""Beside the key file; a line for each record, no name and no number in it."""

_log = logging.getLogger(__name__)
_MAC_BYTES: Final = 16


@dataclass(frozen=True)
class Listed:
    """A record that must stay destroyed, since which day (ISO)."""

    record_id: UUID
    kind: str
    day: str


class ErasedList:
    """The list of one centre.

    Each line is signed with a key that lies in the database: a line that somebody wrote to have
    a record destroyed is not believed.

    Args:
        folder: the centre's folder.
        signing_key: this laptop's key; copies of its database hold the same.
    """

    def __init__(self, folder: Path, signing_key: bytes) -> None:
        self._path = folder / FILE
        self._key = hashlib.sha256(b"tambon-rianru erased list\x00" + signing_key).digest()

    def read(self) -> list[Listed]:
        """Return what is listed; lines cut short or forged are left out.

        Raises:
            OSError: the file is there and cannot be read.
        """
        if not self._path.exists():
            return []
        found = []
        strange = 0
        for line in self._path.read_text(encoding="ascii", errors="replace").splitlines():
            words = line.split(" ")
            if not line:
                continue
            if len(words) == 4 and hmac.compare_digest(
                words[3].encode(), self._mac(" ".join(words[:3])).encode()
            ):
                found.append(Listed(UUID(words[1]), words[0], words[2]))
            else:
                strange += 1
        if strange:
            _log.warning("%d lines of the erased list are not this centre's", strange)
        return found

    def add(self, entries: Iterable[Listed]) -> None:
        """Put more on the list, on the disk once this returns.

        Raises:
            OSError: the disk is full or may not be written.
        """
        lines = []
        for each in entries:
            said = f"{each.kind} {each.record_id.hex} {each.day}"
            lines.append(f"{said} {self._mac(said)}\n")
        if not lines:
            return
        new = not self._path.exists()
        with open_own(self._path, "ab") as file:
            if file.tell():
                # A line that a power cut left short ends here and spoils no other.
                file.write(b"\n")
            file.write("".join(lines).encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        if new:
            sync_folder(self._path.parent)

    def _mac(self, text: str) -> str:
        mac = hmac.new(self._key, text.encode("utf-8", "replace"), hashlib.sha256).digest()
        return mac[:_MAC_BYTES].hex()
