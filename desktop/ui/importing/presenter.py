"""Answers the import wizard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.exchange.problems_book import write_problems
from desktop.exchange.rows import RowPlace
from desktop.services.all import Services
from desktop.services.learners.records import LearnerDetail, LearnerQuery
from desktop.services.rosters.importing import (
    Answers,
    ImportPreview,
    ImportResult,
    RowDecision,
)
from desktop.services.undo import Undone
from desktop.ui.importing.screen import ImportScreen
from desktop.ui.importing.words import ImportWords
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.translation import Language, language
from desktop.ui.wording import sentence

FORM = "import"
"""Under this name, and the file's digest, decisions about a roster are kept as a draft."""

Decisions = dict[RowPlace, RowDecision]


class ImportPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(self, screen: ImportScreen, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._preview: ImportPreview | None = None
        self._decisions: Decisions = {}
        screen.entered.connect(self._show_runs)
        screen.read_wanted.connect(self._read)
        screen.decision_made.connect(self._decide)
        screen.known_wanted.connect(self._fetch_known)
        screen.import_wanted.connect(self._import)
        screen.undo_wanted.connect(self._undo)
        screen.problems_wanted.connect(self._write_problems)
        screen.blank_wanted.connect(self._write_blank)

    def _show_runs(self) -> None:
        self._jobs.run(
            lambda _progress: self._services.imports.runs(),
            self._screen.show_runs,
            owner=self._screen,
        )

    def _read(self, path: Path, mapping: Mapping[str, str] | None) -> None:
        present, decided = self._preview, self._decisions

        def read(progress: Any) -> tuple[ImportPreview, Decisions]:
            if mapping is not None and present is not None and self._holds(present, mapping):
                return present, decided
            preview = self._services.imports.preview(path, Answers(mapping), progress)
            # What was decided here a moment ago may still be on its way into the draft.
            same = present is not None and present.sha256 == preview.sha256
            decisions = decided if same else self._kept(preview)
            if decisions:
                preview = self._services.imports.decided(preview, decisions)
            return preview, decisions

        def done(found: tuple[ImportPreview, Decisions]) -> None:
            self._preview, self._decisions = found
            if mapping is None:
                self._screen.show_columns(self._preview)
            else:
                self._screen.show_rows(self._preview, self._decisions)

        job = self._jobs.run(
            read,
            done,
            lambda error: self._screen.show_failed(sentence(error)),
            self._screen.show_stopped,
            owner=self._screen,
        )
        self._screen.show_job(job)

    @staticmethod
    def _holds(preview: ImportPreview, mapping: Mapping[str, str]) -> bool:
        return all(preview.roster.mapping.get(label) == field for label, field in mapping.items())

    # Decisions

    def _decide(self, place: RowPlace, decision: RowDecision | None) -> None:
        if self._preview is None:
            return
        decisions = {key: kept for key, kept in self._decisions.items() if key != place}
        if decision is not None:
            decisions[place] = decision
        self._decisions = decisions
        preview = self._preview

        def decide() -> ImportPreview:
            self._keep(preview, decisions)
            return self._services.imports.decided(preview, decisions)

        def done(decided: ImportPreview) -> None:
            self._preview = decided
            self._screen.show_rows(decided, decisions)

        self._jobs.run(
            lambda _progress: decide(),
            done,
            owner=self._screen,
            supersedes="import decisions",
            lane=WRITES,
        )

    def _keep(self, preview: ImportPreview, decisions: Decisions) -> None:
        rows = [
            [*place, each.kind, each.learner_id.hex if each.learner_id else ""]
            for place, each in decisions.items()
        ]
        self._services.drafts.save(FORM, preview.sha256.hex(), {"decisions": rows})

    def _kept(self, preview: ImportPreview) -> Decisions:
        draft = self._services.drafts.load(FORM, preview.sha256.hex())
        if draft is None:
            return {}
        return {
            (sheet, row, *first, 0)[:3]: RowDecision(kind, UUID(hex=learner) if learner else None)
            # Kept by an earlier version, a place had no column.
            for sheet, row, *first, kind, learner in draft.content.get("decisions", [])
        }

    def _fetch_known(self, ids: tuple[UUID, ...]) -> None:
        def fetch() -> dict[UUID, LearnerDetail]:
            found = {}
            for each in ids:
                try:
                    found[each] = self._services.learners.get(each)
                except UserError:  # hidden or joined meanwhile: nothing to compare with
                    continue
            return found

        self._jobs.run(lambda _progress: fetch(), self._screen.show_known, owner=self._screen)

    # Storing

    def _import(self, corrected: bool) -> None:
        if self._preview is None:
            return
        preview = replace(self._preview, decisions=dict(self._decisions))

        def store(progress: Any) -> ImportResult:
            result = self._services.imports.run(preview, progress)
            if corrected:
                self._services.imports.remember(preview)
            self._services.drafts.discard(FORM, preview.sha256.hex())
            return result

        def done(result: ImportResult) -> None:
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
            self._screen.told.emit(said.replace("{file}", path.name))

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
            lambda _exported: self._screen.told.emit(said),
            owner=self._screen,
            lane=WRITES,
        )
