"""ซิงก์: status and what waits; conflicts; sticks; neighbours; the laptops of the centre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.services.sync.service import SessionRow, SyncStatus
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.sync.conflicts import ConflictsPane
from desktop.ui.sync.hub_card import HubCard
from desktop.ui.sync.laptops import LaptopsPane
from desktop.ui.sync.near import NearPane
from desktop.ui.sync.sessions import SessionsPane, WaitingList
from desktop.ui.sync.status_card import EnrolCard, RevokedCard, StatusCard
from desktop.ui.sync.stick import StickPane, Way
from desktop.ui.sync.waiting_aside import SetAsideCard
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

STATUS, CONFLICTS, STICK, NEAR, LAPTOPS = range(5)
_NAMED = {
    "status": STATUS,
    "conflicts": CONFLICTS,
    "stick": STICK,
    "near": NEAR,
    "laptops": LAPTOPS,
}


class SyncScreen(Screen):
    """`entered` when it is shown; the cards and the pane carry their own wishes."""

    entered = Signal()
    data_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._title = ThaiLabel("", "title", wrap=False)
        self.status = StatusCard()
        self.enrol = EnrolCard()
        self.revoked = RevokedCard()
        self.hub = HubCard()
        for card in (self.status, self.enrol, self.revoked, self.hub):
            card.hide()
        self.waiting = WaitingList()
        self.set_aside = SetAsideCard()
        self.sessions = SessionsPane()
        self.stick, self.near, self.laptops = StickPane(), NearPane(), LaptopsPane()
        self.may_visit = True
        self._waiting_card, self._sessions_card = Card(), Card()
        self.waiting.setProperty("surface", "scroll")
        self._waiting_card.body.addWidget(Scrolling(self.waiting), 1)
        self._sessions_card.body.addWidget(self.sessions, 1)
        self.conflicts = ConflictsPane()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._lay_out()
        self.conflicts.counted.connect(self._on_counted)
        self.conflicts.filled.connect(self.filled)
        self.conflicts.told.connect(self.told)
        self.conflicts.undo_offered.connect(self.undo_offered)
        self.conflicts.open_requested.connect(self.open_requested)
        self.set_aside.open_requested.connect(self.open_requested)
        self.revoked.stick_wanted.connect(self._on_rescue)
        # Once the place has grown by what was unfolded.
        self.hub.unfolded.connect(
            lambda: QTimer.singleShot(
                0, self.hub, lambda: self._first.ensureWidgetVisible(self.hub, 0, 16)
            )
        )
        self.adapt()

    def show_status(self, status: SyncStatus, *, revoked: bool = False) -> None:
        """Show the one card that fits: to join, where sync stands, or that it was shut out."""
        self.revoked.show_waiting(status.waiting)
        self.enrol.setVisible(not status.enrolled)
        self.status.setVisible(status.enrolled and not revoked)
        self.hub.setVisible(status.enrolled)
        told = status.enrolled and revoked
        if told and self.revoked.isHidden():
            # It is the one thing to read: never scrolled out of sight when it appears.
            self._first.verticalScrollBar().setValue(0)
        self.revoked.setVisible(told)
        self.filled.emit()

    def allow(self, *, stick: bool, near: bool, decide: bool = True, move: bool = True) -> None:
        """Show only what who is signed in may do."""
        self.hub.allow_move(move)
        self.conflicts.allow(decide=decide)
        self.may_visit = near
        self.tabs.setTabVisible(STICK, stick)
        self.tabs.setTabVisible(NEAR, near)

    def show_waiting(self, counts: Mapping[str, int], *, enrolled: bool) -> None:
        """Show how many records of each kind wait."""
        self.waiting.show_counts(counts, enrolled=enrolled)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Show the last conversations, newest first."""
        self.sessions.show_sessions(rows)

    def enter(self, argument: object) -> None:
        if isinstance(argument, Path) and self.tabs.isTabVisible(STICK):
            self.tabs.setCurrentIndex(STICK)
            self.stick.take(argument)
        place = _NAMED.get(argument) if isinstance(argument, str) else None
        if place is not None and self.tabs.isTabVisible(place):
            self.tabs.setCurrentIndex(place)
        self.entered.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.data_changed.emit(kinds)

    def first_focus(self) -> QWidget | None:
        place = self.tabs.currentIndex()
        if place == CONFLICTS:
            return self.conflicts.first_focus()
        if place == STICK:
            return self.stick.first_focus()
        if place == NEAR:
            return self.near.first_focus()
        if place == LAPTOPS:
            return self.laptops.first_focus()
        if self.revoked.isVisibleTo(self):
            return self.revoked.stick_button
        return self.enrol.url if self.enrol.isVisibleTo(self) else self.status.send_button

    def save_action(self) -> Action | None:
        return self.status.send_button.click if self.status.isVisibleTo(self) else None

    def tour(self) -> Sequence[tuple[str, Action]]:
        def at(place: int) -> Action:
            return lambda: self.tabs.setCurrentIndex(place)

        return [
            *((name, at(place)) for name, place in _NAMED.items()),
            ("hub", self._tour_hub),
            ("stick_where", lambda: self._tour_stick("province")),
            ("stick_in", lambda: self._tour_stick("in")),
        ]

    def _tour_hub(self) -> None:
        self.tabs.setCurrentIndex(STATUS)
        self.hub.change_button.click()
        self.hub.way.ask_proxy()

    def _tour_stick(self, way: Way) -> None:
        self.tabs.setCurrentIndex(STICK)
        self.stick.start(way)

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้บอกว่างานส่งถึงจังหวัดแค่ไหน ไม่มีเน็ตก็ทำงานต่อได้ เมื่อมีเน็ตโปรแกรมส่งให้เอง\n"
            "อยากส่งทันทีกด ส่งตอนนี้ หยุดกลางทางได้ ส่งต่อจากเดิมทีหลัง\n"
            "ถ้าสองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกค่าที่ถูกได้ที่แท็บ ข้อมูลไม่ตรงกัน\n"
            "ไม่มีเน็ตเลย ใช้แท็บ แฟลชไดรฟ์ หรือไปที่เครื่องของสำนักงานด้วยแท็บ เครื่องใกล้กัน"
        )

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ซิงก์กับจังหวัด"))
        self._waiting_card.set_title(self.tr("รอส่ง"))
        self._sessions_card.set_title(self.tr("การส่งที่ผ่านมา"))
        self.tabs.setTabText(0, self.tr("สถานะ"))
        text = self.tr("ข้อมูลไม่ตรงกัน")
        self.tabs.setTabText(CONFLICTS, f"{text} ({self._count:,})" if self._count else text)
        self.tabs.setTabText(STICK, self.tr("แฟลชไดรฟ์"))
        self.tabs.setTabText(NEAR, self.tr("เครื่องใกล้กัน"))
        self.tabs.setTabText(LAPTOPS, self.tr("เครื่องของศูนย์"))

    def _lay_out(self) -> None:
        lower = Folding()
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._waiting_card, 1)
        left.addWidget(self.set_aside, 1)
        lower.add(left, 2)
        lower.add(self._sessions_card, 5)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.status)
        column.addWidget(self.enrol)
        column.addWidget(self.revoked)
        column.addWidget(lower, 1)
        column.addWidget(self.hub)
        for page in (first, self.conflicts, self.stick, self.near, self.laptops):
            page.setProperty("surface", "scroll")
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            # No page makes the window taller than the others need.
            self.tabs.addTab(Scrolling(page), "")
        place = self.tabs.widget(STATUS)
        assert isinstance(place, Scrolling)
        self._first = place
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.tabs, 1)

    def _on_rescue(self) -> None:
        self.tabs.setCurrentIndex(STICK)
        self.stick.start("province")

    def _on_counted(self, count: int) -> None:
        self._count = count
        self.retranslate()
