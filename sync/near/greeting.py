"""Two laptops of a centre find out that they are, and nobody else hears anything.

The visitor speaks first, and signs. Whom the office knows by its roster it answers, sealed. Whom it
does not know yet may have joined since: so the visitor sends its own newer roster along, which only
the laptops in it can open. A stranger's question is not answered, whatever is in it.

Question: device (8), signature (64), how many (2), so many sealed letter keys (80 each), then the
roster, sealed to the letter key. Answer: hub (16), device (8), roster, sealed to the visitor.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.envelope import SIGNATURE_BYTES
from sync.errors import Malformed, Rejected, SyncError
from sync.parcel import newest_roster
from sync.protocol import Code
from sync.roster import Member, Roster, read_roster
from sync.sealing import KEY_BYTES, public_sealing_key, seal, unseal
from sync.stamps import DEVICE_BYTES

_HUB_BYTES: Final = 16
_COUNT_BYTES: Final = 2
_SEALED_KEY_BYTES: Final = 2 * KEY_BYTES + 16
_HEAD_BYTES: Final = DEVICE_BYTES + SIGNATURE_BYTES + _COUNT_BYTES
# Trying to open so many takes a tenth of a second: the most that a stranger's question costs.
_MOST_LETTERS: Final = 300
_ASKED: Final = b"tambon-rianru near question\x00"
_LETTER: Final = b"tambon-rianru near letter\x00"
_ANSWERED: Final = b"tambon-rianru near answer\x00"


class Centre:
    """Whom a laptop believes: its own key, its hub's, and the roster it holds.

    Args:
        device: its id.
        key: its signing key.
        hub: the hub's id.
        scope: the centre as the hub knows it.
        hub_key: the hub's public key.
        packed: its roster as the hub signed it; b"" before the first.
    """

    def __init__(
        self,
        device: bytes,
        key: Ed25519PrivateKey,
        hub: bytes,
        scope: bytes,
        hub_key: bytes,
        packed: bytes,
    ) -> None:
        self.device, self.key = device, key
        self.hub, self.scope, self.hub_key = hub, scope, hub_key
        self.packed = packed

    def roster(self, packed: bytes) -> Roster:
        """Return a roster once the hub's signature holds; errors as `read_roster`."""
        return read_roster(packed, self.hub_key, self.hub, self.scope)


def ask_near(own: Centre) -> bytes:
    """What a visitor sends before anything else."""
    letter = Ed25519PrivateKey.generate()
    keys = [
        seal(letter.private_bytes_raw(), each.seal_key, _LETTER)
        for each in (own.roster(own.packed).members if own.packed else ())
        if each.device != own.device and not each.revoked and len(each.seal_key) == KEY_BYTES
    ][:_MOST_LETTERS]
    rest = len(keys).to_bytes(_COUNT_BYTES, "big") + b"".join(keys)
    rest += seal(own.packed, public_sealing_key(letter), _LETTER)
    return own.device + own.key.sign(_ASKED + own.hub + own.device + rest) + rest


def answer_near(question: bytes, own: Centre) -> bytes:
    """Who answers here, for a laptop of the centre alone.

    Raises:
        Rejected: UNKNOWN_DEVICE, REVOKED, BAD_SIGNATURE, no_sealing_key. Malformed: no question.
            None of them is told to whoever asked.
    """
    if len(question) < _HEAD_BYTES:
        raise Malformed(Code.BAD_MESSAGE, reason="length")
    packed = newest_roster((own.packed, _brought(question, own)), own.hub_key, own.hub, own.scope)
    if not packed:
        raise Rejected(Code.UNKNOWN_DEVICE)
    visitor = own.roster(packed).find(question[:DEVICE_BYTES])
    _check(question, visitor, own.hub)
    return seal(own.hub + own.device + packed, visitor.seal_key, _clear(question))


def read_near(answer: bytes, question: bytes, own: Centre) -> tuple[bytes, bytes]:
    """Who answers there, not yet proved, and the roster it holds.

    Raises:
        Rejected: WRONG_HUB.
    """
    try:
        told = unseal(answer, own.key, _clear(question))
    except Malformed:
        told = answer  # an office of an earlier version tells it openly
    if len(told) < _HUB_BYTES + DEVICE_BYTES or told[:_HUB_BYTES] != own.hub:
        raise Rejected(Code.WRONG_HUB)
    return told[_HUB_BYTES : _HUB_BYTES + DEVICE_BYTES], told[_HUB_BYTES + DEVICE_BYTES :]


def _brought(question: bytes, own: Centre) -> bytes:
    """The roster that the visitor sent along, if one of its letters is for this laptop."""
    count = int.from_bytes(question[_HEAD_BYTES - _COUNT_BYTES : _HEAD_BYTES], "big")
    end = _HEAD_BYTES + count * _SEALED_KEY_BYTES
    if count > _MOST_LETTERS or end > len(question):
        raise Malformed(Code.BAD_MESSAGE, reason="letters")
    for at in range(_HEAD_BYTES, end, _SEALED_KEY_BYTES):
        try:
            secret = unseal(question[at : at + _SEALED_KEY_BYTES], own.key, _LETTER)
            letter = Ed25519PrivateKey.from_private_bytes(secret)
            packed = unseal(question[end:], letter, _LETTER)
            own.roster(packed)
        except (SyncError, ValueError):
            continue
        return packed
    return b""


def _check(question: bytes, visitor: Member, hub: bytes) -> None:
    signature = question[DEVICE_BYTES : DEVICE_BYTES + SIGNATURE_BYTES]
    signed = _ASKED + hub + visitor.device + question[DEVICE_BYTES + SIGNATURE_BYTES :]
    try:
        Ed25519PublicKey.from_public_bytes(visitor.public_key).verify(signature, signed)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None


def _clear(question: bytes) -> bytes:
    return _ANSWERED + hashlib.sha256(question).digest()
