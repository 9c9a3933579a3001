"""The time that a question about learners covers, in words: a fiscal year, or day to day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop.models.dates import fiscal_span, fiscal_year
from desktop.services.learners.records import LearnerQuery


def of_fiscal_year(query: LearnerQuery, year: int, *, new: bool = False) -> LearnerQuery:
    """Ask for those on the register by the end of a fiscal year (พ.ศ.), or only the new ones."""
    first, last = fiscal_span(year)
    return replace(query, registered_since=first if new else None, registered_until=last)


def period_words(query: LearnerQuery, day: Callable[[date], str], *, english: bool) -> str:
    """`ถึงสิ้นปีงบประมาณ 2569`, `ลงทะเบียนในปีงบประมาณ 2569`, or the days; "" for all time."""
    since, until = query.registered_since, query.registered_until
    year = fiscal_year(until) if until is not None else 0
    first, last = fiscal_span(year) if until is not None else (None, None)
    if until is not None and until == last and since in (None, first):
        if english:
            words = "to the end of fiscal year" if since is None else "registered in fiscal year"
        else:
            words = "ถึงสิ้นปีงบประมาณ" if since is None else "ลงทะเบียนในปีงบประมาณ"
        return f"{words} {year}"
    if since is not None and until is not None:
        return f"{'registered' if english else 'ลงทะเบียน'} {day(since)} – {day(until)}"
    if since is not None:
        return f"{'registered since' if english else 'ลงทะเบียนตั้งแต่'} {day(since)}"
    if until is not None:
        return f"{'registered by' if english else 'ลงทะเบียนถึง'} {day(until)}"
    return ""
