"""How far learners have come, as a workbook that only tells."""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange.marks import mark_text
from desktop.exchange.writing import Column, Table, Value
from desktop.models.people import Learner
from desktop.models.plan import Goal, Plan, Review
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import learner_ids, learner_rows
from desktop.services.learners.records import LearnerQuery
from desktop.services.rosters.export_words import (
    PERSON_COLUMNS,
    ExportWords,
    day,
    kept_in,
    outside,
    person_values,
)
from desktop.services.tallies.service import first_and_last_means
from desktop.services.workbooks.declared import MARK, RECORD_ID, Asked, Export

_STEP: Final = 500
_COLUMNS: Final = (
    *PERSON_COLUMNS,
    Column("case_step", "ขั้นการช่วยเหลือ", "Case step", width=18, back=False),
    Column("plan_status", "สถานะแผน", "Plan status", width=16, back=False),
    Column("goals", "เป้าหมาย", "Goals", "number", width=10, back=False),
    Column("goals_achieved", "สำเร็จ", "Achieved", "number", width=10, back=False),
    Column("reviews", "จำนวนทบทวน", "Reviews", "number", width=12, back=False),
    Column("last_review", "ทบทวนล่าสุด", "Last review", "date", width=14, back=False),
)
_ROUNDS: Final = (("first", "แรก", "first"), ("last", "ล่าสุด", "last"))


class ProgressExport(Export):
    """Goals, reviews, and the first and the last HETT round of each learner."""

    what = "progress"
    model = Learner
    asks = LearnerQuery
    new_rows = False

    def title(self, language: str) -> str:
        return "Progress" if language == "en" else "ความก้าวหน้า"

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        words = ExportWords(session, asked.language)
        query = outside(asked.question(LearnerQuery))
        ids = learner_ids(session, query)
        means = first_and_last_means(session, ids, query.registered_until)
        dimensions = centre_framework(session).dimensions
        rounds = (
            Column(
                f"{key}_{each.code}", f"{each.th} ({th})", f"{each.en} ({en})", "number", back=False
            )
            for each in dimensions
            for key, th, en in _ROUNDS
        )
        columns = (*_COLUMNS, *rounds, RECORD_ID, MARK)
        reviews, goals = _reviews(session), _goals(session)
        rows: list[list[Value]] = []
        for start in range(0, len(ids), _STEP):
            asked.progress.step(start, len(ids), "gathering")
            for row in learner_rows(session, ids[start : start + _STEP]):
                own = goals.get(row.id, {})
                count, reviewed = reviews.get(row.id, (0, ""))
                value: dict[str, Value] = {
                    **person_values(words, row),
                    "case_step": words.label("case_steps", row.case_step),
                    "plan_status": words.label("plan_status", row.plan_status),
                    "goals": sum(own.values()),
                    "goals_achieved": own.get("achieved", 0),
                    "reviews": count,
                    "last_review": day(reviewed),
                    RECORD_ID.key: str(row.id),
                    MARK.key: mark_text(self.what, {"local_code": row.code}),
                }
                for (key, _th, _en), held in zip(_ROUNDS, means.get(row.id, ({}, {})), strict=True):
                    for each in dimensions:
                        mean = held.get(each.code)
                        value[f"{key}_{each.code}"] = None if mean is None else round(mean, 2)
                rows.append([value.get(column.key) for column in columns])
        stay = kept_in(session, asked.question(LearnerQuery))
        return [Table(self.title(asked.language), columns, rows, frozen=2, kept_in=stay)]


PROGRESS: Final = ProgressExport()


def _reviews(session: Session) -> dict[UUID, tuple[int, str]]:
    """How often the plans of each learner were reviewed, and when last."""
    return {
        owner: (count, last)
        for owner, count, last in session.execute(
            select(Plan.learner_id, func.count(), func.max(Review.on))
            .join(Plan, Plan.id == Review.plan_id)
            .where(Review.deleted.is_(False), Plan.deleted.is_(False))
            .group_by(Plan.learner_id)
        )
    }


def _goals(session: Session) -> dict[UUID, dict[str, int]]:
    """How many goals of the running plans of each learner are in which state."""
    goals: dict[UUID, dict[str, int]] = defaultdict(dict)
    for owner, state, count in session.execute(
        select(Plan.learner_id, Goal.state, func.count())
        .join(Plan, Plan.id == Goal.plan_id)
        .where(Goal.deleted.is_(False), Plan.deleted.is_(False), Plan.status != "closed")
        .group_by(Plan.learner_id, Goal.state)
    ):
        goals[owner][state] = count
    return goals
