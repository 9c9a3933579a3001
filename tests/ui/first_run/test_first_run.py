"""First run: three ways in, what is missing, and the tambon picker."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.services.sign_in import Beginning, Joining
from desktop.ui.first_run.area_picker import AreaPicker
from desktop.ui.first_run.screen import FirstRunScreen
from desktop.ui.widgets.form_row import FormRow
from tests.ui.typing import press, type_text


def made(qtbot: QtBot) -> tuple[FirstRunScreen, list[object]]:
    screen = FirstRunScreen()
    qtbot.addWidget(screen)
    wishes: list[object] = []
    screen.begin_requested.connect(wishes.append)
    screen.join_requested.connect(wishes.append)
    screen.show()
    return screen, wishes


def problems(screen: FirstRunScreen) -> list[str]:
    return [row.problem for row in screen.findChildren(FormRow) if row.problem]


def give_passcode(screen: FirstRunScreen) -> None:
    type_text(screen.passcode, "จำง่าย99")
    type_text(screen.again, "จำง่าย99")


def test_a_new_centre_is_begun(qtbot: QtBot) -> None:
    screen, wishes = made(qtbot)
    press(screen.card("new"), Qt.Key.Key_Return)
    type_text(screen.centre, "ศูนย์แม่สวด")
    type_text(screen.area.search, "แม่สวด")
    screen.area.offered()[0].click()
    type_text(screen.user, "ครูดาว")
    give_passcode(screen)

    press(screen.again, Qt.Key.Key_Return)

    assert wishes == [Beginning("ศูนย์แม่สวด", "580604", "ครูดาว", "จำง่าย99")]
    assert not screen.start_button.isEnabled()


def test_the_sample_asks_only_for_a_name_and_a_passcode(qtbot: QtBot) -> None:
    screen, wishes = made(qtbot)
    screen.choose("sample")
    assert not screen.centre.isVisible()
    type_text(screen.user, "ครูดาว")
    give_passcode(screen)

    screen.start_button.click()

    assert wishes == [Beginning("ศูนย์ตัวอย่าง", "", "ครูดาว", "จำง่าย99", sample=True)]


def test_joining_takes_the_address_and_the_code(qtbot: QtBot) -> None:
    screen, wishes = made(qtbot)
    screen.choose("join")
    type_text(screen.url, "hub.example.go.th")
    type_text(screen.code, "AB12-CD34")
    type_text(screen.user, "ครูดาว")
    give_passcode(screen)

    screen.start_button.click()

    assert wishes == [Joining("hub.example.go.th", "AB12-CD34", "ครูดาว", "จำง่าย99")]


def test_joining_through_a_proxy_and_without_encryption(qtbot: QtBot) -> None:
    screen, wishes = made(qtbot)
    screen.choose("new")
    assert not screen.way.isVisible()
    screen.choose("join")
    type_text(screen.url, "http://192.0.2.1")
    type_text(screen.code, "AB12-CD34")
    type_text(screen.user, "ครูดาว")
    give_passcode(screen)
    screen.way.proxy_button.click()
    type_text(screen.way.proxy, "proxy:8080")
    screen.start_button.click()
    screen.show_refused(UserError("hub_plain_address", address="http://192.0.2.1"))
    assert "http" in screen.banner.text
    screen.way.unencrypted.box.click()
    screen.start_button.click()

    known = ("http://192.0.2.1", "AB12-CD34", "ครูดาว", "จำง่าย99", "proxy:8080")
    assert wishes == [Joining(*known), Joining(*known, unencrypted=True)]
    screen.show_refused(UserError("hub_proxy_sign_in"))
    assert "พร็อกซี" in screen.way.proxy_row.problem


def test_everything_missing_is_marked_at_its_field(qtbot: QtBot) -> None:
    screen, wishes = made(qtbot)
    screen.choose("new")
    type_text(screen.passcode, "จำง่าย99")
    type_text(screen.again, "จำง่าย98")

    screen.start_button.click()

    assert wishes == []
    assert problems(screen) == [
        "ตั้งชื่อศูนย์ก่อน",
        "เลือกตำบลของศูนย์ก่อน",
        "บอกชื่อของคุณก่อน",
        "สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่",
    ]


def test_a_refused_code_keeps_what_was_typed(qtbot: QtBot) -> None:
    screen, _wishes = made(qtbot)
    screen.choose("join")
    type_text(screen.url, "hub.example.go.th")
    type_text(screen.code, "ผิด")
    type_text(screen.user, "ครูดาว")
    give_passcode(screen)
    screen.start_button.click()

    screen.show_refused(UserError("hub_bad_code"))

    assert "รหัสเข้าร่วม" in screen.banner.text
    assert screen.url.value() == "hub.example.go.th"
    assert screen.start_button.isEnabled()
    press(screen.code, Qt.Key.Key_Escape)
    assert screen.choosing


def test_going_down_from_the_province(qtbot: QtBot) -> None:
    picker = AreaPicker()
    qtbot.addWidget(picker)
    picked: list[str] = []
    picker.picked.connect(picked.append)

    picker.set_value("580604")
    assert picker.province.currentText() == "แม่ฮ่องสอน"
    assert picker.district.currentText() == "สบเมย"
    picker.province.set_value("50")
    picker.province.chosen.emit("50")

    assert picked == [""]
    assert picker.value() == ""
    assert picker.district.count() == 25
    assert not picker.tambon.isEnabled()
