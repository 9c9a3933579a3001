"""Broken and hostile files: one clear refusal, or a safe reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop.errors import Cancelled, UserError
from desktop.exchange.cells import NEVER_CALCULATED, CellError
from desktop.exchange.limits import Limits
from desktop.exchange.reading import read_book
from tests.exchange.rosters import SAMPLES, read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORKBOOK = f"""<workbook xmlns="{MAIN}"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""
RELATIONS = """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="externalLink" TargetMode="External" Target="file:///etc/passwd"/>
</Relationships>"""


def package(path: Path, sheet: str, **parts: str | bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"/>')
        book.writestr("xl/workbook.xml", WORKBOOK)
        book.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        book.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in parts.items():
            book.writestr(name.replace("__", "/"), content)
    return path


def sheet_of(rows: str, before: str = "") -> str:
    return (
        f'{before}<worksheet xmlns="{MAIN}"><dimension ref="A1"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def encrypted_shell() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 8_000 + "EncryptedPackage".encode("utf-16-le")
    )


def zip_of(**parts: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, "file_old_excel"),
        (encrypted_shell(), "file_encrypted"),
        (b"%PDF-1.7\n", "file_is_pdf"),
        (b"\x89PNG\r\n\x1a\n", "file_not_workbook"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "file_is_web_page"),
        (
            b'<meta charset="utf-8">\n<table border=1><tr><td>a</td></tr></table>',
            "file_is_web_page",
        ),
        (b"\xef\xbb\xbf\r\n\r\n<!-- saved --><HTML><BODY>a</BODY></HTML>", "file_is_web_page"),
        ("<html><body>ก</body></html>".encode("utf-16"), "file_is_web_page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n", "file_is_web_page"),
        (b"From: a\nMIME-Version: 1.0\n\n--x\n", "file_is_web_page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "file_not_workbook"),
        (b"PK\x03\x04 and then nothing", "file_damaged"),
        (zip_of(a="b"), "file_not_workbook"),
        (zip_of(mimetype="application/vnd.oasis", content__xml="x"), "file_not_workbook"),
        (zip_of(**{"mimetype": "x", "content.xml": "y"}), "file_is_opendocument"),
        (zip_of(**{"xl/workbook.bin": "y"}), "file_old_excel"),
        (bytes(range(256)) * 20, "file_not_workbook"),
        (b"a,b\n\x00\x01\x02", "file_not_workbook"),
        (b"\xff\xff\xff\xff,\x80\xfc\xfd\xfe", "file_unknown_encoding"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        read_book(path)
    assert refusal.value.code == code
    assert refusal.value.values["name"] == "roster.xlsx"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file_missing"):
        read_book(tmp_path / "none.xlsx")
    with pytest.raises(UserError, match=r"file_not_workbook|file_unreadable"):
        read_book(tmp_path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook(tmp_path: Path, share: float) -> None:
    whole = (SAMPLES / "roster-oao-240.xlsx").read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(UserError, match="file_damaged"):
        read_book(path)


@settings(max_examples=60)
@given(st.integers(0, 10_700), st.integers(0, 255))
def test_one_wrong_byte_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int
) -> None:
    content = bytearray((SAMPLES / "roster-school-60.xlsx").read_bytes())
    content[place] = value
    path = tmp_path_factory.getbasetemp() / "bitten.xlsx"
    path.write_bytes(content)
    # Any other error than a refusal with a code ends the test.
    with suppress(UserError):
        assert len(read(path).rows) <= 60


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["sheet", "xl__sharedStrings.xml", "xl__styles.xml"])
def test_document_types_are_refused(tmp_path: Path, declaration: str, part: str) -> None:
    row = f'<row r="1">{cell("A1", "x")}</row>'
    if part == "sheet":
        path = package(tmp_path / "x.xlsx", sheet_of(row, declaration))
    else:
        path = package(tmp_path / "x.xlsx", sheet_of(row), **{part: f"{declaration}<sst/>"})
    with pytest.raises(UserError, match="file_suspicious"):
        read_book(path)


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(" " * 40_000_000))
    assert path.stat().st_size < 100_000
    with pytest.raises(UserError, match="file_suspicious"):
        read_book(path)


def test_a_bomb_beside_the_sheets_counts_too(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(""), xl__media__a="0" * 20_000_000)
    with pytest.raises(UserError, match="file_suspicious"):
        read_book(path)


def test_a_million_columns(tmp_path: Path) -> None:
    cells = "".join("<c><v>1</v></c>" for _ in range(1_000_000))
    path = package(tmp_path / "x.xlsx", sheet_of(f'<row r="1">{cells}</row>'))
    with pytest.raises(UserError, match=r"file_too_many_columns|file_suspicious"):
        read_book(path)


def test_one_cell_far_to_the_right(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(f'<row r="1">{cell("XFD1048576", "x")}</row>'))
    with pytest.raises(UserError, match="file_too_many_columns"):
        read_book(path)


def test_too_many_rows(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{number}"><c r="A{number}"><v>{number * 7919}</v></c></row>'
        for number in range(1, 200_001)
    )
    path = package(tmp_path / "x.xlsx", sheet_of(rows))
    with pytest.raises(UserError) as refusal:
        read_book(path)
    assert (refusal.value.code, refusal.value.values["limit"]) == ("file_too_many_rows", 50_000)


def test_too_many_rows_of_csv(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อ,หมู่\n" + "นภา,3\n" * 200_000, encoding="utf-8")
    with pytest.raises(UserError, match="file_too_many_rows"):
        read_book(path)


def test_formatted_but_empty_rows_do_not_count(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "ชื่อ")}{cell("B1", "หมู่")}</row>' + "".join(
        f'<row r="{number}" spans="1:9"><c r="A{number}" s="3"/></row>'
        for number in range(2, 120_000)
    )
    path = package(
        tmp_path / "x.xlsx", sheet_of(rows + f'<row r="120001">{cell("A120001", "นภา")}</row>')
    )
    assert [row.number for row in read_book(path).sheets[0].rows] == [1, 120_001]


