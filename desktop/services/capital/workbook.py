"""Community capital as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.capital import Capital
from desktop.services.capital.reading import found
from desktop.services.capital.records import CapitalQuery, CapitalRow
from desktop.services.capital.service import begun, check_facts, fill
from desktop.services.persons.behind import Behind, one_named
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook
from resources.clock import today

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "ทุน", "ชื่อทุน", "name"), "name"),
    **dict.fromkeys(("ประเภท", "ชนิดทุน", "kind"), "capital_type"),
    **dict.fromkeys(("เจ้าของ", "ผู้ดูแล", "ใครเป็นเจ้าของ", "owner"), "owner"),
    **dict.fromkeys(("หมู่", "หมู่ที่", "moo"), "village_id"),
}


class CapitalBook(SubjectBook):
    """Capital that is not confidential, and not of somebody whose record may not be used now.

    A new row is of the one partner, or else the one person, of just the owner's name. Where nobody
    is called so, or several are, the owner is a group of that name.
    """

    what = "capitals"
    word = "capital"
    model = Capital
    asks = CapitalQuery
    find = staticmethod(found)
    identity = ("name", "owner")
    may_lack = frozenset({"owner"})
    begins = ("owner",)
    left_out = frozenset({"partner_id", "person_id", "owner_name", "told_by_id", "confidential"})
    before = (Column("owner", "ใครเป็นเจ้าของ", "Owner", width=28, back=False),)
    after = (Column("helped", "ช่วยแล้ว (ราย)", "Helped", width=12, back=False),)
    aliases = _OTHER_HEADINGS

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        capital = [session.get_one(Capital, each) for each in ids]
        behind = Behind(session, capital)
        return {
            each.id: {"name": each.name, "owner": behind.told(each)[0] or each.owner_name or ""}
            for each in capital
        }

    def stays(self, row: CapitalRow, asked: Asked) -> bool:
        del asked
        return row.restricted or row.confidential

    def more(self, session: Session, record: Capital, row: CapitalRow) -> Mapping[str, Value]:
        return {"owner": self.told(session, [record.id])[record.id]["owner"], "helped": row.helped}

    def facts(self, values: Mapping[str, Any]) -> None:
        check_facts(values, today())

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        owner = str(given.pop("owner", "") or "")
        if not isinstance(record, Capital):
            record = begun(today())
            whose: Mapping[str, Any] = one_named(session, owner) if owner else {}
            given.update(whose or {"owner_name": owner})
            session.add(record)
        fill(session, record, given, today())
