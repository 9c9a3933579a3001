"""People who may stand in the register twice: found while typing, joined or kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.duplicates import Person, compare
from desktop.models.base import from_milliseconds
from desktop.models.capture import split_stamps, unpack_stamps
from desktop.models.dates import PartialDate
from desktop.models.documents import Document
from desktop.models.fields import fields_of
from desktop.models.hett import Assessment
from desktop.models.identity import parse_identity
from desktop.models.people import Contact, Learner
from desktop.models.plan import Plan
from desktop.models.program import Change, PossibleDuplicate, User
from desktop.services.learners.fields import moo_number
from desktop.services.learners.lists import LearnerLists, learner_rows
from desktop.services.learners.records import LearnerDetail, LearnerQuery, LearnerRow
from desktop.services.learners.service import LearnerService
from desktop.services.learners.twins import (
    STRONG,
    agreements,
    first_carers,
    numbers_of,
    person_of,
    waiting_pairs,
)
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace

# Less than a roster needs: a half-filled form has told little so far, and a look costs nothing.
_WORTH_A_LOOK: Final = 48
_LOOKED_AT: Final = 60


@dataclass(frozen=True)
class Typed:
    """What a form knows of a person so far; any part may be empty."""

    given: str = ""
    surname: str = ""
    nickname: str = ""
    birth: PartialDate | None = None
    village: str = ""
    carer: str = ""
    number: str = ""


@dataclass(frozen=True)
class Alike:
    """A learner who may be the person of a form.

    Attributes:
        row: the learner.
        carer: who looks after them, "" where nobody is noted.
        score: 0 to 100, 100 for the same number.
        reasons: what agrees, as in `desktop.exchange.duplicates`.
    """

    row: LearnerRow
    carer: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class TwinPair:
    """Two learners who may be one person; `score` runs to 1."""

    first: LearnerRow
    second: LearnerRow
    score: float
    reasons: tuple[str, ...]

    @property
    def key(self) -> tuple[UUID, UUID]:
        """Both ids."""
        return self.first.id, self.second.id


@dataclass(frozen=True)
class Twin:
    """One side of a comparison: the learner whole, and how much work hangs on the record."""

    detail: LearnerDetail
    plans: int
    assessments: int
    contacts: int
    documents: int

    @property
    def work(self) -> int:
        """How much would have to be looked for elsewhere if this record were not the one kept."""
        return 3 * self.plans + 2 * self.assessments + self.contacts + self.documents


@dataclass(frozen=True)
class JoinedPair:
    """Two records that were joined: the one in the lists, its twin, when and by whom ("")."""

    kept: LearnerRow
    twin: LearnerRow
    at: datetime
    who: str


class DuplicateService:
    """Finds possible duplicates and carries out what a person decided of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lists = LearnerLists(workspace)
        self._learners = LearnerService(workspace)
        self._undo = UndoService(workspace)

    @needs(Right.READ)
    def like(self, typed: Typed, limit: int = 3) -> tuple[Alike, ...]:
        """Return learners who may be the person being typed, the likeliest first."""
        identity = parse_identity(typed.number)
        number = identity.value if identity.kind in STRONG else ""
        moo = moo_number(typed.village)
        asked = [LearnerQuery(search=number)] if number else []
        if len(typed.given.strip()) > 1:
            asked.append(LearnerQuery(search=typed.given))
        if len(typed.nickname.strip()) > 1 and moo:
            asked.append(LearnerQuery(search=typed.nickname, villages=(moo,)))
        rows: dict[UUID, LearnerRow] = {}
        for query in asked:
            rows.update({row.id: row for row in self._lists.find(query, _LOOKED_AT)})
        if not rows:
            return ()
        with self._workspace.read() as session:
            carers, numbers = first_carers(session, list(rows)), numbers_of(session, list(rows))
        person = Person.of(
            "typed",
            identities=[identity] if number else [],
            given=typed.given,
            surname=typed.surname,
            nickname=typed.nickname,
            birth=typed.birth,
            moo=moo,
            carer=typed.carer,
        )
        found = []
        for row in rows.values():
            pair = compare(person, person_of(row, carers.get(row.id, ""), numbers[row.id]))
            if pair.score >= _WORTH_A_LOOK:
                found.append(Alike(row, carers.get(row.id, ""), pair.score, pair.reasons))
        found.sort(key=lambda each: (-each.score, each.row.sort_key, each.row.id))
        return tuple(found[:limit])

    @needs(Right.READ)
    def pairs(self) -> tuple[TwinPair, ...]:
        """Return the pairs that wait for a decision and still stand, the likeliest first."""
        with self._workspace.read() as session:
            waiting = waiting_pairs(session)
            ids = list(dict.fromkeys(each for p in waiting for each in (p.first_id, p.second_id)))
            rows = {row.id: row for row in learner_rows(session, ids)}
            reasons = agreements(session, waiting)
            return tuple(
                TwinPair(
                    rows[pair.first_id],
                    rows[pair.second_id],
                    pair.score,
                    reasons[pair.first_id, pair.second_id],
                )
                for pair in waiting
            )

    @needs(Right.READ)
    def twin(self, learner_id: UUID) -> Twin:
        """Return one side of a comparison; UserError `learner_unknown`."""
        detail = self._learners.get(learner_id)
        with self._workspace.read() as session:

            def count(cls: Any) -> int:
                wanted = of_person(cls.learner_id, learner_id), cls.deleted.is_(False)
                return session.scalar(select(func.count()).select_from(cls).where(*wanted)) or 0

            return Twin(detail, count(Plan), count(Assessment), count(Contact), count(Document))

    @needs(Right.MERGE)
    def join(self, keep: UUID, twin: UUID, values: Mapping[str, Any]) -> None:
        """Lead `twin` to `keep`, which takes `values`; see `LearnerService.join`."""
        self._learners.join(keep, twin, values)

    @needs(Right.MERGE)
    def separate(self, keep: UUID, twin: UUID, before: Mapping[str, Any]) -> None:
        """Undo a join: the twin stands for itself, `keep` has its values from before again."""
        self._learners.separate(twin)
        if before:
            self._learners.edit(keep, before)

    @needs(Right.READ)
    def joined(self, limit: int = 100) -> tuple[JoinedPair, ...]:
        """Return who was joined to whom and could be parted again, the last joined first."""
        with self._workspace.read() as session:
            twins = session.scalars(
                select(Learner)
                .where(Learner.merged_into.is_not(None), Learner.deleted.is_(False))
                .order_by(Learner.edited_at.desc())
                .limit(limit)
            ).all()
            ids = [each for twin in twins for each in (twin.id, twin.merged_into) if each]
            rows = {row.id: row for row in learner_rows(session, ids)}
            users = {user.id: user.name for user in session.scalars(select(User))}
            found = []
            for twin in twins:
                change = _join_change(session, twin)
                if twin.merged_into not in rows or twin.id not in rows or change is None:
                    continue
                author = users.get(change.author, "") if change.author else ""
                at = from_milliseconds(change.wall_ms + (change.offset_ms or 0))
                found.append(JoinedPair(rows[twin.merged_into], rows[twin.id], at, author))
        return tuple(found)

    @needs(Right.MERGE)
    def undo_join(self, twin: UUID) -> int:
        """Part a joined twin again; what the other took from it goes back where it still stands.

        Returns how many fields went back besides; what was edited since stays as it is. A join
        made on another laptop is parted, and the values that it took stay where they are.

        Raises:
            UserError: `learner_unknown`.
        """
        with self._workspace.read() as session:
            learner = session.get(Learner, twin)
            if learner is None or learner.merged_into is None:
                raise UserError("learner_unknown", text=str(twin))
            keep = learner.merged_into
            change = _join_change(session, learner)
            action = change.action if change is not None and not change.remote else None
        back = self._undo.undo_action(action).reverted if action is not None else 0
        with self._workspace.read() as session:
            parted = session.get_one(Learner, twin).merged_into is None
        if parted:
            self.ask_again(keep, twin)
            return max(back - 1, 0)
        self._learners.separate(twin)
        return 0

    @needs(Right.MERGE)
    def not_the_same(self, first: UUID, second: UUID) -> None:
        """Note that two learners are two people."""
        self._learners.not_the_same(first, second)

    @needs(Right.MERGE)
    def ask_again(self, first: UUID, second: UUID) -> None:
        """Undo a decision: the pair waits again."""
        with self._workspace.write() as session:
            pair = session.get(PossibleDuplicate, _ordered(first, second))
            if pair is not None:
                pair.decision = None

    @needs(Right.WRITE)
    def suspect(self, first: UUID, second: UUID, reasons: tuple[str, ...]) -> None:
        """Let a pair wait for a decision, unless somebody has decided it before."""
        with self._workspace.write() as session:
            key = _ordered(first, second)
            if session.get(PossibleDuplicate, key) is None:
                session.add(
                    PossibleDuplicate(
                        first_id=key[0],
                        second_id=key[1],
                        score=1.0,
                        reasons=list(reasons),
                        at=self._workspace.now(),
                    )
                )


