"""Credit items as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.credits import CreditItem
from desktop.services.credits.reading import found
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.credits.service import check_amounts, fill
from desktop.services.workbooks.of_learners import LearnersBook, whose

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("เรียนรู้อะไร", "สิ่งที่เรียนรู้", "วิชา", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
    **dict.fromkeys(("หน่วยกิต", "เสนอ"), "credits"),
}
_TOLD: Final = frozenset({"accepted", "receiver", "days", "evidence"})


class CreditItemBook(LearnersBook):
    """Every item; of whoever's record may not be used now none.

    A new row begins with the code or the name of a learner. What was accepted only goes out: an
    acceptance is a decision with its number, never a cell.
    """

    what = "credit_items"
    word = "credit"
    model = CreditItem
    asks = CreditQuery
    fill = staticmethod(fill)
    find = staticmethod(found)
    left_out = frozenset({"assessor_id", "receiver_id"})
    after = (
        Column("accepted", "หน่วยกิตที่รับ", "Credits accepted", "number", back=False),
        Column("receiver", "สถานศึกษา", "Institution", width=28, back=False),
        Column("days", "อยู่ขั้นนี้มา (วัน)", "Days in this state", "number", back=False),
        Column("evidence", "หลักฐาน (ชิ้น)", "Pieces of evidence", "number", back=False),
    )
    aliases = _OTHER_HEADINGS

    def more(self, session: Session, record: CreditItem, row: CreditRow) -> Mapping[str, Value]:
        return {
            **whose(session, record.learner_id),
            "accepted": row.accepted,
            "receiver": row.receiver,
            "days": row.days,
            "evidence": row.evidence,
        }

    def facts(self, values: Mapping[str, Any]) -> None:
        check_amounts(values)
