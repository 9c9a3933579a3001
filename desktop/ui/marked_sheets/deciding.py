"""The page beside what is proposed of it; what is not sure is asked, one by one, by number keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.paper_marks.proposing import Asked, Deciding, Place
from desktop.ui.marked_sheets.drawing import cut_out, image_of, page_with_marks, round_group
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling

_LEAVE = 0
# The upper row of keys as a Thai keyboard has them, plain and with shift.
_THAI_KEYS = {letter: number for number, letter in enumerate("จๅ/-ภถุึคต")}
_THAI_DIGITS = {letter: number for number, letter in enumerate("๐๑๒๓๔๕๖๗๘๙")}


def number_of(text: str) -> int | None:
    """The number that a key means, on a Latin or a Thai keyboard; None for any other key."""
    if len(text) != 1:
        return None
    if text in "0123456789":
        return int(text)
    return _THAI_KEYS.get(text, _THAI_DIGITS.get(text))


class DecidingPane(Adaptive, QWidget):
    """`settled()`: all is decided; `changed()`: something was decided or taken back."""

    settled = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.deciding: Deciding | None = None
        self._page = QImage()
        self._answered: list[Place] = []
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.picture)
        self.question = self._question()
        self._rows = ThaiLabel("", "body")
        listed = QWidget()
        listed.setProperty("surface", "scroll")
        lines = QVBoxLayout(listed)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        lines.addWidget(self.question)
        lines.addWidget(self._rows)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._room, 3)
        row.addWidget(Scrolling(listed), 2)
        self.adapt()

    def _question(self) -> Card:
        card = Card("…")
        self._why = StatusPill("", "warning")
        self._who = ThaiLabel("", "strong")
        self._stored = ThaiLabel("", "muted")
        self.cut = QLabel()
        self._choices = QWidget()
        self._choice_row = FlowLayout(self._choices, 6)
        self.buttons: list[Button] = []
        self.back_button = Button("", "quiet", "undo-2")
        self.back_button.clicked.connect(self.go_back)
        self.blank_button = Button("", "quiet", "check")
        self.blank_button.clicked.connect(self.leave_blank)
        card.body.addWidget(self._who)
        card.body.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._stored, self.cut, self._choices):
            card.body.addWidget(part)
        foot = QWidget()
        flow = FlowLayout(foot, 6)
        flow.addWidget(self.back_button)
        flow.addWidget(self.blank_button)
        card.body.addWidget(foot)
        return card

    # What is shown

    def show_sheet(self, deciding: Deciding) -> None:
        """Begin with a sheet that was read."""
        self.deciding = deciding
        self._page = image_of(deciding.sheet.page)
        self._answered = []
        self._make_buttons(deciding)
        self._show()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.buttons[0] if self.asked is not None else self

    @property
    def asked(self) -> Asked | None:
        """What is asked now; None once all is decided."""
        if self.deciding is None:
            return None
        waiting = (a for a in self.deciding.asked if not self.deciding.is_decided(a.place))
        return next(waiting, None)

    @property
    def rows_shown(self) -> list[str]:
        """The lines of who is marked as what."""
        return self._rows.typed.split("\n")

    # What is done

    def decide(self, number: int) -> None:
        """Answer with the number of a box, from 1, or 0 to leave it as it is stored."""
        asked, deciding = self.asked, self.deciding
        if asked is None or deciding is None or number > len(deciding.page.codes):
            return
        deciding.decide(asked.place, number - 1 if number else None)
        self._answered.append(asked.place)
        self._went_on()

    def leave_blank(self) -> None:
        """Leave all that seem blank as they are stored."""
        if self.deciding is not None:
            self.deciding.leave_blank()
            self._went_on()

    def _went_on(self) -> None:
        self._show()
        self.changed.emit()
        if self.asked is None:
            self.settled.emit()

    def go_back(self) -> None:
        """Ask the one before again."""
        if self.deciding is None or not self._answered:
            return
        self.deciding.take_back(self._answered.pop())
        self._show()
        self.changed.emit()
        self.first_focus().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose a box, 0 leaves it, Backspace asks the one before again."""
        number = number_of(event.text())
        if number is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.decide(number)
        elif event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # Words and pictures

    def retranslate(self) -> None:
        self.back_button.setText(self.tr("ถามข้อก่อนอีกครั้ง"))
        self._show()

    def redress(self) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw again where the window came to a screen of other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def _make_buttons(self, deciding: Deciding) -> None:
        clear_layout(self._choice_row)
        self.buttons = []
        for number in (*range(1, len(deciding.page.codes) + 1), _LEAVE):
            button = Button("", "chip")
            button.clicked.connect(self._answering(number))
            self._choice_row.addWidget(button)
            self.buttons.append(button)

    def _answering(self, number: int) -> Callable[[], None]:
        return lambda: self.decide(number)

    def _show(self) -> None:
        deciding = self.deciding
        if deciding is None:
            return
        asked = self.asked
        self.question.setVisible(bool(deciding.asked))
        self.back_button.setEnabled(bool(self._answered))
        blank = deciding.blank_waiting
        self.blank_button.setVisible(blank > 1)
        self.blank_button.setText(self.tr("ที่ว่างอีก %n ช่อง คงไว้ตามเดิม", "", blank))
        for part in (self._who, self._stored, self.cut, self._choices, self._why):
            part.setVisible(asked is not None)
        done = len(deciding.asked) - deciding.waiting
        title = self.tr("ต้องตัดสิน {n} จาก {m}").replace("{n}", str(done + 1))
        if asked is None:
            title = self.tr("ตัดสินครบแล้ว")
        self.question.set_title(title.replace("{m}", str(len(deciding.asked))))
        if asked is not None:
            self._show_question(deciding, asked)
        self._rows.set_text("\n".join(self._row_lines(deciding)))
        self._draw()

    def _show_question(self, deciding: Deciding, asked: Asked) -> None:
        page, place = deciding.page, asked.place
        name = f"{place[0] + 1}. {page.names[place[0]]}"
        self._who.set_text(f"{name} · {page.dates[place[1]]}" if page.dates else name)
        stored = self._label(deciding, page.now.get(place))
        said = self.tr("ในทะเบียนตอนนี้: {code}").replace("{code}", stored)
        self._stored.set_text(said if stored else self.tr("ในทะเบียนยังไม่ได้ลง"))
        if asked.why == "doubtful":
            self._why.set_state(self.tr("อ่านไม่แน่ใจ"), "warning")
        elif asked.why == "blank":
            self._why.set_state(self.tr("ดูเหมือนว่าง"), "neutral")
        else:
            self._why.set_state(self.tr("ต่างจากในทะเบียน"), "warning")
        for number, (button, label) in enumerate(zip(self.buttons, page.labels, strict=False), 1):
            button.setText(f"{number}  {label}")
        self.buttons[-1].setText(self.tr("0  คงไว้ตามเดิม"))
        width = max(theme().px(160), self.width() * 2 // 5 - theme().px(70))
        picture = cut_out(deciding, asked.group, width)
        self.cut.setPixmap(picture)
        self.cut.setAccessibleName(self._who.typed)

    def _label(self, deciding: Deciding, code: str | None) -> str:
        page = deciding.page
        return page.labels[page.codes.index(code)] if code in page.codes else ""

    def _row_lines(self, deciding: Deciding) -> list[str]:
        lines = []
        waiting = {each.place for each in deciding.asked if not deciding.is_decided(each.place)}
        for row, name in enumerate(deciding.page.names):
            dates = range(max(1, len(deciding.page.dates)))
            places = [(row, number) for number in dates]
            if deciding.page.dates:
                said = self._summed(deciding, places, waiting)
            else:
                said = self._one(deciding, places[0], waiting)
            lines.append(f"{row + 1}. {name}  {said}")
        return lines

    def _one(self, deciding: Deciding, place: Place, waiting: set[Place]) -> str:
        if place in waiting:
            return self.tr("? รอตัดสิน")
        box = deciding.box_of(place)
        return self.tr("– ไม่ลง") if box is None else deciding.page.labels[box]

    def _summed(self, deciding: Deciding, places: list[Place], waiting: set[Place]) -> str:
        parts = []
        for box, label in enumerate(deciding.page.labels):
            count = sum(deciding.box_of(place) == box for place in places if place not in waiting)
            if count:
                parts.append(f"{label} {count}")
        left = sum(place in waiting for place in places)
        if left:
            parts.append(self.tr("? รอตัดสิน %n", "", left))
        return " · ".join(parts) or self.tr("– ไม่ลง")

    def _draw(self) -> None:
        """The page as wide as there is room, what is asked about in the middle."""
        if self.deciding is None or self._page.isNull():
            return
        asked = self.asked
        place = asked.place if asked is not None else None
        drawn = page_with_marks(self.deciding, self._page, place)
        ratio = self.devicePixelRatioF()
        width = max(theme().px(240), self._room.viewport().width() - 4)
        small = drawn.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(small))
        self.picture.setAccessibleName(self.deciding.page.title)
        if asked is not None:
            share = width / drawn.width()
            middle = round(round_group(asked.group).center().y() * share)
            bar = self._room.verticalScrollBar()
            self.picture.adjustSize()
            bar.setValue(middle - self._room.viewport().height() // 2)
