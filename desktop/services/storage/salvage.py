"""Reading what is left of a damaged database, page by page, past everything that SQLite needs.

SQLite gives up a whole table where one page of its tree is gone. Here every page of the file, and
every page in the WAL, is decrypted and authenticated by itself, and rows are taken from each leaf
that still is what was written. A page whose HMAC does not agree is left out: nothing is taken
that nobody wrote. Kinds of rows are told apart by their shape: change rows, half-filled forms,
and attachments, whose hash proves them.

Page format: SQLCipher 4 with a raw key: 4,096 bytes, the last 80 of them IV and HMAC-SHA512.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.models.program import Attachment, Change, Draft

PAGE: Final = 4096
_RESERVED: Final = 80
_IV: Final = 16
_HMAC: Final = 64
_USABLE: Final = PAGE - _RESERVED
_SALT: Final = 16
_MAGIC: Final = b"SQLite format 3\x00"
_WAL_HEADER: Final = 32
_FRAME_HEADER: Final = 24
_LEAF: Final = 0x0D
_OVERFLOW_AT_MOST: Final = 20_000  # pages of one row: a photo of 80 MB

_CHANGE: Final = tuple(column.key for column in Change.__table__.columns)
_DRAFT: Final = tuple(column.key for column in Draft.__table__.columns)
_ATTACHMENT: Final = tuple(column.key for column in Attachment.__table__.columns)

_WIDTHS: Final = frozenset({len(_CHANGE), len(_DRAFT), len(_ATTACHMENT)})

Pages = dict[int, bytes]


@dataclass(frozen=True)
class FoundChange:
    """A row of the change log as it lay on its page."""

    number: int
    record_id: bytes
    kind: str
    fields: dict[str, Any]
    device: bytes
    epoch: int
    lane: int
    seq: int
    stamp: bytes
    wall_ms: int
    offset_ms: int | None
    author: bytes | None
    at_hub: bool


@dataclass(frozen=True)
class FoundDraft:
    """A half-filled form; `content` is packed."""

    user_id: bytes
    form: str
    subject: str
    content: bytes
    at_ms: int


@dataclass(frozen=True)
class Salvaged:
    """What could be read; `unreadable` counts pages of the file that do not agree."""

    changes: tuple[FoundChange, ...] = ()
    drafts: tuple[FoundDraft, ...] = ()
    attachments: dict[bytes, tuple[bytes, int]] = field(default_factory=dict)
    unreadable: int = 0


def salvage(path: Path, key: bytes) -> Salvaged:
    """Read what is left of a database and of its WAL; nothing is written.

    Args:
        path: the database file.
        key: its 32-byte key.

    Raises:
        OSError: the file cannot be read at all.
    """
    content = path.read_bytes() if path.exists() else b""
    reader = _PageReader(key, content[:_SALT])
    base: Pages = {}
    unreadable = 0
    for number in range(1, len(content) // PAGE + 1):
        page = reader.read(number, content[(number - 1) * PAGE : number * PAGE])
        if page is None:
            unreadable += 1
        else:
            base[number] = page
    wal = path.with_name(f"{path.name}-wal")
    frames = list(_frames(wal.read_bytes(), reader)) if wal.exists() else []
    final = {**base, **dict(frames)}
    return _gather(final, base, frames, unreadable)


class _PageReader:
    """Decrypts single pages and tells whether they are what was written."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        mask = bytes(each ^ 0x3A for each in salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key, mask, 2, 32)

    def read(self, number: int, page: bytes) -> bytes | None:
        """Return a page's plain bytes, None where its HMAC does not agree."""
        start = _SALT if number == 1 else 0
        sealed = page[start:_USABLE]
        iv = page[_USABLE : _USABLE + _IV]
        expected = page[_USABLE + _IV : _USABLE + _IV + _HMAC]
        counted = hmac.new(self._mac_key, sealed + iv, "sha512")
        counted.update(number.to_bytes(4, "little"))
        if not hmac.compare_digest(counted.digest(), expected):
            return None
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        plain = decryptor.update(sealed) + decryptor.finalize()
        return _MAGIC + plain if number == 1 else plain


def _frames(wal: bytes, reader: _PageReader) -> Iterator[tuple[int, bytes]]:
    """Give every authentic page of a WAL in its order, also behind a torn frame."""
    step = _FRAME_HEADER + PAGE
    for at in range(_WAL_HEADER, len(wal) - step + 1, step):
        number = int.from_bytes(wal[at : at + 4], "big")
        if number:
            page = reader.read(number, wal[at + _FRAME_HEADER : at + step])
            if page is not None:
                yield number, page


def _gather(
    final: Pages, base: Pages, frames: Sequence[tuple[int, bytes]], unreadable: int
) -> Salvaged:
    """Take rows from the newest pages first, then from older ones what those do not have."""
    changes: dict[tuple[bytes, int, int, int], FoundChange] = {}
    drafts: dict[tuple[bytes, str, str], FoundDraft] = {}
    attachments: dict[bytes, tuple[bytes, int]] = {}
    written = {number for number, _page in frames}
    older = [*reversed(frames), *((each, base[each]) for each in written & base.keys())]
    for number, page in (*final.items(), *older):
        for rowid, payload in _rows(number, page, final, base):
            values = _values(payload)
            if values is None:
                continue
            change = _change(rowid, values)
            if change is not None:
                key = (change.device, change.epoch, change.lane, change.seq)
                changes.setdefault(key, change)
                continue
            draft = _draft(values)
            if draft is not None:
                kept = drafts.get((draft.user_id, draft.form, draft.subject))
                if kept is None or kept.at_ms < draft.at_ms:
                    drafts[draft.user_id, draft.form, draft.subject] = draft
                continue
            attachment = _attachment(values)
            if attachment is not None:
                attachments[attachment[0]] = attachment[1:]
    ordered = sorted(changes.values(), key=lambda found: found.number)
    return Salvaged(tuple(ordered), tuple(drafts.values()), attachments, unreadable)


