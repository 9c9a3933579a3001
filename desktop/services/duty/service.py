"""Putting people on the roster, a night at a time or a week as the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.duty import Duty
from desktop.models.persons import Person, called
from desktop.models.program import User
from desktop.services.duty.reading import on_duty, stretch, week_of
from desktop.services.duty.records import SPANS, CanAnswer, DutyLine, OnDuty
from desktop.services.record_values import iso_date, live, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_LOOKED_AHEAD = 60
"""So many days ahead a gap is looked for."""


class DutyService:
    """What can be done with the roster; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def days(self, first: date, days: int = 7) -> tuple[DutyLine, ...]:
        """Return every day and night from a day on, gaps among them."""
        with self._workspace.read() as session:
            return stretch(session, first, days)

    @needs(Right.READ)
    def tonight(self) -> OnDuty:
        """Return who answers tonight; before the morning, in the night that goes on."""
        with self._workspace.read() as session:
            return on_duty(session, self._workspace.now())

    @needs(Right.READ)
    def next_gap(self, after: date | None = None) -> DutyLine | None:
        """Return the next day or night that nobody has taken, from today or a later day on."""
        first = max(after or self._workspace.today(), self._workspace.today())
        with self._workspace.read() as session:
            found = stretch(session, first, _LOOKED_AHEAD)
        return next((each for each in found if not each.taken), None)

    @needs(Right.READ)
    def people(self) -> tuple[CanAnswer, ...]:
        """Return who can be put on it: users who work here, then the other people."""
        with self._workspace.read() as session:
            users = session.scalars(
                select(User)
                .where(User.deleted.is_(False), User.active.is_(True))
                .order_by(User.name, User.first_stamp)
            )
            persons = session.scalars(
                select(Person)
                .where(Person.deleted.is_(False), Person.merged_into.is_(None))
                .order_by(Person.sort_key, Person.id)
            )
            return (
                *(CanAnswer(f"user:{user.id.hex}", user.name, user.phone or "") for user in users),
                *(
                    CanAnswer(f"person:{each.id.hex}", called(each), each.phone or "")
                    for each in persons
                ),
            )

    @needs(Right.WRITE)
    def set(self, on: object, span: str, values: Mapping[str, Any]) -> UUID:
        """Say who answers in a day or a night, and where; `who` "" leaves it free.

        Args:
            on: the day; of a night, that on which it begins.
            span: code of `duty_spans`.
            values: `who` as `CanAnswer.key`, or `user_id` or `person_id`; `phone`, `area`, `note`.

        Raises:
            UserError: `bad_date`, `unknown_code`, `record_unknown`; as `set_values`.
        """
        day = iso_date("on", on)
        if day is None:
            raise UserError("bad_date", field="on", value=str(on))
        with self._workspace.write() as session:
            return filled(session, day, span, values).id

    @needs(Right.WRITE)
    def copy_week(self, day: date) -> int:
        """Fill the gaps of a day's week as the week before was; returns how many were filled."""
        first = week_of(day)
        with self._workspace.write() as session:
            before = stretch(session, first - timedelta(7), 7)
            gaps = stretch(session, first, 7)
            pairs = [
                (old, new)
                for old, new in zip(before, gaps, strict=True)
                if old.taken and not new.taken
            ]
            for old, new in pairs:
                made = ensure(session, Duty, on=new.on, span=new.span)
                made.user_id, made.person_id = old.user_id, old.person_id
                made.phone, made.area = old.own_phone or None, old.area or None
            return len(pairs)


def filled(session: Session, on: str, span: str, values: Mapping[str, Any]) -> Duty:
    """Put values onto a day or a night, inside the caller's transaction; see `DutyService.set`."""
    if span not in SPANS:
        raise UserError("unknown_code", field="span", value=span)
    given = dict(values)
    if "who" in given:
        kind, _, known = str(given.pop("who") or "").partition(":")
        given |= {"user_id": None, "person_id": None}
        if kind:
            given[f"{kind}_id"] = known
    if given.get("user_id"):
        given.setdefault("person_id", None)
    if given.get("person_id"):
        given.setdefault("user_id", None)
    duty = ensure(session, Duty, on=on, span=span)
    set_values(session, duty, given, "on", "span")
    if given.get("user_id") and duty.user_id is not None:
        live(session, User, duty.user_id)
    if given.get("person_id") and duty.person_id is not None:
        duty.person_id = standing(session, Person, duty.person_id).id
    if duty.user_id is None and duty.person_id is None:
        duty.phone = duty.area = None
    return duty
