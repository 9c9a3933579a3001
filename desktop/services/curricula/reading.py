"""Finding local curricula, and one of them whole with its units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.capital import Capital
from desktop.models.courses import Course
from desktop.models.curricula import Curriculum, CurriculumMove, CurriculumUnit
from desktop.models.moves import state_column, state_of
from desktop.models.search import key_of
from desktop.models.sessions import CourseSession
from desktop.services.curricula.lifecycle import COURSE, course_states, locked
from desktop.services.curricula.records import (
    CurriculumDetail,
    CurriculumQuery,
    CurriculumRow,
    Taught,
    Waits,
)
from desktop.services.details import empty_of, known_before, told_of
from desktop.services.entries import entry
from desktop.services.record_values import live

DRAFT_DAYS: Final = 180
TRIED_DAYS: Final = 60

WORTH_ASKING: Final = (
    "problem", "outcomes", "groups_served", "key_skills", "skill_groups", "method", "measuring",
    "completion", "village_id", "shareable",
)  # fmt: skip


def found(session: Session, query: CurriculumQuery, today: date) -> list[CurriculumRow]:
    """Return the rows of the curricula that a question finds, in Thai order, by their versions."""
    state = state_column(Curriculum)
    wanted = _narrowed(query)
    if query.states:
        wanted = wanted.where(state.in_(query.states))
    pairs = [(thing, said) for thing, said in session.execute(wanted.add_columns(state))]
    around = _Around(session, today)
    return [
        row
        for row in (around.row(thing, said) for thing, said in pairs if _suits(thing, query))
        if row.ask_again or not query.ask_again
    ]


def _narrowed(query: CurriculumQuery) -> Select[Any]:
    wanted = select(Curriculum).where(Curriculum.deleted.is_(False))
    for term in filter(None, map(key_of, query.search.split())):
        wanted = wanted.where(Curriculum.search_key.contains(term, autoescape=True))
    if query.village_id is not None:
        wanted = wanted.where(Curriculum.village_id == query.village_id)
    if query.shareable:
        wanted = wanted.where(Curriculum.shareable.is_(True))
    return wanted.order_by(Curriculum.sort_key, Curriculum.version, Curriculum.id)


def _suits(thing: Curriculum, query: CurriculumQuery) -> bool:
    return (
        (not query.month or query.month in (thing.months_open or ()))
        and (not query.group or query.group in (thing.groups_served or ()))
        and (not query.skills or bool(set(query.skills) & set(thing.skill_groups or ())))
    )


class _Around:
    """What is known beside these records: units, versions, villages, last steps, courses."""

    def __init__(self, session: Session, today: date) -> None:
        self._today = today
        listed = select(Village).where(Village.deleted.is_(False))
        self._villages = {each.id: each for each in session.scalars(listed)}
        self._courses = course_states(session)
        sums = (
            select(CurriculumUnit.curriculum_id, func.count(), func.sum(CurriculumUnit.hours))
            .where(CurriculumUnit.deleted.is_(False))
            .group_by(CurriculumUnit.curriculum_id)
        )
        self._units = {known: (count, hours) for known, count, hours in session.execute(sums)}
        last = select(Curriculum.id, CurriculumMove.done_on).join(
            CurriculumMove, CurriculumMove.id == Curriculum.last_move_id
        )
        self._moved: dict[UUID, str] = dict(session.execute(last).all())
        state = state_column(Curriculum)
        later = (
            select(Curriculum.previous_id, Curriculum.id, state)
            .where(
                Curriculum.previous_id.is_not(None),
                Curriculum.deleted.is_(False),
                state != "retired",
            )
            .order_by(Curriculum.version, Curriculum.first_stamp)
        )
        self._newer = {known: (newer, said) for known, newer, said in session.execute(later)}

    def row(self, thing: Curriculum, state: str) -> CurriculumRow:
        """Its line."""
        village = self._villages.get(thing.village_id) if thing.village_id else None
        units, hours = self._units.get(thing.id, (0, None))
        newer, newer_state = self._newer.get(thing.id, (None, ""))
        since = self._moved.get(thing.id) or thing.written_on or ""
        waits = self._waits(state, since, newer_state)
        return CurriculumRow(
            id=thing.id,
            name=thing.name,
            state=state,
            confirmed_on=since,
            ask_again=bool(waits),
            waits=waits,
            version=thing.version,
            hours=thing.hours if hours is None else hours,
            units=units,
            key_skills=tuple(thing.key_skills or ()),
            skill_groups=tuple(thing.skill_groups or ()),
            village_id=village.id if village else None,
            village=village.moo if village else "",
            village_name=(village.name or "") if village else "",
            community=thing.community or "",
            shareable=thing.shareable,
            locked=locked(state, self._courses.get(thing.id, frozenset())),
            newer_id=newer,
        )

    def _waits(self, state: str, since: str, newer: str) -> Waits:
        if state == "draft" and known_before(since, self._today - timedelta(DRAFT_DAYS)):
            return "try"
        if state == "tried" and known_before(since, self._today - timedelta(TRIED_DAYS)):
            return "adopt"
        return "newer" if state in ("tried", "adopted") and newer == "adopted" else ""


def curriculum_detail(session: Session, curriculum_id: UUID, today: date) -> CurriculumDetail:
    """Return one whole; UserError `record_unknown`."""
    thing = live(session, Curriculum, curriculum_id)
    state = state_of(session, thing)
    row = _Around(session, today).row(thing, state)
    told = told_of(session, COURSE, thing, state)
    units = units_of(session, curriculum_id)
    without = () if units else ("curriculum_unit",)
    return CurriculumDetail(
        row=row,
        missing=(*without, *empty_of(told["values"], WORTH_ASKING)),
        doubtful=dict(_doubts(thing, row)),
        units=tuple(entry(each) for each in units),
        capital=tuple(capital_of(session, thing)),
        courses=tuple(_taught(session, thing)),
        **told,
    )


def units_of(session: Session, curriculum_id: UUID) -> Sequence[CurriculumUnit]:
    """Return the units of a curriculum in their order."""
    return session.scalars(
        select(CurriculumUnit)
        .where(CurriculumUnit.curriculum_id == curriculum_id, CurriculumUnit.deleted.is_(False))
        .order_by(
            CurriculumUnit.number.is_(None), CurriculumUnit.number, CurriculumUnit.first_stamp
        )
    ).all()


def capital_of(session: Session, thing: Curriculum) -> list[tuple[UUID, str]]:
    """Return what it draws on and the reader may see, by id, in Thai order."""
    ids = [UUID(each) for each in thing.capital or ()]
    wanted = (
        select(Capital.id, Capital.name)
        .where(Capital.id.in_(ids), Capital.deleted.is_(False))
        .order_by(Capital.sort_key, Capital.id)
    )
    return [(known, name) for known, name in session.execute(wanted)]


def _taught(session: Session, thing: Curriculum) -> Iterator[Taught]:
    met = (
        select(CourseSession.id)
        .where(
            CourseSession.course_id == Course.id,
            CourseSession.deleted.is_(False),
            state_column(CourseSession) == "held",
        )
        .exists()
    )
    wanted = (
        select(Course.id, Course.name, Course.starts_on, met)
        .where(Course.curriculum_id == thing.id, Course.deleted.is_(False))
        .order_by(Course.starts_on.desc(), Course.sort_key, Course.id)
    )
    for known, name, starts_on, held in session.execute(wanted):
        yield Taught(known, name, starts_on or "", held)


def _doubts(thing: Curriculum, row: CurriculumRow) -> Mapping[str, str]:
    """What cannot be quite right of it, as codes by field; it is kept anyhow."""
    if thing.hours is not None and row.hours is not None and thing.hours != row.hours:
        return {"hours": "curriculum_hours_differ"}
    return {}
