"""Mentors: finding, writing down with the person that they are, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.derived import ensure
from desktop.models.mentors import Mentor
from desktop.services.learners.fields import with_villages
from desktop.services.mentors import reading
from desktop.services.mentors.lifecycle import MENTORSHIP
from desktop.services.mentors.records import MentorDetail, MentorQuery, MentorRow
from desktop.services.persons.service import known_or_new
from desktop.services.record_values import set_values
from desktop.services.subject_service import SubjectService

OF_PERSON = ("title", "given", "surname", "phone")
"""What is said of somebody who is not known yet."""


class MentorService(SubjectService[Mentor, MentorQuery, MentorRow, MentorDetail]):
    """What can be done with mentors; `villages` take moo numbers too.

    One is added of a person who is known (`person_id`), or of who they are (`OF_PERSON`, `given`
    at least), who is registered first; one who was hidden comes back. A move raises
    `mentor_not_screened`, `mentor_no_consent`. Where one is hidden, the person stays.
    """

    model = Mentor
    lifecycle = MENTORSHIP

    def _found(self, session: Session, query: MentorQuery | None) -> list[MentorRow]:
        return reading.found(session, query or MentorQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> MentorDetail:
        return reading.mentor_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Mentor:
        who = {name: given.pop(name) for name in OF_PERSON if name in given}
        return begun(session, given.pop("person_id", None), who)

    def _fill(self, session: Session, thing: Mentor, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)


def begun(session: Session, person_id: object, who: Mapping[str, Any]) -> Mentor:
    """Return the mentor that a known person is, or somebody new; UserError as `known_or_new`."""
    return ensure(session, Mentor, person_id=known_or_new(session, person_id, who).id)


def fill(session: Session, mentor: Mentor, values: Mapping[str, Any]) -> None:
    """Put values onto a mentor, inside the caller's transaction."""
    set_values(session, mentor, with_villages(session, values))
