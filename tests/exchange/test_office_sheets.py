"""Sheets as offices make them: other headings, words below figures, titles typed apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from desktop.errors import UserError
from tests.exchange.balance import accounted, book
from tests.exchange.rosters import read

FIRST = "1999900000013"


def names(path: Path) -> list[tuple[str, str, str]]:
    preview = read(path)
    assert all(held == ended for held, ended in accounted(path, preview).values())
    return [(row.title, row.given, row.surname) for row in preview.rows]


def test_a_survey_with_many_questions_is_a_list_of_people(tmp_path: Path) -> None:
    questions = [f"คำถามข้อ {number}" for number in range(1, 200)]
    answers = [f"คำตอบ {number}" for number in range(1, 200)]
    head, row = ["ที่", "ชื่อ-สกุล", "วันเกิด"], [1, "ด.ช.ก้อง ใจดี", "1/2/2555"]
    path = book(tmp_path / "x.xlsx", [*head, *questions], [*row, *answers])
    (person,) = read(path).rows
    assert (person.given, len(person.extras)) == ("ก้อง", 199)


def test_columns_of_parents_hide_nobody(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "ชื่อ-สกุล", "ชื่อ-สกุล (อังกฤษ)", "ชื่อบิดา", "นามสกุลบิดา", "ชื่อมารดา", "นามสกุลมารดา", "โทรบิดา"],
        [1, "ด.ช.ก้อง ใจดี", "Kong Jaidee", "ดำ", "ใจดี", "แดง", "ใจดี", "0800000001"],
    )
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี")]


def test_headings_of_a_school_system(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["NO", "PERSON_ID", "PREFIX", "FNAME", "LNAME", "BDATE", "VILLAGE_NO"],
        [1, int(FIRST), "ด.ช.", "ก้อง", "ใจดี", "25550201", 3],
    )
    (person,) = read(path).rows
    assert (person.identity.value, person.given, person.surname) == (FIRST, "ก้อง", "ใจดี")
    assert (person.birth.iso() if person.birth else "", person.moo) == ("2012-02-01", "3")


def test_a_list_headed_as_a_list_of_children(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["รายชื่อเด็ก", "หมู่"], ["1. ด.ช.ก้อง ใจดี", 1], ["๒) แก้ว งามตา", 2])
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี"), ("", "แก้ว", "งามตา")]


def test_headings_beside_their_answers_are_no_list(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ชื่อ", "ก้อง", "สกุล", "ใจดี"], ["วันเกิด", "1/2/2555", "หมู่", 3],
        [], ["ชื่อ", "แก้ว", "สกุล", "งามตา"], ["วันเกิด", "1/3/2555", "หมู่", 4],
    )  # fmt: skip
    with pytest.raises(UserError, match="roster_no_headings"):
        read(path)


@pytest.mark.parametrize(
    "below",
    [
        [None, "คิดเป็นร้อยละ", 50, 50],
        ["เฉลี่ย", None, 0.5, 0.5],
        [None, "ค่าเฉลี่ยต่อหมู่บ้าน", "0.5", "๐.๕"],
        [None, "วันที่ 1 ม.ค. 2568"],
        [None, "ณ วันที่ ............"],
    ],
)
def test_what_stands_below_the_figures_is_nobody(tmp_path: Path, below: list[object]) -> None:
    head = ["ที่", "ชื่อ-สกุล", "ชาย", "หญิง"]
    path = book(tmp_path / "x.xlsx", head, [1, "ก้อง ใจดี", 1, None], below)
    assert names(path) == [("", "ก้อง", "ใจดี")]


def test_somebody_called_as_a_figure_is_somebody(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["ที่", "ชื่อ", "สกุล"], [1, "เฉลี่ย", "ใจดี"])
    assert names(path) == [("", "เฉลี่ย", "ใจดี")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("ด.ชก้อง ใจดี", ("เด็กชาย", "ก้อง", "ใจดี")),
        ("ด.ญแก้ว ใจดี", ("เด็กหญิง", "แก้ว", "ใจดี")),
        ("เด็ก ชาย ก้อง ใจดี", ("เด็กชาย", "ก้อง", "ใจดี")),
        ("เด็ก หญิงแก้ว ใจดี", ("เด็กหญิง", "แก้ว", "ใจดี")),
        ("นาง สาว แก้ว ใจดี", ("นางสาว", "แก้ว", "ใจดี")),
        ("นาง สาว ใจดี", ("นาง", "สาว", "ใจดี")),
        ("ด.ชาติ ใจดี", ("", "ด.ชาติ", "ใจดี")),
    ],
)
def test_titles_typed_apart_or_without_their_last_dot(
    tmp_path: Path, written: str, read_as: tuple[str, str, str]
) -> None:
    assert names(book(tmp_path / "x.xlsx", ["ที่", "ชื่อ-สกุล"], [1, written])) == [read_as]


def test_a_title_typed_apart_beside_a_surname(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["ที่", "ชื่อ", "สกุล"], [1, "นาง สาว แก้ว", "ใจดี"])
    assert names(path) == [("นางสาว", "แก้ว", "ใจดี")]


def test_an_age_beside_a_whole_date_does_not_overrule_it(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["ชื่อ-สกุล", "วันเกิด"], ["ก้อง ใจดี", "12 ม.ค. 2555 (อายุ 14 ปี)"])
    (person,) = read(path).rows
    assert person.birth is not None
    assert (person.birth.iso(), person.birth.estimated) == ("2012-01-12", False)


def test_ticks_below_divided_headings(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "ชื่อ", "สกุล", "เพศ", None, "สถานะ", None, None],
        [None, None, None, "ช", "ญ", "เรียนอยู่", "นอกระบบ", "รอพบครู"],
        [1, "ก้อง", "ใจดี", "/", None, None, "/", None],
        [2, "แก้ว", "งามตา", None, "✓", None, None, "✓"],
        merged=("D1:E1", "F1:H1"),
    )
    first, second = read(path).rows
    assert (first.sex, first.status, first.extras) == ("male", "out_of_school", ())
    assert (second.sex, second.status) == ("female", "")
    assert second.extras == (("สถานะ รอพบครู", "✓"),)
    assert len(names(path)) == 2


def test_ticks_below_words_of_their_own(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "ชื่อ", "สกุล", "ชาย", "หญิง", "ในระบบ", "นอกระบบ"],
        [1, "ก้อง", "ใจดี", 1, None, None, 1],
        [2, "แก้ว", "งามตา", None, 1, 1, 1],
    )
    first, second = read(path).rows
    assert (first.sex, first.status) == ("male", "out_of_school")
    assert (second.sex, second.status) == ("female", "")
    assert second.extras == (("ในระบบ", "1"), ("นอกระบบ", "1"))
    assert [(each.code, each.column) for each in second.problems] == [("ticked_twice", "G")]


def test_figures_below_words_are_no_ticks(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["ที่", "ชื่อ", "สกุล", "ชาย", "หญิง"], [1, "ก้อง", "ใจดี", 1, 3])
    (person,) = read(path).rows
    assert (person.sex, person.extras) == ("unspecified", (("ชาย", "1"), ("หญิง", "3")))


def test_the_room_of_a_class_is_kept_beside_its_level(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ["ชื่อ", "สกุล", "ชั้น"], ["ก้อง", "ใจดี", "ม.๑/๒"])
    (person,) = read(path).rows
    assert (person.level, person.extras, person.problems) == ("m1", (("ชั้น", "ม.๑/๒"),), ())


def places(path: Path) -> list[tuple[str, str]]:
    preview = read(path)
    assert all(held == ended for held, ended in accounted(path, preview).values())
    return [(row.moo, row.village) for row in preview.rows]


def test_a_village_written_once_is_that_of_all_its_people(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["หมู่ที่", "หมู่บ้าน", "ชื่อ", "สกุล"], [1, "แม่กลอง", "ก้อง", "ใจดี"],
        [None, None, "แก้ว", "งามตา"], ["รวม หมู่ 1", None, None, 2], [2, "ป่าแดง", "กล้า", "ดี"],
        [None, None, "ขวัญ", "ดี"],
    )  # fmt: skip
    assert places(path) == [("1", "แม่กลอง")] * 2 + [("2", "ป่าแดง")] * 2


def test_a_village_left_blank_here_and_there_stays_unknown(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["หมู่ที่", "ชื่อ", "สกุล"], [1, "ก้อง", "ใจดี"], [None, "แก้ว", "งามตา"],
        [1, "กล้า", "ดี"], [None, "ขวัญ", "ดี"], [2, "คำ", "ดี"],
    )  # fmt: skip
    assert [moo for moo, _village in places(path)] == ["1", "", "1", "", "2"]


def test_a_row_struck_through_waits_for_a_decision(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ที่", "ชื่อ-สกุล"], [1, "ก้อง ใจดี"], [2, "แก้ว งามตา"], [3, "กล้า ดี"]
    )
    made = load_workbook(path)
    sheet = made.worksheets[0]
    sheet["B3"].font = Font(strike=True)
    sheet["B4"].font = Font(strike=False, bold=True)
    made.save(path)
    asked = [[each.code for each in row.problems] for row in read(path).rows]
    assert asked == [[], ["row_struck"], []]


def test_titles_below_no_heading(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ลำดับ", None, "ชื่อ", "สกุล"], [1, "ด.ช.", "ก้อง", "ใจดี"],
        [2, "ด.ญ.", "แก้ว", "งามตา"],
    )  # fmt: skip
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี"), ("เด็กหญิง", "แก้ว", "งามตา")]


def test_an_address_on_three_lines_is_one_persons(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ที่", "ชื่อ-สกุล", "ที่อยู่", "โทร"], [1, "ก้อง ใจดี", "12 ม.3", "'0800000001"],
        [None, None, "ต.แม่จัน"], [None, None, "จ.เชียงราย"], [2, "แก้ว งามตา", "13 ม.4"],
        [None, None, "หมายเหตุ ข้อมูลจากสำนักงาน"],
    )  # fmt: skip
    first, second = read(path).rows
    assert [text for heading, text in first.extras] == ["12 ม.3", "ต.แม่จัน", "จ.เชียงราย"]
    assert (first.moo, first.phone, second.moo) == ("3", "0800000001", "4")
    assert len(names(path)) == 2


@pytest.mark.parametrize(
    ("written", "read_as", "nickname", "asked"),
    [
        ("ก้อง ใจดี (เสียชีวิต)", ("", "ก้อง", "ใจดี"), "", "ask"),
        ("ก้อง ใจดี ***ย้าย***", ("", "ก้อง", "ใจดี"), "", "ask"),
        ("ก้อง ใจดี - พิการ", ("", "ก้อง", "ใจดี"), "", "warning"),
        ("ก้อง ใจดี (ใหม่)", ("", "ก้อง", "ใจดี"), "ใหม่", ""),
        ("ก้อง ใจดี (ตายายเลี้ยง)", ("", "ก้อง", "ใจดี"), "ตายายเลี้ยง", ""),
        ('ก้อง ใจดี "เก่ง"', ("", "ก้อง", "ใจดี"), "เก่ง", ""),
        ("ก้อง ใจดี ชื่อเล่น เก่ง", ("", "ก้อง", "ใจดี"), "เก่ง", ""),
    ],
)
def test_what_stands_behind_a_name(
    tmp_path: Path, written: str, read_as: tuple[str, str, str], nickname: str, asked: str
) -> None:
    path = book(tmp_path / "x.xlsx", ["ชื่อ-สกุล (ชื่อเล่น)", "หมู่"], [written, 1])
    assert names(path) == [read_as]
    (person,) = read(path).rows
    assert person.nickname == nickname
    assert [each.severity for each in person.problems] == ([asked] if asked else [])
    assert [text for _heading, text in person.extras] == ([written] if asked else [])


def test_members_of_households(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["บ้านเลขที่", "หัวหน้าครัวเรือน", "สมาชิก (เด็ก)", "อายุ"],
        ["12/1", "นายดำ ใจดี", "ด.ช.ก้อง ใจดี", 12], [None, None, "ด.ญ.แก้ว ใจดี", 10],
        merged=("A2:A3", "B2:B3"),
    )  # fmt: skip
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี"), ("เด็กหญิง", "แก้ว", "ใจดี")]


def test_a_national_number_in_five_cells(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ชื่อ-สกุล", "เลขประจำตัวประชาชน", None, None, None, None],
        ["ก้อง ใจดี", 1, 9999, 0, 1, 3], ["แก้ว งามตา", "1", "9999", "00000", "02", "1"],
        merged=("B1:F1",),
    )  # fmt: skip
    assert [row.identity.value for row in read(path).rows] == [FIRST, "1999900000021"]
    assert len(names(path)) == 2


def test_numbers_of_a_school_are_no_broken_national_numbers(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["เลขที่", "เลขประจำตัว", "ชื่อ - สกุล"], [1, "01234", "ก้อง ใจดี"],
        [2, "01235", "แก้ว งามตา"],
    )  # fmt: skip
    rows = read(path).rows
    assert [row.other_identities[0].value for row in rows] == ["01234", "01235"]
    assert [row.problems for row in rows] == [(), ()]


def test_a_line_break_inside_a_heading_of_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes('ที่;"ชื่อ\nสกุล";หมู่\r\n1;"ก้อง ใจดี";1\r\n'.encode("utf-8-sig"))
    assert names(path) == [("", "ก้อง", "ใจดี")]


@pytest.mark.parametrize(
    "written",
    [
        "ด.ช.ก้อง ใจดี\n1-9999-00000-01-3",
        f"ด.ช.ก้อง ใจดี ({FIRST})",
        "ด.ช.ก้อง ใจดี เลขบัตร ๑ ๙๙๙๙ ๐๐๐๐๐ ๐๑ ๓",
        f"{FIRST} ด.ช.ก้อง ใจดี",
    ],
)
def test_a_national_number_in_the_cell_of_a_name_is_no_name(tmp_path: Path, written: str) -> None:
    path = book(tmp_path / "x.xlsx", ["ที่", "ชื่อ-สกุล", "หมู่"], [1, written, 1])
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี")]
    (person,) = read(path).rows
    assert (person.identity.value, person.nickname, person.extras) == (FIRST, "", ())


@pytest.mark.parametrize("nothing", ["ไม่มี", "ไม่มีนามสกุล", "(ไม่มี)", "-"])
def test_a_word_for_no_surname_is_none(tmp_path: Path, nothing: str) -> None:
    path = book(tmp_path / "x.xlsx", ["ชื่อ", "สกุล"], ["ก้อง", nothing])
    assert names(path) == [("", "ก้อง", "")]


def test_a_column_of_names_by_what_it_holds(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ที่", "ชื่อโรงเรียน", "ชื่อผู้รับบริการ", "เลขบัตร ปชช.", "หมู่ที่"],
        [1, "บ้านป่าแดง", "1. ด.ช.ก้อง ใจดี", FIRST, 3], [2, "บ้านป่าแดง", "ด.ญ.แก้ว งามตา", None, 3],
    )  # fmt: skip
    assert names(path) == [("เด็กชาย", "ก้อง", "ใจดี"), ("เด็กหญิง", "แก้ว", "งามตา")]


def test_a_carer_below_a_heading_of_three_lines(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", ["ที่", "ข้อมูลเด็ก", None, None, None, "ข้อมูลผู้ปกครอง", None],
        [None, "ชื่อ-สกุล", "เกิด", None, None, "ชื่อ-สกุล", "โทร"],
        [None, None, "วัน", "เดือน", "ปี", None, None],
        [1, "ด.ช.ก้อง ใจดี", 1, 2, 2555, "นายดำ ใจดี", "0800000001"],
        merged=("A1:A3", "B1:E1", "F1:G1", "B2:B3", "C2:E2", "F2:F3", "G2:G3"),
    )  # fmt: skip
    (person,) = read(path).rows
    assert (person.given, person.carer, person.problems) == ("ก้อง", "ดำ ใจดี", ())
