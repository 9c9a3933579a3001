"""What a subject declares so that its list goes out into a workbook, and comes back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.marks import mark_text
from desktop.exchange.reading import Book as Workbook
from desktop.exchange.rows import CellProblem
from desktop.exchange.writing import Column, Table, Value, cell_text, named
from desktop.models.base import SyncedRecord
from desktop.models.fields import fields_of
from desktop.models.text import normalise
from desktop.progress import Progress, SilentProgress
from desktop.services.roles import Right
from resources.words.names import kinds_name

RECORD_ID = Column("record_id", "รหัสระเบียน", "Record id", "code", hidden=True, back=False)
MARK = Column("mark", "รอยตรวจ", "Row mark", "code", hidden=True, back=False)

Outcome = Literal["new", "update", "unchanged", "asked", "repeat", "error", "left_out"]

BookPlace = tuple[str, int]
"""Sheet, and row as the file counts it."""

FITS_SEVERAL = "row_fits_several"
"""What is asked of a row whose name is that of several."""

_WIDE = frozenset({"text", "lines", "codes"})


Q = TypeVar("Q")


@dataclass(frozen=True)
class Asked:
    """What is wanted of an export.

    Attributes:
        query: which records, all without one; of the kind that the export `asks`.
        language: of headings and words, `th` or `en`.
        sensitive: sensitive words too, where consent to them stands.
        columns: keys of the wanted columns, all without; only the list of learners leaves any out.
        numbers: with national numbers, G codes and telephones.
        progress: told per some hundred rows.
    """

    today: date
    query: object = None
    language: str = "th"
    sensitive: bool = False
    columns: frozenset[str] | None = None
    numbers: bool = True
    progress: Progress = field(default_factory=SilentProgress)

    def question(self, kind: type[Q]) -> Q:
        """Return the query, or one of that kind that finds all.

        Raises:
            TypeError: it asks for another kind of record.
        """
        query = kind() if self.query is None else self.query
        if not isinstance(query, kind):
            raise TypeError(f"{type(query).__name__} is no {kind.__name__}")
        return query


class Export(ABC):
    """A list that goes out as a workbook.

    Attributes:
        what: its name in commands and in the marks of its rows.
        model: the kind of record that a row is.
        asks: the kind of question that says which records are wanted.
        new_rows: whether a row without an id is a new record when the list comes back.
    """

    what: ClassVar[str]
    model: ClassVar[type[SyncedRecord]]
    asks: ClassVar[type]
    new_rows: ClassVar[bool] = True

    def title(self, language: str) -> str:
        """What the list is called, over its sheet and wherever it is offered."""
        return kinds_name(self.model.kind, language)

    @abstractmethod
    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """The sheets; the first one is the list, the others only tell of it.

        Raises:
            Cancelled: from its progress.
        """


class Book(Export):
    """A list of one kind of record that goes out as a workbook and comes back.

    Attributes:
        word: what the codes of its problems begin with.
        identity: keys of the columns that say whose row it is; they must agree with its id.
        may_lack: those of them that may be empty, or have no column in a list of elsewhere.
        right: what one must be allowed to do to take it in, beside taking workbooks in.
        begins: keys of columns that are another record's, which a new row begins with: taken as
            they stand, and never from a row that is known.
        owner: the link to whose record a row is, where that may be somebody known already; it
            stands among the values of a new row of theirs. "" where records belong to nobody.
        aliases: other headings, and the key of the column that each means.
    """

    word: ClassVar[str]
    identity: ClassVar[tuple[str, ...]]
    may_lack: ClassVar[frozenset[str]] = frozenset()
    right: ClassVar[Right] = Right.IMPORT
    begins: ClassVar[tuple[str, ...]] = ()
    owner: ClassVar[str] = ""
    aliases: ClassVar[Mapping[str, str]] = {}

    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """Every column in order, without those of id and mark; `back` ones are fields of it."""

    @abstractmethod
    def known(self, session: Session) -> Mapping[UUID, SyncedRecord]:
        """The records that rows may mean."""

    @abstractmethod
    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        """What the columns of `identity` say of these records now.

        What else is said there tells two of one name apart.
        """

    def owners(self, session: Session) -> Mapping[UUID, Mapping[str, str]]:
        """What the columns of `begins` say of everybody whose record a new row may be."""
        del session
        return {}

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """What a row or a record is known by, so that two spellings of it compare."""
        return tuple(plain(texts.get(key, "")) for key in self.identity)

    @abstractmethod
    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        """Put read values onto a record, or make one."""

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        """Refuse values that a record does not take now; a subject without such rules takes all.

        Raises:
            UserError: by the rules of the subject.
        """
        del session, record, values

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        """Refuse values that no record can be made of; a subject without such rules takes all.

        Raises:
            UserError: with the `field` that says so.
        """
        del session, values

    def kept(self, key: str, text: str) -> str:
        """The line of the note by which a word that no field took is kept; "" where it is not."""
        column = next(each for each in self.columns() if each.key == key)
        return f"{column.header_th}: {text}"

    def few(self) -> frozenset[str]:
        """Columns whose values repeat from row to row: codes, places, yes and no."""
        fields = fields_of(self.model)
        coded = ("code", "codes", "yes_no", "link", "links", "months", "count")
        return frozenset(
            each.key
            for each in self.columns()
            if not each.back or (each.key in fields and fields[each.key].type in coded)
        ) - frozenset((*self.identity, *self.begins))

    def sheet_columns(self) -> tuple[Column, ...]:
        """The columns as they are written."""
        return (*self.columns(), RECORD_ID, MARK)

    def line(self, record_id: UUID, values: Mapping[str, Value]) -> list[Value]:
        """A row of the sheet, with its id and mark."""
        value = {**values, RECORD_ID.key: str(record_id)}
        texts = {each.key: cell_text(value.get(each.key)) for each in self.sheet_columns()[:-1]}
        value[MARK.key] = mark_text(self.what, texts)
        return [value.get(each.key) for each in self.sheet_columns()]


def plain(text: str) -> str:
    """A text as it is compared: spacing and case play no part."""
    return "".join(normalise(text).split()).casefold()


def field_columns(model: type[SyncedRecord], names: Iterable[str]) -> tuple[Column, ...]:
    """Columns of these fields of a kind: headings, kind and width follow from what they mean."""
    fields = fields_of(model)
    return tuple(
        named(
            model.kind,
            name,
            "number" if fields[name].type in ("count", "amount") else _kind(fields[name].type),
            width=28 if fields[name].type in _WIDE or name == "name" else 0,
        )
        for name in names
    )


def _kind(of_field: str) -> Literal["date", "text"]:
    return "date" if of_field == "day" else "text"


@dataclass(frozen=True)
class BookDecision:
    """What a person decided of a row that was asked about: the record it is, a new one, neither."""

    kind: Literal["same", "new", "leave_out"]
    record_id: UUID | None = None


@dataclass(frozen=True)
class BookLine:
    """What becomes of one row.

    Attributes:
        place: where it stands in the file.
        outcome: `asked` where it may mean another record; it is not stored undecided.
        question: the code of what is asked, "" for nothing; it stays once it is decided.
        candidates: id and name of the records that the row may be, or of those whose record.
    """

    place: BookPlace
    name: str
    outcome: Outcome
    record_id: UUID | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    question: str = ""
    candidates: tuple[tuple[UUID, str], ...] = ()

    @property
    def likeliest(self) -> UUID | None:
        """Which of the candidates the row itself names; None where it fits several alike."""
        if not self.candidates or self.question == FITS_SEVERAL:
            return None
        return self.candidates[0][0]


@dataclass(frozen=True)
class BookPreview:
    """What an import would do; nothing is stored.

    Attributes:
        what: names the book.
        new_rows: whether a row may be decided to be a new record.
        decisions: what a person decided of rows that were asked about.
        read: the cells of the file, to be looked at again with other decisions.
    """

    what: str
    file_name: str
    sha256: bytes
    lines: tuple[BookLine, ...]
    problems: tuple[CellProblem, ...]
    new_rows: bool = True
    decisions: Mapping[BookPlace, BookDecision] = field(default_factory=dict)
    read: Workbook = field(default=Workbook("", ()), compare=False, repr=False)

    def count(self, *outcomes: str) -> int:
        """How many rows end so."""
        return sum(1 for line in self.lines if line.outcome in outcomes)