# Long texts: both are kept, one after the other, whatever else is chosen.
BOTH: Final = ("note", "interests", "former_names")


def chosen_values(keep: LearnerDetail, twin: LearnerDetail, taken: Iterable[str]) -> dict[str, Any]:
    """Return the values that the kept record takes from its twin, and long texts of both."""
    values = {name: field_value(name, twin) for name in taken}
    for name in BOTH:
        ours, theirs = keep.values.get(name), twin.values.get(name)
        if theirs and theirs != ours:
            if not ours:
                values[name] = theirs
            elif isinstance(ours, list):
                values[name] = [*ours, *(each for each in theirs if each not in ours)]
            else:
                values[name] = f"{ours}\n{theirs}"
    return values


def field_value(name: str, detail: LearnerDetail) -> Any:
    """Return a field's value as `LearnerService.edit` takes it."""
    if name == "birth":
        return detail.row.birth_date
    if name == "village":
        return detail.row.village
    return detail.values.get(name)


def only_in_twin(keep: LearnerDetail, twin: LearnerDetail) -> list[str]:
    """Return the fields that the twin has and the kept one has not."""
    given = [each.name for each in fields_of(Learner).values() if each.by_hand and not each.is_id]
    never = {*BOTH, "registered_on", "birth_text", "birth_estimated"}
    return [
        name
        for name in (*given, "village")
        if name not in never
        and _said(field_value(name, twin))
        and not _said(field_value(name, keep))
    ]


def _said(value: Any) -> bool:
    return value not in (None, "", [], {}, False, "unspecified")


def _join_change(session: Session, twin: Learner) -> Change | None:
    """The change that leads a twin to where it points now."""
    stamps = split_stamps(unpack_stamps(twin.field_stamps).get("merged_into", b""))
    return session.scalars(
        select(Change)
        .where(Change.record_id == twin.id, Change.stamp.in_(stamps))
        .order_by(Change.number.desc())
        .limit(1)
    ).first()


def _ordered(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    first, second = sorted((one, other), key=lambda each: each.bytes)
    return first, second
