"""The search rows of learners: derived from names, codes, carers and telephones, never sent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import LearnerSearch
from desktop.models.text import digits, one_line, search_key
from desktop.models.titles import take_title

EDITION: Final = 2
"""What the rows are made from: raise it with a change here, and centres make theirs anew."""

SETTING: Final = "search_rows"
"""The laptop's setting that says of which edition its rows are."""

_STEP = 500  # bound parameters a statement: well under SQLite's limit of 32,766
_NUMBER = re.compile(r"[0-9+().\-\u2010-\u2015]+")
_BETWEEN_NUMBERS = re.compile(r"[^0-9+().\-\u2010-\u2015\s]+")
_NO_DIGIT = re.compile(r"[^0-9]+")
_SHORTEST_NUMBER = 3
_ABROAD = "66"  # how Thai numbers begin when they are written for abroad, in the place of a 0
_ABROAD_DIGITS = 11


def key_of(text: str) -> str:
    """Return the key that a text is found by: as `search_key`, and without hyphens."""
    return search_key(text).replace("-", "")


def number_key(text: str) -> str:
    """Return a number that may be a telephone's as its digits, +66 as the 0 that it stands for."""
    key = _NO_DIGIT.sub("", digits(text))
    return f"0{key[2:]}" if key.startswith(_ABROAD) and len(key) == _ABROAD_DIGITS else key


def terms_of(words: str) -> list[str]:
    """Return the keys that must each be found for words as typed.

    The parts of a number may be written apart, as telephone numbers and those of cards are; a
    title before a name is not looked for.
    """
    _title, rest = take_title(one_line(words))
    terms, number = [], ""
    for word in [*digits(rest or words).split(), ""]:
        if _NUMBER.fullmatch(word):
            number += word
            continue
        terms += [number_key(number), key_of(word)]
        number = ""
    return [term for term in terms if term]


def whole_of(words: str) -> str:
    """Return the key of words as one name, code or number."""
    terms = terms_of(words)
    return terms[0] if len(terms) == 1 else key_of(words)


def refresh(session: Session, learner_ids: Sequence[UUID]) -> None:
    """Write the search row and sort key of the given learners anew, inside their transaction."""
    in_order = sorted(learner_ids)
    for start in range(0, len(in_order), _STEP):
        _refresh_step(session, in_order[start : start + _STEP])


def search_keys(session: Session, learner_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return what each of these learners is found by; hidden and joined ones are left out."""
    keys: dict[UUID, str] = {}
    for start in range(0, len(learner_ids), _STEP):
        keys.update(_keys_step(session, learner_ids[start : start + _STEP]))
    return keys


def _numbers(text: str) -> Iterator[str]:
    """Give each number of a field that may hold several, with words between them."""
    for part in _BETWEEN_NUMBERS.split(digits(text)):
        key = number_key(part)
        if len(key) >= _SHORTEST_NUMBER:
            yield key


def _keys_step(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    connection = session.connection()
    learner = Learner.__table__.c
    people = connection.execute(
        select(
            learner.id, learner.code, learner.given, learner.middle, learner.surname,
            learner.nickname, learner.own_name, learner.call_as, learner.former_names,
            learner.phone,
        ).where(
            learner.id.in_(ids), learner.deleted.is_(False), learner.merged_into.is_(None)
        )
    ).all()  # fmt: skip
    more: dict[UUID, list[str]] = defaultdict(list)
    for owner, value in connection.execute(
        select(LearnerCode.learner_id, LearnerCode.value)
        .where(LearnerCode.learner_id.in_(ids), LearnerCode.deleted.is_(False))
        .order_by(LearnerCode.id)
    ):
        more[owner].append(value)
    numbers: dict[UUID, list[str]] = defaultdict(list)
    for owner, value, phone in connection.execute(
        select(Carer.learner_id, Carer.name, Carer.phone)
        .where(Carer.learner_id.in_(ids), Carer.deleted.is_(False))
        .order_by(Carer.id)
    ):
        more[owner].append(value)
        numbers[owner].extend(_numbers(phone or ""))
    keys = {}
    for person in people:
        texts = [
            f"{person.given or ''}{person.middle or ''}{person.surname or ''}",
            person.nickname, person.own_name, person.call_as, person.code,
            *(str(former.get("name", "")) for former in person.former_names or ()),
            *more[person.id],
        ]  # fmt: skip
        found = [key_of(text) for text in texts if text]
        found += dict.fromkeys([*_numbers(person.phone or ""), *numbers[person.id]])
        keys[person.id] = "\n".join(found)
    return keys


def _refresh_step(session: Session, ids: Sequence[UUID]) -> None:
    connection = session.connection()
    known = {
        row.learner_id: (row.rowid, row.key)
        for row in connection.execute(
            select(LearnerSearch.rowid, LearnerSearch.learner_id, LearnerSearch.key).where(
                LearnerSearch.learner_id.in_(ids)
            )
        )
    }
    inserts: list[dict[str, Any]] = []
    updates: list[tuple[str, int]] = []
    for learner_id, key in _keys_step(session, ids).items():
        current = known.pop(learner_id, None)
        if current is None:
            inserts.append({"learner_id": learner_id, "key": key})
        elif current[1] != key:
            updates.append((key, current[0]))
    if updates:
        # In the order of rows: going back would make the index write its pages out each time.
        updates.sort(key=itemgetter(1))
        connection.exec_driver_sql("UPDATE learner_search SET key = ? WHERE rowid = ?", updates)
    if inserts:
        connection.execute(insert(LearnerSearch), inserts)
    gone = list(known)
    if gone:
        connection.execute(delete(LearnerSearch).where(LearnerSearch.learner_id.in_(gone)))
