"""The day: lines with their reason, done, postponed, dismissed and brought back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.program import Setting
from desktop.services.all import Services
from desktop.services.learners.contacts import ContactService
from desktop.services.plans.service import PlanService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from desktop.ui.learner_place import page_of
from desktop.ui.learners.opening import DrillDown
from desktop.ui.today.presenter import TodayPresenter
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from tests.factories import add_learner
from tests.ui.centre import features_of
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press, type_text


class Day:
    """The screen over a real centre, with what it asked of the shell."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> None:
        self.workspace = workspace
        self.screen = TodayScreen(workspace.today, features_of(workspace, switch))
        qtbot.addWidget(self.screen)
        self.presenter = TodayPresenter(self.screen, Services(workspace), InlineJobRunner())
        self.opened: list[tuple[str, object]] = []
        self.undos: list[object] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        self.screen.undo_offered.connect(lambda _text, undo: self.undos.append(undo))
        self.screen.resize(1000, 640)
        self.screen.show()

    def shown(self) -> list[str]:
        """Headings and lines."""
        self.screen.enter(None)
        return self.screen.lines.shown()


@pytest.fixture
def day(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Day:
    return Day(qtbot, workspace, switch)


def promise(workspace: Workspace, given: str, days: int) -> object:
    learner = add_learner(workspace, given, village="4")
    today = workspace.today()
    ContactService(workspace).add(
        learner,
        {
            "contact_kind": "home_visit",
            "on": (today - timedelta(days=20)).isoformat(),
            "text": "ได้คุยกัน",
            "next_on": (today + timedelta(days=days)).isoformat(),
            "next_text": "พาไปโรงเรียน",
        },
    )
    return learner


def test_lines_stand_by_urgency_with_their_reason(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", -3)
    promise(workspace, "มะลิ", 2)

    assert day.shown() == [
        "วันนี้",
        "ดาวเรือง · นัดไว้: พาไปโรงเรียน · เลยมา 3 วัน",
        "สัปดาห์นี้",
        "มะลิ · นัดไว้: พาไปโรงเรียน · อีก 2 วัน",
    ]


def test_enter_opens_the_place(day: Day, workspace: Workspace) -> None:
    learner = promise(workspace, "ดาวเรือง", 0)
    day.shown()

    press(day.screen.lines, Qt.Key.Key_Return)

    assert day.opened == [page_of(learner, "visits")]


def test_done_by_keyboard_and_undone(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", 0)
    before = day.shown()

    press(day.screen.lines, Qt.Key.Key_Return, "", Qt.KeyboardModifier.ControlModifier)
    assert day.shown() == []
    day.undos[0]()  # type: ignore[operator]

    assert day.shown() == before


def test_postponed_until_a_day(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", 0)
    day.shown()

    press(day.screen.lines, Qt.Key.Key_D, "", Qt.KeyboardModifier.ControlModifier)
    chips = day.screen.aside.findChildren(Button)
    chip = next(b for b in chips if b.isVisible() and b.text() == "สัปดาห์หน้า")
    chip.click()

    assert day.shown() == []
    assert TodayService(workspace).get().postponed == 1


def test_dismissed_only_with_a_reason(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", 0)
    day.shown()
    press(day.screen.lines, Qt.Key.Key_Delete)

    press(day.screen.aside.reason, Qt.Key.Key_Return)
    assert "เหตุผล" in day.screen.aside.reason_row.problem
    type_text(day.screen.aside.reason, "ย้ายไปอยู่กับป้า")
    press(day.screen.aside.reason, Qt.Key.Key_Return)

    assert day.shown() == []
    assert len(day.undos) == 1


def test_escape_leaves_the_question(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", 0)
    day.shown()
    press(day.screen.lines, Qt.Key.Key_Delete)

    press(day.screen.lines, Qt.Key.Key_Escape)

    assert day.screen.aside.asking == ""
    assert len(day.shown()) == 2


def test_an_empty_day_and_an_empty_centre(day: Day, workspace: Workspace) -> None:
    day.shown()
    assert day.screen.states.empty.button.text() == "ไปหน้าผู้เรียนรู้"

    add_learner(workspace)
    day.shown()

    assert day.screen.states.currentWidget() is day.screen.states.empty
    assert day.screen.states.empty.button.text() == "ดูรายชื่อผู้เรียนรู้"


def test_while_the_first_download_runs_the_day_says_so(day: Day, workspace: Workspace) -> None:
    with workspace.write() as session:
        session.add(Setting(user="", name="first_download", value=True))
    day.shown()
    assert "กำลังรับ" in day.screen.states.empty._title.typed
    day.screen.states.empty.button.click()
    assert day.opened == [("sync", None)]


def test_everybody_behind_a_reason(day: Day, workspace: Workspace) -> None:
    learner = promise(workspace, "ดาวเรือง", 0)
    day.shown()

    day.screen.all_requested.emit("promise")

    [(key, asked)] = day.opened
    assert key == "learners"
    assert isinstance(asked, DrillDown)
    assert asked.query.ids == (learner,)
    assert asked.title == "นัดหมายไว้"


def test_chips_show_one_kind(day: Day, workspace: Workspace) -> None:
    promise(workspace, "ดาวเรือง", 0)
    day.shown()

    # Chosen when there were some; none is left by now.
    day.screen.chips.set_value(["review_due"])
    assert day.shown() != []
    day.screen.chips.set_value(["promise"])
    day.screen.retranslate()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert len(day.shown()) == 2


def test_the_words_follow_the_language(
    qtbot: QtBot, day: Day, workspace: Workspace, switch: LanguageSwitch
) -> None:
    promise(workspace, "ดาวเรือง", -1)
    day.shown()

    switch.choose(Language.ENGLISH)

    qtbot.waitUntil(
        lambda: (
            day.screen.lines.shown() == ["Today", "ดาวเรือง · Promised: พาไปโรงเรียน · 1 day late"]
        )
    )


def test_a_review_that_is_due_opens_its_plan(day: Day, workspace: Workspace) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    plans = PlanService(workspace)
    plan = plans.start(learner)
    plans.add_goal(plan, {"text": "อ่านออก", "dimension": "E"})
    plans.set_status(plan, "agreed")
    plans.set_status(plan, "active")
    plans.save(plan, {"next_review_on": (workspace.today() - timedelta(days=2)).isoformat()})
    day.shown()

    press(day.screen.lines, Qt.Key.Key_Return)

    assert day.opened == [("plan", plan)]
