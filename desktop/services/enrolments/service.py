"""Enrolments: asking people into a course, giving places, and settling who completed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.derived import ensure
from desktop.models.moves import state_of
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.plan import Action
from desktop.models.sessions import Attendance, counting
from desktop.services.enrolments import reading
from desktop.services.enrolments.lifecycle import ENROLLING
from desktop.services.enrolments.places import check_open, free_places
from desktop.services.enrolments.records import (
    LEARNER,
    EnrolmentDetail,
    EnrolmentQuery,
    EnrolmentRow,
    Entered,
    Settled,
)
from desktop.services.enrolments.standing import stand_of
from desktop.services.moves import make_move
from desktop.services.record_values import live, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.subject_service import SubjectService
from desktop.services.workspace import Workspace

_WHO = ("learner_id", "person_id", "name")
_BEFORE = frozenset({"interested", "invited", "left"})


class EnrolmentService(SubjectService[Enrolment, EnrolmentQuery, EnrolmentRow, EnrolmentDetail]):
    """What can be done with enrolments.

    One is made of `course_id` and of `learner_id`, `person_id` or the `name` of a walk-in; whoever
    is in a course already is not put there twice. Moves raise `course_closed`, `course_full`,
    `course_rule_not_met`, and `learner_restricted` where the record may not be used.
    """

    model = Enrolment
    lifecycle = ENROLLING

    def _found(self, session: Session, query: EnrolmentQuery | None) -> list[EnrolmentRow]:
        return reading.found(session, query or EnrolmentQuery())

    def _told(self, session: Session, record_id: UUID) -> EnrolmentDetail:
        return reading.enrolment_detail(session, record_id)

    def _begun(self, session: Session, given: dict[str, Any]) -> Enrolment:
        course_id = given.pop("course_id", None)
        if not course_id:
            raise UserError("field_missing", field="course_id", kind=Enrolment.kind)
        who = {name: given.pop(name, None) or None for name in _WHO}
        return begun(session, live(session, Course, UUID(str(course_id))), **who)

    def _fill(self, session: Session, thing: Enrolment, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    def _moved(self, session: Session, thing: Enrolment, move: EnrolmentMove) -> None:
        moved(thing, move)

    @needs(Right.WRITE)
    def invite(
        self, course_id: UUID, learner_ids: Iterable[UUID], values: Mapping[str, Any] | None = None
    ) -> Entered:
        """Invite several learners into a course at once; `values` of each, such as `source`.

        Raises:
            UserError: `record_unknown`, `learner_unknown`, `course_closed`.
        """
        with self._workspace.write() as session:
            course = live(session, Course, course_id)
            return invite_all(session, self._workspace, course, learner_ids, values or {})

    @needs(Right.WRITE)
    def enrol(
        self, course_id: UUID, learner_ids: Iterable[UUID], values: Mapping[str, Any] | None = None
    ) -> Entered:
        """Take several learners into a course at once; those beyond its places wait for one.

        Args:
            values: of each, such as `source`, `action_id`, `role`.

        Raises:
            UserError: `record_unknown`, `learner_unknown`, `course_closed`.
        """
        with self._workspace.write() as session:
            course = live(session, Course, course_id)
            people = [(each, {"learner_id": each}) for each in dict.fromkeys(learner_ids)]
            return _take(session, self._workspace, course, people, values or {})

    @needs(Right.WRITE)
    def walk_in(self, course_id: UUID, name: str, values: Mapping[str, Any] | None = None) -> UUID:
        """Take somebody in of whom one knows a name so far, and return the enrolment.

        Raises:
            UserError: `record_unknown`, `course_closed`, `field_missing` (`name`).
        """
        with self._workspace.write() as session:
            course = live(session, Course, course_id)
            text = " ".join(name.split())
            enrolment = begun(session, course, name=text or None)
            _take(session, self._workspace, course, [(enrolment.id, {"name": text})], values or {})
            return enrolment.id

    @needs(Right.WRITE)
    def join(self, enrolment_id: UUID, learner_id: UUID) -> UUID:
        """Say which learner a walk-in is, and return the enrolment that stands for both.

        Where the learner is in the course already, the marks of the walk-in go to them, and
        nothing that is marked of them is changed.

        Raises:
            UserError: `record_unknown`, `learner_unknown`; `enrolment_known` of one who is known.
        """
        with self._workspace.write() as session:
            walk_in = live(session, Enrolment, enrolment_id)
            learner = standing_learner(session, learner_id)
            if walk_in.learner_id or walk_in.person_id:
                raise UserError("enrolment_known")
            own = _enrolment_of(session, walk_in.course_id, learner.id)
            if own is None:
                walk_in.learner_id, walk_in.name = learner.id, None
                return walk_in.id
            _bring_marks(session, walk_in, own)
            walk_in.deleted = True
            return own.id

    @needs(Right.WRITE)
    def pair(self, one_id: UUID, other_id: UUID | None) -> None:
        """Make two of one course a pair, such as an elder and a youth; None parts them.

        Raises:
            UserError: `record_unknown`; `pair_elsewhere` of two courses, or of one with itself.
        """
        with self._workspace.write() as session:
            one = live(session, Enrolment, one_id)
            for each in (one.pair_id, other_id):
                known = session.get(Enrolment, each) if each is not None else None
                if known is not None and known.pair_id is not None:
                    before = session.get(Enrolment, known.pair_id)
                    if before is not None:
                        before.pair_id = None
                    known.pair_id = None
            one.pair_id = None
            if other_id is None:
                return
            other = live(session, Enrolment, other_id)
            if other.course_id != one.course_id or other.id == one.id:
                raise UserError("pair_elsewhere", field="pair_id")
            one.pair_id, other.pair_id = other.id, one.id

    @needs(Right.WRITE)
    def settle(self, course_id: UUID, on: str = "") -> Settled:
        """Complete every learner who meets the rule; the others are for a person to decide.

        Raises:
            UserError: `record_unknown`, `bad_date`, `date_ahead`.
        """
        completed: list[UUID] = []
        left: list[UUID] = []
        with self._workspace.write() as session:
            live(session, Course, course_id)
            for enrolment in _learning(session, course_id):
                if stand_of(session, enrolment).rule != "met":
                    left.append(enrolment.id)
                    continue
                facts = {"done_on": on} if on else {}
                make_move(session, self._workspace, ENROLLING, enrolment, "complete", facts)
                session.flush()
                completed.append(enrolment.id)
        return Settled(tuple(completed), tuple(left))

    @needs(Right.READ)
    def hours_of(self, action_ids: Sequence[UUID]) -> Mapping[UUID, float]:
        """Return the hours that were done at courses for these actions of plans."""
        with self._workspace.read() as session:
            return reading.hours_of(session, action_ids)


def begun(session: Session, course: Course, **who: Any) -> Enrolment:
    """Return the enrolment of somebody in a course: the one there is, or a new one.

    Args:
        who: `learner_id`, `person_id` or `name`; of a learner or person who was joined to another
            the one who stands.

    Raises:
        UserError: `learner_unknown`, `record_unknown`; `field_missing` without any.
    """
    if who.get("learner_id"):
        learner = standing_learner(session, UUID(str(who["learner_id"])))
        own = _enrolment_of(session, course.id, learner.id)
        if own is not None:
            return own
        of: dict[str, Any] = {"learner_id": learner.id, "person_id": None, "name": None}
    elif who.get("person_id"):
        person = standing(session, Person, UUID(str(who["person_id"])))
        of = {"learner_id": None, "person_id": person.id, "name": None}
    elif who.get("name") and str(who["name"]).strip():
        of = {"learner_id": None, "person_id": None, "name": " ".join(str(who["name"]).split())}
    else:
        raise UserError("field_missing", field="learner_id", kind=Enrolment.kind)
    return ensure(session, Enrolment, course_id=course.id, **of)


def fill(session: Session, enrolment: Enrolment, values: Mapping[str, Any]) -> None:
    """Put values onto one, inside the caller's transaction; whose it is stays."""
    set_values(session, enrolment, values, "course_id", "pair_id", *_WHO)
    if enrolment.action_id is not None:
        live(session, Action, enrolment.action_id)
    joined, left = enrolment.joined_on, enrolment.left_on
    if joined and left and left[: len(joined)] < joined[: len(left)]:
        raise UserError("left_before_joined", field="left_on", value=left)


