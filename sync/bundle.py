"""Turns in a file: changes out on a stick, sealed to the hub, and its receipt back.

File: magic (8 bytes), what it is (1), hub (16), device (8), then sealed content. The content of a
bundle is the same signed requests that go over the wire; that of a receipt the hub's answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.columns import pack_changes
from sync.engine import Engine
from sync.envelope import SIGNATURE_BYTES, pack_answer, seal_request, unpack_answer
from sync.errors import Incompatible, Malformed, Rejected
from sync.ports import LANES, LocalStore
from sync.protocol import Code, LaneBatch, SyncAnswer, SyncRequest
from sync.sealing import seal, unseal
from sync.stamps import DEVICE_BYTES
from sync.turn import Summary

_Content = TypeVar("_Content")

_MAGIC: Final = b"TAMBONS\x01"
_BUNDLE: Final = 1
_RECEIPT: Final = 2
_HUB_BYTES: Final = 16
_HEAD_BYTES: Final = len(_MAGIC) + 1 + _HUB_BYTES + DEVICE_BYTES
_SIGNED: Final = b"tambon-rianru receipt\x00"

MAX_FILE_BYTES: Final = 64 << 20
_REQUEST_BYTES: Final = 1 << 20  # of changes in one request, before compression
_NEWS_BYTES: Final = 1 << 20


class FileAnswer(msgspec.Struct, frozen=True, array_like=True):
    """The answer to a bundle, what the bundle said, and what the hub means by its numbers."""

    epoch: int
    cursor: bytes
    answer: bytes
    # Stamp of the highest accepted change of each lane, b"" where none is: a laptop restored since
    # has other changes under the same numbers, and must not take those for acknowledged.
    stamps: tuple[bytes, ...]


class OpenedBundle(msgspec.Struct, frozen=True):
    """Requests out of a bundle; their signatures are not looked at yet."""

    device: bytes
    requests: tuple[bytes, ...]


def make_bundle(
    store: LocalStore, key: Ed25519PrivateKey, hub_seal_key: bytes, wall_ms: int
) -> tuple[bytes, int]:
    """Everything that waits, as the bytes of a file, and how many changes that are.

    Nothing counts as sent until the receipt or an ordinary turn says so.
    """
    own = store.identity()
    link = store.link()
    highest = store.highest()
    at = list(store.acknowledged())
    requests = []
    count = 0
    for lane in LANES:
        while at[lane] < highest[lane]:
            changes = store.pending(lane, at[lane], _REQUEST_BYTES)
            packed = pack_changes(changes)
            batch = LaneBatch(int(lane), changes[0].seq, len(changes), packed)
            requests.append(SyncRequest(own.epoch, wall_ms, link.cursor, highest, (batch,), 0))
            at[lane] = changes[-1].seq
            count += len(changes)
    # The last one sends nothing and asks for the news.
    requests.append(SyncRequest(own.epoch, wall_ms, link.cursor, highest, (), _NEWS_BYTES))
    sealed = [seal_request(request, 0, own.device, key, own.hub) for request in requests]
    return wrap_requests(sealed, own.hub, own.device, hub_seal_key), count


def wrap_requests(
    requests: Sequence[bytes], hub: bytes, device: bytes, hub_seal_key: bytes
) -> bytes:
    """A bundle out of requests that their author signed; whoever carries them may make it."""
    head = _head(_BUNDLE, hub, device)
    return head + seal(msgspec.msgpack.encode(list(requests)), hub_seal_key, head)


def open_bundle(content: bytes, key: Ed25519PrivateKey, hub: bytes) -> OpenedBundle:
    """The requests of a bundle for this hub.

    Raises:
        Rejected: WRONG_HUB. Malformed: damaged, cut short, no bundle. Incompatible: a newer form.
    """
    head, device = _opened(content, _BUNDLE, hub)
    plain = unseal(content[_HEAD_BYTES:], key, head)
    return OpenedBundle(device, tuple(_decode(plain, list[bytes])))


def bundle_sender(content: bytes, hub: bytes) -> bytes:
    """The laptop that a bundle says it is of; nothing of it is opened, or believed.

    Raises:
        As `open_bundle`.
    """
    return _opened(content, _BUNDLE, hub)[1]


def make_receipt(
    request: SyncRequest,
    answer: SyncAnswer,
    stamps: Sequence[bytes],
    key: Ed25519PrivateKey,
    hub: bytes,
    device: bytes,
    device_seal_key: bytes,
) -> bytes:
    """The bytes of the receipt file for a device, signed by the hub.

    `request` is the bundle's last one, `answer` what is to be said to all of them.
    """
    head = _head(_RECEIPT, hub, device)
    told = FileAnswer(request.epoch, request.cursor, pack_answer(answer), tuple(stamps))
    plain = msgspec.msgpack.encode(told)
    signature = key.sign(_SIGNED + head + plain)
    return head + seal(signature + plain, device_seal_key, head)


def take_receipt(
    content: bytes, store: LocalStore, engine: Engine, key: Ed25519PrivateKey, hub_key: bytes
) -> Summary:
    """Apply a receipt; an old one, or the same one again, does no harm.

    Raises:
        Rejected: WRONG_HUB, wrong_device, BAD_SIGNATURE. Malformed, Incompatible: unreadable.
        sync.errors.MassDeletion: as in `Engine.run`.
    """
    own = store.identity()
    head, device = _opened(content, _RECEIPT, own.hub)
    if device != own.device:
        raise Rejected("wrong_device")
    plain = unseal(content[_HEAD_BYTES:], key, head)
    signature, plain = plain[:SIGNATURE_BYTES], plain[SIGNATURE_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(hub_key).verify(signature, _SIGNED + head + plain)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None
    told = _decode(plain, FileAnswer)
    answer = unpack_answer(told.answer)
    summary = Summary()
    engine.take_from_file(answer, told.epoch, told.stamps, told.cursor, summary)
    summary.waiting = store.waiting()
    return summary


def read_bounded(path: Path) -> bytes:
    """The content of a file of believable size.

    Raises:
        Malformed: TOO_LARGE. OSError: unreadable.
    """
    with path.open("rb") as file:
        content = file.read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise Malformed(Code.TOO_LARGE, bytes=len(content))
    return content


def is_bundle(content: bytes) -> bool:
    """Whether bytes begin like a bundle for a hub, of whatever version."""
    return _is(content, _BUNDLE)


def is_receipt(content: bytes) -> bool:
    """Whether bytes begin like a receipt of a hub, of whatever version."""
    return _is(content, _RECEIPT)


def _is(content: bytes, what: int) -> bool:
    return content[:7] == _MAGIC[:7] and content[8:9] == bytes([what])


def _head(what: int, hub: bytes, device: bytes) -> bytes:
    return _MAGIC + bytes([what]) + hub + device


def _opened(content: bytes, what: int, hub: bytes) -> tuple[bytes, bytes]:
    head = content[:_HEAD_BYTES]
    if len(head) < _HEAD_BYTES or head[:7] != _MAGIC[:7]:
        raise Malformed("not_a_bundle")
    if head[7] != _MAGIC[7]:
        raise Incompatible(Code.INCOMPATIBLE, theirs=head[7], ours=[_MAGIC[7]])
    if head[8] != what:
        raise Malformed("other_bundle")
    if head[9 : 9 + _HUB_BYTES] != hub:
        raise Rejected(Code.WRONG_HUB)
    return head, head[9 + _HUB_BYTES :]


def _decode(plain: bytes, kind: type[_Content]) -> _Content:
    try:
        return msgspec.msgpack.decode(plain, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
