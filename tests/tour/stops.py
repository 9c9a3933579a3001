"""More places to stop at on the tour: what a screen shows only once something was done there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.ui.importing.screen import ImportScreen
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.screens import Screen

# A name for the picture, and how to show it; what takes a job is waited for in between.
Stop = tuple[str, Callable[[], object]]
Stops = Callable[[Screen], list[Stop]]

_SAMPLES = Path(__file__).parents[1] / "samples"
ROSTER = _SAMPLES / "roster-plain-30.csv"
HIDDEN = _SAMPLES / "field" / "17-hidden-rows.xlsx"


def _import(screen: Screen) -> list[Stop]:
    assert isinstance(screen, ImportScreen)
    return [
        ("questions", lambda: screen.read(HIDDEN)),
        ("hidden", lambda: screen.questions_page.hidden_parts.buttons["leave"].click()),
        ("sums", lambda: screen.next_button.click()),
        ("left", lambda: screen.preview_page.chips["left"].click()),
        ("columns", lambda: screen.read(ROSTER)),
        ("rows", lambda: screen.next_button.click()),
        ("row", lambda: screen.preview_page.table.view.selectRow(1)),
        ("typing", lambda: screen.preview_page.type_in("birth")),
        ("done", lambda: screen.next_button.click()),
    ]


def _learners(screen: Screen) -> list[Stop]:
    assert isinstance(screen, LearnersScreen)
    return [
        ("selected", lambda: screen.table.view.selectRow(3)),
        ("several", lambda: screen.table.view.selectAll()),
        ("nobody", lambda: screen.head.search.setText("ไม่มีชื่อนี้")),
    ]


def _plan(screen: Screen) -> list[Stop]:
    assert isinstance(screen, PlanScreen)
    return [("review", screen.steps.review_wanted.emit)]


def _reports(screen: Screen) -> list[Stop]:
    assert isinstance(screen, ReportsScreen)

    def period(code: str) -> None:
        screen.period.set_value(code)
        screen.period.chosen.emit(code)

    tabs: list[Stop] = [
        (f"tab{place + 1}", lambda place=place: screen.tabs.setCurrentIndex(place))  # type: ignore[misc]
        for place in range(1, screen.tabs.count())
    ]
    return [
        *tabs,
        ("export", lambda: screen.paper_wanted.emit("export learners")),
        ("print", lambda: screen.paper_wanted.emit("summary")),
        ("days", lambda: period("days")),
        ("year", lambda: period("2570")),
    ]


STOPS: Mapping[str, Stops] = {
    "import": _import,
    "learners": _learners,
    "plan": _plan,
    "reports": _reports,
}
