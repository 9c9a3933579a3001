"""The roster as it stands: a stretch of days with their gaps, and who answers now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.duty import Duty
from desktop.models.persons import Person, called
from desktop.models.program import User
from desktop.services.duty.records import SPANS, DutyLine, OnDuty
from resources.clock import in_thailand

MORNING: Final = 8
"""The hour at which a night ends."""

_KEPT_DAYS: Final = 60
"""A centre that wrote nobody down for so long, and ahead, keeps no roster."""


def stretch(session: Session, first: date, days: int) -> tuple[DutyLine, ...]:
    """Return every day and night from a day on, gaps among them."""
    last = first + timedelta(days - 1)
    known = {(each.on, each.span): each for each in _between(session, first, last)}
    told = lines(session, known.values())
    found = []
    for number in range(days):
        on = (first + timedelta(number)).isoformat()
        for span in SPANS:
            record = known.get((on, span))
            found.append(told[record.id] if record is not None else DutyLine(None, on, span))
    return tuple(found)


def lines(session: Session, records: Iterable[Duty]) -> dict[UUID, DutyLine]:
    """Return the lines of these, by id."""
    users = {user.id: user for user in session.scalars(select(User))}
    found = {}
    for each in records:
        user = users.get(each.user_id) if each.user_id else None
        person = session.get(Person, each.person_id) if each.person_id else None
        who = user.name if user is not None else called(person) if person is not None else ""
        theirs = user.phone if user is not None else person.phone if person is not None else ""
        found[each.id] = DutyLine(
            id=each.id,
            on=each.on,
            span=each.span,
            user_id=each.user_id,
            person_id=each.person_id,
            who=who,
            phone=each.phone or theirs or "",
            own_phone=each.phone or "",
            area=each.area or "",
            note=each.note or "",
            may_hide=not who and (each.user_id or each.person_id) is not None,
        )
    return found


def on_duty(session: Session, now: datetime) -> OnDuty:
    """Return tonight's line: before the morning that of the night that goes on."""
    local = in_thailand(now)
    evening = local.date() - timedelta(1 if local.hour < MORNING else 0)
    tonight = next(each for each in stretch(session, evening, 1) if each.span == "night")
    first, last = evening - timedelta(_KEPT_DAYS), evening + timedelta(_KEPT_DAYS)
    used = any(each.user_id or each.person_id for each in _between(session, first, last))
    return OnDuty(tonight, used)


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(day.weekday())


def _between(session: Session, first: date, last: date) -> Iterable[Duty]:
    return session.scalars(
        select(Duty).where(
            Duty.deleted.is_(False), Duty.on.between(first.isoformat(), last.isoformat())
        )
    )
