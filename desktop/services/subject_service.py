"""What can be done with the records of any subject that moves through states."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.fields import fields_of
from desktop.models.moves import WithStates
from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.masking import is_guarded
from desktop.services.moves import Lifecycle, make_move
from desktop.services.record_values import live, set_values
from desktop.services.rights import Right, needs, require
from desktop.services.workspace import Workspace

Thing = TypeVar("Thing", bound=WithStates)
Asked = TypeVar("Asked", bound=Question)
Row = TypeVar("Row", bound=SubjectRow)
Whole = TypeVar("Whole", bound=Detail[Any])


class SubjectService(ABC, Generic[Thing, Asked, Row, Whole]):
    """Finds them, writes them down, and says how each stands; each method is one transaction.

    Values are given by field name as a person writes them. Methods raise UserError
    `record_unknown`, and the codes of `record_values.set_values`.

    Attributes:
        model: the class of the records.
        lifecycle: their course.
    """

    model: type[Thing]
    lifecycle: ClassVar[Lifecycle]

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @abstractmethod
    def _found(self, session: Session, query: Asked | None) -> list[Row]:
        """Those that a question finds, all without one, in Thai order."""

    @abstractmethod
    def _told(self, session: Session, record_id: UUID) -> Whole:
        """One whole."""

    @abstractmethod
    def _begun(self, session: Session, given: dict[str, Any]) -> Thing:
        """A new record; what it is made of is taken out of what was given."""

    @abstractmethod
    def _fill(self, session: Session, thing: Thing, values: Mapping[str, Any]) -> None:
        """Put values onto one."""

    def _moved(self, session: Session, thing: Thing, move: Any) -> None:
        """What a move brings about besides."""

    def _standing(self, session: Session, record_id: UUID) -> Thing:
        """The record to be changed."""
        return live(session, self.model, record_id)

    def _seen(self, thing: Thing) -> Thing:
        """The record, for who may see it: what is changed is read past the masks.

        Raises:
            UserError: `not_allowed`.
        """
        if is_guarded(thing):
            require(self._workspace, Right.SENSITIVE)
        return thing

    @needs(Right.READ)
    def find(self, query: Asked | None = None, limit: int | None = None) -> tuple[Row, ...]:
        """Return those that a question finds, in Thai order."""
        with self._workspace.read() as session:
            return tuple(self._found(session, query)[:limit])

    @needs(Right.READ)
    def get(self, record_id: UUID) -> Whole:
        """Return one whole."""
        with self._workspace.read() as session:
            return self._told(session, record_id)

    @needs(Right.WRITE)
    def add(self, values: Mapping[str, Any]) -> UUID:
        """Write one down, which counts as confirmed today unless the values say otherwise.

        A kind that is not confirmed has no `confirmed_on`.
        """
        given = dict(values)
        with self._workspace.write() as session:
            thing = self._begun(session, given)
            if "confirmed_on" in fields_of(self.model):
                self._confirm(session, thing)
            self._fill(session, thing, given)
            session.add(thing)
            return thing.id

    @needs(Right.WRITE)
    def edit(self, record_id: UUID, values: Mapping[str, Any]) -> None:
        """Change the given fields and leave the others."""
        with self._workspace.write() as session:
            self._fill(session, self._seen(self._standing(session, record_id)), values)

    @needs(Right.WRITE)
    def confirm(self, record_id: UUID, on: str = "") -> None:
        """Note that all of it was asked and still holds: today, or on the day given.

        Raises:
            UserError: `date_ahead`; `unknown_field` of a kind that is not confirmed.
        """
        with self._workspace.write() as session:
            self._confirm(session, self._seen(self._standing(session, record_id)), on)

    @needs(Right.WRITE)
    def move(
        self,
        record_id: UUID,
        code: str,
        facts: Mapping[str, Any] | None = None,
        seen: UUID | None = None,
    ) -> UUID:
        """Make a move of the course, and return it.

        Raises:
            UserError: as `moves.make_move`, and what the guards of the course raise.
        """
        with self._workspace.write() as session:
            thing = self._seen(self._standing(session, record_id))
            move = make_move(
                session, self._workspace, self.lifecycle, thing, code, facts or {}, seen=seen
            )
            self._moved(session, thing, move)
            return move.id

    @needs(Right.DELETE)
    def hide(self, record_ids: Iterable[UUID]) -> None:
        """Hide those that were written down by mistake; they can be brought back."""
        with self._workspace.write() as session:
            for record_id in record_ids:
                self._seen(live(session, self.model, record_id)).deleted = True

    def _confirm(self, session: Session, thing: Any, on: str = "") -> None:
        today = self._workspace.today().isoformat()
        set_values(session, thing, {"confirmed_on": on or today})
        if str(thing.confirmed_on) > today:
            raise UserError("date_ahead", field="confirmed_on", value=thing.confirmed_on)
        thing.confirmed_by = self._workspace.user.user_id


OfAnySubject = SubjectService[Any, Any, Any, Any]
