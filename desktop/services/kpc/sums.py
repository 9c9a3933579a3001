"""What the approved hours of all learners come to, level by level, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.credits import KpcEntry, KpcEntryMove
from desktop.models.moves import state_column
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids
from desktop.services.kpc.lifecycle import COUNTS
from desktop.services.kpc.reading import OWN
from desktop.services.kpc.records import KpcSum
from desktop.services.needs.amounts import total
from desktop.services.record_values import centre_vocabulary


def standing(session: Session) -> Iterator[tuple[UUID, KpcSum]]:
    """Return how far each learner is at each level that has a rule, joined twins as one.

    Of whoever's record may not be used now nothing is told.
    """
    rules = {t.code: t.extra for t in centre_vocabulary(session, "dole_curriculum").terms}
    held = restricted_ids(session)
    hours: dict[tuple[UUID, str], dict[UUID, tuple[float, bool]]] = defaultdict(dict)
    for whose, entry_id, level, part, approved in session.execute(_approvals()):
        # The last approval of an entry counts.
        hours[whose, level][entry_id] = (approved or 0, part == OWN)
    for (whose, level), entries in sorted(hours.items()):
        rule = rules.get(level, {})
        if whose in held or rule.get("activity_hours") is None:
            continue
        yield (
            whose,
            KpcSum(
                level=level,
                approved=total(each for each, _own in entries.values()),
                own=total(each for each, own in entries.values() if own),
                asked=rule["activity_hours"],
                own_asked=rule.get("own_project_hours"),
            ),
        )


def _approvals() -> Select[Any]:
    back = aliased(KpcEntryMove)
    taken = select(back.id).where(back.reverses_id == KpcEntryMove.id, back.deleted.is_(False))
    whose = func.coalesce(Learner.merged_into, Learner.id)
    told: tuple[Any, ...] = (
        whose, KpcEntry.id, KpcEntry.level, KpcEntry.part, KpcEntryMove.hours,
    )  # fmt: skip
    return (
        select(*told)
        .join(KpcEntry, KpcEntry.id == KpcEntryMove.kpc_entry_id)
        .join(Learner, Learner.id == KpcEntry.learner_id)
        .where(
            KpcEntryMove.move == "approve",
            KpcEntryMove.deleted.is_(False),
            ~taken.exists(),
            KpcEntry.deleted.is_(False),
            KpcEntry.level.is_not(None),
            Learner.deleted.is_(False),
            state_column(KpcEntry).in_(COUNTS),
        )
        .order_by(KpcEntryMove.first_stamp)
    )
