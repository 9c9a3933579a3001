"""Everything that the page of a plan shows, gathered in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.services.all import Services
from desktop.services.hett.records import HettPicture
from desktop.services.learners.records import LearnerDetail
from desktop.services.plans.carriers import Carriers
from desktop.services.plans.records import PlanDetail, PlanDifference, PlanLine, PlanTemplate
from desktop.services.plans.suggestions import GoalSuggestion
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.translation import language


@dataclass(frozen=True)
class PlanPage:
    """A plan with its learner, assessment, suggestions and what changed since last time."""

    plan: PlanDetail
    learner: LearnerDetail
    picture: HettPicture
    suggestions: tuple[GoalSuggestion, ...]
    changes: tuple[PlanDifference, ...]
    carriers: Carriers
    codes: CodeBook
    today: date
    rights: frozenset[Right] = frozenset(Right)

    @property
    def restricted(self) -> bool:
        """Whether the person's record is held still."""
        return bool(self.learner.values.get("restricted_on"))

    @property
    def may_plan(self) -> bool:
        """Whether who is signed in plans, and this person's record is not held still."""
        return Right.PLAN in self.rights and not self.restricted

    @property
    def may_print(self) -> bool:
        """Whether who is signed in prints papers with names, and may print this one."""
        return Right.PRINT in self.rights and not self.restricted

    @property
    def editable(self) -> bool:
        """Whether the words may change: nobody has signed, it is not closed, the role plans."""
        return self.may_plan and not self.plan.fixed

    @property
    def running(self) -> bool:
        """Whether progress may still be noted."""
        return self.may_plan and self.plan.status != "closed"


@dataclass(frozen=True)
class StartPage:
    """A learner without a plan, and what one can begin from."""

    learner: LearnerDetail
    templates: tuple[PlanTemplate, ...]
    others: tuple[PlanLine, ...] = ()
    may_plan: bool = True


def gather(services: Services, plan_id: UUID) -> PlanPage:
    """Read the page of a plan."""
    plan = services.plans.get(plan_id)
    rights = services.workspace.rights
    begun = Right.PLAN in rights and not plan.fixed
    return PlanPage(
        plan=plan,
        learner=services.learners.get(plan.learner.id),
        picture=services.hett.picture(plan.learner.id),
        suggestions=services.suggestions.goals(plan_id, language().value) if begun else (),
        changes=services.plans.what_changed(plan_id),
        carriers=services.plan_carriers.of_plan(plan_id),
        codes=CodeBook(services.centre.own_words()),
        today=services.workspace.today(),
        rights=rights,
    )