def test_the_dimension_is_not_believed(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "ก")}{cell("C1", "ข")}</row><row r="9">{cell("B9", "ค")}</row>'
    book = read_book(package(tmp_path / "x.xlsx", sheet_of(rows)))
    assert [(row.number, row.cells) for row in book.sheets[0].rows] == [
        (1, ("ก", None, "ข")),
        (9, (None, "ค")),
    ]


def test_macros_and_outside_links_are_only_passed_over(tmp_path: Path) -> None:
    path = package(
        tmp_path / "x.xlsm",
        sheet_of(f'<row r="1">{cell("A1", "ชื่อ")}</row>'),
        xl__vbaProject=b"\xd0\xcf\x11\xe0",
        xl__externalLinks__externalLink1="<externalLink/>",
    )
    assert read_book(path).sheets[0].rows[0].cells == ("ชื่อ",)


def test_formulas_give_their_value_and_never_their_text(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>นภา</v></c>'
        '<c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>HYPERLINK("x")</f></c>'
        f'{cell("D1", "=1+1")}<c r="E1" t="e"><v>#REF!</v></c></row>'
    )
    book = read_book(package(tmp_path / "x.xlsx", sheet_of(rows)))
    assert book.sheets[0].rows[0].cells == (
        "นภา", 2, CellError(NEVER_CALCULATED), "=1+1", CellError("#REF!")
    )  # fmt: skip


def test_a_cell_as_long_as_a_book(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(f'<row r="1">{cell("A1", "ก" * 200_000)}</row>'))
    with pytest.raises(UserError, match="file_cell_too_long"):
        read_book(path)


def test_too_many_sheets(tmp_path: Path) -> None:
    book = Workbook()
    for _ in range(70):
        book.create_sheet()
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(UserError, match="file_too_many_sheets"):
        read_book(tmp_path / "x.xlsx")


def test_a_locked_part(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(""))
    content = bytearray(path.read_bytes())
    # The flag that a part is encrypted, in the list at the end of the archive.
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match="file_encrypted"):
        read_book(path)


@pytest.mark.parametrize("limits", [Limits(file_size=4), Limits(plain_size=4)])
def test_a_file_over_the_limit(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อ\n", encoding="utf-8")
    with pytest.raises(UserError, match="file_too_large"):
        read_book(path, limits=limits)


def test_a_stray_quote_swallows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('ชื่อ,หมู่\n"นภา,3\nมานะ,4\nพอคี,5\n', encoding="utf-8")
    assert [row.cells for row in read_book(path).sheets[0].rows][1:] == [
        ("นภา", "3"),
        ("มานะ", "4"),
        ("พอคี", "5"),
    ]


def test_a_pair_of_stray_quotes_swallows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('ชื่อ,หมู่\n"นภา,3\nมานะ",4\n"สม ""เล็ก"" ศรี",5\n', encoding="utf-8")
    assert [row.cells for row in read_book(path).sheets[0].rows][1:] == [
        ("นภา", "3"),
        ('มานะ"', "4"),
        ('สม "เล็ก" ศรี', "5"),
    ]


def test_a_note_of_several_lines_is_one_field(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('ชื่อ,หมู่,บันทึก\nนภา,3,"ก\nข"\nมานะ,4,ค\n', encoding="utf-8")
    assert [row.cells for row in read_book(path).sheets[0].rows][1:] == [
        ("นภา", "3", "ก\nข"),
        ("มานะ", "4", "ค"),
    ]


def test_no_headings_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("1,2,3\n4,5,6\n", encoding="utf-8")
    with pytest.raises(UserError, match="roster_no_headings"):
        read(path)


class StopsAt:
    """Asks to stop at the first step."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        raise Cancelled


@pytest.mark.parametrize("make", [lambda: StopsAt()])
def test_reading_can_be_stopped(tmp_path: Path, make: Callable[[], StopsAt]) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อ,หมู่\n" + "นภา,3\n" * 5_000, encoding="utf-8")
    with pytest.raises(Cancelled):
        read_book(path, make())


def test_only_zip_files_with_true_sums_are_read(tmp_path: Path) -> None:
    path = package(tmp_path / "x.xlsx", sheet_of(f'<row r="1">{cell("A1", "ชื่อ")}</row>'))
    content = path.read_bytes()
    with ZipFile(path) as book:
        offset = book.getinfo("xl/worksheets/sheet1.xml").header_offset
    bitten = bytearray(content)
    bitten[offset + 30 + len("xl/worksheets/sheet1.xml") + 5] ^= 0xFF
    path.write_bytes(bitten)
    with pytest.raises(UserError, match="file_damaged"):
        read_book(path)
    assert not zipfile.is_zipfile(tmp_path)
