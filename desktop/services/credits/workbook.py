"""Credit items as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.credits import CreditItem
from desktop.services.credits.reading import found
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.credits.service import check_amounts, fill
from desktop.services.workbooks import of_learners
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("เรียนรู้อะไร", "สิ่งที่เรียนรู้", "วิชา", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
    **dict.fromkeys(("หน่วยกิต", "เสนอ"), "credits"),
}
_TOLD: Final = frozenset({"accepted", "receiver", "days", "evidence"})


class CreditItemBook(SubjectBook):
    """Every item; of whoever's record may not be used now none.

    A new row begins with the code or the name of a learner. What was accepted only goes out: an
    acceptance is a decision with its number, never a cell.
    """

    what = "credit_items"
    word = "credit"
    model = CreditItem
    asks = CreditQuery
    find = staticmethod(found)
    identity = ("name", "who")
    begins = of_learners.BEGINS
    left_out = frozenset({"assessor_id", "receiver_id"})

    def before(self) -> tuple[Column, ...]:
        return of_learners.columns()

    def after(self) -> tuple[Column, ...]:
        return (
            Column("accepted", "หน่วยกิตที่รับ", "Credits accepted", "number", back=False),
            Column("receiver", "สถานศึกษา", "Institution", width=28, back=False),
            Column("days", "อยู่ขั้นนี้มา (วัน)", "Days in this state", "number", back=False),
            Column("evidence", "หลักฐาน (ชิ้น)", "Pieces of evidence", "number", back=False),
        )

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def kept(self, key: str, text: str) -> str:
        return "" if key in _TOLD else super().kept(key, text)

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        items = [session.get_one(CreditItem, each) for each in ids]
        return {
            each.id: {"name": each.name, **of_learners.whose(session, each.learner_id)}
            for each in items
        }

    def stays(self, row: CreditRow, asked: Asked) -> bool:
        del asked
        return row.restricted

    def more(self, session: Session, record: CreditItem, row: CreditRow) -> Mapping[str, Value]:
        return {
            **of_learners.whose(session, record.learner_id),
            "accepted": row.accepted,
            "receiver": row.receiver,
            "days": row.days,
            "evidence": row.evidence,
        }

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        del session, record
        check_amounts(values)

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        of_learners.meant(session, values)
        check_amounts(values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if not isinstance(record, CreditItem):
            record = CreditItem(name="", learner_id=of_learners.meant(session, values))
            session.add(record)
        fill(session, record, given)
