"""An old attendance sheet of a school: names down, days across; what it says, and storing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.cells import Cell, CellError, Sheet, SheetRow
from desktop.exchange.reading import read_book
from desktop.models.courses import Course
from desktop.models.dates import parse_date
from desktop.models.names import split_name
from desktop.models.search import key_of
from desktop.models.text import digits, normalise
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.sessions import registers
from desktop.services.sessions.marking import put, took_in
from desktop.services.sessions.register_records import Grid, Mark, Marked, RegisterLine
from desktop.services.sessions.service import begun
from desktop.services.vocabularies import CentreLookup
from desktop.services.workspace import Workspace

_TICKS: Final = ("✓", "✔", "√", "☑", "/", "●", "•", "1", "v", "มา", "y")
_ABSENT: Final = ("0", "ขาด", "n")
_NOTHING: Final = ("", ".")
_MEANS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_TICKS, "present"),
    **dict.fromkeys(_ABSENT, "absent"),
}
"""What marks mean beside the letters and words of the centre; a cross says yes on one form and no
on another, and is asked about."""

Why = Literal["unclear", "differs"]
Place = tuple[int, int]
"""Of a person and a day, by their place in the sheet."""


@dataclass(frozen=True)
class OldDay:
    """A day of the sheet: ISO; `meeting_id` None where the course did not meet on it so far."""

    on: str
    number: int
    meeting_id: UUID | None


@dataclass(frozen=True)
class OldLine:
    """A row: its number in the file, the name, and who of the course that may be.

    Attributes:
        again: a row above is of the same person already.
    """

    row: int
    name: str
    candidates: tuple[tuple[UUID, str], ...]
    again: bool = False

    @property
    def asked(self) -> bool:
        """Whether a person must say whose row it is."""
        return self.again or len(self.candidates) != 1


@dataclass(frozen=True)
class OldDoubt:
    """A cell that a person must decide: it is unclear, or other than what is marked already."""

    place: Place
    text: str
    why: Why
    code: str
    now: str


@dataclass(frozen=True)
class OldSheet:
    """What a sheet says.

    Attributes:
        marks: what is sure, by place; empty cells say nothing.
    """

    course_id: UUID
    title: str
    days: tuple[OldDay, ...]
    lines: tuple[OldLine, ...]
    marks: Mapping[Place, str]
    doubts: tuple[OldDoubt, ...]


@dataclass(frozen=True)
class OldAnswers:
    """What a person decided.

    Attributes:
        people: whose a row is that was asked about, by its place; "" for somebody new, None to
            leave it out.
        cells: codes of doubtful places; "" leaves one as it is.
    """

    people: Mapping[int, UUID | str | None]
    cells: Mapping[Place, str]


class OldSheetService:
    """Reads old sheets, and stores what a person saw and decided; nothing is stored by reading."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.IMPORT)
    def read(self, course_id: UUID, path: Path) -> OldSheet:
        """Read a file, and compare it with a course.

        Raises:
            UserError: `record_unknown`; `old_sheet_no_days` where no row heads its columns with
                days; as `read_book` for the file.
        """
        sheets = read_book(path).sheets
        today = self._workspace.today()
        with self._workspace.read() as session:
            found = registers.grid(session, course_id, today)
            means = _meanings(session)
            headed = [each for sheet in sheets if (each := _headed(sheet)) is not None]
            if not headed:
                raise UserError("old_sheet_no_days", name=path.name)
            best = max(headed, key=lambda each: len(each.days))
            return _Reading(found, best, means).sheet()

    @needs(Right.IMPORT)
    def take(self, sheet: OldSheet, answers: OldAnswers) -> Marked:
        """Store a sheet as one act: days that are missing are met, and the marks are written.

        Raises:
            UserError: as marks do.
        """
        workspace = self._workspace
        with workspace.write() as session:
            course = live(session, Course, sheet.course_id)
            wanted = {**sheet.marks, **answers.cells}
            before = registers.grid(session, sheet.course_id, workspace.today()).marks
            meetings: dict[int, UUID] = {}
            people: dict[int, UUID] = {}
            marks: dict[UUID, dict[UUID, Mark | str]] = defaultdict(dict)
            for (line, day), code in sorted(wanted.items()):
                whose = _whose(sheet.lines[line], answers.people.get(line))
                if not code or whose is None:
                    continue
                if day not in meetings:
                    meetings[day] = _meeting(session, sheet, sheet.days[day])
                if line not in people:
                    people[line] = (
                        whose
                        if isinstance(whose, UUID)
                        else took_in(session, workspace, course, whose, _first(sheet, wanted, line))
                    )
                if sheet.lines[line].asked and (people[line], meetings[day]) in before:
                    continue  # nobody was shown that it is another than what is marked
                marks[meetings[day]].setdefault(people[line], code)
            session.flush()
            return put(session, workspace, marks, "import")


def _whose(line: OldLine, answer: UUID | str | None) -> UUID | str | None:
    """Whose a row is: an enrolment, the name of somebody new, or nobody's."""
    if not line.asked:
        return line.candidates[0][0]
    return line.name if answer == "" else answer


def _first(sheet: OldSheet, wanted: Mapping[Place, str], line: int) -> str:
    return min(sheet.days[day].on for (row, day), code in wanted.items() if row == line and code)


def _meeting(session: Session, sheet: OldSheet, day: OldDay) -> UUID:
    if day.meeting_id is not None:
        return day.meeting_id
    return begun(session, sheet.course_id, day.on, None).id


