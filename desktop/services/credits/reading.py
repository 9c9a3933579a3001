"""Finding credit items, one of them whole, and a learner's book of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.credits import CreditItem, CreditItemMove, Evidence
from desktop.models.dates import PartialDate
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids
from desktop.services.credits.lifecycle import ANSWER_DAYS, CREDITING, SUBMIT_DAYS, WAITING
from desktop.services.credits.records import (
    CreditBook,
    CreditDetail,
    CreditEvidence,
    CreditQuery,
    CreditRow,
)
from desktop.services.credits.sums import by_level, decision
from desktop.services.details import empty_of, told_of
from desktop.services.learners.asking import narrowed
from desktop.services.record_values import live

WORTH_ASKING: Final = ("origin", "provider", "hours", "assessor_id", "level", "credits")


def found(session: Session, query: CreditQuery, today: date) -> list[CreditRow]:
    """Return the rows of the items that a question finds, in Thai order of what was learnt."""
    wanted = narrowed(_selected(), CreditItem, query)
    if query.ids is not None:
        wanted = wanted.where(CreditItem.id.in_(query.ids))
    if query.origins:
        wanted = wanted.where(CreditItem.origin.in_(query.origins))
    rows = _rows(session, wanted.order_by(CreditItem.sort_key, CreditItem.id), today)
    return [
        row
        for row in rows
        if (not query.unproven or not row.evidence) and (not query.ask_again or row.ask_again)
    ]


def _selected() -> Select[Any]:
    last, asked = aliased(CreditItemMove), aliased(Partner)
    shows = (
        select(func.count())
        .select_from(Evidence)
        .where(
            Evidence.credit_item_id == CreditItem.id,
            Evidence.deleted.is_(False),
            state_column(Evidence) != "lacking",
        )
        .scalar_subquery()
    )
    return (
        select(
            CreditItem, last, asked.name.label("receiver"), shows.label("evidence"),
            Learner.title, Learner.given, Learner.middle, Learner.surname,
        )
        .join(Learner, Learner.id == CreditItem.learner_id)
        .outerjoin(last, last.id == CreditItem.last_move_id)
        .outerjoin(asked, asked.id == func.coalesce(last.receiver_id, CreditItem.receiver_id))
        .where(CreditItem.deleted.is_(False), Learner.deleted.is_(False))
    )  # fmt: skip


def _rows(session: Session, wanted: Select[Any], today: date) -> list[CreditRow]:
    held = restricted_ids(session)
    return [_row(session, each, today, held) for each in session.execute(wanted)]


def _row(session: Session, line: Any, today: date, held: frozenset[UUID]) -> CreditRow:
    item, last = line[0], line[1]
    state = last.to_state if last is not None else CreditItem.first_state
    decided = decision(session, last)
    since = last.done_on if last is not None else ""
    names = (line.title, line.given, line.surname, line.middle)
    waits = (today - PartialDate.from_iso(since).first_day).days if since else 0
    days = max(0, waits) if state in WAITING else 0
    return CreditRow(
        id=item.id,
        name=item.name,
        state=state,
        confirmed_on="",
        ask_again=_stuck(state, days, line.evidence),
        learner_id=item.learner_id,
        who=full_name(*(each or "" for each in names)),
        origin=item.origin or "",
        provider=item.provider or "",
        hours=item.hours,
        level=(decided.level if decided is not None else item.level) or "",
        subject=(decided.subject if decided is not None else item.subject) or "",
        proposed=item.credits,
        accepted=decided.credits if decided is not None else None,
        receiver=line.receiver or (decided.institution if decided is not None else "") or "",
        since=since,
        days=days,
        evidence=line.evidence,
        number=(last.number or "") if last is not None else "",
        missing=(last.missing or "") if state == "returned" else "",
        restricted=item.learner_id in held,
    )


def _stuck(state: str, days: int, evidence: int) -> bool:
    """Whether somebody here is to act, or to ask the institution."""
    match state:
        case "noted":
            return not evidence
        case "proposed":
            return days >= SUBMIT_DAYS
        case "submitted":
            return days >= ANSWER_DAYS
    return state == "returned"


def credit_detail(session: Session, item_id: UUID, today: date) -> CreditDetail:
    """Return an item whole; UserError `record_unknown`, `learner_unknown`."""
    item = live(session, CreditItem, item_id)
    live(session, Learner, item.learner_id)
    (row,) = _rows(session, _selected().where(CreditItem.id == item_id), today)
    told = told_of(session, CREDITING, item, row.state)
    lacking = [] if row.evidence else [Evidence.kind]
    return CreditDetail(
        row=row,
        missing=(*lacking, *empty_of(told["values"], WORTH_ASKING)),
        doubtful=doubts(item),
        shown_by=_evidence(session, item_id),
        **told,
    )


def _evidence(session: Session, item_id: UUID) -> tuple[CreditEvidence, ...]:
    wanted = (
        select(Evidence.id, Evidence.name, state_column(Evidence))
        .where(Evidence.credit_item_id == item_id, Evidence.deleted.is_(False))
        .order_by(Evidence.sort_key, Evidence.id)
    )
    return tuple(CreditEvidence(*each) for each in session.execute(wanted))


def doubts(item: CreditItem) -> dict[str, str]:
    """Return what cannot be quite right of an item, as codes by field; it is kept anyhow."""
    found: dict[str, str] = {}
    if item.starts_on and item.ends_on and item.ends_on < item.starts_on[: len(item.ends_on)]:
        found["ends_on"] = "credit_ends_first"
    if item.credits is not None and not item.level:
        found["level"] = "credit_without_level"
    return found


def book(session: Session, learner_id: UUID, today: date) -> CreditBook:
    """Return a learner's credits; what stands open comes first. UserError `learner_unknown`."""
    live(session, Learner, learner_id)
    rows = sorted(
        found(session, CreditQuery(learner_id=learner_id), today),
        key=lambda row: row.state not in WAITING,
    )
    return CreditBook(tuple(rows), by_level(session, rows))


def of_learners(rows: Sequence[CreditRow]) -> dict[UUID, list[CreditRow]]:
    """Return rows by whose they are, in the order in which each is first met."""
    apart: dict[UUID, list[CreditRow]] = {}
    for row in rows:
        apart.setdefault(row.learner_id, []).append(row)
    return apart
