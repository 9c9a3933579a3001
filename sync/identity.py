"""Who a hub is: its key, told by a short fingerprint on paper, and what it signs with it.

A certificate is renewed, bought, or belongs to a web server in front of the hub; the hub's key
stays. A code to join carries the key's fingerprint, so that a laptop knows the hub whoever
encrypts the way: what the hub says of itself counts for its signature alone.
"""

from __future__ import annotations

import hashlib
import secrets
from functools import lru_cache
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.envelope import SIGNATURE_BYTES, seal_enrolment
from sync.errors import Malformed, Rejected
from sync.protocol import Code, EnrolAnswer, EnrolRequest
from sync.sealing import public_sealing_key, seal, unseal

NONCE_BYTES: Final = 16
# No letter that is mistaken for another on paper or on the telephone.
LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_LETTERS: Final = 12  # 58.9 bits
FINGERPRINT_LETTERS: Final = 12  # 58.9 bits, each try of which costs a forger 32 MB and 0.1 s
_CODE_LETTERS: Final = SECRET_LETTERS + FINGERPRINT_LETTERS + 1
_GROUP: Final = 5
_MOST_AUTHORITY: Final = 64 << 10

_STATED: Final = b"tambon-rianru hub identity\x00"
_ENROLLED: Final = b"tambon-rianru enrolled\x00"
_CODE: Final = b"tambon-rianru code to join\x00"


class JoinCode(msgspec.Struct, frozen=True):
    """A code to join, taken apart: the secret, and the fingerprint of the hub's key."""

    secret: str
    fingerprint: str


class Identity(msgspec.Struct, frozen=True, array_like=True):
    """What a hub says of itself; `authority` is who vouches for its certificate (PEM), or b""."""

    hub: bytes
    hub_key: bytes
    seal_key: bytes
    authority: bytes = b""


@lru_cache(maxsize=16)
def fingerprint(hub_key: bytes) -> str:
    """What stands for a hub's public key on paper: twelve letters.

    It is stretched, so that looking for another key with the same letters stays out of reach
    although they are few.
    """
    made = hashlib.scrypt(
        hub_key, salt=b"tambon-rianru hub", n=1 << 15, r=8, p=1, maxmem=64 << 20, dklen=32
    )
    return _letters(int.from_bytes(made, "big"), FINGERPRINT_LETTERS)


def new_secret() -> str:
    """A code's secret, known to nobody yet."""
    return "".join(secrets.choice(LETTERS) for _ in range(SECRET_LETTERS))


def write_code(secret: str, hub_key: bytes) -> str:
    """A code to join as people copy it: secret, the hub's fingerprint, a letter against slips."""
    letters = secret + fingerprint(hub_key)
    letters += _check_letter(letters)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def read_code(text: str) -> JoinCode:
    """A code to join, however it was copied.

    Raises:
        Rejected: code_mistyped; code_outdated for one of a hub that gave no fingerprint of its key.
    """
    letters = _bare(text)
    if len(letters) in (10, 30):
        raise Rejected("code_outdated")
    if len(letters) != _CODE_LETTERS or _check_letter(letters[:-1]) != letters[-1]:
        raise Rejected("code_mistyped")
    return JoinCode(letters[:SECRET_LETTERS], letters[SECRET_LETTERS:-1])


def code_secret(text: str) -> str:
    """The secret of a code, or all of one of an earlier version: what the hub looks for."""
    letters = _bare(text)
    return letters[:SECRET_LETTERS] if len(letters) == _CODE_LETTERS else letters


def new_nonce() -> bytes:
    """What makes an answer the answer to this question."""
    return secrets.token_bytes(NONCE_BYTES)


def state_identity(
    nonce: bytes, key: Ed25519PrivateKey, hub: bytes, authority: bytes = b""
) -> bytes:
    """What a hub says of itself, signed over the asker's nonce.

    Raises:
        Malformed: no nonce.
    """
    if len(nonce) != NONCE_BYTES:
        raise Malformed(Code.BAD_MESSAGE, reason="nonce")
    own = Identity(hub, key.public_key().public_bytes_raw(), public_sealing_key(key), authority)
    body = msgspec.msgpack.encode(own)
    return key.sign(_STATED + nonce + body) + body


def read_identity(statement: bytes, nonce: bytes) -> Identity:
    """What a hub said of itself, signed with the key it names. Whose key that is, the caller asks.

    Raises:
        Rejected: untrusted_hub. Malformed: no statement.
    """
    signature, body = statement[:SIGNATURE_BYTES], statement[SIGNATURE_BYTES:]
    try:
        told = msgspec.msgpack.decode(body, type=Identity)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
    _verify(told.hub_key, signature, _STATED + nonce + body)
    if len(told.authority) > _MOST_AUTHORITY:
        raise Malformed(Code.TOO_LARGE)
    return told


def seal_join(request: EnrolRequest, secret: str, to: Identity, key: Ed25519PrivateKey) -> bytes:
    """A request to join whose code only that hub can read.

    Raises:
        Rejected: no_sealing_key.
    """
    sealed = seal(secret.encode(), to.seal_key, _CODE + request.device + request.public_key)
    return seal_enrolment(
        msgspec.structs.replace(request, code="", sealed_code=sealed, nonce=new_nonce()), key
    )


def asked_code(request: EnrolRequest, key: Ed25519PrivateKey) -> str:
    """The code in a request to join; laptops of earlier versions write it openly.

    Raises:
        Malformed: sealed to another hub, or for another laptop.
    """
    if not request.sealed_code:
        return request.code
    clear = _CODE + request.device + request.public_key
    return unseal(request.sealed_code, key, clear).decode("ascii", "replace")


def sign_joined(answer: EnrolAnswer, sealed: bytes, key: Ed25519PrivateKey) -> EnrolAnswer:
    """The answer to a request to join, bound to it by the hub's signature."""
    return msgspec.structs.replace(answer, proof=key.sign(_bound(answer, sealed)))


def check_joined(answer: EnrolAnswer, sealed: bytes, of: Identity) -> None:
    """Believe that the hub itself gave this answer, to this request.

    Raises:
        Rejected: untrusted_hub.
    """
    _verify(of.hub_key, answer.proof, _bound(answer, sealed))
    if (answer.hub, answer.hub_key, answer.hub_seal_key) != (of.hub, of.hub_key, of.seal_key):
        raise Rejected("untrusted_hub")


def _bound(answer: EnrolAnswer, sealed: bytes) -> bytes:
    # Field by field: what a later version adds to the answer does not change what was signed.
    told = (
        answer.hub, answer.hub_key, answer.scope, answer.centre, answer.centre_name, answer.tambon,
        answer.letters, answer.hub_ms, answer.hub_seal_key,
    )  # fmt: skip
    return _ENROLLED + hashlib.sha256(sealed).digest() + msgspec.msgpack.encode(told)


def _verify(public_key: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise Rejected("untrusted_hub") from None


def _letters(number: int, count: int) -> str:
    found = ""
    for _ in range(count):
        number, letter = divmod(number, len(LETTERS))
        found += LETTERS[letter]
    return found


def _check_letter(letters: str) -> str:
    """Luhn's check: any one slip, and nearly all swaps of two neighbours, show."""
    size, total = len(LETTERS), 0
    for place, letter in enumerate(reversed(letters)):
        worth = LETTERS.index(letter) * (2 - place % 2)
        total += worth // size + worth % size
    return LETTERS[-total % size]


def _bare(text: str) -> str:
    # Spaces, hyphens and small letters are how people copy it; the letters alone count.
    return "".join(letter for letter in text.upper() if letter in LETTERS)
