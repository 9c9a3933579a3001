"""What is said of a roster, what an import of it would do, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from uuid import UUID

from desktop.exchange.preview import Hidden, Preview
from desktop.exchange.reading import Book
from desktop.exchange.rows import CellPlace, CellProblem, RowPlace
from desktop.services.rosters.plans import RowDecision, RowPlan


@dataclass(frozen=True)
class Answers:
    """What a person says of a file as a whole.

    Attributes:
        mapping: column label to field; None for the columns remembered for this layout, else
            guessed.
        hidden: what becomes of hidden rows, columns and sheets.
        clock_right: the computer's date is right, however unlikely it looks.
    """

    mapping: Mapping[str, str] | None = None
    hidden: Hidden = ""
    clock_right: bool = False


NOTHING_SAID: Final = Answers()


class Said(NamedTuple):
    """What a person said of single rows and cells."""

    decisions: Mapping[RowPlace, RowDecision]
    corrections: Mapping[CellPlace, str]


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do. Nothing is stored; a person may correct and decide.

    Attributes:
        roster: the file as it was read, with its columns and problems.
        rows: what becomes of each row.
        problems: those of the file and those met on comparing it with what is stored.
        sha256: of the file's bytes.
        remembered: the columns are those a person corrected at an earlier import.
        same_as: the number of an earlier run of this very file, 0 if there is none.
        decisions: what a person has decided of single rows so far.
        corrections: what a person typed in the place of single cells.
        seen: the number of the next change when this was worked out.
        book: the cells of the file, to be read with other answers.
        answers: those it was read with.
    """

    roster: Preview
    rows: tuple[RowPlan, ...]
    problems: tuple[CellProblem, ...]
    sha256: bytes
    remembered: bool = False
    same_as: int = 0
    decisions: Mapping[RowPlace, RowDecision] = field(default_factory=dict)
    corrections: Mapping[CellPlace, str] = field(default_factory=dict)
    seen: int = 0
    book: Book = field(default=Book("", ()), compare=False, repr=False)
    answers: Answers = NOTHING_SAID

    def count(self, *outcomes: str) -> int:
        """How many rows end so."""
        return sum(1 for row in self.rows if row.outcome in outcomes)


@dataclass(frozen=True)
class ImportResult:
    """What a run did.

    `duplicates` is how many pairs wait for a decision, `corrected` names the cells that were
    mended on the way in.
    """

    run_id: UUID
    number: int
    rows: int
    new: int
    updated: int
    unchanged: int
    skipped: int
    duplicates: int
    problems: tuple[CellProblem, ...]
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stored:
    """What storing a plan made, and what its run remembers; `duplicates` as `ImportResult`."""

    duplicates: int
    kept: Mapping[str, object]
