"""Each disk operation fails in turn, or the disk is full at some byte: it is said, harms nothing.

Five of each act, and twelve offsets; `STORAGE_TEST_FAULTS=all` for each operation (or a number of
them), `STORAGE_TEST_FULL=200` for the offsets.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.faults.storage.acts import ACTS
from tests.faults.storage.runner import Runner
from tests.faults.storage.trials import Trial

_FAULTS = os.environ.get("STORAGE_TEST_FAULTS", "5")
# "3/20": of these operations the fourth, the twenty-fourth and so on.
_PART, _PARTS = map(int, os.environ.get("STORAGE_TEST_SLICE", "0/1").split("/"))
_FULL = int(os.environ.get("STORAGE_TEST_FULL", "12"))
_SEED = int(os.environ.get("STORAGE_TEST_SEED", "1"))
_GROWTH = {"save": 450_000, "import": 500_000, "backup": 3_500_000, "restore": 2_500_000}


@pytest.mark.parametrize("act", sorted(ACTS))
def test_what_the_disk_refuses_is_said_and_harms_nothing(
    runner: Runner, tmp_path: Path, act: str
) -> None:
    trial = Trial(runner, act, tmp_path)
    random = Random(_SEED)
    number = trial.operations if _FAULTS == "all" else min(int(_FAULTS), trial.operations)
    places = sorted(random.sample(range(1, trial.operations + 1), number))
    wrong = []
    for each, at in list(enumerate(places))[_PART::_PARTS]:
        error = ("EIO", "ENOSPC")[each % 2]
        wrong += trial.fault(at, error, lasting=each % 3 == 0)

    assert wrong == []
    # Nearly every fault met an operation: some lie behind what a refusal has cut short.
    assert sum(trial.fired.values()) >= len(places[_PART::_PARTS]) * 0.5


@pytest.mark.parametrize("act", sorted(_GROWTH))
def test_a_disk_full_at_any_byte_is_said_and_harms_nothing(
    runner: Runner, tmp_path: Path, act: str
) -> None:
    trial = Trial(runner, act, tmp_path)
    random = Random(_SEED)
    wrong = []
    for each in range(_FULL // len(_GROWTH)):
        # The first finds the disk full to the last byte.
        wrong += trial.full(random.randrange(_GROWTH[act]) if each else 0)

    assert wrong == []
    assert trial.fired
