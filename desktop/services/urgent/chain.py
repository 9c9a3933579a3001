"""The chain that an urgent case is handed on along: whom to tell next, and who was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import from_milliseconds
from desktop.models.derived import ensure
from desktop.models.partners import Partner
from desktop.models.persons import Person, called
from desktop.models.program import User
from desktop.models.urgent import UrgentHanding, UrgentStep
from desktop.services import audit
from desktop.services.record_values import centre_vocabulary, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class StepLine:
    """A step of the chain: its code, whom one tells there, and by which telephone."""

    step: str
    whom: str
    phone: str
    partner_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True)
class HandingLine:
    """That a step was told: who told whom, how and why."""

    id: UUID
    step: str
    at: datetime
    by_name: str
    whom: str
    how: str
    reason: str


class UrgentChainService:
    """The steps, which every laptop of the centre shares; their names are words of the centre."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def steps(self) -> tuple[StepLine, ...]:
        """Return the steps in their order."""
        with self._workspace.read() as session:
            return steps(session)

    @needs(Right.CENTRE)
    def set_step(self, step: str, values: Mapping[str, Any]) -> UUID:
        """Say whom one tells at a step: `partner_id`, `person_id`, `phone`.

        Raises:
            UserError: `unknown_code`, `record_unknown`; as `set_values`.
        """
        with self._workspace.write() as session:
            if step not in centre_vocabulary(session, "urgent_steps"):
                raise UserError("unknown_code", field="step", value=step)
            record = ensure(session, UrgentStep, step=step)
            set_values(session, record, values)
            if record.partner_id is not None:
                record.partner_id = standing(session, Partner, record.partner_id).id
            if record.person_id is not None:
                record.person_id = standing(session, Person, record.person_id).id
            audit.note(session, self._workspace, "urgent_step_set", step=step)
            return record.id


def steps(session: Session) -> tuple[StepLine, ...]:
    """Return the steps in their order, with whom one tells at each."""
    wanted = select(UrgentStep).where(UrgentStep.deleted.is_(False))
    known = {each.step: each for each in session.scalars(wanted)}
    found = []
    for term in centre_vocabulary(session, "urgent_steps").shown:
        record = known.get(term.code)
        if record is None:
            found.append(StepLine(term.code, "", ""))
            continue
        person = session.get(Person, record.person_id) if record.person_id else None
        partner = session.get(Partner, record.partner_id) if record.partner_id else None
        names = (called(person) if person else "", partner.name if partner else "")
        phone = record.phone or (person.phone if person is not None else "") or ""
        whom = " ".join(filter(None, names))
        found.append(StepLine(term.code, whom, phone, record.partner_id, record.person_id))
    return tuple(found)


def handings(session: Session, cases: Sequence[UUID]) -> dict[UUID, list[UrgentHanding]]:
    """Return what was handed on of each case, the first first."""
    found: dict[UUID, list[UrgentHanding]] = {}
    wanted = select(UrgentHanding).where(
        UrgentHanding.case_id.in_(cases), UrgentHanding.deleted.is_(False)
    )
    for each in session.scalars(wanted.order_by(UrgentHanding.at, UrgentHanding.first_stamp)):
        found.setdefault(each.case_id, []).append(each)
    return found


def next_step(session: Session, told: Sequence[UrgentHanding]) -> StepLine | None:
    """Return the first step behind all that were told; None after the last."""
    chain = steps(session)
    codes = [each.step for each in chain]
    last = max((codes.index(each.step) for each in told if each.step in codes), default=-1)
    return chain[last + 1] if last + 1 < len(chain) else None


def handing_lines(session: Session, told: Sequence[UrgentHanding]) -> tuple[HandingLine, ...]:
    """Return these, the latest first."""
    names: dict[UUID | None, str] = {user.id: user.name for user in session.scalars(select(User))}
    return tuple(
        HandingLine(
            id=each.id,
            step=each.step,
            at=from_milliseconds(each.at),
            by_name=names.get(each.by, ""),
            whom=each.whom or "",
            how=each.how,
            reason=each.reason,
        )
        for each in reversed(told)
    )
