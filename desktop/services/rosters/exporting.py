"""Learners, plans and progress into .xlsx or .csv; sensitive facts only when asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.learner_columns import learner_columns
from desktop.exchange.marks import mark_text
from desktop.exchange.writing import Column, Table, Value, cell_text, write_csv, write_xlsx
from desktop.models.area import Hamlet
from desktop.models.dates import PartialDate
from desktop.models.people import Carer, Learner, LeavingReason
from desktop.models.plan import Action, Goal, Plan, Review
from desktop.models.vocabulary import Vocabulary
from desktop.progress import Progress, SilentProgress
from desktop.services import audit
from desktop.services.consent.gates import stopped
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import LearnerLists, learner_rows
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.plans.lists import ordered
from desktop.services.plans.records import PlanQuery
from desktop.services.rights import Right, needs, require
from desktop.services.rosters.export_columns import PLAN_COLUMNS, PROGRESS_COLUMNS, several
from desktop.services.tallies.service import first_and_last_means
from desktop.services.vocabularies import CentreLookup
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
        progress: Progress | None = None,
    ) -> Exported:
        """Write learners, their open plans, or how far they have come.

        Args:
            what: `learners` (can be imported again), `plans` or `progress`.
            path: the file, which appears whole or not at all.
            query: which learners, all without one.
            english: headings and words in English (an import reads both).
            sensitive: sensitive target groups and leaving reasons too.
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
            words = _Words(session, language, sensitive, kept_in)
            gather: dict[str, Callable[..., Table]] = {
                "learners": _learners,
                "plans": _plans,
                "progress": _progress,
            }
            table = gather[what](session, words, ids, progress)
        if path.suffix.lower() == ".csv":
            write_csv(path, table, progress, english=english)
        else:
            write_xlsx(path, table, progress, english=english)
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "exported", what=what, rows=len(table.rows),
                sensitive=sensitive,
            )  # fmt: skip
        return Exported(path, len(table.rows))


class _Words:
    """Labels in one language."""

    def __init__(
        self, session: Session, language: str, sensitive: bool, kept_in: Set[UUID]
    ) -> None:
        self._lookup = CentreLookup(session)
        self.language = language
        self._sensitive = sensitive
        self._kept_in = kept_in

    def vocabulary(self, name: str) -> Vocabulary:
        return self._lookup.vocabulary(name)

    def label(self, name: str, code: str | None) -> str:
        return self.vocabulary(name).label(code, self.language) if code else ""

    def told(self, name: str, codes: Sequence[str], whose: UUID) -> list[str]:
        """Return the codes that are told, sensitive ones only when asked for.

        Whoever took back their consent to sensitive data keeps theirs inside.
        """
        terms = self.vocabulary(name)
        sensitive = self._sensitive and whose not in self._kept_in
        return [
            code
            for code in codes
            if sensitive or code not in terms or not terms.term(code).sensitive
        ]

    def several(self, name: str, codes: Sequence[str]) -> str:
        """Return labels of several codes in one cell."""
        return several(self.vocabulary(name), codes, self.language)

    def choices(self, name: str) -> tuple[str, ...]:
        return tuple(
            term.label(self.language) for term in self.vocabulary(name).shown if not term.sensitive
        )


def _learners(session: Session, words: _Words, ids: Sequence[UUID], progress: Progress) -> Table:
    columns = learner_columns(
        {
            "sex": words.choices("sex"),
            "level": words.choices("levels"),
            "status": words.choices("status"),
        }
    )
    hamlets = {each.id: each.name for each in session.scalars(select(Hamlet))}
    rows: list[list[Value]] = []
    for start in range(0, len(ids), _STEP):
        progress.step(start, len(ids), "gathering")
        step = list(ids[start : start + _STEP])
        people = {
            each.id: each for each in session.scalars(select(Learner).where(Learner.id.in_(step)))
        }
        carers: dict[UUID, str] = {}
        for owner, name in session.execute(
            _of(Carer, step)
            .with_only_columns(Carer.learner_id, Carer.name)
            .order_by(None)
            .order_by(Carer.cares_daily.desc(), Carer.first_stamp)
        ):
            carers.setdefault(owner, name)
        reasons: dict[UUID, list[str]] = defaultdict(list)
        for owner, code in session.execute(
            _of(LeavingReason, step)
            .with_only_columns(LeavingReason.learner_id, LeavingReason.code)
            .order_by(None)
            .order_by(LeavingReason.main.desc(), LeavingReason.code)
        ):
            reasons[owner].append(code)
        for row in learner_rows(session, step):
            person = people[row.id]
            items = {
                "reasons": words.told("leaving_reasons", reasons[row.id], row.id),
                "groups": words.told("target_groups", row.groups, row.id),
            }
            value: dict[str, Value] = {
                **_person(words, row),
                "identity": row.national_id,
                "g_code": row.g_code,
                "middle": row.middle,
                "title": row.title,
                "given": row.given,
                "surname": row.surname,
                "sex": words.label("sex", row.sex) if row.sex != "unspecified" else "",
                "birth": row.birth_date,
                "hamlet": hamlets.get(person.hamlet_id, "") if person.hamlet_id else "",
                "carer": carers.get(row.id, ""),
                "phone": person.phone,
                "level": words.label(
                    "levels", person.level_current or person.level_last or person.level_completed
                ),
                "reasons": words.several("leaving_reasons", items["reasons"]),
                "groups": words.several("target_groups", items["groups"]),
                "note": person.note,
                "record_id": str(row.id),
            }
            texts = {column.key: cell_text(value.get(column.key)) for column in columns[:-1]}
            value["mark"] = mark_text("learners", texts, items)
            rows.append([value.get(column.key) for column in columns])
    title = "Learners" if words.language == "en" else "ผู้เรียนรู้"
    return Table(title, columns, rows)


def _plans(session: Session, words: _Words, ids: Sequence[UUID], progress: Progress) -> Table:
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
                **_person(words, people[plan.learner_id]),
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


def _progress(session: Session, words: _Words, ids: Sequence[UUID], progress: Progress) -> Table:
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
                **_person(words, row),
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


def _person(words: _Words, row: LearnerRow) -> dict[str, Value]:
    return {
        "local_code": row.code,
        "name": row.full_name,
        "nickname": row.nickname,
        "moo": row.village,
        "village": row.village_name,
        "status": words.label("status", row.status),
    }


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
