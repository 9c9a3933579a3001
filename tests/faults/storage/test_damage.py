"""Flipped bits in the database, and WALs that are lost, torn or of another time: all are reported.

Twenty-five bits and eight WALs; `STORAGE_TEST_FLIPS=500` and `STORAGE_TEST_WALS=100` for the long
form.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.faults.storage.damage import STORIES
from tests.faults.storage.runner import Runner

_FLIPS = int(os.environ.get("STORAGE_TEST_FLIPS", "25"))
_WALS = int(os.environ.get("STORAGE_TEST_WALS", "8"))
_SEED = int(os.environ.get("STORAGE_TEST_SEED", "1"))


def test_every_flipped_bit_is_reported(runner: Runner, tmp_path: Path) -> None:
    found = runner.value("flips", str(tmp_path / "x"), _FLIPS, _SEED)

    assert len(found) == _FLIPS
    assert [place for place, reported, _ in found if not reported] == []


def test_every_lost_or_torn_wal_is_reported(runner: Runner, tmp_path: Path) -> None:
    whole = runner.value("wal_stories", str(tmp_path / "x"))

    found = runner.value("wals", str(tmp_path / "x"), _WALS, _SEED)

    assert {story for story, *_ in found} == set(STORIES)
    # What was cut off or torn behind the newest words has taken nothing.
    assert [each for each in found if not each[1] and each[2] != whole] == []
    assert sum(1 for each in found if each[1]) >= _WALS * 0.8
    # And where it opens it can be worked with.
    assert [each for each in found if each[3]] == []


def test_an_old_copy_of_the_folder_is_noticed(runner: Runner, tmp_path: Path) -> None:
    runner.value("wal_stories", str(tmp_path / "x"))

    assert runner.value("old_folder", str(tmp_path / "x")) == ["old_copy"]
