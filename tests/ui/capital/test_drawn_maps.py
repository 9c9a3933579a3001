"""Hand-drawn maps by keyboard and by mouse: looked at, pins put, moved, taken off, opened."""

from __future__ import annotations

import io
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.ui import file_asking
from desktop.ui.capital.drawn_screen import DrawnMapScreen
from desktop.ui.capital.page import CapitalScreen
from desktop.ui.shell.shell import Shell
from tests.factories import picture
from tests.ui.typing import click, press, type_text


def sheet() -> bytes:
    """A photographed sheet of paper, twice as wide as it is high."""
    out = io.BytesIO()
    Image.new("RGB", (800, 400), "white").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def capital(services: Services) -> list[UUID]:
    return [services.capital.add({"name": name, "village_id": "3"}) for name in ("ป่าต้นน้ำ", "ลานวัด")]


@pytest.fixture
def drawn(services: Services) -> UUID:
    return services.maps.add(sheet(), {"title": "แผนที่เดินดิน", "village_id": "3"})


def opened(shell: Shell, at: object = None) -> DrawnMapScreen:
    shell.open("drawn_maps", at)
    assert isinstance(shell.current, DrawnMapScreen)
    return shell.current


def pins(services: Services, drawn: UUID) -> list[tuple[str, int, int]]:
    return [(pin.capital.name, pin.across, pin.down) for pin in services.maps.get(drawn).pins]


