"""Sync on the screen: joining, sending, what waits, and what two people wrote at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.models.program import DeviceState
from desktop.services.all import Services
from desktop.services.settings import SettingService
from desktop.services.sync.hub_link import HubLinkService, Identifying
from desktop.services.sync.scheduler import LinkPhase, SchedulerState
from desktop.services.sync.service import SessionRow, SyncService
from desktop.services.workspace import Workspace
from desktop.ui.sync.presenter import SyncPresenter
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync_watch import METERED, SyncWatch
from desktop.ui.wording import sentence
from sync.address import Way
from sync.errors import Offline, Rejected
from sync.identity import Identity
from sync.joining import Joined, identify
from tests.factories import add_learner
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import type_text

RECORD = UUID(int=7)
WHEN = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)


class Hub:
    """Answers the wish to join as a hub would, or fails as it is told."""

    def __init__(self) -> None:
        self.failing: Exception | None = None
        self.codes: list[str] = []
        self.ways: list[Way] = []

    def __call__(self, way: Way, code: str, *_asked: object) -> Joined:
        self.codes.append(code)
        self.ways.append(way)
        if self.failing is not None:
            raise self.failing
        raise AssertionError("this test lets nobody join")


def made(
    qtbot: QtBot, workspace: Workspace, hub: Hub | None = None, asking: Identifying = identify
) -> tuple[SyncScreen, SyncWatch]:
    jobs = InlineJobRunner()
    services = Services(workspace)
    services.sync = SyncService(workspace, enrolling=hub or Hub())
    services.hub_link = HubLinkService(workspace, asking=asking)
    watch = SyncWatch(services.sync, services.settings, jobs)
    screen = SyncScreen()
    qtbot.addWidget(screen)
    # Kept on the screen as the shell keeps it.
    screen.setProperty("presenter", SyncPresenter(screen, services, watch, jobs))
    screen.resize(1000, 640)
    screen.show()
    screen.enter(None)
    return screen, watch


def test_before_joining_it_asks_for_the_address_and_the_code(
    qtbot: QtBot, workspace: Workspace
) -> None:
    hub = Hub()
    hub.failing = Rejected("bad_code")
    screen, _watch = made(qtbot, workspace, hub)
    assert screen.enrol.isVisible()
    assert not screen.status.isVisible()

    screen.enrol.button.click()
    assert screen.enrol.url_row.problem == "ใส่ที่อยู่ที่ได้รับมา"
    type_text(screen.enrol.url, "hub.example.go.th")
    type_text(screen.enrol.code, "AB12")
    screen.enrol.button.click()

    assert hub.codes == ["AB12"]
    assert "รหัสเข้าร่วม" in screen.enrol.code_row.problem
    assert screen.enrol.url.value() == "hub.example.go.th"
    assert screen.enrol.button.isEnabled()


def test_an_unencrypted_address_needs_a_tick_that_names_the_risk(
    qtbot: QtBot, workspace: Workspace
) -> None:
    hub = Hub()
    hub.failing = Rejected("plain_address")
    screen, _watch = made(qtbot, workspace, hub)
    card = screen.enrol
    type_text(card.url, "http://192.0.2.1")
    type_text(card.code, "AB12")
    assert not card.way.unencrypted.isVisible()

    card.button.click()

    assert "http" in card.url_row.problem
    assert card.code_row.problem == ""
    assert hub.ways[-1].unencrypted is False
    assert card.way.unencrypted.isVisible()
    card.way.unencrypted.box.click()
    card.button.click()
    assert hub.ways[-1].unencrypted is True
    type_text(card.url, "x")
    assert not card.way.unencrypted.isVisible()
    card.button.click()
    assert hub.ways[-1].unencrypted is False


def test_a_proxy_is_given_with_the_address(qtbot: QtBot, workspace: Workspace) -> None:
    hub = Hub()
    hub.failing = Offline("proxy_refused", status=403)
    screen, _watch = made(qtbot, workspace, hub)
    card = screen.enrol
    type_text(card.url, "hub.example.go.th")
    type_text(card.code, "AB12")
    assert not card.way.proxy_row.isVisible()
    card.way.proxy_button.click()
    type_text(card.way.proxy, "proxy:8080")
    card.button.click()
    assert hub.ways[-1].proxy == "http://proxy:8080"
    assert "พร็อกซี" in card.way.proxy_row.problem
    assert card.url_row.problem == card.code_row.problem == ""
    type_text(card.way.proxy, "/x")
    card.button.click()
    assert len(hub.ways) == 1
    assert "ไม่ถูกต้อง" in card.way.proxy_row.problem


def enrolled(workspace: Workspace) -> None:
    with workspace.write() as session:
        device = session.get_one(DeviceState, 1)
        device.hub_url, device.hub = "https://old.example", {"id": bytes(16), "scope": bytes(16)}
        device.hub_key = bytes(32)


def test_a_hub_that_moved_is_given_its_address(qtbot: QtBot, workspace: Workspace) -> None:
    enrolled(workspace)
    ways: list[Way] = []

    def elsewhere(way: Way) -> Identity:
        ways.append(way)
        return Identity(bytes(16), bytes(range(32)), bytes(32))

    screen, _watch = made(qtbot, workspace, asking=elsewhere)
    card = screen.hub
    assert card.words == "ที่อยู่ของจังหวัด https://old.example"
    assert not card.url.isVisible()
    card.change_button.click()
    card.move_button.click()
    assert card.url_row.problem == "ใส่ที่อยู่ที่ได้รับมา"
    assert ways == []

    type_text(card.url, "new.example")
    card.move_button.click()

    assert ways[0].address == "https://new.example"
    assert "ไม่ใช่ศูนย์จังหวัดที่เครื่องนี้เชื่อมไว้" in card.url_row.problem
    assert card.url.value() == "new.example"
    assert card.move_button.isEnabled()
    screen.allow(stick=True, near=True, move=False)
    assert not card.url.isVisible()


def test_a_proxy_is_set_and_taken_away(qtbot: QtBot, workspace: Workspace) -> None:
    enrolled(workspace)
    screen, _watch = made(qtbot, workspace)
    card = screen.hub
    told: list[str] = []
    screen.told.connect(told.append)
    card.change_button.click()
    card.proxy_use_button.click()
    type_text(card.way.proxy, "me:secret@proxy.example:8080")
    card.proxy_use_button.click()

    assert card.words == "ที่อยู่ของจังหวัด https://old.example · ผ่านพร็อกซี proxy.example:8080"
    assert told == ["เปลี่ยนแล้ว กำลังติดต่อจังหวัดทางใหม่"]
    assert card.way.proxy.value() == ""
    card.change_button.click()
    card.straight_button.click()
    assert card.words == "ที่อยู่ของจังหวัด https://old.example"


def test_an_unencrypted_way_is_told_in_red(qtbot: QtBot, workspace: Workspace) -> None:
    enrolled(workspace)
    with workspace.write() as session:
        session.get_one(DeviceState, 1).hub_url = "http://hub.example"
    screen, _watch = made(qtbot, workspace)
    assert "ไม่เข้ารหัส" in screen.hub.words


def test_no_link_while_joining_is_said_calmly(qtbot: QtBot, workspace: Workspace) -> None:
    hub = Hub()
    hub.failing = Offline("offline", reason="no route")
    screen, _watch = made(qtbot, workspace, hub)
    type_text(screen.enrol.url, "hub.example.go.th")
    type_text(screen.enrol.code, "AB12")

    screen.enrol.button.click()

    assert "ไม่มีเครือข่าย" in screen.enrol.code_row.problem


def test_what_waits_is_counted_by_kind(qtbot: QtBot, workspace: Workspace) -> None:
    add_learner(workspace, "ดาวเรือง")
    add_learner(workspace, "มะลิ")

    screen, _watch = made(qtbot, workspace)

    shown = screen.waiting.shown()
    counts = dict(zip(shown[::2], shown[1::2], strict=True))
    assert counts["ข้อมูลผู้เรียนรู้"] == "2"
    assert counts["ข้อมูลศูนย์"] == "1"


def test_the_status_says_where_it_stands(qtbot: QtBot, workspace: Workspace) -> None:
    screen, watch = made(qtbot, workspace)
    status = replace(watch.sync.status(), enrolled=True, waiting=12, last_sync=WHEN, receipt="8F3K")
    card = screen.status

    screen.show_status(status)
    card.show_state(status, SchedulerState(LinkPhase.OFFLINE), False, "")
    assert "ออฟไลน์ รอส่ง 12 รายการ" in card.words
    assert "ส่งถึงจังหวัดล่าสุด 20 พ.ย. 2569 14:05 · ใบรับ 8F3K" in card.words
    card.show_state(status, SchedulerState(LinkPhase.SENDING, 3, 12), True, "")
    assert "กำลังส่ง 3 จาก 12 รายการ" in card.words
    assert card.stop_button.isVisible()
    card.show_state(status, SchedulerState(LinkPhase.SENDING, 300, 1200, receiving=True), True, "")
    assert "กำลังรับ 300 จาก 1,200 รายการ" in card.words
    card.show_state(replace(status, waiting=0), SchedulerState(LinkPhase.WAITING), True, "")
    assert "ส่งถึงจังหวัดครบแล้ว" in card.words
    card.show_state(status, SchedulerState(LinkPhase.REFUSED), True, "ศูนย์จังหวัดยกเลิกสิทธิ์")
    assert "ศูนย์จังหวัดยกเลิกสิทธิ์" in card.words


def test_what_the_scheduler_says_reaches_the_gui_thread(qtbot: QtBot, workspace: Workspace) -> None:
    _screen, watch = made(qtbot, workspace)
    try:
        with qtbot.waitSignal(watch.changed):
            watch.start()
        qtbot.waitUntil(lambda: watch.state.phase is LinkPhase.NOT_ENROLLED)
    finally:
        watch.stop()

    assert watch.shown().online is None
    assert not watch.shown().enrolled
    assert watch.shown().waiting > 0


def test_a_metered_link_is_remembered(qtbot: QtBot, workspace: Workspace) -> None:
    screen, _watch = made(qtbot, workspace)

    screen.status.metered.setChecked(True)

    assert SettingService(workspace).get(METERED, laptop=True)
    again, _watch = made(qtbot, workspace)
    assert again.status.metered.isChecked()


def test_past_sessions_tell_time_size_and_receipt(qtbot: QtBot, workspace: Workspace) -> None:
    screen, _watch = made(qtbot, workspace)
    ended = datetime(2026, 11, 20, 7, 6, 5, tzinfo=UTC)

    screen.show_sessions([SessionRow(WHEN, ended, 12, 3, 1400, 600, 1, "8F3K", "done")])

    model = screen.sessions.table.model
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == [
        "20 พ.ย. 2569 14:05", "เครือข่าย", "1:05", "12", "3", "2.0 กิโลไบต์", "เรียบร้อย · ใบรับ 8F3K",
    ]  # fmt: skip


def test_many_hidden_records_wait_for_a_person_at_their_button(
    qtbot: QtBot, workspace: Workspace
) -> None:
    screen, watch = made(qtbot, workspace)
    card, status = screen.status, replace(watch.sync.status(), enrolled=True)
    error = UserError("mass_deletion", deleting=40, of=100)
    state = SchedulerState(LinkPhase.REFUSED, refused=error)
    agreed: list[bool] = []
    card.agreed.connect(lambda: agreed.append(True))
    assert card.agree_button.isHidden()

    card.show_state(status, state, True, sentence(error))

    assert not card.agree_button.isHidden()
    assert "40" in card.agree_button.text()
    card.agree_button.click()
    assert agreed == [True]
    other = SchedulerState(LinkPhase.REFUSED, refused=UserError("hub_revoked"))
    card.show_state(status, other, True, "")
    assert card.agree_button.isHidden()
