"""Ids that follow from what a record is: one rule for each kind, the same as in every release."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, func, select

from desktop.errors import UserError
from desktop.models.area import Hamlet, Village
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capital import MapPin
from desktop.models.capture_new import add_new
from desktop.models.courses import Course, Enrolment
from desktop.models.credits import KpcEntry
from desktop.models.derived import DerivedIdError, ensure, find, id_of
from desktop.models.duty import Duty
from desktop.models.fields import fields_of
from desktop.models.funds import FundMonth
from desktop.models.hett import HettDimension, HettIndicator, HettLevel
from desktop.models.ids import CENTRE, DerivedId, derived_id, new_id
from desktop.models.leads import Lead, LeadNumber
from desktop.models.mentors import Mentor
from desktop.models.needs import Match
from desktop.models.partners import PartnerContact
from desktop.models.people import LearnerGroup, LearnerPrivate, LeavingReason
from desktop.models.program import Change, Erasure, VocabularyTerm
from desktop.models.referrals import ReferralReply
from desktop.models.sessions import CourseSession
from desktop.models.skills import SkillMeasure
from desktop.models.urgent import UrgentStep
from desktop.services.record_values import set_values
from desktop.services.workspace import Workspace
from tests.factories import add_learner

WHO = UUID("01a22a00-b2e3-7000-8913-4a1af6d90fa9")
OTHER = UUID("01a22a00-b2e3-7000-8913-4a1af6d90fb0")
RELEASED: list[tuple[type[SyncedRecord], dict[str, Any], tuple[str, ...]]] = [
    (LearnerGroup, {"learner_id": WHO, "code": "TG01"}, ("group", "TG01")),
    (LeavingReason, {"learner_id": WHO, "code": "LR09"}, ("reason", "LR09")),
    (LearnerPrivate, {"learner_id": WHO}, ("private",)),
    (Village, {"moo": "3"}, ("village", "3")),
    (VocabularyTerm, {"vocabulary": "levels", "code": "p6"}, ("term", "levels", "p6")),
    (HettDimension, {"framework_version": 1, "code": "H"}, ("hett", "1", "dimension", "H")),
    (HettIndicator, {"framework_version": 1, "code": "H1"}, ("hett", "1", "indicator", "H1")),
    (HettLevel, {"framework_version": 1, "indicator": "H1", "level": 2},
     ("hett", "1", "level", "H1", "2")),
    (PartnerContact, {"partner_id": WHO, "person_id": OTHER}, ("contact", OTHER.hex)),
    (FundMonth, {"fund_id": WHO, "month": "2026-10"}, ("month", "2026-10")),
    (Match, {"need_id": WHO, "offer_id": WHO}, ("match", WHO.hex)),
    (Mentor, {"person_id": WHO}, ("mentor",)),
    (Lead, {"person_id": WHO}, ("lead",)),
    (UrgentStep, {"step": "amphoe"}, ("urgent step", "amphoe")),
    (Duty, {"on": "2026-11-22", "span": "night"}, ("duty", "2026-11-22", "night")),
    (LeadNumber, {"lead_id": WHO, "code_kind": "national"}, ("number", "national")),
    (ReferralReply,
     {"number": "AB-0001", "answer": "accept", "done_on": "2026-11-22", "said": "|||"},
     ("reply", "AB-0001", "accept", "2026-11-22", "|||")),
    (CourseSession, {"course_id": WHO, "on": "2026-11-22", "number": 2},
     ("session", "2026-11-22", "2")),
    (Enrolment, {"course_id": WHO, "learner_id": OTHER, "person_id": None, "name": None},
     ("enrolment", OTHER.hex, "none", "none")),
    (KpcEntry, {"learner_id": WHO, "said": "lower|1/2569|knowledge|ปลูกป่า"},
     ("kpc", "lower|1/2569|knowledge|ปลูกป่า")),
    (SkillMeasure, {"learner_id": WHO, "course_id": OTHER, "skill": "K2", "phase": "after"},
     ("skill", OTHER.hex, "K2", "after")),
    (SkillMeasure, {"learner_id": WHO, "course_id": None, "skill": "K1", "phase": "before"},
     ("skill", "None", "K1", "before")),
    (MapPin, {"document_id": WHO, "capital_id": OTHER}, ("pin", OTHER.hex)),
    (Hamlet, {"village_id": WHO, "name": "บ้านห้วยปูลิง"}, ("hamlet", "หวยปูลิง")),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "values", "parts"), RELEASED, ids=lambda each: str(each)[:30])
def test_ids_are_those_of_the_databases_in_use(
    cls: type[SyncedRecord], values: dict[str, Any], parts: tuple[str, ...]
) -> None:
    owner = WHO if any(value == WHO for value in values.values()) else new_id()

    assert id_of(cls, values, owner) == derived_id(owner, *parts)


def test_every_derived_kind_is_held_to_its_released_ids() -> None:
    derived = {kind for kind, cls in synced_classes().items() if cls.derived is not None}

    assert derived == {cls.kind for cls, _values, _parts in RELEASED}
    for cls in (synced_classes()[kind] for kind in derived):
        assert cls.derived is not None
        assert {*cls.derived.fields} <= {*fields_of(cls)}
        assert cls.derived.owner == CENTRE or cls.derived.owner in fields_of(cls)


def test_a_thing_is_made_once_and_comes_back(workspace: Workspace) -> None:
    who = add_learner(workspace)
    of = {"learner_id": who, "code": "TG01"}
    with workspace.write() as session:
        first = ensure(session, LearnerGroup, **of)
        assert ensure(session, LearnerGroup, **of) is first
        first.note = "ย้ายมา"
    with workspace.write() as session:
        session.get_one(LearnerGroup, first.id).deleted = True
    with workspace.write() as session:
        again = ensure(session, LearnerGroup, **of)
        assert (again.id, again.deleted, again.note) == (first.id, False, "ย้ายมา")
        assert find(session, LearnerGroup, **of) is again
        assert find(session, LearnerGroup, learner_id=who, code="TG02") is None


def test_another_id_is_refused(workspace: Workspace) -> None:
    who = add_learner(workspace)
    with pytest.raises(DerivedIdError), workspace.write() as session:
        session.add(LearnerGroup(learner_id=who, code="TG01"))
    with workspace.read() as session:
        assert session.scalars(select(LearnerGroup)).all() == []


def test_what_makes_the_id_is_not_edited(workspace: Workspace) -> None:
    who = add_learner(workspace)
    with workspace.write() as session:
        group_id = ensure(session, LearnerGroup, learner_id=who, code="TG01").id
    with pytest.raises(UserError, match="unknown_field"), workspace.write() as session:
        set_values(session, session.get_one(LearnerGroup, group_id), {"code": "TG02"})
    with pytest.raises(DerivedIdError), workspace.write() as session:
        session.get_one(LearnerGroup, group_id).code = "TG02"
    with workspace.read() as session:
        assert session.get_one(LearnerGroup, group_id).code == "TG01"


def test_a_renumbered_village_keeps_its_people_and_its_id(workspace: Workspace) -> None:
    with workspace.write() as session:
        old = ensure(session, Village, moo="3")
        old.name = "บ้านเก่า"
    with workspace.write() as session:
        session.get_one(Village, old.id).moo = "5"
    with workspace.write() as session:
        assert ensure(session, Village, moo="5").id == old.id
        new = ensure(session, Village, moo="3")
        assert new.id != old.id
        assert new.name is None
        assert ensure(session, Village, moo="3") is new


def test_an_id_whose_content_was_destroyed_is_not_used_again(workspace: Workspace) -> None:
    with workspace.database.write(erasing=True) as session:
        spent = id_of(Village, {"moo": "9"}, workspace.centre_id)
        session.add(Erasure(record_id=spent, reason="ทดสอบ", at=workspace.now()))
    with workspace.write() as session:
        assert ensure(session, Village, moo="9").id != spent


def test_two_spellings_of_a_hamlet_are_one(workspace: Workspace) -> None:
    with workspace.write() as session:
        village = ensure(session, Village, moo="1").id
        hamlet = ensure(session, Hamlet, village_id=village, name="ห้วยปูลิง")
        assert ensure(session, Hamlet, village_id=village, name="บ้านห้วยปูลิง ") is hamlet


def test_many_of_one_course_are_made_without_reading_each_other(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    learners = [add_learner(workspace, given=f"คน{number}") for number in range(30)]
    compared: list[None] = []
    same = DerivedId.same

    def counted(derived: DerivedId, one: Any, other: Any) -> bool:
        compared.append(None)
        return same(derived, one, other)

    monkeypatch.setattr(DerivedId, "same", counted)
    asked: list[object] = []
    with workspace.write() as session:
        course = Course(name="ทอผ้า")
        session.add(course)
        session.flush()
        event.listen(session, "do_orm_execute", asked.append)
        for turn in range(2):
            made = set()
            for each in learners:
                of = {"course_id": course.id, "learner_id": each, "person_id": None, "name": None}
                made.add(ensure(session, Enrolment, **of).id)
                session.flush()
            assert len(made) == len(learners), turn
    assert len(compared) <= 2 * len(learners)
    assert len(asked) <= 10 * len(learners)
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Enrolment)) == len(learners)


def test_rows_in_bulk_meet_what_is_there(workspace: Workspace) -> None:
    who = add_learner(workspace)
    with workspace.write() as session:
        hidden = ensure(session, LearnerGroup, learner_id=who, code="TG01")
        hidden.deleted, hidden.since = True, "2026"
        ensure(session, LearnerGroup, learner_id=who, code="TG02")
    rows = [
        {"learner_id": who, "code": code, "note": note}
        for code, note in (("TG01", "ก"), ("TG02", "ข"), ("TG03", "ค"), ("TG03", "ง"))
    ]
    with workspace.write() as session:
        ids = add_new(session, LearnerGroup, rows)
        again = add_new(session, LearnerGroup, rows[:2])

    assert ids[2] == ids[3]
    assert again == ids[:2]
    with workspace.read() as session:
        found = session.execute(
            select(LearnerGroup.code, LearnerGroup.note, LearnerGroup.since, LearnerGroup.deleted)
            .order_by(LearnerGroup.code)
        ).all()  # fmt: skip
        assert [tuple(row) for row in found] == [
            ("TG01", "ก", "2026", False), ("TG02", "ข", None, False), ("TG03", "ง", None, False),
        ]  # fmt: skip
        made = session.scalar(
            select(func.count()).select_from(Change).where(
                Change.kind == "learner_group", Change.created.is_(True)
            )
        )  # fmt: skip
        assert made == 3
