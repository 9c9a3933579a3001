"""Answers the learner's page: reads the learner, fills the tabs, carries the header's wishes."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.services.all import Services
from desktop.ui.code_book import CodeBook
from desktop.ui.farewell.asking import Farewell
from desktop.ui.jobs import Jobs
from desktop.ui.learner.page import TITLES_KEPT, LearnerPage, read_codes, read_page
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.learner_place import PROFILE, VISITS, LearnerPlace
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence


class LearnerPresenter(QObject):
    """Keeps the presenters of the tabs that were opened."""

    def __init__(
        self,
        screen: LearnerScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self._work = LearnerWork(screen, services, jobs, self.printing)
        self._codes: CodeBook | None = None
        self._tabs: dict[str, TabPresenter] = {}
        self._wanted: LearnerPlace | None = None
        self._work.writes.settled.connect(self._on_settled)
        screen.save_wanted.connect(self.save)
        screen.learner_wanted.connect(self.open)
        screen.tab_wanted.connect(self._build_tab)
        screen.tab_shown.connect(self._on_tab_shown)
        screen.data_changed.connect(self._on_data_changed)
        screen.states.retried.connect(self.reload)
        screen.states.empty.started.connect(lambda: screen.open_requested.emit("learners", None))
        header = screen.header
        header.edit_wanted.connect(lambda: self._go(PROFILE))
        header.visit_wanted.connect(lambda: self._go(VISITS))
        header.print_wanted.connect(self._print)
        header.missing_chosen.connect(lambda code: self._go(PROFILE, code))
        header.conflicts_wanted.connect(lambda: screen.open_requested.emit("sync", None))
        header.twins_wanted.connect(self._open_twins)
        header.farewell_wanted.connect(self._say_farewell)
        header.title_taken.connect(self._take_title)
        header.title_kept.connect(self._keep_title)

    def open(self, place: LearnerPlace) -> None:
        """Show a learner; the tab "" stays where one is."""
        if place.learner_id != self._work.whose:
            self._screen.states.show_loading()
        self._work.whose = place.learner_id
        self._wanted = place
        self.reload()

    def reload(self) -> None:
        """Read the learner again."""
        learner_id = self._work.whose
        if learner_id is None:
            return

        def work(_progress: Progress) -> tuple[LearnerPage, CodeBook]:
            codes = self._codes or read_codes(self._services)
            return read_page(self._services, learner_id, self._services.workspace.today()), codes

        def done(answer: tuple[LearnerPage, CodeBook]) -> None:
            page, self._codes = answer
            # What is under way still belongs to the page shown, and may be newer than this.
            if page.id != self._work.whose or self._work.writes.outdated(self.reload):
                return
            self._screen.show_page(page, self._codes)
            wanted, self._wanted = self._wanted, None
            if wanted is None or not wanted.tab:
                self._screen.tab_shown.emit(self._screen.tab)
            else:
                self._go(wanted.tab, wanted.at)

        self._jobs.run(work, done, self._on_failed, owner=self._screen, supersedes="learner page")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "learner_unknown":
            self._screen.show_gone()
        else:
            self._screen.states.show_failed(sentence(error))

    def save(self) -> None:
        """Store what is half typed, and say whether there was anything."""
        before = self._work.writes.begun
        self._screen.leave()
        something = self._work.writes.begun > before or self._work.writes.busy
        self._screen.told.emit(
            self.tr("บันทึกแล้ว") if something else self.tr("ไม่มีอะไรค้าง เก็บไว้ครบแล้ว")
        )

    def _on_settled(self, stored: bool) -> None:
        # Hidden or closing: the page is read again when it is entered.
        if stored and self._screen.isVisible():
            self.reload()

    def _on_data_changed(self, kinds: frozenset[str]) -> None:
        if "vocabulary_term" in kinds:
            self._codes = None
        if self._screen.page is not None and self._screen.isVisible():
            self.reload()

    def _build_tab(self, key: str) -> None:
        built = self._screen.entries[key].build(self._work)
        self._tabs[key] = built.presenter
        self._screen.put_tab(key, built.tab)

    def _on_tab_shown(self, key: str) -> None:
        self._tabs[key].load()

    # Wishes of the header

    def _go(self, tab: str, at: str = "") -> None:
        self._screen.go_to_tab(tab, at)
        if not at:
            self._screen.begin()

    def _print(self) -> None:
        page = self._screen.page
        if page is not None and page.plan is not None:
            self.printing.print_plan(page.plan.id, page.detail.row.code)

    def _open_twins(self) -> None:
        self._screen.open_requested.emit("duplicates", self._work.whose)

    def _say_farewell(self) -> None:
        page = self._screen.page
        if page is not None:
            farewell = Farewell(self._screen, self._services, self._jobs, self._gone)
            farewell.ask_of_learner(page.id, page.detail.row.full_name)

    def _gone(self) -> None:
        self._screen.show_gone()
        self._screen.open_requested.emit("learners", None)

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
