"""Part-known dates and the Thai calendar: BE in and out, ISO inside, fiscal and school years."""

from __future__ import annotations

import calendar
import functools
import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from desktop.models.text import digits, one_line, thai_digits

MONTHS: Final = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS: Final = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
Precision = Literal["day", "month", "year"]

# Until BE 2483 the Thai year began on 1 April; 2483 itself had no January to March.
_LAST_OLD_YEAR: Final = 2482
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def be_year(year: int, month: int | None = None) -> int:
    """The Buddhist-era year; before 1941 January to March belong to the year before."""
    if month is not None and month <= 3 and year + 542 <= _LAST_OLD_YEAR:
        return year + 542
    return year + 543


def ce_year(be: int, month: int | None = None) -> int:
    """The CE year of a Buddhist-era year, with the April new year that ruled up to BE 2483.

    Raises:
        ValueError: for January to March of BE 2483, which never were.
    """
    if month is not None and month <= 3 and be <= _LAST_OLD_YEAR + 1:
        if be == _LAST_OLD_YEAR + 1:
            raise ValueError("BE 2483 had no January to March")
        return be - 542
    return be - 543


class Age(NamedTuple):
    """Complete years; approximate when counted from a date only partly known."""

    years: int
    approximate: bool


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year, in CE.

    Raises:
        ValueError: if the parts make no date, or a day stands without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    estimated: bool = False

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str, *, estimated: bool = False) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (CE).

        Raises:
            ValueError: for anything else.
        """
        match = _ISO.fullmatch(text)
        if match is None or not text.isascii():
            raise ValueError(f"not a part-known ISO date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day, estimated)

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first_day(self) -> date:
        """The first day it can be, from which the law counts age."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can be: what is due then is not late before."""
        if self.day is not None:
            return self.first_day
        year, month = (self.year, 12) if self.month is None else (self.year, self.month)
        return date(year, month, calendar.monthrange(year, month)[1])

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order by what is known; an unknown part comes before every known one."""
        return self.year, self.month or 0, self.day or 0

    def __lt__(self, other: PartialDate) -> bool:
        return (*self.sort_key, self.estimated) < (*other.sort_key, other.estimated)

    def iso(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def age_on(self, day: date) -> Age:
        """Complete years on a day, counted from the first day it can be; negative before."""
        born = self.first_day
        years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        return Age(years, self.estimated or self.precision == "year")

    def short(self) -> str:
        """For the screen: `22 พ.ย. 2569`, `พ.ย. 2569`, `พ.ศ. 2569`."""
        be = be_year(self.year, self.month)
        if self.month is None:
            return f"พ.ศ. {be}"
        month = f"{SHORT_MONTHS[self.month - 1]} {be}"
        return month if self.day is None else f"{self.day} {month}"

    def long(self, thai_digits: bool = False) -> str:
        """For documents: `๒๒ พฤศจิกายน ๒๕๖๙`, `พฤศจิกายน ๒๕๖๙`, `พ.ศ. ๒๕๖๙`."""
        be = be_year(self.year, self.month)
        if self.month is None:
            text = f"พ.ศ. {be}"
        else:
            text = f"{MONTHS[self.month - 1]} {be}"
            if self.day is not None:
                text = f"{self.day} {text}"
        return _with_thai_digits(text) if thai_digits else text

    def entry(self) -> str:
        """As it is typed: `22/11/2569`, `11/2569`, `2569`."""
        parts = [str(be_year(self.year, self.month))]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "/".join(reversed(parts))


_with_thai_digits = thai_digits


def short_date(day: date) -> str:
    """`22 พ.ย. 2569`."""
    return PartialDate.from_date(day).short()


def long_date(day: date, thai_digits: bool = False) -> str:
    """`22 พฤศจิกายน 2569`, or with Thai digits as documents have it."""
    return PartialDate.from_date(day).long(thai_digits)


def fiscal_year(day: date) -> int:
    """The BE fiscal year: 1 October to 30 September, named by the year it ends."""
    return day.year + 543 + (day.month >= 10)


def fiscal_span(year: int) -> tuple[date, date]:
    """The first and the last day of a BE fiscal year."""
    return date(year - 544, 10, 1), date(year - 543, 9, 30)


def fiscal_quarter(day: date) -> int:
    """1 to 4; the first is October to December."""
    return (day.month - 10) % 12 // 3 + 1


AGE_BANDS: Final = (
    ("0-2", 0, 2), ("3-5", 3, 5), ("6-11", 6, 11), ("12-14", 12, 14),
    ("15-17", 15, 17), ("18-24", 18, 24), ("25-59", 25, 59), ("60+", 60, 200),
)  # fmt: skip
ZERO_DROPOUT_AGES: Final = range(3, 19)


def age_band(years: int) -> str:
    """The band of reports that holds an age in complete years, "" when there is none."""
    return next((name for name, low, high in AGE_BANDS if low <= years <= high), "")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What a date cell or field was read as.

    `value` is the part that is certain, or None; `code` is "" when nothing needs saying.

    Read, worth showing: `ce_converted`, `be_in_date_cell`, `double_converted`, `excel_serial`.
    Read, a person should look: `day_month_swapped`, `old_calendar`, `estimated_from_age`,
    `long_ago`. Read in part: `impossible_day`, `impossible_month` (the year is kept).
    Not read: `two_digit_year`, `impossible_year`, `no_such_month` (January to March
    2483), `future`, `unreadable`. Nothing there: `empty`, `unknown` (the cell says so).
    """

    value: PartialDate | None
    code: str = ""


