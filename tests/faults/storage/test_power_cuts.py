"""The power goes at random moments of three lives, and the disk keeps what it likes of the rest.

Sixty cuts; `STORAGE_TEST_CUTS=1000` for the long form.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.faults.storage.cuts import SYNCS
from tests.faults.storage.power import PowerModel
from tests.faults.storage.runner import Runner

_CUTS = int(os.environ.get("STORAGE_TEST_CUTS", "60"))
_SEED = int(os.environ.get("STORAGE_TEST_SEED", "1"))
# The program's whole check takes longest; what is held is compared row by row each time.
_EVERY = 5


@pytest.mark.parametrize(
    ("life", "share"), [("everyday", 0.6), ("migration", 0.2), ("restoring", 0.2)]
)
def test_after_a_power_cut_all_that_was_told_is_there(
    runner: Runner, tmp_path: Path, life: str, share: float
) -> None:
    number = round(_CUTS * share)

    steps, wrong = runner.value("power_cuts", life, str(tmp_path / "x"), number, _SEED, _EVERY)

    assert steps > 100
    assert wrong == []


def test_a_program_that_does_not_sync_is_caught(runner: Runner, tmp_path: Path) -> None:
    noticed = runner.value("careless_cuts", "everyday", str(tmp_path / "x"), 12, _SEED)

    assert set(noticed) == set(SYNCS)
    assert all(noticed.values()), noticed


def _after(steps: list[tuple[object, ...]]) -> set[tuple[tuple[str, bytes], ...]]:
    """Everything that a disk may hold after these steps."""
    model = PowerModel(Path("/disk"))
    for step in steps:
        model.take(step)
    random = Random(1)
    return {tuple(sorted(model.after_cut(random).items())) for _ in range(300)}


def test_what_is_not_synced_may_be_lost_or_torn() -> None:
    found = _after(
        [("open", 1, "/disk/a", True), ("sync folder", "/disk"), ("write", 1, 0, b"x" * 1024)]
    )

    assert (("/disk/a", b""),) in found
    assert (("/disk/a", b"x" * 1024),) in found
    assert (("/disk/a", b"x" * 512),) in found
    assert (("/disk/a", bytes(512) + b"x" * 512),) in found


def test_what_is_synced_stays_but_its_name_only_with_its_folder() -> None:
    written = [("open", 1, "/disk/a", True), ("write", 1, 0, b"x"), ("sync", 1)]

    assert _after(written) == {(), (("/disk/a", b"x"),)}
    assert _after([*written, ("sync folder", "/disk")]) == {(("/disk/a", b"x"),)}


def test_a_rename_is_done_or_not() -> None:
    steps = [
        ("open", 1, "/disk/a", True), ("write", 1, 0, b"new"), ("sync", 1),
        ("open", 2, "/disk/b", True), ("write", 2, 0, b"old"), ("sync", 2),
        ("sync folder", "/disk"), ("rename", "/disk/a", "/disk/b"),
    ]  # fmt: skip

    assert _after(steps) == {
        (("/disk/a", b"new"), ("/disk/b", b"old")),
        (("/disk/b", b"new"),),
    }
