"""Headings: where they stand, what they mean, and how a correction is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.cells import Cell, Sheet, SheetRow, column_letters
from desktop.exchange.columns import Layout, shown
from desktop.exchange.headers import SPELLINGS, field_of
from desktop.exchange.learner_columns import learner_columns
from desktop.exchange.regions import regions_of


def sheet(*rows: Sequence[Cell], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    return Sheet(
        "S",
        tuple(
            SheetRow(number, tuple(row))
            for number, row in enumerate(rows, 1)
            if any(cell is not None for cell in row)
        ),
        merged,
    )


def find_layout(read: Sheet, mapping: Mapping[str, str] | None = None) -> Layout:
    (region,) = regions_of(read, mapping)
    return region.layout


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("เลขประจำตัวประชาชน ๑๓ หลัก", "identity"),
        ("เลขประจําตัวประชาชน", "identity"),
        ("เลขประจำตัวประชาชน\n(13 หลัก)", "identity"),
        ("ชื่อ – สกุล", "name"),
        ("ชื่อ-นามสกุล (ผู้เรียน)", "name"),
        ("ชื่อ", "given"),
        ("นามสกุล", "surname"),
        ("ว/ด/ป เกิด", "birth"),
        ("วันเดือนปีเกืด", "birth"),
        ("Date of Birth", "birth"),
        ("หมู่ที่", "moo"),
        ("เบอร์โทร.", "phone"),
        ("หมายเหตุ", "note"),
        ("นามสกุลนักเรียน", "surname"),
        ("เลขประจำตัวประชาชนเด็ก", "identity"),
        ("ID Card No.", "identity"),
        ("เกิดปี พ.ศ.", "birth_year"),
        ("ชื่อโรงเรียน", ""),
        ("ชื่อบิดา", ""),
        ("วันที่สำรวจ", ""),
        ("ตำบล", ""),
        ("", ""),
        ("1", ""),
    ],
)
def test_what_a_heading_means(heading: str, name: str) -> None:
    assert field_of(heading)[0] == name


def test_every_spelling_means_its_field() -> None:
    wrong = {
        text: (field_of(text)[0], name)
        for name, texts in SPELLINGS.items()
        for text in texts
        if field_of(text)[0] != name
    }
    # Two fields may not claim one spelling, but for the known double meaning.
    assert set(wrong) <= {"ชื่อสกุล (นามสกุล)"}


def test_headings_of_an_export_are_known_in_both_languages() -> None:
    for column in learner_columns():
        assert field_of(column.header_th) == (column.key, 1.0)
        assert field_of(column.header_en) == (column.key, 1.0)


def test_moo_or_grade_is_told_by_the_cells() -> None:
    villages = find_layout(sheet(["ชื่อ", "ม."], ["นภา", 3], ["มานะ", "๑๒"]))
    grades = find_layout(sheet(["ชื่อ", "ม."], ["นภา", "ม.3"], ["มานะ", "ป.6"]))
    assert villages.fields == {"given": 0, "moo": 1}
    assert grades.fields == {"given": 0, "level": 1}


def test_number_or_name_of_a_village() -> None:
    layout = find_layout(sheet(["ชื่อ", "หมู่บ้าน"], ["นภา", 3], ["มานะ", 4]))
    assert layout.fields["moo"] == 1
    layout = find_layout(sheet(["ชื่อ", "บ้าน"], ["นภา", "12/3"], ["มานะ", "45/1"]))
    assert layout.fields["house_number"] == 1


def test_a_surname_beside_a_name() -> None:
    layout = find_layout(sheet(["ชื่อ", "ชื่อสกุล"], ["นภา", "ดอยสงบสุข"]))
    assert layout.fields == {"given": 0, "surname": 1}


def test_titles_above_and_blank_rows_are_passed_over() -> None:
    layout = find_layout(sheet(["ทะเบียนเด็ก ชื่อ สกุล"], [None], ["ที่", "ชื่อ", "สกุล"], [1, "นภา", "ดอย"]))
    assert (layout.header_row, layout.fields) == (3, {"order": 0, "given": 1, "surname": 2})


def test_headings_in_two_rows_without_merging() -> None:
    layout = find_layout(
        sheet(
            ["ที่", "ชื่อ", "วันเกิด", None, None, "ผู้ปกครอง", None],
            [None, None, "วัน", "เดือน", "ปี", "ชื่อ", "เบอร์โทร"],
            [1, "นภา", 1, 2, 2555, "นางดาว", "0812345678"],
        )
    )
    assert layout.header_row == 2
    assert layout.fields == {
        "order": 0, "given": 1, "birth_day": 2, "birth_month": 3, "birth_year": 4, "carer": 5,
        "phone": 6,
    }  # fmt: skip


def test_a_sheet_without_headings() -> None:
    assert regions_of(sheet([1, 2], [3, 4])) == []
    assert regions_of(sheet(["คำอธิบาย"], ["กรุณากรอกให้ครบ"])) == []


def test_a_correction_overrules_and_is_kept_for_the_same_headings() -> None:
    rows = (["ชื่อ", "ฉายาในหมู่บ้าน", "ชื่อเล่น"], ["นภา", "ดาว", "นุ่น"])
    guessed = find_layout(sheet(*rows))
    assert guessed.fields == {"given": 0, "nickname": 2}
    corrected = dict(guessed.mapping) | {"ฉายาในหมู่บ้าน": "nickname", "ชื่อเล่น": ""}
    again = find_layout(sheet(*rows, ["มานะ", "ต้น", "บอย"]), corrected)
    assert again.fields == {"given": 0, "nickname": 1}
    assert again.fingerprint == guessed.fingerprint
    assert find_layout(sheet(["ชื่อ", "หมู่"], ["นภา", 3])).fingerprint != guessed.fingerprint


def test_a_correction_takes_the_field_from_another_column() -> None:
    layout = find_layout(sheet(["ชื่อ", "หมู่", "ที่ตั้ง"], ["นภา", 3, 4]), {"ที่ตั้ง": "moo", "ชื่อ": "given"})
    assert layout.fields == {"given": 0, "moo": 2}


def test_columns_of_one_heading_are_told_apart() -> None:
    layout = find_layout(sheet(["ชื่อ", "หมู่", "ชื่อ"], ["นภา", 3, "ดาว"]))
    assert layout.mapping == {"ชื่อ": "given", "หมู่": "moo", "ชื่อ#2": ""}


@given(st.permutations(list(learner_columns())))
def test_any_order_of_columns(order: list[object]) -> None:
    columns = [column for column in learner_columns() if column in order]
    shuffled = sorted(columns, key=order.index)
    layout = find_layout(sheet([column.header_th for column in shuffled]))
    assert layout.fields == {column.key: place for place, column in enumerate(shuffled)}


def test_letters_of_columns() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == [
        "A", "Z", "AA", "ZZ", "AAA",
    ]  # fmt: skip


def test_cells_as_a_person_sees_them() -> None:
    assert shown(datetime(2012, 3, 5)) == "05/03/2555"  # noqa: DTZ001 - cells know no zone
    assert shown(datetime(2555, 3, 5)) == "05/03/2555"  # noqa: DTZ001 - cells know no zone
    assert shown(3999933995100.0) == "3999933995100"
    assert shown(1.5) == "1.5"
    assert shown(None) == ""
    assert shown(True) == "TRUE"
