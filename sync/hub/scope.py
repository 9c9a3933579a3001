"""Whose records: a centre, and the device that may read and write them."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa


class Scope(msgspec.Struct, frozen=True):
    """The centre whose records a device may read and write."""

    province: str
    centre: bytes


class Caller(msgspec.Struct, frozen=True):
    """A device whose signature holds."""

    device: bytes
    scope: Scope
    epoch: int  # highest that was given out or met
    restarts: int
    receipts: int


def within(table: sa.Table, scope: Scope) -> sa.ColumnElement[bool]:
    """The condition that keeps a statement inside a centre."""
    return sa.and_(table.c.province == scope.province, table.c.centre == scope.centre)
