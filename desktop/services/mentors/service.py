"""Mentors: finding, writing down with the person that they are, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.derived import ensure
from desktop.models.mentors import Mentor
from desktop.models.names import Name
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.services import details
from desktop.services.learners.fields import with_villages
from desktop.services.mentors import reading
from desktop.services.mentors.lifecycle import MENTORSHIP
from desktop.services.mentors.records import MentorDetail, MentorQuery, MentorRow
from desktop.services.moves import make_move
from desktop.services.persons.service import fill as fill_person
from desktop.services.record_values import live, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

OF_PERSON = ("title", "given", "surname", "phone")
"""What is said of somebody who is not known yet."""


class MentorService:
    """What can be done with mentors; each method is one transaction.

    Values are given by field name as a person writes them; `villages` take moo numbers too.
    Methods raise UserError `record_unknown`, and the codes of `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def find(
        self, query: MentorQuery | None = None, limit: int | None = None
    ) -> tuple[MentorRow, ...]:
        """Return the mentors that a question finds, in Thai order."""
        with self._workspace.read() as session:
            today = self._workspace.today()
            return tuple(reading.found(session, query or MentorQuery(), today)[:limit])

    @needs(Right.READ)
    def get(self, mentor_id: UUID) -> MentorDetail:
        """Return a mentor whole."""
        with self._workspace.read() as session:
            return reading.mentor_detail(session, mentor_id, self._workspace.today())

    @needs(Right.WRITE)
    def add(self, values: Mapping[str, Any]) -> UUID:
        """Write a mentor down, who counts as confirmed today; one who was hidden comes back.

        Args:
            values: `person_id`, or who they are (`OF_PERSON`, `given` at least), and the fields.
        """
        with self._workspace.write() as session:
            return begin(session, self._workspace, values).id

    @needs(Right.WRITE)
    def edit(self, mentor_id: UUID, values: Mapping[str, Any]) -> None:
        """Change the given fields of a mentor and leave the others."""
        with self._workspace.write() as session:
            fill(session, live(session, Mentor, mentor_id), values)

    @needs(Right.WRITE)
    def confirm(self, mentor_id: UUID, on: str = "") -> None:
        """Note that all of it was asked and still holds: today, or on the day given."""
        with self._workspace.write() as session:
            details.confirm(session, self._workspace, live(session, Mentor, mentor_id), on)

    @needs(Right.WRITE)
    def move(
        self,
        mentor_id: UUID,
        code: str,
        facts: Mapping[str, Any] | None = None,
        seen: UUID | None = None,
    ) -> UUID:
        """Accept, pause, resume or end, and return the move.

        Raises:
            UserError: `mentor_not_screened`, `mentor_no_consent`, and as `moves.make_move`.
        """
        with self._workspace.write() as session:
            mentor = live(session, Mentor, mentor_id)
            return make_move(
                session, self._workspace, MENTORSHIP, mentor, code, facts or {}, seen=seen
            ).id

    @needs(Right.DELETE)
    def hide(self, mentor_ids: Iterable[UUID]) -> None:
        """Hide mentors who were written down by mistake; the people stay."""
        with self._workspace.write() as session:
            for mentor_id in mentor_ids:
                live(session, Mentor, mentor_id).deleted = True


def begin(session: Session, workspace: Workspace, values: Mapping[str, Any]) -> Mentor:
    """Make a mentor of a person, registered first where they are new; see `MentorService`."""
    given = dict(values)
    who = {name: given.pop(name) for name in OF_PERSON if name in given}
    known = given.pop("person_id", None)
    if known:
        person = standing(session, Person, UUID(str(known)))
    else:
        person = Person(given="")
        fill_person(session, person, who)
        session.add(person)
        session.flush()
    mentor = ensure(session, Mentor, person_id=person.id)
    mentor.confirmed_on = workspace.today().isoformat()
    mentor.confirmed_by = workspace.user.user_id
    fill(session, mentor, given)
    return mentor


def of_row(session: Session, name: Name, phone: str) -> Mentor:
    """Return the mentor whom a row of a workbook begins with, made of a person of just that name.

    Somebody is registered anew where nobody is called so, or several are.
    """
    called = select(Person).where(
        Person.deleted.is_(False),
        Person.merged_into.is_(None),
        Person.given == name.given,
        func.coalesce(Person.surname, "") == name.surname,
    )
    found = session.scalars(called).all()
    number = key_of(phone)
    if len(found) > 1 and number:
        found = [each for each in found if key_of(each.phone or "") == number]
    if len(found) == 1:
        person = found[0]
    else:
        person = Person(given="")
        values = {"title": name.title, "given": name.given, "surname": name.surname}
        fill_person(session, person, {**values, "nickname": name.nickname, "phone": phone})
        session.add(person)
        session.flush()
    return ensure(session, Mentor, person_id=person.id)


def fill(session: Session, mentor: Mentor, values: Mapping[str, Any]) -> None:
    """Put values onto a mentor, inside the caller's transaction."""
    set_values(session, mentor, with_villages(session, values))
