"""When a backup is due while the program is in use: a pure rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MINUTE_MS: Final = 60_000
MANY_WRITES: Final = 300
_SOONEST_MS: Final = 10 * MINUTE_MS
_HOUR_MS: Final = 60 * MINUTE_MS
_DAY_MS: Final = 24 * _HOUR_MS

SIGN_IN: Final = "sign_in"
WORKING: Final = "working"
CLOSING: Final = "closing"
IMPORT: Final = "import"


@dataclass(frozen=True)
class Standing:
    """What is known when it is asked.

    Attributes:
        writes: how many writes were stored since the newest good backup; None without one.
        age_ms: how old that backup is by the laptop's clock; negative where the clock was put
            back, which counts as old.
    """

    writes: int | None
    age_ms: int | None


def due(moment: str, standing: Standing) -> bool:
    """Tell whether a backup should be made at `moment`: SIGN_IN, WORKING, CLOSING or IMPORT.

    Nothing new, nothing due. At sign-in a day is old; while working an hour, or many writes
    after ten minutes; at closing ten minutes; before a large import whatever is new.
    """
    if standing.writes is None or standing.age_ms is None:
        return True
    if standing.writes == 0:
        return False
    age = standing.age_ms
    if age < 0 or moment == IMPORT:
        return True
    if moment == SIGN_IN:
        return age >= _DAY_MS
    if moment == CLOSING:
        return age >= _SOONEST_MS
    return age >= _HOUR_MS or (standing.writes >= MANY_WRITES and age >= _SOONEST_MS)
