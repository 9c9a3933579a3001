"""A form about somebody who is known already, or a person made in the same form."""

from __future__ import annotations

from typing import Final

from desktop.errors import UserError
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.wording import sentence

NAMES: Final = ("given", "surname", "phone")
WHO: Final = (
    FieldSpec("person_id", span=12, search="user", required=False),
    FieldSpec("title", span=2, of="person.title"),
    FieldSpec("given", span=4, of="person.given", required=False),
    FieldSpec("surname", span=3, of="person.surname"),
    FieldSpec("phone", span=3, of="person.phone"),
)
"""Who it is about; what else is asked stands behind."""


class KnownForm(EntryForm):
    """Who is chosen from those who are known needs no name."""

    def problems(self) -> dict[str, str]:
        found = super().problems()
        values = self.values()
        if not values["person_id"] and not values["given"]:
            missing = UserError("field_missing", field="given", kind="person")
            found["given"] = sentence(missing)
        return found

    def changed(self) -> None:
        known = bool(self.values()["person_id"])
        for name in ("title", *NAMES):
            self.row(name).setHidden(known)
