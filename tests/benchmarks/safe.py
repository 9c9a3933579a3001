"""Figures of safety: what a passcode costs at sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.keys import KEY_FILE
from desktop.keys.cost import fitted
from desktop.keys.file import read_keys
from desktop.services.opening import open_centre
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms, seconds
from tests.benchmarks.safe_storage import storage_figures

_PASSCODE = "วัดผล1234"


def safe_figures(folder: Path, people: int) -> Iterator[Figure]:
    """Everything that keeps a centre safe, with `people` in it where their number matters."""
    yield from sign_in_figures(folder / "sign-in")
    yield from storage_figures(folder / "storage", people)


def sign_in_figures(folder: Path) -> Iterator[Figure]:
    """Signing in at the cost fitted to this machine, and the fitting itself."""
    yield Figure("fitting the cost of a passcode", seconds(fitted) * 1000, None, "ms")
    workspace = new_centre(folder)
    (user,) = read_keys(folder / KEY_FILE).users
    user_id = workspace.user.user_id
    workspace.close()
    keys = workspace.keys
    trying, worst = median_ms([lambda: keys.unlock(user_id, _PASSCODE)] * 7)
    cost = f"{user.cost.memory_kib // 1024} MiB, t={user.cost.passes}, p={user.cost.lanes}"
    yield Figure(
        "one passcode tried", trying, 1000, "ms", f"500 at least; {cost}; worst {worst:.0f}"
    )

    def sign_in() -> None:
        open_centre(folder, _PASSCODE, user_id=user_id).close()

    whole, worst = median_ms([sign_in] * 5)
    yield Figure("sign-in, the centre opened and closed", whole, 1300, "ms", f"worst {worst:.0f}")
