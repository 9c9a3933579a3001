"""Sticks, neighbours and laptops on the screen: what is chosen, what is said, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.models.program import SetAside
from desktop.services.sync.bundles import BundleService
from desktop.services.sync.near import NearService
from desktop.services.sync.scheduler import LinkPhase, SchedulerState
from desktop.ui.sync.drives import Drive, drives_of
from desktop.ui.sync.exchange_presenter import ExchangePresenter
from desktop.ui.sync.presenter import SyncPresenter
from desktop.ui.sync.screen import STATUS, STICK, SyncScreen
from desktop.ui.sync.stick import DONE, WHAT, WHERE
from desktop.ui.sync_watch import SyncWatch
from desktop.ui.widgets.qr_code import QrCode
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press, type_text


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path / "province")
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


class Shown:
    """The screen of one laptop with its presenters, and the sticks that are plugged in."""

    def __init__(self, qtbot: QtBot, laptop: Laptop) -> None:
        jobs = InlineJobRunner()
        self.drives: list[Drive] = []
        self.watch = SyncWatch(laptop.sync, laptop.services.settings, jobs)
        self.screen = SyncScreen()
        qtbot.addWidget(self.screen)
        self.services = laptop.services
        own = ("127.0.0.1", "192.168.1.20", "fd00::2")
        self.presenters = (
            SyncPresenter(self.screen, self.services, self.watch, jobs),
            ExchangePresenter(
                self.screen, self.services, self.watch, jobs, lambda: self.drives, lambda: own
            ),
        )
        self.screen.resize(1100, 640)
        self.screen.show()
        self.screen.enter("stick")


def test_what_waits_goes_to_the_province_on_a_stick(
    qtbot: QtBot, province: Province, stick: Path
) -> None:
    laptop = province.join()
    add_learner(laptop.workspace)
    shown = Shown(qtbot, laptop)
    pane = shown.screen.stick
    assert shown.screen.tabs.currentIndex() == STICK
    waiting = laptop.sync.status().waiting
    assert f"เขียน {waiting} รายการ" in pane.to_province.text.typed

    pane.to_province.opened.emit()
    assert pane.pages.currentIndex() == WHERE
    assert not pane.go_button.isEnabled()
    # Plugged in now: it appears, and is chosen.
    shown.drives.append(Drive("KINGSTON", stick, 7_400_000_000))
    pane.look_wanted.emit("province")
    assert pane.places.item(0).text() == f"KINGSTON\n{stick} · ว่าง 7.4 กิกะไบต์"
    press(pane.places, Qt.Key.Key_Return)

    assert pane.pages.currentIndex() == DONE
    (file,) = stick.iterdir()
    assert f"เขียนแล้ว {waiting} รายการ" in pane.done_words
    assert file.name in pane.done_words
    assert "ถอดแฟลชไดรฟ์ได้แล้ว" in pane.done_words
    assert laptop.sync.status().waiting == waiting


def test_a_receipt_is_found_on_the_stick_and_taken(
    qtbot: QtBot, province: Province, stick: Path
) -> None:
    laptop = province.join()
    add_learner(laptop.workspace)
    waiting = laptop.sync.status().waiting
    out = BundleService(laptop.workspace).write(stick / "out.bundle").path
    (stick / "back.receipt").write_bytes(province.hub.accept_bundle(out.read_bytes())[0])
    shown = Shown(qtbot, laptop)
    shown.drives.append(Drive("KINGSTON", stick, 1))
    pane = shown.screen.stick

    pane.take_in.opened.emit()
    # The bundle itself is for the province, so it is not offered.
    assert [pane.places.item(row).text() for row in range(pane.places.count())] == [
        f"back.receipt\n{stick}"
    ]
    pane.go_button.click()

    assert "ได้ใบรับ" in pane.done_words
    assert f"จังหวัดได้รับของเครื่องนี้แล้ว {waiting} รายการ" in pane.done_words
    assert "ไม่มีอะไรรอส่งแล้ว" in pane.done_words
    press(pane, Qt.Key.Key_Escape)
    assert pane.pages.currentIndex() == WHAT
    pane.choose_file = lambda: out
    pane.take_in.opened.emit()
    pane.other_button.click()
    assert pane.pages.currentIndex() == WHERE
    assert pane.problem.isVisibleTo(pane)


def test_a_stick_that_was_pulled_out_is_a_sentence(
    qtbot: QtBot, province: Province, stick: Path
) -> None:
    laptop = province.join()
    shown = Shown(qtbot, laptop)
    shown.drives.append(Drive("KINGSTON", stick, 1))
    pane = shown.screen.stick
    pane.to_province.opened.emit()
    stick.rmdir()

    pane.go_button.click()

    assert pane.pages.currentIndex() == WHERE
    assert pane.problem.isVisibleTo(pane)
    stick.mkdir()
    pane.go_button.click()
    assert pane.pages.currentIndex() == DONE


def test_a_file_for_another_laptop(qtbot: QtBot, province: Province, stick: Path) -> None:
    laptop, office = province.join(), province.join()
    add_learner(laptop.workspace)
    laptop.carrying.find(office.id)
    shown = Shown(qtbot, laptop)
    shown.drives.append(Drive("KINGSTON", stick, 1))
    pane = shown.screen.stick
    letters = office.sync.status().letters

    pane.to_laptop.opened.emit()
    assert pane.laptop.currentText() == f"เครื่อง {letters}"
    pane.go_button.click()

    (file,) = stick.iterdir()
    assert f"-{letters}-" in file.name
    assert "รับแฟ้มที่มีคนนำมา" in pane.done_words


def test_a_laptop_that_never_joined_has_nobody_to_write_for(qtbot: QtBot) -> None:
    screen = SyncScreen()
    qtbot.addWidget(screen)
    screen.stick.show_waiting(3, enrolled=False)
    assert not screen.stick.to_province.isEnabled()
    assert not screen.stick.take_in.isEnabled()


def test_neighbours_are_let_in_by_an_address_and_its_code(qtbot: QtBot, province: Province) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    add_learner(village.workspace)
    shown = Shown(qtbot, office)
    pane = shown.screen.near
    assert pane.state.text == "ปิดอยู่"
    assert pane.qr.text == ""

    pane.serve_button.click()
    try:
        port = shown.services.near.port
        assert port
        assert pane.state.text == "เปิดรับอยู่"
        assert pane.addresses_shown == f"192.168.1.20:{port}\nหรือ [fd00::2]:{port}"
        assert pane.qr.text == f"http://192.168.1.20:{port}"
        visited = NearService(village.workspace, village.carrying).visit(f"127.0.0.1:{port}")
        shown.screen.entered.emit()
        (line,) = pane.visits_shown
        letters = village.sync.status().letters
        assert f"เครื่อง {letters} · ให้มา {visited.sent} · ได้ไป 0" in line
    finally:
        # Whoever leaves ends it.
        shown.services.close()
    assert shown.services.near.port == 0


def test_a_visit_is_said_in_words_and_its_address_remembered(
    qtbot: QtBot, province: Province
) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    add_learner(village.workspace)
    serving = NearService(office.workspace, office.carrying)
    port = serving.start("127.0.0.1", 0)
    shown = Shown(qtbot, village)
    pane = shown.screen.near
    try:
        pane.visit_button.click()
        assert pane.address_row.problem == "ใส่ที่อยู่ก่อน"
        type_text(pane.address, f"127.0.0.1:{port}")
        waiting = village.sync.status().waiting
        pane.visit_button.click()
        assert f"ฝากไว้ที่เครื่องนั้น {waiting} รายการ" in pane.result
        assert pane.visit_button.isEnabled()
        pane.visit_button.click()
        assert "ไม่มีอะไรต้องฝากเพิ่ม" in pane.result
    finally:
        serving.stop()
    pane.visit_button.click()
    assert pane.problem.isVisibleTo(pane)
    assert village.sync.status().waiting == waiting


def test_the_laptops_and_what_the_diagnostic_file_holds(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    laptop, other = province.join(), province.join()
    add_learner(laptop.workspace, "ดาวเรืองลับ")
    laptop.carrying.find(other.id)
    shown = Shown(qtbot, laptop)
    pane = shown.screen.laptops
    model = pane.table.model
    cells = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert cells == [
        [f"{laptop.workspace.user.name} · {laptop.sync.status().letters}", "เครื่องนี้"],
        [other.sync.status().letters, "ใช้อยู่"],
    ]

    pane.preview_button.click()
    seen = pane.preview.toPlainText()
    assert laptop.id in seen
    assert "ดาวเรืองลับ" not in seen
    pane.choose_save = lambda name: tmp_path / name
    pane.save_button.click()
    written = (tmp_path / f"sync-{laptop.sync.status().letters}.json").read_text("utf-8")
    assert laptop.id in written
    pane.save_button.click()
    assert pane.banner.isVisibleTo(pane)
    pane.preview_button.click()
    assert not pane.preview.isVisibleTo(pane)


def test_a_laptop_that_was_shut_out_is_told_what_to_do(qtbot: QtBot, province: Province) -> None:
    laptop = province.join()
    add_learner(laptop.workspace)
    shown = Shown(qtbot, laptop)
    screen = shown.screen
    screen.tabs.setCurrentIndex(STATUS)
    shown.watch.look()
    assert screen.status.isVisible()

    shown.watch.state = SchedulerState(LinkPhase.REFUSED, refused=UserError("hub_revoked"))
    shown.watch.changed.emit()

    assert not screen.status.isVisible()
    assert screen.revoked.isVisible()
    waiting = laptop.sync.status().waiting
    assert f"งานที่ยังไม่ส่ง {waiting} รายการยังอยู่ครบ" in screen.revoked.words
    screen.revoked.stick_button.click()
    assert screen.tabs.currentIndex() == STICK
    assert screen.stick.pages.currentIndex() == WHERE


def test_the_next_look_and_a_metered_link_are_said(qtbot: QtBot, province: Province) -> None:
    laptop = province.join()
    shown = Shown(qtbot, laptop)
    screen = shown.screen
    shown.watch.look()
    shown.watch.online = False
    shown.watch.scheduler.next_look = 1_795_323_600.0
    shown.watch.changed.emit()
    assert "ติดต่อศูนย์จังหวัดไม่ได้ตอนนี้ · ตรวจครั้งต่อไป 12:00" in screen.status.words

    screen.status.metered.setChecked(True)
    assert "ส่งเมื่อกดส่งเองเท่านั้น" in screen.status.words


def test_what_was_set_aside_says_why_and_what_to_do(qtbot: QtBot, province: Province) -> None:
    laptop = province.join()
    learner = add_learner(laptop.workspace, "มะลิ")
    with laptop.workspace.database.write(applying=True) as session:
        for device, reason in (
            (b"elsewhe.", "wrong_type:given"),
            (bytes.fromhex(laptop.id), "too_large"),
        ):
            session.add(
                SetAside(
                    device=device, epoch=1, lane=1, seq=9, record_id=learner, kind="learner",
                    reason=reason, payload=b"", at=laptop.workspace.now(),
                )
            )  # fmt: skip
    shown = Shown(qtbot, laptop)

    words = "\n".join(shown.screen.set_aside.shown())

    assert "อ่านช่อง ชื่อ ไม่ออก" in words
    assert "ติดตั้งโปรแกรมรุ่นใหม่" in words
    assert "ใหญ่เกินกว่าที่จังหวัดรับได้" in words
    assert shown.screen.set_aside.retry_button.isVisibleTo(shown.screen.set_aside)
    shown.screen.set_aside.show_rows([])
    assert not shown.screen.set_aside.isVisibleTo(shown.screen)


def test_sticks_are_told_by_where_they_are_mounted() -> None:
    mounted = [
        Drive("system", Path("/"), 1),
        Drive("b", Path("/run/media/kru/b"), 1),
        Drive("a", Path("/media/kru/a"), 1),
        Drive("home", Path("/home"), 1),
    ]
    assert [each.name for each in drives_of(mounted)] == ["a", "b"]


def test_the_code_on_the_screen_is_dark_on_white_with_its_edge(qtbot: QtBot) -> None:
    code = QrCode()
    qtbot.addWidget(code)
    code.set_text("http://192.168.1.20:8461")
    image = code.grab().toImage()
    side = code.width()
    colours = {image.pixelColor(x, side // 2).lightness() for x in range(side)}
    assert {0, 255} <= colours
    # The corner mark begins four modules in: black there, white around it.
    dark = [x for x in range(side) if image.pixelColor(x, x).lightness() == 0]
    assert dark[0] >= side // 12
