"""Answers the page of a plan: reads it whole, saves each word as it is typed, undoes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.plans.records import PlanLine, PlanQuery
from desktop.services.record_values import add_months
from desktop.services.roles import Right
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import ANSWER, HETT, LEARNER, PROFILE, LearnerPlace
from desktop.ui.plan.outcomes import PlanEvents
from desktop.ui.plan.page import PlanPage, StartPage, gather
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

T = TypeVar("T")
_REVIEW = "plan_review"
_LINES = "plan_lines"
_DUE_MONTHS = 3


class PlanPresenter:
    """Turns what is written into stored words."""

    def __init__(
        self,
        screen: PlanScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._events = PlanEvents()
        self._page: PlanPage | None = None
        self._plan_id: UUID | None = None
        self._learner_id: UUID | None = None
        self._writes = Writes(screen, jobs, services.undo)
        self._refused = False
        self._lines: dict[str, str] = {}
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self.printing.printed = self.reload
        self._connect()

    # Opening

    def open_plan(self, plan_id: UUID) -> None:
        """Show a plan."""
        self._learner_id = None
        self._show(plan_id)

    def open_learner(self, learner_id: UUID) -> None:
        """Show the plan of a learner, or what one can begin from."""
        self._learner_id = learner_id
        services = self._services

        def work() -> tuple[PlanPage, dict[str, str]] | StartPage:
            found = services.plans.current(learner_id)
            if found is not None:
                return self._gather(found)
            learner = services.learners.get(learner_id)
            held = bool(learner.values.get("restricted_on"))
            may_plan = Right.PLAN in services.workspace.rights and not held
            return StartPage(learner, services.plans.templates(), may_plan=may_plan)

        def done(found: tuple[PlanPage, dict[str, str]] | StartPage) -> None:
            if learner_id != self._learner_id:
                return
            if isinstance(found, StartPage):
                self._plan_id = self._page = None
                self._screen.show_start(found)
            else:
                self._turn_to(found[0].plan.id)
                self._opened(*found)

        self._writes.ask(work, done, self._failed)

    def reload(self) -> None:
        """Read the plan again, unless something is still on its way to be stored."""
        if self._plan_id is None or self._writes.busy:
            return
        if self._writes.held or self._refused:
            return  # what was typed stands on the screen only: it must not be read over
        plan_id = self._plan_id
        self._jobs.run(
            lambda _progress: gather(self._services, plan_id),
            self._shown,
            self._failed,
            owner=self._screen,
            supersedes="plan",
        )

    def start(self, template: str = "", copy_of: UUID | None = None) -> None:
        """Begin a plan for the learner."""
        learner_id = self._learner_id
        if learner_id is None:
            return

        def done(plan_id: UUID) -> None:
            if learner_id == self._learner_id:
                self._turn_to(plan_id)
                self._lines = {}

        self._do(
            lambda: self._services.plans.start(learner_id, template=template, copy_of=copy_of),
            done,
            told=self._events.started(),
        )

    def search_others(self, text: str) -> None:
        """Look for plans whose goals could be copied."""

        def work(_progress: object) -> list[PlanLine]:
            if not text.strip():
                return []
            query = PlanQuery(
                search=text, statuses=("draft", "agreed", "active", "reviewed", "closed")
            )
            return self._services.plan_lists.find(query, 8)

        self._jobs.run(work, self._screen.show_others, owner=self._screen, supersedes="copies")

    # Words

    def save(self, name: str, value: object) -> None:
        """Store one field of the plan."""
        plan_id = self._plan_id
        if plan_id is not None:
            self._save(lambda: self._services.plans.save(plan_id, {name: value}))

    def add_goal(self, values: Mapping[str, Any]) -> None:
        """Store a new goal; it is due in three months until someone says otherwise."""
        plan_id = self._plan_id
        if plan_id is None:
            return
        due = add_months(self._services.workspace.today(), _DUE_MONTHS).isoformat()
        given = {"due_on": due, **values}
        self._save(lambda: self._services.plans.add_goal(plan_id, given))

    def edit_goal(self, goal_id: UUID, name: str, value: object) -> None:
        """Store one field of a goal."""
        self._save(lambda: self._services.plans.edit_goal(goal_id, {name: value}))

    def add_action(self, goal_id: UUID | None, text: str) -> None:
        """Store a new action."""
        plan_id = self._plan_id
        if plan_id is not None:
            values: dict[str, Any] = {"text": text}
            if goal_id is not None:
                values["goal_id"] = goal_id
            self._save(lambda: self._services.plans.add_action(plan_id, values))

    def edit_action(self, action_id: UUID, name: str, value: object) -> None:
        """Store one field of an action."""
        self._save(lambda: self._services.plans.edit_action(action_id, {name: value}))

    def enrol(self, action_id: UUID, enrolment_id: UUID, on: bool) -> None:
        """Say that the learner's place in a course carries out an action, or no longer does."""
        values = {"action_id": action_id if on else None}
        self._save(lambda: self._services.enrolments.edit(enrolment_id, values))

    def remove(self, work: Callable[[], None], told: str) -> None:
        """Hide something and offer to undo it."""
        self._do(work, undo=told)

    # The course

    def step(self, status: str, close_reason: str = "") -> None:
        """Take the plan a step on."""
        plan_id = self._plan_id
        if plan_id is None:
            return
        self._screen.document.flush()
        self._do(
            lambda: self._services.plans.set_status(plan_id, status, close_reason=close_reason),
            undo=self._events.step(status),
        )

    def new_version(self) -> None:
        """Begin the next version and show it."""
        plan_id = self._plan_id
        if plan_id is None:
            return

        def work() -> UUID:
            try:
                return self._services.plans.new_version(plan_id)
            except UserError as error:
                if error.code != "plan_open_exists":
                    raise
                return UUID(str(error.values["plan"]))

        self._do(
            work,
            lambda made: self._screen.open_requested.emit("plan", made),
            told=self._events.version(),
        )

    def drop_draft(self) -> None:
        """Hide a draft that was begun by mistake."""
        plan_id = self._plan_id
        if plan_id is None:
            return

        def done(_none: None) -> None:
            self._plan_id = self._page = None
            self._screen.open_requested.emit("plans", None)

        self._do(
            lambda: self._services.plans.hide(plan_id), done, undo=self._events.draft_dropped()
        )

    def begin_review(self, *, only_kept: bool = False) -> None:
        """Open the review form with what was half written; `only_kept`: if anything was."""
        if self._page is None:
            return
        plan_id = self._page.plan.id
        self._screen.document.flush()

        def show(kept: KeptDraft | None) -> None:
            page = self._page
            if page is None or page.plan.id != plan_id or (only_kept and kept is None):
                return
            self._screen.review.begin(page, {} if kept is None else kept.content)
            self._screen.show_review()

        self._writes.ask(lambda: self._services.drafts.load(_REVIEW, str(plan_id)), show)

    def keep_review(self, content: dict[str, Any]) -> None:
        """Keep a review that is half written, or let it go when nothing is any more."""
        if self._page is None:
            return
        about = str(self._page.plan.id)
        self._writes.keep_draft(self._services.drafts, _REVIEW, about, content)

    def review(self, values: Mapping[str, Any], results: Mapping[UUID, Mapping[str, Any]]) -> None:
        """Store a review."""
        plan_id = self._plan_id
        if plan_id is None:
            return

        def work() -> None:
            self._services.plans.review(plan_id, values, results)
            self._services.drafts.discard(_REVIEW, str(plan_id))

        def done(_none: None) -> None:
            self._screen.review.form.stored()
            self._screen.show_plan()

        self._do(work, done, told=self._events.reviewed())

    def sign(self, role: str, values: Mapping[str, Any]) -> None:
        """Note a signature."""
        plan_id = self._plan_id
        if plan_id is None:
            return
        self._screen.document.flush()
        self._do(
            lambda: self._services.plans.sign(plan_id, role, values), told=self._events.signed()
        )

    def keep_line(self, key: str, text: str) -> None:
        """Keep a line that is begun and not finished."""
        if self._plan_id is None:
            return
        self._lines = {name: kept for name, kept in self._lines.items() if name != key}
        if text.strip():
            self._lines[key] = text
        drafts, subject = self._services.drafts, str(self._plan_id)
        self._writes.keep_draft(drafts, _LINES, subject, self._lines)

    # Inside

    def _connect(self) -> None:
        screen, services, events = self._screen, self._services, self._events
        screen.plan_wanted.connect(self.open_plan)
        screen.learner_wanted.connect(self.open_learner)
        screen.refresh_wanted.connect(self.reload)
        screen.retry_wanted.connect(self._writes.retry)
        self._writes.settled.connect(lambda _stored: self.reload())
        document = screen.document
        document.edited.connect(self.save)
        document.goal_added.connect(self.add_goal)
        document.goal_edited.connect(self.edit_goal)
        document.goal_removed.connect(
            lambda known: self.remove(
                lambda: services.plans.remove_goal(known), events.goal_removed()
            )
        )
        document.goal_moved.connect(
            lambda known, to: self._do(lambda: services.plans.move_goal(known, to))
        )
        document.action_added.connect(self.add_action)
        document.action_edited.connect(self.edit_action)
        document.enrolled.connect(self.enrol)
        document.action_removed.connect(
            lambda known: self.remove(
                lambda: services.plans.remove_action(known), events.action_removed()
            )
        )
        document.action_moved.connect(
            lambda known, to: self._do(lambda: services.plans.move_action(known, to))
        )
        document.signed.connect(self.sign)
        document.unsigned.connect(
            lambda known: self.remove(lambda: services.plans.unsign(known), events.unsigned())
        )
        document.drafted.connect(self.keep_line)
        document.assess_wanted.connect(lambda: self._open_learner_page(HETT))
        document.review_wanted.connect(self.begin_review)
        screen.aside.learner_wanted.connect(self._open_learner_page)
        screen.consent_wanted.connect(lambda: self._open_learner_page(PROFILE, f"{ANSWER}:plan"))
        steps = screen.steps
        steps.step_wanted.connect(self.step)
        steps.closed.connect(lambda reason: self.step("closed", reason))
        steps.review_wanted.connect(self.begin_review)
        steps.version_wanted.connect(self.new_version)
        steps.hide_wanted.connect(self.drop_draft)
        steps.print_wanted.connect(self._print)
        screen.review.given.connect(self.review)
        screen.review.form.drafted.connect(self.keep_review)
        screen.review.left.connect(screen.show_plan)
        screen.start.start_wanted.connect(self.start)
        screen.start.copy_wanted.connect(lambda known: self.start(copy_of=known))
        screen.start.search_wanted.connect(self.search_others)

    def _show(self, plan_id: UUID) -> None:
        self._turn_to(plan_id)
        self._writes.ask(
            lambda: self._gather(plan_id), lambda found: self._opened(*found), self._failed
        )

    def _gather(self, plan_id: UUID) -> tuple[PlanPage, dict[str, str]]:
        kept = self._services.drafts.load(_LINES, str(plan_id))
        return gather(self._services, plan_id), dict(kept.content) if kept is not None else {}

    def _opened(self, page: PlanPage, lines: dict[str, str]) -> None:
        if page.plan.id == self._plan_id:
            self._lines = lines
            self._shown(page)

    def _turn_to(self, plan_id: UUID) -> None:
        if plan_id != self._plan_id:
            self._page = None
            self._refused = False
        self._plan_id = plan_id

    def _shown(self, page: PlanPage) -> None:
        if page.plan.id != self._plan_id or self._writes.busy:
            return
        first = self._page is None
        self._page = page
        self._screen.show_page(page)
        if first and self._lines:
            self._screen.document.show_drafts(self._lines)
        self._screen.settle()
        if self._screen.goes_on_reviewing:
            self._screen.goes_on_reviewing = False
            if page.running:
                self.begin_review(only_kept=True)

    def _print(self) -> None:
        if self._page is not None:
            self._screen.document.flush()
            plan = self._page.plan
            self.printing.print_plan(plan.id, plan.learner.code)

    def _open_learner_page(self, tab: str = "", at: str = "") -> None:
        """Without a tab it is opened where one last was."""
        if self._page is not None:
            learner = self._page.plan.learner.id
            where = LearnerPlace(learner, tab, at) if tab else learner
            self._screen.open_requested.emit(LEARNER, where)

    def _do(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        def failed(error: Exception) -> None:
            self._screen.show_not_saved(sentence(error), again=False)

        self._writes.do(act, done, failed, undo=undo, told=told)

    def _save(self, act: Callable[[], object]) -> None:
        def stored(_result: object) -> None:
            self._refused = False

        def failed(error: Exception) -> None:
            self._refused = isinstance(error, UserError)
            self._screen.show_not_saved(sentence(error), again=self._writes.held)

        self._writes.save(act, stored, failed)

    def _failed(self, error: Exception) -> None:
        self._screen.show_failed(sentence(error))
