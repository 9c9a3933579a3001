"""Which plans there are: search, filters, order and the lines a list shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.area import Village
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.plan import Goal, Plan, PlanPrint
from desktop.models.program import LearnerSearch
from desktop.models.search import terms_of
from desktop.services.plans.records import PlanLine, PlanQuery
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_STEP = 500


class PlanLists:
    """Answers which plans there are. A version that a newer one has replaced is left out."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def ids(self, query: PlanQuery, limit: int | None = None) -> list[UUID]:
        """Return the plans that a query finds, in its order."""
        with self._workspace.read() as session:
            return list(session.scalars(ordered(query).limit(limit)))

    @needs(Right.COUNT)
    def count(self, query: PlanQuery) -> int:
        """Return how many plans a query finds."""
        with self._workspace.read() as session:
            inner = ordered(query).order_by(None).subquery()
            return session.scalar(select(func.count()).select_from(inner)) or 0

    @needs(Right.READ)
    def lines(self, ids: Sequence[UUID]) -> list[PlanLine]:
        """Return the lines of these plans, in the order given; those gone are left out."""
        with self._workspace.read() as session:
            return plan_lines(session, ids, self._workspace.today().isoformat())

    @needs(Right.READ)
    def find(self, query: PlanQuery, limit: int | None = None) -> list[PlanLine]:
        """Return the lines that a query finds, from one snapshot."""
        with self._workspace.read() as session:
            ids = list(session.scalars(ordered(query).limit(limit)))
            return plan_lines(session, ids, self._workspace.today().isoformat())


def ordered(query: PlanQuery) -> Select[UUID]:
    """Return the statement for the ids of a query's plans in order."""
    newer = aliased(Plan)
    replaced = exists().where(
        newer.previous_id == Plan.id, newer.deleted.is_(False), newer.status != "draft"
    )
    statement = (
        select(Plan.id)
        .join(Learner, Learner.id == Plan.learner_id)
        .where(
            Plan.deleted.is_(False),
            Learner.deleted.is_(False),
            Learner.merged_into.is_(None),
            ~replaced,
        )
    )
    if query.statuses:
        statement = statement.where(Plan.status.in_(query.statuses))
    else:
        statement = statement.where(Plan.status != "closed")
    if query.villages:
        wanted = select(Village.id).where(Village.moo.in_(query.villages))
        inside: ColumnElement[bool] = Learner.village_id.in_(wanted)
        if "" in query.villages:
            inside = or_(inside, Learner.village_id.is_(None))
        statement = statement.where(inside)
    if query.due_before is not None:
        statement = statement.where(Plan.next_review_on <= query.due_before.isoformat())
    if query.facilitator is not None:
        statement = statement.where(Learner.facilitator_id == query.facilitator)
    terms = terms_of(query.search)
    if terms:
        statement = statement.join(LearnerSearch, LearnerSearch.learner_id == Learner.id)
    for term in terms:
        statement = statement.where(LearnerSearch.key.contains(term, autoescape=True))
    return _in_order(statement, query)


def plan_lines(session: Session, ids: Sequence[UUID], today: str) -> list[PlanLine]:
    """Return the lines of these plans, in the order given."""
    found: dict[UUID, PlanLine] = {}
    villages = {village.id: village for village in session.scalars(select(Village))}
    for start in range(0, len(ids), _STEP):
        step = list(ids[start : start + _STEP])
        goals = {
            plan_id: (total, achieved)
            for plan_id, total, achieved in session.execute(
                select(
                    Goal.plan_id,
                    func.count(),
                    func.sum(case((Goal.state == "achieved", 1), else_=0)),
                )
                .where(Goal.plan_id.in_(step), Goal.deleted.is_(False))
                .group_by(Goal.plan_id)
            )
        }
        printed = set(
            session.scalars(
                select(PlanPrint.plan_id).where(
                    PlanPrint.plan_id.in_(step), PlanPrint.deleted.is_(False)
                )
            )
        )
        for plan, person in session.execute(
            select(Plan, Learner)
            .join(Learner, Learner.id == Plan.learner_id)
            .where(Plan.id.in_(step))
        ):
            village = villages.get(person.village_id) if person.village_id else None
            total, achieved = goals.get(plan.id, (0, 0))
            due = plan.next_review_on or ""
            found[plan.id] = PlanLine(
                id=plan.id,
                learner_id=person.id,
                learner_name=full_name(
                    person.title or "", person.given, person.surname or "", person.middle or ""
                ),
                learner_code=person.code,
                nickname=person.nickname or "",
                village=village.moo if village else "",
                village_name=(village.name or "") if village else "",
                status=plan.status,
                version=plan.version,
                pathway=plan.pathway or "",
                starts_on=plan.starts_on or "",
                next_review_on=due,
                overdue=bool(due) and due < today and plan.status != "closed",
                goals=total,
                goals_achieved=achieved,
                printed=plan.id in printed,
                sort_key=person.sort_key,
            )
    return [found[each] for each in ids if each in found]


def _in_order(statement: Select[UUID], query: PlanQuery) -> Select[UUID]:
    keys: dict[str, list[Any]] = {
        "name": [Learner.sort_key, Learner.id],
        "village": [func.length(Village.moo), Village.moo, Learner.sort_key],
        "due": [Plan.next_review_on.is_(None), Plan.next_review_on, Learner.sort_key],
        "edited": [Plan.edited_at, Plan.id],
    }
    if query.sort == "village":
        statement = statement.join(Village, Village.id == Learner.village_id, isouter=True)
    order = keys[query.sort]
    if query.descending:
        order = [key.desc() for key in order]
    return statement.order_by(*order)
