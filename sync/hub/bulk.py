"""Many rows in one statement, for either database."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import JSON, BigInteger, Boolean, Integer, LargeBinary, String, Table
from sqlalchemy.engine import Connection

# Below this many rows the arrays of one statement gain nothing over a row at a time.
_FEW: Final = 4
_ARRAYS: Final[tuple[tuple[type[Any], str], ...]] = (
    (JSON, "jsonb"),
    (LargeBinary, "bytea"),
    (Boolean, "boolean"),
    (BigInteger, "bigint"),
    (Integer, "integer"),
    (String, "text"),
)


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[tuple[Any, ...]],
    instead: tuple[str, ...] = (),
) -> None:
    """Insert rows, each a value for every column of the table in their order; JSON is text.

    A row whose key is there already gets the columns named `instead`; without any that is an
    IntegrityError. The driver's own statements: compiling values one by one cost more than
    storing them.
    """
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_row_by_row(table, "?", False, instead), list(rows))
    elif len(rows) < _FEW:
        connection.exec_driver_sql(_row_by_row(table, "%b", True, instead), list(rows))
    else:
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.exec_driver_sql(_as_arrays(table, instead), tuple(columns))


@cache
def _row_by_row(table: Table, mark: str, typed: bool, instead: tuple[str, ...]) -> str:
    marks = ", ".join(
        f"{mark}::{_array(column.type)}" if typed else mark for column in table.columns
    )
    return f"{_into(table)} VALUES ({marks}){_replacing(table, instead)}"  # nosec B608


@cache
def _as_arrays(table: Table, instead: tuple[str, ...]) -> str:
    arrays = ", ".join(f"%b::{_array(column.type)}[]" for column in table.columns)
    replacing = _replacing(table, instead)
    return f"{_into(table)} SELECT * FROM unnest({arrays}){replacing}"  # nosec B608


def _replacing(table: Table, instead: tuple[str, ...]) -> str:
    if not instead:
        return ""
    key = ", ".join(column.name for column in table.primary_key.columns)
    values = ", ".join(f"{name} = excluded.{name}" for name in instead)
    return f" ON CONFLICT ({key}) DO UPDATE SET {values}"  # nosec B608


def _into(table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    return f"INSERT INTO {table.name} ({names})"


def _array(type_: Any) -> str:
    return next(name for kind, name in _ARRAYS if isinstance(type_, kind))
