"""Imports of the past: what is kept of each, and how it is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange.cells import column_letters
from desktop.exchange.rows import RowPlace
from desktop.models.program import ImportRun
from desktop.services.rosters.matching import packed_row
from desktop.services.rosters.plans import ImportPlan, RowPlan
from desktop.services.workspace import Workspace

_SHOWN_COUNTS: Final = ("rows", "new", "updated", "unchanged", "skipped")


@dataclass(frozen=True)
class RunCounts:
    """How the rows of a run ended."""

    rows: int
    new: int
    updated: int
    unchanged: int
    skipped: int

    @classmethod
    def of(cls, outcomes: Iterable[str]) -> RunCounts:
        """The counts of these outcomes of rows."""
        found = Counter(outcomes)
        known = found["new"], found["update"], found["unchanged"]
        return cls(found.total(), *known, found.total() - sum(known))

    def plain(self) -> dict[str, Any]:
        """The counts as they are kept."""
        return asdict(self)


def note_run(
    session: Session,
    workspace: Workspace,
    run_id: UUID,
    file_name: str,
    sha256: bytes,
    counts: Mapping[str, Any],
) -> int:
    """Note a run of an import under the next number, which is returned."""
    number = (session.scalar(select(func.max(ImportRun.number))) or 0) + 1
    session.add(
        ImportRun(
            id=run_id,
            number=number,
            at=workspace.now(),
            author=workspace.user.user_id,
            file_name=file_name,
            sha256=sha256,
            counts=dict(counts),
        )
    )
    return number


@dataclass(frozen=True)
class ImportRunEntry:
    """A run in the list of imports; `corrected` names the cells that were mended on the way in."""

    id: UUID
    number: int
    at: datetime
    author: UUID | None
    file_name: str
    counts: Mapping[str, int]
    undone_at: datetime | None
    corrected: tuple[str, ...] = ()


def entry_of(run: ImportRun) -> ImportRunEntry:
    """Return a run as it is listed."""
    return ImportRunEntry(
        run.id,
        run.number,
        run.at,
        run.author,
        run.file_name,
        {name: run.counts.get(name, 0) for name in _SHOWN_COUNTS},
        run.undone_at,
        tuple(run.counts.get("corrected", ())),
    )


def stored_rows(plan: ImportPlan, made: Mapping[RowPlace, UUID]) -> bytes:
    """What the run remembers of the rows it took, so that they are known when they come again."""

    def rows() -> Iterable[bytes]:
        for place, marks in plan.remembered.items():
            row = plan.rows[place]
            learner = row.learner_id or made.get(row.repeats or row.place)
            if learner is not None:
                for row_digest, key in marks:
                    yield packed_row(row_digest, key, learner)

    return b"".join(rows())


def corrected_cells(rows: Iterable[RowPlan]) -> list[str]:
    """The names of the cells that were mended in rows that were taken; nobody's words."""
    return [
        f"{each.row.sheet}!{column_letters(place + 1)}{each.row.row}"
        for each in rows
        if each.outcome in ("new", "update", "repeat", "unchanged")
        for place in each.row.corrected
    ]
