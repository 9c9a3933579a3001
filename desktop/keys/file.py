"""The key file as it lies on the disk: who can open the database, and with what."""

from __future__ import annotations

import base64
import errno
from pathlib import Path
from typing import Final

import msgspec

from desktop.durable_files import write_durably
from desktop.errors import StorageError, UserError
from desktop.keys.cost import KeyCost

KEY_FILE: Final = "centre.keys"
# 2: recovery keys and events. A file without any of them is still written as 1, for older programs.
_FORMAT: Final = 2


class WrappedKey(msgspec.Struct, frozen=True):
    """The database key as one user's passcode opens it; bytes as base64 text."""

    user: str
    name: str
    role: str
    salt: str
    nonce: str
    wrapped: str
    cost: KeyCost


class RecoveryWrap(msgspec.Struct, frozen=True):
    """The database key as a recovery secret opens it; bytes as base64 text.

    Attributes:
        id: of this recovery key, hex; printed on the sheet.
        holder: "sheet" for the printed one; "hub" for the one that only the hub has.
        made: when, ISO text in UTC.
        put_away: somebody said that the sheet lies in a safe place.
        hub: id of the hub it is meant for, hex.
        sealed: the secret sealed to the hub, until the hub said that it has it.
        given: when the hub said so, ISO text in UTC.
    """

    id: str
    holder: str
    made: str
    salt: str
    nonce: str
    wrapped: str
    put_away: bool = False
    hub: str = ""
    sealed: str = ""
    given: str = ""


class KeyEvent(msgspec.Struct, frozen=True):
    """Something done to the key file that the audit entries may not have yet.

    It is written in the same replacement of the file as what it tells, and goes once the entry is
    in the database: neither a passcode nor its entry can be lost between the two.
    """

    id: str
    event: str
    user: str
    at_ms: int
    author: str = ""


class KeyContent(msgspec.Struct):
    """The whole file."""

    format: int
    users: list[WrappedKey]
    recovery: list[RecoveryWrap] = []
    events: list[KeyEvent] = []


def read_keys(path: Path) -> KeyContent:
    """Read the key file.

    Raises:
        UserError: `no_centre_here`.
        StorageError: `key_file_damaged`, `newer_file`.
    """
    try:
        content = msgspec.json.decode(path.read_bytes(), type=KeyContent)
    except FileNotFoundError:
        raise UserError("no_centre_here", folder=str(path.parent)) from None
    except (msgspec.DecodeError, OSError) as error:
        raise StorageError("key_file_damaged", file=str(path)) from error
    if content.format > _FORMAT:
        raise StorageError("newer_file", file=str(path))
    return content


def write_keys(path: Path, content: KeyContent) -> None:
    """Replace the key file whole; after a power cut the old one or the new one lies there.

    Raises:
        StorageError: `disk_full` or `cannot_open`; the old file stands.
    """
    content.format = _FORMAT if content.recovery or content.events else 1
    plain = msgspec.to_builtins(content)
    if content.format == 1:
        del plain["recovery"], plain["events"]
    try:
        write_durably(path, msgspec.json.format(msgspec.json.encode(plain), indent=1))
    except OSError as error:
        code = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "cannot_open"
        raise StorageError(code, file=str(path)) from error


def as_text(value: bytes) -> str:
    """Bytes as they stand in the file."""
    return base64.b64encode(value).decode()


def as_bytes(value: str) -> bytes:
    """Bytes out of the file."""
    return base64.b64decode(value)
