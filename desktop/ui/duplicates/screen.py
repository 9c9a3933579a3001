"""People who may stand in the register twice: side by side, joined or kept apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.text import sort_key
from desktop.services.learners.duplicates import JoinedPair, Twin, TwinPair, chosen_values
from desktop.ui.code_book import CodeBook
from desktop.ui.duplicates.fields import DuplicateFields
from desktop.ui.duplicates.joined import JoinedPane
from desktop.ui.learners.opening import LEARNER, LEARNERS
from desktop.ui.person_words import PersonWords
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.one_chip import OneChip
from desktop.ui.widgets.side_by_side import Side, SideBySide
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from resources import clock

PairKey = tuple[UUID, UUID]


class DuplicatesScreen(Screen):
    """`join_wanted` carries the pair's key, who is kept, the twin, and the values to take."""

    entered = Signal()
    pair_wanted = Signal(object)
    join_wanted = Signal(object, object, object)
    apart_wanted = Signal(object)
    part_wanted = Signal(object)

    def __init__(self, today: Callable[[], date] = clock.today) -> None:
        super().__init__()
        self._today = today
        self._codes = CodeBook()
        self._pairs: dict[PairKey, TwinPair] = {}
        self._sides: tuple[Twin, Twin] | None = None
        self._kept: Side = "left"
        self._wanted: frozenset[UUID] = frozenset()
        self._joined = 0
        self._build()
        self._connect()
        self.adapt()

    # What is shown

    def allow(self, *, join: bool) -> None:
        """Let whoever is signed in decide who is one person, or only compare."""
        for part in (self.apart_button, self.keep_button):
            part.setVisible(join)
        self.sides.set_deciding(join)
        self.joined.allow(part=join)

    def show_pairs(self, pairs: Sequence[TwinPair], codes: CodeBook) -> None:
        """Show the pairs that wait, the likeliest first."""
        self._codes = codes
        self._pairs = {pair.key: pair for pair in pairs}
        self.table.model.set_rows(list(pairs))
        self.retranslate()
        if not pairs:
            self.states.show_empty()
            self.filled.emit()
            return
        self.states.show_content()
        self.table.show_table()
        wanted, self._wanted = self._wanted, frozenset()
        asked = next((key for key in self._pairs if wanted and wanted <= {*key}), None)
        if asked is not None:
            self.table.go_to(asked)
        elif self.table.current_id() is None:
            self.table.view.selectRow(0)
        current = self.table.current_id()
        if current is not None:
            self.pair_wanted.emit(current)
        self.filled.emit()

    def show_twins(self, left: Twin, right: Twin) -> None:
        """Compare two records; the one with more work on it is the one to keep."""
        self._sides = (left, right)
        self._kept = "right" if right.work > left.work else "left"
        self._fill()

    def show_joined(self, pairs: Sequence[JoinedPair]) -> None:
        """Show who was joined already."""
        self._joined = len(pairs)
        self.joined.show_joined(pairs)
        self.views.set_counts({"waiting": len(self._pairs), "joined": len(pairs)})

    def show_failed(self, sentence: str) -> None:
        """Say why the pairs could not be read."""
        self.states.show_failed(sentence)

    @property
    def kept(self) -> Side:
        """Which record stays in lists."""
        return self._kept

    def keep(self, side: Side) -> None:
        """Let this record stay in lists."""
        self._kept = side
        self._word_sides()

    # As a screen

    def enter(self, argument: object) -> None:
        """`argument`: two ids, `first:second`, or one of somebody who may stand twice."""
        self._wanted = _ids(argument)
        self.entered.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.entered.emit()

    def first_focus(self) -> QWidget | None:
        return self.table.view if self._pairs else self.states.empty.button

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("joined", self.views.chip("joined").click)]

    def help_text(self) -> str:
        return "\n\n".join(
            (
                self.tr("แต่ละคู่อาจเป็นคนคนเดียวที่ถูกบันทึกสองครั้ง เลือกทีละช่องว่าจะใช้ข้อมูลข้างไหน แล้วกดรวม"),
                self.tr("ถ้าเป็นคนละคน กดคนละคน โปรแกรมจะไม่ถามคู่นี้อีก"),
                self.tr("ทั้งสองอย่างเลิกทำได้ เลขและรหัสของทั้งสองคนยังใช้ค้นหาได้"),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(LEARNERS, None)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        count = len(self._pairs)
        self.heading.set_text(self.tr("คนที่อาจซ้ำกัน"))
        self.count.set_text(self.tr("รอตัดสิน %n คู่", "", count) if count else "")
        self.views.set_words({"waiting": self.tr("รอตัดสิน"), "joined": self.tr("รวมแล้ว")})
        self.views.set_counts({"waiting": count, "joined": self._joined})
        self.table.set_name(self.tr("คู่ที่อาจเป็นคนเดียวกัน"))
        self.apart_button.setText(self.tr("คนละคน"))
        self.later_button.setText(self.tr("ไว้ตัดสินทีหลัง"))
        self.states.empty.set_icon("circle-check", "success")
        self.states.empty.set_words(
            self.tr("ไม่มีคู่ที่ต้องตัดสิน"),
            self.tr("เมื่อมีคนที่ชื่อ ชื่อเล่น ปีเกิด หมู่บ้าน หรือผู้ดูแลคล้ายกัน จะมาอยู่ที่นี่ให้ตัดสินว่าเป็นคนเดียวกันหรือไม่"),
            self.tr("กลับไปรายชื่อ"),
        )
        self._fill()

    # Inside

    def _build(self) -> None:
        self.heading = ThaiLabel("", "title", wrap=False)
        self.count = ThaiLabel("", "muted", wrap=False)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.heading)
        words.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        words.addStretch(1)
        self.views = OneChip(("waiting", "joined"))
        self.joined = JoinedPane()
        head = Folding(12)
        head.add(words, 1)
        head.add(self.views)
        columns = [
            Column[TwinPair](
                "pair",
                lambda: self.tr("คู่"),
                self._pair_words,
                lambda pair: sort_key(pair.first.given),
                0,
                icon=lambda pair: ("users", "warning"),
                hint=lambda pair: PersonWords().agreements(pair.reasons),
            ),
        ]
        self.table: DataTable[TwinPair] = DataTable(
            DataclassTableModel(columns, lambda pair: pair.key)
        )
        # Names are cut rather than scrolled: the whole of them stands at the right.
        self.table.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reasons = ThaiLabel("", "muted")
        self.sides = SideBySide()
        self.keep_button = Button("", "link", "arrow-up-down")
        self.open_left = Button("", "link", "external-link")
        self.open_right = Button("", "link", "external-link")
        self.apart_button = Button("", "secondary", "users")
        self.later_button = Button("", "quiet")
        opening = QHBoxLayout()
        opening.setSpacing(12)
        opening.addWidget(self.open_left)
        opening.addWidget(self.open_right)
        opening.addStretch(1)
        tools = Folding(12)
        tools.add(self.keep_button)
        tools.add(opening, 1)
        decide = QHBoxLayout()
        decide.setSpacing(8)
        decide.addWidget(self.apart_button)
        decide.addWidget(self.later_button)
        decide.addStretch(1)
        card = Card()
        card.body.addWidget(self.reasons)
        card.body.addWidget(tools)
        card.body.addWidget(self.sides, 1)
        card.body.addLayout(decide)
        content = Folding()
        content.add_side(self.table, 280, 0.17)
        content.add(card, 1)
        self.states = StateStack(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        self._views = QStackedWidget()
        self._views.addWidget(self.states)
        self._views.addWidget(self.joined)
        column.addWidget(self._views, 1)

    def _pair_words(self, pair: TwinPair) -> str:
        names = dict.fromkeys((pair.first.given, pair.second.given))
        moo = pair.first.village or pair.second.village
        place = (self.tr("หมู่ {moo}").replace("{moo}", moo),) if moo else ()
        return " · ".join((*names, *place))

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current)
        self.views.chosen.connect(lambda code: self._views.setCurrentIndex(code == "joined"))
        self.joined.part_wanted.connect(self.part_wanted)
        self.sides.decided.connect(self._on_join)
        self.apart_button.clicked.connect(self._on_apart)
        self.later_button.clicked.connect(self._on_later)
        self.keep_button.clicked.connect(
            lambda: self.keep("right" if self._kept == "left" else "left")
        )
        self.open_left.clicked.connect(lambda: self._open(0))
        self.open_right.clicked.connect(lambda: self._open(1))
        self.states.empty.started.connect(lambda: self.open_requested.emit(LEARNERS, None))
        self.states.retried.connect(self.entered)

    def _fill(self) -> None:
        if self._sides is None:
            return
        left, right = self._sides
        pair = self._pairs.get((left.detail.row.id, right.detail.row.id))
        self.reasons.set_text(PersonWords().agreements(pair.reasons) if pair else "")
        fields = DuplicateFields(self._codes)
        self.sides.show_pairs(
            fields.pairs(left.detail, right.detail),
            self._titles(),
            (self._note(left), self._note(right)),
        )
        self._word_sides()

    def _word_sides(self) -> None:
        if self._sides is None:
            return
        titles = self._titles()
        kept = titles[0] if self._kept == "left" else titles[1]
        self.keep_button.setText(self.tr("ใช้ระเบียนของ{record}ต่อ (สลับได้)").replace("{record}", kept))
        for button, title in zip((self.open_left, self.open_right), titles, strict=True):
            button.setText(self.tr("เปิด{record}").replace("{record}", title))
        self.sides.accept_button.setText(self.tr("รวมเป็นคนเดียว"))

    def _titles(self) -> tuple[str, str]:
        # Both have nearly one name: a place tells them apart better, and is short.
        return self.tr("คนซ้าย"), self.tr("คนขวา")

    def _note(self, side: Twin) -> str:
        row = side.detail.row
        parts = [row.full_name, row.code, row.national_id or row.g_code]
        if side.plans:
            parts.append(self.tr("แผน %n ฉบับ", "", side.plans))
        if side.assessments:
            parts.append(self.tr("ประเมิน %n รอบ", "", side.assessments))
        if side.contacts:
            parts.append(self.tr("บันทึก %n ครั้ง", "", side.contacts))
        if side.documents:
            parts.append(self.tr("เอกสาร %n ชิ้น", "", side.documents))
        carers = [carer.text("name") for carer in side.detail.carers]
        if carers:
            parts.append(self.tr("ผู้ดูแล {name}").replace("{name}", ", ".join(carers)))
        return " · ".join(part for part in parts if part)

    def _on_current(self, found: object) -> None:
        if found is not None:
            self.pair_wanted.emit(found)

    def _on_join(self, choices: dict[str, Side]) -> None:
        if self._sides is None:
            return
        left, right = self._sides
        keep, twin = (left, right) if self._kept == "left" else (right, left)
        taken = [name for name, side in choices.items() if side != self._kept]
        values = chosen_values(keep.detail, twin.detail, taken)
        # The buttons wait for the next pair's answers: the keyboard goes to the pairs.
        self.table.view.setFocus()
        self.join_wanted.emit(keep.detail, twin.detail, values)

    def _on_apart(self) -> None:
        if self._sides is not None:
            left, right = self._sides
            self.table.view.setFocus()
            self.apart_wanted.emit((left.detail.row.id, right.detail.row.id))

    def _on_later(self) -> None:
        ids = self.table.model.ids
        current = self.table.current_id()
        place = self.table.model.place_of(current) if current is not None else -1
        if ids:
            self.table.view.selectRow((place + 1) % len(ids))

    def _open(self, side: int) -> None:
        if self._sides is not None:
            self.open_requested.emit(LEARNER, self._sides[side].detail.row.id)


def _ids(argument: object) -> frozenset[UUID]:
    """Whom other screens ask about: one, or a pair."""
    match argument:
        case UUID():
            return frozenset({argument})
        case (UUID() as first, UUID() as second):
            return frozenset({first, second})
        case str() as text if text.count(":") == 1:
            try:
                return frozenset(UUID(part) for part in text.split(":"))
            except ValueError:
                return frozenset()
    return frozenset()
