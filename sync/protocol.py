"""Messages, versions, error codes and limits of the sync protocol; both ends import it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

import msgspec

from sync.errors import Malformed
from sync.policy import ERASED

# None, bool, int, float, str, bytes, list and dict (text keys) of these.
Value: TypeAlias = Any

PROTOCOL: Final = 1
# The versions this program speaks: its own and, later, the two before it.
SPOKEN: Final = frozenset({1})

RECORD_BYTES: Final = 16
MAX_REQUEST_BYTES: Final = 2 << 20
MAX_ANSWER_BYTES: Final = 4 << 20
MAX_PLAIN_BYTES: Final = 32 << 20
# Of a whole message, in whatever parts it comes (`Room`).
MAX_CHANGES: Final = 20_000
MAX_CELLS: Final = 500_000  # changes times their fields
MAX_WEIGHT: Final = 16 << 20  # bytes of all values, each written out
MAX_BATCHES: Final = 16
MAX_REQUEST_PLAIN: Final = 4 << 20  # a request unpacked, its changes still in columns
MAX_CONTAINERS: Final = 1_000_000
MAX_CURSOR: Final = 64
MAX_FIELDS: Final = 500
MAX_NAME: Final = 64
MAX_DEPTH: Final = 16
MAX_BASES: Final = 1_000
MAX_CHANGE_BYTES: Final = 512 << 10
# Writes that one record takes in all its life: no people at their keyboards come near it, and
# merging that many costs another laptop less than a second. To end a record there is room still.
MAX_WRITES: Final = 1_500


class Code:
    """Stable codes of refusals, in answers and in `sync.errors`."""

    ADOPTED_ELSEWHERE: Final = "adopted_elsewhere"
    BAD_CODE: Final = "bad_code"
    BAD_MESSAGE: Final = "bad_message"
    BAD_SIGNATURE: Final = "bad_signature"
    BUSY: Final = "busy"
    DEVICE_TAKEN: Final = "device_taken"
    HUB_FAILED: Final = "hub_failed"
    INCOMPATIBLE: Final = "incompatible"
    KIND_CHANGED: Final = "kind_changed"
    REPLAYED: Final = "replayed"
    REVOKED: Final = "revoked"
    TOO_LARGE: Final = "too_large"
    TOO_MUCH: Final = "too_much"
    TOO_MANY_WRITES: Final = "too_many_writes"
    TOO_MANY_TRIES: Final = "too_many_tries"
    UNKNOWN_DEVICE: Final = "unknown_device"
    WRONG_HUB: Final = "wrong_hub"


class FieldWrite(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One field as a change leaves it.

    `bases` are the stamps of the versions its editor saw and replaced: empty when the field was
    written for the first time, one for an ordinary edit, several for a decision.
    """

    value: Value
    bases: tuple[bytes, ...] = ()


class Change(msgspec.Struct, frozen=True, gc=False):
    """What one device did to one record at one moment; never altered once it is made."""

    record: bytes  # 16 bytes
    kind: str
    fields: dict[str, FieldWrite]
    device: bytes  # 8 bytes
    epoch: int  # the device's sequences begin anew with each epoch, at first 1
    lane: int  # sync.policy.Lane; each lane of an epoch has its own sequence
    seq: int  # gapless within (device, epoch, lane), from 1
    stamp: bytes  # 16 bytes, shared by all its fields; of another device when offered again
    wall_ms: int  # the device's own clock, uncorrected
    offset_ms: int | None  # hub time minus that clock, as last known; None: never known
    author: bytes  # 16 bytes, the user; empty for the machine
    doubtful: bool = False  # the hub does not believe its time


class Refusal(msgspec.Struct, frozen=True, array_like=True):
    """A change the hub set aside, so that the ones behind it can pass."""

    lane: int
    seq: int
    code: str


class LaneBatch(msgspec.Struct, frozen=True, array_like=True):
    """Own changes of one lane without a gap; `changes` is their columnar form (`sync.columns`)."""

    lane: int
    from_seq: int
    count: int
    changes: bytes


