"""Evidence as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.courses import Course
from desktop.models.credits import CreditItem, Evidence
from desktop.services.evidence.reading import found
from desktop.services.evidence.records import EvidenceQuery, EvidenceRow
from desktop.services.evidence.service import fill
from desktop.services.workbooks import of_learners
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("หลักฐาน", "หลักฐานอะไร", "name"), "name"),
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ–สกุล", "ชื่อ-สกุล", "who"), "who"),
}


class EvidenceBook(SubjectBook):
    """All evidence in words, without the pictures; of whoever may not be used now none."""

    what = "evidence_list"
    word = "evidence"
    model = Evidence
    asks = EvidenceQuery
    find = staticmethod(found)
    identity = ("name", "who")
    begins = of_learners.BEGINS
    left_out = frozenset(
        {"course_id", "session_id", "credit_item_id", "assessment_id", "document_id"}
    )

    def before(self) -> tuple[Column, ...]:
        return of_learners.columns()

    def after(self) -> tuple[Column, ...]:
        return (
            Column("shows", "เป็นหลักฐานของ", "Shows", width=28, back=False),
            Column("course", "กิจกรรม", "Course", width=28, back=False),
        )

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def kept(self, key: str, text: str) -> str:
        return "" if key in ("shows", "course") else super().kept(key, text)

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        evidence = [session.get_one(Evidence, each) for each in ids]
        return {
            each.id: {"name": each.name, **of_learners.whose(session, each.learner_id)}
            for each in evidence
        }

    def stays(self, row: EvidenceRow, asked: Asked) -> bool:
        del asked
        return row.restricted

    def more(self, session: Session, record: Evidence, row: EvidenceRow) -> Mapping[str, Value]:
        del row
        item = session.get(CreditItem, record.credit_item_id) if record.credit_item_id else None
        course = session.get(Course, record.course_id) if record.course_id else None
        return {
            **of_learners.whose(session, record.learner_id),
            "shows": item.name if item is not None else "",
            "course": course.name if course is not None else "",
        }

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        of_learners.meant(session, values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if not isinstance(record, Evidence):
            record = Evidence(name="", learner_id=of_learners.meant(session, values))
            session.add(record)
        fill(session, record, given)
