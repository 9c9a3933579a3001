"""ซิงก์: status and one button on top; what waits, the last conversations, and conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.services.sync_service import SessionRow, SyncStatus
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.sync.conflicts import ConflictsPane
from desktop.ui.sync.sessions import SessionsTable, WaitingList
from desktop.ui.sync.status_card import EnrolCard, StatusCard
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

_CONFLICTS = 1


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
        self.status.hide()
        self.enrol.hide()
        self.waiting = WaitingList()
        self.sessions = SessionsTable()
        self._waiting_card, self._sessions_card = Card(), Card()
        self.waiting.setProperty("surface", "scroll")
        self._waiting_card.body.addWidget(Scrolling(self.waiting), 1)
        self._sessions_card.body.addWidget(self.sessions, 1)
        self.conflicts = ConflictsPane()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._lay_out()
        self.conflicts.counted.connect(self._on_counted)
        self.conflicts.told.connect(self.told)
        self.conflicts.undo_offered.connect(self.undo_offered)
        self.conflicts.open_requested.connect(self.open_requested)
        self.adapt()

    def show_status(self, status: SyncStatus) -> None:
        """Show the one card that fits: to join, or where sync stands."""
        self.enrol.setVisible(not status.enrolled)
        self.status.setVisible(status.enrolled)

    def show_waiting(self, counts: Mapping[str, int], *, enrolled: bool) -> None:
        """Show how many records of each kind wait."""
        self.waiting.show_counts(counts, enrolled=enrolled)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Show the last conversations, newest first."""
        self.sessions.show_sessions(rows)

    def enter(self, argument: object) -> None:
        if argument == "conflicts":
            self.tabs.setCurrentIndex(_CONFLICTS)
        self.entered.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.data_changed.emit(kinds)

    def first_focus(self) -> QWidget | None:
        if self.tabs.currentIndex() == _CONFLICTS:
            return self.conflicts.first_focus()
        return self.enrol.url if self.enrol.isVisibleTo(self) else self.status.send_button

    def save_action(self) -> Action | None:
        return self.status.send_button.click if self.status.isVisibleTo(self) else None

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("conflicts", lambda: self.tabs.setCurrentIndex(_CONFLICTS))]

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้บอกว่างานส่งถึงจังหวัดแค่ไหน ไม่มีเน็ตก็ทำงานต่อได้ เมื่อมีเน็ตโปรแกรมส่งให้เอง\n"
            "อยากส่งทันทีกด ส่งตอนนี้ หยุดกลางทางได้ ส่งต่อจากเดิมทีหลัง\n"
            "ถ้าสองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกค่าที่ถูกได้ที่แท็บ ข้อมูลไม่ตรงกัน"
        )

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ซิงก์กับจังหวัด"))
        self._waiting_card.set_title(self.tr("รอส่ง"))
        self._sessions_card.set_title(self.tr("การส่งที่ผ่านมา"))
        self.tabs.setTabText(0, self.tr("สถานะ"))
        text = self.tr("ข้อมูลไม่ตรงกัน")
        self.tabs.setTabText(_CONFLICTS, f"{text} ({self._count:,})" if self._count else text)

    def _lay_out(self) -> None:
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self._waiting_card, 2)
        lower.addWidget(self._sessions_card, 5)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.status)
        column.addWidget(self.enrol)
        column.addLayout(lower, 1)
        self.tabs.addTab(first, "")
        self.tabs.addTab(self.conflicts, "")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.tabs, 1)

    def _on_counted(self, count: int) -> None:
        self._count = count
        self.retranslate()
