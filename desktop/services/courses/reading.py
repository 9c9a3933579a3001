"""Finding courses, and one of them whole."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.area import Village
from desktop.models.courses import Course, CourseMove
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.services.courses.lifecycle import COURSING
from desktop.services.courses.records import CourseDetail, CourseQuery, CourseRow, Due
from desktop.services.courses.sums import CourseSums, sums_of
from desktop.services.details import empty_of, known_before, told_of
from desktop.services.enrolments.places import TAKING
from desktop.services.enrolments.reading import found as enrolled
from desktop.services.enrolments.records import EnrolmentQuery
from desktop.services.record_values import live

WORTH_ASKING: Final = (
    "course_kind", "starts_on", "hours", "village_id", "teacher_id", "key_skills", "skill_groups",
)  # fmt: skip
_NOTHING: Final = CourseSums()


def found(session: Session, query: CourseQuery, today: date) -> list[CourseRow]:
    """Return the rows of the courses that a question finds: what is on now first, then by day."""
    lines = session.execute(_narrowed(query)).all()
    sums = sums_of(session, None if len(lines) > 1 else [each.id for each in lines])
    rows = [_row(line, sums.get(line.id, _NOTHING), today) for line in lines]
    return [
        row
        for row in rows
        if (not query.places or (row.state in TAKING and row.free != 0))
        and (not query.waited or row.waiting)
        and (not query.ask_again or row.ask_again)
    ]


def _selected() -> Select[Any]:
    last, stands = aliased(CourseMove), aliased(Person)
    columns: tuple[Any, ...] = (
        Course.id, Course.name, Course.course_kind, Course.partner_id, Course.teacher_id,
        Course.village_id, Course.villages, Course.groups_served, Course.place,
        Course.starts_on, Course.ends_on, Course.hours, Course.capacity, Course.minimum,
        func.coalesce(last.to_state, Course.first_state).label("state"),
        stands.title, stands.given, stands.surname, Partner.name.label("partner"),
        Village.moo, Village.name.label("village_name"),
    )  # fmt: skip
    return (
        select(*columns)
        .outerjoin(last, last.id == Course.last_move_id)
        .outerjoin(Person, Person.id == Course.teacher_id)
        .outerjoin(stands, stands.id == func.coalesce(Person.merged_into, Person.id))
        .outerjoin(Partner, Partner.id == Course.partner_id)
        .outerjoin(Village, Village.id == Course.village_id)
        .where(Course.deleted.is_(False))
        .order_by(Course.sort_key, Course.id)
    )


def _narrowed(query: CourseQuery) -> Select[Any]:
    wanted = _selected()
    for word in query.search.split():
        if term := key_of(word):
            wanted = wanted.where(Course.search_key.contains(term, autoescape=True))
    if query.states:
        wanted = wanted.where(state_column(Course).in_(query.states))
    if query.kinds:
        wanted = wanted.where(Course.course_kind.in_(query.kinds))
    if query.curriculum_id is not None:
        wanted = wanted.where(Course.curriculum_id == query.curriculum_id)
    if query.village_id is not None:
        wanted = wanted.where(Course.village_id == query.village_id)
    if query.year:
        begins = func.coalesce(Course.starts_on, Course.ends_on)
        ends = func.coalesce(Course.ends_on, Course.starts_on)
        wanted = wanted.where(begins < str(query.year + 1), ends >= str(query.year))
    if query.ids is not None:
        wanted = wanted.where(Course.id.in_(query.ids))
    return wanted


def _row(line: Any, sums: CourseSums, today: date) -> CourseRow:
    teacher = full_name(line.title or "", line.given or "", line.surname or "")
    due = due_of(line, sums, today)
    return CourseRow(
        id=line.id,
        name=line.name,
        state=line.state,
        confirmed_on=line.starts_on or "",
        ask_again=bool(due),
        kind=line.course_kind or "",
        teacher=" · ".join(filter(None, (teacher, line.partner))),
        partner_id=line.partner_id,
        teacher_id=line.teacher_id,
        village_id=line.village_id,
        village=line.moo or "",
        village_name=line.village_name or "",
        place=line.place or "",
        starts_on=line.starts_on or "",
        ends_on=line.ends_on or "",
        hours=line.hours,
        capacity=line.capacity,
        minimum=line.minimum,
        interested=sums.interested,
        enrolled=sums.enrolled,
        waiting=sums.waiting,
        completed=sums.completed,
        sessions=sums.sessions,
        held=sums.held,
        given_hours=sums.given_hours,
        next_on=sums.next_on,
        due=due,
    )


def due_of(line: Any, sums: CourseSums, today: date) -> Due:
    """Return what a course waits for: a day is past, or everything is done for the next step."""
    if line.state in ("planned", "open"):
        begun = line.starts_on and known_before(line.starts_on, today)
        return "start" if begun or sums.held else ""
    if line.state != "running":
        return ""
    past = sums.last_on < today.isoformat() if sums.last_on else False
    over = (line.ends_on and known_before(line.ends_on, today)) or (past and not sums.next_on)
    if not over:
        return ""
    return "settle" if sums.learning or sums.waiting else "end"


def course_detail(session: Session, course_id: UUID, today: date) -> CourseDetail:
    """Return a course whole; UserError `record_unknown`."""
    course = live(session, Course, course_id)
    line = session.execute(_selected().where(Course.id == course_id)).one()
    told = told_of(session, COURSING, course, line.state)
    row = _row(line, sums_of(session, [course_id])[course_id], today)
    return CourseDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful=_doubts(course, row),
        people=tuple(enrolled(session, EnrolmentQuery(course_id=course_id))),
        **told,
    )


def _doubts(course: Course, row: CourseRow) -> dict[str, str]:
    """What cannot be quite right of it, as codes by field; it is kept anyhow."""
    doubts: dict[str, str] = {}
    begins, ends = course.starts_on or "", course.ends_on or ""
    if begins and ends and ends < begins[: len(ends)]:
        doubts["ends_on"] = "course_ends_early"
    if row.capacity is not None and row.enrolled > row.capacity:
        doubts["capacity"] = "course_over_full"
    if row.minimum and row.due == "start" and row.enrolled < row.minimum:
        doubts["minimum"] = "course_too_few"
    return doubts
