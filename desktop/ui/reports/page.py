"""Everything that the reports show, gathered in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.records import HettTally, Tally, TallyTable, TrendPoint
from desktop.ui.code_book import CodeBook

NAMES = ("village", "status", "group", "reason", "sex", "age_band", "plan")


@dataclass(frozen=True)
class ReportsPage:
    """All counts of one question."""

    hidden: bool
    tallies: Mapping[str, Tally]
    table: TallyTable
    hett: tuple[HettTally, ...]
    by_village: Mapping[str, tuple[HettTally, ...]]
    trend: tuple[TrendPoint, ...]
    villages: Mapping[str, str]
    years: tuple[int, ...]
    codes: CodeBook

    @property
    def people(self) -> int:
        """How many were looked at."""
        return self.tallies["village"].total


def gather(services: Services, within: LearnerQuery, *, hidden: bool) -> ReportsPage:
    """Read every count."""
    count, centre = services.tallies, services.centre
    return ReportsPage(
        hidden=hidden,
        tallies={name: count.by(name, within, hidden=hidden) for name in NAMES},
        table=count.table("village", "status", within, hidden=hidden),
        hett=tuple(count.hett(within, hidden=hidden)),
        by_village=dict(count.hett_by_village(within, hidden=hidden)),
        trend=tuple(count.hett_trend(within)),
        villages={each.moo: each.name for each in centre.villages()},
        years=count.fiscal_years(),
        codes=CodeBook(centre.own_words()),
    )
