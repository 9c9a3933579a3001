"""Parts of the reports: big numbers, bars that open lists, a table of two things, papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.tallies.records import Cell, HettTally, Tally, TallyTable
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.cross_table import CrossCell, CrossLine
from desktop.ui.widgets.distribution_bars import Bar, BarPart, DistributionBars
from desktop.ui.widgets.hett_style import dimension
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


def hidden_word() -> str:
    """What stands for a count that is hidden: some are small, some would give those away."""
    return QCoreApplication.translate("ReportsScreen", "ไม่แสดง")


class PeopleBars(DistributionBars):
    """Bars of people; a hidden count says nothing about its size."""

    def retranslate(self) -> None:
        super().retranslate()
        self._hidden = hidden_word()


class Page(QScrollArea):
    """A tab that scrolls; `body` is its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 14, 8, 16)
        self.body.setSpacing(16)
        self.setWidget(inside)


class NumberCard(Card):
    """One big number that opens its list."""

    def __init__(self, icon: str, role: str = "primary") -> None:
        super().__init__("", clickable=True)
        self._icon = IconLabel(icon, role, 26)
        self._number = ThaiLabel("", "title", wrap=False)
        self._word = ThaiLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._word)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_number(self, number: int | None, word: str) -> None:
        """The number (None: hidden) and what it counts."""
        shown = hidden_word() if number is None else f"{number:,}"
        self._number.set_text(shown)
        self._word.set_text(word)
        self.setAccessibleName(f"{word} {shown}")

    @property
    def number(self) -> str:
        """The number as it is shown."""
        return self._number.typed


class TallyCard(Card):
    """Counts by one thing as bars; `opened(LearnerQuery)`."""

    people_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.bars = PeopleBars()
        self._nothing = ThaiLabel("", "muted")
        self._cells: dict[str, Cell] = {}
        self.body.addWidget(self.bars)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self.bars.opened.connect(self._on_opened)

    def show_tally(
        self,
        title: str,
        note: str,
        tally: Tally,
        label: Callable[[str], str],
        people: str,
        nothing: str,
    ) -> None:
        """Show the keys that anybody is behind; `people` is the unit, `nothing` for none."""
        self.set_title(title, note)
        shown = [cell for cell in tally.cells if cell.people is None or cell.people > 0]
        self._cells = {cell.key: cell for cell in shown}
        self.bars.show_bars(
            [
                Bar(
                    cell.key,
                    label(cell.key),
                    (BarPart("all", people, cell.people or 0, cell.people is None),),
                )
                for cell in shown
            ]
        )
        self.bars.setVisible(bool(shown))
        self._nothing.set_text(nothing)
        self._nothing.setVisible(not shown)

    def _on_opened(self, key: str, _part: str) -> None:
        cell = self._cells[key]
        if cell.people is not None:
            self.people_wanted.emit(cell.query)


class HettCard(Card):
    """How many stand at each level of each dimension: of all, or of one village."""

    people_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.bars = PeopleBars()
        self.waiting = Button("", "link", "radar")
        self._tallies: dict[str, HettTally] = {}
        self.body.addWidget(self.bars)
        self.body.addWidget(self.waiting)
        self.body.addStretch(1)
        self.bars.opened.connect(self._on_opened)
        self.waiting.clicked.connect(self._on_waiting)

    def show_hett(
        self,
        title: str,
        note: str,
        tallies: Sequence[HettTally],
        level: Callable[[int], str],
        waiting: Callable[[int], str],
    ) -> None:
        """Show four bars of four levels; `waiting` words how many are not assessed."""
        self.set_title(title, note)
        self._tallies = {each.dimension: each for each in tallies}
        self.bars.show_bars(
            [
                Bar(
                    each.dimension,
                    dimension(each.dimension).name,
                    tuple(
                        BarPart(cell.key, level(number), cell.people or 0, cell.people is None)
                        for number, cell in enumerate(each.levels, 1)
                    ),
                    each.dimension,
                )
                for each in tallies
            ]
        )
        left = [each.not_assessed.people for each in tallies]
        known = [number for number in left if number is not None]
        fewest = min(known) if len(known) == len(left) and known else 0
        self.waiting.setText(waiting(fewest))
        self.waiting.setVisible(fewest > 0)

    def _on_opened(self, code: str, key: str) -> None:
        for cell in self._tallies[code].levels:
            if cell.key == key and cell.people is not None:
                self.people_wanted.emit(cell.query)

    def _on_waiting(self) -> None:
        cells = [each.not_assessed for each in self._tallies.values()]
        fewest = min(cells, key=lambda cell: cell.people or 0)
        self.people_wanted.emit(fewest.query)


def cross(
    table: TallyTable,
    row_word: Callable[[str], str],
    column_word: Callable[[str], str],
    total: str,
) -> tuple[Sequence[str], Sequence[CrossLine]]:
    """The headings and the lines of a table of two things, with its sums."""

    def shown(cells: Sequence[Cell]) -> list[CrossCell | str]:
        return [
            hidden_word() if each.people is None else CrossCell(each.people, each.query)
            for each in cells
        ]

    lines: list[CrossLine] = [
        (row_word(key), shown((*cells, whole)))
        for key, cells, whole in zip(table.row_keys, table.cells, table.row_totals, strict=True)
    ]
    lines.append((total, [*shown(table.column_totals), CrossCell(table.total)]))
    return [*map(column_word, table.column_keys), total], lines


@dataclass(frozen=True)
class PaperOffer:
    """A paper or table that can be made."""

    key: str
    icon: str
    title: str
    about: str


class PaperCard(Card):
    """One paper or table; opens its dialog."""

    def __init__(self, offer: PaperOffer) -> None:
        super().__init__("", clickable=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(offer.icon, "primary", 24))
        head.addWidget(ThaiLabel(offer.title, "strong"), 1)
        self.body.addLayout(head)
        self.body.addWidget(ThaiLabel(offer.about, "muted"))
        self.body.addStretch(1)
        self.setAccessibleName(offer.title)


class PaperPage(Adaptive, Page):
    """Papers and tables by kind; `wanted(key)`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, PaperCard] = {}
        self._made: list[QWidget] = []
        self.adapt()

    def show_offers(self, groups: Mapping[str, Sequence[PaperOffer]]) -> None:
        """Show the offers under their headings."""
        for widget in self._made:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made, self.cards = [], {}
        while self.body.count():
            self.body.takeAt(0)
        for heading, offers in groups.items():
            room = QWidget()
            grid = QGridLayout(room)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(12)
            grid.addWidget(ThaiLabel(heading, "section"), 0, 0, 1, 3)
            for number, offer in enumerate(offers):
                card = PaperCard(offer)
                card.opened.connect(lambda key=offer.key: self.wanted.emit(key))
                grid.addWidget(card, 1 + number // 3, number % 3)
                grid.setColumnStretch(number % 3, 1)
                self.cards[offer.key] = card
            for column in range(3):
                grid.setColumnMinimumWidth(column, theme().px(200))
                grid.setColumnStretch(column, 1)
            self.body.addWidget(room)
            self._made.append(room)
        self.body.addStretch(1)
