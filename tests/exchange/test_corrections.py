"""Cells that a person corrects before an import: read as if they stood so in the file."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.corrections import corrected
from desktop.exchange.person_cells import ShippedLookup
from desktop.exchange.preview import Preview
from desktop.exchange.rows import CellPlace
from tests.exchange.balance import CASES, book, codes
from tests.exchange.rosters import read

HEAD = ["ที่", "ชื่อ - สกุล", "วันเกิด", "เลขประจำตัวประชาชน"]


def mended(preview: Preview, corrections: dict[CellPlace, str]) -> Preview:
    return corrected(preview, corrections, ShippedLookup())


def roster(folder: Path) -> Preview:
    return read(
        book(
            folder / "x.xlsx",
            HEAD,
            [None, "หมู่ที่ 4"],
            [1, "ด.ช.ก้อง ใจดี", "13/13/2553", "1999900000013"],
            [2, None, "01/02/2554", "1999900000021"],
            [3, "ด.ญ.แก้ว ใจดี", "01/02/2555", "1999900000013"],
        )
    )


def test_a_mended_cell_loses_its_mark_and_the_row_keeps_its_place(tmp_path: Path) -> None:
    preview = roster(tmp_path)
    assert [code for code, _ in codes(preview.rows[0])] == ["birth_impossible_month"]
    row = mended(preview, {("Sheet", 3, 2): "13/3/2553"}).rows[0]
    assert row.problems == ()
    assert row.birth is not None
    assert row.birth.iso() == "2010-03-13"
    assert (row.moo, row.corrected) == ("4", (2,))
    assert row.as_read is preview.rows[0]


def test_a_name_typed_makes_a_row_storable(tmp_path: Path) -> None:
    preview = roster(tmp_path)
    assert not preview.rows[1].storable
    row = mended(preview, {("Sheet", 4, 1): "ด.ญ.กานดา ใจดี"}).rows[1]
    assert (row.storable, row.given) == (True, "กานดา")


def test_what_is_still_wrong_stays_marked(tmp_path: Path) -> None:
    row = mended(roster(tmp_path), {("Sheet", 3, 2): "31/02/2553"}).rows[0]
    assert [code for code, _ in codes(row)] == ["birth_impossible_day"]
    assert row.problems[0].text == "31/02/2553"


def test_a_repeated_number_is_a_repeat_until_either_is_mended(tmp_path: Path) -> None:
    preview = roster(tmp_path)
    assert [code for code, _ in codes(preview.rows[2])] == ["number_again"]
    again = mended(preview, {("Sheet", 3, 3): ""})
    assert codes(again.rows[2]) == []
    assert {problem.code for problem in again.problems} == {"birth_impossible_month", "no_name"}


def test_taken_back_it_is_the_row_of_the_file(tmp_path: Path) -> None:
    preview = roster(tmp_path)
    once = mended(preview, {("Sheet", 3, 2): "13/3/2553"})
    assert mended(once, {}).rows == preview.rows
    assert mended(once, {("Sheet", 3, 2): "13/13/2553"}).rows[0].as_read is None
    assert mended(once, {("Sheet", 99, 2): "x", ("Sheet", 3, 77): "x"}).rows == preview.rows


def test_a_failed_formula_is_typed_over() -> None:
    preview = read(CASES / "03-error-cells.xlsx")
    place = next(column for column in preview.tables[0].columns if column.field == "surname")
    row = mended(preview, {(preview.rows[2].sheet, preview.rows[2].row, place.index): "ใจดี"}).rows[
        2
    ]
    assert row.surname == "ใจดี"
    assert len(row.problems) == len(preview.rows[2].problems) - 1
