"""What a field of a record is: the type of its column, and what its value means.

Each field of a synced class is made by one of the constructors below, so that reading typed values,
checks, masks, owners, history and words follow from one declaration (`fields_of`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypedDict, Unpack
from uuid import UUID, SafeUUID

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    String,
    TypeDecorator,
    inspect,
)
from sqlalchemy.orm import MappedColumn, Mapper, mapped_column

from desktop.models.ids import DerivedId
from desktop.models.vocabulary import all_names
from sync.kinds import OPEN_EVERYWHERE, kind_of

FieldType = Literal[
    "line", "text", "plain", "phone", "code", "codes", "hett", "day", "moment", "yes_no", "count",
    "amount", "money", "link", "links", "lines", "months", "packed", "machine",
]  # fmt: skip
"""Of each: what its constructor says."""

OnErase = Literal["", "follow", "cut", "keep"]

HUMANS: Final = frozenset({"learner", "person"})
"""Kinds whose records are somebody."""

LOCAL: Final = {"local": True}
"""Column info: kept by this laptop for itself, never sent, never an edit."""


class Id(TypeDecorator[UUID]):
    """A record id: `uuid.UUID` in Python, 16 bytes in the database."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], UUID | None]:
        return _read_id


def _read_id(value: Any) -> UUID | None:
    """An id of 16 bytes. Lists read thousands, and the constructor asks five times what it is."""
    if value is None:
        return None
    read = UUID.__new__(UUID)
    _set(read, "int", int.from_bytes(value))
    _set(read, "is_safe", _NOT_SAID)
    return read


_set = object.__setattr__
_NOT_SAID = SafeUUID.unknown


class Packed(TypeDecorator[Any]):
    """A list or dictionary of primitives, as msgpack; the value is replaced, never mutated."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> bytes | None:
        return None if value is None else msgspec.msgpack.encode(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        return None if value is None else msgspec.msgpack.decode(bytes(value))


class ThaiString(TypeDecorator[str]):
    """Text that a person typed: held normalised, the typed spelling kept in `typed`."""

    impl = String
    cache_ok = True


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, and what its value means.

    Attributes:
        name: its stable name, on the wire and for commands.
        type: how a value is read and told; see the constructors.
        vocabulary: the code list of a `code` or `codes`; of a `line` or `text` the list whose
            codes may stand there beside free words; of a `hett` `indicators` or `dimensions`.
        also: a second list, whose codes only the program puts there.
        link: the kind of the record that an id leads to; "" where it may be any.
        owner: the record belongs to the one that this link leads to, and goes where that goes.
        on_erase: what becomes of the record when the one that this link leads to is destroyed:
            it goes too (`follow`), it stays and the link is emptied (`cut`), or it stays as it is
            (`keep`). Every link to somebody says so.
        part_known: a day may be known to its month or year only.
        unit: of money, `baht` or `satang`.
        empty: what stands in a field that may not be empty once it is emptied.
        guards: tells whether this record is sensitive: by a sensitive term or indicator, or by
            being true.
        identifying: tells who somebody is.
        sensitive: tells what only those may know who see sensitive parts, whatever the record; so
            does every field of a kind that is sensitive as a whole.
        machine: only the program reads it; never told to a person.
        by_hand: a person may give it a value; not what an id is made from, which is said once.
        nullable: None is a value.
        required: a record cannot be made without it.
        is_id: the attribute is a UUID, 16 bytes on the wire.
        is_text: held normalised, the typed spelling kept beside it.
    """

    type: FieldType
    vocabulary: str = ""
    also: str = ""
    link: str = ""
    owner: bool = False
    on_erase: OnErase = ""
    part_known: bool = False
    unit: str = ""
    empty: Any = None
    guards: bool = False
    identifying: bool = False
    sensitive: bool = False
    machine: bool = False
    by_hand: bool = True
    name: str = ""
    nullable: bool = True
    required: bool = False
    is_id: bool = False
    is_text: bool = False

    @property
    def free(self) -> bool:
        """Whether words of one's own may stand in it beside the codes of its list."""
        return self.type in ("line", "text")

    @property
    def told(self) -> bool:
        """Whether it says something to a person; a link that is always the owner's does not."""
        return not self.machine and (self.by_hand or not self.owner)

    @property
    def vocabularies(self) -> tuple[str, ...]:
        """The code lists that its codes are words of, none without any."""
        both = () if self.type == "hett" else (self.vocabulary, self.also)
        return tuple(each for each in both if each)

    @property
    def is_free_text(self) -> bool:
        """Whether a person writes what they like in it."""
        return self.type in _FREE_TEXT


