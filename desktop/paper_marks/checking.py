"""A folder of photographs read one by one, and compared with what is known to stand on them."""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.errors import UserError
from desktop.paper_marks.page_codes import Kind
from desktop.paper_marks.picture import MOST_BYTES
from desktop.paper_marks.reading import Group, ReadSheet, read_sheet

logger = logging.getLogger(__name__)

PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
COLUMNS: Final = ("file", "row", "date", "marked")
"""Of a table of truth: the row and the date from 1 (no date on a sheet of codes), the number of
the box that is marked from 1, nothing where none is."""
HEADS: Final = ("file", "page", "row", "date", "marked", "sure")
_MOST_TRUTH: Final = 20_000_000
Place = tuple[str, int, int]
Truth = Mapping[Place, int | None]


@dataclass(frozen=True, slots=True)
class Tried:
    """A photograph: what was read, or the refusal."""

    name: str
    sheet: ReadSheet | None
    refused: UserError | None = None


def pictures_in(folder: Path) -> list[Path]:
    """Return the pictures of a folder by name; UserError `folder_missing`."""
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in PICTURES]
        return sorted(file for file in files if file.is_file())
    except OSError as error:  # a stick that was pulled out, too
        raise UserError("folder_missing", folder=str(folder)) from error


def read_picture(path: Path) -> ReadSheet:
    """Read one file; UserError as `read_sheet`, `file_missing`."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)  # one more: enough to be told too large
    except OSError as error:
        raise UserError("file_missing", name=path.name) from error
    return read_sheet(content)


def read_folder(folder: Path) -> Iterator[Tried]:
    """Read each picture of a folder; one that cannot be read stops none after it."""
    for path in pictures_in(folder):
        try:
            yield Tried(path.name, read_picture(path))
        except UserError as error:
            yield Tried(path.name, None, error)


def read_truth(path: Path) -> dict[Place, int | None]:
    """Read a table of truth, CSV with the columns of `COLUMNS`.

    Raises:
        UserError: `file_missing`; `truth_table_odd` (`line`) for a line that says nothing clear.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read(_MOST_TRUTH)
    except OSError as error:
        raise UserError("file_missing", name=path.name) from error
    except UnicodeDecodeError as error:
        raise UserError("truth_table_odd", line=1) from error
    reader = csv.DictReader(io.StringIO(text))
    if set(COLUMNS) - set(reader.fieldnames or ()):
        raise UserError("truth_table_odd", line=1)
    truth: dict[Place, int | None] = {}
    for each in reader:
        try:
            place = (each["file"], int(each["row"]) - 1, int(each["date"] or 1) - 1)
            truth[place] = int(each["marked"]) - 1 if each["marked"] else None
        except (TypeError, ValueError) as error:
            raise UserError("truth_table_odd", line=reader.line_num) from error
    return truth


@dataclass
class Figures:
    """How many groups were read, were sure, and of those were right; by kind of sheet."""

    pictures: int = 0
    taken: int = 0
    groups: dict[Kind, int] = field(default_factory=dict)
    sure: dict[Kind, int] = field(default_factory=dict)
    right: dict[Kind, int] = field(default_factory=dict)

    def count(self, sheet: ReadSheet | None, name: str, truth: Truth) -> None:
        """Count one picture; groups that the truth says nothing of are left out."""
        self.pictures += 1
        if sheet is None:
            return
        self.taken += 1
        kind = sheet.code.kind
        for group in sheet.groups:
            place = (name, group.row, group.number)
            if place not in truth:
                continue
            self.groups[kind] = self.groups.get(kind, 0) + 1
            if group.sure:
                self.sure[kind] = self.sure.get(kind, 0) + 1
                right = group.marked == truth[place]
                self.right[kind] = self.right.get(kind, 0) + right


def lines_of(tried: Tried) -> Iterator[tuple[str, ...]]:
    """Return the rows of one picture in a table of all that was read."""
    if tried.sheet is None:
        yield (tried.name, "", "", "", "", "")
        return
    for group in tried.sheet.groups:
        yield (tried.name, tried.sheet.code.page, *_said(tried.sheet.code.kind, group))


def _said(kind: Kind, group: Group) -> tuple[str, ...]:
    date = str(group.number + 1) if kind == "dates" else ""
    marked = "" if group.marked is None else str(group.marked + 1)
    return (str(group.row + 1), date, marked, "1" if group.sure else "0")


def newest_pictures(folder: Path, most: int) -> list[Path]:
    """Return the newest pictures of a folder, the newest first; UserError `folder_missing`."""
    dated = []
    for path in pictures_in(folder):
        try:
            dated.append((path.stat().st_mtime, path))
        except OSError:
            logger.info("a picture went away while its folder was read")
    return [path for _, path in sorted(dated, key=lambda each: each[0], reverse=True)[:most]]
