"""Goals, actions and reviews of a plan as tables; empty ones keep rows for the pen."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reports.composing import Desk
from desktop.reports.layout import Block
from desktop.reports.palette import TABLE, TABLE_STRONG, dimension_badge
from desktop.reports.paper_data import ActionPaper, GoalPaper, ReviewPaper
from desktop.reports.tables import Cell, Row, Table

CENTRED = TABLE.at(align="centre")
_PEN_ROW = 30.0


def _pen_rows(columns: int, count: int) -> tuple[Row, ...]:
    return tuple(tuple(Cell() for _ in range(columns)) for _ in range(count))


def goal_table(goals: Sequence[GoalPaper], desk: Desk) -> Block:
    """Return what is to be reached, measured how, from where to where, by when."""
    words = desk.words
    head = desk.head("no", "goal_dimension", "goal", "measure", "baseline_target", "due")
    rows: list[Row] = []
    for goal in goals:
        way = " → ".join(part for part in (goal.baseline, goal.target) if part)
        due = "\n".join(part for part in (words.date(goal.due), goal.state) if part)
        rows.append(
            (
                desk.cell(str(goal.number), CENTRED.at(face="Bold")),
                Cell(badge=dimension_badge(goal.dimension)),
                desk.cell(goal.text, TABLE_STRONG if len(goal.text) < 60 else TABLE),
                desk.cell(goal.measure),
                desk.cell(way),
                desk.cell(due),
            )
        )
    shares = (22.0, 30.0, 138.0, 92.0, 99.0, 72.0)
    if not rows:
        return Table(shares, head, _pen_rows(6, 4), least_row=_PEN_ROW)
    return Table(shares, head, tuple(rows), least_row=21.0)


def action_table(actions: Sequence[ActionPaper], desk: Desk) -> Block:
    """Return what will be done, for which goal, by whom, where, when, with what money."""
    words = desk.words
    head = desk.head("for_goal", "action", "provider_place", "when", "budget")
    rows: list[Row] = []
    for action in actions:
        who = "\n".join(part for part in (action.provider, action.place) if part)
        hours = "" if action.hours is None else words("hours", n=words.number(action.hours))
        when = " · ".join(part for part in (action.when, hours) if part)
        money = "" if action.budget is None else words("baht", n=words.number(action.budget))
        fund = "\n".join(part for part in (money, action.fund) if part)
        rows.append(
            (
                desk.cell(str(action.goal) if action.goal else "–", CENTRED),
                desk.cell(action.text),
                desk.cell(who),
                desk.cell(when),
                desk.cell(fund),
            )
        )
    shares = (40.0, 138.0, 104.0, 90.0, 82.0)
    if not rows:
        return Table(shares, head, _pen_rows(5, 4), least_row=_PEN_ROW)
    return Table(shares, head, tuple(rows), least_row=21.0)


def review_table(reviews: Sequence[ReviewPaper], desk: Desk) -> Block:
    """Return the reviews so far and an empty row for the next one."""
    words = desk.words
    head = desk.head("review_date", "review_result", "review_change", "review_by")
    rows: list[Row] = [
        (
            desk.cell(words.date(review.on)),
            desk.cell(review.result),
            desk.cell(review.adjustment),
            desk.cell(review.by),
        )
        for review in reviews
    ]
    rows += _pen_rows(4, 1 if reviews else 2)
    return Table((70.0, 158.0, 148.0, 77.0), head, tuple(rows), least_row=24.0)
