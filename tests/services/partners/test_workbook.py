"""Partners into a workbook and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.errors import UserError
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.partners.service import PartnerService
from desktop.services.persons.service import PersonService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.workbooks import BookStored, WorkbookService
from desktop.services.workbooks.declared import BookDecision, BookPreview
from desktop.services.workspace import Workspace


@pytest.fixture
def partners(workspace: Workspace) -> PartnerService:
    return PartnerService(workspace)


class PartnerTable:
    """Partners out and in, as screens and commands ask for it."""

    def __init__(self, workspace: Workspace) -> None:
        self._out, self._in = ExportService(workspace), WorkbookService(workspace)

    def export(self, path: Path, *, english: bool = False) -> int:
        return self._out.export("partners", path, english=english).rows

    def preview(self, path: Path) -> BookPreview:
        return self._in.preview("partners", path)

    def run(self, preview: BookPreview) -> BookStored:
        return self._in.run(preview)


@pytest.fixture
def book(workspace: Workspace) -> PartnerTable:
    return PartnerTable(workspace)


def outcomes(preview: BookPreview) -> list[str]:
    return [line.outcome for line in preview.lines]


def codes(preview: BookPreview) -> list[tuple[str, int, str]]:
    return [(each.code, each.row, each.column) for each in preview.problems]


def edited(path: Path, change: Any) -> Path:
    opened = load_workbook(path)
    change(opened.active)
    opened.save(path)
    return path


def cell(sheet: Any, row: int, heading: str, value: object) -> None:
    headings = [each.value for each in sheet[1]]
    sheet.cell(row, headings.index(heading) + 1).value = value


def test_rows_sorted_without_their_hidden_column_change_nobody(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    for number in range(6):
        partners.add({"name": f"กลุ่มที่ {number}", "phone": f"053{number}"})
    book.export(tmp_path / "x.xlsx")

    def shift(sheet: Any) -> None:
        width = [each.value for each in sheet[1]].index("รหัสระเบียน")
        rows = [[each.value for each in row[:width]] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate([*rows[1:], rows[0]], 2):
            for place, value in enumerate(row, 1):
                sheet.cell(number, place).value = value

    preview = book.preview(edited(tmp_path / "x.xlsx", shift))
    assert set(outcomes(preview)) == {"asked"}
    assert codes(preview)[0][0] == "sheet_sorted_in_part"
    assert book.run(preview).updated == 0
    assert [row.phone for row in partners.find()] == [f"053{number}" for number in range(6)]


def test_another_name_is_asked_about_and_a_copied_row_is_a_new_partner(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    partners.add({"name": "วัดเก่า"})
    book.export(tmp_path / "x.xlsx")
    path = edited(tmp_path / "x.xlsx", lambda sheet: cell(sheet, 2, "ชื่อภาคี", "วัดใหม่"))
    preview = book.preview(path)
    assert outcomes(preview) == ["asked"]
    assert [code for code, _row, _column in codes(preview)] == ["partner_renamed"]

    def copied(sheet: Any) -> None:
        cell(sheet, 2, "รหัสระเบียน", None)

    assert outcomes(book.preview(edited(path, copied))) == ["new"]


def test_words_that_are_not_known_are_told_and_kept(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "ทำเนียบภาคี\nชื่อหน่วยงาน,ภาคส่วน,โทรศัพท์,สีรถ\n"
        "กลุ่มทอผ้า,ไม่เคยได้ยิน,0811111111,แดง\n,,,\n,สุขภาพ,08,\nกลุ่มทอผ้า,,,\n",
        encoding="utf-8",
    )
    preview = book.preview(path)
    assert outcomes(preview) == ["new", "error", "repeat"]
    told = codes(preview)
    assert ("column_kept", 2, "D") in told
    assert ("partner_no_name", 5, "A") in told
    assert ("partner_twice", 6, "A") in told
    assert ("partner_unknown_code", 3, "B") in told
    book.run(preview)
    assert "ไม่เคยได้ยิน" in str(partners.get(partners.find()[0].id).values["note"])


def test_no_headings_and_no_format(book: PartnerTable, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("1,2\n3,4\n", encoding="utf-8")
    with pytest.raises(UserError, match="book_no_headings"):
        book.preview(path)
    with pytest.raises(UserError, match="export_format_unknown"):
        book.export(tmp_path / "x.pdf")


def test_a_confidential_contact_stays_inside(
    workspace: Workspace, partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    persons = PersonService(workspace)
    known = partners.add({"name": "บ้านพัก"})
    for given, confidential in (("เปิดเผย", False), ("ปกปิด", True)):
        person = persons.add({"given": given})
        partners.add_contact(known, person, {"confidential": confidential})
    back = persons.add({"given": "เปลี่ยนใจ"})
    partners.add_contact(known, back, {})
    consents = PersonConsentService(workspace)
    (agreed,) = consents.record(back, {"directory": True})
    consents.withdraw(agreed)
    book.export(tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert "เปิดเผย" in text
    assert "ปกปิด" not in text
    assert "เปลี่ยนใจ" not in text


def asked_about_two(partners: PartnerService, book: PartnerTable, folder: Path) -> BookPreview:
    """Two rows of an export whose names were typed over."""
    for name in ("ก", "ข"):
        partners.add({"name": f"กลุ่ม{name}", "phone": "0531"})
    book.export(folder / "x.xlsx")

    def rename(sheet: Any) -> None:
        cell(sheet, 2, "ชื่อภาคี", "กลุ่มช่างไม้")
        cell(sheet, 3, "ชื่อภาคี", "กลุ่มช่างปูน")

    preview = book.preview(edited(folder / "x.xlsx", rename))
    assert outcomes(preview) == ["asked", "asked"]
    return preview


def test_rows_that_are_asked_about_are_decided_one_by_one(
    workspace: Workspace, partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    preview = asked_about_two(partners, book, tmp_path)
    first, second = preview.lines
    assert [name for _id, name in first.candidates] == ["กลุ่มก"]
    decisions = {
        first.place: BookDecision("same", first.candidates[0][0]),
        second.place: BookDecision("new"),
    }
    decided = WorkbookService(workspace).decided(preview, decisions)
    assert outcomes(decided) == ["update", "new"]
    assert decided.problems == ()
    assert [line.question for line in decided.lines] == ["partner_renamed"] * 2

    book.run(decided)
    assert sorted(row.name for row in partners.find()) == ["กลุ่มข", "กลุ่มช่างปูน", "กลุ่มช่างไม้"]


def test_what_is_left_out_or_changed_again_stores_nothing(
    workspace: Workspace, partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    preview = asked_about_two(partners, book, tmp_path)
    first, _second = preview.lines
    books = WorkbookService(workspace)
    left = books.decided(preview, {first.place: BookDecision("leave_out")})
    assert outcomes(left) == ["left_out", "asked"]
    assert (book.run(left).new, book.run(left).updated) == (0, 0)
    assert outcomes(books.decided(left, {})) == ["asked", "asked"]


def test_one_partner_is_never_two_rows(
    workspace: Workspace, partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    preview = asked_about_two(partners, book, tmp_path)
    partner = preview.lines[0].candidates[0][0]
    both = {line.place: BookDecision("same", partner) for line in preview.lines}
    decided = WorkbookService(workspace).decided(preview, both)
    assert outcomes(decided) == ["update", "repeat"]
    assert [code for code, _row, _column in codes(decided)] == ["partner_twice"]


def test_a_name_that_fits_several_is_asked_about(
    workspace: Workspace, partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    for phone in ("053111", "053222"):
        partners.add({"name": "กลุ่มทอผ้า", "phone": phone})
    path = tmp_path / "x.csv"
    path.write_text("ชื่อหน่วยงาน,หมายเหตุ\nกลุ่มทอผ้า,พบแล้ว\n", encoding="utf-8")

    preview = book.preview(path)
    (line,) = preview.lines
    assert (line.outcome, line.question, line.likeliest) == ("asked", "row_fits_several", None)
    assert [name for _id, name in line.candidates] == ["กลุ่มทอผ้า 053111", "กลุ่มทอผ้า 053222"]
    assert (book.run(preview).new, book.run(preview).updated) == (0, 0)

    second = BookDecision("same", line.candidates[1][0])
    assert book.run(WorkbookService(workspace).decided(preview, {line.place: second})).updated == 1
    assert partners.get(line.candidates[1][0]).values["note"] == "พบแล้ว"
    assert len(partners.find()) == 2


def test_two_exported_partners_of_one_name_are_both_edited(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    for phone in ("053111", "053222"):
        partners.add({"name": "กลุ่มทอผ้า", "phone": phone})
    book.export(tmp_path / "x.xlsx")

    def note(sheet: Any) -> None:
        for row in (2, 3):
            cell(sheet, row, "หมายเหตุ", "พบแล้ว")

    assert outcomes(book.preview(edited(tmp_path / "x.xlsx", note))) == ["update", "update"]


def test_a_new_name_twice_with_other_words_is_asked_about(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อหน่วยงาน,โทรศัพท์\nวัดเก่า,053111\nวัดเก่า,053222\n", encoding="utf-8")
    preview = book.preview(path)
    assert outcomes(preview) == ["new", "asked"]
    assert preview.lines[1].question == "row_name_again"


def test_what_a_known_partner_does_not_take_is_said_once(
    partners: PartnerService, book: PartnerTable, tmp_path: Path
) -> None:
    for name in ("วัดเก่า", "วัดใหม่"):
        partners.add({"name": name})
    path = tmp_path / "x.csv"
    path.write_text("ชื่อหน่วยงาน,ผู้ประสานงาน\nวัดเก่า,ครูแดง\nวัดใหม่,ครูดำ\n", encoding="utf-8")
    assert codes(book.preview(path)) == [("column_not_read_back", 2, "B")]
