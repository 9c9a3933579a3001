"""Consent: who has to sign by age and situation, what is refused, and what taking back stops."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.services.audit import AuditService
from desktop.services.consent.due import due_consents
from desktop.services.consent.rules import (
    allowed,
    by_age,
    outgrown,
    signing,
    turns_adult_on,
)
from desktop.services.consent.service import ConsentService
from desktop.services.documents.service import DocumentService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.tallies.service import TallyService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, picture

GUARDIAN = {"signer": "แม่ดาว", "signer_relation": "mother", "signer_power": "parental_power"}
MINOR = {**GUARDIAN, "child_agrees": True}
ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("birth", "situation"),
    [
        ("2026-11-22", "child_10"),
        ("2017-11-22", "child_10"),  # nine
        ("2016-11-23", "child_10"),  # the day before the tenth birthday
        ("2016-11-22", "child_10"),  # the tenth birthday: not yet over ten
        ("2016-11-21", "minor"),  # over ten by a day
        ("2015-11-22", "minor"),  # the eleventh birthday
        ("2007-11-22", "minor"),  # the nineteenth
        ("2006-11-23", "minor"),  # the day before the twentieth
        ("2006-11-22", "adult"),  # the twentieth
        ("1950-01-01", "adult"),
        ("2016", "minor"),  # year only: counted from 1 January
        ("2017", "child_10"),
        ("2006", "adult"),
        ("2007", "minor"),
        ("2016-11", "minor"),  # month known: from its first day
        ("2016-12", "child_10"),
        ("2006-11", "adult"),
        ("2006-12", "minor"),
        ("", ""),
    ],
)
def test_who_consents_goes_by_age(birth: str, situation: str) -> None:
    known = PartialDate.from_iso(birth) if birth else None

    assert by_age(known, ON) == situation
    assert signing(known, ON).situation == situation


@pytest.mark.parametrize(
    ("situation", "powers", "own"),
    [
        ("child_10", {"parental_power", "guardian_court"}, False),
        ("minor", {"parental_power", "guardian_court"}, True),
        ("married_minor", {"self"}, False),
        ("adult", {"self"}, False),
        ("incapable", {"custodian"}, False),
        ("quasi_incapable", {"curator"}, False),
    ],
)
def test_each_situation_has_its_signers(situation: str, powers: set[str], own: bool) -> None:
    rule = signing(None, ON, situation)

    assert (set(rule.powers), rule.own_agreement) == (powers, own)


def test_what_may_be_said_against_the_age() -> None:
    exact = {y: PartialDate(y, 5, 5) for y in (2020, 2012, 1990)}

    assert "minor" not in allowed(exact[2020], ON)
    assert "married_minor" not in allowed(exact[2020], ON)
    assert {"minor", "married_minor", "incapable"} <= set(allowed(exact[2012], ON))
    assert set(allowed(exact[1990], ON)) == {"adult", "incapable", "quasi_incapable"}
    assert set(allowed(None, ON)) == set(allowed(PartialDate(2006), ON))
    assert signing(PartialDate(2006), ON).approximate
    assert not signing(exact[1990], ON).approximate


def test_the_day_somebody_turns_twenty() -> None:
    assert turns_adult_on(PartialDate(2006, 11, 22)) == ON
    assert turns_adult_on(PartialDate(2004, 2, 29)) == date(2024, 2, 29)
    assert turns_adult_on(PartialDate(2008, 2, 29)) == date(2028, 2, 29)
    assert turns_adult_on(PartialDate(2006)) == date(2026, 1, 1)
    assert outgrown("minor", PartialDate(2006, 11, 22), ON)
    assert not outgrown("minor", PartialDate(2006, 11, 23), ON)
    assert not outgrown("adult", PartialDate(1990), ON)


@pytest.mark.parametrize(
    ("birth", "values", "code", "field"),
    [
        ("2018-05-05", {}, "field_missing", "signer"),
        ("2018-05-05", {"signer": "แม่"}, "consent_power_missing", "signer_power"),
        ("2018-05-05", {"signer": "ยาย", "signer_power": "daily_carer"},
         "consent_carer_cannot", "signer_power"),
        ("2018-05-05", {"signer_power": "self"}, "consent_power_wrong", "signer_power"),
        ("2012-05-05", {**GUARDIAN}, "consent_own_agreement_missing", "child_agrees"),
        ("2012-05-05", {**GUARDIAN, "child_agrees": False}, "consent_own_agreement_missing",
         "child_agrees"),
        ("1990-05-05", {**GUARDIAN}, "consent_power_wrong", "signer_power"),
        ("1990-05-05", {"situation": "minor", **MINOR}, "consent_situation_wrong", "situation"),
        ("", {**MINOR}, "consent_situation_missing", "situation"),
        ("1990-05-05", {"situation": "incapable", "signer": "อา", "signer_power": "curator"},
         "consent_power_wrong", "signer_power"),
        ("1990-05-05", {"means": "thumbprint", "witnesses": ["หนึ่ง", " "]},
         "witnesses_missing", "witnesses"),
        ("1990-05-05", {"thumbprint": True, "witnesses": ["หนึ่ง", "สอง"]},
         "consent_read_aloud_missing", "read_aloud"),
        ("1990-05-05", {"means": "oral", "read_aloud": True}, "witnesses_missing", "witnesses"),
        ("1990-05-05", {"signed_on": "23/11/2569"}, "consent_date_ahead", "signed_on"),
        ("1990-05-05", {"until": "1/1/2569"}, "consent_until_before", "until"),
        ("1990-05-05", {"basis": "public_task"}, "consent_basis_reason_missing", "basis_reason"),
    ],
)  # fmt: skip
def test_an_incomplete_consent_is_refused_by_its_field(
    workspace: Workspace, birth: str, values: dict[str, Any], code: str, field: str
) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth=birth)

    with pytest.raises(UserError) as refused:
        consents.record(learner, {"plan": True}, values)

    assert (refused.value.code, refused.value.values["field"]) == (code, field)
    assert consents.history(learner) == ()


@pytest.mark.parametrize(
    ("birth", "values"),
    [
        ("2018-05-05", GUARDIAN),
        ("2012-05-05", MINOR),
        ("2012-05-05", {"situation": "married_minor", "signer_power": "self"}),
        ("1990-05-05", {}),
        ("1990-05-05", {"situation": "incapable", "signer": "อา", "signer_power": "custodian"}),
        ("1990-05-05", {"situation": "quasi_incapable", "signer": "อา", "signer_power": "curator"}),
        ("", {"situation": "minor", **MINOR}),
        ("1990-05-05", {"thumbprint": True, "witnesses": ["ก", "ข"], "read_aloud": True}),
        ("1990-05-05", {"basis": "public_task", "basis_reason": "ภารกิจดูแลเด็กนอกระบบ"}),
    ],
)
def test_a_complete_consent_stands(
    workspace: Workspace, birth: str, values: dict[str, Any]
) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth=birth)

    consents.record(learner, {"plan": True}, values)

    (made,) = consents.history(learner)
    assert made.latest is not None
    assert made.status == ("other_basis" if "basis" in values else "given")
    assert made.latest.values["form_version"]
    assert made.latest.values["seen_by"] == workspace.user.user_id
    if "basis" not in values:
        assert made.latest.values["data_items"]
        assert made.latest.text("signer")


def test_a_carer_brings_name_relation_and_capacity(workspace: Workspace) -> None:
    consents, people = ConsentService(workspace), PeopleService(workspace)
    learner = add_learner(workspace, birth="2018-05-05")
    grandmother = people.add_carer(
        learner, {"name": "ยายคำ", "relation": "ยาย", "parental_power": "no"}
    )
    mother = people.add_carer(learner, {"name": "แม่ดาว", "relation": "แม่", "parental_power": "yes"})

    with pytest.raises(UserError, match="consent_carer_cannot"):
        consents.record(learner, {"plan": True}, {"carer_id": grandmother})
    with pytest.raises(UserError, match="consent_carer_cannot"):
        consents.record(learner, {"plan": True}, {"signer": "ยายคำ"})
    consents.record(learner, {"plan": True}, {"carer_id": mother})

    entry = consents.states(learner)[0].latest
    assert entry is not None
    assert (entry.text("signer"), entry.text("signer_relation")) == ("แม่ดาว", "mother")
    assert entry.text("signer_power") == "parental_power"


def test_each_purpose_is_ticked_apart(workspace: Workspace) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth="1990-05-05")

    consents.record(learner, {"plan": True, "photo": False}, {})
    consents.record(learner, {"report": True}, {"signed_on": "1/1/2568", "until": "1/1/2569"})

    assert {each.purpose: each.status for each in consents.states(learner)} == {
        "plan": "given", "photo": "refused", "referral": "pending", "report": "expired",
        "sensitive": "pending",
    }  # fmt: skip
    with pytest.raises(UserError, match="consent_nothing_asked"):
        consents.record(learner, {}, {})


def test_a_referral_is_consented_to_agency_by_agency(workspace: Workspace) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth="1990-05-05")

    with pytest.raises(UserError, match="consent_recipient_missing"):
        consents.record(learner, {"referral": True}, {})
    consents.record(learner, {"referral": True}, {"recipient": "รพ.สต. แม่สวด"})
    consents.record(learner, {"referral": True}, {"recipient": "สกร. อำเภอ"})
    (first, second) = [each for each in consents.states(learner) if each.purpose == "referral"]
    assert first.latest is not None
    consents.withdraw(first.latest.id)

    states = {e.recipient: e.status for e in consents.states(learner) if e.purpose == "referral"}
    assert states == {"รพ.สต. แม่สวด": "withdrawn", "สกร. อำเภอ": "given"}
    assert second.recipient == "สกร. อำเภอ"


def test_taking_back_says_what_it_stops_and_keeps_the_history(workspace: Workspace) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth="1990-05-05")
    plans = PlanService(workspace)
    plan = plans.start(learner)
    goal = plans.add_goal(plan, {"text": "อ่านป้ายได้"})
    plans.add_action(plan, {"text": "ตรวจสายตา", "provider": "รพ.สต. แม่สวด", "goal_id": goal})
    (given,) = consents.record(learner, {"referral": True}, {"recipient": "รพ.สต. แม่สวด"})

    found = {each.code: each for each in consents.consequences(given)}
    assert found["sharing_stops"].names == ("รพ.สต. แม่สวด",)
    assert found["actions_to_settle"].names == ("ตรวจสายตา",)
    assert "service_goes_on" in found
    consents.withdraw(given, by="ลุงคำ", note="ไม่อยากให้ส่ง")
    with pytest.raises(UserError, match="consent_not_given"):
        consents.withdraw(given)
    (old,) = consents.history(learner)
    assert old.latest is not None
    assert (old.status, old.latest.text("withdrawn_by")) == ("withdrawn", "ลุงคำ")
    consents.record(learner, {"referral": True}, {"recipient": "รพ.สต. แม่สวด"})
    assert [each.status for each in consents.history(learner)] == ["given", "withdrawn"]
    events = [line.event for line in AuditService(workspace).entries(record_id=learner)]
    assert events.count("consent_recorded") == 2
    assert events.count("consent_withdrawn") == 1


def test_another_legal_basis_cannot_be_taken_back_as_consent(workspace: Workspace) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth="1990-05-05")
    (made,) = consents.record(
        learner, {"plan": True}, {"basis": "vital_interest", "basis_reason": "ช่วยชีวิต"}
    )

    with pytest.raises(UserError, match="consent_not_given"):
        consents.withdraw(made)


def test_at_twenty_the_person_is_asked_anew(workspace: Workspace) -> None:
    consents = ConsentService(workspace)
    learner = add_learner(workspace, birth="2006-11-22")
    consents.record(learner, {"plan": True}, {**MINOR, "signed_on": "1/6/2569"})

    state = consents.states(learner)[0]

    assert state.status == "outgrown"
    consents.record(learner, {"plan": True}, {})
    assert consents.states(learner)[0].status == "given"


def test_what_is_due_is_found_before_it_ends(workspace: Workspace) -> None:
    consents = ConsentService(workspace)
    turning = add_learner(workspace, "ใกล้", birth="2006-12-10")
    ending = add_learner(workspace, "หมด", birth="1990-05-05")
    long = add_learner(workspace, "นาน", birth="1990-05-05")
    consents.record(turning, {"plan": True}, MINOR)
    consents.record(ending, {"plan": True, "photo": True}, {"until": "1/12/2569"})
    consents.record(long, {"plan": True}, {"until": "1/12/2570"})
    with workspace.read() as session:
        due = due_consents(session, ON, date(2026, 12, 22), ())

    plans = [(each.learner_id, each.why) for each in due if each.purpose == "plan"]
    assert plans == [(ending, "expiring"), (turning, "turning")]
    assert due[-1].on == "2026-12-10"
    lines = [each for each in TodayService(workspace).get().lines if each.code == "consent_due"]
    assert {(each.learner_id, each.values["why"]) for each in lines} == {
        (ending, "expiring"), (turning, "turning"),
    }  # fmt: skip


def test_no_consent_to_plans_keeps_them_out_of_the_table(
    workspace: Workspace, tmp_path: Path
) -> None:
    consents, exports = ConsentService(workspace), ExportService(workspace)
    stays, leaves = (add_learner(workspace, name, birth="1990-05-05") for name in ("อยู่", "ถอน"))
    for learner in (stays, leaves):
        PlanService(workspace).start(learner)
    (given,) = consents.record(leaves, {"plan": True}, {})
    assert exports.export("plans", tmp_path / "before.xlsx").rows == 2
    consents.withdraw(given)

    assert exports.export("plans", tmp_path / "after.xlsx").rows == 1
    assert exports.export("learners", tmp_path / "all.xlsx").rows == 2


def test_no_consent_to_reports_keeps_them_out_of_counts(workspace: Workspace) -> None:
    consents, tallies = ConsentService(workspace), TallyService(workspace)
    learners = [add_learner(workspace, f"คน{n}", birth="1990-05-05") for n in range(6)]
    (given,) = consents.record(learners[0], {"report": True}, {})
    assert tallies.by("sex", hidden=True).total == 6
    consents.withdraw(given)

    assert tallies.by("sex", hidden=True).total == 5
    assert tallies.by("sex").total == 6
    consents.record(learners[0], {"report": True}, {})
    assert tallies.by("sex", hidden=True).total == 6


def test_no_consent_to_sensitive_data_keeps_it_inside(workspace: Workspace, tmp_path: Path) -> None:
    consents, exports = ConsentService(workspace), ExportService(workspace)
    learner = add_learner(workspace, birth="1990-05-05")
    LearnerService(workspace).set_groups(learner, ["TG05"])
    (given,) = consents.record(learner, {"sensitive": True}, {})

    def exported(name: str) -> str:
        path = tmp_path / name
        exports.export("learners", path, sensitive=True)
        return " ".join(
            str(cell.value)
            for sheet in openpyxl.load_workbook(path).worksheets
            for row in sheet.iter_rows()
            for cell in row
        )

    assert "ยุติธรรม" in exported("before.xlsx")
    consents.withdraw(given)
    assert "ยุติธรรม" not in exported("after.xlsx")


def test_photos_to_be_kept_inside_are_named_before(workspace: Workspace) -> None:
    consents, learner = ConsentService(workspace), add_learner(workspace, birth="1990-05-05")
    DocumentService(workspace).add(learner, picture(), {"title": "หน้าบ้าน"})
    (given,) = consents.record(learner, {"photo": True}, {})

    (found, _) = consents.consequences(given)

    assert (found.code, found.names) == ("photos_stay_inside", ("หน้าบ้าน",))


def test_a_photo_leaves_the_laptop_only_with_consent(workspace: Workspace, tmp_path: Path) -> None:
    consents, documents = ConsentService(workspace), DocumentService(workspace)
    learner = add_learner(workspace, birth="1990-05-05")
    photo = documents.add(learner, picture(), {"title": "หน้าบ้าน"})
    paper = documents.add(learner, b"%PDF-1.4 x", {"title": "ใบเกิด"})
    target = tmp_path / "copy"

    with pytest.raises(UserError, match="photo_without_consent"):
        documents.save_copy(photo, target)
    documents.save_copy(paper, target)
    (given,) = consents.record(learner, {"photo": True}, {})
    documents.save_copy(photo, target)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert AuditService(workspace).entries(1)[0].event == "document_saved"
    consents.withdraw(given)

    with pytest.raises(UserError, match="photo_without_consent"):
        documents.save_copy(photo, target)
    assert documents.content(photo).content.startswith(b"\x89PNG")
