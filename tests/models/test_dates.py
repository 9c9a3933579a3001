"""Part-known dates and the Thai calendar: every vector, and round trips."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.dates import (
    Age,
    PartialDate,
    age_band,
    be_year,
    ce_year,
    fiscal_quarter,
    fiscal_year,
    long_date,
    parse_date,
    short_date,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PARTIAL = st.builds(
    lambda day, precision: PartialDate(
        day.year, day.month if precision else None, day.day if precision == 2 else None
    ),
    st.dates(date(1913, 1, 1), date(2026, 11, 22)),
    st.integers(0, 2),
)


@pytest.mark.parametrize(
    ("typed", "iso", "code"),
    [
        ("22/11/2569", "2026-11-22", ""),
        ("13/2/2553", "2010-02-13", ""),
        ("02-02-2540", "1997-02-02", ""),
        ("13.3.2555", "2012-03-13", ""),
        ("13‐3‑2555", "2012-03-13", ""),
        ("13\\3\\2555", "2012-03-13", ""),
        ("'13/3/2555", "2012-03-13", ""),
        ("26 ต.ค.2557", "2014-10-26", ""),
        ("22 มี.ค. 2556", "2013-03-22", ""),
        ("15 ก. พ. 2560", "2017-02-15", ""),
        ("5ก.ย.2560", "2017-09-05", ""),
        ("1 มิย 2560", "2017-06-01", ""),
        ("๒๒ พฤศจิกายน ๒๕๖๙", "2026-11-22", ""),
        ("วันจันทร์ที่ 5 มีนาคม พ.ศ. 2555", "2012-03-05", ""),
        ("5 กรกฏาคม 2555", "2012-07-05", ""),
        ("กรกฎาคม 2555", "2012-07", ""),
        ("พ.ย. ๒๕๕๔", "2011-11", ""),
        ("11/2554", "2011-11", ""),
        ("พ.ศ. ๒๕๕๔", "2011", ""),
        ("2554", "2011", ""),
        ("2554.0", "2011", ""),
        (2554, "2011", ""),
        (2554.0, "2011", ""),
        ("00/00/2555", "2012", ""),
        ("-/3/2555", "2012-03", ""),
        ("??/3/2555", "2012-03", ""),
        ("25550315", "2012-03-15", ""),
        ("15032555", "2012-03-15", ""),
        ("2555-03-15", "2012-03-15", ""),
        ("15/3/2555 00:00:00", "2012-03-15", ""),
        ("2007-09-16", "2007-09-16", "ce_converted"),
        ("2012-03-15T00:00:00", "2012-03-15", "ce_converted"),
        ("15/03/2012", "2012-03-15", "ce_converted"),
        ("Mar 5, 2012", "2012-03-05", "ce_converted"),
        (2012, "2012", "ce_converted"),
        (date(2012, 3, 15), "2012-03-15", ""),
        (datetime(2012, 3, 15, 7, 30), "2012-03-15", ""),  # noqa: DTZ001
        (datetime(2567, 3, 1), "2024-03-01", "be_in_date_cell"),  # noqa: DTZ001
        (243678, "2024-03-01", "be_in_date_cell"),
        (date(1481, 3, 15), "2024-03-15", "double_converted"),
        ("1481", "2024", "double_converted"),
        ("15/3/1481", "2024-03-15", "double_converted"),
        ("15/3/3110", "2024-03-15", "double_converted"),
        (41000, "2012-04-01", "excel_serial"),
        ("41000", "2012-04-01", "excel_serial"),
        (41000.5, "2012-04-01", "excel_serial"),
        ("2/25/2555", "2012-02-25", "day_month_swapped"),
        ("30/2/2555", "2012-02", "impossible_day"),
        ("31 เมษายน 2555", "2012-04", "impossible_day"),
        ("29/2/2560", "2017-02", "impossible_day"),
        ("29/2/2559", "2016-02-29", ""),
        ("15/13/2555", "2012", "impossible_month"),
        ("5/3/52", None, "two_digit_year"),
        ("1 มิย 60", None, "two_digit_year"),
        (52, None, "two_digit_year"),
        ("10102010", "2010-10-10", "ce_converted"),
        ("20102010", "2010-10-20", "ce_converted"),
        ("1/1/2200", None, "impossible_year"),
        ("1/1/555", None, "impossible_year"),
        ("22/11/2570", None, "future"),
        ("23/11/2569", None, "future"),
        ("5 กพ 2470", "1928-02-05", "old_calendar"),
        ("5 เมษายน 2470", "1927-04-05", ""),
        ("มีนาคม 2482", "1940-03", "old_calendar"),
        ("1/4/2483", "1940-04-01", ""),
        ("มกราคม 2483", None, "no_such_month"),
        ("1/1/2484", "1941-01-01", ""),
        ("1/4/2440", "1897-04-01", "long_ago"),
        ("อายุ 15 ปี", "2011", "estimated_from_age"),
        ("เมื่อก่อน", None, "unreadable"),
        ("5 มีนาคม", None, "two_digit_year"),
        ("มีนาคม", None, "unreadable"),
        (True, None, "unreadable"),
        (float("nan"), None, "unreadable"),
        ("", None, "empty"),
        ("-", None, "empty"),
        (None, None, "empty"),
        ("ไม่ทราบ", None, "unknown"),
    ],
)
def test_reading_a_date(typed: str | float | date | None, iso: str | None, code: str) -> None:
    parsed = parse_date(typed, today=TODAY)
    assert (parsed.value and parsed.value.iso(), parsed.code) == (iso, code)


@given(st.dates(date(1913, 1, 1), TODAY), st.sampled_from([0, 543]))
def test_eight_digits_read_one_way_only(day: date, era: int) -> None:
    year = day.year + era
    if era and day < date(1941, 1, 1):
        return
    for text in (f"{day:%d%m}{year}", f"{year}{day:%m%d}"):
        assert parse_date(text, today=TODAY).value == PartialDate.from_date(day)


@pytest.mark.parametrize("typed", ["ประมาณ 2550", "2550?", "ราว พ.ศ. 2550", "~2550"])
def test_an_estimate_says_so(typed: str) -> None:
    assert parse_date(typed, today=TODAY).value == PartialDate(2007, estimated=True)


def test_due_dates_may_lie_ahead() -> None:
    assert parse_date("22/11/2570", today=None).value == PartialDate(2027, 11, 22)


@given(PARTIAL)
def test_what_is_shown_can_be_typed(value: PartialDate) -> None:
    for text in (value.entry(), value.short(), value.long(), value.long(thai_digits=True)):
        assert parse_date(text, today=TODAY).value == value


@given(PARTIAL)
def test_iso_comes_back(value: PartialDate) -> None:
    assert PartialDate.from_iso(value.iso()) == value


@given(st.text(max_size=25))
def test_no_text_breaks_the_reader(text: str) -> None:
    parsed = parse_date(text, today=TODAY)
    assert parsed.value is not None or parsed.code


@given(DAYS)
def test_years_convert_both_ways(day: date) -> None:
    assert ce_year(be_year(day.year, day.month), day.month) == day.year


def test_formats() -> None:
    day = date(2026, 11, 22)
    assert short_date(day) == "22 พ.ย. 2569"
    assert long_date(day) == "22 พฤศจิกายน 2569"
    assert long_date(day, thai_digits=True) == "๒๒ พฤศจิกายน ๒๕๖๙"
    assert PartialDate(2011).long(thai_digits=True) == "พ.ศ. ๒๕๕๔"
    assert PartialDate(2011, 11).long(thai_digits=True) == "พฤศจิกายน ๒๕๕๔"
    assert PartialDate(2011, 11).short() == "พ.ย. 2554"
    assert PartialDate(2011, 11).entry() == "11/2554"


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (PartialDate(2011, 11, 22), Age(15, False)),
        (PartialDate(2011, 11, 23), Age(14, False)),
        (PartialDate(2011, 11), Age(15, False)),
        (PartialDate(2011), Age(15, True)),
        (PartialDate(2011, 11, 22, estimated=True), Age(15, True)),
    ],
)
def test_age(born: PartialDate, age: Age) -> None:
    assert born.age_on(TODAY) == age


def test_precision_and_bounds() -> None:
    assert PartialDate(2012, 2).precision == "month"
    assert PartialDate(2012).first_day == date(2012, 1, 1)


def test_order_puts_the_less_known_first() -> None:
    known = [PartialDate(2011, 3, 5), PartialDate(2011), PartialDate(2011, 3), PartialDate(2010, 9)]
    assert [value.iso() for value in sorted(known)] == ["2010-09", "2011", "2011-03", "2011-03-05"]


@pytest.mark.parametrize("text", ["", "2555/03", "2012-3", "2012-02-30", "2012-13", "๒๐๑๒", "12"])
def test_only_iso_is_iso(text: str) -> None:
    with pytest.raises(ValueError, match=r"ISO|month|day|year|range"):
        PartialDate.from_iso(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2012, None, 5)


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2026, 9, 30), 2569, 4),
        (date(2026, 10, 1), 2570, 1),
        (date(2027, 1, 1), 2570, 2),
        (date(2027, 4, 1), 2570, 3),
    ],
)
def test_fiscal_year(day: date, year: int, quarter: int) -> None:
    assert (fiscal_year(day), fiscal_quarter(day)) == (year, quarter)


def test_age_bands() -> None:
    ages = (0, 2, 3, 11, 12, 14, 15, 17, 18, 24, 25, 59, 60, 101, -1)
    assert [age_band(age) for age in ages] == [
        "0-2", "0-2", "3-5", "6-11", "12-14", "12-14", "15-17", "15-17", "18-24", "18-24",
        "25-59", "25-59", "60+", "60+", "",
    ]  # fmt: skip


@given(st.integers(0, 99_999_999))
def test_no_number_breaks_the_reader(number: int) -> None:
    for typed in (number, f"{number:08d}", float(number)):
        parsed = parse_date(typed, today=TODAY)
        assert parsed.value is not None or parsed.code
