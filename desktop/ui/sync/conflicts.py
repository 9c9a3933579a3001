"""Conflicts: whose record at the left, both values side by side at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.services.sync_conflicts import ConflictRow
from desktop.ui import thai_time
from desktop.ui.learner.field_words import field_label
from desktop.ui.sync.words import SyncWords
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.side_by_side import FieldPair, SideBySide
from desktop.ui.widgets.states import StateStack


class ConflictsPane(Adaptive, QWidget):
    """`decided({id: "mine" or "theirs"})`, for one record or for all; `counted(open ones)`."""

    decided = Signal(object)
    counted = Signal(int)
    told = Signal(str)
    undo_offered = Signal(str, object)
    open_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._words = SyncWords()
        self._rows: tuple[ConflictRow, ...] = ()
        self._records: list[UUID] = []
        self._lead = ThaiLabel("", "muted")
        self.all_mine = Button("", "quiet")
        self.all_theirs = Button("", "quiet")
        self.duplicates = Button("", "link", "merge")
        self.records = QListWidget()
        self.records.setWordWrap(True)
        self.pairs = SideBySide()
        self.open_button = Button("", "link", "arrow-right")
        self._card = Card()
        self._card.header.add_action(self.open_button)
        self._card.body.addWidget(self.pairs, 1)
        content = QWidget()
        self.states = StateStack(content)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.records)
        row.addWidget(self._card, 1)
        top = QHBoxLayout()
        top.addWidget(self._lead, 1)
        top.addWidget(self.all_mine)
        top.addWidget(self.all_theirs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.states, 1)
        column.addWidget(self.duplicates, 0, Qt.AlignmentFlag.AlignLeft)
        self.records.currentRowChanged.connect(lambda _row: self._show_current())
        self.pairs.decided.connect(self._on_decided)
        self.all_mine.clicked.connect(lambda: self._decide_all("mine"))
        self.all_theirs.clicked.connect(lambda: self._decide_all("theirs"))
        self.open_button.clicked.connect(self._on_open)
        self.duplicates.clicked.connect(lambda: self.open_requested.emit("duplicates", None))
        self.states.show_empty()
        self.adapt()

    def show_conflicts(self, rows: Sequence[ConflictRow]) -> None:
        """Show what is undecided; what asks for a person comes first."""
        kept = self._current_record()
        self._rows = tuple(rows)
        self._records = list(dict.fromkeys(row.record for row in rows))
        self.counted.emit(sum(row.asked for row in rows))
        self.retranslate()
        if not rows:
            self.states.show_empty()
            return
        self.states.show_content()
        place = self._records.index(kept) if kept in self._records else 0
        self.records.setCurrentRow(place)
        self._show_current()

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes."""
        return self.records if self._rows else None

    def retranslate(self) -> None:
        some = bool(self._rows)
        self._lead.set_text(
            self.tr("สองคนแก้เรื่องเดียวกันโดยยังไม่เห็นกัน ไม่มีค่าใดหาย เลือกค่าที่ถูก แล้วทุกเครื่องจะตรงกัน")
            if some
            else ""
        )
        self.all_mine.setText(self.tr("ใช้ของเครื่องนี้ทั้งหมด"))
        self.all_theirs.setText(self.tr("ใช้ของอีกฝ่ายทั้งหมด"))
        for button in (self.all_mine, self.all_theirs):
            button.setVisible(some)
        self.duplicates.setText(self.tr("ดูผู้เรียนรู้ที่อาจเป็นคนเดียวกัน"))
        self.open_button.setText(self.tr("เปิดหน้าผู้เรียนรู้"))
        self.records.setAccessibleName(self.tr("รายการที่ข้อมูลไม่ตรงกัน"))
        self.states.empty.set_icon("circle-check", "success")
        self.states.empty.set_words(
            self.tr("ข้อมูลตรงกันทุกเครื่อง"),
            self.tr("ถ้ามีใครแก้เรื่องเดียวกันไม่เหมือนกัน จะมาให้เลือกที่นี่ โดยไม่มีค่าใดหายไป"),
        )
        self._fill_records()

    def redress(self) -> None:
        self.records.setFixedWidth(theme().px(300))

    def _fill_records(self) -> None:
        place = self.records.currentRow()
        self.records.blockSignals(True)
        self.records.clear()
        for record in self._records:
            own = [row for row in self._rows if row.record == record]
            name = own[0].learner_name or self._words.kind(own[0].kind)
            fields = ", ".join(field_label(row.kind, row.other_field) for row in own)
            item = QListWidgetItem(f"{name}\n{fields}")
            item.setToolTip(name)
            self.records.addItem(item)
        self.records.blockSignals(False)
        if 0 <= place < len(self._records):
            self.records.setCurrentRow(place)

    def _current_record(self) -> UUID | None:
        place = self.records.currentRow()
        return self._records[place] if 0 <= place < len(self._records) else None

    def _show_current(self) -> None:
        record = self._current_record()
        own = [row for row in self._rows if row.record == record]
        if not own:
            return
        first = own[0]
        what = self._words.kind(first.kind)
        note = what if first.learner_name else ""
        self._card.set_title(first.learner_name or what, note)
        self.open_button.setVisible(first.learner is not None)
        pairs = []
        for row in own:
            ending = row.field != row.other_field
            base = None if ending else self._words.value(row.kind, row.field, row.base)
            pairs.append(
                FieldPair(
                    key=row.id,
                    label=field_label(row.kind, row.other_field),
                    left=self._value(row, row.mine),
                    right=self._value(row, row.theirs),
                    base=base,
                )
            )
        self.pairs.show_pairs(
            pairs,
            (self.tr("เครื่องนี้"), self.tr("อีกฝ่าย")),
            (_by(first.my_who, thai_time.shown_moment(first.my_when)),
             _by(first.who, thai_time.shown_moment(first.when))),
        )  # fmt: skip

    def _value(self, row: ConflictRow, value: object) -> str:
        # Where the end of a record meets an edit, one side is the end and the other a value.
        ending = row.field != row.other_field
        field = row.field if ending and isinstance(value, bool) else row.other_field
        return self._words.value(row.kind, field, value)

    def _on_decided(self, choices: dict[str, str]) -> None:
        sides = {"left": "mine", "right": "theirs"}
        self.decided.emit({key: sides[side] for key, side in choices.items()})

    def _decide_all(self, side: str) -> None:
        self.decided.emit({row.id: side for row in self._rows})

    def _on_open(self) -> None:
        record = self._current_record()
        learner = next((row.learner for row in self._rows if row.record == record), None)
        if learner is not None:
            self.open_requested.emit("learner", learner)


def _by(who: str, when: str) -> str:
    return " · ".join(part for part in (who, when) if part)
