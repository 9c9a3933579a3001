"""The import wizard: a file, its columns, its rows, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.exchange.rows import RowPlace
from desktop.services.rosters.compared import KnownPerson
from desktop.services.rosters.importing import (
    Answers,
    ImportPreview,
    ImportResult,
    RowDecision,
)
from desktop.services.rosters.runs import ImportRunEntry
from desktop.ui import file_asking
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.choose_page import ChoosePage
from desktop.ui.importing.columns_page import ColumnsPage
from desktop.ui.importing.preview_page import PreviewPage
from desktop.ui.importing.questions_page import QuestionsPage
from desktop.ui.importing.steps import StepStrip
from desktop.ui.importing.summary_page import SummaryPage
from desktop.ui.importing.words import ImportWords
from desktop.ui.jobs import Job
from desktop.ui.learners.opening import DUPLICATES, LEARNERS
from desktop.ui.printing.wish import with_ending
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.labels import OneLine, ThaiLabel
from desktop.ui.widgets.progress_panel import ProgressPanel

CHOOSE, COLUMNS, ROWS, DONE, BUSY, QUESTIONS = range(6)
_STEPS = {CHOOSE: 0, QUESTIONS: 0, COLUMNS: 1, ROWS: 2, DONE: 3}


class ImportScreen(Screen):
    """`read_wanted` carries a path, `answered` and `columns_decided` what is said of the file.

    `decisions_made` carries a decision, or None for none, by each row's place, `corrected` the
    place of a cell and what is to stand there, `typed` the same while somebody types, None once
    they gave it up.
    """

    entered = Signal()
    read_wanted = Signal(object)
    answered = Signal(object)
    columns_decided = Signal(object)
    decisions_made = Signal(object)
    corrected = Signal(object, str)
    typed = Signal(object, object)
    known_wanted = Signal(object)
    import_wanted = Signal(bool)
    undo_wanted = Signal(object)
    problems_wanted = Signal(object)
    blank_wanted = Signal(object)

    def __init__(self, listed: str = LEARNERS) -> None:
        """`listed`: the screen of those who are brought in."""
        super().__init__()
        self._listed = listed
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._result: ImportResult | None = None
        self._corrected = False
        self._progress: ProgressPanel | None = None
        self._before_busy = CHOOSE
        self.choose_open: Callable[[], Path | None] = self._choose_open
        self.choose_save: Callable[[str], Path | None] = self._choose_save
        self._build()
        self._connect()
        self.adapt()
        self.show_page(CHOOSE)

    # What is shown

    @property
    def page(self) -> int:
        """Which step is shown."""
        return self._pages.currentIndex()

    def read(self, path: Path) -> None:
        """Read a file that was chosen or let go over the page."""
        if self.page != CHOOSE:
            self.show_page(CHOOSE)
        self._path = path
        self._corrected = False
        self.problem.dismiss()
        self.read_wanted.emit(path)

    def show_runs(self, runs: Sequence[ImportRunEntry]) -> None:
        """Show the imports of the past."""
        self.choose_page.show_runs(runs)

    def show_job(self, job: Job) -> None:
        """Show that a file is read or stored, with a way to stop it."""
        if job.ended:
            return
        self._drop_progress()
        self._progress = ProgressPanel(job, ImportWords().doing)
        # On its button an Enter that was meant for the step before would stop the work.
        self._progress.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._busy_column.insertWidget(1, self._progress)
        self.show_page(BUSY)

    def show_file(self, preview: ImportPreview, codes: CodeBook) -> None:
        """Show a file that was read for the first time: what is asked of it, else its columns."""
        self.preview_page.set_codes(codes)
        if self.questions_page.begin(preview.roster):
            self._preview = preview
            self.show_page(QUESTIONS)
        else:
            self.show_columns(preview)

    def show_columns(self, preview: ImportPreview) -> None:
        """Show the columns of a file."""
        self._preview = preview
        self.columns_page.show_preview(preview)
        self.show_page(COLUMNS)

    def show_rows(self, preview: ImportPreview, decisions: Mapping[RowPlace, RowDecision]) -> None:
        """Show the rows, with the decisions so far."""
        self.renew_rows(preview, decisions)
        self.show_page(ROWS)

    def renew_rows(self, preview: ImportPreview, decisions: Mapping[RowPlace, RowDecision]) -> None:
        """Show the rows as a decision or a correction has made them, at whatever step one is."""
        self._preview = preview
        self.preview_page.show_preview(preview, decisions)
        self.retranslate()

    def show_known(self, known: Mapping[UUID, KnownPerson]) -> None:
        """People that a row may be."""
        self.preview_page.show_known(known)

    def show_result(self, result: ImportResult, problem_rows: int) -> None:
        """Show what the import did."""
        self._result = result
        self.summary_page.show_result(result, problem_rows)
        self.show_page(DONE)

    def show_undone(self, run_id: UUID, sentence: str) -> None:
        """Tell that a run was taken back."""
        if self._result is not None and self._result.run_id == run_id and self.page == DONE:
            self.summary_page.show_undone(sentence)
        self.told.emit(sentence)

    def show_failed(self, sentence: str) -> None:
        """Say in one sentence why a file could not be read or stored."""
        self.show_page(self._before_busy)
        self.problem.say(sentence, "danger")

    def show_stopped(self) -> None:
        """The person stopped it: back to where one was."""
        self.show_page(self._before_busy)
        self.told.emit(self.tr("หยุดแล้ว ไม่มีอะไรถูกบันทึก"))

    def show_page(self, page: int) -> None:
        """Go to a step, with the keyboard where it has it."""
        focused = self.window().focusWidget()
        inside = focused is None or focused is self or self.isAncestorOf(focused)
        if page == BUSY:
            self._before_busy = self.page
            self.problem.dismiss()
        else:
            self._drop_progress()
        self._pages.setCurrentIndex(page)
        self.steps.show_step(_STEPS[self._before_busy if page == BUSY else page])
        self.retranslate()
        if inside and self.isVisible():
            self._first(page).setFocus(Qt.FocusReason.OtherFocusReason)

    # As a screen

    def enter(self, argument: object) -> None:
        self.entered.emit()
        if isinstance(argument, Path):
            self.read(argument)
        elif self.page == DONE and argument is None:
            self.show_page(CHOOSE)

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.entered.emit()

    def first_focus(self) -> QWidget | None:
        return self._first(self.page)

    def save_action(self) -> Action | None:
        return self.next_button.click if self.next_button.isVisible() else None

    def help_text(self) -> str:
        return "\n\n".join(
            (
                self.tr("เลือกแฟ้มรายชื่อ ตรวจว่าแต่ละคอลัมน์คืออะไร ตรวจรายชื่อ แล้วจึงนำเข้า"),
                self.tr("ก่อนกดนำเข้า ยังไม่มีอะไรถูกบันทึก และหลังนำเข้าแล้วเลิกทั้งครั้งได้"),
                self.tr("แถวที่มีเครื่องหมายเตือนยังนำเข้าได้ เว้นแต่แถวที่ไม่มีชื่อ"),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            back = self._progress.cancel_button if self._progress else self.back_button
            back.click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.heading.set_text(self.tr("นำเข้ารายชื่อ"))
        name = self._path.name if self._path is not None and self.page != CHOOSE else ""
        self.file_name.set_text(name)
        back = {
            CHOOSE: self.tr("กลับไปรายชื่อ"),
            QUESTIONS: self.tr("เลือกแฟ้มอื่น"),
            COLUMNS: self.tr("กลับไปคำถาม") if self.questions_page.asking else self.tr("เลือกแฟ้มอื่น"),
            ROWS: self.tr("กลับไปตรวจคอลัมน์"),
        }
        self.back_button.setText(back.get(self.page, ""))
        self.back_button.setVisible(self.page in back)
        self.next_button.setVisible(self.page in (COLUMNS, ROWS))
        if self.page == COLUMNS:
            self.next_button.setText(self.tr("ต่อไป: ตรวจรายชื่อ"))
            self.next_button.setEnabled(not self.columns_page.problem)
        elif self._preview is not None:
            new, updated = self._preview.count("new"), self._preview.count("update")
            self.next_button.setText(self._import_words(new, updated))
            self.next_button.setEnabled(new + updated > 0)
        self._busy_words.set_text(self.tr("รอสักครู่ ทำงานอื่นในโปรแกรมต่อได้"))

    # Inside

    def _build(self) -> None:
        self.heading = ThaiLabel("", "title", wrap=False)
        self.file_name = OneLine("", "muted")
        self.steps = StepStrip()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.file_name)
        head.addStretch(1)
        head.addWidget(self.steps)
        self.problem = Banner()
        self.choose_page = ChoosePage()
        self.columns_page = ColumnsPage()
        self.questions_page = QuestionsPage()
        self.preview_page = PreviewPage()
        self.summary_page = SummaryPage()
        self._busy = QWidget()
        self._busy_words = ThaiLabel("", "muted")
        self._busy_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy_column = QVBoxLayout(self._busy)
        self._busy_column.setContentsMargins(60, 0, 60, 0)
        self._busy_column.addStretch(1)
        self._busy_column.addWidget(self._busy_words)
        self._busy_column.addStretch(2)
        self._pages = QStackedWidget()
        for page in (
            self.choose_page, self.columns_page, self.preview_page, self.summary_page, self._busy,
            self.questions_page,
        ):  # fmt: skip
            self._pages.addWidget(page)
        self.back_button = Button("", "quiet", "arrow-left")
        self.next_button = Button("", "primary", "arrow-right")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        area, summary = self.choose_page.area, self.summary_page
        area.choose.clicked.connect(self._on_choose)
        area.blank.clicked.connect(self._on_blank)
        area.dropped.connect(self.read)
        self.choose_page.undo_wanted.connect(self.undo_wanted)
        self.questions_page.answered.connect(self._on_answered)
        self.columns_page.changed.connect(self.retranslate)
        self.preview_page.decided.connect(self.decisions_made)
        self.preview_page.known_wanted.connect(self.known_wanted)
        self.preview_page.corrected.connect(self.corrected)
        self.preview_page.typed.connect(self.typed)
        self.preview_page.told.connect(self.told)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.preview_page.problems_button.clicked.connect(self._on_problems)
        summary.list_wanted.connect(lambda: self.open_requested.emit(self._listed, None))
        summary.twins_wanted.connect(lambda: self.open_requested.emit(DUPLICATES, None))
        summary.problems_wanted.connect(self._on_problems)
        summary.again_wanted.connect(lambda: self.show_page(CHOOSE))
        summary.undo_wanted.connect(self._on_undo)

    def _first(self, page: int) -> QWidget:
        """What is to be done first at a step."""
        if page == CHOOSE:
            return self.choose_page.area.choose
        if page == QUESTIONS:
            return self.questions_page.first_focus()
        if page == COLUMNS:
            return self.columns_page.in_doubt() or self.next_button
        if page == ROWS:
            return self.preview_page.first_focus()
        if page == BUSY and self._progress is not None:
            return self._progress
        return self.summary_page.list_button

    def _answers(self) -> Answers:
        """What was said of the file so far; its columns, once somebody corrected them."""
        questions = self.questions_page
        mapping = self.columns_page.mapping if self._corrected else None
        return Answers(mapping, questions.hidden, questions.clock_right)

    def _import_words(self, new: int, updated: int) -> str:
        if not new + updated:
            return self.tr("ไม่มีอะไรใหม่ให้นำเข้า")
        added = self.tr("เพิ่ม %n คน", "", new)
        changed = self.tr("ปรับปรุง %n คน", "", updated)
        return " · ".join(text for text, count in ((added, new), (changed, updated)) if count)

    def _drop_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None

    def _on_choose(self) -> None:
        path = self.choose_open()
        if path is not None:
            self.read(path)

    def _on_blank(self) -> None:
        path = self.choose_save(self.tr("แบบฟอร์มรายชื่อ"))
        if path is not None:
            self.blank_wanted.emit(path)

    def _on_problems(self) -> None:
        path = self.choose_save(self.tr("แถวที่ต้องแก้"))
        if path is not None:
            self.problems_wanted.emit(path)

    def _on_undo(self) -> None:
        if self._result is not None:
            self.undo_wanted.emit(self._result.run_id)

    def _on_back(self) -> None:
        if self.page == CHOOSE:
            self.open_requested.emit(self._listed, None)
        elif self.page == COLUMNS and self.questions_page.asking:
            self._corrected = self._corrected or self.columns_page.corrected
            self.show_page(QUESTIONS)
        elif self.page in (QUESTIONS, COLUMNS):
            self._preview = None
            self.show_page(CHOOSE)
        elif self.page == ROWS:
            self.show_page(COLUMNS)

    def _on_answered(self) -> None:
        self.answered.emit(self._answers())

    def _on_next(self) -> None:
        if self.page == COLUMNS and not self.columns_page.problem:
            self._corrected = self._corrected or self.columns_page.corrected
            answers = replace(self._answers(), mapping=self.columns_page.mapping)
            self.columns_decided.emit(answers)
        elif self.page == ROWS:
            self.preview_page.editor.finish()
            self.import_wanted.emit(self._corrected)

    def _choose_open(self) -> Path | None:
        kinds = "Excel, CSV (*.xlsx *.csv);;* (*)"
        return file_asking.ask_open(self, self.tr("เลือกแฟ้มรายชื่อ"), kinds)

    def _choose_save(self, name: str) -> Path | None:
        chosen = file_asking.ask_save(self, name, name, "Excel (*.xlsx)")
        return with_ending(chosen, ".xlsx") if chosen is not None else None
