"""Competence of the team: finding, writing down with the person it is of, and who can do what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.competences import Competence
from desktop.models.partners import Partner
from desktop.services.competences import reading
from desktop.services.competences.lifecycle import HOLDING
from desktop.services.competences.records import (
    CompetenceDetail,
    CompetenceQuery,
    CompetenceRow,
    TeamMatrix,
)
from desktop.services.persons.service import known_or_new
from desktop.services.record_values import refuse_ahead, refuse_nothing, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

OF_PERSON = ("title", "given", "surname", "phone")
"""What is said of somebody who is not known yet."""


class CompetenceService(
    SubjectService[Competence, CompetenceQuery, CompetenceRow, CompetenceDetail]
):
    """What can be done with competences; nothing but whose it is is required.

    One is added of a person who is known (`person_id`), or of who they are (`OF_PERSON`, `given`
    at least), who is registered first. Values raise `quantity_not_positive` (`hours`) and
    `date_ahead` (`on`).
    """

    model = Competence
    lifecycle = HOLDING

    def _found(self, session: Session, query: CompetenceQuery | None) -> list[CompetenceRow]:
        return reading.found(session, query or CompetenceQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> CompetenceDetail:
        return reading.competence_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Competence:
        who = {name: given.pop(name) for name in OF_PERSON if name in given}
        return begun(session, given.pop("person_id", None), who)

    def _fill(self, session: Session, thing: Competence, values: Mapping[str, Any]) -> None:
        fill(session, thing, values, self._workspace.today())

    @needs(Right.READ)
    def matrix(self) -> TeamMatrix:
        """Return who can do what today."""
        with self._workspace.read() as session:
            return reading.matrix(session, self._workspace.today())


def begun(session: Session, person_id: object, who: Mapping[str, Any]) -> Competence:
    """Return a new one of a known person, or of somebody new; UserError as `known_or_new`."""
    return Competence(person_id=known_or_new(session, person_id, who).id)


def check_facts(values: Mapping[str, Any], today: date) -> None:
    """Refuse a day ahead, and hours of nothing.

    Raises:
        UserError: `date_ahead`, `quantity_not_positive`, each with its `field`.
    """
    refuse_ahead(values, "on", today)
    refuse_nothing(values, "hours")


def fill(session: Session, thing: Competence, values: Mapping[str, Any], today: date) -> None:
    """Put values onto one, inside the caller's transaction."""
    set_values(session, thing, values)
    check_facts({name: getattr(thing, name) for name in ("on", "hours")}, today)
    if thing.partner_id is not None:
        thing.partner_id = standing(session, Partner, thing.partner_id).id
