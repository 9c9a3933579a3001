"""Partners as a workbook: its columns, whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value
from desktop.models.base import SyncedRecord
from desktop.models.fields import fields_of
from desktop.models.partners import Partner
from desktop.services.partners.reading import contact_lines, found
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import fill
from desktop.services.workbooks.declared import Asked, Book, field_columns
from desktop.services.workbooks.values import CellWords

_FIELDS: Final = tuple(
    name
    for name, each in fields_of(Partner).items()
    if each.by_hand
    and not each.machine
    and name not in ("confirmed_by", "verified_on", "deleted", "erased")
)
# What is told of a partner and changed elsewhere: how it stands, and whom to ask.
_TOLD: Final = (
    Column("state", "สถานะ", "State", width=24, back=False),
    Column("contacts", "ผู้ประสานงาน", "Contacts", width=24, back=False),
)
_OTHER_HEADINGS: Final = ("ชื่อ", "ชื่อหน่วยงาน", "หน่วยงาน", "ภาคี", "name")


class PartnerBook(Book):
    """The directory of partners."""

    what = "partners"
    word = "partner"
    model = Partner
    asks = PartnerQuery
    identity = ("name",)

    def columns(self) -> tuple[Column, ...]:
        return (*field_columns(Partner, _FIELDS), *_TOLD)

    def aliases(self) -> Mapping[str, str]:
        return dict.fromkeys(_OTHER_HEADINGS, "name")

    def kept(self, key: str, text: str) -> str:
        # How a partner stands follows from what was agreed, not from a word in a table.
        return "" if key == "state" else super().kept(key, text)

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        live = select(Partner).where(Partner.deleted.is_(False), Partner.merged_into.is_(None))
        return {each.id: each for each in session.scalars(live)}

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        return {each: {"name": session.get_one(Partner, each).name} for each in ids}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        partner = record if isinstance(record, Partner) else Partner(name="")
        fill(session, partner, values)
        session.add(partner)

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet; confidential contacts stay inside."""
        language = asked.language
        words, fields = CellWords(session, language), fields_of(Partner)
        lines = []
        for row in found(session, asked.question(PartnerQuery), asked.today):
            partner = session.get_one(Partner, row.id)
            value: dict[str, Value] = {
                name: words.value(fields[name], getattr(partner, name)) for name in _FIELDS
            }
            states = words.lookup.vocabulary("partner_states")
            value["state"] = states.label(row.state, language)
            value["contacts"] = "; ".join(
                " ".join(
                    each for each in (line.person.full_name, line.role, line.person.phone) if each
                )
                for line in contact_lines(session, row.id)
                if not line.confidential and not line.person.restricted
            )
            lines.append(self.line(row.id, value))
        return [Table(self.title(language), self.sheet_columns(), lines, frozen=1)]


PARTNERS: Final = PartnerBook()
