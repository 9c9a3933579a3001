"""The stick: what goes out or comes in, where, and what to do next; three steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.services.sync.bundles import BundleWritten
from desktop.services.sync.ledger import LaptopSeen
from desktop.services.sync.sticks import StickTaken
from desktop.ui import file_asking
from desktop.ui.sync.choice_card import ChoiceCard
from desktop.ui.sync.drives import Drive
from desktop.ui.sync.stick_words import StickWords
from desktop.ui.sync.words import SyncWords
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

Way = Literal["province", "laptop", "in"]
WHAT, WHERE, BUSY, DONE = range(4)
_LOOK_MILLISECONDS = 3000


class StickPane(Adaptive, QWidget):
    """`write_wanted(folder, laptop or "")`, `take_wanted(file)`, `look_wanted(way)`."""

    write_wanted = Signal(object, str)
    take_wanted = Signal(object)
    look_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._way: Way = "province"
        self._waiting = 0
        self._laptops: tuple[LaptopSeen, ...] = ()
        self._enrolled = True
        self._places: list[Path] = []
        self._shown: tuple[object, ...] | None = None
        self._done: BundleWritten | StickTaken | None = None
        self._words = StickWords()
        self.choose_folder: Callable[[], Path | None] = self._choose_folder
        self.choose_file: Callable[[], Path | None] = self._choose_file
        self._steps = ThaiLabel("", "muted")
        self.pages = QStackedWidget()
        for page in (self._what(), self._where(), self._busy(), self._finished()):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._steps)
        column.addWidget(self.pages, 1)
        # A stick that is plugged in while one looks at the list appears by itself.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MILLISECONDS)
        self._look.timeout.connect(self._on_look)
        self.adapt()

    # What is shown

    def show_waiting(self, count: int, *, enrolled: bool) -> None:
        """How many changes would go to the province."""
        self._waiting, self._enrolled = count, enrolled
        self.retranslate()

    def show_laptops(self, rows: Sequence[LaptopSeen]) -> None:
        """The other laptops of the centre that a file can be written for."""
        self._laptops = tuple(
            row for row in rows if not row.here and not row.revoked and row.letters
        )
        self.laptop.set_choices(
            [(row.device, self._words.laptop(row.letters)) for row in self._laptops]
        )
        if self._laptops and not self.laptop.value():
            self.laptop.set_value(self._laptops[0].device)
        self.retranslate()

    def show_places(self, drives: Sequence[Drive], files: Sequence[Path]) -> None:
        """The sticks that are plugged in, or the files on them that can be taken in."""
        shown: tuple[object, ...] = (self._way, *drives, *files)
        if shown == self._shown:
            return
        self._shown = shown
        taking = self._way == "in"
        kept = self.place()
        self.places.clear()
        self._places = list(files) if taking else [drive.path for drive in drives]
        for file in files if taking else ():
            self.places.addItem(QListWidgetItem(f"{file.name}\n{file.parent}"))
        for drive in () if taking else drives:
            room = self._words.room(SyncWords().size(drive.free))
            self.places.addItem(QListWidgetItem(f"{drive.name}\n{drive.path} · {room}"))
        if self._places:
            self.places.setCurrentRow(self._places.index(kept) if kept in self._places else 0)
        waiting = self.other_button.hasFocus() or self.back_button.hasFocus()
        self.places.setVisible(bool(self._places))
        if self._places and waiting:
            self.places.setFocus()
        self._nothing.setVisible(not self._places)
        self.retranslate()

    def show_page(self, page: int) -> None:
        """Go to a step."""
        self.pages.setCurrentIndex(page)
        if page == WHERE and self.isVisible():
            self._look.start()
        else:
            self._look.stop()
        self.retranslate()
        focus = {
            WHAT: self.to_province, WHERE: self.places if self._places else self.other_button,
            DONE: self.again_button,
        }.get(page)  # fmt: skip
        if focus is not None:
            focus.setFocus()

    def start(self, way: Way) -> None:
        """Begin with what is already chosen."""
        self._way, self._shown = way, None
        self._places = []
        self.places.clear()
        self.problem.dismiss()
        self.show_places((), ())
        self.show_page(WHERE)
        self.look_wanted.emit(way)

    def show_busy(self) -> None:
        """The file is being written or read."""
        self.show_page(BUSY)

    def show_done(self, done: BundleWritten | StickTaken) -> None:
        """Say what was done and what comes next."""
        self._done = done
        self.show_page(DONE)

    def show_refused(self, sentence: str) -> None:
        """Say why not; nothing is lost, and it can be tried again."""
        self.show_page(WHERE)
        self.problem.say(sentence, "danger")
        self.look_wanted.emit(self._way)

    # What was chosen

    @property
    def way(self) -> Way:
        """What is to be done."""
        return self._way

    @property
    def done_words(self) -> str:
        """What the last step says."""
        return "\n".join(
            label.typed for label in (self._done_head, self._done_text, self._done_next)
        )

    def place(self) -> Path | None:
        """The stick or file that is marked in the list."""
        row = self.places.currentRow()
        return self._places[row] if 0 <= row < len(self._places) else None

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.to_province if self.pages.currentIndex() == WHAT else self.places

    def retranslate(self) -> None:
        words = self._words
        self._steps.set_text(words.steps(self.pages.currentIndex()))
        self.to_province.set_words(words.to_province(), words.to_province_text(self._waiting))
        self.to_laptop.set_words(
            words.to_laptop(), words.to_laptop_text() if self._laptops else words.no_laptops()
        )
        self.take_in.set_words(words.take_in(), words.take_in_text())
        self.to_province.setEnabled(self._enrolled)
        self.to_laptop.setEnabled(self._enrolled and bool(self._laptops))
        self.take_in.setEnabled(self._enrolled)
        self._not_joined.set_text("" if self._enrolled else words.not_joined())
        self._not_joined.setVisible(not self._enrolled)
        taking = self._way == "in"
        self._where_card.set_title(words.where(self._way))
        self.laptop_row.set_words(words.which_laptop(), "")
        self.laptop_row.setVisible(self._way == "laptop")
        self._nothing.set_text(words.no_files() if taking else words.no_sticks())
        self.places.setAccessibleName(words.where(self._way))
        self.other_button.setText(words.other_file() if taking else words.other_folder())
        self.back_button.setText(words.back())
        self.go_button.setText(words.take() if taking else words.write())
        self.go_button.setEnabled(self.place() is not None)
        self._busy_label.set_text(words.reading() if taking else words.writing())
        self.again_button.setText(words.again())
        self._show_done()

    def redress(self) -> None:
        for page in (self._choices, self._where_card, self._done_card):
            page.setMaximumWidth(theme().px(820))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back; Enter on the list goes on."""
        page = self.pages.currentIndex()
        if event.key() == Qt.Key.Key_Escape and page in (WHERE, DONE):
            self.show_page(WHAT)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and page == WHERE:
            self.go_button.click()
        else:
            super().keyPressEvent(event)

    # Its pages

    def _what(self) -> QWidget:
        self.to_province = ChoiceCard("send")
        self.to_laptop = ChoiceCard("monitor")
        self.take_in = ChoiceCard("inbox")
        self._not_joined = ThaiLabel("", "warning")
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._not_joined)
        ways: tuple[tuple[ChoiceCard, Way], ...] = (
            (self.to_province, "province"), (self.to_laptop, "laptop"), (self.take_in, "in"),
        )  # fmt: skip
        for card, way in ways:
            column.addWidget(card)
            card.opened.connect(lambda chosen=way: self.start(chosen))
        return _at_top(self._choices)

    def _where(self) -> QWidget:
        self._where_card = Card("…")
        self.problem = Banner()
        self.problem.hide()
        self.laptop = ChoiceField()
        self.laptop_row = FormRow(self.laptop)
        self.places = QListWidget()
        self._nothing = ThaiLabel("", "muted")
        self.other_button = Button("", "secondary", "folder-open")
        self.back_button = Button("", "quiet", "arrow-left")
        self.go_button = Button("", "primary", "usb")
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.other_button)
        foot.addWidget(self.go_button)
        body = self._where_card.body
        body.addWidget(self.problem)
        body.addWidget(self.laptop_row)
        body.addWidget(self._nothing)
        body.addWidget(self.places, 1)
        body.addLayout(foot)
        self.places.itemActivated.connect(lambda _item: self.go_button.click())
        self.places.currentRowChanged.connect(
            lambda _row: self.go_button.setEnabled(self.place() is not None)
        )
        self.back_button.clicked.connect(lambda: self.show_page(WHAT))
        self.other_button.clicked.connect(self._on_other)
        self.go_button.clicked.connect(self._on_go)
        return _at_top(self._where_card)

    def _busy(self) -> QWidget:
        self._busy_label = ThaiLabel("", "section")
        return _at_top(self._busy_label)

    def _finished(self) -> QWidget:
        self._done_card = Card()
        self._done_sign = IconLabel("circle-check", "success", 48)
        self._done_head = ThaiLabel("", "section")
        self._done_text = ThaiLabel("")
        self._done_next = ThaiLabel("", "strong")
        self.again_button = Button("", "primary", "arrow-left")
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (self._done_head, self._done_text, self._done_next):
            words.addWidget(label)
        words.addSpacing(8)
        words.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._done_sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._done_card.body.addLayout(row)
        self.again_button.clicked.connect(lambda: self.show_page(WHAT))
        return _at_top(self._done_card)

    def _show_done(self) -> None:
        done, words = self._done, self._words
        if isinstance(done, BundleWritten):
            self._done_head.set_text(words.written(done.changes))
            size = SyncWords().size(done.size)
            self._done_text.set_text(words.file(done.path.name, size, str(done.path.parent)))
            self._done_next.set_text(words.after_writing(to_laptop=self._way == "laptop"))
        elif done is not None:
            self._done_head.set_text(words.taken(done))
            self._done_text.set_text(words.brought(done))
            self._done_next.set_text(words.after_taking(done.waiting))
        for label in (self._done_text, self._done_next):
            label.setVisible(bool(label.typed))

    # What is wished

    def take(self, file: Path) -> None:
        """Take in a file that was not looked for here: one that somebody opened."""
        self.start("in")
        self._go(file)

    def _on_go(self) -> None:
        place = self.place()
        if place is not None:
            self._go(place)

    def _on_other(self) -> None:
        place = self.choose_file() if self._way == "in" else self.choose_folder()
        if place is not None:
            self._go(place)

    def _go(self, place: Path) -> None:
        self.problem.dismiss()
        if self._way == "in":
            self.take_wanted.emit(place)
        else:
            self.write_wanted.emit(place, self.laptop.value() if self._way == "laptop" else "")

    def _on_look(self) -> None:
        if self.isVisible() and self.pages.currentIndex() == WHERE:
            self.look_wanted.emit(self._way)

    def _choose_folder(self) -> Path | None:
        return file_asking.ask_folder(self, self._words.where(self._way))

    def _choose_file(self) -> Path | None:
        kinds = self._words.kinds_of_files()
        return file_asking.ask_open(self, self._words.where(self._way), kinds)


def _at_top(inside: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    column.addStretch(1)
    return page
