"""Who it is, what is missing, what comes next, and moving between the tabs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.services.consent.service import ConsentService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.plans.service import PlanService
from desktop.services.workspace import Workspace
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.tabs import TABS
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from tests.factories import add_learner
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.typing import press

ADULT = {"situation": "adult", "signer_power": "self"}


def seen(widget: QWidget) -> str:
    """Every word that can be read."""
    words = [
        label.typed if isinstance(label, ThaiLabel) else label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget)
    ]
    words += [b.text() for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget)]
    return "\n".join(words)


def chips(page: OpenPage) -> list[str]:
    found = page.screen.header.findChildren(QPushButton)
    return [chip.text() for chip in found if chip.property("kind") == "chip" and chip.isVisible()]


def test_the_header_tells_who_it_is(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(
        workspace, title="ด.ญ.", surname="ธารน้ำเงา", nickname="ดาว", birth="2554", village="4"
    )
    page.open(who)
    header = page.screen.header
    assert header.name.typed == "เด็กหญิงดาวเรือง ธารน้ำเงา (ดาว)"
    assert "อายุประมาณ 15 ปี" in header.facts.typed
    assert "หมู่ 4" in header.facts.typed
    assert "รอส่งจังหวัด" in seen(header)
    assert page.screen.title() == "เด็กหญิงดาวเรือง ธารน้ำเงา"


def test_a_chip_of_what_is_missing_leads_to_its_field(page: OpenPage, workspace: Workspace) -> None:
    page.open(add_learner(workspace))
    assert "ยังขาดวันเกิด" in chips(page)
    chip = next(c for c in page.screen.header.findChildren(QPushButton) if "หมู่บ้าน" in c.text())
    chip.click()
    assert page.screen.tab == "profile"
    tab = page.screen.built("profile")
    assert isinstance(tab, ProfileTab)
    field = tab.place.field("village")
    focused = page.screen.focusWidget()
    assert focused is field or (focused is not None and field.isAncestorOf(focused))


def test_the_new_title_is_proposed_and_never_taken_silently(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace, title="เด็กหญิง", birth="22/11/2554")
    page.open(who)
    header = page.screen.header
    assert "จะเปลี่ยนคำนำหน้าจาก เด็กหญิง เป็น นางสาว ไหม" in seen(header)
    assert page.services.learners.get(who).row.title == "เด็กหญิง"
    header.title_taken.emit("นางสาว")
    settle()
    assert header.name.typed.startswith("นางสาวดาวเรือง")
    text, undo = page.undos[-1]
    assert "นางสาว" in text
    undo()
    assert page.services.learners.get(who).row.title == "เด็กหญิง"


def test_a_title_that_is_kept_is_not_proposed_again(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, title="เด็กชาย", birth="1/1/2550")
    page.open(who)
    page.screen.header.title_kept.emit()
    assert "จะเปลี่ยนคำนำหน้า" not in seen(page.screen.header)
    page.open(who)
    assert "จะเปลี่ยนคำนำหน้า" not in seen(page.screen.header)


def test_the_next_step_follows_what_is_known(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)

    def step() -> str:
        page.open(who)
        tab = page.screen.built("overview")
        assert isinstance(tab, OverviewTab)
        return seen(tab)

    assert "ขั้นต่อไป: ไปเยี่ยมครั้งแรก" in step()
    contacts = ContactService(workspace)
    contacts.add(who, {"text": "พบที่บ้าน"})
    assert "ขั้นต่อไป: ขอความยินยอมทำแผน" in step()
    ConsentService(workspace).record(who, {"plan": True}, ADULT)
    assert "ขั้นต่อไป: ประเมิน HETT แรกเข้า" in step()
    hett = page.services.hett
    round_id = hett.start(who)
    hett.rate(round_id, "E1", 2)
    assert "ขั้นต่อไป: เริ่มแผนรายบุคคล" in step()
    plan = PlanService(workspace).start(who)
    assert "ขั้นต่อไป: คุยแผนให้ตกลงกัน" in step()
    PlanService(workspace).add_goal(plan, {"text": "อ่านป้ายได้"})
    PlanService(workspace).set_status(plan, "agreed")
    PlanService(workspace).set_status(plan, "active")
    assert "ขั้นต่อไป: อ่านป้ายได้" in step()
    contacts.add(who, {"text": "นัดไว้", "next_on": "20/11/2569", "next_text": "พาไปทำบัตร"})
    assert "ขั้นต่อไป: พาไปทำบัตร" in step()
    PeopleService(workspace).raise_risk(who, "urgent", "ไม่มีที่นอนคืนนี้")
    assert "ขั้นต่อไป: ต้องช่วยด่วน" in step()


def test_the_button_of_the_next_step_opens_the_place(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    ContactService(workspace).add(who, {"text": "พบที่บ้าน"})
    ConsentService(workspace).record(who, {"plan": True}, ADULT)
    page.open(who)
    overview = page.screen.built("overview")
    assert isinstance(overview, OverviewTab)
    overview.step_button.click()
    assert page.screen.tab == "hett"
    assert len(page.services.hett.of(who)) == 1


def test_every_tab_opens_by_its_key_and_ctrl_tab_goes_round(
    page: OpenPage, workspace: Workspace
) -> None:
    page.open(add_learner(workspace))
    keys = {key.key().toString(): key for key in page.screen.findChildren(QShortcut)}
    for number, name in enumerate((tab.key for tab in TABS), 1):
        keys[f"Alt+{number}"].activated.emit()
        assert page.screen.tab == name
        assert page.screen.built(name) is not None
    keys["Ctrl+Tab"].activated.emit()
    assert page.screen.tab == "overview"
    keys["Ctrl+Shift+Tab"].activated.emit()
    assert page.screen.tab == "edits"


def test_a_learner_who_is_not_here_is_said_so(page: OpenPage, workspace: Workspace) -> None:
    page.open(uuid4())
    assert "ยังไม่ได้เลือกผู้เรียนรู้" in seen(page.screen)
    page.screen.states.empty.started.emit()
    assert page.opened == [("learners", None)]


def test_the_page_asks_the_shell_for_plan_and_twins(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    plan = PlanService(workspace).start(who)
    page.open(who, "plan")
    tab = page.screen.built("plan")
    assert tab is not None
    next(b for b in tab.findChildren(QPushButton) if b.text() == "เปิดแผน").click()
    assert page.opened[-1] == ("plan", plan)
    assert page.screen.print_action() is not None


def test_prints_of_a_plan_stand_on_its_tab_and_open_it(
    page: OpenPage, workspace: Workspace, tmp_path: Path
) -> None:
    who = add_learner(workspace)
    plan = PlanService(workspace).start(who)
    printed = page.services.printing.plan(plan, tmp_path / "แผน.pdf")
    assert printed.stamps is not None
    stamp = printed.stamps[plan]
    page.open(who, "plan")
    tab = page.screen.built("plan")
    assert isinstance(tab, PlanTab)
    QApplication.processEvents()
    assert stamp in tab.prints.buttons[stamp].text()
    assert "ตรงกับแผนตอนนี้" in seen(tab)
    press(tab.prints.buttons[stamp], Qt.Key.Key_Space)
    assert page.opened[-1] == ("plan", plan)
    PlanService(workspace).save(plan, {"dream": "ใหม่"})
    page.open(who, "plan")
    QApplication.processEvents()
    assert "แผนแก้ไปหลังพิมพ์" in seen(tab)
    page.open(add_learner(workspace, "บุญยืน"), "plan")
    assert tab.prints.isHidden()


def test_a_plan_is_begun_from_the_tab(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, interests="ซ่อมรถ")
    page.open(who, "plan")
    tab = page.screen.built("plan")
    assert tab is not None
    assert "เขาสนใจ ซ่อมรถ" in seen(tab)
    next(b for b in tab.findChildren(QPushButton) if b.text() == "เริ่มแผนเปล่า").click()
    settle()
    plan = page.services.plans.current(who)
    assert plan is not None
    assert page.opened[-1] == ("plan", plan)
    assert "แผนฉบับที่ 1" in seen(tab)


def test_a_viewer_looks_and_changes_nothing(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    workspace.user = replace(workspace.user, role="viewer")
    page.open(who, "profile")
    tab = page.screen.built("profile")
    assert isinstance(tab, ProfileTab)
    assert not tab.names.isEnabled()
    assert not page.screen.header.visit.isVisible()
    assert not page.screen.header.print.isVisible()
    assert page.screen.new_action() is None
    page.screen.go_to_tab("overview")
    overview = page.screen.built("overview")
    assert isinstance(overview, OverviewTab)
    assert overview._step.isVisible()
    assert not overview.step_button.isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_tab_opens_in_each_language_and_scheme(
    page: OpenPage,
    workspace: Workspace,
    switch: LanguageSwitch,
    language: Language,
    scheme: Scheme,
) -> None:
    page.open(add_learner(workspace))
    for name in (tab.key for tab in TABS):
        page.screen.go_to_tab(name)
    switch.choose(language)
    theme().choose(scheme, 130)
    for name in (tab.key for tab in TABS):
        page.screen.go_to_tab(name)
        tab = page.screen.built(name)
        assert tab is not None
        assert tab.isVisible()
        assert not page.screen.grab().isNull()
    assert page.screen.tabs.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_case_of_today_is_not_said_to_be_none_days_old(
    page: OpenPage, workspace: Workspace
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    page.services.urgent.open({"learner_id": learner, "case_kind": "missing", "summary": "หาย"})

    screen = page.open(learner)

    said = {button.text() for button in screen.findChildren(Button)}
    assert "กำลังช่วย  ·  เปิดวันนี้" in said
    assert not any(" 0 วัน" in text for text in said)
