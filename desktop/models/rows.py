"""Rows of mapped tables as the driver takes them, for statements over thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Table, TypeDecorator
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from desktop.models.fields import Id, Packed

Bind = Callable[[Any], Any]


def insert_statement(table: Table) -> str:
    """Return the insert of one row, with a mark for each column in their order."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    places = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # nosec B608 - our own names


def binds(table: Table, dialect: Dialect) -> list[Bind]:
    """Return how each column's value is given to the driver; the types' own rules."""
    found: list[Bind] = []
    for column in table.columns:
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        found.append(process or (lambda value: value))
    return found


def defaults(table: Table) -> dict[str, Any]:
    """Return what columns hold when nothing is said, where that is a plain value."""
    return {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }


def emptiest(column: Any) -> Any:
    """Return what an absent field holds: None, or the emptiest value a required column takes."""
    if column.nullable:
        return None
    if column.default is not None and getattr(column.default, "is_scalar", False):
        return column.default.arg
    if isinstance(column.type, Id):
        return UUID(int=0)
    return b"" if isinstance(column.type, Packed) else python_type(column.type)()


def python_type(type_: Any) -> type:
    """Return the Python type of a column's values."""
    plain = type_.impl_instance if isinstance(type_, TypeDecorator) else type_
    python: type = plain.python_type
    return python
