"""How other screens open the page of a learner: at which tab."""

from __future__ import annotations

from uuid import UUID

from desktop.ui.shell.finding import Destination

LEARNER = "learner"
OVERVIEW = "overview"
PROFILE = "profile"
HETT = "hett"
PLAN = "plan"
VISITS = "visits"
DOCUMENTS = "documents"
EDITS = "edits"


def page_of(learner_id: object, tab: str = OVERVIEW) -> Destination:
    """Where a learner's page is open at a tab; ValueError where the id is none."""
    return LEARNER, (learner_id if isinstance(learner_id, UUID) else UUID(str(learner_id)), tab)
