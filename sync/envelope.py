"""What travels: a request signed by its device, and the answer; enrolment likewise.

Request: version (1 byte), device (8), request number (6), packed payload, signature (64).
Answer: version (1 byte), packed payload.
"""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.errors import Incompatible, Malformed, Rejected
from sync.packing import DICTIONARY, pack, unpack
from sync.protocol import (
    MAX_PLAIN_BYTES,
    MAX_REQUEST_PLAIN,
    PROTOCOL,
    SPOKEN,
    Code,
    EnrolRequest,
    SyncAnswer,
    SyncRequest,
)
from sync.stamps import DEVICE_BYTES

SIGNATURE_BYTES: Final = 64
_NUMBER_BYTES: Final = 6
_HEAD_BYTES: Final = 1 + DEVICE_BYTES + _NUMBER_BYTES
MAX_REQUEST_NO: Final = (1 << (8 * _NUMBER_BYTES)) - 1

# Each use of a key signs text of its own kind, so nothing signed can be passed off as another.
_TURN: Final = b"tambon-rianru turn\x00"
_ENROL: Final = b"tambon-rianru enrol\x00"

_Message = TypeVar("_Message")
_ENCODER: Final = msgspec.msgpack.Encoder()


class SealedRequest(msgspec.Struct, frozen=True):
    """A request as it arrived: who says it is, not yet believed."""

    device: bytes
    number: int
    signed: bytes
    payload: bytes
    signature: bytes


def seal_request(
    request: SyncRequest,
    number: int,
    device: bytes,
    key: Ed25519PrivateKey,
    hub: bytes,
    dictionary: int = DICTIONARY,
) -> bytes:
    """The bytes to send. `hub` is the hub it is meant for: another one refuses it."""
    body = (
        bytes([PROTOCOL])
        + device
        + number.to_bytes(_NUMBER_BYTES, "big")
        + pack(_ENCODER.encode(request), dictionary)
    )
    return body + key.sign(_TURN + hub + body)


def open_request(sealed: bytes) -> SealedRequest:
    """Take a request apart without believing it.

    Raises:
        Incompatible: for a version this program does not speak.
        Malformed: when it is no request.
    """
    if not sealed:
        raise Malformed(Code.BAD_MESSAGE, reason="empty")
    if sealed[0] not in SPOKEN:
        raise Incompatible(Code.INCOMPATIBLE, theirs=sealed[0], ours=sorted(SPOKEN))
    if len(sealed) <= _HEAD_BYTES + SIGNATURE_BYTES:
        raise Malformed(Code.BAD_MESSAGE, reason="short")
    return SealedRequest(
        device=sealed[1 : 1 + DEVICE_BYTES],
        number=int.from_bytes(sealed[1 + DEVICE_BYTES : _HEAD_BYTES], "big"),
        signed=sealed[:-SIGNATURE_BYTES],
        payload=sealed[_HEAD_BYTES:-SIGNATURE_BYTES],
        signature=sealed[-SIGNATURE_BYTES:],
    )


def check_signature(sealed: SealedRequest, public_key: bytes, hub: bytes) -> None:
    """Raise Rejected BAD_SIGNATURE unless the device with this key signed the request."""
    _verify(public_key, sealed.signature, _TURN + hub + sealed.signed)


def read_request(sealed: SealedRequest, public_key: bytes, hub: bytes) -> SyncRequest:
    """The request, once its signature holds.

    Raises:
        Rejected: BAD_SIGNATURE.
        Malformed: when what was signed is no request.
    """
    return read_payload(open_payload(sealed, public_key, hub))


def open_payload(
    sealed: SealedRequest, public_key: bytes, hub: bytes, left: int | None = None
) -> bytes:
    """What a request says, unpacked but not read, once its signature holds.

    Raises:
        Rejected: BAD_SIGNATURE. Malformed: damaged, larger than a request may be, or than `left`.
    """
    check_signature(sealed, public_key, hub)
    most = MAX_REQUEST_PLAIN if left is None else min(left, MAX_REQUEST_PLAIN)
    return unpack(sealed.payload, most)


def read_payload(plain: bytes) -> SyncRequest:
    """The request that an opened payload is.

    Raises:
        Malformed: it is none.
    """
    return _decode(plain, SyncRequest)


def pack_answer(answer: SyncAnswer, dictionary: int = DICTIONARY) -> bytes:
    """The bytes of an answer."""
    return bytes([PROTOCOL]) + pack(_ENCODER.encode(answer), dictionary)


def unpack_answer(packed: bytes) -> SyncAnswer:
    """The answer.

    Raises:
        Incompatible, Malformed: when it is none that can be read.
    """
    if not packed:
        raise Malformed(Code.BAD_MESSAGE, reason="empty")
    if packed[0] not in SPOKEN:
        raise Incompatible(Code.INCOMPATIBLE, theirs=packed[0], ours=sorted(SPOKEN))
    return _decode(unpack(packed[1:], MAX_PLAIN_BYTES), SyncAnswer)


def seal_enrolment(request: EnrolRequest, key: Ed25519PrivateKey) -> bytes:
    """The bytes of a request to join: signature first, then the request."""
    body = _ENCODER.encode(request)
    return key.sign(_ENROL + body) + body


def open_enrolment(sealed: bytes) -> EnrolRequest:
    """The request to join, once its sender has shown to hold the key it brings.

    Raises:
        Rejected: BAD_SIGNATURE.
        Incompatible, Malformed: when it cannot be read.
    """
    body = sealed[SIGNATURE_BYTES:]
    request = _decode(body, EnrolRequest)
    if request.protocol not in SPOKEN:
        raise Incompatible(Code.INCOMPATIBLE, theirs=request.protocol, ours=sorted(SPOKEN))
    if len(request.device) != DEVICE_BYTES or len(request.centre) not in (0, 16):
        raise Malformed(Code.BAD_MESSAGE, reason="ids")
    _verify(request.public_key, sealed[:SIGNATURE_BYTES], _ENROL + body)
    return request


def _verify(public_key: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None


def _decode(body: bytes, message: type[_Message]) -> _Message:
    try:
        return msgspec.msgpack.decode(body, type=message)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
