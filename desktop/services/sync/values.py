"""Whether received values fit the columns of their kind."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from desktop.models.base import SyncedRecord
from desktop.models.fields import Id, Packed, fields_of
from desktop.models.rows import python_type
from sync import protocol
from sync.texts import text_fault


def simple_type(cls: type[SyncedRecord], name: str) -> type | None:
    """Return the type whose every value fits a field, None where more must be looked at."""
    of_column = column_type(cls, name)
    if isinstance(of_column, Id | Packed):
        return None
    wanted = python_type(of_column)
    return wanted if wanted in (str, bool, bytes) else None


def column_type(cls: type[SyncedRecord], name: str) -> Any:
    """Return the type of a field's column."""
    mapper: Mapper[Any] = inspect(cls)
    return mapper.columns[name].type


def wrong_type(cls: type[SyncedRecord] | None, change: protocol.Change) -> str:
    """Return why a change does not fit its kind, "" where it does (`cls` None: a kind of later)."""
    for name, write in change.fields.items():
        fault = text_fault(change.kind, name, write.value)
        if fault:
            return f"{fault}:{name}"
    if cls is None:
        return ""
    mapper: Mapper[Any] = inspect(cls)
    columns = fields_of(cls)
    for name, write in change.fields.items():
        if name not in columns or write.value is None:
            continue
        if not fits(mapper.columns[name].type, write.value):
            return f"wrong_type:{name}"
    return ""


def fits(type_: Any, value: Any) -> bool:
    """Tell whether a value that is not None may stand in a column of a type."""
    if isinstance(type_, Id):
        return isinstance(value, bytes) and len(value) == 16
    if isinstance(type_, Packed):
        return isinstance(value, list | dict)
    wanted = python_type(type_)
    if wanted is bool:
        return isinstance(value, bool)
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63
    return isinstance(value, wanted)