_EMPTY: Final = frozenset({"", "-", "--", "–", "—", ".", "/"})
_UNKNOWN: Final = frozenset(
    {
        *("ไม่ทราบ", "ไม่มี", "ไม่รู้", "ไม่แน่ใจ", "ไม่ระบุ", "ไม่ปรากฏ", "จำไม่ได้", "ไม่มีข้อมูล"),
        *("n/a", "na", "none", "null", "unknown", "?", "??", "ไม่ทราบวันเกิด", "รอ", "รอข้อมูล"),
    }
)
# Stems, as endings are often left off (กรกฎา) and กรกฎาคม is often misspelt.
_STEMS: Final = (
    "มกรา|มค|jan", "กุมภา|กพ|feb", "มีนา|มีค|mar", "เมษา|เมย|apr", "พฤษภา|พค|may",
    "มิถุนา|มิย|jun", "กรกฎา|กรกฏา|กค|jul", "สิงหา|สค|aug", "กันยา|กย|sep",
    "ตุลา|ตค|oct", "พฤศจิกา|พฤษจิกา|พย|nov", "ธันวา|ธค|dec",
)  # fmt: skip
_MONTH_WORD: Final = re.compile(
    "|".join(f"(?P<m{number}>{stems})" for number, stems in enumerate(_STEMS, 1))
)
_MONTH_TAIL: Final = re.compile(r"(?:คม|ยน|พันธ์|พันธุ์|พัน|[a-z]*)[. ]*")
_TIME_TAIL: Final = re.compile(r"(?:t| )\d{1,2}:\d{2}(?::\d{2}(?:[.]\d+)?)?(?: ?น[.]?|z)?$")
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
_LETTER_DOT: Final = re.compile(r"(?<=[ก-๎a-z])[.] ?")
_WEEKDAY: Final = re.compile("วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์)(?:ที่)?")
_FILLER_WORD: Final = re.compile("เกิดเมื่อ|เกิด|วันที่|เดือน|พุทธศักราช|พศ|คริสต์ศักราช|คศ|ปี|วัน|be|ad")
_ESTIMATE_WORD: Final = re.compile("โดยประมาณ|ประมาณ|ราว ?ๆ?|คาดว่า|น่าจะ|~|(?<=[0-9]) ?[?]+$")
_SOME_YEAR: Final = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_AGE_WORD: Final = re.compile(r"อายุ\s*(\d{1,3})\s*(?:ปี)?")
_NO_PART: Final = re.compile(r"(?<![a-z0-9])[x?_]+(?![a-z0-9])")
_ONLY_NUMBERS: Final = re.compile(r"[\d\s/.,\-–—]*")
_EPOCH: Final = date(1899, 12, 30)
# Hyphens that word processors put for "-", the stroke typed the wrong way, Excel's text mark.
_STROKES: Final = str.maketrans({**dict.fromkeys("‐‑‒―−", "-"), "\\": "/", "'": None, "’": None})


def parse_date(typed: str | float | date | None, *, today: date | None) -> ParsedDate:
    """Read a date as rosters and people write it; never raises and never guesses a century.

    `today` makes later dates a problem (`future`); None allows them, as for due dates.
    """
    if typed is None:
        return ParsedDate(None, "empty")
    if isinstance(typed, date):
        parsed = _from_cell(typed.year, typed.month, typed.day)
    elif isinstance(typed, str):
        parsed = _from_text(typed, today)
    else:
        parsed = _from_number(typed)
    value = parsed.value
    if value is not None and today is not None:
        if value.first_day > today:
            return ParsedDate(None, "future")
        if today.year - value.year > 115:
            return ParsedDate(value, "long_ago")
    return parsed


def _from_cell(year: int, month: int, day: int) -> ParsedDate:
    parsed = _assemble(year, month, day)
    if parsed.code == "ce_converted":
        return ParsedDate(parsed.value)
    if parsed.code in ("", "old_calendar") and year >= 2400:
        return ParsedDate(parsed.value, "be_in_date_cell")
    return parsed


def _from_number(number: float) -> ParsedDate:
    if isinstance(number, bool) or not math.isfinite(number):
        return ParsedDate(None, "unreadable")
    whole = int(number)
    if whole == number and (whole < 3243 or whole >= 1_000_000):
        return _from_digits(str(whole))
    return _from_serial(whole)


def _from_serial(serial: int) -> ParsedDate:
    if not 3243 <= serial <= 293_000:
        return ParsedDate(None, "unreadable")
    day = _EPOCH + timedelta(days=serial)
    parsed = _from_cell(day.year, day.month, day.day)
    return ParsedDate(parsed.value, parsed.code or "excel_serial")


