"""Every line of the day and every kept draft opens its place, over a real centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.drafts import DraftService
from desktop.services.plans.service import PlanService
from desktop.services.today.records import CODES
from desktop.services.workspace import Workspace
from desktop.ui.importing.opening import draft_of
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.keyboard import InView
from tests.factories import Clock, add_learner
from tests.matching import MATCH_DAY, proposed
from tests.services.attendance.made import course, enrol, meeting
from tests.services.today.arising import ARISING
from tests.subjects import EXAMPLES
from tests.ui.centre import features_of, shell_of
from tests.ui.typing import press

Focus = Callable[[Shell], QWidget]


def on_tab(key: str, part: Callable[[Any], QWidget]) -> tuple[str, Focus]:
    """A tab of a learner's page, and the part of it where the keyboard is."""

    def focus(shell: Shell) -> QWidget:
        assert isinstance(shell.current, LearnerScreen)
        return part(shell.current.built(key))

    return f"learner.{key}", focus


def on_screen(key: str, part: Callable[[Any], QWidget]) -> tuple[str, Focus]:
    """A screen, and the part of it where the keyboard is."""
    return key, lambda shell: part(shell.current)


def title_line(shell: Shell) -> QWidget:
    """The head of a learner's page, where a title is proposed."""
    assert isinstance(shell.current, LearnerScreen)
    return shell.current.header


CASH_BOOK = on_screen("cash_book", lambda book: book.form.field("amount"))
GOODS = on_screen("goods", lambda goods: goods.form.field("item"))
LINES = {
    "risk_urgent": on_tab("overview", lambda tab: tab.step_button),
    "promise": on_tab("visits", lambda tab: tab.form),
    "review_due": on_screen("plan", lambda plan: plan.steps.next_button),
    "risk": on_tab("overview", lambda tab: next(iter(tab.risks.clear_buttons.values()))),
    "conflict": on_screen("sync", lambda sync: sync.conflicts.records),
    "half_typed": on_tab("visits", lambda tab: tab.form),
    "flood_soon": on_screen("learners", lambda learners: learners.head.search),
    "assessment_open": on_tab("hett", lambda tab: tab.rating),
    "paper_expiring": on_tab("profile", lambda tab: tab.papers),
    "no_identity": on_tab("profile", lambda tab: tab.papers),
    "title_change": ("learner.overview", title_line),
    "plan_draft": on_screen("plan", lambda plan: plan.steps.next_button),
    "hett_missing": on_tab("hett", lambda tab: tab.empty.button),
    "silent": on_tab("visits", lambda tab: tab.form),
    "duplicate": on_screen("duplicates", lambda pairs: pairs.table.view),
    "retention_due": on_screen("settings", lambda settings: settings.page("retention").table.view),
    "hub_plain": on_screen("sync", lambda sync: sync.status.send_button),
    **dict.fromkeys(
        ("urgent_try", "urgent_hours"), on_screen("urgent", lambda urgent: urgent.table.view)
    ),
    "consent_due": on_tab("profile", lambda tab: tab.consents.rows["plan"].ask),
    **{
        code: on_screen(each.kind, lambda page: page.form) for each in EXAMPLES for code in each.day
    },
    **dict.fromkeys(
        (
            "referral_ask_again",
            "referral_try",
            "referral_waiting",
            "referral_declined",
            "referral_check",
            "referral_consent",
        ),
        on_screen("referral", lambda page: page.step if page.step.offers else page.form),
    ),
    **dict.fromkeys(
        ("session_today", "register_untaken"),
        on_screen("register", lambda screen: screen.table.view),
    ),
    **dict.fromkeys(("absent_in_a_row", "attendance_low"), on_tab("visits", lambda tab: tab.form)),
    "kpc_near": on_tab("learning", lambda tab: tab),
    "referral_reply_waiting": on_screen("referral_reply", lambda screen: screen.form),
    **dict.fromkeys(("fund_below_zero", "fund_count", "fund_month"), CASH_BOOK),
    **{code: on_screen("match", lambda page: page.moves_card) for code in MATCH_DAY},
}
"""By reason: the screen that opens, with its tab, and what then has the keyboard."""

