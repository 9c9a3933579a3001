"""Whoever types on without a pause is kept up with: asked of every text field of every screen.

Each screen of a centre is opened and each of its text fields typed in, key after key. What a field
stores, or its form keeps, must be on its way before the person pauses, and no timer may begin anew
with a key but `TypingPause`. A field that keeps nothing is named here with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.documents.service import DocumentService
from desktop.services.drafts import DraftService
from desktop.services.hett.service import HettService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.workbooks import BOOKS
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from desktop.ui.forms.record_list import RecordList
from desktop.ui.funds.words import BookPlace
from desktop.ui.importing.opening import draft_of
from desktop.ui.jobs import WRITES, Job, Work
from desktop.ui.learner.consent_row import ConsentRow
from desktop.ui.learner.documents import DocumentsTab
from desktop.ui.learner.private_card import PrivateCard
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import LanguageSwitch
from desktop.ui.urgent.detail import CaseCard
from desktop.ui.widgets import typing_pause
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.text_fields import PasscodeField, SearchBox
from desktop.ui.widgets.typing_pause import TypingPause
from tests.factories import add_learner
from tests.matching import agreed
from tests.subjects import EXAMPLES
from tests.ui.centre import features_of, shell_of
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press, type_text

Field = QLineEdit | QPlainTextEdit | QTextEdit
T = TypeVar("T")

PROMISED = 40
"""Milliseconds for what is promised within `AT_MOST_MILLISECONDS`, so that this takes no hour."""
PATIENCE = 1_500
"""Milliseconds after which a field keeps nothing, on however slow a machine."""
ROUNDS = 3
"""How often each field is typed in at the least; one that is known to keep nothing, no oftener."""

KEPT_BY_A_BUTTON = {
    "AskingBar": "one reason, or one amount, beside the button of what is to be done",
    "AreaPicker": "finds a tambon in a list",
    "AuditPage": "asks for entries of some days",
    "ContactsCard": "somebody to ask, whom one has just been told of",
    "EnrolCard": "an address and a code from a letter, of no use without the answer",
    "FarewellCard": "destroying somebody is not gone on with some other day",
    "HettPage": "one new name beside the button that adds it",
    "MeetingsCard": "days of a series, written down at once by their button",
    "NearPane": "an address to go to",
    "OwnRightsCard": "one line beside the button that it belongs to",
    "PapersCard": "what stands on a paper that is held in the hand, beside its button",
    "PeopleCard": "a name beside the key that takes it into the course",
    "RegisterScreen": "a name beside the key that takes it down",
    "ShiftCard": "a day, why, and one line beside the button that moves a meeting there",
    "SignatureLine": "names beside the button that notes a signature, which is held in the hand",
    "UsersPage": "somebody new, with a passcode that is never kept half typed",
    "VillagesPage": "one new number or name beside its button",
    "WalkScreen": "a row of a paper that is held in the hand, beside its button",
    "WordsPage": "one new word beside the button that adds it",
}
"""Fields that keep nothing before their button is pressed, by whose they are."""

SCREENS: dict[str, set[str]] = {
    "learner": {"contact", "risk", "consent", "rectification"},
    "learner_new": {"learner_new"},
    "person": {"person_consent", "person_rectification"},
    **{each.kind: {f"{each.kind}_move"} for each in EXAMPLES},
    **{f"{each.kind}_new": {f"{each.kind}_new"} for each in EXAMPLES},
    "cash_book": {"cash_book"},
    "goods": {"goods"},
    "match": {"match_move"},
    "session": {"session_move"},
    "enrolment": {"enrolment_move"},
    "plan": {"plan_review", "plan_lines"},
    "referral_reply": {"referral_reply"},
    "urgent": {"urgent", "urgent_note"},
    "settings": set(),
    "": set(),
}
"""Screens looked at alone, "" the others together, and the drafts that typing keeps there."""


ALREADY = {*SCREENS, "learner_plan"}
"""What is not among the others; a learner's plan leads to the plan."""


class NotingJobs(InlineJobRunner):
    """Counts what is to be stored."""

    stored = 0

    def run(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        **options: object,
    ) -> Job:
        self.stored += options.get("lane") == WRITES
        return super().run(work, on_done, on_error, on_cancelled, **options)  # type: ignore[arg-type]


