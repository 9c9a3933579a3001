"""Writing down a meeting, drafts, corrections; documents; the edit history."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.documents.service import DocumentService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from desktop.ui.documents import presenter as documents_presenter
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.documents import DocumentsTab
from desktop.ui.learner.edits import EditsTab
from desktop.ui.learner.visits import VisitsTab
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.pictures import picture_of_document, safe_image
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.text_fields import TextArea
from tests.factories import add_learner
from tests.ui.fakes import TestJobs
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.learner.test_page import seen
from tests.ui.typing import type_text


def visits(page: OpenPage, who: UUID) -> VisitsTab:
    page.open(who, "visits")
    tab = page.screen.built("visits")
    assert isinstance(tab, VisitsTab)
    return tab


def area(tab: VisitsTab, name: str = "text") -> TextArea:
    found = tab.form.field(name)
    assert isinstance(found, TextArea)
    return found


def documents(page: OpenPage, who: UUID) -> DocumentsTab:
    page.open(who, "documents")
    tab = page.screen.built("documents")
    assert isinstance(tab, DocumentsTab)
    return tab


def edits(page: OpenPage, who: UUID) -> EditsTab:
    page.open(who, "edits")
    tab = page.screen.built("edits")
    assert isinstance(tab, EditsTab)
    settle()
    return tab


def picture(path: Path, wide: int = 40, high: int = 30) -> Path:
    image = QImage(QSize(wide, high), QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


def test_a_meeting_is_written_down_and_promised(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = visits(page, who)
    tab.form.kind_field.chips["phone"].click()
    type_text(area(tab), "แม่ว่าน้องหายดีแล้ว")
    day = tab.form.field("next_on").focusProxy()
    assert day is not None
    type_text(day, "1/12/2569")
    type_text(area(tab, "next_text"), "ไปเยี่ยม")
    tab.save()
    settle()
    line = ContactService(workspace).of(who)[0]
    assert (line.contact_kind, line.text) == ("phone", "แม่ว่าน้องหายดีแล้ว")
    assert (line.next_on, line.next_text) == ("2026-12-01", "ไปเยี่ยม")
    assert area(tab).value() == ""
    assert "นัด 1 ธ.ค. 2569 ไปเยี่ยม" in seen(tab)


def test_an_empty_entry_says_what_to_write(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = visits(page, who)
    tab.save()
    assert "เขียนสั้น ๆ" in seen(tab)
    assert ContactService(workspace).of(who) == ()


def test_a_draft_outlives_the_page(
    qtbot: QtBot, page: OpenPage, workspace: Workspace, jobs: TestJobs
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    tab = visits(page, who)
    type_text(area(tab), "เดินขึ้นเขาไปหา")
    qtbot.waitUntil(lambda: page.services.drafts.load("contact", str(who)) is not None)
    after = OpenPage(qtbot, workspace, jobs)
    assert area(visits(after, other)).value() == ""
    restored = visits(after, who)
    assert area(restored).value() == "เดินขึ้นเขาไปหา"
    assert "นี่คือร่างที่เขียนค้างไว้" in seen(restored)
    restored.save()
    assert page.services.drafts.load("contact", str(who)) is None
    assert ContactService(workspace).of(who)[0].text == "เดินขึ้นเขาไปหา"


def test_leaving_keeps_the_draft_at_once(page: OpenPage, workspace: Workspace) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    tab = visits(page, who)
    type_text(area(tab), "ค้างไว้")
    page.open(other, "visits")
    assert area(tab).value() == ""
    kept = page.services.drafts.load("contact", str(who))
    assert kept is not None
    assert kept.content["text"] == "ค้างไว้"


def test_a_correction_stands_before_the_old_words(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    first = ContactService(workspace).add(who, {"text": "พบที่ไร่"})
    tab = visits(page, who)
    tab.rows[first].correct.click()
    assert area(tab).value() == "พบที่ไร่"
    area(tab).setPlainText("พบที่บ้าน")
    tab.save()
    settle()
    line = ContactService(workspace).of(who)[0]
    assert line.text == "พบที่บ้าน"
    tab.rows[line.id].show_button.click()
    settle()
    assert "พบที่ไร่" in seen(tab)


def test_a_correction_waits_for_what_is_half_written(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    first = ContactService(workspace).add(who, {"text": "พบที่ไร่"})
    tab = visits(page, who)
    type_text(area(tab), "ค้างไว้")
    tab.rows[first].correct.click()
    assert area(tab).value() == "ค้างไว้"
    assert "บันทึกสิ่งที่เขียนค้างไว้ก่อน" in seen(tab)
    tab.save()
    settle()
    tab.rows[first].correct.click()
    assert area(tab).value() == "พบที่ไร่"


def test_entries_are_told_in_the_language_of_the_screens(
    page: OpenPage, workspace: Workspace, switch: LanguageSwitch
) -> None:
    who = add_learner(workspace)
    ContactService(workspace).add(who, {"text": "พบที่ไร่"})
    tab = visits(page, who)
    assert "เยี่ยมบ้าน" in seen(tab)
    switch.choose(Language.ENGLISH)
    settle()
    assert "Home visit" in seen(tab)


def test_a_photo_is_taken_in_shown_and_made_the_face(
    page: OpenPage, workspace: Workspace, tmp_path: Path
) -> None:
    who = add_learner(workspace)
    tab = documents(page, who)
    assert "ยังไม่มีเอกสาร" in seen(tab)
    tab.take_files([picture(tmp_path / "หน้าน้อง.png")])
    settle()
    assert "หน้าน้อง" in seen(tab)
    tab.choose(tab.rows[0].line)
    settle()
    tab.photo_button.click()
    assert page.screen.header.portrait.has_photo
    page.undos[-1][1]()
    assert not page.screen.header.portrait.has_photo


def test_documents_are_seen_in_small_but_for_sensitive_ones(
    page: OpenPage, workspace: Workspace, tmp_path: Path
) -> None:
    who = add_learner(workspace)
    paper = tmp_path / "ใบรับรอง.pdf"
    page.services.printing.form("survey", paper)
    page.services.documents.add(who, picture(tmp_path / "หน้าน้อง.png"))
    page.services.documents.add(who, paper)
    secret = page.services.documents.add(who, picture(tmp_path / "บัตร.png"))
    page.services.documents.edit(secret, {"document_kind": "medical"})

    tab = documents(page, who)
    settle()

    drawn = {row.line.id: row.picture.drawn for row in tab.rows}
    assert drawn.pop(secret) is False
    assert list(drawn.values()) == [True, True]
    tab.choose(next(row.line for row in tab.rows if row.line.media_type == "application/pdf"))
    settle()
    assert tab._picture.isVisibleTo(tab)
    assert tab._picture.pixmap().height() > 100


def test_no_document_is_decoded_on_the_windows_thread(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = add_learner(workspace)
    DocumentService(workspace).add(who, picture(tmp_path / "หน้าน้อง.png"))
    in_window: list[bool] = []

    def draw(content: bytes, media_type: str, side: int) -> QImage:
        in_window.append(threading.current_thread() is threading.main_thread())
        return picture_of_document(content, media_type, side)

    monkeypatch.setattr(documents_presenter, "picture_of_document", draw)
    runner = JobRunner()
    page = OpenPage(qtbot, workspace, cast("TestJobs", runner))
    page.screen.enter(LearnerPlace(who, "documents"))

    def drawn() -> bool:
        tab = page.screen.built("documents")
        return isinstance(tab, DocumentsTab) and any(row.picture.drawn for row in tab.rows)

    qtbot.waitUntil(lambda: page.screen.page is not None and drawn(), timeout=20_000)

    assert in_window == [False]
    runner.shutdown()


def test_a_damaged_pdf_keeps_its_sign(tmp_path: Path) -> None:
    assert picture_of_document(b"%PDF-1.7 broken", "application/pdf", 96).isNull()


def test_a_file_that_is_no_picture_is_refused(
    page: OpenPage, workspace: Workspace, tmp_path: Path
) -> None:
    who = add_learner(workspace)
    tab = documents(page, who)
    hostile = tmp_path / "ภาพ.png"
    hostile.write_bytes(b"MZ\x90\x00 not a picture")
    tab.take_files([hostile])
    settle()
    assert "ภาพ.png" in tab.problem.text
    assert page.services.documents.of(who) == ()


def test_a_bomb_is_not_decoded_to_be_shown() -> None:
    # The header of a PNG of 60,000 by 60,000 pixels and nothing else.
    bomb = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2
    bomb += b"\x08\x02\x00\x00\x00" + b"\x00" * 16
    assert safe_image(QByteArray(bomb), QSize(100, 100)).isNull()


def test_a_change_is_told_in_words_and_taken_back(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, nickname="ดาว")
    LearnerService(workspace).edit(who, {"nickname": "ฟ้า", "status": "at_risk"})
    tab = edits(page, who)
    words = seen(tab)
    assert "ครูทดสอบ" in words
    assert "ดาว  →  ฟ้า" in words
    assert "(ว่าง)  →  เสี่ยงหลุด" in words
    back = next(b for b in tab.findChildren(QPushButton) if b.text() == "คืนค่าเดิม")
    back.setFocus()
    back.click()
    assert page.services.learners.get(who).row.nickname == "ดาว"
    settle()
    assert "ฟ้า  →  ดาว" in seen(tab)
    held = page.screen.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "คืนค่าเดิม"
    assert held.isVisible()
    assert held is not back


def test_edits_begin_at_their_filters(page: OpenPage, workspace: Workspace) -> None:
    tab = edits(page, add_learner(workspace))
    page.screen.begin()
    assert page.screen.focusWidget() is tab.kinds.first
    assert tab.kinds.first.isVisible()


def test_a_hidden_page_gets_no_keyboard(qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    first, second = QPushButton("ก"), QPushButton("ข")
    for each in (first, second):
        page = QWidget()
        QVBoxLayout(page).addWidget(each)
        pages.addWidget(page)
    with qtbot.waitActive(pages):
        pages.show()
    give_keyboard(second)
    first.setFocus()
    settle()
    assert pages.focusWidget() is first
    give_keyboard(second)
    pages.setCurrentIndex(1)
    settle()
    assert pages.focusWidget() is second


def test_registering_is_not_taken_back_here(page: OpenPage, workspace: Workspace) -> None:
    tab = edits(page, add_learner(workspace))
    assert "เพิ่ม: ข้อมูลผู้เรียนรู้" in seen(tab)
    assert "คืนค่าเดิม" not in seen(tab)


def test_sensitive_edits_are_told_without_their_words(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    page.services.people.save_private(who, {"health_note": "แพ้ยาบางชนิด"})
    words = seen(edits(page, who))
    assert "สุขภาพที่ต้องระวัง" in words
    assert "แพ้ยา" not in words
