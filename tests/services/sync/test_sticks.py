"""A file between laptops and province: named by itself, known by itself, refused in its words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import StorageError, UserError
from desktop.services.learners.service import LearnerService
from desktop.services.sync.sticks import StickService
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _sticks(laptop: Laptop) -> StickService:
    return StickService(laptop.workspace, laptop.carrying)


def test_out_to_the_province_and_its_receipt_in(province: Province, stick: Path) -> None:
    laptop = province.join()
    add_learner(laptop.workspace)
    waiting = laptop.sync.status().waiting
    sticks = _sticks(laptop)

    first, second = sticks.write(stick), sticks.write(stick)

    assert first.path.name.startswith(f"{laptop.sync.status().letters}-province-2026")
    assert first.path != second.path
    assert first.changes == second.changes == waiting
    receipt, _answer = province.hub.accept_bundle(first.path.read_bytes())
    (stick / "receipt.bundle").write_bytes(receipt)
    assert sticks.found(stick) == [stick / "receipt.bundle"]
    taken = sticks.take(stick / "receipt.bundle")
    assert (taken.kind, taken.sent, taken.waiting, taken.known) == ("receipt", waiting, 0, False)
    assert sticks.take(stick / "receipt.bundle").known


def test_from_laptop_to_laptop(province: Province, stick: Path) -> None:
    village, office = province.join(), province.join()
    learner = add_learner(village.workspace)
    letters = office.sync.status().letters
    village.carrying.find(office.id)

    written = _sticks(village).write(stick, office.id)

    assert f"-{letters}-" in written.path.name
    assert _sticks(office).found(stick) == [written.path]
    taken = _sticks(office).take(written.path)
    assert (taken.kind, taken.sender) == ("parcel", village.sync.status().letters)
    assert taken.received
    assert not taken.known
    assert LearnerService(office.workspace).get(learner)
    assert _sticks(office).take(written.path).known


def test_each_wrong_file_is_refused_in_its_own_words(
    province: Province, stick: Path, tmp_path: Path
) -> None:
    laptop, neighbour = province.join(), province.join()
    other = Province(tmp_path / "elsewhere")
    foreign = other.join()
    try:
        add_learner(laptop.workspace)
        laptop.carrying.find(neighbour.id)
        sticks = _sticks(laptop)
        out = sticks.write(stick).path
        parcel = sticks.write(stick, neighbour.id).path
        receipt, _answer = province.hub.accept_bundle(out.read_bytes())
        theirs, _answer = other.hub.accept_bundle(_sticks(foreign).write(stick).path.read_bytes())
        flipped = bytearray(receipt)
        flipped[-1] ^= 1
        files = {
            "stick_not_ours": b"PK\x03\x04 a workbook",
            "stick_for_hub": out.read_bytes(),
            "stick_other_laptop": parcel.read_bytes(),
            "stick_damaged": bytes(flipped),
            "stick_wrong_hub": theirs,
            "stick_newer": receipt[:7] + b"\x09" + receipt[8:],
        }
        waiting = laptop.sync.status().waiting
        for code, content in files.items():
            (stick / code).write_bytes(content)
            with pytest.raises(UserError, match=code):
                sticks.take(stick / code)
        for cut in (0, 9, 40, len(receipt) // 2, len(receipt) - 1):
            (stick / "cut").write_bytes(receipt[:cut])
            with pytest.raises(UserError, match=r"stick_(not_ours|damaged)"):
                sticks.take(stick / "cut")
        with pytest.raises(UserError, match="file_missing"):
            sticks.take(stick / "gone")
        assert laptop.sync.status().waiting == waiting
    finally:
        other.close()


def test_a_shut_out_laptops_file_is_refused(province: Province, stick: Path) -> None:
    office, village = province.join(), province.join()
    village.carrying.find(office.id)
    add_learner(village.workspace)
    file = _sticks(village).write(stick, office.id).path
    province.hub.revoke(bytes.fromhex(village.id))
    province.clock.now_ms += 25 * 60 * 60 * 1000
    office.sync.sync_now()

    with pytest.raises(UserError, match="stick_from_revoked"):
        _sticks(office).take(file)


def test_a_stick_pulled_out_midway_loses_nothing(
    province: Province, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = province.join()
    add_learner(laptop.workspace)
    waiting = laptop.sync.status().waiting
    sticks = _sticks(laptop)

    def pulled(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", pulled)
        with pytest.raises(StorageError, match="cannot_write"):
            sticks.write(stick)

    assert list(stick.iterdir()) == []
    assert laptop.sync.status().waiting == waiting
    assert sticks.write(stick).changes == waiting
    with pytest.raises(UserError, match="folder_missing"):
        sticks.write(stick / "not there")
    assert sticks.found(stick / "not there") == []
