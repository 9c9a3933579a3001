"""Two versions of one record side by side: for duplicates and for conflicts, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import Separator, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling

Side = Literal["left", "right"]


@dataclass(frozen=True)
class FieldPair:
    """One field of both versions, as shown. `base` is what stood before both were changed.

    With `plain` the base line is shown as it is worded.
    """

    key: str
    label: str
    left: str
    right: str
    base: str | None = None
    plain: bool = False

    @property
    def same(self) -> bool:
        """Whether there is nothing to choose."""
        return self.left == self.right


class SideBySide(Adaptive, QWidget):
    """`decided` carries a dict of key to "left" or "right" once every difference has a choice.

    A field that only one side filled is chosen beforehand, so that nothing typed is lost; a field
    that is the same on both is shown last and quietly.
    """

    decided = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[FieldPair, ...] = ()
        self._titles = ("", "")
        self._notes = ("", "")
        self._groups: dict[str, QButtonGroup] = {}
        self._deciding = True
        self._stretched = 0
        self._all_left = Button("", "quiet")
        self._all_right = Button("", "quiet")
        self.accept_button = Button("", "primary", "check")
        self._left_to_do = ThaiLabel("", "muted", wrap=False)
        self._inside = QWidget()
        self._inside.setProperty("surface", "scroll")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        whole, end = QHBoxLayout(), QHBoxLayout()
        whole.addWidget(self._all_left)
        whole.addWidget(self._all_right)
        whole.addStretch(1)
        end.addStretch(1)
        end.addWidget(self._left_to_do)
        end.addWidget(self.accept_button)
        foot = Folding(8)
        foot.add(whole, 1)
        foot.add(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolling(self._inside), 1)
        column.addWidget(foot)
        self._all_left.clicked.connect(lambda: self.choose_all("left"))
        self._all_right.clicked.connect(lambda: self.choose_all("right"))
        self.accept_button.clicked.connect(lambda: self.decided.emit(self.choices()))
        self.adapt()

    def show_pairs(
        self,
        pairs: Sequence[FieldPair],
        titles: tuple[str, str],
        notes: tuple[str, str] = ("", ""),
    ) -> None:
        """Show the fields; `titles` name the two sides, `notes` say who wrote them and when."""
        self._pairs = (*(p for p in pairs if not p.same), *(p for p in pairs if p.same))
        self._titles, self._notes = titles, notes
        self._fill({})

    def set_deciding(self, deciding: bool) -> None:
        """Let a side be chosen, or only look at both."""
        self._deciding = deciding

    def choices(self) -> dict[str, Side]:
        """Key to side for every difference that has a choice so far."""
        found: dict[str, Side] = {}
        for key, group in self._groups.items():
            if group.checkedId() >= 0:
                found[key] = "left" if group.checkedId() == 0 else "right"
        return found

    def choose(self, key: str, side: Side) -> None:
        """Choose a side for one field."""
        self._groups[key].button(0 if side == "left" else 1).setChecked(True)
        self._count()

    def choose_all(self, side: Side) -> None:
        """Choose one side for every difference."""
        for key in self._groups:
            self.choose(key, side)

    def retranslate(self) -> None:
        self.accept_button.setText(self.tr("ใช้ตามที่เลือก"))
        self._fill(self.choices())

    def _fill(self, chosen: Mapping[str, Side]) -> None:
        clear_layout(self._grid)
        for group in self._groups.values():
            group.deleteLater()
        self._groups = {}
        for column, (title, note) in enumerate(zip(self._titles, self._notes, strict=True), 1):
            head = QWidget()
            words = QVBoxLayout(head)
            words.setContentsMargins(0, 0, 0, 4)
            words.setSpacing(0)
            words.addWidget(ThaiLabel(title, "section"))
            words.addWidget(ThaiLabel(note, "caption"))
            self._grid.addWidget(head, 0, column)
        line = 1
        for pair in self._pairs:
            self._add_pair(line, pair, chosen)
            line += 3
        self._grid.setRowStretch(self._stretched, 0)
        self._grid.setRowStretch(line, 1)
        self._stretched = line
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for button, title in (
            (self._all_left, self._titles[0]),
            (self._all_right, self._titles[1]),
        ):
            text = self.tr("เลือก {side} ทั้งหมด").replace("{side}", title)
            button.setText(text)
            button.setVisible(bool(title) and self._deciding)
        self.accept_button.setVisible(self._deciding)
        self._order()
        self._count()

    def _order(self) -> None:
        """Let Tab go from the answers to what takes them; the answers are made anew each time."""
        answers = [button for group in self._groups.values() for button in group.buttons()]
        last = self.accept_button
        stops = [last, *answers, self._all_left, self._all_right, last]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _add_pair(self, line: int, pair: FieldPair, chosen: Mapping[str, Side]) -> None:
        label = ThaiLabel(pair.label, "muted" if pair.same else "field")
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        none = self.tr("(ว่าง)")
        if pair.same:
            self._grid.addWidget(ThaiLabel(pair.left or none, "muted"), line, 1, 1, 2)
        else:
            group = QButtonGroup(self)
            for number, text in enumerate((pair.left, pair.right)):
                button = _Answer(text or none, answering=self._deciding)
                button.radio.setAccessibleName(
                    f"{pair.label}, {self._titles[number]}: {text or none}"
                )
                group.addButton(button.radio, number)
                self._grid.addWidget(button, line, number + 1)
            group.idClicked.connect(self._on_clicked)
            self._groups[pair.key] = group
            side = chosen.get(pair.key) or self._only_filled(pair)
            if side is not None:
                group.button(0 if side == "left" else 1).setChecked(True)
            if pair.base is not None:
                said = self.tr("เดิม: {value}").replace("{value}", pair.base or none)
                if pair.plain:
                    said = pair.base
                self._grid.addWidget(ThaiLabel(said, "caption"), line + 1, 1, 1, 2)
        self._grid.addWidget(Separator(), line + 2, 0, 1, 3)

    def _only_filled(self, pair: FieldPair) -> Side | None:
        # With a known base an empty side means that someone took the text away on purpose.
        if pair.base is not None:
            return None
        if pair.left and not pair.right:
            return "left"
        if pair.right and not pair.left:
            return "right"
        return None

    def _on_clicked(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        left = len(self._groups) - len(self.choices())
        said = self.tr("ยังต้องเลือกอีก %n ช่อง", "", left) if left and self._deciding else ""
        self._left_to_do.set_text(said)
        self.accept_button.setEnabled(left == 0 and bool(self._pairs))


class _Answer(QWidget):
    """A radio button whose words wrap, which those of QRadioButton do not."""

    def __init__(self, text: str, *, answering: bool = True) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setEnabled(answering)
        label = ThaiLabel(text)
        # Beside an answer of more lines it stays with its button.
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setBuddy(self.radio)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.radio.setHidden(not answering)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is a click on their button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.click()
