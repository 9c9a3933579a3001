"""Courses and who is in them as a OneRoster package, for a learning system outside the centre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.durable_files import refused, write_durably
from desktop.errors import UserError
from desktop.exchange.oneroster import Row, package
from desktop.models.area import Centre
from desktop.models.courses import Course, Enrolment
from desktop.models.dates import PartialDate
from desktop.models.ids import derived_id
from desktop.models.moves import state_column
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.restriction import restricted_persons
from desktop.models.sessions import CourseSession
from desktop.services import audit
from desktop.services.consent.gates import said_no
from desktop.services.consent.of_persons import persons_allowing
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.needs.outside import never_told
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_STATES: Final = ("open", "running", "ended", "reported")
_IN_IT: Final = ("enrolled", "completed", "not_completed", "left")
_CLASS_ROLES: Final = {"learner": "student", "elder_teacher": "teacher", "helper": "teacher"}
"""How somebody is enrolled; a guardian has no place in a class and is told as a user only."""

_USER_ROLES: Final = {**_CLASS_ROLES, "guardian": "guardian", "helper": "aide"}
_NO_SURNAME: Final = "-"


@dataclass(frozen=True)
class RosterWritten:
    """What was written.

    Attributes:
        courses, people: how many.
        left_out: people who may not be told of: restricted, in danger, or who did not agree.
        unnamed: who took part without being in any register.
        undated: courses of which no day is known, which have no place in it.
    """

    path: Path
    courses: int
    people: int
    left_out: int
    unnamed: int
    undated: int


class OneRosterService:
    """Writes the package."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.EXPORT)
    def write(self, path: Path) -> RosterWritten:
        """Write courses that take or took people, as a OneRoster 1.2 package of CSV files.

        It holds names and ids of ours, never a national number, telephone or day of birth.

        Raises:
            UserError: `oneroster_nothing` where no course has a day; `export_not_writable`;
                `roster_format_unknown` for another ending than .zip.
        """
        if path.suffix.lower() != ".zip":
            raise UserError("roster_format_unknown", name=path.name)
        with self._workspace.read() as session:
            made = _Package(session, self._workspace.today())
        if not made.courses:
            raise UserError("oneroster_nothing")
        content = package(made.files, "Tambon Rianru")
        try:
            write_durably(path, content)
        except OSError as error:
            raise refused(error, path, UserError("export_not_writable", name=path.name)) from error
        people = len(made.files["users"])
        with self._workspace.write() as session:
            audit.note(session, self._workspace, "exported", what="oneroster", rows=people)
        return RosterWritten(
            path, len(made.courses), people, len(made.left_out), made.unnamed, made.undated
        )


@dataclass
class _Span:
    """From a day to a day, both inside."""

    first: date
    last: date

    def with_(self, other: _Span) -> _Span:
        return _Span(min(self.first, other.first), max(self.last, other.last))


@dataclass
class _User:
    given: str
    surname: str
    roles: list[str] = field(default_factory=list)