def _from_digits(text: str) -> ParsedDate:
    if len(text) <= 2:
        return ParsedDate(None, "two_digit_year")
    if len(text) == 4:
        return _assemble(int(text), None, None)
    if len(text) in (5, 6):
        return _from_serial(int(text))
    if len(text) in (7, 8):
        readings = []
        if len(text) == 8:
            readings.append(_assemble(int(text[:4]), int(text[4:6]), int(text[6:])))
        padded = text.zfill(8)
        readings.append(_assemble(int(padded[4:]), int(padded[2:4]), int(padded[:2])))
        # No eight digits make a date both ways: a month above 12 is no year we take.
        for reading in readings:
            known = reading.value
            if reading.code in ("", "ce_converted") and known and known.precision == "day":
                return reading
    return ParsedDate(None, "unreadable")


def _from_text(typed: str, today: date | None) -> ParsedDate:
    text = digits(one_line(typed)).translate(_STROKES).strip().lower()
    if text in _EMPTY:
        return ParsedDate(None, "empty")
    if text in _UNKNOWN:
        return ParsedDate(None, "unknown")
    age = _AGE_WORD.search(text)
    if age and today is not None and not _SOME_YEAR.search(_AGE_WORD.sub(" ", text)):
        return ParsedDate(
            PartialDate(today.year - int(age.group(1)), estimated=True), "estimated_from_age"
        )
    text = _TIME_TAIL.sub("", _BRACKETS.sub(" ", text).strip())
    text, estimates = _ESTIMATE_WORD.subn(" ", text)
    text = _LETTER_DOT.sub("", _WEEKDAY.sub(" ", text))
    month_word = _MONTH_WORD.search(text)
    month = None
    if month_word is not None and month_word.lastgroup is not None:
        month = int(month_word.lastgroup[1:])
        tail = _MONTH_TAIL.match(text, month_word.end())
        text = text[: month_word.start()] + " " + text[tail.end() if tail else month_word.end() :]
    text = _NO_PART.sub("0", _FILLER_WORD.sub(" ", text))
    if not _ONLY_NUMBERS.fullmatch(text):
        return ParsedDate(None, "unreadable")
    parsed = _from_parts(re.findall(r"\d+", text), month)
    if estimates and parsed.value is not None:
        value = parsed.value
        return ParsedDate(PartialDate(value.year, value.month, value.day, True), parsed.code)
    return parsed


def _from_parts(parts: list[str], month: int | None) -> ParsedDate:
    if not parts:
        return ParsedDate(None, "unreadable")
    if len(parts) == 1 and month is None:
        return _from_digits(parts[0])
    if len(parts) > (3 if month is None else 2):
        # A float such as 2555.0 in text is the only harmless extra part, and it is not this long.
        return ParsedDate(None, "unreadable")
    if len(parts) == 2 and month is None and len(parts[0]) == 4 and set(parts[1]) == {"0"}:
        return _from_digits(parts[0])
    if len(parts[-1]) != 4 and len(parts[0]) == 4:
        parts = parts[::-1]
    *others, year = parts
    if len(year) != 4 or any(len(part) > 2 for part in others):
        known = len(year) <= 2 and all(len(part) <= 2 for part in others)
        return ParsedDate(None, "two_digit_year" if known else "impossible_year")
    numbers = [int(part) for part in others]
    day = None
    if month is not None:
        day = numbers[0] if numbers else None
    elif len(numbers) == 2:
        day, month = numbers
    else:
        month = numbers[0]
    return _assemble(int(year), month, day)


def _year(typed: int, month: int | None) -> tuple[int, str]:
    if 2400 <= typed <= 2699:
        return ce_year(typed, month), "old_calendar" if typed <= 2482 and (month or 1) <= 3 else ""
    if 1900 <= typed <= 2100:
        return typed, "ce_converted"
    if 1357 <= typed <= 1557:
        return typed + 543, "double_converted"
    if 2943 <= typed <= 3242:
        return typed - 1086, "double_converted"
    return 0, "impossible_year"


def _assemble(typed_year: int, month: int | None, day: int | None) -> ParsedDate:
    """Put parts together; a day without its month is dropped, as nothing can be done with it."""
    month, day = month or None, day or None
    swapped = month is not None and day is not None and month > 12 >= day
    if swapped:
        month, day = day, month
    known_month = month if month is not None and month <= 12 else None
    try:
        year, code = _year(typed_year, known_month)
    except ValueError:
        return ParsedDate(None, "no_such_month")
    if not year:
        return ParsedDate(None, "impossible_year")
    if month != known_month:
        return ParsedDate(PartialDate(year), "impossible_month")
    if month is None or day is None:
        return ParsedDate(PartialDate(year, month), code)
    if day > calendar.monthrange(year, month)[1]:
        return ParsedDate(PartialDate(year, month), "impossible_day")
    return ParsedDate(PartialDate(year, month, day), "day_month_swapped" if swapped else code)
