"""Rosters of odd shapes: several tables, merged, hidden and failed cells; nobody disappears."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.exchange.cells import Cell, Sheet, SheetRow
from desktop.exchange.columns import shown
from desktop.exchange.regions import regions_of
from desktop.exchange.skipping import QUIET
from desktop.models.text import one_line
from tests.exchange.balance import CASES, accounted, book, codes, person
from tests.exchange.rosters import SAMPLES, read

FILES = sorted([*CASES.glob("*.xlsx"), *SAMPLES.glob("roster-*")])


def people(name: str) -> list[tuple[str, str, str, str]]:
    return [person(row) for row in read(CASES / name).rows if row.storable]


# Every cell ends somewhere


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_cell_ends_in_a_person_a_heading_or_the_list_of_what_was_left_out(
    path: Path,
) -> None:
    for name, (held, ended) in accounted(path, read(path)).items():
        assert held == ended, name


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_word_of_a_person_is_kept(path: Path) -> None:
    """What stands in a row comes back in what is stored of it, or is told at its cell."""
    preview = read(path)
    tables = {layout.key: layout for layout in preview.tables}
    for row in preview.rows:
        told = {problem.column for problem in row.problems}
        headings = {heading for heading, _text in row.extras}
        fields = {name for name, _text in row.unmatched}
        for column in tables[row.table].columns:
            text = one_line(
                shown(row.cells[column.index] if column.index < len(row.cells) else None)
            )
            if text in ("", "-") or column.field in QUIET or column.letters in told:
                continue
            kept = (
                column.heading in headings
                or column.letters in headings
                or column.field in fields
                or column.field in _READ
            )
            assert kept, (row.row, column.heading, text)


_READ = frozenset(
    {
        "title", "name", "given", "middle", "surname", "nickname", "identity", "g_code",
        "local_code", "school_code", "birth", "birth_day", "birth_month", "birth_year", "sex",
        "moo", "village", "hamlet", "carer_title", "carer", "carer_surname", "carer_identity",
        "phone", "level", "status", "reasons", "groups", "note", "record_id",
    }
)  # fmt: skip


# The field cases, as a careful clerk reads them


def test_each_row_of_a_merged_area_has_its_value() -> None:
    preview = read(CASES / "01-merged-body.xlsx")
    assert [person(row) for row in preview.rows] == [
        ("ก้องภพ", "ป่าแดง", "2012-10-05", "3"),
        ("ขวัญใจ", "ป่าแดง", "2012-11-06", "3"),
        ("คมสัน", "ดอยงาม", "2011-12-07", "3"),
        ("งามตา", "ดอยงาม", "2011-01-08", "5"),
    ]
    assert [row.level for row in preview.rows] == ["p6", "p5", "p5", "p4"]
    assert [row.village for row in preview.rows][:3] == ["บ้านห้วยทราย"] * 3


def test_an_empty_result_of_a_formula_is_empty() -> None:
    preview = read(CASES / "02b-formula-empty-field.xlsx")
    assert [(row.given, row.nickname, row.carer, row.moo) for row in preview.rows] == [
        ("ดวงใจ", "", "", "3"),
        ("ตรีทิพย์", "", "", "3"),
    ]
    assert [codes(row) for row in preview.rows] == [[], []]


def test_a_failed_formula_is_noted_once_and_says_nothing() -> None:
    first, second, third = read(CASES / "03-error-cells.xlsx").rows
    assert person(first) == ("ชาญ", "ทุ่งนา", "2010-02-01", "1")
    assert first.problems == ()
    assert not second.storable
    assert codes(second) == [("cell_error", letter) for letter in "BCDEFGH"] + [("no_name", "")]
    assert person(third) == ("ซ่อนกลิ่น", "", "", "")
    assert codes(third) == [("cell_error", letter) for letter in "DEFGH"]
    assert {problem.text for problem in third.problems} <= {"#N/A", "#REF!", "#NAME?", "#VALUE!"}


def test_a_workbook_that_another_program_packed() -> None:
    assert people("04-backslash.xlsx") == [("ณัฐ", "ทุ่งนา", "2010-02-01", "1")]


def test_tables_side_by_side() -> None:
    rows = read(CASES / "07-side-by-side.xlsx").rows
    assert sorted(row.given for row in rows) == sorted(
        ["ตะวัน", "ถนอม", "ธงไชย", "นภา", "บุหงา", "ปาริชาต"]
    )
    numbers = {row.given: row.identity.value for row in rows}
    assert numbers["ตะวัน"] == "1999900000714"
    assert numbers["ปาริชาต"] == "1999900000765"
    assert len({row.place for row in rows}) == 6


def test_tables_below_one_another_each_by_its_own_headings() -> None:
    preview = read(CASES / "08-stacked.xlsx")
    assert [person(row) for row in preview.rows] == [
        ("ผกา", "ต้นน้ำ", "2007-02-01", "1"),
        ("ฝนทิพย์", "ต้นน้ำ", "2008-03-02", "1"),
        ("พรชัย", "ปลายน้ำ", "2009-04-03", "2"),
        ("ฟ้าใส", "ปลายน้ำ", "2010-05-04", "2"),
    ]
    assert [row.nickname for row in preview.rows] == ["", "", "โอ๊ต", "ฟ้า"]
    assert [row.carer for row in preview.rows][1:3] == ["แก้ว ต้นน้ำ", "คำ ปลายน้ำ"]
    again = read(CASES / "08b-stacked-same.xlsx")
    assert [(row.given, row.nickname) for row in again.rows] == [("ผกา", ""), ("พรชัย", "โอ๊ต")]


def test_the_number_of_a_carer_is_no_number_of_the_child() -> None:
    rows = read(CASES / "09-carer-number.xlsx").rows
    assert [(row.given, row.identity.kind, row.other_identities) for row in rows] == [
        ("ภูผา", "none", ()),
        ("มุกดา", "none", ()),
    ]
    assert [person(row)[2] for row in rows] == ["2013-02-01", "2015-04-03"]
    assert {row.carer_identity for row in rows} == {"3999900000915"}
    assert dict(rows[0].extras) == {"อายุผู้ปกครอง": "42", "วันเกิดผู้ปกครอง": "05/06/2526"}


def test_moo_nought_is_no_village() -> None:
    rows = read(CASES / "16-moo-zero.xlsx").rows
    assert [(row.given, row.moo, row.village) for row in rows] == [
        (given, "", "") for given in ("อาทิตย์", "อำพร", "เอื้อ", "โอภาส")
    ]
    assert [row.problems for row in rows] == [()] * 4


def test_hidden_rows_are_counted_and_asked_about() -> None:
    path = CASES / "17-hidden-rows.xlsx"
    preview = read(path)
    assert [row.given for row in preview.rows] == ["กมล", "ขจร", "คำนึง", "จำปี"]
    assert (preview.hidden.rows, preview.hidden.columns, preview.hidden.sheets) == (2, 0, ())
    left = read(path, hidden="leave")
    assert [row.given for row in left.rows] == ["กมล", "จำปี"]
    assert [(out.row, out.reason) for out in left.left_out] == [
        (3, "hidden_row"),
        (4, "hidden_row"),
    ]
    assert left.hidden == preview.hidden


def test_a_school_offices_columns() -> None:
    first, second = read(CASES / "18-school-office.xlsx").rows
    assert person(first) == ("กล้า", "สมมติสุข", "2012-02-29", "4")
    assert person(second) == ("ขวัญ", "", "2014-01-01", "4")
    assert first.identity.value == "1999900001818"
    assert second.identity.value == "G999900000018"
    assert [number.value for number in first.other_identities] == ["00123"]
    assert [number.value for number in second.other_identities] == ["00124"]
    assert not [p for row in (first, second) for p in row.problems if p.code.startswith("number")]
    assert first.carer == "สมพร สมมติสุข"
    assert dict(first.extras)["ความเกี่ยวข้องของผู้ปกครองกับนักเรียน"] == "มารดา"


def test_other_scripts_are_kept_whole() -> None:
    rows = read(CASES / "26-scripts.xlsx").rows
    assert [(row.given, row.surname) for row in rows] == [
        ("จอวา", "ทุ่งโพ"),
        ("စီၤဝါ", "ထူးဖီ"),
        ("Naw Eh Doh", "Nguyễn-Łuczak"),
        ("ปฏิฏูญฺาฐุ", "ฎูฏูฐิ์ป้ำ"),
    ]
    assert rows[3].nickname == "李小龍"


def test_a_whole_name_beside_its_parts_only_checks_them() -> None:
    rows = read(CASES / "27-full-name-beside.xlsx").rows
    assert [person(row) for row in rows] == [
        ("ชัยพร", "ริมเขา", "2010-02-01", "1"),
        ("ซาบีนา", "ริมเขา", "2011-03-02", "2"),
    ]
    assert [row.problems for row in rows] == [(), ()]


# The same kinds in other clothes


def test_a_whole_name_that_says_otherwise_is_told_and_kept(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ชื่อ", "นามสกุล", "ชื่อ-นามสกุล", "หมู่"],
        ["ชัยพร", "ริมเขา", "ด.ช.ชัยพล ริมเขา", 1],
    )
    (row,) = read(path).rows
    assert (row.given, row.surname) == ("ชัยพร", "ริมเขา")
    assert codes(row) == [("name_differs", "C")]
    assert dict(row.extras) == {"ชื่อ-นามสกุล": "ด.ช.ชัยพล ริมเขา"}


@pytest.mark.parametrize(
    "name",
    ["ด.ช.ก้อง ใจดี\nด.ญ.แก้ว ใจดี", "ก้อง ใจดี, แก้ว ใจดี", "ด.ช.ก้อง ใจดี ด.ญ.แก้ว ใจดี",
     "1. ก้อง ใจดี\n2. แก้ว ใจดี"],
)  # fmt: skip
def test_two_people_in_one_cell_are_told_at_the_cell(tmp_path: Path, name: str) -> None:
    (row,) = read(book(tmp_path / "x.xlsx", ["ที่", "ชื่อ - สกุล", "หมู่"], [1, name, 2])).rows
    assert ("two_people", "B") in codes(row)
    assert not row.storable


@pytest.mark.parametrize(
    "name", ["ก้อง\nใจดี", "ด.ช.ก้อง ใจดี", "นางสาวนางสาว ใจดี"[6:], "ก้อง ใจดี (แก้ว)"]
)
def test_one_person_in_one_cell_is_one_person(tmp_path: Path, name: str) -> None:
    (row,) = read(book(tmp_path / "x.xlsx", ["ที่", "ชื่อ - สกุล", "หมู่"], [1, name, 2])).rows
    assert "two_people" not in dict(codes(row))


def test_one_digit_a_cell_is_one_number(tmp_path: Path) -> None:
    boxes = [int(digit) for digit in "1999900000013"]
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "เลขประจำตัวประชาชน", *[None] * 12, "ชื่อ - สกุล", "หมู่"],
        [1, *boxes, "ด.ช.ก้อง ใจดี", 2],
        [2, *map(str, boxes[:-1]), "3", "ด.ญ.แก้ว ใจดี", 3],
        merged=["B1:N1"],
    )
    preview = read(path)
    assert [(row.given, row.identity.value, row.moo) for row in preview.rows] == [
        ("ก้อง", "1999900000013", "2"),
        ("แก้ว", "1999900000013", "3"),
    ]
    assert [row.extras for row in preview.rows] == [(), ()]


def test_a_column_that_begins_far_down_is_kept(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [["ชื่อ", "สกุล"], *(["ก้อง", f"ใจดี{n}"] for n in range(90))]
    rows.append(["แก้ว", "ใจดี", None, "เลี้ยงควายหนึ่งตัว"])
    last = read(book(tmp_path / "x.xlsx", *rows)).rows[-1]
    assert last.extras == (("D", "เลี้ยงควายหนึ่งตัว"),)


def test_headings_said_again_far_down_with_one_more(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [["ที่", "ชื่อ", "สกุล"], *([n, "ก้อง", f"ใจดี{n}"] for n in range(70))]
    rows += [["ที่", "สกุล", "ชื่อ", "ชื่อเล่น"], [1, "งามตา", "แก้ว", "ก้อย"]]
    preview = read(book(tmp_path / "x.xlsx", *rows))
    assert len(preview.rows) == 71
    last = preview.rows[-1]
    assert (last.given, last.surname, last.nickname) == ("แก้ว", "งามตา", "ก้อย")


def test_headings_in_two_languages_are_one_table(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "ชื่อ", "นามสกุล", "วันเกิด"],
        ["No.", "First name", "Surname", "Date of birth"],
        [1, "ก้อง", "ใจดี", "01/02/2553"],
    )
    preview = read(path)
    assert [person(row)[:3] for row in preview.rows] == [("ก้อง", "ใจดี", "2010-02-01")]
    assert len(preview.tables) == 1


def test_a_carers_columns_beside_are_no_second_table(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ที่", "นักเรียน", None, "ผู้ปกครอง", None],
        [None, "ชื่อ", "สกุล", "ชื่อ", "สกุล"],
        [1, "ก้อง", "ใจดี", "คำ", "ใจดี"],
        merged=["B1:C1", "D1:E1", "A1:A2"],
    )
    preview = read(path)
    assert [(row.given, row.surname, row.carer) for row in preview.rows] == [
        ("ก้อง", "ใจดี", "คำ ใจดี")
    ]


def test_a_hidden_column_and_a_hidden_sheet(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    for line in (["ชื่อ", "สกุล", "เบอร์โทร"], ["ก้อง", "ใจดี", "0800000001"]):
        sheet.append(line)
    sheet.column_dimensions["C"].hidden = True
    more = made.create_sheet("ปีก่อน")
    for line in (["ชื่อ", "สกุล"], ["แก้ว", "ใจดี"]):
        more.append(line)
    more.sheet_state = "hidden"
    made.save(tmp_path / "x.xlsx")
    asked = read(tmp_path / "x.xlsx")
    assert (asked.hidden.rows, asked.hidden.columns, asked.hidden.sheets) == (0, 1, ("ปีก่อน",))
    assert [(row.given, row.phone) for row in asked.rows] == [("ก้อง", "0800000001")]
    taken = read(tmp_path / "x.xlsx", hidden="take")
    assert [row.given for row in taken.rows] == ["ก้อง", "แก้ว"]
    left = read(tmp_path / "x.xlsx", hidden="leave")
    assert [(row.given, row.phone) for row in left.rows] == [("ก้อง", "")]
    assert [(out.reason, out.cells) for out in left.left_out] == [
        ("hidden_column", 1), ("hidden_sheet", 4),
    ]  # fmt: skip


def test_errors_pasted_as_text(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อ,สกุล,หมู่\nก้อง,#N/A,Err:502\n", encoding="utf-8")
    (row,) = read(path).rows
    assert (row.surname, row.moo, row.village) == ("", "", "")
    assert codes(row) == [("cell_error", "B"), ("cell_error", "C")]


def rows_of(*rows: Sequence[Cell]) -> Sheet:
    return Sheet("S", tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1)))


def test_a_list_of_names_alone_loses_nobody_to_a_title() -> None:
    sheet = rows_of(
        ["ชื่อ", "สกุล"], ["ก้อง", None], ["แก้ว", None], ["หมู่ 2", None], ["ชื่อ", "สกุล", "ชื่อเล่น"],
        ["กล้า", "ดี", "นก"],
    )  # fmt: skip
    first, second = regions_of(sheet)
    assert [row.cells[0] for row in first.rows] == ["ก้อง", "แก้ว"]
    assert [row.cells[0] for row in second.titles] == ["หมู่ 2"]
