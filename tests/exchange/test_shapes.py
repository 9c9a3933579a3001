"""Rosters in the shapes that offices give them: everybody is there, nobody is two, all is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.exchange.balance import accounted, book
from tests.exchange.rosters import read

NONE = None
FIRST, SECOND = "1999900000013", "1999900000021"


@dataclass(frozen=True)
class Shape:
    """A sheet, and what a careful clerk reads in it.

    `people`: name, surname, birth, moo and carer of each row; `told`: the code of what is asked
    about or refused, by the row's number.
    """

    rows: Sequence[Sequence[object]]
    people: Sequence[tuple[str, str, str, str, str]]
    told: tuple[tuple[int, str], ...] = ()
    merged: tuple[str, ...] = ()


def one(given: str, surname: str = "ใจดี", birth: str = "", moo: str = "", carer: str = "") -> tuple[
    str, str, str, str, str
]:  # fmt: skip
    return given, surname, birth, moo, carer


SHAPES = {
    "headings said again beside, without numbers in order": Shape(
        [["ชื่อ", "สกุล"] * 2, ["ก้อง", "ใจดี", "แก้ว", "งามตา"], ["ขวัญ", "ใจดี", "ขาว", "งามตา"]],
        [one("ก้อง"), one("ขวัญ"), one("แก้ว", "งามตา"), one("ขาว", "งามตา")],
    ),
    "three villages beside one another": Shape(
        [["หมู่ 1", NONE, NONE, "หมู่ 2", NONE, NONE, "หมู่ 3"], ["ที่", "ชื่อ", "สกุล"] * 3,
         [1, "ก้อง", "ใจดี", 1, "แก้ว", "งามตา", 1, "กล้า", "ดี"]],
        [one("ก้อง", moo="1"), one("แก้ว", "งามตา", moo="2"), one("กล้า", "ดี", moo="3")],
        merged=("A1:C1", "D1:F1", "G1:I1"),
    ),
    "the second table a column to the right": Shape(
        [["ที่", "ชื่อ", "สกุล"], [1, "ก้อง", "ใจดี"], [], [NONE, "ที่", "ชื่อ", "สกุล"],
         [NONE, 1, "แก้ว", "งามตา"]],
        [one("ก้อง"), one("แก้ว", "งามตา")],
    ),
    "classes between the people": Shape(
        [["ที่", "ชื่อ - สกุล", "วันเกิด"], [NONE, "ชั้น ป.1"], [1, "ก้อง ใจดี", "1/2/2555"],
         [NONE, "กลุ่มเสี่ยง"], [1, "แก้ว งามตา", "1/2/2556"], ["เด็กชาย"], [1, "กล้า ดี", "1/2/2557"]],
        [one("ก้อง", birth="2012-02-01"), one("แก้ว", "งามตา", "2013-02-01"),
         one("กล้า", "ดี", "2014-02-01")],
    ),
    "totals of each page": Shape(
        [["ที่", "ชื่อ", "สกุล", "อายุ"], [1, "ก้อง", "ใจดี", 10], [NONE, "รวมหน้านี้", "1 คน"],
         ["ยอดยกมา", NONE, "1 คน"], ["ที่", "ชื่อ", "สกุล", "อายุ"], [2, "แก้ว", "งามตา", 11]],
        [one("ก้อง"), one("แก้ว", "งามตา")],
    ),
    "a name merged over the rows of father and mother": Shape(
        [["ที่", "ชื่อ - สกุล", "เลขประจำตัวประชาชน", "ผู้ปกครอง"], [1, "ด.ช.ก้อง ใจดี", FIRST, "ดำ ใจดี"],
         [NONE, NONE, NONE, "แดง ใจดี"], [2, "ด.ญ.แก้ว งามตา", SECOND, "ขาว งามตา"]],
        [one("ก้อง", carer="ดำ ใจดี"), one("แก้ว", "งามตา", carer="ขาว งามตา")],
        merged=("A2:A3", "B2:B3", "C2:C3"),
    ),
    "the carer on a second row": Shape(
        [["ที่", "ชื่อ", "สกุล", "ผู้ปกครอง", "เบอร์โทร"], [1, "ก้อง", "ใจดี"],
         [NONE, NONE, NONE, "แดง ใจดี", "0800000002"], [2, "แก้ว", "งามตา"]],
        [one("ก้อง", carer="แดง ใจดี"), one("แก้ว", "งามตา")],
    ),
    "the carer on a second row below the name": Shape(
        [["ที่", "ชื่อ - สกุล", "หมู่"], [1, "ด.ช.ก้อง ใจดี", 2], [NONE, "ผู้ปกครอง แดง ใจดี"],
         [2, "ด.ญ.แก้ว งามตา", 2], [NONE, "(แม่: ขาว งามตา โทร 0800000001)"]],
        [one("ก้อง", moo="2", carer="แดง ใจดี"), one("แก้ว", "งามตา", moo="2", carer="ขาว งามตา")],
    ),
    "a name alone on a second row": Shape(
        [["ที่", "ชื่อ - สกุล", "หมู่"], [1, "ด.ช.ก้อง ใจดี", 2], [NONE, "นางแดง ใจดี"]],
        [one("ก้อง", moo="2"), one("แดง")],
        told=((3, "maybe_no_learner"),),
    ),
    "words about a learner on a second row": Shape(
        [["ที่", "ชื่อ - สกุล", "หมู่"], [1, "ด.ช.ก้อง ใจดี", 2], [NONE, "เกิด ก.พ. 2555"]],
        [one("ก้อง", moo="2"), ("เกิด", "2555", "", "", "")],
        told=((3, "maybe_no_learner"),),
    ),
    "parents between the learners, told by their relation": Shape(
        [["ที่", "ชื่อ", "สกุล", "ความสัมพันธ์", "เลขบัตรประชาชน"], [1, "ก้อง", "ใจดี", "ผู้เรียน", FIRST],
         [NONE, "แดง", "ใจดี", "มารดา", SECOND]],
        [one("ก้อง"), one("แดง")],
        told=((3, "maybe_no_learner"),),
    ),
    "two people in one cell": Shape(
        [["ที่", "ชื่อ - สกุล"], [1, "ก้อง ใจดี แก้ว งามตา"], [2, "ก้อง/แก้ว ใจดี"], [3, "ก้อง-แก้ว ใจดี"],
         [4, "ก้อง ใจดี (พี่) แก้ว ใจดี (น้อง)"], [5, "ก้อง ใจดี และน้อง"], [6, "นายก้อง นางแก้ว"],
         [7, "กล้า เทพหัสดิน ณ อยุธยา"], [8, "Saw Eh Doh Htoo"]],
        [("ก้อง", "งามตา", "", "", ""), ("ก้อง/แก้ว", "ใจดี", "", "", ""),
         ("ก้อง-แก้ว", "ใจดี", "", "", ""), ("ก้อง", "(น้อง)", "", "", ""),
         ("ก้อง", "และน้อง", "", "", ""), ("ก้อง", "นางแก้ว", "", "", ""),
         ("กล้า", "ณ อยุธยา", "", "", ""), ("Saw", "Htoo", "", "", "")],
        told=tuple((row, "maybe_two_people") for row in range(2, 8)),
    ),
    "two people in the cells of one row": Shape(
        [["ที่", "ชื่อ", "สกุล", "เลขประจำตัวประชาชน"], [1, "ก้อง\nแก้ว", "ใจดี", NONE],
         [2, "กล้า", "ดี", f"{FIRST} / {SECOND}"], [3, "นก, หนู", "ดี", NONE]],
        [one("ก้อง แก้ว"), one("กล้า", "ดี"), one("นก, หนู", "ดี")],
        told=tuple((row, "maybe_two_people") for row in (2, 3, 4)),
    ),
    "a second column of names": Shape(
        [["ที่", "ชื่อ - สกุล", "ชื่อ - สกุล", "ผู้ปกครอง"], [1, "ด.ช.ก้อง ใจดี", "ด.ญ.แก้ว ใจดี", "ดำ ใจดี"],
         [2, "ด.ช.กล้า ดี", NONE, "แดง ดี"]],
        [one("ก้อง", carer="ดำ ใจดี"), one("กล้า", "ดี", carer="แดง ดี")],
        told=((2, "maybe_two_people"),),
    ),
    "one heading over title, name and surname": Shape(
        [["ที่", "ชื่อ - สกุล", NONE, NONE, "หมู่"], [1, "ด.ช.", "ก้อง", "ใจดี", 2],
         [2, "ด.ญ.", "แก้ว", "งามตา", 3]],
        [one("ก้อง", moo="2"), one("แก้ว", "งามตา", moo="3")],
        merged=("B1:D1",),
    ),
    "one heading over name and surname": Shape(
        [["ที่", "ชื่อ - สกุล", NONE, "หมู่"], [1, "ด.ช.ก้อง", "ใจดี", 2], [2, "ด.ญ.แก้ว", "งามตา", 3]],
        [one("ก้อง", moo="2"), one("แก้ว", "งามตา", moo="3")],
        merged=("B1:C1",),
    ),
    "one heading over day, month and year": Shape(
        [["ที่", "ชื่อ", "สกุล", "วันเดือนปีเกิด", NONE, NONE], [1, "ก้อง", "ใจดี", 1, "ก.พ.", 2555],
         [2, "แก้ว", "งามตา", 3, "มีนาคม", 2556]],
        [one("ก้อง", birth="2012-02-01"), one("แก้ว", "งามตา", "2013-03-03")],
        merged=("D1:F1",),
    ),
    "names of those who sign": Shape(
        [["ที่", "ชื่อ", "สกุล", "หมู่"], [1, "ก้อง", "ใจดี", 2], [], [NONE, "ลงชื่อ", "..........", "ผู้สำรวจ"],
         [NONE, "(นายสมชาย", "มีทรัพย์)"], [NONE, "ผู้ใหญ่บ้าน หมู่ 2"],
         [NONE, "นายสมหมาย มีทรัพย์", "ผู้รับรอง"]],
        [one("ก้อง", moo="2")],
    ),
    "the same as above, by a mark": Shape(
        [["ที่", "ชื่อ", "สกุล", "หมู่"], [1, "ก้อง", "ใจดี", 2], [2, "แก้ว", '"', '"'],
         [3, "กล้า", "〃", "''"]],
        [one("ก้อง", moo="2"), one("แก้ว", moo="2"), one("กล้า", moo="2")],
    ),
    "a row that slipped sideways": Shape(
        [["ที่", "เลขบัตรประชาชน", "ชื่อ", "สกุล", "หมู่"], [1, FIRST, "ก้อง", "ใจดี", 2],
         [2, "แก้ว", "งามตา", 3], ["3. กล้า ดี"]],
        [one("ก้อง", moo="2"), ("งามตา", "3", "", "", ""), ("", "", "", "", "")],
        told=((3, "row_shifted"), (4, "no_name")),
    ),
    "numbers in order before the names, an example, and a note below the headings": Shape(
        [["ที่", "ชื่อ - สกุล", "เลขประจำตัวประชาชน"], [NONE, "(ตัวบรรจง)", "(13 หลัก)"],
         ["ตัวอย่าง", "ด.ช.ตัวอย่าง ใจดี", "0000000000000"], [1, "4 ขวัญ ใจดี", FIRST]],
        [one("ขวัญ")],
    ),
    "a line of text in each cell": Shape(
        [["ชื่อ,สกุล,หมู่"], ["ก้อง,ใจดี,2"], ["แก้ว,งามตา,3"]],
        [("ก้อง,ใจดี,2", "", "", "", ""), ("แก้ว,งามตา,3", "", "", "", "")],
        told=((2, "maybe_two_people"), (3, "maybe_two_people")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_everybody_is_there_and_what_is_unsure_is_asked(tmp_path: Path, name: str) -> None:
    shape = SHAPES[name]
    path = book(tmp_path / "x.xlsx", *shape.rows, merged=shape.merged)
    preview = read(path)
    assert [
        (row.given, row.surname, row.birth.iso() if row.birth else "", row.moo, row.carer)
        for row in preview.rows
    ] == list(shape.people)
    kept_back = {
        (row.row, problem.code)
        for row in preview.rows
        for problem in row.problems
        if problem.severity != "warning"
    }
    assert kept_back == set(shape.told)
    for held, ended in accounted(path, preview).values():
        assert held == ended


def test_what_a_second_row_says_besides_is_kept_with_the_person(tmp_path: Path) -> None:
    shape = SHAPES["a name merged over the rows of father and mother"]
    first, _second = read(book(tmp_path / "x.xlsx", *shape.rows, merged=shape.merged)).rows
    assert dict(first.extras) == {"ผู้ปกครอง": "แดง ใจดี"}
    shape = SHAPES["the carer on a second row below the name"]
    first, second = read(book(tmp_path / "y.xlsx", *shape.rows)).rows
    assert dict(first.extras) == {"ชื่อ - สกุล": "ผู้ปกครอง แดง ใจดี"}
    assert second.phone == "0800000001"


def test_rows_and_columns_without_any_size_are_hidden(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx",
        ["ชื่อ", "สกุล", "เบอร์โทร"], ["ก้อง", "ใจดี", "0800000001"], ["แก้ว", "งามตา", "0800000002"],
    )  # fmt: skip
    _flatten(path)
    hidden = read(path).hidden
    assert (hidden.rows, hidden.columns) == (1, 1)


def _flatten(path: Path) -> None:
    """Give the third row no height and the third column no width, as dragging them shut does."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = "xl/worksheets/sheet1.xml"
    root = ElementTree.fromstring(parts[part])
    space = root.tag.partition("}")[0] + "}"
    row = next(each for each in root.iter(f"{space}row") if each.get("r") == "3")
    row.set("ht", "0")
    columns = ElementTree.Element(f"{space}cols")
    ElementTree.SubElement(columns, f"{space}col", {"min": "3", "max": "3", "width": "0"})
    root.insert(list(root).index(next(root.iter(f"{space}sheetData"))), columns)
    parts[part] = ElementTree.tostring(root)
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
