"""Consents of people who are not learners."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.audit import AuditService
from desktop.services.consent.of_persons import PersonConsentService, person_allows
from desktop.services.consent.service import ConsentService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.factories import add_learner


@pytest.fixture
def person(workspace: Workspace) -> UUID:
    return PersonService(workspace).add({"given": "แสงเดือน", "surname": "ใจดี"})


def _statuses(workspace: Workspace, person: UUID) -> dict[str, str]:
    states = PersonConsentService(workspace).states(person)
    return {each.purpose: each.status for each in states}


def _allows(workspace: Workspace, person: UUID, purpose: str) -> bool:
    with workspace.read() as session:
        return person_allows(session, person, purpose, workspace.today())


def test_yes_no_and_taken_back(workspace: Workspace, person: UUID) -> None:
    service = PersonConsentService(workspace)
    assert _statuses(workspace, person) == {
        "directory": "pending", "photo": "pending", "knowledge": "pending",
    }  # fmt: skip

    given, _refused = service.record(person, {"directory": True, "photo": False})

    assert _statuses(workspace, person)["directory"] == "given"
    assert _statuses(workspace, person)["photo"] == "refused"
    assert _allows(workspace, person, "directory")
    assert not _allows(workspace, person, "photo")
    assert not _allows(workspace, person, "knowledge")
    service.withdraw(given, note="เปลี่ยนใจ")
    assert _statuses(workspace, person)["directory"] == "withdrawn"
    assert not _allows(workspace, person, "directory")
    events = [each.event for each in AuditService(workspace).entries(record_id=person)]
    assert events == ["consent_withdrawn", "consent_recorded", "consent_recorded"]
    assert PersonService(workspace).get(person).consents[0].text("signer") == "แสงเดือน ใจดี"


def test_another_basis_needs_its_reason(workspace: Workspace, person: UUID) -> None:
    service = PersonConsentService(workspace)
    with pytest.raises(UserError, match="consent_basis_reason_missing"):
        service.record(person, {"directory": True}, {"basis": "public_task"})

    service.record(
        person, {"directory": True}, {"basis": "public_task", "basis_reason": "ตามตำแหน่งหน้าที่"}
    )

    assert _statuses(workspace, person)["directory"] == "other_basis"
    assert _allows(workspace, person, "directory")


def test_what_cannot_be_is_refused(workspace: Workspace, person: UUID) -> None:
    service = PersonConsentService(workspace)
    for answers, values, code in (
        ({}, {}, "consent_nothing_asked"),
        ({"referral": True}, {}, "unknown_code"),
        ({"photo": True}, {"signed_on": "2030-01-01"}, "consent_date_ahead"),
        ({"photo": True}, {"until": "2020-01-01"}, "consent_until_before"),
        ({"photo": True}, {"means": "thumbprint"}, "witnesses_missing"),
        ({"photo": True}, {"learner_id": "x"}, "unknown_field"),
    ):
        with pytest.raises(UserError, match=code):
            service.record(person, answers, values)
    with pytest.raises(UserError, match="record_unknown"):
        service.record(add_learner(workspace), {"photo": True})
    assert PersonService(workspace).get(person).consents == ()


def test_consents_of_learners_and_of_others_are_apart(workspace: Workspace, person: UUID) -> None:
    (consent,) = PersonConsentService(workspace).record(person, {"photo": True})
    learner = add_learner(workspace, birth="2540")
    (other,) = ConsentService(workspace).record(learner, {"photo": True}, {})

    with pytest.raises(UserError, match="record_unknown"):
        ConsentService(workspace).withdraw(consent)
    with pytest.raises(UserError, match="record_unknown"):
        PersonConsentService(workspace).withdraw(other)
    assert _statuses(workspace, person)["photo"] == "given"
