"""Partners as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.partners import Partner
from desktop.services.partners.reading import found, told_outside
from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.services.partners.service import fill
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = ("ชื่อ", "ชื่อหน่วยงาน", "หน่วยงาน", "ภาคี", "name")


class PartnerBook(SubjectBook):
    """The directory of partners; confidential contacts stay inside."""

    what = "partners"
    word = "partner"
    model = Partner
    asks = PartnerQuery
    find = staticmethod(found)
    identity = ("name",)
    after = (Column("contacts", "ผู้ประสานงาน", "Contacts", width=24, back=False),)
    noted = frozenset({"contacts"})
    aliases = dict.fromkeys(_OTHER_HEADINGS, "name")

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        partners = (session.get_one(Partner, each) for each in ids)
        return {each.id: {"name": each.name, "phone": each.phone or ""} for each in partners}

    def more(self, session: Session, record: Partner, row: PartnerRow) -> Mapping[str, Value]:
        del row
        said = (
            " ".join(each for each in (line.person.full_name, line.role, line.person.phone) if each)
            for line in told_outside(session, record.id)
        )
        return {"contacts": "; ".join(said)}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        partner = record if isinstance(record, Partner) else Partner(name="")
        fill(session, partner, values)
        session.add(partner)
