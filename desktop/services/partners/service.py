"""Partners: finding, writing down, whom to ask there, how it stands, and joining twins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.partners import Partner, PartnerContact
from desktop.models.persons import Person
from desktop.services.learners.fields import with_villages
from desktop.services.partners import reading
from desktop.services.partners.lifecycle import PARTNERSHIP
from desktop.services.partners.records import PartnerDetail, PartnerQuery, PartnerRow
from desktop.services.record_values import live, required, set_values, standing
from desktop.services.rights import Right, needs, require
from desktop.services.subject_service import SubjectService

_FEW = 6


class PartnerService(SubjectService[Partner, PartnerQuery, PartnerRow, PartnerDetail]):
    """What can be done with partners; only `name` is required of one.

    `villages` and `village_id` take moo numbers too. A joined twin leads to the one that stands.
    """

    model = Partner
    lifecycle = PARTNERSHIP

    def _found(self, session: Session, query: PartnerQuery | None) -> list[PartnerRow]:
        return reading.found(session, query or PartnerQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> PartnerDetail:
        return reading.partner_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Partner:
        return Partner(name="")

    def _fill(self, session: Session, thing: Partner, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    def _standing(self, session: Session, record_id: UUID) -> Partner:
        return standing(session, Partner, record_id)

    @needs(Right.READ)
    def named(self, text: str) -> tuple[PartnerRow, ...]:
        """Return the few partners that a part of a name may mean."""
        return self.find(PartnerQuery(search=text), _FEW)

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[PartnerRow, ...]:
        """Return the rows of these partners, in Thai order."""
        wanted = set(ids)
        return tuple(row for row in self.find() if row.id in wanted)

    @needs(Right.READ)
    def alike(self, name: str) -> tuple[PartnerRow, ...]:
        """Return partners of just this name, which may be the one being written down."""
        rows = self.find(PartnerQuery(search=name)) if name.strip() else ()
        wanted = "".join(name.split())
        return tuple(row for row in rows if "".join(row.name.split()) == wanted)

    # Whom to ask there

    @needs(Right.WRITE)
    def add_contact(self, partner_id: UUID, person_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Note whom to ask: `role`, `since`, `until`, `note`, and `confidential`.

        Raises:
            UserError: `not_allowed` to make one confidential without seeing sensitive parts.
        """
        with self._workspace.write() as session:
            partner = standing(session, Partner, partner_id)
            person = standing(session, Person, person_id)
            contact = ensure(session, PartnerContact, partner_id=partner.id, person_id=person.id)
            self._fill_contact(session, contact, values)
            return contact.id

    @needs(Right.WRITE)
    def add_new_contact(self, partner_id: UUID, person: Mapping[str, Any]) -> UUID:
        """Register a person and note them as whom to ask, in one; `given` is required."""
        with self._workspace.write() as session:
            partner = standing(session, Partner, partner_id)
            made = Person(given="")
            set_values(session, made, person)
            required(made, "given")
            session.add(made)
            contact = ensure(session, PartnerContact, partner_id=partner.id, person_id=made.id)
            return contact.id

    @needs(Right.WRITE)
    def edit_contact(self, contact_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is noted of whom to ask; UserError as `add_contact`."""
        with self._workspace.write() as session:
            self._fill_contact(session, live(session, PartnerContact, contact_id), values)

    @needs(Right.WRITE)
    def remove_contact(self, contact_id: UUID) -> None:
        """Hide one that was noted by mistake; who left gets `until` instead."""
        with self._workspace.write() as session:
            contact = live(session, PartnerContact, contact_id)
            if contact.confidential:
                require(self._workspace, Right.SENSITIVE)
            contact.deleted = True

    # One partner twice

    @needs(Right.MERGE)
    def join(self, keep: UUID, twin: UUID) -> None:
        """Join two records of one partner; what hangs on the twin is read with the one kept.

        Raises:
            UserError: `same_partner`.
        """
        with self._workspace.write() as session:
            kept, joined = live(session, Partner, keep), live(session, Partner, twin)
            if keep == twin or kept.merged_into is not None or joined.merged_into is not None:
                raise UserError("same_partner")
            joined.merged_into = keep
            for earlier in session.scalars(select(Partner).where(Partner.merged_into == twin)):
                earlier.merged_into = keep

    @needs(Right.MERGE)
    def separate(self, twin: UUID) -> None:
        """Undo a join: the twin stands for itself again."""
        with self._workspace.write() as session:
            live(session, Partner, twin).merged_into = None

    def _fill_contact(
        self, session: Session, contact: PartnerContact, values: Mapping[str, Any]
    ) -> None:
        was = contact.confidential
        set_values(session, contact, values, "partner_id", "person_id")
        if was or contact.confidential:
            require(self._workspace, Right.SENSITIVE)
        live(session, Person, contact.person_id)


def fill(session: Session, partner: Partner, values: Mapping[str, Any]) -> None:
    """Put values onto a partner, inside the caller's transaction; see `PartnerService`."""
    set_values(session, partner, with_villages(session, values))
    required(partner, "name")
