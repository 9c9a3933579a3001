"""Tries as they stand: those of one record, the last of several, and those that are due again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import vocabulary
from desktop.models.owners import steps
from desktop.models.program import User
from desktop.models.tries import Tried
from desktop.services.record_values import required, set_values
from desktop.services.tries.records import AGAIN_DAYS, TryLine

T = TypeVar("T", bound=Tried)

REACHED: Final = frozenset(
    term.code for term in vocabulary.load("contact_results").terms if term.extra.get("reached")
)
"""Results after which nobody is tried again; a centre's own words say that nobody was reached."""


def filled(session: Session, made: T, owner: str, values: dict[str, Any], today: date) -> T:
    """Put values onto a new try: of today, and to be tried again as is usual for its owner.

    Raises:
        UserError: `date_ahead` (`on`), `date_past` (`next_on`); as `set_values`.
    """
    made.way, made.result, made.on = "phone", "no_answer", today.isoformat()
    set_values(session, made, values)
    required(made)
    if made.on > today.isoformat():
        raise UserError("date_ahead", field="on", value=made.on)
    if made.result in REACHED:
        made.next_on = made.next_on if values.get("next_on") else None
    elif "next_on" not in values:
        made.next_on = (today + timedelta(AGAIN_DAYS[owner])).isoformat()
    if made.next_on and made.next_on < made.on:
        raise UserError("date_past", field="next_on", value=made.next_on)
    return made


def tries_of(session: Session, cls: type[Tried], link: str, *owners: UUID) -> tuple[TryLine, ...]:
    """Return the tries of one record, or of several, the latest first."""
    names: dict[UUID | None, str] = {user.id: user.name for user in session.scalars(select(User))}
    return tuple(
        TryLine(
            id=each.id,
            way=each.way,
            whom=each.whom or "",
            result=each.result,
            reached=each.result in REACHED,
            on=each.on,
            next_on=each.next_on or "",
            note=each.note or "",
            by_name=names.get(each.by, ""),
            written_at=each.created_at,
        )
        for each in reversed(list(session.scalars(_of(cls, link, owners))))
    )


def last_tries(
    session: Session, cls: type[T], link: str, owners: Collection[UUID]
) -> dict[UUID, T]:
    """Return the last try of each of these records that has any."""
    found: dict[UUID, T] = {}
    for step in steps(list(owners)):
        for each in session.scalars(_of(cls, link, step)):
            found[getattr(each, link)] = each
    return found


def due_again(last: Tried | None, today: date, since: str = "") -> bool:
    """Whether the day came to try again, and nothing happened `since` the last try (ISO)."""
    if last is None or last.result in REACHED or not last.next_on:
        return False
    return since <= last.on and last.next_on <= today.isoformat()


def _of(cls: type[T], link: str, owners: Collection[UUID]) -> Select[T]:
    column: Any = getattr(cls, link)
    wanted = select(cls).where(column.in_(owners), cls.deleted.is_(False))
    return wanted.order_by(cls.on, cls.first_stamp)
