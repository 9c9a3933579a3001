"""Sealing what the hub keeps: AES-256-GCM under data keys that lie wrapped in the database.

Each centre has keys of its own that follow from the data key, so 2^32 random nonces suffice for
each of them alone. What is sealed is tied to its place: it opens nowhere else.
"""

from __future__ import annotations

import os
import secrets
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import Connection

from sync.errors import SyncError
from sync.hub.keys import KEY_BYTES, HubKeys
from sync.hub.tables import sealing_key
from sync.sealing import derived

# No row of before began so: neither text nor msgpack nor a request nor a bundle.
MARK: Final = b"\x00\xa5"
HEAD_BYTES: Final = len(MARK) + 4
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_CENTRES_KEPT: Final = 10_000
_OPTION: Final = "vault"


@cache
def head_of(number: int) -> bytes:
    """What begins everything that is sealed under a data key."""
    return MARK + number.to_bytes(HEAD_BYTES - len(MARK), "big")


def is_sealed(content: bytes) -> bool:
    """Whether bytes of the database are sealed, or of before there was a vault."""
    return content[: len(MARK)] == MARK


class Place:
    """Where something sealed belongs; it cannot be opened as anything else.

    `what` names table and field; the ids are of fixed length, and text (a kind) comes last.
    """

    __slots__ = ("bound", "centre")

    def __init__(self, what: bytes, centre: bytes, *more: bytes) -> None:
        self.centre = centre
        self.bound = b"".join((what, b"\x00", centre, *more))


class Vault:
    """The data keys of one hub, as far as this process has met them. Safe in several threads."""

    def __init__(self, keys: HubKeys) -> None:
        self._keys = keys
        self._data: dict[int, bytes] = {}
        self._ciphers: dict[tuple[int, bytes], AESGCM] = {}

    @property
    def signing(self) -> Ed25519PrivateKey:
        """The key that laptops know the hub by."""
        return self._keys.signing

    def seal(self, connection: Connection, number: int, place: Place, plain: bytes) -> bytes:
        """Seal under a data key; which one is current, the transaction must have asked."""
        head, nonce = head_of(number), os.urandom(_NONCE_BYTES)
        cipher = self._cipher(connection, number, place.centre)
        return head + nonce + cipher.encrypt(nonce, plain, head + place.bound)

    def open(self, connection: Connection, place: Place, content: bytes) -> bytes:
        """Open what was sealed for this place.

        Raises:
            SyncError: `hub_data_damaged`: not sealed, altered, or of another place;
                `hub_key_unknown` (`number`): its key is not here.
        """
        if not is_sealed(content) or len(content) < HEAD_BYTES + _NONCE_BYTES + _TAG_BYTES:
            raise SyncError("hub_data_damaged")
        head, nonce = content[:HEAD_BYTES], content[HEAD_BYTES : HEAD_BYTES + _NONCE_BYTES]
        number = int.from_bytes(head[len(MARK) :], "big")
        cipher = self._cipher(connection, number, place.centre)
        try:
            return cipher.decrypt(nonce, content[len(head) + _NONCE_BYTES :], head + place.bound)
        except InvalidTag:
            raise SyncError("hub_data_damaged") from None

    def _cipher(self, connection: Connection, number: int, centre: bytes) -> AESGCM:
        cipher = self._ciphers.get((number, centre))
        if cipher is None:
            if number not in self._data:
                self._learn(connection, number)
            key = derived(self._data[number], b"", b"tambon-hub centre\x00" + centre)
            if len(self._ciphers) >= _CENTRES_KEPT:
                self._ciphers.clear()
            cipher = self._ciphers[number, centre] = AESGCM(key)
        return cipher

    def _learn(self, connection: Connection, number: int) -> None:
        row = connection.execute(
            sa.select(sealing_key).where(sealing_key.c.number == number)
        ).one_or_none()
        if row is None:
            raise SyncError("hub_key_unknown", number=number)
        if row.root not in self._keys.numbers:
            self._keys.load()  # another process has added a root meanwhile
        self._data[number] = self._unwrapped(number, row.root, bytes(row.wrapped))

    def _unwrapped(self, number: int, root: int, wrapped: bytes) -> bytes:
        if root not in self._keys.numbers:
            raise SyncError("hub_key_unknown", number=number)
        nonce, rest = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
        try:
            return AESGCM(self._keys.wrapping_key(root)).decrypt(nonce, rest, _wrapping(number))
        except InvalidTag:
            raise SyncError("hub_key_unknown", number=number) from None

    def _wrapped(self, number: int, root: int, key: bytes) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self._keys.wrapping_key(root)).encrypt(nonce, key, _wrapping(number))

    def add(self, connection: Connection, now_ms: int) -> int:
        """Make a new data key, under the newest root, and wrap the ones before with that root too.

        It is the current one from the commit on.
        """
        root = self._keys.numbers[0]
        number = 1
        for row in connection.execute(sa.select(sealing_key)).all():
            number = max(number, row.number + 1)
            if row.root != root:
                key = self._unwrapped(row.number, row.root, bytes(row.wrapped))
                connection.execute(
                    sa.update(sealing_key)
                    .where(sealing_key.c.number == row.number)
                    .values(root=root, wrapped=self._wrapped(row.number, root, key))
                )
        connection.execute(
            sa.insert(sealing_key),
            {
                "number": number,
                "root": root,
                "wrapped": self._wrapped(number, root, secrets.token_bytes(KEY_BYTES)),
                "made_ms": now_ms,
            },
        )
        return number


def _wrapping(number: int) -> bytes:
    return b"tambon-hub data key\x00" + number.to_bytes(4, "big")


def give_vault(engine: sa.Engine, vault: Vault) -> None:
    """Let every connection of an engine open and seal."""
    engine.update_execution_options(**{_OPTION: vault})


def vault_of(connection: Connection) -> Vault:
    """The vault of the hub whose database this is."""
    vault: Any = connection.get_execution_options()[_OPTION]
    return vault  # type: ignore[no-any-return]


def seal(connection: Connection, number: int, place: Place, plain: bytes) -> bytes:
    """As `Vault.seal`."""
    return vault_of(connection).seal(connection, number, place, plain)


def unseal(connection: Connection, place: Place, content: bytes) -> bytes:
    """As `Vault.open`."""
    return vault_of(connection).open(connection, place, content)


_CURRENT: Final = sa.select(sa.func.max(sealing_key.c.number))


def current_key(connection: Connection) -> int:
    """The data key to seal with, which stays a key at least until this transaction ends.

    Having read the table is what holds it: a new key becomes current only when all who read the
    one before have ended (`sync.hub.rotation`).
    """
    return int(connection.execute(_CURRENT).scalar_one())
