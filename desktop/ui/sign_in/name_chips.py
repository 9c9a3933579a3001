"""Who it is, picked from the names of those who can sign in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in; `role` is a code."""

    user_id: UUID
    name: str
    role: str


class NameChips(QWidget):
    """`picked(user id)` by hand. Not shown where there is nobody to choose between."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: UUID | None = None
        self._people: tuple[Person, ...] = ()
        self._chips: dict[UUID, Button] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, 8)

    @property
    def several(self) -> bool:
        """Whether there is somebody to choose between."""
        return len(self._people) > 1

    @property
    def name(self) -> str:
        """Who is chosen, "" for nobody."""
        return next((each.name for each in self._people if each.user_id == self.chosen), "")

    def show_people(self, people: Sequence[Person], last: UUID | None) -> None:
        """Offer these names; `last` chosen where they are among them, else the first."""
        self._people = tuple(people)
        known = {person.user_id for person in people}
        self.chosen = last if last in known else (people[0].user_id if people else None)
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for person in people:
            chip = Button(person.name, "chip", "user")
            chip.setCheckable(True)
            chip.setChecked(person.user_id == self.chosen)
            chip.clicked.connect(lambda _checked, who=person.user_id: self.picked.emit(who))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips[person.user_id] = chip

    def choose(self, user_id: UUID) -> None:
        """Show who is chosen."""
        self.chosen = user_id
        self._chips[user_id].setChecked(True)
