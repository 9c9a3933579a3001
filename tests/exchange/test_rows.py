"""Rows: what a careful clerk would make of each cell, and where the problems stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.exchange.advice import ADVICE, advice
from desktop.exchange.person_cells import (
    Place,
    ShippedLookup,
    Words,
    read_phone,
    read_place,
    read_sex,
)
from desktop.exchange.preview import Preview
from desktop.models.dates import PartialDate
from desktop.models.identity import parse_identity
from resources.words import names
from sync.texts import LINE_LETTERS, TEXT_LETTERS
from tests.exchange.rosters import read


def roster(folder: Path, *lines: str) -> Preview:
    path = folder / "roster.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (3, Place("3")),
        (3.0, Place("3")),
        ("๓", Place("3")),
        ("03", Place("3")),
        ("3.0", Place("3")),
        ("หมู่ 3", Place("3")),
        ("หมู่ที่ ๑๒", Place("12")),
        ("ม.3", Place("3")),
        ("ม. 3 บ้านห้วยม่วง", Place("3", "บ้านห้วยม่วง")),
        ("บ้านห้วยม่วง หมู่ที่ 3", Place("3", "บ้านห้วยม่วง")),
        ("บ้านห้วยม่วง (หมู่ 3)", Place("3", "บ้านห้วยม่วง")),
        ("Moo 3", Place("3")),
        ("M.3", Place("3")),
        ("๓.", Place("3")),
        ("บ้านห้วยม่วง", Place("", "บ้านห้วยม่วง")),
        ("-", Place()),
        (None, Place()),
        ("0", Place()),
        ("หมู่ 0", Place()),
        ("00", Place()),
        ("หมู่ 0 บ้านห้วยม่วง", Place("", "บ้านห้วยม่วง")),
    ],
)
def test_places(typed: str | float | None, place: Place) -> None:
    assert read_place(typed) == place


@pytest.mark.parametrize(
    ("typed", "phone", "good"),
    [
        ("0812345678", "0812345678", True),
        ("081-234-5678", "0812345678", True),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", "0812345678", True),
        (812345678, "0812345678", True),
        ("+66 81 234 5678", "0812345678", True),
        ("053123456", "053123456", True),
        ("0812345678, 0898765432", "0812345678, 0898765432", True),
        ("0812345678 / 0898765432", "0812345678 / 0898765432", True),
        ("ถามผู้ใหญ่บ้าน", "ถามผู้ใหญ่บ้าน", False),
        ("08123", "08123", False),
        ("-", "", False),
    ],
)
def test_phones(typed: str | int, phone: str, good: bool) -> None:
    assert read_phone(typed) == (phone, good)


@pytest.mark.parametrize(
    ("typed", "sex"),
    [("ช", "male"), ("หญิง", "female"), ("ญ.", "female"), ("", "unspecified"), ("Male", "male"),
     ("ไม่ระบุ", "unspecified"), ("3", None)],
)  # fmt: skip
def test_sex(typed: str, sex: str | None) -> None:
    assert read_sex(typed, Words(ShippedLookup())) == sex


def test_sex_is_never_taken_from_the_title(tmp_path: Path) -> None:
    preview = roster(tmp_path, "ชื่อ,หมู่", "นายมานะ,3", "นางสาวนภา,3")
    assert [row.sex for row in preview.rows] == ["unspecified", "unspecified"]


@pytest.mark.parametrize(
    ("typed", "birth", "code"),
    [
        ("30/2/2555", PartialDate(2012, 2), "birth_impossible_day"),
        ("5/3/52", None, "birth_two_digit_year"),
        ("เมื่อหน้าฝน", None, "birth_unreadable"),
        ("5/3/2599", None, "birth_future"),
        ("15/3/1481", PartialDate(2024, 3, 15), "birth_double_converted"),
        ("มีนาคม 2482", PartialDate(1940, 3), "birth_old_calendar"),
    ],
)
def test_a_birth_date_that_needs_a_person(
    tmp_path: Path, typed: str, birth: PartialDate | None, code: str
) -> None:
    (row,) = roster(tmp_path, "ชื่อ,วันเกิด", f"นภา,{typed}").rows
    assert (row.birth, row.birth_text) == (birth, typed)
    (problem,) = row.problems
    assert (problem.row, problem.column, problem.code, problem.text) == (2, "B", code, typed)
    assert row.storable


def test_words_that_no_list_knows_are_kept(tmp_path: Path) -> None:
    (row,) = roster(
        tmp_path,
        "ชื่อ,สถานะ,สาเหตุ,ระดับการศึกษา,เพศ,กลุ่มเป้าหมาย,อาชีพพ่อ",
        'นภา,เลี้ยงควายอยู่,"ความพิการ, เบื่อ",ชั้นเก่า,ทอม,คนพิการ/ชาวไร่,ทำไร่',
    ).rows
    assert row.reasons == ("LR03",)
    assert row.groups == ("TG10",)
    assert row.unmatched == (
        ("sex", "ทอม"), ("level", "ชั้นเก่า"), ("status", "เลี้ยงควายอยู่"), ("reasons", "เบื่อ"),
        ("groups", "ชาวไร่"),
    )  # fmt: skip
    assert row.extras == (("อาชีพพ่อ", "ทำไร่"),)
    assert {problem.column for problem in row.problems} == {"B", "C", "D", "E", "F"}


def test_numbers_in_every_state(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        "ชื่อ,เลขบัตร",
        "ก,1999900000014",
        "ข,1.99E+12",
        "ค,199990000001",
        "ง,1234567890121",
        "จ,AA123456",
        "ฉ,1999900000013",
        "ช,1-9999-00000-01-3",
    )
    assert [(problem.row, problem.code) for problem in preview.problems] == [
        (2, "number_checksum"),
        (3, "number_destroyed"),
        (4, "number_wrong_length"),
        (5, "number_filler"),
        (8, "number_again"),
    ]
    assert [row.identity.kind for row in preview.rows] == [
        "national", "unreadable", "unreadable", "national", "other", "national", "national",
    ]  # fmt: skip
    assert preview.rows[1].identity.value == "1.99E+12"
    assert preview.problems[-1].text == "roster!7"


def test_a_title_column_leaves_the_name_alone(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        "คำนำหน้า,ชื่อ,สกุล",
        "น.ส.,นางนวล,ดอยสงบสุข",
        "น.ส.,น.ส.นภา,ดอยสงบสุข",
        "นาย,พระพาย,-",
        "ด.ญ.,สาวิตรี,",
        "หมอ,มานะ,ใจดี",
        "-,นางสาวดาว,ใจดี",
    )
    assert [(row.title, row.given, row.surname) for row in preview.rows] == [
        ("นางสาว", "นางนวล", "ดอยสงบสุข"),
        ("นางสาว", "นภา", "ดอยสงบสุข"),
        ("นาย", "พระพาย", ""),
        ("เด็กหญิง", "สาวิตรี", ""),
        ("หมอ", "มานะ", "ใจดี"),
        ("นางสาว", "ดาว", "ใจดี"),
    ]


def test_a_row_without_a_name_waits(tmp_path: Path) -> None:
    (row,) = roster(tmp_path, "ชื่อ,เลขบัตร", "-,1999900000013").rows
    assert not row.storable
    assert [problem.code for problem in row.problems] == ["no_name"]


def test_rows_that_hold_nobody(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        "ที่,ชื่อ,หมู่,หมายเหตุ",
        "1,นภา,3,",
        "2,,,",
        "ที่,ชื่อ,หมู่,หมายเหตุ",
        "3,รวมพร ใจดี,3,",
        ",รวม,2,คน",
        ",รวมทั้งสิ้น 2 คน,,",
        ",ลงชื่อ ................ ผู้รายงาน,,",
        "หมายเหตุ ข้อมูลตัวอย่าง,,,",
    )
    assert [row.given for row in preview.rows] == ["นภา", "รวมพร"]
    assert [(out.row, out.reason) for out in preview.left_out if out.row] == [
        (3, "blank"), (6, "total"), (7, "total"), (8, "footer"), (9, "footer"),
    ]  # fmt: skip
    assert [line.row for line in preview.headings] == [1, 4]


def test_a_village_between_the_rows_and_in_the_title(tmp_path: Path) -> None:
    preview = roster(tmp_path, "ชื่อ,สกุล", "นภา,ใจดี", "หมู่ที่ 4 บ้านดอย,", "มานะ,ใจดี")
    assert [(row.moo, row.village) for row in preview.rows] == [("", ""), ("4", "บ้านดอย")]
    preview = roster(tmp_path, "รายชื่อเด็ก บ้านดอย หมู่ที่ ๕,", "ชื่อ,สกุล", "นภา,ใจดี")
    assert preview.rows[0].moo == "5"


def test_letters_that_were_lost_are_told_at_their_cell(tmp_path: Path) -> None:
    (row,) = roster(tmp_path, "ชื่อ,ชื่อเล่น", "น\ufffdภา,ส่ว่น").rows
    assert row.given == "นภา"
    assert [(problem.column, problem.code) for problem in row.problems] == [
        ("A", "text_replacement_character"),
        ("B", "text_repeated_mark"),
    ]


def test_a_cell_longer_than_its_field_takes_keeps_its_row_alone_back(tmp_path: Path) -> None:
    long, note = "ก" * (LINE_LETTERS + 1), "ข" * TEXT_LETTERS
    preview = roster(tmp_path, "ชื่อ,สกุล,หมายเหตุ", f"นภา,{long},", f"มานะ,ใจดี,{note}", "ปอ,ดี,")
    assert [row.storable for row in preview.rows] == [False, True, True]
    assert [(each.column, each.code, len(each.text)) for each in preview.rows[0].problems] == [
        ("B", "text_too_long", 60)
    ]


def test_the_same_person_twice_in_a_file(tmp_path: Path) -> None:
    preview = roster(tmp_path, "ชื่อ,สกุล,วันเกิด", "นภา,ดี,2555", "มานะ,ดี,2555", "นภา,ดี,2555")
    assert [(problem.row, problem.code) for problem in preview.problems] == [
        (4, "same_person_again")
    ]


def test_several_codes_of_one_person(tmp_path: Path) -> None:
    (row,) = roster(
        tmp_path, "ชื่อ,เลขบัตร,รหัส G,รหัสผู้เรียน", "นภา,-,g644200000001,580604-MB-00017"
    ).rows
    assert row.identity == parse_identity("G644200000001")
    assert row.other_identities == (parse_identity("580604-MB-00017"),)


CELL = st.text(st.sampled_from("กาิ่๓3-/.,นายด.ช 255ม\u200b\ufffd=รวมหมู่"), max_size=12)


@example([("", "", "", "\ufffd")])
@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=5))
def test_no_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str, str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "words.csv"
    quoted = ["\t".join(cell.replace("\t", " ") for cell in line) for line in lines]
    path.write_text("\n".join(["ชื่อ - สกุล\tวันเกิด\tหมู่\tอาชีพ", *quoted]), encoding="utf-8")
    preview = read(path)
    numbers = [row.row for row in preview.rows]
    numbers += [line.row for line in preview.headings[1:]]
    numbers += [out.row for out in preview.left_out if out.row]
    assert sorted(numbers) == sorted(set(numbers))
    # Every row is a person or stands among the skipped ones, unless all its cells are empty.
    for number in set(range(2, len(lines) + 2)) - set(numbers):
        assert not "".join(lines[number - 2]).strip(" \u200b")
    for row in preview.rows:
        typed = lines[row.row - 2]
        assert not row.birth_text or row.birth_text.strip() == typed[1].strip()


def test_every_problem_has_words_in_both_languages() -> None:
    folder = Path(__file__).parents[2] / "desktop"
    texts = [
        (folder / "exchange" / name).read_text(encoding="utf-8")
        for name in (
            "rows.py",
            "preview.py",
            "skipping.py",
            "exported_rows.py",
            "name_cells.py",
            "second_rows.py",
            "regions.py",
        )
    ]
    texts.append((folder / "services/rosters/claims.py").read_text(encoding="utf-8"))
    for code in ADVICE:
        assert all(ADVICE[code])
        tail = code.removeprefix("left_out_") if "left_out" in code else code.split("_", 1)[1]
        known = texts + [
            (folder / "models" / name).read_text(encoding="utf-8")
            for name in ("dates.py", "identity.py", "text.py")
        ]
        assert any(code in text or tail in text for text in known), code
    assert advice("unheard_of") == names.of_newer("unheard_of", "th")
    assert advice("no_name", english=True).startswith("No name")


def test_what_a_list_puts_around_a_name(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ลำดับ,ชื่อ - สกุล,หมู่",
        "1,1. นายธนกฤต แก้วดวงมา,1",
        "2,๒) ด.ช.คำมูล แก้วดวงมา**,1",
    )
    assert [(row.title, row.given, row.surname) for row in found.rows] == [
        ("นาย", "ธนกฤต", "แก้วดวงมา"),
        ("เด็กชาย", "คำมูล", "แก้วดวงมา"),
    ]


def test_a_formula_is_no_name(tmp_path: Path) -> None:
    found = roster(tmp_path, "ชื่อ - สกุล,หมู่", '"=CONCATENATE(""นาย"",B2)",1')
    assert [problem.code for problem in found.rows[0].problems] == [
        "cell_not_calculated", "no_name",
    ]  # fmt: skip
    assert not found.rows[0].storable


def test_a_number_among_words_is_read_and_the_words_are_kept(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ชื่อ - สกุล,เลขประจำตัวประชาชน",
        "นายมานะ ดอยสงบสุข,เลข 1-9999-00000-01-3 (ผู้ปกครองแจ้ง)",
        "นางนภา ดอยสงบสุข,1999900000013 หรือ 2999900000020",
    )
    told, unsure = found.rows
    assert told.identity.value == "1999900000013"
    assert told.extras == (("เลขประจำตัวประชาชน", "เลข 1-9999-00000-01-3 (ผู้ปกครองแจ้ง)"),)
    assert unsure.identity.kind == "other"


def test_an_address_says_the_moo_where_nothing_else_does(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ชื่อ - สกุล,วันเกิด,ที่อยู่",
        "นายมานะ ดอยสงบสุข,2550,12/3 หมู่ที่ 9 ต.แม่สวด",
        "นางนภา ดอยสงบสุข,2551,ในเมือง",
    )
    assert [row.moo for row in found.rows] == ["9", ""]
    assert found.rows[0].extras == (("ที่อยู่", "12/3 หมู่ที่ 9 ต.แม่สวด"),)


def test_a_village_in_the_first_column_counts_for_the_rows_below(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ที่,ชื่อ - สกุล,วันเกิด",
        "หมู่ที่ 1 บ้านแม่สวด,,",
        "1,นายมานะ ดอยสงบสุข,2550",
        "หมู่ที่ 2 บ้านห้วยม่วง,,",
        "1,นางนภา ดอยสงบสุข,2551",
    )
    assert [(row.moo, row.village) for row in found.rows] == [
        ("1", "บ้านแม่สวด"),
        ("2", "บ้านห้วยม่วง"),
    ]


def test_totals_of_villages_and_signatures_are_nobody(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ลำดับ,ชื่อ - สกุล,หมู่",
        "1,นายมานะ ดอยสงบสุข,1",
        "รวมหมู่ 1,1 คน,",
        "รวมบ้านแม่สวด,1 คน,",
        ",(นายคำมูล ใจคำหล้า),",
    )
    assert [row.given for row in found.rows] == ["มานะ"]
    assert [out.reason for out in found.left_out if out.row] == ["total", "total", "footer"]
