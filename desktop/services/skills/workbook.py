"""Key skills as a workbook: whose row each is, of what, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Value, named
from desktop.models import vocabulary
from desktop.models.base import SyncedRecord
from desktop.models.courses import Course
from desktop.models.people import Learner
from desktop.models.persons import called
from desktop.models.skills import SkillMeasure
from desktop.services.skills.reading import found
from desktop.services.skills.records import SkillQuery, SkillRow
from desktop.services.skills.service import begun, fill
from desktop.services.vocabularies import CentreLookup
from desktop.services.workbooks import of_learners
from desktop.services.workbooks.declared import Asked, plain
from desktop.services.workbooks.of_subjects import SubjectBook
from resources.clock import today

_OF: Final = ("skill", "phase", "course")
_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ผู้เรียนรู้", "ชื่อ", "ชื่อ-สกุล", "name"), "who"),
    **dict.fromkeys(("ทักษะ", "ทักษะสำคัญ", "skill"), "skill"),
    **dict.fromkeys(("ก่อนหรือหลัง", "ก่อน/หลัง", "when"), "phase"),
    **dict.fromkeys(("วิชา", "รุ่น", "course"), "course"),
}


class SkillBook(SubjectBook):
    """Every measure, a row each; of whoever's record may not be used now none.

    What a row measures stays: a new row says it, and one that is there already is found by it.
    """

    what = "skill_measures"
    word = "skill"
    model = SkillMeasure
    asks = SkillQuery
    identity = ("who", *_OF)
    may_lack = frozenset({"course"})
    begins = (*of_learners.BEGINS, *_OF)

    def before(self) -> tuple[Column, ...]:
        return (
            *of_learners.columns(),
            Column("course", "กิจกรรม", "Course", width=28, back=False),
            *(named(SkillMeasure.kind, name, "text", back=False) for name in _OF[:2]),
        )

    def aliases(self) -> Mapping[str, str]:
        return _OTHER_HEADINGS

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        codes = []
        for name, words in zip(_OF, ("key_skills", "skill_phases"), strict=False):
            term = vocabulary.load(words).find(texts.get(name, ""))
            codes.append(plain(term.code if term else texts.get(name, "")))
        return plain(texts.get("who", "")), *codes, plain(texts.get("course", ""))

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        return {each: self._of(session, session.get_one(SkillMeasure, each)) for each in ids}

    def rows(self, session: Session, asked: Asked) -> list[SkillRow]:
        rows = found(session, asked.question(SkillQuery))
        return [row for row in rows if not row.restricted]

    def more(self, session: Session, record: SkillMeasure) -> Mapping[str, Value]:
        return self._of(session, record)

    def _of(self, session: Session, measure: SkillMeasure) -> dict[str, str]:
        learner = session.get_one(Learner, measure.learner_id)
        course = session.get(Course, measure.course_id) if measure.course_id else None
        lookup = CentreLookup(session)
        return {
            "code": learner.code,
            "who": called(learner),
            "course": course.name if course is not None else "",
            "skill": lookup.vocabulary("key_skills").label(measure.skill, "th"),
            "phase": lookup.vocabulary("skill_phases").label(measure.phase, "th"),
        }

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        of_learners.meant(session, values)
        _course(session, values)
        for name, words in zip(_OF, ("key_skills", "skill_phases"), strict=False):
            said = str(values.get(name) or "")
            if CentreLookup(session).code(words, said) is None:
                raise UserError("unknown_code", field=name, value=said)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if not isinstance(record, SkillMeasure):
            of = {name: values.get(name) for name in _OF[:2]}
            of |= {
                "learner_id": of_learners.meant(session, values),
                "course_id": _course(session, values),
            }
            record = begun(session, of)
        fill(session, record, given, today())


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
