"""Examples of the roster."""

from __future__ import annotations

from typing import Any

from desktop.services.duty.service import DutyService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Put whoever builds on the roster of a night a week ago."""
    del ids
    night = workspace.today().replace(day=15)
    DutyService(workspace).set(night, "night", {"user_id": workspace.user.user_id})


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    return {
        "DutyService.days": call(place.workspace.today()),
        "DutyService.tonight": call(),
        "DutyService.next_gap": call(),
        "DutyService.people": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    today, me = place.workspace.today(), place.workspace.user.user_id
    return {
        "DutyService.set": call(today, "night", {"user_id": me}),
        "DutyService.copy_week": call(today),
    }
