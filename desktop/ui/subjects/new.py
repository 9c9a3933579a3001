"""Writing down a new one of a subject: the few things one knows at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.drafts import KeptDraft
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.jobs import Jobs
from desktop.ui.shell.finding import Destination
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.links import finders, set_finders, set_villages
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.writes import Writes

Alike = tuple[str, Destination]
"""What one that may be meant is called, and where it is."""


class NewScreen(Screen):
    """`given(values)`, `drafted(content)`, `named(values)`, `entered()`.

    Override `hint`.

    Args:
        form: what is asked for.
        names: the fields by which one that is there already is known.
    """

    given = Signal(object)
    drafted = Signal(object)
    named = Signal(object)
    entered = Signal()

    def __init__(self, form: EntryForm, names: Sequence[str]) -> None:
        super().__init__()
        self.form = form
        self.kind = form.kind
        self._words = SubjectWords(form.kind)
        self._card = Card("")
        self._alike_title = ThaiLabel("", "field")
        self._alike = QVBoxLayout()
        self.alike: tuple[str, ...] = ()
        self._card.body.addWidget(self._alike_title)
        self._card.body.addLayout(self._alike)
        self._card.body.addWidget(form)
        self._card.body.addWidget(form.save_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(Scrolling(self._card))
        form.given.connect(self.given)
        form.drafted.connect(self.drafted)
        form.edited.connect(
            lambda name, _value: self.named.emit(form.values()) if name in names else None
        )
        self.show_alike(())
        self.adapt()

    def hint(self) -> str:
        """What is enough to begin with."""
        return ""

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Those that are there already: one of them may be meant."""
        clear_layout(self._alike)
        self.alike = tuple(name for name, _place in found)
        for name, destination in found:
            button = Button(name, "link", "search")
            button.clicked.connect(
                lambda _on=False, place=destination: self.open_requested.emit(*place)
            )
            self._alike.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._alike_title.setVisible(bool(found))

    def title(self) -> str:
        return self._words.add()

    def help_text(self) -> str:
        return self.tr("เขียนเท่าที่รู้ ที่เหลือเติมทีหลังในหน้าของรายการนั้น สิ่งที่เขียนค้างไว้จะยังอยู่")

    def save_action(self) -> Action | None:
        return self.form.save

    def first_focus(self) -> QWidget | None:
        return self.form.field(self.form.names[0])

    def enter(self, argument: object) -> None:
        self.entered.emit()

    def leave(self) -> None:
        self.form.flush()

    def retranslate(self) -> None:
        self._card.set_title(self._words.add(), self.hint())
        self._alike_title.set_text(self.tr("มีชื่อนี้แล้ว ใช่รายการเดียวกันหรือไม่"))
        self.form.save_button.setText(self.tr("เก็บแล้วเปิดหน้าของรายการนี้"))
        self.form.save_button.setToolTip("Ctrl+S")


class NewPresenter(QObject):
    """Stores what was given, keeps what is half written under the name of the screen.

    Override `alike`; `subject`, `kept` and `bring_back` where more is asked than the form holds.

    Args:
        add: stores the values and returns the record.
    """

    def __init__(
        self,
        screen: NewScreen,
        services: Services,
        jobs: Jobs,
        add: Callable[[Mapping[str, Any]], UUID],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._add = add
        self._draft = f"{screen.kind}_new"
        self.writes = Writes(screen, jobs, services.undo)
        set_finders(screen.form, finders(services, jobs, screen))
        screen.entered.connect(self.begin)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.named.connect(self.look)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Those that are there already, given what is typed; asked in a job."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What the draft is about, where several may be half written."""
        return ""

    def kept(self) -> Mapping[str, Any]:
        """What a draft keeps beside the form."""
        return {}

    def bring_back(self, content: Mapping[str, Any]) -> None:
        """Show a draft again."""
        names = self._screen.form.names
        form = {name: value for name, value in content.items() if name in names}
        self._screen.form.show_draft(form)

    def begin(self) -> None:
        """Show the form, with what was half written before."""
        services, form, subject = self._services, self._screen.form, self.subject

        def ask() -> tuple[KeptDraft | None, CodeBook, Sequence[VillageLine]]:
            codes = CodeBook(services.centre.own_words())
            return services.drafts.load(self._draft, subject), codes, services.centre.villages()

        def show(found: tuple[KeptDraft | None, CodeBook, Sequence[VillageLine]]) -> None:
            draft, codes, villages = found
            form.set_codes(codes)
            set_villages(form, villages)
            if draft is not None and subject == self.subject:
                self.bring_back(draft.content)

        self.writes.ask(ask, show)

    def store(self, values: Mapping[str, Any]) -> None:
        """Store the record and go to its page."""
        services, screen, subject = self._services, self._screen, self.subject

        def act() -> UUID:
            made = self._add(filled(values))
            services.drafts.discard(self._draft, subject)
            return made

        def done(made: UUID) -> None:
            screen.form.stored()
            screen.show_alike(())
            screen.open_requested.emit(screen.kind, made)

        added = SubjectWords(screen.kind).added()
        self.writes.do(act, done, screen.form.refused, undo=added)

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        content = {**content, **self.kept()} if content else content
        self.writes.keep_draft(self._services.drafts, self._draft, self.subject, content)

    def look(self, values: Mapping[str, Any]) -> None:
        """Look whether it is there already."""
        self._jobs.run(
            lambda _progress: self.alike(values),
            self._screen.show_alike,
            owner=self._screen,
            supersedes=f"{self._draft} alike",
        )
