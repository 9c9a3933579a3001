"""The roster as a workbook: a row a day and night, filled in Excel and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, Value, cell_text
from desktop.models import vocabulary
from desktop.models.base import SyncedRecord
from desktop.models.dates import PartialDate, parse_date
from desktop.models.duty import Duty
from desktop.models.fields import fields_of
from desktop.models.persons import Person, called
from desktop.models.program import User
from desktop.models.search import key_of
from desktop.services.duty.reading import lines
from desktop.services.duty.records import SPANS
from desktop.services.duty.service import filled
from desktop.services.workbooks.declared import Asked, Book, field_columns, plain
from desktop.services.workbooks.values import CellWords

_FIELDS: Final = ("on", "span", "phone", "area", "note")


@dataclass(frozen=True)
class DutyQuery:
    """Which days are wanted, ISO and both included; all that were written down without."""

    first: str = ""
    last: str = "9999"


class DutyBook(Book):
    """A day and a span say which row it is; a row that names another goes to another day."""

    what = "duty"
    word = "duty"
    model = Duty
    asks = DutyQuery
    identity = ("on", "span", "who")
    begins = ("who",)
    spans: ClassVar[str] = fields_of(Duty)["span"].vocabulary

    def columns(self) -> tuple[Column, ...]:
        on, span, *others = field_columns(Duty, _FIELDS)
        who = Column("who", "ผู้อยู่เวร", "On duty", width=28, back=False)
        return (on, span, who, *others)

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        wanted = select(Duty).where(Duty.deleted.is_(False))
        return {each.id: each for each in session.scalars(wanted) if each.user_id or each.person_id}

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        wanted = [session.get_one(Duty, each) for each in ids]
        words = CellWords(session, "th")
        return {
            known: {name: cell_text(value) for name, value in self._said(words, line).items()}
            for known, line in lines(session, wanted).items()
        }

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """A day, a span and a name, however they are written."""
        read = parse_date(texts.get("on", ""), today=None).value
        span = vocabulary.load(self.spans).find(texts.get("span", ""))
        return (
            read.iso() if read is not None else texts.get("on", ""),
            span.code if span is not None else plain(texts.get("span", "")),
            key_of(texts.get("who", "")),
        )

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet."""
        query, words = asked.question(DutyQuery), CellWords(session, asked.language)
        records = select(Duty).where(
            Duty.deleted.is_(False), Duty.on.between(query.first, query.last)
        )
        told = lines(session, session.scalars(records).all())
        rows = []
        for line in sorted(told.values(), key=lambda each: (each.on, SPANS.index(each.span))):
            if line.id is not None and line.taken:
                value = {**self._said(words, line), "phone": line.own_phone or None}
                rows.append(self.line(line.id, {**value, "area": line.area, "note": line.note}))
        return [Table(self.title(asked.language), self.sheet_columns(), rows, frozen=1)]

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        _who(session, str(values.get("who") or ""))

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        who = given.pop("who", None)
        if record is not None:
            assert isinstance(record, Duty)
            on, span = record.on, record.span
            given = {name: each for name, each in given.items() if name not in ("on", "span")}
        else:
            on, span = str(given.pop("on")), str(given.pop("span"))
            given["who"] = _who(session, str(who or ""))
        filled(session, on, span, given)

    def _said(self, words: CellWords, line: Any) -> dict[str, Value]:
        span = words.value(fields_of(Duty)["span"], line.span)
        return {"on": PartialDate.from_iso(line.on), "span": span, "who": line.who}


def _who(session: Session, name: str) -> str:
    """Return the key of the one user or person of a name.

    Raises:
        UserError: `duty_unknown` with the field, for none or several.
    """
    wanted = key_of(name)
    found = [
        f"user:{user.id.hex}"
        for user in session.scalars(select(User).where(User.deleted.is_(False)))
        if user.active and key_of(user.name) == wanted
    ]
    found += [
        f"person:{each.id.hex}"
        for each in session.scalars(
            select(Person).where(Person.deleted.is_(False), Person.merged_into.is_(None))
        )
        if key_of(called(each)) == wanted
    ]
    if not wanted or len(found) != 1:
        raise UserError("duty_unknown", field="who", name=name)
    return found[0]
