"""Key skills as a workbook: whose row each is, of what, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Value, named
from desktop.models import vocabulary
from desktop.models.base import SyncedRecord
from desktop.models.courses import Course
from desktop.models.skills import SkillMeasure
from desktop.services.record_values import read_value
from desktop.services.skills.reading import found
from desktop.services.skills.records import SkillQuery, SkillRow
from desktop.services.skills.service import begun, fill
from desktop.services.vocabularies import CentreLookup
from desktop.services.workbooks.declared import plain
from desktop.services.workbooks.of_learners import BEGINS, COLUMNS, LearnersBook, meant, whose
from resources.clock import today

_CODES: Final = {"skill": "key_skills", "phase": "skill_phases"}
_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ", "ชื่อ-สกุล", "name"), "who"),
    **dict.fromkeys(("ทักษะ", "ทักษะสำคัญ", "skill"), "skill"),
    **dict.fromkeys(("ก่อนหรือหลัง", "ก่อน/หลัง", "when"), "phase"),
    **dict.fromkeys(("วิชา", "รุ่น", "course"), "course"),
}


class SkillBook(LearnersBook):
    """Every measure, a row each; of whoever's record may not be used now none.

    What a row measures stays: a new row says it, and one that is there already is found by it.
    """

    what = "skill_measures"
    word = "skill"
    model = SkillMeasure
    asks = SkillQuery
    identity = ("who", *_CODES, "course")
    may_lack = frozenset({"course"})
    begins = (*BEGINS, *_CODES, "course")
    before = (
        *COLUMNS,
        Column("course", "กิจกรรม", "Course", width=28, back=False),
        *(named(SkillMeasure.kind, name, "text", back=False) for name in _CODES),
    )
    aliases = _OTHER_HEADINGS

    @staticmethod
    def find(session: Session, query: SkillQuery, _today: date) -> list[SkillRow]:
        return found(session, query)

    @staticmethod
    def fill(session: Session, record: SkillMeasure, values: Mapping[str, Any], /) -> None:
        fill(session, record, values, today())

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        codes = []
        for name, words in _CODES.items():
            term = vocabulary.load(words).find(texts.get(name, ""))
            codes.append(plain(term.code if term else texts.get(name, "")))
        return plain(texts.get("who", "")), *codes, plain(texts.get("course", ""))

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        return {each: _told(session, session.get_one(SkillMeasure, each)) for each in ids}

    def more(self, session: Session, record: SkillMeasure, row: SkillRow) -> Mapping[str, Value]:
        del row
        return _told(session, record)

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        super().check_new(session, values)
        _course(session, values)
        for name in _CODES:
            if not values.get(name):
                raise UserError("field_missing", field=name, kind=SkillMeasure.kind)
            read_value(session, SkillMeasure, name, values[name])

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        if record is None:
            of = {name: values.get(name) for name in _CODES}
            of |= {"learner_id": meant(session, values), "course_id": _course(session, values)}
            record = begun(session, of)
        super().store(session, record, values)


def _told(session: Session, measure: SkillMeasure) -> dict[str, str]:
    """What the columns say of whose a measure is, and of what."""
    course = session.get(Course, measure.course_id) if measure.course_id else None
    lookup = CentreLookup(session)
    return {
        **whose(session, measure.learner_id),
        "course": course.name if course is not None else "",
        **{
            name: lookup.vocabulary(words).label(getattr(measure, name), "th")
            for name, words in _CODES.items()
        },
    }


def _course(session: Session, values: Mapping[str, Any]) -> UUID | None:
    """The one course of just this name; UserError `record_unknown`."""
    name = str(values.get("course") or "").strip()
    if not name:
        return None
    wanted = select(Course.id).where(Course.deleted.is_(False), Course.name == name)
    known = session.scalars(wanted.limit(2)).all()
    if len(known) != 1:
        raise UserError("record_unknown", kind=Course.kind, text=name, field="course")
    return known[0]
