"""A board: columns of cards that are drawn and not built, walked by the arrow keys."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme
from desktop.ui.widgets.labels import ThaiLabel, Tone
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import Index

_CARD = Qt.ItemDataRole.UserRole + 1
_MORE = Qt.ItemDataRole.UserRole + 2
_WIDE = 232  # pixels at 100 %: the least of a column with cards
_NARROW = 104  # of one without
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INKS: dict[Tone, tuple[str, str, str]] = {
    "neutral": ("sunken", "text", "border_strong"),
    "info": ("primary_soft", "on_primary_soft", "primary"),
    "success": ("success_soft", "on_success_soft", "success"),
    "warning": ("warning_soft", "on_warning_soft", "warning"),
    "danger": ("danger_soft", "on_danger_soft", "danger"),
}


@dataclass(frozen=True)
class BoardCard:
    """One thing on a board.

    Attributes:
        key: comes back when it is opened.
        title: what it is called.
        lines: what is said of it besides, each on a line of its own.
        corner: a short word at the right below, as how old it is.
        mark: how it stands, in a word; its tone gives colour and its icon a form.
    """

    key: Hashable
    title: str
    lines: tuple[str, ...] = ()
    corner: str = ""
    mark: str = ""
    tone: Tone = "neutral"
    icon: str = "circle"

    @property
    def said(self) -> str:
        """All of it, for a screen reader and for whoever points at it."""
        return " · ".join(filter(None, (self.title, *self.lines, self.corner, self.mark)))


@dataclass(frozen=True)
class CardColumn:
    """A column of a board.

    Attributes:
        title: what its cards have alike.
        note: how many there are, and what else is said of all of them.
        groups: headings, "" for none, and the cards below each.
        more: that there are others, "" where all are shown; it can be opened.
    """

    key: str
    title: str
    note: str
    groups: tuple[tuple[str, tuple[BoardCard, ...]], ...] = ()
    more: str = ""

    @property
    def cards(self) -> tuple[BoardCard, ...]:
        """Every card, in order."""
        return tuple(card for _heading, cards in self.groups for card in cards)


class _Drawing(QStyledItemDelegate):
    """A card, a heading over some, or the word that there are more."""

    def __init__(self, parent: _Cards) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, card = theme(), index.data(_CARD)
        if not isinstance(card, BoardCard):
            return QSize(0, look.px(30 if index.data(_MORE) is None else 44))
        lines = look.px(24) + look.px(20) * len(card.lines)
        return QSize(0, lines + look.px(46 if card.mark or card.corner else 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box, card = theme(), QRect(option.rect), index.data(_CARD)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        if isinstance(card, BoardCard):
            self._paint_card(painter, self._frame(painter, option, box, index), card)
        elif index.data(_MORE) is not None:
            inside = self._frame(painter, option, box, index)
            painter.setFont(look.font(10.5, bold=True))
            painter.setPen(look.colour("primary"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, words)
        else:
            painter.setFont(look.font(10.5, bold=True))
            painter.setPen(look.colour("muted"))
            painter.drawText(box.adjusted(look.px(4), 0, 0, 0), _LEFT, words)
        painter.restore()

    def _frame(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> QRect:
        """Draw the ground of what can be opened; where the keyboard is, in a strong frame."""
        look = theme()
        inside = box.adjusted(2, 2, -2, -look.px(6))
        here = self._list.hasFocus() and self._list.currentIndex() == index
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(look.colour("hover" if over else "raised"))
        painter.setPen(QPen(look.colour("focus" if here else "border"), 3 if here else 1))
        painter.drawRoundedRect(inside, look.px(8), look.px(8))
        return inside.adjusted(look.px(10), look.px(4), -look.px(8), -look.px(6))

    def _paint_card(self, painter: QPainter, box: QRect, card: BoardCard) -> None:
        look = theme()
        soft, ink, edge = _INKS[card.tone]
        if card.tone != "neutral":
            painter.setPen(QPen(look.colour(edge), look.px(4)))
            painter.drawLine(
                box.left() - look.px(6), box.top() + look.px(6),
                box.left() - look.px(6), box.bottom() - look.px(2),
            )  # fmt: skip
        line = QRect(box.left(), box.top(), box.width(), look.px(24))
        self._words(painter, line, card.title, look.font(11, bold=True), "text")
        line = QRect(box.left(), line.bottom() + 1, box.width(), look.px(20))
        for each in card.lines:
            self._words(painter, line, each, look.font(10), "muted")
            line.translate(0, look.px(20))
        if not (card.mark or card.corner):
            return
        small = look.font(10)
        foot = QRect(box.left(), line.top() + look.px(2), box.width(), look.px(22))
        room = foot.width()
        if card.corner:
            painter.setFont(small)
            painter.setPen(look.colour("text"))
            painter.drawText(foot, _RIGHT, card.corner)
            room -= painter.fontMetrics().horizontalAdvance(card.corner) + look.px(6)
        if card.mark:
            sign, gap = look.px(14), look.px(5)
            wide = QFontMetrics(small).horizontalAdvance(card.mark) + sign + 4 * gap
            pill = QRect(foot.left(), foot.top(), min(wide, room), foot.height())
            painter.setPen(QPen(look.colour(edge), 1))
            painter.setBrush(look.colour(soft))
            painter.drawRoundedRect(pill, look.px(11), look.px(11))
            place = QRect(pill.left() + gap, pill.center().y() - sign // 2, sign, sign)
            draw_icon(painter, card.icon, look.colour(ink), place)
            self._words(painter, pill.adjusted(sign + 2 * gap, 0, -gap, 0), card.mark, small, ink)

    def _words(self, painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().colour(role))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, cut)


class _Cards(QListView):
    """`opened(key)`, `more_wanted()`, `left(way)` by the arrows to another column, `taken()` when
    the keyboard came here.
    """

    opened = Signal(object)
    more_wanted = Signal()
    left = Signal(int)
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "cards")
        self.cards = QStandardItemModel(self)
        self.setModel(self.cards)
        self.setItemDelegate(_Drawing(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._open)

    def fill(self, column: CardColumn) -> None:
        """Show the cards of a column; none is current."""
        with QSignalBlocker(self.selectionModel()):
            self.cards.clear()
        for heading, cards in column.groups:
            if heading and cards:
                head = QStandardItem(heading)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.cards.appendRow(head)
            for card in cards:
                item = QStandardItem(card.title)
                item.setData(card, _CARD)
                item.setData(card.said, Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(card.said)
                self.cards.appendRow(item)
        if column.more:
            item = QStandardItem(column.more)
            item.setData(column.key, _MORE)
            self.cards.appendRow(item)

    def keys(self) -> list[Hashable]:
        """What each row opens, None for a heading and for what opens more."""
        rows = range(self.cards.rowCount())
        cards = [self.cards.index(row, 0).data(_CARD) for row in rows]
        return [card.key if isinstance(card, BoardCard) else None for card in cards]

    def current_key(self) -> Hashable | None:
        """The card that has the keyboard, or had it last."""
        card = self.currentIndex().data(_CARD)
        return card.key if isinstance(card, BoardCard) else None

    def go_to(self, row: int) -> None:
        """Make the row current, or the nearest that can be."""
        count = self.cards.rowCount()
        last = max(min(row, count - 1), 0)
        for place in (*range(last, count), *range(last - 1, -1, -1)):
            index = self.cards.index(place, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return

    def go_near(self, height: int) -> None:
        """Make the card current that stands at a height of the view."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, height))
        self.go_to(index.row() if index.isValid() else self.cards.rowCount() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not event.modifiers():
            self.left.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)
        self.taken.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.data(_MORE) is not None:
            self.more_wanted.emit()

    def _open(self, index: QModelIndex) -> None:
        card = index.data(_CARD)
        if isinstance(card, BoardCard):
            self.opened.emit(card.key)
        elif index.data(_MORE) is not None:
            self.more_wanted.emit()


