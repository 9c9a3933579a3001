"""What of needs may be told outside: no name, no house, no village that hides nobody.

It is what a meeting sees on a wall, and what a list without names says on paper. Of somebody's
need only its kind and how much are told, since words may name them; a child who was harmed, or is
in a group that is sensitive, does not appear at all, whoever looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.needs import Need
from desktop.models.people import Learner, LearnerGroup
from desktop.models.restriction import restricted_ids
from desktop.models.urgent import UrgentCase
from desktop.reports.charts import SMALLEST_SHOWN
from desktop.services.masking import sensitive_codes
from desktop.services.needs.records import NeedRow

SHARED: Final = frozenset({"anonymous", "named"})


@dataclass(frozen=True)
class OutsideNeed:
    """A need as anybody may see it.

    Attributes:
        name: what is asked for, of a village or a course; "" of somebody's.
        village_id: where enough people live that nobody is known by it; None elsewhere.
    """

    id: UUID
    kind: str
    name: str
    quantity: float | None
    unit: str
    urgency: str
    needed_by: str
    repeats: str
    village_id: UUID | None


def outside(session: Session, rows: Iterable[NeedRow]) -> list[OutsideNeed]:
    """Return of these needs those that may be told, in their order, as they may be told."""
    never, houses = never_told(session)
    known = large_villages(session)
    return [
        _told(row, known)
        for row in rows
        if may_be_told(row) and row.learner_id not in never and row.household_id not in houses
    ]


def may_be_told(row: NeedRow) -> bool:
    """Whether whoever needs it agreed to be told of; a village or a course may say no, too."""
    if row.restricted:
        return False
    if row.learner_id is None and row.household_id is None:
        return row.share != "none"
    return row.share in SHARED


def need_may_be_told(session: Session, need: Need) -> bool:
    """Whether one need may be told outside, by the same rules."""
    somebodys = need.learner_id is not None or need.household_id is not None
    if not somebodys:
        return need.share != "none"
    never, houses = never_told(session)
    return (
        need.share in SHARED
        and need.learner_id not in never | restricted_ids(session)
        and need.household_id not in houses
    )


def _told(row: NeedRow, known: frozenset[UUID]) -> OutsideNeed:
    somebodys = row.learner_id is not None or row.household_id is not None
    return OutsideNeed(
        id=row.id,
        kind=row.kind,
        name="" if somebodys else row.name,
        quantity=row.quantity,
        unit=row.unit,
        urgency=row.urgency,
        needed_by=row.needed_by,
        repeats=row.repeats,
        village_id=row.village_id if row.village_id in known else None,
    )


def never_told(session: Session) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Return the learners who never appear, and the houses where one of them lives.

    The tables themselves are asked: whoever may not know why somebody is missing must not see
    them either.
    """
    case, group = UrgentCase.__table__.c, LearnerGroup.__table__.c
    ids = set(
        session.scalars(
            select(case.learner_id).where(case.learner_id.is_not(None), case.deleted.is_(False))
        )
    )
    hidden = sorted(sensitive_codes("target_groups"))
    ids |= set(
        session.scalars(
            select(group.learner_id).where(group.code.in_(hidden), group.deleted.is_(False))
        )
    )
    people = session.execute(
        select(Learner.id, Learner.merged_into, Learner.household_id).where(
            Learner.id.in_(ids) | Learner.merged_into.in_(ids)
        )
    ).all()
    ids |= {each.id for each in people} | {each.merged_into for each in people if each.merged_into}
    houses = {each.household_id for each in people if each.household_id}
    return frozenset(ids), frozenset(houses)


def large_villages(session: Session) -> frozenset[UUID]:
    """Return the villages where so many people are known that telling one tells nobody."""
    counted = (
        select(Learner.village_id)
        .where(
            Learner.village_id.is_not(None),
            Learner.deleted.is_(False),
            Learner.merged_into.is_(None),
        )
        .group_by(Learner.village_id)
        .having(func.count() >= SMALLEST_SHOWN)
    )
    return frozenset(each for each in session.scalars(counted) if each is not None)
