"""People who are not learners: registering and finding them, and joining twins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.persons import Person
from desktop.services.learners.fields import full_title, moo_number, village_for
from desktop.services.persons import reading
from desktop.services.persons.records import PersonDetail, PersonRow
from desktop.services.record_values import live, required, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


class PersonService:
    """What can be done with people who are not learners; each method is one transaction.

    Values are given by field name as a person writes them; `village` takes a moo number. Methods
    raise UserError `record_unknown`, and the codes of `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def find(self, text: str = "", limit: int = 20) -> tuple[PersonRow, ...]:
        """Return the people whom each typed word is found in, in Thai order; "" finds all."""
        with self._workspace.read() as session:
            ids = list(session.scalars(reading.found(text).limit(limit)))
            return tuple(reading.person_rows(session, ids))

    @needs(Right.READ)
    def count(self, text: str = "") -> int:
        """Return how many people `find` would find without a limit."""
        with self._workspace.read() as session:
            inner = reading.found(text).order_by(None).subquery()
            return session.scalar(select(func.count()).select_from(inner)) or 0

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[PersonRow, ...]:
        """Return the rows of these people, in the order given."""
        with self._workspace.read() as session:
            return tuple(reading.person_rows(session, list(ids)))

    @needs(Right.READ)
    def get(self, person_id: UUID) -> PersonDetail:
        """Return a person whole."""
        with self._workspace.read() as session:
            return reading.person_detail(session, person_id)

    @needs(Right.READ)
    def alike(self, values: Mapping[str, Any]) -> tuple[PersonRow, ...]:
        """Return people who may be the one being typed: the same telephone, or the same names."""
        given, surname, phone = (str(values.get(n) or "") for n in ("given", "surname", "phone"))
        with self._workspace.read() as session:
            return tuple(
                reading.person_rows(session, reading.alike(session, given, surname, phone))
            )

    @needs(Right.WRITE)
    def add(self, values: Mapping[str, Any]) -> UUID:
        """Register a person; only the given name is required."""
        with self._workspace.write() as session:
            person = Person(given="")
            fill(session, person, values)
            session.add(person)
            return person.id

    @needs(Right.WRITE)
    def edit(self, person_id: UUID, values: Mapping[str, Any]) -> None:
        """Change the given fields of a person and leave the others."""
        with self._workspace.write() as session:
            fill(session, standing(session, Person, person_id), values)

    @needs(Right.DELETE)
    def hide(self, person_ids: Iterable[UUID]) -> None:
        """Hide people from lists; their records stay and can be brought back."""
        with self._workspace.write() as session:
            for person_id in person_ids:
                live(session, Person, person_id).deleted = True

    @needs(Right.DELETE)
    def bring_back(self, person_ids: Iterable[UUID]) -> None:
        """Show hidden people again."""
        with self._workspace.write() as session:
            for person_id in person_ids:
                person = session.get(Person, person_id)
                if person is None or person.erased is not None:
                    raise UserError("record_unknown", kind=Person.kind, text=str(person_id))
                person.deleted = False

    # The same human twice, or as a learner too

    @needs(Right.MERGE)
    def join(self, keep: UUID, twin: UUID, values: Mapping[str, Any] | None = None) -> None:
        """Join two records of one person: `twin` points at `keep`, which takes `values`.

        What hangs on the twin stays there and is read with the person who remains.

        Raises:
            UserError: `same_person`.
        """
        if keep == twin:
            raise UserError("same_person")
        with self._workspace.write() as session:
            kept, joined = live(session, Person, keep), live(session, Person, twin)
            if keep in (joined.merged_into, twin) or kept.merged_into is not None:
                raise UserError("same_person")
            fill(session, kept, values or {})
            if kept.same_learner_id is None:
                kept.same_learner_id = joined.same_learner_id
            joined.merged_into = keep
            for earlier in session.scalars(select(Person).where(Person.merged_into == twin)):
                earlier.merged_into = keep

    @needs(Right.MERGE)
    def separate(self, twin: UUID) -> None:
        """Undo a join: the twin stands for itself again."""
        with self._workspace.write() as session:
            person = live(session, Person, twin)
            if person.merged_into is None:
                raise UserError("record_unknown", kind=Person.kind, text=str(twin))
            person.merged_into = None

    @needs(Right.READ)
    def of_learner(self, learner_id: UUID) -> UUID | None:
        """Return the person who is the same human as a learner, None where there is none."""
        with self._workspace.read() as session:
            return reading.person_of_learner(session, learner_id)


def fill(session: Session, person: Person, values: Mapping[str, Any]) -> None:
    """Put given values onto a person; UserError as `PersonService` says."""
    given = dict(values)
    village = given.pop("village", None)
    if "title" in given:
        given["title"] = full_title(given["title"])
    set_values(session, person, given)
    required(person, "given")
    if village is not None:
        moo = moo_number(str(village))
        person.village_id = village_for(session, moo) if moo else None


def known_or_new(session: Session, person_id: object, who: Mapping[str, Any]) -> Person:
    """Return the person of this id, or somebody who is registered first.

    Raises:
        UserError: `record_unknown`, and as `fill`.
    """
    if person_id:
        return standing(session, Person, UUID(str(person_id)))
    person = Person(given="")
    fill(session, person, who)
    session.add(person)
    session.flush()
    return person
