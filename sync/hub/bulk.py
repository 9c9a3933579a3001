"""Many rows in one statement, for either database."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Integer, LargeBinary, String, Table
from sqlalchemy.engine import Connection

# Below this many rows the arrays of one statement gain nothing over a row at a time.
_FEW: Final = 4
_KEEPING: Final = " ON CONFLICT DO NOTHING"
_ARRAYS: Final[tuple[tuple[type[Any], str], ...]] = (
    (LargeBinary, "bytea"),
    (Boolean, "boolean"),
    (BigInteger, "bigint"),
    (Integer, "integer"),
    (String, "text"),
)


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], keep_old: bool = False
) -> None:
    """Insert rows, each a value for every column of the table in their order.

    `keep_old` leaves a row alone whose key is there already; else that is an IntegrityError.
    The driver's own statements: compiling values one by one cost more than storing them.
    """
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_row_by_row(table, "?", keep_old), list(rows))
    elif len(rows) < _FEW:
        connection.exec_driver_sql(_row_by_row(table, "%b", keep_old), list(rows))
    else:
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.exec_driver_sql(_as_arrays(table, keep_old), tuple(columns))


@cache
def _row_by_row(table: Table, mark: str, keep_old: bool) -> str:
    marks = ", ".join([mark] * len(table.columns))
    return f"{_into(table)} VALUES ({marks}){_KEEPING if keep_old else ''}"  # nosec B608


@cache
def _as_arrays(table: Table, keep_old: bool) -> str:
    arrays = ", ".join(f"%b::{_array(column.type)}[]" for column in table.columns)
    return f"{_into(table)} SELECT * FROM unnest({arrays}){_KEEPING if keep_old else ''}"  # nosec B608


def _into(table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    return f"INSERT INTO {table.name} ({names})"


def _array(type_: Any) -> str:
    return next(name for kind, name in _ARRAYS if isinstance(type_, kind))
