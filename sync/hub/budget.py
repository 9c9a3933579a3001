"""How much a laptop may ask of the hub in an hour, kept in its own row.

Work is counted in changes, and runs off evenly: what a centre of 20,000 learners has made in years
goes through at once, and one laptop cannot fill the disk of a province.
"""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.errors import Rejected
from sync.hub.tables import device
from sync.protocol import Code

MOST_WORK: Final = 2_000_000
"""What a laptop may bring at once."""

WORK_AN_HOUR: Final = 200_000
"""What runs off in an hour, and so may follow."""

_HOUR_MS: Final = 3_600_000
_MS_A_PIECE: Final = _HOUR_MS // WORK_AN_HOUR

_PASSED: Final = sa.bindparam("now_ms", type_=sa.BigInteger) - device.c.worked_ms
_RUN_OFF: Final = sa.case((_PASSED > 0, _PASSED // _MS_A_PIECE), else_=0)
_LEFT: Final = sa.case((device.c.worked > _RUN_OFF, device.c.worked - _RUN_OFF), else_=0)
_AFTER: Final = _LEFT + sa.bindparam("work", type_=sa.BigInteger)

WITHIN: Final = sa.bindparam("most_work", type_=sa.BigInteger) >= _AFTER
"""The condition under which a device may do more; with `values_of` and `SPENT`."""

SPENT: Final[dict[str, Any]] = {"worked": _AFTER, "worked_ms": sa.bindparam("now_ms")}
"""What its row keeps then."""


def values_of(work: int, now_ms: int) -> dict[str, int]:
    """What a statement with `WITHIN` and `SPENT` is given."""
    return {"work": work, "now_ms": now_ms, "most_work": MOST_WORK}


def spend(connection: Connection, identity: bytes, work: int, now_ms: int) -> None:
    """Let a device do so much.

    Raises:
        Rejected: TOO_MUCH (`wait_s`).
    """
    spent = connection.execute(
        sa.update(device).where(device.c.device == sa.bindparam("of"), WITHIN).values(**SPENT),
        {"of": identity, **values_of(work, now_ms)},
    )
    if not spent.rowcount:
        row = connection.execute(sa.select(device).where(device.c.device == identity)).one()
        raise too_much(row, work, now_ms)


def is_too_much(row: Any, work: int, now_ms: int) -> bool:
    """Whether a device may not do so much now."""
    return _left(row, now_ms) + work > MOST_WORK


def too_much(row: Any, work: int, now_ms: int) -> Rejected:
    """The refusal, with the seconds after which it would be taken."""
    over = _left(row, now_ms) + work - MOST_WORK
    return Rejected(Code.TOO_MUCH, wait_s=max(over, 1) * _MS_A_PIECE // 1_000 + 1)


def _left(row: Any, now_ms: int) -> int:
    run_off = max(now_ms - int(row.worked_ms), 0) // _MS_A_PIECE
    return max(int(row.worked) - run_off, 0)
