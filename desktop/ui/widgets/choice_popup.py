"""A list of choices that is found by typing, without tone marks if one likes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from desktop.models.text import search_key
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import SearchBox
from resources.words.names import of_newer

Choice = tuple[str, str]


class Choices(list[Choice]):
    """What can be chosen, and the labels of what was chosen once and no longer can be."""

    def __init__(self, shown: Iterable[Choice], withdrawn: Mapping[str, str]) -> None:
        super().__init__(shown)
        self.withdrawn = dict(withdrawn)


def unlisted(code: str, choices: Sequence[Choice]) -> str:
    """What a code that cannot be chosen is called: its label, or that it is not known here."""
    known = choices.withdrawn.get(code) if isinstance(choices, Choices) else None
    return known or of_newer(code, language())


class _Matching(QSortFilterProxyModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._keys: list[str] = []

    def set_keys(self, keys: list[str]) -> None:
        self._keys = keys

    def look_for(self, text: str) -> None:
        self.beginFilterChange()
        self._wanted = search_key(text)
        self.endFilterChange()

    def best(self) -> int:
        """The row that says what was typed and no more; else one that begins so; else the first."""

        def distance(row: int) -> int:
            key = self._keys[self.mapToSource(self.index(row, 0)).row()]
            return 0 if key == self._wanted else 1 if key.startswith(self._wanted) else 2

        return min(range(self.rowCount()), key=distance, default=0)

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        return self._wanted in self._keys[source_row]


class ChoicePopup(Adaptive, QFrame):
    """`picked` carries a code. With `stays` the popup is kept open to pick several.

    Tab takes what was typed for or gone to with the arrows, as Enter does, and goes on from the
    field that opened it.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget, *, stays: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "card")
        self._stays = stays
        self._choices: list[Choice] = []
        self._stepped = False
        self._under: QWidget | None = None
        self._search = SearchBox()
        self._list = QListView()
        self._list.setProperty("role", "popup")
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._labels = QStringListModel(self)
        self._matching = _Matching(self)
        self._list.setModel(self._matching)
        self._nothing = ThaiLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.setFocusProxy(self._search)
        self._search.searched.connect(self._on_searched)
        self._search.down_pressed.connect(lambda: self._step(1))
        self._list.clicked.connect(self._on_clicked)
        self.adapt()

    def open_under(
        self, widget: QWidget, choices: Sequence[Choice], current: str = "", typed: str = ""
    ) -> None:
        """Show `choices` below `widget`, the current one marked, with `typed` looked for."""
        self._stepped, self._under = False, widget
        self.set_choices(choices)
        self._search.setText(typed)
        row = next((n for n, (code, _) in enumerate(self._choices) if code == current), 0)
        if not typed:
            self._list.setCurrentIndex(self._matching.index(row, 0))
        look = theme()
        self.setFixedWidth(max(widget.width(), look.px(280)))
        self._list.setFixedHeight(look.px(32) * min(max(len(choices), 2), 9) + look.px(10))
        self.adjustSize()
        place = widget.mapToGlobal(widget.rect().bottomLeft())
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            above = widget.mapToGlobal(widget.rect().topLeft()).y() - self.height()
            place.setY(max(room.top(), above))
        self.move(place)
        self.show()
        self._search.setFocus()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace what can be picked."""
        self._choices = list(choices)
        self._matching.set_keys([search_key(label) for _, label in self._choices])
        self._labels.setStringList([label for _, label in self._choices])
        if self._matching.sourceModel() is None:
            self._matching.setSourceModel(self._labels)
        self._on_searched(self._search.text())

    def retranslate(self) -> None:
        self._nothing.set_text(self.tr("ไม่มีรายการที่ตรงกับที่พิมพ์"))
        self.setAccessibleName(self.tr("รายการให้เลือก"))

    def redress(self) -> None:
        self._list.setSpacing(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked(self._list.currentIndex())
        elif event.key() == Qt.Key.Key_Up:
            self._step(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on from the field: there is nothing else here for Tab to go to."""
        if self._stepped or self._search.text().strip():
            self._on_clicked(self._list.currentIndex())
        self.hide()
        if self._under is not None:
            self._under.setFocus()
            key = Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
            plain = Qt.KeyboardModifier.NoModifier
            QCoreApplication.sendEvent(self._under, QKeyEvent(QEvent.Type.KeyPress, key, plain))
        return True

    def _step(self, by: int) -> None:
        self._stepped = True
        row = min(max(self._list.currentIndex().row() + by, 0), self._matching.rowCount() - 1)
        self._list.setCurrentIndex(self._matching.index(row, 0))

    def _on_searched(self, text: str) -> None:
        self._matching.look_for(text)
        self._nothing.setVisible(self._matching.rowCount() == 0)
        if text or not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._matching.index(self._matching.best(), 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        code = self._choices[self._matching.mapToSource(index).row()][0]
        if not self._stays:
            self.hide()
        self.picked.emit(code)
