"""What a form says of a field: where it stands, and what it asks beyond the field's meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.models.base import synced_classes
from desktop.models.fields import Field, fields_of
from desktop.ui.forms.field import FormField


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form; what it holds comes from the meaning of the record's field.

    Attributes:
        name: the field of the record, or a name of the form's own with `of`, `meaning` or `slot`.
        span: how many of the twelve columns it takes.
        lines: how many lines of text are seen at first.
        required: asked for by this form; None: where the record cannot be without it.
        compact: a day without the choice of how far it is known; what is typed in part is taken.
        ahead: the day may lie ahead.
        tick: a box to tick, where yes and no are enough.
        search: found by typing a part of its name, shown with this icon; else it is one of the
            choices that the screen sets.
        of: `kind.field` whose meaning and name it has, where that is another record's.
        meaning: what it holds, where no record has such a field.
        slot: makes a field of the screen's own.
        apart: stands where the screen puts its row, outside the columns.
    """

    name: str
    span: int = 4
    lines: int = 2
    required: bool | None = None
    compact: bool = False
    ahead: bool = False
    tick: bool = False
    search: str = ""
    of: str = ""
    meaning: Field | None = None
    slot: Callable[[], FormField] | None = None
    apart: bool = False

    def of_kind(self, kind: str) -> tuple[str, str]:
        """Kind and field that give it its meaning and its name."""
        if not self.of:
            return kind, self.name
        other, _, name = self.of.partition(".")
        return other, name

    def meaning_in(self, kind: str) -> Field:
        """What it holds.

        Raises:
            KeyError: the record has no such field.
        """
        if self.meaning is not None:
            return self.meaning
        of, name = self.of_kind(kind)
        fields = fields_of(synced_classes()[of])
        return fields.get(name, Field("packed")) if self.slot is not None else fields[name]

    def asked_of(self, meaning: Field) -> bool:
        """Whether the form asks for it."""
        return meaning.required if self.required is None else self.required
