"""Counts of learning: people and hours by course, skill, village and age, and who met whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models.courses import Course
from desktop.models.dates import PartialDate
from desktop.models.moves import state_column
from desktop.models.people import Learner
from desktop.models.sessions import CourseSession
from desktop.services.attendance.counting import Attended, Counted, attendances
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.needs.outside import never_told
from desktop.services.record_values import centre_vocabulary
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, counted
from desktop.services.tallies.villages import places

ATTENDED: Final = (
    "people", "hours", "present", "expected", "all_held", "reached", "below", "not_counted",
)  # fmt: skip
AGES: Final = ("child", "youth", "adult", "elder", "age_unknown")
_NO_LEARNERS: Final = ("ผู้ร่วมที่ไม่ใช่ผู้เรียนรู้", "Others who took part")
_NO_SKILL: Final = ("ยังไม่ระบุทักษะ", "Skill not stated")
_ALL: Final = ("ทั้งตำบล", "The whole tambon")
_ELDER, _GROWN, _YOUTH = 60, 25, 15


@dataclass(frozen=True)
class _Course:
    """What a course is counted by."""

    id: UUID
    name: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Learner:
    """Where somebody lives and when they were born, as far as known."""

    village_id: UUID | None
    birth: str
    estimated: bool


def learning_tables(
    session: Session, within: LearnerQuery, today: date, *, hidden: bool
) -> list[HelpTable]:
    """Return what was learnt: by course, skill group, village with ages, and who met whom.

    Of courses that met in the period; whoever teaches or helps is not counted. For use outside
    without the courses: from their numbers and those of a skill what is hidden could be told.
    """
    courses = _courses(session, within)
    people = _people(session, within, hidden=hidden)
    learners = _learners(session)
    marks = Counted(session, today, list(courses))
    found = [
        each
        for each in attendances(session, today, counted=marks)
        if each.who in people or (each.who not in learners and not within.villages)
        if marks.learns(each)
    ]
    by_course: dict[UUID, list[Attended]] = defaultdict(list)
    for each in found:
        by_course[each.course_id].append(each)
    mixed = _mixed(marks, courses, learners, within)
    skills = _by_skill(session, courses, by_course)
    villages = _by_village(session, found, learners, today)
    if hidden:
        return [skills, villages, _mixed_table([(_ALL, (), mixed.values())])]
    rows = [((each.name, each.name), (each.id,), [mixed[each.id]]) for each in courses.values()]
    return [
        _attended_table(
            "learning_by_course",
            [((each.name, each.name), by_course[each.id]) for each in courses.values()],
        ),
        skills,
        villages,
        _mixed_table(rows),
    ]


def _courses(session: Session, within: LearnerQuery) -> dict[UUID, _Course]:
    """Courses that met in the period, in the order of their names."""
    met = select(CourseSession.course_id).where(
        CourseSession.deleted.is_(False),
        state_column(CourseSession) == "held",
        *_inside(within),
    )
    wanted = select(Course.id, Course.name, Course.skill_groups).where(
        Course.deleted.is_(False), Course.id.in_(met)
    )
    return {
        known: _Course(known, name, tuple(skills or ()))
        for known, name, skills in session.execute(wanted.order_by(Course.sort_key, Course.id))
    }


def _inside(within: LearnerQuery) -> list[ColumnElement[bool]]:
    since, until = within.registered_since, within.registered_until
    return [
        *([CourseSession.on >= since.isoformat()] if since is not None else ()),
        *([CourseSession.on <= until.isoformat()] if until is not None else ()),
    ]


def _people(session: Session, within: LearnerQuery, *, hidden: bool) -> frozenset[UUID]:
    """The learners that are counted, whenever they were registered."""
    asked = replace(within, registered_since=None, registered_until=None)
    people = frozenset(learner_ids(session, asked))
    return people - never_told(session)[0] if hidden else people


def _learners(session: Session) -> dict[UUID, _Learner]:
    told = session.execute(
        select(Learner.id, Learner.village_id, Learner.birth, Learner.birth_estimated)
    )
    return {
        known: _Learner(village, birth or "", estimated)
        for known, village, birth, estimated in told
    }


def _by_skill(
    session: Session,
    courses: Mapping[UUID, _Course],
    by_course: Mapping[UUID, Sequence[Attended]],
) -> HelpTable:
    names: dict[str, Pair] = {
        term.code: (term.label("th"), term.label("en"))
        for term in centre_vocabulary(session, "skill_groups").shown
    }
    apart: dict[str, list[Attended]] = defaultdict(list)
    for course in courses.values():
        for code in course.skills or ("",):
            apart[code] += by_course[course.id]
    order = [*names, *sorted(set(apart) - set(names) - {""}), ""]
    return _attended_table(
        "learning_by_skill",
        [
            (names.get(code, (code, code)) if code else _NO_SKILL, apart[code])
            for code in order
            if code in apart
        ],
    )


def _attended_table(name: str, rows: Sequence[tuple[Pair, Sequence[Attended]]]) -> HelpTable:
    """Somebody who is in two courses counts in both."""
    return HelpTable(
        name,
        ATTENDED,
        tuple(HelpRow(word, _attended(found)) for word, found in rows),
        "course",
        _attended([each for _word, found in rows for each in found]),
    )


def _attended(found: Sequence[Attended]) -> tuple[Figure, ...]:
    stands: dict[str, list[Attended]] = defaultdict(list)
    for each in found:
        percent = each.percent
        reached = "not_counted" if percent is None else "reached"
        stands["below" if percent is not None and percent < each.rule else reached].append(each)
    whole = _courses_of(found)
    return (
        Figure(len(found), whole),
        Figure(round(sum(each.minutes for each in found) / 60, 1), whole),
        Figure(sum(each.present for each in found), whole),
        Figure(sum(each.expected for each in found), whole),
        Figure(sum(each.held for each in found), whole),
        *(Figure(len(stands[how]), _courses_of(stands[how])) for how in ATTENDED[5:]),
    )


def _courses_of(found: Iterable[Attended]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(each.course_id for each in found))


def _by_village(
    session: Session, found: Iterable[Attended], learners: Mapping[UUID, _Learner], today: date
) -> HelpTable:
    minutes: dict[UUID, int] = defaultdict(int)
    for each in found:
        minutes[each.who] += each.minutes
    lives = {known: each.village_id for known, each in learners.items() if known in minutes}
    ages = {known: _age(learners[known], today) for known in lives}
    names = places(session)
    apart: dict[UUID | None, list[UUID]] = defaultdict(list)
    for who, village in lives.items():
        apart[village if village in names else None].append(who)
    others = [who for who in minutes if who not in learners]
    rows = [(word, apart[known]) for known, word in names.items() if apart.get(known)]
    lines = [HelpRow(word, _aged(people, ages, minutes)) for word, people in rows]
    if others:
        plain = [replace(each, ids=()) for each in _aged(others, ages, minutes)]
        lines.append(HelpRow(_NO_LEARNERS, tuple(plain)))
    whole = _aged([*lives, *others], ages, minutes)
    known_ids = tuple(replace(each, ids=tuple(i for i in each.ids if i in lives)) for each in whole)
    return HelpTable(
        "learning_by_village", ("people", "hours", *AGES), tuple(lines), "learner", known_ids
    )


def _aged(
    people: Sequence[UUID], ages: Mapping[UUID, str], minutes: Mapping[UUID, int]
) -> tuple[Figure, ...]:
    by: dict[str, list[UUID]] = defaultdict(list)
    for each in people:
        by[ages.get(each, "age_unknown")].append(each)
    hours = round(sum(minutes[each] for each in people) / 60, 1)
    return (
        counted(people), Figure(hours, tuple(people)), *(counted(by[age]) for age in AGES),
    )  # fmt: skip


def _age(one: _Learner, today: date) -> str:
    if not one.birth:
        return "age_unknown"
    years = PartialDate.from_iso(one.birth, estimated=one.estimated).age_on(today).years
    if years < _YOUTH:
        return "child"
    return "youth" if years < _GROWN else "adult" if years < _ELDER else "elder"


def _mixed(
    marks: Counted,
    courses: Iterable[UUID],
    learners: Mapping[UUID, _Learner],
    within: LearnerQuery,
) -> dict[UUID, tuple[int, int]]:
    """Of each course: how many sessions somebody was at, and at how many old and young met.

    Old is sixty and over on that day, or who teaches as an elder; young is under twenty-five.
    """
    since, until = within.registered_since, within.registered_until
    met = {
        known: {
            each.id: (_years_before(each.on, _ELDER), _years_before(each.on, _GROWN))
            for each in marks.meetings.get(known.bytes, ())
            if each.held
            and (since is None or each.on >= since.isoformat())
            and (until is None or each.on <= until.isoformat())
        }
        for known in courses
    }
    came: set[bytes] = set()
    old: set[bytes] = set()
    young: set[bytes] = set()
    for (course, who), spans in marks.people.items():
        turned = met[UUID(bytes=course)]
        known = learners.get(UUID(bytes=who))
        birth = known.birth if known is not None else ""
        elder = any(each.elder for each in spans)
        for on, _enrolment, code, _minutes, _stamp in marks.marks[who].values():
            if code in marks.codes.present and on in turned:
                sixty, grown = turned[on]
                came.add(on)
                if elder or "" < birth <= sixty:
                    old.add(on)
                if birth > grown:
                    young.add(on)
    both = old & young
    return {known: (len(came & on.keys()), len(both & on.keys())) for known, on in met.items()}


def _years_before(day: str, years: int) -> str:
    return f"{int(day[:4]) - years}{day[4:]}"


def _mixed_table(
    rows: Sequence[tuple[Pair, tuple[UUID, ...], Iterable[tuple[int, int]]]],
) -> HelpTable:
    lines, total, every = [], (0, 0), tuple(each for _word, ids, _met in rows for each in ids)
    for word, ids, met in rows:
        pairs = list(met)
        held, mixed = sum(each[0] for each in pairs), sum(each[1] for each in pairs)
        total = total[0] + held, total[1] + mixed
        lines.append(HelpRow(word, _meetings(held, mixed, ids)))
    return HelpTable(
        "learning_mixed",
        ("came_to", "mixed", "not_mixed"),
        tuple(lines),
        "course",
        _meetings(*total, every),
    )


def _meetings(held: int, mixed: int, ids: tuple[UUID, ...]) -> tuple[Figure, ...]:
    return Figure(held, ids), Figure(mixed, ids), Figure(held - mixed, ids)
