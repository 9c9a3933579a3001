"""The lists that go out as workbooks; those that come back, in one numbered run each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.errors import UserError
from desktop.exchange.marks import book_named
from desktop.exchange.reading import read_book
from desktop.models.ids import new_id
from desktop.progress import Progress, SilentProgress
from desktop.services.rights import Right, needs, require
from desktop.services.rosters.learner_sheets import LEARNERS
from desktop.services.rosters.plan_book import PLANS
from desktop.services.rosters.progress_sheet import PROGRESS
from desktop.services.rosters.runs import RunCounts, note_run
from desktop.services.subjects import SUBJECTS
from desktop.services.workbooks.declared import (
    Book,
    BookDecision,
    BookPlace,
    BookPreview,
    Export,
)
from desktop.services.workbooks.reading import BookReading
from desktop.services.workspace import Workspace

EXPORTS: Final[dict[str, Export]] = {
    each.what: each
    for each in (
        LEARNERS,
        PLANS,
        PROGRESS,
        *(subject.book for subject in SUBJECTS if subject.book is not None),
        *(each for subject in SUBJECTS for each in subject.more),
    )
}
"""Every list that goes out; a subject declares its own, see `desktop.services.brought`."""

BOOKS: Final[dict[str, Book]] = {
    what: each for what, each in EXPORTS.items() if isinstance(each, Book)
}
"""Those that come back by their declared columns; the list of learners does as a roster."""


@dataclass(frozen=True)
class BookStored:
    """What a run did."""

    run_id: UUID
    number: int
    new: int
    updated: int


class WorkbookService:
    """Takes in the books of `BOOKS`, one numbered run a time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.IMPORT)
    def what_is(self, path: Path) -> str:
        """Return which export a file is by its marks, "" where it has none.

        Raises:
            UserError: as `desktop.exchange.reading.read_book`.
        """
        return book_named(read_book(path).sheets)

    @needs(Right.IMPORT)
    def preview(self, what: str, path: Path, progress: Progress | None = None) -> BookPreview:
        """Read a workbook and find out what importing it would do.

        A row is known by its hidden id and by what tells whose it is, together: where they part,
        it is asked about and not stored. A blank cell changes nothing, `-` empties one.

        Raises:
            UserError: `book_no_headings`, and as `desktop.exchange.reading.read_book`.
        """
        read = read_book(path, progress or SilentProgress())
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").digest()
        empty = BookPreview(what, path.name, digest, (), (), BOOKS[what].new_rows, read=read)
        return self.decided(empty, {})

    @needs(Right.IMPORT)
    def decided(
        self, preview: BookPreview, decisions: Mapping[BookPlace, BookDecision]
    ) -> BookPreview:
        """Return the preview as these decisions make it; they are all there are.

        A row that is decided to be a record is taken whole, its name too.

        Raises:
            UserError: `book_no_headings`.
        """
        with self._workspace.read() as session:
            reading = BookReading(session, BOOKS[preview.what], decisions)
            for sheet in preview.read.sheets:
                reading.take(sheet)
            if not reading.headed:
                raise UserError("book_no_headings", name=preview.file_name)
            lines, problems = reading.told()
        return replace(preview, lines=lines, problems=problems, decisions=dict(decisions))

    @needs(Right.IMPORT)
    def run(self, preview: BookPreview) -> BookStored:
        """Store what a preview shows in one transaction, undone as a whole by its number.

        Raises:
            UserError: what a record no more takes, since it was previewed.
        """
        book = BOOKS[preview.what]
        require(self._workspace, book.right)
        run_id = new_id()
        with self._workspace.write(run_id) as session:
            known = book.known(session)
            for line in preview.lines:
                if line.outcome == "new":
                    book.store(session, None, line.values)
                elif line.outcome == "update" and (record := known.get(line.record_id or run_id)):
                    book.store(session, record, line.values)
            counts = RunCounts.of(line.outcome for line in preview.lines)
            number = note_run(
                session, self._workspace, run_id, preview.file_name, preview.sha256, counts.plain()
            )
        return BookStored(run_id, number, counts.new, counts.updated)