def moved(enrolment: Enrolment, move: EnrolmentMove) -> None:
    """Keep on which days somebody came into a course and left it."""
    if move.move == "enrol":
        enrolment.joined_on = enrolment.joined_on or move.done_on
        enrolment.left_on = None
    elif move.move == "leave":
        enrolment.left_on = move.done_on


def standing_learner(session: Session, learner_id: UUID) -> Learner:
    """Return a learner who is there, or the one whom they were joined to.

    Raises:
        UserError: `learner_unknown`.
    """
    known = session.get(Learner, learner_id)
    return live(session, Learner, (known.merged_into if known else None) or learner_id)


def invite_all(
    session: Session,
    workspace: Workspace,
    course: Course,
    learner_ids: Iterable[UUID],
    values: Mapping[str, Any],
) -> Entered:
    """Invite these into a course, inside the caller's transaction."""
    check_open(session, course)
    asked: list[UUID] = []
    already: list[UUID] = []
    for learner_id in dict.fromkeys(learner_ids):
        enrolment = begun(session, course, learner_id=learner_id)
        fill(session, enrolment, values)
        session.flush()
        if state_of(session, enrolment) == Enrolment.first_state:
            make_move(session, workspace, ENROLLING, enrolment, "invite", {})
            asked.append(enrolment.id)
        else:
            already.append(enrolment.id)
    return Entered(tuple(asked), (), tuple(already))