def test_a_pin_is_put_and_moved_by_the_keyboard_alone(
    shell: Shell, services: Services, capital: list[UUID], drawn: UUID, qtbot: QtBot
) -> None:
    screen = opened(shell)
    canvas = screen.canvas
    assert QApplication.focusWidget() is canvas
    assert canvas.drawn
    press(canvas, Qt.Key.Key_Return)
    assert canvas.cross == (500, 500)
    press(canvas, Qt.Key.Key_Left)
    press(canvas, Qt.Key.Key_Up, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert canvas.cross == (480, 499)
    assert "480" in canvas.accessibleDescription()
    press(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.left_buttons[0])
    press(screen.left_buttons[0], Qt.Key.Key_Return)
    assert pins(services, drawn) == [("ป่าต้นน้ำ", 480, 499)]
    assert canvas.cross is None
    assert [each.text() for each in screen.left_buttons] == ["ลานวัด"]

    # The other way round: first what, then where.
    press(screen.left_buttons[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is canvas
    assert "ลานวัด" in screen.asked.typed
    press(canvas, Qt.Key.Key_Escape)
    assert canvas.cross is None
    assert "ลานวัด" not in screen.asked.typed
    screen.left_buttons[0].click()
    press(canvas, Qt.Key.Key_Down)
    press(canvas, Qt.Key.Key_Return)
    assert pins(services, drawn)[1] == ("ลานวัด", 500, 520)
    assert screen.left_buttons == []

    (pin, _second) = services.maps.get(drawn).pins
    press(screen.rows.moves[pin.id], Qt.Key.Key_Space)
    assert canvas.cross == (480, 499)
    for _step in range(60):
        press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Return)
    assert pins(services, drawn)[0] == ("ป่าต้นน้ำ", 1000, 499)
    screen.rows.offs[pin.id].click()
    assert [name for name, _x, _y in pins(services, drawn)] == ["ลานวัด"]


def test_a_capital_that_is_typed_is_pinned_from_anywhere(
    shell: Shell, services: Services, drawn: UUID, capital: list[UUID]
) -> None:
    services.capital.add({"name": "กลุ่มทอผ้า", "village_id": "4"})
    screen = opened(shell)
    type_text(screen.search.box, "ทอผ้า")
    press(screen.search.box, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.canvas
    press(screen.canvas, Qt.Key.Key_Return)
    assert pins(services, drawn) == [("กลุ่มทอผ้า", 500, 500)]


def test_the_mouse_points_drags_and_zooms(
    shell: Shell, services: Services, capital: list[UUID], drawn: UUID, qtbot: QtBot
) -> None:
    screen = opened(shell)
    canvas = screen.canvas
    at = canvas.place_of(250, 750).toPoint()
    click(canvas, at)
    screen.left_buttons[1].click()
    name, across, down = pins(services, drawn)[0]
    assert name == "ลานวัด"
    assert abs(across - 250) <= 3
    assert abs(down - 750) <= 5
    screen.larger.click()
    screen.larger.click()
    assert canvas.zoom == pytest.approx(2.25)
    before = canvas.place_of(500, 500)
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = canvas.rect().center()
    QTest.mousePress(canvas, left, nothing, middle)
    QTest.mouseMove(canvas, middle + QPoint(20, 0))
    QTest.mouseMove(canvas, middle + QPoint(60, 0))
    QTest.mouseRelease(canvas, left, nothing, middle + QPoint(60, 0))
    assert canvas.place_of(500, 500).x() > before.x() + 30
    assert canvas.cross is None, "who drags does not point"
    press(canvas, Qt.Key.Key_0)
    assert canvas.zoom == 1.0
    click(canvas, canvas.place_of(across, down).toPoint())
    (pin,) = services.maps.get(drawn).pins
    assert QApplication.focusWidget() is screen.rows.names[pin.id]
    press(screen.rows.names[pin.id], Qt.Key.Key_Return)
    assert isinstance(shell.current, CapitalScreen)


def test_beyond_the_picture_nothing_is_pointed_at(
    shell: Shell, capital: list[UUID], drawn: UUID
) -> None:
    canvas = opened(shell).canvas
    over = canvas.place_of(500, 0).toPoint() - QPoint(0, 8)
    assert canvas.rect().contains(over)
    click(canvas, over)
    assert canvas.cross is None


def test_a_capitals_page_shows_its_map_and_begins_a_pin(
    shell: Shell, services: Services, capital: list[UUID], drawn: UUID
) -> None:
    other = services.maps.add(picture(), {"village_id": "4"})
    shell.open("capital", capital[0])
    page = shell.current
    assert isinstance(page, CapitalScreen)
    assert page.maps.count() == 0
    page.pin_button.click()
    screen = shell.current
    assert isinstance(screen, DrawnMapScreen)
    assert screen.detail is not None
    assert screen.detail.line.id == drawn, "that of its village"
    press(screen.canvas, Qt.Key.Key_Return)
    assert pins(services, drawn) == [("ป่าต้นน้ำ", 500, 500)]
    shell.open("drawn_maps", other)
    shell.open("capital", capital[0])
    item = page.maps.itemAt(0)
    assert item is not None
    button = item.widget()
    assert button is not None
    press(button, Qt.Key.Key_Return)
    assert shell.current is screen
    assert screen.detail.line.id == drawn
    assert QApplication.focusWidget() in screen.rows.names.values()


def test_a_picture_is_added_and_noted_of(
    shell: Shell, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(shell)
    assert screen.states.currentWidget() is screen.states.empty
    services.centre.save_village("3", {"name": "ห้วยปูลิง"})
    (tmp_path / "IMG_0001.jpg").write_bytes(sheet())
    monkeypatch.setattr(file_asking, "ask_open", lambda *_asked: tmp_path / "IMG_0001.jpg")
    press(screen.states.empty.button, Qt.Key.Key_Return)
    assert screen.detail is not None
    assert screen.detail.line.title == "แผนที่ชุมชนวาดมือ"
    assert screen.canvas.drawn
    screen.form.edited.emit("title", "เวทีหมู่ 3")
    screen.form.edited.emit("village_id", UUID(int=9).hex)
    assert screen.form.row("village_id").problem
    village = services.centre.villages()[0].id
    screen.form.edited.emit("village_id", village.hex)
    (line,) = services.maps.all()
    assert (line.title, line.village) == ("เวทีหมู่ 3", "3")
    (tmp_path / "paper.jpg").write_bytes(b"%PDF-1.7 x")
    screen.added.emit(tmp_path / "paper.jpg")
    assert screen.problem.text
    screen.hide_button.click()
    assert services.maps.all() == ()
    assert screen.states.currentWidget() is screen.states.empty


def test_who_only_reads_looks_and_opens(
    shell: Shell, services: Services, capital: list[UUID], drawn: UUID
) -> None:
    services.maps.put(drawn, capital[0], 100, 100)
    screen = opened(shell)
    screen.canvas.may_point = False
    press(screen.canvas, Qt.Key.Key_Return)
    assert screen.canvas.cross is None
    press(screen.canvas, Qt.Key.Key_Plus)
    assert screen.canvas.zoom > 1
