"""Learners, plans and progress as tables: whole, in order, and readable again."""

from __future__ import annotations

import csv
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.exchange.person_cells import ShippedLookup
from desktop.exchange.preview import read_roster
from desktop.models import vocabulary
from desktop.services.all import Services
from desktop.services.hett.service import HettService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.export_words import ExportWords
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.workbooks import EXPORTS
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _learner(workspace: Workspace) -> UUID:
    learner_id = add_learner(
        workspace, "ดาวเรือง", title="ด.ญ.", surname="ธารน้ำเงา", nickname="ดาว", birth="พ.ย. 2554",
        village="3", sex="หญิง", status="นอกระบบ", national_id="3999900000036",
        phone="0999999999", level_last="ป.6", note="=1+1",
    )  # fmt: skip
    service = LearnerService(workspace)
    service.set_groups(learner_id, ["TG02", "TG12", "TG05"])
    service.set_reasons(learner_id, ["LR09", "LR17"], "LR17")
    PeopleService(workspace).add_carer(learner_id, {"name": "ยายคำ"})
    return learner_id


def test_what_is_exported_is_read_again(workspace: Workspace, tmp_path: Path) -> None:
    learner_id = _learner(workspace)
    add_learner(workspace, "กา")

    for suffix in (".csv", ".xlsx"):
        out = tmp_path / f"ผู้เรียน{suffix}"
        assert ExportService(workspace).export("learners", out).rows == 2
        roster = read_roster(out, ShippedLookup())
        row = next(row for row in roster.rows if row.given == "ดาวเรือง")
        assert (row.title, row.surname, row.nickname, row.moo, row.sex) == (
            "เด็กหญิง", "ธารน้ำเงา", "ดาว", "3", "female",
        )  # fmt: skip
        assert row.birth is not None
        assert (row.birth.iso(), row.identity.value, row.status, row.level) == (
            "2011-11", "3999900000036", "out_of_school", "p6",
        )  # fmt: skip
        assert (set(row.groups), set(row.reasons)) == ({"TG02", "TG12"}, {"LR09", "LR17"})
        assert (row.record_id, row.phone) == (str(learner_id), "0999999999")
        assert f"{row.carer_title}{row.carer}" == "ยายคำ"


def test_nothing_runs_and_sensitive_groups_stay_out(workspace: Workspace, tmp_path: Path) -> None:
    _learner(workspace)
    export = ExportService(workspace)

    export.export("learners", tmp_path / "a.csv")
    export.export("learners", tmp_path / "b.csv", sensitive=True)

    (plain,), (asked,) = _rows(tmp_path / "a.csv"), _rows(tmp_path / "b.csv")
    assert not plain["หมายเหตุ"].startswith("=")
    assert "ยุติธรรม" not in plain["กลุ่มเป้าหมาย"]
    assert asked["กลุ่มเป้าหมาย"].count(",") == 2


@pytest.mark.parametrize("name", ["target_groups", "leaving_reasons"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_several_labels_in_a_cell_are_told_apart_again(
    workspace: Workspace, name: str, language: str
) -> None:
    terms = vocabulary.load(name)
    codes = [term.code for term in terms.terms]

    with workspace.read() as session:
        parts = ExportWords(session, language).several(name, codes).split(", ")

    found = [terms.find(part) for part in parts]
    assert [term.code if term else None for term in found] == codes
    assert not any("/" in part or "และ" in part for part in parts)


def test_plans_and_progress(workspace: Workspace, tmp_path: Path) -> None:
    learner_id = _learner(workspace)
    plans, hett = PlanService(workspace), HettService(workspace)
    plan = plans.start(learner_id)
    goal = plans.add_goal(plan, {"text": "อ่านออก"})
    plans.add_goal(plan, {"text": "เขียนได้"})
    plans.add_action(plan, {"text": "อ่านทุกวัน", "goal_id": goal, "budget": 500})
    plans.set_status(plan, "agreed", on="1/11/2569")
    plans.review(plan, {"on": "2/11/2569"}, {goal: {"state": "achieved"}})
    for on, level in (("1/6/2569", 1), ("1/11/2569", 3)):
        hett.rate(hett.start(learner_id, on=on), "E1", level)
    export = ExportService(workspace)
    export.export("plans", tmp_path / "p.csv")
    export.export("progress", tmp_path / "g.csv", LearnerQuery(villages=("3",)))

    (planned,), (progress,) = _rows(tmp_path / "p.csv"), _rows(tmp_path / "g.csv")

    assert planned["เป้าหมายระยะสั้น"] == "1. อ่านออก\n2. เขียนได้"
    assert (planned["งบประมาณ (บาท)"], planned["สถานะแผน"]) == ("500", "ทบทวนแล้ว")
    assert (planned["วันที่ตกลงกัน"], planned["กำหนดทบทวน"]) == ("01/11/2569", "02/02/2570")
    assert (progress["เป้าหมาย"], progress["สำเร็จ"], progress["จำนวนทบทวน"]) == ("2", "1", "1")
    assert (progress["วิชาการ (แรก)"], progress["วิชาการ (ล่าสุด)"]) == (
        "1.0",
        "3.0",
    )
    assert progress["ทักษะชีวิต (แรก)"] == ""


@pytest.mark.parametrize("what", EXPORTS)
def test_an_empty_centre_gives_headings(workspace: Workspace, tmp_path: Path, what: str) -> None:
    out = tmp_path / "a.xlsx"

    assert ExportService(workspace).export(what, out).rows == 0

    book = openpyxl.load_workbook(out)
    assert book.active is not None
    assert book.active.max_row == 1
    book.close()


def test_a_question_about_others_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="LearnerQuery is no PartnerQuery"):
        ExportService(workspace).export("partners", tmp_path / "a.xlsx", LearnerQuery())


def test_another_kind_of_file_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export_format_unknown"):
        ExportService(workspace).export("learners", tmp_path / "a.pdf")


def test_who_may_not_be_used_now_stays_and_is_counted(services: Services, tmp_path: Path) -> None:
    services.sample.load()
    (girl,) = services.lists.find(LearnerQuery(search="ดาวเรือง ธารน้ำเงา"))

    def written() -> dict[str, tuple[int, int]]:
        done = {
            what: services.exporting.export(what, tmp_path / f"{what}.csv")
            for what in ("learners", "plans", "progress", "referrals", "needs", "matches")
        }
        return {what: (each.rows, each.kept_in) for what, each in done.items()}

    before = written()
    services.restrictions.restrict(girl.id, "ขอให้ระงับ")
    after = written()

    assert {what: sum(each) for what, each in after.items()} == {
        what: sum(each) for what, each in before.items()
    }
    assert {what for what in after if after[what][1] > before[what][1]} >= {
        "learners", "plans", "progress", "referrals",
    }  # fmt: skip
