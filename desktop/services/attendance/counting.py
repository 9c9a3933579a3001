"""What marks come to: present and expected, counted apart, of everybody in a course.

Of the marks of one person at one meeting the latest that nothing took back counts. Joined twins are
one person, as is somebody who was enrolled twice. Only meetings that were held, up to today, count;
cancelled ones never do. Nobody is expected before they joined or after they left, nor where a mark
says that the way was cut off or that they need not come; who was there all the same was expected.
Where nothing is marked somebody is neither present nor expected: the register is not taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Integer, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.moves import state_column
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.sessions import Attendance, CourseSession, counting
from desktop.services.vocabularies import CentreLookup
from resources import clock

IN_IT: Final = ("enrolled", "completed", "not_completed", "left")
"""States of those who are, or were, in a course."""

STAFF: Final = ("helper", "elder_teacher")
"""Roles of those who teach or help: marked, but not counted among the learners."""

USUAL_PERCENT: Final = 80
_AFTER_ALL: Final = "~"
"""Sorts behind whatever a day known to its month or year goes on with."""


@dataclass(frozen=True)
class Attended:
    """What the marks of one person in one course come to.

    Attributes:
        who: the learner or person, joined twins led to the one that stands; else the enrolment.
        enrolments: theirs in the course.
        present, expected: of the meetings held.
        held: how many meetings of the course were held, whoever was expected.
        not_marked: meetings held at which they were expected and that nobody marked.
        coming: meetings still planned at which they are expected.
        away: of those coming, the ones they said they would miss.
        minutes: how long they were there.
        rule: percent of the expected meetings that the course asks for.
    """

    course_id: UUID
    who: UUID
    enrolments: tuple[UUID, ...] = ()
    present: int = 0
    expected: int = 0
    held: int = 0
    not_marked: int = 0
    coming: int = 0
    away: int = 0
    minutes: int = 0
    rule: int = USUAL_PERCENT

    @property
    def hours(self) -> float:
        """How long they were there, in hours."""
        return self.minutes / 60

    @property
    def percent(self) -> int | None:
        """Present of expected, rounded down; None where nothing was expected yet."""
        return self.present * 100 // self.expected if self.expected else None

    @property
    def may_miss_more(self) -> int:
        """How many more meetings may be missed; less than 0: the rule cannot be met any more.

        Meetings that nobody marked are taken as if they had been there, until somebody does.
        """
        total = self.expected + self.not_marked + self.coming
        needed = -(-total * self.rule // 100)
        return total - needed - (self.expected - self.present) - self.away

    @property
    def reachable(self) -> bool:
        """Whether the rule can still be met."""
        return self.may_miss_more >= 0


@dataclass(frozen=True)
class Taken:
    """How far the register of a meeting is taken; who teaches or helps is not counted.

    Attributes:
        listed: who is expected by being in the course, or was marked.
    """

    listed: int = 0
    marked: int = 0
    present: int = 0


@dataclass(frozen=True)
class Codes:
    """Codes of marks by what they count: here, missed, and neither (`aside`)."""

    present: frozenset[str]
    missed: frozenset[str]
    keys: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


def codes(session: Session) -> Codes:
    """Return how the centre's codes count; a word of its own neither punishes nor hides."""
    terms = CentreLookup(session).vocabulary("attendance_codes").terms
    here = frozenset(each.code for each in terms if each.extra.get("present"))
    asked = frozenset(each.code for each in terms if each.extra.get("expected"))
    return Codes(
        here,
        asked - here,
        {str(each.extra["key"]): each.code for each in terms if "key" in each.extra},
        {each.code: str(each.extra["mark"]) for each in terms if "mark" in each.extra},
    )


def minutes_of() -> ColumnElement[Any]:
    """How long a meeting is: its hours, or else from when to when; NULL where nobody said."""
    begin, end = (_clock(each) for each in (CourseSession.from_time, CourseSession.to_time))
    return func.coalesce(
        cast(func.round(CourseSession.hours * 60), Integer), case((end > begin, end - begin))
    )


def _clock(column: Any) -> ColumnElement[Any]:
    hours, minutes = func.substr(column, 1, 2), func.substr(column, 4, 2)
    return cast(hours, Integer) * 60 + cast(minutes, Integer)


def who_of() -> ColumnElement[Any]:
    """Who an enrolment is of: the learner or person that stands, or the enrolment itself."""
    return func.coalesce(
        Learner.merged_into,
        Enrolment.learner_id,
        Person.same_learner_id,
        Person.merged_into,
        Enrolment.person_id,
        Enrolment.id,
    )


