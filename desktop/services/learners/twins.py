"""Pairs of learners that wait for a decision, and what they have in common now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from desktop.exchange.duplicates import Person, compare
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.identity import Identity, checksum_ok
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import PossibleDuplicate
from desktop.services.learners.records import LearnerRow

STRONG: Final = ("national", "g_code")
_SAID: Final = frozenset({"record", "by_hand"})
"""Reasons that somebody or something told; the others are read off the two records."""

_STEP: Final = 400


def waiting_pairs(session: Session, learner_id: UUID | None = None) -> list[PossibleDuplicate]:
    """Return the undecided pairs of two learners whom lists show, the likeliest first.

    With a `learner_id` those that this learner is in.
    """
    first, second = aliased(Learner), aliased(Learner)
    wanted = (
        select(PossibleDuplicate)
        .join(first, first.id == PossibleDuplicate.first_id)
        .join(second, second.id == PossibleDuplicate.second_id)
        .where(
            PossibleDuplicate.decision.is_(None),
            first.deleted.is_(False),
            first.merged_into.is_(None),
            second.deleted.is_(False),
            second.merged_into.is_(None),
        )
        .order_by(PossibleDuplicate.score.desc())
    )
    if learner_id is not None:
        ids = PossibleDuplicate.first_id, PossibleDuplicate.second_id
        wanted = wanted.where(or_(*(each == learner_id for each in ids)))
    return list(session.scalars(wanted))


def agreements(
    session: Session, pairs: Sequence[PossibleDuplicate]
) -> dict[tuple[UUID, UUID], tuple[str, ...]]:
    """Return what the two of each pair have in common now, as `desktop.exchange.duplicates`.

    They may have been edited since they were listed: a reason is told only where it is true.
    """
    both = {each for pair in pairs for each in (pair.first_id, pair.second_id)}
    people = _people(session, list(both))
    found: dict[tuple[UUID, UUID], tuple[str, ...]] = {}
    for pair in pairs:
        one, other = people[pair.first_id], people[pair.second_id]
        said = (each for each in pair.reasons if each in _SAID)
        found[pair.first_id, pair.second_id] = (*compare(one, other).reasons, *said)
    return found


def _people(session: Session, ids: Sequence[UUID]) -> dict[UUID, Person]:
    """These learners as they are compared: by less than a line of a list holds."""
    people: dict[UUID, Person] = {}
    for start in range(0, len(ids), _STEP):
        step = ids[start : start + _STEP]
        carers, numbers = first_carers(session, step), numbers_of(session, step)
        for each, moo in session.execute(
            select(Learner, Village.moo)
            .join(Village, Village.id == Learner.village_id, isouter=True)
            .where(Learner.id.in_(step))
        ):
            people[each.id] = Person.of(
                each.id.hex,
                identities=[*numbers[each.id], Identity("local", each.code, None)],
                given=each.given,
                surname=each.surname or "",
                nickname=each.nickname or "",
                birth=PartialDate.from_iso(each.birth) if each.birth else None,
                moo=moo or "",
                carer=carers.get(each.id, ""),
            )
    return people


def first_carers(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the name of the first carer of each of these learners that has one."""
    carers: dict[UUID, str] = {}
    for owner, name in session.execute(
        select(Carer.learner_id, Carer.name)
        .where(Carer.learner_id.in_(ids), Carer.deleted.is_(False))
        .order_by(Carer.first_stamp)
    ):
        carers.setdefault(owner, name)
    return carers


def numbers_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[Identity]]:
    """Return the national numbers and G codes of these learners."""
    numbers: dict[UUID, list[Identity]] = defaultdict(list)
    for owner, kind, value in session.execute(
        select(LearnerCode.learner_id, LearnerCode.code_kind, LearnerCode.value).where(
            LearnerCode.learner_id.in_(ids),
            LearnerCode.code_kind.in_(STRONG),
            LearnerCode.deleted.is_(False),
        )
    ):
        valid = checksum_ok(value) if kind == "national" else None
        numbers[owner].append(
            Identity("national" if kind == "national" else "g_code", value, valid)
        )
    return numbers


def person_of(row: LearnerRow, carer: str, numbers: Sequence[Identity]) -> Person:
    """Return a learner of a list as possible duplicates are found by."""
    return Person.of(
        row.id.hex,
        identities=numbers,
        given=row.given,
        surname=row.surname,
        nickname=row.nickname,
        birth=row.birth_date,
        moo=row.village,
        carer=carer,
    )
