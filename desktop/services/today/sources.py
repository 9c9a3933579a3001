"""Where the lines of the day come from: one function for each reason, each one plain query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models import vocabulary
from desktop.models.area import Village
from desktop.models.hett import Assessment
from desktop.models.names import proposed_title
from desktop.models.people import Contact, Learner, LearnerCode, RiskFlag
from desktop.models.plan import Plan, Review
from desktop.models.program import Draft
from desktop.services.brought import Found, HourSource, Source
from desktop.services.consent.due import due_consents
from desktop.services.learners.contacts import is_kept
from desktop.services.learners.twins import agreements, waiting_pairs
from desktop.services.persons_rights.retention import count_due
from desktop.services.subjects import SUBJECTS
from desktop.services.sync.conflict_facts import open_facts
from desktop.services.sync.hub_way import plain_hub
from desktop.services.vocabularies import CentreLookup
from resources.clock import thai_day

SILENT_DAYS = 90
REVIEW_AHEAD_DAYS = 14
PROMISE_AHEAD_DAYS = 3
PAPER_AHEAD_DAYS = 60
CONSENT_AHEAD_DAYS = 30
DRAFT_AGE_DAYS = 7
ADULT_TITLE_AGE = 15


def _shown() -> tuple[ColumnElement[bool], ...]:
    return (Learner.deleted.is_(False), Learner.merged_into.is_(None))


def _accompanied() -> tuple[ColumnElement[bool], ...]:
    """Learners whose case goes on: not closed, moved, declined, completed or deceased."""
    ended = [term.code for term in vocabulary.load("status").terms if not term.extra["active"]]
    return (
        *_shown(),
        Learner.anonymised_on.is_(None),
        func.coalesce(Learner.case_step, "") != "closed",
        func.coalesce(Learner.status, "").not_in(ended),
    )


def _reviews(session: Session, today: date, user: UUID) -> Iterator[Found]:
    last = (today + timedelta(days=REVIEW_AHEAD_DAYS)).isoformat()
    newer = aliased(Plan)
    for plan_id, learner_id, due, version in session.execute(
        select(Plan.id, Plan.learner_id, Plan.next_review_on, Plan.version)
        .join(Learner, Learner.id == Plan.learner_id)
        .where(
            Plan.deleted.is_(False),
            Plan.status.in_(("agreed", "active", "reviewed")),
            Plan.next_review_on <= last,
            ~exists().where(
                newer.previous_id == Plan.id, newer.deleted.is_(False), newer.status != "draft"
            ),
            *_shown(),
        )
        .order_by(Plan.next_review_on)
    ):
        if due is None:
            continue
        urgency = 1 if due <= today.isoformat() else 2
        values = {"days": _days(due, today), "version": version}
        yield Found(
            f"review:{plan_id}:{due}", "review_due", urgency, due, learner_id, "plan",
            str(plan_id), values,
        )  # fmt: skip


def _promises(session: Session, today: date, user: UUID) -> Iterator[Found]:
    last = (today + timedelta(days=PROMISE_AHEAD_DAYS)).isoformat()
    promised = select(Contact.learner_id).where(Contact.next_on <= last, Contact.deleted.is_(False))
    by_learner: dict[UUID, list[Contact]] = defaultdict(list)
    for contact in session.scalars(
        select(Contact)
        .join(Learner, Learner.id == Contact.learner_id)
        .where(Contact.learner_id.in_(promised), Contact.deleted.is_(False), *_shown())
        .order_by(Contact.first_stamp)
    ):
        by_learner[contact.learner_id].append(contact)
    found = []
    for learner_id, entries in by_learner.items():
        corrected = {each.corrects for each in entries}
        counting = [each for each in entries if each.id not in corrected]
        for each in counting:
            if each.next_on and each.next_on <= last and not is_kept(each, counting):
                found.append((each.next_on, learner_id, each))
    words = CentreLookup(session)
    for due, learner_id, each in sorted(found, key=lambda one: (one[0], one[2].first_stamp)):
        kind = words.term("contact_kinds", each.contact_kind)
        yield Found(
            f"promise:{each.id}",
            "promise",
            1 if due <= today.isoformat() else 2,
            due,
            learner_id,
            "contacts",
            str(each.id),
            {"days": _days(due, today), "text": each.next_text or "", "kind": kind},
        )


def _silent(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """Nobody was in touch for long: no contact, assessment or review since."""
    limit = (today - timedelta(days=SILENT_DAYS)).isoformat()
    latest: dict[UUID, str] = {}
    for statement in (
        select(Contact.learner_id, func.max(Contact.on))
        .where(Contact.deleted.is_(False))
        .group_by(Contact.learner_id),
        select(Assessment.learner_id, func.max(Assessment.on))
        .where(Assessment.deleted.is_(False))
        .group_by(Assessment.learner_id),
        select(Plan.learner_id, func.max(Review.on))
        .join(Plan, Plan.id == Review.plan_id)
        .where(Review.deleted.is_(False))
        .group_by(Plan.learner_id),
    ):
        for learner_id, on in session.execute(statement):
            if on > latest.get(learner_id, ""):
                latest[learner_id] = on
    found = []
    for learner_id, registered in session.execute(
        select(Learner.id, Learner.registered_on).where(*_accompanied())
    ):
        last = latest.get(learner_id) or registered or ""
        if last and last < limit:
            found.append((last, learner_id, learner_id in latest))
    found.sort(key=lambda one: (one[0], one[1].bytes))
    for last, learner_id, met in found:
        yield Found(
            f"silent:{learner_id}:{last}",
            "silent",
            3,
            last,
            learner_id,
            "contacts",
            str(learner_id),
            {"days": _days(last, today), "met": met},
        )


def _risks(session: Session, today: date, user: UUID) -> Iterator[Found]:
    words = CentreLookup(session)
    for flag_id, learner_id, code, raised, note in session.execute(
        select(RiskFlag.id, RiskFlag.learner_id, RiskFlag.code, RiskFlag.raised_on, RiskFlag.note)
        .join(Learner, Learner.id == RiskFlag.learner_id)
        .where(RiskFlag.deleted.is_(False), RiskFlag.cleared_on.is_(None), *_shown())
        .order_by(RiskFlag.raised_on)
    ):
        urgent = code == "urgent"
        yield Found(
            f"risk:{flag_id}",
            "risk_urgent" if urgent else "risk",
            0 if urgent else 2,
            raised or "",
            learner_id,
            "learner",
            str(learner_id),
            {
                "risk": words.term("risk_flags", code),
                "note": note or "",
                "risk_id": str(flag_id),
            },
        )


def _conflicts(session: Session, today: date, user: UUID) -> Iterator[Found]:
    waiting = [fact.main for fact in open_facts(session) if fact.asked]
    waiting.sort(key=lambda conflict: conflict.found_at)
    records = [conflict.record_id for conflict in waiting]
    learners = set(session.scalars(select(Learner.id).where(Learner.id.in_(records), *_shown())))
    for conflict in waiting:
        yield Found(
            f"conflict:{conflict.id.hex()}",
            "conflict",
            2,
            "",
            conflict.record_id if conflict.record_id in learners else None,
            "conflicts",
            conflict.id.hex(),
            {"kind": conflict.kind, "field": conflict.field},
        )


def _duplicates(session: Session, today: date, user: UUID) -> Iterator[Found]:
    waiting = waiting_pairs(session)
    reasons = agreements(session, waiting)
    others = select(Learner.id, Learner.given).where(
        Learner.id.in_({pair.second_id for pair in waiting})
    )
    given = {row.id: row.given for row in session.execute(others)} if waiting else {}
    for pair in waiting:
        agree = reasons[pair.first_id, pair.second_id]
        other = str(pair.second_id)
        yield Found(
            f"duplicate:{pair.first_id}:{pair.second_id}",
            "duplicate",
            3,
            "",
            pair.first_id,
            "duplicates",
            f"{pair.first_id}:{pair.second_id}",
            {"other": other, "other_given": given[pair.second_id], "reasons": list(agree)},
        )


def _papers(session: Session, today: date, user: UUID) -> Iterator[Found]:
    last = (today + timedelta(days=PAPER_AHEAD_DAYS)).isoformat()
    for code_id, learner_id, kind, expires in session.execute(
        select(
            LearnerCode.id, LearnerCode.learner_id, LearnerCode.code_kind, LearnerCode.expires_on
        )
        .join(Learner, Learner.id == LearnerCode.learner_id)
        .where(
            LearnerCode.deleted.is_(False),
            LearnerCode.current.is_(True),
            LearnerCode.expires_on <= last,
            *_accompanied(),
        )
        .order_by(LearnerCode.expires_on)
    ):
        if expires is None:
            continue
        yield Found(
            f"paper:{code_id}:{expires}",
            "paper_expiring",
            2 if expires <= today.isoformat() else 3,
            expires,
            learner_id,
            "learner",
            str(learner_id),
            {"code_kind": kind, "days": _days(expires, today)},
        )
    held = exists().where(
        LearnerCode.learner_id == Learner.id,
        LearnerCode.deleted.is_(False),
        LearnerCode.code_kind != "local",
    )
    # Only people somebody has begun to work with: an imported roster would flood the day.
    for (learner_id,) in session.execute(
        select(Learner.id)
        .where(*_accompanied(), ~held, exists().where(_open_plan()))
        .order_by(Learner.sort_key)
    ):
        yield Found(
            f"no_identity:{learner_id}", "no_identity", 3, "", learner_id, "learner",
            str(learner_id),
        )  # fmt: skip


def _titles(session: Session, today: date, user: UUID) -> Iterator[Found]:
    born_by = today.replace(year=today.year - ADULT_TITLE_AGE, day=min(today.day, 28))
    born_by += timedelta(days=today.day - born_by.day)
    # A date known in part stands before its days as text: counted from the first it can be.
    for learner_id, title, birth, estimated in session.execute(
        select(Learner.id, Learner.title, Learner.birth, Learner.birth_estimated)
        .where(
            *_accompanied(),
            Learner.title.in_(("เด็กชาย", "เด็กหญิง")),
            Learner.birth <= born_by.isoformat(),
        )
        .order_by(Learner.birth.desc())
    ):
        proposed = proposed_title(title or "", ADULT_TITLE_AGE)
        yield Found(
            f"title:{learner_id}:{title}",
            "title_change",
            3,
            "",
            learner_id,
            "learner",
            str(learner_id),
            {"title": title, "proposed": proposed, "birth": birth, "approximate": estimated},
        )


def _consents(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """Consent that ended or is about to, and what has to be asked of the person at 20."""
    soon = today + timedelta(days=CONSENT_AHEAD_DAYS)
    words = CentreLookup(session)
    for due in due_consents(session, today, soon, _accompanied()):
        over = due.why in ("expired", "outgrown")
        yield Found(
            f"consent:{due.consent_id}:{due.why}",
            "consent_due",
            2 if over else 3,
            due.on,
            due.learner_id,
            "learner",
            str(due.learner_id),
            {
                "why": due.why,
                "purpose": words.term("consent_purposes", due.purpose),
                "recipient": due.recipient,
                "approximate": due.approximate,
            },
        )


def _plan_drafts(session: Session, today: date, user: UUID) -> Iterator[Found]:
    for plan_id, learner_id, edited, version in session.execute(
        select(Plan.id, Plan.learner_id, Plan.edited_at, Plan.version)
        .join(Learner, Learner.id == Plan.learner_id)
        .where(Plan.deleted.is_(False), Plan.status == "draft", *_shown())
        .order_by(Plan.edited_at)
    ):
        day = thai_day(edited)
        if (today - day).days >= DRAFT_AGE_DAYS:
            yield Found(
                f"plan_draft:{plan_id}:{day.isoformat()}",
                "plan_draft",
                3,
                day.isoformat(),
                learner_id,
                "plan",
                str(plan_id),
                {"days": (today - day).days, "version": version},
            )


def _hett(session: Session, today: date, user: UUID) -> Iterator[Found]:
    for assessment_id, learner_id, on in session.execute(
        select(Assessment.id, Assessment.learner_id, Assessment.on)
        .join(Learner, Learner.id == Assessment.learner_id)
        .where(Assessment.deleted.is_(False), Assessment.complete.is_(False), *_shown())
        .order_by(Assessment.on)
    ):
        if on < today.isoformat():
            yield Found(
                f"assessment:{assessment_id}", "assessment_open", 2, on, learner_id, "hett",
                str(assessment_id), {"days": _days(on, today)},
            )  # fmt: skip
    assessed = exists().where(Assessment.learner_id == Learner.id, Assessment.deleted.is_(False))
    for (learner_id,) in session.execute(
        select(Learner.id)
        .where(
            *_accompanied(),
            ~assessed,
            or_(
                Learner.case_step.in_(("visited", "analysed", "planned", "learning")),
                exists().where(_open_plan()),
            ),
        )
        .order_by(Learner.sort_key)
    ):
        yield Found(
            f"hett_missing:{learner_id}", "hett_missing", 3, "", learner_id, "hett",
            str(learner_id),
        )  # fmt: skip


def _half_typed(session: Session, today: date, user: UUID) -> Iterator[Found]:
    for draft in session.scalars(
        select(Draft).where(Draft.user_id == user).order_by(Draft.at.desc())
    ):
        at = int(draft.at.timestamp())
        yield Found(
            f"draft:{draft.form}:{draft.subject}:{at}",
            "half_typed",
            2,
            thai_day(draft.at).isoformat(),
            _whose(session, draft.subject),
            "draft",
            f"{draft.form}:{draft.subject}",
            {"form": draft.form, "subject": draft.subject},
        )


def _floods(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """In the month before the water: finish what needs the road."""
    coming = today.month % 12 + 1
    for village in session.scalars(select(Village).where(Village.deleted.is_(False))):
        months = village.flood_months or []
        if coming in months and today.month not in months:
            year = today.year + (coming == 1)
            due = date(year, coming, 1).isoformat()
            yield Found(
                f"flood:{village.id}:{due}",
                "flood_soon",
                2,
                due,
                None,
                "village",
                str(village.id),
                {"village": village.moo, "village_name": village.name or "", "month": coming},
            )


def _kept_too_long(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """One line a month for whoever decides of records whose time is over."""
    people = count_due(session, today, user)
    if people:
        yield Found(
            f"retention:{today:%Y-%m}", "retention_due", 3, "", None, "settings", "retention",
            {"people": people},
        )  # fmt: skip


def _plain_hub(session: Session, today: date, user: UUID) -> Iterator[Found]:
    """What is sent to the province can be read on the way; one line for each address."""
    address = plain_hub(session)
    if address:
        yield Found(
            f"hub_plain:{address}", "hub_plain", 2, "", None, "sync", "status",
            {"address": address},
        )  # fmt: skip


SOURCES: tuple[Source, ...] = (
    _risks, _promises, _reviews, _conflicts, _half_typed, _floods, _hett, _papers, _titles,
    _plan_drafts, _silent, _duplicates, _kept_too_long, _consents, _plain_hub,
    *(each.day for each in SUBJECTS if each.day is not None),
)  # fmt: skip

HOUR_SOURCES: tuple[HourSource, ...] = tuple(
    each.hours for each in SUBJECTS if each.hours is not None
)


def _open_plan() -> ColumnElement[bool]:
    return and_(Plan.learner_id == Learner.id, Plan.deleted.is_(False), Plan.status != "closed")


def _days(on: str, today: date) -> int:
    """Days from a day to today, negative while it lies ahead; part-known ones from their first."""
    return (today - date.fromisoformat("-".join([*on.split("-"), "01", "01"][:3]))).days


def _whose(session: Session, subject: str) -> UUID | None:
    """The learner whom a form is about: its subject begins with the learner's id, or a plan's."""
    try:
        known = UUID(subject.partition(":")[0])
    except ValueError:
        return None
    plan = session.get(Plan, known)
    learner = session.get(Learner, plan.learner_id if plan is not None else known)
    return learner.id if learner is not None else None
