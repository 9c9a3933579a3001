"""The screens of an open centre, in the order of the rail."""

from __future__ import annotations

from desktop.ui import (
    duplicates,
    importing,
    learner,
    learners,
    plan,
    plans,
    reports,
    settings,
    sync,
    today,
    urgent,
)
from desktop.ui.parts import Parts
from desktop.ui.shell.screens import ScreenEntry


def entries(parts: Parts) -> list[ScreenEntry]:
    """What each feature registers; screens themselves are made when they are first opened."""
    workspace = parts.workspace
    return [
        *today.entries(workspace),
        *learners.entries(workspace),
        *importing.entries(workspace),
        *duplicates.entries(workspace),
        *learner.entries(workspace),
        plans.plans_entry(workspace),
        *plan.entries(workspace),
        reports.reports_entry(workspace),
        *urgent.entries(workspace),
        *sync.entries(workspace, parts.watch),
        *settings.entries(parts),
    ]
