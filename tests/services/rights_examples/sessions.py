"""Examples of meetings of courses, and of their registers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from desktop.paper_marks.page_codes import derived_code
from desktop.paper_marks.proposing import Proposal
from desktop.services.sessions.old_sheets import OldAnswers, OldDay, OldLine, OldSheet
from desktop.services.sessions.records import SessionQuery
from desktop.services.sessions.service import SessionService
from desktop.services.sessions.sheets import DateSheets
from desktop.services.workspace import Workspace
from tests.services.attendance.made import course, enrol
from tests.services.rights_world import Call, Place, call

SAYS = {
    # A meeting is not confirmed from time to time.
    "SessionService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a course with meetings and somebody in it."""
    sessions = SessionService(workspace)
    ids["met_course"] = course(workspace)
    ids["met_who"] = enrol(workspace, ids["met_course"], name="แดง")
    for name, day in (("met", 20), ("met_moved", 21), ("met_held", 18), ("met_gone", 19)):
        ids[name] = sessions.add({"course_id": ids["met_course"], "on": f"2026-11-{day}"})
    ids["dated_course"] = course(workspace)
    enrol(workspace, ids["dated_course"], name="ดำ")
    sessions.add({"course_id": ids["dated_course"], "on": "2026-11-20"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "SessionService.find": call(SessionQuery(course_id=ids["met_course"])),
        "SessionService.get": call(ids["met"]),
        "SessionService.between": call(date(2026, 11, 1), date(2026, 11, 30)),
        "SessionService.of_course": call(ids["met_course"]),
        "SessionService.propose": call(ids["met_course"], "2026-12-01", [0], 3),
        "AttendanceService.register": call(ids["met"]),
        "AttendanceService.codes": call(),
        "AttendanceService.sheet_page": call(ids["met"], _page(ids)),
        "AttendanceService.dates_page": call(ids["dated_course"], _dates_page(place)),
        "OldSheetService.read": call(ids["met_course"], _old_sheet(place)),
        "AttendanceService.grid": call(ids["met_course"]),
        "AttendanceService.of_learner": call(ids["learner"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "SessionService.add": call({"course_id": ids["met_course"], "on": "2026-12-24"}),
        "SessionService.add_series": call(ids["met_course"], [date(2026, 12, 1)], {"hours": "2"}),
        "SessionService.edit": call(ids["met"], {"topic": "ย้อมสี"}),
        "SessionService.confirm": call(ids["met"]),
        "SessionService.move": call(ids["met_held"], "hold", {}),
        "SessionService.shift": call(ids["met_moved"], "2026-12-02", "flood"),
        "SessionService.hide": call([ids["met_gone"]]),
        "AttendanceService.count_from": call(ids["met"]),
        "AttendanceService.mark": call(ids["met"], {ids["met_who"]: "late"}),
        "AttendanceService.mark_many": call({ids["met"]: {ids["met_who"]: "present"}}),
        "AttendanceService.take_sheet": call(ids["met"], Proposal(_page(ids), {(0, 0): "late"})),
        "OldSheetService.take": call(
            OldSheet(
                ids["met_course"],
                "",
                (OldDay("2026-11-20", 1, ids["met"]),),
                (OldLine(2, "แดง", ((ids["met_who"], "แดง"),)),),
                {(0, 0): "late"},
                (),
            ),
            OldAnswers({}, {}),
        ),
        "AttendanceService.take_dates": call(
            ids["dated_course"], Proposal(_dates_page(place), {(0, 0): "present"})
        ),
        "AttendanceService.all_came": call(ids["met_held"]),
        "AttendanceService.walk_in": call(ids["met_held"], "คนที่เพิ่งมา"),
    }


def _page(ids: dict[str, Any]) -> str:
    """The code of the sheet of the meeting."""
    return derived_code(ids["met"], 0, [ids["met_who"]])


def _dates_page(place: Place) -> str:
    """The code of the sheet with the dates of the course."""
    with place.workspace.read() as session:
        sheets = DateSheets(session, place.ids["dated_course"], place.workspace.today())
        return next(sheets.pages()).code


def _old_sheet(place: Place) -> Path:
    """An old attendance sheet."""
    path = place.folder / "old_sheet.csv"
    path.write_text("ชื่อ,20/11/2569\nแดง,1\n", encoding="utf-8")
    return path
