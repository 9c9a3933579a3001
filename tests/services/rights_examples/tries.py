"""Examples of tries to reach somebody."""

from __future__ import annotations

from typing import Any

from desktop.services.tries.service import TryService
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a try for a referral, and one for a referral that not everybody may know of."""
    tries = TryService(workspace)
    tries.note("referral", ids["referral"])
    tries.note("referral", ids["referral_hidden"], {"note": CANARY})


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    return {"TryService.of": call("referral", place.ids["referral"])}


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    return {"TryService.note": call("referral", place.ids["referral"])}
