"""The way to who stands behind a record: a partner, or a person."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal

from desktop.ui.persons.opening import PERSON, PersonPlace
from desktop.ui.shell.finding import Destination
from desktop.ui.widgets.buttons import Button


class Behind(Protocol):
    """A row that says who stands behind it."""

    @property
    def partner_id(self) -> UUID | None:
        """The partner, who comes first."""

    @property
    def person_id(self) -> UUID | None:
        """The person."""

    @property
    def phone(self) -> str:
        """Where they are reached."""


class BehindButton(Button):
    """`wanted(key, argument)` of their page; hidden where nobody is known."""

    wanted = Signal(str, object)

    def __init__(self) -> None:
        self._place: Destination | None = None
        super().__init__("", "link", "handshake")
        self.clicked.connect(self._on_clicked)

    def show_behind(self, row: Behind, name: str) -> None:
        """Show who stands behind a row, by their name."""
        self._place = None
        if row.partner_id is not None:
            self._place = ("partner", row.partner_id)
        elif row.person_id is not None:
            self._place = (PERSON, PersonPlace(row.person_id))
        self.setVisible(self._place is not None)
        told = " · ".join(part for part in (name, row.phone) if part)
        self.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", told))

    def _on_clicked(self) -> None:
        if self._place is not None:
            self.wanted.emit(*self._place)
