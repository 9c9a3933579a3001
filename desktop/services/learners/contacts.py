"""Notes, visits and calls with a learner, what was promised, and the learner's timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import Contact, Learner
from desktop.models.program import User
from desktop.services.record_values import live, owned, required, set_values
from desktop.services.rights import Right, needs, require
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class ContactLine:
    """A visit, call or note as it stands after its corrections.

    Attributes:
        id: the entry that counts.
        on: the day, ISO.
        next_on: when the next one is promised, "" without a promise.
        kept: whether a later entry has kept the promise.
        earlier: the entries that this one corrects, newest first.
        private: read only by who may see sensitive parts.
    """

    id: UUID
    contact_kind: str
    on: str
    by_name: str
    place: str
    text: str
    next_on: str
    next_text: str
    kept: bool
    written_at: datetime
    written_by: str
    earlier: tuple[UUID, ...] = ()
    private: bool = False


class ContactService:
    """The contact log of learners; entries are added and corrected, never changed or removed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def add(self, learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add an entry; `text` is required, the day is today and the kind a visit unless given.

        Raises:
            UserError: `learner_unknown`, `field_missing`, and what `set_values` raises.
        """
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            made = Contact(
                learner_id=learner_id,
                contact_kind="home_visit",
                on=self._workspace.today().isoformat(),
                by_name=self._workspace.user.name,
                text="",
            )
            set_values(session, made, values)
            required(made)
            session.add(made)
            return made.id

    @needs(Right.WRITE)
    def correct(self, contact_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add an entry that takes the place of another, which stays readable beneath it."""
        with self._workspace.write() as session:
            old = live(session, Contact, contact_id)
            if old.private:
                require(self._workspace, Right.SENSITIVE)
            made = Contact(
                learner_id=old.learner_id,
                contact_kind=old.contact_kind,
                on=old.on,
                by_name=old.by_name,
                place=old.place,
                text=old.text,
                next_on=old.next_on,
                next_text=old.next_text,
                corrects=old.id,
                private=old.private,
            )
            set_values(session, made, values)
            required(made)
            session.add(made)
            return made.id

    @needs(Right.READ)
    def of(self, learner_id: UUID) -> tuple[ContactLine, ...]:
        """Return the learner's entries, newest day first, each as corrected last."""
        with self._workspace.read() as session:
            live(session, Learner, learner_id)
            return contact_lines(session, learner_id)

    @needs(Right.READ)
    def entry(self, contact_id: UUID) -> ContactLine:
        """Return one entry as it was written, corrected or not; UserError `record_unknown`."""
        with self._workspace.read() as session:
            contact = live(session, Contact, contact_id)
            names = {user.id: user.name for user in session.scalars(select(User))}
            return _line(contact, names, False, ())


def contact_lines(session: Session, learner_id: UUID) -> tuple[ContactLine, ...]:
    """Return a learner's entries, newest day first, each as corrected last."""
    contacts = list(session.scalars(owned(Contact, learner_id)))
    names = {user.id: user.name for user in session.scalars(select(User))}
    by_id = {each.id: each for each in contacts}
    corrected = {each.corrects for each in contacts if each.corrects}
    counting = [each for each in contacts if each.id not in corrected]
    lines = []
    for contact in counting:
        earlier: list[UUID] = []
        # Two laptops may correct one entry; a ring cannot arise, but must not hang us if it does.
        step = contact.corrects
        while step is not None and step in by_id and step not in earlier:
            earlier.append(step)
            step = by_id[step].corrects
        lines.append(_line(contact, names, is_kept(contact, counting), tuple(earlier)))
    order = {each.id: each.first_stamp for each in contacts}
    return tuple(sorted(lines, key=lambda line: (line.on, order[line.id]), reverse=True))


def is_kept(contact: Contact, entries: list[Contact]) -> bool:
    """Tell whether a promise is kept: met on or after its day, or replaced by a newer promise."""
    if not contact.next_on:
        return False
    # The day counts, not when it was written down: notes on paper are typed in any order.
    return any(
        other.on >= contact.next_on or other.next_on
        for other in entries
        if (other.on, other.first_stamp) > (contact.on, contact.first_stamp)
    )


def _line(
    contact: Contact, names: Mapping[UUID, str], kept: bool, earlier: tuple[UUID, ...]
) -> ContactLine:
    return ContactLine(
        id=contact.id,
        contact_kind=contact.contact_kind,
        on=contact.on,
        by_name=contact.by_name or "",
        place=contact.place or "",
        text=contact.text,
        next_on=contact.next_on or "",
        next_text=contact.next_text or "",
        kept=kept,
        written_at=contact.created_at,
        written_by=names.get(contact.created_by, "") if contact.created_by else "",
        earlier=earlier,
        private=bool(contact.private),
    )
