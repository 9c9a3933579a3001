"""Key skills: finding measures, writing them down one by one or for a whole course at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course
from desktop.models.derived import ensure, find
from desktop.models.moves import state_of
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.restriction import restricted_ids
from desktop.models.skills import SkillMeasure
from desktop.services.moves import make_move
from desktop.services.record_values import live, read_value, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.skills import reading, sheets
from desktop.services.skills.lifecycle import BEFORE, COUNTS, MEASURING, check_before
from desktop.services.skills.records import (
    Cell,
    SkillDetail,
    SkillQuery,
    SkillRow,
    SkillSheet,
)
from desktop.services.subject_service import SubjectService

OF_WHAT = ("learner_id", "course_id", "skill", "phase")
"""What makes a measure the one it is."""


class SkillService(SubjectService[SkillMeasure, SkillQuery, SkillRow, SkillDetail]):
    """What can be done with measures of key skills.

    One is added of a learner, a skill and a phase, with a course or without. Values raise
    `field_missing`, `learner_unknown`, `date_ahead`; `skill_no_before` where a level afterwards
    has none before, `skill_after_stands` where one before is taken away from under it.
    """

    model = SkillMeasure
    lifecycle = MEASURING

    def _found(self, session: Session, query: SkillQuery | None) -> list[SkillRow]:
        return reading.found(session, query or SkillQuery())

    def _told(self, session: Session, record_id: UUID) -> SkillDetail:
        return reading.skill_detail(session, record_id)

    def _begun(self, session: Session, given: dict[str, Any]) -> SkillMeasure:
        return begun(session, {name: given.pop(name, None) for name in OF_WHAT})

    def _fill(self, session: Session, thing: SkillMeasure, values: Mapping[str, Any]) -> None:
        fill(session, thing, values, self._workspace.today())

    def _moved(self, session: Session, thing: SkillMeasure, move: Any) -> None:
        del move
        session.flush()
        check_before(session, thing, gone=state_of(session, thing) != COUNTS)

    @needs(Right.READ)
    def sheet(self, course_id: UUID) -> SkillSheet:
        """Return everybody who learns in a course, with what is measured and what HETT offers."""
        with self._workspace.read() as session:
            return sheets.sheet(session, course_id)

    @needs(Right.WRITE)
    def put(
        self,
        course_id: UUID,
        levels: Mapping[UUID, Mapping[Cell, str]],
        on: object = None,
        *,
        estimated: bool = False,
    ) -> int:
        """Write levels of people of a course, by learner, skill and when; how many changed.

        Args:
            course_id: the course.
            levels: codes of `skill_levels`; "" takes back what was said.
            on: the day, today where it is not given.
            estimated: what is written of before is said afterwards.

        Raises:
            UserError: as values do; `learner_restricted`.
        """
        with self._workspace.write() as session:
            course = live(session, Course, course_id)
            held = restricted_ids(session)
            changed = 0
            for learner_id, cells in levels.items():
                if learner_id in held:
                    raise UserError("learner_restricted", learner=str(learner_id))
                order = sorted(cells, key=lambda cell: cell[1] != BEFORE)
                for cell in order:
                    values: dict[str, Any] = {"level": cells[cell]}
                    if cells[cell]:
                        values["on"] = on or self._workspace.today()
                        values["estimated"] = (estimated and cell[1] == BEFORE) or None
                    changed += self._put(session, course.id, learner_id, cell, values)
            return changed

    @needs(Right.WRITE)
    def take_offers(self, course_id: UUID) -> int:
        """Write down what HETT says wherever nothing is said yet; how many that were."""
        with self._workspace.write() as session:
            taken = 0
            for line in sheets.sheet(session, course_id).lines:
                if line.restricted:
                    continue
                for cell in sorted(line.offers, key=lambda each: each[1] != BEFORE):
                    offer = line.offers[cell]
                    values = {"level": offer.level, "on": offer.on}
                    taken += self._put(
                        session, course_id, line.learner_id, cell, values, offer.assessment_id
                    )
            return taken

    def _put(
        self,
        session: Session,
        course_id: UUID,
        learner_id: UUID,
        cell: Cell,
        values: Mapping[str, Any],
        assessment_id: UUID | None = None,
    ) -> int:
        """Write one level; 1 where it says something new. One that was withdrawn counts again."""
        of = dict(zip(OF_WHAT, (learner_id, course_id, *cell), strict=True))
        level = read_value(session, SkillMeasure, "level", values["level"])
        there = find(session, SkillMeasure, **_meant(session, of))
        said = there is not None and not there.deleted and state_of(session, there) == COUNTS
        if (there.level if there is not None and said else None) == level:
            return 0
        measure = begun(session, of)
        session.flush()
        if state_of(session, measure) != COUNTS:
            make_move(session, self._workspace, MEASURING, measure, "restore", {})
        measure.assessment_id = assessment_id
        fill(session, measure, values, self._workspace.today())
        session.flush()
        return 1


def begun(session: Session, of: Mapping[str, Any]) -> SkillMeasure:
    """Return the measure of a learner, a course or none, a skill and a phase: found, or new.

    Raises:
        UserError: `field_missing`, `learner_unknown`, `record_unknown`, `unknown_code`.
    """
    return ensure(session, SkillMeasure, **_meant(session, of))


def _meant(session: Session, of: Mapping[str, Any]) -> dict[str, Any]:
    """What makes a measure the one it is; that of a joined twin is that of who stands."""
    for name in ("learner_id", "skill", "phase"):
        if not of.get(name):
            raise UserError("field_missing", field=name, kind=SkillMeasure.kind)
    learner = live(session, Learner, UUID(str(of["learner_id"])))
    course = of.get("course_id")
    return {
        "learner_id": learner.merged_into or learner.id,
        "course_id": live(session, Course, UUID(str(course))).id if course else None,
        "skill": read_value(session, SkillMeasure, "skill", of["skill"]),
        "phase": read_value(session, SkillMeasure, "phase", of["phase"]),
    }


def fill(session: Session, measure: SkillMeasure, values: Mapping[str, Any], today: date) -> None:
    """Put values onto a measure, inside the caller's transaction."""
    set_values(session, measure, values)
    if measure.on and measure.on > today.isoformat():
        raise UserError("date_ahead", field="on", value=measure.on)
    if measure.rater_id is not None:
        measure.rater_id = standing(session, Person, measure.rater_id).id
    session.flush()
    check_before(session, measure, gone=state_of(session, measure) != COUNTS)
