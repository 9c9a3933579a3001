"""The values of one field over many changes, in the form that compresses best."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, TypeAlias

import msgspec

from sync.errors import Malformed
from sync.protocol import MAX_DEPTH, Code, Value

# A form number, then what that form needs.
Column: TypeAlias = list[Any]

PLAIN: Final = 0  # the values
SAME: Final = 1  # one value for all
TABLE: Final = 2  # distinct values, then the place of each
DAYS: Final = 3  # ISO dates as days, None kept
IDS: Final = 4  # 16-byte ids: differences of the first 6 bytes, then the other 10
THAI: Final = 5  # lengths, then the joined text in one byte a letter (cp874)
TEXT: Final = 6  # lengths, then the joined text in UTF-8

_FEW: Final = 3  # below this many values no form pays
_SCALARS: Final = frozenset({type(None), bool, int, float, str, bytes})
_TEXTS: Final = frozenset({type(None), str, bytes})
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()


def pack_column(values: Sequence[Value]) -> Column:
    """Choose the form and pack; `unpack_column` gives back exactly the same values."""
    first = values[0]
    kinds = set(map(type, values))
    if not kinds <= _SCALARS or kinds & {float}:
        return [PLAIN, list(values)]
    if len(kinds) == 1 and all(value == first for value in values):
        return [SAME, first]
    if len(values) < _FEW or len(kinds) > 2 or len(kinds - {type(None)}) > 1:
        return [PLAIN, list(values)]
    places: dict[Value, int] = {}
    index = [places.setdefault(value, len(places)) for value in values]
    distinct = list(places)
    if len(distinct) * 2 <= len(values):
        return [TABLE, pack_column(distinct), len(distinct), index]
    if str in kinds:
        return _pack_texts(values)
    if kinds == {bytes} and all(len(value) == 16 for value in values):
        return _pack_ids(values)
    return [PLAIN, list(values)]


def unpack_column(column: Column, count: int) -> list[Value]:
    """The values of a column.

    Raises:
        Malformed, ValueError, IndexError, OverflowError: for bytes that are no such column.
    """
    if not column or not isinstance(column[0], int):
        raise ValueError("a column without a form")
    form, *parts = column
    if form == PLAIN and len(parts) == 1 and isinstance(parts[0], list):
        values = parts[0]
        for value in values:
            if type(value) not in _SCALARS:
                check_plain(value)
    elif form == SAME and len(parts) == 1:
        check_plain(parts[0])
        values = [parts[0]] * count
    elif form == TABLE and len(parts) == 3:
        values = _unpack_table(*parts)
    elif form == DAYS and len(parts) == 1 and isinstance(parts[0], list):
        values = [None if day is None else _from_day(day) for day in parts[0]]
    elif form == IDS and len(parts) == 2:
        values = _unpack_ids(*parts)
    elif form in (THAI, TEXT) and len(parts) == 2:
        values = _unpack_texts(form, *parts)
    else:
        raise ValueError("a column of an unknown form")
    if len(values) != count:
        raise ValueError("a column of another length")
    return values


def check_plain(value: Value, depth: int = 0) -> None:
    """Refuse what is not made of plain values, or is nested too deeply.

    Raises:
        Malformed: then.
    """
    if type(value) in _SCALARS:
        return
    if depth >= MAX_DEPTH:
        raise Malformed(Code.TOO_LARGE, depth=depth)
    if isinstance(value, list):
        for item in value:
            check_plain(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise Malformed(Code.BAD_MESSAGE, reason="key")
            check_plain(item, depth + 1)
    else:
        raise Malformed(Code.BAD_MESSAGE, reason="type")


def column_weight(values: Sequence[Value]) -> int:
    """About how many bytes the values take when each is written out."""
    if set(map(type, values)) <= _TEXTS:
        return sum(map(len, filter(None, values)))
    return sum(
        len(value) if isinstance(value, (str, bytes)) else _weight(value)
        for value in values
        if value is not None
    )


def _weight(value: Value) -> int:
    return len(msgspec.msgpack.encode(value)) if isinstance(value, (list, dict)) else 8


def _unpack_table(inner: Any, size: Any, index: Any) -> list[Value]:
    if not isinstance(inner, list) or not isinstance(size, int) or not isinstance(index, list):
        raise ValueError("not a table")
    # pack_column never puts a table into a table; nor may others, or a few bytes could unfold.
    if not inner or inner[0] == TABLE or not 0 < size <= len(index):
        raise ValueError("not a table")
    distinct = unpack_column(inner, size)
    return [distinct[_place(at)] for at in index]


def _place(at: Any) -> int:
    if type(at) is not int or at < 0:
        raise ValueError("not a place")
    return at


def _pack_texts(values: Sequence[str | None]) -> Column:
    days = [None if value is None else _to_day(value) for value in values]
    if all((day is None) == (value is None) for day, value in zip(days, values, strict=True)):
        return [DAYS, days]
    lengths = [-1 if value is None else len(value) for value in values]
    joined = "".join(value for value in values if value is not None)
    try:
        return [THAI, lengths, joined.encode("cp874")]
    except UnicodeEncodeError:
        return [TEXT, lengths, joined.encode("utf-8")]


def _unpack_texts(form: int, lengths: Any, joined: Any) -> list[Value]:
    if not isinstance(lengths, list) or not isinstance(joined, bytes):
        raise ValueError("not texts")
    text = joined.decode("cp874" if form == THAI else "utf-8")
    values: list[Value] = []
    at = 0
    for length in lengths:
        if type(length) is not int or length < -1:
            raise ValueError("not a length")
        if length < 0:
            values.append(None)
        else:
            values.append(text[at : at + length])
            at += length
    if at != len(text):
        raise ValueError("texts of another length")
    return values


def _to_day(text: str) -> int | None:
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Only the spelling that comes back: other digits and forms stay text.
    return day.toordinal() - _EPOCH_DAY if day.isoformat() == text else None


def _from_day(day: Any) -> str:
    if type(day) is not int:
        raise ValueError("not a day")
    return date.fromordinal(day + _EPOCH_DAY).isoformat()


def _pack_ids(values: Sequence[bytes]) -> Column:
    times = [int.from_bytes(value[:6], "big") for value in values]
    differences = [after - before for before, after in zip([0, *times], times, strict=False)]
    return [IDS, differences, b"".join(value[6:] for value in values)]


def _unpack_ids(differences: Any, tails: Any) -> list[Value]:
    if not isinstance(differences, list) or not isinstance(tails, bytes):
        raise ValueError("not ids")
    if len(tails) != 10 * len(differences):
        raise ValueError("ids of another length")
    values: list[Value] = []
    time = 0
    for place, difference in enumerate(differences):
        if type(difference) is not int:
            raise ValueError("not an id")
        time += difference
        values.append(time.to_bytes(6, "big") + tails[10 * place : 10 * place + 10])
    return values
