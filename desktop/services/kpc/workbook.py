"""Life-quality activities as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.credits import KpcEntry
from desktop.services.kpc.reading import found
from desktop.services.kpc.records import KpcQuery, KpcRow
from desktop.services.kpc.service import begun, check, fill
from desktop.services.workbooks.of_learners import LearnersBook, whose

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("โครงการ", "กิจกรรม", "โครงการ/กิจกรรม", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
    **dict.fromkeys(("ภาคเรียน", "ภาคเรียนที่"), "term"),
    **dict.fromkeys(("จำนวนชั่วโมง", "ชั่วโมง"), "hours"),
}


class KpcBookOf(LearnersBook):
    """Every entry; of whoever's record may not be used now none. Approved hours only go out."""

    what = "kpc_entries"
    word = "kpc"
    model = KpcEntry
    asks = KpcQuery
    fill = staticmethod(fill)
    find = staticmethod(lambda session, query, today: found(session, query))
    after = (Column("approved", "ชั่วโมงที่อนุมัติ", "Hours approved", "number", back=False),)
    aliases = _OTHER_HEADINGS

    def more(self, session: Session, record: KpcEntry, row: KpcRow) -> Mapping[str, Value]:
        return {**whose(session, record.learner_id), "approved": row.approved}

    def begun(self, session: Session, learner_id: UUID, given: dict[str, Any]) -> KpcEntry:
        return begun(session, learner_id, given)

    def facts(self, values: Mapping[str, Any]) -> None:
        check(values)