class UndeclaredFieldError(TypeError):
    """A field without a meaning, or with one that its column contradicts."""


class Said(TypedDict, total=False):
    """What every constructor takes besides its own; see `Field`, and `mapped_column`."""

    on_erase: OnErase
    guards: bool
    identifying: bool
    sensitive: bool
    machine: bool
    by_hand: bool
    empty: Any
    default: Any
    index: bool


_FREE_TEXT: Final = frozenset({"line", "text", "phone", "lines", "packed"})
_COLUMN: Final = frozenset({"default", "index"})
_TYPES: Final[dict[FieldType, tuple[type, ...]]] = {
    "line": (ThaiString,),
    "text": (ThaiString,),
    "plain": (String,),
    "phone": (String,),
    "code": (String,),
    "codes": (Packed,),
    "hett": (String,),
    "day": (String,),
    "moment": (Integer,),
    "yes_no": (Boolean,),
    "count": (Integer,),
    "amount": (Float,),
    "money": (Integer,),
    "link": (Id,),
    "links": (Packed,),
    "lines": (Packed,),
    "months": (Packed,),
    "packed": (Packed,),
}


def line(vocabulary: str = "", **said: Unpack[Said]) -> MappedColumn[Any]:
    """One line of text; with a `vocabulary` its labels are offered, and its codes understood."""
    return _column(Field("line", vocabulary=vocabulary), said, ThaiString)


def text(vocabulary: str = "", **said: Unpack[Said]) -> MappedColumn[Any]:
    """Text of several lines."""
    return _column(Field("text", vocabulary=vocabulary), said, ThaiString)


def plain(**said: Unpack[Said]) -> MappedColumn[Any]:
    """One line kept just as it was given: numbers, codes of elsewhere, English."""
    return _column(Field("plain"), said)