def _enrolled(*conditions: ColumnElement[bool]) -> CTE:
    """Who is in which course, from when to when."""
    move = select(EnrolmentMove.done_on).where(EnrolmentMove.id == Enrolment.last_move_id)
    state = state_column(Enrolment)
    left = case((state == "left", move.scalar_subquery()))
    return (
        select(
            Enrolment.id,
            Enrolment.course_id,
            who_of().label("who"),
            Enrolment.role,
            state.in_(IN_IT).label("in_it"),
            func.coalesce(Enrolment.joined_on, "").label("joined"),
            (func.coalesce(Enrolment.left_on, left, "") + _AFTER_ALL).label("left"),
        )
        .outerjoin(Learner, Learner.id == Enrolment.learner_id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.deleted.is_(False), *conditions)
        .cte("enrolled")
    )


def _meetings(today: date, *conditions: ColumnElement[bool]) -> CTE:
    """Meetings that were held up to today, and those still planned."""
    state = state_column(CourseSession)
    return (
        select(
            CourseSession.id,
            CourseSession.course_id,
            CourseSession.on,
            CourseSession.number,
            (state == "held").label("held"),
            minutes_of().label("minutes"),
        )
        .where(
            CourseSession.deleted.is_(False),
            or_(
                state == "planned",
                and_(state == "held", CourseSession.on <= today.isoformat()),
            ),
            *conditions,
        )
        .cte("meetings")
    )


def _pairs(enrolled: CTE, meetings: CTE) -> CTE:
    """Everybody with every meeting of their course, and whether they were expected there."""
    covered = and_(
        enrolled.c.in_it,
        meetings.c.on >= enrolled.c.joined,
        or_(enrolled.c.left == _AFTER_ALL, meetings.c.on <= enrolled.c.left),
    )
    return (
        select(
            enrolled.c.course_id,
            enrolled.c.who,
            meetings.c.id,
            meetings.c.on,
            meetings.c.number,
            meetings.c.held,
            meetings.c.minutes,
            func.max(covered).label("covered"),
            func.max(enrolled.c.role.not_in(STAFF)).label("learns"),
        )
        .join(meetings, meetings.c.course_id == enrolled.c.course_id)
        .group_by(enrolled.c.who, meetings.c.id)
        .cte("pairs")
    )


def _marks(enrolled: CTE, *conditions: ColumnElement[bool]) -> CTE:
    """The mark that counts of everybody at every meeting: SQLite gives the row of the maximum."""
    return (
        select(
            Attendance.session_id,
            enrolled.c.who,
            Attendance.code,
            Attendance.minutes,
            func.max(Attendance.first_stamp).label("stamp"),
        )
        .join(enrolled, enrolled.c.id == Attendance.enrolment_id)
        .where(*counting(), *conditions)
        .group_by(Attendance.session_id, enrolled.c.who)
        .cte("marks")
    )


class _Counted:
    """Pairs with their marks, and what each counts as."""

    def __init__(
        self,
        session: Session,
        today: date,
        enrolled: CTE,
        meetings: CTE,
        *marked: ColumnElement[bool],
    ) -> None:
        known = codes(session)
        self.pairs = _pairs(enrolled, meetings)
        self.marks = _marks(enrolled, *marked)
        pairs, marks = self.pairs.c, self.marks.c
        self.here = and_(pairs.held, marks.code.in_(known.present))
        self.asked = and_(
            pairs.held,
            or_(marks.code.in_(known.present), and_(pairs.covered, marks.code.in_(known.missed))),
        )
        self.not_marked = and_(pairs.held, pairs.covered, marks.code.is_(None))
        self.away = and_(~pairs.held, pairs.covered, marks.code.in_(known.missed))
        aside = and_(marks.code.is_not(None), marks.code.not_in(known.present | known.missed))
        self.coming = and_(~pairs.held, pairs.covered, ~aside)
        self.on = and_(marks.session_id == pairs.id, marks.who == pairs.who)


