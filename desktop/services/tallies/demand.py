"""What people want to learn, by their own words: in all, and in each village."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.hett import Rating
from desktop.models.people import Learner
from desktop.models.plan import Plan
from desktop.models.search import key_of
from desktop.models.text import sort_key
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.needs.outside import never_told
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, counted
from desktop.services.tallies.records import SMALL, hide_small_table
from desktop.services.tallies.villages import places

SOURCES: Final = ("from_register", "from_hett", "from_plan")
FINDING_INTERESTS: Final = "T1"
"""The indicator of HETT whose raw value lists interests."""

ROWS: Final = 100
_FEWEST: Final = 2
_CLOSED: Final = "closed"
_BETWEEN: Final = re.compile(r"[\s,;/·•|、]+")
_OTHERS: Final = ("อย่างอื่นที่มีคนสนใจน้อย", "Other interests of few people")

Wishes = Mapping[str, Mapping[UUID, frozenset[str]]]
"""By the key of an interest: who has it, and which of `SOURCES` say so."""


def demand_tables(
    session: Session, within: LearnerQuery, *, hidden: bool
) -> tuple[HelpTable, HelpTable]:
    """Return who wants to learn what: in all with where that is known from, and by village.

    An interest is a word of somebody's own; spellings that are found alike are one. Somebody with
    several stands with each, once, whatever says so, so that nothing adds up to all people.
    """
    people = frozenset(learner_ids(session, within))
    if hidden:
        people -= never_told(session)[0]
    wishes, words = _wishes(session, people)
    villages = dict(session.execute(select(Learner.id, Learner.village_id)).all())
    order = sorted(wishes, key=lambda key: (-len(wishes[key]), sort_key(words[key])))
    # A word that few wrote may tell who they are: outside it does not stand at all.
    fewest = SMALL.stop if hidden else _FEWEST
    rows = [key for key in order[:ROWS] if len(wishes[key]) >= fewest]
    listed = places(session)
    cells = {
        (key, place): sorted(who for who in wishes[key] if villages.get(who) == place)
        for key in rows
        for place in listed
    }
    unseen = _unseen(rows, listed, cells) if hidden else frozenset()
    return (
        _in_all(wishes, words, rows, unseen, hidden=hidden),
        _by_village(wishes, words, rows, listed, cells, unseen, hidden=hidden),
    )


def interests_of(said: object) -> Iterator[str]:
    """Give the interests that a text, or a list of texts, names; each once."""
    texts = said if isinstance(said, list) else [said or ""]
    yield from dict.fromkeys(
        word for text in texts for word in _BETWEEN.split(str(text)) if len(word) > 1
    )


def _wishes(session: Session, people: Collection[UUID]) -> tuple[Wishes, Mapping[str, str]]:
    """Everybody's interests, and how most write each of them."""
    found: dict[str, dict[UUID, set[str]]] = defaultdict(lambda: defaultdict(set))
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for source, who, said in _sayings(session):
        if who in people:
            for word in interests_of(said):
                if key := key_of(word):
                    found[key][who].add(source)
                    spelled[key][word] += 1
    words = {key: min(each, key=lambda word: (-each[word], word)) for key, each in spelled.items()}
    return {
        key: {who: frozenset(said) for who, said in each.items()} for key, each in found.items()
    }, words


def _sayings(session: Session) -> Iterable[tuple[str, UUID, Any]]:
    """What each source says of whom; of plans and ratings the last, of a joined twin too."""
    stands = func.coalesce(Learner.merged_into, Learner.id)
    register = select(stands, Learner.interests).where(
        Learner.deleted.is_(False), Learner.interests.is_not(None)
    )
    for who, said in session.execute(register):
        yield "from_register", who, said
    rated = (
        select(stands, Rating.raw)
        .join(Learner, Learner.id == Rating.learner_id)
        .where(Rating.indicator == FINDING_INTERESTS, Rating.deleted.is_(False))
        .order_by(Rating.first_stamp)
    )
    last = {
        who: raw["interests"] for who, raw in session.execute(rated) if raw and raw.get("interests")
    }
    for who, said in last.items():
        yield "from_hett", who, said
    planned = (
        select(stands, Plan.status, Plan.interests)
        .join(Learner, Learner.id == Plan.learner_id)
        .where(Plan.deleted.is_(False))
        .order_by(Plan.version, Plan.first_stamp)
    )
    plans = {who: (status, said) for who, status, said in session.execute(planned)}
    for who, (status, said) in plans.items():
        if status != _CLOSED and said:
            yield "from_plan", who, said


Cells = Mapping[tuple[str, UUID | None], Sequence[UUID]]
Place = tuple[str, UUID | str | None]
_ALL: Final = "*"


def _unseen(
    rows: Sequence[str], places: Mapping[UUID | None, Pair], cells: Cells
) -> frozenset[Place]:
    """The numbers that are not shown: 1 to 4, and what would give them away by a sum."""
    columns = list(places)
    table = [[len(cells[key, place]) for place in columns] for key in rows]
    shown, sums, _below = hide_small_table(
        table,
        [sum(line) for line in table],
        [sum(line[place] for line in table) for place in range(len(columns))],
    )
    hidden = {
        (key, place)
        for key, line in zip(rows, shown, strict=True)
        for place, number in zip(columns, line, strict=True)
        if number is None
    }
    return frozenset(hidden | {(k, _ALL) for k, n in zip(rows, sums, strict=True) if n is None})


def _in_all(
    wishes: Wishes,
    words: Mapping[str, str],
    rows: Sequence[str],
    unseen: Collection[Place],
    *,
    hidden: bool,
) -> HelpTable:
    made = [
        HelpRow(
            (words[key], words[key]),
            _figures(wishes[key], sorted(wishes[key]), hidden, (key, _ALL) in unseen),
            wish=words[key],
        )
        for key in rows
    ]
    others = {who for key in wishes.keys() - set(rows) for who in wishes[key]}
    if others and not hidden:
        made.append(HelpRow(_OTHERS, (counted(sorted(others)), *(Figure(None) for _ in SOURCES))))
    return HelpTable("demand", ("people", *SOURCES), tuple(made), "learner")


def _by_village(
    wishes: Wishes,
    words: Mapping[str, str],
    rows: Sequence[str],
    places: Mapping[UUID | None, Pair],
    cells: Cells,
    unseen: Collection[Place],
    *,
    hidden: bool,
) -> HelpTable:
    made = []
    for place, (thai, english) in places.items():
        here = [
            key for key in rows if len(cells[key, place]) >= _FEWEST and (key, place) not in unseen
        ]
        for key in sorted(here, key=lambda each: -len(cells[each, place])):
            name = f"{thai} · {words[key]}", f"{english} · {words[key]}"
            figures = _figures(wishes[key], cells[key, place], hidden, False)
            made.append(HelpRow(name, figures, wish=words[key], village_id=place))
    return HelpTable("demand_by_village", ("people", *SOURCES), tuple(made), "learner")


def _figures(
    said: Mapping[UUID, Collection[str]], who: Sequence[UUID], outside: bool, closed: bool
) -> tuple[Figure, ...]:
    """All of these people, and those whom each source names; outside a number opens nobody."""
    parts = [who, *([each for each in who if source in said[each]] for source in SOURCES)]
    if not outside:
        return tuple(map(counted, parts))
    return tuple(
        Figure(None, (), True) if closed or len(part) in SMALL else Figure(len(part))
        for part in parts
    )
