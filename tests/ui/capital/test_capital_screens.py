"""The list, the page and the map of community capital, by keyboard."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.ui.capital.map_screen import CapitalMapScreen
from desktop.ui.capital.page import CapitalScreen
from desktop.ui.capital.screen import CapitalsScreen
from desktop.ui.offers.new_screen import NewOfferScreen
from desktop.ui.shell.shell import Shell
from tests.ui.typing import press


@pytest.fixture
def capital(services: Services) -> list[UUID]:
    add = services.capital.add
    known = [
        add({"name": name, "village_id": village, "capital_type": kind})
        for name, village, kind in (
            ("ป่าต้นน้ำ", "3", "nature"),
            ("ป่าชุมชน", "3", "nature"),
            ("ลานวัด", "4", "physical"),
        )
    ]
    known.append(add({"name": "ไม่รู้ประเภท"}))
    return known


def the_map(shell: Shell) -> CapitalMapScreen:
    shell.open("capital_map")
    assert isinstance(shell.current, CapitalMapScreen)
    return shell.current


def listed(shell: Shell) -> list[str]:
    screen = shell.current
    assert isinstance(screen, CapitalsScreen)
    return sorted(
        row.name
        for place in range(screen.total)
        if (row := screen.table.model.row_at(place)) is not None
    )


def test_a_number_of_the_map_opens_its_list_by_the_keyboard(
    shell: Shell, capital: list[UUID]
) -> None:
    screen = the_map(shell)
    first = screen.table.numbers[0]
    assert QApplication.focusWidget() is first
    assert first.accessibleName() == "ธรรมชาติ · หมู่ 3: 2"
    press(first, Qt.Key.Key_Space)
    assert listed(shell) == ["ป่าชุมชน", "ป่าต้นน้ำ"]
    assert isinstance(shell.current, CapitalsScreen)
    assert "หมู่ 3" in str(shell.current.flags())
    shell.back()
    wanted = {each.accessibleName(): each for each in screen.table.numbers}
    wanted["ยังไม่ระบุประเภท · นอกหมู่บ้าน หรือยังไม่ระบุ: 1"].click()
    assert listed(shell) == ["ไม่รู้ประเภท"]
    shell.back()
    wanted["รวม · รวม: 4"].click()
    assert len(listed(shell)) == 4


def test_the_bars_say_their_numbers_in_words_and_open_their_kind(
    shell: Shell, capital: list[UUID]
) -> None:
    screen = the_map(shell)
    assert screen.bars.accessibleDescription() == "ธรรมชาติ, ทุนชุมชน, 2"
    screen.bars.setFocus()
    press(screen.bars, Qt.Key.Key_Down)
    assert screen.bars.accessibleDescription() == "กายภาพ/สถานที่, ทุนชุมชน, 1"
    press(screen.bars, Qt.Key.Key_Return)
    assert listed(shell) == ["ลานวัด"]


def test_an_empty_map_says_how_to_begin(shell: Shell) -> None:
    screen = the_map(shell)
    assert screen.state.currentWidget() is screen.state.empty


def test_what_is_offered_of_it_begins_with_what_is_known(
    shell: Shell, services: Services, capital: list[UUID]
) -> None:
    temple = services.partners.add({"name": "วัดตัวอย่าง"})
    services.capital.edit(capital[2], {"partner_id": temple})
    shell.open("capital", capital[2])
    page = shell.current
    assert isinstance(page, CapitalScreen)
    page.offer_button.click()
    form = shell.current
    assert isinstance(form, NewOfferScreen)
    form.form.save()
    (offer,) = services.offers.find()
    assert (offer.name, offer.capital_id, offer.partner_id) == ("ลานวัด", capital[2], temple)
    shell.open("capital", capital[2])
    assert page.offers.count() == 1


def test_a_table_wider_than_the_window_scrolls_by_itself(
    shell: Shell, capital: list[UUID], qtbot: QtBot
) -> None:
    screen = the_map(shell)
    area = screen.table.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    area.setFixedWidth(inside.minimumSizeHint().width() - 40)
    assert screen.minimumSizeHint().width() < 900
    bar = area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 40)
    tall = bar.sizeHint().height()
    qtbot.waitUntil(lambda: area.height() >= inside.minimumSizeHint().height() + tall)
