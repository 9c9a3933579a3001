"""Which stored learner each row of a roster means: by number, by its own earlier row, or nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.duplicates import Person
from desktop.exchange.rows import RosterRow
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.identity import Identity, checksum_ok
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import Erasure, ImportRun
from desktop.models.text import search_key
from desktop.services.rosters.drafts import births_agree

STRONG: Final = ("national", "g_code")
_ANOTHER_NAME: Final = 50
_DAY: Final = len("2011-11-22")
_ROW_BYTES: Final = 32


@dataclass(slots=True)
class KnownLearner:
    """A stored learner as rows are compared with it; `numbers` by kind, past ones too."""

    id: UUID
    code: str
    given: str
    middle: str
    surname: str
    nickname: str
    birth: str
    birth_estimated: bool
    moo: str
    numbers: dict[str, list[str]] = field(default_factory=dict)
    carers: list[str] = field(default_factory=list)

    def person(self) -> Person:
        """The learner as possible duplicates are found by."""
        identities = [
            Identity(kind, value, checksum_ok(value) if kind == "national" else None)
            for kind in STRONG
            for value in self.numbers.get(kind, ())
        ]
        return Person.of(
            self.id.hex,
            identities=identities,
            given=self.given,
            surname=self.surname,
            nickname=self.nickname,
            birth=PartialDate.from_iso(self.birth) if self.birth else None,
            moo=self.moo,
            carer=self.carers[0] if self.carers else "",
        )


def load_known(session: Session) -> dict[UUID, KnownLearner]:
    """Return every learner that lists show."""
    shown = (Learner.deleted.is_(False), Learner.merged_into.is_(None))
    moos = {row.id: row.moo for row in session.execute(select(Village.id, Village.moo))}
    known: dict[UUID, KnownLearner] = {}
    for row in session.execute(
        select(
            Learner.id, Learner.code, Learner.given, Learner.middle, Learner.surname,
            Learner.nickname, Learner.birth, Learner.birth_estimated, Learner.village_id,
        ).where(*shown)
    ):  # fmt: skip
        known[row.id] = KnownLearner(
            row.id, row.code, row.given, row.middle or "", row.surname or "", row.nickname or "",
            row.birth or "", row.birth_estimated, moos.get(row.village_id, ""),
        )  # fmt: skip
    for owner, kind, value in session.execute(
        select(LearnerCode.learner_id, LearnerCode.code_kind, LearnerCode.value)
        .where(LearnerCode.deleted.is_(False))
        .order_by(LearnerCode.current.desc(), LearnerCode.first_stamp.desc())
    ):
        if owner in known:
            known[owner].numbers.setdefault(kind, []).append(value)
    for owner, name in session.execute(
        select(Carer.learner_id, Carer.name)
        .where(Carer.deleted.is_(False))
        .order_by(Carer.first_stamp)
    ):
        if owner in known:
            known[owner].carers.append(name)
    return known


def load_gone(session: Session) -> frozenset[UUID]:
    """Return the learners that were hidden or erased here, or are to be."""
    hidden = select(Learner.id).where(
        Learner.merged_into.is_(None), Learner.deleted.is_(True) | Learner.erased.is_not(None)
    )
    return frozenset({*session.scalars(hidden), *session.scalars(select(Erasure.record_id))})


def joined_learners(session: Session) -> dict[UUID, UUID]:
    """Return for each learner that was led to another, whom."""
    return {
        row.id: row.merged_into
        for row in session.execute(
            select(Learner.id, Learner.merged_into).where(Learner.merged_into.is_not(None))
        )
    }


@dataclass
class EarlierRows:
    """The rows that earlier runs stored, by all their words and by who they are."""

    by_digest: dict[bytes, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[bytes, list[UUID]] = field(default_factory=lambda: defaultdict(list))


def load_earlier(session: Session) -> EarlierRows:
    """Return the rows of every run that was not undone."""
    rows = EarlierRows()
    for packed in session.scalars(
        select(ImportRun.counts).where(ImportRun.undone_at.is_(None)).order_by(ImportRun.number)
    ):
        stored = packed.get("stored", b"")
        for start in range(0, len(stored), _ROW_BYTES):
            learner = UUID(bytes=stored[start + 16 : start + 32])
            # A row told again with other words has two entries; the learner is one.
            digests = rows.by_digest[stored[start : start + 8]]
            digests.append(learner)
            keys = rows.by_key[stored[start + 8 : start + 16]]
            if learner not in keys:
                keys.append(learner)
    return rows


def packed_row(row_digest: bytes, key: bytes, learner: UUID) -> bytes:
    """What a run remembers of a row: 32 bytes."""
    return row_digest + key + learner.bytes


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row means. `how`: nobody (""), `unchanged`, `number`, `record`, `earlier`, `same`.

    `repeats` is the place of an earlier row of this file that is the same new person;
    `another` a learner who holds the row's number and is plainly somebody else.
    """

    how: str = ""
    learner: UUID | None = None
    repeats: int | None = None
    another: UUID | None = None


