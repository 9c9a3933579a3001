"""What urgent cases bring to the day, for those who are named in them: never a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentCase
from desktop.services.brought import Brought, Found
from desktop.services.tries.reading import due_again, last_tries
from desktop.services.urgent.chain import handings, next_step
from desktop.services.urgent.hours import hours, pace_of
from desktop.services.urgent.reading import answered_of, handed_of
from desktop.services.vocabularies import CentreLookup


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each case in which somebody is to be phoned again."""
    cases = _open(session)
    words = CentreLookup(session)
    for known, last in last_tries(session, UrgentTry, "case_id", cases).items():
        if due_again(last, today):
            told = {"kind": words.term("urgent_kinds", cases[known].case_kind), "on": last.on}
            yield _of(f"try:{last.id}", "urgent_try", last.next_on or "", known, told)


def _hours(session: Session, now: datetime, _user: UUID) -> Iterator[Found]:
    """Give a line for each case whose hours are nearly over, or over."""
    cases = _open(session)
    answered, targets = answered_of(session, list(cases)), hours(session)
    words, chain = CentreLookup(session), handings(session, list(cases))
    handed = handed_of(session, chain)
    for known, case in cases.items():
        pace = pace_of(case, targets, now, answered=known in answered, handed=handed.get(known))
        if pace is not None and pace.pace != "in_time":
            step = next_step(session, chain.get(known, ()))
            told = {
                "kind": words.term("urgent_kinds", case.case_kind),
                "pace": pace,
                "step": words.term("urgent_steps", step.step) if step is not None else None,
            }
            line = f"hours:{known}:{pace.step}:{len(chain.get(known, ()))}:{pace.pace}"
            yield _of(line, "urgent_hours", "", known, told)


def _open(session: Session) -> dict[UUID, UrgentCase]:
    """The open cases that the session shows."""
    wanted = select(UrgentCase).where(UrgentCase.deleted.is_(False), UrgentCase.state != "closed")
    return {case.id: case for case in session.scalars(wanted.order_by(UrgentCase.opened_on))}


def _of(line: str, code: str, due: str, known: UUID, told: dict[str, object]) -> Found:
    return Found(line, code, 0, due, None, "urgent", str(known), told)


URGENT: Final = Brought(codes=("urgent_hours", "urgent_try"), day=_lines, hours=_hours)
