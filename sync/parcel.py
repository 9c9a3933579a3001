"""From laptop to laptop of one centre: requests as their authors signed them, sealed to the reader.

File: magic (8 bytes), what it is (1), hub (16), sender (8), reader (8), then sealed content. The
same bytes go on a stick and over the near link. The requests are those that go to the hub, so
whoever holds one can pass it on there, unaltered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.columns import pack_changes, unpack_changes
from sync.envelope import SIGNATURE_BYTES, open_request, read_request, seal_request
from sync.errors import Incompatible, Malformed, Rejected
from sync.ports import LANES, LocalStore
from sync.protocol import MAX_CHANGES, Change, Code, LaneBatch, SyncRequest, believed
from sync.roster import Roster, read_roster
from sync.sealing import seal, unseal
from sync.stamps import DEVICE_BYTES

_MAGIC: Final = b"TAMBONS\x01"
_PARCEL: Final = 3
_HUB_BYTES: Final = 16
_HEAD_BYTES: Final = len(_MAGIC) + 1 + _HUB_BYTES + 2 * DEVICE_BYTES
_SIGNED: Final = b"tambon-rianru parcel\x00"
NEWS_BYTES: Final = 1 << 20

Place = tuple[bytes, int, int]  # device, epoch, lane


class Parcel(msgspec.Struct, frozen=True, array_like=True):
    """What one laptop gives another."""

    roster: bytes = b""  # `sync.roster.sign_roster`, the newest the sender has
    requests: tuple[bytes, ...] = ()  # of the sender and of others, as `seal_request` made them
    receipts: tuple[bytes, ...] = ()  # receipt files of the hub for the reader
    # How far the sender has the changes of each laptop: device, epoch, lane, highest seq.
    have: tuple[tuple[bytes, int, int, int], ...] = ()


class Opened(msgspec.Struct, frozen=True):
    """A parcel whose sender is known and whose signature holds."""

    sender: bytes
    parcel: Parcel
    roster: Roster
    packed_roster: bytes


class Carried(msgspec.Struct, frozen=True):
    """One request of one author, read: its changes have gapless numbers in one lane."""

    device: bytes
    epoch: int
    sealed: bytes
    changes: tuple[Change, ...]  # none: it asks the hub for news


def own_requests(
    store: LocalStore,
    key: Ed25519PrivateKey,
    wall_ms: int,
    have: Mapping[Place, int],
    request_bytes: int,
    most_bytes: int,
    most_changes: int = MAX_CHANGES,
) -> tuple[list[bytes], int]:
    """What waits here and the reader has not, as signed requests, and how many changes that is.

    About `most_bytes` and `most_changes` in all, most urgent first.

    The last one asks the hub for its news, by whoever passes it on.
    """
    own = store.identity()
    link = store.link()
    highest = store.highest()
    at = list(store.acknowledged())
    made = []
    count = 0
    room = most_bytes
    for lane in LANES:
        at[lane] = max(at[lane], min(have.get((own.device, own.epoch, lane), 0), highest[lane]))
        while at[lane] < highest[lane] and room > 0 and count < most_changes:
            changes = store.pending(lane, at[lane], request_bytes)
            packed = pack_changes(changes)
            batch = LaneBatch(int(lane), changes[0].seq, len(changes), packed)
            made.append(SyncRequest(own.epoch, wall_ms, link.cursor, highest, (batch,), 0))
            at[lane] = changes[-1].seq
            room -= len(packed)
            count += len(changes)
    made.append(SyncRequest(own.epoch, wall_ms, link.cursor, highest, (), NEWS_BYTES))
    return [seal_request(each, 0, own.device, key, own.hub) for each in made], count


def seal_parcel(
    parcel: Parcel,
    key: Ed25519PrivateKey,
    hub: bytes,
    sender: bytes,
    reader: bytes,
    reader_seal_key: bytes,
) -> bytes:
    """The bytes of a parcel, signed by its sender, for one reader."""
    head = _MAGIC + bytes([_PARCEL]) + hub + sender + reader
    plain = msgspec.msgpack.encode(parcel)
    return head + seal(key.sign(_SIGNED + head + plain) + plain, reader_seal_key, head)


def is_parcel(content: bytes) -> bool:
    """Whether a file says that it is a parcel of any version."""
    return content[:7] == _MAGIC[:7] and content[8:9] == bytes([_PARCEL])


def open_parcel(
    content: bytes,
    key: Ed25519PrivateKey,
    reader: bytes,
    hub: bytes,
    scope: bytes,
    hub_key: bytes,
    known: bytes,
) -> Opened:
    """Take a parcel apart; `known` is the packed roster the reader has, b"" if none.

    Raises:
        Rejected: WRONG_HUB, wrong_device, UNKNOWN_DEVICE, REVOKED, BAD_SIGNATURE, wrong_centre.
        Malformed, Incompatible: damaged, no parcel, a newer form.
    """
    head = content[:_HEAD_BYTES]
    if len(head) < _HEAD_BYTES or head[:7] != _MAGIC[:7]:
        raise Malformed("not_a_bundle")
    if head[7] != _MAGIC[7]:
        raise Incompatible(Code.INCOMPATIBLE, theirs=head[7], ours=[_MAGIC[7]])
    if head[8] != _PARCEL:
        raise Malformed("other_bundle")
    if head[9 : 9 + _HUB_BYTES] != hub:
        raise Rejected(Code.WRONG_HUB)
    sender = head[9 + _HUB_BYTES : -DEVICE_BYTES]
    if head[-DEVICE_BYTES:] != reader:
        raise Rejected("wrong_device")
    plain = unseal(content[_HEAD_BYTES:], key, head)
    signature, plain = plain[:SIGNATURE_BYTES], plain[SIGNATURE_BYTES:]
    try:
        parcel = msgspec.msgpack.decode(plain, type=Parcel)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
    packed = newest_roster((known, parcel.roster), hub_key, hub, scope)
    roster = read_roster(packed, hub_key, hub, scope)
    member = roster.find(sender)
    try:
        public = Ed25519PublicKey.from_public_bytes(member.public_key)
        public.verify(signature, _SIGNED + head + plain)
    except (InvalidSignature, ValueError):
        raise Rejected(Code.BAD_SIGNATURE) from None
    return Opened(sender, parcel, roster, packed)


def newest_roster(offered: Sequence[bytes], hub_key: bytes, hub: bytes, scope: bytes) -> bytes:
    """The roster issued last of those that are given; b"" if none is.

    Raises:
        Rejected, Malformed: one of them is not the hub's, or of another centre.
    """
    read = [(read_roster(each, hub_key, hub, scope).issued_ms, each) for each in offered if each]
    return max(read)[1] if read else b""


def read_carried(sealed: bytes, roster: Roster) -> Carried:
    """A request out of a parcel, once its author's signature holds.

    Raises:
        Rejected: UNKNOWN_DEVICE, REVOKED, BAD_SIGNATURE. Malformed, Incompatible: unreadable.
    """
    arrived = open_request(sealed)
    request = read_request(arrived, roster.find(arrived.device).public_key, roster.hub)
    if arrived.number:
        # Those of an ordinary turn are the business of that laptop and the hub alone.
        raise Malformed(Code.BAD_MESSAGE, reason="number")
    if len(request.batches) > 1:
        raise Malformed(Code.BAD_MESSAGE, reason="batches")
    changes: list[Change] = []
    for batch in request.batches:
        changes += unpack_changes(batch.changes)
        if not changes or len(changes) != batch.count or batch.from_seq < 1:
            raise Malformed(Code.BAD_MESSAGE, reason="count")
        for place, each in enumerate(changes):
            if (each.device, each.epoch, each.lane, each.seq) != (
                arrived.device,
                request.epoch,
                batch.lane,
                batch.from_seq + place,
            ):
                raise Malformed(Code.BAD_MESSAGE, reason="sequence")
    # Its author may know of a doubt; a reader hears of it from the hub, in the hub's order.
    return Carried(arrived.device, request.epoch, sealed, tuple(believed(changes)))
