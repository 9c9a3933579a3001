"""Evidence: finding it, writing it down, and looking at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord
from desktop.models.courses import Course
from desktop.models.credits import CreditItem, Evidence
from desktop.models.documents import Document
from desktop.models.hett import Assessment
from desktop.models.people import Learner
from desktop.models.sessions import CourseSession
from desktop.services.evidence import reading
from desktop.services.evidence.lifecycle import SEEING
from desktop.services.evidence.records import EvidenceDetail, EvidenceQuery, EvidenceRow
from desktop.services.record_values import live, required, set_values
from desktop.services.subject_service import SubjectService


class EvidenceService(SubjectService[Evidence, EvidenceQuery, EvidenceRow, EvidenceDetail]):
    """What can be done with evidence; it is a learner's, or of a credit item and so of its learner.

    Values raise `learner_unknown`, `record_unknown`, `evidence_no_file` where it is said who is
    seen and nothing is there to see, and `evidence_of_another` where the credit
    item, the assessment or the document is somebody else's, or the meeting of another course.
    """

    model = Evidence
    lifecycle = SEEING

    def _found(self, session: Session, query: EvidenceQuery | None) -> list[EvidenceRow]:
        return reading.found(session, query or EvidenceQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> EvidenceDetail:
        return reading.evidence_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Evidence:
        return begun(session, given)

    def _fill(self, session: Session, thing: Evidence, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)


def begun(session: Session, given: dict[str, Any]) -> Evidence:
    """Return new evidence of a learner, or of whoever a credit item is of.

    Raises:
        UserError: `field_missing`, `learner_unknown`, `record_unknown`.
    """
    learner_id, item_id = given.pop("learner_id", None), given.get("credit_item_id")
    if not learner_id and item_id:
        learner_id = live(session, CreditItem, UUID(str(item_id))).learner_id
    if not learner_id:
        raise UserError("field_missing", field="learner_id", kind=Evidence.kind)
    return Evidence(name="", learner_id=live(session, Learner, UUID(str(learner_id))).id)


def fill(session: Session, evidence: Evidence, values: Mapping[str, Any]) -> None:
    """Put values onto evidence, inside the caller's transaction.

    Who else is seen on its picture is said of the picture, which other evidence may share.
    """
    of_paper = {name: each for name, each in values.items() if name in reading.OF_DOCUMENT}
    own = {name: each for name, each in values.items() if name not in of_paper}
    set_values(session, evidence, own)
    required(evidence, "name")
    _own(session, evidence, "credit_item_id", CreditItem)
    _own(session, evidence, "assessment_id", Assessment)
    _learnt_at(session, evidence, own)
    if not _of_meeting(session, evidence):
        _own(session, evidence, "document_id", Document)
    if of_paper:
        if evidence.document_id is None:
            raise UserError("evidence_no_file", field="document_id")
        set_values(session, live(session, Document, evidence.document_id), of_paper)


def _learnt_at(session: Session, evidence: Evidence, given: Mapping[str, Any]) -> None:
    """Let a meeting say the course; another course lets go of a meeting that is not of it."""
    if evidence.course_id is not None:
        live(session, Course, evidence.course_id)
    if evidence.session_id is None:
        return
    meeting = live(session, CourseSession, evidence.session_id)
    if evidence.course_id in (None, meeting.course_id):
        evidence.course_id = meeting.course_id
    elif given.get("session_id"):
        raise UserError("evidence_of_another", field="session_id")
    else:
        evidence.session_id = None


def _of_meeting(session: Session, evidence: Evidence) -> bool:
    """Whether its picture is one of the meeting that it is of."""
    if evidence.document_id is None or evidence.session_id is None:
        return False
    return live(session, Document, evidence.document_id).session_id == evidence.session_id


def _own(session: Session, evidence: Evidence, name: str, cls: type[SyncedRecord]) -> None:
    """Refuse what is not the same learner's, twins that are joined counted as one."""
    known = getattr(evidence, name)
    if known is None:
        return
    whose = (getattr(live(session, cls, known), "learner_id", None), evidence.learner_id)
    found = [session.get(Learner, each) if each is not None else None for each in whose]
    people = {(each.merged_into or each.id) if each is not None else None for each in found}
    if len(people) > 1:
        raise UserError("evidence_of_another", field=name)
