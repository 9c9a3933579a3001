"""Files as offices send them, in shapes that nobody planned: read right, or told at the cell."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.errors import UserError
from desktop.exchange.preview import Preview
from tests.exchange.balance import accounted, book, codes, person
from tests.exchange.rosters import read

NUMBER = "1999900000013"
Rows = Sequence[Sequence[object]]


def taken(path: Path) -> Preview:
    """What is read of a file, no cell of which may be lost."""
    preview = read(path)
    for name, (held, ended) in accounted(path, preview).items():
        assert held == ended, name
    return preview


def roster(folder: Path, rows: Rows, merged: Sequence[str] = ()) -> Preview:
    return taken(book(folder / "x.xlsx", *rows, merged=merged))


def text_file(folder: Path, content: bytes) -> Preview:
    path = folder / "x.csv"
    path.write_bytes(content)
    return taken(path)


# Shapes


def test_a_table_that_begins_beside_the_people_of_another(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        [
            ["ที่", "ชื่อ-สกุล", "หมู่"],
            [1, "ก้อง ใจดี", 3],
            [2, "แก้ว ใจดี", 3, None, "ที่", "ชื่อ-สกุล", "วันเกิด"],
            [3, "กล้า ใจดี", 3, None, 1, "ขวัญ ดอยงาม", "1/2/2555"],
            [None, None, None, None, 2, "คมสัน ดอยงาม", "2/3/2556"],
        ],
    )
    assert [person(row) for row in preview.rows] == [
        ("ก้อง", "ใจดี", "", "3"),
        ("แก้ว", "ใจดี", "", "3"),
        ("กล้า", "ใจดี", "", "3"),
        ("ขวัญ", "ดอยงาม", "2012-02-01", ""),
        ("คมสัน", "ดอยงาม", "2013-03-02", ""),
    ]
    assert len({row.place for row in preview.rows}) == 5


def test_a_blank_column_inside_a_table_parts_nothing(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        [
            ["ที่", "ชื่อ", "สกุล", None, "ผู้ปกครอง", None, None, "หมู่"],
            [None, None, None, None, "ชื่อ", "สกุล"],
            [1, "ก้อง", "ใจดี", None, "คำ", "ใจดี", None, 3],
            [2, "แก้ว", "งามตา", None, "มี", "งามตา", None, 4],
        ],
        ["A1:A2", "B1:B2", "C1:C2", "E1:F1", "H1:H2"],
    )
    assert [(row.given, row.carer, row.moo) for row in preview.rows] == [
        ("ก้อง", "คำ ใจดี", "3"),
        ("แก้ว", "มี งามตา", "4"),
    ]


def test_a_heading_merged_into_the_body(tmp_path: Path) -> None:
    rows: Rows = [["ที่", "ชื่อ-สกุล", "หมู่"], [1, "ก้อง ใจดี", None], [2, "แก้ว ใจดี", None]]
    preview = roster(tmp_path, rows, ["C1:C3"])
    assert [(row.given, row.moo, row.problems) for row in preview.rows] == [
        ("ก้อง", "", ()),
        ("แก้ว", "", ()),
    ]


def test_a_row_that_numbers_the_columns_is_nobody(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        [["ที่", "ชื่อ", "สกุล", "หมู่"], ["(1)", "(2)", "(๓)", "(4)"], [1, "ก้อง", "ใจดี", 3]],
    )
    assert [row.given for row in preview.rows] == ["ก้อง"]


@pytest.mark.parametrize(
    "total",
    ["รวมทั้งสิ้น 2 คน ชาย 1 คน หญิง 1 คน", "รวม 2 คน (ชาย 1 หญิง 1)", "รวม ชาย ๑ หญิง ๑",
     "Total 2, male 1, female 1"],
)  # fmt: skip
def test_a_total_in_words_is_nobody(tmp_path: Path, total: str) -> None:
    rows: Rows = [["ที่", "ชื่อ", "สกุล"], [1, "ก้อง", "ใจดี"], [2, "รวมพร", "ใจดี"], [None, total]]
    preview = roster(tmp_path, rows)
    assert [row.given for row in preview.rows] == ["ก้อง", "รวมพร"]
    assert (4, "total") in [(part.row, part.reason) for part in preview.left_out]


@pytest.mark.parametrize("heading", ["ชื่อ-สกุล", "รายชื่อเด็ก", "ชื่อ"])
def test_nothing_but_one_column_of_names(tmp_path: Path, heading: str) -> None:
    preview = roster(tmp_path, [["โรงเรียนบ้านดอย"], [heading], ["ก้อง ใจดี"], ["แก้ว ใจดี"]])
    assert [row.given for row in preview.rows] == ["ก้อง", "แก้ว"]


# Cells


def test_boxes_of_digits_with_dashes_numbers_above_and_one_missing(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        [
            ["ชื่อ-สกุล", "เลขประจำตัวประชาชน"],
            [None, *range(1, 14)],
            ["ก้อง ใจดี", *NUMBER],
            ["แก้ว ใจดี", *"199990000002"],
        ],
        ["B1:N1"],
    )
    assert [(row.given, row.identity.value, codes(row)) for row in preview.rows] == [
        ("ก้อง", NUMBER, []),
        ("แก้ว", "199990000002", [("number_wrong_length", "B")]),
    ]
    dashed = ["1", "-", *"9999", "-", *"00000", "-", *"01", "-", "3"]
    head = ["ชื่อ-สกุล", "เลขประจำตัวประชาชน"]
    assert roster(tmp_path, [head, ["ก้อง", *dashed]]).rows[0].identity.value == NUMBER


@pytest.mark.parametrize("name", ["ก้อง และ แก้ว", "ก้อง+แก้ว", "ก้อง & แก้ว ใจดี", "ก้อง กับ แก้ว"])
def test_two_people_of_one_word_each_are_told(tmp_path: Path, name: str) -> None:
    (row,) = roster(tmp_path, [["ที่", "ชื่อ - สกุล", "หมู่"], [1, name, 2]]).rows
    assert ("two_people", "B") in codes(row)


@pytest.mark.parametrize(
    ("cell", "place"),
    [("3/บ้านดอย", ("3", "บ้านดอย")), ("3 บ้านดอย", ("3", "บ้านดอย")),
     ("๑๒-บ้านทุ่งนา", ("12", "บ้านทุ่งนา")), ("3 บ้านเลขที่ 9", ("", "3 บ้านเลขที่ 9"))],
)  # fmt: skip
def test_a_number_and_the_name_of_a_village_in_one_cell(
    tmp_path: Path, cell: str, place: tuple[str, str]
) -> None:
    (row,) = roster(tmp_path, [["ที่", "ชื่อ-สกุล", "หมู่ที่/บ้าน"], [1, "ก้อง ใจดี", cell]]).rows
    assert (row.moo, row.village) == place


def test_blanks_of_every_kind_and_letters_taken_apart(tmp_path: Path) -> None:
    preview = roster(
        tmp_path,
        [
            ["ที่", "ชื่อ\u00a0-\u00a0สกุล", "หมู่ที่\u200b"],
            [1, "ก้อง\u00a0ใจดี", "3\u00a0"],
            [2, "แก้ว\u200b ใจดี\ufeff", "4"],
            [3, "น\u0e4d\u0e49\u0e32ฝน ใจดี", "\u200b"],
        ],
    )
    assert [person(row) for row in preview.rows] == [
        ("ก้อง", "ใจดี", "", "3"),
        ("แก้ว", "ใจดี", "", "4"),
        ("น้ำฝน", "ใจดี", "", ""),
    ]


def test_dates_counted_from_1904_and_dates_in_words(tmp_path: Path) -> None:
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904
    sheet = made.worksheets[0]
    for line in (["ที่", "ชื่อ-สกุล", "วันเกิด"], [1, "ก้อง"], [2, "แก้ว", "๒ มีนาคม ๒๕๕๖"]):
        sheet.append(line)
    sheet["C2"] = datetime.date(2012, 2, 1)
    sheet["B2"].comment = Comment("ย้ายออกปี 2568", "ครู")
    made.save(tmp_path / "x.xlsx")
    births = [row.birth.iso() for row in taken(tmp_path / "x.xlsx").rows if row.birth]
    assert births == ["2012-02-01", "2013-03-02"]


# Text files

CSV = "ที่,ชื่อ-สกุล,วันเกิด,หมู่\r\n1,ก้อง ใจดี,1/2/2555,3\r\n2,แก้ว ใจดี,2/3/2556,4\r\n"


@pytest.mark.parametrize(
    "content",
    [CSV.encode("cp874"), CSV.replace(",", ";").encode(), CSV.encode("utf-16"),
     CSV.encode("utf-16-le"), CSV.encode("utf-16-be"), CSV.replace(",", "\t").encode("utf-16"),
     CSV.replace("\r\n", "\r").encode(), CSV.encode("utf-8-sig"),
     b"sep=;\r\n" + CSV.replace(",", ";").encode()],
)  # fmt: skip
def test_the_same_rows_in_every_encoding(tmp_path: Path, content: bytes) -> None:
    assert [person(row) for row in text_file(tmp_path, content).rows] == [
        ("ก้อง", "ใจดี", "2012-02-01", "3"),
        ("แก้ว", "ใจดี", "2013-03-02", "4"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_broken_letter_is_told_at_its_cell(tmp_path: Path, encoding: str) -> None:
    lines = "".join(f"{n},ด.ช.ก้อง{n} ใจดี,1/2/2555,3\n" for n in range(20))
    content = f"{CSV}{lines}".encode(encoding)
    broken = "ด.ช.แก".encode(encoding) + b"\xfd\xfe" + " ใจดี,,4\n".encode(encoding)
    preview = text_file(tmp_path, content + b"9," + broken)
    assert len(preview.rows) == 23
    assert codes(preview.rows[-1]) == [("text_replacement_character", "B")]


# What is refused


def test_a_binary_workbook_is_told_as_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsb"
    with ZipFile(path, "w") as package:
        package.writestr("xl/workbook.bin", b"\x83\x01")
    with pytest.raises(UserError) as raised:
        read(path)
    assert raised.value.code == "file_old_excel"


def test_rows_that_are_only_formatted_are_passed_over(tmp_path: Path) -> None:
    book(tmp_path / "small.xlsx", ["ที่", "ชื่อ-สกุล"], [1, "ก้อง ใจดี"])
    path = tmp_path / "x.xlsx"
    rows = []
    for row in range(3, 70_003):
        cells = "".join(f'<c r="{letter}{row}" s="0"/>' for letter in "ABCDEFGH")
        rows.append(f'<row r="{row}">{cells}</row>')
    blank = "".join(rows)
    with ZipFile(tmp_path / "small.xlsx") as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", blank.encode() + b"</sheetData>")
            new.writestr(part, content)
    assert [row.given for row in read(path).rows] == ["ก้อง"]
