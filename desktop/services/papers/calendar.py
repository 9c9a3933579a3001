"""A month of the calendar on paper: the weeks with their days, and below them what clashes."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from desktop.reports.paper_data import PaperOptions
from desktop.services.calendars.reading import stretch
from desktop.services.calendars.records import CalendarDays, Meeting
from desktop.services.calendars.wording import WEEK_DAYS, hours, place, why
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, lines, write_lists
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_MOST: Final = 5
"""So many sessions of a day stand in its box; all of them stand in the list behind."""

_BOX: Final = 108.0
_COLUMNS: Final = (
    ("วันที่", "Date", 74.0),
    ("เวลา", "Time", 70.0),
    ("กิจกรรม", "Course", 166.0),
    ("ที่", "Where", 120.0),
    ("ใคร", "Who", 110.0),
    ("ระวัง", "Mind", 210.0),
)


class CalendarPaper:
    """Prints a month."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_month(
        self,
        path: Path,
        month: date,
        options: PaperOptions | None = None,
        *,
        moo: str = "",
        who: str = "",
    ) -> int:
        """Write the month of a day and return its pages.

        Args:
            moo, who: only the sessions of this village, of this person; as on the screen.

        Raises:
            UserError: as `lists.write_lists`.
        """

        def told(desk: PaperDesk) -> Sequence[Listed]:
            first = month.replace(day=1)
            days = monthrange(first.year, first.month)[1]
            found = stretch(desk.session, first, days)
            shown = narrowed(found.meetings, moo, who)
            names = tuple(sorted({each.teacher for each in shown if each.teacher}))
            under = desk.date(f"{first:%Y-%m}")
            return [
                _weeks(desk, first, days, shown, under, names),
                *([_list(desk, found, shown, under, names)] if shown else []),
            ]

        return write_lists(self._workspace, path, options, told, "printed_calendar")


def narrowed(meetings: Sequence[Meeting], moo: str, who: str) -> list[Meeting]:
    """Return those of a village and of a person; "" narrows nothing."""
    return [
        each for each in meetings if (not moo or each.moo == moo) and (not who or who in each.who)
    ]


def _weeks(
    desk: PaperDesk,
    first: date,
    days: int,
    meetings: Sequence[Meeting],
    under: str,
    names: tuple[str, ...],
) -> Listed:
    english = desk.language == "en"
    by_day: dict[str, list[Meeting]] = defaultdict(list)
    for each in meetings:
        by_day[each.on].append(each)
    begin = first - timedelta((first.weekday() + 1) % 7)
    end = first + timedelta(days - 1)
    rows = []
    while begin <= end:
        week = [begin + timedelta(number) for number in range(7)]
        rows.append(
            tuple(
                _box(day, by_day[day.isoformat()], english=english)
                if day.month == first.month
                else ""
                for day in week
            )
        )
        begin += timedelta(7)
    sunday_first = (WEEK_DAYS[6], *WEEK_DAYS[:6])
    return Listed(
        "Calendar of courses" if english else "ปฏิทินกิจกรรม",
        [(thai, said, _BOX) for thai, said in sunday_first],
        [("", rows)],
        under,
        names,
        numbered=False,
    )


def _box(day: date, meetings: Sequence[Meeting], *, english: bool) -> str:
    told = [f"{each.from_time} {_called(each, english=english)}".strip() for each in meetings]
    if len(told) > _MOST:
        more = len(told) - _MOST + 1
        told[_MOST - 1 :] = [f"{more} more" if english else f"และอีก {more} ครั้ง"]
    return lines(str(day.day), *told)


def _called(meeting: Meeting, *, english: bool) -> str:
    if meeting.state == "cancelled":
        return f"{meeting.course} ({'cancelled' if english else 'งด'})"
    return meeting.course


def _list(
    desk: PaperDesk,
    found: CalendarDays,
    shown: Sequence[Meeting],
    under: str,
    names: tuple[str, ...],
) -> Listed:
    english = desk.language == "en"
    by_id = {each.id: each for each in found.meetings}
    seasons = {each.village_id: each for each in found.seasons}
    rows = [
        (
            desk.date(each.on, short=True),
            hours(each),
            lines(_called(each, english=english), each.topic),
            lines(each.place, place(each, english=english)),
            lines(each.teacher, each.responsible),
            lines(*why(each.clashes, by_id, seasons, english=english)),
        )
        for each in shown
    ]
    return Listed(
        "Sessions of the month" if english else "กิจกรรมของเดือน",
        _COLUMNS,
        [("", rows)],
        under,
        names,
        numbered=False,
    )
