"""Plans as a workbook: what is told of each, and the words that come back into the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value
from desktop.models.base import SyncedRecord
from desktop.models.plan import Action, Goal, Plan
from desktop.models.restriction import restricted_ids
from desktop.services.consent.gates import stopped
from desktop.services.learners.lists import learner_ids, learner_rows
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.lists import ordered
from desktop.services.plans.records import PlanQuery
from desktop.services.plans.rules import RUNNING
from desktop.services.plans.service import changeable
from desktop.services.record_values import set_values
from desktop.services.rosters.export_words import (
    PERSON_COLUMNS,
    ExportWords,
    day,
    outside,
    person_values,
)
from desktop.services.workbooks.declared import Asked, Book, field_columns

_STEP: Final = 500
_TEXTS: Final = (
    "dream", "interests", "strengths", "constraints", "long_qualification", "long_occupation",
    "long_life", "courses", "facilitator", "mentors", "partners", "support",
)  # fmt: skip
_BACK: Final = frozenset({*_TEXTS, "pathway", "starts_on", "next_review_on"})
_COLUMNS: Final = (
    *PERSON_COLUMNS,
    *field_columns(Plan, ("version",)),
    Column("plan_status", "สถานะแผน", "Plan status", width=16),
    *field_columns(
        Plan,
        (
            *("pathway", "starts_on", "agreed_on", "next_review_on", "closed_on", "close_reason"),
            *("dream", "interests", "strengths", "constraints"),
            *("long_qualification", "long_occupation", "long_life"),
        ),
    ),
    Column("goals", "เป้าหมายระยะสั้น", "Short-term goals", width=40),
    Column("actions", "กิจกรรม", "Actions", width=40),
    *field_columns(Plan, ("courses",)),
    Column("budget", "งบประมาณ (บาท)", "Budget (baht)", "number", width=14),
    *field_columns(Plan, ("facilitator", "mentors", "partners", "support")),
)


class PlanBook(Book):
    """Open and closed plans; only the words of a plan come back, by the plan's own rules."""

    what = "plans"
    word = "plan"
    model = Plan
    asks = LearnerQuery
    identity = ("local_code", "name", "version")
    new_rows = False

    def columns(self) -> tuple[Column, ...]:
        return tuple(replace(each, back=each.key in _BACK) for each in _COLUMNS)

    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        held = restricted_ids(session)
        live = session.scalars(select(Plan).where(Plan.deleted.is_(False)))
        return {each.id: each for each in live if each.learner_id not in held}

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        plans = [session.get_one(Plan, each) for each in ids]
        owners = list({each.learner_id for each in plans})
        people = {
            row.id: row
            for start in range(0, len(owners), _STEP)
            for row in learner_rows(session, owners[start : start + _STEP])
        }
        told = {}
        for plan in plans:
            person = people.get(plan.learner_id)
            who = {"local_code": person.code, "name": person.full_name} if person else {}
            told[plan.id] = {**who, "version": str(plan.version)}
        return told

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        assert isinstance(record, Plan)
        changeable(session, record, values, RUNNING["plan"])

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        assert record is not None  # a new plan begins in the program
        self.check(session, record, values)
        set_values(session, record, values)

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """One sheet: the plans of the learners whose consent to one stands."""
        words = ExportWords(session, asked.language)
        ids = learner_ids(session, outside(asked.question(LearnerQuery)))
        no_plan = stopped(session, ids, "plan", asked.today)
        plan_ids = _plan_ids(session, [each for each in ids if each not in no_plan])
        rows: list[list[Value]] = []
        for start in range(0, len(plan_ids), _STEP):
            asked.progress.step(start, len(plan_ids), "gathering")
            rows += self._lines(session, words, plan_ids[start : start + _STEP])
        every = _plan_ids(session, learner_ids(session, asked.question(LearnerQuery)))
        title, kept_in = self.title(asked.language), len(every) - len(plan_ids)
        return [Table(title, self.sheet_columns(), rows, frozen=2, kept_in=kept_in)]

    def _lines(
        self, session: Session, words: ExportWords, step: Sequence[UUID]
    ) -> Iterator[list[Value]]:
        plans = {each.id: each for each in session.scalars(select(Plan).where(Plan.id.in_(step)))}
        people = {
            row.id: row
            for row in learner_rows(session, list({p.learner_id for p in plans.values()}))
        }
        goals, actions = _parts(session, Goal, step), _parts(session, Action, step)
        budgets: dict[UUID, int] = defaultdict(int)
        for plan_id, budget in session.execute(
            select(Action.plan_id, func.sum(Action.budget))
            .where(Action.plan_id.in_(step), Action.deleted.is_(False))
            .group_by(Action.plan_id)
        ):
            budgets[plan_id] = int(budget or 0)
        for plan_id in step:
            plan = plans[plan_id]
            value: dict[str, Value] = {
                **person_values(words, people[plan.learner_id]),
                **{name: getattr(plan, name) for name in _TEXTS},
                "version": plan.version,
                "plan_status": words.label("plan_status", plan.status),
                "pathway": words.label("pathways", plan.pathway),
                "starts_on": day(plan.starts_on),
                "agreed_on": day(plan.agreed_on),
                "next_review_on": day(plan.next_review_on),
                "closed_on": day(plan.closed_on),
                "close_reason": words.label("close_reasons", plan.close_reason),
                "goals": goals[plan_id],
                "actions": actions[plan_id],
                "budget": budgets[plan_id] or None,
            }
            yield self.line(plan.id, value)


PLANS: Final = PlanBook()


def _plan_ids(session: Session, learners: Sequence[UUID]) -> list[UUID]:
    """The plans of these learners, in their order."""
    wanted = {each: place for place, each in enumerate(learners)}
    found = [
        (wanted[learner_id], plan_id)
        for plan_id, learner_id in session.execute(
            ordered(PlanQuery(statuses=("draft", "agreed", "active", "reviewed", "closed")))
            .add_columns(Plan.learner_id)
        )
        if learner_id in wanted
    ]  # fmt: skip
    return [plan_id for _, plan_id in sorted(found, key=lambda pair: pair[0])]


def _parts(session: Session, cls: Any, plan_ids: Sequence[UUID]) -> dict[UUID, str]:
    texts: dict[UUID, list[str]] = defaultdict(list)
    for plan_id, text in session.execute(
        select(cls.plan_id, cls.text)
        .where(cls.plan_id.in_(plan_ids), cls.deleted.is_(False))
        .order_by(cls.position, cls.first_stamp)
    ):
        texts[plan_id].append(text)
    joined = {
        plan_id: "\n".join(f"{number}. {text}" for number, text in enumerate(own, start=1))
        for plan_id, own in texts.items()
    }
    return defaultdict(str, joined)