class Centre:
    """The frame over a centre that has something on every screen."""

    def __init__(self, workspace: Workspace, switch: LanguageSwitch) -> None:
        self.jobs = NotingJobs()
        who = add_learner(workspace, village="3")
        plan = PlanService(workspace).start(who)
        case = UrgentService(workspace).open({"person_note": "ก", "case_kind": "harmed"})
        user = workspace.user.user_id
        Services(workspace).duty.set(workspace.today(), "night", {"user_id": user})
        HettService(workspace).start(who)
        person = Services(workspace).persons.add({"given": "คำแปง"})
        funds = Services(workspace).funds
        fund = funds.add({"name": "กองทุนน้ำใจ"})
        funds.move(fund, "open")
        DocumentService(workspace).add(who, b"%PDF-1.4 ", {"file_name": "ก.pdf"})
        self.arguments: dict[str, object] = {
            "learner": who, "plan": plan, "learner_plan": who, "urgent": case, "person": person,
            "match": agreed(Services(workspace)),
            **{each.kind: each.add(Services(workspace), "ดอกแก้ว", {}) for each in EXAMPLES},
        }  # fmt: skip
        services = Services(workspace)
        course = services.courses.add({"name": "จักสาน"})
        meeting = services.sessions.add({"course_id": course, "on": workspace.today().isoformat()})
        self.arguments |= dict.fromkeys(("session", "register"), meeting)
        self.arguments["course_register"] = course
        self.arguments["enrolment"] = services.enrolments.enrol(course, [who]).enrolled[0]
        self.arguments |= dict.fromkeys(("cash_book", "goods"), BookPlace(fund))
        self.shell: Shell = shell_of(workspace, switch, self.jobs)
        self.shell.show()

    def stops(self, keys: list[str]) -> Iterator[str]:
        """Open these screens, and all that they show to the tour; fields lie open at each stop."""
        for key in keys:
            self.shell.open(key, self.arguments.get(key))
            self.settle()
            yield key
            for name, act in self.shell.screen_of(key).tour():
                act()
                self.settle()
                yield f"{key}.{name}"

    def settle(self) -> None:
        """Let the screen be shown, with its forms unfolded."""
        QApplication.processEvents()
        for row in self.shell.findChildren(ConsentRow):
            row.ask.click()
        for cards in self.shell.findChildren(RecordList):
            if not cards.items:
                cards.add_button.click()
        for card in self.shell.findChildren(PrivateCard):
            card.asked.emit()
        for tab in self.shell.findChildren(DocumentsTab):
            if tab.rows:
                tab.choose(tab.rows[0].line)
        for case in self.shell.findChildren(CaseCard):
            if case.isVisible() and not case.reading:
                case.read_wanted.emit()
        QApplication.processEvents()

    def fields(self) -> list[Field]:
        """Every field seen that takes a text, and is not there to search, for a day or a secret."""
        found: list[Field] = []
        for window in QApplication.topLevelWidgets():
            for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
                found += window.findChildren(kind)
        return [
            each
            for each in found
            if each.isVisible()
            and each.isEnabled()
            and not each.isReadOnly()
            and not isinstance(each, SearchBox | PasscodeField)
            # A day is kept once it can be read.
            and not isinstance(each.parentWidget(), ThaiDateField)
        ]


def owner(field: QWidget) -> str:
    """The class of the part of a screen that a field belongs to."""
    part = field.parentWidget()
    while part is not None:
        module = type(part).__module__
        shared = module.startswith(("desktop.ui.widgets", "desktop.ui.forms"))
        if module.startswith("desktop.ui.") and not shared:
            return type(part).__name__
        part = part.parentWidget()
    return ""


def begun_anew(field: Field, act: Callable[[], None]) -> set[str]:
    """Which single-shot timers a key begins anew, by their parents' classes."""
    timers = [
        timer
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
        if timer.isSingleShot() and timer.isActive() and not isinstance(timer, TypingPause)
    ]
    before = [timer.remainingTime() for timer in timers]
    act()
    return {
        type(timer.parent()).__name__
        for timer, left in zip(timers, before, strict=True)
        if shiboken6.isValid(timer) and timer.isActive() and timer.remainingTime() > left
    }


def typed_until_kept(field: Field, jobs: NotingJobs, patience: int) -> tuple[bool, set[str]]:
    """Type on and on; tell whether something was kept meanwhile, and which timers began anew."""
    before, anew = jobs.stored, set[str]()
    gone = QElapsedTimer()
    gone.start()
    # A number of two digits is one that every field takes: a height of twelve is none.
    type_text(field, "5")
    rounds = 0
    while (
        jobs.stored == before
        and (rounds < ROUNDS or gone.elapsed() < patience)
        and shiboken6.isValid(field)
    ):
        rounds += 1
        anew |= begun_anew(field, lambda: type_text(field, "5"))
        QApplication.processEvents()
        anew |= begun_anew(field, lambda: press(field, Qt.Key.Key_Backspace))
        QApplication.processEvents()
    return jobs.stored > before, anew


@pytest.mark.long
@pytest.mark.parametrize("screen", SCREENS)
def test_every_field_is_kept_while_its_person_still_types(
    qtbot: QtBot,
    workspace: Workspace,
    switch: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
) -> None:
    # Pauses are as long as ever: nothing is kept because a slow machine types slowly.
    monkeypatch.setattr(typing_pause, "AT_MOST_MILLISECONDS", PROMISED)
    forms: set[str] = set()
    real = DraftService.save

    def save(self: DraftService, form: str, subject: str, content: dict[str, object]) -> None:
        forms.add(form)
        real(self, form, subject, content)

    monkeypatch.setattr(DraftService, "save", save)
    centre = Centre(workspace, switch)
    qtbot.addWidget(centre.shell)
    keys = [screen] if screen else [key for key in centre.shell.entries if key not in ALREADY]
    seen: set[tuple[str, str]] = set()
    lost: set[str] = set()
    anew: set[str] = set()
    for stop in centre.stops(keys):
        for field in centre.fields():
            mine = owner(field) if shiboken6.isValid(field) else ""
            if not mine or (mine, field.accessibleName()) in seen:
                continue
            seen.add((mine, field.accessibleName()))
            patience = 0 if mine in KEPT_BY_A_BUTTON else PATIENCE
            kept, timers = typed_until_kept(field, centre.jobs, patience)
            anew |= {f"{each}, by {mine}" for each in timers}
            if not kept and mine not in KEPT_BY_A_BUTTON:
                lost.add(f"{stop}: {mine} {field.accessibleName()}")
        for dialog in QApplication.topLevelWidgets():
            if dialog is not centre.shell and dialog.isVisible():
                dialog.close()
    assert lost == set()
    assert anew == set()
    assert forms == SCREENS[screen]


def test_every_form_that_is_kept_says_where_it_is_gone_on_with(
    workspace: Workspace, switch: LanguageSwitch
) -> None:
    kept = {form for forms in SCREENS.values() for form in forms}
    # What was decided about the rows of a file is chosen, not typed.
    decided = {"import", "lead_import", *map(draft_of, BOOKS)}
    assert set(features_of(workspace, switch).drafts) == kept | decided
