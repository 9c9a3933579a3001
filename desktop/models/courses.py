"""Courses: what is taught, and who takes part; when they meet, and who came, is in `sessions`."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord
from desktop.models.search import key_of


class Course(NamedRecord, WithStates, Base):
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
    found_by = ("text", "place")

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
    note: Mapped[str | None] = field.text()


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
