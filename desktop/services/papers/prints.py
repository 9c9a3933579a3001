"""Which plans were printed when: found by the stamp on the paper, or by whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import from_milliseconds
from desktop.models.people import Learner
from desktop.models.plan import Plan, PlanPrint
from desktop.models.program import User
from desktop.services.learners.lists import learner_rows
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.plan import content_hash, plan_paper
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class PlanPrinted:
    """A print of a plan.

    Attributes:
        stamp: the code on the paper, such as `7KQ3-MD4X`.
        full_name: the learner's.
        version: of the plan.
        printed_by: "" for a user not known here.
        current: the plan still says what the paper says.
    """

    stamp: str
    plan_id: UUID
    learner_id: UUID
    full_name: str
    version: int
    printed_at: datetime
    printed_by: str
    current: bool


class PlanPrints:
    """Reads the prints; `PrintService` makes them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def find(self, stamp: str) -> PlanPrinted:
        """Return the print that a stamp or the text of its QR leads to; UserError `stamp_unknown`.

        Spaces, dashes and small letters make no difference.
        """
        wanted = _stamp_text(stamp)
        with self._workspace.read() as session:
            found = session.scalars(
                select(PlanPrint).where(PlanPrint.stamp == wanted, PlanPrint.deleted.is_(False))
            ).first()
            plan = session.get(Plan, found.plan_id) if found else None
            learner = session.get(Learner, plan.learner_id) if plan and not plan.deleted else None
            if found is None or plan is None or learner is None or learner.deleted:
                raise UserError("stamp_unknown", stamp=wanted)
            return self._printed(session, found, plan)

    @needs(Right.READ)
    def of_learner(self, learner_id: UUID) -> tuple[PlanPrinted, ...]:
        """Return the prints of a learner's plans, newest first; UserError `learner_unknown`."""
        with self._workspace.read() as session:
            live(session, Learner, learner_id)
            prints = session.execute(
                select(PlanPrint, Plan)
                .join(Plan, Plan.id == PlanPrint.plan_id)
                .where(
                    of_person(Plan.learner_id, learner_id),
                    PlanPrint.deleted.is_(False),
                    Plan.deleted.is_(False),
                )
                .order_by(PlanPrint.printed_at.desc())
            )
            return tuple(self._printed(session, found, plan) for found, plan in prints)

    def _printed(self, session: Session, found: PlanPrint, plan: Plan) -> PlanPrinted:
        desk = PaperDesk(session, found.language, self._workspace.today())
        by = session.get(User, found.created_by) if found.created_by else None
        rows = learner_rows(session, [plan.learner_id])
        return PlanPrinted(
            stamp=found.stamp,
            plan_id=plan.id,
            learner_id=plan.learner_id,
            full_name=rows[0].full_name if rows else "",
            version=plan.version,
            printed_at=from_milliseconds(found.printed_at),
            printed_by=by.name if by else "",
            current=content_hash(plan_paper(desk, plan)) == found.content_hash,
        )


def _stamp_text(text: str) -> str:
    """Return a stamp as it is kept, from a code or the whole text of a QR."""
    parts = text.strip().upper().split(":")
    code = parts[2] if len(parts) > 2 else parts[0]
    letters = "".join(letter for letter in code if letter.isalnum())
    return f"{letters[:4]}-{letters[4:]}"
