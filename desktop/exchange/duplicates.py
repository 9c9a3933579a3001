"""People who may be one person: by number, or by name and enough else that agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from desktop.exchange.rows import RosterRow
from desktop.models.dates import PartialDate
from desktop.models.identity import Identity
from desktop.models.text import search_key

_SURE: Final = 100
_GIVEN: Final = 40
_GIVEN_NEARLY: Final = 28
_NICKNAME: Final = 20
_YEAR: Final = 20
_YEAR_NEXT: Final = 12
_VILLAGE: Final = 15
_CARER: Final = 20
_SURNAME: Final = 8
_OTHER_NUMBER: Final = -45
_OTHER_YEAR: Final = -25
_OTHER_NICKNAME: Final = -8
_OTHER_SURNAME: Final = -8
# More than one name in one village where everybody has one surname.
_WORTH_SHOWING: Final = 65
_NEARLY_FROM: Final = 4
_CARER_ALIKE: Final = 88


@dataclass(frozen=True, slots=True)
class Person:
    """What two people are compared by; texts are search keys, "" where unknown."""

    key: str
    numbers: frozenset[str] = frozenset()
    given: str = ""
    surname: str = ""
    nickname: str = ""
    birth_year: int | None = None
    moo: str = ""
    carer: str = ""
    has_thirteen: bool = False

    @classmethod
    def of(
        cls,
        key: str,
        *,
        identities: Iterable[Identity] = (),
        given: str = "",
        surname: str = "",
        nickname: str = "",
        birth: PartialDate | None = None,
        moo: str = "",
        carer: str = "",
    ) -> Person:
        """Make the comparable form of a person; `key` is whatever the caller knows them by."""
        known = [
            identity for identity in identities if identity.kind in ("national", "g_code", "local")
        ]
        return cls(
            key,
            frozenset(identity.value for identity in known),
            search_key(given),
            search_key(surname),
            search_key(nickname),
            None if birth is None else birth.year,
            moo,
            search_key(carer),
            any(identity.checksum_ok for identity in known),
        )

    @classmethod
    def of_row(cls, row: RosterRow) -> Person:
        """The person of a roster row, known as `sheet!row`."""
        return cls.of(
            f"{row.sheet}!{row.row}",
            identities=(row.identity, *row.other_identities),
            given=row.given,
            surname=row.surname,
            nickname=row.nickname,
            birth=row.birth,
            moo=row.moo,
            carer=row.carer,
        )


Agreement = Literal[
    "number", "given", "given_nearly", "nickname", "birth_year", "birth_year_next", "village",
    "carer", "carer_nearly", "surname", "record", "by_hand",
]  # fmt: skip
"""What two records have in common. `record`: the row of an export carries the other's id or code;
`by_hand`: somebody said that they may be one person."""


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two keys, how alike they are (0 to 100, 100 the same number), and what agrees."""

    key: str
    other: str
    score: int
    reasons: tuple[Agreement, ...]


def compare(one: Person, other: Person) -> PossibleDuplicate:
    """How alike two people are; a surname alone counts for nearly nothing."""
    if one.numbers & other.numbers:
        return PossibleDuplicate(one.key, other.key, _SURE, ("number",))
    score = 0
    reasons: list[Agreement] = []
    if one.given and one.given == other.given:
        score = _GIVEN
        reasons.append("given")
    elif _nearly(one.given, other.given):
        score = _GIVEN_NEARLY
        reasons.append("given_nearly")
    else:
        return PossibleDuplicate(one.key, other.key, 0, ())
    if one.nickname and other.nickname:
        if one.nickname == other.nickname:
            score += _NICKNAME
            reasons.append("nickname")
        else:
            score += _OTHER_NICKNAME
    if one.birth_year is not None and other.birth_year is not None:
        apart = abs(one.birth_year - other.birth_year)
        if apart == 0:
            score += _YEAR
            reasons.append("birth_year")
        elif apart == 1:
            score += _YEAR_NEXT
            reasons.append("birth_year_next")
        else:
            score += _OTHER_YEAR
    if one.moo and one.moo == other.moo:
        score += _VILLAGE
        reasons.append("village")
    if one.carer and other.carer and _same_carer(one.carer, other.carer):
        score += _CARER
        reasons.append("carer" if one.carer == other.carer else "carer_nearly")
    if one.surname and other.surname:
        if one.surname == other.surname:
            score += _SURNAME
            reasons.append("surname")
        else:
            score += _OTHER_SURNAME
    if one.has_thirteen and other.has_thirteen:
        score += _OTHER_NUMBER
    return PossibleDuplicate(one.key, other.key, max(0, min(score, _SURE - 1)), tuple(reasons))


