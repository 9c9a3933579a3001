"""Answers the learner's page: reads the learner, fills the tabs, carries the header's wishes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.learner.documents import DocumentsTab
from desktop.ui.learner.documents_presenter import DocumentsPresenter
from desktop.ui.learner.edits import EditsTab
from desktop.ui.learner.edits_presenter import EditsPresenter
from desktop.ui.learner.farewell import Farewell
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.hett_presenter import HettPresenter
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.page import TITLES_KEPT, LearnerPage, read_codes, read_page
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.plan_presenter import PlanPresenter
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.profile_presenter import ProfilePresenter
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner.services import LearnerServices
from desktop.ui.learner.visits import VisitsTab
from desktop.ui.learner.visits_presenter import VisitsPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence


class LearnerPresenter(QObject):
    """Keeps the presenters of the tabs that were opened."""

    def __init__(
        self,
        screen: LearnerScreen,
        services: LearnerServices,
        jobs: Jobs,
        today: Callable[[], date] = thai_time.today,
        places: Places | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._today = today
        self._work = LearnerWork(screen, services, jobs)
        self._codes: CodeBook | None = None
        self._tabs: dict[str, QObject] = {}
        self._tab_wanted = ""
        self._stale = False
        self.printing = PrintPresenter(
            screen, screen.done_bar, services.printing, jobs, places, today
        )
        self._work.writes.settled.connect(self._on_settled)
        screen.learner_wanted.connect(self.open)
        screen.tab_built.connect(self._on_tab_built)
        screen.tab_shown.connect(self._on_tab_shown)
        screen.data_changed.connect(self._on_data_changed)
        screen.states.retried.connect(self.reload)
        screen.states.empty.started.connect(lambda: screen.open_requested.emit("learners", None))
        header = screen.header
        header.edit_wanted.connect(lambda: screen.go_to_tab("profile"))
        header.visit_wanted.connect(self._write_visit)
        header.print_wanted.connect(self._print)
        header.missing_chosen.connect(self._on_missing)
        header.conflicts_wanted.connect(lambda: screen.open_requested.emit("sync", None))
        header.twins_wanted.connect(self._open_twins)
        header.farewell_wanted.connect(self._say_farewell)
        header.title_taken.connect(self._take_title)
        header.title_kept.connect(self._keep_title)

    def open(self, learner_id: UUID, tab: str) -> None:
        """Show a learner; `tab` "" stays where one is."""
        if learner_id != self._work.learner_id:
            self._screen.states.show_loading()
        self._work.learner_id = learner_id
        self._tab_wanted = tab
        self.reload()

    def reload(self) -> None:
        """Read the learner again."""
        learner_id = self._work.learner_id
        if learner_id is None:
            return

        def work(_progress: Progress) -> tuple[LearnerPage, CodeBook]:
            codes = self._codes or read_codes(self._services)
            return read_page(self._services, learner_id, self._today()), codes

        def done(answer: tuple[LearnerPage, CodeBook]) -> None:
            page, self._codes = answer
            if page.id != self._work.learner_id:
                return
            if self._work.writes.busy:
                # It may be older than what was typed since, and what is under way still belongs
                # to the page shown: it is read again once all is stored.
                self._stale = True
                return
            self._screen.show_page(page, self._codes)
            wanted, self._tab_wanted = self._tab_wanted, ""
            self._screen.go_to_tab(wanted or self._screen.tab)
            self._screen.take_focus()

        self._jobs.run(work, done, self._on_failed, owner=self._screen, supersedes="learner page")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "learner_unknown":
            self._screen.show_gone()
        else:
            self._screen.states.show_failed(sentence(error))

    def _on_settled(self, stored: bool) -> None:
        # Hidden or closing: the page is read again when it is entered.
        if self._stale or (stored and self._screen.isVisible()):
            self._stale = False
            self.reload()

    def _on_data_changed(self, kinds: frozenset[str]) -> None:
        if "vocabulary_term" in kinds:
            self._codes = None
        if self._screen.page is not None and self._screen.isVisible():
            self.reload()

    def _on_tab_built(self, key: str) -> None:
        tab, work = self._screen.built(key), self._work
        if isinstance(tab, OverviewTab):
            tab.stepped.connect(self._on_step)
            tab.opened.connect(self._on_event)
            tab.urgent.opened.connect(lambda case: self._screen.open_requested.emit("urgent", case))
            tab.urgent.new_wanted.connect(self._open_urgent)
        elif isinstance(tab, ProfileTab):
            self._tabs[key] = ProfilePresenter(tab, work)
            self._connect_papers(tab)
        elif isinstance(tab, HettTab):
            self._tabs[key] = HettPresenter(tab, work)
        elif isinstance(tab, PlanTab):
            self._tabs[key] = PlanPresenter(tab, work)
        elif isinstance(tab, VisitsTab):
            self._tabs[key] = VisitsPresenter(tab, work)
        elif isinstance(tab, DocumentsTab):
            self._tabs[key] = DocumentsPresenter(tab, work)
        elif isinstance(tab, EditsTab):
            self._tabs[key] = EditsPresenter(tab, work)

    def _on_tab_shown(self, key: str) -> None:
        tab = self._screen.built(key)
        if isinstance(tab, OverviewTab):
            self._work.read(self._services.timeline.of, tab.show_events, "timeline")
        if isinstance(tab, VisitsTab):
            tab.begin()
        presenter = self._tabs.get(key)
        load = getattr(presenter, "load", None)
        if load is not None:
            load()

    # Wishes of the header and of the overview

    def _on_step(self, act: str) -> None:
        if act == "visit":
            self._write_visit()
        elif act == "hett":
            self._screen.go_to_tab("hett")
            presenter = self._tabs.get("hett")
            if isinstance(presenter, HettPresenter):
                presenter.start()
        elif act == "consent":
            self._on_missing("consent")
        elif act == "plan" and self._screen.page is not None and self._screen.page.plan:
            self._screen.open_requested.emit("plan", self._screen.page.plan.id)
        else:
            self._screen.go_to_tab("plan")

    def _on_event(self, key: str) -> None:
        kind, _, record = key.partition(":")
        place = {
            "contact": "visits",
            "assessment": "hett",
            "plan": "plan",
            "review": "plan",
            "document": "documents",
        }.get(kind, "profile")
        self._screen.go_to_tab(place)
        tab = self._screen.built(place)
        if isinstance(tab, HettTab):
            tab.choose(UUID(record))

    def _open_urgent(self) -> None:
        self._screen.open_requested.emit("urgent", ("new", self._work.learner_id))

    def _write_visit(self) -> None:
        self._screen.go_to_tab("visits")
        tab = self._screen.built("visits")
        if isinstance(tab, VisitsTab):
            tab.begin()

    def _print(self) -> None:
        page = self._screen.page
        if page is not None and page.plan is not None:
            self.printing.print_plan(page.plan.id, page.detail.row.code)

    def _connect_papers(self, tab: ProfileTab) -> None:
        """Papers about one person: the form of consent, and all that is held of them."""
        printing, screen = self.printing, self._screen

        def about(act: Callable[[UUID, str], None]) -> Callable[[], None]:
            def ask() -> None:
                if screen.page is not None:
                    act(screen.page.id, screen.page.detail.row.code)

            return ask

        tab.consents.paper_wanted.connect(
            about(lambda who, code: printing.print_form("consent", who, code))
        )
        tab.law.paper_wanted.connect(about(printing.print_person))
        tab.law.book_wanted.connect(about(printing.export_person))

    def _on_missing(self, code: str) -> None:
        self._screen.go_to_tab("profile")
        tab = self._screen.built("profile")
        if isinstance(tab, ProfileTab):
            tab.go_to_missing(code)

    def _open_twins(self) -> None:
        self._screen.open_requested.emit("duplicates", self._work.learner_id)

    def _say_farewell(self) -> None:
        page = self._screen.page
        if page is not None:
            farewell = Farewell(self._screen, self._services, self._jobs)
            farewell.ask(page.id, page.detail.row.full_name)

    def _take_title(self, title: str) -> None:
        text = self.tr("เปลี่ยนคำนำหน้าเป็น {title} แล้ว").replace("{title}", title)
        self._work.write(
            lambda learner_id: self._services.learners.edit(learner_id, {"title": title}), undo=text
        )

    def _keep_title(self) -> None:
        def keep(learner_id: UUID) -> None:
            kept = list(self._services.settings.get(TITLES_KEPT, []))
            self._services.settings.set(TITLES_KEPT, [*kept, learner_id.hex])

        self._work.write(keep, told=self.tr("ยังใช้คำนำหน้าเดิม แก้ได้ทุกเมื่อในประวัติ"))
