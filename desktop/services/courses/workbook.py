"""Courses as a workbook: what stands in it, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.courses import Course
from desktop.services.attendance.counting import USUAL_PERCENT
from desktop.services.courses.reading import found
from desktop.services.courses.records import CourseQuery, CourseRow
from desktop.services.courses.service import check_facts, fill
from desktop.services.workbooks.of_subjects import SubjectBook

_COUNTED: Final = ("enrolled", "completed", "held")
_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "กิจกรรม", "หลักสูตร", "ชื่อกิจกรรม", "name"), "name"),
    **dict.fromkeys(("หมู่", "หมู่ที่", "moo"), "village_id"),
    **dict.fromkeys(("เริ่ม", "วันเริ่ม"), "starts_on"),
    **dict.fromkeys(("จบ", "สิ้นสุด", "วันสิ้นสุด"), "ends_on"),
}


class CourseBook(SubjectBook):
    """Every course; who takes part is a workbook of its own."""

    what = "courses"
    word = "course"
    model = Course
    asks = CourseQuery
    find = staticmethod(found)
    identity = ("name", "starts_on")
    may_lack = frozenset({"starts_on"})
    left_out = frozenset({"curriculum_id", "partner_id", "teacher_id", "responsible_id", "fund_id"})
    before = (Column("teacher", "ผู้สอน", "Teacher", width=24, back=False),)
    after = (
        Column("enrolled", "ผู้เรียนรู้ (คน)", "Learners", width=12, back=False),
        Column("completed", "จบ (คน)", "Completed", width=12, back=False),
        Column("held", "พบกันแล้ว (ครั้ง)", "Sessions held", width=14, back=False),
    )
    aliases = _OTHER_HEADINGS

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        wanted = set(ids)
        courses = session.execute(
            select(Course.id, Course.name, Course.starts_on).where(Course.deleted.is_(False))
        )
        return {
            each: {"name": name, "starts_on": starts_on or ""}
            for each, name, starts_on in courses
            if each in wanted
        }

    def more(self, session: Session, record: Course, row: CourseRow) -> Mapping[str, Value]:
        return {"teacher": row.teacher, **{name: getattr(row, name) for name in _COUNTED}}

    def facts(self, values: Mapping[str, Any]) -> None:
        check_facts(values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        course = (
            record if isinstance(record, Course) else Course(name="", rule_percent=USUAL_PERCENT)
        )
        given = dict(values)
        given.pop("teacher", None)
        fill(session, course, given)
        session.add(course)
