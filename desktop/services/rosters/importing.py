"""Rosters in: preview, one numbered run in one transaction, undone as a whole."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.corrections import corrected, standing
from desktop.exchange.marks import book_named
from desktop.exchange.preview import Preview, preview_of
from desktop.exchange.reading import Book, read_book
from desktop.exchange.rows import CellPlace, CellProblem, RowPlace
from desktop.models.ids import new_id
from desktop.models.program import ColumnMapping, DeviceState, ImportRun, PossibleDuplicate
from desktop.progress import Progress, SilentProgress
from desktop.services.keeping.backup_schedule import IMPORT
from desktop.services.keeping.backups import BackupService
from desktop.services.rights import Right, needs
from desktop.services.rosters.compared import KnownPerson, known_learners
from desktop.services.rosters.edits import apply_edits
from desktop.services.rosters.learner_sheets import LEARNERS
from desktop.services.rosters.plans import (
    Candidate,
    ImportPlan,
    RowDecision,
    RowPlan,
    make_plan,
)
from desktop.services.rosters.previews import (
    NOTHING_SAID,
    Answers,
    ImportPreview,
    ImportResult,
    Said,
    Stored,
)
from desktop.services.rosters.runs import (
    ImportRunEntry,
    RunCounts,
    corrected_cells,
    entry_of,
    note_run,
    stored_rows,
)
from desktop.services.rosters.storing import store_new
from desktop.services.rosters.workbooks import BOOKS
from desktop.services.vocabularies import CentreLookup
from desktop.services.workspace import Workspace
from resources import clock

__all__ = [
    "Answers",
    "Candidate",
    "ImportPreview",
    "ImportResult",
    "ImportService",
    "RowDecision",
    "RowPlan",
]

# Enough rows of each sheet for its layout: the heading is looked for in the first forty, and
# sixty below it are looked at.
_LAYOUT_ROWS: Final = 120
_LARGE: Final = 200  # rows before which a backup is worth its seconds


class Planned(Protocol):
    """What an import would do, row by row."""

    rows: list[RowPlan]
    problems: list[CellProblem]


Plan = TypeVar("Plan", bound=Planned)


class RosterImport(ABC, Generic[Plan]):
    """Brings rosters in, as whatever they list; each run is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @abstractmethod
    def _planned(
        self,
        session: Session,
        roster: Preview,
        decisions: Mapping[RowPlace, RowDecision],
        progress: Progress,
        found_before: Sequence[RowPlan] | None = None,
    ) -> Plan:
        """What each row means; `found_before` are rows of a plan that is known to hold still."""

    @abstractmethod
    def _stored(self, session: Session, roster: Preview, plan: Plan, progress: Progress) -> Stored:
        """Store what was planned."""

    @abstractmethod
    def _known(self, session: Session, ids: Sequence[UUID]) -> Iterator[KnownPerson]:
        """These people as they stand now."""

    @needs(Right.IMPORT)
    def known(self, ids: Iterable[UUID]) -> dict[UUID, KnownPerson]:
        """Return those whom rows may mean, to be compared with them; hidden ones are left out."""
        with self._workspace.read() as session:
            return {each.id: each for each in self._known(session, list(ids))}

    @needs(Right.IMPORT)
    def preview(
        self,
        path: Path,
        answers: Answers = NOTHING_SAID,
        progress: Progress | None = None,
        decisions: Mapping[RowPlace, RowDecision] | None = None,
    ) -> ImportPreview:
        """Read a roster and find out what importing it would do.

        Args:
            path: an .xlsx or .csv file.
            answers: what a person said of the file.
            progress: told `reading` and `matching`.
            decisions: what a person decided of single rows.

        Raises:
            UserError: as `desktop.exchange.preview.read_roster`.
            Cancelled: once the person has asked to stop.
        """
        told = progress or SilentProgress()
        book = read_book(path, told)
        return self._looked_at(
            book, path.name, _sha256(path), answers, Said(decisions or {}, {}), told
        )

    @needs(Right.IMPORT)
    def read_again(
        self, preview: ImportPreview, answers: Answers, progress: Progress | None = None
    ) -> ImportPreview:
        """Return the preview as these answers make it, without opening the file again.

        Raises:
            UserError: `roster_no_headings`.
            Cancelled: once the person has asked to stop.
        """
        return self._looked_at(
            preview.book,
            preview.roster.file_name,
            preview.sha256,
            answers,
            Said(preview.decisions, preview.corrections),
            progress or SilentProgress(),
        )

    @needs(Right.IMPORT)
    def decided(
        self,
        preview: ImportPreview,
        decisions: Mapping[RowPlace, RowDecision],
        corrections: Mapping[CellPlace, str] | None = None,
    ) -> ImportPreview:
        """Return the preview as these decisions and corrections make it.

        The file is not read again. `corrections` are all there are, not only the latest; None
        leaves those of the preview.
        """
        roster, typed = preview.roster, preview.corrections
        with self._workspace.read() as session:
            if corrections is not None:
                roster = corrected(roster, corrections, CentreLookup(session))
                typed = standing(roster, corrections)
            plan = self._planned(session, roster, decisions, SilentProgress())
            seen = session.get_one(DeviceState, 1).next_number
        return replace(
            preview,
            roster=roster,
            decisions=dict(decisions),
            corrections=dict(typed),
            seen=seen,
            rows=tuple(plan.rows),
            problems=(*roster.problems, *plan.problems),
        )

    def _looked_at(
        self,
        book: Book,
        name: str,
        sha256: bytes,
        answers: Answers,
        said: Said,
        told: Progress,
    ) -> ImportPreview:
        today = self._workspace.today()
        _must_be_roster(book, name)
        with self._workspace.read() as session:
            lookup = CentreLookup(session)
            kept, mapping = None, answers.mapping
            if mapping is None:
                kept = session.get(ColumnMapping, self._fingerprint(book, name, lookup))
                mapping = None if kept is None else kept.mapping
            roster = preview_of(
                book, name, lookup, mapping, told, today,
                hidden=answers.hidden, clock_right=answers.clock_right,
            )  # fmt: skip
            if said.corrections:
                roster = corrected(roster, said.corrections, lookup)
            plan = self._planned(session, roster, said.decisions, told)
            seen = session.get_one(DeviceState, 1).next_number
            same = session.scalar(
                select(func.max(ImportRun.number)).where(
                    ImportRun.sha256 == sha256, ImportRun.undone_at.is_(None)
                )
            )
        return ImportPreview(
            roster,
            tuple(plan.rows),
            (*roster.problems, *plan.problems),
            sha256,
            kept is not None,
            same or 0,
            dict(said.decisions),
            dict(said.corrections),
            seen,
            book,
            answers,
        )

    @needs(Right.IMPORT)
    def run(
        self,
        preview: ImportPreview,
        progress: Progress | None = None,
    ) -> ImportResult:
        """Store what a preview shows, with its decisions, in one transaction under one number.

        What is stored is worked out anew, since others may have edited meanwhile. Without a
        decision a possible duplicate becomes a learner of its own, and the pair waits.

        Before a large one a backup is made, where none of this state stands yet.

        Raises:
            Cancelled: once the person has asked to stop; nothing is stored then.
            StorageError: `disk_nearly_full`.
        """
        told = progress or SilentProgress()
        roster = preview.roster
        self._workspace.room.need()
        if len(preview.rows) >= _LARGE:
            backups = BackupService(self._workspace)
            if backups.due(IMPORT):
                backups.keep(told)
        run_id = new_id()
        with self._workspace.write(run_id) as session:
            still = session.get_one(DeviceState, 1).next_number == preview.seen
            plan = self._planned(
                session, roster, preview.decisions, told, preview.rows if still else None
            )
            stored = self._stored(session, roster, plan, told)
            counts = RunCounts.of([row.outcome for row in plan.rows])
            mended = corrected_cells(plan.rows)
            kept = {**stored.kept, "corrected": mended}
            number = note_run(
                session, self._workspace, run_id, roster.file_name, preview.sha256,
                counts.plain() | kept,
            )  # fmt: skip
        return ImportResult(
            run_id,
            number,
            **counts.plain(),
            duplicates=stored.duplicates,
            problems=(*roster.problems, *plan.problems),
            corrected=tuple(mended),
        )

    @needs(Right.IMPORT)
    def remember(self, preview: ImportPreview) -> None:
        """Keep the preview's columns for the next roster of this layout."""
        with self._workspace.write() as session:
            fingerprint = preview.roster.fingerprint
            kept = session.get(ColumnMapping, fingerprint)
            if kept is None:
                kept = ColumnMapping(fingerprint=fingerprint)
                session.add(kept)
            kept.mapping = dict(preview.roster.mapping)
            kept.at = self._workspace.now()

    @needs(Right.IMPORT)
    def runs(self) -> list[ImportRunEntry]:
        """Return the imports, the latest first."""
        with self._workspace.read() as session:
            return [
                entry_of(run)
                for run in session.scalars(select(ImportRun).order_by(ImportRun.number.desc()))
            ]

    @needs(Right.IMPORT)
    def find_run(self, text: str) -> ImportRunEntry:
        """Return the run of a number or id.

        Raises:
            UserError: `run_unknown`.
        """
        for run in self.runs():
            if text.strip().lower() in (str(run.number), str(run.id), run.id.hex):
                return run
        raise UserError("run_unknown", text=text)

    @staticmethod
    def _fingerprint(book: Book, name: str, lookup: CentreLookup) -> str:
        heads = tuple(replace(sheet, rows=sheet.rows[:_LAYOUT_ROWS]) for sheet in book.sheets)
        try:
            return preview_of(
                replace(book, sheets=heads), name, lookup, None, SilentProgress(),
                clock.today(),
            ).fingerprint  # fmt: skip
        except UserError:
            # No headings among the first rows: the whole file will say so, or know better.
            return ""


