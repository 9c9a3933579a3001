"""Every line of the day and every kept draft opens its place, over a real centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.drafts import DraftService
from desktop.services.plans.service import PlanService
from desktop.services.today.records import CODES
from desktop.services.workspace import Workspace
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import LanguageSwitch
from tests.factories import Clock, add_learner, make_workspace
from tests.services.today.arising import ARISING
from tests.ui.centre import features_of, shell_of
from tests.ui.typing import press

LINES = {
    "risk_urgent": "learner.overview",
    "promise": "learner.visits",
    "review_due": "plan",
    "risk": "learner.overview",
    "conflict": "sync",
    "half_typed": "learner.visits",
    "flood_soon": "learners",
    "assessment_open": "learner.hett",
    "paper_expiring": "learner.profile",
    "no_identity": "learner.profile",
    "title_change": "learner.overview",
    "plan_draft": "plan",
    "hett_missing": "learner.hett",
    "silent": "learner.visits",
    "duplicate": "duplicates",
    "retention_due": "settings",
    "consent_due": "learner.profile",
    "partner_ask_again": "partner",
    "partner_mou": "partner",
}
"""The screen, and its tab, that each reason opens."""

DRAFTS = {
    "learner_new": "learner_new",
    "partner_new": "partner_new",
    "import": "import",
    "urgent": "urgent",
    "contact": "learner.visits",
    "consent": "learner.profile",
    "plan_review": "plan",
    "plan_lines": "plan",
}
"""The same of each form that keeps drafts."""


PATIENCE = 30_000
"""Milliseconds that a busy machine may need to read and build a page."""


@pytest.fixture
def clock() -> Clock:
    """The day of the test."""
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A centre whose day the test decides."""
    opened = make_workspace(tmp_path / "centre", clock)
    yield opened
    opened.close()


@pytest.fixture
def jobs() -> Iterator[JobRunner]:
    """Threads as in the program."""
    made = JobRunner()
    yield made
    made.shutdown()


@pytest.fixture
def shell(
    qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch, jobs: JobRunner
) -> Iterator[Shell]:
    """The frame with every screen of the centre; what it reads is read to its end."""
    made = shell_of(workspace, switch, jobs)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.running, timeout=PATIENCE)


def place(shell: Shell) -> str:
    """The screen that is shown and, on a learner's page, the tab; "" while it is read."""
    screen = shell.current
    if isinstance(screen, LearnerScreen):
        return f"{shell.current_key}.{screen.tab}" if screen.page is not None else ""
    return shell.current_key


def open_line(qtbot: QtBot, shell: Shell, code: str) -> None:
    """Choose the line of the day by the keyboard and open it."""
    shell.open("today")
    today = shell.current
    assert isinstance(today, TodayScreen)

    def line() -> str:
        return next((each.line for each in today.lines.lines if each.code == code), "")

    qtbot.waitUntil(lambda: bool(line()), timeout=PATIENCE)
    today.lines.choose(line())
    press(today.lines, Qt.Key.Key_Return)


@pytest.mark.parametrize("code", CODES)
def test_every_line_of_the_day_opens_its_place(
    qtbot: QtBot, shell: Shell, workspace: Workspace, clock: Clock, code: str
) -> None:
    ARISING[code](workspace, clock, add_learner(workspace, village="3"))

    open_line(qtbot, shell, code)

    qtbot.waitUntil(lambda: place(shell) == LINES[code], timeout=PATIENCE)


def _subject(workspace: Workspace, form: str) -> str:
    """Return a subject that a screen keeps such a draft under."""
    learner_id: UUID = add_learner(workspace)
    if form.startswith("plan"):
        plan = PlanService(workspace).start(learner_id)
        return str(plan)
    return {
        "contact": str(learner_id), "consent": f"{learner_id}:photo", "import": "ab" * 32,
    }.get(form, "")  # fmt: skip


def test_every_form_is_tried(workspace: Workspace, switch: LanguageSwitch) -> None:
    assert DRAFTS.keys() == features_of(workspace, switch).drafts.keys()


@pytest.mark.parametrize("form", DRAFTS)
def test_every_kept_draft_opens_its_form(
    qtbot: QtBot, shell: Shell, workspace: Workspace, form: str
) -> None:
    DraftService(workspace).save(form, _subject(workspace, form), {"text": "พบที่บ้าน"})

    open_line(qtbot, shell, "half_typed")

    qtbot.waitUntil(lambda: place(shell) == DRAFTS[form], timeout=PATIENCE)


def test_what_the_role_may_not_open_is_said(
    qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch, jobs: JobRunner
) -> None:
    subjects = {form: _subject(workspace, form) for form in DRAFTS}
    for form, subject in subjects.items():
        DraftService(workspace).save(form, subject, {})
    workspace.user = replace(workspace.user, role="viewer")
    shell = shell_of(workspace, switch, jobs)
    qtbot.addWidget(shell)
    shell.show()

    open_line(qtbot, shell, "half_typed")

    assert "บทบาทของคุณ" in shell.status_line.told
    assert shell.current_key == "today"
    assert not any(shell.features.opens_draft(*each) for each in subjects.items())
