"""Tables out: nothing runs, nothing is lost, and what went out comes back."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.errors import Cancelled, UserError
from desktop.exchange.cells import FORMULA_STARTS, escaped, unescaped
from desktop.exchange.learner_columns import learner_columns
from desktop.exchange.person_cells import ShippedLookup
from desktop.exchange.preview import read_roster
from desktop.exchange.problems_book import write_problems
from desktop.exchange.reading import read_book
from desktop.exchange.rows import RosterRow
from desktop.exchange.writing import Column, Table, Value, write_csv, write_xlsx
from desktop.models.dates import PartialDate
from desktop.models.vocabulary import load
from tests.exchange.rosters import TODAY, office_book, read

WRITERS: dict[str, Callable[..., None]] = {"xlsx": write_xlsx, "csv": write_csv}
# What a spreadsheet may hold; XML knows no surrogates and we keep no control letters in texts.
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc")),
        st.sampled_from("=+-@'\t\n_x0041กิ้ำ"),
    ),
    min_size=1,
    max_size=25,
)


@given(st.text(max_size=20))
def test_escaping_is_taken_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert escaped(text)[:1] not in set(FORMULA_STARTS) - {"'"}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6))
def test_texts_come_back_letter_for_letter(tmp_path: Path, kind: str, texts: list[str]) -> None:
    path = tmp_path / f"table.{kind}"
    columns = tuple(Column(f"c{place}", f"ช่อง{place}", f"C{place}") for place in range(len(texts)))
    WRITERS[kind](path, Table("ตาราง", columns, [texts]))
    rows = read_book(path).sheets[0].rows
    assert list(rows[-1].cells) == texts


DANGEROUS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A1", "＝1+1", "'=1",
    '=HYPERLINK("x")',
]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_runs(tmp_path: Path, text: str) -> None:
    table = Table("ก", (Column("a", "ก", "A"), Column("b", "ข", "B", "number")), [[text, text]])
    write_xlsx(tmp_path / "t.xlsx", table)
    for row in load_workbook(tmp_path / "t.xlsx").worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert not str(cell.value).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    write_csv(tmp_path / "t.csv", table)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as stream:
        for line in csv.reader(stream):
            assert not any(field.startswith(tuple("=+-@\t\r＝")) for field in line)
    for path in (tmp_path / "t.xlsx", tmp_path / "t.csv"):
        assert read_book(path).sheets[0].rows[1].cells == (text, text)


def test_a_heading_cannot_run_either(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "t.xlsx", Table("=1", (Column("a", "=1+1", "A"),), []))
    sheet = load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet["A1"].data_type == "s"


def test_how_a_workbook_looks(tmp_path: Path) -> None:
    columns = learner_columns(
        {"sex": ["ชาย", "หญิง"], "status": [term.th for term in load("status").terms]}
    )
    said: dict[str, Value] = {
        "identity": "0999989000010", "birth": PartialDate(2011, 11, 5), "moo": 3, "record_id": "id",
    }  # fmt: skip
    rows = [[said.get(column.key) for column in columns]]
    rows.append([PartialDate(2011, 11) if column.key == "birth" else None for column in columns])
    write_xlsx(
        tmp_path / "t.xlsx",
        Table("ผู้เรียน", columns, rows, frozen=5),
        letterhead="ศูนย์ A & B · 22/11/2569",
        guide=["อ่านก่อน"],
    )
    book = load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames[:2] == ["อ่านก่อน", "ผู้เรียน"]
    assert book.active is book["ผู้เรียน"]
    sheet: Any = book["ผู้เรียน"]
    place = {column.header_th: at for at, column in enumerate(columns, 1)}
    assert sheet.freeze_panes == "F2"
    assert sheet["B1"].value == "เลขประจำตัวประชาชน"
    assert (sheet["B2"].value, sheet["B2"].number_format) == ("0999989000010", "@")
    birth = sheet.cell(2, place["วันเกิด"])
    assert (birth.value, birth.is_date) == (datetime(2011, 11, 5), True)  # noqa: DTZ001
    assert sheet.cell(3, place["วันเกิด"]).value == "11/2554"
    assert sheet.cell(2, place["หมู่ที่"]).value == 3
    assert sheet["B2"].font.name == "TH Sarabun New"
    assert sheet.column_dimensions["V"].hidden
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == (
        "landscape", 9, 1, 0,
    )  # fmt: skip
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert "A && B" in sheet.oddHeader.right.text
    assert "&P" in sheet.oddFooter.center.text
    rules = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    assert rules == {
        "A2:A503": "custom", "H2:H502": "list", "J2:J503": "custom", "Q2:Q502": "list",
    }  # fmt: skip
    assert sheet.column_dimensions["A"].fill.fgColor.rgb == "FFEDEDED"
    lists = book["รายการ"]
    assert lists.sheet_state == "hidden"
    assert [lists["A1"].value, lists["A2"].value] == ["ชาย", "หญิง"]


def test_csv_begins_with_a_mark_for_excel(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", Table("ก", (Column("a", "ชื่อ", "Name"),), [["นภา"]]))
    assert (tmp_path / "t.csv").read_bytes() == b"\xef\xbb\xbf" + '"ชื่อ"\r\n"นภา"\r\n'.encode()


def values(row: RosterRow) -> list[Value]:
    """The line of an export for a roster row."""
    levels, statuses = load("levels"), load("status")
    reasons, sexes = load("leaving_reasons"), load("sex")
    national = row.identity.value if row.identity.kind == "national" else ""
    g_code = row.identity.value if row.identity.kind == "g_code" else ""
    birth = row.birth if row.birth else row.birth_text
    value: dict[str, Value] = {
        "local_code": f"580604-MB-{row.row:05d}", "identity": national, "g_code": g_code,
        "title": row.title, "given": row.given, "middle": row.middle, "surname": row.surname,
        "nickname": row.nickname, "sex": sexes.label(row.sex), "birth": birth, "moo": row.moo,
        "village": row.village, "hamlet": row.hamlet,
        "carer": f"{row.carer_title}{row.carer}", "phone": row.phone,
        "level": levels.label(row.level) if row.level else "",
        "status": statuses.label(row.status) if row.status else "",
        "reasons": ", ".join(reasons.label(code) for code in row.reasons), "note": row.note,
        "record_id": f"record-{row.sheet}-{row.row}",
    }  # fmt: skip
    return [value.get(column.key) for column in learner_columns()]


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_exported_learners_come_back(tmp_path: Path, kind: str, english: bool) -> None:
    office_book(tmp_path / "roster.xlsx", 5, 120)
    first = read(tmp_path / "roster.xlsx")
    path = tmp_path / f"export.{kind}"
    lines = [values(row) for row in first.rows]
    WRITERS[kind](path, Table("ผู้เรียน", learner_columns(), lines), english=english)
    again = read(path)
    assert not [problem for problem in again.problems if problem.code.startswith("unmatched")]
    kept = (
        "title given middle surname nickname sex birth moo village carer_title carer phone level "
        "status reasons"
    )
    for before, after in zip(first.rows, again.rows, strict=True):
        for name in kept.split():
            assert getattr(after, name) == getattr(before, name), name
        assert before.identity.value in {
            after.identity.value, *(other.value for other in after.other_identities), "",
        }  # fmt: skip
        assert after.record_id == f"record-{before.sheet}-{before.row}"
        assert not after.extras


def test_an_estimated_birth_comes_back(tmp_path: Path) -> None:
    columns = (Column("given", "ชื่อ", "Given name"), Column("birth", "วันเกิด", "Birth", "date"))
    rows: list[list[Value]] = [
        ["นภา", PartialDate(2011, estimated=True)],
        ["มานะ", date(2011, 11, 22)],
        ["พอคี", PartialDate(1920, 2)],
    ]
    write_xlsx(tmp_path / "t.xlsx", Table("ก", columns, rows))
    assert [row.birth for row in read(tmp_path / "t.xlsx").rows] == [
        PartialDate(2011, estimated=True),
        PartialDate(2011, 11, 22),
        PartialDate(1920, 2),
    ]


def test_a_table_takes_its_name_only_when_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"what was there")
    table = Table("ก", (Column("a", "ก", "A"),), [["ข" * 40_000]])
    with pytest.raises(UserError, match="export_cell_too_long"):
        write_xlsx(path, table)
    assert path.read_bytes() == b"what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_writing_can_be_stopped(tmp_path: Path) -> None:
    class Stops:
        def step(self, done: int, total: int, doing: str = "") -> None:
            raise Cancelled

    for kind, write in WRITERS.items():
        with pytest.raises(Cancelled):
            write(tmp_path / f"t.{kind}", Table("ก", (Column("a", "ก", "A"),), [["ข"]]), Stops())
    assert list(tmp_path.iterdir()) == []


def test_no_plain_draft_stays_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = tmp_path / "system"
    drafts.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(drafts))
    good = Table("ก", (Column("a", "ก", "A"),), [["ข"]])
    write_xlsx(tmp_path / "t.xlsx", [good, good])
    with pytest.raises(UserError):
        write_xlsx(tmp_path / "u.xlsx", Table("ก", good.columns, [["ข"], ["ข" * 40_000]]))
    assert list(drafts.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export_not_writable"):
        write_csv(tmp_path / "none" / "t.csv", Table("ก", (Column("a", "ก", "A"),), []))


def test_sheets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    table = Table("แผน/2569: [ก]", (Column("a", "ก", "A"),), [["ข"]])
    write_xlsx(tmp_path / "t.xlsx", [table, table])
    names = load_workbook(tmp_path / "t.xlsx").sheetnames
    assert len(set(names)) == 2


def test_problems_are_mended_and_read_again(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "เลขประจำตัวประชาชน,ชื่อ - สกุล,วันเกิด,หมู่ที่,สถานะ,อาชีพ\n"
        "1999900000013,ด.ช.มานะ ดอยสงบสุข,5/3/2555,3,นอกระบบ,เลี้ยงวัว\n"
        "1999900000014,ด.ช.พอคี ดอยสงบสุข,30/2/2555,3,นอกระบบ,\n"
        "-,,5/3/2555,3,อยู่บ้าน,=ทอผ้า\n",
        encoding="utf-8",
    )
    preview = read(roster)
    mended = tmp_path / "problems.xlsx"
    assert write_problems(mended, preview) == 2
    sheet = load_workbook(mended).worksheets[0]
    assert [cell.value for cell in sheet[1]][-2:] == ["สิ่งที่ต้องแก้", "แถวเดิม"]
    assert sheet["A2"].fill.fgColor.rgb == "FFFFE08A"
    assert sheet["C2"].fill.fgColor.rgb == "FFFFE08A"
    assert sheet["B2"].fill.fgColor.rgb != "FFFFE08A"
    assert sheet["B3"].fill.fgColor.rgb == "FFFFE08A"
    again = read(mended)
    key = "given surname birth birth_text moo unmatched extras identity".split
    assert [[getattr(row, name) for name in key()] for row in again.rows] == [
        [getattr(row, name) for name in key()] for row in preview.rows[1:]
    ]
    book = load_workbook(mended)
    book.worksheets[0]["A2"] = "2999900000020"
    book.worksheets[0]["C2"] = "28/2/2555"
    book.worksheets[0]["B3"] = "ด.ญ.นภา"
    book.worksheets[0]["E3"] = "เสี่ยงหลุด"
    book.save(mended)
    done = read_roster(mended, ShippedLookup(), today=TODAY)
    assert done.problems == ()
    assert [(row.given, row.status) for row in done.rows] == [
        ("พอคี", "out_of_school"),
        ("นภา", "at_risk"),
    ]


def test_the_village_goes_with_the_row(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "ชื่อ,วันเกิด\nหมู่ที่ 3 บ้านตัวอย่าง,\nมานะ ดอยสงบสุข,5/3/52\nหมู่ที่ 4,\nนภา,1/1/51\n",
        encoding="utf-8",
    )
    preview = read(roster)
    write_problems(tmp_path / "p.xlsx", preview)
    assert [(row.moo, row.village) for row in read(tmp_path / "p.xlsx").rows] == [
        ("3", "บ้านตัวอย่าง"),
        ("4", ""),
    ]


def test_no_problems_no_file(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("ชื่อ,หมู่\nมานะ,3\n", encoding="utf-8")
    assert write_problems(tmp_path / "p.xlsx", read(roster)) == 0
    assert not (tmp_path / "p.xlsx").exists()
