"""Signs of risk in attendance: why they are up, and that they go by themselves."""

from __future__ import annotations

import pytest

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.attendance.made import absent, meeting


def signs(services: Services) -> list[tuple[str, str]]:
    return [
        (line.code, line.due)
        for line in services.today.get().lines
        if line.code in ("absent_in_a_row", "attendance_low")
    ]


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("..xxx", [("absent_in_a_row", "2026-11-03")]),
        ("x.x.", [("attendance_low", "")]),
        ("xx", []),
        ("....x", []),
        ("xxx.....", [("attendance_low", "")]),
        ("x...................", []),
    ],
)
def test_a_sign_follows_from_the_marks(
    workspace: Workspace, services: Services, said: str, sign: list[tuple[str, str]]
) -> None:
    absent(workspace, add_learner(workspace), said)

    assert signs(services) == sign


def test_a_sign_goes_when_a_mark_is_put_right_and_when_the_course_is_over(
    workspace: Workspace, services: Services
) -> None:
    made = absent(workspace, add_learner(workspace), "..xxx")
    row = services.sessions.of_course(made)[-1]
    line = next(
        each for each in services.attendance.register(row.id).lines if each.code == "absent"
    )
    done = services.attendance.mark(row.id, {line.enrolment_id: "present"})
    assert [code for code, _day in signs(services)] == ["attendance_low"]
    assert done.action is not None
    services.undo.undo_action(done.action)
    assert [code for code, _day in signs(services)] == ["absent_in_a_row"]

    for each in services.attendance.register(row.id).lines:
        services.enrolments.move(each.enrolment_id, "leave", {"leaving_reason": "LR01"})
    assert signs(services) == []


def test_nothing_is_stored_of_a_sign(workspace: Workspace, services: Services) -> None:
    learner = add_learner(workspace)
    made = absent(workspace, learner, "..xxx")
    assert services.learners.get(learner).risks == ()

    later = meeting(services, made, "2026-11-20")
    line = next(each for each in services.attendance.register(later).lines if each.learner_id)
    services.attendance.mark(later, {line.enrolment_id: "cut_off"})
    assert [code for code, _day in signs(services)] == ["absent_in_a_row"]
    services.attendance.mark(later, {line.enrolment_id: "present"})
    assert [code for code, _day in signs(services)] == ["attendance_low"]
