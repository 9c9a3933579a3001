"""What a plan could aim at: from the learner's own interests first, then from the assessment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.plan import Goal, Plan
from desktop.services.hett.framework import centre_framework
from desktop.services.hett.service import latest_ratings
from desktop.services.plans.reading import parts
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_BETWEEN = re.compile(r"[,;/\n·•]+|\s+และ\s*|\s{2,}")
_MOST = 6
_LOW = 2
_HIGHEST = 4


@dataclass(frozen=True)
class GoalSuggestion:
    """A goal that could be taken over.

    Attributes:
        source: `interest` (the learner's own word) or `level` (a low level of the assessment).
        text: what the learner said, or the indicator's name.
        dimension: code of the dimension, "" where it is open.
        baseline: where the learner stands, in the wording of the level.
        target: the wording of the level above.
        target_level: that level, None for an interest.
    """

    source: str
    text: str
    dimension: str = ""
    baseline: str = ""
    target: str = ""
    target_level: int | None = None


class PlanSuggestions:
    """Suggests goals; nothing is stored until a person takes one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PLAN)
    def goals(self, plan_id: UUID, language: str = "th") -> tuple[GoalSuggestion, ...]:
        """Return up to six, what the plan already aims at left out.

        Raises:
            UserError: `record_unknown`.
        """
        with self._workspace.read() as session:
            plan = live(session, Plan, plan_id)
            taken = [goal.text for goal in parts(session, Goal, plan_id)]
            found = _from_interests(plan) + _from_levels(session, plan, language)
            open_ones = [each for each in found if not any(each.text in text for text in taken)]
            return tuple(open_ones[:_MOST])


def _from_interests(plan: Plan) -> list[GoalSuggestion]:
    words = dict.fromkeys(
        word.strip(" -–.")
        for text in (plan.interests, plan.aptitudes)
        for word in _BETWEEN.split(text or "")
    )
    return [GoalSuggestion("interest", word) for word in words if 2 <= len(word) <= 60][:3]


def _from_levels(session: Session, plan: Plan, language: str) -> list[GoalSuggestion]:
    if plan.assessment_id is None:
        return []
    framework = centre_framework(session)
    rated = [
        view
        for view in latest_ratings(session, plan.assessment_id, framework).values()
        if view.level is not None and view.level <= _LOW and view.dimension and not view.sensitive
    ]
    # The lowest first, and one of each dimension before a second: no plan only for school.
    seen: dict[str, int] = {}
    ranked = []
    for view in sorted(rated, key=lambda each: (each.level or 0, each.indicator)):
        ranked.append((seen.setdefault(view.dimension, 0), view))
        seen[view.dimension] += 1
    found = []
    for _, view in sorted(ranked, key=lambda each: each[0]):
        indicator = framework.indicator(view.indicator)
        level = view.level or 1
        above = min(level + 1, _HIGHEST)
        found.append(
            GoalSuggestion(
                "level",
                indicator.label(language),
                view.dimension,
                indicator.wording(level, language),
                indicator.wording(above, language),
                above,
            )
        )
    return found
