"""Half-filled forms that the database could not take: kept beside it, encrypted, until it can."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.database import Database
from desktop.durable_files import write_durably

_log = logging.getLogger(__name__)

FILE: Final = "drafts.aside"
_LABEL: Final = b"drafts aside 1"
_NONCE: Final = 12

Key = tuple[bytes, str, str]
"""User, form, subject."""

Held = tuple[dict[str, Any], int]
"""Content, and when in milliseconds."""


class DraftsAside:
    """In memory for as long as the program runs, and in a file as far as the disk allows.

    Args:
        folder: the data folder.
        database: whose key the file's key is derived from.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._path = folder / FILE
        self._cipher = AESGCM(database.derive(_LABEL))
        self._lock = threading.Lock()
        self._held = self._read()

    def __len__(self) -> int:
        return len(self._held)

    def keep(self, key: Key, content: dict[str, Any], at_ms: int) -> None:
        """Hold a form; never fails."""
        with self._lock:
            self._held[key] = (content, at_ms)
            self._write()

    def drop(self, key: Key) -> None:
        """Let a form go: it was stored, saved or given up."""
        with self._lock:
            if self._held.pop(key, None) is not None:
                self._write()

    def get(self, key: Key) -> Held | None:
        """Return a form that is held."""
        return self._held.get(key)

    def of(self, user: bytes) -> dict[Key, Held]:
        """Return all forms held of one user."""
        with self._lock:
            return {key: held for key, held in self._held.items() if key[0] == user}

    def forget(self, about: Callable[[str, dict[str, Any]], bool]) -> None:
        """Let every form go that, by its subject and content, is about somebody erased."""
        with self._lock:
            gone = [key for key, (content, _at) in self._held.items() if about(key[2], content)]
            for key in gone:
                del self._held[key]
            if gone:
                self._write()

    def _read(self) -> dict[Key, Held]:
        try:
            sealed = self._path.read_bytes()
        except OSError:
            return {}
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _LABEL)
            return dict(msgspec.msgpack.decode(plain, type=list[tuple[Key, Held]]))
        except (InvalidTag, ValueError):
            _log.warning("the forms kept aside cannot be read")
            return {}

    def _write(self) -> None:
        try:
            if not self._held:
                self._path.unlink(missing_ok=True)
                return
            nonce = os.urandom(_NONCE)
            plain = msgspec.msgpack.encode(list(self._held.items()))
            write_durably(self._path, nonce + self._cipher.encrypt(nonce, plain, _LABEL))
        except OSError:
            # The disk takes nothing at all: memory holds it until it does.
            _log.warning("forms could not be kept aside on the disk", exc_info=True)
