"""One row of a roster as a person: every part read as far as it can be, nothing dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from desktop.exchange.cells import NEVER_CALCULATED, Cell, column_letters
from desktop.exchange.columns import Column, Layout, TableKey, shown
from desktop.exchange.marks import Checked, check_of
from desktop.exchange.name_cells import NameTexts, number_beside, only_name, read_name
from desktop.exchange.person_cells import Place, Words, place_of, read_phone, read_sex, text_of
from desktop.exchange.regions import TableRow
from desktop.exchange.second_rows import Below, what_is_below
from desktop.exchange.ticks import VOCABULARIES, Ticks
from desktop.models.dates import PartialDate, parse_date
from desktop.models.identity import NO_IDENTITY, Identity, parse_identity
from desktop.models.names import Name, canonical_title, split_name, take_title
from desktop.models.text import digits, one_line, search_key, suspicions

Severity = Literal["error", "ask", "warning"]
RowPlace = tuple[str, int, int]
"""Sheet, row as the file counts it, and the first column of its table."""
CellPlace = tuple[str, int, int]
"""Sheet, row as the file counts it, and the column from 0."""

# Readings of a date that need nobody: the preview shows the result in BE anyway.
_PLAIN_DATES: Final = frozenset(
    {"", "empty", "unknown", "ce_converted", "be_in_date_cell", "excel_serial"}
)
_TEXT_FIELDS: Final = ("name", "given", "middle", "surname", "nickname", "village", "carer", "note")
# Fields a row has no place of its own for: kept with their heading.
_KEPT_AS_TEXT: Final = (
    "own_name", "house_number", "address", "other_paper", "carer_role", "age",
)  # fmt: skip
_ROOM: Final = re.compile(r"(\D{1,8}[1-6]) ?/ ?\d{1,2}")
_NUMBERS: Final = ("identity", "g_code", "local_code")
_AMONG_WORDS: Final = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12}(?![\d-])")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Something a person should look at: where it stands, a stable code, the text as typed.

    `row` counts from 1 as in the spreadsheet, `column` is its letters ("" for the whole row).
    An `error` keeps the row from being stored; with an `ask` it is stored once a person has
    decided, a `warning` keeps it from nothing.
    """

    sheet: str
    row: int
    column: str
    code: str
    text: str
    severity: Severity = "warning"
    field: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person as a row tells of them; texts are in normal form, `birth_text` as typed.

    `unmatched` holds (field, text) of words found in no vocabulary, `extras` (heading, text) of
    columns that have no field: an importer keeps both, so that no word is lost.

    `check` compares a row of an export with its mark; `torn` names the field of a cell that moved
    here from another row.

    `source` is what stands in the file, `home` where people live whose row names no village;
    `as_read` the row before a person corrected cells of it.
    """

    sheet: str
    row: int
    table: TableKey = ("", 0, 0)
    title: str = ""
    given: str = ""
    middle: str = ""
    surname: str = ""
    nickname: str = ""
    sex: str = "unspecified"
    birth: PartialDate | None = None
    birth_text: str = ""
    identity: Identity = NO_IDENTITY
    other_identities: tuple[Identity, ...] = ()
    moo: str = ""
    village: str = ""
    hamlet: str = ""
    carer_title: str = ""
    carer: str = ""
    carer_identity: str = ""
    phone: str = ""
    level: str = ""
    status: str = ""
    reasons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    note: str = ""
    record_id: str = ""
    check: Checked | None = field(default=None, compare=False)
    torn: str = ""
    unmatched: tuple[tuple[str, str], ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
    problems: tuple[CellProblem, ...] = ()
    source: TableRow = field(default=TableRow(0, (), ()), compare=False, repr=False)
    home: Place = field(default=Place(), compare=False, repr=False)
    as_read: RosterRow | None = field(default=None, compare=False, repr=False)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The row's cells at their places in the sheet."""
        return self.source.cells

    @property
    def corrected(self) -> tuple[int, ...]:
        """The places of cells that a person corrected."""
        if self.as_read is None:
            return ()
        before = self.as_read.cells
        return tuple(
            place
            for place, cell in enumerate(self.cells)
            if cell != (before[place] if place < len(before) else None)
        )

    @property
    def place(self) -> RowPlace:
        """Where the person stands in the file; tables beside one another share their rows."""
        return self.sheet, self.row, self.table[2]

    @property
    def as_exported(self) -> bool:
        """Whether every cell holds what it was exported with."""
        return self.check is not None and not self.check.moved

    @property
    def storable(self) -> bool:
        """Whether nothing keeps the row from being stored."""
        return all(problem.severity != "error" for problem in self.problems)

    @property
    def doubtful(self) -> bool:
        """Whether a person must say first that this is one learner."""
        return any(problem.severity == "ask" for problem in self.problems)


