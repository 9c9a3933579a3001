"""Carers, schooling, household, risk flags, consent, papers and the sensitive part."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from desktop.errors import UserError
from desktop.models.program import AuditEntry
from desktop.services.audit import AuditService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, add_learner, national_number, open_workspace


def test_a_carer_is_added_changed_and_removed(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    carer = people.add_carer(learner_id, {"name": "ยายคำ", "relation": "ยาย", "phone": "0999"})

    people.edit_carer(carer, {"parental_power": "ไม่ใช่", "phone": ""})

    shown = LearnerService(workspace).get(learner_id).carers[0].values
    assert (shown["name"], shown["relation"], shown["parental_power"], shown["phone"]) == (
        "ยายคำ", "maternal_grandmother", False, None,
    )  # fmt: skip
    assert LearnerLists(workspace).ids(LearnerQuery(search="ยายคำ")) == [learner_id]
    people.remove_carer(carer)
    assert LearnerService(workspace).get(learner_id).carers == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "field_missing"),
        ({"name": "ก", "relation": "ดาวอังคาร"}, "unknown_code"),
        ({"name": "ก", "colour": "ฟ้า"}, "unknown_field"),
        ({"name": "ก", "cares_daily": "บางที"}, "bad_yes_no"),
        ({"name": "ก", "deleted": True}, "unknown_field"),
    ],
)
def test_what_cannot_be_read_is_refused(
    workspace: Workspace, values: dict[str, Any], code: str
) -> None:
    learner_id = add_learner(workspace)

    with pytest.raises(UserError) as refused:
        PeopleService(workspace).add_carer(learner_id, values)

    assert refused.value.code == code
    assert LearnerService(workspace).get(learner_id).carers == ()


def test_schooling_takes_dates_as_far_as_known(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    stay = people.add_education(
        learner_id, {"level": "ป.6", "place": "บ้านนาดอย", "started": "2560", "ended": "มี.ค. 2566"}
    )
    people.edit_education(stay, {"credits": "๑๒.๕"})

    shown = LearnerService(workspace).get(learner_id).education[0].values

    assert (shown["started"], shown["ended"], shown["credits"]) == ("2017", "2023-03", 12.5)
    with pytest.raises(UserError, match="field_missing"):
        people.add_education(learner_id, {"note": "ไม่รู้ที่ไหน"})


def test_siblings_share_one_house(workspace: Workspace) -> None:
    people = PeopleService(workspace)
    older, younger = add_learner(workspace, "กา", village="3"), add_learner(workspace, "ขา")
    people.save_household(older, {"members": "๕", "income_per_person": "1,200"})

    people.share_household(younger, older)
    people.save_household(younger, {"travel": "เดินเท้า"})

    house = people.household(older)
    assert house is not None
    assert [row.given for row in house.members] == ["กา", "ขา"]
    assert (house.household.values["members"], house.household.values["travel"]) == (5, "เดินเท้า")
    people.leave_household(younger)
    assert people.household(younger) is None
    left = people.household(older)
    assert left is not None
    assert [row.given for row in left.members] == ["กา"]


def test_a_risk_flag_is_raised_once_and_cleared(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    flag = people.raise_risk(learner_id, "ย้ายบ้าน")

    assert people.raise_risk(learner_id, "moved_house", "ไปอยู่กับป้า") == flag
    assert LearnerLists(workspace).ids(LearnerQuery(risk=True)) == [learner_id]
    assert people.raise_risk(learner_id, "moved_house", "ป้าอยู่ห้วยปูลิง") == flag
    people.clear_risk(flag, "กลับมาแล้ว")
    assert LearnerLists(workspace).ids(LearnerQuery(risk=True)) == []
    kept = LearnerService(workspace).get(learner_id).risks[0].values
    assert kept["note"] == "ไปอยู่กับป้า\nป้าอยู่ห้วยปูลิง\nกลับมาแล้ว"
    assert people.raise_risk(learner_id, "moved_house") != flag


def test_papers_and_numbers_stay_findable(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    service, number = LearnerService(workspace), national_number()
    people.add_paper(learner_id, {"code_kind": "national", "value": number, "copy_kept": True})
    passport = people.add_paper(
        learner_id, {"code_kind": "passport", "value": "AA0099999", "expires_on": "1/12/2570"}
    )

    assert service.resolve(number) == service.resolve("AA0099999") == learner_id
    people.edit_paper(passport, {"value": "AA0099998"})
    assert service.resolve("AA0099998") == learner_id
    with pytest.raises(UserError, match="bad_number"):
        people.add_paper(learner_id, {"code_kind": "national", "value": "12"})
    people.remove_paper(passport)
    with pytest.raises(UserError, match="learner_unknown"):
        service.resolve("AA0099998")


def test_each_look_at_the_sensitive_part_is_recorded(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    people.save_private(learner_id, {"religion": "คริสต์", "ethnic_groups": ["ม้ง"]})

    assert people.private(learner_id).values["ethnic_groups"] == ["hmong"]
    events = [(e.event, e.record_id, e.detail) for e in AuditService(workspace).entries()]
    assert events == [
        ("private_seen", learner_id, {}),
        ("private_changed", learner_id, {"fields": ["ethnic_groups", "religion"]}),
    ]


def test_a_changed_audit_entry_is_noticed(workspace: Workspace) -> None:
    people, learner_id = PeopleService(workspace), add_learner(workspace)
    for _ in range(3):
        people.private(learner_id)
    audit = AuditService(workspace)
    assert audit.first_broken() is None

    with workspace.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.number == 2).values(event="none"))

    assert audit.first_broken() == 2


def test_a_viewer_does_not_see_the_sensitive_part(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    UserService(workspace).add("ผู้ชม", "viewer", "viewer-1", PASSCODE)
    viewer = open_workspace(workspace.folder, "viewer-1")
    try:
        with pytest.raises(UserError, match="not_allowed"):
            PeopleService(viewer).private(learner_id)
    finally:
        viewer.close()
