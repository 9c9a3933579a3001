"""Examples of registers; what they are of stands in `sessions`."""

from __future__ import annotations

from tests.services.rights_world import Call, Place, call


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "AttendanceService.register": call(ids["met"]),
        "AttendanceService.grid": call(ids["met_course"]),
        "AttendanceService.of_learner": call(ids["learner"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "AttendanceService.mark": call(ids["met"], {ids["met_who"]: "late"}),
        "AttendanceService.mark_many": call({ids["met"]: {ids["met_who"]: "present"}}),
        "AttendanceService.all_came": call(ids["met_held"]),
    }
