"""Examples of the numbers in reports."""

from __future__ import annotations

from tests.services.rights_world import Call, Place, call


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    return {
        "HelpTallies.report": call("answers"),
        "TallyService.by": call("group"),
        "TallyService.table": call("village", "status"),
        "TallyService.hett": call(),
        "TallyService.hett_by_village": call(),
        "TallyService.hett_trend": call(),
        "TallyService.fiscal_years": call(),
    }
