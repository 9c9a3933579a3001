"""Who takes part and who came, as a workbook."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from desktop.services.all import Services
from desktop.services.sessions.workbook import AttendanceQuery
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.attendance.made import course, enrol, meeting


def test_people_and_meetings_go_out(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    made = course(workspace)
    other = course(workspace, name="จักสาน")
    enrol(workspace, other, name="ดำ")
    people = [enrol(workspace, made, name=name) for name in ("กาญจนา", "ขวัญใจ")]
    held = learner = add_learner(workspace, "มูแฮ")
    hidden = enrol(workspace, made, learner_id=learner)
    meetings = [meeting(services, made, day) for day in ("2026-11-10", "2026-11-12")]
    first, second = people
    services.attendance.mark(meetings[0], {first: "present", second: "absent", hidden: "present"})
    services.attendance.mark(meetings[1], {first: "late"})
    services.restrictions.restrict(held, "ขอให้ระงับ")

    done = services.exporting.export(
        "attendance", tmp_path / "a.xlsx", AttendanceQuery(course_id=made)
    )
    assert done.rows == 2
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [
        [[str(cell) for cell in row if cell is not None] for row in sheet.values]
        for sheet in book.worksheets
    ]
    lines = [row for sheet in cells for row in sheet if row[:1] in (["กาญจนา"], ["ขวัญใจ"])]
    assert lines == [
        ["กาญจนา", "✓", "ส", "2", "2", "100", "4"],
        ["ขวัญใจ", "ข", "0", "1", "0", "0"],
    ]
    said = [cell for sheet in cells for row in sheet for cell in row]
    assert "10/11/2569" in said
    assert "มูแฮ" not in " ".join(said)
    assert "ดำ" not in said
    assert services.exporting.export("attendance", tmp_path / "all.csv").rows == 3