DRAFTS = {
    "learner_new": on_screen("learner_new", lambda screen: screen.form),
    **{
        f"{each.kind}_new": on_screen(f"{each.kind}_new", lambda screen: screen.form)
        for each in EXAMPLES
    },
    **{
        f"{each.kind}_move": on_screen(
            each.kind, lambda page: page.moves_card.form or page.moves_card
        )
        for each in EXAMPLES
    },
    "cash_book": CASH_BOOK,
    draft_of("cash_book"): CASH_BOOK,
    draft_of("goods"): GOODS,
    "goods": GOODS,
    **{
        draft_of(book): on_screen(book, lambda screen: screen.head.search)
        for book in (each.listed for each in EXAMPLES)
    },
    draft_of("plans"): on_screen("import", lambda wizard: wizard.choose_page.area.choose),
    "referral_reply": on_screen("referral_reply", lambda screen: screen.form),
    "enrolment_move": on_screen("enrolment", lambda page: page.moves_card.form or page.moves_card),
    "session_move": on_screen("session", lambda page: page.moves_card.form or page.moves_card),
    "match_move": on_screen("match", lambda page: page.moves_card.form or page.moves_card),
    "import": on_screen("import", lambda wizard: wizard.choose_page.area.choose),
    "lead_import": on_screen("lead_import", lambda wizard: wizard.choose_page.area.choose),
    "urgent": on_screen("urgent", lambda urgent: urgent.form),
    draft_of("duty"): on_screen("duty", lambda duty: duty.rows[0].window()),
    "contact": on_tab("visits", lambda tab: tab.form),
    "risk": on_tab("overview", lambda tab: tab.risks.form),
    "consent": on_tab("profile", lambda tab: tab.consents.rows["photo"].form),
    "plan_review": on_screen("plan", lambda plan: plan.review),
    "plan_lines": on_screen("plan", lambda plan: plan.document.new_goal),
    "urgent_note": on_screen("urgent", lambda urgent: urgent.card.note),
    "rectification": on_tab("profile", lambda tab: tab.law.form),
    "person_consent": on_screen("person", lambda person: person.consents.form),
    "person_rectification": on_screen("person", lambda person: person.law.form),
}
"""The same of each form that keeps drafts."""

CONTENTS: dict[str, dict[str, Any]] = {
    "contact": {"text": "พบที่บ้าน"},
    "plan_lines": {"goal": "อ่านออก"},
    "match_move": {"agree": {"how": "phone"}},
    "enrolment_move": {"leave": {"note": "ย้ายบ้าน"}},
    "session_move": {"cancel": {"note": "น้ำขึ้น"}},
    "urgent_note": {"note": "คุยกับบ้านพักเด็กแล้ว"},
    **{f"{each.kind}_move": {each.moves[0][0]: {"note": "โทรคุยแล้ว"}} for each in EXAMPLES},
}
"""What is kept of a form whose place depends on it."""

PATIENCE = 30_000
"""Milliseconds that a busy machine may need to read and build a page."""


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
    InView(made)  # as the window does
    made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.running, timeout=PATIENCE)


def place(shell: Shell) -> str:
    """The screen that is shown and, on a learner's page, the tab; "" while it is read."""
    screen = shell.current
    if isinstance(screen, LearnerScreen):
        return f"{shell.current_key}.{screen.tab}" if screen.page is not None else ""
    return shell.current_key


def wait_for(qtbot: QtBot, shell: Shell, wanted: tuple[str, Focus]) -> None:
    """Wait until a place is open, at its top, with the keyboard to what is to be done first."""
    screen, focus = wanted

    def there() -> None:
        assert place(shell) == screen
        focused, part = shell.focusWidget(), focus(shell)
        assert focused is not None
        assert focused is part or part.isAncestorOf(focused), focused
        assert not focused.visibleRegion().isEmpty()
        assert shell.current is not None
        assert shell.current.mapTo(shell, QPoint()).y() >= shell.top_bar.height()

    qtbot.waitUntil(there, timeout=PATIENCE)


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

    wait_for(qtbot, shell, LINES[code])


def _subject(workspace: Workspace, form: str) -> str:
    """Return a subject that a screen keeps such a draft under."""
    learner_id: UUID = add_learner(workspace)
    if form.startswith("plan"):
        plan = PlanService(workspace).start(learner_id)
        return str(plan)
    if form == "urgent_note":
        case = {"person_note": "เด็กหญิง", "case_kind": "harmed"}
        return str(Services(workspace).urgent.open(case))
    if form == "enrolment_move":
        return str(enrol(workspace, course(workspace), name="แดง"))
    if form == "session_move":
        return str(meeting(Services(workspace), course(workspace)))
    if form == "match_move":
        return str(proposed(Services(workspace)))
    for each in EXAMPLES:
        if form == f"{each.kind}_move":
            return str(each.add(Services(workspace), "ดอกแก้ว", {}))
    if form.startswith("person"):
        return str(Services(workspace).persons.add({"given": "คำแปง"}))
    if form in ("cash_book", "goods", draft_of("cash_book"), draft_of("goods")):
        funds = Services(workspace).funds
        fund = funds.add({"name": "กองทุนน้ำใจ"})
        funds.move(fund, "open")
        return fund.hex
    return {
        "contact": str(learner_id), "risk": str(learner_id), "import": "ab" * 32,
        "lead_import": "cd" * 32,
        "consent": f"{learner_id}:photo",
        "rectification": str(learner_id),
    }.get(form, "")  # fmt: skip


def test_every_form_is_tried(workspace: Workspace, switch: LanguageSwitch) -> None:
    assert DRAFTS.keys() == features_of(workspace, switch).drafts.keys()


@pytest.mark.parametrize("form", DRAFTS)
def test_every_kept_draft_opens_its_form(
    qtbot: QtBot, shell: Shell, workspace: Workspace, form: str
) -> None:
    DraftService(workspace).save(form, _subject(workspace, form), CONTENTS.get(form, {}))

    open_line(qtbot, shell, "half_typed")

    wait_for(qtbot, shell, DRAFTS[form])


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
