"""Signing in: names, the passcode, what is said beside the field."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.sign_in.name_chips import Person
from desktop.ui.sign_in.screen import SignInScreen
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.labels import ThaiLabel
from tests.ui.typing import press, type_text

DAO = Person(uuid4(), "ครูดาว", "administrator")
MALI = Person(uuid4(), "ครูมะลิ", "facilitator")


def made(qtbot: QtBot, *people: Person) -> SignInScreen:
    screen = SignInScreen()
    qtbot.addWidget(screen)
    screen.show_people(people, people[0].user_id)
    screen.show()
    return screen


def words(screen: SignInScreen) -> list[str]:
    return [label.typed for label in screen.findChildren(ThaiLabel) if label.isVisible()]


def test_one_person_is_greeted_and_only_types(qtbot: QtBot) -> None:
    screen = made(qtbot, DAO)
    asked: list[tuple[object, str]] = []
    screen.sign_in_requested.connect(lambda who, passcode: asked.append((who, passcode)))

    type_text(screen.passcode, "วัดผล1234")
    press(screen.passcode, Qt.Key.Key_Return)

    assert "สวัสดี ครูดาว" in words(screen)
    assert "ใครใช้เครื่องอยู่" not in words(screen)
    assert asked == [(DAO.user_id, "วัดผล1234")]
    assert not screen.enter_button.isEnabled()


def test_another_name_is_picked(qtbot: QtBot) -> None:
    screen = made(qtbot, DAO, MALI)

    screen.choose(MALI.user_id)

    assert screen.chosen == MALI.user_id
    assert "สวัสดี ครูมะลิ" in words(screen)


def test_nothing_typed_is_said_beside_the_field(qtbot: QtBot) -> None:
    screen = made(qtbot, DAO)

    press(screen.passcode, Qt.Key.Key_Return)

    assert screen.row.problem == "พิมพ์รหัสผ่านก่อน"


def test_a_refusal_goes_with_the_next_key(qtbot: QtBot) -> None:
    screen = made(qtbot, DAO)
    type_text(screen.passcode, "ผิด")
    screen.show_refused("รหัสผ่านไม่ถูกต้อง")
    assert screen.row.problem == "รหัสผ่านไม่ถูกต้อง"

    type_text(screen.passcode, "ถ")

    assert screen.row.problem == ""
    assert screen.passcode.value() == "ถ"


def test_the_keyboards_language_and_caps_lock_are_told(qtbot: QtBot) -> None:
    screen = made(qtbot, DAO)

    type_text(screen.passcode, "ก")
    assert "แป้นพิมพ์เป็นภาษาไทย" in words(screen)
    press(screen.passcode, Qt.Key.Key_A, "A")
    assert "Caps Lock เปิดอยู่" in words(screen)
    press(screen.passcode, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert "แป้นพิมพ์เป็นภาษาอังกฤษ" in words(screen)


def test_the_language_is_asked_for(qtbot: QtBot, switch: LanguageSwitch) -> None:
    screen = made(qtbot, DAO)
    screen.language_chosen.connect(switch.choose)

    screen.language_chip(Language.ENGLISH).click()

    qtbot.waitUntil(lambda: "Hello, ครูดาว" in words(screen))
    assert screen.language_chip(Language.ENGLISH).isChecked()
