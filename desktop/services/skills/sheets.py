"""The key skills of everybody in a course: what is measured, and what HETT offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.courses import Course
from desktop.models.framework import Framework
from desktop.models.hett import Assessment
from desktop.models.moves import state_of
from desktop.models.people import Learner
from desktop.services.enrolments.reading import found as enrolled
from desktop.services.enrolments.records import IN, LEARNER, EnrolmentQuery
from desktop.services.hett.framework import centre_framework
from desktop.services.hett.service import latest_levels
from desktop.services.record_values import centre_vocabulary, live
from desktop.services.skills.lifecycle import BEFORE, COUNTS
from desktop.services.skills.reading import found
from desktop.services.skills.records import Cell, Offer, SheetLine, SkillQuery, SkillSheet

AFTER: Final = "after"
_OVER: Final = frozenset({"ended", "reported"})


def sheet(session: Session, course_id: UUID) -> SkillSheet:
    """Return the sheet of a course; UserError `record_unknown`."""
    course = live(session, Course, course_id)
    listed = centre_vocabulary(session, "key_skills").shown
    wanted = set(course.key_skills or ()) or {term.code for term in listed}
    skills = tuple(term.code for term in listed if term.code in wanted)
    people = [
        row
        for row in enrolled(session, EnrolmentQuery(course_id=course_id))
        if row.role == LEARNER and row.state in IN
    ]
    levels: dict[UUID, dict[Cell, str]] = defaultdict(dict)
    for row in found(session, SkillQuery(course_id=course_id, states=(COUNTS,))):
        if row.level:
            levels[row.learner_id][row.skill, row.phase] = row.level
    known = {row.learner_id: row for row in people if row.learner_id is not None}
    offers = _offers(session, list(known), skills, course.starts_on or "")
    return SkillSheet(
        course_id=course_id,
        course=course.name,
        skills=skills,
        lines=tuple(
            SheetLine(
                learner_id=learner,
                name=row.name,
                levels=levels[learner],
                offers={
                    cell: each
                    for cell, each in offers[learner].items()
                    if cell not in levels[learner]
                },
                restricted=row.restricted,
            )
            for learner, row in known.items()
        ),
        unknown=sum(row.learner_id is None for row in people),
        over=state_of(session, course) in _OVER,
    )


def _offers(
    session: Session, learners: Sequence[UUID], skills: Iterable[str], starts_on: str
) -> Mapping[UUID, dict[Cell, Offer]]:
    """What HETT says of each: before, the last until the course began, or else the first; after,
    the last of those that came later.
    """
    stands = {
        known: kept or known
        for known, kept in session.execute(select(Learner.id, Learner.merged_into))
        if (kept or known) in set(learners)
    }
    rounds: dict[UUID, list[Assessment]] = defaultdict(list)
    made = select(Assessment).where(Assessment.deleted.is_(False))
    for each in session.scalars(made.order_by(Assessment.on, Assessment.first_stamp)):
        if each.learner_id in stands:
            rounds[stands[each.learner_id]].append(each)
    rated = latest_levels(session, [each.id for theirs in rounds.values() for each in theirs])
    shows = _indicators(session, skills)
    found: dict[UUID, dict[Cell, Offer]] = defaultdict(dict)
    for learner, theirs in rounds.items():
        for skill, indicators in shows.items():
            said = [
                Offer(level, each.id, each.on)
                for each in theirs
                if (level := _level(rated[each.id], indicators))
            ]
            early = [each for each in said if each.on <= (starts_on or each.on)] or said[:1]
            if not starts_on:
                early = said[:1]
            if not early:
                continue
            found[learner][skill, BEFORE] = early[-1]
            if late := [each for each in said if each.on > early[-1].on]:
                found[learner][skill, AFTER] = late[-1]
    return found


def _indicators(session: Session, skills: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The indicators that show each skill.

    What is sensitive is left out: a measure may be read by everybody.
    """
    framework = centre_framework(session)
    terms = {term.code: term.extra for term in centre_vocabulary(session, "key_skills").terms}
    return {
        skill: tuple(
            code for code in terms[skill].get("indicators", ()) if _may_be_told(framework, code)
        )
        for skill in skills
    }


def _may_be_told(framework: Framework, code: str) -> bool:
    return any(each.code == code and not each.sensitive for each in framework.indicators)


def _level(rated: Mapping[str, int | None], indicators: Iterable[str]) -> str:
    """The mean of what was rated, half upwards; "" of nothing."""
    levels = [level for code in indicators if (level := rated.get(code)) is not None]
    return str(int(sum(levels) / len(levels) + 0.5)) if levels else ""
