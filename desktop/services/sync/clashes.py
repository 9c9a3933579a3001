"""People who arrive and may be known already, by number or by name: both stand, and are listed."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.duplicates import Person, compare
from desktop.models.capture import Editing
from desktop.models.program import PossibleDuplicate
from desktop.models.text import search_key

_STEP: Final = 400
# One given name, and the year of birth, or surname and village, or more.
_ALIKE: Final = 60
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


_SAME_NAME: Final = """
    SELECT one.id, one.given, one.surname, one.nickname, one.birth, one.village_id,
        other.id, other.given, other.surname, other.nickname, other.birth, other.village_id
    FROM learner one
    JOIN learner other ON other.given = one.given AND other.id <> one.id
        AND (other.village_id = one.village_id
            OR substr(other.birth, 1, 4) = substr(one.birth, 1, 4))
    WHERE one.id IN ({marks}) AND one.given <> ''
    AND NOT one.deleted AND one.merged_into IS NULL
    AND NOT other.deleted AND other.merged_into IS NULL"""


def list_clashes(session: Session, now: datetime) -> int:
    """List pairs that may be one person among those that this transaction touched; how many.

    A pair that was listed before, decided or not, stays as it is. Inside a transaction of
    `Database.write(applying=True)`, at its end.
    """
    editing = session.info.get("editing")
    if not isinstance(editing, Editing) or not editing.learners:
        return 0
    session.flush()
    connection = session.connection()
    touched = sorted(editing.learners, key=lambda each: each.bytes)
    pairs: dict[tuple[bytes, bytes], tuple[float, list[str]]] = {}
    for start in range(0, len(touched), _STEP):
        step = tuple(each.bytes for each in touched[start : start + _STEP])
        marks = ", ".join("?" * len(step))
        for query in (_SAME_CODE, _SAME_NUMBER):
            for one, other in connection.exec_driver_sql(query.format(marks=marks), step):
                pairs[_ordered(one, other)] = (1.0, [_REASON])
        for row in connection.exec_driver_sql(_SAME_NAME.format(marks=marks), step):
            found = compare(_person(*row[:6]), _person(*row[6:]))
            if found.score >= _ALIKE:
                alike = (found.score / 100, [str(reason) for reason in found.reasons])
                pairs.setdefault(_ordered(row[0], row[6]), alike)
    listed = 0
    for (first, second), (score, reasons) in sorted(pairs.items()):
        key = (UUID(bytes=first), UUID(bytes=second))
        if session.get(PossibleDuplicate, key) is None:
            session.add(
                PossibleDuplicate(
                    first_id=key[0], second_id=key[1], score=score, reasons=reasons, at=now
                )
            )
            listed += 1
    session.flush()
    return listed


def _ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return min(bytes(one), bytes(other)), max(bytes(one), bytes(other))


def _person(
    record: bytes,
    given: str,
    surname: str | None,
    nickname: str | None,
    birth: str | None,
    village: bytes | None,
) -> Person:
    """What the comparison of names looks at; the village by its id."""
    return Person(
        bytes(record).hex(),
        given=search_key(given),
        surname=search_key(surname or ""),
        nickname=search_key(nickname or ""),
        birth_year=int(birth[:4]) if birth and birth[:4].isdigit() else None,
        moo=bytes(village).hex() if village else "",
    )
