"""Learners: registering, finding, editing, numbers, joining."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.models.program import Change, DeviceState
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, national_number


def test_a_learner_needs_only_a_given_name(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, "หน่อแอริ")

    detail = LearnerService(workspace).get(learner_id)

    assert detail.row.full_name == "หน่อแอริ"
    assert detail.row.code.startswith("580604-")
    assert detail.row.waiting
    assert set(detail.missing) >= {"birth", "village", "identity"}


def test_values_are_read_as_a_person_writes_them(workspace: Workspace) -> None:
    learner_id = add_learner(
        workspace, title="ด.ญ.", surname="ธารน้ำเงา", birth="พ.ย. 2554", village="หมู่ ๓",
        sex="หญิง", status="นอกระบบ", nickname="ดาว",
    )  # fmt: skip

    row = LearnerService(workspace).get(learner_id).row

    assert row.full_name == "เด็กหญิงดาวเรือง ธารน้ำเงา"
    assert (row.birth, row.village, row.sex, row.status) == (
        "2011-11", "3", "female", "out_of_school",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ดาว", True), ("ดาวเรือง ธาร", True), ("ธารนำเงา", True), ("ต้น", True), ("ตน", True),
        ("3999", True), ("9999-0", True), ("9999-1", False),
        ("มะลิ", False), ("ด ธ", True), ("ปู่", False),
    ],
)  # fmt: skip
def test_search_finds_names_nicknames_and_parts_of_numbers(
    workspace: Workspace, search: str, found: bool
) -> None:
    add_learner(workspace, surname="ธารน้ำเงา", nickname="ต้น", national_id="3-9999-00000-03-6")

    rows = LearnerLists(workspace).find(LearnerQuery(search=search))

    assert bool(rows) is found


def test_lists_are_in_thai_order_of_given_names(workspace: Workspace) -> None:
    for given in ("เป็ด", "ไก่", "น้ำ", "แม่สวด", "กา", "มา"):
        add_learner(workspace, given, title="นาย")

    rows = LearnerLists(workspace).find(LearnerQuery())

    assert [row.given for row in rows] == ["กา", "ไก่", "น้ำ", "เป็ด", "มา", "แม่สวด"]


def test_every_past_number_leads_to_the_learner(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    learner_id = add_learner(workspace, g_code="G644200000001")
    number = national_number()
    service.edit(learner_id, {"national_id": number})

    row = service.get(learner_id).row

    assert row.national_id == number
    for code in (row.code, number, "g644200000001", str(learner_id)):
        assert service.resolve(code) == learner_id


def test_a_number_with_a_wrong_check_digit_warns_and_is_kept(workspace: Workspace) -> None:
    saved = LearnerService(workspace).add({"given": "มานะ", "national_id": "1999900000014"})

    assert saved.warnings == {"national_id": "checksum"}
    assert LearnerService(workspace).get(saved.id).row.national_id == "1999900000014"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"given": " "}, "given_missing"),
        ({"given": "ก", "birth": "30/2/54"}, "bad_date"),
        ({"given": "ก", "national_id": "12"}, "bad_number"),
        ({"given": "ก", "status": "บินได้"}, "unknown_code"),
        ({"given": "ก", "colour": "ฟ้า"}, "unknown_field"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(
    workspace: Workspace, values: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        LearnerService(workspace).add(values)

    assert refused.value.code == code
    assert LearnerLists(workspace).count(LearnerQuery()) == 0


def test_filters_combine(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    wanted = add_learner(workspace, "กา", village="2", status="at_risk")
    add_learner(workspace, "ขา", village="2", status="studying")
    add_learner(workspace, "คา", village="10", status="at_risk")
    service.set_groups(wanted, ["TG03", "TG12"])

    lists = LearnerLists(workspace)

    assert lists.ids(LearnerQuery(villages=("2",), statuses=("at_risk",))) == [wanted]
    assert lists.ids(LearnerQuery(groups=("TG12",), plan="none")) == [wanted]
    assert lists.count(LearnerQuery(waiting=True)) == 3
    by_village = [row.village for row in lists.find(LearnerQuery(sort="village"))]
    assert by_village == ["2", "2", "10"]


def test_work_that_hangs_on_a_learner_waits_with_them(workspace: Workspace) -> None:
    learner, other = add_learner(workspace, "กา"), add_learner(workspace, "ขา")
    with workspace.database.write(applying=True) as session:
        device = session.get_one(DeviceState, 1)
        device.acked_seq = [1 << 30] * len(device.acked_seq)
        for lane in range(len(device.acked_seq)):
            newest = session.scalar(select(func.max(Change.seq)).where(Change.lane == lane)) or 0
            device.acked_seq = [*device.acked_seq[:lane], newest, *device.acked_seq[lane + 1 :]]
    lists = LearnerLists(workspace)
    assert lists.count(LearnerQuery(waiting=True)) == 0

    plan = PlanService(workspace).start(learner)
    assert lists.ids(LearnerQuery(waiting=True)) == [learner]
    assert {row.id: row.waiting for row in lists.find(LearnerQuery())} == {
        learner: True,
        other: False,
    }
    assert plan
    UrgentService(workspace).open({"learner_id": other, "case_kind": "missing", "summary": "หาย"})
    # That an urgent case exists is itself a secret.
    assert lists.ids(LearnerQuery(waiting=True)) == [learner]


def test_joining_twins_keeps_both_and_can_be_undone(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    keep = add_learner(workspace, "ซอวาทู")
    twin = add_learner(workspace, "ซอวาทู", national_id=national_number())
    number, twin_code = service.get(twin).row.national_id, service.get(twin).row.code

    service.join(keep, twin, {"nickname": "ทู"})

    assert LearnerLists(workspace).ids(LearnerQuery()) == [keep]
    assert service.resolve(number) == service.resolve(twin_code) == keep
    service.separate(twin)
    assert set(LearnerLists(workspace).ids(LearnerQuery())) == {keep, twin}


def test_hiding_can_be_undone(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    learner_id = add_learner(workspace)

    service.hide([learner_id])

    with pytest.raises(UserError, match="learner_unknown"):
        service.get(learner_id)
    service.bring_back([learner_id])
    assert service.get(learner_id).row.given == "ดาวเรือง"


@pytest.mark.parametrize("name", ["village_id", "household_id", "facilitator_id", "photo_id"])
def test_a_text_that_is_no_id_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(UserError, match="unknown_code") as refused:
        add_learner(workspace, **{name: "ครู"})
    assert refused.value.values == {"field": name, "value": "ครู"}


def test_names_stay_on_one_line(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, surname="ธาร\nน้ำเงา", nickname="ดาว\r\nน้อย")

    row = LearnerService(workspace).get(learner_id).row

    assert (row.surname, row.nickname) == ("ธาร น้ำเงา", "ดาว น้อย")


def test_what_hangs_on_a_twin_is_seen_with_the_person(workspace: Workspace) -> None:
    service, contacts, plans = (
        LearnerService(workspace), ContactService(workspace), PlanService(workspace),
    )  # fmt: skip
    keep, twin = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "ซอวาทู")
    contacts.add(twin, {"contact_kind": "home_visit", "text": "พบที่บ้าน", "on": "20/11/2569"})
    plan = plans.start(twin)
    service.set_groups(twin, ["TG03"])

    service.join(keep, twin)

    assert [line.text for line in contacts.of(keep)] == ["พบที่บ้าน"]
    assert plans.current(keep) == plan
    row = service.get(keep).row
    assert (row.plan_status, row.groups) == ("draft", ("TG03",))
    lists = LearnerLists(workspace)
    assert lists.ids(LearnerQuery(plan="draft", groups=("TG03",))) == [keep]
    service.separate(twin)
    assert contacts.of(keep) == ()
    assert lists.ids(LearnerQuery(plan="draft")) == [twin]


def test_a_twin_of_a_twin_leads_to_the_person_too(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    first, second, third = (add_learner(workspace, "ลาเฮ") for _ in range(3))
    number = national_number()
    service.edit(first, {"national_id": number})
    service.join(second, first)

    service.join(third, second)

    assert service.resolve(number) == third
    assert service.resolve(str(first)) == third
