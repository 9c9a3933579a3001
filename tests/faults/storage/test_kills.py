"""Killed at random operations of the disk, while it does each kind of work.

Six kills each; `STORAGE_TEST_KILLS=250` for the long form.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.faults.storage.acts import ACTS
from tests.faults.storage.runner import Runner
from tests.faults.storage.trials import Trial

_KILLS = int(os.environ.get("STORAGE_TEST_KILLS", "6"))
_SEED = int(os.environ.get("STORAGE_TEST_SEED", "1"))
_EVERY = 5


@pytest.mark.parametrize("act", sorted(ACTS))
def test_after_a_kill_each_action_is_whole_or_was_never_begun(
    runner: Runner, tmp_path: Path, act: str
) -> None:
    trial = Trial(runner, act, tmp_path)

    assert trial.kills(_KILLS, Random(_SEED), _EVERY) == []
