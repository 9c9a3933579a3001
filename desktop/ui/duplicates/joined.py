"""Records that were joined, and parting them again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.learners.duplicates import JoinedPair
from desktop.ui import thai_time
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel


class JoinedPane(Adaptive, QWidget):
    """`part_wanted(twin id)`."""

    part_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lead = ThaiLabel("", "muted")
        columns = [
            Column[JoinedPair](
                "kept", lambda: self.tr("คนที่อยู่ในรายชื่อ"), lambda pair: pair.kept.full_name, width=210
            ),
            Column[JoinedPair](
                "code", lambda: self.tr("รหัส"), lambda pair: pair.kept.code, width=170, spare=3
            ),
            Column[JoinedPair]("twin", lambda: self.tr("ระเบียนที่รวมเข้า"), _twin_name, width=210),
            Column[JoinedPair](
                "old", lambda: self.tr("รหัสเดิม"), lambda pair: pair.twin.code, width=170, spare=2
            ),
            Column[JoinedPair]("when", lambda: self.tr("เมื่อ"), _when, width=166),
            Column[JoinedPair](
                "who", lambda: self.tr("โดย"), lambda pair: pair.who, width=0, spare=1
            ),
        ]
        self.table: DataTable[JoinedPair] = DataTable(
            DataclassTableModel(columns, lambda pair: pair.twin.id)
        )
        self.part_button = Button("", "secondary", "split")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addWidget(self.table, 1)
        column.addWidget(self.part_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.current_changed.connect(
            lambda found: self.part_button.setEnabled(found is not None)
        )
        self.part_button.clicked.connect(self._on_part)
        self.adapt()

    def allow(self, *, part: bool) -> None:
        """Let whoever is signed in part two records, or only look."""
        self.part_button.setVisible(part)

    def show_joined(self, pairs: Sequence[JoinedPair]) -> None:
        """Show these, the last joined first."""
        self.table.model.set_rows(list(pairs))
        self.table.show_table()
        if pairs and self.table.current_id() is None:
            self.table.view.selectRow(0)
        self.part_button.setEnabled(bool(pairs))

    def retranslate(self) -> None:
        self._lead.set_text(
            self.tr(
                "แยกแล้วทั้งสองระเบียนกลับไปอยู่ในรายชื่อ ค่าที่รับมาจากอีกระเบียนกลับเป็นค่าเดิม เว้นแต่มีคนแก้ต่อไปแล้ว"
            )
        )
        self.part_button.setText(self.tr("แยกเป็นสองคน"))
        self.table.set_name(self.tr("คนที่รวมแล้ว"))
        self.table.empty.set_icon("merge", "muted")
        self.table.empty.set_words(
            self.tr("ยังไม่เคยรวมใคร"), self.tr("เมื่อรวมสองระเบียนเป็นคนเดียว จะอยู่ที่นี่ให้แยกกลับได้")
        )

    def _on_part(self) -> None:
        current = self.table.current_id()
        if isinstance(current, UUID):
            self.part_wanted.emit(current)


def _twin_name(pair: JoinedPair) -> str:
    return pair.twin.full_name


def _when(pair: JoinedPair) -> str:
    return thai_time.shown_moment(pair.at)
