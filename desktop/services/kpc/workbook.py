"""Life-quality activities as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.credits import KpcEntry
from desktop.services.kpc.reading import found
from desktop.services.kpc.records import KpcQuery, KpcRow
from desktop.services.kpc.service import begun, check, fill
from desktop.services.workbooks import of_learners
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("โครงการ", "กิจกรรม", "โครงการ/กิจกรรม", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
    **dict.fromkeys(("ภาคเรียน", "ภาคเรียนที่"), "term"),
    **dict.fromkeys(("จำนวนชั่วโมง", "ชั่วโมง"), "hours"),
}


class KpcBookOf(SubjectBook):
    """Every entry; of whoever's record may not be used now none. Approved hours only go out."""

    what = "kpc_entries"
    word = "kpc"
    model = KpcEntry
    asks = KpcQuery
    find = staticmethod(lambda session, query, today: found(session, query))
    identity = ("name", "who")
    begins = of_learners.BEGINS

    def before(self) -> tuple[Column, ...]:
        return of_learners.columns()

    def after(self) -> tuple[Column, ...]:
        return (Column("approved", "ชั่วโมงที่อนุมัติ", "Hours approved", "number", back=False),)

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def kept(self, key: str, text: str) -> str:
        return "" if key == "approved" else super().kept(key, text)

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        entries = [session.get_one(KpcEntry, each) for each in ids]
        return {
            each.id: {"name": each.name, **of_learners.whose(session, each.learner_id)}
            for each in entries
        }

    def stays(self, row: KpcRow, asked: Asked) -> bool:
        del asked
        return row.restricted

    def more(self, session: Session, record: KpcEntry, row: KpcRow) -> Mapping[str, Value]:
        return {**of_learners.whose(session, record.learner_id), "approved": row.approved}

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        del session, record
        check(values)

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        of_learners.meant(session, values)
        check(values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if not isinstance(record, KpcEntry):
            record = begun(session, of_learners.meant(session, values), given)
        fill(session, record, given)
