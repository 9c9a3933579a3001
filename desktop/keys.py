"""The key file beside the database: one random database key, wrapped by each user's passcode."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.errors import StorageError, UserError

KEY_BYTES = 32
KEY_FILE = "centre.keys"
_FORMAT = 1


class KeyCost(msgspec.Struct, frozen=True):
    """What Argon2id costs: memory in KiB, passes, lanes. 64 MiB and 3 take about 0.1 s."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


class WrappedKey(msgspec.Struct, frozen=True):
    """The database key as one user's passcode opens it; bytes as base64 text."""

    user: str
    name: str
    role: str
    salt: str
    nonce: str
    wrapped: str
    cost: KeyCost


class _KeyFile(msgspec.Struct):
    format: int
    users: list[WrappedKey]


@dataclass(frozen=True)
class SignInName:
    """A name that can be picked at sign-in."""

    user_id: UUID
    name: str
    role: str


@dataclass
class KeyRing:
    """The key file, read and written whole.

    Args:
        path: the key file.
        cost: what new passcodes cost to try.
    """

    path: Path
    cost: KeyCost = field(default_factory=KeyCost)

    def exists(self) -> bool:
        """Tell whether there is a key file."""
        return self.path.exists()

    def names(self) -> list[SignInName]:
        """Return who can sign in on this laptop."""
        return [SignInName(UUID(u.user), u.name, u.role) for u in self._read().users]

    def unlock(self, user_id: UUID, passcode: str) -> bytes:
        """Return the database key.

        Raises:
            UserError: `wrong_passcode`, or `unknown_user`.
        """
        for user in self._read().users:
            if user.user == user_id.hex:
                return _unwrap(user, passcode)
        raise UserError("unknown_user")

    def unlock_any(self, passcode: str) -> tuple[UUID, bytes]:
        """Return the first user whose passcode this is, and the database key (headless work).

        Raises:
            UserError: `wrong_passcode`.
        """
        for user in self._read().users:
            try:
                return UUID(user.user), _unwrap(user, passcode)
            except UserError:
                continue
        raise UserError("wrong_passcode")

    def add(self, user_id: UUID, name: str, role: str, passcode: str, key: bytes) -> None:
        """Wrap the database key for a user, replacing that user's earlier passcode.

        Raises:
            UserError: `passcode_too_short` below four characters.
        """
        if len(passcode) < 4:
            raise UserError("passcode_too_short", least=4)
        salt, nonce = os.urandom(16), os.urandom(12)
        sealed = AESGCM(_derive(passcode, salt, self.cost)).encrypt(nonce, key, user_id.bytes)
        entry = WrappedKey(
            user_id.hex, name, role, _text(salt), _text(nonce), _text(sealed), self.cost
        )
        content = self._read() if self.exists() else _KeyFile(_FORMAT, [])
        content.users = [u for u in content.users if u.user != user_id.hex] + [entry]
        self._write(content)

    def remove(self, user_id: UUID) -> None:
        """Take a user's wrapped key away; the last one stays.

        Raises:
            UserError: `last_user`.
        """
        content = self._read()
        rest = [u for u in content.users if u.user != user_id.hex]
        if not rest:
            raise UserError("last_user")
        content.users = rest
        self._write(content)

    def _read(self) -> _KeyFile:
        try:
            content = msgspec.json.decode(self.path.read_bytes(), type=_KeyFile)
        except FileNotFoundError:
            raise UserError("no_centre_here", folder=str(self.path.parent)) from None
        except (msgspec.DecodeError, OSError) as error:
            raise StorageError("key_file_damaged", file=str(self.path)) from error
        if content.format > _FORMAT:
            raise StorageError("newer_file", file=str(self.path))
        return content

    def _write(self, content: _KeyFile) -> None:
        beside = self.path.with_name(self.path.name + ".new")
        with beside.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(content), indent=1))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o600)
        os.replace(beside, self.path)


def new_database_key() -> bytes:
    """Return a fresh random key for a new database."""
    return os.urandom(KEY_BYTES)


def _derive(passcode: str, salt: bytes, cost: KeyCost) -> bytes:
    return hash_secret_raw(
        passcode.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _unwrap(user: WrappedKey, passcode: str) -> bytes:
    key = _derive(passcode, _bytes(user.salt), user.cost)
    try:
        return AESGCM(key).decrypt(_bytes(user.nonce), _bytes(user.wrapped), UUID(user.user).bytes)
    except InvalidTag:
        raise UserError("wrong_passcode") from None


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: str) -> bytes:
    return base64.b64decode(value)
