"""The sample rosters and others of their shapes come in whole, as a careful clerk reads them."""

from __future__ import annotations

import csv
import random
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.exchange.rows import RosterRow
from tests.exchange.rosters import (
    LEVELS,
    REASONS,
    SAMPLES,
    STATUS,
    Somebody,
    office_book,
    plain_csv,
    read,
    somebody,
    written_birth,
)

# Written out by other means than the program, from the cells by a clerk's plain rules.
EXPECTED = Path(__file__).with_name("expected_samples.tsv")


def expected(file: str) -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream, delimiter="\t") if row["file"] == file]


def as_expected(row: RosterRow, file: str) -> dict[str, str]:
    return {
        "file": file,
        "sheet": row.sheet,
        "row": str(row.row),
        "title": row.title,
        "given": " ".join(part for part in (row.given, row.middle) if part),
        "surname": row.surname,
        "birth": row.birth.iso() if row.birth else "",
        "number": row.identity.value,
        "moo": row.moo,
        "village": row.village,
    }


@pytest.mark.parametrize(
    ("file", "count"),
    [("roster-oao-240.xlsx", 240), ("roster-school-60.xlsx", 60), ("roster-plain-30.csv", 30)],
)
def test_a_sample_comes_in_whole(file: str, count: int) -> None:
    preview = read(SAMPLES / file)
    assert len(preview.rows) == count
    assert [as_expected(row, file) for row in preview.rows] == expected(file)
    assert all(row.storable for row in preview.rows)
    assert not any(row.unmatched or row.extras for row in preview.rows)
    assert {problem.code for problem in preview.problems} == {"number_checksum"}
    assert read(SAMPLES / file) == preview


def test_the_office_sample_in_detail() -> None:
    preview = read(SAMPLES / "roster-oao-240.xlsx")
    assert [(out.sheet, out.row, out.reason) for out in preview.left_out if out.row] == [
        ("หมู่ 1-3", 112, "total"),
        ("หมู่ 4-6", 140, "total"),
    ]
    first = preview.rows[0]
    assert (first.nickname, first.sex, first.carer_title, first.carer) == (
        "บอย", "male", "นาง", "จิราพร ใจคำหล้า",
    )  # fmt: skip
    assert (first.level, first.status, first.reasons) == ("m3", "general", ("LR17",))
    assert first.birth_text == "13/2/2553"


def agrees(row: RosterRow, who: Somebody) -> bool:
    return (
        (row.title, row.given, row.surname) == (who.title, who.given, who.surname)
        and (row.birth.iso() if row.birth else "") == who.birth
        and row.identity.value == who.number
        and row.moo == who.moo
        and row.status == STATUS[who.status]
    )


@pytest.mark.parametrize("seed", range(12))
def test_other_office_rosters(tmp_path: Path, seed: int) -> None:
    people = office_book(tmp_path / "roster.xlsx", seed, 160)
    preview = read(tmp_path / "roster.xlsx")
    wrong = [
        (row.cells, who)
        for row, who in zip(preview.rows, people, strict=True)
        if not agrees(row, who)
        or (row.nickname, row.village, row.carer, row.carer_title, row.phone)
        != (who.nickname, who.village, who.carer, who.carer_title, who.phone)
        or (row.level, row.reasons) != (LEVELS[who.level], (REASONS[who.reason],))
    ]
    assert wrong == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("seed", range(3))
def test_other_plain_files(tmp_path: Path, seed: int, encoding: str) -> None:
    people = plain_csv(tmp_path / "roster.csv", seed, 80, encoding)
    preview = read(tmp_path / "roster.csv")
    assert [
        (row.cells, who)
        for row, who in zip(preview.rows, people, strict=True)
        if not agrees(row, who)
    ] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_school_roster_with_headings_in_two_rows(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    people = [somebody(chance, number) for number in range(40)]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["แบบสำรวจนักเรียน โรงเรียนบ้านตัวอย่าง"])
    sheet.append(
        ["ที่", "เลขประจำตัว\nประชาชน", "ชื่อนักเรียน", None, None, "วันเดือนปีเกิด", None, None,
         "ที่อยู่", None, "ผู้ปกครอง", None, "สถานภาพ"]
    )  # fmt: skip
    sheet.append(
        [None, None, "คำนำหน้า", "ชื่อ", "สกุล", "วันที่", "เดือน", "ปี", "หมู่", "บ้าน", "ชื่อ - สกุล",
         "โทรศัพท์", None]
    )  # fmt: skip
    for merged in ("A1:M1", "A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:J2", "K2:L2", "M2:M3"):
        sheet.merge_cells(merged)
    for number, who in enumerate(people, 1):
        parts = [*who.birth.split("-"), "", ""][:3] if who.birth else ["", "", ""]
        day, month = (int(part) if part else None for part in (parts[2], parts[1]))
        year = int(parts[0]) + 543 if parts[0] else None
        sheet.append(
            [number, who.number, who.title, who.given, who.surname or "-", day, month, year,
             int(who.moo), who.village, who.carer_title + who.carer, who.phone, who.status]
        )  # fmt: skip
    book.save(tmp_path / "school.xlsx")
    preview = read(tmp_path / "school.xlsx")
    assert preview.tables[0].header_row == 3
    assert [
        (row, who)
        for row, who in zip(preview.rows, people, strict=True)
        if not agrees(row, who)
        or (row.carer, row.phone, row.village) != (who.carer, who.phone, who.village)
    ] == []


def test_every_way_of_writing_a_birth_date_is_tried() -> None:
    chance = random.Random(1)
    who = somebody(chance, 1)
    assert len({str(written_birth(who, chance)) for _ in range(200)}) >= 3


def test_a_date_cell_that_was_converted_twice(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ชื่อ - สกุล", "วันเกิด"])
    sheet.append(["ด.ญ.นภา ใจคำหล้า", datetime(1467, 7, 9)])  # noqa: DTZ001
    book.save(tmp_path / "twice.xlsx")
    row = read(tmp_path / "twice.xlsx").rows[0]
    assert row.birth is not None
    assert row.birth.iso() == "2010-07-09"
    assert [problem.code for problem in row.problems] == ["birth_double_converted"]
