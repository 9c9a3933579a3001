"""A laptop's recovery secret in the hub's keeping: sealed to the hub, signed by the laptop.

The secret opens the laptop's database; the hub gets one of its own making, apart from the printed
sheet's, and nobody between the two can read it. The hub's answer is signed, so that a laptop
believes only the hub that it is kept.
"""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.envelope import SIGNATURE_BYTES
from sync.errors import Malformed, Rejected
from sync.protocol import Code
from sync.sealing import seal, unseal
from sync.stamps import DEVICE_BYTES

SECRET_BYTES: Final = 16
_SIGNED: Final = b"tambon-rianru recovery\x00"
_KEPT: Final = b"tambon-rianru recovery kept\x00"
_CLEAR: Final = b"tambon-rianru recovery secret\x00"
_MAX_SEALED: Final = 1 << 10


class Escrow(msgspec.Struct, frozen=True, array_like=True):
    """A sealed recovery secret. `key_id`: which of the laptop's recovery keys, hex."""

    key_id: str
    made_ms: int
    sealed: bytes


def seal_secret(secret: bytes, key_id: str, device: bytes, hub_seal_key: bytes) -> bytes:
    """Seal a recovery secret to the hub; errors as `sealing.seal`."""
    return seal(secret, hub_seal_key, _clear(key_id, device))


def open_secret(sealed: bytes, key_id: str, device: bytes, key: Ed25519PrivateKey) -> bytes:
    """The secret, opened with the hub's own key.

    Raises:
        Malformed: damaged, of another laptop, or sealed to another hub.
    """
    secret = unseal(sealed, key, _clear(key_id, device))
    if len(secret) != SECRET_BYTES:
        raise Malformed("damaged_file")
    return secret


def hand_over(escrow: Escrow, device: bytes, key: Ed25519PrivateKey, hub: bytes) -> bytes:
    """The request of a laptop to keep its secret: its id, its signature, the escrow."""
    body = msgspec.msgpack.encode(escrow)
    return device + key.sign(_SIGNED + hub + device + body) + body


def sender(request: bytes) -> bytes:
    """Whose secret is handed over, not yet proved; Malformed for no request."""
    if len(request) <= DEVICE_BYTES + SIGNATURE_BYTES:
        raise Malformed(Code.BAD_MESSAGE)
    return request[:DEVICE_BYTES]


def read_escrow(request: bytes, public_key: bytes, hub: bytes) -> Escrow:
    """What is handed over, once the laptop's signature holds.

    Raises:
        Rejected: BAD_SIGNATURE. Malformed: no escrow, or one too large to be one.
    """
    device, rest = sender(request), request[DEVICE_BYTES:]
    signature, body = rest[:SIGNATURE_BYTES], rest[SIGNATURE_BYTES:]
    _verify(public_key, signature, _SIGNED + hub + device + body)
    try:
        escrow = msgspec.msgpack.decode(body, type=Escrow)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
    if len(escrow.sealed) > _MAX_SEALED or len(escrow.key_id) > 32:
        raise Malformed(Code.TOO_LARGE)
    return escrow


def answer_kept(request: bytes, key: Ed25519PrivateKey) -> bytes:
    """The hub's word that it keeps what was handed over."""
    return key.sign(_KEPT + hashlib.sha256(request).digest())


def check_kept(answer: bytes, request: bytes, hub_key: bytes) -> None:
    """Believe the hub's word; Rejected BAD_SIGNATURE when it is not the hub's."""
    _verify(hub_key, answer, _KEPT + hashlib.sha256(request).digest())


def _clear(key_id: str, device: bytes) -> bytes:
    return _CLEAR + device + key_id.encode()


def _verify(public_key: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None
