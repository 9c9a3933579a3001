"""Courses: what is taught, when it meets, who takes part, and who came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.fields import LOCAL
from desktop.models.ids import DerivedId
from desktop.models.moves import AppendOnly, MoveRecord, WithStates
from desktop.models.search import key_of
from desktop.models.text import sort_key


class Course(WithStates, Base):
    """Something that is learnt together or alone: a class, an interest group, a training, work.

    How far it came is nowhere written: that follows from its sessions and its enrolments.

    Attributes:
        rule_percent: how much of the expected sessions one must be at, in percent.
        teacher_id: who teaches; `responsible_id` is who of the centre answers for it.
        term: the term of the school year that it belongs to, where it belongs to one.
    """

    __tablename__ = "course"
    kind = "course"
    first_state = "planned"
    move_kind = "course_move"

    name: Mapped[str] = field.line()
    course_kind: Mapped[str | None] = field.coded("course_kinds", index=True)
    text: Mapped[str | None] = field.text()
    curriculum_id: Mapped[UUID | None] = field.link("curriculum", index=True)
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    teacher_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    responsible_id: Mapped[UUID | None] = field.user()
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    villages: Mapped[list[str] | None] = field.links("village")
    place: Mapped[str | None] = field.line()
    groups_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    skill_groups: Mapped[list[str] | None] = field.coded_list("skill_groups")
    key_skills: Mapped[list[str] | None] = field.coded_list("key_skills")
    starts_on: Mapped[str | None] = field.day(part_known=True)
    ends_on: Mapped[str | None] = field.day(part_known=True)
    term: Mapped[str | None] = field.line()
    hours: Mapped[float | None] = field.amount()
    capacity: Mapped[int | None] = field.count()
    minimum: Mapped[int | None] = field.count()
    rule_percent: Mapped[int | None] = field.count(default=80)
    finish_rule: Mapped[str | None] = field.coded("course_rules")
    cost: Mapped[int | None] = field.money("satang")
    fund_id: Mapped[UUID | None] = field.link("fund", on_erase="cut", index=True)
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()
    sort_key: Mapped[str] = mapped_column(default="", index=True, info=LOCAL)
    search_key: Mapped[str] = mapped_column(default="", info=LOCAL)

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the order in lists, and what a course is found by."""
        texts = [values.get(name) for name in ("name", "text", "place")]
        return {
            "sort_key": sort_key(values.get("name") or ""),
            "search_key": "\n".join(key_of(each) for each in texts if each),
        }


