"""Messages as released programs sent them are read by this one."""

from __future__ import annotations

from sync.columns import unpack_changes
from sync.envelope import open_request, read_request, unpack_answer
from sync.protocol import SPOKEN
from tests.sync.make_frozen import DEVICE, FROZEN, HUB, KEY, answer, changes, request


def test_every_spoken_version_is_frozen() -> None:
    for version in SPOKEN:
        for kind in ("request", "answer"):
            assert (FROZEN / f"{kind}-{version}.bin").is_file()


def test_a_request_of_version_1() -> None:
    opened = open_request((FROZEN / "request-1.bin").read_bytes())
    assert (opened.device, opened.number) == (DEVICE, 9)
    read = read_request(opened, KEY.public_key().public_bytes_raw(), HUB)
    assert (read.epoch, read.wall_ms, read.cursor) == (1, request().wall_ms, bytes(24))
    assert (read.highest, read.answer_bytes, read.waiting) == ((0, 8, 0, 0), 4_096, 3)
    (batch,) = read.batches
    assert (batch.lane, batch.from_seq, batch.count) == (1, 7, 2)
    assert unpack_changes(batch.changes) == changes()


def test_an_answer_of_version_1() -> None:
    read = unpack_answer((FROZEN / "answer-1.bin").read_bytes())
    expected = answer()
    for name in ("hub_ms", "accepted", "cursor", "more", "reset", "restart", "receipt", "refused"):
        assert getattr(read, name) == getattr(expected, name), name
    assert unpack_changes(read.news) == changes()
