"""The books of funds as workbooks: lines go out; a line of a number not known yet comes in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Value, named
from desktop.models.base import SyncedRecord, from_milliseconds
from desktop.models.capture import Editing
from desktop.models.dates import PartialDate
from desktop.models.fields import fields_of
from desktop.models.funds import Fund, FundEntry, GoodsEntry
from desktop.models.program import User
from desktop.models.search import key_of
from desktop.services.roles import Right
from desktop.services.workbooks.declared import Book, field_columns
from desktop.services.workbooks.values import CellWords
from resources.clock import thai_day, today


@dataclass(frozen=True)
class LinesQuery:
    """Which lines are wanted: of a fund and a month, of all without."""

    fund_id: UUID | None = None
    month: str = ""


@dataclass(frozen=True)
class NewLine:
    """A row that no line has the number of: the fund and the kind it is of, and what it says."""

    fund_id: UUID
    kind: str
    values: Mapping[str, Any]


class LinesBook(Book):
    """Lines stay as they were written: a row of a known number changes nothing and adds nothing.

    Attributes:
        kind_field: the field that says what kind of line it is.
        first_kind: what a row is that does not say.
        names: the fields of a line, in the order of the columns.
    """

    model: ClassVar[type[FundEntry | GoodsEntry]]
    asks = LinesQuery
    identity = ("number",)
    may_lack = frozenset({"number"})
    begins: ClassVar[tuple[str, ...]] = ("fund", "party")
    right = Right.MONEY
    kind_field: ClassVar[str]
    first_kind: ClassVar[str]
    after: ClassVar[tuple[Column, ...]]
    names: ClassVar[tuple[str, ...]]

    @abstractmethod
    def check_kind(self, kind: str) -> None:
        """Refuse a kind of line that no row may bring; UserError."""

    @abstractmethod
    def prepared(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        """Check a new line, and write nothing.

        Raises:
            UserError: with the `field` that says so.
        """

    @abstractmethod
    def written(self, session: Session, day: date, user_name: str, line: NewLine) -> None:
        """Write a new line; `party` is among its values."""

    def columns(self) -> tuple[Column, ...]:
        return (
            named(self.model.kind, "fund_id", key="fund", width=28, back=False),
            *field_columns(self.model, self.names),
            Column("party", "รับจาก / จ่ายให้", "From / to", width=28, back=False),
            *self.after,
        )

    def kept(self, key: str, text: str) -> str:
        follows = key in {each.key for each in self.after}
        return "" if follows else super().kept(key, text)

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        wanted: Select[Any] = select(self.model).where(self.model.deleted.is_(False))
        return {each.id: each for each in session.scalars(wanted)}

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        number: Any = self.model.number
        wanted = select(self.model.id, number).where(self.model.id.in_(list(ids)))
        return {each.id: {"number": each.number or ""} for each in session.execute(wanted)}

    def funds(self, session: Session, query: LinesQuery) -> list[Fund]:
        """The funds whose lines are wanted."""
        wanted = select(Fund).where(Fund.deleted.is_(False)).order_by(Fund.sort_key, Fund.id)
        if query.fund_id is not None:
            wanted = wanted.where(Fund.id == query.fund_id)
        return list(session.scalars(wanted))

    def row(
        self,
        words: CellWords,
        fund: Fund,
        entry: FundEntry | GoodsEntry,
        party: str,
        more: Mapping[str, Value],
    ) -> list[Value]:
        """A line as it is written into a sheet."""
        fields = fields_of(self.model)
        value: dict[str, Value] = {
            name: words.value(fields[name], getattr(entry, name)) for name in self.names
        }
        unnamed = "ไม่ประสงค์ออกนาม" if entry.anonymous else ""
        told: dict[str, Value] = {
            "fund": fund.name,
            "party": party or unnamed,
            "on": PartialDate.from_iso(entry.on),
        }
        return self.line(entry.id, {**value, **told, **more})

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        raise UserError("fund_entry_stays", field=min(values))

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        try:
            self.prepared(session, today(), "", self._given(session, values))
        except UserError as error:
            if error.code != "field_missing":
                raise
            raise UserError("fund_line_lacks", field=error.values["field"]) from None

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        if record is not None:
            raise UserError("fund_entry_stays", field=min(values))
        editing: Editing = session.info["editing"]
        user = session.get(User, editing.author) if editing.author is not None else None
        line = self._given(session, values)
        line = NewLine(line.fund_id, line.kind, {**line.values, "party": values.get("party")})
        day = thai_day(from_milliseconds(editing.now_ms))
        self.written(session, day, user.name if user is not None else "", line)

    def _given(self, session: Session, values: Mapping[str, Any]) -> NewLine:
        given = {name: each for name, each in values.items() if name not in ("fund", "party")}
        kind = str(given.pop(self.kind_field, None) or self.first_kind)
        self.check_kind(kind)
        if kept := given.pop("note", None):
            given["reason"] = "\n".join(filter(None, (given.get("reason"), kept)))
        name = key_of(str(values.get("fund") or ""))
        known = session.scalars(select(Fund).where(Fund.deleted.is_(False))).all()
        found = [each.id for each in known if not name or key_of(each.name) == name]
        if len(found) != 1:
            raise UserError("fund_unknown", field="fund")
        return NewLine(found[0], kind, given)
