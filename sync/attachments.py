"""Photos and documents as records: pieces named by content, sent last, resumable like all else.

A piece is a record of kind `attachment_piece`. Its id comes from the hash of the whole and its
place, so the same photo taken up on two laptops makes the same records, and what is there already
is not made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b, sha256
from typing import Final

from sync.errors import Malformed
from sync.protocol import Code, Value

PIECE: Final = "attachment_piece"
# Small enough to pass between two cuts of a bad link; a piece is never split further.
PIECE_BYTES: Final = 4 << 10
MAX_ATTACHMENT_BYTES: Final = 20 << 20


def split(
    content: bytes, piece_bytes: int = PIECE_BYTES
) -> Iterator[tuple[bytes, dict[str, Value]]]:
    """The records that carry a file: id and fields of each piece.

    Raises:
        Malformed: TOO_LARGE, or empty.
    """
    if not 0 < len(content) <= MAX_ATTACHMENT_BYTES:
        raise Malformed(Code.TOO_LARGE, bytes=len(content))
    whole = sha256(content).digest()
    count = -(-len(content) // piece_bytes)
    for place in range(count):
        piece = content[place * piece_bytes : (place + 1) * piece_bytes]
        fields = {"sha256": whole, "place": place, "count": count, "bytes": piece}
        yield piece_id(whole, place, count), fields


def piece_id(whole: bytes, place: int, count: int) -> bytes:
    """The record id of one piece of a file with this SHA-256, cut into so many."""
    text = whole + place.to_bytes(4, "big") + count.to_bytes(4, "big")
    return blake2b(text, digest_size=16, person=b"tambon piece").digest()


def missing(whole: bytes, count: int, known: Iterable[bytes]) -> list[int]:
    """The places of the pieces that have not arrived, given the record ids that have."""
    here = set(known)
    return [place for place in range(count) if piece_id(whole, place, count) not in here]


def join(whole: bytes, pieces: Iterable[Mapping[str, Value]]) -> bytes:
    """The file out of its pieces, in any order, repeated or not.

    Raises:
        Malformed: incomplete_attachment while pieces are missing; damaged_attachment when what
            they make is not what the hash says.
    """
    by_place = {}
    count = 0
    for fields in pieces:
        place, total, piece = fields.get("place"), fields.get("count"), fields.get("bytes")
        if fields.get("sha256") != whole or not isinstance(piece, bytes):
            raise Malformed("damaged_attachment")
        if not isinstance(place, int) or not isinstance(total, int):
            raise Malformed("damaged_attachment")
        by_place[place] = piece
        count = total
    if not count or set(by_place) != set(range(count)):
        raise Malformed("incomplete_attachment", missing=max(count - len(by_place), 1))
    content = b"".join(by_place[place] for place in range(count))
    if sha256(content).digest() != whole:
        raise Malformed("damaged_attachment")
    return content