class _Package:
    """Everything that goes into it, and a count of what does not."""

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self.files: dict[str, list[Row]] = {}
        self.left_out: set[UUID] = set()
        self.unnamed = self.undated = 0
        centre = session.scalars(select(Centre).where(Centre.deleted.is_(False))).first()
        assert centre is not None
        self._centre = centre
        self._learners = _told_learners(session)
        self._persons = persons_allowing(session, "directory", today) - restricted_persons(session)
        self._users: dict[UUID, _User] = {}
        self.courses = self._dated()
        self._write_courses()
        self._write_people()

    def _dated(self) -> dict[UUID, tuple[Course, _Span]]:
        """The courses with the days that they take, from their own words or their sessions."""
        met: dict[UUID, _Span] = {}
        wanted = (
            select(CourseSession.course_id, func.min(CourseSession.on), func.max(CourseSession.on))
            .where(CourseSession.deleted.is_(False), state_column(CourseSession) != "cancelled")
            .group_by(CourseSession.course_id)
        )
        for course_id, first, last in self._session.execute(wanted):
            met[course_id] = _Span(date.fromisoformat(first), date.fromisoformat(last))
        found = {}
        courses = select(Course).where(Course.deleted.is_(False), state_column(Course).in_(_STATES))
        for course in self._session.scalars(courses.order_by(Course.sort_key, Course.id)):
            span = _span(course, met.get(course.id))
            if span is None:
                self.undated += 1
            else:
                found[course.id] = (course, span)
        return found

    def _write_courses(self) -> None:
        centre = self._centre.id.hex
        orgs = [
            _row(self._centre.id, name=self._centre.name, type="school",
                 identifier=self._centre.tambon)
        ]  # fmt: skip
        providers = {course.partner_id for course, _span in self.courses.values()} - {None}
        wanted = select(Partner).where(Partner.id.in_(providers), Partner.deleted.is_(False))
        for partner in self._session.scalars(wanted.order_by(Partner.sort_key, Partner.id)):
            orgs.append(_row(partner.id, name=partner.name, type="local"))
        known = {each["sourcedId"] for each in orgs}
        terms: dict[UUID, tuple[str, _Span]] = {}
        courses, classes = [], []
        for course, span in self.courses.values():
            term = self._term_of(course)
            title, so_far = terms.get(term, (course.term or course.name, span))
            terms[term] = title, so_far.with_(span)
            provider = course.partner_id.hex if course.partner_id else ""
            skills = ",".join(course.skill_groups or ())
            courses.append(
                _row(course.id, title=course.name, subjects=skills,
                     orgSourcedId=provider if provider in known else centre)
            )  # fmt: skip
            classes.append(
                _row(course.id, title=course.name, courseSourcedId=course.id.hex,
                     classType="scheduled", location=course.place or "", schoolSourcedId=centre,
                     termSourcedIds=term.hex, subjects=skills)
            )  # fmt: skip
        sessions = [
            _row(known_id, title=title, type="term", startDate=span.first.isoformat(),
                 endDate=_after(span.last), schoolYear=str(span.last.year))
            for known_id, (title, span) in terms.items()
        ]  # fmt: skip
        self.files |= {
            "orgs": orgs, "academicSessions": sessions, "courses": courses, "classes": classes
        }  # fmt: skip

    def _term_of(self, course: Course) -> UUID:
        """A term of the centre, or one of the course alone."""
        if course.term:
            return derived_id(self._centre.id, "term", course.term)
        return derived_id(course.id, "term")

    def _write_people(self) -> None:
        enrolled: dict[UUID, Row] = {}
        for course, _days in self.courses.values():
            teacher = course.teacher_id
            if teacher is not None and self._person(teacher, "teacher"):
                known = derived_id(course.id, "teacher", teacher.hex)
                enrolled[known] = self._enrolled(known, course.id, teacher, "teacher", "true")
        for each in self._enrolments():
            self._add(each, enrolled)
        centre = self._centre.id.hex
        users, roles = [], []
        for known, user in self._users.items():
            users.append(
                _row(known, enabledUser="true", username=known.hex, givenName=user.given,
                     familyName=user.surname or _NO_SURNAME, primaryOrgSourcedId=centre)
            )  # fmt: skip
            for place, role in enumerate(user.roles):
                roles.append(
                    _row(derived_id(known, "role", role), userSourcedId=known.hex, role=role,
                         roleType="secondary" if place else "primary", orgSourcedId=centre)
                )  # fmt: skip
        self.files |= {"users": users, "roles": roles, "enrollments": list(enrolled.values())}

    def _enrolments(self) -> Iterable[Enrolment]:
        wanted = select(Enrolment).where(
            Enrolment.deleted.is_(False), state_column(Enrolment).in_(_IN_IT)
        )
        found = self._session.scalars(wanted.order_by(Enrolment.first_stamp, Enrolment.id))
        return [each for each in found if each.course_id in self.courses]

    def _add(self, enrolment: Enrolment, enrolled: dict[UUID, Row]) -> None:
        role = _USER_ROLES.get(enrolment.role, "student")
        if enrolment.learner_id is not None:
            who = self._learner(enrolment.learner_id, role)
        elif enrolment.person_id is not None:
            who = enrolment.person_id if self._person(enrolment.person_id, role) else None
        else:
            self.unnamed += 1
            return
        in_class = _CLASS_ROLES.get(enrolment.role)
        if who is None or in_class is None:
            return
        primary = "false" if in_class == "teacher" else ""
        enrolled[enrolment.id] = self._enrolled(
            enrolment.id, enrolment.course_id, who, in_class, primary,
            beginDate=_whole(enrolment.joined_on), endDate=_after(_day(enrolment.left_on)),
        )  # fmt: skip

    def _enrolled(
        self, known: UUID, course: UUID, who: UUID, role: str, primary: str, **days: str
    ) -> Row:
        return _row(
            known, classSourcedId=course.hex, schoolSourcedId=self._centre.id.hex,
            userSourcedId=who.hex, role=role, primary=primary, **days,
        )  # fmt: skip

    def _learner(self, learner_id: UUID, role: str) -> UUID | None:
        """The learner who stands; None where they may not be told of."""
        learner = self._session.get(Learner, learner_id)
        if learner is not None and learner.merged_into is not None:
            learner = self._session.get(Learner, learner.merged_into)
        if learner is None or learner.id not in self._learners:
            self.left_out.add(learner.id if learner is not None else learner_id)
            return None
        self._user(learner.id, learner.given, learner.surname or "", role)
        return learner.id

    def _person(self, person_id: UUID, role: str) -> bool:
        person = self._session.get(Person, person_id)
        if person is None or person_id not in self._persons:
            self.left_out.add(person_id)
            return False
        self._user(person.id, person.given, person.surname or "", role)
        return True

    def _user(self, known: UUID, given: str, surname: str, role: str) -> None:
        user = self._users.setdefault(known, _User(given, surname))
        if role not in user.roles:
            user.roles.append(role)


def _told_learners(session: Session) -> frozenset[UUID]:
    """Whom an agency may be told of: not restricted, not in danger, and not who said no to it."""
    asked = frozenset(learner_ids(session, LearnerQuery(outside="people")))
    refused_it = set(session.scalars(select(Learner.id).where(said_no("referral"))))
    return asked - refused_it - never_told(session)[0]


def _span(course: Course, met: _Span | None) -> _Span | None:
    told = [PartialDate.from_iso(each) for each in (course.starts_on, course.ends_on) if each]
    days = [*(each.first_day for each in told), *(each.last_day for each in told)]
    if met is not None:
        days += [met.first, met.last]
    return _Span(min(days), max(days)) if days else None


def _row(known: UUID, **values: str) -> Mapping[str, str]:
    return {"sourcedId": known.hex, **values}


def _day(iso: str | None) -> date | None:
    return PartialDate.from_iso(iso).last_day if iso else None


def _whole(iso: str | None) -> str:
    return PartialDate.from_iso(iso).first_day.isoformat() if iso else ""


def _after(day: date | None) -> str:
    """An end lies on the day after the last one."""
    return (day + timedelta(1)).isoformat() if day is not None else ""
