"""The individual learning plan: versions, goals, actions, reviews, signatures and prints."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord


class Plan(SyncedRecord, Base):
    """One version of a learner's plan (domain facts: section 8, headings 1-16)."""

    __tablename__ = "plan"
    kind = "plan"

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    version: Mapped[int] = field.count(by_hand=False, default=1)
    previous_id: Mapped[UUID | None] = field.link("plan", by_hand=False)
    status: Mapped[str] = field.coded("plan_status", by_hand=False, index=True, default="draft")
    pathway: Mapped[str | None] = field.coded("pathways")
    pathway_more: Mapped[list[str] | None] = field.coded_list("pathways")
    assessment_id: Mapped[UUID | None] = field.link("assessment")
    starts_on: Mapped[str | None] = field.day(part_known=True)
    ends_on: Mapped[str | None] = field.day(part_known=True)
    agreed_on: Mapped[str | None] = field.day(by_hand=False)
    closed_on: Mapped[str | None] = field.day(by_hand=False)
    close_reason: Mapped[str | None] = field.coded("close_reasons", by_hand=False)
    dream: Mapped[str | None] = field.text()
    interests: Mapped[str | None] = field.text()
    aptitudes: Mapped[str | None] = field.text()
    strengths: Mapped[str | None] = field.text()
    constraints: Mapped[str | None] = field.text()
    constraint_kinds: Mapped[list[str] | None] = field.lines()
    free_time: Mapped[str | None] = field.text()
    flood_months: Mapped[list[int] | None] = field.months()
    long_qualification: Mapped[str | None] = field.text()
    long_occupation: Mapped[str | None] = field.text()
    long_life: Mapped[str | None] = field.text()
    courses: Mapped[str | None] = field.text()
    method: Mapped[str | None] = field.text()
    times: Mapped[str | None] = field.text()
    places: Mapped[str | None] = field.text()
    media: Mapped[str | None] = field.text()
    facilitator: Mapped[str | None] = field.text(identifying=True)
    mentors: Mapped[str | None] = field.text(identifying=True)
    partners: Mapped[str | None] = field.text()
    codesigned_by: Mapped[str | None] = field.text(identifying=True)
    support: Mapped[str | None] = field.text()
    accommodations: Mapped[str | None] = field.text()
    funds: Mapped[str | None] = field.text()
    measurement: Mapped[str | None] = field.text()
    evidence: Mapped[str | None] = field.text()
    credit_transfer: Mapped[str | None] = field.text()
    review_months: Mapped[int] = field.count(default=3)
    next_review_on: Mapped[str | None] = field.day()
    learner_comment: Mapped[str | None] = field.text()
    guardian_comment: Mapped[str | None] = field.text()


class Goal(SyncedRecord, Base):
    """A goal of a plan, measurable and due."""

    __tablename__ = "goal"
    kind = "goal"

    plan_id: Mapped[UUID] = field.owner("plan", index=True)
    position: Mapped[int] = field.machine(default=0)
    dimension: Mapped[str | None] = field.hett("dimensions")
    text: Mapped[str] = field.text()
    measure: Mapped[str | None] = field.text()
    baseline: Mapped[str | None] = field.text()
    target: Mapped[str | None] = field.text()
    target_level: Mapped[int | None] = field.count()
    due_on: Mapped[str | None] = field.day()
    state: Mapped[str] = field.coded("goal_status", default="open")
    result: Mapped[str | None] = field.text()


class Action(SyncedRecord, Base):
    """What is done towards a goal. `budget` is in whole baht.

    `referral_id`, `match_id` and `fund_entry_id` lead to what carries it out.
    """

    __tablename__ = "action"
    kind = "action"

    plan_id: Mapped[UUID] = field.owner("plan", index=True)
    goal_id: Mapped[UUID | None] = field.owner("goal", by_hand=True)
    position: Mapped[int] = field.machine(default=0)
    text: Mapped[str] = field.text()
    provider: Mapped[str | None] = field.line()
    provider_type: Mapped[str | None] = field.coded("provider_types")
    place: Mapped[str | None] = field.line()
    hours: Mapped[float | None] = field.amount()
    budget: Mapped[int | None] = field.money("baht")
    fund: Mapped[str | None] = field.line()
    starts_on: Mapped[str | None] = field.day(part_known=True)
    ends_on: Mapped[str | None] = field.day(part_known=True)
    state: Mapped[str] = field.coded("action_status", default="open")
    referral_id: Mapped[UUID | None] = field.link("referral", on_erase="cut", index=True)
    match_id: Mapped[UUID | None] = field.link("match", on_erase="cut", index=True)
    fund_entry_id: Mapped[UUID | None] = field.link("fund_entry", on_erase="cut", index=True)


class Review(SyncedRecord, Base):
    """A review of a plan with the learner."""

    __tablename__ = "review"
    kind = "review"

    plan_id: Mapped[UUID] = field.owner("plan", index=True)
    on: Mapped[str] = field.day()
    by_name: Mapped[str | None] = field.line()
    result: Mapped[str | None] = field.coded("review_results")
    adjustment: Mapped[str | None] = field.text()
    learner_says: Mapped[str | None] = field.text()
    goal_results: Mapped[dict[str, Any] | None] = field.packed(by_hand=False)
    next_on: Mapped[str | None] = field.day()


class Signature(SyncedRecord, Base):
    """Who signed which version of a plan, by hand or by thumb."""

    __tablename__ = "signature"
    kind = "signature"

    plan_id: Mapped[UUID] = field.owner("plan", index=True)
    role: Mapped[str] = field.coded("signature_roles")
    name: Mapped[str | None] = field.line(identifying=True)
    position: Mapped[str | None] = field.line()
    signed_on: Mapped[str | None] = field.day(part_known=True)
    thumbprint: Mapped[bool] = field.yes_no(default=False)
    witnesses: Mapped[list[str] | None] = field.lines(identifying=True)


class PlanPrint(SyncedRecord, Base):
    """A plan as it was printed: the stamp on the paper leads back to this content."""

    __tablename__ = "plan_print"
    kind = "plan_print"
    open_when_restricted = True

    plan_id: Mapped[UUID] = field.owner("plan", index=True)
    stamp: Mapped[str] = field.machine(index=True)
    content_hash: Mapped[str] = field.machine()
    printed_at: Mapped[int] = field.moment(by_hand=False)
    pages: Mapped[int | None] = field.count(by_hand=False)
    language: Mapped[str] = field.plain(by_hand=False, default="th")
