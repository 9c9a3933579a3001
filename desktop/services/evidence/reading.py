"""Finding evidence, one of it whole, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course
from desktop.models.credits import CreditItem, Evidence
from desktop.models.documents import Document
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids
from desktop.services.details import empty_of, told_of
from desktop.services.documents.leaving import refuse_leaving
from desktop.services.documents.records import PHOTOS, PICTURES
from desktop.services.evidence.lifecycle import SEEING
from desktop.services.evidence.records import EvidenceDetail, EvidenceQuery, EvidenceRow, Gap
from desktop.services.learners.asking import narrowed
from desktop.services.record_values import live

WORTH_ASKING: Final = ("evidence_kind", "on", "text")
_WITHOUT_FILE: Final = frozenset({"observation", "conversation", "report_other"})
"""Kinds that are seen or heard, and leave nothing behind."""

_GAPS: Final[dict[str, Gap]] = {
    "pictured_not_asked": "consent_others",
    "photo_without_consent": "consent_own",
}
"""What keeps a document inside, and how that is told."""

OF_DOCUMENT: Final = ("others_pictured", "others_agreed")
"""What is said of the picture, and stands on the page of the evidence."""


def found(session: Session, query: EvidenceQuery, today: date) -> list[EvidenceRow]:
    """Return the rows of the evidence that a question finds, in Thai order of what it is."""
    wanted = narrowed(_selected(), Evidence, query)
    if query.kinds:
        wanted = wanted.where(Evidence.evidence_kind.in_(query.kinds))
    if query.credit_item_id:
        wanted = wanted.where(Evidence.credit_item_id == query.credit_item_id)
    if query.course_id:
        wanted = wanted.where(Evidence.course_id == query.course_id)
    if query.session_id:
        wanted = wanted.where(Evidence.session_id == query.session_id)
    rows = _rows(session, wanted.order_by(Evidence.sort_key, Evidence.id), today)
    return [row for row in rows if not query.ask_again or row.ask_again]


def _selected() -> Select[Any]:
    columns: tuple[Any, ...] = (
        Evidence, state_column(Evidence).label("state"), Document,
        CreditItem.name.label("shows"), Course.name.label("course"),
        Learner.title, Learner.given, Learner.middle, Learner.surname,
    )  # fmt: skip
    return (
        select(*columns)
        .join(Learner, Learner.id == Evidence.learner_id)
        .outerjoin(Document, Document.id == Evidence.document_id)
        .outerjoin(CreditItem, CreditItem.id == Evidence.credit_item_id)
        .outerjoin(Course, Course.id == Evidence.course_id)
        .where(Evidence.deleted.is_(False), Learner.deleted.is_(False))
    )


def _rows(session: Session, wanted: Select[Any], today: date) -> list[EvidenceRow]:
    held = restricted_ids(session)
    return [_row(session, each, today, held) for each in session.execute(wanted)]


def _row(session: Session, line: Any, today: date, held: frozenset[UUID]) -> EvidenceRow:
    evidence: Evidence = line[0]
    gaps = tuple(_gaps(session, evidence, line[2], today))
    names = (line.title, line.given, line.surname, line.middle)
    return EvidenceRow(
        id=evidence.id,
        name=evidence.name,
        state=line.state,
        confirmed_on="",
        ask_again=bool(gaps),
        learner_id=evidence.learner_id,
        who=full_name(*(each or "" for each in names)),
        kind=evidence.evidence_kind or "",
        on=evidence.on or "",
        credit_item_id=evidence.credit_item_id,
        shows=line.shows or "",
        course_id=evidence.course_id,
        course=line.course or "",
        session_id=evidence.session_id,
        document_id=evidence.document_id,
        gaps=gaps,
        restricted=evidence.learner_id in held,
    )


def _gaps(
    session: Session, evidence: Evidence, document: Document | None, today: date
) -> Iterator[Gap]:
    """What it lacks; of what is no picture nobody has to agree."""
    if document is None or document.deleted:
        if evidence.evidence_kind not in _WITHOUT_FILE:
            yield "file"
        return
    picture = document.media_type in PHOTOS and document.document_kind in PICTURES
    if picture and document.others_pictured is None:
        yield "others_unknown"
    try:
        refuse_leaving(session, document, today)
    except UserError as error:
        if error.code in _GAPS:
            yield _GAPS[error.code]


def evidence_detail(session: Session, evidence_id: UUID, today: date) -> EvidenceDetail:
    """Return evidence whole; UserError `record_unknown`, `learner_unknown`."""
    evidence = live(session, Evidence, evidence_id)
    live(session, Learner, evidence.learner_id)
    (row,) = _rows(session, _selected().where(Evidence.id == evidence_id), today)
    told = told_of(session, SEEING, evidence, row.state)
    paper = session.get(Document, evidence.document_id) if evidence.document_id else None
    told["values"] |= {name: getattr(paper, name, None) for name in OF_DOCUMENT}
    return EvidenceDetail(
        row=row, missing=tuple(empty_of(told["values"], WORTH_ASKING)), doubtful={}, **told
    )
