"""Finding measures of key skills, and one of them whole."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.courses import Course
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids
from desktop.models.search import key_of
from desktop.models.skills import SkillMeasure
from desktop.services.details import empty_of, told_of
from desktop.services.record_values import centre_vocabulary, live
from desktop.services.same_person import of_person
from desktop.services.skills.lifecycle import MEASURING
from desktop.services.skills.records import SkillDetail, SkillQuery, SkillRow

WORTH_ASKING: Final = ("level", "on", "instrument")
PHASES: Final = ("before", "after", "later")


def found(session: Session, query: SkillQuery) -> list[SkillRow]:
    """Return the rows that a question finds: by whose, course, skill, and before before after."""
    own, kept = aliased(Learner), aliased(Learner)
    wanted = _selected(own, kept)
    for word in query.search.split():
        if term := key_of(word):
            names = (kept.given, kept.surname, kept.nickname)
            wanted = wanted.where(
                or_(
                    Course.search_key.contains(term, autoescape=True),
                    *(each.contains(word, autoescape=True) for each in names),
                )
            )
    if query.ids is not None:
        wanted = wanted.where(SkillMeasure.id.in_(query.ids))
    if query.states:
        wanted = wanted.where(state_column(SkillMeasure).in_(query.states))
    if query.skills:
        wanted = wanted.where(SkillMeasure.skill.in_(query.skills))
    if query.village_id:
        wanted = wanted.where(kept.village_id == query.village_id)
    if query.learner_id:
        wanted = wanted.where(of_person(SkillMeasure.learner_id, query.learner_id))
    if query.course_id:
        wanted = wanted.where(SkillMeasure.course_id == query.course_id)
    rows = _rows(session, wanted)
    return [row for row in rows if not query.ask_again or row.ask_again]


def _selected(own: Any, kept: Any) -> Select[Any]:
    """What is read of each; a joined twin is read as the one who stands."""
    columns: tuple[Any, ...] = (
        SkillMeasure, state_column(SkillMeasure).label("state"),
        func.coalesce(Course.name, "").label("course"),
        kept.id.label("learner"), kept.title, kept.given, kept.middle, kept.surname,
    )  # fmt: skip
    return (
        select(*columns)
        .join(own, own.id == SkillMeasure.learner_id)
        .join(kept, kept.id == func.coalesce(own.merged_into, own.id))
        .outerjoin(Course, Course.id == SkillMeasure.course_id)
        .where(SkillMeasure.deleted.is_(False), kept.deleted.is_(False))
        .order_by(
            kept.sort_key, kept.id, func.coalesce(Course.sort_key, ""), SkillMeasure.skill,
            SkillMeasure.first_stamp,
        )
    )  # fmt: skip


def _rows(session: Session, wanted: Select[Any]) -> list[SkillRow]:
    held = restricted_ids(session)
    levels = level_orders(session)
    rows = [
        SkillRow(
            id=measure.id,
            name=full_name(*(each or "" for each in (title, given, surname, middle))),
            state=state,
            confirmed_on="",
            ask_again=measure.level is None or not measure.on,
            learner_id=learner,
            course_id=measure.course_id,
            course=course,
            skill=measure.skill,
            phase=measure.phase,
            level=measure.level or "",
            order=levels.get(measure.level or "", 0),
            self_level=measure.self_level or "",
            on=measure.on or "",
            estimated=bool(measure.estimated),
            restricted=learner in held,
        )
        for measure, state, course, learner, title, given, middle, surname in session.execute(
            wanted
        )
    ]
    places = {row.id: place for place, row in enumerate(rows)}
    first: dict[tuple[Any, ...], int] = {}
    for row in rows:
        first.setdefault((row.learner_id, row.course_id, row.skill), places[row.id])
    # What is known of one skill stands together, in the order in which it was to be measured.
    return sorted(
        rows,
        key=lambda row: (first[row.learner_id, row.course_id, row.skill], _place(row.phase)),
    )


def _place(phase: str) -> int:
    return PHASES.index(phase) if phase in PHASES else len(PHASES)


def level_orders(session: Session) -> dict[str, int]:
    """Return the place of each level in the list of them, from 1."""
    terms = centre_vocabulary(session, "skill_levels").terms
    return {term.code: place for place, term in enumerate(terms, 1)}


def skill_detail(session: Session, measure_id: UUID) -> SkillDetail:
    """Return one whole; UserError `record_unknown`, `learner_unknown`."""
    measure = live(session, SkillMeasure, measure_id)
    live(session, Learner, measure.learner_id)
    (row,) = found(session, SkillQuery(ids=(measure_id,)))
    told = told_of(session, MEASURING, measure, row.state)
    same = found(session, SkillQuery(learner_id=row.learner_id, skills=(row.skill,)))
    return SkillDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful={},
        others=tuple(
            each for each in same if each.course_id == row.course_id and each.id != row.id
        ),
        **told,
    )
