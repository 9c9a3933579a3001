"""Courses from the plan to the report, and who takes part in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.courses.records import CourseQuery
from desktop.services.enrolments.records import EnrolmentQuery, EnrolmentRow
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.courses.scene import course, mark, meet, plan


@pytest.fixture
def services(workspace: Workspace) -> Services:
    return Services(workspace)


def row(services: Services, enrolment_id: UUID) -> EnrolmentRow:
    return services.enrolments.get(enrolment_id).row


def test_a_course_goes_from_plan_to_report(workspace: Workspace, services: Services) -> None:
    made = services.courses.add({"name": "ทอผ้า", "capacity": "20"})
    services.courses.move(made, "open")
    with pytest.raises(UserError, match="course_not_begun"):
        services.courses.move(made, "start")
    (who,) = services.enrolments.enrol(made, [add_learner(workspace)]).enrolled
    first = meet(workspace, made, "2026-11-20")
    services.courses.move(made, "start")
    later = plan(workspace, made, "2026-11-21")
    with pytest.raises(UserError, match="course_still_meets"):
        services.courses.move(made, "end")
    mark(workspace, first, who)
    meet(workspace, made, "2026-11-21")
    mark(workspace, later, who)
    with pytest.raises(UserError, match="course_unsettled"):
        services.courses.move(made, "end")
    assert services.enrolments.settle(made).completed == (who,)
    services.courses.move(made, "end")
    services.courses.move(made, "report")

    told = services.courses.get(made)
    assert (told.row.state, told.row.enrolled, told.row.completed) == ("reported", 1, 1)
    assert (told.row.held, told.row.given_hours) == (2, 6)
    with pytest.raises(UserError, match="course_closed"):
        services.enrolments.enrol(made, [add_learner(workspace)])


def test_what_was_reported_stays_when_somebody_is_taken_out(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    (who,) = services.enrolments.enrol(made, [add_learner(workspace)]).enrolled
    mark(workspace, meet(workspace, made, "2026-11-20"), who)
    services.courses.move(made, "start")
    services.enrolments.settle(made)
    services.courses.move(made, "end")
    services.courses.move(made, "report")

    services.enrolments.hide([who])

    told = services.courses.get(made)
    assert (told.row.enrolled, told.row.completed, told.people) == (1, 1, ())


def test_a_cancelled_course_says_why(services: Services) -> None:
    made = course(services)
    with pytest.raises(UserError, match="field_missing"):
        services.courses.move(made, "cancel")
    services.courses.move(made, "cancel", {"reason": "น้ำท่วม"})
    assert services.courses.get(made).row.state == "cancelled"


def test_beyond_the_places_people_wait(workspace: Workspace, services: Services) -> None:
    made = course(services, capacity=2)
    people = [add_learner(workspace, given) for given in ("ก", "ข", "ค")]

    taken = services.enrolments.enrol(made, people)
    again = services.enrolments.enrol(made, people)

    assert (len(taken.enrolled), len(taken.waiting)) == (2, 1)
    assert len(again.already) == 3
    (waits,) = taken.waiting
    with pytest.raises(UserError, match="course_full"):
        services.enrolments.move(waits, "enrol")
    assert services.courses.find(CourseQuery(places=True)) == ()
    services.enrolments.move(taken.enrolled[0], "leave", {"leaving_reason": "LR05"})
    (listed,) = services.courses.find(CourseQuery(places=True, waited=True))
    assert (listed.free, listed.waiting) == (1, 1)
    services.enrolments.move(waits, "enrol")
    assert row(services, waits).joined_on == workspace.today().isoformat()
    assert row(services, taken.enrolled[0]).left_on == workspace.today().isoformat()


def test_helpers_take_no_place(workspace: Workspace, services: Services) -> None:
    made = course(services, capacity=1)
    services.enrolments.enrol(made, [add_learner(workspace, "ก")])
    helper = services.enrolments.enrol(made, [add_learner(workspace, "ข")], {"role": "helper"})

    assert len(helper.enrolled) == 1
    assert services.courses.get(made).row.enrolled == 1


def test_whoever_asked_is_invited_with_the_course(workspace: Workspace, services: Services) -> None:
    people = [add_learner(workspace, given) for given in ("ก", "ข")]

    made = services.courses.begin_with({"name": "ซ่อมรถ"}, people, {"source": "register"})

    told = services.courses.get(made)
    assert {each.state for each in told.people} == {"invited"}
    assert told.row.interested == 2
    with pytest.raises(UserError, match="learner_unknown"):
        services.courses.begin_with({"name": "ซ่อมวิทยุ"}, [made])
    assert services.courses.named("ซ่อมวิทยุ") == ()


def test_a_completion_against_the_rule_says_why_and_who(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    long_ago = {"joined_on": "2026-11-01"}
    (who,) = services.enrolments.enrol(made, [add_learner(workspace)], long_ago).enrolled
    mark(workspace, meet(workspace, made, "2026-11-20"), who, "absent")
    mentor = services.persons.add({"given": "แม่หน่อ"})

    assert services.enrolments.settle(made).left == (who,)
    for facts in ({}, {"reason": "ทำผ้าได้เอง"}, {"by_id": mentor}):
        with pytest.raises(UserError, match="course_rule_not_met"):
            services.enrolments.move(who, "complete", facts)
    services.enrolments.move(who, "complete", {"reason": "ทำผ้าได้เอง", "by_id": mentor})

    done = services.enrolments.get(who)
    assert (done.row.state, done.row.percent) == ("completed", 0)
    assert done.row.number.endswith("-C-0001/2569")


def test_while_sessions_are_to_come_nobody_completes_by_the_rule(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    (who,) = services.enrolments.enrol(made, [add_learner(workspace)]).enrolled
    mark(workspace, meet(workspace, made, "2026-11-20"), who)
    plan(workspace, made, "2026-12-01")

    assert row(services, who).rule == "reachable"
    assert services.enrolments.settle(made).left == (who,)


def test_numbers_of_certificates_are_never_given_twice(
    workspace: Workspace, services: Services
) -> None:
    made = course(services, finish_rule="teacher")
    teacher = services.persons.add({"given": "แม่หน่อ"})
    people = [add_learner(workspace, given) for given in ("ก", "ข")]
    one, other = services.enrolments.enrol(made, people).enrolled
    services.enrolments.move(one, "complete", {"by_id": teacher})
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    services.enrolments.move(other, "complete", {"by_id": teacher})

    assert row(services, one).number == ""
    assert row(services, other).number.endswith("-C-0002/2569")


def test_a_walk_in_becomes_a_learner_with_the_marks(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    learner = add_learner(workspace, "ดาวเรือง")
    walk_in = services.enrolments.walk_in(made, "ดาว")
    mark(workspace, meet(workspace, made, "2026-11-20"), walk_in)

    assert row(services, walk_in).walk_in
    kept = services.enrolments.join(walk_in, learner)

    assert (kept, row(services, kept).present) == (walk_in, 1)
    assert row(services, kept).learner_id == learner
    with pytest.raises(UserError, match="enrolment_known"):
        services.enrolments.join(walk_in, learner)


def test_a_walk_in_who_is_in_it_already_brings_marks_and_changes_none(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    learner = add_learner(workspace, "ดาวเรือง")
    (own,) = services.enrolments.enrol(made, [learner], {"joined_on": "2026-11-01"}).enrolled
    walk_in = services.enrolments.walk_in(made, "ดาว")
    first, second = (meet(workspace, made, day) for day in ("2026-11-19", "2026-11-20"))
    mark(workspace, first, own, "absent")
    mark(workspace, first, walk_in)
    mark(workspace, second, walk_in)

    assert services.enrolments.join(walk_in, learner) == own

    came = row(services, own)
    assert (came.present, came.expected) == (1, 2)
    assert [each.id for each in services.courses.get(made).people] == [own]


def test_a_pair_is_of_two_and_of_one_course(workspace: Workspace, services: Services) -> None:
    made, elsewhere = course(services), course(services, "เพาะเห็ด")
    people = [add_learner(workspace, given) for given in ("ก", "ข", "ค")]
    one, other, third = services.enrolments.enrol(made, people).enrolled
    (stranger,) = services.enrolments.enrol(elsewhere, people[:1]).enrolled
    services.enrolments.pair(one, other)
    services.enrolments.pair(third, one)

    assert (row(services, one).pair, row(services, third).pair) == ("ค", "ก")
    assert row(services, other).pair == ""
    for wrong in (stranger, one):
        with pytest.raises(UserError, match="pair_elsewhere"):
            services.enrolments.pair(one, wrong)
    services.enrolments.pair(one, None)
    assert row(services, third).pair_id is None


def test_a_joined_twin_is_not_enrolled_twice(workspace: Workspace, services: Services) -> None:
    made = course(services)
    kept, twin = (add_learner(workspace, "ดาวเรือง") for _each in range(2))
    services.enrolments.enrol(made, [twin])
    services.duplicates.join(kept, twin, {})

    assert len(services.enrolments.enrol(made, [kept]).already) == 1
    (listed,) = services.enrolments.find(EnrolmentQuery(learner_id=kept))
    assert listed.learner_id == kept


def test_two_laptops_that_enrol_one_write_one(workspace: Workspace, services: Services) -> None:
    made, learner = course(services), add_learner(workspace)
    first = services.enrolments.add({"course_id": made, "learner_id": learner})
    assert services.enrolments.add({"course_id": made, "learner_id": learner}) == first
    with pytest.raises(UserError, match="field_missing"):
        services.enrolments.add({"course_id": made})


def test_the_day_says_what_a_course_waits_for(workspace: Workspace, services: Services) -> None:
    made = course(services, starts_on="2026-11-01", ends_on="2026-11-20")
    (who,) = services.enrolments.enrol(made, [add_learner(workspace)]).enrolled

    def due() -> str:
        return services.courses.get(made).row.due

    assert due() == "start"
    mark(workspace, meet(workspace, made, "2026-11-20"), who)
    services.courses.move(made, "start")
    assert due() == "settle"
    services.enrolments.settle(made)
    assert due() == "end"
    services.courses.move(made, "end")
    assert due() == ""
    assert workspace.today() == date(2026, 11, 22)


def test_numbers_that_a_course_cannot_have_are_refused(services: Services) -> None:
    for values, code in (
        ({"capacity": "0"}, "quantity_not_positive"),
        ({"rule_percent": "120"}, "bad_percent"),
        ({"name": ""}, "field_missing"),
    ):
        with pytest.raises(UserError, match=code):
            services.courses.add({"name": "ก", **values})


def test_a_course_follows_its_curriculum_in_what_nobody_said(
    workspace: Workspace, services: Services
) -> None:
    known = services.curricula.add({"name": "ทอผ้า", "key_skills": ["K1"], "hours": "99"})
    for hours in ("6", "12"):
        services.curricula.add_unit(known, {"name": f"หน่วย {hours}", "hours": hours})
    made = services.courses.add({"name": "รุ่นหนึ่ง", "curriculum_id": known})
    own = services.courses.add({"name": "รุ่นสอง", "hours": "20"})
    services.courses.edit(own, {"curriculum_id": known})

    assert services.courses.get(made).values["key_skills"] == ["K1"]
    assert [services.courses.get(each).row.hours for each in (made, own)] == [18, 20]
    meet(workspace, own, "2026-11-20")
    taught = {each.name: each.held for each in services.curricula.get(known).courses}
    assert taught == {"รุ่นหนึ่ง": False, "รุ่นสอง": True}
    with pytest.raises(UserError, match="record_unknown"):
        services.courses.edit(own, {"curriculum_id": made})


def test_a_reader_sees_a_course_but_not_whom_a_partner_keeps_to_itself(
    workspace: Workspace, services: Services
) -> None:
    made = course(services)
    services.enrolments.enrol(made, [add_learner(workspace, "ก้อง")])
    partner = services.partners.add({"name": "โรงเรียนตัวอย่าง"})
    people = [services.persons.add({"given": given}) for given in ("แม่หน่อ", "ลุงคำ")]
    for person, confidential in zip(people, (True, False), strict=True):
        services.partners.add_contact(partner, person, {"confidential": confidential})
        services.enrolments.add({"course_id": made, "person_id": person, "role": "helper"})
    workspace.user = replace(workspace.user, role="viewer", sees_sensitive=False)

    names = [each.name for each in services.courses.get(made).people]
    assert "แม่หน่อ" not in names
    assert {"ก้อง", "ลุงคำ"} <= set(names)
