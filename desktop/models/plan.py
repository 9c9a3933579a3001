"""The individual learning plan: versions, goals, actions, reviews, signatures and prints."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, SyncedRecord, ThaiString


class Plan(SyncedRecord, Base):
    """One version of a learner's plan (domain facts: section 8, headings 1-16)."""

    __tablename__ = "plan"
    kind = "plan"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)
    previous_id: Mapped[UUID | None]
    status: Mapped[str] = mapped_column(default="draft", index=True)
    pathway: Mapped[str | None]
    pathway_more: Mapped[list[str] | None]
    assessment_id: Mapped[UUID | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    agreed_on: Mapped[str | None]
    closed_on: Mapped[str | None]
    close_reason: Mapped[str | None]
    dream: Mapped[str | None] = mapped_column(ThaiString)
    interests: Mapped[str | None] = mapped_column(ThaiString)
    aptitudes: Mapped[str | None] = mapped_column(ThaiString)
    strengths: Mapped[str | None] = mapped_column(ThaiString)
    constraints: Mapped[str | None] = mapped_column(ThaiString)
    constraint_kinds: Mapped[list[str] | None]
    free_time: Mapped[str | None] = mapped_column(ThaiString)
    flood_months: Mapped[list[int] | None]
    long_qualification: Mapped[str | None] = mapped_column(ThaiString)
    long_occupation: Mapped[str | None] = mapped_column(ThaiString)
    long_life: Mapped[str | None] = mapped_column(ThaiString)
    courses: Mapped[str | None] = mapped_column(ThaiString)
    method: Mapped[str | None] = mapped_column(ThaiString)
    times: Mapped[str | None] = mapped_column(ThaiString)
    places: Mapped[str | None] = mapped_column(ThaiString)
    media: Mapped[str | None] = mapped_column(ThaiString)
    facilitator: Mapped[str | None] = mapped_column(ThaiString)
    mentors: Mapped[str | None] = mapped_column(ThaiString)
    partners: Mapped[str | None] = mapped_column(ThaiString)
    codesigned_by: Mapped[str | None] = mapped_column(ThaiString)
    support: Mapped[str | None] = mapped_column(ThaiString)
    accommodations: Mapped[str | None] = mapped_column(ThaiString)
    funds: Mapped[str | None] = mapped_column(ThaiString)
    measurement: Mapped[str | None] = mapped_column(ThaiString)
    evidence: Mapped[str | None] = mapped_column(ThaiString)
    credit_transfer: Mapped[str | None] = mapped_column(ThaiString)
    review_months: Mapped[int] = mapped_column(default=3)
    next_review_on: Mapped[str | None]
    learner_comment: Mapped[str | None] = mapped_column(ThaiString)
    guardian_comment: Mapped[str | None] = mapped_column(ThaiString)


class Goal(SyncedRecord, Base):
    """A goal of a plan, measurable and due."""

    __tablename__ = "goal"
    kind = "goal"

    plan_id: Mapped[UUID] = mapped_column(index=True)
    position: Mapped[int] = mapped_column(default=0)
    dimension: Mapped[str | None]
    text: Mapped[str] = mapped_column(ThaiString)
    measure: Mapped[str | None] = mapped_column(ThaiString)
    baseline: Mapped[str | None] = mapped_column(ThaiString)
    target: Mapped[str | None] = mapped_column(ThaiString)
    target_level: Mapped[int | None]
    due_on: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")
    result: Mapped[str | None] = mapped_column(ThaiString)


class Action(SyncedRecord, Base):
    """What is done towards a goal. `budget` is in whole baht."""

    __tablename__ = "action"
    kind = "action"

    plan_id: Mapped[UUID] = mapped_column(index=True)
    goal_id: Mapped[UUID | None]
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(ThaiString)
    provider: Mapped[str | None] = mapped_column(ThaiString)
    provider_type: Mapped[str | None]
    place: Mapped[str | None] = mapped_column(ThaiString)
    hours: Mapped[float | None]
    budget: Mapped[int | None]
    fund: Mapped[str | None] = mapped_column(ThaiString)
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")


class Review(SyncedRecord, Base):
    """A review of a plan with the learner."""

    __tablename__ = "review"
    kind = "review"

    plan_id: Mapped[UUID] = mapped_column(index=True)
    on: Mapped[str]
    by_name: Mapped[str | None] = mapped_column(ThaiString)
    result: Mapped[str | None] = mapped_column(ThaiString)
    adjustment: Mapped[str | None] = mapped_column(ThaiString)
    learner_says: Mapped[str | None] = mapped_column(ThaiString)
    goal_results: Mapped[dict[str, Any] | None]
    next_on: Mapped[str | None]


class Signature(SyncedRecord, Base):
    """Who signed which version of a plan, by hand or by thumb."""

    __tablename__ = "signature"
    kind = "signature"

    plan_id: Mapped[UUID] = mapped_column(index=True)
    role: Mapped[str]
    name: Mapped[str | None] = mapped_column(ThaiString)
    position: Mapped[str | None] = mapped_column(ThaiString)
    signed_on: Mapped[str | None]
    thumbprint: Mapped[bool] = mapped_column(default=False)
    witnesses: Mapped[list[str] | None]


class PlanPrint(SyncedRecord, Base):
    """A plan as it was printed: the stamp on the paper leads back to this content."""

    __tablename__ = "plan_print"
    kind = "plan_print"

    plan_id: Mapped[UUID] = mapped_column(index=True)
    stamp: Mapped[str] = mapped_column(index=True)
    content_hash: Mapped[str]
    printed_at: Mapped[int]
    pages: Mapped[int | None]
    language: Mapped[str] = mapped_column(default="th")
