"""What marks come to: present and expected, counted apart, of everybody in a course.

Of the marks of one person at one meeting the latest that nothing took back counts. Joined twins are
one person, as is somebody who was enrolled twice. Only meetings that were held, up to today, count;
cancelled ones never do. Nobody is expected before they joined or after they left, nor where a mark
says that the way was cut off or that they need not come; who was there all the same was expected.
Where nothing is marked somebody is neither present nor expected: the register is not taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

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

ELDER: Final = "elder_teacher"
STAFF: Final = ("helper", ELDER)
"""Roles of those who teach or help: marked, but not counted among the learners."""

USUAL_PERCENT: Final = 80
_FEW: Final = 1_000
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


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody in a course from a day to another; ids as their bytes, which are compared faster."""

    course: bytes
    who: bytes
    learns: bool
    elder: bool
    enrolled: bool
    in_it: bool
    joined: str
    left: str

    def covers(self, day: str) -> bool:
        """Whether they were expected on a day."""
        return self.in_it and day >= self.joined and (not self.left or day <= self.left)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was held, or is still planned."""

    id: bytes
    on: str
    number: int
    held: bool
    minutes: int


_Mark = tuple[bytes, bytes, str, int | None, bytes]
"""Meeting, enrolment, code, minutes and stamp."""


class Counted:
    """Who is in which course, when they met, and the mark that counts of each at each meeting.

    There are more marks than anything else: they are read by columns, and joined here.

    Args:
        courses: only of these; None for all.
        meetings: only these of their meetings; None for all.
    """

    def __init__(
        self,
        session: Session,
        today: date,
        courses: Collection[UUID] | None,
        meetings: Collection[UUID] | None = None,
        learners: Collection[UUID] | None = None,
    ) -> None:
        self.codes = codes(session)
        asked: list[ColumnElement[bool]] = []
        if courses is not None:
            asked.append(Enrolment.course_id.in_(courses))
        if learners is not None:
            asked.append(who_of().in_(learners))
        self.spans = {each.id: _span(each) for each in session.execute(_enrolled(*asked))}
        self.people: dict[tuple[bytes, bytes], list[Span]] = defaultdict(list)
        self.enrolments: dict[tuple[bytes, bytes], list[bytes]] = defaultdict(list)
        for known, span in self.spans.items():
            self.people[span.course, span.who].append(span)
            self.enrolments[span.course, span.who].append(known)
        met = [] if courses is None else [CourseSession.course_id.in_(courses)]
        met += [] if meetings is None else [CourseSession.id.in_(meetings)]
        self.meetings: dict[bytes, list[Meeting]] = defaultdict(list)
        self.held: dict[bytes, dict[bytes, int]] = defaultdict(dict)
        self.coming: dict[bytes, dict[bytes, int]] = defaultdict(dict)
        for line in session.execute(_met(today, *met)):
            held = line.state == "held"
            meeting = Meeting(line.id, line.on, line.number, held, line.minutes or 0)
            self.meetings[line.course_id].append(meeting)
            which = self.held if held else self.coming
            which[line.course_id][line.id] = meeting.minutes
        self.marks = self._marks(session, met)
        self._covered: dict[tuple[Any, ...], frozenset[bytes]] = {}

    def _marks(
        self, session: Session, met: Sequence[ColumnElement[bool]]
    ) -> dict[bytes, dict[bytes, _Mark]]:
        """The mark that counts by person and meeting: the latest that nothing took back."""
        wanted = select(
            _raw(Attendance.session_id), _raw(Attendance.enrolment_id), Attendance.code,
            Attendance.minutes, _raw(Attendance.first_stamp),
        ).where(*counting())  # fmt: skip
        if met:
            of = select(CourseSession.id).where(*met)
            wanted = wanted.where(Attendance.session_id.in_(of))
        if len(self.spans) <= _FEW:
            # Of more it is quicker to read all marks than to look each person up.
            wanted = wanted.where(_raw(Attendance.enrolment_id).in_(list(self.spans)))
        said: dict[bytes, dict[bytes, _Mark]] = defaultdict(dict)
        of_enrolment = {known: said[span.who] for known, span in self.spans.items()}
        result = session.connection().execute(wanted)
        assert result.cursor is not None
        # Straight from the driver: to wrap each of so many rows lasts as long as to read them.
        for mark in result.cursor.fetchall():
            if (theirs := of_enrolment.get(mark[1])) is not None:
                before = theirs.get(mark[0])
                if before is None or before[4] < mark[4]:
                    theirs[mark[0]] = mark
        result.close()
        return said

    def learns(self, one: Attended) -> bool:
        """Whether somebody is, or was, in the course to learn."""
        spans = self.people[one.course_id.bytes, one.who.bytes]
        return any(each.learns and each.in_it for each in spans)

    def covered(self, course: bytes, spans: Sequence[Span]) -> frozenset[bytes]:
        """Return the meetings of a course at which somebody was expected."""
        key = (course, *((each.joined, each.left) for each in spans if each.in_it))
        found = self._covered.get(key)
        if found is None:
            found = self._covered[key] = frozenset(
                meeting.id
                for meeting in self.meetings.get(course, ())
                if any(each.covers(meeting.on) for each in spans)
            )
        return found


def _raw(column: Any) -> Any:
    """A column of bytes as the driver hands them out."""
    return type_coerce(column, NullType()).label(column.key)


def _enrolled(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Who is in which course, from when to when."""
    move = select(EnrolmentMove.done_on).where(EnrolmentMove.id == Enrolment.last_move_id)
    state = state_column(Enrolment)
    left = case((state == "left", move.scalar_subquery()))
    return (
        select(
            _raw(Enrolment.id),
            _raw(Enrolment.course_id),
            type_coerce(who_of(), NullType()).label("who"),
            Enrolment.role,
            state.label("state"),
            func.coalesce(Enrolment.joined_on, "").label("joined"),
            func.coalesce(Enrolment.left_on, left, "").label("left"),
        )
        .outerjoin(Learner, Learner.id == Enrolment.learner_id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.deleted.is_(False), *conditions)
    )