@dataclass(frozen=True)
class _Headed:
    """A sheet whose row of headings is known: the day of each column, and where the names stand."""

    sheet: Sheet
    top: int
    days: Mapping[int, str]


def _headed(sheet: Sheet) -> _Headed | None:
    found = []
    for place, row in enumerate(sheet.rows):
        days = {
            column: day for column, cell in enumerate(row.cells) if (day := _day(cell)) is not None
        }
        found.append(_Headed(sheet, place, days))
    best = max(found, key=lambda each: len(each.days), default=None)
    return best if best is not None and best.days and min(best.days) > 0 else None


def _day(cell: Cell) -> str | None:
    if cell is None or isinstance(cell, int | float | CellError):
        return None  # a bare number counts something
    read = parse_date(cell, today=None).value
    return read.iso() if read is not None and read.day is not None else None


def _text(cells: Sequence[Cell], column: int) -> str:
    cell = cells[column] if column < len(cells) else None
    if cell is None or isinstance(cell, date | CellError):
        return ""
    if isinstance(cell, bool) or (isinstance(cell, float) and cell.is_integer()):
        cell = int(cell)
    return normalise(str(cell)).strip()


def _meanings(session: Session) -> dict[str, str]:
    """The code of each mark and word that a cell may hold."""
    known = {_plain(mark): code for mark, code in _MEANS.items()}
    for term in CentreLookup(session).vocabulary("attendance_codes").terms:
        mark = term.extra.get("mark")
        for word in (term.th, term.en, *term.aliases, *([str(mark)] if mark else [])):
            known[_plain(word)] = term.code
    return known


def _plain(text: str) -> str:
    return digits(text).strip().casefold()


class _Reading:
    """One sheet compared with its course."""

    def __init__(self, found: Grid, headed: _Headed, means: Mapping[str, str]) -> None:
        self._grid, self._headed, self._means = found, headed, means
        self._by_name: dict[str, list[RegisterLine]] = defaultdict(list)
        for line in found.lines:
            for name in {_key(line.name), key_of(line.nickname)} - {""}:
                self._by_name[name].append(line)
        self._rows = headed.sheet.rows[headed.top + 1 :]

    def sheet(self) -> OldSheet:
        columns = sorted(self._headed.days)
        days = tuple(self._days(columns))
        names = self._names_at()
        rows = [(row, name) for row in self._rows if (name := self._name(row.cells, names))]
        lines = tuple(self._lines(rows))
        marks: dict[Place, str] = {}
        doubts: list[OldDoubt] = []
        for place, (row, _name) in enumerate(rows):
            for number, column in enumerate(columns):
                text = _text(row.cells, column)
                if _plain(text) in _NOTHING:
                    continue
                code = self._means.get(_plain(text), "")
                now = self._now(lines[place], days[number])
                if not code:
                    doubts.append(OldDoubt((place, number), text, "unclear", "", now))
                elif now and now != code:
                    doubts.append(OldDoubt((place, number), text, "differs", code, now))
                else:
                    marks[place, number] = code
        title = self._headed.sheet.name
        return OldSheet(self._grid.course_id, title, days, lines, marks, tuple(doubts))

    def _days(self, columns: Sequence[int]) -> Iterator[OldDay]:
        """The meeting of each column: a day that stands twice is met twice."""
        of_day = defaultdict(list)
        for meeting in self._grid.meetings:
            of_day[meeting.on].append(meeting.id)
        seen: dict[str, int] = defaultdict(int)
        for column in columns:
            on = self._headed.days[column]
            known, number = of_day[on], seen[on]
            seen[on] += 1
            yield OldDay(on, number + 1, known[number] if number < len(known) else None)

    def _names_at(self) -> int:
        """The column of names: where most of the course are found, or else most letters stand."""

        def worth(column: int) -> tuple[int, int, int]:
            texts = [_text(row.cells, column) for row in self._rows]
            known = sum(_key(text) in self._by_name for text in texts)
            return known, sum(any(map(str.isalpha, text)) for text in texts), -column

        return max(range(min(self._headed.days)), key=worth)

    def _name(self, cells: Sequence[Cell], column: int) -> str:
        """A name, with the surname of the column behind it where that is headed so."""
        name = _text(cells, column)
        heads = self._headed.sheet.rows[self._headed.top].cells
        beside = column + 1
        if beside not in self._headed.days and _text(heads, beside) in ("นามสกุล", "สกุล", "Surname"):
            name = f"{name} {_text(cells, beside)}".strip()
        return name if any(map(str.isalpha, name)) else ""

    def _lines(self, rows: Sequence[tuple[SheetRow, str]]) -> Iterator[OldLine]:
        taken: set[UUID] = set()
        for row, name in rows:
            found = self._by_name.get(_key(name)) or self._by_name.get(key_of(name)) or []
            free = [line for line in found if not line.restricted]
            again = len(free) == 1 and free[0].enrolment_id in taken
            taken.update(line.enrolment_id for line in free if len(free) == 1)
            candidates = tuple((line.enrolment_id, line.name) for line in free)
            yield OldLine(row.number, name, candidates, again)

    def _now(self, line: OldLine, day: OldDay) -> str:
        if line.asked or day.meeting_id is None:
            return ""
        return self._grid.marks.get((line.candidates[0][0], day.meeting_id), "")


def _key(name: str) -> str:
    """What two spellings of a person's name share: without title, spaces and tones."""
    parts = split_name(name)
    return key_of(f"{parts.given} {parts.surname}".strip())
