"""Courses: finding, writing down, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course
from desktop.models.curricula import Curriculum
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.services.attendance.counting import USUAL_PERCENT
from desktop.services.courses import reading
from desktop.services.courses.lifecycle import COURSING
from desktop.services.courses.records import CourseDetail, CourseQuery, CourseRow
from desktop.services.curricula.reading import units_of
from desktop.services.enrolments.service import invite_all
from desktop.services.learners.fields import with_villages
from desktop.services.record_values import live, required, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_FEW: Final = 6
_WHOLE: Final = 100
_FOLLOWED: Final = ("key_skills", "skill_groups", "groups_served")
_COUNTS: Final = ("hours", "capacity", "minimum", "cost")


class CourseService(SubjectService[Course, CourseQuery, CourseRow, CourseDetail]):
    """What can be done with courses; only `name` is required of one.

    `village_id` takes a moo number too. Values raise `quantity_not_positive`, `bad_percent`, and
    `record_unknown` for a teacher, partner or curriculum that is not there; of a curriculum that is
    chosen come hours, skills and groups which nobody said yet. Moves raise `course_not_begun`,
    `course_still_meets` and `course_unsettled`.
    """

    model = Course
    lifecycle = COURSING

    def _found(self, session: Session, query: CourseQuery | None) -> list[CourseRow]:
        return reading.found(session, query or CourseQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> CourseDetail:
        return reading.course_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Course:
        return Course(name="", rule_percent=USUAL_PERCENT)

    def _fill(self, session: Session, thing: Course, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def named(self, text: str) -> tuple[CourseRow, ...]:
        """Return the few that a part of a name may mean."""
        return self.find(CourseQuery(search=text), _FEW)

    @needs(Right.READ)
    def rows(self, ids: Iterable[UUID]) -> tuple[CourseRow, ...]:
        """Return the rows of these, in Thai order."""
        return self.find(CourseQuery(ids=tuple(ids)))

    @needs(Right.WRITE)
    def begin_with(
        self,
        values: Mapping[str, Any],
        learner_ids: Iterable[UUID],
        of_each: Mapping[str, Any] | None = None,
    ) -> UUID:
        """Write a course down with those who asked for it, who are invited; all of it or nothing.

        Args:
            values: of the course.
            of_each: values of each enrolment, such as `source`.

        Raises:
            UserError: as `add`; `learner_unknown`.
        """
        with self._workspace.write() as session:
            course = self._begun(session, {})
            fill(session, course, values)
            session.add(course)
            session.flush()
            invite_all(session, self._workspace, course, learner_ids, of_each or {})
            return course.id


def fill(session: Session, course: Course, values: Mapping[str, Any]) -> None:
    """Put values onto a course, inside the caller's transaction."""
    before = course.curriculum_id
    set_values(session, course, with_villages(session, values))
    if course.curriculum_id is not None and course.curriculum_id != before:
        _follow(session, course, live(session, Curriculum, course.curriculum_id))
    required(course, "name")
    check_facts({name: getattr(course, name) for name in (*_COUNTS, "rule_percent")})
    if course.teacher_id is not None:
        course.teacher_id = standing(session, Person, course.teacher_id).id
    if course.partner_id is not None:
        course.partner_id = standing(session, Partner, course.partner_id).id


def _follow(session: Session, course: Course, curriculum: Curriculum) -> None:
    """Take from a curriculum what nobody said of the course yet."""
    hours = [each.hours for each in units_of(session, curriculum.id) if each.hours is not None]
    said: dict[str, Any] = {name: getattr(curriculum, name) for name in _FOLLOWED}
    said["hours"] = sum(hours) if hours else curriculum.hours
    for name, value in said.items():
        if value and getattr(course, name) in (None, []):
            setattr(course, name, value)


def check_facts(values: Mapping[str, Any]) -> None:
    """Refuse numbers that a course cannot have.

    Raises:
        UserError: `quantity_not_positive`, `bad_percent`, each with its `field`.
    """
    for name in _COUNTS:
        number = values.get(name)
        if number is not None and (number < 0 or (number == 0 and name != "cost")):
            raise UserError("quantity_not_positive", field=name, value=number)
    percent = values.get("rule_percent")
    if percent is not None and not 0 < percent <= _WHOLE:
        raise UserError("bad_percent", field="rule_percent", value=percent)