def _sum(condition: ColumnElement[Any]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def attended(session: Session, enrolment_ids: Collection[UUID]) -> dict[UUID, Attended]:
    """Return what the marks come to of whoever each of these enrolments is of, as of today."""
    known: dict[UUID, Attended] = {}
    for step in steps(list(enrolment_ids)):
        of = select(Enrolment.course_id).where(Enrolment.id.in_(step))
        courses = session.scalars(of.distinct()).all()
        known.update(by_enrolment(attendances(session, clock.today(), courses=courses)))
    return {each: known[each] for each in enrolment_ids if each in known}


def attendances(
    session: Session,
    today: date,
    *,
    courses: Collection[UUID] | None = None,
    learners: Collection[UUID] | None = None,
) -> list[Attended]:
    """Return what the marks of everybody come to, of each course that they are in.

    Args:
        courses: only of these; None for all.
        learners: only of these, by the ids that stand; None for all.
    """
    of_course = [] if courses is None else [Enrolment.course_id.in_(courses)]
    if learners is not None:
        of_course.append(who_of().in_(learners))
    enrolled = _enrolled(*of_course)
    meetings = _meetings(
        today, *([] if courses is None else [CourseSession.course_id.in_(courses)])
    )
    by_course = (
        select(meetings.c.course_id, func.count())
        .where(meetings.c.held)
        .group_by(meetings.c.course_id)
    )
    held: dict[UUID, int] = dict(session.execute(by_course).all())
    rules = {
        course: USUAL_PERCENT if rule is None else rule
        for course, rule in session.execute(select(Course.id, Course.rule_percent))
    }
    theirs: dict[tuple[UUID, UUID], list[UUID]] = defaultdict(list)
    for each in session.execute(select(enrolled.c.id, enrolled.c.course_id, enrolled.c.who)):
        theirs[each.course_id, each.who].append(each.id)
    counted = _Counted(session, today, enrolled, meetings)
    pairs, marks = counted.pairs.c, counted.marks.c
    minutes = func.coalesce(marks.minutes, pairs.minutes, 0)
    lines = session.execute(
        select(
            pairs.course_id,
            pairs.who,
            _sum(counted.here).label("present"),
            _sum(counted.asked).label("expected"),
            _sum(counted.not_marked).label("not_marked"),
            _sum(counted.coming).label("coming"),
            _sum(counted.away).label("away"),
            func.sum(case((counted.here, minutes), else_=0)).label("minutes"),
        )
        .outerjoin(counted.marks, counted.on)
        .group_by(pairs.course_id, pairs.who)
    )
    sums = {(each.course_id, each.who): each for each in lines}
    found = []
    for (course, who), ids in theirs.items():
        line = sums.get((course, who))
        told = {} if line is None else {name: getattr(line, name) for name in _SUMS}
        found.append(
            Attended(
                course, who, tuple(sorted(ids)), held=held.get(course, 0),
                rule=rules.get(course, USUAL_PERCENT), **told,
            )
        )  # fmt: skip
    return found


_SUMS: Final = ("present", "expected", "not_marked", "coming", "away", "minutes")


def by_enrolment(found: Iterable[Attended]) -> dict[UUID, Attended]:
    """Return what marks come to by each enrolment: twins have the same."""
    return {enrolment: each for each in found for enrolment in each.enrolments}


def taken(session: Session, ids: Collection[UUID], today: date) -> dict[UUID, Taken]:
    """Return how far the registers of these meetings are taken."""
    found: dict[UUID, Taken] = {}
    for step in steps(list(ids)):
        of = select(CourseSession.course_id).where(CourseSession.id.in_(step))
        enrolled = _enrolled(Enrolment.course_id.in_(of))
        meetings = _meetings(today, CourseSession.id.in_(step))
        counted = _Counted(session, today, enrolled, meetings, Attendance.session_id.in_(step))
        pairs, marks = counted.pairs.c, counted.marks.c
        marked = marks.code.is_not(None)
        wanted = (
            select(
                pairs.id,
                _sum(or_(pairs.covered, marked)),
                _sum(marked),
                _sum(marks.code.in_(codes(session).present)),
            )
            .outerjoin(counted.marks, counted.on)
            .where(pairs.learns)
            .group_by(pairs.id)
        )
        for known, *numbers in session.execute(wanted):
            found[known] = Taken(*numbers)
    return found


@dataclass(frozen=True)
class Missing:
    """Somebody who missed the last meetings at which they were expected; `since` the first."""

    course_id: UUID
    who: UUID
    since: str


def missed_in_a_row(
    session: Session, today: date, count: int, courses: Collection[UUID]
) -> Iterator[Missing]:
    """Give who missed the last so many meetings at which they were expected, leave among them."""
    enrolled = _enrolled(
        Enrolment.course_id.in_(courses),
        state_column(Enrolment) == "enrolled",
        Enrolment.role.not_in(STAFF),
    )
    counted = _Counted(
        session, today, enrolled, _meetings(today, CourseSession.course_id.in_(courses))
    )
    pairs = counted.pairs.c
    order = (pairs.on.desc(), pairs.number.desc())
    place = func.row_number().over(partition_by=(pairs.course_id, pairs.who), order_by=order)
    last = (
        select(
            pairs.course_id, pairs.who, pairs.on, counted.here.label("here"), place.label("place")
        )
        .outerjoin(counted.marks, counted.on)
        .where(counted.asked)
        .subquery()
    )
    wanted = (
        select(last.c.course_id, last.c.who, func.min(last.c.on))
        .where(last.c.place <= count)
        .group_by(last.c.course_id, last.c.who)
        .having(func.count() == count, func.max(last.c.here) == 0)
    )
    for course, who, since in session.execute(wanted):
        yield Missing(course, who, since)
