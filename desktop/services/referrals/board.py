"""The board of referrals: a column for each state, the longest there first, urgent ones apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.partners import Partner
from desktop.models.referrals import Referral
from desktop.services.referrals.lifecycle import DONE
from desktop.services.referrals.records import Board, BoardColumn, ReferralQuery, ReferralRow
from desktop.services.referrals.rows import checks_due, rows, selected, whole

URGENT: Final[Mapping[str, int]] = {"now": 0, "week": 1}
"""Codes of `referral_urgency` that stand apart, in their order."""

STATES: Final = (
    "draft", "sent", "acknowledged", "accepted", "waitlisted", "declined", "served_part", "served",
    "unmet", "closed", "followed_up", "elsewhere", "recalled",
)  # fmt: skip
"""The columns, in the order of the course."""

_AWAY: Final = DONE - {"unmet"}
"""States that are shown only on demand: what nobody took is not done for the learner."""


def board(
    session: Session,
    query: ReferralQuery,
    today: date,
    *,
    most: int,
    opened: frozenset[str] = frozenset(),
    done: bool = False,
) -> Board:
    """Return the referrals that a question finds, by state.

    Args:
        query: which; its words and flags are not asked.
        most: so many cards a column has at the most, the urgent and the oldest of it.
        opened: states whose columns have all of theirs.
        done: what waits for nobody any more too; otherwise only how many there are.
    """
    checks = checks_due(session, today)
    narrowed = selected(session, query, today)
    total = session.scalar(select(func.count()).select_from(narrowed.wanted.subquery()))
    due = Referral.id.in_(checks.keys())
    shown = (
        narrowed.wanted if done else narrowed.wanted.where(or_(narrowed.state.not_in(_AWAY), due))
    )
    urgency = case(URGENT, value=Referral.urgency, else_=len(URGENT))
    oldest = (urgency, func.coalesce(narrowed.since, "9999"), Referral.id)
    late = or_(narrowed.silent, func.coalesce(narrowed.overdue, False), due)
    ranked = shown.add_columns(
        narrowed.state.label("column"),
        func.row_number().over(order_by=oldest, partition_by=narrowed.state).label("place"),
        func.count().over(partition_by=narrowed.state).label("of_state"),
        func.sum(case((late, 1), else_=0)).over(partition_by=narrowed.state).label("late_ones"),
    ).subquery()
    lines = session.execute(
        whole(session, ReferralQuery(), today)
        .join(ranked, ranked.c.id == Referral.id)
        .add_columns(ranked.c.of_state, ranked.c.late_ones)
        .where(or_(ranked.c.place <= most, ranked.c.column.in_(opened)))
        .order_by(ranked.c.place)
    ).all()
    by_state: dict[str, list[ReferralRow]] = defaultdict(list)
    sums: dict[str, tuple[int, int]] = {}
    for line, row in zip(lines, rows(session, lines, today), strict=True):
        by_state[line.state].append(row)
        sums[line.state] = (line.of_state, line.late_ones)
    states = (*STATES, *sorted(by_state.keys() - set(STATES)))
    return Board(
        columns=tuple(
            BoardColumn(
                state,
                *sums.get(state, (0, 0)),
                urgent=tuple(row for row in by_state[state] if row.urgency in URGENT),
                rows=tuple(row for row in by_state[state] if row.urgency not in URGENT),
            )
            for state in states
            if state not in _AWAY or state in by_state
        ),
        done=(total or 0) - sum(count for count, _late in sums.values()),
        agencies=_agencies(session),
    )


def _agencies(session: Session) -> tuple[tuple[UUID, str], ...]:
    """The agencies that anything goes to, in Thai order."""
    wanted = (
        select(Partner.id, Partner.name)
        .where(Partner.id.in_(select(Referral.partner_id).where(Referral.deleted.is_(False))))
        .order_by(Partner.sort_key, Partner.id)
    )
    return tuple((line.id, line.name) for line in session.execute(wanted))
