"""A case's page: its next step on top, all that happened below; and a walk by keys to its end."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.forms.field import holds_focus
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.referrals.board import ReferralBoardScreen
from desktop.ui.referrals.new_screen import NewReferralScreen
from desktop.ui.referrals.page import ReferralScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.choices import ChoiceField
from tests.services.referrals.course import DAY, PATHS, lead
from tests.subjects.referrals import AGENCY, refer
from tests.ui.typing import press, type_text


def page(shell: Shell, known: UUID) -> ReferralScreen:
    shell.open("referral", known)
    assert isinstance(shell.current, ReferralScreen)
    return shell.current


def course(screen: ReferralScreen) -> list[str]:
    """What the timeline tells, from its top."""
    return [f"{each.title}: {each.detail}" for each in screen.timeline._events]


def test_the_next_step_is_on_top_and_its_button_takes_it(shell: Shell, services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {"service": "health"}), PATHS["sent"])
    screen = page(shell, known)
    assert screen.step.title.typed == "ขั้นต่อไป: โทรถามว่าได้รับเรื่องแล้วหรือยัง"
    assert "ยังไม่ตอบ · ภายใน 30 พ.ย. 2569" in screen.step.why.typed
    assert screen.step.button.text() == "ผู้รับรับเรื่องแล้ว"
    assert QApplication.focusWidget() is screen.step.button
    press(screen.step.button, Qt.Key.Key_Space)
    form = screen.moves_card.form
    assert form is not None
    assert form.code == "acknowledge"
    assert holds_focus(form)
    screen.step.button.click()
    assert screen.moves_card.form is form


def test_without_consent_the_next_step_is_to_ask_for_it(shell: Shell, services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    learner = services.referrals.get(known).row.learner_id
    (state,) = [each for each in services.consents.states(learner) if each.purpose == "referral"]
    assert state.latest is not None
    services.consents.withdraw(state.latest.id)
    screen = page(shell, known)
    assert screen.step.property("tone") == "danger"
    screen.step.button.click()
    assert isinstance(shell.current, LearnerScreen)
    assert shell.current.tab == "profile"


def test_before_it_is_sent_the_way_to_a_consent_for_that_agency_is_one_press(
    qtbot: QtBot, shell: Shell, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    other = services.partners.add({"name": "วิทยาลัยตัวอย่าง"})
    services.referrals.edit(known, {"partner_id": other})
    screen = page(shell, known)
    assert screen.step.title.typed == "ขั้นต่อไป: ขอความยินยอมให้ส่งต่อ"
    assert "send" in screen.moves_card.buttons, "another basis may be chosen there"
    screen.step.button.click()
    learner = shell.current
    assert isinstance(learner, LearnerScreen)
    key = "referral|วิทยาลัยตัวอย่าง"
    tab = learner.built("profile")
    assert isinstance(tab, ProfileTab)
    consents = tab.consents
    qtbot.waitUntil(lambda: key in consents.rows and consents.rows[key].answering)
    row = consents.rows[key]
    assert row.form.values()["recipient"] == "วิทยาลัยตัวอย่าง"
    learner.refresh(frozenset({"learner"}))
    assert consents.rows[key] is row
    assert row.answering
    services.consents.record(
        services.referrals.get(known).row.learner_id,
        {"referral": True},
        {"recipient": "วิทยาลัยตัวอย่าง"},
    )
    assert page(shell, known).step.title.typed == "ขั้นต่อไป: ส่งเรื่อง"


def test_without_a_receiver_the_keyboard_goes_to_choosing_one(
    shell: Shell, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {"partner_id": None})
    screen = page(shell, known)
    assert not screen.step.offers
    assert holds_focus(screen.form.field("partner_id"))


def test_whoever_was_not_heard_since_the_service_is_to_be_met_first(
    shell: Shell, services: Services
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    screen = page(shell, known)
    assert screen.step.button.text() == "บันทึกการพบ"
    screen.step.button.click()
    assert isinstance(shell.current, LearnerScreen)
    assert shell.current.tab == "visits"
    learner = services.referrals.get(known).row.learner_id
    services.contacts.add(learner, {"contact_kind": "home_visit", "text": "ได้แว่นแล้ว"})
    screen = page(shell, known)
    assert screen.step.button.text() == "ปิดเรื่อง"
    assert screen.step.title.typed == "ขั้นต่อไป: ปิดเรื่อง"


def test_the_agency_stands_there_as_who_answered(shell: Shell, services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    screen = page(shell, known)
    screen.step.button.click()
    form = screen.moves_card.form
    assert form is not None
    assert form.values()["institution"] == AGENCY


def test_all_that_happened_stands_in_the_order_of_time(
    shell: Shell, workspace: Workspace, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    learner = services.referrals.get(known).row.learner_id
    services.contacts.add(
        learner, {"contact_kind": "home_visit", "text": "ก่อนส่งต่อ", "on": "1/11/2569"}
    )
    screen = page(shell, known)
    assert screen.course.isHidden()
    days = ("10/11/2569", "12/11/2569", "13/11/2569")
    services.referrals.move(known, "send", {"channel": "slip", "done_on": days[0]})
    services.contacts.add(learner, {"contact_kind": "home_visit", "text": "แม่ถามถึง", "on": days[1]})
    services.referrals.move(
        known, "acknowledge", {"channel": "phone", "institution": "ห้องบัตร", "done_on": days[2]}
    )
    services.tries.note("referral", known, {"whom": "agency"})
    screen = page(shell, known)
    told = course(screen)
    assert [line.partition(":")[0] for line in told] == [
        "โทรศัพท์", "ผู้รับรับเรื่องแล้ว", "เยี่ยมบ้าน", "ส่งเรื่อง",
    ]  # fmt: skip
    assert services.referrals.get(known).row.number in told[3]
    assert "ห้องบัตร" in told[1]
    assert "แม่ถามถึง" in told[2]
    assert not any("ก่อนส่งต่อ" in line for line in told)
    event = next(each for each in screen.timeline._events if each.key.startswith("contact:"))
    screen.timeline.opened.emit(event.key)
    assert isinstance(shell.current, LearnerScreen)
    assert shell.current.tab == "visits"


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab_to(wanted: QWidget, most: int = 120) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(most):
        here = focused()
        if here is wanted or wanted.isAncestorOf(here):
            return
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(f"not reached by Tab: {wanted}")


def choose(field: QWidget, code: str) -> None:
    """Choose by the arrow keys."""
    tab_to(field)
    assert isinstance(field, ChoiceField)
    for _ in range(40):
        if field.value() == code:
            return
        press(field, Qt.Key.Key_Down)
    raise AssertionError(f"no such choice: {code}")


def step(screen: ReferralScreen, facts: dict[str, str], code: str = "") -> None:
    """Take the next step, or another, by keys, and say what it asks."""
    tab_to(screen.moves_card.buttons[code] if code else screen.step.button)
    press(focused(), Qt.Key.Key_Space)
    form = screen.moves_card.form
    assert form is not None
    for name, said in facts.items():
        field = form.field(name)
        if isinstance(field, ChoiceField):
            choose(field, said)
        else:
            tab_to(field)
            type_text(focused(), said)
    press(focused(), Qt.Key.Key_Return)
    assert screen.moves_card.form is None, screen.moves_card.problem
    screen.refresh(frozenset({"referral"}))


def test_a_walk_by_keys_from_a_new_referral_to_the_ninety_days_check(
    shell: Shell, workspace: Workspace, services: Services
) -> None:
    learner = services.learners.add({"given": "ดอกแก้ว", "birth": "1990-05-05"}).id
    services.partners.add({"name": AGENCY})
    services.consents.record(learner, {"referral": True}, {"recipient": AGENCY})
    shell.open("referral_board")
    board = shell.current
    assert isinstance(board, ReferralBoardScreen)
    QTest.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    new = shell.current
    assert isinstance(new, NewReferralScreen)
    for name, words in (("learner_id", "ดอกแก้ว"), ("partner_id", "รพ.สต.")):
        tab_to(new.form.field(name))
        search = focused()
        type_text(search, words)
        press(search, Qt.Key.Key_Down)
        press(search, Qt.Key.Key_Return)
    choose(new.form.field("service"), "health")
    tab_to(new.form.field("reason"))
    type_text(focused(), "มองกระดานไม่เห็น")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = services.referrals.find()
    assert (row.learner_id, row.receiver, row.service) == (learner, AGENCY, "health")

    shell.open("referral_board")
    assert board.board.current_key() == row.id
    press(board.board.lists["draft"], Qt.Key.Key_Return)
    screen = shell.current
    assert isinstance(screen, ReferralScreen)
    assert QApplication.focusWidget() is screen.step.button
    step(screen, {"channel": "slip"})
    step(screen, {"channel": "phone", "institution": "ห้องบัตร"})
    step(screen, {})
    step(
        screen,
        {"extent": "whole", "served_what": "แว่นตา", "known_by": "agency", "institution": "ห้องบัตร"},
    )
    services.contacts.add(learner, {"contact_kind": "home_visit", "text": "ได้แว่นแล้ว"})
    screen.refresh(frozenset({"contact"}))
    step(screen, {"result": "entered", "known_by": "learner_says"})
    assert services.referrals.get(row.id).row.state == "closed"

    for days, check in ((31, "d30"), (60, "d90")):
        now = workspace.database.clock
        workspace.database.clock = lambda now=now, days=days: now() + days * DAY  # type: ignore[misc]
        shell.open("referral_board")
        (card,) = [each for column in board.board.columns for each in column.cards]
        assert (card.key, card.mark) == (row.id, "ถึงวันถามผล")
        press(board.board.lists[board.board.current_column()], Qt.Key.Key_Return)
        assert shell.current is screen
        step(
            screen,
            {"after_days": check, "check_result": "staying", "known_by": "learner_says"},
        )
    assert services.referrals.get(row.id).row.state == "followed_up"
    assert sum(line.startswith("บันทึกผลการติดตาม") for line in course(screen)) == 2
    shell.back()
    assert shell.current is board
    assert board.board.currentWidget() is board.board.empty