class CourseMove(MoveRecord, Base):
    """One step of a course: opened, running, ended, reported, cancelled.

    Attributes:
        people: how many took part, as they were counted when it was reported; `finished` how many
            completed, `given_hours` the hours of the sessions held. What is reported once stays
            so, whoever's records are erased later.
    """

    __tablename__ = "course_move"
    kind = "course_move"

    course_id: Mapped[UUID] = field.owner("course", index=True)
    move: Mapped[str] = field.coded("course_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("course_states", by_hand=False)
    to_state: Mapped[str] = field.coded("course_states", by_hand=False)
    people: Mapped[int | None] = field.count(by_hand=False)
    finished: Mapped[int | None] = field.count(by_hand=False)
    given_hours: Mapped[float | None] = field.amount(by_hand=False)


class CourseSession(WithStates, Base):
    """One meeting of a course. Its id comes from course, day and number: two laptops write one.

    Attributes:
        number: which of the meetings of that day, from 1.
        from_time: HH:MM, as `to_time`.
        happened: what was done and came of it, `next_step` what follows: the activity record.
    """

    __tablename__ = "course_session"
    kind = "session"
    first_state = "planned"
    move_kind = "session_move"
    derived = DerivedId("course_id", ("session", "{on}", "{number}"))

    course_id: Mapped[UUID] = field.owner("course", index=True)
    on: Mapped[str] = field.day(index=True)
    number: Mapped[int] = field.count(default=1)
    from_time: Mapped[str | None] = field.plain()
    to_time: Mapped[str | None] = field.plain()
    hours: Mapped[float | None] = field.amount()
    topic: Mapped[str | None] = field.line()
    place: Mapped[str | None] = field.line()
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    teacher_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    responsible_id: Mapped[UUID | None] = field.user()
    happened: Mapped[str | None] = field.text()
    next_step: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()


class SessionMove(MoveRecord, Base):
    """One step of a meeting: held, or cancelled, and why."""

    __tablename__ = "session_move"
    kind = "session_move"

    session_id: Mapped[UUID] = field.owner("session", index=True)
    move: Mapped[str] = field.coded("session_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("session_states", by_hand=False)
    to_state: Mapped[str] = field.coded("session_states", by_hand=False)
    cancel_reason: Mapped[str | None] = field.coded("session_cancel_reasons")


class Enrolment(WithStates, Base):
    """Somebody in a course: a learner, somebody else, or a walk-in who is known by a name so far.

    Attributes:
        pair_id: the enrolment of the other of a pair, an elder and a youth.
        action_id: the action of a plan that this carries out.
    """

    __tablename__ = "enrolment"
    kind = "enrolment"
    first_state = "interested"
    move_kind = "enrolment_move"
    derived = DerivedId(
        "course_id",
        ("enrolment", "{learner_id}", "{person_id}", "{name}"),
        fixed=False,
        key=key_of,
    )

    course_id: Mapped[UUID] = field.link("course", index=True)
    learner_id: Mapped[UUID | None] = field.owner("learner", by_hand=True, index=True)
    person_id: Mapped[UUID | None] = field.owner("person", by_hand=True, index=True)
    name: Mapped[str | None] = field.line(identifying=True)
    role: Mapped[str] = field.coded("enrolment_roles", default="learner")
    pair_id: Mapped[UUID | None] = field.link("enrolment", on_erase="cut")
    joined_on: Mapped[str | None] = field.day(part_known=True)
    left_on: Mapped[str | None] = field.day(part_known=True)
    action_id: Mapped[UUID | None] = field.link("action", on_erase="cut", index=True)
    source: Mapped[str | None] = field.coded("interest_sources")
    note: Mapped[str | None] = field.text()


class EnrolmentMove(MoveRecord, Base):
    """One step of somebody in a course: invited, enrolled, waiting, completed, left.

    Attributes:
        leaving_reason: why somebody left.
        percent: what of the expected sessions they were at when they completed.

    A completion against the rule says so in `reason`, with `by_id` who decided.
    """

    __tablename__ = "enrolment_move"
    kind = "enrolment_move"

    enrolment_id: Mapped[UUID] = field.owner("enrolment", index=True)
    move: Mapped[str] = field.coded("enrolment_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("enrolment_states", by_hand=False)
    to_state: Mapped[str] = field.coded("enrolment_states", by_hand=False)
    leaving_reason: Mapped[str | None] = field.coded("leaving_reasons")
    percent: Mapped[int | None] = field.count(by_hand=False)


class Attendance(AppendOnly, Base):
    """One mark of somebody at a session. The latest counts; no mark means not marked, not absent.

    Attributes:
        minutes: how long somebody was there who came late or left early.
        reverses_id: the mark that this takes back, where it takes back one (`code` is then what
            holds again, or none).
    """

    __tablename__ = "attendance"
    kind = "attendance"

    session_id: Mapped[UUID] = field.link("session", index=True)
    enrolment_id: Mapped[UUID] = field.owner("enrolment", index=True)
    code: Mapped[str | None] = field.coded("attendance_codes")
    minutes: Mapped[int | None] = field.count()
    note: Mapped[str | None] = field.line()
    source: Mapped[str] = field.coded("attendance_sources", by_hand=False, default="screen")
    reverses_id: Mapped[UUID | None] = field.machine()

    def in_effect(self, session: Session) -> bool:
        """Whether it is the mark that counts."""
        return not self.deleted and next(iter(_marks(session, self)), None) is self

    def reverse(self, session: Session, day: str) -> bool:
        """Add a mark that says what was said before it; False where a later one stands."""
        del day
        marks = _marks(session, self)
        if not marks or marks[0] is not self:
            return False
        before = next((each for each in marks[1:] if each.id != self.reverses_id), None)
        session.add(
            Attendance(
                session_id=self.session_id,
                enrolment_id=self.enrolment_id,
                code=before.code if before is not None else None,
                minutes=before.minutes if before is not None else None,
                note=before.note if before is not None else None,
                source=self.source,
                reverses_id=self.id,
            )
        )
        return True


def _marks(session: Session, mark: Attendance) -> list[Attendance]:
    """Every mark of the same person at the same session, the latest first."""
    wanted = select(Attendance).where(
        Attendance.session_id == mark.session_id,
        Attendance.enrolment_id == mark.enrolment_id,
        Attendance.deleted.is_(False),
    )
    return list(
        session.scalars(wanted.order_by(Attendance.first_stamp.desc(), Attendance.id.desc()))
    )
