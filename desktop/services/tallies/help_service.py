"""The reports of help and of learning, for screens, papers and workbooks alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from desktop.services.learners.records import LearnerQuery
from desktop.services.rights import Right, needs
from desktop.services.tallies.credit_counts import credit_tables
from desktop.services.tallies.demand import demand_tables
from desktop.services.tallies.fund_statements import fund_tables
from desktop.services.tallies.help_counts import answer_table, cohort_tables, need_tables
from desktop.services.tallies.help_tables import HelpTable, Pair, hide, hide_alike
from desktop.services.tallies.learning_counts import learning_tables
from desktop.services.tallies.skill_counts import skill_tables
from desktop.services.workspace import Workspace

REPORTS: Final[Mapping[str, Pair]] = {
    "needs": ("สิ่งที่ขอ ได้แล้วและยังไม่ได้", "Needs met and unmet"),
    "answers": ("หน่วยงานตอบในกี่วัน", "Days until agencies answer"),
    "cohort": ("คนที่ส่งต่อ เข้า อยู่ ทำงาน", "People referred in, staying, at work"),
    "funds": ("งบกองทุนรายเดือน", "Statements of funds"),
    "learning": ("การเรียนรู้และการมาเรียน", "Learning and attendance"),
    "demand": ("ใครอยากเรียนอะไร", "Who wants to learn what"),
    "skills": ("ทักษะสำคัญ ก่อนและหลัง", "Key skills, before and after"),
    "credits": ("หน่วยกิต เสนอและรับแล้ว", "Credits proposed and accepted"),
}
"""The reports by name, and what each is called."""


class HelpTallies:
    """Counts what came of help and of learning.

    `within` limits whom and when; `hidden` is for use outside.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.COUNT)
    def report(
        self, name: str, within: LearnerQuery | None = None, *, hidden: bool = False
    ) -> tuple[HelpTable, ...]:
        """Return the tables of a report, one of `REPORTS`, else KeyError."""
        with self._workspace.read() as session:
            return tables_of(name, session, within, self._workspace.today(), hidden=hidden)


def tables_of(
    name: str, session: Session, within: LearnerQuery | None, today: date, *, hidden: bool
) -> tuple[HelpTable, ...]:
    """Return the tables of a report; for use outside without whom nobody may tell of."""
    within = within or LearnerQuery()
    if hidden:
        within = replace(within, outside=within.outside or "counts")
    return _TABLES[name](session, within, today, hidden)


def _of_needs(
    session: Session, within: LearnerQuery, today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    tables = need_tables(session, within, today, hidden=hidden)
    return tuple(hide_alike(tables, 0, (1, 2, 3)) if hidden else tables)


def _of_answers(
    session: Session, within: LearnerQuery, today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    table = answer_table(session, within, today, hidden=hidden)
    return (hide(table, 0, (1, 4, 6, 7)) if hidden else table,)


def _of_cohort(
    session: Session, within: LearnerQuery, _today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    whole, parts = cohort_tables(session, within, hidden=hidden)
    return (hide(whole, 0, (1, 2, 3)),) if hidden else (whole, parts)


def _of_funds(
    session: Session, within: LearnerQuery, today: date, _hidden: bool
) -> tuple[HelpTable, ...]:
    return fund_tables(session, within, today)


def _of_learning(
    session: Session, within: LearnerQuery, today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    tables = learning_tables(session, within, today, hidden=hidden)
    if not hidden:
        return tuple(tables)
    skills, villages, mixed = tables
    return hide(skills, 0, (5, 6, 7)), hide(villages, 0, (2, 3, 4, 5, 6)), mixed


def _of_demand(
    session: Session, within: LearnerQuery, _today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    return demand_tables(session, within, hidden=hidden)


def _of_credits(
    session: Session, within: LearnerQuery, today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    tables = credit_tables(session, within, today, hidden=hidden)
    return tuple(hide_alike(tables, 0, (1, 2, 3, 4, 5, 6)) if hidden else tables)


def _of_skills(
    session: Session, within: LearnerQuery, _today: date, hidden: bool
) -> tuple[HelpTable, ...]:
    tables = skill_tables(session, within, hidden=hidden)
    return tuple(hide_alike(tables, 0, (1, 2, 3, 4)) if hidden else tables)


_TABLES: Final[
    Mapping[str, Callable[[Session, LearnerQuery, date, bool], tuple[HelpTable, ...]]]
] = {
    "needs": _of_needs,
    "answers": _of_answers,
    "cohort": _of_cohort,
    "funds": _of_funds,
    "learning": _of_learning,
    "demand": _of_demand,
    "credits": _of_credits,
    "skills": _of_skills,
}
