"""Photos and documents: whole or not at all, once, and never before the text."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.attachments import MAX_ATTACHMENT_BYTES, PIECE, join, missing, split
from sync.errors import Malformed, Offline
from tests.sync.world import Fault, World


@given(st.binary(min_size=1, max_size=200), st.integers(1, 50))
def test_pieces_in_any_order_make_the_whole(content: bytes, size: int) -> None:
    pieces = [fields for _record, fields in split(content, size)]
    shuffled = pieces[::-1] + pieces[:2]
    assert join(sha256(content).digest(), shuffled) == content


def test_the_same_content_makes_the_same_records() -> None:
    assert list(split(b"photo" * 3_000)) == list(split(b"photo" * 3_000))


def test_missing_pieces_are_known() -> None:
    content = b"photo" * 3_000
    pieces = list(split(content))
    whole = sha256(content).digest()
    assert missing(whole, len(pieces), [record for record, _fields in pieces[1:]]) == [0]
    with pytest.raises(Malformed, match="incomplete_attachment"):
        join(whole, [fields for _record, fields in pieces[1:]])


def test_a_damaged_piece_is_noticed() -> None:
    content = b"photo" * 3_000
    pieces = [dict(fields) for _record, fields in split(content)]
    pieces[0]["bytes"] = b"other" + pieces[0]["bytes"][5:]
    with pytest.raises(Malformed, match="damaged_attachment"):
        join(sha256(content).digest(), pieces)


@pytest.mark.parametrize("size", [0, MAX_ATTACHMENT_BYTES + 1])
def test_what_is_no_attachment(size: int) -> None:
    with pytest.raises(Malformed):
        list(split(bytes(size)))


def test_a_photo_arrives_whole_after_many_cuts(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    photo = world.random.randbytes(60_000)
    for record, fields in split(photo):
        first.store.edit(record, PIECE, fields)
    first.sync(*[Fault.LOST_ANSWER, Fault.NONE, Fault.LOST_REQUEST] * 5)
    second.sync(*[Fault.LOST_ANSWER, Fault.NONE, Fault.LOST_REQUEST] * 5)
    pieces = [second.store.values(record) for record in second.store.states]
    assert join(sha256(photo).digest(), pieces) == photo


def test_news_in_words_comes_before_photos_that_were_sent_earlier(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    for record, fields in split(world.random.randbytes(200_000)):
        first.store.edit(record, PIECE, fields)
    first.sync()
    learner = world.record_id()
    first.store.edit(learner, "learner", {"given": "มะลิ"})
    first.sync()
    with pytest.raises(Offline):
        second.sync(Fault.NONE, *[Fault.LOST_REQUEST] * 9)
    assert learner in second.store.states
    assert len(second.store.states) < 20
    second.sync()
    assert second.store.states == first.store.states
