"""Learners, plans and progress into .xlsx or .csv; sensitive facts only when asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.guide import guide_lines
from desktop.exchange.writing import Column, Table, Value, write_csv, write_xlsx
from desktop.models.dates import PartialDate
from desktop.models.plan import Action, Goal, Plan, Review
from desktop.progress import Progress, SilentProgress
from desktop.services import audit
from desktop.services.consent.gates import stopped
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import LearnerLists, learner_rows
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.lists import ordered
from desktop.services.plans.records import PlanQuery
from desktop.services.rights import Right, needs, require
from desktop.services.rosters.export_columns import PLAN_COLUMNS, PROGRESS_COLUMNS
from desktop.services.rosters.export_words import ExportWords, person_values
from desktop.services.rosters.learner_sheets import export_columns, learner_sheets
from desktop.services.tallies.service import first_and_last_means
from desktop.services.workspace import Workspace

What = Literal["learners", "plans", "progress"]
_STEP = 500


@dataclass(frozen=True)
class Exported:
    """What was written: the file and how many rows."""

    path: Path
    rows: int


class ExportService:
    """Writes tables; the suffix of the path, .xlsx or .csv, chooses the form.

    Methods raise UserError `export_format_unknown`, `export_not_writable`,
    `export_cell_too_long`, `not_allowed` (sensitive ones for a viewer), and Cancelled.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.EXPORT)
    def export(
        self,
        what: What,
        path: Path,
        query: LearnerQuery | None = None,
        *,
        english: bool = False,
        sensitive: bool = False,
        columns: frozenset[str] | None = None,
        numbers: bool = True,
        progress: Progress | None = None,
    ) -> Exported:
        """Write learners, their open plans, or how far they have come.

        Args:
            what: `learners` (can be imported again), `plans` or `progress`.
            path: the file, which appears whole or not at all.
            query: which learners, all without one.
            english: headings and words in English (an import reads both).
            sensitive: sensitive target groups and leaving reasons too.
            columns: keys of the wanted columns of `learners`, all without; who it is stays.
            numbers: with national numbers, G codes and telephones.
            progress: told per some hundred rows.
        """
        if path.suffix.lower() not in (".xlsx", ".csv"):
            raise UserError("export_format_unknown", name=path.name)
        if sensitive:
            require(self._workspace, Right.EXPORT_SENSITIVE)
        progress = progress or SilentProgress()
        outside = replace(query or LearnerQuery(), outside="people")
        ids = LearnerLists(self._workspace).ids(outside)
        language = "en" if english else "th"
        with self._workspace.read() as session:
            today = self._workspace.today()
            if what == "plans":
                no_plan = stopped(session, ids, "plan", today)
                ids = [each for each in ids if each not in no_plan]
            kept_in = stopped(session, ids, "sensitive", today) if sensitive else frozenset()
            words = ExportWords(session, language, sensitive, kept_in)
            if what == "learners":
                shown = export_columns(words, columns, numbers=numbers)
                tables = learner_sheets(session, words, ids, shown, today, progress)
            else:
                gather = _plans if what == "plans" else _progress
                tables = [gather(session, words, ids, progress)]
            letterhead = words.letterhead(session, today)
        table = tables[0]
        if path.suffix.lower() == ".csv":
            write_csv(path, table, progress, english=english)
        else:
            guide = guide_lines(tables, letterhead, new_rows=what == "learners", english=english)
            write_xlsx(path, tables, progress, english=english, letterhead=letterhead, guide=guide)
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "exported", what=what, rows=len(table.rows),
                sensitive=sensitive,
            )  # fmt: skip
        return Exported(path, len(table.rows))