class RowReader:
    """Reads the rows of one sheet by its layout."""

    def __init__(self, layout: Layout, words: Words, today: date | None, place: Place) -> None:
        """Begin a table.

        Args:
            layout: what its columns hold.
            words: the code lists.
            today: births after it are a problem; None where no day is known for sure.
            place: where people live whose row names no village.
        """
        self.place = place
        self._layout = layout
        self._fields = layout.fields
        self._columns = {column.field: column for column in layout.columns if column.field}
        self._plain = [
            column for column in layout.columns if not column.field or column.field in _KEPT_AS_TEXT
        ]
        # A second column of names beside the first: some lists put brothers and sisters there.
        self._names_beside = [column for column in self._plain if column.names_another]
        self._words = words
        self._today = today
        self._ticks = Ticks(layout, words)
        self._problems: list[CellProblem] = []
        self._worded: list[Column] = []
        self._told: set[Column] = set()
        self._row = TableRow(0, (), ())
        self._below = Below(())

    def read(self, row: TableRow) -> RosterRow:
        """The person of one row; never raises for what the cells hold."""
        self._below = what_is_below(row, self._layout)
        self._row = replace(row, cells=self._below.cells)
        self._problems = []
        self._worded = []
        self._told = set()
        for index, error in row.errors:
            self._note_error(index, error)
        name = self._name()
        if row.doubt:
            self._note(row.doubt, "name" if "name" in self._fields else "given", "ask")
        identity, others = self._identities()
        birth, birth_text = self._birth()
        place = self._place()
        carer_title, carer = self._carer()
        phone = self._phone()
        unmatched: list[tuple[str, str]] = []
        sex = self._sex(unmatched)
        level = self._one("level", unmatched)
        status = self._one("status", unmatched)
        reasons = self._many("reasons", unmatched)
        groups = self._many("groups", unmatched)
        if not name.given:
            self._note_nameless()
        for field_name in _TEXT_FIELDS:
            for code in suspicions(shown(self._cell(field_name))):
                self._note(f"text_{code}", field_name)
        for column in self._layout.columns:
            if len(text := self._text_at(column)) > column.most_letters:
                self._tell(column.letters, "text_too_long", text[:60], "error", column.field)
        return RosterRow(
            sheet=self._layout.sheet,
            row=row.number,
            table=self._layout.key,
            title=name.title,
            given=name.given,
            middle=name.middle,
            surname=name.surname,
            nickname=self._text("nickname") or name.nickname,
            sex=sex,
            birth=birth,
            birth_text=birth_text,
            identity=identity,
            other_identities=others,
            moo=place.moo,
            village=place.village,
            hamlet=self._text("hamlet"),
            carer_title=carer_title,
            carer=carer,
            carer_identity=self._carer_identity(),
            phone=phone,
            level=level,
            status=status,
            reasons=reasons,
            groups=groups,
            note=self._text("note"),
            record_id=self._text("record_id"),
            check=check_of(self._fields, row.cells),
            unmatched=tuple(unmatched),
            extras=self._extras(),
            problems=tuple(self._problems),
            source=row,
            home=self.place,
        )

    def _cell(self, name: str) -> Cell:
        index = self._fields.get(name)
        if index is None or index >= len(self._row.cells):
            return None
        return self._row.cells[index]

    def _text(self, name: str) -> str:
        return text_of(self._cell(name))

    def _text_at(self, column: Column) -> str:
        cells = self._row.cells
        return text_of(cells[column.index]) if column.index < len(cells) else ""

    def _note(self, code: str, name: str, severity: Severity = "warning") -> None:
        column = self._columns.get(name)
        text = one_line(shown(self._cell(name)))
        self._tell(column.letters if column else "", code, text, severity, name)

    def _note_error(self, place: int, error: str) -> None:
        never = error == NEVER_CALCULATED
        named = {column.index: column.field for column in self._layout.columns}
        self._tell(
            column_letters(place + 1),
            "cell_not_calculated" if never else "cell_error",
            "" if never else error,
            "warning",
            named.get(place, ""),
        )

    def _tell(self, letters: str, code: str, text: str, severity: Severity, name: str) -> None:
        number = self._row.number
        self._problems.append(
            CellProblem(self._layout.sheet, number, letters, code, text, severity, name)
        )

    def _note_nameless(self) -> None:
        name = "name" if "name" in self._fields else "given"
        column = self._columns.get(name)
        # A cell has one note: where its formula failed, the row itself is what lacks the name.
        failed = column is not None and column.index in dict(self._row.errors)
        self._note("no_name", "" if failed else name, "error")

    def _name(self) -> Name:
        name, notes = read_name(
            NameTexts(
                self._text("title"),
                self._text("name"),
                self._text("given"),
                self._text("middle"),
                self._text("surname"),
                shown(self._cell("name")) or shown(self._cell("given")),
                "surname" in self._fields,
            )
        )
        for code, field_name, doubt in notes:
            self._note(code, field_name, doubt or "warning")
            if code in ("name_differs", "name_remark"):
                self._worded.append(self._columns[field_name])
        for column in self._names_beside:
            other = split_name(only_name(self._text_at(column))).given
            if other and search_key(other) != search_key(name.given):
                text = self._text_at(column)
                self._tell(column.letters, "maybe_two_people", text, "ask", column.field)
        return name

    def _carer_identity(self) -> str:
        identity = parse_identity(self._text("carer_identity") or None)
        return identity.value if identity.kind != "none" else ""

    def _identities(self) -> tuple[Identity, tuple[Identity, ...]]:
        found: list[Identity] = []
        for name in _NUMBERS:
            cell = self._cell(name)
            if cell is None or isinstance(cell, bool):
                continue
            identity = parse_identity(cell if isinstance(cell, str | int | float) else shown(cell))
            if identity.kind == "none":
                continue
            if len(set(_AMONG_WORDS.findall(digits(one_line(shown(cell)))))) > 1:
                self._note("maybe_two_people", name, "ask")
            elif identity.kind == "other":
                identity = self._told_apart(identity, self._columns[name])
            for warning in identity.warnings:
                self._note(f"number_{warning}", name)
            if identity not in found:
                found.append(identity)
        beside = number_beside(self._text("name") or self._text("given"))
        found += [each for each in map(parse_identity, beside) if each not in found]
        of_school = self._school_code()
        first = found[0] if found else NO_IDENTITY
        return first, tuple(each for each in (*found[1:], *of_school) if each != first)

    def _school_code(self) -> list[Identity]:
        """The pupil's code at a school is a number as good as any; nothing about it is checked."""
        text = self._text("school_code")
        if not text:
            return []
        identity = parse_identity(text)
        known = identity.kind in ("national", "g_code") and identity.checksum_ok
        return [identity if known else Identity("other", text, None)]

    def _told_apart(self, identity: Identity, column: Column) -> Identity:
        """The one number that stands among words; the words become extra text."""
        numbers = _AMONG_WORDS.findall(digits(identity.value))
        if len(numbers) != 1:
            return identity
        self._worded.append(column)
        return parse_identity(numbers[0])

    def _birth(self) -> tuple[PartialDate | None, str]:
        cell: Cell = self._cell("birth")
        name = "birth"
        if cell is None and "birth_year" in self._fields:
            parts = [self._text(part) for part in ("birth_day", "birth_month", "birth_year")]
            name = "birth_year"
            if parts[2]:
                month_is_number = not parts[1] or parts[1].isdigit()
                strings = [part or "0" for part in parts] if month_is_number else parts
                cell = ("/" if month_is_number else " ").join(part for part in strings if part)
        if cell is None or isinstance(cell, bool):
            return None, ""
        typed = cell if isinstance(cell, str | int | float | date) else None
        parsed = parse_date(typed, today=self._today)
        if parsed.code not in _PLAIN_DATES:
            self._note(f"birth_{parsed.code}", name)
        return parsed.value, "" if parsed.code == "empty" else shown(cell).strip()

    def _place(self) -> Place:
        cells = self._cell("moo"), self._cell("village")
        # The only word on where the person lives may be a whole address.
        apart = {"moo", "village"} & self._fields.keys()
        place, doubt = place_of(*cells, None if apart else self._cell("address"), self.place)
        if doubt:
            self._note(*doubt)
        return place

    def _carer(self) -> tuple[str, str]:
        typed_title = self._text("carer_title")
        carer = self._text("carer") or self._below.carer
        title, rest = take_title(carer)
        if not rest:
            title, rest = "", carer
        surname = self._text("carer_surname")
        while rest.endswith((" -", " –")):
            rest = rest[:-2].rstrip()
        title = (canonical_title(typed_title) or typed_title) if typed_title else title
        return title, " ".join(part for part in (rest, surname) if part)

    def _phone(self) -> str:
        if self._below.phone and not self._text("phone"):
            return self._below.phone
        phone, good = read_phone(self._cell("phone"))
        if phone and not good:
            self._note("phone_unreadable", "phone")
        return phone

    def _sex(self, unmatched: list[tuple[str, str]]) -> str:
        cell = self._cell("sex")
        sex = read_sex(cell, self._words)
        if sex is None:
            unmatched.append(("sex", text_of(cell)))
            self._note("unmatched_sex", "sex")
            return "unspecified"
        return self._ticked("sex") or sex if sex == "unspecified" else sex

    def _ticked(self, name: str) -> str:
        """The code of the one column of a field that is ticked, "" for none or several."""
        ticked = self._ticks.of(name, self._row.cells)
        if len(ticked) > 1:
            self._tell(ticked[-1][0].letters, "ticked_twice", "", "warning", name)
            return ""
        self._told.update(column for column, _code in ticked)
        return ticked[0][1] if ticked else ""

    def _one(self, name: str, unmatched: list[tuple[str, str]]) -> str:
        text = self._text(name)
        if not text:
            return self._ticked(name)
        code = self._words.code(VOCABULARIES[name], text)
        if code is None and (room := _ROOM.fullmatch(digits(text))):
            # "ม.1/2": the room of a class says nothing of the level, and is kept.
            code = self._words.code(VOCABULARIES[name], room[1])
            if code is not None:
                self._worded.append(self._columns[name])
        if code is None:
            unmatched.append((name, text))
            self._note(f"unmatched_{name}", name)
            return ""
        return code

    def _many(self, name: str, unmatched: list[tuple[str, str]]) -> tuple[str, ...]:
        ticked = self._ticks.of(name, self._row.cells)
        self._told.update(column for column, _code in ticked)
        text = self._text(name)
        codes, unknown = self._words.codes(VOCABULARIES[name], text) if text else ((), ())
        if unknown:
            unmatched.extend((name, part) for part in unknown)
            self._note(f"unmatched_{name}", name)
        return tuple(dict.fromkeys((*codes, *(code for _column, code in ticked))))

    def _extras(self) -> tuple[tuple[str, str], ...]:
        plain = (column for column in self._plain if column not in self._told)
        said = [(column, self._text_at(column)) for column in (*plain, *self._worded)]
        by_place = {column.index: column for column in self._layout.columns}
        said += [(by_place[p], text) for p, text in self._below.extras if p in by_place]
        return tuple((column.heading or column.letters, text) for column, text in said if text)
