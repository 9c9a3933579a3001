"""Part-known dates and the Thai calendar: every vector, and round trips."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.dates import (
    MONTHS,
    SHORT_MONTHS,
    ZERO_DROPOUT_AGES,
    Age,
    PartialDate,
    age_band,
    be_year,
    ce_year,
    fiscal_quarter,
    fiscal_span,
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
    assert PartialDate(2012, 2).last_day == date(2012, 2, 29)


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


def test_a_fiscal_year_goes_from_its_first_day_to_its_last() -> None:
    assert fiscal_span(2570) == (date(2026, 10, 1), date(2027, 9, 30))
    assert [fiscal_year(day) for day in fiscal_span(2570)] == [2570, 2570]


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


@pytest.mark.parametrize(
    ("typed", "iso", "code"),
    [
        # Each kind of year, at its first and last, and one beyond.
        ("1/4/2400", "1857-04-01", ""),
        ("1/4/2399", None, "impossible_year"),
        ("1/4/2699", "2156-04-01", ""),
        ("1/4/2700", None, "impossible_year"),
        ("1/4/1900", "1900-04-01", "ce_converted"),
        ("1/4/1899", None, "impossible_year"),
        ("1/4/2100", "2100-04-01", "ce_converted"),
        ("1/4/2101", None, "impossible_year"),
        ("1/4/1357", "1900-04-01", "double_converted"),
        ("1/4/1356", None, "impossible_year"),
        ("1/4/1557", "2100-04-01", "double_converted"),
        ("1/4/1558", None, "impossible_year"),
        ("1/4/2943", "1857-04-01", "double_converted"),
        ("1/4/2942", None, "impossible_year"),
        ("1/4/3242", "2156-04-01", "double_converted"),
        ("1/4/3243", None, "impossible_year"),
        # The old new year, on the first of April.
        ("31/3/2482", "1940-03-31", "old_calendar"),
        ("1/4/2482", "1939-04-01", ""),
        ("31/3/2483", None, "no_such_month"),
        ("31/3/2484", "1941-03-31", ""),
        ("2482", "1939", "old_calendar"),
        ("2483", "1940", ""),
        ("2/25/2470", "1928-02-25", "day_month_swapped"),
        ("05022470", None, "unreadable"),
        # Numbers of cells: years, serials, days run together.
        (3242, "2156", "double_converted"),
        (3243, "1908-11-16", "excel_serial"),
        (293_000, None, "impossible_year"),
        (293_001, None, "unreadable"),
        (999_999, None, "unreadable"),
        (1_032_555, "2012-03-01", ""),
        ("1032555", "2012-03-01", ""),
        ("03243", "1908-11-16", "excel_serial"),
        ("03242", None, "unreadable"),
        (float("inf"), None, "unreadable"),
        (3243.5, "1908-11-16", "excel_serial"),
        (99, None, "two_digit_year"),
        ("555", None, "unreadable"),
        (555, None, "unreadable"),
        ("255503150", None, "unreadable"),
        ("32132555", None, "unreadable"),
        ("00032555", None, "unreadable"),
        # Cells that hold a date.
        (date(2400, 5, 1), "1857-05-01", "be_in_date_cell"),
        (date(2399, 5, 1), None, "impossible_year"),
        (date(2470, 2, 5), "1928-02-05", "be_in_date_cell"),
        (date(2568, 2, 29), "2025-02", "impossible_day"),
        (date(2483, 2, 1), None, "no_such_month"),
        # Parts in any number and order.
        ("2555/3", "2012-03", ""),
        ("2554/0", "2011", ""),
        ("2554/1", "2011-01", ""),
        ("2554.00", "2011", ""),
        ("25/2554", "2011", "impossible_month"),
        ("12/25/2555", "2012-12-25", "day_month_swapped"),
        ("2/30/2555", "2012-02", "impossible_day"),
        ("13/13/2555", "2012", "impossible_month"),
        ("12/12/2555", "2012-12-12", ""),
        ("31/12/2555", "2012-12-31", ""),
        ("0/3/2555", "2012-03", ""),
        ("5/0/2555", "2012", ""),
        ("xx/xx/2555", "2012", ""),
        ("1/2/3/2555", None, "unreadable"),
        ("1 2 มีนาคม 2555", None, "unreadable"),
        ("5 มีนาคม 52", None, "two_digit_year"),
        ("1/2/25555", None, "impossible_year"),
        ("1/222/2555", None, "impossible_year"),
        ("123/2/52", None, "impossible_year"),
        ("1/2/523", None, "impossible_year"),
        ("1/3", None, "two_digit_year"),
        ("12/3/52", None, "two_digit_year"),
        ("5/12/52", None, "two_digit_year"),
        ("15/3/2555 7:30 น.", "2012-03-15", ""),
        ("15/3/2555 (สูติบัตร)", "2012-03-15", ""),
        ("15 มี.ค. [แก้] 2555", "2012-03-15", ""),
        ("อายุ 15 ปี", None, "unreadable"),  # of which day nobody knows
    ],
)
def test_reading_at_the_edges(typed: str | float | date, iso: str | None, code: str) -> None:
    parsed = parse_date(typed, today=None)
    assert (parsed.value and parsed.value.iso(), parsed.code) == (iso, code)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1/4/2454", ""),
        ("2454", "old_calendar"),
        ("1/4/2453", "long_ago"),
        ("1/4/2453 (จำไม่ได้)", "long_ago"),
        (date(2026, 11, 22), ""),
        (date(2026, 11, 23), "future"),
        ("12/2569", "future"),
        ("11/2569", ""),
    ],
)
def test_how_far_back_and_ahead(typed: str | date, code: str) -> None:
    parsed = parse_date(typed, today=TODAY)
    assert parsed.code == code
    assert (parsed.value is None) is (code == "future")


def test_an_age_gives_an_estimated_year() -> None:
    assert parse_date("อายุ 15 ปี", today=TODAY).value == PartialDate(2011, estimated=True)
    exact = parse_date("2011", today=TODAY).value
    assert exact is not None
    assert not exact.estimated


def test_an_estimate_keeps_all_its_parts_and_its_code() -> None:
    parsed = parse_date("ประมาณ 15/3/2555", today=TODAY)
    assert (parsed.value, parsed.code) == (PartialDate(2012, 3, 15, True), "")
    swapped = parse_date("ประมาณ 2/25/2555", today=TODAY)
    assert (swapped.value, swapped.code) == (PartialDate(2012, 2, 25, True), "day_month_swapped")
    assert parse_date("ประมาณ 1/1/555", today=TODAY).value is None


@pytest.mark.parametrize(
    ("year", "month", "be"),
    [
        (1939, 3, 2481), (1939, 4, 2482), (1940, 1, 2482), (1940, 3, 2482), (1940, 4, 2483),
        (1941, 1, 2484), (1941, 3, 2484), (1941, 12, 2484), (1939, None, 2482), (1940, None, 2483),
    ],
)  # fmt: skip
def test_the_new_year_moved_once(year: int, month: int | None, be: int) -> None:
    assert be_year(year, month) == be
    assert ce_year(be, month) == year


def test_three_months_that_never_were() -> None:
    for month in (1, 2, 3):
        with pytest.raises(ValueError, match="BE 2483 had no January to March"):
            ce_year(2483, month)
    assert ce_year(2483) == 1940


def test_the_years_of_the_calendar_have_ends() -> None:
    assert PartialDate(1).first_day == date(1, 1, 1)
    assert PartialDate(9999, 12, 31).first_day == date(9999, 12, 31)
    assert PartialDate(33).iso() == "0033"
    for year in (0, 10_000):
        with pytest.raises(ValueError, match="no such year"):
            PartialDate(year)
    assert PartialDate.from_iso("2012-03", estimated=True) == PartialDate(2012, 3, None, True)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (PartialDate(2011, 11, 22), date(2011, 11, 22), Age(0, False)),
        (PartialDate(2011, 11, 22), date(2010, 11, 22), Age(-1, False)),
        (PartialDate(2011, 11, 22), date(2026, 12, 1), Age(15, False)),
        (PartialDate(2011, 11, 22), date(2026, 10, 30), Age(14, False)),
        (PartialDate(2011, 3), date(2026, 3, 1), Age(15, False)),
        (PartialDate(2011, 3, None, estimated=True), date(2026, 2, 28), Age(14, True)),
    ],
)
def test_age_on_a_day(born: PartialDate, day: date, age: Age) -> None:
    assert born.age_on(day) == age


def test_an_estimate_comes_after_what_is_certain_of_the_same_date() -> None:
    certain, guessed = PartialDate(2011, 3), PartialDate(2011, 3, estimated=True)
    assert certain < guessed
    assert certain <= certain
    assert not guessed < certain
    assert certain != guessed
    assert PartialDate(2011, 3, 5).sort_key == (2011, 3, 5)
    assert PartialDate(2011).sort_key == (2011, 0, 0)


def test_the_twelve_months_of_a_fiscal_year() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    assert [fiscal_quarter(day) for day in days] == [2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 1, 1]
    assert [fiscal_year(day) for day in days] == [2569] * 9 + [2570] * 3


def test_every_age_has_its_band() -> None:
    names = [age_band(years) for years in range(202)]
    counted = {name: names.count(name) for name in dict.fromkeys(names)}
    assert counted == {
        "0-2": 3, "3-5": 3, "6-11": 6, "12-14": 3, "15-17": 3, "18-24": 7, "25-59": 35, "60+": 141,
        "": 1,
    }  # fmt: skip
    assert list(ZERO_DROPOUT_AGES) == list(range(3, 19))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_in_every_spelling(month: int) -> None:
    expected = PartialDate(2012, month, 5)
    english = f"{date(2012, month, 5):%B}"
    for word in (MONTHS[month - 1], SHORT_MONTHS[month - 1], english, english[:3]):
        assert parse_date(f"5 {word} 2555", today=TODAY).value == expected
    assert parse_date(f"5 {SHORT_MONTHS[month - 1].replace('.', '')} 2555", today=TODAY).value == (
        expected
    )
    assert expected.short() == f"5 {SHORT_MONTHS[month - 1]} 2555"
    assert expected.long() == f"5 {MONTHS[month - 1]} 2555"
    assert expected.entry() == f"05/{month:02d}/2555"