def phone(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A telephone number; it tells who somebody is."""
    return _column(Field("phone", identifying=True), said)


def coded(vocabulary: str, also: str = "", **said: Unpack[Said]) -> MappedColumn[Any]:
    """One code of a list, the centre's own among them; `also` names what only the program puts."""
    return _column(Field("code", vocabulary=vocabulary, also=also), said)


def coded_list(vocabulary: str, **said: Unpack[Said]) -> MappedColumn[Any]:
    """Several codes of a list, the centre's own among them."""
    return _column(Field("codes", vocabulary=vocabulary), said)


def hett(part: Literal["indicators", "dimensions"], **said: Unpack[Said]) -> MappedColumn[Any]:
    """A code of the HETT framework."""
    return _column(Field("hett", vocabulary=part), said)


def day(*, part_known: bool = False, **said: Unpack[Said]) -> MappedColumn[Any]:
    """A day as ISO text; `part_known`: as far as known, down to the year alone."""
    return _column(Field("day", part_known=part_known), said)


def moment(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A moment as milliseconds since 1970."""
    return _column(Field("moment"), said)


def yes_no(**said: Unpack[Said]) -> MappedColumn[Any]:
    """Yes or no; None, where that is allowed, is a third answer: not known."""
    return _column(Field("yes_no"), said)


def count(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A whole number."""
    return _column(Field("count"), said)


def amount(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A number that may have a fraction."""
    return _column(Field("amount"), said)


def money(unit: Literal["baht", "satang"], **said: Unpack[Said]) -> MappedColumn[Any]:
    """Money as a whole number of the unit."""
    return _column(Field("money", unit=unit), said)


def link(kind: str, **said: Unpack[Said]) -> MappedColumn[Any]:
    """The id of a record of this kind; of a human's it is said what erasing does (`on_erase`)."""
    return _column(Field("link", link=kind), said)


def owner(kind: str, **said: Unpack[Said]) -> MappedColumn[Any]:
    """The id of the record that this one belongs to; erasing, restriction and history follow it.

    It is not given by hand unless that is said: the service knows whose record it makes.
    """
    return _column(Field("link", link=kind, owner=True, on_erase="follow", by_hand=False), said)


def user(**said: Unpack[Said]) -> MappedColumn[Any]:
    """The id of a person who works with the program."""
    return link("user", **said)


def links(kind: str, **said: Unpack[Said]) -> MappedColumn[Any]:
    """The ids of several records of this kind, as 32 hex digits each."""
    return _column(Field("links", link=kind), said)


def users(**said: Unpack[Said]) -> MappedColumn[Any]:
    """The ids of several who work with the program."""
    return links("user", **said)


def lines(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A list of short texts."""
    return _column(Field("lines"), said)


def months(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A list of months, 1 to 12."""
    return _column(Field("months"), said)


def packed(**said: Unpack[Said]) -> MappedColumn[Any]:
    """A list or dictionary of primitives with a shape of its own."""
    return _column(Field("packed"), said)


def machine(**said: Unpack[Said]) -> MappedColumn[Any]:
    """What only the program reads, of any column type."""
    return _column(Field("machine", machine=True, by_hand=False), said)


def _column(
    meaning: Field, said: Said, type_: type[TypeDecorator[Any]] | None = None
) -> MappedColumn[Any]:
    told: dict[str, Any] = dict(said)
    given = {name: told.pop(name) for name in _COLUMN & told.keys()}
    given["info"] = {"field": replace(meaning, **told)}
    # Without a type the annotation gives it.
    return mapped_column(**given) if type_ is None else mapped_column(type_, **given)


_known: Final[dict[type[object], dict[str, Field]]] = {}


def fields_of(cls: type[object]) -> dict[str, Field]:
    """Return the fields of a synced class by name: its columns that are not local.

    Raises:
        UndeclaredFieldError: a column has no meaning, or one that its type contradicts.
    """
    found = _known.get(cls)
    if found is None:
        found = _known[cls] = _declared(cls)
    return found


def _declared(cls: type[object]) -> dict[str, Field]:
    mapper: Mapper[Any] = inspect(cls)
    columns = {column.key: column for column in mapper.columns if not column.info.get("local")}
    said: dict[str, Field] = {}
    for name, column in columns.items():
        meaning = column.info.get("field")
        if not isinstance(meaning, Field):
            raise UndeclaredFieldError(f"{cls.__name__}.{name} does not say what it means")
        wrong = _contradiction(meaning, column)
        if wrong:
            raise UndeclaredFieldError(f"{cls.__name__}.{name} {wrong}")
        said[name] = meaning
    row = kind_of(getattr(cls, "kind", ""))
    whole = row.sensitive and (row.secret or not any(each.guards for each in said.values()))
    # What a record's id is made from stays as it is.
    derived: DerivedId | None = getattr(cls, "derived", None)
    fixed = derived.fields if derived is not None and derived.fixed else ()
    return {
        name: replace(
            meaning,
            name=name,
            nullable=bool(columns[name].nullable),
            by_hand=meaning.by_hand and name not in fixed,
            sensitive=meaning.sensitive
            or (whole and not meaning.owner and name not in OPEN_EVERYWHERE),
            required=not (columns[name].nullable or columns[name].default or meaning.machine)
            and (meaning.by_hand or meaning.owner),
            is_id=isinstance(columns[name].type, Id),
            is_text=isinstance(columns[name].type, ThaiString),
        )
        for name, meaning in said.items()
    }


def _contradiction(meaning: Field, column: Column[Any]) -> str:
    """Return what in a declaration cannot be, "" where it holds together."""
    wanted = _TYPES.get(meaning.type)
    if wanted is not None and not isinstance(column.type, wanted):
        return f"is declared {meaning.type}, which a column of {column.type!r} cannot hold"
    unknown = [each for each in meaning.vocabularies if each not in all_names()]
    if unknown:
        return f"names a code list that is not shipped: {unknown[0]!r}"
    if meaning.machine and meaning.by_hand:
        return "cannot be given by hand and be read by the program only"
    if meaning.guards and meaning.type not in ("code", "hett", "yes_no"):
        return f"cannot tell what is sensitive by being a {meaning.type}"
    if meaning.type == "link" and meaning.link in HUMANS and not meaning.on_erase:
        return "leads to somebody and does not say what becomes of it when they are erased"
    if meaning.on_erase == "cut" and not column.nullable:
        return "cannot be cut, since it may not be empty"
    if meaning.empty is not None and column.nullable:
        return "has a value for being emptied although it may be empty"
    return ""