class Matcher:
    """Finds for each row, in file order, whom it means."""

    def __init__(
        self, known: dict[UUID, KnownLearner], earlier: EarlierRows, joined: dict[UUID, UUID]
    ) -> None:
        self._known = known
        self._joined = joined
        self._by_digest = {key: list(ids) for key, ids in earlier.by_digest.items()}
        self._by_key = earlier.by_key
        self._by_number: dict[str, list[UUID]] = defaultdict(list)
        self._by_name: dict[tuple[str, str, str], list[UUID]] = defaultdict(list)
        for learner in known.values():
            self._by_number[learner.code].append(learner.id)
            for kind in (*STRONG, "local"):
                for number in learner.numbers.get(kind, ()):
                    self._by_number[number].append(learner.id)
            self._by_name[_name(learner.given, learner.surname, learner.moo)].append(learner.id)
        self._taken: set[UUID] = set()
        self._new_numbers: dict[str, int] = {}
        self._rows: list[RosterRow] = []

    def match(
        self, row: RosterRow, row_digest: bytes, key: bytes, claimed: UUID | None = None
    ) -> Match:
        """Whom the next row means; `claimed` is whom its own id or code names in agreement."""
        place = len(self._rows)
        self._rows.append(row)
        found = self._match(row, row_digest, key, claimed)
        if found.learner is not None:
            self._taken.add(found.learner)
        elif found.repeats is None:
            for number in _strong(row):
                self._new_numbers.setdefault(number.value, place)
        return found

    def told_before(self, row_digest: bytes) -> bool:
        """Whether an earlier run took a row in that said just this."""
        return bool(self._by_digest.get(row_digest))

    def _match(self, row: RosterRow, row_digest: bytes, key: bytes, claimed: UUID | None) -> Match:
        told_before = self._by_digest.get(row_digest)
        if told_before:
            return Match("unchanged", self._standing(told_before.pop(0)))
        if claimed is not None:
            return Match("record", claimed)
        another: UUID | None = None
        for number in (row.identity, *row.other_identities):
            if number.kind not in (*STRONG, "local"):
                continue
            holders = self._by_number.get(number.value, ())
            holder = self._likest(row, holders)
            if holder is not None:
                return Match("number", holder)
            another = another or next(iter(holders), None)
            repeats = self._new_numbers.get(number.value)
            if repeats is not None and not _another_in_file(row, self._rows[repeats]):
                return Match(repeats=repeats)
        earlier = self._earlier(row, key)
        if earlier is not None:
            return Match("earlier", earlier, another=another)
        certain = self._certain(row)
        if certain is not None:
            return Match("same", certain, another=another)
        return Match(another=another)

    def _standing(self, learner: UUID) -> UUID:
        seen: set[UUID] = set()
        while learner in self._joined and learner not in seen:
            seen.add(learner)
            learner = self._joined[learner]
        return learner

    def _likest(self, row: RosterRow, holders: Sequence[UUID]) -> UUID | None:
        alike = [
            (fuzz.ratio(search_key(row.given), search_key(self._known[each].given)), each)
            for each in holders
            if not _another_person(row, _facts(self._known[each]))
        ]
        return max(alike, key=lambda pair: pair[0])[1] if alike else None

    def _earlier(self, row: RosterRow, key: bytes) -> UUID | None:
        fitting = []
        for each in self._by_key.get(key, ()):
            learner = self._known.get(self._standing(each))
            if learner is None or learner.id in self._taken:
                continue
            if births_agree(_birth(row), learner.birth) and _numbers_agree(row, learner):
                fitting.append(learner)
        if not fitting:
            return None
        nickname = search_key(row.nickname)
        return max(fitting, key=lambda each: search_key(each.nickname) == nickname).id

    def _certain(self, row: RosterRow) -> UUID | None:
        """A learner whose name, village and birth are these, by whatever way it came here."""
        birth = _birth(row)
        if not birth or row.birth is None or row.birth.estimated:
            return None
        for each in self._by_name.get(_name(row.given, row.surname, row.moo or row.village), ()):
            learner = self._known[each]
            if each in self._taken or learner.birth != birth or not _numbers_agree(row, learner):
                continue
            by_day = len(birth) == _DAY and bool(row.surname)
            carer = search_key(row.carer)
            by_carer = bool(carer) and carer in {search_key(name) for name in learner.carers}
            if by_day or by_carer:
                return each
        return None


def _strong(row: RosterRow) -> Iterable[Identity]:
    return (n for n in (row.identity, *row.other_identities) if n.kind in STRONG)


def _birth(row: RosterRow) -> str:
    return "" if row.birth is None else row.birth.iso()


def _name(given: str, surname: str, moo: str) -> tuple[str, str, str]:
    return search_key(given), search_key(surname), moo if moo.isdigit() else search_key(moo)


def _facts(person: RosterRow | KnownLearner) -> tuple[str, str, str]:
    birth: Any = person.birth
    iso = birth.iso() if isinstance(birth, PartialDate) else birth or ""
    return search_key(person.given), search_key(person.surname), iso


def _another_person(row: RosterRow, other: tuple[str, str, str]) -> bool:
    """Whether somebody else holds the number: a slip in it, or one number for two siblings.

    A person may take another name by law; then the birth date says that it is the same one.
    """
    given, _surname, birth = _facts(row)
    if not given or fuzz.ratio(given, other[0]) >= _ANOTHER_NAME:
        return False
    return not (birth and other[2] and births_agree(birth, other[2]))


def _another_in_file(row: RosterRow, earlier: RosterRow) -> bool:
    """Whether two rows of one file with one number are two people: nobody is renamed in a file."""
    given, other = search_key(row.given), search_key(earlier.given)
    return bool(given and other) and fuzz.ratio(given, other) < _ANOTHER_NAME


def _numbers_agree(row: RosterRow, learner: KnownLearner) -> bool:
    """Whether the row's number can be the learner's: equal, or one of them fails its check."""
    for number in _strong(row):
        own = learner.numbers.get(number.kind, ())
        if not own or number.value in own:
            continue
        if number.kind == "national" and not (number.checksum_ok and checksum_ok(own[0])):
            continue
        return False
    return True
