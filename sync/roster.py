"""Who belongs to a centre: the laptops and their keys, signed by the hub, for use without it."""

from __future__ import annotations

from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.envelope import SIGNATURE_BYTES
from sync.errors import Malformed, Rejected
from sync.protocol import Code
from sync.stamps import DEVICE_BYTES

_SIGNED: Final = b"tambon-rianru roster\x00"
_ASKED: Final = b"tambon-rianru ask roster\x00"


class Member(msgspec.Struct, frozen=True, array_like=True):
    """One laptop of a centre."""

    device: bytes
    public_key: bytes
    seal_key: bytes
    letters: str
    revoked: bool = False


class Roster(msgspec.Struct, frozen=True, array_like=True):
    """The laptops of one centre, as the hub knew them at `issued_ms` (hub time)."""

    hub: bytes
    scope: bytes
    issued_ms: int
    members: tuple[Member, ...]

    def find(self, device: bytes) -> Member:
        """The laptop of that id.

        Raises:
            Rejected: UNKNOWN_DEVICE, REVOKED.
        """
        for each in self.members:
            if each.device == device:
                if each.revoked:
                    raise Rejected(Code.REVOKED)
                return each
        raise Rejected(Code.UNKNOWN_DEVICE)


def sign_roster(roster: Roster, key: Ed25519PrivateKey) -> bytes:
    """A roster as it travels: the hub's signature, then the roster."""
    body = msgspec.msgpack.encode(roster)
    return key.sign(_SIGNED + body) + body


def read_roster(packed: bytes, hub_key: bytes, hub: bytes, scope: bytes) -> Roster:
    """A roster of one's own centre, once the hub's signature holds.

    Raises:
        Rejected: BAD_SIGNATURE, WRONG_HUB, wrong_centre. Malformed: no roster.
    """
    signature, body = packed[:SIGNATURE_BYTES], packed[SIGNATURE_BYTES:]
    _verify(hub_key, signature, _SIGNED + body)
    try:
        roster = msgspec.msgpack.decode(body, type=Roster)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
    if roster.hub != hub:
        raise Rejected(Code.WRONG_HUB)
    if roster.scope != scope:
        raise Rejected("wrong_centre")
    return roster


def ask_roster(device: bytes, key: Ed25519PrivateKey, hub: bytes) -> bytes:
    """A laptop's question who belongs to its centre. The answer tells no secret."""
    return device + key.sign(_ASKED + hub + device)


def asker(question: bytes) -> bytes:
    """Who says to be asking; not believed yet.

    Raises:
        Malformed: no question.
    """
    if len(question) != DEVICE_BYTES + SIGNATURE_BYTES:
        raise Malformed(Code.BAD_MESSAGE, reason="length")
    return question[:DEVICE_BYTES]


def check_asker(question: bytes, public_key: bytes, hub: bytes) -> None:
    """Make sure that the asker holds the key.

    Raises:
        Rejected: BAD_SIGNATURE.
    """
    _verify(public_key, question[DEVICE_BYTES:], _ASKED + hub + question[:DEVICE_BYTES])


def _verify(public_key: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None
