"""Plans come back by their own rules; what the program works out does not, and says so."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportService
from desktop.services.rosters.workbooks import WorkbookService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.services.rosters.clerk import Sheet, by_clerk
from tests.services.rosters.test_exported_hands import people


def planned(workspace: Workspace) -> list[UUID]:
    """Six people with a plan each."""
    plans = PlanService(workspace)
    made = []
    for number, learner_id in enumerate(people(workspace, 6)):
        plan = plans.start(learner_id)
        plans.save(plan, {"dream": f"ฝัน {number}", "strengths": f"ทุน {number}"})
        plans.add_goal(plan, {"text": f"เป้าหมาย {number}"})
        made.append(plan)
    return made


def export(workspace: Workspace, folder: Path, what: Any = "plans") -> Path:
    ExportService(workspace).export(what, folder / "x.xlsx")
    return folder / "x.xlsx"


def dreams(workspace: Workspace, plans: list[UUID]) -> list[object]:
    return [PlanService(workspace).get(each).values["dream"] for each in plans]


def test_plans_come_back_unchanged_and_edits_take_effect(
    workspace: Workspace, tmp_path: Path
) -> None:
    plans = planned(workspace)
    books = WorkbookService(workspace)
    path = export(workspace, tmp_path)
    assert books.what_is(path) == "plans"
    first = books.preview("plans", path)
    assert ({line.outcome for line in first.lines}, first.problems) == ({"unchanged"}, ())

    def edit(sheet: Sheet) -> None:
        sheet.put(0, "ความฝัน", "เป็นช่าง")
        sheet.put(1, "ทุนเดิม", "-")
        sheet.put(2, "เป้าหมายระยะสั้น", "1. อย่างอื่น")

    found = books.preview("plans", by_clerk(path, edit))
    assert [line.outcome for line in found.lines] == ["update", "update", *["unchanged"] * 4]
    assert [(each.code, each.row) for each in found.problems] == [("column_not_read_back", 4)]
    done = books.run(found)
    assert done.updated == 2
    assert "เป็นช่าง" in dreams(workspace, plans)
    UndoService(workspace).undo_run(done.run_id)
    assert dreams(workspace, plans) == [f"ฝัน {number}" for number in range(6)]


def test_a_torn_sheet_of_plans_changes_no_plan(workspace: Workspace, tmp_path: Path) -> None:
    plans = planned(workspace)

    def sort(sheet: Sheet) -> None:
        end = sheet.place("รหัสระเบียน")
        sheet.sort(lambda part: zlib.crc32(str(part).encode()), 0, end)

    books = WorkbookService(workspace)
    found = books.preview("plans", by_clerk(export(workspace, tmp_path), sort))

    assert {line.outcome for line in found.lines} <= {"asked", "unchanged"}
    assert [each.code for each in found.problems if not each.row] == ["sheet_sorted_in_part"]
    assert books.run(found).updated == 0
    assert dreams(workspace, plans) == [f"ฝัน {number}" for number in range(6)]


def test_what_a_plan_does_not_take_is_said_at_its_cell(
    workspace: Workspace, tmp_path: Path
) -> None:
    plans = planned(workspace)
    path = export(workspace, tmp_path)
    service = PlanService(workspace)
    service.set_status(plans[0], "agreed")
    service.set_status(plans[0], "active")
    service.set_status(plans[0], "closed", close_reason="moved")

    def edit(sheet: Sheet) -> None:
        sheet.put(0, "ความฝัน", "เป็นช่าง")
        sheet.rows.append(list(sheet.rows[1]))
        sheet.put(-1, "ชื่อ-สกุล", "คนอื่น ไกลบ้าน")

    found = WorkbookService(workspace).preview("plans", by_clerk(path, edit))

    assert [line.outcome for line in found.lines] == ["error", *["unchanged"] * 5, "asked"]
    assert [(each.code, each.row) for each in found.problems] == [
        ("plan_plan_closed", 2), ("plan_renamed", 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "code"), [("plans", "file_is_book"), ("progress", "file_only_tells")]
)
def test_another_table_is_no_list_of_learners(
    workspace: Workspace, tmp_path: Path, what: str, code: str
) -> None:
    planned(workspace)
    with pytest.raises(UserError, match=code):
        ImportService(workspace).preview(export(workspace, tmp_path, what))
