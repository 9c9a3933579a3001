"""Ctrl+K over a real centre: people by anything one has of them, pages and actions by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.workspace import Workspace
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.shell.finding import Command
from desktop.ui.shell.offers import Within
from desktop.ui.shell.palette import Palette
from desktop.ui.shell.shell import Shell
from desktop.ui.sync.screen import CONFLICTS, SyncScreen
from desktop.ui.translation import Language, LanguageSwitch, in_each_language
from tests.factories import add_learner, national_number
from tests.services.attendance.made import TODAY, course, enrol, meeting
from tests.subjects import EXAMPLES
from tests.ui.centre import active_shell
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press, type_text


@pytest.fixture
def shell(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Shell:
    return made(qtbot, workspace, switch)


def made(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Shell:
    """The frame as whoever is signed in has it."""
    shell = active_shell(qtbot, workspace, switch)
    shell.open("today")
    return shell


def find(shell: Shell, words: str) -> Palette:
    """Type into the search of everything."""
    palette = shell.finder.palette
    if palette.isVisible():
        palette.hide()
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isVisible()
    if words:
        type_text(palette.box, words)
    return palette


def test_a_person_is_found_by_all_that_one_may_have_of_them(
    shell: Shell, workspace: Workspace
) -> None:
    number = national_number()
    learner = add_learner(
        workspace, "ดาวเรือง", surname="ธารน้ำเงา", nickname="ดาว", village="4",
        national_id=number, phone="081-234-5678",
    )  # fmt: skip
    PeopleService(workspace).add_carer(learner, {"name": "ยายคำ", "phone": "053 612 345"})
    add_learner(workspace, "มะลิ", phone="089 999 9999")

    for words in ("ธารนำ", "ดาว", number, "081 234 5678", "๐๕๓-๖๑๒-๓๔๕", "ยายคำ"):
        palette = find(shell, words)
        assert palette.titles()[0] == "ดาวเรือง ธารน้ำเงา (ดาว)", words
    assert find(shell, number).headings()[0] == "ตรงกับที่พิมพ์"
    palette = find(shell, "053612345")
    assert palette.current is not None
    assert palette.current.detail.startswith("โทร. 053 612 345 ยายคำ · หมู่ 4 · ")
    press(palette, Qt.Key.Key_Return)
    assert isinstance(shell.current, LearnerScreen)
    assert shell.current.title() == "ดาวเรือง ธารน้ำเงา"


def test_whose_whole_name_is_typed_comes_before_where_they_are(
    shell: Shell, workspace: Workspace
) -> None:
    partners = PartnerService(workspace)
    weavers = partners.add({"name": "กลุ่มทอผ้า"})
    partners.add_new_contact(weavers, {"given": "ปิ่น", "surname": "ธารน้ำเงา", "title": "นาง"})

    palette = find(shell, "ปิ่น")
    assert palette.titles()[0] == "กลุ่มทอผ้า"
    for words in ("ปิ่น ธารน้ำเงา", "นางปิ่น ธารน้ำเงา"):
        palette = find(shell, words)
        assert palette.headings()[0] == "ตรงกับที่พิมพ์"
        assert palette.titles()[0] == "นางปิ่น ธารน้ำเงา"
        assert "กลุ่มทอผ้า" in palette.titles()

    add_learner(workspace, "ปิ่น", surname="ธารน้ำเงา")
    palette = find(shell, "ปิ่น ธารน้ำเงา")
    for heading in ("ผู้เรียนรู้", "บุคคลที่ไม่ใช่ผู้เรียนรู้"):
        assert palette.current is not None
        assert palette.current.detail.startswith(heading)
        press(palette.box, Qt.Key.Key_Down)


def test_where_there_are_too_many_the_list_shows_all(shell: Shell, workspace: Workspace) -> None:
    for letter in "กขคฆงจฉช":
        add_learner(workspace, f"ดาว{letter}")

    palette = find(shell, "ดาว")

    assert palette.titles()[8] == "ดูทุกคนที่ตรงกับ “ดาว”"
    for _ in range(8):
        press(palette.box, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    assert shell.current_key == "learners"


def test_a_printed_plan_is_found_by_its_stamp(
    shell: Shell, workspace: Workspace, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ดาวเรือง", surname="ธารน้ำเงา")
    services = Services(workspace)
    plan = services.plans.start(learner)
    printed = services.printing.plan(plan, tmp_path / "แผน.pdf")
    assert printed.stamps is not None
    stamp = printed.stamps[plan]

    for words in (stamp, stamp.lower().replace("-", ""), f"TAMBON-RIANRU:PLAN:{stamp}:V1"):
        palette = find(shell, words)
        assert palette.headings()[0] == "ตรงกับที่พิมพ์", words
        assert palette.titles()[0] == f"ดาวเรือง ธารน้ำเงา  ·  {stamp}"
    press(palette.box, Qt.Key.Key_Return)
    assert shell.current_key == "plan"
    assert isinstance(shell.current, PlanScreen)
    assert shell.current.title() == "ดาวเรือง ธารน้ำเงา"
    assert find(shell, "AAAA-AAAA").titles() == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("นำเข้า", "นำเข้ารายชื่อ"), ("import", "นำเข้ารายชื่อ"),
        ("สำรองข้อมูล", "สำรองข้อมูลเดี๋ยวนี้"), ("back up", "สำรองข้อมูลเดี๋ยวนี้"),
        ("ตรวจคนซ้ำ", "ตรวจคนซ้ำ"), ("duplicates", "ตรวจคนซ้ำ"),
        ("ซิงก์เดี๋ยวนี้", "ซิงก์เดี๋ยวนี้"), ("sync now", "ซิงก์เดี๋ยวนี้"),
        ("เรื่องเร่งด่วน", "เปิดเรื่องเร่งด่วน"), ("urgent case", "เปิดเรื่องเร่งด่วน"),
        ("เพิ่มผู้เรียน", "เพิ่มผู้เรียนรู้"), ("คนใหม่", "เพิ่มผู้เรียนรู้"),
        ("พิมพ์ทะเบียน", "พิมพ์ทะเบียนผู้เรียนรู้"), ("register", "พิมพ์ทะเบียนผู้เรียนรู้"),
        ("ล็อก", "ล็อกหน้าจอ"), ("lock", "ล็อกหน้าจอ"),
        ("ช่วยเหลือ", "วิธีใช้หน้านี้"), ("help", "วิธีใช้หน้านี้"),
        ("ภาษา", "เปลี่ยนเป็นภาษาอังกฤษ (English)"), ("language", "เปลี่ยนเป็นภาษาอังกฤษ (English)"),
        ("รายงาน", "รายงาน"), ("reports", "รายงาน"),
        ("หมู่บ้าน", "หมู่บ้าน"), ("passcode", "ผู้ใช้และรหัสผ่าน"),
        ("เฝ้าระวัง", "ยกหรือคลี่คลายสัญญาณเสี่ยง"), ("risk flag", "ยกหรือคลี่คลายสัญญาณเสี่ยง"),
        ("เลขหมู่", "เปลี่ยนเลขหมู่ของหมู่บ้าน"), ("renumber", "เปลี่ยนเลขหมู่ของหมู่บ้าน"),
        ("ชื่อด้าน", "เปลี่ยนชื่อด้านของ HETT"), ("dimension", "เปลี่ยนชื่อด้านของ HETT"),
        ("ไม่ตรงกัน", "ข้อมูลไม่ตรงกัน"), ("review", "แผนที่ถึงกำหนดทบทวน"),
    ],
)  # fmt: skip
def test_pages_and_actions_are_found_in_both_languages(
    shell: Shell, words: str, title: str
) -> None:
    assert title in find(shell, words).titles()


@pytest.mark.parametrize(
    "words", ["ลงเวลา", "เช็กชื่อ", "เช็คชื่อ", "ใครม", "take the reg", "attendance"]
)
def test_who_wants_to_take_a_register_gets_those_of_now(
    shell: Shell, workspace: Workspace, words: str
) -> None:
    services, names = Services(workspace), {}
    for name, day in (
        ("แปรรูปกาแฟ", "2026-11-20"), ("ทอผ้า", TODAY), ("ซ่อมรถ", "2026-11-21"),
        ("ทำขนม", "2026-11-23"),
    ):  # fmt: skip
        made_course = course(workspace, name=name)
        enrol(workspace, made_course, name="แดง")
        names[name] = meeting(services, made_course, day)
    done = course(workspace, name="ลงแล้ว")
    who = enrol(workspace, done, name="ดำ")
    services.attendance.mark(meeting(services, done, "2026-11-20"), {who: "present"})

    assert find(shell, words).titles()[:3] == ["ทอผ้า", "ซ่อมรถ", "แปรรูปกาแฟ"]
    assert not {"ลงแล้ว", "ทำขนม"} & set(shell.finder.palette.titles())
    press(shell.finder.palette.box, Qt.Key.Key_Return)
    assert shell.current_key == "register"


def test_a_name_is_shown_in_the_language_of_the_screens(
    shell: Shell, switch: LanguageSwitch
) -> None:
    switch.choose(Language.ENGLISH)

    assert find(shell, "สำรองข้อมูล").titles() == ["Back up now"]


def test_a_viewer_is_offered_nothing_that_they_may_not_do(
    qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch
) -> None:
    workspace.user = replace(workspace.user, role="viewer")
    shell = made(qtbot, workspace, switch)

    offered = find(shell, "").titles()

    assert "เพิ่มผู้เรียนรู้" not in offered
    for words in ("นำเข้า", "สำรอง", "เพิ่มผู้เรียน", "เร่งด่วน", "พิมพ์ทะเบียน", "กู้คืนจาก", "บันทึกการตรวจ"):
        assert find(shell, words).titles() == [], words
    assert find(shell, "รายงาน").titles() == ["รายงาน"]


def commands(shell: Shell) -> list[Command]:
    return [*shell.features.pages, *shell.features.commands]


def test_every_name_is_translated(shell: Shell) -> None:
    for command in commands(shell):
        for words in (command.name, command.detail, command.also):
            thai, english = in_each_language(words)
            assert (thai == english) == (not thai), thai


def test_every_page_and_action_opens_its_place(shell: Shell) -> None:
    reports = shell.screen_of("reports")
    assert isinstance(reports, ReportsScreen)
    # A dialog would wait for somebody.
    reports.paper_wanted.disconnect()
    for command in commands(shell):
        if command.destination is not None:
            key, argument = command.destination
            shell.open(key, argument, once=command.once)
            assert shell.current_key == key


def test_the_papers_of_every_feature_are_offered_and_ask_how(
    shell: Shell, workspace: Workspace
) -> None:
    papers = shell.features.papers
    reports = shell.screen_of("reports")
    assert isinstance(reports, ReportsScreen)
    assert set(reports.papers.cards) == set(papers)
    assert {"register", *(f"print {each.listed}" for each in EXAMPLES)} <= set(papers)
    services = Services(workspace)
    for offer in papers.values():
        if offer.way != "export":
            printing = PrintPresenter(reports, reports.done_bar, services, InlineJobRunner())
            offer.make(printing, Within(LearnerQuery()))
            assert printing.dialog is not None
            assert offer.name() in printing.dialog.windowTitle()
            printing.dialog.reject()
        assert offer.command().name() in find(shell, offer.name()).titles()


def test_a_paper_is_asked_for_at_once(shell: Shell) -> None:
    reports = shell.screen_of("reports")
    assert isinstance(reports, ReportsScreen)
    wanted: list[str] = []
    reports.paper_wanted.disconnect()
    reports.paper_wanted.connect(wanted.append)

    palette = find(shell, "พิมพ์ทะเบียน")
    press(palette, Qt.Key.Key_Return)

    assert wanted == ["register"]
    assert reports.tabs.currentWidget() is reports.papers
    shell.open("today")
    shell.back()
    assert wanted == ["register"]


def test_a_page_of_the_settings_and_a_part_of_sync_open_there(shell: Shell) -> None:
    press(find(shell, "หน้าจอและการล็อก"), Qt.Key.Key_Return)
    assert isinstance(shell.current, SettingsScreen)
    assert shell.current.stack.currentWidget() is shell.current.page("look")
    press(find(shell, "ไม่ตรงกัน"), Qt.Key.Key_Return)
    assert isinstance(shell.current, SyncScreen)
    assert shell.current.tabs.currentIndex() == CONFLICTS


def test_a_backup_is_made_by_name(shell: Shell, workspace: Workspace) -> None:
    press(find(shell, "สำรองข้อมูล"), Qt.Key.Key_Return)

    assert len(list((workspace.folder / "backups").glob("*.backup"))) == 1
    shell.open("today")
    shell.back()
    assert shell.current_key == "settings"
    assert len(list((workspace.folder / "backups").glob("*.backup"))) == 1


def test_the_language_is_changed_by_name(shell: Shell, switch: LanguageSwitch) -> None:
    press(find(shell, "สลับภาษา"), Qt.Key.Key_Return)

    assert switch.language == "en"
    press(find(shell, "สลับภาษา"), Qt.Key.Key_Return)
    assert switch.language == "th"
