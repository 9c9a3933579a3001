"""The calendar over real records: whose session it is, what it takes from its course, paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.derived import ensure
from desktop.models.persons import Person
from desktop.models.sessions import CourseSession, SessionMove
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.reports.paper_reader import page_count, reversed_text, squeezed

DAY = "2026-11-24"


def stored(workspace: Workspace, record: Any) -> UUID:
    with workspace.write() as session:
        session.add(record)
        session.flush()
        found: UUID = record.id
        return found


def meeting(
    workspace: Workspace, course: UUID, on: str = DAY, number: int = 1, **values: Any
) -> UUID:
    with workspace.write() as session:
        made = ensure(session, CourseSession, course_id=course, on=on, number=number)
        for name, value in values.items():
            setattr(made, name, value)
        return made.id


def enrolled(workspace: Workspace, course: UUID, learner: UUID, state: str = "enrolled") -> None:
    with workspace.write() as session:
        who = ensure(
            session, Enrolment, course_id=course, learner_id=learner, person_id=None, name=None
        )
        move = EnrolmentMove(
            enrolment_id=who.id, move="enrol", from_state="interested", to_state=state, done_on=DAY
        )
        session.add(move)
        session.flush()
        who.last_move_id = move.id


def cancel(workspace: Workspace, session_id: UUID) -> None:
    with workspace.write() as session:
        move = SessionMove(
            session_id=session_id, move="cancel", from_state="planned", to_state="cancelled",
            done_on=DAY, cancel_reason="flood",
        )  # fmt: skip
        session.add(move)
        session.flush()
        session.get_one(CourseSession, session_id).last_move_id = move.id


def village(workspace: Workspace, moo: str, **months: list[int]) -> UUID:
    with workspace.write() as session:
        made = ensure(session, Village, moo=moo)
        for name, value in months.items():
            setattr(made, name, value)
        return made.id


def test_a_session_takes_from_its_course_what_it_does_not_say(
    workspace: Workspace, services: Services
) -> None:
    four, five = village(workspace, "4", flood_months=[11]), village(workspace, "5")
    teacher = stored(workspace, Person(given="สมร", surname="ใจดี"))
    course = stored(
        workspace,
        Course(name="ทอผ้า", place="ศาลา", village_id=four, teacher_id=teacher,
               responsible_id=workspace.user.user_id),
    )  # fmt: skip
    plain = meeting(workspace, course, from_time="09:00")
    own = meeting(workspace, course, number=2, from_time="13:00", village_id=five, place="วัด")
    meeting(workspace, course, on="2026-12-01")

    found = services.calendar.days(date(2026, 11, 1), 30)

    first, second = found.meetings
    assert (first.id, second.id) == (plain, own)
    assert (first.course, first.moo, first.place, first.teacher) == ("ทอผ้า", "4", "ศาลา", "สมร ใจดี")
    assert (second.moo, second.place) == ("5", "วัด")
    assert [each.reason for each in first.clashes] == ["cut_off"]
    assert second.clashes == ()
    assert found.people == (
        (f"person:{teacher}", "สมร ใจดี"),
        (f"user:{workspace.user.user_id}", "ครูทดสอบ"),
    )


def test_learners_in_two_courses_at_once_are_counted_and_the_cancelled_stands_in_nobodys_way(
    workspace: Workspace, services: Services
) -> None:
    weaving, baking = (stored(workspace, Course(name=name)) for name in ("ทอผ้า", "ทำขนม"))
    for number, given in enumerate(("ดาว", "ต้น", "มะลิ")):
        learner = add_learner(workspace, given)
        enrolled(workspace, weaving, learner)
        enrolled(workspace, baking, learner, "enrolled" if number < 2 else "left")
    one = meeting(workspace, weaving, from_time="09:00", to_time="12:00")
    two = meeting(workspace, baking, from_time="10:00", to_time="11:00")

    told = {
        each.id: each.clashes for each in services.calendar.days(date(2026, 11, 24), 1).meetings
    }
    assert [(each.reason, each.other, each.people) for each in told[one]] == [("learners", two, 2)]
    thought = services.calendar.clashes(baking, "24/11/2569", {"from_time": "11:30"})
    assert [each.other for each in thought] == [one]
    assert services.calendar.clashes(baking, "24/11/2569", {"from_time": "12:00"}) == ()

    cancel(workspace, two)
    after = services.calendar.days(date(2026, 11, 24), 1).meetings
    assert {each.id: (each.state, each.clashes) for each in after} == {
        one: ("planned", ()), two: ("cancelled", ()),
    }  # fmt: skip


def test_what_is_no_day_is_refused(workspace: Workspace, services: Services) -> None:
    course = stored(workspace, Course(name="ทอผ้า"))
    with pytest.raises(UserError) as told:
        services.calendar.clashes(course, "")
    assert told.value.code == "bad_date"


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_month_on_paper_has_every_session_and_why_it_clashes(
    workspace: Workspace, services: Services, tmp_path: Path, language: str
) -> None:
    four = village(workspace, "4", work_months=[11])
    course = stored(workspace, Course(name="ทอผ้า", village_id=four))
    for number in range(1, 9):
        meeting(workspace, course, number=number, from_time=f"{8 + number:02d}:00")
    path = tmp_path / "month.pdf"

    pages = services.calendar_paper.write_month(
        path, date(2026, 11, 22), PaperOptions(language="en" if language == "en" else "th")
    )

    text = squeezed(reversed_text(path))
    assert pages == page_count(path)
    said = ("อังคาร", "และอีก4ครั้ง", "งานไร่นา") if language == "th" else ("Tuesday", "4more", "fields")
    for word in (*said, "ทอผ้า", "16:00"):
        assert squeezed(word) in text
