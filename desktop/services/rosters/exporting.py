"""Learners, plans, progress and partners into .xlsx or .csv; sensitive facts only when asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.guide import guide_lines
from desktop.exchange.marks import mark_text
from desktop.exchange.writing import Column, Table, Value, write_csv, write_xlsx
from desktop.models.dates import PartialDate
from desktop.models.plan import Goal, Plan, Review
from desktop.progress import Progress, SilentProgress
from desktop.services import audit
from desktop.services.consent.gates import stopped
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import LearnerLists, learner_rows
from desktop.services.learners.records import LearnerQuery
from desktop.services.partners.reading import found
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.workbook import PARTNERS
from desktop.services.rights import Right, needs, require
from desktop.services.rosters.export_columns import PROGRESS_COLUMNS
from desktop.services.rosters.export_words import ExportWords, person_values
from desktop.services.rosters.learner_sheets import export_columns, learner_sheets
from desktop.services.rosters.plan_book import plan_sheet
from desktop.services.tallies.service import first_and_last_means
from desktop.services.workbooks.declared import MARK, RECORD_ID
from desktop.services.workspace import Workspace

What = Literal["learners", "plans", "progress", "partners"]
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
        query: LearnerQuery | PartnerQuery | None = None,
        *,
        english: bool = False,
        sensitive: bool = False,
        columns: frozenset[str] | None = None,
        numbers: bool = True,
        progress: Progress | None = None,
    ) -> Exported:
        """Write learners, their open plans, how far they have come, or partners.

        Args:
            what: `learners`, `plans` and `partners` come back in, `progress` only tells.
            path: the file, which appears whole or not at all.
            query: which learners or partners, all without one.
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
        language = "en" if english else "th"
        today = self._workspace.today()
        ids: list[UUID] = []
        if not isinstance(query, PartnerQuery) and what != "partners":
            outside = replace(query or LearnerQuery(), outside="people")
            ids = LearnerLists(self._workspace).ids(outside)
        with self._workspace.read() as session:
            if what == "plans":
                no_plan = stopped(session, ids, "plan", today)
                ids = [each for each in ids if each not in no_plan]
            kept_in = stopped(session, ids, "sensitive", today) if sensitive else frozenset()
            words = ExportWords(session, language, sensitive, kept_in)
            if what == "learners":
                shown = export_columns(words, columns, numbers=numbers)
                tables = learner_sheets(session, words, ids, shown, today, progress)
            elif what == "partners":
                asked = query if isinstance(query, PartnerQuery) else PartnerQuery()
                tables = [PARTNERS.table(session, found(session, asked, today), language)]
            else:
                sheet = plan_sheet if what == "plans" else _progress
                tables = [sheet(session, words, ids, progress)]
            letterhead = words.letterhead(session, today)
        table = tables[0]
        if path.suffix.lower() == ".csv":
            write_csv(path, table, progress, english=english)
        else:
            new_rows = what in ("learners", "partners")
            guide = guide_lines(tables, letterhead, new_rows=new_rows, english=english)
            write_xlsx(path, tables, progress, english=english, letterhead=letterhead, guide=guide)
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "exported", what=what, rows=len(table.rows),
                sensitive=sensitive,
            )  # fmt: skip
        return Exported(path, len(table.rows))


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
    columns += [RECORD_ID, MARK]
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
                "mark": mark_text("progress", {"local_code": row.code}),
            }
            for dimension in framework.dimensions:
                value[f"first_{dimension.code}"] = _rounded(first.get(dimension.code))
                value[f"last_{dimension.code}"] = _rounded(last.get(dimension.code))
            rows.append([value.get(column.key) for column in columns])
    title = "Progress" if words.language == "en" else "ความก้าวหน้า"
    return Table(title, tuple(columns), rows, frozen=2)


def _date(iso: str | None) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 2)
