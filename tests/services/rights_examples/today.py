"""Examples of the lines of the day."""

from __future__ import annotations

from datetime import date

from tests.services.rights_world import Call, Place, call


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "TodayService.get": call(),
        "TodayService.people": call("promised"),
        "TodayService.done": call(f"promised:{who}"),
        "TodayService.postpone": call(f"promised:{who}", date(2026, 12, 1)),
        "TodayService.dismiss": call(f"promised:{who}", "ไม่ต้องแล้ว"),
        "TodayService.bring_back": call(f"promised:{who}"),
    }
