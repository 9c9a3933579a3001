"""A facilitator's day by the keyboard alone: where it stands is asked at each step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.services.learners.records import LearnerQuery
from desktop.services.sign_in import SignInService
from desktop.ui.duplicates.screen import DuplicatesScreen
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.printing import presenter
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.printing.preview import PreviewDialog
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import LanguageSwitch
from desktop.ui.window import open_window
from tests.end_to_end.hub_process import HubProcess
from tests.tour.story import PASSCODE, QUICK, Story
from tests.ui.window.hands import ALT, CONTROL, Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin(hands: Hands) -> None:
    hands.sign_in(PASSCODE)
    hands.screen(TodayScreen)


def test_somebody_is_registered_field_by_field(hands: Hands) -> None:
    begin(hands)
    hands.key(Qt.Key.Key_2, CONTROL)
    learners = hands.screen(LearnersScreen)
    hands.on(lambda: learners.head.search)
    hands.key(Qt.Key.Key_N, CONTROL)
    new = hands.screen(NewLearnerScreen)
    field = new.form.field

    hands.on(lambda: field("given"))
    hands.key(Qt.Key.Key_A, CONTROL)  # over the draft that was left
    hands.write("หน่อแอริ")
    for name, typed in (("surname", "ทดลองแป้น"), ("nickname", "ดาว")):
        hands.key(Qt.Key.Key_Tab)
        hands.on(lambda name=name: field(name))  # type: ignore[misc]
        hands.key(Qt.Key.Key_A, CONTROL)
        hands.write(typed)
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: field("sex"))
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: field("village"))
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: field("birth"))
    hands.write("1/2/2555")
    hands.tab_to(field("identity"), 6)
    hands.on(lambda: field("identity"))
    hands.write("1999900000013")
    for name, typed in (("carer", "นางแดง ทดลองแป้น"), ("relation", ""), ("phone", "0800000012")):
        hands.key(Qt.Key.Key_Tab)
        hands.on(lambda name=name: field(name))  # type: ignore[misc]
        if typed:
            hands.write(typed)
    hands.key(Qt.Key.Key_S, CONTROL)
    learner = hands.screen(LearnerScreen)
    hands.on(lambda: learner)

    (row,) = hands.session.services.lists.find(LearnerQuery(search="ทดลองแป้น"))
    assert (row.given, row.nickname, row.national_id) == ("หน่อแอริ", "ดาว", "1999900000013")
    assert row.birth_date is not None
    assert row.birth_date.iso() == "2012-02-01"


def test_consent_is_asked_and_kept(hands: Hands, story: Story) -> None:
    begin(hands)
    services = hands.session.services
    everybody = services.lists.ids(LearnerQuery(), 60)
    who = next(each for each in everybody if not services.consents.history(each))
    hands.session.shell.open("learner", who)
    learner = hands.screen(LearnerScreen)
    hands.on(lambda: learner)
    hands.key(Qt.Key.Key_2, ALT)
    hands.wait(lambda: learner.tab == "profile")
    profile = learner.built("profile")
    assert isinstance(profile, ProfileTab)
    hands.on(lambda: profile)

    hands.tab_to(profile.consents, 90)
    hands.on(lambda: profile.consents.paper)
    row = profile.consents.rows["plan"]
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: row.ask)
    hands.key(Qt.Key.Key_Return)
    hands.on(lambda: row.form.field("granted"))
    hands.key(Qt.Key.Key_Down)
    assert row.form.values()["granted"] == "yes"
    hands.tab_to(row.form.field("signer"), 8)
    hands.on(lambda: row.form.field("signer"))
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.write("นางแดง")
    powers = services.consents.signing(who).powers
    for name, wanted in (
        ("signer_relation", ("mother",)), ("signer_power", powers), ("child_agrees", (True,)),
    ):  # fmt: skip
        hands.tab_to(row.form.field(name), 6)
        hands.on(lambda name=name: row.form.field(name))  # type: ignore[misc]
        for _step in range(8):
            if row.form.values()[name] in wanted:
                break
            hands.key(Qt.Key.Key_Down)
        assert row.form.values()[name] in wanted
    hands.tab_to(row.form.save_button, 40)
    hands.on(lambda: row.form.save_button)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: bool(services.consents.history(who)))
    hands.on(lambda: row)


def modal(hands: Hands, kind: type[QDialog]) -> QDialog:
    """The dialog over everything, once it is of this kind."""
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def test_a_plan_is_looked_at_and_made_a_pdf(
    hands: Hands, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "documents_folder", lambda: tmp_path)
    begin(hands)
    hands.session.shell.open("plan", story.plan)
    plan = hands.screen(PlanScreen)
    hands.on(lambda: plan)
    hands.key(Qt.Key.Key_P, CONTROL)
    dialog = modal(hands, PrintDialog)
    assert isinstance(dialog, PrintDialog)
    hands.on(lambda: dialog.print_button)
    hands.key(Qt.Key.Key_Tab, SHIFT)
    hands.on(lambda: dialog.look_button)
    hands.key(Qt.Key.Key_Return)
    preview = modal(hands, PreviewDialog)
    hands.on(lambda: preview)
    hands.key(Qt.Key.Key_Escape)
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    hands.on(lambda: plan)

    hands.key(Qt.Key.Key_P, CONTROL)
    again = modal(hands, PrintDialog)
    assert isinstance(again, PrintDialog)
    hands.on(lambda: again.print_button)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: bool(list(tmp_path.glob("*.pdf"))))
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    hands.on(lambda: plan.done_bar)


def test_a_pair_is_decided(hands: Hands) -> None:
    begin(hands)
    hands.find("ตรวจคนซ้ำ")
    screen = hands.screen(DuplicatesScreen)
    hands.on(lambda: screen.table)
    before = len(screen.table.model.ids)
    assert before > 1
    hands.tab_to(screen.apart_button, 12)
    hands.on(lambda: screen.apart_button)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: len(screen.table.model.ids) == before - 1)
    hands.on(lambda: screen)

    hands.tab_to(screen.table, 40)
    hands.on(lambda: screen.table)
    hands.wait(lambda: screen.table.current_id() is not None)
    hands.tab_to(screen.sides, 14)
    hands.key(Qt.Key.Key_Space)
    hands.on(lambda: screen.sides)
    while not screen.sides.accept_button.isEnabled():
        # "All of the left" answers what is still open.
        hands.key(Qt.Key.Key_Tab)
        hands.on(lambda: screen.sides)
        hands.key(Qt.Key.Key_Space)
    hands.tab_to(screen.sides.accept_button, 6)
    hands.on(lambda: screen.sides.accept_button)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: len(screen.table.model.ids) == before - 2)
    hands.on(lambda: screen)


def test_a_conflict_is_decided(hands: Hands) -> None:
    begin(hands)
    conflicts = hands.session.services.conflicts
    before = len(conflicts.open())
    assert before
    hands.find("ข้อมูลไม่ตรงกัน")
    sync = hands.screen(SyncScreen)
    pane = sync.conflicts
    hands.on(lambda: pane.records)
    hands.tab_to(pane.pairs, 6)
    hands.on(lambda: pane.pairs)
    hands.key(Qt.Key.Key_Space)
    hands.tab_to(pane.pairs.accept_button, 6)
    hands.on(lambda: pane.pairs.accept_button)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: len(conflicts.open()) == before - 1)
    hands.on(lambda: sync)


def test_a_laptop_joins(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, switch: LanguageSwitch
) -> None:
    hub = HubProcess(tmp_path / "hub")
    hub.start()
    way_in = SignInService(tmp_path / "centre", QUICK)
    jobs = JobRunner()
    window = open_window(way_in.folder, qapp, jobs, way_in)
    qtbot.addWidget(window)
    try:
        code = hub.code(hub.new_centre())
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        hands = Hands(qtbot, window, jobs)
        first = window.first_run
        assert first is not None
        hands.on(lambda: first)
        hands.key(Qt.Key.Key_Return)
        for part, typed in (
            (first.url, hub.url), (first.code, code), (first.user, "ครูใหม่"),
            (first.passcode, PASSCODE), (first.again, PASSCODE),
        ):  # fmt: skip
            hands.tab_to(part, 8)
            hands.on(lambda part=part: part)  # type: ignore[misc]
            hands.write(typed)
        hands.key(Qt.Key.Key_Return)
        hands.wait(lambda: window.session is not None)
        hands.wait(lambda: window.sheet.page is not None)
        page = window.sheet.page
        assert page is not None
        hands.on(lambda: page.saving.save_button)
        hands.tab_to(page.later_button, 8)
        hands.on(lambda: page.later_button)
        hands.key(Qt.Key.Key_Return)
        today = hands.screen(TodayScreen)
        hands.on(lambda: today)
        assert hands.session.services.sync.status().enrolled
    finally:
        window.close()
        jobs.shutdown()
        hub.kill()
