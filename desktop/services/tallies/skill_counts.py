"""Counts of key skills before and after: by skill, course, village and skill group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.courses import Course
from desktop.models.people import Learner
from desktop.models.text import sort_key
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.needs.outside import never_told
from desktop.services.record_values import centre_vocabulary
from desktop.services.skills.lifecycle import BEFORE, COUNTS
from desktop.services.skills.reading import found
from desktop.services.skills.records import SkillQuery, SkillRow
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, counted
from desktop.services.tallies.records import SMALL
from desktop.services.tallies.villages import places

COLUMNS: Final = (
    "measured", "measured_once", "risen", "same", "fallen", "mean_before", "mean_after",
)  # fmt: skip
"""Each skill of somebody in a course stands in one of the four; the means are of both times."""

_NO_COURSE: Final = ("นอกกิจกรรม", "Outside of courses")


@dataclass(frozen=True)
class _Way:
    """One skill of somebody in a course: its measures that count, and the first and last level."""

    learner_id: UUID
    course_id: UUID | None
    skill: str
    ids: tuple[UUID, ...]
    before: int
    after: int

    @property
    def stands(self) -> str:
        """The column that it is counted in."""
        if not (self.before and self.after):
            return "measured_once"
        if self.before == self.after:
            return "same"
        return "risen" if self.after > self.before else "fallen"


def skill_tables(session: Session, within: LearnerQuery, *, hidden: bool) -> list[HelpTable]:
    """Return key skills by skill, course, village and group; outside without the courses.

    Of what was last measured in the period. After is the last that was measured after.
    """
    ways, lives, courses = _ways(session, within, hidden=hidden)
    terms = centre_vocabulary(session, "key_skills").shown
    skills: dict[Any, Pair] = {
        term.code: (f"{term.code} {term.label('th')}", f"{term.code} {term.label('en')}")
        for term in terms
    }
    groups: dict[Any, Pair] = {
        term.code: (term.label("th"), term.label("en"))
        for term in centre_vocabulary(session, "skill_groups").shown
    }
    of_group = {term.code: term.extra.get("skill_group", "") for term in terms}
    names: dict[Any, Pair] = {
        known: (name, name)
        for known, name in sorted(courses.items(), key=lambda each: sort_key(each[1]))
    }
    villages: dict[Any, Pair] = {**places(session)}

    def lives_in(way: _Way) -> UUID | None:
        village = lives.get(way.learner_id)
        return village if village in villages else None

    tables = [
        _table("skills_by_skill", ways, lambda way: way.skill, skills),
        _table("skills_by_village", ways, lives_in, villages),
        _table("skills_by_group", ways, lambda way: of_group.get(way.skill, ""), groups),
    ]
    if hidden:
        return [_without_means(each) for each in tables]
    by_course = _table(
        "skills_by_course", ways, lambda way: way.course_id, {**names, None: _NO_COURSE}
    )
    return [tables[0], by_course, *tables[1:]]


def _ways(
    session: Session, within: LearnerQuery, *, hidden: bool
) -> tuple[list[_Way], dict[UUID, UUID | None], dict[UUID, str]]:
    """What was measured of those who are counted, where they live, and the courses' names."""
    asked = replace(within, registered_since=None, registered_until=None)
    people = frozenset(learner_ids(session, asked))
    if hidden:
        people -= never_told(session)[0]
    measured: dict[tuple[UUID, UUID | None, str], list[SkillRow]] = defaultdict(list)
    for row in found(session, SkillQuery(states=(COUNTS,))):
        if row.learner_id in people and row.order:
            measured[row.learner_id, row.course_id, row.skill].append(row)
    ways = [_way(*of, rows) for of, rows in measured.items() if _inside(rows, within)]
    lives: dict[UUID, UUID | None] = dict(
        session.execute(select(Learner.id, Learner.village_id)).all()
    )
    courses: dict[UUID, str] = dict(session.execute(select(Course.id, Course.name)).all())
    met = {way.course_id for way in ways}
    return ways, lives, {known: name for known, name in courses.items() if known in met}


def _way(learner_id: UUID, course_id: UUID | None, skill: str, rows: Sequence[SkillRow]) -> _Way:
    before = [row.order for row in rows if row.phase == BEFORE]
    after = [row.order for row in rows if row.phase != BEFORE]
    return _Way(
        learner_id=learner_id,
        course_id=course_id,
        skill=skill,
        ids=tuple(row.id for row in rows),
        before=before[-1] if before else 0,
        after=after[-1] if after else 0,
    )


def _inside(rows: Iterable[SkillRow], within: LearnerQuery) -> bool:
    last = max(row.on for row in rows)
    since, until = within.registered_since, within.registered_until
    return (since is None or last >= since.isoformat()) and (
        until is None or last <= until.isoformat()
    )


def _table(
    name: str, ways: Sequence[_Way], by: Callable[[_Way], Any], words: Mapping[Any, Pair]
) -> HelpTable:
    apart: dict[Any, list[_Way]] = defaultdict(list)
    for way in ways:
        apart[by(way)].append(way)
    order = [*words, *sorted((each for each in apart if each not in words), key=str)]
    lines = tuple(
        HelpRow(words.get(key, (str(key), str(key))), _figures(apart[key]))
        for key in order
        if key in apart
    )
    return HelpTable(name, COLUMNS, lines, "skill_measure", _figures(ways))


def _figures(ways: Sequence[_Way]) -> tuple[Figure, ...]:
    stands: dict[str, list[_Way]] = defaultdict(list)
    for way in ways:
        stands[way.stands].append(way)
    both = [way for way in ways if way.stands != "measured_once"]
    ids = _ids(both)
    before, after = (
        Figure(sum(levels) / len(both) if both else None, ids)
        for levels in ([way.before for way in both], [way.after for way in both])
    )
    return (
        replace(counted(_ids(ways)), number=len(ways)),
        *(replace(counted(_ids(stands[each])), number=len(stands[each])) for each in COLUMNS[1:5]),
        before,
        after,
    )


def _ids(ways: Iterable[_Way]) -> tuple[UUID, ...]:
    return tuple(each for way in ways for each in way.ids)


def _without_means(table: HelpTable) -> HelpTable:
    """A table without the means of few, which would tell of each of them."""

    def told(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        few = sum(int(each.number or 0) for each in figures[2:5]) in SMALL
        means = (Figure(None, (), True) if few else each for each in figures[5:])
        return (*figures[:5], *means)

    rows = tuple(replace(row, figures=told(row.figures)) for row in table.rows)
    return replace(table, rows=rows, total=told(table.total))
