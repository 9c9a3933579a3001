"""Local curricula: finding, writing down, their units, their course, and new versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.capital import Capital
from desktop.models.curricula import Curriculum, CurriculumUnit
from desktop.models.fields import fields_of
from desktop.models.moves import state_column, state_of
from desktop.services.curricula import reading
from desktop.services.curricula.lifecycle import COURSE, course_states, locked
from desktop.services.curricula.records import CurriculumDetail, CurriculumQuery, CurriculumRow
from desktop.services.learners.fields import with_villages
from desktop.services.record_values import (
    live,
    read_values,
    refuse_ahead,
    refuse_nothing,
    required,
    set_values,
)
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService
from desktop.services.workspace import Workspace

ALWAYS: Final = frozenset({"shareable", "note"})
"""What is said of a curriculum, and not in it: it may be changed at any time."""

_FEW: Final = 6
_COPIED_NOT: Final = frozenset({"written_on", "note", "verified_on"})


class CurriculumService(
    SubjectService[Curriculum, CurriculumQuery, CurriculumRow, CurriculumDetail]
):
    """What can be done with local curricula; only `name` is required of one.

    `village_id` takes a moo number too. Values raise `quantity_not_positive` (`hours`),
    `date_ahead` (`written_on`), `record_unknown` (`capital`), and `version_locked` where one
    was tried or a course runs on it.
    """

    model = Curriculum
    lifecycle = COURSE

    def _found(self, session: Session, query: CurriculumQuery | None) -> list[CurriculumRow]:
        return reading.found(session, query or CurriculumQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> CurriculumDetail:
        return reading.curriculum_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Curriculum:
        return begun(self._workspace.today())

    def _fill(self, session: Session, thing: Curriculum, values: Mapping[str, Any]) -> None:
        fill(session, thing, values, self._workspace.today())

    @needs(Right.READ)
    def named(self, text: str) -> tuple[CurriculumRow, ...]:
        """Return the few that a part of a title may mean."""
        return self.find(CurriculumQuery(search=text), _FEW)

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[CurriculumRow, ...]:
        """Return the rows of these, in Thai order."""
        wanted = set(ids)
        return tuple(row for row in self.find() if row.id in wanted)

    @needs(Right.WRITE)
    def new_version(self, curriculum_id: UUID) -> UUID:
        """Copy one with its units into a draft and return that; one that waits already is taken.

        Raises:
            UserError: `record_unknown`; `version_still_draft`, since a draft is simply changed.
        """
        with self._workspace.write() as session:
            old = live(session, Curriculum, curriculum_id)
            if not is_locked(session, old):
                raise UserError("version_still_draft")
            waiting = session.scalars(
                select(Curriculum)
                .where(Curriculum.previous_id == old.id, Curriculum.deleted.is_(False))
                .where(state_column(Curriculum) == Curriculum.first_state)
            ).first()
            return waiting.id if waiting is not None else _copied(session, self._workspace, old)

    # Units

    @needs(Right.WRITE)
    def add_unit(self, curriculum_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add a unit behind the others: `name`, `hours`, `method`, and `number` for its place."""
        with self._workspace.write() as session:
            thing = _open(session, curriculum_id)
            unit = unit_of(session, thing)
            fill_unit(session, unit, values)
            session.add(unit)
            return unit.id

    @needs(Right.WRITE)
    def edit_unit(self, unit_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is given of a unit."""
        with self._workspace.write() as session:
            unit = live(session, CurriculumUnit, unit_id)
            _open(session, unit.curriculum_id)
            fill_unit(session, unit, values)

    @needs(Right.WRITE)
    def remove_unit(self, unit_id: UUID) -> None:
        """Take a unit out; it can be brought back."""
        with self._workspace.write() as session:
            unit = live(session, CurriculumUnit, unit_id)
            _open(session, unit.curriculum_id)
            unit.deleted = True


def begun(today: date) -> Curriculum:
    """Return one that is written on this day."""
    return Curriculum(name="", version=1, written_on=today.isoformat())


def is_locked(session: Session, thing: Curriculum) -> bool:
    """Whether it is changed in a new version only."""
    courses = course_states(session).get(thing.id, frozenset())
    return locked(state_of(session, thing), courses)


def check_open(session: Session, thing: Curriculum, names: Iterable[str]) -> None:
    """Refuse to change these fields of one that was tried or is taught.

    Raises:
        UserError: `version_locked`.
    """
    if not ALWAYS.issuperset(names) and is_locked(session, thing):
        raise UserError("version_locked")


def check_facts(values: Mapping[str, Any], today: date) -> None:
    """Refuse a day ahead, and hours of nothing.

    Raises:
        UserError: `date_ahead`, `quantity_not_positive`, each with its `field`.
    """
    refuse_ahead(values, "written_on", today)
    refuse_nothing(values, "hours")


def fill(session: Session, thing: Curriculum, values: Mapping[str, Any], today: date) -> None:
    """Put values onto one, inside the caller's transaction."""
    read = read_values(session, Curriculum, with_villages(session, values))
    new = {name: value for name, value in read.items() if getattr(thing, name) != value}
    check_open(session, thing, new)
    for name, value in new.items():
        setattr(thing, name, value)
    required(thing, "name")
    check_facts({name: getattr(thing, name) for name in ("written_on", "hours")}, today)
    for known in new.get("capital") or ():
        live(session, Capital, UUID(known))


def unit_of(session: Session, thing: Curriculum) -> CurriculumUnit:
    """Return a new unit that stands behind the others."""
    last = select(func.max(CurriculumUnit.number)).where(
        CurriculumUnit.curriculum_id == thing.id, CurriculumUnit.deleted.is_(False)
    )
    number = (session.scalar(last) or 0) + 1
    return CurriculumUnit(curriculum_id=thing.id, name="", number=number)


def fill_unit(session: Session, unit: CurriculumUnit, values: Mapping[str, Any]) -> None:
    """Put values onto a unit, inside the caller's transaction."""
    set_values(session, unit, values)
    required(unit, "name")
    check_facts({"hours": unit.hours}, date.max)


def _open(session: Session, curriculum_id: UUID) -> Curriculum:
    thing = live(session, Curriculum, curriculum_id)
    check_open(session, thing, ("units",))
    return thing


def _copied(session: Session, workspace: Workspace, old: Curriculum) -> UUID:
    new = begun(workspace.today())
    for name, each in fields_of(Curriculum).items():
        if each.by_hand and not each.machine and name not in _COPIED_NOT:
            setattr(new, name, getattr(old, name))
    new.version, new.previous_id = old.version + 1, old.id
    session.add(new)
    session.flush()
    for unit in reading.units_of(session, old.id):
        copied = {name: getattr(unit, name) for name in ("number", "name", "hours", "method")}
        session.add(CurriculumUnit(curriculum_id=new.id, **copied))
    return new.id
