"""What the page of a plan is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from desktop.services.centre import CentreService
from desktop.services.drafts import DraftService
from desktop.services.hett.service import HettService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.lists import PlanLists
from desktop.services.plans.service import PlanService
from desktop.services.plans.suggestions import PlanSuggestions
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from desktop.ui.printing.presenter import PrintServices


@dataclass(frozen=True)
class PlanServices:
    """The services that the page asks."""

    plans: PlanService
    lists: PlanLists
    suggestions: PlanSuggestions
    learners: LearnerService
    hett: HettService
    centre: CentreService
    drafts: DraftService
    undo: UndoService
    printing: PrintServices
    workspace: Workspace

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """All of them over one open centre."""
        return cls(
            PlanService(workspace),
            PlanLists(workspace),
            PlanSuggestions(workspace),
            LearnerService(workspace),
            HettService(workspace),
            CentreService(workspace),
            DraftService(workspace),
            UndoService(workspace),
            PrintServices.of(workspace),
            workspace,
        )
