"""Evidence as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.courses import Course
from desktop.models.credits import CreditItem, Evidence
from desktop.services.evidence.reading import found
from desktop.services.evidence.records import EvidenceQuery, EvidenceRow
from desktop.services.evidence.service import fill
from desktop.services.workbooks.of_learners import LearnersBook, whose

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("หลักฐาน", "หลักฐานอะไร", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
}


class EvidenceBook(LearnersBook):
    """All evidence in words, without the pictures; of whoever may not be used now none."""

    what = "evidence_list"
    word = "evidence"
    model = Evidence
    asks = EvidenceQuery
    fill = staticmethod(fill)
    find = staticmethod(found)
    left_out = frozenset(
        {"course_id", "session_id", "credit_item_id", "assessment_id", "document_id"}
    )
    after = (
        Column("shows", "เป็นหลักฐานของ", "Shows", width=28, back=False),
        Column("course", "กิจกรรม", "Course", width=28, back=False),
    )
    aliases = _OTHER_HEADINGS

    def more(self, session: Session, record: Evidence, row: EvidenceRow) -> Mapping[str, Value]:
        del row
        item = session.get(CreditItem, record.credit_item_id) if record.credit_item_id else None
        course = session.get(Course, record.course_id) if record.course_id else None
        return {
            **whose(session, record.learner_id),
            "shows": item.name if item is not None else "",
            "course": course.name if course is not None else "",
        }
