"""Counts of credits: how far what was learnt is, by institution, village and strand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.credits import CreditItem
from desktop.models.dates import PartialDate
from desktop.models.people import Learner
from desktop.models.text import sort_key
from desktop.services.credits.reading import found
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.needs.amounts import total
from desktop.services.needs.outside import never_told
from desktop.services.record_values import centre_vocabulary
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, counted
from desktop.services.tallies.villages import places
from resources.clock import thai_day

_STANDS: Final[Mapping[str, str]] = {
    "noted": "not_proposed", "withdrawn": "not_proposed", "accepted": "credits_taken",
    "accepted_part": "credits_taken", "proposed": "proposed", "submitted": "submitted",
    "returned": "returned", "refused": "refused",
}  # fmt: skip
"""The column that an item of a state stands in; each stands in one."""

_PARTS: Final = ("not_proposed", "proposed", "submitted", "returned", "refused", "credits_taken")
COLUMNS: Final = ("credit_items", *_PARTS, "credits_accepted")
"""How many items, how many stand where, and what those that were accepted come to."""

_NOBODY: Final = ("ยังไม่ระบุสถานศึกษา", "No institution stated")
_NO_STRAND: Final = ("ยังไม่ระบุสาระ", "No strand stated")
Key = TypeVar("Key")


def credit_tables(
    session: Session, within: LearnerQuery, today: date, *, hidden: bool
) -> list[HelpTable]:
    """Return credits by institution, by village of the learner, and by strand.

    Of items that came in the period to where they stand, or were noted in it. Only what was
    accepted is summed, as it was accepted.
    """
    rows, lives = _rows(session, within, today, hidden=hidden)
    villages = places(session)
    strands: dict[str, Pair] = {
        term.code: (term.label("th"), term.label("en"))
        for term in centre_vocabulary(session, "dole_subjects").shown
    }
    strands |= {
        row.subject: (row.subject, row.subject) for row in rows if row.subject not in strands
    }
    strands[""] = _NO_STRAND
    asked: dict[str, Pair] = {
        name: (name, name) for name in sorted({row.receiver for row in rows} - {""}, key=sort_key)
    }
    asked[""] = _NOBODY

    def lives_in(row: CreditRow) -> UUID | None:
        village = lives[row.id]
        return village if village in villages else None

    return [
        _table("credits_by_institution", rows, lambda row: row.receiver, asked),
        _table("credits_by_village", rows, lives_in, villages),
        _table("credits_by_strand", rows, lambda row: row.subject, strands),
    ]


def _rows(
    session: Session, within: LearnerQuery, today: date, *, hidden: bool
) -> tuple[list[CreditRow], dict[UUID, UUID | None]]:
    """The items that are counted, and the village that whose each is lives in."""
    asked = replace(within, registered_since=None, registered_until=None)
    people = frozenset(learner_ids(session, asked))
    if hidden:
        people -= never_told(session)[0]
    stand: dict[UUID, UUID] = {}
    homes: dict[UUID, UUID | None] = {}
    wanted = select(Learner.id, Learner.merged_into, Learner.village_id)
    for known, kept, village in session.execute(wanted):
        stand[known], homes[known] = kept or known, village
    noted = {
        known: thai_day(moment)
        for known, moment in session.execute(select(CreditItem.id, CreditItem.created_at))
    }
    rows = [
        row
        for row in found(session, CreditQuery(), today)
        if stand[row.learner_id] in people
        and _inside(
            PartialDate.from_iso(row.since).first_day if row.since else noted[row.id], within
        )
    ]
    return rows, {row.id: homes[stand[row.learner_id]] for row in rows}


def _inside(day: date, within: LearnerQuery) -> bool:
    since, until = within.registered_since, within.registered_until
    return (since is None or day >= since) and (until is None or day <= until)


def _table(
    name: str,
    rows: Sequence[CreditRow],
    by: Callable[[CreditRow], Key],
    words: Mapping[Key, Pair],
) -> HelpTable:
    apart: dict[Any, list[CreditRow]] = defaultdict(list)
    for row in rows:
        apart[by(row)].append(row)
    lines = [HelpRow(word, _figures(apart[key])) for key, word in words.items() if key in apart]
    return HelpTable(name, COLUMNS, tuple(lines), "credit_item", _figures(rows))


def _figures(rows: Iterable[CreditRow]) -> tuple[Figure, ...]:
    stands: dict[str, list[UUID]] = defaultdict(list)
    worth: list[float] = []
    for row in rows:
        stands["all"].append(row.id)
        stands[_STANDS[row.state]].append(row.id)
        worth.append(row.accepted or 0)
    taken = tuple(stands["credits_taken"])
    return (
        counted(stands["all"]),
        *(counted(stands[each]) for each in _PARTS),
        Figure(total(worth), taken, unit="amount"),
    )
