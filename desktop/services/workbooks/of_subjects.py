"""The directory of a subject as a workbook: its columns follow from the fields of its records."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value
from desktop.models.base import SyncedRecord
from desktop.models.fields import fields_of
from desktop.models.moves import WithStates, state_lists
from desktop.services.details import SubjectRow
from desktop.services.workbooks.declared import Asked, Book, field_columns
from desktop.services.workbooks.values import CellWords

_NEVER: Final = frozenset({"confirmed_by", "verified_on", "deleted", "erased"})


class SubjectBook(Book):
    """Every field that a person fills, and what is told besides: how each stands, and `more`.

    Attributes:
        left_out: fields that are in no sheet.
        before: columns that stand before the fields and belong to another record.
        after: columns that only tell, behind how each stands.
        noted: those of `after` whose words are kept in the note; all others follow from what was
            done, not from a cell.
    """

    model: ClassVar[type[WithStates]]
    left_out: ClassVar[frozenset[str]] = frozenset()
    before: ClassVar[tuple[Column, ...]] = ()
    after: ClassVar[tuple[Column, ...]] = ()
    noted: ClassVar[frozenset[str]] = frozenset()

    @staticmethod
    @abstractmethod
    def find(session: Session, query: Any, today: date) -> Sequence[SubjectRow]:
        """The lines that a question of `asks` finds, in their order."""

    def stays(self, row: Any, asked: Asked) -> bool:
        """Whether a line stays in the centre; it is only counted."""
        del row, asked
        return False

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        wanted = select(self.model).where(self.model.deleted.is_(False))
        if joined := getattr(self.model, "merged_into", None):
            wanted = wanted.where(joined.is_(None))
        return {each.id: each for each in session.scalars(wanted)}

    def more(self, session: Session, record: Any, row: Any) -> Mapping[str, Value]:
        """The values of these columns, of one record and its line."""
        del session, record, row
        return {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields that go out and come back."""
        return tuple(
            name
            for name, each in fields_of(self.model).items()
            if each.by_hand and not each.machine and name not in _NEVER | self.left_out
        )

    def columns(self) -> tuple[Column, ...]:
        state = Column("state", "สถานะ", "State", width=24, back=False)
        return (*self.before, *field_columns(self.model, self.names), state, *self.after)

    def kept(self, key: str, text: str) -> str:
        follows = {"state", *(each.key for each in self.after)} - self.noted
        return "" if key in follows else super().kept(key, text)

    def facts(self, values: Mapping[str, Any]) -> None:
        """Refuse values that cannot be, of a record known or new; a subject may take all.

        Raises:
            UserError: by the rules of the subject.
        """
        del values

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        del session, record
        self.facts(values)

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        del session
        self.facts(values)

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        words, fields = CellWords(session, asked.language), fields_of(self.model)
        states = words.lookup.vocabulary(state_lists(self.model.kind)[0])
        found = self.find(session, asked.question(self.asks), asked.today)
        rows = [row for row in found if not self.stays(row, asked)]
        lines = []
        for row in rows:
            record = session.get_one(self.model, row.id)
            value: dict[str, Value] = {
                name: words.value(fields[name], getattr(record, name)) for name in self.names
            }
            value["state"] = states.label(row.state, asked.language)
            lines.append(self.line(row.id, {**value, **self.more(session, record, row)}))
        title, kept_in = self.title(asked.language), len(found) - len(rows)
        return [Table(title, self.sheet_columns(), lines, frozen=1, kept_in=kept_in)]
