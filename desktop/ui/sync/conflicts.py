"""Conflicts: whose record at the left, both values side by side at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.services.sync.conflicts import ConflictPart, ConflictRow
from desktop.ui import thai_time
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.sync.words import SyncWords
from desktop.ui.theme import theme
from desktop.ui.value_words import ValueWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.one_chip import OneChip
from desktop.ui.widgets.side_by_side import FieldPair, SideBySide
from desktop.ui.widgets.states import StateStack


class ConflictsPane(Adaptive, QWidget):
    """`decided({id: "mine" or "theirs"})`, for one record or for all of a view.

    `reopen_wanted([ids])` for what was decided; `counted` says how many a person is asked for.
    """

    decided = Signal(object)
    reopen_wanted = Signal(object)
    counted = Signal(int)
    filled = Signal()
    told = Signal(str)
    undo_offered = Signal(str, object)
    open_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._words = SyncWords()
        self._open: tuple[ConflictRow, ...] = ()
        self._settled: tuple[ConflictRow, ...] = ()
        self._rows: tuple[ConflictRow, ...] = ()
        self._records: list[UUID] = []
        self._may_decide = True
        self.views = OneChip(("asked", "listed", "settled"))
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
        self._masked = ThaiLabel("", "muted")
        self.reopen_button = Button("", "secondary", "undo-2")
        self._card.body.addWidget(self._masked)
        self._card.body.addWidget(self.pairs, 1)
        self._card.body.addWidget(self.reopen_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = Folding()
        self.states = StateStack(row)
        row.add_side(self.records, 230)
        row.add(self._card, 1)
        both = QHBoxLayout()
        both.addWidget(self.all_mine)
        both.addWidget(self.all_theirs)
        both.addStretch(1)
        top = Folding(8)
        top.add(self._lead, 1, wish=320)
        top.add(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(top)
        column.addWidget(self.states, 1)
        column.addWidget(self.duplicates, 0, Qt.AlignmentFlag.AlignLeft)
        self.records.currentRowChanged.connect(lambda _row: self._show_current())
        self.pairs.decided.connect(self._on_decided)
        self.all_mine.clicked.connect(lambda: self._decide_all("mine"))
        self.all_theirs.clicked.connect(lambda: self._decide_all("theirs"))
        self.open_button.clicked.connect(self._on_open)
        self.reopen_button.clicked.connect(self._on_reopen)
        self.views.chosen.connect(lambda _code: self._show_view())
        self.duplicates.clicked.connect(lambda: self.open_requested.emit("duplicates", None))
        self.states.show_empty()
        self.adapt()

    def show_conflicts(
        self,
        rows: Sequence[ConflictRow],
        settled: Sequence[ConflictRow] = (),
        values: ValueWords | None = None,
    ) -> None:
        """Show what is undecided, and what was decided and can be taken back.

        `values` words what stands in fields as the centre calls it.
        """
        if values is not None:
            self._words.values = values
        self._open, self._settled = tuple(rows), tuple(settled)
        asked = sum(row.asked for row in rows)
        self.views.set_counts(
            {"asked": asked, "listed": len(rows) - asked, "settled": len(settled)}
        )
        # What the program settled by itself is looked at where nobody is asked for anything.
        if not asked and self.views.value() == "asked" and rows:
            self.views.set_value("listed")
        elif asked and self.views.value() == "listed" and len(rows) == asked:
            self.views.set_value("asked")
        self.counted.emit(asked)
        self._show_view()
        self.filled.emit()

    def _show_view(self) -> None:
        kept = self._current_record()
        view = self.views.value()
        if view == "settled":
            self._rows = self._settled
        else:
            self._rows = tuple(row for row in self._open if row.asked == (view == "asked"))
        self._records = list(dict.fromkeys(row.record for row in self._rows))
        self.retranslate()
        if not self._rows:
            self.states.show_empty()
            return
        self.states.show_content()
        place = self._records.index(kept) if kept in self._records else 0
        self.records.setCurrentRow(place)
        self._show_current()

    def allow(self, *, decide: bool) -> None:
        """Let whoever is signed in decide, or only look."""
        self._may_decide = decide
        self._show_view()

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes."""
        return self.records if self._rows else None

    def retranslate(self) -> None:
        view = self.views.value()
        some = bool(self._rows) and view != "settled" and self._may_decide
        self.views.set_words(
            {
                "asked": self.tr("ต้องเลือก"),
                "listed": self.tr("โปรแกรมเลือกให้แล้ว"),
                "settled": self.tr("เลือกแล้ว"),
            }
        )
        self._lead.set_text(self._leads()[view] if self._rows else "")
        self._lead.setVisible(bool(self._rows))
        self.all_mine.setText(self.tr("ใช้ของเครื่องนี้ทั้งหมด"))
        self.all_theirs.setText(self.tr("ใช้ของอีกฝ่ายทั้งหมด"))
        for button in (self.all_mine, self.all_theirs):
            button.setVisible(some and any(not row.masked for row in self._rows))
        self.reopen_button.setText(self.tr("ย้อนคำตัดสิน ให้กลับไปเลือกใหม่"))
        self._masked.set_text(self.tr("เป็นข้อมูลอ่อนไหว ให้คนที่มีสิทธิ์ดูเป็นผู้เลือก"))
        self.duplicates.setText(self.tr("ดูผู้เรียนรู้ที่อาจเป็นคนเดียวกัน"))
        self.open_button.setText(self.tr("เปิดหน้าผู้เรียนรู้"))
        self.records.setAccessibleName(self.tr("รายการที่ข้อมูลไม่ตรงกัน"))
        self.states.empty.set_icon("circle-check", "success")
        if view == "settled":
            self.states.empty.set_words(
                self.tr("ยังไม่มีเรื่องที่เลือกแล้ว"),
                self.tr("เรื่องที่เลือกแล้วอยู่ที่นี่ ย้อนให้กลับไปเลือกใหม่ได้จนกว่าจะมีคนแก้ต่อ"),
            )
        elif self._open:
            self.states.empty.set_words(self.tr("ไม่มีเรื่องในรายการนี้"), self.tr("เลือกรายการอื่นด้านบน"))
        else:
            self.states.empty.set_words(
                self.tr("ข้อมูลตรงกันทุกเครื่อง"),
                self.tr("ถ้ามีใครแก้เรื่องเดียวกันไม่เหมือนกัน จะมาให้เลือกที่นี่ โดยไม่มีค่าใดหายไป"),
            )
        self._fill_records()

    def redress(self) -> None:
        self.records.setMinimumHeight(theme().px(120))

    def _leads(self) -> dict[str, str]:
        return {
            "asked": self.tr(
                "สองคนแก้เรื่องเดียวกันโดยยังไม่เห็นกัน ไม่มีค่าใดหาย เลือกค่าที่ถูก แล้วทุกเครื่องจะตรงกัน"
            ),
            "listed": self.tr("โปรแกรมแสดงค่าที่แก้ทีหลังให้แล้ว อีกค่ายังเก็บไว้ ถ้าค่านั้นถูกกว่า เลือกได้ที่นี่"),
            "settled": self.tr("ย้อนแล้วทั้งสองค่ากลับมาให้เลือกใหม่ทุกเครื่อง ย้อนได้จนกว่าจะมีคนแก้ต่อ"),
        }

    def _fill_records(self) -> None:
        place = self.records.currentRow()
        self.records.blockSignals(True)
        self.records.clear()
        for record in self._records:
            own = [row for row in self._rows if row.record == record]
            name = own[0].learner_name or own[0].about or kind_name(own[0].kind)
            fields = ", ".join(dict.fromkeys(self._label(row) for row in own))
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
        what = kind_name(first.kind)
        about = first.learner_name or first.about
        self._card.set_title(about or what, what if about else "")
        self.open_button.setVisible(first.learner is not None)
        masked = all(row.masked for row in own)
        settled = self.views.value() == "settled"
        self._masked.setVisible(masked)
        self.reopen_button.setVisible(settled and self._may_decide)
        self.pairs.setVisible(not masked)
        self.pairs.set_deciding(not settled and self._may_decide)
        self.pairs.show_pairs(
            [self._pair(row) for row in own if not row.masked],
            (self.tr("เครื่องนี้"), self.tr("อีกฝ่าย")),
            (
                _by(first.my_who, thai_time.shown_moment(first.my_when)),
                _by(first.who, thai_time.shown_moment(first.when)),
            ),
        )

    def _pair(self, row: ConflictRow) -> FieldPair:
        ending = row.field != row.other_field
        parts = row.parts or (ConflictPart(row.other_field, row.mine, row.theirs, row.base),)
        bases = [
            self._words.part(part.kind or row.kind, part.field, part.base, part.base_name)
            for part in parts
            if _adds(part.field, part.base, parts)
        ]
        said = " · ".join(dict.fromkeys(base for base in bases if base))
        if row.decided:
            said = self._words.chosen(row.decided, row.decided_by)
        return FieldPair(
            key=row.id,
            label=self._label(row),
            left=self._side(row, parts, mine=True),
            right=self._side(row, parts, mine=False),
            base=None if ending and not row.decided else said,
            plain=bool(row.decided),
        )

    def _label(self, row: ConflictRow) -> str:
        if row.field != row.other_field:
            return self._words.ended(row.field)
        return field_name(row.kind, row.other_field)

    def _side(self, row: ConflictRow, parts: Sequence[ConflictPart], *, mine: bool) -> str:
        ending = row.field != row.other_field
        shown = []
        for part in parts:
            value = part.mine if mine else part.theirs
            name = part.mine_name if mine else part.theirs_name
            if ending and mine == row.mine_shown:
                return self._words.end(row.field)
            if not _adds(part.field, value, parts):
                continue
            kind = part.kind or row.kind
            said = self._words.part(kind, part.field, value, name)
            if ending or (part.kind and said):
                said = f"{field_name(kind, part.field)}: {said or '–'}"
            if said and said not in shown:
                shown.append(said)
        return "\n".join(shown) if ending or parts[0].kind else " · ".join(shown)

    def _on_decided(self, choices: dict[str, str]) -> None:
        sides = {"left": "mine", "right": "theirs"}
        self.decided.emit({key: sides[side] for key, side in choices.items()})

    def _decide_all(self, side: str) -> None:
        self.decided.emit({row.id: side for row in self._rows if not row.masked})

    def _on_reopen(self) -> None:
        record = self._current_record()
        self.reopen_wanted.emit([row.id for row in self._rows if row.record == record])

    def _on_open(self) -> None:
        record = self._current_record()
        learner = next((row.learner for row in self._rows if row.record == record), None)
        if learner is not None:
            self.open_requested.emit("learner", learner)


def _adds(field: str, value: object, parts: Sequence[ConflictPart]) -> bool:
    """Whether a value says something beside the others: a birth told in figures does not."""
    if field != "birth_text" or len(parts) == 1:
        return True
    return any(letter.isalpha() for letter in str(value or ""))


def _by(who: str, when: str) -> str:
    return " · ".join(part for part in (who, when) if part)