class ImportService(RosterImport[ImportPlan]):
    """Rosters of learners."""

    def _planned(
        self,
        session: Session,
        roster: Preview,
        decisions: Mapping[RowPlace, RowDecision],
        progress: Progress,
        found_before: Sequence[RowPlan] | None = None,
    ) -> ImportPlan:
        today = self._workspace.today()
        return make_plan(session, roster, decisions, progress, today, found_before)

    def _stored(
        self, session: Session, roster: Preview, plan: ImportPlan, progress: Progress
    ) -> Stored:
        places = list(plan.drafts)
        # A clock that cannot be right is no day of registration.
        today = "" if roster.clock_suspected else self._workspace.today().isoformat()
        ids = store_new(session, list(plan.drafts.values()), plan.villages, today, progress)
        for number, (current, edits) in enumerate(plan.edits):
            if number % 200 == 0:
                progress.step(number, len(plan.edits), "updating")
            apply_edits(session, current, edits, plan.villages)
        session.flush()
        made = {plan.rows[place].place: each for place, each in zip(places, ids, strict=True)}
        duplicates = self._note_duplicates(session, plan, made)
        return Stored(duplicates, {"stored": stored_rows(plan, made)})

    def _known(self, session: Session, ids: Sequence[UUID]) -> Iterator[KnownPerson]:
        return known_learners(session, ids)

    def _note_duplicates(
        self, session: Session, plan: ImportPlan, made: Mapping[RowPlace, UUID]
    ) -> int:
        noted: dict[tuple[UUID, UUID], Candidate] = {}
        for row in plan.rows:
            own = made.get(row.place)
            if own is None:
                continue
            for candidate in row.candidates:
                other = candidate.learner_id or (candidate.row and made.get(candidate.row))
                if other is not None and other != own:
                    noted[_ordered(own, other)] = candidate
        for (first, second), candidate in noted.items():
            # A pair with a new learner cannot have been decided before.
            session.add(
                PossibleDuplicate(
                    first_id=first,
                    second_id=second,
                    score=candidate.score / 100,
                    reasons=list(candidate.reasons),
                    at=self._workspace.now(),
                )
            )
        return len(noted)


def _ordered(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    first, second = sorted((one, other), key=lambda each: each.bytes)
    return first, second


def _sha256(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _must_be_roster(book: Book, name: str) -> None:
    """Refuse another export of the program: its people would be read as a list of new facts."""
    what = book_named(book.sheets)
    if what in BOOKS:
        raise UserError("file_is_book", name=name, what=what)
    if what not in ("", LEARNERS.what):
        raise UserError("file_only_tells", name=name)