def _rows(number: int, page: bytes, final: Pages, base: Pages) -> Iterator[tuple[int, bytes]]:
    """Give rowid and payload of each row of a table's leaf."""
    top = 100 if number == 1 else 0
    if len(page) < _USABLE or page[top] != _LEAF:
        return
    count = int.from_bytes(page[top + 3 : top + 5], "big")
    if top + 8 + 2 * count > _USABLE:
        return
    for index in range(count):
        place = top + 8 + 2 * index
        at = int.from_bytes(page[place : place + 2], "big")
        for pages in (final, base):
            found = _cell(page, at, pages)
            if found is not None:
                yield found
                break


def _cell(page: bytes, at: int, pages: Pages) -> tuple[int, bytes] | None:
    try:
        size, at = _varint(page, at)
        rowid, at = _varint(page, at)
    except IndexError:
        return None
    most = _USABLE - 35
    if size <= most:
        payload = page[at : at + size]
        return (rowid, payload) if len(payload) == size else None
    least = (_USABLE - 12) * 32 // 255 - 23
    local = least + (size - least) % (_USABLE - 4)
    local = local if local <= most else least
    parts = [page[at : at + local]]
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    left = size - local
    for _ in range(_OVERFLOW_AT_MOST):
        if left <= 0:
            break
        more = pages.get(following)
        if more is None:
            return None
        following = int.from_bytes(more[:4], "big")
        parts.append(more[4 : 4 + min(left, _USABLE - 4)])
        left -= _USABLE - 4
    payload = b"".join(parts)
    return (rowid, payload) if len(payload) == size else None


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = content[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | content[at], at + 1


def _values(payload: bytes) -> list[Any] | None:
    """Return the columns of a row, None where it is none."""
    try:
        header, at = _varint(payload, 0)
        kinds = []
        while at < header:
            kind, at = _varint(payload, at)
            kinds.append(kind)
        if at != header or header > len(payload) or len(kinds) not in _WIDTHS:
            return None
        values: list[Any] = []
        for kind in kinds:
            value, at = _value(payload, at, kind)
            values.append(value)
    except (IndexError, UnicodeDecodeError, ValueError):
        return None
    return values if at == len(payload) else None


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind == 0:
        return None, at
    if 1 <= kind <= 6:
        size = (1, 2, 3, 4, 6, 8)[kind - 1]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind == 7:
        return 0.0, at + 8  # no row looked for here holds a real number
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise ValueError(kind)
    size = (kind - 12) // 2
    content = payload[at : at + size]
    if len(content) != size:
        raise ValueError(size)
    return (content if kind % 2 == 0 else content.decode()), at + size


def _change(rowid: int, values: list[Any]) -> FoundChange | None:
    if len(values) != len(_CHANGE):
        return None
    row = dict(zip(_CHANGE, values, strict=True))
    shaped = (
        _is_bytes(row["record_id"], 16)
        and isinstance(row["kind"], str)
        and isinstance(row["fields"], bytes)
        and _is_bytes(row["device"], 8)
        and _is_bytes(row["stamp"], 16)
        and all(isinstance(row[name], int) for name in ("epoch", "lane", "seq", "wall_ms"))
    )
    if not shaped:
        return None
    try:
        fields = msgspec.msgpack.decode(row["fields"], type=dict[str, tuple[Any, list[bytes], Any]])
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
    return FoundChange(
        rowid,
        row["record_id"],
        row["kind"],
        dict(fields),
        row["device"],
        row["epoch"],
        row["lane"],
        row["seq"],
        row["stamp"],
        row["wall_ms"],
        row["offset_ms"],
        row["author"],
        bool(row["at_hub"]),
    )


def _draft(values: list[Any]) -> FoundDraft | None:
    if len(values) != len(_DRAFT):
        return None
    row = dict(zip(_DRAFT, values, strict=True))
    if (
        _is_bytes(row["user_id"], 16)
        and isinstance(row["form"], str)
        and isinstance(row["subject"], str)
        and isinstance(row["content"], bytes)
        and isinstance(row["at"], int)
    ):
        return FoundDraft(row["user_id"], row["form"], row["subject"], row["content"], row["at"])
    return None


def _attachment(values: list[Any]) -> tuple[bytes, bytes, int] | None:
    if len(values) != len(_ATTACHMENT):
        return None
    row = dict(zip(_ATTACHMENT, values, strict=True))
    content, sha256 = row["content"], row["sha256"]
    if (
        isinstance(content, bytes)
        and _is_bytes(sha256, 32)
        and isinstance(row["at"], int)
        and hashlib.sha256(content).digest() == sha256
    ):
        return sha256, content, row["at"]
    return None


def _is_bytes(value: object, size: int) -> bool:
    return isinstance(value, bytes) and len(value) == size
