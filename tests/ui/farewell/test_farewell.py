"""Letting records go: the page of those whose time is over, and the question about a learner."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.models.people import Learner
from desktop.models.program import User
from desktop.services.all import Services
from desktop.services.keeping.copies import COPIES_ELSEWHERE
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.settings import SettingService
from desktop.services.workspace import Workspace
from desktop.ui.farewell.card import ERASE, KEEP, UNKNOWN
from desktop.ui.farewell.dialog import FarewellDialog
from desktop.ui.learner.presenter import LearnerPresenter
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner.tabs import TABS
from desktop.ui.settings.retention_page import RetentionPage
from desktop.ui.settings.retention_presenter import RetentionPresenter
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from tests.factories import Clock, add_learner
from tests.tour.fitting import cut
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import type_text

SIX_YEARS_MS = 6 * 366 * 24 * 3600 * 1000


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> RetentionPage:
    made = RetentionPage()
    made.presenter = RetentionPresenter(made, Services(workspace), InlineJobRunner())  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def _closed(workspace: Workspace, given: str) -> UUID:
    learner_id = add_learner(workspace, given)
    LearnerService(workspace).edit(learner_id, {"status": "completed"})
    return learner_id


def _names(workspace: Workspace) -> set[str]:
    with workspace.read() as session:
        return set(session.scalars(select(Learner.given)))


def _said(page: RetentionPage) -> str:
    return "\n".join(label.typed for label in page.findChildren(ThaiLabel) if label.isVisible())


def test_nobody_is_due_and_nothing_is_left(page: RetentionPage) -> None:
    page.entered.emit()

    assert "ยังไม่มีใครครบกำหนด" in _said(page)
    assert "ไม่เหลือที่ใดแล้ว" in _said(page)
    assert not page.farewell.isVisible()
    assert page.years["learner"].value() == "5"


@pytest.mark.parametrize(
    ("what", "left"),
    [(UNKNOWN, {"มานะ", "ไม่ระบุตัวตน"}), (ERASE, {"มานะ"}), (KEEP, {"มานะ", "ดาวเรือง"})],
)
def test_what_is_decided_is_done(
    page: RetentionPage, workspace: Workspace, clock: Clock, what: str, left: set[str]
) -> None:
    gone = _closed(workspace, "ดาวเรือง")
    add_learner(workspace, "มานะ")
    clock.now_ms += SIX_YEARS_MS
    page.entered.emit()
    page.table.go_to((gone, "learner"))
    assert page.farewell.isVisible()
    assert "พ้นกำหนด 5 ปี" in page.farewell.about.typed

    page.farewell.choices[what].click()
    page.farewell.sure.setChecked(True)
    page.farewell.act.click()
    assert "บอกเหตุผล" in page.farewell.reason_row.problem
    assert _names(workspace) == {"มานะ", "ดาวเรือง"}
    type_text(page.farewell.reason, "พ้นเวลาเก็บ")
    page.farewell.act.click()

    assert _names(workspace) == left
    assert not page.farewell.isVisible()
    assert "ยังไม่มีใครครบกำหนด" in _said(page)


def test_nothing_is_destroyed_before_one_is_sure(
    page: RetentionPage, workspace: Workspace, clock: Clock
) -> None:
    gone = _closed(workspace, "ดาวเรือง")
    clock.now_ms += SIX_YEARS_MS
    page.entered.emit()
    page.table.go_to((gone, "learner"))
    type_text(page.farewell.reason, "พ้นเวลาเก็บ")

    assert not page.farewell.act.isEnabled()
    page.farewell.choices[KEEP].click()
    assert page.farewell.act.isEnabled()
    page.farewell.choices[ERASE].click()
    assert not page.farewell.act.isEnabled()
    page.farewell.sure.setChecked(True)
    type_text(page.farewell.reason, "คุณดาวเรืองขอ")
    page.farewell.act.click()
    assert "อย่าใส่ชื่อ" in page.farewell.reason_row.problem
    assert _names(workspace) == {"ดาวเรือง"}


def test_what_lies_elsewhere_is_seen_to_by_hand(page: RetentionPage, workspace: Workspace) -> None:
    SettingService(workspace).set(COPIES_ELSEWHERE, ["E:/บ้าน/old.backup"], laptop=True)
    ErasureService(workspace).erase(add_learner(workspace), "ขอ")
    page.entered.emit()
    QApplication.processEvents()
    assert "old.backup" in _said(page)

    (button,) = [
        each for each in page.findChildren(Button) if each.text() == "จัดการแล้ว" and each.isVisible()
    ]
    button.click()
    QApplication.processEvents()

    assert "old.backup" not in _said(page)
    assert ErasureService(workspace).places() == ()


def test_the_period_is_the_centres(page: RetentionPage, workspace: Workspace) -> None:
    page.entered.emit()

    page.years["document"].set_value("2")
    page.years["document"].chosen.emit("2")

    assert page.years["document"].value() == "2"
    assert page.years["learner"].value() == "5"


def test_from_a_learners_page(qtbot: QtBot, workspace: Workspace) -> None:
    gone = add_learner(workspace, "ดาวเรือง")
    screen = LearnerScreen(TABS)
    qtbot.addWidget(screen)
    presenter = LearnerPresenter(screen, Services(workspace), InlineJobRunner())
    opened: list[str] = []
    screen.open_requested.connect(lambda key, _what: opened.append(key))
    screen.resize(1160, 680)
    screen.show()
    screen.enter(gone)
    assert screen.header.more.isVisible()

    screen.header.farewell.trigger()
    (dialog,) = screen.findChildren(FarewellDialog)
    assert KEEP not in dialog.card.choices
    dialog.card.choices[ERASE].click()
    dialog.card.sure.setChecked(True)
    type_text(dialog.card.reason, "ผู้ปกครองขอ")
    dialog.card.act.click()

    assert _names(workspace) == set()
    assert opened == ["learners"]
    assert not dialog.isVisible()
    assert presenter is not None


def test_a_learner_who_is_a_contact_too_may_go_as_both(qtbot: QtBot, workspace: Workspace) -> None:
    services = Services(workspace)
    gone, other = add_learner(workspace, "ดาวเรือง"), add_learner(workspace, "บุญยืน")
    services.persons.add({"given": "ดาวเรือง", "same_learner_id": gone})
    screen = LearnerScreen(TABS)
    qtbot.addWidget(screen)
    presenter = LearnerPresenter(screen, services, InlineJobRunner())
    screen.show()
    screen.enter(other)
    screen.header.farewell.trigger()
    dialog = screen.findChildren(FarewellDialog)[-1]
    dialog.card.choices[ERASE].click()
    assert dialog.card.also.isHidden()
    dialog.reject()
    screen.enter(gone)
    screen.header.farewell.trigger()
    dialog = screen.findChildren(FarewellDialog)[-1]
    assert dialog.card.also.isHidden()  # to be made unknown, both stay apart
    dialog.card.choices[ERASE].click()
    assert not dialog.card.also.isHidden()
    dialog.card.also.setChecked(True)
    dialog.card.sure.setChecked(True)
    type_text(dialog.card.reason, "เจ้าตัวขอ")
    dialog.card.act.click()
    assert services.persons.find() == ()
    assert _names(workspace) == {"บุญยืน"}
    assert presenter is not None


def test_a_facilitator_is_not_offered_it(qtbot: QtBot, workspace: Workspace) -> None:
    known = add_learner(workspace, "ดาวเรือง")
    with workspace.write() as session:
        session.get_one(User, workspace.user.user_id).role = "facilitator"
    screen = LearnerScreen(TABS)
    qtbot.addWidget(screen)
    presenter = LearnerPresenter(screen, Services(workspace), InlineJobRunner())
    screen.show()
    screen.enter(known)

    assert not screen.header.farewell.isVisible()
    assert presenter is not None


@pytest.mark.parametrize("language", list(Language))
def test_the_dialog_is_read_whole_in_the_largest_letters(
    qtbot: QtBot, switch: LanguageSwitch, language: Language
) -> None:
    theme().choose(Scheme.LIGHT, 130)
    switch.choose(language)
    host = QWidget()
    qtbot.addWidget(host)
    dialog = FarewellDialog("ดาวเรือง ธารน้ำเงา", host)
    dialog.show()

    qtbot.waitUntil(lambda: not cut(dialog), timeout=10_000)

    field = dialog.card.reason
    hint = field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert hint <= field.width()
    assert field.height() >= field.sizeHint().height()