class SyncRequest(msgspec.Struct, frozen=True, array_like=True):
    """One turn, from the laptop: what I have read, what I have made, and my next changes."""

    epoch: int
    wall_ms: int  # the sender's clock now, uncorrected
    cursor: bytes  # of the hub's making; empty: everything, please
    highest: tuple[int, ...]  # highest own seq of each lane, in lane order
    batches: tuple[LaneBatch, ...] = ()
    answer_bytes: int = 16_384  # about how much news to send back, compressed; 0: none
    waiting: int = 0  # own changes that stay behind after these, for the staff's page


class SyncAnswer(msgspec.Struct, frozen=True, array_like=True):
    """One turn, from the hub: what is safe here, and what is new for you."""

    hub_ms: int
    accepted: tuple[int, ...]  # highest seq of each lane held without a gap, in lane order
    cursor: bytes
    news: bytes = b""  # columnar form; of own changes only those whose time is doubted
    more: bool = False  # there is more news now
    reset: bool = False  # the cursor was not of this store: news begins from the start
    restart: int = 0  # not 0: your sequences are not ours; go on in this epoch
    receipt: str = ""
    refused: tuple[Refusal, ...] = ()
    ahead: int = 0  # about how many changes are still to come; a guess, for a person to see


class EnrolRequest(msgspec.Struct, frozen=True):
    """A laptop asks to join a centre with a one-time code; signed with the key it brings."""

    code: str
    device: bytes
    public_key: bytes  # Ed25519, 32 raw bytes
    name: str
    letters: str  # two letters for local codes, as proposed
    centre: bytes  # the centre record it has made itself; empty: none yet
    seal_key: bytes = b""  # `sync.sealing.public_sealing_key`, for receipts in files
    protocol: int = PROTOCOL
    sealed_code: bytes = b""  # the code as only the hub reads it; `code` is empty then
    nonce: bytes = b""  # makes the answer the answer to this request


class EnrolAnswer(msgspec.Struct, frozen=True):
    """The laptop belongs to the centre from now on."""

    hub: bytes  # 16 bytes, the hub's id
    hub_key: bytes  # Ed25519, 32 raw bytes
    scope: bytes  # 16 bytes, the centre as the hub knows it
    centre: bytes  # the centre's own record; empty: none has arrived yet
    centre_name: str
    tambon: str
    letters: str  # as granted, unique within the centre
    hub_ms: int
    hub_seal_key: bytes = b""  # for bundles to this hub
    proof: bytes = b""  # the hub's signature over all this and the request (`sync.identity`)


def believed(changes: Iterable[Change]) -> list[Change]:
    """Changes as their authors made them, without what a hub said of their time."""
    return [
        msgspec.structs.replace(each, doubtful=False) if each.doubtful else each for each in changes
    ]


class Room:
    """What one message may still unfold to. A few bytes can say much: it counts before it unfolds.

    Attributes:
        changes: how many more.
    """

    def __init__(
        self, changes: int = MAX_CHANGES, cells: int = MAX_CELLS, weight: int = MAX_WEIGHT
    ) -> None:
        self.changes = changes
        self._cells = cells
        self._weight = weight

    def take(self, changes: int = 0, cells: int = 0, weight: int = 0) -> None:
        """Use some of it.

        Raises:
            Malformed: TOO_LARGE, when there is not so much.
        """
        if not self.fits(changes, cells, weight):
            raise Malformed(Code.TOO_LARGE, changes=changes, cells=cells, bytes=weight)
        self.changes -= changes
        self._cells -= cells
        self._weight -= weight

    def fits(self, changes: int = 0, cells: int = 0, weight: int = 0) -> bool:
        """Whether there is so much."""
        return changes <= self.changes and cells <= self._cells and weight <= self._weight

    def filled(self, changes: Sequence[Change]) -> Sequence[Change]:
        """As many of the changes as there is room for, from the first; the room is used."""
        for place, change in enumerate(changes):
            cells = len(change.fields)
            if not self.fits(1, cells):
                return changes[:place]
            self.take(1, cells)
        return changes


def blank_fields(fields: dict[str, FieldWrite]) -> dict[str, FieldWrite]:
    """The fields of a change to an erased record: what they replaced stays, their content goes."""
    return {
        name: write if name == ERASED else FieldWrite(None, write.bases)
        for name, write in fields.items()
    }


def without_values(change: Change) -> Change:
    """A change to an erased record, as it may be kept."""
    return msgspec.structs.replace(change, fields=blank_fields(change.fields))
