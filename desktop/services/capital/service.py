"""Community capital: finding, writing down, how sure it is, and the table of the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.capital import Capital, CapitalMove
from desktop.models.persons import Person
from desktop.services.capital import reading
from desktop.services.capital.lifecycle import KNOWING
from desktop.services.capital.records import CapitalDetail, CapitalQuery, CapitalRow, CapitalTable
from desktop.services.learners.fields import with_villages
from desktop.services.persons.behind import check_behind
from desktop.services.record_values import (
    refuse_ahead,
    refuse_nothing,
    required,
    set_values,
    standing,
)
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_FEW = 6


class CapitalService(SubjectService[Capital, CapitalQuery, CapitalRow, CapitalDetail]):
    """What can be done with community capital; only `name` is required of one.

    `village_id` takes a moo number too. Values raise `date_ahead` (`noted_on`),
    `quantity_not_positive`, `record_unknown` for an owner who is not there, and `not_allowed` to
    make one confidential without seeing sensitive parts. Verifying one confirms it.
    """

    model = Capital
    lifecycle = KNOWING

    def _found(self, session: Session, query: CapitalQuery | None) -> list[CapitalRow]:
        return reading.found(session, query or CapitalQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> CapitalDetail:
        return reading.capital_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Capital:
        return begun(self._workspace.today())

    def _fill(self, session: Session, thing: Capital, values: Mapping[str, Any]) -> None:
        fill(session, thing, values, self._workspace.today())
        self._seen(thing)

    def _moved(self, session: Session, thing: Capital, move: CapitalMove) -> None:
        if move.move == "verify" and (not thing.confirmed_on or thing.confirmed_on < move.done_on):
            self._confirm(session, thing, move.done_on)

    @needs(Right.READ)
    def named(self, text: str) -> tuple[CapitalRow, ...]:
        """Return the few that a part of a name may mean."""
        return self.find(CapitalQuery(search=text), _FEW)

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[CapitalRow, ...]:
        """Return the rows of these, in Thai order."""
        wanted = set(ids)
        return tuple(row for row in self.find() if row.id in wanted)

    @needs(Right.READ)
    def table(self) -> CapitalTable:
        """Return how much of each kind every village has."""
        with self._workspace.read() as session:
            return reading.table(session)


def begun(today: date) -> Capital:
    """Return one that is written down on this day."""
    return Capital(name="", confidential=False, noted_on=today.isoformat())


def check_facts(values: Mapping[str, Any], today: date) -> None:
    """Refuse a day ahead, and a capacity of nothing.

    Raises:
        UserError: `date_ahead`, `quantity_not_positive`, each with its `field`.
    """
    refuse_ahead(values, "noted_on", today)
    refuse_nothing(values, "capacity_number")


def fill(session: Session, capital: Capital, values: Mapping[str, Any], today: date) -> None:
    """Put values onto one, inside the caller's transaction."""
    set_values(session, capital, with_villages(session, values))
    required(capital, "name")
    check_facts({name: getattr(capital, name) for name in ("noted_on", "capacity_number")}, today)
    check_behind(session, capital)
    if capital.told_by_id is not None:
        capital.told_by_id = standing(session, Person, capital.told_by_id).id
