"""A plan as it goes onto paper: gathered from its records, words instead of codes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.derived import find
from desktop.models.framework import Framework
from desktop.models.people import Learner, LearnerPrivate
from desktop.models.plan import Action, Goal, Plan, Review, Signature
from desktop.models.text import normalise
from desktop.reports.paper_data import (
    ActionPaper,
    Fact,
    GoalPaper,
    HettDimension,
    HettPaper,
    HettRating,
    Letterhead,
    PlanPaper,
    PrintStamp,
    ReviewPaper,
    SignaturePaper,
)
from desktop.services.hett.records import RatingView
from desktop.services.hett.service import hett_picture, latest_ratings
from desktop.services.papers.learner import PaperDesk, learner_paper
from desktop.services.plans.reading import parts

_TEXTS = (
    "dream", "interests", "aptitudes", "strengths", "constraints", "free_time",
    "long_qualification", "long_occupation", "long_life", "courses", "method", "times", "places",
    "media", "facilitator", "mentors", "partners", "codesigned_by", "support", "accommodations",
    "funds", "measurement", "evidence", "credit_transfer", "learner_comment", "guardian_comment",
)  # fmt: skip
_SIGNING = ("learner", "guardian", "facilitator", "dole", "lao")


def plan_paper(desk: PaperDesk, plan: Plan) -> PlanPaper:
    """Return a plan ready for paper.

    The sensitive part of the learner is read only where the desk was asked for it; sensitive
    HETT ratings are left out likewise.
    """
    session = desk.session
    learner = session.get_one(Learner, plan.learner_id)
    goals = parts(session, Goal, plan.id)
    numbers = {goal.id: number for number, goal in enumerate(goals, start=1)}
    framework = desk.framework
    names = {each.code: each.label(desk.language) for each in framework.dimensions}
    texts: dict[str, Any] = {name: getattr(plan, name) or "" for name in _TEXTS}
    return PlanPaper(
        letterhead=desk.letterhead(),
        learner=learner_paper(desk, learner),
        version=plan.version,
        status=desk.label("plan_status", plan.status),
        starts_on=_day(plan.starts_on),
        ends_on=_day(plan.ends_on),
        agreed_on=_day(plan.agreed_on),
        hett=_hett(desk, framework, plan),
        constraint_kinds=tuple(plan.constraint_kinds or ()),
        flood_months=tuple(plan.flood_months or ()),
        goals=tuple(_goal(desk, goal, numbers[goal.id], names) for goal in goals),
        pathway=desk.label("pathways", plan.pathway),
        pathway_more=desk.labels("pathways", plan.pathway_more),
        actions=tuple(
            ActionPaper(
                text=action.text,
                goal=numbers.get(action.goal_id, 0) if action.goal_id else 0,
                provider=action.provider or desk.label("provider_types", action.provider_type),
                place=action.place or "",
                when=_period(desk, action.starts_on, action.ends_on),
                hours=action.hours,
                budget=action.budget,
                fund=action.fund or "",
            )
            for action in parts(session, Action, plan.id)
        ),
        review_months=plan.review_months,
        next_review_on=_day(plan.next_review_on),
        reviews=tuple(_review(desk, review) for review in _belonging(session, Review, plan)),
        signatures=_signatures(desk, plan, learner),
        facts=_facts(desk, learner),
        **texts,
    )


def content_hash(paper: PlanPaper) -> str:
    """Return the fingerprint of what a paper says, whoever prints it and whenever.

    What changes by itself (age), belongs to the printing (stamp) or to the office (letterhead),
    and what was asked for apart (sensitive facts) is left out.
    """
    words = replace(
        paper,
        letterhead=Letterhead(),
        learner=replace(paper.learner, age="", groups=(), sort_key="", village_sort_key=""),
        printed=PrintStamp(),
        qr="",
        facts=(),
        hett=replace(paper.hett, ratings=tuple(r for r in paper.hett.ratings if not r.sensitive))
        if paper.hett
        else None,
    )
    return hashlib.sha256(msgspec.json.encode(words)).hexdigest()


def _goal(desk: PaperDesk, goal: Goal, number: int, names: dict[str, str]) -> GoalPaper:
    target = goal.target or ""
    if goal.target_level is not None:
        level = f"HETT {goal.target_level}"
        target = f"{target} ({level})" if target else level
    return GoalPaper(
        number=number,
        text=goal.text,
        dimension=goal.dimension if goal.dimension in names else "",
        measure=goal.measure or "",
        baseline=goal.baseline or "",
        target=target,
        due=_day(goal.due_on),
        state=desk.label("goal_status", goal.state),
    )


def _review(desk: PaperDesk, review: Review) -> ReviewPaper:
    result = desk.label("review_results", review.result)
    if review.learner_says:
        result = f"{result}\n{review.learner_says}".strip()
    return ReviewPaper(
        on=_day(review.on),
        by=review.by_name or "",
        result=result,
        adjustment=review.adjustment or "",
    )


def _signatures(desk: PaperDesk, plan: Plan, learner: Learner) -> tuple[SignaturePaper, ...]:
    """Return one place for each who signs, filled where somebody has."""
    held: dict[str, list[Signature]] = {}
    for signature in _belonging(desk.session, Signature, plan):
        held.setdefault(signature.role, []).append(signature)
    name = " ".join(
        part for part in ((learner.title or "") + learner.given, learner.surname) if part
    )
    found = []
    for role in dict.fromkeys((*_SIGNING, *held)):
        label = desk.label("signature_roles", role)
        signed = held.get(role)
        if not signed:
            expected = {"learner": name, "facilitator": plan.facilitator or ""}.get(role, "")
            found.append(SignaturePaper(label, expected))
            continue
        found.extend(
            SignaturePaper(
                role=label,
                name=_signed_name(each.name, role, name, learner),
                position=each.position or "",
                signed_on=_day(each.signed_on),
                thumbprint=each.thumbprint,
                witnesses=tuple(each.witnesses or ()),
            )
            for each in signed
        )
    return tuple(found)


def _signed_name(written: str | None, role: str, whole: str, learner: Learner) -> str:
    """Return who signed; the learner with the title, as everywhere else on the paper."""
    bare = " ".join(part for part in (learner.given, learner.surname) if part)
    own = not written or normalise(written) == normalise(bare)
    return whole if role == "learner" and own else written or ""


def _hett(desk: PaperDesk, framework: Framework, plan: Plan) -> HettPaper | None:
    picture = hett_picture(desk.session, plan.learner_id, framework)
    if not (picture.rounds or picture.target):
        return None
    last = picture.rounds[-1] if picture.rounds else None
    ratings = latest_ratings(desk.session, last.id, framework) if last else {}
    return HettPaper(
        dimensions=tuple(
            HettDimension(
                code=each.code,
                name=each.label(desk.language),
                first=picture.first.get(each.code),
                last=picture.last.get(each.code),
                target=picture.target.get(each.code),
            )
            for each in framework.dimensions
        ),
        ratings=tuple(
            _rating(desk, framework, ratings[indicator.code])
            for indicator in framework.indicators
            if indicator.code in ratings
            and ratings[indicator.code].state == "rated"
            and (desk.sensitive or not indicator.sensitive)
        ),
        first_on=_day(picture.rounds[0].on) if picture.rounds else None,
        last_on=_day(last.on) if last else None,
        assessor=last.assessor if last else "",
    )


def _rating(desk: PaperDesk, framework: Framework, view: RatingView) -> HettRating:
    indicator = framework.indicator(view.indicator)
    return HettRating(
        dimension=indicator.dimension,
        code=indicator.code,
        name=indicator.label(desk.language),
        level=view.level,
        wording=indicator.wording(view.level, desk.language) if view.level else "",
        raw=_raw(desk, indicator, view.raw),
        sensitive=indicator.sensitive,
    )


def _raw(desk: PaperDesk, indicator: Any, raw: dict[str, Any]) -> str:
    texts = []
    for field in indicator.raw:
        value = raw.get(field.key)
        if value is None or value == "" or value == []:
            continue
        values = value if isinstance(value, list) else [value]
        options = {option.code: option.label(desk.language) for option in field.options}
        words = []
        for each in values:
            if isinstance(each, bool):
                yes = ("yes", "no") if desk.language == "en" else ("มี", "ไม่มี")
                words.append(yes[0] if each else yes[1])
            elif field.type == "date":
                words.append(desk.date(str(each), short=True))
            elif field.vocabulary:
                words.append(desk.label(field.vocabulary, str(each)))
            else:
                words.append(options.get(str(each), str(each)))
        unit = field.unit(desk.language)
        texts.append(f"{field.label(desk.language)} {', '.join(words)} {unit}".strip())
    return " · ".join(texts)


def _facts(desk: PaperDesk, learner: Learner) -> tuple[Fact, ...]:
    """Return the sensitive lines of section 1 and 11, none unless they were asked for."""
    if not desk.sensitive:
        return ()
    private = find(desk.session, LearnerPrivate, learner_id=learner.id)
    if private is None or private.deleted:
        return ()
    english = desk.language == "en"
    disability = (
        *desk.labels("disability_education", private.disability_education),
        *desk.labels("disability_welfare", private.disability_welfare),
        *([private.disability_note] if private.disability_note else ()),
    )
    ethnic = (
        *desk.labels("ethnic_groups", private.ethnic_groups),
        *([private.ethnic_own_name] if private.ethnic_own_name else ()),
    )
    welfare = desk.labels("welfare", private.welfare)
    lines = (
        (1, "Ethnic group" if english else "กลุ่มชาติพันธุ์", ", ".join(ethnic)),
        (1, "Religion" if english else "ศาสนา", desk.label("religions", private.religion)),
        (1, "Disability" if english else "ความพิการ", ", ".join(disability)),
        (1, "Health" if english else "สุขภาพ", private.health_note or ""),
        (11, "Welfare" if english else "สวัสดิการที่ได้รับ", ", ".join(welfare)),
        (
            11,
            "Right to treatment" if english else "สิทธิรักษา",
            desk.worded("treatment_rights", private.treatment_right),
        ),
    )
    return tuple(Fact(section, label, text, True) for section, label, text in lines if text)


def _period(desk: PaperDesk, starts: str | None, ends: str | None) -> str:
    first, last = desk.date(starts, short=True), desk.date(ends, short=True)
    return f"{first} – {last}" if first and last else first or last


def _belonging(session: Session, cls: Any, plan: Plan) -> list[Any]:
    return list(
        session.scalars(
            select(cls)
            .where(cls.plan_id == plan.id, cls.deleted.is_(False))
            .order_by(cls.first_stamp)
        )
    )


def _day(iso: str | None) -> date | None:
    """Return a date known to the day; one known in part is no day to print."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
