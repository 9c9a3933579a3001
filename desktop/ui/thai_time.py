"""Dates and times as they are shown: the Buddhist era in both languages, Thai local time."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QObject

from desktop.models.dates import MONTHS, SHORT_MONTHS, PartialDate, be_year
from desktop.ui.translation import Language, language
from resources.clock import in_thailand

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_name(month: int, *, short: bool = False) -> str:
    """Month 1 to 12 in the language of the screens."""
    if language() is Language.THAI:
        return SHORT_MONTHS[month - 1] if short else MONTHS[month - 1]
    return ENGLISH_MONTHS[month - 1][:3] if short else ENGLISH_MONTHS[month - 1]


def shown_date(when: PartialDate | date | None) -> str:
    """`22 พ.ย. 2569` or `22 Nov 2569`; as much as is known; "" for None."""
    if when is None:
        return ""
    known = when if isinstance(when, PartialDate) else PartialDate.from_date(when)
    year = str(be_year(known.year, known.month))
    if known.month is None:
        text = QCoreApplication.translate("ThaiTime", "พ.ศ. {year}").replace("{year}", year)
    elif known.day is None:
        text = f"{month_name(known.month, short=True)} {year}"
    else:
        text = f"{known.day} {month_name(known.month, short=True)} {year}"
    if known.estimated:
        return QCoreApplication.translate("ThaiTime", "ประมาณ {date}").replace("{date}", text)
    return text


def shown_moment(when: datetime | None) -> str:
    """`20 พ.ย. 2569 14:05` of an aware time; "" for None."""
    if when is None:
        return ""
    local = in_thailand(when)
    return f"{shown_date(local.date())} {local:%H:%M}"


def shown_clock(when: datetime) -> str:
    """`14:05` of an aware time, by the clock of Thailand."""
    return f"{in_thailand(when):%H:%M}"


def days_between(earlier: date, later: date) -> int:
    """Whole days; negative when `earlier` is the later one."""
    return (later - earlier).days


class DayWords(QObject):
    """How far away a day is."""

    def away(self, day: date, today: date) -> str:
        """`วันนี้`, `เมื่อวาน`, `12 วันก่อน`, `อีก 3 วัน`; far away in months, long ago in years."""
        days = days_between(day, today)
        if days == 0:
            return self.tr("วันนี้")
        if days == 1:
            return self.tr("เมื่อวาน")
        if days == -1:
            return self.tr("พรุ่งนี้")
        if days > 730:
            return self.tr("%n ปีก่อน", "", days // 365)
        if days > 60:
            return self.tr("%n เดือนก่อน", "", days // 30)
        if days > 0:
            return self.tr("%n วันก่อน", "", days)
        if days < -60:
            return self.tr("อีก %n เดือน", "", -days // 30)
        return self.tr("อีก %n วัน", "", -days)


def shown_iso(text: object) -> str:
    """An ISO day as it is shown, as far as known; "" for nothing."""
    if not text:
        return ""
    try:
        return shown_date(PartialDate.from_iso(str(text)))
    except ValueError:  # of a newer or broken record: shown as it came
        return str(text)


def whole_day(text: object) -> date | None:
    """An ISO day, None where it is not known to the day."""
    try:
        return date.fromisoformat(str(text)) if text and len(str(text)) == 10 else None
    except ValueError:
        return None
