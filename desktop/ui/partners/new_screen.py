"""Writing a partner down: the few things one knows at first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.partners.records import PartnerRow
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.partners.words import NEW_PARTNER, PARTNER
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.writes import Writes

FIRST = (
    FieldSpec("name", span=8, required=True),
    FieldSpec("sector", span=4),
    FieldSpec("phone", span=4),
    FieldSpec("address", span=8),
    FieldSpec("skills", span=12),
    FieldSpec("groups_served", span=12),
    FieldSpec("note", span=12),
)


class NewPartnerScreen(Screen):
    """`given(values)`, `drafted(content)`, `name_typed(text)`, `entered()`."""

    given = Signal(object)
    drafted = Signal(object)
    name_typed = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = EntryForm("partner", FIRST)
        self._card = Card("")
        self._alike_title = ThaiLabel("", "field")
        self._alike = QVBoxLayout()
        self._rows: tuple[PartnerRow, ...] = ()
        self._card.body.addWidget(self._alike_title)
        self._card.body.addLayout(self._alike)
        self._card.body.addWidget(self.form)
        self._card.body.addWidget(self.form.save_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(Scrolling(self._card))
        self.form.given.connect(self.given)
        self.form.drafted.connect(self.drafted)
        self.form.edited.connect(
            lambda name, value: self.name_typed.emit(str(value)) if name == "name" else None
        )
        self.show_alike(())
        self.adapt()

    def show_alike(self, rows: tuple[PartnerRow, ...]) -> None:
        """Partners of this very name: one of them may be meant."""
        self._rows = rows
        clear_layout(self._alike)
        for row in rows:
            button = Button(row.name, "link", "handshake")
            button.clicked.connect(
                lambda _on=False, known=row.id: self.open_requested.emit(PARTNER, known)
            )
            self._alike.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._alike_title.setVisible(bool(rows))

    def title(self) -> str:
        return self.tr("เพิ่มภาคี")

    def help_text(self) -> str:
        return self.tr("เขียนเท่าที่รู้ มีแค่ชื่อก็เก็บได้ รายละเอียดและผู้ประสานงานเติมทีหลังในหน้าของภาคี")

    def save_action(self) -> Action | None:
        return self.form.save

    def first_focus(self) -> QWidget | None:
        return self.form.field("name")

    def enter(self, argument: object) -> None:
        self.entered.emit()

    def leave(self) -> None:
        self.form.flush()

    def retranslate(self) -> None:
        self._card.set_title(self.tr("เพิ่มภาคี"), self.tr("มีแค่ชื่อก็เก็บได้ เติมที่เหลือทีหลัง"))
        self._alike_title.set_text(self.tr("มีชื่อนี้แล้ว ใช่ที่เดียวกันหรือไม่"))
        self.form.save_button.setText(self.tr("เก็บแล้วไปหน้าของภาคี"))
        self.form.save_button.setToolTip("Ctrl+S")


class NewPartnerPresenter(QObject):
    """Stores what was given, keeps what is half written."""

    def __init__(self, screen: NewPartnerScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        screen.entered.connect(self.begin)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.name_typed.connect(self.look)

    def begin(self) -> None:
        """Show the form, with what was half written before."""
        services = self._services

        def ask() -> tuple[KeptDraft | None, CodeBook]:
            return services.drafts.load(NEW_PARTNER), CodeBook(services.centre.own_words())

        def show(found: tuple[KeptDraft | None, CodeBook]) -> None:
            draft, codes = found
            self._screen.form.set_codes(codes)
            if draft is not None:
                self._screen.form.show_draft(draft.content)

        self.writes.ask(ask, show)

    def store(self, values: Mapping[str, Any]) -> None:
        """Store the partner and go to its page."""
        services, screen = self._services, self._screen

        def act() -> UUID:
            made = services.partners.add(filled(values))
            services.drafts.discard(NEW_PARTNER)
            return made

        def done(made: UUID) -> None:
            screen.form.stored()
            screen.show_alike(())
            screen.open_requested.emit(PARTNER, made)

        self.writes.do(act, done, screen.form.refused, undo=self.tr("เพิ่มภาคีแล้ว"))

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self.writes.keep_draft(self._services.drafts, NEW_PARTNER, "", content)

    def look(self, name: str) -> None:
        """Look whether a partner of this name is there already."""
        self._jobs.run(
            lambda _progress: self._services.partners.alike(name),
            self._screen.show_alike,
            owner=self._screen,
            supersedes="partner alike",
        )
