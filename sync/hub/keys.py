"""The hub's own keys, in a file apart from the database that they guard.

One line says what the file is, one holds the signing key that laptops know the hub by, and one for
each root. From a root follow the key of a SQLite file's pages and the key that the data keys in the
database are wrapped with (`sync.hub.vault`), so new data keys need no new file.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.errors import SyncError
from sync.own_files import replace_own, write_new
from sync.sealing import derived

KEY_BYTES: Final = 32
FILE_VARIABLE: Final = "TAMBON_HUB_KEYS"
TEXT_VARIABLE: Final = "TAMBON_HUB_KEYS_TEXT"
CREDENTIAL: Final = "hub.keys"
"""Its name among systemd's credentials, and beside a SQLite database the file's suffix."""

_HEAD: Final = "tambon-hub keys 1"
_LINE: Final = re.compile(r"(signing|root ([1-9][0-9]{0,5})) ([0-9a-f]{64})", re.ASCII)
_MOST_BYTES: Final = 1 << 16
# What nobody but the owner may do with it; systemd gives its group the right to read.
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_OF_CREDENTIALS: Final = stat.S_IRWXO | stat.S_IWGRP


class HubKeys:
    """The signing key and the numbered roots of one hub.

    Attributes:
        path: the file; None where they came by the environment or live in memory only.
        fixed: they are given from outside and are not changed here.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        given: bool = False,
        signing: bytes = b"",
        roots: Mapping[int, bytes] | None = None,
    ) -> None:
        self.path = path
        self.fixed = given
        self._signing = signing
        self._roots = dict(roots or {})

    @classmethod
    def found(cls, database: sa.URL, environment: Mapping[str, str] = os.environ) -> Self:
        """The keys of the hub over a database: given by systemd, named, or beside the file.

        Raises:
            SyncError: `hub_keys_not_named`, or as `load`.
        """
        if text := environment.get(TEXT_VARIABLE, ""):
            keys = cls(given=True)
            keys._read(text, TEXT_VARIABLE)
            return keys
        folder = environment.get("CREDENTIALS_DIRECTORY", "")
        if folder and (Path(folder) / CREDENTIAL).exists():
            keys = cls(Path(folder) / CREDENTIAL, given=True)
        elif named := environment.get(FILE_VARIABLE, ""):
            keys = cls(Path(named))
        elif database.get_backend_name() != "sqlite":
            raise SyncError("hub_keys_not_named")
        elif not database.database or database.database == ":memory:":
            keys = cls()
        else:
            keys = cls(Path(database.database).with_suffix(f".{CREDENTIAL.partition('.')[2]}"))
        keys.load()
        return keys

    @property
    def there(self) -> bool:
        """Whether there are keys; without them a new hub makes some, and an old one is refused."""
        return bool(self._signing)

    @property
    def signing(self) -> Ed25519PrivateKey:
        """The key that laptops know this hub by."""
        return Ed25519PrivateKey.from_private_bytes(self._signing)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the roots, the newest first."""
        return tuple(sorted(self._roots, reverse=True))

    def page_key(self, root: int) -> bytes:
        """The key of a SQLite file's pages that follows from a root."""
        return derived(self._roots[root], b"", b"tambon-hub pages")

    def wrapping_key(self, root: int) -> bytes:
        """The key that data keys are wrapped with; KeyError for a root that is not here."""
        return derived(self._roots[root], b"", b"tambon-hub data keys")

    def load(self) -> None:
        """Read the file again; one that is not there changes nothing.

        Raises:
            SyncError: `hub_keys_open_to_others`, `hub_keys_damaged` (both with `file`).
        """
        if self.path is None:
            return
        try:
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(file.fileno())
            refused = _OTHERS_OF_CREDENTIALS if self.fixed else _OTHERS
            if os.name != "nt" and (
                about.st_mode & refused or not _is_trusted(about.st_uid, os.geteuid())
            ):
                raise SyncError("hub_keys_open_to_others", file=str(self.path))
            content = file.read(_MOST_BYTES)
        self._read(content.decode("utf-8", "replace"), str(self.path))

    def make(self, signing: bytes = b"") -> None:
        """Make a hub's first keys and their file; `signing` is what an older hub signed with.

        Raises:
            FileExistsError: there is one already. OSError: it cannot be written.
        """
        made = signing or Ed25519PrivateKey.generate().private_bytes_raw()
        roots = {1: secrets.token_bytes(KEY_BYTES)}
        if self.path is not None:
            write_new(self.path, _text(made, roots))
        self._signing, self._roots = made, roots

    def add_root(self) -> int:
        """Add a root beside the ones before; its number.

        Raises:
            SyncError: `hub_keys_fixed`, where they are given from outside. OSError.
        """
        number = self.numbers[0] + 1
        self._keep({**self._roots, number: secrets.token_bytes(KEY_BYTES)})
        return number

    def drop_roots(self, below: int) -> None:
        """Forget the roots that nothing is under any longer; errors as `add_root`."""
        self._keep({number: root for number, root in self._roots.items() if number >= below})

    def _keep(self, roots: dict[int, bytes]) -> None:
        if self.fixed:
            raise SyncError("hub_keys_fixed")
        if self.path is not None:
            replace_own(self.path, _text(self._signing, roots))
        self._roots = roots

    def _read(self, text: str, file: str) -> None:
        lines = text.split("\n") if "\n" in text else text.split(";")
        head, *rest = [line.strip() for line in lines if line.strip()] or [""]
        found = [_LINE.fullmatch(line) for line in rest]
        signing = [line[3] for line in found if line is not None and not line[2]]
        roots = {int(line[2]): bytes.fromhex(line[3]) for line in found if line and line[2]}
        if head != _HEAD or len(signing) != 1 or not roots or None in found:
            raise SyncError("hub_keys_damaged", file=file)
        self._signing, self._roots = bytes.fromhex(signing[0]), roots


def _is_trusted(owner: int, user: int) -> bool:
    """Whether a file of this owner is the user's own, or the system's; root reads any."""
    return owner in (user, 0) or user == 0


def _text(signing: bytes, roots: Mapping[int, bytes]) -> bytes:
    lines = [_HEAD, f"signing {signing.hex()}"]
    lines += [f"root {number} {roots[number].hex()}" for number in sorted(roots)]
    return "\n".join([*lines, ""]).encode()
