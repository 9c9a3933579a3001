"""Tables of partners and mentors as offices make them: nobody is lost, no total is a partner."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from desktop.services.all import Services
from desktop.services.workbooks.declared import BookPreview
from tests.exchange.balance import book


def read(services: Services, what: str, folder: Path, *rows: Sequence[object]) -> BookPreview:
    return services.workbooks.preview(what, book(folder / "x.xlsx", *rows))


def names(found: BookPreview) -> list[tuple[str, str]]:
    return [(line.outcome, line.name) for line in found.lines]


def told(found: BookPreview) -> list[tuple[str, int, str]]:
    return [(each.code, each.row, each.text) for each in found.problems]


def test_totals_signatures_and_headings_are_no_partners(services: Services, tmp_path: Path) -> None:
    found = read(
        services, "partners", tmp_path, ["ทำเนียบภาคี"], ["ที่", "ชื่อหน่วยงาน", "เบอร์โทร"],
        [1, "วัดเก่า", 53111111], ["ที่", "ชื่อหน่วยงาน", "เบอร์โทร"], [2, "วัดใหม่", "๐๕๓-๑๑๑๑๑๒"],
        ["รวม", 2], [None, "ลงชื่อ......ผู้จัดทำ"], [None, "(นายดำ ใจดี)"],
    )  # fmt: skip
    assert names(found) == [("new", "วัดเก่า"), ("new", "วัดใหม่")]
    assert [line.values["phone"] for line in found.lines] == ["053111111", "053111112"]
    assert told(found) == [
        ("line_left_out", 4, "ที่ ชื่อหน่วยงาน เบอร์โทร"), ("line_left_out", 6, "รวม 2"),
        ("line_left_out", 7, "ลงชื่อ......ผู้จัดทำ"), ("line_left_out", 8, "(นายดำ ใจดี)"),
    ]  # fmt: skip


def test_what_stands_below_an_unknown_heading_is_kept(services: Services, tmp_path: Path) -> None:
    rows = (["ชื่อหน่วยงาน", "โทรศัพท์", "ที่อยู่"], ["วัดเก่า", "-", "12 ม.3"])
    found = read(services, "partners", tmp_path, *rows)
    assert told(found) == [("column_kept", 1, "ที่อยู่")]
    services.workbooks.run(found)
    (row,) = services.partners.find()
    assert (row.phone, services.partners.get(row.id).values["note"]) == ("", "ที่อยู่: 12 ม.3")
    assert names(read(services, "partners", tmp_path, *rows)) == [("unchanged", "วัดเก่า")]


def test_a_mentors_name_in_parts_is_one_name(services: Services, tmp_path: Path) -> None:
    found = read(
        services, "mentors", tmp_path, ["ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "เบอร์โทร"],
        [1, "นาย", "คำ", "ใจดี", "0810000001"],
    )  # fmt: skip
    services.workbooks.run(found)
    (mentor,) = services.mentors.find()
    assert (mentor.name, mentor.phone) == ("นายคำ ใจดี", "0810000001")


def test_a_number_before_a_mentor_is_none_of_the_name(services: Services, tmp_path: Path) -> None:
    found = read(services, "mentors", tmp_path, ["ชื่อ-นามสกุล"], ["1. นายคำ ใจดี"])
    services.workbooks.run(found)
    assert [row.name for row in services.mentors.find()] == ["นายคำ ใจดี"]


def test_two_mentors_in_one_cell_are_asked_about(services: Services, tmp_path: Path) -> None:
    found = read(services, "mentors", tmp_path, ["ชื่อ-นามสกุล"], ["นางแก้ว งามตา / นายกล้า ดี"])
    assert [(line.outcome, line.question) for line in found.lines] == [("asked", "two_people")]


def test_a_hidden_sheet_is_told_of(services: Services, tmp_path: Path) -> None:
    made = Workbook()
    made.worksheets[0].append(["ชื่อหน่วยงาน"])
    made.worksheets[0].append(["วัดเก่า"])
    hidden = made.create_sheet("เก่า")
    hidden.append(["ชื่อหน่วยงาน"])
    hidden.append(["วัดร้าง"])
    hidden.sheet_state = "hidden"
    made.save(tmp_path / "x.xlsx")
    found = services.workbooks.preview("partners", tmp_path / "x.xlsx")
    assert names(found) == [("new", "วัดเก่า")]
    assert told(found) == [("left_out_hidden_sheet", 0, "เก่า")]