@lru_cache(maxsize=100_000)
def _same_carer(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one, other) >= _CARER_ALIKE


def _nearly(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _NEARLY_FROM
        and Levenshtein.distance(one, other, score_cutoff=1) <= 1
    )


def find_duplicates(
    people: Sequence[Person], known: Sequence[Person], *, most: int = 3
) -> list[PossibleDuplicate]:
    """For each person the known ones they may be, best first and at most `most` each.

    Only pairs that share a number, or a given name (one slip allowed) and two of nickname, birth
    year within one, village, carer and surname, are looked at: quick for 10,000 against 20,000.
    """
    index = _Index(known)
    found: list[PossibleDuplicate] = []
    for person in people:
        found.extend(_best(person, index.near(person), most))
    return found


def find_within(people: Sequence[Person], *, most: int = 3) -> list[PossibleDuplicate]:
    """The same inside one list; each pair once, the later person first."""
    index = _Index(people)
    place = {id(person): number for number, person in enumerate(people)}
    found: list[PossibleDuplicate] = []
    for number, person in enumerate(people):
        earlier = [other for other in index.near(person) if place[id(other)] < number]
        found.extend(_best(person, earlier, most))
    return found


def _best(person: Person, others: Iterable[Person], most: int) -> list[PossibleDuplicate]:
    pairs = [compare(person, other) for other in others]
    worth = [pair for pair in pairs if pair.score >= _WORTH_SHOWING]
    worth.sort(key=lambda pair: (-pair.score, pair.other))
    return worth[:most]


class _Index:
    """Known people by what a possible duplicate must share with them."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._by_facts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, tuple[str, ...]] = {}
        for place, person in enumerate(people):
            for number in person.numbers:
                self._by_number[number].append(place)
            for facts in _pairs_of_facts(person, (0,)):
                self._by_facts[(person.given, *facts)].append(place)
        for given in {person.given for person in people}:
            for shorter in _with_one_left_out(given):
                self._spellings[shorter].add(given)

    def near(self, person: Person) -> list[Person]:
        """Known people worth comparing, in their order."""
        places: set[int] = set()
        for number in person.numbers:
            places.update(self._by_number.get(number, ()))
        if places:
            # The number has said who it is; reading the same roster again stays quick.
            return [self._people[place] for place in sorted(places)]
        facts = list(_pairs_of_facts(person, (-1, 0, 1)))
        for given in self._givens(person.given):
            for pair in facts:
                places.update(self._by_facts.get((given, *pair), ()))
        return [self._people[place] for place in sorted(places)]

    def _givens(self, given: str) -> tuple[str, ...]:
        if given not in self._near:
            candidates = {
                other
                for shorter in _with_one_left_out(given)
                for other in self._spellings.get(shorter, ())
            }
            self._near[given] = tuple(
                sorted(other for other in candidates if other == given or _nearly(given, other))
            )
        return self._near[given]


def _with_one_left_out(text: str) -> set[str]:
    if len(text) < _NEARLY_FROM:
        return {text} if text else set()
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


def _pairs_of_facts(person: Person, years: tuple[int, ...]) -> Iterable[tuple[str, ...]]:
    facts: list[list[str]] = []
    if person.nickname:
        facts.append([f"n{person.nickname}"])
    if person.birth_year is not None:
        facts.append([f"y{person.birth_year + step}" for step in years])
    if person.moo:
        facts.append([f"v{person.moo}"])
    if person.carer:
        # The first letters: a carer's name may be cut or carry another surname.
        facts.append([f"c{person.carer[:5]}"])
    if person.surname:
        facts.append([f"s{person.surname}"])
    for first in range(len(facts)):
        for second in range(first + 1, len(facts)):
            # Village and surname alone never reach the mark, and are the largest group there is.
            if facts[first][0][0] == "v" and facts[second][0][0] == "s":
                continue
            for one in facts[first]:
                for other in facts[second]:
                    yield (one, other)
