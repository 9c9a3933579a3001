"""Restriction holds a person's record still everywhere; putting right keeps both values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.models.capture_new import add_new
from desktop.models.people import Carer, Learner
from desktop.services.audit import AuditService
from desktop.services.consent.service import ConsentService
from desktop.services.documents.service import DocumentService
from desktop.services.hett.service import HettService
from desktop.services.history import HistoryService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.papers.printing import PrintService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportService
from desktop.services.tallies.service import TallyService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, make_workspace
from tests.services.sync.test_store import exchange


@pytest.fixture
def held(workspace: Workspace) -> UUID:
    """A restricted learner with all that hangs on one."""
    learner = add_learner(workspace, birth="1990-05-05")
    people, plans, hett = PeopleService(workspace), PlanService(workspace), HettService(workspace)
    people.add_carer(learner, {"name": "ยายคำ"})
    people.save_household(learner, {"members": 2})
    plan = plans.start(learner)
    plans.add_goal(plan, {"text": "อ่านป้ายได้"})
    hett.rate(hett.start(learner), "E1", 2)
    RestrictionService(workspace).restrict(learner, "ขอให้หยุดใช้ระหว่างตรวจสอบ")
    return learner


def test_nothing_of_a_restricted_person_can_be_edited(workspace: Workspace, held: UUID) -> None:
    learners, people, plans = (
        LearnerService(workspace), PeopleService(workspace), PlanService(workspace),
    )  # fmt: skip
    detail = learners.get(held)
    plan = plans.current(held)
    assert plan is not None
    goal = plans.get(plan).goals[0]
    round_id = HettService(workspace).of(held)[0].id
    attempts: list[Callable[[], object]] = [
        lambda: learners.edit(held, {"nickname": "ต้น"}),
        lambda: learners.hide([held]),
        lambda: learners.set_groups(held, ["TG02"]),
        lambda: learners.set_reasons(held, ["LR01"]),
        lambda: people.add_carer(held, {"name": "ใคร"}),
        lambda: people.edit_carer(detail.carers[0].id, {"phone": "1"}),
        lambda: people.save_household(held, {"members": 3}),
        lambda: people.save_private(held, {"health_note": "ก"}),
        lambda: people.raise_risk(held, "absent"),
        lambda: ContactService(workspace).add(held, {"text": "พบ"}),
        lambda: DocumentService(workspace).add(held, b"%PDF-1.4"),
        lambda: plans.save(plan, {"dream": "ครู"}),
        lambda: plans.edit_goal(goal.id, {"text": "อื่น"}),
        lambda: HettService(workspace).rate(round_id, "E1", 3),
    ]

    for attempt in attempts:
        with pytest.raises(UserError) as refused:
            attempt()
        assert refused.value.code == "learner_restricted"
    with pytest.raises(UserError, match="learner_restricted"), workspace.write() as session:
        add_new(session, Carer, [{"learner_id": held, "name": "หลายคน"}])
    assert learners.get(held).row.nickname == detail.row.nickname


def test_other_people_and_shared_houses_stay_open(workspace: Workspace, held: UUID) -> None:
    sibling = add_learner(workspace, "น้อง")
    people = PeopleService(workspace)
    with workspace.read() as session:
        house = session.get_one(Learner, held).household_id
    people.share_household(sibling, held)

    people.save_household(sibling, {"members": 3})

    found = people.household(sibling)
    assert found is not None
    assert (found.household.id, found.household.values["members"]) == (house, 3)


def test_a_restricted_person_is_neither_printed_nor_exported_nor_counted(
    workspace: Workspace, held: UUID, tmp_path: Path
) -> None:
    other = add_learner(workspace, "บุญยืน", birth="1990-05-05")
    PlanService(workspace).start(other)
    prints, exports = PrintService(workspace), ExportService(workspace)

    given_out: tuple[Callable[[], object], ...] = (
        lambda: prints.plan_of(held, tmp_path / "a.pdf"),
        lambda: prints.begun(held, tmp_path / "b.pdf"),
        lambda: prints.form("survey", tmp_path / "c.pdf", learner_id=held),
    )
    for attempt in given_out:
        with pytest.raises(UserError, match="learner_restricted"):
            attempt()
    assert not list(tmp_path.glob("*.pdf"))
    assert len(prints.plans(tmp_path / "all.pdf").plans) == 1
    for what in ("learners", "plans", "progress"):
        path = tmp_path / f"{what}.xlsx"
        assert exports.export(what, path).rows == 1
        cells = [
            cell.value
            for sheet in openpyxl.load_workbook(path).worksheets
            for row in sheet.iter_rows()
            for cell in row
        ]
        assert "ดาวเรือง" not in " ".join(map(str, cells))
    assert TallyService(workspace).by("sex", hidden=True).total == 1
    assert LearnerLists(workspace).count(LearnerQuery()) == 2
    assert LearnerLists(workspace).ids(LearnerQuery(outside="people")) == [other]


def test_it_is_lifted_with_a_reason_and_both_are_audited(workspace: Workspace, held: UUID) -> None:
    restrictions, learners = RestrictionService(workspace), LearnerService(workspace)
    assert learners.get(held).values["restricted_on"] == "2026-11-22"
    with pytest.raises(UserError, match="already_restricted"):
        restrictions.restrict(held, "อีกครั้ง")
    with pytest.raises(UserError, match="reason_missing"):
        restrictions.lift(held, " ")

    restrictions.lift(held, "ตรวจแล้วถูกต้อง")

    learners.edit(held, {"nickname": "ต้น"})
    with pytest.raises(UserError, match="not_restricted"):
        restrictions.lift(held, "อีก")
    events = [line.event for line in AuditService(workspace).entries(record_id=held)]
    assert events[:2] == ["restriction_lifted", "learner_restricted"]
    reasons = [
        edit.after
        for line in HistoryService(workspace).of_record(held)
        for edit in line.fields
        if edit.field == "restricted_reason"
    ]
    assert reasons == ["ตรวจแล้วถูกต้อง", "ขอให้หยุดใช้ระหว่างตรวจสอบ"]


def test_the_joined_twin_of_a_restricted_person_is_held_too(workspace: Workspace) -> None:
    keep, twin = add_learner(workspace), add_learner(workspace, "ดาว")
    people = PeopleService(workspace)
    carer = people.add_carer(twin, {"name": "ยาย"})
    LearnerService(workspace).join(keep, twin)
    RestrictionService(workspace).restrict(keep, "ตามคำขอ")

    with pytest.raises(UserError, match="learner_restricted"):
        people.edit_carer(carer, {"phone": "1"})


def test_undo_does_not_get_round_it(workspace: Workspace) -> None:
    learner, undo = add_learner(workspace), UndoService(workspace)
    LearnerService(workspace).edit(learner, {"nickname": "ต้น"})
    action = undo.last_action()
    assert action is not None
    RestrictionService(workspace).restrict(learner, "ตามคำขอ")

    with pytest.raises(UserError, match="learner_restricted"):
        undo.undo_action(action)


def test_the_rights_of_the_person_stay_open(workspace: Workspace, held: UUID) -> None:
    consents = ConsentService(workspace)
    (given,) = consents.record(held, {"plan": True}, {})
    consents.withdraw(given)
    RectificationService(workspace).put_right(
        held, {"nickname": "ดาว"}, asked_by="เจ้าตัว", reason="สะกดผิด"
    )

    assert LearnerService(workspace).get(held).row.nickname == "ดาว"
    with pytest.raises(UserError, match="learner_restricted"):
        LearnerService(workspace).edit(held, {"nickname": "ต้น"})


def test_putting_right_keeps_who_asked_why_and_both_values(workspace: Workspace) -> None:
    learner = add_learner(workspace, birth="2012-05-05", nickname="ต้น")
    rectify = RectificationService(workspace)

    rectify.put_right(
        learner,
        {"birth": "6/5/2555", "nickname": "ต้นน้ำ"},
        asked_by="แม่ดาว",
        reason="ใบเกิดเขียนวันที่ 6",
        asked_on="20/11/2569",
    )

    found = {each.field: each for each in rectify.of(learner)}
    assert (found["birth"].before, found["birth"].after) == ("2012-05-05", "2012-05-06")
    assert (found["nickname"].before, found["nickname"].after) == ("ต้น", "ต้นน้ำ")
    one = found["birth"]
    assert (one.asked_by, one.asked_on, one.done_by) == ("แม่ดาว", "2026-11-20", "ครูทดสอบ")
    assert one.reason == "ใบเกิดเขียนวันที่ 6"
    assert LearnerService(workspace).get(learner).values["birth"] == "2012-05-06"
    kinds = [line.kind for line in HistoryService(workspace).of_learner(learner)]
    assert "rectification" in kinds
    assert AuditService(workspace).entries(1)[0].event == "rectified"


def test_a_record_beside_the_learner_is_put_right_too(workspace: Workspace) -> None:
    learner, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    rectify, people = RectificationService(workspace), PeopleService(workspace)
    carer = people.add_carer(learner, {"name": "ยายคำ"})
    strange = people.add_carer(other, {"name": "ตา"})

    rectify.put_right(
        learner, {"name": "ยายคำปัน"}, asked_by="ยาย", reason="ชื่อไม่ครบ", record_id=carer
    )

    (found,) = rectify.of(learner)
    assert (found.record_kind, found.before, found.after) == ("carer", "ยายคำ", "ยายคำปัน")
    with pytest.raises(UserError, match="record_unknown"):
        rectify.put_right(learner, {"name": "ก"}, asked_by="ก", reason="ก", record_id=strange)


def test_a_number_is_put_right_beside_the_wrong_one(workspace: Workspace) -> None:
    learner = add_learner(workspace, national_id="1999900000013")

    RectificationService(workspace).put_right(
        learner, {"national_id": "2999900000020"}, asked_by="เจ้าตัว", reason="คัดลอกผิด"
    )

    codes = {
        c.text("value"): c.values["current"] for c in LearnerService(workspace).get(learner).codes
    }
    assert (codes["1999900000013"], codes["2999900000020"]) == (False, True)
    assert "value" in {each.field for each in RectificationService(workspace).of(learner)}


@pytest.mark.parametrize(
    ("values", "asked_by", "reason", "code"),
    [
        ({"nickname": "ต้น"}, "", "ผิด", "field_missing"),
        ({"nickname": "ต้น"}, "แม่", " ", "reason_missing"),
        ({"given": "ดาวเรือง"}, "แม่", "ผิด", "nothing_to_rectify"),
        ({"birth": "พรุ่งนี้"}, "แม่", "ผิด", "bad_date"),
    ],
)
def test_what_cannot_be_put_right_changes_nothing(
    workspace: Workspace, values: dict[str, str], asked_by: str, reason: str, code: str
) -> None:
    learner, rectify = add_learner(workspace), RectificationService(workspace)

    with pytest.raises(UserError) as refused:
        rectify.put_right(learner, values, asked_by=asked_by, reason=reason)

    assert refused.value.code == code
    assert rectify.of(learner) == ()


def test_a_roster_leaves_the_rows_of_a_restricted_person(
    workspace: Workspace, tmp_path: Path
) -> None:
    learner = add_learner(workspace, national_id="1999900000013")
    other = add_learner(workspace, "บุญยืน", national_id="2999900000020")
    RestrictionService(workspace).restrict(learner, "ตามคำขอ")
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "เลขประจำตัวประชาชน,ชื่อ,ชื่อเล่น\n1999900000013,ดาวเรือง,ดาว\n2999900000020,บุญยืน,ยืน\n",
        encoding="utf-8",
    )
    imports = ImportService(workspace)

    result = imports.run(imports.preview(roster))

    assert (result.updated, result.skipped) == (1, 1)
    learners = LearnerService(workspace)
    assert [learners.get(each).row.nickname for each in (learner, other)] == ["", "ยืน"]


def test_sync_carries_a_restriction_and_what_was_edited_elsewhere(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = make_workspace(tmp_path / "other", joining=workspace.centre_id)
    learner = add_learner(workspace)
    exchange(workspace, other)
    RestrictionService(workspace).restrict(learner, "ตามคำขอ")
    LearnerService(other).edit(learner, {"nickname": "ดาว"})

    exchange(workspace, other)

    for laptop in (workspace, other):
        found = LearnerService(laptop).get(learner)
        assert (found.row.nickname, found.values["restricted_reason"]) == ("ดาว", "ตามคำขอ")
        with pytest.raises(UserError, match="learner_restricted"):
            LearnerService(laptop).edit(learner, {"nickname": "ต้น"})
    other.close()


def test_a_correction_reads_the_same_on_another_laptop(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = make_workspace(tmp_path / "other", joining=workspace.centre_id)
    learner = add_learner(workspace, nickname="ต้น")
    RectificationService(workspace).put_right(
        learner, {"nickname": "ต้นน้ำ"}, asked_by="แม่", reason="สะกดผิด"
    )

    exchange(workspace, other)

    (there,) = RectificationService(other).of(learner)
    assert (there.before, there.after, there.asked_by) == ("ต้น", "ต้นน้ำ", "แม่")
    other.close()
