"""An exported workbook in an office: what it says first, what may be left out, sums and groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportService
from desktop.services.workspace import Workspace
from tests.services.rosters.test_exported_hands import people


def opened(workspace: Workspace, folder: Path, what: Any = "learners", **wishes: Any) -> Workbook:
    ExportService(workspace).export(what, folder / "x.xlsx", **wishes)
    return load_workbook(folder / "x.xlsx")


def lines(book: Workbook, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_the_first_sheet_says_what_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    book = opened(workspace, tmp_path)
    said = " ".join(str(line[0]) for line in lines(book, "อ่านก่อน"))

    assert book.sheetnames == ["อ่านก่อน", "ผู้เรียนรู้", "กลุ่มและสาเหตุ", "ตามหมู่บ้าน", "รายการ"]
    assert book.active is book["ผู้เรียนรู้"]
    assert "ศูนย์ตัวอย่าง · 22/11/2569" in said
    assert "แก้แล้วไม่นำกลับเข้า: รหัสผู้เรียนรู้, อายุ" in said
    assert "พิมพ์ - ในช่องนั้น" in said
    assert "กลุ่มและสาเหตุ, ตามหมู่บ้าน" in said


def test_groups_stand_one_a_cell_and_villages_are_summed(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    book = opened(workspace, tmp_path)

    head, *groups = lines(book, "กลุ่มและสาเหตุ")
    assert len(groups) == 20
    assert len({line[head.index("ค่า")] for line in groups}) == 2
    head, *villages = lines(book, "ตามหมู่บ้าน")
    assert [line[0] for line in villages] == [1, 2, 3, "รวม"]
    assert villages[-1][2] == 10 == sum(line[2] for line in villages[:-1])
    assert villages[-1][head.index("นอกระบบ")] == 5
    assert book["ตามหมู่บ้าน"].protection.sheet


def test_what_only_tells_is_not_read_back(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    opened(workspace, tmp_path)

    found = ImportService(workspace).preview(tmp_path / "x.xlsx")

    assert len(found.rows) == 10
    assert {row.outcome for row in found.rows} == {"unchanged"}
    assert found.problems == ()
    assert found.roster.hidden.rows == found.roster.hidden.columns == 0
    assert {part.reason for part in found.roster.left_out} <= {"hidden_sheet"}


def test_a_list_for_many_hands_has_no_numbers(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    head = lines(opened(workspace, tmp_path, numbers=False), "ผู้เรียนรู้")[0]
    assert not {"เลขประจำตัวประชาชน", "เบอร์โทร", "รหัส G"} & set(head)

    head = lines(opened(workspace, tmp_path, columns=frozenset({"nickname"})), "ผู้เรียนรู้")[0]
    assert head[:5] == ["รหัสผู้เรียนรู้", "คำนำหน้า", "ชื่อ", "นามสกุล", "ชื่อเล่น"]
    found = ImportService(workspace).preview(tmp_path / "x.xlsx")
    assert {row.outcome for row in found.rows} == {"unchanged"}


def test_ages_and_villages_are_numbers_and_births_are_dates(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    book = opened(workspace, tmp_path)
    head, first, *_others = lines(book, "ผู้เรียนรู้")
    row = dict(zip(head, first, strict=True))
    assert (row["อายุ"], row["หมู่ที่"], row["วันเกิด"].year) == (14, 1, 2012)


def test_all_of_progress_is_grey(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    book = opened(workspace, tmp_path, "progress")
    assert "แก้แล้วไม่นำกลับเข้า" in str(book["อ่านก่อน"]["A4"].value)
    sheet = book["ความก้าวหน้า"]
    assert {cell.fill.fgColor.rgb for cell in sheet[1] if cell.value} == {"FFEDEDED"}
