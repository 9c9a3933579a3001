"""An exported list in a clerk's hands: nobody becomes somebody else, every edit takes effect."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.models import vocabulary
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportPreview, ImportService, RowDecision
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, national_number
from tests.services.rosters.clerk import Sheet, by_clerk

GIVEN = ("กานดา", "ขวัญใจ", "คำแสน", "จันทร์แรม", "ชูศักดิ์", "ดวงดี", "ทองสุข", "บุญมี", "ปราณี", "มะลิวัลย์")

NEVER = datetime(2026, 1, 1, tzinfo=UTC)


def people(workspace: Workspace, count: int = 10) -> list[UUID]:
    """Ten people of whom much is known; even ones have a national number."""
    made = []
    for number in range(count):
        learner_id = add_learner(
            workspace, GIVEN[number % 10], title="ด.ญ.", surname=f"ป่าแดง{number}",
            nickname=f"น้อง{number}", birth=f"{number + 1}/5/2555", village=str(number % 3 + 1),
            phone=f"08111111{number:02d}", status="นอกระบบ" if number % 2 else "เสี่ยงหลุด",
            level_last=f"ป.{number % 6 + 1}", note=f"บันทึก {number}",
            **({"national_id": national_number()} if number % 2 == 0 else {}),
        )  # fmt: skip
        LearnerService(workspace).set_groups(learner_id, ["TG02", "TG12"])
        PeopleService(workspace).add_carer(learner_id, {"name": f"นางคำ{number} ป่าแดง"})
        made.append(learner_id)
    return made


def everything(workspace: Workspace) -> dict[UUID, Any]:
    """All that is known of every learner, to be compared."""
    service = LearnerService(workspace)
    found = {}
    for row in LearnerLists(workspace).find(LearnerQuery()):
        detail = service.get(row.id)
        carers = [(each.text("name"), each.values["cares_daily"]) for each in detail.carers]
        found[row.id] = (replace(row, edited_at=NEVER), detail.values, carers)
    return found


def export(workspace: Workspace, folder: Path) -> Path:
    ExportService(workspace).export("learners", folder / "x.xlsx")
    return folder / "x.xlsx"


def preview(workspace: Workspace, path: Path) -> ImportPreview:
    return ImportService(workspace).preview(path)


def outcomes(found: ImportPreview) -> list[str]:
    return [row.outcome for row in found.rows]


def take_in(workspace: Workspace, path: Path) -> None:
    imports = ImportService(workspace)
    imports.run(imports.preview(path))


def first(rows: list[Any]) -> Any:
    return str(rows[0])


@pytest.mark.parametrize(
    "torn",
    [
        pytest.param(lambda sheet: (0, sheet.place("รหัสระเบียน")), id="without hidden columns"),
        pytest.param(lambda sheet: (2, len(sheet.headings)), id="from the third on"),
        pytest.param(lambda sheet: (0, len(sheet.headings) - 1), id="without the last"),
        pytest.param(lambda sheet: (2, 7), id="names alone"),
        pytest.param(lambda sheet: (sheet.place("วันเกิด"), sheet.place("วันเกิด") + 1), id="births"),
        pytest.param(lambda sheet: (0, 1), id="codes alone"),
    ],
)  # fmt: skip
def test_a_sheet_sorted_in_part_changes_nobody_and_is_one_sentence(
    workspace: Workspace, tmp_path: Path, torn: Callable[[Sheet], tuple[int, int]]
) -> None:
    people(workspace)
    before = everything(workspace)

    def sort(sheet: Sheet) -> None:
        begin, end = torn(sheet)
        sheet.sort(lambda part: zlib.crc32(str(part).encode()), begin, end)

    found = preview(workspace, by_clerk(export(workspace, tmp_path), sort))

    assert set(outcomes(found)) <= {"asked", "unchanged"}
    assert "asked" in outcomes(found)
    assert [each.code for each in found.problems if not each.row] == ["sheet_sorted_in_part"]
    done = ImportService(workspace).run(found)
    assert (done.new, done.updated) == (0, 0)
    assert everything(workspace) == before


def test_a_whole_sort_and_a_row_taken_out_change_nobody(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    before = everything(workspace)

    def sort(sheet: Sheet) -> None:
        sheet.sort(lambda row: str(row[6])[::-1], 0, len(sheet.headings))
        del sheet.rows[4]

    found = preview(workspace, by_clerk(export(workspace, tmp_path), sort))

    assert (set(outcomes(found)), found.problems) == ({"unchanged"}, ())
    assert everything(workspace) == before


def test_a_copied_row_with_another_name_is_a_new_child(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    before = everything(workspace)

    def copy(sheet: Sheet) -> None:
        sheet.rows.append(list(sheet.rows[2]))
        for heading in ("รหัสผู้เรียนรู้", "เลขประจำตัวประชาชน", "ชื่อเล่น"):
            sheet.put(-1, heading, None)
        sheet.put(-1, "ชื่อ", "คำแก้ว")

    path = by_clerk(export(workspace, tmp_path), copy)
    assert outcomes(preview(workspace, path)) == [*["unchanged"] * 10, "new"]
    take_in(workspace, path)

    after = everything(workspace)
    assert {key: after[key] for key in before} == before
    (new,) = [after[key][0] for key in after.keys() - before.keys()]
    assert (new.given, new.surname, new.village, new.nickname) == ("คำแก้ว", "ป่าแดง2", "3", "")


def test_two_rows_of_one_person_are_asked_where_they_differ(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    before = everything(workspace)

    def copy(sheet: Sheet) -> None:
        sheet.rows.append(list(sheet.rows[2]))
        sheet.put(-1, "เบอร์โทร", "0899999999")

    found = preview(workspace, by_clerk(export(workspace, tmp_path), copy))

    assert outcomes(found) == [*["unchanged"] * 10, "asked"]
    assert [
        (each.code, each.row, each.text) for each in found.problems if each.code[:3] == "row"
    ] == [("row_copied", 12, "0899999999")]
    ImportService(workspace).run(found)
    assert everything(workspace) == before


def test_a_row_written_over_for_somebody_else_is_asked_at_its_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    before = everything(workspace)

    def write_over(sheet: Sheet) -> None:
        sheet.put(1, "ชื่อ", "สมพงษ์")
        sheet.put(1, "วันเกิด", "1/1/2560")

    found = preview(workspace, by_clerk(export(workspace, tmp_path), write_over))

    asked = found.rows[1]
    assert (asked.outcome, [each.learner_id for each in asked.candidates]) == (
        "asked", [UUID(asked.row.record_id)],
    )  # fmt: skip
    assert [(each.code, each.field, each.text) for each in asked.row.problems] == [
        ("row_torn", "given", "สมพงษ์")
    ]
    imports = ImportService(workspace)
    imports.run(found)
    assert everything(workspace) == before

    new = imports.decided(found, {asked.place: RowDecision("new")})
    assert outcomes(new)[1] == "new"
    same = imports.decided(
        found, {asked.place: RowDecision("same", asked.candidates[0].learner_id)}
    )
    assert outcomes(same)[1] == "update"
    imports.run(new)
    after = everything(workspace)
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + 1


def test_a_new_name_by_law_is_the_same_learner(workspace: Workspace, tmp_path: Path) -> None:
    ids = people(workspace)

    def rename(sheet: Sheet) -> None:
        sheet.put(0, "ชื่อ", "ณัฐชา")
        sheet.put(0, "นามสกุล", "ลมเหนือ")

    take_in(workspace, by_clerk(export(workspace, tmp_path), rename))

    assert LearnerService(workspace).get(ids[0]).row.full_name == "เด็กหญิงณัฐชา ลมเหนือ"


def test_another_persons_number_or_code_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    people(workspace)
    before = everything(workspace)

    def mix(sheet: Sheet) -> None:
        sheet.put(1, "เลขประจำตัวประชาชน", sheet.rows[4][1])
        sheet.put(3, "รหัสผู้เรียนรู้", sheet.rows[5][0])

    found = preview(workspace, by_clerk(export(workspace, tmp_path), mix))

    assert [place for place, each in enumerate(outcomes(found)) if each == "asked"] == [1, 3]
    assert [(each.field, each.row) for each in found.problems if each.code == "row_torn"] == [
        ("identity", 3), ("local_code", 5),
    ]  # fmt: skip
    ImportService(workspace).run(found)
    assert everything(workspace) == before


def test_what_was_edited_here_since_stays_where_the_clerk_left_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    ids = people(workspace)
    path = export(workspace, tmp_path)
    LearnerService(workspace).edit(ids[0], {"phone": "0822222222"})

    take_in(workspace, by_clerk(path, lambda sheet: sheet.put(0, "ชื่อเล่น", "ใหม่")))

    detail = LearnerService(workspace).get(ids[0])
    assert (detail.row.nickname, detail.values["phone"]) == ("ใหม่", "0822222222")


def test_every_edited_cell_takes_effect(workspace: Workspace, tmp_path: Path) -> None:
    ids = people(workspace)
    new = {
        "คำนำหน้า": "นางสาว", "ชื่อเล่น": "เอ๋", "เพศ": "หญิง", "วันเกิด": "2554", "หมู่ที่": "7",
        "หย่อมบ้าน": "ห้วยน้อย", "เบอร์โทร": "0899999999", "ระดับการศึกษา": "ม.1", "สถานะ": "กำลังเรียน",
        "สาเหตุ": "ความพิการ", "หมายเหตุ": "เขียนใหม่", "ผู้ปกครอง": "ลุงดำ ดอยสูง", "ชื่อกลาง": "มา",
        "รหัส G": "G123456789012",
    }  # fmt: skip

    def edit(sheet: Sheet) -> None:
        for heading, value in new.items():
            sheet.put(0, heading, value)
        groups = str(sheet.rows[0][sheet.place("กลุ่มเป้าหมาย")]).split(", ")
        sheet.put(0, "กลุ่มเป้าหมาย", groups[1])

    take_in(workspace, by_clerk(export(workspace, tmp_path), edit))
    again = ExportService(workspace).export("learners", tmp_path / "again.xlsx")
    assert again.rows == 10

    def look(sheet: Sheet) -> None:
        row = dict(zip(sheet.headings, sheet.rows[0], strict=True))
        assert {heading: str(row[heading]) for heading in new} == {**new, "สถานะ": row["สถานะ"]}
        assert "," not in row["กลุ่มเป้าหมาย"]

    by_clerk(tmp_path / "again.xlsx", look)
    detail = LearnerService(workspace).get(ids[0])
    assert detail.values["status"] == "studying"
    assert {(each.text("name"), each.values["cares_daily"]) for each in detail.carers} == {
        ("นางคำ0 ป่าแดง", False), ("ลุงดำ ดอยสูง", True),
    }  # fmt: skip


def test_a_dash_empties_a_cell_and_a_blank_leaves_it(workspace: Workspace, tmp_path: Path) -> None:
    ids = people(workspace)
    emptied = (
        "เลขประจำตัวประชาชน", "ชื่อเล่น", "วันเกิด", "หมู่ที่", "ผู้ปกครอง", "เบอร์โทร", "ระดับการศึกษา",
        "สถานะ", "กลุ่มเป้าหมาย", "หมายเหตุ",
    )  # fmt: skip

    def empty(sheet: Sheet) -> None:
        for heading in emptied:
            sheet.put(0, heading, "-")
            sheet.put(2, heading, None)
        sheet.put(0, "หมู่บ้าน", "-")

    before = everything(workspace)
    imports = ImportService(workspace)
    path = by_clerk(export(workspace, tmp_path), empty)
    done = imports.run(imports.preview(path))

    assert (done.updated, done.unchanged) == (1, 9)
    row, values, carers = everything(workspace)[ids[0]]
    assert (row.national_id, row.nickname, row.birth, row.village, row.groups) == (
        "", "", "", "", (),
    )  # fmt: skip
    assert (values["phone"], values["note"], values["status"], values["level_last"]) == (None,) * 4
    assert carers == []
    UndoService(workspace).undo_run(done.run_id)
    assert everything(workspace) == before


def test_edits_that_take_no_effect_are_told_at_their_cells(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)
    before = everything(workspace)

    def edit(sheet: Sheet) -> None:
        sheet.put(0, "อายุ", 44)
        sheet.put(1, "หมู่บ้าน", "บ้านใหม่")

    found = preview(workspace, by_clerk(export(workspace, tmp_path), edit))

    assert [(each.code, each.row, each.text) for each in found.problems] == [
        ("column_not_read_back", 2, "44"), ("village_by_number", 3, "บ้านใหม่"),
    ]  # fmt: skip
    assert set(outcomes(found)) == {"unchanged"}
    ImportService(workspace).run(found)
    assert everything(workspace) == before


def test_a_group_has_one_label_wherever_it_stands(workspace: Workspace, tmp_path: Path) -> None:
    terms = vocabulary.load("target_groups")
    open_codes = [term.code for term in terms.terms if not term.sensitive]
    ids = people(workspace)
    for place, learner_id in enumerate(ids):
        codes = open_codes[place : place + 1] if place % 2 else open_codes
        LearnerService(workspace).set_groups(learner_id, codes)

    labels: set[str] = set()

    def look(sheet: Sheet) -> None:
        for row in sheet.rows:
            labels.update(str(row[sheet.place("กลุ่มเป้าหมาย")]).split(", "))

    by_clerk(export(workspace, tmp_path), look)
    assert len(labels) == len(open_codes)


@pytest.mark.parametrize("lost", [("รอยตรวจ",), ("รอยตรวจ", "รหัสระเบียน")])
def test_without_its_marks_a_torn_list_changes_nobody_either(
    workspace: Workspace, tmp_path: Path, lost: tuple[str, ...]
) -> None:
    people(workspace)
    before = everything(workspace)

    def copy_what_is_seen(sheet: Sheet) -> None:
        for heading in lost:
            for row in range(len(sheet.rows)):
                sheet.put(row, heading, None)
        sheet.sort(lambda part: zlib.crc32(str(part).encode()), 2, len(sheet.headings) - 2)

    found = preview(workspace, by_clerk(export(workspace, tmp_path), copy_what_is_seen))

    assert set(outcomes(found)) <= {"asked", "unchanged"}
    assert outcomes(found).count("asked") >= 8
    ImportService(workspace).run(found)
    assert everything(workspace) == before


@pytest.mark.parametrize("way", ["hidden", "erased"])
def test_an_old_list_brings_nobody_back_who_was_hidden_or_erased(
    workspace: Workspace, tmp_path: Path, way: str
) -> None:
    made = people(workspace)
    path = export(workspace, tmp_path)
    if way == "hidden":
        LearnerService(workspace).hide([made[3]])
    else:
        ErasureService(workspace).erase(made[3], "ขอให้ลบ")
    before = everything(workspace)

    found = preview(workspace, path)

    assert sorted(outcomes(found)) == ["asked", *["unchanged"] * 9]
    [asked] = [row for row in found.rows if row.outcome == "asked"]
    assert [each.code for each in asked.row.problems] == ["row_gone"]
    ImportService(workspace).run(found)
    assert everything(workspace) == before

    # Whoever means it may add them anew; and a new child on that line is a new child.
    decided = ImportService(workspace).preview(path, decisions={asked.place: RowDecision("new")})
    assert sorted(outcomes(decided)) == ["new", *["unchanged"] * 9]


def test_a_line_of_somebody_gone_may_be_written_over_for_a_new_child(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = people(workspace)
    path = export(workspace, tmp_path)
    LearnerService(workspace).hide([made[3]])

    def write_over(sheet: Sheet) -> None:
        name = sheet.place("ชื่อ")
        row = next(at for at in range(len(sheet.rows)) if sheet.rows[at][name] == GIVEN[3])
        for heading in ("รหัส", "เลขประจำตัว"):
            if heading in sheet.headings:
                sheet.put(row, heading, None)
        sheet.put(row, "ชื่อ", "สายรุ้ง")
        sheet.put(row, "นามสกุล", "ดอยสูง")

    found = preview(workspace, by_clerk(path, write_over))

    assert sorted(outcomes(found)) == ["new", *["unchanged"] * 9]


def test_an_export_without_its_hidden_columns_says_nothing_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    people(workspace)

    def without_marks(sheet: Sheet) -> None:
        for number in range(len(sheet.rows)):
            sheet.put(number, "รหัสระเบียน", None)
            sheet.put(number, "รอยตรวจ", None)
        sheet.put(0, "ชื่อเล่น", "ตุ๊กตา")

    found = ImportService(workspace).preview(by_clerk(export(workspace, tmp_path), without_marks))
    assert [row.outcome for row in found.rows] == ["update", *["unchanged"] * 9]
    assert [change.field for change in found.rows[0].changes] == ["nickname"]