def _take(
    session: Session,
    workspace: Workspace,
    course: Course,
    people: Sequence[tuple[UUID, Mapping[str, Any]]],
    values: Mapping[str, Any],
) -> Entered:
    """Take people in, the first ones first; whoever is beyond the places waits."""
    check_open(session, course)
    enrolled: list[UUID] = []
    waiting: list[UUID] = []
    already: list[UUID] = []
    for _known, who in people:
        enrolment = begun(session, course, **who)
        fill(session, enrolment, values)
        session.flush()
        state = state_of(session, enrolment)
        if state not in _BEFORE | {"waiting"}:
            already.append(enrolment.id)
            continue
        full = enrolment.role == LEARNER and free_places(session, course) == 0
        if full and state == "waiting":
            already.append(enrolment.id)
            continue
        move = make_move(session, workspace, ENROLLING, enrolment, "wait" if full else "enrol", {})
        assert isinstance(move, EnrolmentMove)
        moved(enrolment, move)
        (waiting if full else enrolled).append(enrolment.id)
    return Entered(tuple(enrolled), tuple(waiting), tuple(already))


def _enrolment_of(session: Session, course_id: UUID, learner_id: UUID) -> Enrolment | None:
    """The enrolment of a learner, or of a twin joined to them; the oldest of several."""
    return session.scalars(
        select(Enrolment)
        .where(
            Enrolment.course_id == course_id,
            of_person(Enrolment.learner_id, learner_id),
            Enrolment.deleted.is_(False),
        )
        .order_by(Enrolment.first_stamp)
        .limit(1)
    ).first()


def _bring_marks(session: Session, walk_in: Enrolment, own: Enrolment) -> None:
    marks = (
        select(Attendance)
        .where(Attendance.enrolment_id == walk_in.id, *counting())
        .order_by(Attendance.first_stamp, Attendance.id)
    )
    held = set(
        session.scalars(
            select(Attendance.session_id).where(Attendance.enrolment_id == own.id, *counting())
        )
    )
    latest = {each.session_id: each for each in session.scalars(marks)}
    for session_id, mark in latest.items():
        if session_id not in held:
            said = {name: getattr(mark, name) for name in ("code", "minutes", "note", "source")}
            session.add(Attendance(session_id=session_id, enrolment_id=own.id, **said))


def _learning(session: Session, course_id: UUID) -> list[Enrolment]:
    wanted = select(Enrolment).where(
        Enrolment.course_id == course_id,
        Enrolment.role == LEARNER,
        Enrolment.deleted.is_(False),
    )
    return [
        each
        for each in session.scalars(wanted.order_by(Enrolment.first_stamp))
        if state_of(session, each) == "enrolled"
    ]