class CardBoard(StateStack):
    """`opened(key)` of a card by Enter or double-click; `more_wanted(key)` of a column.

    Up and down go among the cards of a column, left and right to the columns beside that have
    any; Tab leaves the board. Shown anew, the keyboard stays at its card, wherever that went.
    """

    opened = Signal(object)
    more_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        self._inside.setProperty("surface", "scroll")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setRowStretch(1, 1)
        self._across = QScrollArea()
        self._across.setProperty("across", True)
        self._across.setWidgetResizable(True)
        self._across.setFrameShape(QFrame.Shape.NoFrame)
        self._across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._across.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._across.setWidget(self._inside)
        self.columns: tuple[CardColumn, ...] = ()
        self.lists: dict[str, _Cards] = {}
        self._heads: dict[str, tuple[ThaiLabel, ThaiLabel]] = {}
        self._here = ""
        super().__init__(self._across, parent)

    def show_columns(self, columns: Sequence[CardColumn]) -> None:
        """Show these columns; empty ones are narrow."""
        key, row = self.current_key(), -1
        if self._here in self.lists:
            row = self.lists[self._here].currentIndex().row()
        held = any(each.hasFocus() for each in self.lists.values())
        if [each.key for each in columns] != [each.key for each in self.columns]:
            self._rebuild(columns)
        self.columns = tuple(columns)
        for column in columns:
            self.lists[column.key].fill(column)
        self._word()
        self._restore(key, row)
        if held and self.first_focus() is not None:
            self.lists[self._here].setFocus()
        self._spread()
        if any(each.cards for each in columns):
            self.show_content()
        else:
            self.show_empty()

    def current_key(self) -> Hashable | None:
        """The card that has the keyboard, or had it last."""
        here = self.lists.get(self._here)
        return here.current_key() if here is not None else None

    def current_column(self) -> str:
        """The key of the column with that card."""
        return self._here

    def first_focus(self) -> QWidget | None:
        """The column that takes the keyboard; None where there is no card."""
        here = self.lists.get(self._here)
        return here if here is not None and here.cards.rowCount() else None

    def redress(self) -> None:
        super().redress()
        self._spread()

    def minimumSizeHint(self) -> QSize:
        """A column and some cards: what is wider or longer scrolls."""
        return QSize(theme().px(_WIDE + 24), theme().px(240))

    def _rebuild(self, columns: Sequence[CardColumn]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lists, self._heads = {}, {}
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 0)
            self._grid.setColumnMinimumWidth(place, 0)
        for place, column in enumerate(columns):
            title, note = ThaiLabel("", "strong"), ThaiLabel("", "muted")
            head = QWidget()
            words = QVBoxLayout(head)
            words.setContentsMargins(2, 0, 2, 0)
            words.setSpacing(0)
            words.addWidget(title)
            words.addWidget(note)
            words.addStretch(1)
            cards = _Cards()
            cards.opened.connect(self.opened)
            cards.more_wanted.connect(lambda key=column.key: self.more_wanted.emit(key))
            cards.left.connect(lambda way, key=column.key: self._step(key, way))
            cards.taken.connect(lambda key=column.key: self._take(key))
            self._heads[column.key], self.lists[column.key] = (title, note), cards
            self._grid.addWidget(head, 0, place)
            self._grid.addWidget(cards, 1, place)

    def _word(self) -> None:
        for column in self.columns:
            title, note = self._heads[column.key]
            title.set_text(column.title)
            note.set_text(column.note)
            self.lists[column.key].setAccessibleName(f"{column.title} {column.note}")

    def _restore(self, key: Hashable | None, row: int) -> None:
        """Put the keyboard's place to where its card is now, or to what took that place."""
        for name, cards in self.lists.items():
            keys = cards.keys()
            if key is not None and key in keys:
                cards.go_to(keys.index(key))
                self._take(name)
                return
        filled = [each.key for each in self.columns if each.cards]
        if filled:
            here = self._here if self._here in filled else filled[0]
            self.lists[here].go_to(row if here == self._here else 0)
            self._take(here)

    def _step(self, key: str, way: int) -> None:
        """Go to the next column that has cards, to the card at the same height."""
        order = [each.key for each in self.columns if each.cards]
        place = order.index(key) + way if key in order else -1
        if not 0 <= place < len(order):
            return
        cards, there = self.lists[key], self.lists[order[place]]
        there.go_near(cards.visualRect(cards.currentIndex()).center().y())
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, key: str) -> None:
        """A column has the keyboard: Tab comes back to it and to no other."""
        self._here = key
        for name, cards in self.lists.items():
            strong = name == key
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            cards.setFocusPolicy(policy)
        self._across.ensureWidgetVisible(self.lists[key], theme().px(16), 0)

    def _spread(self) -> None:
        for place, column in enumerate(self.columns):
            filled = bool(column.cards)
            self._grid.setColumnStretch(place, 1 if filled else 0)
            self._grid.setColumnMinimumWidth(place, theme().px(_WIDE if filled else _NARROW))
            self.lists[column.key].setVisible(filled)
            self.lists[column.key].doItemsLayout()
