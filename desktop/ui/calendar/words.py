"""How the calendar is said: weekdays, sessions in a line, a whole day aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.dates import be_year
from desktop.services.calendars.records import Meeting
from desktop.services.calendars.wording import WEEK_DAYS, WEEK_DAYS_SHORT, hours, place
from desktop.ui.printing.papers import Paper
from desktop.ui.thai_time import month_name, shown_date
from desktop.ui.translation import Language, language, translate

CALENDAR = "calendar"
PAPER = Paper(lambda: translate("CalendarWords", "ปฏิทินกิจกรรม"))


@dataclass(frozen=True)
class Moving:
    """Opens the page of a session where it is moved to another day."""

    session_id: UUID


def is_english() -> bool:
    """Whether the screens speak English."""
    return language() is Language.ENGLISH


def weekday(day: date, *, short: bool = False) -> str:
    """The name of its day of the week."""
    names = WEEK_DAYS_SHORT if short else WEEK_DAYS
    return names[day.weekday()][is_english()]


def month_of(day: date) -> str:
    """`พฤศจิกายน 2569`."""
    return f"{month_name(day.month)} {be_year(day.year, day.month)}"


class CalendarWords(QObject):
    """Sentences about days and sessions."""

    def line(self, meeting: Meeting) -> str:
        """A session in the box of its day."""
        told = [meeting.from_time, meeting.course]
        if meeting.moo:
            told.append(self.tr("ม.{moo}").replace("{moo}", meeting.moo))
        return " ".join(filter(None, told))

    def day(self, day: date) -> str:
        """A day with its weekday."""
        return f"{weekday(day)} {shown_date(day)}"

    def spoken(self, day: date, meetings: Sequence[Meeting]) -> str:
        """A whole day for a screen reader."""
        if not meetings:
            return " ".join((self.day(day), self.tr("ไม่มีกิจกรรม")))
        said = " · ".join(self._spoken(each) for each in meetings)
        count = self.tr("%n ครั้ง", "", len(meetings))
        return f"{self.day(day)} {count}: {said}"

    def where(self, meeting: Meeting) -> str:
        """Where, and with whom."""
        return " · ".join(
            filter(
                None,
                (
                    meeting.place,
                    place(meeting, english=is_english()),
                    meeting.teacher,
                    meeting.responsible,
                ),
            )
        )

    def _spoken(self, meeting: Meeting) -> str:
        told = [self.line(meeting)]
        if meeting.state == "cancelled":
            told.append(self.tr("งดแล้ว"))
        if meeting.hard:
            told.append(self.tr("มีเรื่องต้องระวัง"))
        return " ".join(told)

    def heading(self, meeting: Meeting) -> str:
        """A session with its hours."""
        return " ".join(filter(None, (hours(meeting), meeting.course)))