def _span(line: Any) -> Span:
    return Span(
        line.course_id,
        line.who,
        line.role not in STAFF,
        line.role == ELDER,
        line.state == "enrolled",
        line.state in IN_IT,
        line.joined,
        line.left + _AFTER_ALL if line.left else "",
    )


def _met(today: date, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Meetings that were held up to today, and those still planned, by day."""
    state = state_column(CourseSession)
    return (
        select(
            _raw(CourseSession.id), _raw(CourseSession.course_id), CourseSession.on,
            CourseSession.number, state.label("state"), minutes_of().label("minutes"),
        )
        .where(
            CourseSession.deleted.is_(False),
            or_(state == "planned", and_(state == "held", CourseSession.on <= today.isoformat())),
            *conditions,
        )
        .order_by(CourseSession.on, CourseSession.number)
    )  # fmt: skip


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
    counted: Counted | None = None,
) -> list[Attended]:
    """Return what the marks of everybody come to, of each course that they are in.

    Args:
        courses: only of these; None for all.
        learners: only of these, by the ids that stand; None for all.
        counted: what was read already of at least these.
    """
    if learners is not None and courses is None:
        of = _enrolled(who_of().in_(learners)).with_only_columns(Enrolment.course_id)
        courses = session.scalars(of.distinct()).all()
    if counted is None:
        counted = Counted(session, today, courses, learners=learners)
    rules: dict[UUID, int | None] = dict(
        session.execute(select(Course.id, Course.rule_percent)).all()
    )
    ids = {known: UUID(bytes=known) for known, _who in counted.people}
    wanted = ids.keys() if courses is None else {each.bytes for each in courses}
    found = []
    for (course, who), spans in counted.people.items():
        if course not in wanted:
            continue
        course_id = ids[course]
        rule = rules.get(course_id)
        found.append(
            Attended(
                course_id,
                UUID(bytes=who),
                tuple(sorted(UUID(bytes=each) for each in counted.enrolments[course, who])),
                rule=USUAL_PERCENT if rule is None else rule,
                **_sums(counted, course, who, spans),
            )
        )
    return found


def _sums(counted: Counted, course: bytes, who: bytes, spans: list[Span]) -> dict[str, int]:
    present = missed = seen = away = aside = minutes = 0
    here, absent = counted.codes.present, counted.codes.missed
    held, coming = counted.held[course], counted.coming[course]
    covered = counted.covered(course, spans)
    for met, _enrolment, code, stayed, _stamp in counted.marks[who].values():
        if met in held:
            seen += met in covered
            if code in here:
                present += 1
                minutes += held[met] if stayed is None else stayed
            elif code in absent:
                missed += met in covered
        elif met in coming and met in covered:
            away += code in absent
            aside += code not in absent and code not in here
    return {
        "present": present, "expected": present + missed, "held": len(held),
        "not_marked": len(covered & held.keys()) - seen,
        "coming": len(covered & coming.keys()) - aside, "away": away, "minutes": minutes,
    }  # fmt: skip


def by_enrolment(found: Iterable[Attended]) -> dict[UUID, Attended]:
    """Return what marks come to by each enrolment: twins have the same."""
    return {enrolment: each for each in found for enrolment in each.enrolments}
