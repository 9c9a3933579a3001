"""The form for something new of a person, who may be known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from desktop.ui.forms.spec import FieldSpec
from desktop.ui.persons.known_form import NAMES, KnownForm
from desktop.ui.subjects.new import NewScreen


class KnownScreen(NewScreen):
    """What one knows at first; opened for a person, or with what is known, it begins with that."""

    def __init__(self, kind: str, first: Sequence[FieldSpec]) -> None:
        super().__init__(KnownForm(kind, first), NAMES)

    def hint(self) -> str:
        return self.tr("เลือกคนที่รู้จักแล้ว หรือเขียนชื่อคนใหม่")

    def enter(self, argument: object) -> None:
        """`argument`: the id of a person, or values of fields."""
        super().enter(argument)
        if isinstance(argument, UUID):
            self.form.begin({"person_id": argument})
        elif isinstance(argument, Mapping):
            self.form.begin(dict(argument))
