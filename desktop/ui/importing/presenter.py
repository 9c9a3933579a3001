"""Answers the import wizard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.exchange.problems_book import write_problems
from desktop.exchange.rows import CellPlace, RowPlace
from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.rosters.importing import (
    Answers,
    ImportPreview,
    ImportResult,
    RosterImport,
    RowDecision,
)
from desktop.services.rosters.workbooks import BookStored
from desktop.services.undo import Undone
from desktop.services.workbooks.declared import BookPreview
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.book_dialog import BookDialog
from desktop.ui.importing.books import open_book, read_book, store_book
from desktop.ui.importing.screen import CHOOSE, ImportScreen
from desktop.ui.importing.words import ImportWords
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.translation import Language, language
from desktop.ui.wording import sentence

T = TypeVar("T")

FORM = "import"
"""Under this name, and the file's digest, what is decided and typed of a roster is a draft."""

Decisions = dict[RowPlace, RowDecision]
Corrections = dict[CellPlace, str]


class ImportPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(
        self,
        screen: ImportScreen,
        services: Services,
        jobs: Jobs,
        imports: RosterImport[Any] | None = None,
        form: str = FORM,
    ) -> None:
        """`imports`: as what people are brought in, as learners without; `form`: of its drafts."""
        super().__init__()
        self._imports, self._form = imports or services.imports, form
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self.dialog: BookDialog | None = None
        self._preview: ImportPreview | None = None
        self._decisions: Decisions = {}
        self._corrections: Corrections = {}
        screen.entered.connect(self._show_runs)
        screen.read_wanted.connect(self._read)
        screen.answered.connect(self._answer)
        screen.columns_decided.connect(self._decide_columns)
        screen.decisions_made.connect(self._decide)
        screen.corrected.connect(self._correct)
        screen.typed.connect(self._keep_typed)
        screen.known_wanted.connect(self._fetch_known)
        screen.import_wanted.connect(self._import)
        screen.undo_wanted.connect(self._undo)
        screen.problems_wanted.connect(self._write_problems)
        screen.blank_wanted.connect(self._write_blank)

    def _show_runs(self) -> None:
        self._jobs.run(
            lambda _progress: self._imports.runs(),
            self._screen.show_runs,
            owner=self._screen,
        )

    # Reading

    def _read(self, path: Path) -> None:
        present, decided, typed = self._preview, self._decisions, self._corrections

        def read(progress: Any) -> tuple[ImportPreview, CodeBook]:
            preview = self._imports.preview(path, progress=progress)
            # What was said here a moment ago may still be on its way into the draft.
            same = present is not None and present.sha256 == preview.sha256
            decisions, corrections = (decided, typed) if same else self._kept(preview)
            if decisions or corrections:
                preview = self._imports.decided(preview, decisions, corrections)
            return preview, CodeBook(self._services.centre.own_words())

        def done(found: tuple[ImportPreview, CodeBook]) -> None:
            self._take(found[0])
            self._screen.show_file(*found)

        self._run_reading(read, done, lambda error: self._read_book(path, error))

    def _read_book(self, path: Path, error: Exception) -> bool:
        """Another table that the program exported comes in by its own rules."""
        if not isinstance(error, UserError) or error.code != "file_is_book":
            return False
        what = str(error.values["what"])
        self._run_reading(
            lambda progress: read_book(self._services, what, path, progress),
            self._show_book,
        )
        return True

    def _show_book(self, preview: BookPreview) -> None:
        self._screen.show_page(CHOOSE)
        self.dialog = open_book(preview, self._screen, self._jobs, self._services, self._store_book)

    def _store_book(self, preview: BookPreview) -> None:
        def done(stored: BookStored) -> None:
            self._screen.told.emit(self.tr("นำเข้าแล้ว %n รายการ", "", stored.new + stored.updated))
            self._show_runs()

        self._jobs.run(
            lambda _progress: store_book(self._services, preview),
            done,
            owner=self._screen,
            title=self.tr("กำลังนำเข้า"),
            lane=WRITES,
        )

    def _answer(self, answers: Answers) -> None:
        self._read_again(answers, lambda: self._screen.show_columns(self._shown))

    def _decide_columns(self, answers: Answers) -> None:
        self._read_again(answers, lambda: self._screen.show_rows(self._shown, self._decisions))

    @property
    def _shown(self) -> ImportPreview:
        assert self._preview is not None  # nothing is answered before a file was read
        return self._preview

    def _read_again(self, answers: Answers, show: Callable[[], None]) -> None:
        if _same(self._shown, answers):
            show()
            return
        preview = replace(self._shown, decisions=self._decisions, corrections=self._corrections)

        def done(found: ImportPreview) -> None:
            self._take(found)
            show()

        self._run_reading(
            lambda progress: self._imports.read_again(preview, answers, progress), done
        )

    def _run_reading(
        self,
        read: Callable[[Any], T],
        done: Callable[[T], None],
        otherwise: Callable[[Exception], bool] = lambda _error: False,
    ) -> None:
        def failed(error: Exception) -> None:
            if not otherwise(error):
                self._screen.show_failed(sentence(error))

        job = self._jobs.run(
            read,
            done,
            failed,
            self._screen.show_stopped,
            owner=self._screen,
        )
        self._screen.show_job(job)

    def _take(self, preview: ImportPreview) -> None:
        self._preview = preview
        self._decisions = dict(preview.decisions)
        self._corrections = dict(preview.corrections)

    # Decisions and corrections

    def _decide(self, said: Mapping[RowPlace, RowDecision | None]) -> None:
        if self._preview is None:
            return
        decisions: dict[RowPlace, RowDecision | None] = {**self._decisions, **said}
        self._decisions = {place: each for place, each in decisions.items() if each is not None}
        self._look_again()

    def _correct(self, place: CellPlace, text: str) -> None:
        if self._preview is None:
            return
        self._corrections = {**self._corrections, place: text}
        self._look_again()

    def _look_again(self) -> None:
        preview, decisions, corrections = self._shown, self._decisions, self._corrections

        def look() -> ImportPreview:
            looked = self._imports.decided(preview, decisions, corrections)
            self._keep(preview, decisions, looked.corrections)
            return looked

        def done(decided: ImportPreview) -> None:
            if self._preview is preview:  # else another file or the end came first
                self._take(decided)
                self._screen.renew_rows(decided, self._decisions)

        self._jobs.run(
            lambda _progress: look(),
            done,
            owner=self._screen,
            supersedes="import decisions",
            lane=WRITES,
        )

    def _keep_typed(self, place: CellPlace, text: str | None) -> None:
        """Keep what is being typed, None once it was given up, beside what is decided."""
        if self._preview is None:
            return
        preview, decisions = self._preview, self._decisions
        corrections = {**self._corrections, **({} if text is None else {place: text})}
        self._jobs.run(
            lambda _progress: self._keep(preview, decisions, corrections),
            lambda _kept: None,
            owner=self._screen,
            supersedes="import typing",
            lane=WRITES,
        )

    def _keep(
        self,
        preview: ImportPreview,
        decisions: Mapping[RowPlace, RowDecision],
        corrections: Mapping[CellPlace, str],
    ) -> None:
        subject = preview.sha256.hex()
        if not decisions and not corrections:
            self._services.drafts.discard(self._form, subject)
            return
        rows = [
            [*place, each.kind, each.learner_id.hex if each.learner_id else ""]
            for place, each in decisions.items()
        ]
        cells = [[*place, text] for place, text in corrections.items()]
        self._services.drafts.save(self._form, subject, {"decisions": rows, "corrections": cells})

    def _kept(self, preview: ImportPreview) -> tuple[Decisions, Corrections]:
        draft = self._services.drafts.load(self._form, preview.sha256.hex())
        if draft is None:
            return {}, {}
        decisions: Decisions = {
            (sheet, row, *first, 0)[:3]: RowDecision(kind, UUID(hex=learner) if learner else None)
            # Kept by an earlier version, a place had no column.
            for sheet, row, *first, kind, learner in draft.content.get("decisions", [])
        }
        corrections: Corrections = {
            (sheet, row, column): text
            for sheet, row, column, text in draft.content.get("corrections", [])
        }
        return decisions, corrections

    def _fetch_known(self, ids: tuple[UUID, ...]) -> None:
        self._jobs.run(
            lambda _progress: self._imports.known(ids), self._screen.show_known, owner=self._screen
        )

    # Storing

    def _import(self, corrected: bool) -> None:
        if self._preview is None:
            return
        shown, decisions, corrections = self._preview, self._decisions, self._corrections

        def store(progress: Any) -> tuple[ImportResult, ImportPreview]:
            preview = replace(shown, decisions=dict(decisions))
            if corrections != shown.corrections:  # typed a moment ago, and not looked at yet
                preview = self._imports.decided(shown, decisions, corrections)
            result = self._imports.run(preview, progress)
            if corrected:
                self._imports.remember(preview)
            self._services.drafts.discard(self._form, preview.sha256.hex())
            return result, preview

        def done(stored: tuple[ImportResult, ImportPreview]) -> None:
            result, preview = stored
            self._preview, self._decisions, self._corrections = preview, {}, {}
            self._screen.show_result(result, len(preview.roster.rows_with_problems))

        job = self._jobs.run(
            store,
            done,
            lambda error: self._screen.show_failed(sentence(error)),
            self._screen.show_stopped,
            owner=self._screen,
            lane=WRITES,
        )
        self._screen.show_job(job)

    def _undo(self, run_id: UUID) -> None:
        def done(undone: Undone) -> None:
            said = self.tr("เลิกการนำเข้าแล้ว ซ่อน {hidden} รายการ คืนค่าเดิม {reverted} ช่อง")
            said = said.replace("{hidden}", f"{undone.hidden:,}")
            said = said.replace("{reverted}", f"{undone.reverted:,}")
            if undone.left:
                left = self.tr("คงไว้ %n รายการที่มีคนทำงานต่อแล้ว", "", len(undone.left))
                said = f"{said} · {left}"
            self._screen.show_undone(run_id, said)
            self._show_runs()

        self._jobs.run(
            lambda _progress: self._services.undo.undo_run(run_id),
            done,
            owner=self._screen,
            title=self.tr("กำลังเลิกการนำเข้า"),
            lane=WRITES,
        )

    # Files

    def _write_problems(self, path: Path) -> None:
        if self._preview is None:
            return
        roster, words = self._preview.roster, ImportWords()

        def done(count: int) -> None:
            said = self.tr("บันทึก %n แถวไว้ที่ {file} แล้ว แก้ในแฟ้มนั้นแล้วนำเข้าได้เลย", "", count)
            self._screen.wrote.emit(said.replace("{file}", path.name), path)

        self._jobs.run(
            lambda progress: write_problems(path, roster, progress, words=words.problem),
            done,
            owner=self._screen,
            title=self.tr("กำลังบันทึกแถวที่ต้องแก้"),
        )

    def _write_blank(self, path: Path) -> None:
        english = language() is Language.ENGLISH
        said = self.tr("บันทึกแบบฟอร์มเปล่าไว้ที่ {file} แล้ว").replace("{file}", path.name)
        self._jobs.run(
            lambda _progress: self._services.exporting.export(
                "learners", path, LearnerQuery(ids=()), english=english
            ),
            lambda _exported: self._screen.wrote.emit(said, path),
            owner=self._screen,
            lane=WRITES,
        )


def _same(preview: ImportPreview, answers: Answers) -> bool:
    """Whether a file was read with these answers already."""
    before = preview.answers
    known = preview.roster.mapping
    return (before.hidden, before.clock_right) == (answers.hidden, answers.clock_right) and all(
        known.get(label) == field for label, field in (answers.mapping or {}).items()
    )
