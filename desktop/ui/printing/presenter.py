"""Answers every screen that prints: opens the dialog, makes the file, tells where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.errors import TambonError, UserError
from desktop.progress import Progress
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.printing import Printed
from desktop.services.roles import Right
from desktop.services.rosters.exporting import Exported
from desktop.services.rosters.workbooks import EXPORTS
from desktop.ui.file_asking import documents_folder
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.export_dialog import ExportDialog, ExportWish
from desktop.ui.printing.outcomes import Made, PrintWords
from desktop.ui.printing.papers import (
    FORMS,
    PLAN,
    PLANS,
    REGISTER,
    SUMMARY,
    WHOLE_RECORD,
    Paper,
)
from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.printing.preview import PreviewDialog
from desktop.ui.printing.wish import (
    FOLDER,
    REMEMBERED,
    PrintWish,
    free_name,
    options_from,
    remembered,
    with_ending,
)
from desktop.ui.translation import Language, language
from desktop.ui.wording import sentence

T = TypeVar("T")
Writing = Callable[[Path, PaperOptions], int]
LongWriting = Callable[[Path, PaperOptions, Progress], int]
"""Writes a paper, and returns its pages."""


class PrintPresenter:
    """Prints for one screen. `dialog` is the one that is open, None without."""

    def __init__(
        self,
        host: QWidget,
        bar: DoneBar,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        self.export_dialog: ExportDialog | None = None
        self._host = host
        self._bar = bar
        self._services = services
        self._today = services.workspace.today
        self._jobs = jobs
        self._places: Places = places or SystemPlaces()
        self._words = PrintWords()
        self._bar.use(self._places, self.look)
        self.dialog: PrintDialog | None = None
        self.preview: PreviewDialog | None = None
        self.printed: Callable[[], None] | None = None

    def look(self, path: Path) -> None:
        """Show a paper that was made, from where it can be printed."""
        self.preview = preview = PreviewDialog(path, self._jobs, self._places, self._host)
        preview.told.connect(lambda text: self._bar.say_done(text, path))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def print_plan(self, plan_id: UUID, code: str) -> None:
        """Ask how, then print one plan."""
        service = self._services.printing

        def work(wish: PrintWish, _progress: Progress) -> Made:
            return _one(service.plan(plan_id, wish.target, wish.options))

        self._ask(PLAN, work, code)

    def print_plans(self, selected: Sequence[UUID] = ()) -> None:
        """Ask which and how, then print the plans of many learners."""

        def work(wish: PrintWish, progress: Progress) -> Made:
            return self._many(wish, progress, selected)

        self._ask(PLANS, work, selected=len(selected))

    def print_register(self, query: LearnerQuery, words: str = "") -> None:
        """Ask how, then print the register of the learners that a query finds."""
        service = self._services.printing

        def work(wish: PrintWish, _progress: Progress) -> Made:
            return _one(service.register(wish.target, query, wish.options, words))

        self._ask(REGISTER, work)

    def print_summary(self, query: LearnerQuery) -> None:
        """Ask how, then print the summary of the tambon."""
        service = self._services.printing

        def work(wish: PrintWish, _progress: Progress) -> Made:
            return _one(service.summary(wish.target, wish.options, query))

        self._ask(SUMMARY, work)

    def print_form(self, name: str, learner_id: UUID | None = None, code: str = "") -> None:
        """Ask how, then print a form for the pen, blank or its head filled for a learner."""
        service = self._services.printing

        def work(wish: PrintWish, _progress: Progress) -> Made:
            return _one(service.form(name, wish.target, wish.options, learner_id))

        self._ask(FORMS[name], work, code)

    def print_list(self, paper: Paper, work: Writing) -> None:
        """Ask how, then print a paper of any subject; `work` writes it and returns its pages."""
        self.print_lists(paper, lambda path, looks, _told: work(path, looks))

    def print_lists(self, paper: Paper, work: LongWriting) -> None:
        """Ask how, then print several of any subject into one file; `work` tells how far it is."""
        self._ask(
            paper,
            lambda wish, told: Made(wish.target, 1, 0, work(wish.target, wish.options, told)),
        )

    def print_by(self, paper: Paper, writing: Callable[[Services], Writing]) -> None:
        """Ask how, then print a paper of any subject, by what a service writes."""
        self.print_list(paper, writing(self._services))

    def print_person(self, learner_id: UUID, code: str) -> None:
        """Ask how, then print all that is held of a person."""
        service = self._services.person_records

        def work(wish: PrintWish, _progress: Progress) -> Made:
            made = service.write_pdf(learner_id, wish.target, wish.options)
            return Made(made.path, 1, 0, made.pages or 0)

        self._ask(WHOLE_RECORD, work, code)

    def export_person(self, learner_id: UUID, code: str) -> None:
        """Ask where, then write all that is held of a person as a workbook."""
        english = language() is Language.ENGLISH

        def work(target: Path, _progress: Progress) -> Exported:
            written = self._services.person_records.write_xlsx(learner_id, target, english=english)
            return Exported(target, written.rows or 0)

        self._ask_workbook(self._words.file_name(WHOLE_RECORD.name(), self._today(), code), work)

    def export(self, what: str, query: object = None) -> None:
        """Ask of a list of `EXPORTS` what it is to hold, then where, and write the workbook.

        Args:
            query: which records, of the kind that the export asks with; all without one.
        """
        if what != "learners":
            self._export(what, query, ExportWish())
            return
        self.export_dialog = dialog = ExportDialog(self._host)
        dialog.chosen.connect(lambda wish: self._export(what, query, wish))
        dialog.open()

    def _export(self, what: str, query: object, wish: ExportWish) -> None:
        english = language() is Language.ENGLISH

        def work(target: Path, progress: Progress) -> Exported:
            return self._services.exporting.export(
                what, target, query, english=english,
                columns=wish.columns, numbers=wish.numbers, progress=progress,
            )  # fmt: skip

        title = EXPORTS[what].title(language().value)
        self._ask_workbook(self._words.file_name(title, self._today()), work)

    def export_roster(self) -> None:
        """Ask where, then write courses and their people for another learning system."""
        self._ask_target(
            self._words.file_name("OneRoster", self._today()),
            self._words.package_kinds(),
            (".zip",),
            lambda target, _progress: self._services.oneroster.write(target),
            self._words.roster,
        )

    def _ask_workbook(self, name: str, work: Callable[[Path, Progress], Exported]) -> None:
        kinds = self._words.workbook_kinds()
        self._ask_target(name, kinds, (".xlsx", ".csv"), work, self._words.exported)

    def _ask_target(
        self,
        name: str,
        kinds: str,
        endings: tuple[str, ...],
        work: Callable[[Path, Progress], T],
        told: Callable[[T], str],
    ) -> None:
        """Ask where a file is to go, remember the folder, write it, and tell what it came to."""

        def ask(folder: Path) -> None:
            suggested = free_name(folder, name, endings[0])
            path = self._places.ask_file(self._host, self._words.where(), suggested, kinds)
            if path is not None:
                write(with_ending(path, *endings))

        def write(target: Path) -> None:
            self._make(
                lambda: self._services.settings.set(FOLDER, str(target.parent)),
                lambda progress: work(target, progress),
                lambda made: self._bar.say_done(told(made), target),
                self._words.exporting(),
            )

        self._jobs.run(lambda _progress: self._folder(), ask, owner=self._host)

    def _ask(
        self,
        paper: Paper,
        work: Callable[[PrintWish, Progress], Made],
        more: str = "",
        selected: int = 0,
    ) -> None:
        name = self._words.file_name(paper.name(), self._today(), more)

        def read(_progress: Progress) -> tuple[dict[str, Any], Path, tuple[VillageLine, ...]]:
            villages = self._services.centre.villages() if "many" in paper.asks else ()
            return self._services.settings.get(REMEMBERED, {}), self._folder(), villages

        def show(found: tuple[dict[str, Any], Path, tuple[VillageLine, ...]]) -> None:
            kept, folder, villages = found
            said = PersonWords().village
            places = [(each.moo, said(each.moo, each.name)) for each in villages]
            dialog = PrintDialog(
                paper,
                folder,
                name,
                options_from(kept, language().value),
                self._host,
                villages=[*places, ("", said(""))],
                selected=selected,
                per_village=bool(kept.get("per_village", False)),
                sensitive_allowed=Right.PRINT_SENSITIVE in self._services.workspace.rights,
                places=self._places,
            )
            self.dialog = dialog
            dialog.wished.connect(lambda wish: self._print(paper, wish, work))
            dialog.finished.connect(self._on_dialog_closed)
            dialog.open()

        self._jobs.run(read, show, owner=self._host)

    def _on_dialog_closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _print(
        self, paper: Paper, wish: PrintWish, work: Callable[[PrintWish, Progress], Made]
    ) -> None:
        folder = wish.target if wish.per_village else wish.target.parent
        settings = self._services.settings

        def remember() -> None:
            settings.set(REMEMBERED, {**settings.get(REMEMBERED, {}), **remembered(wish)})
            settings.set(FOLDER, str(folder))

        def done(made: Made) -> None:
            said = self._words.plans(made) if "many" in paper.asks else self._words.pages(made)
            self._bar.say_done(said, made.path)
            if wish.look:
                self.look(made.path)
            if self.printed is not None:
                self.printed()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError) and error.code == "paper_letters_missing":
                boxes = replace(wish, options=replace(wish.options, boxes=True))
                self._bar.ask(sentence(error), lambda: self._print(paper, boxes, work))
            else:
                self._failed(error)

        self._make(
            remember,
            lambda progress: work(wish, progress),
            done,
            self._words.working(paper),
            failed,
        )

    def _make(
        self,
        remember: Callable[[], None],
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        title: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Remember what was chosen, then make the file: with all that was typed before."""

        def begin(_none: None) -> None:
            self._jobs.run(
                work, done, failed or self._failed, self._cancelled, title=title, owner=self._host
            )

        self._jobs.run(
            lambda _progress: remember(), begin, self._failed, owner=self._host, lane=WRITES
        )

    def _many(self, wish: PrintWish, progress: Progress, selected: Sequence[UUID]) -> Made:
        service = self._services.printing
        learners = tuple(selected) if wish.scope == "selected" else None
        if not wish.per_village:
            printed = service.plans(
                wish.target, wish.options, villages=wish.villages, learners=learners,
                only_changed=wish.only_changed, begin=wish.begin, progress=progress,
            )  # fmt: skip
            return _one(printed)
        made = Made(wish.target, 0, 0, 0)
        moos = (each.moo for each in self._services.centre.villages())
        wanted = wish.villages or (*moos, "")
        service.check_plans(wish.options, wanted, learners, begin=wish.begin)
        for place, moo in enumerate(wanted):
            path = free_name(wish.target, self._words.village_file(moo, self._today()), ".pdf")
            try:
                printed = service.plans(
                    path, wish.options, villages=(moo,), learners=learners,
                    only_changed=wish.only_changed, begin=wish.begin,
                    progress=_Part(progress, place, len(wanted)),
                )  # fmt: skip
            except UserError as error:
                if error.code != "paper_nothing_to_print":
                    raise
                # A village without plans, or with all of them as printed, is no failure.
                unchanged = int(str(error.values.get("unchanged", 0)))
                made = replace(made, unchanged=made.unchanged + unchanged)
                continue
            made = Made(
                wish.target,
                made.files + 1,
                made.plans + len(printed.plans),
                made.pages + printed.pages,
                made.unchanged + printed.unchanged,
                made.begun + printed.begun,
            )
        if not made.files:
            raise UserError("paper_nothing_to_print", unchanged=made.unchanged)
        return made

    def _folder(self) -> Path:
        kept = self._services.settings.get(FOLDER)
        folder = Path(str(kept)) if kept else documents_folder()
        return folder if folder.is_dir() else documents_folder()

    def _failed(self, error: Exception) -> None:
        unchanged = error.values.get("unchanged", 0) if isinstance(error, TambonError) else 0
        if isinstance(unchanged, int) and unchanged:
            self._bar.say_failed(self._words.nothing_changed(unchanged))
        else:
            self._bar.say_failed(sentence(error))

    def _cancelled(self) -> None:
        self._bar.say_failed(self._words.cancelled())


class _Part:
    """The progress of one village among several."""

    def __init__(self, whole: Progress, place: int, parts: int) -> None:
        self._whole, self._place, self._parts = whole, place, parts

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Pass on in parts of a hundred, so that the bar never runs back."""
        share = 100 * done // total if total else 0
        self._whole.step(self._place * 100 + share, self._parts * 100, doing)


def _one(printed: Printed) -> Made:
    return Made(
        printed.path, 1, len(printed.plans), printed.pages, printed.unchanged, printed.begun
    )
