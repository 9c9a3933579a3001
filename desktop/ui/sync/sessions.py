"""What waits by kind, and the past conversations with the hub."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.services.sync.service import SessionRow
from desktop.ui import thai_time
from desktop.ui.record_names import code_name, kind_name
from desktop.ui.sync.words import SyncWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.one_chip import OneChip
from desktop.ui.widgets.table_model import Column, DataclassTableModel


class WaitingList(Adaptive, QWidget):
    """A quiet list: kind and count."""

    def __init__(self) -> None:
        super().__init__()
        self._words = SyncWords()
        self._counts: dict[str, int] = {}
        self._enrolled = False
        self._labels: list[ThaiLabel] = []
        self._note = ThaiLabel("", "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.addLayout(self._grid)
        column.addWidget(self._note)
        column.addStretch(1)
        self.adapt()

    def show_counts(self, counts: Mapping[str, int], *, enrolled: bool) -> None:
        """Show these, the most first."""
        self._counts = dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
        self._enrolled = enrolled
        self.retranslate()

    def shown(self) -> list[str]:
        """What is read."""
        return [label.typed for label in self._labels]

    def retranslate(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for line, (kind, count) in enumerate(self._counts.items()):
            name = ThaiLabel(kind_name(kind), wrap=False)
            number = ThaiLabel(f"{count:,}", "strong", wrap=False)
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(number, line, 1)
            self._labels += [name, number]
        if self._counts:
            self._note.set_text("")
        elif self._enrolled:
            self._note.set_text(self.tr("ไม่มีอะไรรอส่ง ทุกอย่างอยู่ที่จังหวัดแล้ว"))
        else:
            self._note.set_text(self.tr("เมื่อเชื่อมกับจังหวัดแล้ว สิ่งที่รอส่งจะแสดงที่นี่"))
        self._note.setVisible(not self._counts)


class SessionsTable(DataTable[SessionRow]):
    """When, by which way, what went and came, how much, the receipt, and how it ended."""

    def __init__(self) -> None:
        self._words = SyncWords()
        super().__init__(DataclassTableModel(self._columns(), lambda row: row.started_at))
        self.view.setSortingEnabled(False)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Show these, newest first."""
        self.model.set_rows(list(rows))
        self.show_table()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("การส่งที่ผ่านมา"))
        self.empty.set_icon("history", "muted")
        self.empty.set_words(
            self.tr("ยังไม่เคยส่ง"), self.tr("แต่ละครั้งที่คุยกับจังหวัดจะเก็บเวลา จำนวน และใบรับไว้ที่นี่")
        )

    def _columns(self) -> list[Column[SessionRow]]:
        words = self._words
        return [
            Column(
                "when",
                lambda: self.tr("เมื่อ"),
                lambda row: thai_time.shown_moment(row.started_at),
                width=160,
            ),
            Column("way", lambda: self.tr("ทาง"), _way, width=104, spare=2),
            Column("lasted", lambda: self.tr("นาน"), _lasted, width=56, spare=4),
            Column("sent", lambda: self.tr("ส่ง"), lambda row: f"{row.sent:,}", width=72, spare=1),
            Column(
                "received",
                lambda: self.tr("รับ"),
                lambda row: f"{row.received:,}",
                width=72,
                spare=1,
            ),
            Column(
                "size",
                lambda: self.tr("ขนาด"),
                lambda row: words.size(row.bytes_up + row.bytes_down),
                width=118,
                spare=3,
            ),
            Column("ending", lambda: self.tr("ผล"), self._ending, width=0),
        ]

    def _ending(self, row: SessionRow) -> str:
        if row.outcome == "done" and row.receipt:
            return self.tr("เรียบร้อย · ใบรับ {receipt}").replace("{receipt}", row.receipt)
        return self._words.outcome(row.outcome)


def _lasted(row: SessionRow) -> str:
    ended: datetime = row.ended_at or row.started_at
    seconds = round((ended - row.started_at).total_seconds())
    return f"{seconds // 60}:{seconds % 60:02d}"


class SessionsPane(Adaptive, QWidget):
    """The conversations, all of them or those that brought a receipt."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SessionRow, ...] = ()
        self.views = OneChip(("all", "receipts"))
        self.table = SessionsTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(self.table, 1)
        self.views.chosen.connect(lambda _code: self._show())
        self.adapt()

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Show these, newest first."""
        self._rows = tuple(rows)
        self._show()

    def retranslate(self) -> None:
        self.views.set_words({"all": self.tr("ทั้งหมด"), "receipts": self.tr("ใบรับ")})

    def _show(self) -> None:
        receipts = [row for row in self._rows if row.receipt]
        self.views.set_counts({"all": len(self._rows), "receipts": len(receipts)})
        self.table.show_sessions(receipts if self.views.value() == "receipts" else self._rows)


def _way(row: SessionRow) -> str:
    return code_name("session_way", row.way)
