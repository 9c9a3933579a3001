"""How other screens open urgent cases."""

from __future__ import annotations

from uuid import UUID

from desktop.ui.shell.finding import Destination

URGENT = "urgent"


def new_case(learner_id: UUID | None = None) -> Destination:
    """Where a case is written down, of a learner or of somebody else."""
    return URGENT, ("new", learner_id)


def note_of(case_id: str) -> Destination:
    """Where a begun note of a case is gone on with; ValueError where the id is none."""
    return URGENT, ("note", UUID(case_id))
