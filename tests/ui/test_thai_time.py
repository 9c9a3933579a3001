"""Days as they are shown, as far as they are known, and how far away they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.translation import Language, LanguageSwitch

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "shown", "whole"),
    [
        ("2026-11-22", "22 พ.ย. 2569", TODAY),
        ("2026-11", "พ.ย. 2569", None),
        ("2026", "พ.ศ. 2569", None),
        ("", "", None),
        (None, "", None),
        # Of a newer or a broken record: shown as it came, and never counted from.
        ("2026-13-40", "2026-13-40", None),
        ("ปลายปีนี้", "ปลายปีนี้", None),
    ],
)
def test_a_day_is_shown_as_far_as_it_is_known(
    switch: LanguageSwitch, text: object, shown: str, whole: date | None
) -> None:
    assert shown_iso(text) == shown
    assert whole_day(text) == whole


@pytest.mark.parametrize(
    ("days", "thai", "english"),
    [
        (0, "วันนี้", "today"),
        (-1, "เมื่อวาน", "yesterday"),
        (1, "พรุ่งนี้", "tomorrow"),
        (-12, "12 วันก่อน", "12 days ago"),
        (-60, "60 วันก่อน", "60 days ago"),
        (-61, "2 เดือนก่อน", "2 months ago"),
        (-731, "2 ปีก่อน", "2 years ago"),
        (60, "อีก 60 วัน", "in 60 days"),
        # One of the two that there were counted days without end here.
        (61, "อีก 2 เดือน", "in 2 months"),
        (400, "อีก 13 เดือน", "in 13 months"),
    ],
)
def test_a_day_far_away_is_counted_in_months(
    switch: LanguageSwitch, days: int, thai: str, english: str
) -> None:
    day = TODAY + timedelta(days)
    assert DayWords().away(day, TODAY) == thai
    switch.choose(Language.ENGLISH)
    assert DayWords().away(day, TODAY) == english
