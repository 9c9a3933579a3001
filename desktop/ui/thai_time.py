"""Dates and times as they are shown: the Buddhist era in both languages, Thai local time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication

from desktop.models.dates import MONTHS, SHORT_MONTHS, PartialDate, be_year
from desktop.ui.translation import Language, language

# Thailand keeps one offset all year; the laptop's own zone may be set wrongly.
THAILAND = timezone(timedelta(hours=7))

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def today() -> date:
    """The day in Thailand by this laptop's clock."""
    return datetime.now(UTC).astimezone(THAILAND).date()


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
    local = when.astimezone(THAILAND)
    return f"{shown_date(local.date())} {local:%H:%M}"


def shown_clock(when: datetime) -> str:
    """`14:05` of an aware time, by the clock of Thailand."""
    return f"{when.astimezone(THAILAND):%H:%M}"


def days_between(earlier: date, later: date) -> int:
    """Whole days; negative when `earlier` is the later one."""
    return (later - earlier).days
