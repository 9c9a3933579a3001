"""Finding enrolments, one of them whole, and how each stands to the rule of its course."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.area import Village
from desktop.models.courses import Course, CourseMove, Enrolment, EnrolmentMove
from desktop.models.moves import state_column, state_of
from desktop.models.names import full_name
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.restriction import restricted_ids, restricted_persons
from desktop.models.search import key_of
from desktop.models.text import sort_key
from desktop.services.attendance.counting import Attended, attended
from desktop.services.details import told_of
from desktop.services.enrolments.lifecycle import ENROLLING
from desktop.services.enrolments.records import (
    EnrolmentDetail,
    EnrolmentQuery,
    EnrolmentRow,
)
from desktop.services.enrolments.standing import evidenced, stand
from desktop.services.record_values import live
from desktop.services.same_person import of_person, of_twins


def found(session: Session, query: EnrolmentQuery) -> list[EnrolmentRow]:
    """Return the rows of the enrolments that a question finds, in Thai order of the people."""
    lines = session.execute(_narrowed(query)).all()
    around = _Around(session, lines)
    rows = [around.row(line) for line in lines]
    for word in query.search.split():
        if term := key_of(word):
            rows = [row for row in rows if term in key_of(row.name)]
    return sorted(rows, key=lambda row: (sort_key(row.name), row.id))


def _selected() -> Select[Any]:
    """What is read of each; a joined twin is read as the one who stands."""
    own, kept, person = aliased(Learner), aliased(Learner), aliased(Person)
    stands = aliased(Person)
    last = aliased(EnrolmentMove)
    course_move = aliased(CourseMove)
    columns: tuple[Any, ...] = (
        Enrolment.id, Enrolment.course_id, Enrolment.name.label("walk_in"), Enrolment.role,
        Enrolment.pair_id, Enrolment.joined_on, Enrolment.left_on, Enrolment.action_id,
        func.coalesce(last.to_state, Enrolment.first_state).label("state"),
        last.number.label("number"),
        Course.name.label("course"), Course.finish_rule,
        func.coalesce(course_move.to_state, Course.first_state).label("course_state"),
        kept.id.label("learner"), kept.title, kept.given, kept.surname, kept.middle,
        kept.village_id.label("learner_village"),
        stands.id.label("person"), stands.title.label("person_title"),
        stands.given.label("person_given"), stands.surname.label("person_surname"),
        stands.village_id.label("person_village"),
    )  # fmt: skip
    return (
        select(*columns)
        .join(Course, Course.id == Enrolment.course_id)
        .outerjoin(last, last.id == Enrolment.last_move_id)
        .outerjoin(course_move, course_move.id == Course.last_move_id)
        .outerjoin(own, own.id == Enrolment.learner_id)
        .outerjoin(kept, kept.id == func.coalesce(own.merged_into, own.id))
        .outerjoin(person, person.id == Enrolment.person_id)
        .outerjoin(stands, stands.id == func.coalesce(person.merged_into, person.id))
        .where(
            Enrolment.deleted.is_(False),
            Course.deleted.is_(False),
            or_(kept.id.is_(None), kept.deleted.is_(False)),
            or_(stands.id.is_(None), stands.deleted.is_(False)),
        )
    )


def _narrowed(query: EnrolmentQuery) -> Select[Any]:
    wanted = _selected()
    if query.course_id is not None:
        wanted = wanted.where(Enrolment.course_id == query.course_id)
    if query.learner_id is not None:
        wanted = wanted.where(of_person(Enrolment.learner_id, query.learner_id))
    if query.person_id is not None:
        wanted = wanted.where(of_twins(Person, Enrolment.person_id, query.person_id))
    if query.action_id is not None:
        wanted = wanted.where(Enrolment.action_id == query.action_id)
    if query.ids is not None:
        wanted = wanted.where(Enrolment.id.in_(query.ids))
    if query.states:
        wanted = wanted.where(state_column(Enrolment).in_(query.states))
    return wanted.order_by(Enrolment.id)


class _Around:
    """What is known beside these enrolments: their villages, their marks, their pairs."""

    def __init__(self, session: Session, lines: Collection[Any]) -> None:
        villages = session.execute(select(Village.id, Village.moo))
        self._villages = {each.id: each.moo for each in villages}
        self._attended = attended(session, [each.id for each in lines])
        self._learners, self._people = restricted_ids(session), restricted_persons(session)
        self._pairs = _pairs(session, lines)
        self._evidence = evidenced(session, lines)

    def row(self, line: Any) -> EnrolmentRow:
        """Its line."""
        came = self._attended.get(line.id) or Attended(line.course_id, line.id)
        shown = self._evidence.get(line.id, "")
        how = stand(line.finish_rule, came, evidence=shown == "seen")
        pair = self._pairs.get(line.id, (None, ""))
        village = line.learner_village or line.person_village
        return EnrolmentRow(
            id=line.id,
            name=_called(line),
            state=line.state,
            confirmed_on=line.joined_on or "",
            ask_again=False,
            course_id=line.course_id,
            course=line.course,
            course_state=line.course_state,
            learner_id=line.learner,
            person_id=line.person,
            role=line.role,
            village=self._villages.get(village, "") if village else "",
            joined_on=line.joined_on or "",
            left_on=line.left_on or "",
            pair_id=pair[0],
            pair=pair[1],
            action_id=line.action_id,
            number=(line.number or "") if line.state == "completed" else "",
            present=came.present,
            expected=came.expected,
            held=came.held,
            hours=round(came.hours, 2),
            percent=came.percent,
            may_miss=came.may_miss_more,
            rule=how.rule,
            evidence=shown,
            restricted=line.learner in self._learners or line.person in self._people,
        )


def _pairs(session: Session, lines: Collection[Any]) -> dict[UUID, tuple[UUID, str]]:
    """The other of each pair, whichever of the two leads to which."""
    found: dict[UUID, tuple[UUID, str]] = {}
    for step in steps([each.id for each in lines]):
        others = select(Enrolment.pair_id).where(Enrolment.id.in_(step))
        either = or_(Enrolment.id.in_(others), Enrolment.pair_id.in_(step))
        wanted = set(step)
        own = {each.id: each.pair_id for each in lines if each.id in wanted}
        for other in session.execute(_selected().where(either)):
            if other.pair_id in wanted:
                found[other.pair_id] = (other.id, _called(other))
            for known, pair_id in own.items():
                if pair_id == other.id:
                    found[known] = (other.id, _called(other))
    return found


def _called(line: Any) -> str:
    if line.learner is not None:
        return full_name(line.title or "", line.given or "", line.surname or "", line.middle or "")
    if line.person is not None:
        return full_name(
            line.person_title or "", line.person_given or "", line.person_surname or ""
        )
    return line.walk_in or ""


def enrolment_detail(session: Session, enrolment_id: UUID) -> EnrolmentDetail:
    """Return an enrolment whole; UserError `record_unknown`."""
    enrolment = live(session, Enrolment, enrolment_id)
    line = session.execute(_selected().where(Enrolment.id == enrolment_id)).one_or_none()
    if line is None:
        live(session, Course, enrolment.course_id)
        live(session, Learner, enrolment.learner_id or enrolment_id)
    state = state_of(session, enrolment)
    return EnrolmentDetail(
        row=_Around(session, [line]).row(line),
        missing=(),
        doubtful={},
        **told_of(session, ENROLLING, enrolment, state),
    )


def hours_of(session: Session, action_ids: Collection[UUID]) -> Mapping[UUID, float]:
    """Return the hours that learners were at courses which carry out these actions of plans."""
    lines = session.execute(
        select(Enrolment.id, Enrolment.action_id).where(
            Enrolment.action_id.in_(action_ids), Enrolment.deleted.is_(False)
        )
    ).all()
    came = attended(session, [each.id for each in lines])
    hours: dict[UUID, float] = {}
    for line in lines:
        hours[line.action_id] = hours.get(line.action_id, 0) + (
            came[line.id].hours if line.id in came else 0
        )
    return hours
