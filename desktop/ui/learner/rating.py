"""Rating mode: one indicator after another, by one key or one click each."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.framework import Indicator
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.hett_data import HettRound, wordings
from desktop.ui.learner.rating_detail import RatingDetail
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.hett_style import dimensions
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.level_picker import LevelPicker, Rating
from desktop.ui.widgets.panes import Pane

# 0 and N: not assessed; 9 and X: not applicable; also what N and X type on the Thai layout.
_MORE_KEYS = {"n": "0", "N": "0", "ื": "0", "์": "0", "x": "9", "X": "9", "ป": "9", ")": "9"}


class IndicatorPicker(LevelPicker):
    """A picker that tells when the keyboard comes to it, and knows N and X too."""

    entered = Signal()
    detail_wanted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.detail_wanted.emit()
            return
        same = _MORE_KEYS.get(event.text())
        if same is not None:
            event = QKeyEvent(event.type(), event.key(), event.modifiers(), same)
        super().keyPressEvent(event)


class RatingMode(Adaptive, QWidget):
    """`rated(code, rating)`, `told(code, what)`, `edited(name, value)` of the round itself."""

    rated = Signal(str, object)
    told = Signal(str, object)
    edited = Signal(str, object)
    finished = Signal()
    closed = Signal()
    sensitive_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round: HettRound | None = None
        self._codes = CodeBook()
        self._dimension = dimensions()[0].code
        self._current = ""
        self.pickers: dict[str, IndicatorPicker] = {}
        self._lay_out()
        self._name = ""
        finish = QShortcut(QKeySequence("Ctrl+Return"), self)
        finish.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finish.activated.connect(self.next_dimension)
        self.adapt()

    @property
    def assessment_id(self) -> object:
        """The round being rated, None before one is shown."""
        return self._round.detail.line.id if self._round else None

    def show_round(self, shown: HettRound, codes: CodeBook) -> None:
        """Show a round; the same one again only brings its marks up to date."""
        fresh = self._round is None or self._round.detail.line.id != shown.detail.line.id
        opened = self._round is not None and self._round.sensitive != shown.sensitive
        self._round, self._codes = shown, codes
        if fresh:
            self.detail.flush()
            self._dimension, self._current = dimensions()[0].code, ""
            self.date.set_value(PartialDate.from_iso(shown.detail.line.on))
        self.retranslate()
        if fresh or opened:
            self._fill()
            self.focus_first()
        elif self._current:
            self.detail.show_ratings(shown)

    def show_name(self, name: str) -> None:
        """Whose round it is: the header of the page gives its room to the indicators."""
        if name != self._name:
            self._name = name
            self.retranslate()

    def focus_first(self) -> None:
        """Put the keyboard to the first indicator without an answer."""
        shown = self._round
        if shown is None:
            return
        for code, picker in self.pickers.items():
            rating = shown.rating(code)
            if rating is None or rating.state == "not_assessed":
                give_keyboard(picker)
                return
        for picker in self.pickers.values():
            give_keyboard(picker)
            return

    def choose_dimension(self, code: str) -> None:
        """Show the indicators of a dimension."""
        self.detail.flush()
        self._dimension, self._current = code, ""
        self._fill()
        self.retranslate()
        self.focus_first()

    def next_dimension(self) -> None:
        """Go on to the next dimension; after the last the round is finished."""
        codes = [part.code for part in dimensions()]
        place = codes.index(self._dimension) + 1
        if place < len(codes):
            self.choose_dimension(codes[place])
        else:
            self.flush()
            self.finished.emit()

    def flush(self) -> None:
        """Send what is half typed."""
        self.detail.flush()
        self.date.flush()

    def retranslate(self) -> None:
        self.back.setText(self.tr("กลับไปดูภาพรวม"))
        self._who.set_text(self._name)
        self._round_label.set_text(self.tr("รอบ"))
        self.round.set_choices(self._codes.choices("rounds"))
        self._hint.set_text(
            self.tr(
                "กด 1–4 ให้ระดับ · N ยังไม่ประเมิน · X ไม่เกี่ยวข้อง · F2 รายละเอียด · Ctrl+Enter ด้านถัดไป"
            )
        )
        self._sensitive.setText(self.tr("แสดงข้ออ่อนไหว"))
        shown = self._round
        if shown is None:
            return
        self.round.set_value(shown.detail.line.round)
        last = self._dimension == dimensions()[-1].code
        self.next.setText(self.tr("เสร็จรอบนี้") if last else self.tr("ด้านถัดไป"))
        self.next.set_icon("check" if last else "arrow-right")
        covered = False
        for part in dimensions():
            done, total = shown.progress(part.code)
            button = self.parts[part.code]
            button.setText(f"{part.letter} · {part.name}  {done}/{total}")
            button.setChecked(part.code == self._dimension)
            covered = covered or any(shown.covered(each) for each in shown.asked(part.code))
        self._sensitive.setVisible(covered)
        for code, picker in self.pickers.items():
            indicator = shown.framework.indicator(code)
            picker.set_words(self._called(indicator, shown), wordings(indicator))

    def redress(self) -> None:
        self.round.setFixedWidth(theme().px(170))
        # Two indicators at least, whatever else needs room.
        self._pane.setMinimumHeight(theme().px(160))

    def _lay_out(self) -> None:
        self.back = Button("", "quiet", "arrow-left")
        self.back.clicked.connect(self._on_closed)
        self._who = ThaiLabel("", "section", wrap=False)
        self._round_label = ThaiLabel("", "field", wrap=False)
        self.round = ChoiceField()
        self.round.chosen.connect(lambda code: self.edited.emit("round", code))
        self.date = ThaiDateField(partial=False)
        self.date.autosave.connect(self._on_day)
        self._sensitive = Button("", "quiet", "eye")
        self._sensitive.clicked.connect(self.sensitive_asked)
        self.next = Button("", "primary", "arrow-right")
        self.next.clicked.connect(self.next_dimension)
        # The date says under itself how it was read: the others keep to its upper line.
        self._round_label.setContentsMargins(0, 8, 0, 0)
        self._who.setContentsMargins(0, 6, 0, 0)
        whose, asked = QHBoxLayout(), QHBoxLayout()
        for line, its in (
            (whose, (self.back, self._who)),
            (asked, (self._sensitive, self._round_label, self.round, self.date)),
        ):
            line.setSpacing(8)
            for upper in its:
                line.addWidget(upper, 0, Qt.AlignmentFlag.AlignTop)
        whose.addStretch(1)
        head = Folding(8)
        head.add(whose, 1)
        head.add(asked)
        chips = FieldGrid()
        self.parts: dict[str, Button] = {}
        for part in dimensions():
            button = Button("", "chip", part.icon)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, code=part.code: self.choose_dimension(code))
            self.parts[part.code] = button
            chips.add(button, 3)
        self._hint = ThaiLabel("", "caption")
        self._pane = Pane()
        self._pane.body.setSpacing(2)
        self._pane.body.setContentsMargins(6, 8, 8, 12)
        self.detail = RatingDetail()
        self.detail.edited.connect(self.told)
        self.detail.left.connect(self._back_to_picker)
        list_card = QFrame()
        list_card.setProperty("surface", "card")
        inside = QVBoxLayout(list_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._pane)
        middle = Folding(12)
        middle.add(list_card, 1, wish=330)
        middle.add_side(self.detail, 480, 0.34)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(chips)
        column.addWidget(middle, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        clear_layout(self._pane.body)
        self.pickers = {}
        shown = self._round
        if shown is None:
            return
        for indicator in shown.asked(self._dimension):
            if shown.covered(indicator):
                continue
            code = indicator.code
            picker = IndicatorPicker(
                self._called(indicator, shown), wordings(indicator), self._dimension
            )
            rating = shown.rating(code)
            if rating is not None:
                state = "not_applicable" if rating.state == "not_applicable" else rating.level
                picker.set_value(state)  # type: ignore[arg-type]
            picker.rated.connect(lambda value, code=code: self._on_rated(code, value))
            picker.entered.connect(lambda code=code: self._on_entered(code))
            picker.detail_wanted.connect(self.detail.evidence.setFocus)
            self.pickers[code] = picker
            self._pane.body.addWidget(picker)
        self._pane.body.addStretch(1)
        order = [*self.pickers.values(), self.next]
        for one, after in itertools.pairwise(order):
            QWidget.setTabOrder(one, after)
        first = next(iter(self.pickers), "")
        if first:
            self._on_entered(first)

    def _called(self, indicator: Indicator, shown: HettRound) -> str:
        name = f"{indicator.code} · {indicator.label(language().value)}"
        before = shown.earlier(indicator.code)
        if before is None or before.level is None:
            return name
        was = self.tr("รอบก่อน {level}").replace("{level}", str(before.level))
        return f"{name}  ({was})"

    def _on_entered(self, code: str) -> None:
        self._current = code
        if self._round is not None:
            self.detail.show_indicator(code, self._round, self._codes)
            self._pane.ensureWidgetVisible(self.pickers[code], 0, 60)

    def _on_rated(self, code: str, value: Rating) -> None:
        self.rated.emit(code, value)
        if self._current != code:
            self._on_entered(code)

    def _back_to_picker(self) -> None:
        picker = self.pickers.get(self._current)
        if picker is not None:
            picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day(self, day: PartialDate | None) -> None:
        if day is not None:
            self.edited.emit("on", day)

    def _on_closed(self) -> None:
        self.flush()
        self.closed.emit()