def _plans(session: Session, words: ExportWords, ids: Sequence[UUID], progress: Progress) -> Table:
    wanted = {each: place for place, each in enumerate(ids)}
    found = [
        (wanted[learner_id], plan_id)
        for plan_id, learner_id in session.execute(
            ordered(PlanQuery(statuses=("draft", "agreed", "active", "reviewed", "closed")))
            .add_columns(Plan.learner_id)
        )
        if learner_id in wanted
    ]  # fmt: skip
    plan_ids = [plan_id for _, plan_id in sorted(found, key=lambda pair: pair[0])]
    rows: list[list[Value]] = []
    for start in range(0, len(plan_ids), _STEP):
        progress.step(start, len(plan_ids), "gathering")
        step = plan_ids[start : start + _STEP]
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
            value = {
                **person_values(words, people[plan.learner_id]),
                **{name: getattr(plan, name) for name in _PLAN_TEXTS},
                "version": plan.version,
                "plan_status": words.label("plan_status", plan.status),
                "pathway": words.label("pathways", plan.pathway),
                "starts_on": _date(plan.starts_on),
                "agreed_on": _date(plan.agreed_on),
                "next_review_on": _date(plan.next_review_on),
                "closed_on": _date(plan.closed_on),
                "close_reason": words.label("close_reasons", plan.close_reason),
                "goals": goals[plan_id],
                "actions": actions[plan_id],
                "budget": budgets[plan_id] or None,
                "record_id": str(plan.id),
            }
            rows.append([value.get(column.key) for column in PLAN_COLUMNS])
    return Table("Plans" if words.language == "en" else "แผนรายบุคคล", PLAN_COLUMNS, rows)


_PLAN_TEXTS = (
    "dream", "interests", "strengths", "constraints", "long_qualification", "long_occupation",
    "long_life", "courses", "facilitator", "mentors", "partners", "support",
)  # fmt: skip


def _progress(
    session: Session, words: ExportWords, ids: Sequence[UUID], progress: Progress
) -> Table:
    means = first_and_last_means(session, ids)
    framework = centre_framework(session)
    columns = [*PROGRESS_COLUMNS]
    for dimension in framework.dimensions:
        for key, th, en in (("first", "แรก", "first"), ("last", "ล่าสุด", "last")):
            columns.append(
                Column(
                    f"{key}_{dimension.code}",
                    f"{dimension.th} ({th})",
                    f"{dimension.en} ({en})",
                    "number",
                    back=False,
                )
            )
    reviews: dict[UUID, tuple[int, str]] = {
        owner: (count, last)
        for owner, count, last in session.execute(
            select(Plan.learner_id, func.count(), func.max(Review.on))
            .join(Plan, Plan.id == Review.plan_id)
            .where(Review.deleted.is_(False), Plan.deleted.is_(False))
            .group_by(Plan.learner_id)
        )
    }
    goals: dict[UUID, dict[str, int]] = defaultdict(dict)
    for owner, state, count in session.execute(
        select(Plan.learner_id, Goal.state, func.count())
        .join(Plan, Plan.id == Goal.plan_id)
        .where(Goal.deleted.is_(False), Plan.deleted.is_(False), Plan.status != "closed")
        .group_by(Plan.learner_id, Goal.state)
    ):
        goals[owner][state] = count
    rows: list[list[Value]] = []
    for start in range(0, len(ids), _STEP):
        progress.step(start, len(ids), "gathering")
        for row in learner_rows(session, ids[start : start + _STEP]):
            first, last = means.get(row.id, ({}, {}))
            own = goals.get(row.id, {})
            count, reviewed = reviews.get(row.id, (0, ""))
            value: dict[str, Value] = {
                **person_values(words, row),
                "case_step": words.label("case_steps", row.case_step),
                "plan_status": words.label("plan_status", row.plan_status),
                "goals": sum(own.values()),
                "goals_achieved": own.get("achieved", 0),
                "reviews": count,
                "last_review": _date(reviewed),
                "record_id": str(row.id),
            }
            for dimension in framework.dimensions:
                value[f"first_{dimension.code}"] = _rounded(first.get(dimension.code))
                value[f"last_{dimension.code}"] = _rounded(last.get(dimension.code))
            rows.append([value.get(column.key) for column in columns])
    title = "Progress" if words.language == "en" else "ความก้าวหน้า"
    return Table(title, tuple(columns), rows)


def _of(cls: Any, ids: list[UUID]) -> Select[Any]:
    return (
        select(cls).where(cls.learner_id.in_(ids), cls.deleted.is_(False)).order_by(cls.first_stamp)
    )


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


def _date(iso: str | None) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 2)
