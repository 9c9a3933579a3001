"""Numbers that must be one person's and arrive on two: both stand, and the pair is listed."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.capture import Editing
from desktop.models.program import PossibleDuplicate

_STEP: Final = 400
_REASON: Final = "number"  # as the comparison of names says it (`exchange.duplicates`)

# A copied laptop gives out the same local codes as its original until the hub notices it.
_SAME_CODE: Final = """
    SELECT one.id, other.id FROM learner one
    JOIN learner other ON other.code = one.code AND other.id <> one.id
    WHERE one.id IN ({marks}) AND one.code <> ''
    AND NOT one.deleted AND one.merged_into IS NULL
    AND NOT other.deleted AND other.merged_into IS NULL"""
_SAME_NUMBER: Final = """
    SELECT one.learner_id, other.learner_id FROM learner_code one
    JOIN learner_code other ON other.value = one.value AND other.code_kind = one.code_kind
        AND other.learner_id <> one.learner_id
    JOIN learner first ON first.id = one.learner_id
    JOIN learner second ON second.id = other.learner_id
    WHERE one.learner_id IN ({marks}) AND one.code_kind IN ('national', 'g_code')
    AND NOT one.deleted AND NOT other.deleted
    AND NOT first.deleted AND first.merged_into IS NULL
    AND NOT second.deleted AND second.merged_into IS NULL"""


def list_clashes(session: Session, now: datetime) -> int:
    """List pairs of learners with one number among those that this transaction touched; how many.

    A pair that was listed before, decided or not, stays as it is. Inside a transaction of
    `Database.write(applying=True)`, at its end.
    """
    editing = session.info.get("editing")
    if not isinstance(editing, Editing) or not editing.learners:
        return 0
    session.flush()
    connection = session.connection()
    touched = sorted(editing.learners, key=lambda each: each.bytes)
    pairs: set[tuple[bytes, bytes]] = set()
    for start in range(0, len(touched), _STEP):
        step = tuple(each.bytes for each in touched[start : start + _STEP])
        marks = ", ".join("?" * len(step))
        for query in (_SAME_CODE, _SAME_NUMBER):
            for one, other in connection.exec_driver_sql(query.format(marks=marks), step):
                pairs.add((min(bytes(one), bytes(other)), max(bytes(one), bytes(other))))
    listed = 0
    for first, second in sorted(pairs):
        key = (UUID(bytes=first), UUID(bytes=second))
        if session.get(PossibleDuplicate, key) is None:
            session.add(
                PossibleDuplicate(
                    first_id=key[0], second_id=key[1], score=1.0, reasons=[_REASON], at=now
                )
            )
            listed += 1
    session.flush()
    return listed
