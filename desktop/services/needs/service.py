"""Needs: finding, writing down, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.needs import Need
from desktop.models.people import Household, Learner
from desktop.models.persons import called
from desktop.services.learners.fields import with_villages
from desktop.services.needs import reading
from desktop.services.needs.amounts import check_quantity
from desktop.services.needs.lifecycle import NEEDING
from desktop.services.needs.outside import OutsideNeed, outside
from desktop.services.needs.records import NeedDetail, NeedQuery, NeedRow
from desktop.services.record_values import live, required, set_values
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_FEW = 6


@dataclass(frozen=True)
class House:
    """A household by those who live there."""

    id: UUID
    name: str
    people: str


class NeedService(SubjectService[Need, NeedQuery, NeedRow, NeedDetail]):
    """What can be done with needs; only `name` is required of one.

    `village_id` takes a moo number too. Values raise `quantity_not_positive`, and
    `learner_unknown` or `record_unknown` for somebody who is not there.
    """

    model = Need
    lifecycle = NEEDING

    def _found(self, session: Session, query: NeedQuery | None) -> list[NeedRow]:
        return reading.found(session, query or NeedQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> NeedDetail:
        return reading.need_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Need:
        return Need(name="")

    def _fill(self, session: Session, thing: Need, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def outside(self, query: NeedQuery | None = None) -> tuple[OutsideNeed, ...]:
        """Return needs as a meeting may see them: without names, words or small villages."""
        with self._workspace.read() as session:
            return tuple(outside(session, self._found(session, query)))

    @needs(Right.READ)
    def beyond(self, query: NeedQuery) -> int:
        """Return how many needs a question does not look at since it wants only the first."""
        with self._workspace.read() as session:
            return reading.beyond(session, query)

    @needs(Right.READ)
    def houses(self, text: str) -> tuple[House, ...]:
        """Return the few households where somebody of such a name lives."""
        with self._workspace.read() as session:
            wanted = select(Learner.household_id).where(
                Learner.household_id.is_not(None), Learner.deleted.is_(False)
            )
            for word in text.split():
                names = (Learner.given, Learner.surname, Learner.nickname)
                match = [each.contains(word, autoescape=True) for each in names]
                wanted = wanted.where(match[0] | match[1] | match[2])
            ids = session.scalars(wanted.order_by(Learner.sort_key).limit(4 * _FEW)).all()
            return _houses(session, list(dict.fromkeys(ids))[:_FEW])

    @needs(Right.READ)
    def houses_of(self, ids: Iterable[UUID]) -> tuple[House, ...]:
        """Return these households."""
        with self._workspace.read() as session:
            return _houses(session, list(ids))


def _houses(session: Session, ids: Sequence[UUID | None]) -> tuple[House, ...]:
    found = []
    for house in (session.get(Household, each) for each in ids if each is not None):
        if house is None or house.deleted:
            continue
        people = session.scalars(
            select(Learner)
            .where(Learner.household_id == house.id, Learner.deleted.is_(False))
            .order_by(Learner.sort_key)
        )
        names = [called(each) for each in people]
        name = house.name or house.house_number or next(iter(names), "")
        found.append(House(house.id, name, ", ".join(names)))
    return tuple(found)


def fill(session: Session, need: Need, values: Mapping[str, Any]) -> None:
    """Put values onto a need, inside the caller's transaction."""
    set_values(session, need, with_villages(session, values))
    required(need, "name")
    check_quantity(need)
    for cls, whose in ((Learner, need.learner_id), (Household, need.household_id)):
        if whose is not None:
            live(session, cls, whose)
