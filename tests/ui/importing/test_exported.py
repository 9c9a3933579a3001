"""An exported list brought back: what is asked about it, and what it changes, in words."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.drafts import DraftService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.workbooks import WorkbookService
from desktop.services.workbooks.declared import BookDecision
from desktop.services.workspace import Workspace
from tests.services.rosters.clerk import Sheet, by_clerk
from tests.services.rosters.test_exported_hands import export, people
from tests.ui.importing.test_importing import Wizard
from tests.ui.typing import press


@pytest.fixture
def wizard(qtbot: QtBot, workspace: Workspace) -> Wizard:
    people(workspace)
    return Wizard(qtbot, workspace)


def test_a_torn_sheet_is_one_sentence_and_nothing_is_offered(
    wizard: Wizard, tmp_path: Path
) -> None:
    def sort(sheet: Sheet) -> None:
        sheet.sort(lambda part: zlib.crc32(str(part).encode()), 2, len(sheet.headings))

    wizard.to_rows(by_clerk(export(wizard.workspace, tmp_path), sort))

    page = wizard.screen.preview_page
    assert "เรียงลำดับเพียงบางคอลัมน์" in page.note.text
    assert page.chips["asked"].isVisible()
    assert not wizard.screen.next_button.isEnabled()
    page.show_filter("asked")
    assert any("ไม่มีใครถูกแก้" in text for text in page.panel.texts)
    page.panel.buttons["new"].click()
    assert "เพิ่ม 1 คน" in wizard.screen.next_button.text()


def test_somebody_erased_since_is_asked_about_and_not_brought_back(
    wizard: Wizard, tmp_path: Path
) -> None:
    path = export(wizard.workspace, tmp_path)
    gone = LearnerLists(wizard.workspace).ids(LearnerQuery())[4]
    ErasureService(wizard.workspace).erase(gone, "ขอให้ลบ")

    wizard.to_rows(path)

    page = wizard.screen.preview_page
    page.show_filter("asked")
    assert any("ถูกซ่อนหรือลบไปแล้ว" in text for text in page.panel.texts)
    assert not wizard.screen.next_button.isEnabled()
    page.panel.buttons["new"].click()
    assert "เพิ่ม 1 คน" in wizard.screen.next_button.text()


def test_changes_are_told_in_words(wizard: Wizard, tmp_path: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.put(0, "สถานะ", "นอกระบบ")
        sheet.put(0, "วันเกิด", "12/3/2554")
        sheet.put(0, "เบอร์โทร", "-")

    wizard.to_rows(by_clerk(export(wizard.workspace, tmp_path), edit))

    texts = wizard.screen.preview_page.panel.texts
    assert "สถานะ: เสี่ยงหลุด → นอกระบบ" in texts
    assert "วันเกิด: 1 พ.ค. 2555 → 12 มี.ค. 2554" in texts
    assert "โทรศัพท์: 0811111100 → (ว่าง)" in texts
    assert len(LearnerLists(wizard.workspace).find(LearnerQuery())) == 10


def test_a_table_of_plans_comes_in_by_its_own_rules(wizard: Wizard, tmp_path: Path) -> None:
    learner = LearnerLists(wizard.workspace).ids(LearnerQuery())[0]
    plans = PlanService(wizard.workspace)
    plan = plans.start(learner)
    plans.save(plan, {"dream": "ฝันเดิม"})
    ExportService(wizard.workspace).export("plans", tmp_path / "x.xlsx")

    wizard.screen.read(
        by_clerk(tmp_path / "x.xlsx", lambda sheet: sheet.put(0, "ความฝัน", "เป็นช่าง"))
    )

    dialog = wizard.presenter.dialog
    assert dialog is not None
    assert "ปรับปรุง 1" in dialog.summary.typed
    dialog.take_button.click()
    assert wizard.said == ["นำเข้าแล้ว 1 รายการ"]
    assert plans.get(plan).values["dream"] == "เป็นช่าง"


def test_a_table_of_progress_says_that_it_is_not_read_back(wizard: Wizard, tmp_path: Path) -> None:
    ExportService(wizard.workspace).export("progress", tmp_path / "x.xlsx")
    wizard.screen.read(tmp_path / "x.xlsx")
    assert "ไม่นำกลับเข้า" in wizard.screen.problem.text


def test_rows_of_a_book_that_ask_are_answered_one_by_one_or_all_at_once(
    wizard: Wizard, tmp_path: Path
) -> None:
    partners = PartnerService(wizard.workspace)
    for name in ("ก", "ข", "ค"):
        partners.add({"name": f"กลุ่ม{name}"})
    ExportService(wizard.workspace).export("partners", tmp_path / "x.xlsx")

    def rename(sheet: Sheet) -> None:
        for row in range(3):
            sheet.put(row, "ชื่อภาคี", f"กลุ่มใหม่ {row}")

    wizard.screen.read(by_clerk(tmp_path / "x.xlsx", rename))
    dialog = wizard.presenter.dialog
    assert dialog is not None
    assert dialog.take_button.isHidden()
    assert dialog.focusWidget() is dialog.all
    assert len(dialog.questions) == 3

    press(dialog.all, Qt.Key.Key_Down)
    press(dialog.all, Qt.Key.Key_Return)
    assert "ปรับปรุง 3" in dialog.summary.typed
    last = dialog.questions[2].choice
    for _step in range(2):
        press(last, Qt.Key.Key_Down)
    assert "ปรับปรุง 2" in dialog.summary.typed
    dialog.take_button.click()
    names = sorted(row.name for row in partners.find())
    assert names == ["กลุ่มค", "กลุ่มใหม่ 0", "กลุ่มใหม่ 1"]


def test_one_answer_for_all_chooses_nobody_among_several(wizard: Wizard, tmp_path: Path) -> None:
    partners = PartnerService(wizard.workspace)
    for phone in ("053111", "053222"):
        partners.add({"name": "กลุ่มทอผ้า", "phone": phone})
    partners.add({"name": "กลุ่มจักสาน"})
    ExportService(wizard.workspace).export("partners", tmp_path / "x.xlsx")

    def rename(sheet: Sheet) -> None:
        for row, name in enumerate(("กลุ่มใหม่", "กลุ่มทอผ้า", "กลุ่มทอผ้า")):
            sheet.put(row, "ชื่อภาคี", name)
        sheet.put(1, "รหัสระเบียน", None)
        sheet.put(1, "รอยตรวจ", None)
        del sheet.rows[2]

    wizard.screen.read(by_clerk(tmp_path / "x.xlsx", rename))
    dialog = wizard.presenter.dialog
    assert dialog is not None
    assert [each.line.question for each in dialog.questions] == [
        "partner_renamed", "row_fits_several",
    ]  # fmt: skip
    press(dialog.all, Qt.Key.Key_Down)
    press(dialog.all, Qt.Key.Key_Return)
    assert "ปรับปรุง 1 · เหมือนเดิม 0 · ไม่นำเข้า 1" in dialog.summary.typed


def test_what_is_decided_of_a_book_stays_when_its_dialog_is_closed(
    qtbot: QtBot, wizard: Wizard, tmp_path: Path
) -> None:
    partners, drafts = PartnerService(wizard.workspace), DraftService(wizard.workspace)
    for name in ("ก", "ข"):
        partners.add({"name": f"กลุ่ม{name}"})
    ExportService(wizard.workspace).export("partners", tmp_path / "x.xlsx")

    def rename(sheet: Sheet) -> None:
        for row in range(2):
            sheet.put(row, "ชื่อภาคี", f"กลุ่มใหม่ {row}")

    path = by_clerk(tmp_path / "x.xlsx", rename)
    wizard.screen.read(path)
    dialog = wizard.presenter.dialog
    assert dialog is not None
    press(dialog.questions[0].choice, Qt.Key.Key_Down)
    assert "ปรับปรุง 1" in dialog.summary.typed
    dialog.close_button.click()
    assert [kept.form for kept in drafts.list()] == ["import_partners"]

    after = Wizard(qtbot, wizard.workspace)
    after.screen.read(path)
    dialog = after.presenter.dialog
    assert dialog is not None
    assert "ปรับปรุง 1" in dialog.summary.typed
    assert dialog.questions[0].choice.value() == "same0"
    dialog.take_button.click()
    assert drafts.list() == ()


def test_a_decision_for_a_record_that_is_gone_is_asked_again(
    wizard: Wizard, tmp_path: Path
) -> None:
    partners = PartnerService(wizard.workspace)
    known = [partners.add({"name": "กลุ่มทอผ้า", "phone": f"05311{n}"}) for n in range(3)]
    path = tmp_path / "x.csv"
    path.write_text("ชื่อหน่วยงาน,หมายเหตุ\nกลุ่มทอผ้า,พบแล้ว\n", encoding="utf-8")
    books = WorkbookService(wizard.workspace)
    found = books.preview("partners", path)
    decisions = {found.lines[0].place: BookDecision("same", known[1])}
    assert books.decided(found, decisions).count("update") == 1
    partners.hide([known[1]])
    assert books.decided(found, decisions).count("asked") == 1
