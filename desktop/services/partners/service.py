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
from desktop.services import details
from desktop.services.learners.fields import with_villages
from desktop.services.moves import make_move
from desktop.services.partners import reading
from desktop.services.partners.lifecycle import PARTNERSHIP
from desktop.services.partners.records import PartnerDetail, PartnerQuery, PartnerRow
from desktop.services.record_values import live, required, set_values, standing
from desktop.services.rights import Right, needs, require
from desktop.services.workspace import Workspace

_FEW = 6


class PartnerService:
    """What can be done with partners; each method is one transaction.

    Values are given by field name as a person writes them; `villages` and `village_id` take moo
    numbers too. Methods raise UserError `record_unknown`, and the codes of
    `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def find(
        self, query: PartnerQuery | None = None, limit: int | None = None
    ) -> tuple[PartnerRow, ...]:
        """Return the partners that a question finds, in Thai order."""
        with self._workspace.read() as session:
            today = self._workspace.today()
            return tuple(reading.found(session, query or PartnerQuery(), today)[:limit])

    @needs(Right.READ)
    def get(self, partner_id: UUID) -> PartnerDetail:
        """Return a partner whole; of a joined twin the one that stands."""
        with self._workspace.read() as session:
            return reading.partner_detail(session, partner_id, self._workspace.today())

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

    @needs(Right.WRITE)
    def add(self, values: Mapping[str, Any]) -> UUID:
        """Write a partner down; only `name` is required, and it counts as confirmed today."""
        with self._workspace.write() as session:
            partner = Partner(name="")
            partner.confirmed_on = self._workspace.today().isoformat()
            partner.confirmed_by = self._workspace.user.user_id
            fill(session, partner, values)
            session.add(partner)
            return partner.id

    @needs(Right.WRITE)
    def edit(self, partner_id: UUID, values: Mapping[str, Any]) -> None:
        """Change the given fields of a partner and leave the others."""
        with self._workspace.write() as session:
            fill(session, standing(session, Partner, partner_id), values)

    @needs(Right.WRITE)
    def confirm(self, partner_id: UUID, on: str = "") -> None:
        """Note that all of it was asked and still holds: today, or on the day given."""
        with self._workspace.write() as session:
            partner = standing(session, Partner, partner_id)
            details.confirm(session, self._workspace, partner, on)

    @needs(Right.WRITE)
    def move(
        self,
        partner_id: UUID,
        code: str,
        facts: Mapping[str, Any] | None = None,
        seen: UUID | None = None,
    ) -> UUID:
        """Begin, pause, resume or end working together, and return the move.

        Raises:
            UserError: as `moves.make_move`.
        """
        with self._workspace.write() as session:
            partner = standing(session, Partner, partner_id)
            move = make_move(
                session, self._workspace, PARTNERSHIP, partner, code, facts or {}, seen=seen
            )
            return move.id

    @needs(Right.DELETE)
    def hide(self, partner_ids: Iterable[UUID]) -> None:
        """Hide partners that were written down by mistake; they can be brought back."""
        with self._workspace.write() as session:
            for partner_id in partner_ids:
                live(session, Partner, partner_id).deleted = True

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
