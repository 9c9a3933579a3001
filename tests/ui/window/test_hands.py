"""A morning in the real window by the keyboard alone: where it stands is asked at each step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.learners.records import LearnerQuery
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.today.screen import TodayScreen
from tests.tour.story import PASSCODE
from tests.ui.window.hands import ALT, CONTROL, PATIENCE, Hands


def test_a_morning_by_the_keyboard_alone(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.sign_in(PASSCODE)
    today = hands.screen(TodayScreen)
    hands.on(lambda: today.lines)

    # What is done comes back by Ctrl+Z, and the keyboard stays on the day.
    before = len(today.lines.lines)
    hands.key(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(today.lines.lines) == before - 1, timeout=PATIENCE)
    hands.on(lambda: today.lines)
    hands.key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(today.lines.lines) == before, timeout=PATIENCE)
    hands.on(lambda: today.lines)

    # Register somebody.
    hands.key(Qt.Key.Key_2, CONTROL)
    learners = hands.screen(LearnersScreen)
    hands.on(lambda: learners.head.search)
    hands.key(Qt.Key.Key_N, CONTROL)
    new = hands.screen(NewLearnerScreen)
    hands.on(lambda: new.form.field("given"))
    hands.key(Qt.Key.Key_A, CONTROL)  # over the draft that was left
    hands.write("หน่อแอริ")
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: new.form.field("surname"))
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.write("ทดลองแป้นพิมพ์")
    hands.key(Qt.Key.Key_S, CONTROL)
    learner = hands.screen(LearnerScreen)
    hands.on(lambda: learner)
    qtbot.waitUntil(lambda: "ทดลองแป้นพิมพ์" in learner.title(), timeout=PATIENCE)

    # Rate a first round of HETT.
    hands.key(Qt.Key.Key_3, ALT)
    qtbot.waitUntil(lambda: learner.tab == "hett", timeout=PATIENCE)
    hett = learner.built("hett")
    assert isinstance(hett, HettTab)
    hands.on(lambda: hett.empty.button)
    hands.key(Qt.Key.Key_Return)
    hands.on(lambda: hett.rating)
    first = hands.focus
    hands.key(Qt.Key.Key_3)
    hands.on(lambda: hett.rating)
    assert hands.focus is not first

    # Plan: begin one, then back to the person by Alt+Left.
    hands.key(Qt.Key.Key_4, ALT)
    qtbot.waitUntil(lambda: learner.tab == "plan", timeout=PATIENCE)
    plans = learner.built("plan")
    assert isinstance(plans, PlanTab)
    hands.on(lambda: plans)
    hands.key(Qt.Key.Key_Return)
    plan = hands.screen(PlanScreen)
    hands.on(lambda: plan)
    hands.key(Qt.Key.Key_Left, ALT)
    hands.screen(LearnerScreen)
    hands.on(lambda: learner)

    # Whoever was registered is found again, and only once.
    session = window.session
    assert session is not None
    found = session.services.lists.find(LearnerQuery(search="ทดลองแป้นพิมพ์"))
    assert [row.given for row in found] == ["หน่อแอริ"]


def test_tab_comes_round_on_every_screen(hands: Hands) -> None:
    """No screen holds the keyboard: from its first thing Tab leads through all and back."""
    hands.sign_in(PASSCODE)
    hands.screen(TodayScreen)
    shell = hands.session.shell
    for entry in shell.features.rail:
        shell.open(entry.key)
        _comes_round(hands, entry.key)


def _comes_round(hands: Hands, key: str) -> None:
    shell = hands.session.shell
    hands.wait(lambda: shell.current_key == key)
    hands.on(lambda: shell.current)
    first, before = hands.focus, hands.focus
    for _step in range(120):
        hands.key(Qt.Key.Key_Tab)
        assert hands.focus is not before, key
        before = hands.focus
        if before is first:
            return
    raise AssertionError(key)
