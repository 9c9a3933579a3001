"""The timeline of a learner: all that happened, newest first, never reset by a year's end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.leads import LeadMove
from desktop.models.people import Education, Learner, LearnerCode, RiskFlag
from desktop.models.plan import Plan, Review
from desktop.models.referrals import Referral
from desktop.models.tries import ContactTry
from desktop.services.documents.records import document_lines
from desktop.services.hett.service import assessment_lines
from desktop.services.learners.contacts import contact_lines
from desktop.services.record_values import live, owned
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.tries.reading import tries_of
from desktop.services.tries.records import TryLine
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class TimelineEvent:
    """One thing that happened.

    Attributes:
        record_id: what it tells of.
        kind: `contact`, `assessment`, `plan`, `review`, `education`, `document`, `risk`,
            `registered`, `paper`, `contact_try`; each has its picture.
        code: what of it: a contact kind, `plan_started`, `plan_agreed`, `plan_closed`,
            a round, `education_started`, `education_ended`, `risk_raised`, `risk_cleared`...
        on: the day as far as known, ISO.
        text: words that somebody typed.
        values: what else the words need.
        by: who did it.
    """

    record_id: UUID
    kind: str
    code: str
    on: str
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    by: str = ""


class TimelineService:
    """Gathers a learner's timeline."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def of(self, learner_id: UUID) -> tuple[TimelineEvent, ...]:
        """Return everything that happened, newest first; UserError `learner_unknown`."""
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            events = [event for event in _events(session, learner) if event.on]
        return tuple(sorted(events, key=lambda event: event.on, reverse=True))


def _events(session: Session, learner: Learner) -> Iterator[TimelineEvent]:
    if learner.registered_on:
        yield TimelineEvent(learner.id, "registered", "registered", learner.registered_on)
    for line in contact_lines(session, learner.id):
        values = {"next_on": line.next_on, "next_text": line.next_text, "place": line.place}
        yield TimelineEvent(
            line.id, "contact", line.contact_kind, line.on, line.text, values, line.by_name
        )
    for tried in _tries(session, learner):
        values = {"whom": tried.whom, "result": tried.result, "next_on": tried.next_on}
        yield TimelineEvent(
            tried.id, "contact_try", tried.way, tried.on, tried.note, values, tried.by_name
        )
    for each in assessment_lines(session, learner.id):
        rated: dict[str, Any] = {
            "averages": each.averages,
            "complete": each.complete,
            "rated": each.rated,
        }
        yield TimelineEvent(each.id, "assessment", each.round, each.on, "", rated, each.assessor)
    for plan in session.scalars(owned(Plan, learner.id)):
        yield from _plan_events(session, plan)
    for stay in session.scalars(owned(Education, learner.id)):
        values = {"level": stay.level or "", "outcome": stay.outcome or ""}
        for code, on in (("education_started", stay.started), ("education_ended", stay.ended)):
            if on:
                yield TimelineEvent(stay.id, "education", code, on, stay.place or "", values)
    for document in document_lines(session, Learner.kind, learner.id):
        values = {"document_kind": document.document_kind}
        yield TimelineEvent(
            document.id,
            "document",
            document.document_kind,
            document.taken_on or document.added_on,
            document.title,
            values,
        )
    for flag in session.scalars(owned(RiskFlag, learner.id)):
        for code, on in (("risk_raised", flag.raised_on), ("risk_cleared", flag.cleared_on)):
            if on:
                yield TimelineEvent(flag.id, "risk", code, on, flag.note or "", {"risk": flag.code})
    for paper in session.scalars(owned(LearnerCode, learner.id)):
        if paper.issued_on:
            values = {"code_kind": paper.code_kind}
            yield TimelineEvent(paper.id, "paper", "paper_issued", paper.issued_on, "", values)


def _tries(session: Session, learner: Learner) -> Iterator[TryLine]:
    """Tries to reach them for a referral, or when they were looked for; none of urgent cases."""
    mine = (
        ("referral_id", select(Referral.id).where(of_person(Referral.learner_id, learner.id))),
        ("lead_id", select(LeadMove.lead_id).where(of_person(LeadMove.registered_id, learner.id))),
    )
    for link, wanted in mine:
        known = session.scalars(wanted).all()
        if known:
            yield from tries_of(session, ContactTry, link, *known)


def _plan_events(session: Session, plan: Plan) -> Iterator[TimelineEvent]:
    values = {"version": plan.version, "pathway": plan.pathway or ""}
    for code, on in (
        ("plan_started", plan.starts_on),
        ("plan_agreed", plan.agreed_on),
        ("plan_closed", plan.closed_on),
    ):
        if on:
            yield TimelineEvent(plan.id, "plan", code, on, "", values)
    for review in session.scalars(
        select(Review).where(Review.plan_id == plan.id, Review.deleted.is_(False))
    ):
        yield TimelineEvent(
            review.id,
            "review",
            review.result or "reviewed",
            review.on,
            review.adjustment or "",
            {**values, "plan_id": plan.id, "next_on": review.next_on or ""},
            review.by_name or "",
        )
