"""What stands in a fiscal year: on the register, in papers, in exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from desktop.models.dates import fiscal_span, fiscal_year
from desktop.models.people import Learner
from desktop.services.all import Services
from desktop.services.learners.period import of_fiscal_year, period_words
from desktop.services.learners.records import LearnerQuery
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.reports.paper_reader import needs_poppler, poppler_text

REGISTERED = {
    "ก่อนปี": "2024-09-30", "วันแรก": "2024-10-01", "ในเดือน": "2024-10", "วันท้าย": "2025-09-30",
    "หลังปี": "2025-10-01", "ไม่รู้": None,
}  # fmt: skip


@pytest.fixture
def people(workspace: Workspace) -> dict[str, UUID]:
    """Learners by when they came."""
    found = {given: add_learner(workspace, given) for given in REGISTERED}
    with workspace.write() as session:
        for given, day in REGISTERED.items():
            session.get_one(Learner, found[given]).registered_on = day
    return found


def _who(workspace: Workspace, query: LearnerQuery) -> set[str]:
    services = Services(workspace)
    return {row.given for row in services.lists.rows(services.lists.ids(query))}


def test_a_fiscal_year_ends_in_september() -> None:
    assert fiscal_span(2568) == (date(2024, 10, 1), date(2025, 9, 30))
    for day in fiscal_span(2568):
        assert fiscal_year(day) == 2568


def test_people_are_counted_by_when_they_came(
    workspace: Workspace, people: dict[str, UUID]
) -> None:
    by_then = of_fiscal_year(LearnerQuery(), 2568)
    new = of_fiscal_year(LearnerQuery(), 2568, new=True)

    assert _who(workspace, by_then) == {"ก่อนปี", "วันแรก", "ในเดือน", "วันท้าย", "ไม่รู้"}
    assert _who(workspace, new) == {"วันแรก", "ในเดือน", "วันท้าย"}
    tallies = Services(workspace).tallies
    assert tallies.by("status", new).total == 3
    assert tallies.fiscal_years() == (2570, 2569, 2568, 2567)


def test_hett_is_that_of_the_end_of_the_period(
    workspace: Workspace, people: dict[str, UUID]
) -> None:
    services = Services(workspace)
    for on, level in (("1/6/2568", 1), ("1/11/2568", 4)):
        services.hett.rate(services.hett.start(people["วันแรก"], on=on), "E1", level)
    query = of_fiscal_year(LearnerQuery(), 2568)

    [then] = [each for each in services.tallies.hett(query) if each.dimension == "E"]
    [now] = [each for each in services.tallies.hett() if each.dimension == "E"]

    assert (then.mean, now.mean) == (1.0, 4.0)
    assert [point.fiscal_year for point in services.tallies.hett_trend(query)] == [2568]


@pytest.mark.parametrize(
    ("since", "until", "thai", "english"),
    [
        (None, None, "", ""),
        (None, "2025-09-30", "ถึงสิ้นปีงบประมาณ 2568", "to the end of fiscal year 2568"),
        ("2024-10-01", "2025-09-30", "ลงทะเบียนในปีงบประมาณ 2568", "registered in fiscal year 2568"),
        ("2025-01-05", "2025-09-30", "ลงทะเบียน 5/1 – 30/9", "registered 5/1 – 30/9"),
        ("2025-01-05", None, "ลงทะเบียนตั้งแต่ 5/1", "registered since 5/1"),
        (None, "2025-01-05", "ลงทะเบียนถึง 5/1", "registered by 5/1"),
    ],
)
def test_a_period_is_told_in_words(
    since: str | None, until: str | None, thai: str, english: str
) -> None:
    query = LearnerQuery(
        registered_since=date.fromisoformat(since) if since else None,
        registered_until=date.fromisoformat(until) if until else None,
    )

    def day(given: date) -> str:
        return f"{given.day}/{given.month}"

    assert period_words(query, day, english=False) == thai
    assert period_words(query, day, english=True) == english


@needs_poppler
def test_papers_say_which_period_they_tell_of(
    workspace: Workspace, people: dict[str, UUID], tmp_path: Path
) -> None:
    services, query = Services(workspace), of_fiscal_year(LearnerQuery(), 2568)
    summary, register = tmp_path / "summary.pdf", tmp_path / "register.pdf"

    services.printing.summary(summary, query=query)
    services.printing.register(register, query, words="หมู่ 3")

    assert "ถึงสิ้นปีงบประมาณ 2568" in poppler_text(summary)
    assert "หมู่ 3 · ถึงสิ้นปีงบประมาณ 2568" in poppler_text(register)


@pytest.mark.parametrize("what", ["learners", "progress"])
def test_workbooks_hold_the_period_and_say_so(
    workspace: Workspace, people: dict[str, UUID], tmp_path: Path, what: str
) -> None:
    path = tmp_path / "period.xlsx"
    query = of_fiscal_year(LearnerQuery(), 2568, new=True)

    done = Services(workspace).exporting.export(what, path, query)

    assert done.rows == 3
    first = load_workbook(path).worksheets[0]
    told = [str(cell.value) for row in first.iter_rows() for cell in row if cell.value]
    assert any("ลงทะเบียนในปีงบประมาณ 2568" in line for line in told)
