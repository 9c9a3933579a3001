"""Evidence of what was learnt in a course: where it is of, and that a rule asks for it."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.enrolments.records import EnrolmentRow
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.workspace import Workspace
from tests.factories import add_learner, picture
from tests.services.attendance.made import course, enrol, meeting


def row_of(services: Services, enrolment_id: UUID) -> EnrolmentRow:
    return services.enrolments.get(enrolment_id).row


@pytest.fixture
def learner(workspace: Workspace) -> UUID:
    return add_learner(workspace, "คำแพง")


@pytest.fixture
def asking(workspace: Workspace) -> UUID:
    """A course that asks for evidence beside attendance."""
    return course(workspace, finish_rule="attendance_evidence")


def test_a_rule_that_asks_for_evidence_is_met_once_somebody_saw_it(
    workspace: Workspace, services: Services, asking: UUID, learner: UUID
) -> None:
    enrolled = enrol(workspace, asking, learner_id=learner)
    stranger = enrol(workspace, asking, learner_id=add_learner(workspace, "แสงดาว"))
    met = meeting(services, asking)
    services.attendance.mark(met, {enrolled: "present", stranger: "present"})

    assert (row_of(services, enrolled).rule, row_of(services, enrolled).evidence) == (
        "evidence", "none",
    )  # fmt: skip
    known = services.evidence.add({"name": "ตะกร้า", "learner_id": learner, "course_id": asking})
    assert row_of(services, enrolled).evidence == "waiting"
    with pytest.raises(UserError, match="course_rule_not_met"):
        services.enrolments.move(enrolled, "complete")
    services.evidence.move(known, "see")
    assert (row_of(services, enrolled).rule, row_of(services, enrolled).evidence) == ("met", "seen")
    assert (row_of(services, stranger).rule, row_of(services, stranger).evidence) == (
        "evidence", "none",
    )  # fmt: skip

    services.evidence.move(known, "doubt", {"reason": "เห็นไม่ชัด"})
    assert row_of(services, enrolled).evidence == "none"
    services.evidence.move(known, "see")
    assert services.enrolments.settle(asking).completed == (enrolled,)


def test_a_rule_of_attendance_alone_asks_for_no_evidence(
    workspace: Workspace, services: Services, learner: UUID
) -> None:
    enrolled = enrol(workspace, course(workspace), learner_id=learner)
    assert row_of(services, enrolled).evidence == ""


def test_evidence_of_another_course_shows_nothing_here(
    workspace: Workspace, services: Services, asking: UUID, learner: UUID
) -> None:
    enrolled = enrol(workspace, asking, learner_id=learner)
    other = course(workspace, name="จักสาน")
    known = services.evidence.add({"name": "ผ้า", "learner_id": learner, "course_id": other})
    services.evidence.move(known, "see")
    assert row_of(services, enrolled).evidence == "none"


def test_a_meeting_says_the_course_and_another_course_lets_go_of_it(
    workspace: Workspace, services: Services, asking: UUID, learner: UUID
) -> None:
    met = meeting(services, asking)
    known = services.evidence.add({"name": "ตะกร้า", "learner_id": learner, "session_id": met})
    row = services.evidence.get(known).row
    assert (row.course_id, row.session_id, row.course) == (asking, met, "ทอผ้า")
    for query in (EvidenceQuery(course_id=asking), EvidenceQuery(session_id=met)):
        assert [each.id for each in services.evidence.find(query)] == [known]

    other = course(workspace, name="จักสาน")
    assert services.evidence.find(EvidenceQuery(course_id=other)) == ()
    services.evidence.edit(known, {"course_id": other})
    row = services.evidence.get(known).row
    assert (row.course_id, row.session_id) == (other, None)
    with pytest.raises(UserError, match="evidence_of_another"):
        services.evidence.edit(known, {"session_id": met})


def test_a_photograph_of_the_meeting_may_be_its_picture(
    workspace: Workspace, services: Services, asking: UUID, learner: UUID
) -> None:
    met, elsewhere = meeting(services, asking), meeting(services, asking)
    photo = services.documents.add(met, picture(), {"document_kind": "photo"}, of="session")
    known = services.evidence.add({"name": "ตะกร้า", "learner_id": learner, "session_id": met})
    services.evidence.edit(known, {"document_id": photo})
    assert services.evidence.get(known).row.gaps == ("others_unknown",)
    services.evidence.edit(known, {"others_pictured": False})
    assert services.evidence.get(known).row.gaps == ()

    with pytest.raises(UserError, match="evidence_of_another"):
        services.evidence.edit(known, {"session_id": elsewhere})
