"""What credits come to: only what was accepted, by level and strand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.moves import chain
from desktop.services.credits.lifecycle import ACCEPTED, WAITING
from desktop.services.credits.records import CreditRow, LevelSum
from desktop.services.needs.amounts import total
from desktop.services.record_values import centre_vocabulary


def decision(session: Session, last: Any) -> Any:
    """Return the move that accepted what stands accepted, given its last move; None otherwise."""
    if last is None or last.to_state not in ACCEPTED:
        return None
    back = set()
    for move in chain(session, last):
        if move.reverses_id is not None:
            back.add(move.reverses_id)
        elif move.id not in back and move.to_state in ACCEPTED:
            return move
    return None


def by_level(session: Session, rows: Iterable[CreditRow]) -> tuple[LevelSum, ...]:
    """Return what the items of one learner come to, level by level in the order of their list."""
    items = list(rows)
    vocabulary = centre_vocabulary(session, "dole_curriculum")
    rules = {term.code: term.extra for term in vocabulary.terms}
    found: dict[str, list[CreditRow]] = defaultdict(list)
    for row in items:
        found[row.level].append(row)
    order = [*rules, *sorted(found.keys() - rules.keys())]
    return tuple(_sum(code, found[code], rules.get(code, {})) for code in order if code in found)


def _sum(level: str, rows: list[CreditRow], rule: Any) -> LevelSum:
    strands: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.accepted is not None:
            strands[row.subject].append(row.accepted)
    return LevelSum(
        level=level,
        proposed=total(row.proposed or 0 for row in rows if row.state in WAITING),
        accepted=total(row.accepted or 0 for row in rows),
        minimum=rule.get("credits_minimum"),
        most_a_term=rule.get("credits_per_term_maximum"),
        subjects=tuple((code, total(each)) for code, each in sorted(strands.items())),
    )
