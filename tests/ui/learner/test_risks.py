"""Risk flags on the overview: raised with a reason, cleared with one, seen where flags are seen."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.risks_card import RisksCard
from desktop.ui.learner_place import OVERVIEW, RISK, LearnerPlace
from resources import clock
from tests.factories import add_learner
from tests.ui.fakes import TestJobs
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.learner.test_page import seen
from tests.ui.typing import press, type_text


def risks(page: OpenPage, who: UUID, at: str = "") -> RisksCard:
    page.screen.enter(LearnerPlace(who, OVERVIEW, at))
    page.jobs.settle()
    settle()
    tab = page.screen.built(OVERVIEW)
    assert isinstance(tab, OverviewTab)
    return tab.risks


def save(page: OpenPage) -> None:
    """Ctrl+S: gives the form that is open."""
    act = page.screen.save_action()
    assert act is not None
    act()


def test_a_flag_is_raised_by_the_keyboard_and_seen_where_flags_are_seen(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    card = risks(page, who)
    card.raise_button.setFocus()
    press(card.raise_button, Qt.Key.Key_Space)
    code = card.form.field("code")
    assert QApplication.focusWidget() is code
    card.form.put("code", "absent")
    type_text(card.form.field("note"), "แม่ป่วยต้องเฝ้าไข้")
    save(page)
    page.jobs.settle()

    flag = LearnerService(workspace).get(who).risks[0]
    assert (flag.values["code"], flag.values["note"]) == ("absent", "แม่ป่วยต้องเฝ้าไข้")
    assert flag.values["raised_on"] == clock.today().isoformat()
    assert card.form.isHidden()
    assert QApplication.focusWidget() is card.raise_button
    settle()
    assert workspace.user.name in seen(card)
    assert LearnerLists(workspace).ids(LearnerQuery(risk=True)) == [who]
    assert "risk" in {line.code for line in TodayService(workspace).get().lines}
    assert page.undos[-1][0] == "ยกสัญญาณเสี่ยงแล้ว"
    page.undos[-1][1]()
    assert LearnerLists(workspace).ids(LearnerQuery(risk=True)) == []


def test_a_flag_comes_down_with_a_reason_and_stays_in_sight(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    flag = PeopleService(workspace).raise_risk(who, "moved_house", "ไปอยู่กับป้า")
    card = risks(page, who, f"{RISK}:{flag}")
    button = card.clear_buttons[flag]
    assert QApplication.focusWidget() is button
    assert not button.visibleRegion().isEmpty()
    press(button, Qt.Key.Key_Space)
    note = card.form.field("note")
    assert QApplication.focusWidget() is note
    assert card.form.row("code").isHidden()
    type_text(note, "กลับมาอยู่บ้านแล้ว")
    save(page)
    page.jobs.settle()

    kept = LearnerService(workspace).get(who).risks[0]
    assert kept.values["note"] == "ไปอยู่กับป้า\nกลับมาอยู่บ้านแล้ว"
    assert kept.values["cleared_on"] == clock.today().isoformat()
    assert "ไม่มีสัญญาณเสี่ยงตอนนี้" in seen(card)
    card.past_button.click()
    settle()
    assert "ย้ายบ้าน" in seen(card)
    assert "คลี่คลาย" in seen(card)
    edit = page.services.history.of_record(flag)[0]
    assert edit.author_name == workspace.user.name
    assert "cleared_on" in {field.field for field in edit.fields}
    page.undos[-1][1]()
    assert LearnerLists(workspace).ids(LearnerQuery(risk=True)) == [who]


def test_what_is_half_written_of_a_flag_outlives_the_page(
    qtbot: QtBot, page: OpenPage, workspace: Workspace, jobs: TestJobs
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    flag = PeopleService(workspace).raise_risk(who, "absent")
    card = risks(page, who)
    card.clear_buttons[flag].click()
    type_text(card.form.field("note"), "มาเรียน")
    qtbot.waitUntil(lambda: page.services.drafts.load("risk", str(who)) is not None)
    after = OpenPage(qtbot, workspace, jobs)
    assert risks(after, other).form.isHidden()
    again = risks(after, who)
    assert again.form.clears == flag
    assert "นี่คือร่างที่เขียนค้างไว้" in seen(again)
    again.form.save()
    page.jobs.settle()
    assert page.services.drafts.load("risk", str(who)) is None
    assert LearnerService(workspace).get(who).risks[0].values["note"] == "มาเรียน"


def test_a_flag_without_a_sign_is_not_raised(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    card = risks(page, who, RISK)
    assert QApplication.focusWidget() is card.form.field("code")
    save(page)
    assert "เลือกว่าเห็นสัญญาณอะไร" in seen(card)
    assert LearnerService(workspace).get(who).risks == ()


def test_the_command_goes_to_whoever_was_looked_at_last(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    page.screen.enter(LearnerPlace(None, OVERVIEW, RISK))
    assert "ยังไม่ได้เลือกผู้เรียนรู้" in seen(page.screen)
    risks(page, who)
    page.screen.enter(LearnerPlace(None, OVERVIEW, RISK))
    page.jobs.settle()
    tab = page.screen.built(OVERVIEW)
    assert isinstance(tab, OverviewTab)
    assert not tab.risks.form.isHidden()


def test_who_only_looks_raises_and_clears_nothing(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    PeopleService(workspace).raise_risk(who, "absent")
    workspace.user = replace(workspace.user, role="viewer")
    card = risks(page, who, RISK)
    assert card.raise_button.isHidden()
    assert not card.clear_buttons
    assert card.form.isHidden()
