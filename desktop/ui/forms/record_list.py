"""Several records of one kind, each a line that opens to its form and saves itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.entries import Entry
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Finder
from desktop.ui.widgets.showing import show_if

Pill = tuple[str, Tone, str]
Summary = Callable[[Mapping[str, Any]], tuple[str, str, Sequence[Pill]]]
"""Title, one quiet line, and pills (word, tone, icon) of a record's values."""


class RecordItem(Adaptive, QFrame):
    """One record. Without an id it is new, and is stored once `needed` says that it can be."""

    edited = Signal(str, object)
    filled = Signal(object)
    removed = Signal()
    followed = Signal()

    def __init__(
        self,
        kind: str,
        specs: Sequence[FieldSpec],
        summary: Summary,
        needed: Sequence[str],
        finders: Mapping[str, Finder],
    ) -> None:
        super().__init__()
        self._finders = finders
        self.record_id: UUID | None = None
        self._summary, self._needed = summary, needed
        self._storing, self._locked = False, False
        self._since: set[str] = set()
        self._values: Mapping[str, Any] = {}
        self.setProperty("surface", "sunken")
        self._title = ThaiLabel("", "strong")
        self._line = ThaiLabel("", "muted")
        self._pills = QHBoxLayout()
        self._pills.setSpacing(6)
        self._open = Button("", "quiet", "chevron-down")
        self._open.setCheckable(True)
        self.follow = IconButton("arrow-right")
        self._remove = IconButton("trash-2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addLayout(self._pills)
        head.addWidget(self.follow)
        head.addWidget(self._open)
        head.addWidget(self._remove)
        self._kind, self._specs = kind, specs
        self._codes = CodeBook()
        self._form: RecordForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._open.toggled.connect(self.set_open)
        self._remove.clicked.connect(self.removed)
        self.follow.clicked.connect(self.followed)
        self.follow.hide()
        self.adapt()

    @property
    def form(self) -> RecordForm:
        """The form, made when it is first needed."""
        if self._form is None:
            self._form = RecordForm(self._kind, self._specs)
            self._form.set_codes(self._codes)
            self._form.lock(self._locked)
            for name, finder in self._finders.items():
                self._form.set_finder(name, finder)
            self._form.show_values(self._values, keep=False)
            self._form.edited.connect(self._on_edited)
            self._column.addWidget(self._form)
            show_if(self._form, self._open.isChecked())
        return self._form

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self._codes = codes
        if self._form is not None:
            self._form.set_codes(codes)
        self.retranslate()

    def flush(self) -> None:
        """Send what is half typed."""
        if self._form is not None:
            self._form.flush()

    def set_open(self, opened: bool) -> None:
        """Show the form, or only the line."""
        self._open.setChecked(opened)
        show_if(self.form, opened)
        self.retranslate()

    def show_entry(self, values: Mapping[str, Any], *, keep: bool) -> None:
        """Show a stored record."""
        self._values = values
        if self._form is not None:
            self._form.show_values(values, keep=keep)
        self.retranslate()

    def set_removable(self, removable: bool) -> None:
        """Whether the record may be taken away by hand."""
        show_if(self._remove, removable)

    def lock(self, locked: bool) -> None:
        """Let the record only be read."""
        self._locked = locked
        self.set_removable(not locked)
        if self._form is not None:
            self._form.lock(locked)
        self.retranslate()

    def lead_to(self, page: str) -> None:
        """Offer to open the page that the record is about, by the name of the button."""
        self.follow.set_name(page)
        show_if(self.follow, self.record_id is not None)

    def bind(self, record_id: UUID) -> None:
        """The new record was stored as `record_id`; what was typed meanwhile follows."""
        self.record_id, self._storing = record_id, False
        for name in sorted(self._since):
            self.edited.emit(name, self.form.values()[name])
        self._since.clear()

    def unbind(self) -> None:
        """Storing the new record failed; the next edit tries again."""
        self._storing = False

    def retranslate(self) -> None:
        opened = self._open.isChecked()
        closed = self.tr("ดู") if self._locked else self.tr("ดูและแก้")
        self._open.setText(self.tr("พับเก็บ") if opened else closed)
        self._open.set_icon("chevron-up" if opened else "chevron-down")
        self._remove.set_name(self.tr("เอาออก"))
        title, line, pills = self._summary(self._values)
        self._title.set_text(title or self.tr("รายการใหม่"))
        self._line.set_text(line)
        show_if(self._line, bool(line))
        clear_layout(self._pills)
        for word, tone, icon in pills:
            self._pills.addWidget(StatusPill(word, tone, icon))
        self._open.setAccessibleDescription(self._title.typed)

    def _on_edited(self, name: str, value: object) -> None:
        if self.record_id is not None:
            self.edited.emit(name, value)
        elif self._storing:
            self._since.add(name)
        else:
            given = {
                key: each for key, each in self.form.values().items() if each not in ("", None, [])
            }
            if any(key in given for key in self._needed):
                self._storing = True
                self.filled.emit(given)


class RecordList(Card):
    """A card with the records of one kind.

    `edited(id, name, value)`, `added(item, values)` (answer with `item.bind(id)`), `removed(id)`.
    """

    edited = Signal(object, str, object)
    added = Signal(object, object)
    removed = Signal(object)

    def __init__(
        self,
        kind: str,
        specs: Sequence[FieldSpec],
        summary: Summary,
        needed: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.kind = kind
        self._specs, self._summary, self._needed = specs, summary, needed
        self._codes = CodeBook()
        self._finders: dict[str, Finder] = {}
        self._locked = False
        self.items: list[RecordItem] = []
        self.add_button = Button("", "secondary", "plus")
        self.add_button.clicked.connect(self.begin)
        self.header.add_action(self.add_button)
        self._nothing = ThaiLabel("", "muted")
        self.body.addWidget(self._nothing)

    def set_words(self, title: str, note: str, add: str, nothing: str) -> None:
        """Heading, its line, the word of the button, and what stands here when there is nothing."""
        self.set_title(title, note)
        self.add_button.setText(add)
        self._nothing.set_text(nothing)

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self._codes = codes
        for item in self.items:
            item.set_codes(codes)

    def lock(self, locked: bool) -> None:
        """Let the records only be read."""
        self._locked = locked
        show_if(self.add_button, not locked)
        for item in self.items:
            item.lock(locked)

    def set_finder(self, name: str, finder: Finder) -> None:
        """Who looks for the records of a field that is searched; said before any is shown."""
        self._finders[name] = finder

    def show_entries(self, entries: Sequence[Entry], *, keep: bool) -> None:
        """Show these; with `keep` open forms and half-typed new ones stay."""
        wanted = {entry.id: entry for entry in entries}
        for item in list(self.items):
            known = item.record_id in wanted if item.record_id else keep
            if not known or not keep:
                self._drop(item)
        have = {item.record_id for item in self.items}
        for entry in entries:
            if entry.id not in have:
                item = self._new_item()
                item.record_id = entry.id
        for item in self.items:
            if item.record_id is not None:
                item.show_entry(wanted[item.record_id].values, keep=keep)
        show_if(self._nothing, not self.items)

    def begin(self) -> None:
        """Open an empty form for a new record and put the keyboard into it."""
        item = self._new_item()
        item.set_open(True)
        self._nothing.hide()
        item.form.field(self._specs[0].name).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, record_id: UUID | None, name: str, text: str) -> bool:
        """Say beside the field of a record what is wrong."""
        for item in self.items:
            if item.record_id == record_id and item.form.show_error(name, text):
                return True
        return False

    def clear_error(self, record_id: UUID, name: str) -> None:
        """The field was stored."""
        for item in self.items:
            if item.record_id == record_id:
                item.form.clear_error(name)

    def flush(self) -> None:
        """Send what is half typed."""
        for item in self.items:
            item.flush()

    def _new_item(self) -> RecordItem:
        item = RecordItem(self.kind, self._specs, self._summary, self._needed, self._finders)
        item.set_codes(self._codes)
        if self._locked:
            item.lock(True)
        item.edited.connect(lambda name, value: self.edited.emit(item.record_id, name, value))
        item.filled.connect(lambda values: self.added.emit(item, values))
        item.removed.connect(lambda: self._on_removed(item))
        self.items.append(item)
        self.body.addWidget(item)
        return item

    def _on_removed(self, item: RecordItem) -> None:
        if item.record_id is not None:
            self.removed.emit(item.record_id)
        # The page may have been read again by now, and the item be gone.
        if item in self.items:
            self._drop(item)
        show_if(self._nothing, not self.items)

    def _drop(self, item: RecordItem) -> None:
        self.items.remove(item)
        self.body.removeWidget(item)
        item.hide()
        item.deleteLater()
