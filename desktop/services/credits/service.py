"""Credit items: finding, writing down, and how each is decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.credits import CreditItem, CreditItemMove
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.services.credits import reading
from desktop.services.credits.lifecycle import CREDITING
from desktop.services.credits.open_badge import Badge
from desktop.services.credits.records import CreditBook, CreditDetail, CreditQuery, CreditRow
from desktop.services.credits.signing import badge
from desktop.services.record_values import live, refuse_nothing, required, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService


class CreditService(SubjectService[CreditItem, CreditQuery, CreditRow, CreditDetail]):
    """What can be done with credit items; one is added of a learner, by what was learnt.

    Values raise `quantity_not_positive`, `learner_unknown`, and `record_unknown` of an assessor or
    a receiver. Moves raise the codes of their guards (`lifecycle`).
    """

    model = CreditItem
    lifecycle = CREDITING

    def _found(self, session: Session, query: CreditQuery | None) -> list[CreditRow]:
        return reading.found(session, query or CreditQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> CreditDetail:
        return reading.credit_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> CreditItem:
        return CreditItem(name="", learner_id=owner_of(session, given, CreditItem.kind))

    def _fill(self, session: Session, thing: CreditItem, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    def _moved(self, session: Session, thing: CreditItem, move: CreditItemMove) -> None:
        if move.move == "submit":
            assert move.receiver_id is not None
            thing.receiver_id = standing(session, Partner, move.receiver_id).id

    @needs(Right.READ)
    def book(self, learner_id: UUID) -> CreditBook:
        """Return a learner's credits, proposed and accepted side by side.

        Raises:
            UserError: `learner_unknown`.
        """
        with self._workspace.read() as session:
            return reading.book(session, learner_id, self._workspace.today())

    @needs(Right.EXPORT)
    def badge(self, item_id: UUID) -> Badge:
        """Return an accepted item as the hub signs it, without a signature.

        Raises:
            UserError: `record_unknown`, `credit_not_accepted`, `learner_restricted`.
        """
        with self._workspace.read() as session:
            return badge(session, item_id)


def owner_of(session: Session, given: dict[str, Any], kind: str) -> UUID:
    """Take whose a new record is out of what was given.

    Raises:
        UserError: `field_missing`, `learner_unknown`.
    """
    learner_id = given.pop("learner_id", None)
    if not learner_id:
        raise UserError("field_missing", field="learner_id", kind=kind)
    return live(session, Learner, UUID(str(learner_id))).id


def check_amounts(values: Mapping[str, Any]) -> None:
    """Refuse hours and credits of nothing; UserError `quantity_not_positive` with its `field`."""
    refuse_nothing(values, "hours", "credits")


def fill(session: Session, item: CreditItem, values: Mapping[str, Any]) -> None:
    """Put values onto an item, inside the caller's transaction."""
    set_values(session, item, values)
    required(item, "name")
    check_amounts({name: getattr(item, name) for name in ("hours", "credits")})
    if item.assessor_id is not None and "assessor_id" in values:
        item.assessor_id = standing(session, Person, item.assessor_id).id
    if item.receiver_id is not None and "receiver_id" in values:
        item.receiver_id = standing(session, Partner, item.receiver_id).id
